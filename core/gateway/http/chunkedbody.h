// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace lightwell {

/// The framing of a body that comes in chunks (RFC 9112, 7.1), read strictly: whatever could be read in two ways is
/// refused, never repaired. Extensions are passed over; trailers are refused, since nobody here would read them. Pure.
class ChunkedBody
{
public:
    enum class State {
        Partial, ///< its end has not come yet
        Done,
        Refused, ///< see refusalStatus(); what follows on the connection is of no use
    };

    explicit ChunkedBody(qint64 most); ///< bytes that the chunks may have together

    /// The bytes that have come since it was asked last; what the chunks hold is appended to `body`, if there is one.
    /// What follows the end is left alone.
    State read(QByteArrayView bytes, QByteArray *body = nullptr);

    [[nodiscard]] int refusalStatus() const { return m_refusal; }
    [[nodiscard]] qint64 size() const { return m_size; } ///< of the chunks that were announced so far, together
    [[nodiscard]] qint64 consumed() const { return m_consumed; } ///< framing included

private:
    enum class Part { Size, Blank, Extension, SizeEnd, Data, DataReturn, DataEnd, LastReturn, LastEnd };

    [[nodiscard]] int take(char c); ///< 0, or the status of the refusal
    [[nodiscard]] int endOfSize();

    qint64 m_most;
    qint64 m_size = 0;
    qint64 m_consumed = 0;
    qint64 m_chunk = 0; ///< announced, then: what is left of it
    int m_digits = 0;
    int m_length = 0; ///< of what stands behind the size
    int m_refusal = 0;
    Part m_part = Part::Size;
    State m_state = State::Partial;
};

} // namespace lightwell
