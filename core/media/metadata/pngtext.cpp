// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/pngtext.h"

#include "core/media/metadata/pngwalker.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace lightwell::metadata {

namespace {

/// The cyclic redundancy check of ISO 3309 that every chunk ends with.
quint32 checksum(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> entries {};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit) {
                value = value & 1 ? 0xedb88320U ^ (value >> 1) : value >> 1;
            }
            entries[i] = value;
        }
        return entries;
    }();
    quint32 value = 0xffffffffU;
    for (const char byte : bytes) {
        value = table[(value ^ quint8(byte)) & 0xff] ^ (value >> 8);
    }
    return ~value;
}

QByteArray bigEndian(quint32 number)
{
    const quint32 swapped = qToBigEndian(number);
    return {reinterpret_cast<const char *>(&swapped), 4};
}

QByteArray framed(const PngChunk &chunk)
{
    const QByteArray body = chunk.type + chunk.content;
    return bigEndian(quint32(chunk.content.size())) + body + bigEndian(checksum(body));
}

bool isText(const QByteArray &type)
{
    return type == "iTXt" || type == "tEXt" || type == "zTXt";
}

QByteArray keywordOf(const PngChunk &chunk)
{
    return chunk.content.left(qMax<qsizetype>(0, chunk.content.indexOf('\0')));
}

bool replaces(const PngChunk &fresh, const PngChunk &old)
{
    if (isText(fresh.type)) {
        return isText(old.type) && keywordOf(fresh) == keywordOf(old);
    }
    // A file says in one way only what its colours mean.
    return fresh.type == old.type || (fresh.type == "iCCP" && old.type == "sRGB");
}

bool isPng(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArray::fromRawData("\x89PNG\r\n\x1a\n", PngWalker::signatureBytes));
}

} // namespace

PngChunk profileChunk(const QByteArray &profile)
{
    // A name, its zero, the method (deflate), and a zlib stream, which qCompress() puts behind four bytes of its own.
    return {"iCCP", QByteArray("ICC profile\0\0", 13) + qCompress(profile, 9).mid(4)};
}

PngChunk internationalText(const QByteArray &keyword, const QByteArray &utf8)
{
    // Not compressed (two zeros), no language, no translated keyword.
    return {"iTXt", keyword + QByteArray(5, '\0') + utf8};
}

QByteArray pngText(const QByteArray &bytes, const QByteArray &keyword)
{
    if (!isPng(bytes)) {
        return {};
    }
    PngWalker walker(bytes);
    while (walker.next()) {
        const QByteArray type = walker.type();
        if (!isText(type)) {
            continue;
        }
        const PngChunk chunk {type, walker.content().toByteArray()};
        if (keywordOf(chunk) != keyword) {
            continue;
        }
        QByteArray content = chunk.content.mid(keyword.size() + 1);
        if (chunk.type == "tEXt") {
            return content;
        }
        // Flag and method, then language and translated keyword, each with its zero.
        const qsizetype translated = content.indexOf('\0', 2);
        const qsizetype text = translated < 0 ? -1 : content.indexOf('\0', translated + 1);
        if (chunk.type == "iTXt" && text >= 0 && content.startsWith('\0')) {
            return content.mid(text + 1);
        }
    }
    return {};
}

QByteArray pngWithProfileAlone(const QByteArray &bytes)
{
    if (!isPng(bytes)) {
        return {};
    }
    QByteArray result = bytes.left(PngWalker::signatureBytes);
    PngWalker walker(bytes);
    while (walker.next()) {
        const QByteArray type = walker.type();
        if (type == "iCCP") {
            return result + walker.whole() + framed({"IDAT", {}}) + framed({"IEND", {}});
        }
        if (type == "IHDR") {
            result.append(walker.whole());
        }
        if (type == "IDAT" || result.size() > 100) { // a second head is none
            break;
        }
    }
    return {};
}

std::optional<QByteArray> withPngChunks(const QByteArray &bytes, const QList<PngChunk> &chunks)
{
    if (!isPng(bytes)) {
        return std::nullopt;
    }
    QByteArray result = bytes.left(PngWalker::signatureBytes);
    PngWalker walker(bytes);
    bool placed = false;
    while (walker.next()) {
        const QByteArray type = walker.type();
        if (!placed && (type == "PLTE" || type == "IDAT")) {
            for (const PngChunk &chunk : chunks) {
                result += framed(chunk);
            }
            placed = true;
        }
        if (type == "IDAT") {
            result.append(walker.rest());
            // What stands behind the pixels stays as it is; readers take the first of two.
            return result;
        }
        const bool mayGo = isText(type) || type == "eXIf" || type == "iCCP" || type == "sRGB";
        const PngChunk old = mayGo ? PngChunk {type, walker.content().toByteArray()} : PngChunk {};
        const bool goes = mayGo
            && std::any_of(chunks.begin(), chunks.end(), [&](const PngChunk &fresh) { return replaces(fresh, old); });
        if (!goes) {
            result.append(walker.whole());
        }
    }
    return std::nullopt;
}

} // namespace lightwell::metadata
