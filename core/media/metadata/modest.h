// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What Exiv2 may be given of a foreign file. It compares every property of an XMP packet with every other, and copies
/// each value of a directory as often as one points to it: a megabyte would keep it busy for minutes, and everybody
/// else waiting for its lock.
namespace lightwell::metadata {

/// Far more than a recipe has: thousands of elements and attributes are none that a program wrote.
[[nodiscard]] bool isModestXmp(const QByteArray &xmp);
/// A TIFF file or the content of an EXIF block: its directories are few, their values together about as long as the
/// file, and the XMP in it is modest. Notes of a camera's maker, which can hold anything, only in small ones.
[[nodiscard]] bool isModestTiff(const QByteArray &bytes);

} // namespace lightwell::metadata
