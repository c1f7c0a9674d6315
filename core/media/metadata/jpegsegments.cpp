// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/jpegsegments.h"

#include <QMap>
#include <QtEndian>

namespace lightwell::metadata {

namespace {

constexpr quint8 scan = 0xda;
constexpr quint8 jfif = 0xe0;
constexpr quint8 app1 = 0xe1;
constexpr quint8 app11 = 0xeb;
constexpr quint8 comment = 0xfe;
constexpr qsizetype headBytes = 4; // marker and length

constexpr QByteArrayView exifName("Exif\0\0", 6);
constexpr QByteArrayView xmpName("http://ns.adobe.com/xap/1.0/\0", 29);
constexpr QByteArrayView moreXmpName("http://ns.adobe.com/xmp/extension/\0", 35);

/// Goes through the segments in front of the first scan.
class Segments
{
public:
    explicit Segments(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool next()
    {
        m_at = m_next;
        while (m_at + headBytes <= m_bytes.size() && quint8(m_bytes.at(m_at + 1)) == 0xff) {
            ++m_at; // a fill byte
        }
        const bool isMarker = m_at + headBytes <= m_bytes.size() && quint8(m_bytes.at(m_at)) == 0xff;
        if (!isMarker || (marker() >= 0xd8 && marker() <= scan)) { // the scan itself, or what has no place here
            return false;
        }
        const qsizetype length = qFromBigEndian<quint16>(m_bytes.constData() + m_at + 2);
        m_next = m_at + 2 + length;
        return length >= 2 && m_next <= m_bytes.size();
    }
    [[nodiscard]] quint8 marker() const { return quint8(m_bytes.at(m_at + 1)); }
    [[nodiscard]] QByteArrayView content() const
    {
        return QByteArrayView(m_bytes).sliced(m_at + headBytes, m_next - m_at - headBytes);
    }
    [[nodiscard]] QByteArrayView whole() const { return QByteArrayView(m_bytes).sliced(m_at, m_next - m_at); }
    [[nodiscard]] qsizetype at() const { return m_at; }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    qsizetype m_next = 2; // behind the mark of the beginning
};

bool isPacket(quint8 marker, QByteArrayView content)
{
    return marker == app1
        && (content.startsWith(exifName) || content.startsWith(xmpName) || content.startsWith(moreXmpName));
}

/// Pieces of what was too long for one segment, by where they belong.
class Pieces
{
public:
    /// Behind the name: 32 digits of an id, the whole length, the piece's place.
    void add(QByteArrayView content)
    {
        constexpr qsizetype idBytes = 32;
        if (content.size() > idBytes + 8) {
            m_pieces.insert(qFromBigEndian<quint32>(content.data() + idBytes + 4), content.sliced(idBytes + 8));
        }
    }
    [[nodiscard]] QByteArray joined() const
    {
        QByteArray result;
        for (auto piece = m_pieces.cbegin(); piece != m_pieces.cend() && piece.key() == result.size(); ++piece) {
            result.append(piece.value());
        }
        return result;
    }

private:
    QMap<qint64, QByteArrayView> m_pieces;
};

/// "JP", the number of the box, the number of the piece, and in each piece the box's head.
void addCredentials(QByteArray &box, QByteArrayView content)
{
    constexpr qsizetype numberBytes = 8;
    constexpr qsizetype boxHeadBytes = 8;
    if (!content.startsWith("JP") || content.size() < numberBytes + boxHeadBytes) {
        return;
    }
    const QByteArrayView piece = content.sliced(numberBytes);
    const bool isLong = qFromBigEndian<quint32>(piece.data()) == 1;
    const qsizetype repeated = isLong ? 2 * boxHeadBytes : boxHeadBytes;
    if (box.isEmpty()) {
        box.append(piece);
    } else if (piece.size() > repeated) {
        box.append(piece.sliced(repeated));
    }
}

} // namespace

JpegTexts jpegTexts(const QByteArray &bytes)
{
    constexpr int most = 10'000;
    JpegTexts texts;
    Pieces more;
    Segments segments(bytes);
    for (int i = 0; i < most && segments.next(); ++i) {
        const QByteArrayView content = segments.content();
        if (segments.marker() == comment) {
            texts.comments.append(content.toByteArray());
        } else if (segments.marker() == app11) {
            addCredentials(texts.credentials, content);
        } else if (segments.marker() == app1 && content.startsWith(exifName) && texts.exif.isEmpty()) {
            texts.exif = content.sliced(exifName.size()).toByteArray();
        } else if (segments.marker() == app1 && content.startsWith(xmpName)) {
            texts.xmp.append(content.sliced(xmpName.size()).toByteArray());
        } else if (segments.marker() == app1 && content.startsWith(moreXmpName)) {
            more.add(content.sliced(moreXmpName.size()));
        }
    }
    if (const QByteArray packet = more.joined(); !packet.isEmpty()) {
        texts.xmp.append(packet);
    }
    return texts;
}

std::optional<QByteArray> withJpegPackets(const QByteArray &bytes, const QByteArray &exif, const QByteArray &xmp)
{
    const auto segment = [](QByteArrayView name, const QByteArray &content) {
        const qsizetype length = 2 + name.size() + content.size();
        QByteArray result("\xff\xe1", 2);
        result.append(char(length >> 8)).append(char(length)).append(name).append(content);
        return result;
    };
    if (exif.size() > maxJpegExif || xmp.size() > maxJpegXmp || !bytes.startsWith("\xff\xd8")) {
        return std::nullopt;
    }
    QByteArray result = bytes.left(2);
    result.reserve(bytes.size() + exif.size() + xmp.size() + 100);
    bool isPlaced = false;
    Segments segments(bytes);
    bool isThere = segments.next();
    for (; isThere; isThere = segments.next()) {
        if (!isPlaced && segments.marker() != jfif) {
            result += exif.isEmpty() ? QByteArray() : segment(exifName, exif);
            result += xmp.isEmpty() ? QByteArray() : segment(xmpName, xmp);
            isPlaced = true;
        }
        if (!isPacket(segments.marker(), segments.content())) {
            result.append(segments.whole());
        }
    }
    const bool isAtScan = segments.at() + headBytes <= bytes.size() && segments.marker() == scan;
    if (!isPlaced || !isAtScan) {
        return std::nullopt;
    }
    return result.append(QByteArrayView(bytes).sliced(segments.at()));
}

} // namespace lightwell::metadata
