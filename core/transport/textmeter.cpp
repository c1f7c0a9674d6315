// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/textmeter.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr qsizetype longString = 4096;

} // namespace

void TextMeter::take(QByteArrayView piece)
{
    while (!piece.isEmpty()) {
        const qsizetype quote = piece.indexOf('"');
        const QByteArrayView until = quote < 0 ? piece : piece.first(quote);
        if (m_inString) {
            takeString(until);
        } else {
            m_bytes += until.size();
        }
        if (quote < 0) {
            return;
        }
        if (m_inString && m_escaped) {
            m_escaped = false;
            ++m_length;
        } else {
            m_inString = !m_inString;
            m_length = 0;
        }
        ++m_bytes;
        piece = piece.sliced(quote + 1);
    }
}

/// A piece of a string without quotes. Only the backslashes at its end matter for the quote that follows.
void TextMeter::takeString(QByteArrayView piece)
{
    m_bytes += std::clamp<qsizetype>(longString - m_length, 0, piece.size());
    m_length += piece.size();
    qsizetype slashes = 0;
    while (slashes < piece.size() && piece.at(piece.size() - slashes - 1) == '\\') {
        ++slashes;
    }
    const bool isOpen = slashes == piece.size() && m_escaped; // from before this piece
    m_escaped = (slashes % 2 == 1) != isOpen;
}

} // namespace lightwell
