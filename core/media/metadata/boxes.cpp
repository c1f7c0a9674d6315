// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/boxes.h"

#include <QtEndian>

#include <algorithm>

namespace lightwell::metadata {

namespace {

constexpr int headBytes = 8; // length and type
constexpr int longHeadBytes = 16; // with a length of eight bytes
constexpr int idBytes = 16;

std::optional<BoxPlace> placeAt(const QByteArray &bytes, qsizetype begin)
{
    if (bytes.size() - begin < headBytes) {
        return std::nullopt;
    }
    BoxPlace place {bytes.mid(begin + 4, 4), begin, begin + headBytes, 0, false};
    quint64 length = qFromBigEndian<quint32>(bytes.constData() + begin);
    if (length == 1) {
        if (bytes.size() - begin < longHeadBytes) {
            return std::nullopt;
        }
        length = qFromBigEndian<quint64>(bytes.constData() + begin + headBytes);
        place.content = begin + longHeadBytes;
    } else if (length == 0) {
        length = quint64(bytes.size() - begin);
        place.isOpenEnded = true;
    }
    if (length < quint64(place.content - begin) || length > quint64(bytes.size() - begin)) {
        return std::nullopt;
    }
    place.end = begin + qsizetype(length);
    return place;
}

/// More are no file that a program wrote; each takes many times its eight bytes to remember.
constexpr qsizetype maxBoxes = 100'000;

QByteArray bigEndian(quint32 number)
{
    const quint32 swapped = qToBigEndian(number);
    return {reinterpret_cast<const char *>(&swapped), 4};
}

QByteArray framed(const Box &box)
{
    return bigEndian(quint32(box.content.size() + headBytes)) + box.type + box.content;
}

bool replaces(const Box &fresh, const BoxPlace &old, const QByteArray &bytes)
{
    return fresh.type == old.type
        && (fresh.type != "uuid" || bytes.mid(old.content, idBytes) == fresh.content.left(idBytes));
}

} // namespace

std::optional<QList<BoxPlace>> boxPlaces(const QByteArray &bytes)
{
    QList<BoxPlace> places;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const std::optional<BoxPlace> place = placeAt(bytes, at);
        if (!place || places.size() == maxBoxes) {
            return std::nullopt;
        }
        places.append(*place);
        at = place->end;
    }
    return places;
}

QByteArray xmpBoxId()
{
    return QByteArray::fromHex("be7acfcb97a942e89c71999491e3afac");
}

QByteArray credentialsBoxId()
{
    return QByteArray::fromHex("d8fec3d61b0e483c92975828877ec481");
}

QByteArray boxOf(const QByteArray &type, const QByteArray &content)
{
    return framed({type, content});
}

QByteArrayList boxContents(const QByteArray &bytes, const QByteArray &type)
{
    QByteArrayList contents;
    const QList<BoxPlace> places = boxPlaces(bytes).value_or(QList<BoxPlace> {});
    for (const BoxPlace &place : places) {
        if (place.type == type) {
            contents.append(bytes.mid(place.content, place.end - place.content));
        }
    }
    return contents;
}

QList<Box> boxesIn(const QByteArray &bytes)
{
    QList<Box> boxes;
    const QList<BoxPlace> places = boxPlaces(bytes).value_or(QList<BoxPlace> {});
    for (const BoxPlace &place : places) {
        boxes.append({place.type, bytes.mid(place.content, place.end - place.content)});
    }
    return boxes;
}

std::optional<QByteArray> withBoxes(const QByteArray &bytes, const QList<Box> &boxes)
{
    const std::optional<QList<BoxPlace>> places = boxPlaces(bytes);
    if (!places || places->isEmpty()) {
        return std::nullopt;
    }
    QByteArray result;
    result.reserve(bytes.size());
    bool behindPixels = false;
    for (const BoxPlace &place : *places) {
        const bool goes = behindPixels
            && std::any_of(boxes.begin(), boxes.end(), [&](const Box &fresh) { return replaces(fresh, place, bytes); });
        if (goes) {
            continue; // only behind the pixels: positions inside the file must stay true
        }
        behindPixels = behindPixels || place.type == "mdat" || place.type == "jxlc" || place.type == "jxlp";
        const qsizetype begin = result.size();
        result.append(QByteArrayView(bytes).sliced(place.begin, place.end - place.begin));
        if (place.isOpenEnded) {
            const qsizetype length = place.end - place.begin;
            if (length > qsizetype(UINT32_MAX)) {
                return std::nullopt;
            }
            result.replace(begin, 4, bigEndian(quint32(length)));
        }
    }
    for (const Box &box : boxes) {
        result += framed(box);
    }
    return result;
}

QByteArray asJxlContainer(const QByteArray &bytes)
{
    if (!bytes.startsWith("\xff\x0a")) {
        return bytes;
    }
    const QByteArray signature = framed({"JXL ", "\x0d\x0a\x87\x0a"});
    const QByteArray fileType = framed({"ftyp", QByteArray("jxl \0\0\0\0jxl ", 12)});
    return signature + fileType + framed({"jxlc", bytes});
}

} // namespace lightwell::metadata
