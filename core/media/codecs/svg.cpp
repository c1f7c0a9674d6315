// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/svg/svgsanitizer.h"
#include "core/media/worker/worker.h"

namespace lightwell::codecs {

namespace {

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    return svg::svgSize(bytes);
}

/// From a document of our own. The program that draws has QtSvg; this one has not.
Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    const Result<svg::SafeSvg> safe = svg::sanitizeSvg(bytes);
    return safe ? worker::decode({ImageFormat::Svg, safe->size, safe->document}) : safe.error();
}

} // namespace

const Codec &svgCodec()
{
    static const Codec codec {ImageFormat::Svg, probe, decode, nullptr};
    return codec;
}

} // namespace lightwell::codecs
