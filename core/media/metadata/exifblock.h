// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell::metadata {

/// A TIFF stream of what a recipe says as EXIF, without the "Exif" prefix; what is empty is left out. The texts have no
/// zeros, and less than 2 GiB together. The most significant byte stands first: so do those of `comment`, and readers
/// by piexif know no other order of it.
struct ExifBlock
{
    QByteArray description; ///< ImageDescription
    QByteArray software; ///< Software
    QByteArray timeUtc; ///< DateTimeOriginal as "2026:01:31 23:59:59", with its offset from UTC
    QByteArray comment; ///< UserComment (usercomment.h)
    int orientation = 0; ///< 1 to 8; 0: not said

    [[nodiscard]] QByteArray bytes() const;
};

} // namespace lightwell::metadata
