// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/answerwriter.h"
#include "core/gateway/http/bodyreader.h"
#include "core/gateway/http/exchange.h"
#include "core/gateway/http/httphead.h"
#include "core/gateway/http/httptimes.h"
#include "core/gateway/refusal.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace lightwell {

/// One client's connection, which is good for many requests, one after another: reads them, counts and times what
/// comes, and writes the answers. What a client sends ahead waits until the answer before it has left; where it sends
/// more than a head ahead, or leaves a body unread, the connection ends with that answer. Nothing outside ever touches
/// the socket, so that a client may leave at any moment.
class Connection : public QObject
{
    Q_OBJECT
public:
    /// What the client has shown so far of the request it is at; whoever has shown less gives way first.
    enum class Standing {
        Idle, ///< nothing after an answer: it can begin anew on another connection at no cost
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
    [[nodiscard]] std::chrono::milliseconds answersSince() const { return m_writer.elapsed(); } ///< only while unsent()
    [[nodiscard]] double pace() const
    {
        return m_writer.pace();
    } ///< bytes of the answer in a millisecond, on the average
    void finish(); ///< closes now, or after the answer that is owed
    [[nodiscard]] Exchange *unanswered() const; ///< what an answer is owed to; nullptr: nothing

Q_SIGNALS:
    void headArrived(lightwell::Exchange *exchange); ///< decide: proceed() or respond()
    void requestArrived(lightwell::Exchange *exchange); ///< with its body
    /// Not HTTP as we take it; respond with an error body.
    void refused(const lightwell::Refusal &refusal, lightwell::Exchange *exchange);
    void answering(); ///< a whole answer is on its way
    void closed();

private:
    enum class Stage {
        Head, ///< is awaited or comes
        Decision, ///< whether the body may come
        Body, ///< comes
        Answer, ///< is being made
        Stream, ///< is being made and written, piece by piece
        Departure, ///< of an answer; then the next head is awaited
        Farewell, ///< departure of the last one
    };

    void read();
    void readHead();
    void readBody();
    void readAhead();
    void drain();
    void proceed();
    void refuse(int status);
    void answer(const GatewayResponse &response);
    void beginStream(const GatewayResponse &head);
    void push(const QByteArray &piece);
    void endStream();
    [[nodiscard]] bool staysOpen() const;
    [[nodiscard]] AnswerFraming framing() const;
    void sent(qint64 bytes);
    void awaitTaking();
    void awaitDeparture();
    void leave();
    void sayFarewell();
    void awaitNext();
    void tellDeparture();
    void timeIsUp();
    void endIdle();
    void beginExchange(const GatewayRequest &request);
    void releaseExchange();
    void endExchange();

    QPointer<QTcpSocket> m_socket;
    HttpLimits m_limits;
    HttpTimes m_times;
    HttpHead m_head;
    BodyReader m_body;
    Stage m_stage = Stage::Head;
    int m_requests = 0; ///< that were answered
    bool m_isIdle = false; ///< nothing has come since the last answer
    bool m_wholeRequestRead = false;
    bool m_isLast = false; ///< no other request is read
    bool m_skippedEmptyLine = false;
    AnswerWriter m_writer;
    QByteArray m_neighbourhood;
    bool m_known = false; ///< as its exchange said before it ended, while the answer leaves
    QString m_client; ///< likewise
    QPointer<Exchange> m_exchange;
    std::shared_ptr<Departure> m_departure; ///< of the last answer, if anybody watches it
    QTimer m_timer;
};

} // namespace lightwell
