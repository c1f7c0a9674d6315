// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/pipesession.h"

#include <algorithm>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

PipeSession::PipeSession(Server &server, Asker asker, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_asker(std::move(asker))
{
}

void PipeSession::refuse(const RpcError &error)
{
    Q_EMIT written(errorMessage(QJsonValue::Null, error)); // its id could not be read, or there are several
}

void PipeSession::take(const QByteArray &line)
{
    const Reading reading = readMessages(line);
    if (reading.fault) {
        Q_EMIT written(errorMessage(reading.faultId, *reading.fault));
        return;
    }
    const Revision spoken = m_handshake.terms.value_or(Terms {newestWithHandshake, false}).revision;
    if (reading.isBatch && !takesBatches(spoken)) {
        return refuse(noBatches());
    }
    for (const Message &message : reading.messages) {
        if (message.kind == Message::Kind::Request) {
            takeRequest(message);
        } else {
            hear(message);
        }
    }
}

void PipeSession::takeRequest(const Message &request)
{
    const Opening opening = openingOf(request, std::nullopt, m_handshake);
    if (opening.fault) {
        Q_EMIT written(errorMessage(request.id, *opening.fault));
        return;
    }
    if (request.method == "initialize"_L1) {
        m_handshake.terms = opening.terms;
    }
    Call *call = m_server.open(request, opening.terms, m_asker, this);
    m_calls.append(call);
    connect(call, &Call::notified, this, &PipeSession::written);
    connect(call, &Call::asked, this, [this, call](const QJsonObject &params) { ask(call, params); });
    connect(call, &Call::finished, this, [this, call](const QJsonObject &message) {
        withdraw(call);
        Q_EMIT written(message);
        call->delivered();
        end(call);
    });
    call->begin();
}

void PipeSession::ask(Call *call, const QJsonObject &params)
{
    const QString id = u"lightwell-%1"_s.arg(++m_asked);
    m_questions.insert(id, call);
    Q_EMIT written(requestMessage(id, u"elicitation/create"_s, params));
}

void PipeSession::withdraw(Call *call)
{
    const QString question = m_questions.key(call);
    if (m_questions.remove(question)) {
        Q_EMIT written(withdrawal(question));
    }
}

void PipeSession::hear(const Message &message)
{
    if (message.kind == Message::Kind::Response) {
        if (Call *call = m_questions.take(message.id.toString())) {
            call->hear(message.result);
        }
        return;
    }
    if (message.method != "notifications/cancelled"_L1) {
        return;
    }
    const QJsonValue id = message.params.value("requestId"_L1);
    const auto meant =
        std::find_if(m_calls.begin(), m_calls.end(), [&id](const Call *call) { return call->id() == id; });
    if (meant != m_calls.end()) {
        Call *call = *meant;
        call->leave(true);
        withdraw(call);
        end(call);
    }
}

void PipeSession::inputEnded()
{
    const QList<Call *> asking = m_questions.values();
    for (Call *call : asking) {
        call->leave(false);
        end(call);
    }
}

void PipeSession::end(Call *call)
{
    m_calls.removeOne(call);
    m_questions.removeIf([call](const auto &question) { return *question == call; });
    call->deleteLater();
    Q_EMIT answered();
}

} // namespace lightwell::mcp
