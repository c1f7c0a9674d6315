// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/pngtext.h"

#include "core/media/metadata/inflate.h"
#include "core/media/metadata/pngwalker.h"
#include "core/media/metadata/usercomment.h"
#include "core/model/largebuffer.h"

#include <QtEndian>

#include <algorithm>
#include <numeric>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace {

/// The cyclic redundancy check of ISO 3309 that every chunk ends with.
quint32 checksum(QByteArrayView bytes)
{
    return quint32(crc32_z(0, reinterpret_cast<const Bytef *>(bytes.data()), z_size_t(bytes.size())));
}

QByteArray bigEndian(quint32 number)
{
    const quint32 swapped = qToBigEndian(number);
    return {reinterpret_cast<const char *>(&swapped), 4};
}

/// As it stands in a file, between its length and its sum, behind what is there.
void appendFramed(QByteArray &file, const PngChunk &chunk)
{
    const qsizetype before = file.size();
    const qsizetype summed = chunk.type.size() + chunk.content.size();
    file.resize(before + 4 + summed + 4);
    char *const frame = file.data() + before;
    qToBigEndian(quint32(chunk.content.size()), frame);
    char *const body = frame + 4;
    std::copy(chunk.content.begin(), chunk.content.end(), std::copy(chunk.type.begin(), chunk.type.end(), body));
    qToBigEndian(checksum(QByteArrayView(body, summed)), body + summed);
}

bool isText(const QByteArray &type)
{
    return type == "iTXt" || type == "tEXt" || type == "zTXt";
}

QByteArrayView keywordOf(const PngChunk &chunk)
{
    return QByteArrayView(chunk.content).first(qMax<qsizetype>(0, chunk.content.indexOf('\0')));
}

bool replaces(const PngChunk &fresh, const PngChunk &old)
{
    if (isText(fresh.type)) {
        return isText(old.type) && keywordOf(fresh) == keywordOf(old);
    }
    // A file says in one way only what its colours mean.
    return fresh.type == old.type || (fresh.type == "iCCP" && old.type == "sRGB");
}

/// What stands behind the keyword and its zero, unpacked where need be; nothing where it is broken or too much. `room`
/// is what all texts of a file may still unpack to.
std::optional<QByteArray> contentOf(const PngChunk &chunk, qsizetype keywordEnd, qsizetype &room)
{
    QByteArray content = chunk.content.mid(keywordEnd + 1);
    bool isPacked = chunk.type == "zTXt";
    if (isPacked) {
        content.remove(0, 1); // the method, of which there is one
    } else if (chunk.type == "iTXt") {
        // Flag and method, then language and translated keyword, each with its zero.
        const qsizetype translated = content.indexOf('\0', 2);
        const qsizetype text = translated < 0 ? -1 : content.indexOf('\0', translated + 1);
        if (text < 0) {
            return std::nullopt;
        }
        isPacked = !content.startsWith('\0');
        content.remove(0, text + 1);
    }
    std::optional<QByteArray> whole = isPacked ? inflated(content, room) : std::optional(content);
    if (!whole || whole->size() > room) {
        constexpr qsizetype costOfTrying = 1024LL * 1024;
        room -= qMin(room, costOfTrying);
        return std::nullopt;
    }
    room -= whole->size();
    return whole;
}

std::optional<PngText> textIn(const PngChunk &chunk, qsizetype &room)
{
    constexpr qsizetype longestKeyword = 79;
    const qsizetype end = chunk.content.indexOf('\0');
    if (end < 1 || end > longestKeyword) {
        return std::nullopt;
    }
    const std::optional<QByteArray> content = contentOf(chunk, end, room);
    return content ? std::optional(PngText {QString::fromLatin1(chunk.content.left(end)), textOf(*content)})
                   : std::nullopt;
}

/// ImageMagick's: a line with the kind, one with the length, then hexadecimal digits.
QByteArray rawProfile(const QString &keyword, const QString &text)
{
    const bool isExif = keyword.endsWith("exif"_L1) || keyword.endsWith("APP1"_L1);
    const QString digits = isExif ? text.trimmed().section(u'\n', 2) : QString();
    return QByteArray::fromHex(digits.toLatin1());
}

