// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/chunkedbody.h"
#include "core/gateway/http/exchange.h"
#include "core/gateway/http/httphead.h"
#include "core/gateway/refusal.h"

#include <QElapsedTimer>
#include <QHttpServerResponder>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <optional>

namespace lightwell {

/// How long a client may take.
struct HttpTimes
{
    std::chrono::milliseconds head = std::chrono::seconds(15); ///< all of it, not between two bytes
    std::chrono::milliseconds body = std::chrono::minutes(2); ///< at most, however fast it comes
    std::chrono::milliseconds begin = std::chrono::seconds(10); ///< for a body, before its speed counts
    /// Without taking any of its answer, and before its speed counts.
    std::chrono::milliseconds stall = std::chrono::seconds(75);
    qint64 slowest = 4 * 1024; ///< bytes a second, on the average, of a body and of an answer
    std::chrono::milliseconds look = std::chrono::seconds(1); ///< between two looks at what is unsent altogether
    std::chrono::milliseconds linger = std::chrono::seconds(2); ///< for an unread body after a refusal
};

/// Guards one client's connection, which is good for one request: looks at the head before QHttpServer sees the
/// socket, counts and times what comes, and writes the answer. Never crashes over a client that leaves, since nothing
/// outside ever touches the socket.
class Connection : public QObject
{
    Q_OBJECT
public:
    /// What the client has shown so far; whoever has shown less gives way first.
    enum class Standing {
        Silent, ///< no head that can be read
        Stranger, ///< a head, but no key that works
        Known, ///< see Exchange::vouch()
    };

    Connection(QTcpSocket *socket, const HttpLimits &limits, const HttpTimes &times, QObject *parent);
    ~Connection() override;

    /// Answers without reading anything and closes: there are too many connections.
    void turnAway(const GatewayResponse &response);
    void giveWay(); ///< ends at once, without a word: its place is needed
    [[nodiscard]] Standing standing() const;
    /// Where it comes from: the address, or the network of an IPv6 address, which are a client's own.
    [[nodiscard]] const QByteArray &neighbourhood() const { return m_neighbourhood; }
    [[nodiscard]] QString client() const; ///< see Exchange::client()
    [[nodiscard]] qint64 unsent() const; ///< bytes of its answer that the client has not taken
    [[nodiscard]] std::chrono::milliseconds answersSince() const; ///< how long; only while unsent()
    [[nodiscard]] double pace() const; ///< bytes of the answer in a millisecond, on the average
    void finish(); ///< closes now, or after the answer that is owed
    [[nodiscard]] Exchange *unanswered() const; ///< what an answer is owed to; nullptr: nothing
    [[nodiscard]] const QTcpSocket *socket() const { return m_socket; } ///< nullptr once it is gone
    void take(const QByteArray &body, QHttpServerResponder responder); ///< what QHttpServer has read

Q_SIGNALS:
    void headArrived(lightwell::Exchange *exchange); ///< decide: proceed() or respond()
    void bodyWanted(QTcpSocket *socket); ///< let QHttpServer read from it; it is yours now
    void requestArrived(lightwell::Exchange *exchange); ///< with its body
    /// Not HTTP as we take it; respond with an error body.
    void refused(const lightwell::Refusal &refusal, lightwell::Exchange *exchange);
    void answering(); ///< a whole answer is on its way
    void closed();

private:
    enum class Stage {
        Head,
        Decision, ///< whether the body may come
        Body, ///< QHttpServer reads
        Answer, ///< is being made
        Stream, ///< is being made and written, piece by piece
        Farewell, ///< is being written
    };

    void read();
    void readHead();
    void readBody();
    void drain();
    void proceed();
    void refuse(int status);
    void answer(const GatewayResponse &response);
    void beginStream(const GatewayResponse &head);
    void push(const QByteArray &piece);
    void endStream();
    void sent(qint64 bytes);
    void awaitTaking();
    void write(int status, const QList<HttpHeader> &headers, const QByteArray &body);
    void leave();
    void awaitBody();
    void awaitDeparture();
    void timeIsUp();
    void beginExchange(const GatewayRequest &request);
    void endExchange();

    QPointer<QTcpSocket> m_socket;
    HttpLimits m_limits;
    HttpTimes m_times;
    HttpHead m_head;
    ChunkedBody m_chunks;
    Stage m_stage = Stage::Head;
    qint64 m_received = 0; ///< by QHttpServer, chunk sizes included
    bool m_skippedEmptyLine = false;
    qint64 m_sent = 0; ///< of the answer
    QElapsedTimer m_since; ///< the body was awaited, or the answer given
    QByteArray m_neighbourhood;
    bool m_known = false; ///< as its exchange said before it ended
    QString m_client; ///< likewise
    bool m_wholeRequestRead = false;
    QPointer<Exchange> m_exchange;
    std::optional<QHttpServerResponder> m_responder; ///< kept to the end: QHttpServer of 6.8 reads on without it
    QTimer m_timer;
};

} // namespace lightwell
