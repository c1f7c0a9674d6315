// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/chat/responsesrequest.h"
#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/engine/engine.h"
#include "core/gateway/calls/callbook.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/http/switchword.h"
#include "core/gateway/services/clientbody.h"
#include "core/gateway/services/textservice.h"
#include "core/gateway/services/withheldecho.h"
#include "core/gateway/textstream.h"
#include "core/model/boundedjson.h"

/// The part of TextService that has pictures made for text models, and for whoever asks for them in the same words.
namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QStringList modelsOf(const GenerationCall &call)
{
    return QStringList {call.request.model} + call.wishes.fallbacks.value_or(QStringList());
}

/// What is wrong with a picture that nobody is asked about.
std::optional<Error> faultAlone(const PictureTool &tool)
{
    if (tool.prompt.isEmpty()) {
        return notSent(ErrorKind::Invalid, reasons::pictureToolNoPrompt(), tool.conversation);
    }
    if (tool.action == PictureTool::Action::Edit && tool.pictures.isEmpty()) {
        return notSent(ErrorKind::Invalid, reasons::noPictureToChange(), u"action"_s);
    }
    return std::nullopt;
}

/// What a request says beside its body.
GatewayRequest withBody(GatewayRequest request, const QByteArray &body)
{
    request.body = body;
    return request;
}

QJsonObject objectIn(const GatewayResponse &response)
{
    const Result<QJsonObject> read = readJsonObject(response.body, jsonlimits::answer);
    return read ? *read : QJsonObject();
}

} // namespace

/// A name that nobody listed may be anything its provider has: it is asked, and a picture made only where the catalog
/// knows that it makes some.
bool TextService::makesPictures(const Dialect &dialect, const QString &model) const
{
    GenerationCall call;
    call.request.model = model;
    const Result<Resolution> known =
        context().catalog().resolve(dialect.inNamesOf(context().catalog(), call).request.model);
    return known && !known->isAssumed;
}

void TextService::takeTool(Exchange *exchange, ReadCall read)
{
    if (refusesWishes(exchange)) {
        return;
    }
    tellNotKept(exchange);
    const DialectPtr dialect = context().dialectOf(*exchange);
    ToolCall call {*read.tool,       false,     {},         read.fingerprint, read.conversation,
                   whyNotKept(read), read.kind, read.preset};
    PictureTool &tool = call.tool;
    tool.model = dialect->textName(texts(), tool.model);
    if (tool.chat) {
        tool.chat = inNames(*dialect, *tool.chat);
        withholdEcho(tool.chat->telling, read.preset, exchange->client(), context().limits());
    }
    const bool isPictureModel = makesPictures(*dialect, tool.model);
    call.asksModel = tool.isForbidden || (!tool.isForced && !isPictureModel);
    if (!call.asksModel && isPictureModel && !tool.namesModel) {
        WrittenObject fields(tool.fields);
        fields.set("model", picturetool::quoted(tool.model));
        tool.fields = fields.text();
    }
    if (call.asksModel && !tool.chat) {
        return context().fail(exchange, tool.chatFault);
    }
    if (const std::optional<Error> fault = call.asksModel ? std::nullopt : faultAlone(tool)) {
        return context().fail(exchange, *fault);
    }
    if (call.asksModel && read.kind == TextKind::Responses) { // by a chat
        tellIgnored(exchange, leftOutOfChat(tool.request));
    }
    // Of a model that is still to be asked nobody knows what it will want; how it may be is known.
    const bool takesPictures = !call.asksModel && tool.action != PictureTool::Action::Generate;
    const QString prompt = call.asksModel ? u"picture"_s : tool.prompt;
    const QByteArray body = picturetool::imagesBody(tool, prompt, takesPictures ? tool.pictures : QByteArrayList());
    const auto reading = QtConcurrent::run(
        [dialect, request = withBody(exchange->request(), body)] { return ToolDrawing::callOf(*dialect, request); });
    whenDone(reading, exchange, [this, exchange, dialect, call](const Result<GenerationCall> &picture) {
        if (exchange->isAnswered()) {
            return;
        }
        if (context().isFinishing()) {
            return context().refuse(exchange, {Refusal::Kind::Closing});
        }
        if (!picture) {
            return context().fail(exchange, picture.error());
        }
        ToolCall known = call;
        known.picture = pictureFor(exchange->client(), *dialect, *picture);
        checkTool(exchange, known);
    });
}

/// With the catalog's names, and no way to models that the client may not use.
GenerationCall TextService::pictureFor(const QString &client, const Dialect &dialect, GenerationCall call) const
{
    GenerationCall named = dialect.inNamesOf(context().catalog(), std::move(call));
    named.wishes.models = context().limits().modelsOf(client);
    return named;
}

