// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell::metadata {

/// Reads the big-endian numbers of an ISO base media box in their order; what is not there is an end. The bytes must
/// outlive it.
class BoxNumbers
{
public:
    explicit BoxNumbers(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    /// Of `size` bytes, 8 at most; 0 behind the end, and from then on it is not good.
    [[nodiscard]] quint64 next(int size)
    {
        if (m_at + size > m_bytes.size()) {
            m_isGood = false;
            return 0;
        }
        quint64 number = 0;
        for (int i = 0; i < size; ++i) {
            number = number << 8 | quint8(m_bytes.at(m_at++));
        }
        return number;
    }
    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_isGood = true;
};

} // namespace lightwell::metadata
