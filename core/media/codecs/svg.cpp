// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/mediaerrors.h"
#include "core/media/svg/svgsanitizer.h"
#include "core/media/svg/svgworker.h"

namespace lightwell::codecs {

namespace {

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    return svg::svgSize(bytes);
}

/// Drawn by a program of its own, from a document of our own: see core/media/svg.
Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    const Result<svg::SafeSvg> safe = svg::sanitizeSvg(bytes);
    return safe ? svg::drawSvg(*safe) : safe.error();
}

} // namespace

const Codec &svgCodec()
{
    static const Codec codec {ImageFormat::Svg, probe, decode, nullptr};
    return codec;
}

} // namespace lightwell::codecs
