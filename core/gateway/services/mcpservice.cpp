// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/mcpservice.h"

#include "core/async/whendone.h"
#include "core/gateway/bodybudget.h"
#include "core/gateway/calls/callidentity.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/filelinks.h"
#include "core/gateway/http/bodycoding.h"
#include "core/gateway/replay/answerwishes.h"
#include "core/gateway/services/clientbody.h"
#include "core/mcp/pricecheck.h"
#include "core/wording/gatewayreasons.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxQuestions = 32; ///< of one client at a time

std::optional<QByteArray> headerOf(const GatewayRequest &request, const QByteArray &name)
{
    return request.hasHeader(name) ? std::optional(request.header(name).trimmed()) : std::nullopt;
}

mcp::MirrorHeaders mirrorOf(const GatewayRequest &request)
{
    return {headerOf(request, "MCP-Protocol-Version"), headerOf(request, "Mcp-Method"), headerOf(request, "Mcp-Name")};
}

bool mayBeBatch(const mcp::MirrorHeaders &headers, const mcp::Handshake &handshake)
{
    if (!headers.version) {
        return !handshake.terms || mcp::takesBatches(handshake.terms->revision);
    }
    return mcp::takesBatches(
        mcp::revisionFromName(QString::fromLatin1(*headers.version)).value_or(mcp::newestWithHandshake));
}

} // namespace

McpService::McpService(GatewayContext &context)
    : Service(context)
    , m_server({context.parts().engine, context.parts().journal, context.parts().ledger, context.parts().media,
                context.parts().keyring})
{
    for (QObject *part : std::initializer_list<QObject *> {&m_server, &m_replies}) {
        part->setParent(this); // so that it moves along to the gateway's thread
    }
}

void McpService::begin()
{
    m_server.jobs().setGrace(context().options().repetitionGrace);
    m_server.setQuestionTime(context().options().questionTime);
}

/// No answer of a user would be heard any more.
void McpService::finish()
{
    const QList<McpReply *> all = replies();
    for (McpReply *reply : all) {
        if (reply->isAsking()) {
            reply->giveUpAsking(mcp::unanswered());
        }
    }
}

void McpService::close()
{
    m_server.jobs().cancelAll();
}

void McpService::catalogChanged()
{
    m_server.setCatalog(context().catalog());
}

void McpService::handle(Exchange *exchange, const RouteTable::Match &)
{
    if (exchange->request().method == "DELETE") {
        return endSession(exchange);
    }
    readBody(
        context(), this, exchange, isLongOrPacked(exchange->request()),
        [](const GatewayRequest &request) -> Result<mcp::Reading> { return mcp::readMessages(request.body); },
        [this](Exchange *it, const mcp::Reading &reading) { take(it, reading); });
}

void McpService::take(Exchange *exchange, const mcp::Reading &reading)
{
    exchange->dropBody();
    if (reading.fault) {
        return refuse(exchange, reading.faultId, *reading.fault);
    }
    const std::optional<Place> place = placeOf(*exchange, reading);
    if (!place) {
        const mcp::Message &first = reading.messages.constFirst();
        const bool isRequest = !reading.isBatch && first.kind == mcp::Message::Kind::Request;
        return refuse(exchange, isRequest ? first.id : QJsonValue::Undefined, mcp::noSession(), 404);
    }
    if (reading.isBatch && !mayBeBatch(mirrorOf(exchange->request()), place->handshake)) {
        return refuse(exchange, QJsonValue::Null, mcp::noBatches());
    }
    takeMessages(exchange, reading, *place);
}

/// Who begins anew, or says itself what it needs, means no session, whatever its program still sends along.
std::optional<McpService::Place> McpService::placeOf(const Exchange &exchange, const mcp::Reading &reading)
{
    const QByteArray session = exchange.request().header("Mcp-Session-Id").trimmed();
    const auto needsNone = [headers = mirrorOf(exchange.request())](const mcp::Message &message) {
        return message.method == "initialize"_L1 || mcp::bringsItsTerms(message, headers);
    };
    if (session.isEmpty() || std::any_of(reading.messages.begin(), reading.messages.end(), needsNone)) {
        return Place();
    }
    const std::optional<mcp::Terms> terms = m_sessions.use(session, exchange.client());
    return terms ? std::optional(Place {session, {terms}}) : std::nullopt;
}

void McpService::takeMessages(Exchange *exchange, const mcp::Reading &reading, const Place &place)
{
    const mcp::MirrorHeaders headers = mirrorOf(exchange->request());
    auto *reply = new McpReply(exchange, context(), place.session, reading.isBatch, &m_replies);
    bool isAnswered = false;
    for (const mcp::Message &message : reading.messages) {
        if (message.kind != mcp::Message::Kind::Request) {
            hear(*exchange, place.session, message);
            continue;
        }
        const mcp::Opening opening = mcp::openingOf(message, headers, place.handshake);
        if (opening.fault) {
            delete reply;
            return refuse(exchange, message.id, *opening.fault);
        }
        // Whoever cannot be asked needs no session, and goes on after a restart as if nothing had happened.
        if (message.method == "initialize"_L1 && !reading.isBatch && opening.terms.mayAsk) {
            exchange->setOwnHeaders({{"Mcp-Session-Id", m_sessions.begin(exchange->client(), opening.terms)}});
        }
        open(exchange, reply, message, opening.terms);
        isAnswered = true;
    }
    if (isAnswered) {
        return reply->begin();
    }
    delete reply;
    context().respond(exchange, {202, {}, {}});
}

