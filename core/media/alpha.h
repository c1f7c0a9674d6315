// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

namespace lightwell {

/// The picture on an even ground; unchanged where it has no transparency.
[[nodiscard]] QImage flattened(const QImage &image, const QColor &matte);
/// For GIF: what is more than half transparent becomes fully so, the rest is laid on the matte. RGBA8888.
[[nodiscard]] QImage withOneBitAlpha(const QImage &image, const QColor &matte);

} // namespace lightwell
