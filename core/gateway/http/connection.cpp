// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/connection.h"

#include "core/gateway/httpserver_compat.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readAhead = 256 * 1024;

QByteArray httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

/// As much as a body at the limit takes in chunks of a sensible size.
qint64 maxChunkBytes(const HttpLimits &limits)
{
    return limits.body + limits.body / 8 + 64 * 1024;
}

QByteArray neighbourhoodOf(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol) {
        return address.toString().toLatin1();
    }
    bool mapped = false;
    if (const quint32 four = address.toIPv4Address(&mapped); mapped) {
        return QHostAddress(four).toString().toLatin1();
    }
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(&bytes), 8);
}

/// How much longer something may take of which `moved` bytes have moved so far.
std::chrono::milliseconds patience(std::chrono::milliseconds grace, qint64 moved, qint64 slowest, qint64 elapsed)
{
    return grace + std::chrono::milliseconds(moved * 1000 / std::max<qint64>(1, slowest) - elapsed);
}

} // namespace

Connection::Connection(QTcpSocket *socket, const HttpLimits &limits, const HttpTimes &times, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_limits(limits)
    , m_times(times)
    , m_head(limits)
    , m_chunks(limits.body)
{
    socket->setParent(this);
    m_neighbourhood = neighbourhoodOf(socket->peerAddress());
    socket->setReadBufferSize(readAhead); // a client can be made to wait, but not to fill our memory
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // Qt takes all the system has each time; with many large bodies on the way nobody else would have a turn.
    socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, int(readAhead));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Connection::timeIsUp);
    // Before QHttpServer connects: what is read here, it does not see.
    connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
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
    return m_head.size() > 0 && m_head.refusalStatus() == 0 ? Standing::Stranger : Standing::Silent;
}

QString Connection::client() const
{
    return m_exchange ? m_exchange->client() : m_client;
}

qint64 Connection::unsent() const
{
    const bool answers = m_stage == Stage::Farewell || m_stage == Stage::Stream;
    return answers && m_socket ? m_socket->bytesToWrite() : 0;
}

std::chrono::milliseconds Connection::answersSince() const
{
    return std::chrono::milliseconds(m_since.elapsed());
}

double Connection::pace() const
{
    return double(m_sent) / double(std::max<qint64>(1, m_since.elapsed()));
}

void Connection::finish()
{
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
    case Stage::Decision:
        return; // the socket's own buffer holds the rest
    case Stage::Body:
        return readBody();
    case Stage::Answer:
    case Stage::Stream:
    case Stage::Farewell:
        return drain();
    }
}

void Connection::readHead()
{
    if (m_socket->peek(2) == "\r\n" && !std::exchange(m_skippedEmptyLine, true)) {
        m_socket->skip(2); // RFC 9112, 2.2: some clients send one too many, and QHttpServer does not expect it
    }
    switch (m_head.read(m_socket->peek(m_head.longest()))) {
    case HttpHead::State::Partial:
        return;
    case HttpHead::State::Refused:
        return refuse(m_head.refusalStatus());
    case HttpHead::State::Ready:
        m_timer.stop();
        m_stage = Stage::Decision;
        m_wholeRequestRead = !m_head.hasBody();
        beginExchange(m_head.request());
        Q_EMIT headArrived(m_exchange);
    }
}

void Connection::readBody()
{
    // QHttpServer takes all there is each time, so this is new. It would take any amount of chunks, and much for one.
    const qint64 fresh = m_socket->bytesAvailable();
    const qint64 ofHead = std::clamp<qint64>(m_head.size() - m_received, 0, fresh);
    m_received += fresh;
    if (m_head.isChunked()) {
        if (m_chunks.read(QByteArrayView(m_socket->peek(fresh)).sliced(ofHead)) == ChunkedBody::State::Refused) {
            return refuse(m_chunks.refusalStatus());
        }
        if (m_received > m_head.size() + maxChunkBytes(m_limits)) {
            return refuse(413);
        }
    }
    awaitBody();
}

void Connection::awaitBody()
{
    const std::chrono::milliseconds left = std::min(
        m_times.body - answersSince(), patience(m_times.begin, m_received, m_times.slowest, m_since.elapsed()));
    m_timer.start(std::max(left, std::chrono::milliseconds(0)));
}

