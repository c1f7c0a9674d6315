// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace lightwell {

class BookedCall;
class Exchange;
struct Refusal;

/// What one call in the book does: a generation of pictures, say. The book decides when; it lives as long as its call.
class CallWork : public QObject
{
public:
    /// Begins what may cost money. Names the call (BookedCall::setGeneration) before it returns, and ends it once,
    /// later.
    virtual void begin(BookedCall &call) = 0;
    /// An earlier run of the program has begun it under this name: finds out how it ended, and ends the call or, where
    /// that has cost nothing, lets it begin anew (BookedCall::beginAnew).
    virtual void follow(BookedCall &call, const QString &generation) = 0;
    virtual void cancel(const BookedCall &call) = 0; ///< nobody waits; the call still ends
    /// One more waits, perhaps before it is begun. Nothing need be done about it.
    virtual void joined(BookedCall &, Exchange *) { }
    /// Writes the answer for one who waits, in its own time, and says so before it gives it (BookedCall::deliverBy).
    /// The call may be forgotten meanwhile. Only after the end.
    virtual void answer(BookedCall &call, Exchange *exchange) = 0;
    virtual void refuse(Exchange *exchange, const Refusal &refusal) = 0;
    [[nodiscard]] virtual bool endedForFree() const = 0; ///< only after the end: it may be tried again with its key
    /// Whether the outcome only stands for one that may be known when it is asked for again. It is not kept.
    [[nodiscard]] virtual bool isProvisional() const = 0;
    [[nodiscard]] virtual qint64 keptBytes() const = 0; ///< of the outcome, in memory
};

} // namespace lightwell
