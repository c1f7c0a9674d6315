// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/animation.h"

#include "core/media/alpha.h"
#include "core/media/codecs/animations.h"
#include "core/media/codecs/colourprofile.h"
#include "core/media/compression.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/hiddentext.h"
#include "core/media/metadata/pngwalker.h"

#include <algorithm>
#include <webp/decode.h>

namespace lightwell {

namespace {

QImage frameFor(const QImage &image, const EncodeOptions &options)
{
    const QImage pixels =
        metadata::withoutHiddenText(codecs::inStandardColours(codecs::prepareForEncoding(image, false)));
    return options.format == ImageFormat::Gif ? withOneBitAlpha(pixels, options.matte) : pixels;
}

bool hasTwoPngFrames(const QByteArray &bytes)
{
    int frames = 0;
    for (metadata::PngWalker walker(bytes); walker.next() && frames < 2;) {
        frames += walker.type() == "fcTL" ? 1 : 0;
    }
    return frames > 1;
}

bool isAnimatedWebp(const QByteArray &bytes)
{
    WebPBitstreamFeatures features;
    return WebPGetFeatures(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()), &features)
        == VP8_STATUS_OK
        && features.has_animation;
}

} // namespace

bool canAnimate(ImageFormat format)
{
    return format == ImageFormat::Png || format == ImageFormat::Gif || format == ImageFormat::Webp;
}

Result<QByteArray> encodeAnimation(const QList<QImage> &frames, int delay, const EncodeOptions &options)
{
    QList<QImage> pixels;
    for (const QImage &frame : frames) {
        pixels.append(frameFor(frame, options));
        if (pixels.constLast().isNull() || pixels.constLast().size() != pixels.constFirst().size()) {
            return mediaerrors::nothingToEncode();
        }
    }
    if (pixels.isEmpty() || !canAnimate(options.format)) {
        return pixels.isEmpty() ? mediaerrors::nothingToEncode() : mediaerrors::cannotWrite(options.format);
    }
    const bool isTransparent =
        std::any_of(pixels.begin(), pixels.end(), [](const QImage &frame) { return frame.hasAlphaChannel(); });
    for (QImage &frame : pixels) {
        frame.convertTo(isTransparent ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
    }
    codecs::EncodeSettings settings;
    settings.quality = codecQuality(options.format, options.compression.value_or(defaultCompression));
    settings.tuning = options.tuning;
    const Result<QByteArray> bytes = options.format == ImageFormat::Gif
        ? codecs::encodeAnimatedGif(pixels, delay, settings)
        : options.format == ImageFormat::Webp ? codecs::encodeAnimatedWebp(pixels, delay, settings)
                                              : codecs::encodeAnimatedPng(pixels, delay, settings);
    return bytes ? Result<QByteArray>(withLabels(*bytes, options.labels, options.createdAt)) : bytes.error();
}

bool isAnimated(const QByteArray &bytes)
{
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    return (format == ImageFormat::Gif && codecs::gifFrames(bytes) > 1)
        || (format == ImageFormat::Png && hasTwoPngFrames(bytes))
        || (format == ImageFormat::Webp && isAnimatedWebp(bytes));
}

} // namespace lightwell
