// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/heifsize.h"

#include "core/media/metadata/boxes.h"
#include "core/media/metadata/boxnumbers.h"

#include <QtEndian>

namespace lightwell::metadata {

namespace {

constexpr qsizetype versionBytes = 4; // and flags

QByteArray only(const QByteArray &bytes, const QByteArray &type)
{
    const QByteArrayList contents = boxContents(bytes, type);
    return contents.isEmpty() ? QByteArray() : contents.constFirst();
}

/// The places of the item's properties in the list of all, from 1; in the order in which they are applied.
QList<quint32> propertiesOf(quint32 item, const QByteArray &associations)
{
    BoxNumbers numbers(associations);
    const quint32 head = numbers.next(4);
    const int idBytes = head >> 24 == 0 ? 2 : 4;
    const int indexBytes = head & 1 ? 2 : 1;
    const quint32 items = numbers.next(4);
    QList<quint32> found;
    for (quint32 i = 0; i < items && numbers.isGood(); ++i) {
        const bool isWanted = numbers.next(idBytes) == item;
        const quint32 count = numbers.next(1);
        for (quint32 k = 0; k < count && numbers.isGood(); ++k) {
            const quint32 index = numbers.next(indexBytes) & (indexBytes == 2 ? 0x7fffU : 0x7fU);
            if (isWanted) {
                found.append(index);
            }
        }
    }
    return found;
}

QSize cut(const QByteArray &clap, QSize whole)
{
    BoxNumbers numbers(clap);
    const quint32 width = numbers.next(4);
    const quint32 widthParts = numbers.next(4);
    const quint32 height = numbers.next(4);
    const quint32 heightParts = numbers.next(4);
    if (!numbers.isGood() || widthParts == 0 || heightParts == 0) {
        return whole;
    }
    return QSize(int(width / widthParts), int(height / heightParts)).boundedTo(whole);
}

QSize sizeIn(const QByteArray &ispe)
{
    constexpr quint32 largest = 1U << 30;
    BoxNumbers numbers(ispe);
    (void)numbers.next(4);
    const quint32 width = qMin(numbers.next(4), largest);
    const quint32 height = qMin(numbers.next(4), largest);
    return numbers.isGood() ? QSize(int(width), int(height)) : QSize();
}

} // namespace

std::optional<QSize> heifSize(const QByteArray &bytes)
{
    const QByteArray meta = only(bytes, "meta").mid(versionBytes);
    const QByteArray primary = only(meta, "pitm");
    const QByteArray properties = only(meta, "iprp");
    BoxNumbers numbers(primary);
    const quint32 version = numbers.next(4) >> 24;
    const quint32 item = numbers.next(version == 0 ? 2 : 4);
    if (!numbers.isGood()) {
        return std::nullopt;
    }
    const QList<Box> all = boxesIn(only(properties, "ipco"));
    const QList<quint32> wanted = propertiesOf(item, only(properties, "ipma"));
    QSize size;
    for (const quint32 index : wanted) {
        if (index < 1 || index > quint32(all.size())) {
            continue;
        }
        const Box &box = all.at(qsizetype(index) - 1);
        if (box.type == "ispe") {
            size = sizeIn(box.content);
        } else if (box.type == "clap") {
            size = cut(box.content, size);
        } else if (box.type == "irot" && !box.content.isEmpty() && (box.content.at(0) & 1)) {
            size.transpose();
        }
    }
    return size.isEmpty() ? std::nullopt : std::optional(size);
}

} // namespace lightwell::metadata
