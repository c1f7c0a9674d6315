// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace lightwell {

/// The mean of a picture's pixels, weighed by how opaque they are; always opaque itself. Mid grey where nothing is to
/// be seen.
[[nodiscard]] QRgb meanColour(const QImage &image);

} // namespace lightwell
