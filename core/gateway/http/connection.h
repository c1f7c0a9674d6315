// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/exchange.h"
#include "core/gateway/http/httpparser.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace lightwell {

/// How long a client may take. A connection between two requests may stay for `keepAlive`.
struct HttpTimes
{
    std::chrono::milliseconds head = std::chrono::seconds(15);
    std::chrono::milliseconds body = std::chrono::minutes(2);
    std::chrono::milliseconds keepAlive = std::chrono::seconds(75);
    std::chrono::milliseconds linger = std::chrono::seconds(2); ///< for an unread body after a refusal
};

/// One client's connection: reads requests one at a time and writes their answers. Never crashes over a client that
/// leaves, since nothing outside ever touches the socket.
class Connection : public QObject
{
    Q_OBJECT
public:
    Connection(QTcpSocket *socket, const HttpLimits &limits, const HttpTimes &times, QObject *parent);
    ~Connection() override;

    /// Answers without reading anything and closes: there are too many connections.
    void turnAway(const GatewayResponse &response);
    void finish(); ///< closes now, or after the answer that is owed

Q_SIGNALS:
    void headArrived(lightwell::Exchange *exchange); ///< decide: proceed() or respond()
    void requestArrived(lightwell::Exchange *exchange); ///< with its body
    void refused(int status, lightwell::Exchange *exchange); ///< not HTTP as we take it; respond with an error body
    void closed();

private:
    void read();
    void advance(HttpParser::State state);
    void headReady();
    void bodyWanted();
    void requestReady();
    void refuse(int status);
    void answer(const GatewayResponse &response);
    void timeIsUp();
    [[nodiscard]] bool isStillSending();
    void beginExchange(GatewayRequest request);
    void endExchange();
    void linger();

    QTcpSocket *m_socket;
    HttpTimes m_times;
    HttpParser m_parser;
    QByteArray m_input;
    QPointer<Exchange> m_exchange;
    QTimer m_timer;
    qint64 m_unsent = 0; ///< of the last answer, when we last looked
    bool m_wantsHeadOnly = false;
    bool m_keepAlive = true;
    bool m_finishing = false;
    bool m_lingering = false;
    bool m_wholeRequestRead = false;
};

} // namespace lightwell
