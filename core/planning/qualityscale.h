// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace lightwell {

/// Vendors' words for quality put side by side ("hd" is what others call "high"). The known word nearest to the
/// asked one; between two equally near the cheaper. Empty if the asked word means nothing to us.
[[nodiscard]] QString nearestQuality(const QString &asked, const QStringList &known);

/// Whether a word has its place on the common scale, and so a nearest one everywhere. "auto" leaves it to the vendor.
[[nodiscard]] bool isOnQualityScale(const QString &word);

} // namespace lightwell
