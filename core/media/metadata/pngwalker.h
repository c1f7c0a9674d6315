// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace lightwell::metadata {

/// Goes through the chunks of a PNG file, one at a time; stops at the end and at the first thing that makes no sense.
/// The bytes outlive it; their signature is not looked at.
class PngWalker
{
public:
    static constexpr qsizetype signatureBytes = 8;
    static constexpr qsizetype frameBytes = 12; ///< length, type and checksum around a chunk's content

    explicit PngWalker(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_next(signatureBytes)
    {
    }

    [[nodiscard]] bool next()
    {
        if (m_next > m_bytes.size() - frameBytes) {
            return false;
        }
        const qint64 length = qFromBigEndian<quint32>(m_bytes.constData() + m_next);
        if (length > m_bytes.size() - m_next - frameBytes) {
            return false;
        }
        m_at = m_next;
        m_next = m_at + qsizetype(length) + frameBytes;
        return true;
    }
    [[nodiscard]] QByteArray type() const { return m_bytes.mid(m_at + 4, 4); }
    /// Whether there is no picture without it.
    [[nodiscard]] bool isCritical() const { return !(m_bytes.at(m_at + 4) & 0x20); }
    [[nodiscard]] QByteArrayView content() const { return whole().sliced(8, m_next - m_at - frameBytes); }
    [[nodiscard]] quint32 checksum() const { return qFromBigEndian<quint32>(m_bytes.constData() + m_next - 4); }
    [[nodiscard]] QByteArrayView whole() const { return QByteArrayView(m_bytes).sliced(m_at, m_next - m_at); }
    /// What was not gone through, or makes no sense.
    [[nodiscard]] QByteArrayView behind() const { return QByteArrayView(m_bytes).sliced(m_next); }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    qsizetype m_next;
};

} // namespace lightwell::metadata
