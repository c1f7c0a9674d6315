// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/textservice.h"

#include "core/catalog/catalog.h"
#include "core/chat/responsesrequest.h"
#include "core/chat/textreasons.h"
#include "core/engine/engine.h"
#include "core/gateway/calls/callbook.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/http/switchword.h"
#include "core/gateway/replay/answerwishes.h"
#include "core/gateway/services/clientbody.h"
#include "core/gateway/textstream.h"
#include "core/secrets/keyring.h"
#include "core/secrets/plankeys.h"
#include "core/wording/gatewayreasons.h"

#include <QCryptographicHash>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

TextKind kindOf(RouteCall call)
{
    switch (call) {
    case RouteCall::Responses:
        return TextKind::Responses;
    case RouteCall::Embeddings:
        return TextKind::Embeddings;
    default:
        return TextKind::Chat;
    }
}

/// Of all that shapes the answer.
QByteArray fingerprintOf(const GatewayRequest &request, TextKind kind, bool alwaysTellsUsage)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(alwaysTellsUsage ? "usage\n" : "")); // another stream, and another dialect
    hash.addData((textKindName(kind) + u'\n' + request.query.toString(QUrl::FullyEncoded) + u'\n').toUtf8());
    hash.addData(request.body);
    return hash.result();
}

Error notServed(const TextCall &call)
{
    const ReasonCode<QString> &reason = call.kind == TextKind::Embeddings ? reasons::embeddingsNotServed
        : call.kind == TextKind::Responses                                ? reasons::responsesNotServed
                                                                          : reasons::chatNotServed;
    return notSent(ErrorKind::Unsupported, reason(call.model), u"model"_s);
}

/// All that may answer.
QStringList modelsOf(const TextCall &call)
{
    return QStringList {call.model} + call.alternatives;
}

} // namespace

TextService::TextService(GatewayContext &context)
    : Service(context)
    , m_tools {context.parts().engine,
               [&context](Exchange *exchange, const GatewayResponse &response) { context.respond(exchange, response); }}
    , m_pictures {context.parts().engine, context.jobs(), m_tools.respond}
{
}

void TextService::begin()
{
    m_pictures.links = context().links();
    m_pictures.publicUrl = context().options().publicUrl;
    m_pictures.scheme = context().scheme();
}

Result<TextService::ReadCall> TextService::understand(const Dialect &dialect, const GatewayRequest &request,
                                                      TextKind kind)
{
    if (kind == TextKind::Chat && dialect.chatAsksForPictures(request)) {
        return ReadCall {};
    }
    const Result<std::optional<PictureTool>> tool = dialect.pictureTool(request, kind);
    if (!tool) {
        return tool.error();
    }
    if (*tool) {
        // Strict mode means the pictures, and not a text.
        const QByteArray strict = request.header("X-Lightwell-Strict") + "\ntool\n";
        return ReadCall {{}, fingerprintOf(request, kind, dialect.alwaysTellsUsage()) + strict, *tool};
    }
    const Result<TextCall> call = readTextCall(request.body, kind);
    return call ? Result<ReadCall>(ReadCall {*call, fingerprintOf(request, kind, dialect.alwaysTellsUsage())})
                : call.error();
}

void TextService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    readBody(
        context(), this, exchange, isLongOrPacked(exchange->request()),
        [dialect = match.dialect, kind = kindOf(match.route->call)](const GatewayRequest &request) {
            return understand(*dialect, request, kind);
        },
        [this, match](Exchange *it, const ReadCall &read) {
            if (read.tool) {
                takeTool(it, read);
            } else if (read.call) {
                take(it, *read.call, read.fingerprint);
            } else {
                context().handOver(it, RouteCall::ChatPictures, match);
            }
        });
}

bool TextService::refusesWishes(Exchange *exchange) const
{
    const Result<AnswerWishes> wishes = answerWishesOf(exchange->request(), context().options().answers);
    const bool isWell = wishes && wishes->replay == ReplayMode::Off; // whoever replays means to pay for nothing
    if (!isWell) {
        context().fail(exchange, wishes ? notSent(ErrorKind::Invalid, reasons::replayIsForPictures()) : wishes.error());
    }
    return !isWell;
}

