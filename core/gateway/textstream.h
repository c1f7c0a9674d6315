// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/dialect.h"
#include "core/gateway/http/exchange.h"

#include <QTimer>

#include <functional>

namespace lightwell {

/// The answer of a text model in events, to one who waits for it: each goes out as it comes. It begins with the first,
/// so that an early refusal is still an answer with a status of its own. In silence it says from time to time that it
/// is alive. Goes with its exchange; lives on the gateway's thread.
class TextStream : public QObject
{
    Q_OBJECT
public:
    using Send = std::function<void(Exchange *, const GatewayResponse &)>;
    /// `begin` sends the head of an answer in pieces.
    TextStream(Exchange *exchange, DialectPtr dialect, std::chrono::milliseconds longestSilence, Send begin);
    [[nodiscard]] static TextStream *of(const Exchange &exchange); ///< nullptr: it is answered in one piece

    /// `all` is everything that has come so far: whoever joins late gets it from the beginning.
    void show(const QByteArray &all);
    void end(const QByteArray &all);
    /// The end where something went wrong: an error with its status, or one among the events where these have begun.
    void fail(const GatewayResponse &response, const Send &respond);

private:
    void begin();
    void sayAlive();

    Exchange *m_exchange;
    DialectPtr m_dialect;
    Send m_begin;
    QTimer m_silence;
    qsizetype m_shown = 0; ///< bytes
};

} // namespace lightwell
