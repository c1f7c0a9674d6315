// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/stripped.h"

#include "core/media/metadata/boxes.h"
#include "core/media/metadata/giftexts.h"
#include "core/media/metadata/pngwalker.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace lightwell::metadata {

namespace {

bool isRestartOrData(quint8 marker)
{
    return marker == 0x00 || (marker >= 0xd0 && marker <= 0xd7);
}

/// What lies behind a marker and its length.
bool staysInJpeg(quint8 marker, QByteArrayView content)
{
    constexpr qsizetype jfifBytes = 14; // without a thumbnail, which JFXX is, too
    if (marker == 0xe0) {
        return content.startsWith("JFIF") && content.size() == jfifBytes;
    }
    if (marker < 0xe0 || marker == 0xee) { // tables and frames, Adobe's kind of colours
        return true;
    }
    return marker == 0xe2 && content.startsWith("ICC_PROFILE");
}

/// Where the codes of a scan end: at the next marker that is none of their own.
qsizetype behindScan(const QByteArray &bytes, qsizetype at)
{
    while ((at = bytes.indexOf('\xff', at)) >= 0 && at + 1 < bytes.size()) {
        const auto marker = quint8(bytes.at(at + 1));
        if (marker != 0xff && !isRestartOrData(marker)) {
            return at;
        }
        at += marker == 0xff ? 1 : 2;
    }
    return -1;
}

std::optional<QByteArray> strippedJpeg(const QByteArray &bytes)
{
    QByteArray result = bytes.left(2);
    qsizetype at = 2;
    while (at + 1 < bytes.size()) {
        if (quint8(bytes.at(at)) != 0xff) {
            return std::nullopt;
        }
        const auto marker = quint8(bytes.at(at + 1));
        if (marker == 0xff) { // a fill byte
            ++at;
            continue;
        }
        if (marker == 0xd9) {
            return result + bytes.mid(at, 2);
        }
        if (at + 3 >= bytes.size()) {
            return std::nullopt;
        }
        const qsizetype end = at + 2 + qFromBigEndian<quint16>(bytes.constData() + at + 2);
        if (end > bytes.size()) {
            return std::nullopt;
        }
        if (staysInJpeg(marker, QByteArrayView(bytes).sliced(at + 4, std::max<qsizetype>(0, end - at - 4)))) {
            result.append(bytes.constData() + at, end - at);
        }
        at = end;
        if (marker == 0xda) {
            const qsizetype next = behindScan(bytes, end);
            if (next < 0) {
                return std::nullopt;
            }
            result.append(bytes.constData() + end, next - end);
            at = next;
        }
    }
    return std::nullopt;
}

std::optional<QByteArray> strippedPng(const QByteArray &bytes, PngFrames frames)
{
    static constexpr std::array kept {"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "cICP"};
    static constexpr std::array ofFrames {"acTL", "fcTL", "fdAT"};
    const auto isFrame = [frames](const QByteArray &type) {
        return frames == PngFrames::All && std::find(ofFrames.begin(), ofFrames.end(), type) != ofFrames.end();
    };
    QByteArray result = bytes.left(PngWalker::signatureBytes);
    for (PngWalker walker(bytes); walker.next();) {
        const QByteArray type = walker.type();
        if (walker.isCritical() || isFrame(type) || std::find(kept.begin(), kept.end(), type) != kept.end()) {
            result.append(walker.whole());
        }
        if (type == "IEND") {
            return result;
        }
    }
    return std::nullopt;
}

std::optional<QByteArray> strippedWebp(const QByteArray &bytes)
{
    constexpr qsizetype headBytes = 12;
    constexpr int exifAndXmp = 0x08 | 0x04;
    QByteArray result = bytes.left(headBytes);
    qsizetype at = headBytes;
    const qsizetype end =
        std::min<qsizetype>(bytes.size(), 8 + qint64(qFromLittleEndian<quint32>(bytes.constData() + 4)));
    while (at + 8 <= end) {
        const qint64 length = qFromLittleEndian<quint32>(bytes.constData() + at + 4);
        const qint64 whole = 8 + length + length % 2;
        if (whole > end - at) {
            return std::nullopt;
        }
        const QByteArrayView name = QByteArrayView(bytes).sliced(at, 4);
        if (name == "VP8X" && length > 0) {
            result.append(bytes.constData() + at, whole);
            char &flags = result[result.size() - qsizetype(whole) + 8];
            flags = char(flags & ~exifAndXmp);
        } else if (name == "VP8 " || name == "VP8L" || name == "ALPH" || name == "ICCP" || name == "ANIM"
                   || name == "ANMF") {
            result.append(bytes.constData() + at, whole);
        }
        at += qsizetype(whole);
    }
    qToLittleEndian(quint32(result.size() - 8), result.data() + 4);
    return result;
}

/// The codes alone, which have their colours and orientation in them. What a JPEG was made anew from goes, too: it has
/// that one's texts.
std::optional<QByteArray> strippedJxl(const QByteArray &bytes)
{
    static constexpr std::array kept {"JXL ", "ftyp", "jxll", "jxli", "jxlc", "jxlp"};
    if (bytes.startsWith("\xff\x0a")) { // without boxes: nothing else has room there
        return bytes;
    }
    const std::optional<QList<BoxPlace>> places = boxPlaces(bytes);
    if (!places) {
        return std::nullopt;
    }
    QByteArray result;
    for (const BoxPlace &place : *places) {
        if (std::find(kept.begin(), kept.end(), place.type) != kept.end()) {
            result.append(bytes.constData() + place.begin, place.end - place.begin);
        }
    }
    return result;
}

} // namespace

std::optional<QByteArray> withoutPrivateData(const QByteArray &bytes, ImageFormat format, PngFrames frames)
{
    switch (format) {
    case ImageFormat::Jpeg:
        return bytes.size() > 4 ? strippedJpeg(bytes) : std::nullopt;
    case ImageFormat::Png:
        return strippedPng(bytes, frames);
    case ImageFormat::Webp:
        return bytes.size() > 12 ? strippedWebp(bytes) : std::nullopt;
    case ImageFormat::Gif:
        return withoutGifTexts(bytes);
    case ImageFormat::Jxl:
        return strippedJxl(bytes);
    default:
        return std::nullopt;
    }
}

} // namespace lightwell::metadata
