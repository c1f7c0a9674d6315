// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell::metadata {

/// What a JPEG file is made of, counted without decoding: readers do more than one would think for each.
struct JpegMarkers
{
    int segments = 0; ///< with a length, anywhere in the file
    int scans = 0;
};
[[nodiscard]] JpegMarkers jpegMarkers(const QByteArray &bytes);

} // namespace lightwell::metadata
