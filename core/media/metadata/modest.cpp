// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/modest.h"

#include <QList>
#include <QSet>
#include <QtEndian>

#include <array>

namespace lightwell::metadata {

namespace {

constexpr qsizetype maxXmpBytes = 4LL * 1024 * 1024;
constexpr int maxNames = 10'000;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; // the last in UTF-16
}

/// Walks over the directories of a TIFF file without following one twice.
class Directories
{
public:
    explicit Directories(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_isLittle(bytes.startsWith("II"))
    {
    }

    [[nodiscard]] bool areModest()
    {
        constexpr qsizetype head = 8;
        if (m_bytes.size() < head || (!m_isLittle && !m_bytes.startsWith("MM"))) {
            return false;
        }
        follow(number32(4));
        while (!m_open.isEmpty()) {
            constexpr int maxDirectories = 64;
            if (m_seen.size() > maxDirectories || !pass(m_open.takeLast())) {
                return false;
            }
        }
        return true;
    }

private:
    [[nodiscard]] qint64 number16(qint64 at) const
    {
        const char *from = m_bytes.constData() + at;
        return m_isLittle ? qFromLittleEndian<quint16>(from) : qFromBigEndian<quint16>(from);
    }
    [[nodiscard]] qint64 number32(qint64 at) const
    {
        const char *from = m_bytes.constData() + at;
        return m_isLittle ? qFromLittleEndian<quint32>(from) : qFromBigEndian<quint32>(from);
    }

    void follow(qint64 directory)
    {
        if (directory > 0 && !m_seen.contains(directory)) {
            m_seen.insert(directory);
            m_open.append(directory);
        }
    }

    [[nodiscard]] bool pass(qint64 at)
    {
        constexpr qint64 entryBytes = 12;
        const qint64 count = at + 2 <= m_bytes.size() ? number16(at) : 0;
        for (qint64 entry = at + 2; entry < at + 2 + count * entryBytes; entry += entryBytes) {
            if (entry + entryBytes > m_bytes.size()) {
                return true; // cut off: nobody reads further
            }
            if (!passEntry(entry)) {
                return false;
            }
        }
        const qint64 next = at + 2 + count * entryBytes;
        if (next + 4 <= m_bytes.size()) {
            follow(number32(next));
        }
        return true;
    }

    [[nodiscard]] bool passEntry(qint64 entry)
    {
        static constexpr std::array<qint64, 14> bytesOfType = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
        const qint64 tag = number16(entry);
        const qint64 type = number16(entry + 2);
        const qint64 count = number32(entry + 4);
        const qint64 length = count * (type < qint64(bytesOfType.size()) ? bytesOfType.at(size_t(type)) : 8);
        const qint64 at = length <= 4 ? entry + 8 : number32(entry + 8);
        m_valueBytes += length;
        constexpr qint64 small = 64LL * 1024;
        if (m_valueBytes > 2 * m_bytes.size() + small) {
            return false;
        }
        switch (tag) {
        case 700:
            return isModestXmp(m_bytes.mid(at, length));
        case 0x927c: // a maker's note
            return m_bytes.size() <= 16 * small;
        case 0x014a: // more pictures
        case 0x8769: // EXIF
        case 0x8825: // GPS
        case 0xa005:
            for (qint64 i = 0; i < qMin<qint64>(count, 16) && at + 4 * i + 4 <= m_bytes.size(); ++i) {
                follow(number32(at + 4 * i));
            }
            return true;
        default:
            return true;
        }
    }

    const QByteArray &m_bytes;
    bool m_isLittle;
    qint64 m_valueBytes = 0;
    QList<qint64> m_open;
    QSet<qint64> m_seen;
};

} // namespace

bool isModestXmp(const QByteArray &xmp)
{
    if (xmp.size() > maxXmpBytes) {
        return false;
    }
    int names = 0;
    for (qsizetype at = 0; at < xmp.size() && names <= maxNames; ++at) {
        if (xmp.at(at) == '<') {
            ++names;
        } else if (xmp.at(at) == '=') {
            qsizetype next = at + 1;
            while (next < xmp.size() && isBlank(xmp.at(next))) {
                ++next;
            }
            names += next < xmp.size() && (xmp.at(next) == '"' || xmp.at(next) == '\'') ? 1 : 0;
            at = next - 1;
        }
    }
    return names <= maxNames;
}

bool isModestTiff(const QByteArray &bytes)
{
    return Directories(bytes).areModest();
}

} // namespace lightwell::metadata