void TextService::take(Exchange *exchange, const TextCall &call, const QByteArray &fingerprint)
{
    if (refusesWishes(exchange)) {
        return;
    }
    if (const auto refusal = context().limits().refusalOf(exchange->client(), modelsOf(call), context().catalog())) {
        return context().refuse(exchange, *refusal);
    }
    const Result<Prepared> prepared = prepare(call);
    if (!prepared) {
        return context().fail(exchange, prepared.error());
    }
    if (isOn(exchange->request().query.queryItemValue(u"dryRun"_s))) {
        return dryRun(exchange, prepared->order);
    }
    const CallIdentity identity = CallIdentity::of(exchange->request(), exchange->client(), fingerprint);
    if (!context().calls().knows(identity)) { // a repetition costs nothing, and has counted already
        if (const auto refusal = context().limits().take(exchange->client(), modelsOf(call), context().catalog())) {
            return context().refuse(exchange, *refusal);
        }
    }
    exchange->dropBody();
    const DialectPtr dialect = context().dialectOf(*exchange);
    if (call.streams) {
        new TextStream(exchange, dialect, context().options().longestSilence,
                       [this](Exchange *it, const GatewayResponse &head) { context().beginStream(it, head); });
    }
    TextWork::Wish wish = prepared->wish;
    wish.hidesUsage = wish.hidesUsage && !dialect->alwaysTellsUsage();
    context().calls().take(
        exchange, identity,
        std::make_unique<TextWork>(m_tools, dialect, prepared->order, wish, context().bodies().shareOf(exchange)));
}

Error TextService::unknownModel(const QString &name) const
{
    if (const Result<Resolution> picture = context().catalog().resolve(name)) {
        return notSent(ErrorKind::Unsupported, reasons::modelMakesPictures(name), u"model"_s);
    }
    return notSent(ErrorKind::NotFound, reasons::textModelUnknown(name), u"model"_s);
}

/// By those of the offers that take such a call; there may be none.
TextService::Prepared TextService::prepared(const TextCall &call, const TextModels &models,
                                            const TextCatalog::Found &found)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    Prepared prepared;
    prepared.order.model = call.model;
    prepared.order.isNamed = found.isNamed;
    QHash<QString, TextConversation::Subject> subjects; // by provider: of one model each has one
    for (const TextOffer &offer : found.offers) {
        const TextVendorPtr vendor = models.vendor(offer.provider);
        if (vendor->has(call.kind) && offer.kinds.contains(call.kind)) {
            subjects.insert(offer.provider, {vendor, call, offer});
            prepared.order.plans.append(textPlan(call, offer, today, vendor->info().bills));
        }
    }
    prepared.order.talk = [subjects, today](const Plan &plan, const Credentials &credentials) -> TextConversationPtr {
        return std::make_shared<TextConversation>(subjects.value(plan.offer.provider), credentials, today);
    };
    const bool hidesUsage = call.streams && call.kind == TextKind::Chat && !call.wantsUsage;
    prepared.wish = {call.streams, hidesUsage, call.heals, call.schema, {}};
    return prepared;
}

Result<TextService::Prepared> TextService::prepare(const TextCall &call) const
{
    const TextModels models = context().parts().texts ? *context().parts().texts : TextModels();
    const TextCatalog::Found found = models.catalog.find(call.model, models.providers());
    if (found.offers.isEmpty()) {
        return unknownModel(call.model);
    }
    Prepared asked = prepared(call, models, found);
    if (asked.order.plans.isEmpty() && call.kind == TextKind::Responses) {
        const Result<TextCall> chat = chatFromResponses(call);
        if (!chat) {
            return chat.error();
        }
        asked = prepared(*chat, models, found);
        asked.wish.responses = call.body;
    }
    return asked.order.plans.isEmpty() ? Result<Prepared>(notServed(call)) : asked;
}

void TextService::dryRun(Exchange *exchange, const TextOrder &order)
{
    context().parts().engine.planText(order, exchange, [this, exchange](const Result<Route> &route) {
        tellPlan(exchange, route, [this, exchange](const Result<GatewayResponse> &told) {
            told ? context().respond(exchange, *told) : context().fail(exchange, told.error());
        });
    });
}

/// `then` is not called where the exchange has gone.
void TextService::tellPlan(Exchange *exchange, const Result<Route> &route, const OnPlanned &then)
{
    if (!route) {
        return then(route.error());
    }
    const auto answer = [this, exchange, then, route = *route](const QList<KeyState> &states) {
        then(context().dialectOf(*exchange)->dryRun(route, keysForPlans(plansOf(route), states)));
    };
    context().parts().keyring.states(providersOf(plansOf(*route)), exchange, answer);
}

} // namespace lightwell