void TextService::checkTool(Exchange *exchange, const ToolCall &call)
{
    std::optional<Refusal> refusal =
        context().limits().refusalOf(exchange->client(), modelsOf(call.picture), context().catalog());
    if (!refusal && call.asksModel) {
        refusal = context().limits().refusalOf(exchange->client(), modelsOf(*call.tool.chat), noPictureModels());
    }
    if (refusal) {
        return context().refuse(exchange, *refusal);
    }
    if (call.asksModel) {
        if (const Result<PreparedText> prepared = prepare(*call.tool.chat); !prepared) {
            return context().fail(exchange, prepared.error());
        }
    }
    if (isOn(exchange->request().query.queryItemValue(u"dryRun"_s))) {
        return dryRunTool(exchange, call);
    }
    if (!call.asksModel) {
        return bookTool(exchange, call);
    }
    // A picture that cannot be made like this is refused before the model is paid for its words.
    context().parts().engine.plan(
        call.picture.request, exchange,
        [this, exchange, call](const Result<Route> &route, const QList<KeyState> &) {
            if (!exchange->isAnswered()) {
                route ? bookTool(exchange, call) : context().fail(exchange, route.error());
            }
        },
        call.picture.wishes);
}

/// The price of one picture, and beside it that of one answer of the text model.
void TextService::dryRunTool(Exchange *exchange, const ToolCall &call)
{
    const auto tell = [this, exchange, call](const Result<Route> &route, const QList<KeyState> &keys) {
        if (!route) {
            return context().fail(exchange, route.error());
        }
        const GatewayResponse picture = planTold(*exchange, *route, keys);
        if (!call.asksModel) {
            return context().respond(exchange, picture);
        }
        QJsonObject tool = objectIn(picture);
        tool.insert(u"max_pictures"_s, call.tool.most);
        const auto tellBoth = [this, exchange, tool](const Result<Route> &text, const QList<KeyState> &textKeys) {
            if (!text) {
                return context().fail(exchange, text.error());
            }
            QJsonObject both = objectIn(planTold(*exchange, *text, textKeys));
            both.insert(u"image_generation"_s, tool);
            context().respond(exchange, GatewayResponse::json(200, both));
        };
        context().parts().engine.planText(prepare(*call.tool.chat)->order, exchange, tellBoth);
    };
    context().parts().engine.plan(call.picture.request, exchange, tell, call.picture.wishes);
}

ToolDrawing::Desk TextService::deskFor(const Exchange &exchange)
{
    const DialectPtr dialect = context().dialectOf(exchange);
    const QString client = exchange.client();
    const auto faultBeforePaying = [this, client](const GenerationCall &call) -> std::optional<Error> {
        const auto refusal = context().limits().take(client, modelsOf(call), context().catalog());
        return refusal ? std::optional(faultOf(*refusal, call.request.model)) : std::nullopt;
    };
    const auto named = [this, dialect, client](GenerationCall call) {
        return pictureFor(client, *dialect, std::move(call));
    };
    const QString base = baseAddress(exchange.request(), m_pictures.publicUrl, m_pictures.scheme) + u"/files/"_s;
    return {m_pictures, dialect, client, base, faultBeforePaying, named};
}

void TextService::bookTool(Exchange *exchange, const ToolCall &call)
{
    CallIdentity identity = identityOf(*exchange, call.fingerprint);
    identity.notes.api = textKindName(call.kind);
    identity.notes.streamed = call.tool.streams;
    identity.notes.preset = call.preset;
    identity.notes.session = call.tool.chat ? call.tool.chat->session : QString();
    const QStringList models = call.asksModel ? modelsOf(*call.tool.chat) : modelsOf(call.picture);
    if (!context().calls().knows(identity)) { // a repetition costs nothing, and has counted already
        const Catalog &catalog = call.asksModel ? noPictureModels() : context().catalog();
        if (const auto refusal = context().limits().take(exchange->client(), models, catalog)) {
            return context().refuse(exchange, *refusal);
        }
    }
    PictureTalk::Plan plan {deskFor(*exchange),
                            call.tool,
                            withBody(exchange->request(), {}),
                            {},
                            {},
                            recordFor(*exchange, call.conversation),
                            reasons::talkNotKept(call.notKept)};
    if (call.asksModel) {
        plan.order = [this](const ConversationCall &chat) -> Result<TextOrder> {
            const Result<PreparedText> prepared = prepare(chat);
            return prepared ? Result<TextOrder>(prepared->order) : prepared.error();
        };
    } else {
        plan.picture = call.picture;
    }
    exchange->dropBody();
    openAnswer(exchange, plan.desk.dialect, call.tool.streams);
    context().calls().take(exchange, identity,
                           std::make_unique<PictureTalk>(std::move(plan), context().bodies().shareOf(exchange)));
}

} // namespace lightwell
