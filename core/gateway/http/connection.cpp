// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/connection.h"

#include <QDateTime>
#include <QLocale>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readAhead = 256 * 1024;

QByteArray httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

Connection::Connection(QTcpSocket *socket, const HttpLimits &limits, const HttpTimes &times, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_times(times)
    , m_parser(limits)
{
    socket->setParent(this);
    socket->setReadBufferSize(readAhead); // a client can be made to wait, but not to fill our memory
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Connection::timeIsUp);
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
    // The socket says goodbye when it is destroyed; by then there must be nobody to hear it.
    m_socket->disconnect(this);
    endExchange();
}

void Connection::turnAway(const GatewayResponse &response)
{
    answer(response);
}

void Connection::finish()
{
    m_finishing = true;
    if (!m_exchange && !m_lingering)
        m_socket->disconnectFromHost(); // what is written still leaves
}

void Connection::read()
{
    if (m_lingering) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    if (m_exchange && m_parser.state() != HttpParser::State::Body)
        return; // one thing after the other; the socket's own buffer holds the rest
    if (m_input.isEmpty() && m_socket->bytesAvailable() == 0)
        return;
    if (m_parser.isIdle())
        m_timer.start(m_times.head);
    m_input += m_socket->readAll();
    advance(m_parser.feed(m_input));
}

void Connection::advance(HttpParser::State state)
{
    switch (state) {
    case HttpParser::State::Head:
    case HttpParser::State::Body:
        return;
    case HttpParser::State::HeadReady:
        return headReady();
    case HttpParser::State::Ready:
        return requestReady();
    case HttpParser::State::Refused:
        return refuse(m_parser.refusalStatus());
    }
}

void Connection::beginExchange(GatewayRequest request)
{
    m_exchange = new Exchange(std::move(request), this);
    connect(m_exchange, &Exchange::proceeded, this, &Connection::bodyWanted);
    connect(m_exchange, &Exchange::answered, this, &Connection::answer);
}

void Connection::headReady()
{
    m_timer.stop();
    m_wantsHeadOnly = m_parser.request().method == "HEAD";
    m_keepAlive = m_parser.request().keepAlive;
    m_wholeRequestRead = !m_parser.hasBody();
    beginExchange(m_parser.request());
    Q_EMIT headArrived(m_exchange);
}

void Connection::bodyWanted()
{
    if (m_parser.expectsContinue() && m_parser.hasBody() && m_input.isEmpty() && m_socket->bytesAvailable() == 0)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_timer.start(m_times.body);
    m_input += m_socket->readAll();
    advance(m_parser.readBody(m_input));
}

void Connection::requestReady()
{
    m_timer.stop();
    m_wholeRequestRead = true;
    m_exchange->setBody(m_parser.takeRequest().body);
    Q_EMIT requestArrived(m_exchange);
}

void Connection::refuse(int status)
{
    m_timer.stop();
    m_wholeRequestRead = false;
    if (!m_exchange)
        beginExchange({});
    Q_EMIT refused(status, m_exchange);
}

bool Connection::isStillSending()
{
    const qint64 before = std::exchange(m_unsent, m_socket->bytesToWrite());
    return m_unsent > 0 && m_unsent < before;
}

void Connection::timeIsUp()
{
    // A large answer may take its time, as long as the client takes any of it.
    if (isStillSending()) {
        m_timer.start();
        return;
    }
    if (m_lingering || (m_parser.isIdle() && m_input.isEmpty())) {
        m_socket->abort();
        return;
    }
    refuse(408);
}

void Connection::answer(const GatewayResponse &response)
{
    const bool close = !m_keepAlive || !m_wholeRequestRead || m_finishing;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    for (const HttpHeader &header : response.headers)
        head += header.name + ": " + header.value + "\r\n";
    if (response.status != 204)
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    head += "Date: " + httpDate() + (close ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n");
    m_socket->write(head);
    if (!m_wantsHeadOnly && response.status != 204)
        m_socket->write(response.body); // shared, not copied
    if (m_exchange) {
        m_exchange->deleteLater();
        m_exchange = nullptr;
    }
    m_unsent = m_socket->bytesToWrite();
    if (close)
        return linger();
    m_parser.next();
    m_timer.start(m_times.keepAlive);
    // What came in the meantime is read afresh from the loop, not from within whoever answered.
    QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

void Connection::linger()
{
    m_timer.stop();
    m_lingering = true;
    m_input.clear();
    if (m_wholeRequestRead) {
        m_timer.start(m_times.keepAlive);
        m_socket->disconnectFromHost();
        return;
    }
    // To close with unread bytes would reset the connection, and the client might never see its answer.
    m_socket->skip(m_socket->bytesAvailable());
    m_timer.start(m_times.linger);
}

void Connection::endExchange()
{
    if (!m_exchange)
        return;
    Exchange *exchange = m_exchange;
    m_exchange = nullptr;
    exchange->disconnect(this);
    if (!exchange->isAnswered())
        Q_EMIT exchange->abandoned();
    exchange->deleteLater();
}

} // namespace lightwell
