// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColorSpace>
#include <QImage>

namespace lightwell::codecs {

/// The ICC profile to write beside the pixels; empty for sRGB, which every format here assumes without one.
[[nodiscard]] QByteArray profileToWrite(const QImage &image);
/// What a profile read from a file means; sRGB where there is none or Qt does not understand it.
[[nodiscard]] QColorSpace colourSpaceFrom(const QByteArray &profile);
/// The picture in the form the codecs take: RGBA8888 where a pixel is transparent, else RGBX8888; its colour
/// space kept; no text of its origin attached. 16 bits a channel stay where `keepDepth` says so.
[[nodiscard]] QImage prepareForEncoding(const QImage &image, bool keepDepth);

/// A picture that was read carries the texts of its file along, which may be somebody's prompt: the same without.
[[nodiscard]] QImage withoutText(const QImage &image);
/// The same look in sRGB, for formats that cannot say what their colours are.
[[nodiscard]] QImage inStandardColours(const QImage &image);

} // namespace lightwell::codecs
