// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/jpegwriter.h"

#include "core/media/mediaerrors.h"

#include <csetjmp>
#include <cstdio> // before jpeglib.h, which needs it
#include <cstdlib>
#include <jpeglib.h>

namespace lightwell::codecs {

namespace {

/// What libjpeg's callbacks reach through its own structures. Trivial, since libjpeg leaves by a jump.
struct Writing
{
    jpeg_compress_struct info;
    jpeg_error_mgr errors;
    std::jmp_buf giveUp;
    unsigned char *bytes;
    unsigned long size;
};

[[noreturn]] void takeError(j_common_ptr info)
{
    std::longjmp(static_cast<Writing *>(info->client_data)->giveUp, 1);
}

void takeMessage(j_common_ptr)
{
}

void setSampling(jpeg_compress_struct &info, Chroma chroma)
{
    info.comp_info[0].h_samp_factor = chroma == Chroma::Full444 ? 1 : 2;
    info.comp_info[0].v_samp_factor = chroma == Chroma::Quarter420 ? 2 : 1;
}

/// Whether it came to its end. Nothing here may own anything, see Writing.
bool write(Writing &writing, const QImage &image, const EncodeSettings &settings)
{
    jpeg_compress_struct &info = writing.info;
    if (setjmp(writing.giveUp) != 0) {
        return false;
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &writing.bytes, &writing.size);
    info.image_width = static_cast<JDIMENSION>(image.width());
    info.image_height = static_cast<JDIMENSION>(image.height());
    info.input_components = 4;
    info.in_color_space = JCS_EXT_RGBX;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, qBound(0, qRound(settings.quality), 100), TRUE);
    setSampling(info, settings.tuning.chroma.value_or(Chroma::Quarter420));
    info.optimize_coding = TRUE;
    if (settings.tuning.isProgressive) {
        jpeg_simple_progression(&info);
    }
    jpeg_start_compress(&info, TRUE);
    if (!settings.profile.isEmpty()) {
        jpeg_write_icc_profile(&info, reinterpret_cast<const JOCTET *>(settings.profile.constData()),
                               static_cast<unsigned>(settings.profile.size()));
    }
    while (info.next_scanline < info.image_height) {
        auto *line = const_cast<JSAMPROW>(image.constScanLine(static_cast<int>(info.next_scanline))); // only read
        jpeg_write_scanlines(&info, &line, 1);
    }
    jpeg_finish_compress(&info);
    return true;
}

} // namespace

Result<QByteArray> writeJpeg(const QImage &image, const EncodeSettings &settings)
{
    const QImage pixels = image.convertToFormat(QImage::Format_RGBX8888);
    Writing writing {};
    writing.info.err = jpeg_std_error(&writing.errors);
    writing.errors.error_exit = takeError;
    writing.errors.output_message = takeMessage;
    writing.info.client_data = &writing;
    const bool isWritten = !pixels.isNull() && write(writing, pixels, settings);
    const QByteArray bytes(reinterpret_cast<const char *>(writing.bytes), static_cast<qsizetype>(writing.size));
    jpeg_destroy_compress(&writing.info);
    std::free(writing.bytes); // NOLINT(cppcoreguidelines-no-malloc): libjpeg's
    return isWritten ? Result<QByteArray>(bytes) : mediaerrors::encodingFailed(ImageFormat::Jpeg);
}

} // namespace lightwell::codecs
