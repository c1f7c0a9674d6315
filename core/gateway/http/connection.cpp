// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/connection.h"

#include "core/gateway/http/neighbourhood.h"

#include <QSslSocket>

#include <algorithm>
#include <utility>

namespace lightwell {

namespace {

constexpr qint64 readBuffer = 256LL * 1024;

} // namespace

Connection::Connection(QTcpSocket *socket, const HttpLimits &limits, const HttpTimes &times, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_limits(limits)
    , m_times(times)
    , m_head(limits)
    , m_writer(socket)
    , m_neighbourhood(neighbourhoodOf(socket->peerAddress()))
{
    socket->setParent(this);
    socket->setReadBufferSize(readBuffer); // a client can be made to wait, but not to fill our memory
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // Qt takes all the system has each time; with many large bodies on the way nobody else would have a turn.
    socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, int(readBuffer));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Connection::timeIsUp);
    connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket)) {
        // What is encrypted has not left yet: QSslSocket's bytesWritten() comes too early.
        connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &Connection::sent);
    } else {
        connect(socket, &QTcpSocket::bytesWritten, this, &Connection::sent);
    }
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        m_timer.stop();
        endExchange();
        Q_EMIT closed();
        deleteLater();
    });
    m_timer.start(m_times.head);
}

Connection::~Connection()
{
    // The socket says goodbye when it ends; by then there must be nobody here to hear it.
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->flush(); // an answer that was given is not kept back
        m_socket->abort();
    }
    endExchange();
}

void Connection::turnAway(const GatewayResponse &response)
{
    answer(response);
}

void Connection::giveWay()
{
    m_timer.stop();
    if (m_socket) {
        m_socket->abort();
    }
}

Connection::Standing Connection::standing() const
{
    if (m_known || (m_exchange && m_exchange->isKnown())) {
        return Standing::Known;
    }
    if (m_isIdle) {
        return Standing::Idle;
    }
    return m_head.size() > 0 && m_head.refusalStatus() == 0 ? Standing::Stranger : Standing::Silent;
}

QString Connection::client() const
{
    return m_exchange ? m_exchange->client() : m_client;
}

qint64 Connection::unsent() const
{
    const bool answers = m_stage == Stage::Stream || m_stage == Stage::Departure || m_stage == Stage::Farewell;
    return answers ? m_writer.unsent() : 0;
}

void Connection::finish()
{
    m_isLast = true;
    if (m_stage == Stage::Head) {
        m_socket->disconnectFromHost();
    }
}

Exchange *Connection::unanswered() const
{
    const bool isOwed = m_exchange && (!m_exchange->isAnswered() || m_exchange->isStreaming());
    return isOwed ? m_exchange.data() : nullptr;
}

void Connection::read()
{
    switch (m_stage) {
    case Stage::Head:
        return readHead();
    case Stage::Body:
        return readBody();
    case Stage::Answer:
    case Stage::Stream:
        return readAhead();
    case Stage::Farewell:
        return drain();
    case Stage::Decision:
    case Stage::Departure:
        return; // the socket's own buffer holds the rest
    }
}

void Connection::readHead()
{
    if (m_socket->peek(2) == "\r\n" && !std::exchange(m_skippedEmptyLine, true)) {
        m_socket->skip(2); // RFC 9112, 2.2: some clients send one too many
    }
    if (m_socket->bytesAvailable() == 0) {
        return;
    }
    if (std::exchange(m_isIdle, false)) {
        m_timer.start(m_times.head);
    }
    switch (m_head.read(m_socket->peek(std::min<qint64>(m_socket->bytesAvailable(), m_head.longest())))) {
    case HttpHead::State::Partial:
        return;
    case HttpHead::State::Refused:
        return refuse(m_head.refusalStatus());
    case HttpHead::State::Ready:
        m_timer.stop();
        m_socket->skip(m_head.size());
        m_stage = Stage::Decision;
        m_wholeRequestRead = !m_head.hasBody();
        beginExchange(m_head.request());
        if (const auto departed = std::exchange(m_departure, nullptr)) {
            Q_EMIT departed->received();
        }
        Q_EMIT headArrived(m_exchange);
    }
}