void McpService::open(Exchange *exchange, McpReply *reply, const mcp::Message &request, mcp::Terms terms)
{
    terms.mayAsk = terms.mayAsk && (mcp::isStateless(terms.revision) || reply->mayAsk());
    mcp::Asker asker = askerOf(*exchange, terms);
    asker.held = context().bodies().shareOf(exchange);
    mcp::Call *call = m_server.open(request, terms, asker, reply);
    connect(call, &mcp::Call::asked, reply,
            [this, reply, client = exchange->client()](const QJsonObject &params) { ask(reply, client, params); });
    reply->add(call);
}

void McpService::ask(McpReply *reply, const QString &client, const QJsonObject &params)
{
    const QList<McpReply *> all = replies();
    const auto asking =
        std::count_if(all.begin(), all.end(), [&client](const McpReply *other) { return other->isAskingFor(client); });
    if (asking >= maxQuestions) {
        return reply->giveUpAsking(mcp::tooManyQuestions());
    }
    if (context().isFinishing() || !m_sessions.use(reply->session(), client)) { // it ended meanwhile
        return reply->giveUpAsking(mcp::unanswered());
    }
    reply->ask(params);
}

QList<McpReply *> McpService::replies() const
{
    return m_replies.findChildren<McpReply *>(QString(), Qt::FindDirectChildrenOnly);
}

/// Without a session a request is known by its client and its id alone, and programs count from 0: what may mean
/// several means none.
void McpService::hear(const Exchange &exchange, const QByteArray &session, const mcp::Message &message)
{
    QList<McpReply *> meant = replies();
    meant.removeIf([&session](const McpReply *reply) { return reply->session() != session; });
    if (message.kind == mcp::Message::Kind::Response) {
        (void)std::any_of(meant.begin(), meant.end(), [&message](McpReply *reply) { return reply->hear(message); });
        return;
    }
    if (message.method != "notifications/cancelled"_L1) {
        return;
    }
    const QJsonValue id = message.params.value("requestId"_L1);
    meant.removeIf([&](const McpReply *reply) { return !reply->waitsFor(exchange.client(), id); });
    if (meant.size() == 1) {
        meant.first()->cancel(exchange.client(), id);
    }
}

/// What its client waits for goes on, but for what only its user could have said.
void McpService::endSession(Exchange *exchange)
{
    const QByteArray session = exchange->request().header("Mcp-Session-Id").trimmed();
    if (session.isEmpty()) {
        return refuse(exchange, QJsonValue::Undefined, mcp::unnamedSession());
    }
    if (!m_sessions.end(session, exchange->client())) {
        return refuse(exchange, QJsonValue::Undefined, mcp::noSession(), 404);
    }
    const QList<McpReply *> all = replies();
    for (McpReply *reply : all) {
        if (reply->session() == session && reply->isAsking()) {
            reply->giveUpAsking(mcp::unanswered());
        }
    }
    context().respond(exchange, {204, {}, {}});
}

mcp::Asker McpService::askerOf(const Exchange &exchange, const mcp::Terms &terms) const
{
    const QString client = exchange.client();
    const FileLinks links = context().links();
    const QString base = context().baseAddress(exchange.request()) + u"/files/"_s;
    mcp::Asker asker;
    asker.origin = originOf(CallIdentity::of(exchange.request(), client, {}));
    asker.origin.fingerprint.clear();
    asker.uriOf = [links, base, client](const Picture &picture) {
        return picture.path.isEmpty() ? QString() : base + links.nameFor(picture, client);
    };
    asker.pictureAt = [links, client](const QString &uri) {
        const std::optional<FileLink> link =
            uri.startsWith("http"_L1) ? links.read(uri.section(u'/', -1)) : std::nullopt;
        return link && (link->client.isEmpty() || link->client == client) ? link->picture : QString();
    };
    const Result<AnswerWishes> wishes =
        answerWishesOf(exchange.request(), context().limits().answersOf(client, context().options().answers));
    asker.faultBeforePaying = [this, client, wishes](const QString &model) -> std::optional<Error> {
        if (!wishes) {
            return wishes.error();
        }
        if (wishes->replay != ReplayMode::Off) { // whoever replays means to pay for nothing
            return notSent(ErrorKind::Invalid, reasons::replayIsForPictures());
        }
        const std::optional<Refusal> refusal = context().limits().take(client, {model}, context().catalog());
        return refusal ? std::optional(faultOf(*refusal, model)) : std::nullopt;
    };
    asker.faultInModel = [this, client](const QString &model) -> std::optional<Error> {
        const std::optional<Refusal> refusal = context().limits().refusalOf(client, {model}, context().catalog());
        return refusal ? std::optional(faultOf(*refusal, model)) : std::nullopt;
    };
    asker.wishes.models = context().limits().modelsOf(client);
    if (!asker.wishes.models.isEmpty()) {
        asker.shown = [this, client](const Catalog &all) { return context().limits().shownTo(client, all); };
    }
    asker.hangUpCancels = mcp::isStateless(terms.revision);
    return asker;
}

void McpService::refuse(Exchange *exchange, const QJsonValue &id, const mcp::RpcError &error, int status)
{
    context().respond(exchange, GatewayResponse::json(status, mcp::errorMessage(id, error)));
}

} // namespace lightwell
