// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/animations.h"
#include "core/media/codecs/codec.h"
#include "core/media/codecs/colourprofile.h"
#include "core/media/mediaerrors.h"
#include "core/media/metadata/webpchunks.h"

#include <algorithm>
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

/// Whether colours change from one pixel to the next, as at the edges of red letters: there libwebp's plain way of
/// halving colour takes brightness along. Paintings and photographs have hardly any such place.
bool hasHardColours(const QImage &image)
{
    constexpr int hard = 96; // between a pixel's channels
    constexpr int linesApart = 4; // between the pairs that are looked at
    constexpr qint64 few = 500; // blocks for each hard one
    const qsizetype stride = image.bytesPerLine();
    qint64 blocks = 0;
    qint64 hardOnes = 0;
    for (int y = 0; y + 1 < image.height(); y += linesApart) {
        const uchar *block = image.constScanLine(y);
        for (int x = 0; x + 1 < image.width(); x += 2, block += 8) {
            int least[2] {255, 255};
            int most[2] {-255, -255};
            for (const uchar *pixel : {block, block + 4, block + stride, block + stride + 4}) {
                const int differences[2] {pixel[0] - pixel[1], pixel[2] - pixel[1]}; // red and blue from green
                for (int i = 0; i < 2; ++i) {
                    least[i] = std::min(least[i], differences[i]);
                    most[i] = std::max(most[i], differences[i]);
                }
            }
            ++blocks;
            hardOnes += most[0] - least[0] > hard || most[1] - least[1] > hard ? 1 : 0;
        }
    }
    return hardOnes * few > blocks;
}

std::optional<WebPConfig> configFor(const EncodeSettings &settings, bool isHard)
{
    constexpr int usualEffort = 6;
    const int effort = settings.tuning.effort.value_or(usualEffort);
    WebPConfig config;
    // The preset for photographs spends more bytes for the same similarity.
    if (!WebPConfigPreset(&config, WEBP_PRESET_DEFAULT, float(settings.quality))) {
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
    config.use_sharp_yuv = isHard ? 1 : 0; // without it, red edges fray; with it, it takes half as long again
    return config;
}

bool import(const QImage &image, WebPPicture &picture, bool keepsRgb)
{
    picture.use_argb = keepsRgb ? 1 : 0; // else it becomes what WebP stores at once
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
    const std::optional<WebPConfig> config = configFor(settings, hasHardColours(image));
    if (!writing.ready() || !config) {
        return mediaerrors::encodingFailed(ImageFormat::Webp);
    }
    WebPPicture &picture = writing.picture;
    const bool needsRgb = config->lossless || config->use_sharp_yuv;
    if (!import(image, picture, needsRgb) || !WebPEncode(&*config, &picture)) {
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
        if (!writing.ready() || !import(frame, writing.picture, true)
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
    const std::optional<WebPConfig> config =
        configFor(settings, std::any_of(frames.begin(), frames.end(), hasHardColours));
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