void Connection::proceed()
{
    m_body.begin(m_head, m_exchange->maxBody().value_or(m_limits.body));
    m_stage = Stage::Body;
    if (m_head.expectsContinue() && m_socket->bytesAvailable() == 0) {
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    readBody();
}

void Connection::readBody()
{
    switch (m_body.read(*m_socket)) {
    case BodyReader::State::Partial:
        return m_timer.start(m_body.patience(m_times));
    case BodyReader::State::Refused:
        return refuse(m_body.refusalStatus());
    case BodyReader::State::Done:
        m_timer.stop();
        m_stage = Stage::Answer;
        m_wholeRequestRead = true;
        m_exchange->setBody(m_body.take());
        readAhead(); // what came while it was decided: nothing may follow that would call for a look at it
        Q_EMIT requestArrived(m_exchange);
    }
}

/// While an answer is made, the next request may come. It waits; but a socket whose buffer is full does not see that
/// the client hangs up, and so there must be an end to it.
void Connection::readAhead()
{
    if (m_socket->bytesAvailable() > m_head.longest()) {
        m_wholeRequestRead = false; // nor is what is dropped here
        m_isLast = true;
    }
    if (!m_wholeRequestRead) {
        drain();
    }
}

void Connection::drain()
{
    m_socket->skip(m_socket->bytesAvailable());
}

void Connection::refuse(int status)
{
    m_timer.stop();
    m_stage = Stage::Answer;
    m_wholeRequestRead = false;
    if (!m_exchange) {
        beginExchange(m_head.request()); // as far as it could be read: its path says in which form it is refused
    }
    Q_EMIT refused(Refusal::ofHttp(status, m_exchange->maxBody().value_or(m_limits.body)), m_exchange);
}

void Connection::timeIsUp()
{
    const bool silent = m_stage == Stage::Head && m_socket->bytesAvailable() == 0;
    if (silent && m_requests > 0) {
        endIdle();
    } else if (silent || m_stage == Stage::Stream || m_stage == Stage::Departure || m_stage == Stage::Farewell) {
        m_socket->abort();
    } else {
        refuse(408);
    }
}

/// The next request may lie in the system's buffer unseen, where the program or the whole computer was held up: it is
/// served, since a client whose request meets a closed connection does not know whether it was begun.
void Connection::endIdle()
{
    if (!m_socket->waitForReadyRead(0) && m_socket) {
        m_socket->disconnectFromHost();
    }
}

void Connection::beginExchange(const GatewayRequest &request)
{
    m_exchange = new Exchange(request, this);
    connect(m_exchange, &Exchange::proceeded, this, &Connection::proceed);
    connect(m_exchange, &Exchange::answered, this, &Connection::answer);
    connect(m_exchange, &Exchange::streamBegun, this, &Connection::beginStream);
    connect(m_exchange, &Exchange::pushed, this, &Connection::push);
    connect(m_exchange, &Exchange::streamEnded, this, &Connection::endStream);
}

bool Connection::staysOpen() const
{
    return m_wholeRequestRead && !m_isLast && !m_head.wantsClose() && m_times.idle.count() > 0
        && m_requests + 1 < m_limits.requests;
}

AnswerFraming Connection::framing() const
{
    return {m_head.request().method == "HEAD", !m_head.isHttp10(), !m_isLast, m_times.idle};
}

void Connection::answer(const GatewayResponse &response)
{
    m_isLast = !staysOpen();
    m_writer.write(response, framing());
    leave();
}

void Connection::beginStream(const GatewayResponse &head)
{
    readAhead();
    m_isLast = !staysOpen();
    m_stage = Stage::Stream;
    m_writer.begin(head, framing());
    awaitTaking();
    Q_EMIT answering();
}

void Connection::push(const QByteArray &piece)
{
    if (m_stage == Stage::Stream && m_socket) {
        m_writer.push(piece);
        m_exchange->setBacklog(m_writer.unsent());
        awaitTaking();
    }
}

void Connection::endStream()
{
    if (m_stage == Stage::Stream && m_socket) {
        m_writer.end();
        leave();
    }
}

void Connection::sent(qint64 bytes)
{
    m_writer.count(bytes);
    switch (m_stage) {
    case Stage::Stream:
        if (m_exchange) {
            m_exchange->setBacklog(m_writer.unsent());
        }
        m_timer.stop();
        return awaitTaking();
    case Stage::Departure:
        return m_writer.unsent() > 0 ? awaitDeparture() : awaitNext();
    case Stage::Farewell:
        tellDeparture();
        return m_writer.unsent() > 0 || m_wholeRequestRead ? awaitDeparture() : m_timer.start(m_times.linger);
    default:
        return; // "100 Continue"
    }
}

/// Between two pieces there may be any time; of a piece that is there, some has to leave now and then.
void Connection::awaitTaking()
{
    if (m_writer.unsent() > 0 && !m_timer.isActive()) {
        m_timer.start(m_times.stall);
    }
}

void Connection::awaitDeparture()
{
    m_timer.start(m_writer.patience(m_times));
}

void Connection::leave()
{
    ++m_requests;
    m_known = standing() == Standing::Known;
    m_client = client();
    m_departure = m_exchange ? m_exchange->departure() : nullptr;
    releaseExchange();
    if (m_isLast) {
        return sayFarewell();
    }
    m_stage = Stage::Departure;
    awaitDeparture();
    Q_EMIT answering();
}

void Connection::sayFarewell()
{
    m_stage = Stage::Farewell;
    // To close with unread bytes would reset the connection, and the client might never see its answer.
    m_wholeRequestRead = m_wholeRequestRead && m_socket->bytesAvailable() == 0;
    drain();
    awaitDeparture();
    tellDeparture(); // the end of a stream may be nothing but that of the connection
    if (m_wholeRequestRead) {
        m_socket->disconnectFromHost(); // once all is written
    }
    Q_EMIT answering();
}

void Connection::tellDeparture()
{
    if (m_departure && m_writer.unsent() == 0) {
        Q_EMIT m_departure->left();
    }
}

void Connection::awaitNext()
{
    tellDeparture();
    m_stage = Stage::Head;
    if (m_isLast) { // it was told to finish meanwhile
        return m_socket->disconnectFromHost();
    }
    m_head = HttpHead(m_limits);
    m_wholeRequestRead = false;
    m_skippedEmptyLine = false;
    m_known = false;
    m_client.clear();
    m_isIdle = true;
    m_timer.start(m_times.idle);
    if (m_socket->bytesAvailable() > 0) { // sent ahead, so it proves nothing; not from within the answer before it
        m_departure = nullptr;
        QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
    }
}

void Connection::releaseExchange()
{
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange->deleteLater();
    }
    m_exchange = nullptr;
}

void Connection::endExchange()
{
    Exchange *exchange = m_exchange;
    const bool isOwed = unanswered() != nullptr;
    releaseExchange();
    if (isOwed) {
        exchange->abandon();
    }
}

} // namespace lightwell
