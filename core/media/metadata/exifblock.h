// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell::metadata {

/// A TIFF stream of what a recipe says as EXIF, without the "Exif" prefix; empty texts are left out. The texts have no
/// zeros, and less than 2 GiB together.
struct ExifBlock
{
    QByteArray description; ///< ImageDescription
    QByteArray software; ///< Software
    QByteArray timeUtc; ///< DateTimeOriginal as "2026:01:31 23:59:59", with its offset from UTC
    QByteArray comment; ///< UserComment; plain ASCII

    [[nodiscard]] QByteArray bytes() const;
};

} // namespace lightwell::metadata
