// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMargins>

namespace lightwell {

/// What was painted is one channel of eight bits, 255 where may be painted. These take as long as there are pixels: for
/// large pictures they belong on the thread pool.

/// The part of it that is painted, 0 to 1.
[[nodiscard]] double paintedShare(const QImage &painted);
/// As it is sent: opaque where the picture stays, transparent where it may change, half where it is soft.
[[nodiscard]] QImage transparentWhere(const QImage &painted);
/// The picture on a larger canvas, transparent around it.
[[nodiscard]] QImage grownPicture(const QImage &picture, const QMargins &growth);

} // namespace lightwell
