// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/animations.h"
#include "core/media/codecs/codec.h"
#include "core/media/codecs/colourprofile.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/webpchunks.h"

#include <webp/decode.h>
#include <webp/demux.h>
#include <webp/encode.h>
#include <webp/mux.h>

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

bool decodeInto(const uint8_t *source, size_t bytes, QImage &image, QPoint corner)
{
    uchar *target = image.bits() + corner.y() * image.bytesPerLine() + 4 * static_cast<qsizetype>(corner.x());
    return WebPDecodeRGBAInto(source, bytes, target, size_t(image.bits() + image.sizeInBytes() - target),
                              int(image.bytesPerLine()))
        != nullptr;
}

/// An animation's, on its canvas. libwebp's own reader of animations takes the canvas twice more, and looks at every
/// frame.
QImage firstFrame(const QByteArray &bytes, QSize canvas)
{
    const WebPData source {data(bytes), size_t(bytes.size())};
    WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
    const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> demuxer(WebPDemuxPartial(&source, &state),
                                                                           &WebPDemuxDelete);
    WebPIterator frame {};
    if (!demuxer || state != WEBP_DEMUX_DONE || !WebPDemuxGetFrame(demuxer.get(), 1, &frame)) {
        return {};
    }
    const QRect place(frame.x_offset, frame.y_offset, frame.width, frame.height);
    QImage image;
    if (frame.complete && QRect(QPoint(), canvas).contains(place)) {
        image = QImage(canvas, QImage::Format_RGBA8888);
    }
    if (!image.isNull()) {
        image.fill(Qt::transparent);
        if (!decodeInto(frame.fragment.bytes, frame.fragment.size, image, place.topLeft())) {
            image = {};
        }
    }
    WebPDemuxReleaseIterator(&frame);
    return image;
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
    const QSize size(features.width, features.height);
    if (features.has_animation) {
        image = firstFrame(bytes, size);
    } else {
        image = QImage(size, features.has_alpha ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
        if (!image.isNull() && !decodeInto(data(bytes), size_t(bytes.size()), image, QPoint())) {
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

std::optional<WebPConfig> configFor(const EncodeSettings &settings)
{
    constexpr int usualEffort = 6;
    const int effort = settings.tuning.effort.value_or(usualEffort);
    WebPConfig config;
    if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, float(settings.quality))) {
        return std::nullopt;
    }
    config.method = effort * 2 / 3; // 0 to 6
    if (settings.tuning.isLossless) {
        if (!WebPConfigLosslessPreset(&config, effort)) {
            return std::nullopt;
        }
        config.exact = 1; // colours under full transparency stay, too
    }
    config.thread_level = 1;
    config.use_sharp_yuv = 1; // without it, red edges fray
    return config;
}

bool import(const QImage &image, WebPPicture &picture)
{
    picture.use_argb = 1;
    picture.width = image.width();
    picture.height = image.height();
    const int stride = int(image.bytesPerLine());
    return image.hasAlphaChannel() ? WebPPictureImportRGBA(&picture, image.constBits(), stride)
                                   : WebPPictureImportRGBX(&picture, image.constBits(), stride);
}

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    if (qMax(image.width(), image.height()) > WEBP_MAX_DIMENSION) {
        return mediaerrors::tooLargeForFormat(ImageFormat::Webp, WEBP_MAX_DIMENSION);
    }
    Writing writing;
    const std::optional<WebPConfig> config = configFor(settings);
    if (!writing.ready() || !config) {
        return mediaerrors::encodingFailed(ImageFormat::Webp);
    }
    WebPPicture &picture = writing.picture;
    if (!import(image, picture) || !WebPEncode(&*config, &picture)) {
        return mediaerrors::encodingFailed(ImageFormat::Webp, QString::number(picture.error_code));
    }
    const QByteArray bytes(reinterpret_cast<const char *>(writing.memory.mem), qsizetype(writing.memory.size));
    return settings.profile.isEmpty() ? bytes : metadata::withWebpChunks(bytes, {{"ICCP", settings.profile}});
}

/// Adds all frames, and the moment at which the last one ends.
bool addAll(WebPAnimEncoder *encoder, const QList<QImage> &frames, int delay, const WebPConfig &config)
{
    int at = 0;
    for (const QImage &frame : frames) {
        Writing writing;
        if (!writing.ready() || !import(frame, writing.picture)
            || !WebPAnimEncoderAdd(encoder, &writing.picture, at, &config)) {
            return false;
        }
        at += delay;
    }
    return WebPAnimEncoderAdd(encoder, nullptr, at, nullptr);
}

} // namespace

Result<QByteArray> encodeAnimatedWebp(const QList<QImage> &frames, int delay, const EncodeSettings &settings)
{
    const QSize size = frames.constFirst().size();
    if (qMax(size.width(), size.height()) > WEBP_MAX_DIMENSION) {
        return mediaerrors::tooLargeForFormat(ImageFormat::Webp, WEBP_MAX_DIMENSION);
    }
    WebPAnimEncoderOptions options;
    const std::optional<WebPConfig> config = configFor(settings);
    if (!config || !WebPAnimEncoderOptionsInit(&options)) {
        return mediaerrors::encodingFailed(ImageFormat::Webp);
    }
    options.anim_params.bgcolor = 0; // nothing, where a picture is transparent
    const std::unique_ptr<WebPAnimEncoder, decltype(&WebPAnimEncoderDelete)> encoder(
        WebPAnimEncoderNew(size.width(), size.height(), &options), &WebPAnimEncoderDelete);
    WebPData data;
    WebPDataInit(&data);
    const bool isWritten =
        encoder && addAll(encoder.get(), frames, delay, *config) && WebPAnimEncoderAssemble(encoder.get(), &data);
    const QByteArray bytes(reinterpret_cast<const char *>(data.bytes), qsizetype(data.size));
    WebPDataClear(&data);
    return isWritten
        ? Result<QByteArray>(bytes)
        : mediaerrors::encodingFailed(ImageFormat::Webp, QString::fromUtf8(WebPAnimEncoderGetError(encoder.get())));
}

const Codec &webpCodec()
{
    static const Codec codec {ImageFormat::Webp, probe, decode, encode, profile};
    return codec;
}

} // namespace lightwell::codecs
