// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Written with libheif itself, since Qt's plug-in drops recipe and labels; read by the plug-in, in a program of its
// own.
#include "core/media/codecs/codec.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/heifsize.h"

#include <libheif/heif.h>
#include <memory>

namespace lightwell::codecs {

namespace {

constexpr const char *pluginName = "heif";

template<auto release>
struct Release
{
    template<typename T>
    void operator()(T *thing) const
    {
        release(thing);
    }
};
using Context = std::unique_ptr<heif_context, Release<heif_context_free>>;
using Encoder = std::unique_ptr<heif_encoder, Release<heif_encoder_release>>;
using Pixels = std::unique_ptr<heif_image, Release<heif_image_release>>;
using Handle = std::unique_ptr<heif_image_handle, Release<heif_image_handle_release>>;
using Options = std::unique_ptr<heif_encoding_options, Release<heif_encoding_options_free>>;

bool isOk(const heif_error &error)
{
    return error.code == heif_error_Ok;
}

/// The plug-in would decode the picture to tell its size.
Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    if (!qtReads(pluginName)) {
        return mediaerrors::cannotRead(ImageFormat::Heif);
    }
    const std::optional<QSize> size = metadata::heifSize(bytes);
    return size ? Result<QSize>(*size) : mediaerrors::broken(ImageFormat::Heif);
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    return decodeWithQt(bytes, ImageFormat::Heif, pluginName);
}

/// What writes HEVC may be a plug-in of its own (Debian 13).
bool canEncodeHeif()
{
    static const bool isThere = isOk(heif_init(nullptr)) && heif_have_encoder_for_format(heif_compression_HEVC) != 0;
    return isThere;
}

Pixels pixelsOf(const QImage &image, const QByteArray &profile)
{
    const bool hasAlpha = image.hasAlphaChannel();
    const QImage source = image.convertToFormat(hasAlpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    const int bytesOfPixel = hasAlpha ? 4 : 3;
    heif_image *raw = nullptr;
    if (!isOk(heif_image_create(image.width(), image.height(), heif_colorspace_RGB,
                                hasAlpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, &raw))) {
        return {};
    }
    Pixels pixels(raw);
    constexpr int depth = 8;
    if (!isOk(heif_image_add_plane(raw, heif_channel_interleaved, image.width(), image.height(), depth))) {
        return {};
    }
    int stride = 0;
    uint8_t *plane = heif_image_get_plane(raw, heif_channel_interleaved, &stride);
    for (int y = 0; plane && y < source.height(); ++y) {
        std::copy_n(source.constScanLine(y), qsizetype(bytesOfPixel) * source.width(), plane + qsizetype(y) * stride);
    }
    const bool hasProfile = profile.isEmpty()
        || isOk(heif_image_set_raw_color_profile(raw, "prof", profile.constData(), size_t(profile.size())));
    return plane && hasProfile ? std::move(pixels) : Pixels();
}

const char *chromaFor(const EncodeSettings &settings)
{
    constexpr double fullColourFrom = 52; // of the encoder's quality: halved colour would be the worst error left
    const Chroma usual = settings.quality >= fullColourFrom ? Chroma::Full444 : Chroma::Quarter420;
    switch (settings.tuning.chroma.value_or(usual)) {
    case Chroma::Full444:
        return "444";
    case Chroma::Half422:
        return "422";
    case Chroma::Quarter420:
        break;
    }
    return "420";
}

heif_error append(heif_context *, const void *bytes, size_t count, void *target)
{
    static_cast<QByteArray *>(target)->append(static_cast<const char *>(bytes), qsizetype(count));
    return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

/// As the packets are: an EXIF block without its prefix, which libheif writes itself.
bool addTexts(heif_context *context, const heif_image_handle *handle, const EncodeSettings &settings)
{
    const auto size = [](const QByteArray &packet) { return static_cast<int>(packet.size()); };
    return (settings.exif.isEmpty()
            || isOk(heif_context_add_exif_metadata(context, handle, settings.exif.constData(), size(settings.exif))))
        && (settings.xmp.isEmpty()
            || isOk(heif_context_add_XMP_metadata(context, handle, settings.xmp.constData(), size(settings.xmp))));
}

Encoder encoderFor(heif_context *context, const EncodeSettings &settings)
{
    heif_encoder *raw = nullptr;
    if (!isOk(heif_context_get_encoder_for_format(context, heif_compression_HEVC, &raw))) {
        return {};
    }
    Encoder encoder(raw);
    const bool isSet = isOk(heif_encoder_set_lossy_quality(raw, qRound(settings.quality)));
    // Encoders other than x265 may not know these two, and write what they can.
    (void)heif_encoder_set_parameter_string(raw, "chroma", chromaFor(settings));
    constexpr const char *presets[] = {"ultrafast", "superfast", "veryfast", "faster",  "fast",
                                       "medium",    "slow",      "slower",   "veryslow"};
    constexpr int usualEffort = 5;
    (void)heif_encoder_set_parameter_string(raw, "preset", presets[settings.tuning.effort.value_or(usualEffort) - 1]);
    return isSet ? std::move(encoder) : Encoder();
}

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    if (!canEncodeHeif()) {
        return mediaerrors::cannotWrite(ImageFormat::Heif);
    }
    constexpr int longestEdge = 8192; // of what HEVC's levels allow, and readers take
    if (qMax(image.width(), image.height()) > longestEdge) {
        return mediaerrors::tooLargeForFormat(ImageFormat::Heif, longestEdge);
    }
    const Context context(heif_context_alloc());
    const Encoder encoder = context ? encoderFor(context.get(), settings) : Encoder();
    const Pixels pixels = pixelsOf(image, settings.profile);
    const Options options(heif_encoding_options_alloc());
    if (!encoder || !pixels || !options) {
        return mediaerrors::encodingFailed(ImageFormat::Heif);
    }
    options->save_alpha_channel = image.hasAlphaChannel() ? 1 : 0;
    heif_image_handle *raw = nullptr;
    const heif_error failed =
        heif_context_encode_image(context.get(), pixels.get(), encoder.get(), options.get(), &raw);
    const Handle handle(raw);
    if (!isOk(failed)) {
        return mediaerrors::encodingFailed(ImageFormat::Heif, QString::fromUtf8(failed.message));
    }
    QByteArray bytes;
    heif_writer writer {1, append};
    if (!addTexts(context.get(), handle.get(), settings) || !isOk(heif_context_write(context.get(), &writer, &bytes))) {
        return mediaerrors::encodingFailed(ImageFormat::Heif);
    }
    return bytes;
}

} // namespace

const Codec &heifCodec()
{
    static const Codec codec {.format = ImageFormat::Heif,
                              .probe = probe,
                              .decode = decode,
                              .encode = encode,
                              .isConfined = true,
                              .canEncode = canEncodeHeif};
    return codec;
}

} // namespace lightwell::codecs
