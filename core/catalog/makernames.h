// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

/// Letters and digits alone, small: how names are compared that programs spell in many ways.
[[nodiscard]] QString lettersOf(const QString &text);

/// "black-forest-labs" is "Black Forest Labs", "recraft-ai" is "Recraft".
[[nodiscard]] bool isMakersName(const QString &written, const QString &maker);

} // namespace lightwell