bool isPng(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArray::fromRawData("\x89PNG\r\n\x1a\n", PngWalker::signatureBytes));
}

} // namespace

QByteArray framed(const PngChunk &chunk)
{
    QByteArray frame;
    frame.reserve(chunk.content.size() + PngWalker::frameBytes);
    appendFramed(frame, chunk);
    return frame;
}

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

PngChunk plainText(const QByteArray &keyword, const QByteArray &utf8)
{
    const bool isAscii = std::all_of(utf8.begin(), utf8.end(), [](char byte) { return quint8(byte) < 0x80; });
    return isAscii ? PngChunk {"tEXt", keyword + '\0' + utf8} : internationalText(keyword, utf8);
}

QString PngTexts::text(QLatin1StringView keyword) const
{
    const auto found =
        std::find_if(texts.begin(), texts.end(), [keyword](const PngText &text) { return text.keyword == keyword; });
    return found == texts.end() ? QString() : found->text;
}

PngTexts pngTexts(const QByteArray &bytes)
{
    constexpr int most = 1000; // as libpng has it
    PngTexts found;
    qsizetype room = 8LL * 1024 * 1024;
    PngWalker walker(bytes);
    while (isPng(bytes) && walker.next() && found.texts.size() < most) {
        const QByteArray type = walker.type();
        if (type == "eXIf") {
            found.exif = walker.content().toByteArray();
        } else if (type == "caBX") {
            found.credentials = walker.content().toByteArray();
        } else if (isText(type) || type == "comf") {
            const std::optional<PngText> text = textIn({type, walker.content().toByteArray()}, room);
            if (text && text->keyword.startsWith("Raw profile type"_L1) && found.exif.isEmpty()) {
                found.exif = rawProfile(text->keyword, text->text);
            } else if (text) {
                found.texts.append(*text);
            }
        }
    }
    return found;
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

QByteArray pngHead(QSize size)
{
    const QByteArray greyOfEightBits("\x08\0\0\0\0", 5); // deflated, filtered and in one pass, as all but a few are
    return "\x89PNG\r\n\x1a\n"
        + framed({"IHDR", bigEndian(quint32(size.width())) + bigEndian(quint32(size.height())) + greyOfEightBits});
}

std::optional<QByteArray> withPngChunks(const QByteArray &bytes, const QList<PngChunk> &chunks)
{
    if (!isPng(bytes)) {
        return std::nullopt;
    }
    const qsizetype added =
        std::accumulate(chunks.begin(), chunks.end(), qsizetype(0), [](qsizetype sum, const PngChunk &chunk) {
            return sum + chunk.content.size() + PngWalker::frameBytes;
        });
    QByteArray result;
    reserveBytes(result, bytes.size() + added);
    result.append(QByteArrayView(bytes).first(PngWalker::signatureBytes));
    PngWalker walker(bytes);
    bool isPlaced = false;
    bool hasPixels = false;
    while (walker.next()) {
        const QByteArray type = walker.type();
        hasPixels = hasPixels || type == "IDAT";
        if (!isPlaced && (type == "PLTE" || type == "IDAT")) {
            for (const PngChunk &chunk : chunks) {
                appendFramed(result, chunk);
            }
            isPlaced = true;
        }
        const bool mayGo = isText(type) || type == "eXIf" || type == "iCCP" || type == "sRGB";
        const PngChunk old = mayGo ? PngChunk {type, walker.content().toByteArray()} : PngChunk {};
        const bool goes = mayGo
            && std::any_of(chunks.begin(), chunks.end(), [&](const PngChunk &fresh) { return replaces(fresh, old); });
        if (!goes) {
            result.append(walker.whole());
        }
    }
    return hasPixels ? std::optional(result.append(walker.behind())) : std::nullopt;
}

} // namespace lightwell::metadata
