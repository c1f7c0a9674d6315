// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/delayline.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace lightwell::bench {

namespace {

/// What comes on `from` goes to `to` after `delay`; the first of it after `first` more.
void pass(QTcpSocket *from, QTcpSocket *to, std::chrono::milliseconds delay, std::chrono::milliseconds first)
{
    auto extra = std::make_shared<std::chrono::milliseconds>(first);
    QObject::connect(from, &QTcpSocket::readyRead, to, [=] {
        const QByteArray piece = from->readAll();
        const auto wait = delay + std::exchange(*extra, std::chrono::milliseconds(0));
        QTimer::singleShot(wait, Qt::PreciseTimer, to, [to, piece] { to->write(piece); });
    });
    QObject::connect(from, &QTcpSocket::disconnected, to,
                     [=] { QTimer::singleShot(delay, Qt::PreciseTimer, to, [to] { to->disconnectFromHost(); }); });
}

} // namespace

DelayLine::DelayLine(quint16 behind, std::chrono::milliseconds roundTrip)
    : m_server(new QTcpServer)
{
    QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this, behind, roundTrip] {
        while (QTcpSocket *client = m_server->nextPendingConnection()) {
            auto *vendor = new QTcpSocket(client);
            for (QTcpSocket *socket : {client, vendor}) {
                socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            }
            pass(client, vendor, roundTrip / 2, roundTrip);
            pass(vendor, client, roundTrip / 2, std::chrono::milliseconds(0));
            QObject::connect(client, &QTcpSocket::disconnected, client,
                             [client, roundTrip] { QTimer::singleShot(roundTrip, client, &QObject::deleteLater); });
            vendor->connectToHost(QHostAddress(QHostAddress::LocalHost), behind);
        }
    });
    if (!m_server->listen(QHostAddress::LocalHost)) {
        qFatal("no free port");
    }
    m_port = m_server->serverPort();
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

DelayLine::~DelayLine()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace lightwell::bench
