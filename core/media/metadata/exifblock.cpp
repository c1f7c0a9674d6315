// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/exifblock.h"

#include "core/media/metadata/tifffields.h"

#include <QList>
#include <QtEndian>

namespace lightwell::metadata {

namespace {

enum class Type : quint16 { Ascii = 2, Short = 3, Long = 4, Undefined = 7 };

constexpr qsizetype entryBytes = 12;
constexpr qsizetype bytesInEntry = 4; // a longer value stands behind the directory

template<typename Number>
QByteArray bigEndian(Number number)
{
    const Number swapped = qToBigEndian(number);
    return {reinterpret_cast<const char *>(&swapped), sizeof(Number)};
}

template<typename Number>
void put(QByteArray &bytes, Number number)
{
    const Number swapped = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&swapped), sizeof(Number));
}

struct Entry
{
    quint16 tag; ///< rising within a directory
    Type type;
    QByteArray value;
};

void addText(QList<Entry> &directory, quint16 tag, const QByteArray &text)
{
    if (!text.isEmpty()) {
        directory.append({tag, Type::Ascii, text + '\0'});
    }
}

qsizetype directoryBytes(const QList<Entry> &entries)
{
    return 2 + entries.size() * entryBytes + 4;
}

/// Behind what `bytes` holds, which begins with the header: all positions count from there.
void append(QByteArray &bytes, const QList<Entry> &entries)
{
    const qsizetype valuesAt = bytes.size() + directoryBytes(entries);
    QByteArray values;
    put(bytes, quint16(entries.size()));
    for (const Entry &entry : entries) {
        const bool isNumber = entry.type == Type::Long || entry.type == Type::Short;
        const qsizetype count = isNumber ? 1 : entry.value.size();
        put(bytes, entry.tag);
        put(bytes, quint16(entry.type));
        put(bytes, quint32(count));
        if (entry.value.size() <= bytesInEntry) {
            bytes.append(entry.value).append(bytesInEntry - entry.value.size(), '\0');
            continue;
        }
        put(bytes, quint32(valuesAt + values.size()));
        values += entry.value;
        if (values.size() % 2 != 0) {
            values += '\0'; // values begin at even positions
        }
    }
    put(bytes, quint32(0)); // no next directory
    bytes += values;
}

/// What append() writes.
qsizetype bytesOf(const QList<Entry> &entries)
{
    qsizetype bytes = directoryBytes(entries);
    for (const Entry &entry : entries) {
        bytes += entry.value.size() <= bytesInEntry ? 0 : (entry.value.size() + 1) / 2 * 2;
    }
    return bytes;
}

} // namespace

QByteArray ExifBlock::bytes() const
{
    QList<Entry> picture;
    addText(picture, tifftags::imageDescription, description);
    if (orientation != 0) {
        picture.append({tifftags::orientation, Type::Short, bigEndian(quint16(orientation))});
    }
    addText(picture, tifftags::software, software);
    QList<Entry> exif;
    if (!timeUtc.isEmpty()) {
        addText(exif, tifftags::dateTimeOriginal, timeUtc);
        addText(exif, tifftags::offsetTimeOriginal, "+00:00");
    }
    if (!comment.isEmpty()) {
        exif.append({tifftags::userComment, Type::Undefined, comment});
    }
    constexpr qsizetype usual = 1024;
    QByteArray result;
    result.reserve(usual);
    result.append("MM");
    put(result, quint16(42));
    put(result, quint32(8));
    if (exif.isEmpty()) {
        append(result, picture);
        return result;
    }
    picture.append({tifftags::exifDirectory, Type::Long, bigEndian(quint32(0))});
    picture.last().value = bigEndian(quint32(result.size() + bytesOf(picture)));
    append(result, picture);
    append(result, exif);
    return result;
}

} // namespace lightwell::metadata
