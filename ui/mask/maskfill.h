// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

namespace lightwell {

/// Gives `value` to all that hangs together with `at` on its side of the middle (128), and to the soft pixels at its
/// edge, which would be left as a seam. What was changed; empty: it lies on the side of `value` already.
QRect fillRegion(QImage &channel, QPoint at, uchar value);

} // namespace lightwell
