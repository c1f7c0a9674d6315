// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/tifffields.h"

#include <QtEndian>

#include <array>

namespace lightwell::metadata {

TiffFields::TiffFields(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    constexpr QByteArrayView prefix("Exif\0\0", 6); // some write it where it does not belong
    constexpr quint16 mark = 42;
    if (m_bytes.startsWith(prefix)) {
        m_bytes.remove(0, prefix.size());
    }
    m_isBigEndian = m_bytes.startsWith("MM");
    if ((!m_isBigEndian && !m_bytes.startsWith("II")) || two(2) != mark) {
        return;
    }
    m_picture = directoryAt(four(4));
    const auto exif = m_picture.constFind(tifftags::exifDirectory);
    if (exif != m_picture.constEnd() && exif->length == 4) {
        m_exif = directoryAt(four(exif->at));
    }
}

int TiffFields::orientation() const
{
    const auto place = m_picture.constFind(tifftags::orientation);
    const int value = place == m_picture.constEnd() ? 0 : two(place->at);
    return value <= 8 ? value : 0;
}

quint16 TiffFields::two(qint64 at) const
{
    if (at + 2 > m_bytes.size()) {
        return 0;
    }
    const char *from = m_bytes.constData() + at;
    return m_isBigEndian ? qFromBigEndian<quint16>(from) : qFromLittleEndian<quint16>(from);
}

quint32 TiffFields::four(qint64 at) const
{
    if (at + 4 > m_bytes.size()) {
        return 0;
    }
    const char *from = m_bytes.constData() + at;
    return m_isBigEndian ? qFromBigEndian<quint32>(from) : qFromLittleEndian<quint32>(from);
}

TiffFields::Directory TiffFields::directoryAt(qint64 at) const
{
    constexpr qint64 entryBytes = 12;
    static constexpr std::array<qint64, 14> bytesOfType {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    Directory directory;
    const int count = two(at);
    for (qint64 entry = at + 2; entry < at + 2 + count * entryBytes && entry + entryBytes <= m_bytes.size();
         entry += entryBytes) {
        const quint16 type = two(entry + 2);
        const qint64 length = qint64(four(entry + 4)) * (type < bytesOfType.size() ? bytesOfType.at(type) : 1);
        const qint64 value = length <= 4 ? entry + 8 : four(entry + 8);
        if (length > 0 && value + length <= m_bytes.size() && !directory.contains(two(entry))) {
            directory.insert(two(entry), {value, length});
        }
    }
    return directory;
}

QByteArray TiffFields::valueOf(const Directory &directory, quint16 tag) const
{
    const auto place = directory.constFind(tag);
    return place == directory.constEnd() ? QByteArray() : m_bytes.mid(place->at, place->length);
}

} // namespace lightwell::metadata
