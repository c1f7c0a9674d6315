// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/mcpreply.h"

#include "core/model/boundedjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 slowClient = 512LL * 1024; ///< bytes it has not taken: news would only pile up
constexpr int cancelledCode = 499; ///< the protocol has none, and reserves all that JSON-RPC leaves free

QByteArray eventOf(const QJsonObject &message)
{
    return "event: message\ndata: " + QJsonDocument(message).toJson(QJsonDocument::Compact) + "\n\n";
}

/// Without the number of its call no program would know that this is its end.
QByteArray lastWordsFor(const QJsonValue &id, const GatewayResponse &response)
{
    const Result<QJsonObject> body = readJsonObject(response.body, jsonlimits::own);
    QJsonObject message = body ? *body : mcp::errorMessage(id, {});
    message.insert(u"id"_s, id);
    return eventOf(message);
}

int statusOf(mcp::Call::Outcome outcome)
{
    switch (outcome) {
    case mcp::Call::Outcome::Malformed:
        return 400;
    case mcp::Call::Outcome::UnknownMethod:
        return 404;
    case mcp::Call::Outcome::Answered:
        break;
    }
    return 200;
}

} // namespace

McpReply::McpReply(Exchange *exchange, GatewayContext &context, const QByteArray &session, bool isBatch,
                   QObject *parent)
    : QObject(parent)
    , m_exchange(exchange)
    , m_context(context)
    , m_session(session)
    , m_isBatch(isBatch)
    , m_mayStream(!isBatch && exchange->request().header("Accept").contains("text/event-stream"))
{
    connect(exchange, &Exchange::abandoned, this, &McpReply::leave);
    connect(exchange, &QObject::destroyed, this, &McpReply::leave); // answered by another: the gateway closes
    // Clients and proxies hang up on silent connections, and people take their time.
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_exchange) {
            m_exchange->push(m_context.dialectOf(*m_exchange)->keepAlive());
        }
    });
}

void McpReply::add(mcp::Call *call)
{
    m_calls.append(call);
    connect(call, &mcp::Call::notified, this, &McpReply::tell);
    connect(call, &mcp::Call::working, this, [this](const QString &job) {
        if (m_exchange) {
            m_exchange->setGeneration(job);
        }
    });
    connect(call, &mcp::Call::finished, this, &McpReply::end);
}

void McpReply::begin()
{
    const QList<mcp::Call *> calls = m_calls;
    for (mcp::Call *call : calls) {
        call->begin();
    }
}

bool McpReply::waitsFor(const QString &client, const QJsonValue &id) const
{
    return std::any_of(m_calls.begin(), m_calls.end(), [&](const mcp::Call *call) {
        return !call->isOver() && call->asker().origin.client == client && call->id() == id;
    });
}

bool McpReply::cancel(const QString &client, const QJsonValue &id)
{
    for (mcp::Call *call : std::as_const(m_calls)) {
        if (!call->isOver() && call->asker().origin.client == client && call->id() == id) {
            call->leave(true);
            end(mcp::errorMessage(id, {cancelledCode, u"cancelled"_s}), mcp::Call::Outcome::Answered);
            return true;
        }
    }
    return false;
}

void McpReply::tell(const QJsonObject &message)
{
    if (m_exchange && m_mayStream && m_exchange->backlog() <= slowClient) {
        write(message);
    }
}

void McpReply::ask(const QJsonObject &params)
{
    if (m_exchange) {
        m_question = QUuid::createUuid().toString(QUuid::WithoutBraces);
        write(mcp::requestMessage(m_question, u"elicitation/create"_s, params));
    }
}

bool McpReply::isAskingFor(const QString &client) const
{
    return isAsking() && m_calls.constFirst()->asker().origin.client == client;
}

bool McpReply::hear(const mcp::Message &answer)
{
    if (!isAsking() || answer.id != QJsonValue(m_question)) {
        return false;
    }
    m_question.clear(); // one answer counts
    m_calls.constFirst()->hear(answer.result);
    return true;
}

void McpReply::giveUpAsking(const Error &why)
{
    m_calls.constFirst()->goUnanswered(why);
}

void McpReply::write(const QJsonObject &message)
{
    if (!m_exchange->isAnswered()) {
        m_exchange->setLastWords(
            [id = m_calls.constFirst()->id()](const GatewayResponse &response) { return lastWordsFor(id, response); });
        m_context.beginStream(m_exchange,
                              {200,
                               {{"Content-Type", "text/event-stream; charset=utf-8"},
                                {"Cache-Control", "no-store"},
                                {"X-Accel-Buffering", "no"}}, // proxies: pass on what there is
                               {}});
    }
    m_exchange->push(eventOf(message));
    m_silence.start(m_context.options().longestSilence);
}

void McpReply::end(const QJsonObject &message, mcp::Call::Outcome outcome)
{
    m_answers.append(message);
    if (!m_exchange || m_answers.size() < m_calls.size()) {
        return;
    }
    if (isAsking()) { // and its client may still show it
        write(mcp::withdrawal(std::exchange(m_question, {})));
    }
    if (m_exchange->isStreaming()) {
        return send({200, {}, eventOf(message)});
    }
    QJsonArray all;
    for (const QJsonObject &answer : std::as_const(m_answers)) {
        all.append(answer);
    }
    const QJsonDocument body = m_isBatch ? QJsonDocument(all) : QJsonDocument(message);
    send({m_isBatch ? 200 : statusOf(outcome),
          {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
          body.toJson(QJsonDocument::Compact)});
}

void McpReply::send(GatewayResponse response)
{
    Exchange *exchange = m_exchange;
    m_exchange.clear();
    m_silence.stop();
    exchange->disconnect(this);
    const Departure &departure = exchange->watchDeparture();
    connect(&departure, &Departure::left, this, [this] {
        for (mcp::Call *call : std::as_const(m_calls)) {
            call->delivered();
        }
        deleteLater();
    });
    connect(&departure, &QObject::destroyed, this, &QObject::deleteLater);
    if (exchange->isStreaming()) {
        exchange->push(response.body);
        return exchange->endStream();
    }
    m_context.respond(exchange, std::move(response));
}

void McpReply::leave()
{
    m_exchange.clear();
    m_silence.stop();
    m_question.clear();
    for (mcp::Call *call : std::as_const(m_calls)) {
        if (!call->isOver()) {
            call->leave(false);
        }
    }
    deleteLater();
}

} // namespace lightwell
