// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/media/handmade.h"

#include "core/media/codec.h"

#include <QtEndian>

namespace lightwell::test {

namespace {

QByteArray big(quint32 number, int bytes = 4)
{
    QByteArray result;
    for (int i = bytes - 1; i >= 0; --i) {
        result.append(char(number >> (8 * i)));
    }
    return result;
}

QByteArray little(quint32 number, int bytes = 4)
{
    QByteArray result;
    for (int i = 0; i < bytes; ++i) {
        result.append(char(number >> (8 * i)));
    }
    return result;
}

quint32 checksum(const QByteArray &bytes)
{
    quint32 sum = 0xffffffffU;
    for (const char byte : bytes) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = sum & 1 ? 0xedb88320U ^ (sum >> 1) : sum >> 1;
        }
    }
    return ~sum;
}

QByteArray small(ImageFormat format, QSize size = {64, 64}, bool progressive = false)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    EncodeOptions options;
    options.format = format;
    options.tuning.isProgressive = progressive;
    return *encodeImage(image, options);
}

QByteArray chunk(const QByteArray &type, const QByteArray &content)
{
    return type + little(quint32(content.size())) + content + QByteArray(content.size() & 1, '\0');
}

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    return big(quint32(content.size() + 8)) + type + content;
}

} // namespace

QByteArray pngChunk(const QByteArray &type, const QByteArray &content)
{
    return big(quint32(content.size())) + type + content + big(checksum(QByteArray(type + content)));
}

QByteArray packedZeros(qsizetype count)
{
    return qCompress(QByteArray(count, '\0'), 9).mid(4);
}

QByteArray pngWith(const QByteArray &chunks, qsizetype moreZeros)
{
    const QByteArray head = big(8) + big(8) + QByteArray("\x08\x02\0\0\0", 5);
    const QByteArray pixels = packedZeros(8 * (1 + 3 * 8) + moreZeros);
    return "\x89PNG\r\n\x1a\n" + pngChunk("IHDR", head) + chunks + pngChunk("IDAT", pixels) + pngChunk("IEND", {});
}

QByteArray jpegWith(const QByteArray &segments)
{
    const QByteArray plain = small(ImageFormat::Jpeg);
    return plain.left(2) + segments + plain.mid(2);
}

QByteArray jpegOfScans(QSize size, int scans)
{
    const QByteArray plain = small(ImageFormat::Jpeg, size, true);
    const qsizetype first = plain.indexOf("\xff\xda");
    const qsizetype second = plain.indexOf("\xff\xda", first + 2);
    const QByteArray scan = plain.mid(second, plain.indexOf('\xff', second + 2) - second);
    return plain.left(second) + scan.repeated(scans) + "\xff\xd9";
}

QByteArray webpOfFrames(QSize canvas, int frames)
{
    const QByteArray picture = small(ImageFormat::Webp).mid(12);
    const QByteArray size = little(quint32(canvas.width() - 1), 3) + little(quint32(canvas.height() - 1), 3);
    const QByteArray head = little(0, 3) + little(0, 3) + little(63, 3) + little(63, 3) + little(10, 3) + '\0';
    const QByteArray body = "WEBP" + chunk("VP8X", little(2) + size) + chunk("ANIM", QByteArray(6, '\0'))
        + chunk("ANMF", head + picture).repeated(frames);
    return "RIFF" + little(quint32(body.size())) + body;
}

QByteArray gifOfFrames(QSize screen, int frames)
{
    const QByteArray frame("\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0", 15);
    return "GIF89a" + little(quint32(screen.width()), 2) + little(quint32(screen.height()), 2)
        + QByteArray("\x80\0\0\0\0\0\xff\xff\xff", 9) + frame.repeated(frames) + ';';
}

QByteArray tiffThatSays(QSize size, QSize tile, int samples)
{
    QByteArray entries;
    int count = 0;
    const auto entry = [&](quint32 tag, quint32 value) {
        entries += little(tag, 2) + little(4, 2) + little(1) + little(value);
        ++count;
    };
    entry(256, quint32(size.width()));
    entry(257, quint32(size.height()));
    entry(258, 8);
    entry(259, tile.isEmpty() ? 1 : 5); // LZW
    entry(262, 1);
    if (tile.isEmpty()) {
        entry(273, 8);
        entry(277, quint32(samples));
        entry(278, quint32(size.height()));
        entry(279, quint32(size.width()) * quint32(size.height()));
    } else {
        entry(277, quint32(samples));
        entry(322, quint32(tile.width()));
        entry(323, quint32(tile.height()));
        entry(324, 8);
        entry(325, 100);
    }
    return QByteArray("II*\0\x08\0\0\0", 8) + little(quint32(count), 2) + entries + little(0) + QByteArray(200, '\0');
}

QByteArray heifThatSays(QSize size, QSize cut, bool turned)
{
    QByteArray properties = box("ispe", big(0) + big(quint32(size.width())) + big(quint32(size.height())));
    QByteArray indexes(1, '\1');
    if (!cut.isEmpty()) {
        properties += box(
            "clap", big(quint32(cut.width())) + big(1) + big(quint32(cut.height())) + big(1) + QByteArray(16, '\1'));
        indexes += '\2';
    }
    if (turned) {
        properties += box("irot", QByteArray(1, '\1'));
        indexes += char(indexes.size() + 1);
    }
    const QByteArray associations = big(0) + big(1) + big(7, 2) + char(indexes.size()) + indexes;
    const QByteArray meta =
        big(0) + box("pitm", big(0) + big(7, 2)) + box("iprp", box("ipco", properties) + box("ipma", associations));
    return box("ftyp", "heic" + big(0) + "heic") + box("meta", meta);
}

} // namespace lightwell::test
