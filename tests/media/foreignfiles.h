// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QString>

/// Small pictures as other programs leave them, made by hand.
namespace lightwell::test {

/// A picture with these chunks in front of its pixels.
[[nodiscard]] QByteArray pngSaying(const QByteArray &chunks);
[[nodiscard]] QByteArray textChunk(const QByteArray &keyword, const QByteArray &text); ///< tEXt
[[nodiscard]] QByteArray packedTextChunk(const QByteArray &keyword, const QByteArray &text); ///< zTXt
/// iTXt; `isPacked`: deflated.
[[nodiscard]] QByteArray unicodeTextChunk(const QByteArray &keyword, const QByteArray &utf8, bool isPacked = false);

/// An entry of type "undefined", or a text (with its zero), of a TIFF directory.
struct ExifEntry
{
    quint16 tag = 0;
    QByteArray value;
    bool isText = false;
};
/// A TIFF stream with one directory and, where there are `exif` entries, EXIF's in it.
[[nodiscard]] QByteArray exifOf(const QList<ExifEntry> &picture, const QList<ExifEntry> &exif, bool isBigEndian);

[[nodiscard]] QByteArray jpegSegment(quint8 marker, const QByteArray &content);
[[nodiscard]] QByteArray jpegSaying(const QByteArray &segments);
[[nodiscard]] QByteArray jpegWithExif(const QByteArray &exif);
[[nodiscard]] QByteArray webpWithExif(const QByteArray &exif);
[[nodiscard]] QByteArray avifWithExif(const QByteArray &exif);
/// An XMP packet with these children (elements) in its description; the usual namespaces are declared.
[[nodiscard]] QByteArray xmpSaying(const QByteArray &attributes, const QByteArray &elements = {});

/// One box of ISO base media files.
[[nodiscard]] QByteArray boxSaying(const QByteArray &type, const QByteArray &content);
/// A C2PA store with one manifest: CBOR of its claim, its actions and its signature.
[[nodiscard]] QByteArray credentialStore(const QByteArray &claim, const QByteArray &actions,
                                         const QByteArray &signature);

/// Bits of `payload` in the lowest bit of alpha, column by column, behind signature and length.
[[nodiscard]] QImage hiding(const QByteArray &signature, const QByteArray &payload);
[[nodiscard]] QByteArray gzipped(const QByteArray &content);

} // namespace lightwell::test
