// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/socketvendor.h"

#include <QJsonDocument>
#include <QtEndian>

namespace lightwell::test {

using namespace Qt::StringLiterals;

SocketVendor::SocketVendor()
    : SocketServer(server().port())
{
    stopAfter = 0; // the job runs until isDone()
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
