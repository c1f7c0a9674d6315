// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/foreignfiles.h"

#include "core/media/codec.h"
#include "core/media/codecs/codec.h"
#include "tests/media/handmade.h"

#include <QtEndian>

#include <zlib.h>

namespace lightwell::test {

namespace {

QByteArray number(quint32 value, int bytes, bool isBigEndian)
{
    QByteArray result;
    for (int i = 0; i < bytes; ++i) {
        result.append(char(value >> (8 * (isBigEndian ? bytes - 1 - i : i))));
    }
    return result;
}

QByteArray directory(const QList<ExifEntry> &entries, qsizetype at, quint32 exifAt, bool isBigEndian)
{
    constexpr quint16 exifPointer = 0x8769;
    const qsizetype count = entries.size() + (exifAt > 0 ? 1 : 0);
    const qsizetype valuesAt = at + 2 + 12 * count + 4;
    QByteArray values;
    QByteArray result = number(quint32(count), 2, isBigEndian);
    for (const ExifEntry &entry : entries) {
        const QByteArray value = entry.isText ? entry.value + '\0' : entry.value;
        result += number(entry.tag, 2, isBigEndian) + number(entry.isText ? 2 : 7, 2, isBigEndian)
            + number(quint32(value.size()), 4, isBigEndian);
        if (value.size() <= 4) {
            result += value.leftJustified(4, '\0');
        } else {
            result += number(quint32(valuesAt + values.size()), 4, isBigEndian);
            values += value;
        }
    }
    if (exifAt > 0) {
        result += number(exifPointer, 2, isBigEndian) + number(4, 2, isBigEndian) + number(1, 4, isBigEndian)
            + number(exifAt, 4, isBigEndian);
    }
    return result + QByteArray(4, '\0') + values;
}

QByteArray superbox(const QByteArray &label, const QByteArray &content)
{
    return boxSaying("jumb", boxSaying("jumd", QByteArray(16, 'k') + '\x03' + label + '\0') + content);
}

QImage smallPicture()
{
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    return image;
}

} // namespace

QByteArray pngSaying(const QByteArray &chunks)
{
    return pngWith(chunks, 0);
}

QByteArray textChunk(const QByteArray &keyword, const QByteArray &text)
{
    return pngChunk("tEXt", keyword + '\0' + text);
}

QByteArray packedTextChunk(const QByteArray &keyword, const QByteArray &text)
{
    return pngChunk("zTXt", keyword + QByteArray(2, '\0') + qCompress(text).mid(4));
}

QByteArray unicodeTextChunk(const QByteArray &keyword, const QByteArray &utf8, bool isPacked)
{
    return pngChunk("iTXt",
                    keyword + '\0' + (isPacked ? '\1' : '\0') + QByteArray(3, '\0')
                        + (isPacked ? qCompress(utf8).mid(4) : utf8));
}

QByteArray exifOf(const QList<ExifEntry> &picture, const QList<ExifEntry> &exif, bool isBigEndian)
{
    const QByteArray head = (isBigEndian ? "MM" : "II") + number(42, 2, isBigEndian) + number(8, 4, isBigEndian);
    if (exif.isEmpty()) {
        return head + directory(picture, head.size(), 0, isBigEndian);
    }
    const qsizetype exifAt = head.size() + directory(picture, head.size(), 1, isBigEndian).size();
    return head + directory(picture, head.size(), quint32(exifAt), isBigEndian)
        + directory(exif, exifAt, 0, isBigEndian);
}

QByteArray jpegSegment(quint8 marker, const QByteArray &content)
{
    return '\xff' + QByteArray(1, char(marker)) + number(quint32(content.size() + 2), 2, true) + content;
}

QByteArray jpegSaying(const QByteArray &segments)
{
    const QByteArray plain = encodeImage(smallPicture(), {.format = ImageFormat::Jpeg}).value();
    return plain.left(2) + segments + plain.mid(2);
}

QByteArray jpegWithExif(const QByteArray &exif)
{
    return jpegSaying(jpegSegment(0xe1, QByteArray("Exif\0\0", 6) + exif));
}

QByteArray webpWithExif(const QByteArray &exif)
{
    const QByteArray plain = encodeImage(smallPicture(), {.format = ImageFormat::Webp}).value();
    const auto chunk = [](const QByteArray &type, const QByteArray &content) -> QByteArray {
        return type + number(quint32(content.size()), 4, false) + content + QByteArray(content.size() % 2, '\0');
    };
    const QByteArray canvas = number(0x08, 4, false) + number(15, 3, false) + number(15, 3, false);
    const QByteArray chunks = "WEBP" + chunk("VP8X", canvas) + plain.mid(12) + chunk("EXIF", exif);
    return "RIFF" + number(quint32(chunks.size()), 4, false) + chunks;
}

QByteArray avifWithExif(const QByteArray &exif)
{
    codecs::EncodeSettings settings;
    settings.quality = 30;
    settings.exif = exif;
    return codecs::avifCodec().encode(smallPicture().convertToFormat(QImage::Format_RGBX8888), settings).value();
}

QByteArray xmpSaying(const QByteArray &attributes, const QByteArray &elements)
{
    return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
           "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
           " xmlns:dcterms='http://purl.org/dc/terms/' xmlns:exif='http://ns.adobe.com/exif/1.0/'"
           " xmlns:iptc='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'"
           " xmlns:TC260='http://www.tc260.org.cn/ns/AIGC/1.0/' "
        + attributes + '>' + elements + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

QByteArray boxSaying(const QByteArray &type, const QByteArray &content)
{
    return number(quint32(content.size() + 8), 4, true) + type + content;
}

QByteArray credentialStore(const QByteArray &claim, const QByteArray &actions, const QByteArray &signature)
{
    const QByteArray assertions = superbox("c2pa.assertions", superbox("c2pa.actions.v2", boxSaying("cbor", actions)));
    const QByteArray older = superbox("urn:uuid:older", superbox("c2pa.claim", boxSaying("cbor", "\xa0")));
    const QByteArray manifest = superbox("urn:uuid:active",
                                         assertions + superbox("c2pa.claim.v2", boxSaying("cbor", claim))
                                             + superbox("c2pa.signature", boxSaying("cbor", signature)));
    return superbox("c2pa", older + manifest);
}

QImage hiding(const QByteArray &signature, const QByteArray &payload)
{
    QImage image(61, 47, QImage::Format_RGBA8888);
    image.fill(QColor(10, 200, 30, 254));
    const QByteArray bytes = signature + number(quint32(payload.size() * 8), 4, true) + payload;
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        uchar *pixel = image.scanLine(int(bit % image.height())) + 4 * (bit / image.height());
        pixel[3] = uchar(254 | ((bytes.at(bit / 8) >> (7 - bit % 8)) & 1));
    }
    return image;
}

QByteArray gzipped(const QByteArray &content)
{
    z_stream state {};
    deflateInit2(&state, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray result(content.size() + 100, Qt::Uninitialized);
    state.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.data()));
    state.avail_in = uInt(content.size());
    state.next_out = reinterpret_cast<Bytef *>(result.data());
    state.avail_out = uInt(result.size());
    deflate(&state, Z_FINISH);
    result.truncate(qsizetype(state.total_out));
    deflateEnd(&state);
    return result;
}

} // namespace lightwell::test
