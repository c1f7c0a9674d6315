// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codecs/pngdamage.h"

#include <csetjmp>
#include <cstring>
#include <png.h>

namespace lightwell::codecs {

namespace {

// libpng would tell the standard error of the whole program.
[[noreturn]] void takeError(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

void takeMessage(png_structp, png_const_charp)
{
}

void giveBytes(png_structp png, png_bytep to, size_t count)
{
    QByteArrayView &rest = *static_cast<QByteArrayView *>(png_get_io_ptr(png));
    if (count > static_cast<size_t>(rest.size())) {
        png_error(png, "the file ends");
    }
    std::memcpy(to, rest.data(), count);
    rest = rest.sliced(static_cast<qsizetype>(count));
}

/// Nothing here may own anything, since libpng leaves by a jump.
bool readToEnd(png_struct *png, png_info *info)
{
    if (setjmp(png_jmpbuf(png)) != 0) {
        return false;
    }
    png_read_info(png, info);
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    for (int pass = 0; pass < passes; ++pass) {
        for (png_uint_32 y = 0; y < png_get_image_height(png, info); ++y) {
            png_read_row(png, nullptr, nullptr);
        }
    }
    png_read_end(png, info);
    return true;
}

} // namespace

bool isSoundPng(const QByteArray &bytes)
{
    QByteArrayView rest(bytes);
    png_struct *png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, takeError, takeMessage);
    png_info *info = png ? png_create_info_struct(png) : nullptr;
    bool isSound = false;
    if (info) {
        png_set_read_fn(png, &rest, giveBytes);
        isSound = readToEnd(png, info);
    }
    png_destroy_read_struct(&png, &info, nullptr);
    return isSound;
}

} // namespace lightwell::codecs
