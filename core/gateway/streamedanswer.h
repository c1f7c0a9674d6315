// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/dialect.h"
#include "core/gateway/http/exchange.h"

#include <QTimer>

#include <chrono>
#include <functional>

namespace lightwell {

/// An answer in pieces: events, or an answer like any other that begins with white space while its client waits. It
/// begins with the first event, or when nothing has come for a while, so that an early refusal is still an answer with
/// a status of its own; later the status is 200, whatever comes. In silence it says from time to time that it is alive,
/// since clients hang up on silent connections. Goes with its exchange; lives on the gateway's thread.
class StreamedAnswer : public QObject
{
    Q_OBJECT
public:
    using Send = std::function<void(Exchange *, const GatewayResponse &)>;
    enum class Shape { Events, WhiteSpace };
    struct Setup
    {
        DialectPtr dialect;
        CallKind kind = CallKind::Generation;
        Send begin; ///< sends the head of an answer in pieces
        Send respond; ///< a whole one
        std::chrono::milliseconds longestSilence = std::chrono::seconds(15);
        Shape shape = Shape::Events;
    };
    StreamedAnswer(Exchange *exchange, Setup setup);
    [[nodiscard]] static StreamedAnswer *of(const Exchange &exchange); ///< nullptr: it is answered in one piece
    /// Ends the exchange in whichever form its answer is awaited; `respond` sends a whole one.
    static void give(Exchange *exchange, const GatewayResponse &response, const Send &respond);

    /// An event, as it is written. Left out where the client is slow.
    void say(const QByteArray &event);
    /// Shows an encoded picture, where events are expected. Where the client is slow, or one comes before the last was
    /// written, only the newest.
    void preview(const QByteArray &encoded);
    /// The end: a body of events, where the status is 200; else the error.
    void finish(const GatewayResponse &response);
    /// The same once it has begun: what is still to be written.
    [[nodiscard]] QByteArray lastWords(const GatewayResponse &response) const;

private:
    void writeNext();
    void begin(GatewayResponse head);
    void sayAlive();

    Exchange *m_exchange;
    const Setup m_setup;
    QTimer m_silence;
    QByteArray m_waiting; ///< the newest preview that is not written yet
    int m_previews = 0;
    bool m_isWriting = false;
    bool m_ended = false;
};

} // namespace lightwell
