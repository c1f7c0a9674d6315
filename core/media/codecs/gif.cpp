// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/animations.h"
#include "core/media/codecs/codec.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/mediaerrors.h"

#include <QtEndian>

#include <cgif.h>
#include <libimagequant.h>

namespace lightwell::codecs {

namespace {

struct Destroy
{
    void operator()(liq_attr *attributes) const { liq_attr_destroy(attributes); }
    void operator()(liq_image *image) const { liq_image_destroy(image); }
    void operator()(liq_result *result) const { liq_result_destroy(result); }
};
using Quantizer = std::unique_ptr<liq_attr, Destroy>;
using Source = std::unique_ptr<liq_image, Destroy>;
using Mapping = std::unique_ptr<liq_result, Destroy>;

/// A picture in at most 256 colours. With transparency, index 0 is the transparent one.
struct Indexed
{
    QByteArray palette; ///< three bytes a colour
    QByteArray pixels;
    bool transparent = false;
};

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    constexpr qsizetype headBytes = 10;
    QSize screen;
    if (bytes.size() >= headBytes) {
        screen =
            QSize(qFromLittleEndian<quint16>(bytes.constData() + 6), qFromLittleEndian<quint16>(bytes.constData() + 8));
    }
    // Qt tells the size of the first frame, for which it looks through all of them, but makes a picture as large as the
    // screen that the header describes.
    return screen.isEmpty() ? probeWithQt(bytes, ImageFormat::Gif, "gif") : screen;
}

/// Where the pieces that begin at `at` end; -1 where the bytes end first.
qsizetype behindPieces(const QByteArray &bytes, qsizetype at)
{
    while (at < bytes.size() && bytes.at(at) != 0) {
        at += 1 + quint8(bytes.at(at));
    }
    return at < bytes.size() ? at + 1 : -1;
}

qsizetype paletteBytes(char flags)
{
    return flags & 0x80 ? 3 * (2 << (flags & 0x07)) : 0;
}

/// Whether all of its blocks are there. Qt shows what there is. The byte that ends the file may be missing.
bool isWhole(const QByteArray &bytes)
{
    return gifFrames(bytes) >= 0;
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    if (!isWhole(bytes)) {
        return mediaerrors::broken(ImageFormat::Gif);
    }
    return decodeWithQt(bytes, ImageFormat::Gif, "gif");
}

/// Lines straight from the picture: libimagequant wants pointers it could write to, but does not write.
QList<void *> linesOf(const QImage &image)
{
    QList<void *> lines;
    lines.reserve(image.height());
    for (int y = 0; y < image.height(); ++y) {
        lines.append(const_cast<uchar *>(image.constScanLine(y)));
    }
    return lines;
}

/// libimagequant's result with one entry set aside in front for what is transparent.
void makeRoomForTransparency(Indexed &indexed, const QImage &image)
{
    indexed.palette.prepend(3, '\0');
    for (int y = 0; y < image.height(); ++y) {
        const uchar *line = image.constScanLine(y);
        char *index = indexed.pixels.data() + qsizetype(y) * image.width();
        for (int x = 0; x < image.width(); ++x) {
            index[x] = line[4 * x + 3] == 0 ? '\0' : char(uchar(index[x]) + 1);
        }
    }
}

Result<Indexed> quantized(const QImage &image, const EncodeTuning &tuning)
{
    const Error failed = mediaerrors::encodingFailed(ImageFormat::Gif);
    const Quantizer quantizer(liq_attr_create());
    const bool transparent = image.hasAlphaChannel();
    constexpr int speed = 5; // of 10; slower ones gain nothing the eye sees behind the dithering
    if (!quantizer || liq_set_speed(quantizer.get(), speed) != LIQ_OK
        || liq_set_max_colors(quantizer.get(),
                              transparent ? std::max(tuning.colors - 1, EncodeTuning::minColors) : tuning.colors)
            != LIQ_OK) {
        return failed;
    }
    QList<void *> lines = linesOf(image);
    const Source source(liq_image_create_rgba_rows(quantizer.get(), lines.data(), image.width(), image.height(), 0));
    liq_result *raw = nullptr;
    if (!source || liq_image_quantize(source.get(), quantizer.get(), &raw) != LIQ_OK) {
        return failed;
    }
    const Mapping mapping(raw);
    Indexed indexed;
    indexed.transparent = transparent;
    indexed.pixels.resize(qsizetype(image.width()) * image.height());
    if (liq_set_dithering_level(mapping.get(), tuning.dither ? 1.0F : 0.0F) != LIQ_OK
        || liq_write_remapped_image(mapping.get(), source.get(), indexed.pixels.data(), size_t(indexed.pixels.size()))
            != LIQ_OK) {
        return failed;
    }
    const liq_palette *palette = liq_get_palette(mapping.get());
    for (unsigned i = 0; i < palette->count; ++i) {
        const liq_color &colour = palette->entries[i];
        indexed.palette.append(char(colour.r)).append(char(colour.g)).append(char(colour.b));
    }
    if (transparent) {
        makeRoomForTransparency(indexed, image);
    }
    return indexed;
}

int append(void *target, const uint8_t *bytes, const size_t count)
{
    static_cast<QByteArray *>(target)->append(reinterpret_cast<const char *>(bytes), qsizetype(count));
    return 0;
}

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    constexpr int longestEdge = 65535;
    if (qMax(image.width(), image.height()) > longestEdge) {
        return mediaerrors::tooLargeForFormat(ImageFormat::Gif, longestEdge);
    }
    Result<Indexed> indexed = quantized(image, settings.tuning);
    if (!indexed) {
        return indexed.error();
    }
    Indexed &content = indexed.value();
    QByteArray bytes;
    CGIF_Config config {};
    config.pGlobalPalette = reinterpret_cast<uint8_t *>(content.palette.data());
    config.numGlobalPaletteEntries = uint16_t(content.palette.size() / 3);
    config.width = uint16_t(image.width());
    config.height = uint16_t(image.height());
    // cgif says which index is transparent only in animations, so this is one of a single frame.
    config.attrFlags = content.transparent ? CGIF_ATTR_HAS_TRANSPARENCY | CGIF_ATTR_IS_ANIMATED | CGIF_ATTR_NO_LOOP : 0;
    config.pWriteFn = append;
    config.pContext = &bytes;
    CGIF_FrameConfig frame {};
    frame.pImageData = reinterpret_cast<uint8_t *>(content.pixels.data());
    CGIF *gif = cgif_newgif(&config);
    const bool written = gif && cgif_addframe(gif, &frame) == CGIF_OK;
    if (!gif || cgif_close(gif) != CGIF_OK || !written) {
        return mediaerrors::encodingFailed(ImageFormat::Gif);
    }
    return bytes;
}

} // namespace

