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
#include "core/wording/gatewayreasons.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

std::optional<QByteArray> headerOf(const GatewayRequest &request, const QByteArray &name)
{
    return request.hasHeader(name) ? std::optional(request.header(name).trimmed()) : std::nullopt;
}

mcp::MirrorHeaders mirrorOf(const GatewayRequest &request)
{
    return {headerOf(request, "MCP-Protocol-Version"), headerOf(request, "Mcp-Method"), headerOf(request, "Mcp-Name")};
}

bool mayBeBatch(const mcp::MirrorHeaders &headers)
{
    return !headers.version
        || mcp::takesBatches(
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
    if (reading.isBatch && !mayBeBatch(mirrorOf(exchange->request()))) {
        return refuse(exchange, QJsonValue::Undefined, mcp::noBatches());
    }
    takeMessages(exchange, reading);
}

void McpService::takeMessages(Exchange *exchange, const mcp::Reading &reading)
{
    const mcp::MirrorHeaders headers = mirrorOf(exchange->request());
    auto *reply = new McpReply(exchange, context(), reading.isBatch, &m_replies);
    bool isAnswered = false;
    for (const mcp::Message &message : reading.messages) {
        if (message.kind == mcp::Message::Kind::Notification) {
            hear(*exchange, message);
        }
        if (message.kind != mcp::Message::Kind::Request) {
            continue;
        }
        const mcp::Opening opening = mcp::openingOf(message, headers);
        if (opening.fault) {
            delete reply;
            return refuse(exchange, message.id, *opening.fault);
        }
        reply->add(m_server.open(message, opening.terms, askerOf(*exchange, opening.terms), reply));
        isAnswered = true;
    }
    if (isAnswered) {
        return reply->begin();
    }
    delete reply;
    context().respond(exchange, {202, {}, {}});
}

/// Without sessions a request is known by its client and its id alone, and programs count from 0: what may mean several
/// means none.
void McpService::hear(const Exchange &exchange, const mcp::Message &notification)
{
    if (notification.method != "notifications/cancelled"_L1) {
        return;
    }
    const QJsonValue id = notification.params.value("requestId"_L1);
    QList<McpReply *> meant = m_replies.findChildren<McpReply *>(QString(), Qt::FindDirectChildrenOnly);
    meant.removeIf([&](const McpReply *reply) { return !reply->waitsFor(exchange.client(), id); });
    if (meant.size() == 1) {
        meant.first()->cancel(exchange.client(), id);
    }
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
    if (!context().limits().modelsOf(client).isEmpty()) {
        asker.shown = [this, client](const Catalog &all) { return context().limits().shownTo(client, all); };
    }
    asker.hangUpCancels = mcp::isStateless(terms.revision);
    return asker;
}

void McpService::refuse(Exchange *exchange, const QJsonValue &id, const mcp::RpcError &error)
{
    context().respond(exchange, GatewayResponse::json(400, mcp::errorMessage(id, error)));
}

} // namespace lightwell
