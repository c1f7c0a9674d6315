// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <optional>

/// The boxes that AVIF, HEIF (ISO/IEC 14496-12) and JPEG XL containers (ISO/IEC 18181-2) are made of, at the
/// outermost level: enough to put a recipe behind the pixels without touching them, and to find it again.
namespace lightwell::metadata {

struct Box
{
    QByteArray type; ///< four letters
    QByteArray content; ///< of a "uuid" box: sixteen bytes of id, then the content

    friend bool operator==(const Box &, const Box &) = default;
};

/// One outermost box and where it stands.
struct BoxPlace
{
    QByteArray type;
    qsizetype begin = 0;
    qsizetype content = 0;
    qsizetype end = 0;
    bool isOpenEnded = false; ///< its length is "to the end of the file"
};
/// All of them, or nothing where they do not fill the bytes exactly.
[[nodiscard]] std::optional<QList<BoxPlace>> boxPlaces(const QByteArray &bytes);

/// Where XMP stands in ISO base media files: the id of its "uuid" box (XMP specification, part 3).
[[nodiscard]] QByteArray xmpBoxId();
/// Where C2PA stands in them: the id of its "uuid" box (C2PA specification, section A.4).
[[nodiscard]] QByteArray credentialsBoxId();
/// One box as it stands in a file.
[[nodiscard]] QByteArray boxOf(const QByteArray &type, const QByteArray &content);
/// The contents of all boxes of this type; nothing where the bytes are not boxes.
[[nodiscard]] QByteArrayList boxContents(const QByteArray &bytes, const QByteArray &type);
/// All of them, in their order; none where the bytes are not boxes.
[[nodiscard]] QList<Box> boxesIn(const QByteArray &bytes);
/// The file with the boxes at its end. Earlier ones of the same type (for "uuid": the same id) go. Nothing where
/// the file is broken.
[[nodiscard]] std::optional<QByteArray> withBoxes(const QByteArray &bytes, const QList<Box> &boxes);
/// A bare JPEG XL codestream becomes a container; one that is a container already stays as it is.
[[nodiscard]] QByteArray asJxlContainer(const QByteArray &bytes);

} // namespace lightwell::metadata