int gifFrames(const QByteArray &bytes)
{
    constexpr qsizetype headBytes = 13;
    constexpr qsizetype frameHeadBytes = 10;
    int frames = 0;
    qsizetype at = bytes.size() < headBytes ? -1 : headBytes + paletteBytes(bytes.at(10));
    while (at >= 0 && at < bytes.size()) {
        switch (bytes.at(at)) {
        case '!': // an extension and its label
            at = behindPieces(bytes, at + 2);
            break;
        case ',': // a frame: its head, palette and the size of its codes
            ++frames;
            at = at + frameHeadBytes > bytes.size()
                ? -1
                : behindPieces(bytes, at + frameHeadBytes + paletteBytes(bytes.at(at + 9)) + 1);
            break;
        default: // the end, or what somebody put in its place
            return frames;
        }
    }
    return at == bytes.size() ? frames : -1;
}

Result<QByteArray> encodeAnimatedGif(const QList<QImage> &frames, int delay, const EncodeSettings &settings)
{
    constexpr int longestEdge = 65535;
    constexpr int hundredth = 10; // milliseconds; a delay of less than two of them is ignored by many
    const QSize size = frames.constFirst().size();
    if (qMax(size.width(), size.height()) > longestEdge) {
        return mediaerrors::tooLargeForFormat(ImageFormat::Gif, longestEdge);
    }
    QByteArray bytes;
    CGIF_Config config {};
    config.width = uint16_t(size.width());
    config.height = uint16_t(size.height());
    const bool isTransparent = frames.constFirst().hasAlphaChannel();
    config.attrFlags =
        CGIF_ATTR_IS_ANIMATED | CGIF_ATTR_NO_GLOBAL_TABLE | (isTransparent ? CGIF_ATTR_HAS_TRANSPARENCY : 0);
    config.numLoops = CGIF_INFINITE_LOOP;
    config.pWriteFn = append;
    config.pContext = &bytes;
    CGIF *gif = cgif_newgif(&config);
    bool isWritten = gif != nullptr;
    for (qsizetype i = 0; i < frames.size() && isWritten; ++i) {
        Result<Indexed> indexed = quantized(frames.at(i), settings.tuning);
        isWritten = indexed.ok();
        if (indexed) {
            Indexed &content = indexed.value();
            CGIF_FrameConfig frame {};
            frame.attrFlags = CGIF_FRAME_ATTR_USE_LOCAL_TABLE;
            frame.pLocalPalette = reinterpret_cast<uint8_t *>(content.palette.data());
            frame.numLocalPaletteEntries = uint16_t(content.palette.size() / 3);
            frame.pImageData = reinterpret_cast<uint8_t *>(content.pixels.data());
            frame.delay = uint16_t((delay + hundredth / 2) / hundredth);
            isWritten = cgif_addframe(gif, &frame) == CGIF_OK;
        }
    }
    if (!gif || cgif_close(gif) != CGIF_OK || !isWritten) {
        return mediaerrors::encodingFailed(ImageFormat::Gif);
    }
    return bytes;
}

const Codec &gifCodec()
{
    static const Codec codec {ImageFormat::Gif, probe, decode, encode};
    return codec;
}

} // namespace lightwell::codecs
