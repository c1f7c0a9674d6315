// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/memoryanswer.h"

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>

#include <cmath>
#include <cstring>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype afterHeader = 33; // signature and IHDR: a multiple of three, so base64 can be cut there

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffu;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1u) ? 0xedb88320u : 0u);
        }
    }
    return ~crc;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    for (int i = 0; i < 4; ++i) {
        bytes[i] = static_cast<char>(value >> (24 - 8 * i));
    }
    return bytes;
}

/// A text chunk of 30 bytes, again a multiple of three.
QByteArray serialChunk(quint32 serial)
{
    const QByteArray content = QByteArray("tEXtSerial", 11) + QByteArray::number(serial).rightJustified(11, '0');
    return bigEndian(18) + content + bigEndian(crc32(content));
}

QByteArray noisePng(qint64 bytes)
{
    const int side = std::max(4, static_cast<int>(std::sqrt(static_cast<double>(bytes) / 3)));
    QImage image(side, side, QImage::Format_RGB888);
    QRandomGenerator random(7);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < 3 * side; ++x) {
            image.scanLine(y)[x] = static_cast<uchar>(random.generate());
        }
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png.left(afterHeader) + serialChunk(0) + png.mid(afterHeader);
}

} // namespace

MemoryAnswer::MemoryAnswer(qint64 bodyBytes)
{
    m_body = R"({"created":1763800000,"output_format":"png","size":"1024x1024","quality":"low",)"
             R"("usage":{"total_tokens":285,"input_tokens":13,"output_tokens":272,)"
             R"("input_tokens_details":{"text_tokens":13,"image_tokens":0},)"
             R"("output_tokens_details":{"image_tokens":272,"text_tokens":0}},"data":[{"b64_json":")";
    m_serialAt = m_body.size() + afterHeader / 3 * 4;
    m_body += noisePng(bodyBytes * 3 / 4).toBase64() + R"("}]})";
}

QByteArray MemoryAnswer::base64() const
{
    const qsizetype begin = m_serialAt - afterHeader / 3 * 4;
    return m_body.mid(begin, m_body.indexOf('"', begin) - begin);
}

QByteArray MemoryAnswer::next()
{
    const QByteArray chunk = serialChunk(++m_serial).toBase64();
    std::memcpy(m_body.data() + m_serialAt, chunk.constData(), static_cast<std::size_t>(chunk.size()));
    return m_body;
}

} // namespace lightwell::bench
