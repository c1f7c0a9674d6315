// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

/// The segments of a JPEG file in front of its pixels that say something beside them.
namespace lightwell::metadata {

/// The most that one segment takes of each, behind the name that it begins with.
inline constexpr qsizetype maxJpegExif = 65527;
inline constexpr qsizetype maxJpegXmp = 65504;

struct JpegTexts
{
    QByteArray exif; ///< a TIFF stream
    QByteArrayList xmp; ///< the main packet, then what was too long for it
    QByteArrayList comments;
    QByteArray credentials; ///< C2PA (JUMBF), joined from its pieces
};
[[nodiscard]] JpegTexts jpegTexts(const QByteArray &bytes);

/// The file with these two in place of its own, behind its JFIF head. They have to fit their segments; what is
/// empty is not written. Nothing where the file is broken.
[[nodiscard]] std::optional<QByteArray> withJpegPackets(const QByteArray &bytes, const QByteArray &exif,
                                                        const QByteArray &xmp);

} // namespace lightwell::metadata
