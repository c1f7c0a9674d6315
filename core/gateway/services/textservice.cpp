// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/textservice.h"

#include "core/catalog/catalog.h"
#include "core/chat/responsesrequest.h"
#include "core/chat/textreasons.h"
#include "core/engine/engine.h"
#include "core/gateway/calls/callbook.h"
#include "core/gateway/calls/preparedtext.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/http/preferences.h"
#include "core/gateway/http/switchword.h"
#include "core/gateway/replay/answerwishes.h"
#include "core/gateway/services/clientbody.h"
#include "core/gateway/services/earlyanswer.h"
#include "core/gateway/services/withheldecho.h"
#include "core/gateway/textstream.h"
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
    if (alwaysTellsUsage) {
        hash.addData(QByteArray(request.header("X-OpenRouter-Metadata") + '\n'));
    }
    hash.addData((textKindName(kind) + u'\n' + request.query.toString(QUrl::FullyEncoded) + u'\n').toUtf8());
    hash.addData(request.body);
    return hash.result();
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

Result<TextService::ReadCall> TextService::understand(const Dialect &dialect, const GatewayRequest &sent,
                                                      const FilledRequest &filled, TextKind kind)
{
    const GatewayRequest &request = filled.request;
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
        const QByteArray fingerprint = fingerprintOf(sent, kind, dialect.alwaysTellsUsage()) + strict;
        return ReadCall {{}, fingerprint, *tool, {}, {}, kind, filled.preset};
    }
    const Result<ConversationCall> call = dialect.readConversation(request, kind);
    if (!call) {
        return call.error();
    }
    const bool tellsUsage = dialect.alwaysTellsUsage();
    return ReadCall {
        *call,        fingerprintOf(sent, kind, tellsUsage), {}, fingerprintOf(request, kind, tellsUsage), {}, kind,
        filled.preset};
}

void TextService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    readBody(
        context(), this, exchange, isLongOrPacked(exchange->request()),
        [dialect = match.dialect, kind = kindOf(match.route->call), presets = context().presets(),
         keeps = keepsResponses()](const GatewayRequest &sent) {
            return keeps && kind == TextKind::Responses // which takes nothing from presets
                ? understandKept(*dialect, sent)
                : readFilled(*dialect, sent, presets,
                             [&](const FilledRequest &filled) { return understand(*dialect, sent, filled, kind); });
        },
        [this, match](Exchange *it, const ReadCall &read) { dispatch(it, match, read); });
}

void TextService::dispatch(Exchange *exchange, const RouteTable::Match &match, const ReadCall &read)
{
    if (read.conversation && !read.conversation->unread.isEmpty()) {
        return goOn(exchange, match, *read.conversation);
    }
    if (!read.tool && !read.call) {
        return context().handOver(exchange, RouteCall::ChatPictures, match);
    }
    tellNoJob(exchange);
    read.tool ? takeTool(exchange, read) : take(exchange, read);
}

/// A body of OpenAI's has no place for it.
void TextService::tellNoJob(Exchange *exchange)
{
    if (prefersAsync(exchange->request())) {
        tellIgnored(exchange, {u"Prefer: respond-async"_s});
    }
}

/// Behind what is told of it already.
void TextService::tellIgnored(Exchange *exchange, const QStringList &names)
{
    if (names.isEmpty()) {
        return;
    }
    const QByteArray name = "X-Lightwell-Ignored";
    QByteArray value = names.join(u", "_s).toLatin1();
    QList<HttpHeader> headers;
    for (const HttpHeader &header : exchange->ownHeaders()) {
        if (header.name == name) {
            value = header.value + ", " + value;
        } else {
            headers.append(header);
        }
    }
    headers.append({name, value});
    exchange->setOwnHeaders(headers);
}

bool TextService::refusesWishes(Exchange *exchange) const
{
    const Result<AnswerWishes> wishes = answerWishesOf(
        exchange->request(), context().limits().answersOf(exchange->client(), context().options().answers));
    const bool isWell = wishes && wishes->replay == ReplayMode::Off; // whoever replays means to pay for nothing
    if (!isWell) {
        context().fail(exchange, wishes ? notSent(ErrorKind::Invalid, reasons::replayIsForPictures()) : wishes.error());
    }
    return !isWell;
}

