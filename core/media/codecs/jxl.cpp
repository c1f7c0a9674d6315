// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/codec.h"
#include "core/media/codecs/colourprofile.h"
#include "core/media/codecs/threads.h"
#include "core/media/mediaerrors.h"

#include <jxl/decode.h>
#include <jxl/encode.h>
#include <jxl/thread_parallel_runner.h>
#include <jxl/version.h>

namespace lightwell::codecs {

namespace {

using Decoder = std::unique_ptr<JxlDecoder, decltype(&JxlDecoderDestroy)>;
using Encoder = std::unique_ptr<JxlEncoder, decltype(&JxlEncoderDestroy)>;
using Threads = std::unique_ptr<void, decltype(&JxlThreadParallelRunnerDestroy)>;

constexpr size_t largestProfile = 4LL * 1024 * 1024;

Threads startThreads()
{
    return {JxlThreadParallelRunnerCreate(nullptr, size_t(threadsForCodec())), &JxlThreadParallelRunnerDestroy};
}

/// Waits for `events`, with the whole file as its input.
Decoder openDecoder(const QByteArray &bytes, int events)
{
    Decoder decoder(JxlDecoderCreate(nullptr), &JxlDecoderDestroy);
    if (decoder) {
        JxlDecoderSubscribeEvents(decoder.get(), events);
        JxlDecoderSetInput(decoder.get(), reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
        // The input is never declared closed: then an incomplete file ends in a request for more, without libjxl
        // writing about it to standard error.
    }
    return decoder;
}

Result<QSize> probe(const QByteArray &bytes, const DecodeLimits &)
{
    const Decoder decoder = openDecoder(bytes, JXL_DEC_BASIC_INFO);
    JxlBasicInfo info;
    if (!decoder || JxlDecoderProcessInput(decoder.get()) != JXL_DEC_BASIC_INFO
        || JxlDecoderGetBasicInfo(decoder.get(), &info) != JXL_DEC_SUCCESS) {
        return mediaerrors::broken(ImageFormat::Jxl);
    }
    constexpr uint32_t maxChannels = 16; // each is as large as a picture
    if (info.num_extra_channels > maxChannels) {
        return mediaerrors::tooDear(ImageFormat::Jxl);
    }
    constexpr uint32_t beyondAnyLimit = 1U << 30; // the format's own largest edge
    return QSize(int(qMin(info.xsize, beyondAnyLimit)), int(qMin(info.ysize, beyondAnyLimit)));
}

QByteArray profileOf(const JxlDecoder *decoder)
{
    size_t size = 0;
#if JPEGXL_NUMERIC_VERSION >= JPEGXL_COMPUTE_NUMERIC_VERSION(0, 9, 0)
    if (JxlDecoderGetICCProfileSize(decoder, JXL_COLOR_PROFILE_TARGET_DATA, &size) != JXL_DEC_SUCCESS) {
        return {};
    }
    if (size > largestProfile) {
        return {};
    }
    QByteArray profile(qsizetype(size), Qt::Uninitialized);
    const JxlDecoderStatus status = JxlDecoderGetColorAsICCProfile(decoder, JXL_COLOR_PROFILE_TARGET_DATA,
                                                                   reinterpret_cast<uint8_t *>(profile.data()), size);
#else
    if (JxlDecoderGetICCProfileSize(decoder, nullptr, JXL_COLOR_PROFILE_TARGET_DATA, &size) != JXL_DEC_SUCCESS) {
        return {};
    }
    if (size > largestProfile) {
        return {};
    }
    QByteArray profile(qsizetype(size), Qt::Uninitialized);
    const JxlDecoderStatus status = JxlDecoderGetColorAsICCProfile(decoder, nullptr, JXL_COLOR_PROFILE_TARGET_DATA,
                                                                   reinterpret_cast<uint8_t *>(profile.data()), size);
#endif
    return status == JXL_DEC_SUCCESS ? profile : QByteArray();
}

QColorSpace colourSpaceOf(const JxlDecoder *decoder)
{
    const QColorSpace space = colourSpaceFrom(profileOf(decoder));
    // libjxl describes sRGB by a profile of its own making, which Qt does not know by name.
    const bool isSrgb = space.primaries() == QColorSpace::Primaries::SRgb
        && space.transferFunction() == QColorSpace::TransferFunction::SRgb;
    return isSrgb ? QColorSpace(QColorSpace::SRgb) : space;
}

QByteArray profile(const QByteArray &bytes)
{
    const Decoder decoder = openDecoder(bytes, JXL_DEC_COLOR_ENCODING);
    const bool isThere = decoder && JxlDecoderProcessInput(decoder.get()) == JXL_DEC_COLOR_ENCODING;
    return isThere ? profileOf(decoder.get()) : QByteArray();
}

/// Drives the decoder until the first frame is whole; null when it never is.
QImage firstFrame(JxlDecoder *decoder)
{
    const JxlPixelFormat layout {4, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN, 0};
    JxlBasicInfo info {};
    QImage image;
    QColorSpace space;
    for (;;) {
        switch (JxlDecoderProcessInput(decoder)) {
        case JXL_DEC_BASIC_INFO:
            if (JxlDecoderGetBasicInfo(decoder, &info) != JXL_DEC_SUCCESS) {
                return {};
            }
            break;
        case JXL_DEC_COLOR_ENCODING:
            space = colourSpaceOf(decoder);
            break;
        case JXL_DEC_NEED_IMAGE_OUT_BUFFER:
            image = QImage(int(info.xsize), int(info.ysize),
                           info.alpha_bits > 0 ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
            if (image.isNull()
                || JxlDecoderSetImageOutBuffer(decoder, &layout, image.bits(), size_t(image.sizeInBytes()))
                    != JXL_DEC_SUCCESS) {
                return {};
            }
            break;
        case JXL_DEC_FULL_IMAGE:
        case JXL_DEC_SUCCESS:
            if (!image.isNull()) {
                image.setColorSpace(space);
            }
            return image;
        default: // an error, or more input wanted where there is none
            return {};
        }
    }
}

Result<QImage> decode(const QByteArray &bytes, const DecodeLimits &)
{
    const Threads threads = startThreads();
    const Decoder decoder = openDecoder(bytes, JXL_DEC_BASIC_INFO | JXL_DEC_COLOR_ENCODING | JXL_DEC_FULL_IMAGE);
    if (!decoder || !threads
        || JxlDecoderSetParallelRunner(decoder.get(), JxlThreadParallelRunner, threads.get()) != JXL_DEC_SUCCESS) {
        return mediaerrors::broken(ImageFormat::Jxl);
    }
    const QImage image = firstFrame(decoder.get());
    if (image.isNull()) {
        return mediaerrors::broken(ImageFormat::Jxl);
    }
    return image;
}

bool describe(JxlEncoder *encoder, const QImage &image, const EncodeSettings &settings)
{
    const bool alpha = image.hasAlphaChannel();
    JxlBasicInfo info;
    JxlEncoderInitBasicInfo(&info);
    info.xsize = uint32_t(image.width());
    info.ysize = uint32_t(image.height());
    info.bits_per_sample = 8;
    info.num_color_channels = 3;
    info.num_extra_channels = alpha ? 1 : 0;
    info.alpha_bits = alpha ? 8 : 0;
    const QByteArray &profile = settings.profile;
    const bool isKnownByName = profile.isEmpty() || image.colorSpace() == QColorSpace(QColorSpace::DisplayP3);
    // JPEG XL is at its best in its own colour space, XYB; but from there libjxl can go back only to colour
    // spaces it knows by name. Others must stay what they are, and XYB rounds.
    info.uses_original_profile = isKnownByName && !settings.tuning.isLossless ? JXL_FALSE : JXL_TRUE;
    if (JxlEncoderSetBasicInfo(encoder, &info) != JXL_ENC_SUCCESS) {
        return false;
    }
    if (!profile.isEmpty()
        && JxlEncoderSetICCProfile(encoder, reinterpret_cast<const uint8_t *>(profile.constData()),
                                   size_t(profile.size()))
            == JXL_ENC_SUCCESS) {
        return true;
    }
    // libjxl reads profiles, the others only store them: one it cannot read must not cost the picture.
    JxlColorEncoding srgb;
    JxlColorEncodingSetToSRGB(&srgb, JXL_FALSE);
    return JxlEncoderSetColorEncoding(encoder, &srgb) == JXL_ENC_SUCCESS;
}

bool setDistance(JxlEncoderFrameSettings *frame, const EncodeSettings &settings)
{
    return settings.tuning.isLossless
        ? JxlEncoderSetFrameLossless(frame, JXL_TRUE) == JXL_ENC_SUCCESS
        : JxlEncoderSetFrameDistance(frame, float(qBound(0.1, settings.quality, 15.0))) == JXL_ENC_SUCCESS;
}

bool addFrame(JxlEncoder *encoder, const QImage &image, const EncodeSettings &settings)
{
    constexpr int usualEffort =
        5; // of 9; below it the same picture takes a fifth more bytes, from 7 on it takes seconds
    JxlEncoderFrameSettings *frame = JxlEncoderFrameSettingsCreate(encoder, nullptr);
    if (!frame
        || JxlEncoderFrameSettingsSetOption(frame, JXL_ENC_FRAME_SETTING_EFFORT,
                                            settings.tuning.effort.value_or(usualEffort))
            != JXL_ENC_SUCCESS
        || !setDistance(frame, settings)) {
        return false;
    }
    const QImage pixels = image.hasAlphaChannel() ? image : image.convertToFormat(QImage::Format_RGB888);
    const JxlPixelFormat layout {pixels.hasAlphaChannel() ? 4U : 3U, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN,
                                 4}; // a line of a QImage starts at every fourth byte
    // The last line needs no padding, so the size passes whichever way the library counts it.
    return JxlEncoderAddImageFrame(frame, &layout, pixels.constBits(), size_t(pixels.sizeInBytes())) == JXL_ENC_SUCCESS;
}

QByteArray takeOutput(JxlEncoder *encoder)
{
    QByteArray bytes(64LL * 1024, Qt::Uninitialized);
    size_t used = 0;
    for (;;) {
        auto *next = reinterpret_cast<uint8_t *>(bytes.data()) + used;
        size_t left = size_t(bytes.size()) - used;
        const JxlEncoderStatus status = JxlEncoderProcessOutput(encoder, &next, &left);
        used = size_t(bytes.size()) - left;
        if (status == JXL_ENC_SUCCESS) {
            bytes.truncate(qsizetype(used));
            return bytes;
        }
        if (status != JXL_ENC_NEED_MORE_OUTPUT) {
            return {};
        }
        bytes.resize(bytes.size() * 2);
    }
}

Result<QByteArray> encode(const QImage &image, const EncodeSettings &settings)
{
    const Threads threads = startThreads();
    const Encoder encoder(JxlEncoderCreate(nullptr), &JxlEncoderDestroy);
    if (!threads || !encoder
        || JxlEncoderSetParallelRunner(encoder.get(), JxlThreadParallelRunner, threads.get()) != JXL_ENC_SUCCESS
        || !describe(encoder.get(), image, settings) || !addFrame(encoder.get(), image, settings)) {
        return mediaerrors::encodingFailed(ImageFormat::Jxl);
    }
    JxlEncoderCloseInput(encoder.get());
    const QByteArray bytes = takeOutput(encoder.get());
    if (bytes.isEmpty()) {
        return mediaerrors::encodingFailed(ImageFormat::Jxl);
    }
    return bytes;
}

} // namespace

const Codec &jxlCodec()
{
    static const Codec codec {ImageFormat::Jxl, probe, decode, encode, profile, true};
    return codec;
}

} // namespace lightwell::codecs
