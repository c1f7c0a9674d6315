// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "core/model/result.h"

#include <QByteArray>

/// ICC profiles in the files that Qt writes itself: PNG, JPEG, TIFF. Qt keeps only those it understands.
namespace lightwell::metadata {

/// Exactly the bytes in the file; empty where there is none.
[[nodiscard]] QByteArray iccProfileIn(const QByteArray &bytes, ImageFormat format);
/// The file with this profile in place of whatever it had; no pixel is touched.
[[nodiscard]] Result<QByteArray> withIccProfile(const QByteArray &bytes, ImageFormat format, const QByteArray &profile);

/// Whether these bytes can be a profile of RGB pixels, and hold together as far as their head tells (ICC.1, section
/// 7.2). A profile of CMYK or grey says nothing about the RGB that pictures are read into.
[[nodiscard]] bool isRgbProfile(const QByteArray &profile);

} // namespace lightwell::metadata
