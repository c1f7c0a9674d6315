// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QImage>

namespace lightwell {

/// Masks come in two forms: with transparency (alpha 0 marks what may change: Lightwell's and OpenAI's rule), or with
/// nothing transparent, as a black and white picture in which white is painted over. Both are read, with or without
/// an alpha channel that nobody used.

/// The pixels of a mask; null where it is no picture that can be read here: drawings are not.
[[nodiscard]] QImage readMask(const QByteArray &bytes);

/// Whether any pixel is not wholly opaque. Painting programs write an alpha channel whether it is used or not.
[[nodiscard]] bool hasTransparency(const QImage &mask);

/// One channel of eight bits, with 255 where may be painted. ErrorKind::Invalid of "mask": it is no picture; a photo in
/// which nothing was erased; or it leaves nothing to paint.
[[nodiscard]] Result<QImage> paintedChannel(const QImage &mask);

} // namespace lightwell
