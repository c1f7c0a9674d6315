// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/socketvendor.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QtEndian>
#include <QWebSocket>

namespace lightwell::test {

using namespace Qt::StringLiterals;

SocketVendor::SocketVendor()
    : m_sockets(u"toy"_s, QWebSocketServer::NonSecureMode)
    , m_front(server().port(), [this](QTcpSocket *client) { take(client); })
{
    stopAfter = 0; // the job runs until isDone()
    QObject::connect(&m_sockets, &QWebSocketServer::newConnection, &m_sockets, [this] {
        while (QWebSocket *socket = m_sockets.nextPendingConnection()) {
            m_opened.append(socket->requestUrl());
            m_open.append(socket);
            QObject::connect(socket, &QWebSocket::disconnected, &m_sockets, [this, socket] {
                m_open.removeOne(socket);
                socket->deleteLater();
            });
        }
    });
}

SocketVendor::~SocketVendor()
{
    const QList<QWebSocket *> open = std::exchange(m_open, {});
    for (QWebSocket *socket : open) {
        socket->disconnect(&m_sockets);
        delete socket;
    }
}

void SocketVendor::take(QTcpSocket *client)
{
    switch (upgrade) {
    case Upgrade::Accept:
        m_sockets.handleConnection(client);
        return;
    case Upgrade::Refuse:
        client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        client->disconnectFromHost();
        break;
    case Upgrade::Garbage:
        client->write(QByteArray("no web socket\r\n").repeated(1000));
        break;
    case Upgrade::Hang:
        break;
    }
    client->setParent(&m_sockets);
}

int SocketVendor::open() const
{
    return int(m_open.size());
}

void SocketVendor::say(const QByteArray &type, const QJsonObject &data)
{
    say(QJsonDocument(QJsonObject {{"type"_L1, QString::fromLatin1(type)}, {"data"_L1, data}}).toJson());
}

void SocketVendor::say(const QByteArray &text)
{
    for (QWebSocket *socket : std::as_const(m_open)) {
        socket->sendTextMessage(QString::fromUtf8(text));
    }
}

void SocketVendor::sayBytes(const QByteArray &bytes)
{
    for (QWebSocket *socket : std::as_const(m_open)) {
        socket->sendBinaryMessage(bytes);
    }
}

void SocketVendor::drop()
{
    const QList<QWebSocket *> open = m_open;
    for (QWebSocket *socket : open) {
        socket->abort();
    }
}

void SocketVendor::isDone()
{
    polls = 0;
    stopAfter = -1;
}

QByteArray SocketVendor::sketch(const QByteArray &png)
{
    constexpr quint32 isSketch = 1;
    constexpr quint32 isPng = 2;
    QByteArray head(2 * sizeof(quint32), '\0');
    qToBigEndian(isSketch, head.data());
    qToBigEndian(isPng, head.data() + sizeof(quint32));
    return head + png;
}

SocketAdapter::SocketAdapter(const QString &id, std::chrono::milliseconds pause, const QUrl &address)
    : ToyAdapter(id)
    , m_pause(pause)
    , m_address(address)
{
}

Step SocketAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                            const Credentials &credentials) const
{
    Step step = ToyAdapter::advance(plan, state, response, credentials);
    if (Wait *wait = std::get_if<Wait>(&step)) {
        HttpRequest socket;
        socket.url = m_address;
        if (m_address.isEmpty()) {
            socket.url = credentials.baseUrl;
            socket.url.setScheme(u"ws"_s);
            socket.url.setPath(u"/ws"_s);
            socket.url.setQuery(u"clientId=me"_s);
        }
        socket.setHeader("Authorization", "Bearer " + credentials.key);
        wait->socket = socket;
        wait->after = m_pause;
        wait->fraction.reset();
    }
    return step;
}

QList<Interim> SocketAdapter::streamed(const Plan &, const AdapterState &state, const StreamEvent &event) const
{
    constexpr qsizetype head = 2 * sizeof(quint32);
    if (event.name == "binary") {
        const bool isSketch = event.data.size() > head && qFromBigEndian<quint32>(event.data.constData()) == 1;
        return isSketch ? QList<Interim> {Preview {event.data.mid(head), {}}} : QList<Interim>();
    }
    const QJsonObject message = QJsonDocument::fromJson(event.data).object();
    const QJsonObject data = message.value("data"_L1).toObject();
    const QString type = message.value("type"_L1).toString();
    if (type == "status"_L1) {
        return {JobProgress {{}, data.value("queue_remaining"_L1).toInt()}};
    }
    if (data.value("prompt_id"_L1) != state.value("job"_L1)) {
        return {}; // somebody else's
    }
    if (type == "progress"_L1) {
        return {JobProgress {data.value("value"_L1).toDouble() / data.value("max"_L1).toDouble(), {}}};
    }
    const bool hasEnded = type == "executing"_L1 && data.value("node"_L1).isNull();
    return hasEnded ? QList<Interim> {PollNow {}} : QList<Interim>();
}

} // namespace lightwell::test
