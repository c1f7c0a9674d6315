// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/transport/wire.h"

#include <QSslSocket>
#include <QTest>

#include <sys/socket.h>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

/// Head and body, as far as the head is known; -1 before.
qsizetype requestSize(const QByteArray &came)
{
    const qsizetype head = came.indexOf("\r\n\r\n");
    if (head < 0) {
        return -1;
    }
    const QByteArray lower = came.left(head + 2).toLower();
    const qsizetype length = lower.indexOf("content-length:");
    const qsizetype value = length + qsizetype(sizeof "content-length:") - 1;
    const qsizetype body =
        length < 0 ? 0 : lower.mid(value, lower.indexOf("\r\n", value) - value).trimmed().toLongLong();
    return head + 4 + body;
}

} // namespace

WireServer::WireServer(Script script, const QSslConfiguration &tls)
    : m_script(std::move(script))
    , m_tls(tls)
{
    if (!listen(QHostAddress::LocalHost)) {
        qFatal("The wire cannot listen: %s", qPrintable(errorString()));
    }
}

QUrl WireServer::url() const
{
    const QString scheme = m_tls.localCertificate().isNull() ? u"http"_s : u"https"_s;
    return QUrl(u"%1://127.0.0.1:%2/"_s.arg(scheme).arg(serverPort()));
}

QList<QByteArray> WireServer::everything()
{
    // Connections are accepted in the order in which they were made: once this last one is here, all others are.
    QTcpSocket last;
    last.connectToHost(serverAddress(), serverPort());
    if (!last.waitForConnected() || !QTest::qWaitFor([&] { return m_ports.contains(last.localPort()); })) {
        return {};
    }
    const qsizetype others = m_ports.indexOf(last.localPort());
    last.abort();
    if (!QTest::qWaitFor([this] { return m_open == 0; })) {
        return {};
    }
    return m_came.first(others);
}

void WireServer::incomingConnection(qintptr handle)
{
    const bool encrypted = !m_tls.localCertificate().isNull();
    auto *socket = encrypted ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(handle)) {
        return delete socket;
    }
    const qsizetype index = m_came.size();
    m_ports.append(socket->peerPort());
    m_came.append(QByteArray());
    ++m_open;
    connect(socket, &QTcpSocket::readyRead, this, [=, this] { read(socket, index); });
    connect(socket, &QTcpSocket::disconnected, this, [=, this] {
        if (socket->isOpen()) {
            m_came[index] += socket->readAll();
        }
        --m_open;
        socket->deleteLater();
    });
    if (auto *tls = qobject_cast<QSslSocket *>(socket)) {
        tls->setSslConfiguration(m_tls);
        connect(tls, &QSslSocket::encrypted, this, [=, this] {
            ++m_ready;
            read(socket, index);
        });
        tls->startServerEncryption();
    } else {
        ++m_ready;
        read(socket, index);
    }
}

void WireServer::read(QTcpSocket *socket, qsizetype index)
{
    m_came[index] += socket->readAll();
    if ((index == 0 || m_script.always) && !m_played.contains(index) && isTime(index)) {
        m_played.insert(index);
        play(socket);
    }
}

bool WireServer::isTime(qsizetype index) const
{
    const QByteArray &came = m_came.at(index);
    const qsizetype size = requestSize(came);
    switch (m_script.when) {
    case When::Accepted:
        return true;
    case When::FirstByte:
        return !came.isEmpty();
    case When::Halfway:
        return size >= 0 && came.size() >= size / 2;
    case When::Whole:
        return size >= 0 && came.size() >= size;
    }
    return false;
}

void WireServer::play(QTcpSocket *socket) const
{
    socket->write(m_script.answer);
    socket->flush();
    if (m_script.end == End::Close) {
        socket->disconnectFromHost();
    } else if (m_script.end == End::Reset) {
        const linger atOnce {1, 0};
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        socket->abort();
    }
}

} // namespace lightwell::test
