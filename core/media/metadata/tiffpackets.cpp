// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/tiffpackets.h"

#include "core/media/metadata/exivlibrary.h"
#include "core/media/metadata/tifffields.h"
#include "core/media/metadata/usercomment.h"

#include <exiv2/exiv2.hpp>

namespace lightwell::metadata {

namespace {

constexpr const char *commentKey = "Exif.Photo.UserComment";

/// As bytes: Exiv2 would put UTF-8 behind the name of UTF-16 where a letter needs more than two.
Exiv2::DataValue commentFor(const Exiv2::Image &file, const QByteArray &exif)
{
    const TiffFields fields(exif);
    const QString text = userCommentText(fields.exif(tifftags::userComment), fields.isBigEndian());
    const bool isLittle = file.byteOrder() != Exiv2::bigEndian;
    const QByteArray bytes = isLittle ? littleEndianUserComment(text) : userComment(text);
    Exiv2::DataValue value(Exiv2::undefined);
    value.read(exivBytes(bytes), bytes.size());
    return value;
}

} // namespace

Result<QByteArray> withTiffPackets(const QByteArray &bytes, const Packets &packets)
{
    return changedByExiv(bytes, ImageFormat::Tiff, [&packets](Exiv2::Image &file) {
        Exiv2::ExifData exif;
        if (!packets.exif.isEmpty()) {
            Exiv2::ExifParser::decode(exif, exivBytes(packets.exif), quint32(packets.exif.size()));
        }
        for (const Exiv2::Exifdatum &datum : exif) {
            file.exifData()[datum.key()] = datum.value();
        }
        if (exif.findKey(Exiv2::ExifKey(commentKey)) != exif.end()) {
            const Exiv2::DataValue comment = commentFor(file, packets.exif);
            file.exifData()[commentKey] = comment;
        }
        Exiv2::XmpData xmp;
        if (!packets.xmp.isEmpty() && Exiv2::XmpParser::decode(xmp, packets.xmp.toStdString()) == 0) {
            for (const Exiv2::Xmpdatum &datum : xmp) {
                file.xmpData()[datum.key()] = datum.value();
            }
        }
    });
}

} // namespace lightwell::metadata