void Connection::drain()
{
    if (m_socket->isTransactionStarted()) {
        m_socket->commitTransaction(); // or the socket would keep all that QHttpServer has read
    }
    m_socket->skip(m_socket->bytesAvailable());
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

void Connection::proceed()
{
    const bool waits = m_head.expectsContinue() && m_socket->bytesAvailable() == m_head.size();
    m_stage = Stage::Body;
    m_since.start();
    awaitBody();
    m_socket->setReadBufferSize(0); // a started request stays in the buffer until QHttpServer has all of it
    Q_EMIT bodyWanted(m_socket);
    Q_EMIT m_socket->readyRead(); // QHttpServer has not seen what is there already
    if (waits && m_stage == Stage::Body && m_socket->bytesToWrite() == 0) { // newer versions answer that themselves
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
}

void Connection::take(const QByteArray &body, QHttpServerResponder responder)
{
    if (m_stage != Stage::Body) {
        return;
    }
    m_responder.emplace(std::move(responder));
    if (body.size() > m_limits.body) {
        return refuse(413);
    }
    if (body.size() != (m_head.isChunked() ? m_chunks.size() : m_head.bodyLength())) {
        return refuse(400); // we do not agree on where the request ends
    }
    m_timer.stop();
    m_stage = Stage::Answer;
    m_wholeRequestRead = true;
    m_exchange->setBody(body);
    Q_EMIT requestArrived(m_exchange);
}

void Connection::refuse(int status)
{
    m_timer.stop();
    m_stage = Stage::Answer;
    m_wholeRequestRead = false;
    if (!m_exchange) {
        beginExchange({});
    }
    Q_EMIT refused(Refusal::ofHttp(status, m_limits.body), m_exchange);
}

void Connection::timeIsUp()
{
    const bool silent = m_stage == Stage::Head && m_socket->bytesAvailable() == 0;
    if (silent || m_stage == Stage::Farewell || m_stage == Stage::Stream) {
        m_socket->abort();
    } else {
        refuse(408);
    }
}

void Connection::answer(const GatewayResponse &response)
{
    QList<HttpHeader> headers = response.headers;
    headers.append(HttpHeader {"Date", httpDate()});
    headers.append(HttpHeader {"Connection", "close"});
    const bool headOnly = m_head.request().method == "HEAD";
    if (m_responder && !headOnly && compat::isKnown(response.status)) {
        compat::write(*m_responder, response.status, headers, response.body);
    } else {
        if (response.status != 204) {
            headers.append(HttpHeader {"Content-Length", QByteArray::number(response.body.size())});
        }
        write(response.status, headers, headOnly ? QByteArray() : response.body);
    }
    leave();
}

void Connection::beginStream(const GatewayResponse &head)
{
    m_stage = Stage::Stream;
    QList<HttpHeader> headers = head.headers;
    headers.append(HttpHeader {"Date", httpDate()});
    headers.append(HttpHeader {"Connection", "close"});
    if (!m_head.isHttp10()) { // else the end of the connection is the end of the answer
        headers.append(HttpHeader {"Transfer-Encoding", "chunked"});
    }
    m_since.start();
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::sent);
    write(head.status, headers, {});
    awaitTaking();
    Q_EMIT answering();
}

void Connection::push(const QByteArray &piece)
{
    if (m_stage != Stage::Stream || !m_socket) {
        return;
    }
    if (m_head.isHttp10()) {
        m_socket->write(piece);
    } else {
        m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n");
        m_socket->write(piece);
        m_socket->write("\r\n");
    }
    m_exchange->setBacklog(m_socket->bytesToWrite());
    awaitTaking();
}

void Connection::endStream()
{
    if (m_stage != Stage::Stream || !m_socket) {
        return;
    }
    if (!m_head.isHttp10()) {
        m_socket->write("0\r\n\r\n");
    }
    m_timer.stop();
    leave();
}

void Connection::sent(qint64 bytes)
{
    m_sent += bytes;
    if (m_stage == Stage::Farewell) {
        return awaitDeparture();
    }
    if (m_exchange) {
        m_exchange->setBacklog(m_socket->bytesToWrite());
    }
    m_timer.stop();
    awaitTaking();
}

/// Between two pieces there may be any time; of a piece that is there, some has to leave now and then.
void Connection::awaitTaking()
{
    if (m_socket->bytesToWrite() > 0 && !m_timer.isActive()) {
        m_timer.start(m_times.stall);
    }
}

void Connection::write(int status, const QList<HttpHeader> &headers, const QByteArray &body)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " \r\n";
    for (const HttpHeader &header : headers) {
        head += header.name + ": " + header.value + "\r\n";
    }
    m_socket->write(head + "\r\n");
    m_socket->write(body);
}

void Connection::leave()
{
    m_stage = Stage::Farewell;
    m_known = standing() == Standing::Known;
    m_client = client();
    if (m_exchange) {
        m_exchange->deleteLater();
    }
    m_exchange = nullptr;
    const bool more = m_socket->bytesAvailable() > (m_responder ? 0 : m_head.size());
    drain();
    if (m_wholeRequestRead && !more) {
        m_since.start();
        m_sent = 0;
        awaitDeparture();
        connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::sent, Qt::UniqueConnection);
        m_socket->disconnectFromHost(); // once all is written
        Q_EMIT answering();
        return;
    }
    // To close with unread bytes would reset the connection, and the client might never see its answer.
    m_timer.start(m_times.linger);
}

/// Some of the answer has to leave now and then, and all of it at a speed that comes to an end.
void Connection::awaitDeparture()
{
    const std::chrono::milliseconds left =
        std::min(m_times.stall, patience(m_times.stall, m_sent, m_times.slowest, m_since.elapsed()));
    m_timer.start(std::max(left, std::chrono::milliseconds(0)));
}

void Connection::endExchange()
{
    if (!m_exchange) {
        return;
    }
    Exchange *exchange = m_exchange;
    m_exchange = nullptr;
    exchange->disconnect(this);
    if (!exchange->isAnswered() || exchange->isStreaming()) {
        Q_EMIT exchange->abandoned();
    }
    exchange->deleteLater();
}

} // namespace lightwell
