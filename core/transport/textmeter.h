// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace lightwell {

/// How much of a JSON answer is no picture, told while it arrives, so that nobody has to take it all first. What a
/// string has beyond its first 4096 bytes counts as a picture here: whoever reads the answer looks closer.
class TextMeter
{
public:
    void take(QByteArrayView piece);
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    void takeString(QByteArrayView piece);

    qint64 m_bytes = 0;
    qsizetype m_length = 0; ///< of the string so far
    bool m_inString = false;
    bool m_escaped = false; ///< a backslash is open, across pieces too
};

} // namespace lightwell
