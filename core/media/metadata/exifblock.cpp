// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/exifblock.h"

#include <QList>
#include <QtEndian>

namespace lightwell::metadata {

namespace {

enum class Type : quint16 { Ascii = 2, Long = 4, Undefined = 7 };

constexpr quint16 imageDescription = 0x010e;
constexpr quint16 softwareName = 0x0131;
constexpr quint16 exifDirectory = 0x8769;
constexpr quint16 dateTimeOriginal = 0x9003;
constexpr quint16 offsetTimeOriginal = 0x9011;
constexpr quint16 userComment = 0x9286;

constexpr qsizetype entryBytes = 12;
constexpr qsizetype bytesInEntry = 4; // a longer value stands behind the directory

template<typename Number>
QByteArray littleEndian(Number number)
{
    const Number swapped = qToLittleEndian(number);
    return {reinterpret_cast<const char *>(&swapped), sizeof(Number)};
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
    bytes += littleEndian(quint16(entries.size()));
    for (const Entry &entry : entries) {
        const qsizetype count = entry.type == Type::Long ? 1 : entry.value.size();
        bytes += littleEndian(entry.tag) + littleEndian(quint16(entry.type)) + littleEndian(quint32(count));
        if (entry.value.size() <= bytesInEntry) {
            bytes += entry.value.leftJustified(bytesInEntry, '\0');
            continue;
        }
        bytes += littleEndian(quint32(valuesAt + values.size()));
        values += entry.value;
        if (values.size() % 2 != 0) {
            values += '\0'; // values begin at even positions
        }
    }
    bytes += littleEndian(quint32(0)); // no next directory
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
    addText(picture, imageDescription, description);
    addText(picture, softwareName, software);
    QList<Entry> exif;
    if (!timeUtc.isEmpty()) {
        addText(exif, dateTimeOriginal, timeUtc);
        addText(exif, offsetTimeOriginal, "+00:00");
    }
    if (!comment.isEmpty()) {
        exif.append({userComment, Type::Undefined, QByteArray("ASCII\0\0\0", 8) + comment});
    }
    QByteArray result = "II" + littleEndian(quint16(42)) + littleEndian(quint32(8));
    if (exif.isEmpty()) {
        append(result, picture);
        return result;
    }
    picture.append({exifDirectory, Type::Long, littleEndian(quint32(0))});
    picture.last().value = littleEndian(quint32(result.size() + bytesOf(picture)));
    append(result, picture);
    append(result, exif);
    return result;
}

} // namespace lightwell::metadata
