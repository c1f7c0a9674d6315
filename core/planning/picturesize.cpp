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

QSize sentSize(const Plan &plan, qsizetype index)
{
    const QSize scaled = plan.inputs.value(index).size;
    return scaled.isValid() ? scaled : pictureSize(plan.request.images.value(index));
}

QSize firstSentSize(const Plan &plan)
{
    const qsizetype first = firstReference(plan.request);
    return first < 0 ? QSize() : sentSize(plan, first);
}

} // namespace lightwell
