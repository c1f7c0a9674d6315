// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/codec.h"

namespace lightwell {

/// A reference picture or a mask as it may leave for a vendor: decoded to its end, so that a damaged one is refused
/// before anybody is paid for looking at it; upright; with eight bits a channel in red, green and blue, which is what
/// all vendors take; without the place it was taken at and whatever else its file tells or its pixels hide, but for
/// labels of AI, which nobody may take away. PNG, JPEG and WebP that are so
/// already keep their pixels byte for byte; from other files a JPEG (from lossy ones without transparency) or a PNG is
/// made, of the first frame; a drawing (SVG) is drawn. Takes its time: call it on the thread pool.
[[nodiscard]] Result<QByteArray> preparedInput(const QByteArray &bytes, const DecodeLimits &limits = {});

/// The same for a mask of `picture`, which is given as it came. Where the picture's file says that its pixels lie on
/// their side, and the mask has the size of these rather than of what is shown, it was made for them: it is turned
/// likewise.
[[nodiscard]] Result<QByteArray> preparedMask(const QByteArray &bytes, const QByteArray &picture,
                                              const DecodeLimits &limits = {});

/// The name of the file it came from, with the suffix of what it is now; "image.png" where that has none.
[[nodiscard]] QString inputName(const QString &name, const QByteArray &picture);

} // namespace lightwell
