// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/jpegdamage.h"

#include <QDeadlineTimer>

#include <csetjmp>
#include <cstdio> // before jpeglib.h, which needs it
#include <jerror.h>
#include <jpeglib.h>

namespace lightwell::codecs {

namespace {

/// What libjpeg's callbacks reach through its own structures, which therefore come first.
struct Watch
{
    jpeg_error_mgr errors;
    jpeg_progress_mgr progress;
    std::jmp_buf giveUp;
    JpegState state = JpegState::Sound;
    QDeadlineTimer deadline;
};

Watch &watchOf(j_common_ptr info)
{
    return *static_cast<Watch *>(info->client_data);
}

[[noreturn]] void giveUp(j_common_ptr info, JpegState state)
{
    watchOf(info).state = state;
    std::longjmp(watchOf(info).giveUp, 1); // libjpeg has no other way out
}

/// Some errors say only that this library reads no such JPEG.
[[noreturn]] void takeError(j_common_ptr info)
{
    switch (info->err->msg_code) {
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CCIR601_NOTIMPL:
    case JERR_COMPONENT_COUNT:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_NOTIMPL:
    case JERR_NOT_COMPILED:
    case JERR_SOF_UNSUPPORTED:
        giveUp(info, JpegState::Unreadable);
    case JERR_IMAGE_TOO_BIG:
    case JERR_OUT_OF_MEMORY:
    case JERR_WIDTH_OVERFLOW:
        giveUp(info, JpegState::TooCostly);
    default:
        giveUp(info, JpegState::Damaged);
    }
}

void takeMessage(j_common_ptr info, int level)
{
    if (level >= 0) {
        return; // it tells what it does
    }
    switch (info->err->msg_code) {
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_JPEG_EOF:
    case JWRN_MUST_RESYNC:
        giveUp(info, JpegState::Damaged);
    default:
        break;
    }
}

void lookAtClock(j_common_ptr info)
{
    if (watchOf(info).deadline.hasExpired()) {
        giveUp(info, JpegState::TooCostly);
    }
}

/// Scaled down as far as it goes: the codes are all read, and next to nothing is made of them.
void readScans(jpeg_decompress_struct &info)
{
    jpeg_read_header(&info, TRUE);
    info.scale_num = 1;
    info.scale_denom = 8;
    info.out_color_space = info.jpeg_color_space;
    info.dct_method = JDCT_IFAST;
    info.do_fancy_upsampling = FALSE;
    jpeg_start_decompress(&info);
    JSAMPARRAY line = (*info.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&info), JPOOL_IMAGE,
                                                info.output_width * static_cast<JDIMENSION>(info.output_components), 1);
    while (info.output_scanline < info.output_height) {
        jpeg_read_scanlines(&info, line, 1);
    }
    jpeg_finish_decompress(&info);
}

} // namespace

JpegState jpegState(const QByteArray &bytes, std::chrono::milliseconds most)
{
    Watch watch {};
    watch.deadline.setRemainingTime(most);
    jpeg_decompress_struct info {};
    info.err = jpeg_std_error(&watch.errors);
    watch.errors.error_exit = takeError;
    watch.errors.emit_message = takeMessage;
    watch.progress.progress_monitor = lookAtClock;
    info.client_data = &watch;
    // Nothing between here and the end of the reading may need a destructor.
    if (setjmp(watch.giveUp) == 0) { // NOLINT(cert-err52-cpp)
        jpeg_create_decompress(&info);
        info.progress = &watch.progress;
        jpeg_mem_src(&info, reinterpret_cast<const unsigned char *>(bytes.constData()),
                     static_cast<unsigned long>(bytes.size()));
        readScans(info);
    }
    jpeg_destroy_decompress(&info);
    return watch.state;
}

} // namespace lightwell::codecs
