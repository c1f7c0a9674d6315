// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/codecs/colourprofile.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/webpchunks.h"

#include <webp/decode.h>
#include <webp/demux.h>
#include <webp/encode.h>

namespace lightwell::codecs {

namespace {

const uint8_t *data(const QByteArray &bytes)
{
    return reinterpret_cast<const uint8_t *>(bytes.constData());
}

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(data(bytes), size_t(bytes.size()), &features) != VP8_STATUS_OK) {
        return mediaerrors::broken(ImageFormat::Webp);
    }
    return QSize(features.width, features.height);
}

/// Also shows a still picture, but takes the whole canvas twice; used for animations alone.
QImage firstFrame(const QByteArray &bytes)
{
    const WebPData source {data(bytes), size_t(bytes.size())};
    WebPAnimDecoderOptions options;
    if (!WebPAnimDecoderOptionsInit(&options)) {
        return {};
    }
    options.color_mode = MODE_RGBA;
    const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(
        WebPAnimDecoderNew(&source, &options), &WebPAnimDecoderDelete);
    WebPAnimInfo info;
    uint8_t *pixels = nullptr;
    int timestamp = 0;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info)
        || !WebPAnimDecoderGetNext(decoder.get(), &pixels, &timestamp)) {
        return {};
    }
    return QImage(pixels, int(info.canvas_width), int(info.canvas_height), QImage::Format_RGBA8888).copy();
}

QByteArray profile(const QByteArray &bytes)
{
    return metadata::webpChunk(bytes, "ICCP");
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(data(bytes), size_t(bytes.size()), &features) != VP8_STATUS_OK) {
        return mediaerrors::broken(ImageFormat::Webp);
    }
    QImage image;
    if (features.has_animation) {
        image = firstFrame(bytes);
    } else {
        image = QImage(features.width, features.height,
                       features.has_alpha ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
        if (!image.isNull()
            && !WebPDecodeRGBAInto(data(bytes), size_t(bytes.size()), image.bits(), size_t(image.sizeInBytes()),
                                   int(image.bytesPerLine()))) {
            image = {};
        }
    }
    if (image.isNull()) {
        return mediaerrors::broken(ImageFormat::Webp);
    }
    image.setColorSpace(colourSpaceFrom(profile(bytes)));
    return image;
}

/// Owns the picture that libwebp encodes from and the memory it writes to.
class Writing
{
public:
    Writing()
    {
        m_ready = WebPPictureInit(&picture);
        WebPMemoryWriterInit(&memory);
        picture.writer = WebPMemoryWrite;
        picture.custom_ptr = &memory;
    }
    ~Writing()
    {
        WebPPictureFree(&picture);
        WebPMemoryWriterClear(&memory);
    }
    Q_DISABLE_COPY_MOVE(Writing)

    [[nodiscard]] bool ready() const { return m_ready; }

    WebPPicture picture;
    WebPMemoryWriter memory;

private:
    bool m_ready = false;
};

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    if (qMax(image.width(), image.height()) > WEBP_MAX_DIMENSION) {
        return mediaerrors::tooLargeForFormat(ImageFormat::Webp, WEBP_MAX_DIMENSION);
    }
    WebPConfig config;
    Writing writing;
    if (!writing.ready() || !WebPConfigPreset(&config, WEBP_PRESET_PHOTO, float(settings.quality))) {
        return mediaerrors::encodingFailed(ImageFormat::Webp);
    }
    config.method = 4;
    config.thread_level = 1;
    config.use_sharp_yuv = 1; // without it, red edges fray
    WebPPicture &picture = writing.picture;
    picture.use_argb = 1;
    picture.width = image.width();
    picture.height = image.height();
    const int stride = int(image.bytesPerLine());
    const bool imported = image.hasAlphaChannel() ? WebPPictureImportRGBA(&picture, image.constBits(), stride)
                                                  : WebPPictureImportRGBX(&picture, image.constBits(), stride);
    if (!imported || !WebPEncode(&config, &picture)) {
        return mediaerrors::encodingFailed(ImageFormat::Webp, QString::number(picture.error_code));
    }
    const QByteArray bytes(reinterpret_cast<const char *>(writing.memory.mem), qsizetype(writing.memory.size));
    return settings.profile.isEmpty() ? bytes : metadata::withWebpChunks(bytes, {{"ICCP", settings.profile}});
}

} // namespace

const Codec &webpCodec()
{
    static const Codec codec {ImageFormat::Webp, probe, decode, encode, profile};
    return codec;
}

} // namespace lightwell::codecs
