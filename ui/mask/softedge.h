// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace lightwell {

/// Fades the edges of one channel over `feather` pixels on either side, by three box blurs, which come near to a bell.
/// What lies beyond the image is as its outermost pixels.
void softenEdges(QImage &channel, double feather);
[[nodiscard]] bool isUniform(const QImage &channel);

} // namespace lightwell
