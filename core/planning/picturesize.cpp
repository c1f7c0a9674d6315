// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/picturesize.h"

#include "core/media/codec.h"

namespace lightwell {

QSize pictureSize(const InputImage &image)
{
    const Result<ImageInfo> info = probeImage(image.bytes);
    return info && info->format != ImageFormat::Svg ? info->size : QSize();
}

} // namespace lightwell
