// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/streamvendor.h"

#include <QHash>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr char mark[] = "sent-at-";

qint64 now()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

/// On the vendor's thread.
class Streams : public QObject
{
public:
    Streams(int events, std::chrono::milliseconds pace)
        : m_events(events)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &Streams::accept);
        connect(&m_timer, &QTimer::timeout, this, &Streams::write);
        m_server.setListenBacklogSize(1024);
        m_server.listen(QHostAddress::LocalHost);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(pace);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_left.remove(socket);
                socket->deleteLater();
            });
        }
    }
    void read(QTcpSocket *socket)
    {
        if (!socket->readAll().endsWith('}')) { // all bodies here are objects, and come at an end of a packet
            return;
        }
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
        m_left.insert(socket, m_events);
    }
    void write()
    {
        for (auto entry = m_left.begin(); entry != m_left.end();) {
            QTcpSocket *socket = entry.key();
            if (entry.value()-- > 0) {
                socket->write(R"(data: {"id":"c","object":"chat.completion.chunk","model":"m","choices":[{"index":0,)"
                              R"("delta":{"content":")"
                              + QByteArray(mark) + QByteArray::number(now()) + R"("}}]})" + "\n\n");
                socket->flush();
                ++entry;
                continue;
            }
            entry = m_left.erase(entry);
            socket->write(R"(data: {"id":"c","object":"chat.completion.chunk","model":"m","choices":[{"index":0,)"
                          R"("delta":{},"finish_reason":"stop"}],)"
                          R"("usage":{"prompt_tokens":10,"completion_tokens":20,"total_tokens":30}})"
                          "\n\ndata: [DONE]\n\n");
            socket->disconnectFromHost();
        }
    }

    const int m_events;
    QTcpServer m_server;
    QTimer m_timer;
    QHash<QTcpSocket *, int> m_left; ///< events still to come
};

} // namespace

StreamVendor::StreamVendor(int events, std::chrono::milliseconds pace)
{
    QSemaphore listening;
    QObject::connect(
        &m_thread, &QThread::started, &m_thread,
        [this, events, pace, &listening] {
            auto *streams = new Streams(events, pace);
            QObject::connect(&m_thread, &QThread::finished, streams, &QObject::deleteLater);
            m_port = streams->port();
            listening.release();
        },
        Qt::DirectConnection);
    m_thread.start();
    listening.acquire();
}

StreamVendor::~StreamVendor()
{
    m_thread.quit();
    m_thread.wait();
}

QString StreamVendor::baseUrl() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port.load());
}

QByteArray StreamVendor::requestJson()
{
    return R"({"model":"openai/gpt-6.1-terra","stream":true,"max_tokens":50,)"
           R"("messages":[{"role":"user","content":"a paper boat on a pond"}]})";
}

qint64 StreamVendor::ageOf(const QByteArray &line)
{
    const qsizetype at = line.indexOf(mark);
    if (at < 0) {
        return -1;
    }
    const QByteArray digits = line.mid(at + qsizetype(sizeof mark) - 1);
    return now() - digits.left(digits.indexOf('"')).toLongLong();
}

} // namespace lightwell::bench
