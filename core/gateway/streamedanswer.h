// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/dialect.h"
#include "core/gateway/http/exchange.h"

#include <QTimer>

#include <chrono>
#include <functional>

namespace lightwell {

/// An answer in events. It begins with the first preview, or when nothing has come for a while, so that an early
/// refusal is still an answer with a status of its own. In silence it says from time to time that it is alive, since
/// clients hang up on silent connections. Goes with its exchange; lives on the gateway's thread.
class StreamedAnswer : public QObject
{
    Q_OBJECT
public:
    using Send = std::function<void(Exchange *, const GatewayResponse &)>;
    /// `begin` sends the head of an answer in pieces, `respond` a whole one.
    StreamedAnswer(Exchange *exchange, DialectPtr dialect, CallKind kind, Send begin, Send respond);
    [[nodiscard]] static StreamedAnswer *of(const Exchange &exchange); ///< nullptr: it is answered in one piece
    /// Ends the exchange in whichever form its answer is awaited; `respond` sends a whole one.
    static void give(Exchange *exchange, const GatewayResponse &response, const Send &respond);

    /// Shows an encoded picture. Where the client is slow, or one comes before the last was written, only the newest.
    void preview(const QByteArray &encoded);
    /// The end: a body of events, where the status is 200; else the error.
    void finish(const GatewayResponse &response);

private:
    void writeNext();
    void begin(GatewayResponse head);
    void sayAlive();

    Exchange *m_exchange;
    DialectPtr m_dialect;
    CallKind m_kind;
    Send m_begin;
    Send m_respond;
    QTimer m_silence;
    QByteArray m_waiting; ///< the newest preview that is not written yet
    int m_previews = 0;
    bool m_isWriting = false;
    bool m_ended = false;
};

} // namespace lightwell
