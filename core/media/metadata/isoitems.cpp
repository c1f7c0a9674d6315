// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/isoitems.h"

#include "core/media/metadata/boxes.h"
#include "core/media/metadata/isotables.h"

#include <algorithm>
#include <array>

namespace lightwell::metadata {

namespace {

constexpr qsizetype versionBytes = 4; // of a full box, and flags
constexpr qsizetype offsetBytes = 4; ///< in front of EXIF: how far its header is away

/// The file's parts, and what its "meta" box says of its items.
struct Tables
{
    QList<BoxPlace> places;
    qsizetype meta = -1; ///< which of them
    QByteArray metaHead; ///< version and flags
    QList<Box> boxes; ///< in it
    QList<IsoItem> items;
    IsoLocations locations;
    quint32 primary = 0;
};

std::optional<qsizetype> indexOf(const QList<Box> &boxes, const QByteArray &type)
{
    const auto found = std::find_if(boxes.begin(), boxes.end(), [&](const Box &box) { return box.type == type; });
    return found == boxes.end() ? std::nullopt : std::optional<qsizetype>(found - boxes.begin());
}

std::optional<Tables> tablesIn(const QByteArray &bytes)
{
    Tables tables;
    tables.places = boxPlaces(bytes).value_or(QList<BoxPlace> {});
    for (qsizetype i = 0; i < tables.places.size() && tables.meta < 0; ++i) {
        tables.meta = tables.places.at(i).type == "meta" ? i : -1;
    }
    if (tables.meta < 0) {
        return std::nullopt;
    }
    const BoxPlace &place = tables.places.at(tables.meta);
    const QByteArray meta = bytes.mid(place.content, place.end - place.content);
    tables.metaHead = meta.left(versionBytes);
    tables.boxes = boxesIn(meta.mid(versionBytes));
    const auto primary = indexOf(tables.boxes, "pitm");
    const auto items = indexOf(tables.boxes, "iinf");
    const auto locations = indexOf(tables.boxes, "iloc");
    if (!primary || !items || !locations) {
        return std::nullopt;
    }
    const std::optional<quint32> id = primaryItem(tables.boxes.at(*primary).content);
    const std::optional<IsoLocations> read = readLocations(tables.boxes.at(*locations).content);
    const std::optional<QList<IsoItem>> found = readItems(tables.boxes.at(*items).content);
    if (!id || !read || !found) {
        return std::nullopt;
    }
    tables.primary = *id;
    tables.items = *found;
    tables.locations = *read;
    return tables;
}

bool isExif(const IsoItem &item)
{
    return item.type == "Exif";
}

bool isXmp(const IsoItem &item)
{
    return item.type == "mime" && item.contentType == "application/rdf+xml";
}

QByteArray contentOf(const QByteArray &bytes, const Tables &tables, bool (*isWanted)(const IsoItem &))
{
    constexpr qint64 most = 8LL * 1024 * 1024;
    const auto item = std::find_if(tables.items.begin(), tables.items.end(), isWanted);
    const IsoLocation *location = item == tables.items.end() ? nullptr : tables.locations.find(item->id);
    if (!location || location->method > IsoLocation::InTables) {
        return {};
    }
    const auto own = indexOf(tables.boxes, "idat");
    const QByteArray inTables = own ? tables.boxes.at(*own).content : QByteArray();
    const QByteArray &source = location->method == IsoLocation::InFile ? bytes : inTables;
    QByteArray content;
    for (const IsoExtent &extent : location->extents) {
        if (extent.offset > source.size() || content.size() + extent.length > most) {
            return {};
        }
        content += source.mid(extent.offset, extent.length);
    }
    return content;
}

/// Whether all that is known of positions in the file stands in its "meta" box.
bool hasOnlyPictures(const QList<BoxPlace> &places)
{
    static constexpr std::array plain {"ftyp", "meta", "mdat", "free", "skip", "uuid"};
    constexpr qsizetype most = 100; // a file has four or five
    const auto isMeta = [](const BoxPlace &place) { return place.type == "meta"; };
    return places.size() <= most && std::count_if(places.begin(), places.end(), isMeta) == 1
        && std::all_of(places.begin(), places.end(), [](const BoxPlace &place) {
               return std::find(plain.begin(), plain.end(), place.type) != plain.end();
           });
}

/// The item's number, made where there is none.
quint32 itemFor(Tables &tables, const IsoItem &kind, bool (*isWanted)(const IsoItem &), QByteArray &newItems,
                QByteArray &newReferences)
{
    const auto there = std::find_if(tables.items.begin(), tables.items.end(), isWanted);
    if (there != tables.items.end()) {
        return there->id;
    }
    quint32 id = 0;
    for (const IsoItem &item : std::as_const(tables.items)) {
        id = std::max(id, item.id);
    }
    for (const IsoLocation &location : std::as_const(tables.locations.list)) {
        id = std::max(id, location.id);
    }
    IsoItem item = kind;
    item.id = id + 1;
    tables.items.append(item);
    newItems += itemBox(item);
    newReferences += descriptionReference(item.id, tables.primary);
    return item.id;
}

bool overlap(const IsoExtent &one, const IsoExtent &other)
{
    return one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}

bool isUsed(const IsoExtent &place, const IsoLocations &locations)
{
    return std::any_of(locations.list.begin(), locations.list.end(), [&place](const IsoLocation &location) {
        return location.method == IsoLocation::InFile
            && std::any_of(location.extents.begin(), location.extents.end(),
                           [&place](const IsoExtent &extent) { return overlap(place, extent); });
    });
}

/// Zeros in place of what these items said: it would stay in the file, where nobody looks for it. False where others
/// share it.
bool wipe(QByteArray &bytes, const IsoLocation *location, const IsoLocations &others)
{
    if (!location || location->method != IsoLocation::InFile) {
        return true;
    }
    for (const IsoExtent &extent : location->extents) {
        if (isUsed(extent, others) || extent.offset + extent.length > bytes.size()) {
            return false;
        }
        std::fill_n(bytes.begin() + extent.offset, extent.length, '\0');
    }
    return true;
}

/// Leaves out what held nothing but the items that were removed, and XMP outside the tables.
QList<bool> placesThatStay(const QByteArray &bytes, const Tables &tables, const IsoLocations &locations)
{
    QList<bool> stay;
    for (const BoxPlace &place : tables.places) {
        const bool isOldXmp = place.type == "uuid" && bytes.mid(place.content).startsWith(xmpBoxId());
        const bool isEmpty = place.type == "mdat" && !isUsed({place.content, place.end - place.content}, locations);
        stay.append(!isOldXmp && !isEmpty);
    }
    return stay;
}

/// The file's parts anew with another "meta" box; where each begins in it.
struct Written
{
    QByteArray bytes;
    QList<qsizetype> begins; ///< of `places`; -1: left out
};

Written written(const QByteArray &bytes, const Tables &tables, const QList<bool> &stay, const QByteArray &meta)
{
    Written result;
    for (qsizetype i = 0; i < tables.places.size(); ++i) {
        const BoxPlace &place = tables.places.at(i);
        const QByteArray whole = bytes.mid(place.begin, place.end - place.begin);
        result.begins.append(stay.at(i) ? result.bytes.size() : -1);
        if (i == tables.meta) {
            result.bytes += meta;
        } else if (stay.at(i)) {
            result.bytes += place.isOpenEnded ? boxOf(place.type, whole.mid(place.content - place.begin)) : whole;
        }
    }
    return result;
}

/// Positions in the new file for those in the old one; false where one lies in no part that stays.
bool moveAll(IsoLocations &locations, const Tables &tables, const Written &file)
{
    for (IsoLocation &location : locations.list) {
        for (IsoExtent &extent : location.extents) {
            if (location.method != IsoLocation::InFile) {
                continue;
            }
            const auto place =
                std::find_if(tables.places.begin(), tables.places.end(), [&extent](const BoxPlace &candidate) {
                    return extent.offset >= candidate.content && extent.offset + extent.length <= candidate.end;
                });
            const qsizetype index = place - tables.places.begin();
            if (place == tables.places.end() || index == tables.meta || file.begins.at(index) < 0) {
                return false;
            }
            extent.offset += file.begins.at(index) - place->begin;
        }
    }
    return true;
}

QByteArray metaBox(const Tables &tables, const QByteArray &locations, const QByteArray &newItems, int count,
                   const QByteArray &newReferences)
{
    QByteArray content = tables.metaHead;
    for (const Box &box : tables.boxes) {
        if (box.type == "iloc") {
            content += boxOf("iloc", locations);
        } else if (box.type == "iinf") {
            content += boxOf("iinf", withMoreItems(box.content, newItems, count));
        } else if (box.type == "iref") {
            content += boxOf("iref", box.content + newReferences);
        } else {
            content += boxOf(box.type, box.content);
        }
    }
    const bool hasReferences = indexOf(tables.boxes, "iref").has_value();
    return boxOf("meta",
                 hasReferences ? content : QByteArray(content + boxOf("iref", QByteArray(4, '\0') + newReferences)));
}

} // namespace

Packets isoItems(const QByteArray &bytes)
{
    const std::optional<Tables> tables = tablesIn(bytes);
    if (!tables) {
        return {};
    }
    return {contentOf(bytes, *tables, isExif), contentOf(bytes, *tables, isXmp)};
}

bool isAllReplacedByItems(const QByteArray &bytes)
{
    const std::optional<Tables> tables = tablesIn(bytes);
    if (!tables || !withIsoItems(bytes, {})) {
        return false;
    }
    const bool areKnown = std::all_of(tables->places.begin(), tables->places.end(), [&bytes](const BoxPlace &place) {
        return place.type == "ftyp" || place.type == "meta" || place.type == "mdat"
            || (place.type == "uuid" && bytes.mid(place.content).startsWith(xmpBoxId()));
    });
    int exif = 0;
    int xmp = 0;
    for (const IsoItem &item : tables->items) {
        const bool isText = isExif(item) || item.type == "mime" || item.type == "uri ";
        const IsoLocation *location = isText ? tables->locations.find(item.id) : nullptr;
        if ((isText && !isExif(item) && !isXmp(item)) || (location && location->method != IsoLocation::InFile)) {
            return false;
        }
        exif += isExif(item) ? 1 : 0;
        xmp += isXmp(item) ? 1 : 0;
    }
    return areKnown && exif <= 1 && xmp <= 1;
}

std::optional<QByteArray> withIsoItems(const QByteArray &bytes, const Packets &packets)
{
    constexpr qsizetype largest = 0x7fffffff; // positions have 32 bits
    std::optional<Tables> tables = tablesIn(bytes);
    if (!tables || !hasOnlyPictures(tables->places)
        || bytes.size() > largest - packets.xmp.size() - packets.exif.size()) {
        return std::nullopt;
    }
    const auto references = indexOf(tables->boxes, "iref");
    const QByteArray given = references ? tables->boxes.at(*references).content : QByteArray(versionBytes, '\0');
    if (!given.startsWith(QByteArray(versionBytes, '\0')) || !boxPlaces(given.mid(versionBytes))) {
        return std::nullopt; // among them, numbers of four bytes
    }
    QByteArray newItems;
    QByteArray newReferences;
    const qsizetype before = tables->items.size();
    const quint32 exif = itemFor(*tables, {0, "Exif", {}}, isExif, newItems, newReferences);
    const quint32 xmp = itemFor(*tables, {0, "mime", "application/rdf+xml"}, isXmp, newItems, newReferences);
    const int count = int(tables->items.size() - before);
    if (std::max(exif, xmp) > 0xffff) {
        return std::nullopt;
    }
    IsoLocations locations = tables->locations;
    locations.remove(exif);
    locations.remove(xmp);
    const IsoLocations stays = locations;
    QByteArray source = bytes;
    if (!wipe(source, tables->locations.find(exif), stays) || !wipe(source, tables->locations.find(xmp), stays)) {
        return std::nullopt;
    }
    const QList<bool> stay = placesThatStay(bytes, *tables, stays);
    const QByteArray exifContent = QByteArray(offsetBytes, '\0') + packets.exif;
    // The tables are as long whatever positions they hold, so the first ones need not be right.
    const auto fileWith = [&](const IsoLocations &all) {
        return written(source, *tables, stay, metaBox(*tables, writtenLocations(all), newItems, count, newReferences));
    };
    const auto add = [&](IsoLocations &all, qint64 at) {
        all.list.append({exif, IsoLocation::InFile, {{at, exifContent.size()}}});
        all.list.append({xmp, IsoLocation::InFile, {{at + exifContent.size(), packets.xmp.size()}}});
    };
    add(locations, 0);
    const Written draft = fileWith(locations);
    IsoLocations moved = stays;
    if (!moveAll(moved, *tables, draft)) {
        return std::nullopt;
    }
    constexpr qsizetype headBytes = 8;
    add(moved, draft.bytes.size() + headBytes);
    return fileWith(moved).bytes + boxOf("mdat", exifContent + packets.xmp);
}

} // namespace lightwell::metadata
