// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace lightwell {

/// One event of a stream (server-sent events, or a message of a web socket).
struct StreamEvent
{
    QByteArray name; ///< "message" where the stream names none
    QByteArray data; ///< lines joined by \n
    friend bool operator==(const StreamEvent &, const StreamEvent &) = default;
};

/// Cuts a text/event-stream into its events as the bytes come, after the WHATWG HTML standard, 9.2.6. What is no field
/// it knows is passed over, as there; so is an event that is larger than the limit, and all that come after the most
/// that are taken: an event of eight bytes takes a hundred in memory. Pure.
class EventStreamReader
{
public:
    static constexpr int maxEvents = 50'000; ///< of one stream

    /// `maxEventBytes`: of one event's data.
    explicit EventStreamReader(qsizetype maxEventBytes = 64LL * 1024 * 1024);

    /// The events that end within `piece`. One whose empty line has not come yet waits for it, and one that never gets
    /// it is none: that is how a stream that was cut off is told from one that ended.
    [[nodiscard]] QList<StreamEvent> feed(const QByteArray &piece);

private:
    void readLine(const QByteArray &line, QList<StreamEvent> &events);

    qsizetype m_maxEventBytes;
    int m_taken = 0; ///< events
    QByteArray m_rest; ///< a line that has not ended yet
    StreamEvent m_event;
    bool m_hasData = false;
    bool m_tooLarge = false;
    bool m_lineTooLarge = false;
    bool m_afterReturn = false; ///< a \n now belongs to the line that \r ended
    bool m_begun = false;
};

/// All of a stream that has arrived as a whole, as far as it is taken; with its last event where that lacks the empty
/// line but is a whole JSON object, so that nothing of it can be missing.
[[nodiscard]] QList<StreamEvent> eventsOf(const QByteArray &stream);

/// Whether a Content-Type says that the body is such a stream.
[[nodiscard]] bool isEventStream(const QByteArray &contentType);

} // namespace lightwell
