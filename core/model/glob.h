// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace lightwell {

/// Whether `text` is what `pattern` says: `*` stands for any characters, `?` for one, all others for themselves in
/// either case (of ASCII letters), as SQL's LIKE has it.
[[nodiscard]] bool matchesGlob(QStringView pattern, QStringView text);
/// Whether it has `*` or `?` at all.
[[nodiscard]] bool isGlob(QStringView pattern);
/// The same pattern for LIKE with '\' as its ESCAPE.
[[nodiscard]] QString likePattern(const QString &glob);

} // namespace lightwell