void TextService::take(Exchange *exchange, const ReadCall &read)
{
    if (refusesWishes(exchange)) {
        return;
    }
    const DialectPtr dialect = context().dialectOf(*exchange);
    ConversationCall asked = inNames(*dialect, *read.call);
    withholdEcho(asked.telling, read.preset, exchange->client(), context().limits());
    const TextCall &call = asked.call;
    if (const auto refusal = context().limits().refusalOf(exchange->client(), modelsOf(asked), noPictureModels())) {
        return context().refuse(exchange, *refusal);
    }
    const Result<PreparedText> prepared = prepare(asked);
    if (!prepared) {
        return context().fail(exchange, prepared.error());
    }
    if (prepared->responses) {
        tellIgnored(exchange, leftOutOfChat(*prepared->responses));
    }
    if (isOn(exchange->request().query.queryItemValue(u"dryRun"_s))) {
        return dryRun(exchange, prepared->order);
    }
    const bool isStreamedChat = call.streams && call.kind == TextKind::Chat;
    const bool tellsUsage = dialect->alwaysTellsUsage();
    CallIdentity identity = identityOf(*exchange, read.fingerprint);
    identity.notes.api = textKindName(call.kind);
    identity.notes.streamed = call.streams;
    identity.notes.preset = read.preset;
    identity.notes.session = asked.session;
    const TextWork::Wish wish {.streams = call.streams,
                               .hidesUsage = isStreamedChat && !call.wantsUsage && !tellsUsage,
                               .addsTail = isStreamedChat && tellsUsage,
                               .heals = prepared->call.heals,
                               .schema = prepared->call.schema,
                               .responses = prepared->responses,
                               .telling = asked.telling,
                               .record = recordFor(*exchange, read.conversation),
                               .words = wordsFor(read, identity),
                               .notKept = reasons::textNotKept(whyNotKept(read))};
    const bool isRepetition = context().calls().knows(identity); // which costs nothing, and has counted already
    const Lookup found = lookUp(exchange, read.meaning, isRepetition);
    if (found.kept) {
        return giveKept(exchange, dialect, *found.kept, wish, identity.notes);
    }
    if (!isRepetition) {
        if (const auto refusal = context().limits().take(exchange->client(), modelsOf(asked), noPictureModels())) {
            return context().refuse(exchange, *refusal);
        }
    }
    exchange->dropBody();
    openAnswer(exchange, dialect, call.streams);
    context().calls().take(exchange, identity,
                           std::make_unique<TextWork>(m_tools, dialect, prepared->order, wish,
                                                      context().bodies().shareOf(exchange), found.keep));
}

void TextService::openAnswer(Exchange *exchange, const DialectPtr &dialect, bool streams)
{
    if (!streams) {
        return answerEarlyIfWished(context(), exchange);
    }
    new TextStream(exchange, dialect, context().options().longestSilence,
                   [this](Exchange *it, const GatewayResponse &head) { context().beginStream(it, head); });
}

/// A name under which the user has a picture model leads to a text model here, which is what a client may use or not.
const Catalog &TextService::noPictureModels()
{
    static const Catalog none;
    return none;
}

TextModels TextService::texts() const
{
    return context().parts().texts ? *context().parts().texts : TextModels();
}

Result<PreparedText> TextService::prepare(const ConversationCall &asked) const
{
    return prepareText(asked, texts(), context().catalog(), QDateTime::currentDateTimeUtc().date());
}

ConversationCall TextService::inNames(const Dialect &dialect, ConversationCall call) const
{
    const TextModels models = texts();
    call.call.model = dialect.textName(models, call.call.model);
    if (call.wishes.fallbacks) {
        for (QString &model : *call.wishes.fallbacks) {
            model = dialect.textName(models, model);
        }
    }
    return call;
}

void TextService::dryRun(Exchange *exchange, const TextOrder &order)
{
    context().parts().engine.planText(order, exchange,
                                      [this, exchange](const Result<Route> &route, const QList<KeyState> &keys) {
                                          route ? context().respond(exchange, planTold(*exchange, *route, keys))
                                                : context().fail(exchange, route.error());
                                      });
}

GatewayResponse TextService::planTold(const Exchange &exchange, const Route &route, const QList<KeyState> &keys) const
{
    return context().dialectOf(exchange)->dryRun(route, keysForPlans(route, keys));
}

} // namespace lightwell
