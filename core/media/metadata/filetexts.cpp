// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/filetexts.h"

#include "core/media/metadata/boxes.h"
#include "core/media/metadata/giftexts.h"
#include "core/media/metadata/isoitems.h"
#include "core/media/metadata/jpegsegments.h"
#include "core/media/metadata/tifffields.h"
#include "core/media/metadata/usercomment.h"
#include "core/media/metadata/webpchunks.h"

#include <QStringDecoder>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace {

/// As the containers hold it, still encoded.
struct Found
{
    QByteArray exif;
    QByteArrayList xmp;
    QByteArrayList comments;
    QByteArray credentials;
};

/// In the order of `lists` the last of each: what is put behind the pixels counts.
QByteArray lastOf(const QByteArrayList &contents)
{
    return contents.isEmpty() ? QByteArray() : contents.constLast();
}

/// In an Exif box or item four bytes stand first that say how far the TIFF header is away.
QByteArray withoutOffset(const QByteArray &exif)
{
    constexpr qsizetype offsetBytes = 4;
    return exif.size() < offsetBytes ? QByteArray()
                                     : exif.mid(offsetBytes + qsizetype(qFromBigEndian<quint32>(exif.constData())));
}

Found inJxl(const QByteArray &bytes)
{
    Found found;
    found.exif = withoutOffset(lastOf(boxContents(bytes, "Exif")));
    found.xmp = {lastOf(boxContents(bytes, "xml "))};
    const QByteArrayList unions = boxContents(bytes, "jumb");
    for (const QByteArray &content : unions) {
        // Its description box comes first and names it.
        if (content.left(64).contains("c2pa")) {
            found.credentials = boxOf("jumb", content);
        }
    }
    return found;
}

Found inBaseMedia(const QByteArray &bytes)
{
    constexpr qsizetype idBytes = 16;
    Found found;
    const QByteArrayList boxes = boxContents(bytes, "uuid");
    for (const QByteArray &box : boxes) {
        if (box.startsWith(xmpBoxId())) {
            found.xmp.prepend(box.mid(idBytes));
        } else if (box.startsWith(credentialsBoxId())) {
            // Version and flags, what it is for and its zero, a number of eight bytes.
            const qsizetype purpose = box.indexOf('\0', idBytes + 4);
            found.credentials = purpose < 0 ? QByteArray() : box.mid(purpose + 1 + 8);
        }
    }
    const Packets packets = isoItems(bytes);
    found.exif = withoutOffset(packets.exif);
    found.xmp.append(packets.xmp);
    return found;
}

Found foundIn(const QByteArray &bytes, ImageFormat format)
{
    switch (format) {
    case ImageFormat::Jpeg: {
        const JpegTexts texts = jpegTexts(bytes);
        return {texts.exif, texts.xmp, texts.comments, texts.credentials};
    }
    case ImageFormat::Webp:
        return {webpChunk(bytes, "EXIF"), {webpChunk(bytes, "XMP ")}, {}, webpChunk(bytes, "C2PA")};
    case ImageFormat::Gif: {
        const GifTexts texts = gifTexts(bytes);
        return {{}, {texts.xmp}, texts.comments, texts.credentials};
    }
    case ImageFormat::Jxl:
        return inJxl(bytes);
    case ImageFormat::Avif:
    case ImageFormat::Heif:
        return inBaseMedia(bytes);
    case ImageFormat::Tiff: {
        const TiffFields fields(bytes);
        return {bytes, {fields.picture(tifftags::xmp)}, {}, fields.picture(tifftags::contentCredentials)};
    }
    case ImageFormat::Png: // its texts are read elsewhere
    case ImageFormat::Svg:
        break;
    }
    return {};
}

ExifTexts exifTexts(const TiffFields &fields)
{
    constexpr qsizetype longestNote = 64; // a camera's is no text
    ExifTexts texts;
    texts.make = textOf(fields.picture(tifftags::make));
    texts.model = textOf(fields.picture(tifftags::model));
    texts.description = textOf(fields.picture(tifftags::imageDescription));
    texts.software = textOf(fields.picture(tifftags::software));
    for (const QByteArray &note : {fields.exif(tifftags::makerNote), fields.picture(tifftags::makerNote)}) {
        if (!note.isEmpty() && note.size() <= longestNote) {
            texts.makerNote = textOf(note);
        }
    }
    const QByteArray comment = fields.exif(tifftags::userComment);
    texts.comment = userCommentText(comment, fields.isBigEndian());
    if (texts.comment.trimmed().isEmpty()) {
        texts.comment = userCommentText(fields.picture(tifftags::userComment), fields.isBigEndian());
    }
    const QByteArray windows = fields.picture(tifftags::windowsComment);
    texts.windowsComment = QStringDecoder(QStringConverter::Utf16LE).decode(windows);
    texts.windowsComment.remove(QChar::Null);
    return texts;
}

} // namespace

FileTexts fileTexts(const QByteArray &bytes, ImageFormat format)
{
    FileTexts texts;
    Found found = foundIn(bytes, format);
    if (format == ImageFormat::Png) {
        texts.png = pngTexts(bytes);
        found.exif = texts.png.exif;
        found.credentials = texts.png.credentials;
        found.xmp = {texts.png.text("XML:com.adobe.xmp"_L1).toUtf8()};
    }
    if (!found.exif.isEmpty()) {
        const TiffFields fields(found.exif);
        texts.exif = exifTexts(fields);
        texts.orientation = fields.orientation();
    }
    for (const QByteArray &packet : std::as_const(found.xmp)) {
        if (XmpFields properties(packet); !properties.isEmpty()) {
            texts.xmp.append(std::move(properties));
        }
    }
    for (const QByteArray &comment : std::as_const(found.comments)) {
        texts.comments.append(textOf(comment));
    }
    texts.credentials = found.credentials;
    return texts;
}

} // namespace lightwell::metadata
