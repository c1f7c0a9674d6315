// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/rawclient.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QTest>

namespace lightwell::test {

using namespace Qt::StringLiterals;

QByteArray RawAnswer::header(const QByteArray &name) const
{
    for (const HttpHeader &h : headers) {
        if (h.name.compare(name, Qt::CaseInsensitive) == 0) {
            return h.value;
        }
    }
    return {};
}

QJsonObject RawAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString RawAnswer::errorCode() const
{
    return json().value("error"_L1).toObject().value("code"_L1).toString();
}

RawClient::RawClient(quint16 port, const QHostAddress &address, const QHostAddress &from)
    : m_socket(std::make_unique<QTcpSocket>())
{
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, m_socket.get(),
                     [this] { m_buffer += m_socket->readAll(); });
    if (!from.isNull()) {
        m_socket->bind(from);
    }
    m_socket->connectToHost(address, port);
    (void)QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::ConnectedState; });
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

std::optional<RawAnswer> RawClient::take()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        return std::nullopt;
    }
    QList<QByteArray> lines = m_buffer.left(end).split('\n');
    RawAnswer answer;
    answer.status = lines.takeFirst().mid(9, 3).toInt();
    for (const QByteArray &line : std::as_const(lines)) {
        answer.headers.append({line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 1).trimmed()});
    }
    const qsizetype length = answer.header("Content-Length").toLongLong();
    if (m_buffer.size() < end + 4 + length) {
        return std::nullopt;
    }
    answer.body = m_buffer.mid(end + 4, length);
    m_buffer.remove(0, end + 4 + length);
    if (answer.status != 100) {
        return answer;
    }
    ++m_continues;
    return take();
}

RawAnswer RawClient::answer()
{
    std::optional<RawAnswer> taken;
    (void)QTest::qWaitFor(
        [&] {
            taken = take();
            return taken || m_socket->state() == QAbstractSocket::UnconnectedState;
        },
        20'000);
    if (!taken) {
        taken = take();
    }
    return taken.value_or(RawAnswer());
}

int RawClient::countContinues()
{
    while (m_buffer.startsWith("HTTP/1.1 100 ") && m_buffer.contains("\r\n\r\n")) {
        m_buffer.remove(0, m_buffer.indexOf("\r\n\r\n") + 4);
        ++m_continues;
    }
    return m_continues;
}

QByteArray RawClient::everything()
{
    (void)QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::UnconnectedState; });
    return m_buffer;
}

bool RawClient::isClosed()
{
    return QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::UnconnectedState; });
}

} // namespace lightwell::test
