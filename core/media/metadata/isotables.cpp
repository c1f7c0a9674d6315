// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/isotables.h"

#include "core/media/metadata/boxes.h"
#include "core/media/metadata/boxnumbers.h"

#include <algorithm>

namespace lightwell::metadata {

namespace {

QByteArray number(quint64 value, int size)
{
    QByteArray result;
    for (int i = size - 1; i >= 0; --i) {
        result.append(char(value >> (8 * i)));
    }
    return result;
}

} // namespace

const IsoLocation *IsoLocations::find(quint32 id) const
{
    const auto found =
        std::find_if(list.begin(), list.end(), [id](const IsoLocation &location) { return location.id == id; });
    return found == list.end() ? nullptr : &*found;
}

void IsoLocations::remove(quint32 id)
{
    list.removeIf([id](const IsoLocation &location) { return location.id == id; });
}

std::optional<quint32> primaryItem(const QByteArray &pitm)
{
    BoxNumbers numbers(pitm);
    const quint64 version = numbers.next(4) >> 24;
    const auto id = quint32(numbers.next(version == 0 ? 2 : 4));
    return numbers.isGood() ? std::optional(id) : std::nullopt;
}

std::optional<QList<IsoItem>> readItems(const QByteArray &iinf)
{
    QList<IsoItem> items;
    BoxNumbers head(iinf);
    const quint64 version = head.next(4) >> 24;
    (void)head.next(version == 0 ? 2 : 4);
    const QByteArray content = iinf.mid(head.at());
    if (!boxPlaces(content)) {
        return std::nullopt;
    }
    const QList<Box> boxes = boxesIn(content);
    for (const Box &box : boxes) {
        BoxNumbers numbers(box.content);
        const quint64 kind = numbers.next(4) >> 24;
        IsoItem item;
        item.id = quint32(numbers.next(kind == 2 ? 2 : 4));
        (void)numbers.next(2); // its protection
        item.type = box.content.mid(numbers.at(), 4);
        const qsizetype name = box.content.indexOf('\0', numbers.at() + 4);
        if (item.type == "mime" && name >= 0) {
            const qsizetype end = box.content.indexOf('\0', name + 1);
            item.contentType = box.content.mid(name + 1, end < 0 ? -1 : end - name - 1);
        }
        if (box.type == "infe" && kind >= 2 && numbers.isGood()) {
            items.append(item);
        }
    }
    return items;
}

std::optional<IsoLocations> readLocations(const QByteArray &iloc)
{
    constexpr quint64 most = 20'000; // each is compared with others
    BoxNumbers numbers(iloc);
    IsoLocations locations;
    locations.version = int(numbers.next(4) >> 24);
    const auto sizes = int(numbers.next(2));
    const int offsetSize = sizes >> 12;
    const int lengthSize = sizes >> 8 & 15;
    const int baseSize = sizes >> 4 & 15;
    const int indexSize = locations.version == 0 ? 0 : sizes & 15;
    const quint64 count = numbers.next(locations.version < 2 ? 2 : 4);
    quint64 extents = 0;
    for (quint64 i = 0; i < count && numbers.isGood(); ++i) {
        IsoLocation location;
        location.id = quint32(numbers.next(locations.version < 2 ? 2 : 4));
        location.method = locations.version == 0 ? 0 : int(numbers.next(2) & 15);
        const quint64 otherFile = numbers.next(2);
        const quint64 base = numbers.next(baseSize);
        const quint64 pieces = numbers.next(2);
        extents += pieces;
        if (extents > most || otherFile != 0 || location.method > IsoLocation::InTables) {
            return std::nullopt;
        }
        for (quint64 k = 0; k < pieces && numbers.isGood(); ++k) {
            (void)numbers.next(indexSize);
            const quint64 offset = base + numbers.next(offsetSize);
            const quint64 length = numbers.next(lengthSize);
            constexpr quint64 largest = 0x7fffffff;
            if (offset > largest || length > largest || length == 0) {
                return std::nullopt;
            }
            location.extents.append({qint64(offset), qint64(length)});
        }
        locations.list.append(location);
    }
    return numbers.isGood() ? std::optional(locations) : std::nullopt;
}

QByteArray writtenLocations(const IsoLocations &locations)
{
    constexpr int fourBytesEach = 0x4400; // for positions and lengths; no base and no index
    const int idBytes = locations.version < 2 ? 2 : 4;
    QByteArray result = number(quint64(locations.version) << 24, 4) + number(fourBytesEach, 2)
        + number(quint64(locations.list.size()), idBytes);
    for (const IsoLocation &location : locations.list) {
        result += number(location.id, idBytes);
        result += locations.version == 0 ? QByteArray() : number(quint64(location.method), 2);
        result += number(0, 2) + number(quint64(location.extents.size()), 2);
        for (const IsoExtent &extent : location.extents) {
            result += number(quint64(extent.offset), 4) + number(quint64(extent.length), 4);
        }
    }
    return result;
}

QByteArray itemBox(const IsoItem &item)
{
    QByteArray content = number(2ULL << 24, 4) + number(item.id, 2) + number(0, 2) + item.type + '\0';
    if (item.type == "mime") {
        content += item.contentType + '\0';
    }
    return boxOf("infe", content);
}

QByteArray withMoreItems(const QByteArray &iinf, const QByteArray &boxes, int count)
{
    BoxNumbers numbers(iinf);
    const quint64 head = numbers.next(4);
    const int countBytes = head >> 24 == 0 ? 2 : 4;
    const quint64 there = numbers.next(countBytes);
    return number(head, 4) + number(there + quint64(count), countBytes) + iinf.mid(numbers.at()) + boxes;
}

QByteArray descriptionReference(quint32 item, quint32 what)
{
    return boxOf("cdsc", number(item, 2) + number(1, 2) + number(what, 2));
}

} // namespace lightwell::metadata
