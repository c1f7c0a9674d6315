// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/generationservice.h"

#include "core/catalog/catalog.h"
#include "core/engine/engine.h"
#include "core/gateway/calls/callbook.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/jobs/jobbook.h"
#include "core/gateway/jobs/jobwish.h"
#include "core/gateway/replay/callfields.h"
#include "core/gateway/services/clientbody.h"
#include "core/gateway/services/earlyanswer.h"
#include "core/gateway/services/picturesigns.h"
#include "core/gateway/services/withheldecho.h"
#include "core/gateway/streamedanswer.h"
#include "core/gateway/webhooks/webhooktarget.h"
#include "core/secrets/plankeys.h"
#include "core/wording/gatewayreasons.h"

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Whether it takes more than a moment to read: it is long, packed, or may have pictures, which are decoded.
bool isMuchToRead(const GatewayRequest &request)
{
    return isLongOrPacked(request) || !isJson(request) || mayHoldPictures(request.body);
}

CallKind kindOf(RouteCall call)
{
    switch (call) {
    case RouteCall::Edits:
        return CallKind::Edit;
    case RouteCall::Variations:
        return CallKind::Variation;
    case RouteCall::Chat:
        return CallKind::Chat;
    default:
        return CallKind::Generation;
    }
}

/// All that may make the pictures.
QStringList modelsOf(const GenerationCall &call)
{
    return QStringList {call.request.model} + call.wishes.fallbacks.value_or(QStringList());
}

void wishForJob(Exchange *exchange, const GenerationCall &call)
{
    new JobWish(exchange, call.form, QUrl(call.webhookUrl, QUrl::StrictMode));
}

} // namespace

GenerationService::GenerationService(GatewayContext &context)
    : Service(context)
    , m_tools {context.parts().engine, context.jobs(),
               [&context](Exchange *exchange, const GatewayResponse &response) { context.respond(exchange, response); }}
    , m_free(context.parts())
{
}

void GenerationService::begin()
{
    m_tools.links = context().links();
    m_tools.publicUrl = context().options().publicUrl;
    m_tools.scheme = context().scheme();
    m_tools.adapters = context().parts().adapters;
}

Result<GenerationService::ReadCall> GenerationService::understand(const Dialect &dialect, const GatewayRequest &sent,
                                                                  const FilledRequest &filled, CallKind kind,
                                                                  bool wantsFields)
{
    Result<GenerationCall> call = dialect.readCall(filled.request, kind);
    if (!call) {
        return call.error();
    }
    if (call->dryRun) { // which is no repetition of anything
        return ReadCall {std::move(call).value(), {}, {}, filled.preset};
    }
    const QJsonObject fields = wantsFields ? callFields(*call, call->request.model) : QJsonObject();
    return ReadCall {std::move(call).value(), dialect.fingerprint(sent, kind), fields, filled.preset};
}

void GenerationService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const Result<AnswerWishes> wishes = answerWishesOf(
        exchange->request(), context().limits().answersOf(exchange->client(), context().options().answers));
    if (!wishes) {
        return context().fail(exchange, wishes.error());
    }
    const bool wantsFields = wishes->replay != ReplayMode::Off || wishes->cache.count() > 0;
    readBody(
        context(), this, exchange, isMuchToRead(exchange->request()),
        [dialect = match.dialect, kind = kindOf(match.route->call), wantsFields,
         presets = context().presets()](const GatewayRequest &sent) {
            return readFilled(*dialect, sent, presets, [&](const FilledRequest &filled) {
                return understand(*dialect, sent, filled, kind, wantsFields);
            });
        },
        [this, wishes = *wishes](Exchange *it, const ReadCall &read) { take(it, read, wishes); });
}

void GenerationService::take(Exchange *exchange, ReadCall read, const AnswerWishes &wishes)
{
    if (const std::optional<Error> fault = webhookFault(read.call)) {
        return context().fail(exchange, *fault);
    }
    read.call = context().dialectOf(*exchange)->inNamesOf(context().catalog(), std::move(read.call));
    const GenerationCall &call = read.call;
    if (const auto refusal = context().limits().refusalOf(exchange->client(), modelsOf(call), context().catalog())) {
        return context().refuse(exchange, *refusal);
    }
    read.call.wishes.models = context().limits().modelsOf(exchange->client());
    withholdEcho(read.call, read.preset, exchange->client(), context().limits());
    if (call.dryRun) {
        return dryRun(exchange, call);
    }
    exchange->dropBody();
    prepareStream(exchange, call);
    const QString preset = read.preset;
    const auto question = std::make_shared<const FreeAnswers::Question>(questionOf(*exchange, std::move(read), wishes));
    m_free.ask(question, exchange,
               [this, exchange, question, preset, body = context().bodies().shareOf(exchange)](
                   const FreeAnswers::Verdict &verdict) { answerOrBook(exchange, *question, verdict, preset, body); });
}

FreeAnswers::Question GenerationService::questionOf(const Exchange &exchange, ReadCall read,
                                                    const AnswerWishes &wishes) const
{
    FreeAnswers::Question question {
        std::move(read.call), wishes, {exchange.client(), read.fingerprint, read.fields}, {}, {}};
    if (read.fields.isEmpty()) {
        return question; // it wishes for nothing that would need more
    }
    question.cacheKey = hashOfFields(read.fields);
    if (const Result<Resolution> found = context().catalog().resolve(question.call.request.model)) {
        question.asked.fields.insert(u"model"_s, found->model.slug);
    }
    const Result<QString> project = projectOf(exchange.request());
    question.project = project ? *project : QString();
    return question;
}

void GenerationService::answerOrBook(Exchange *exchange, const FreeAnswers::Question &question,
                                     const FreeAnswers::Verdict &verdict, const QString &preset,
                                     const std::shared_ptr<BodyShare> &body)
{
    if (exchange->isAnswered() && !exchange->isStreaming()) {
        return; // the gateway has closed meanwhile, and said so
    }
    if (context().isFinishing()) { // while it was looked for
        return StreamedAnswer::give(exchange, context().dialectOf(*exchange)->refusal({Refusal::Kind::Closing}),
                                    m_tools.respond);
    }
    const DialectPtr dialect = context().dialectOf(*exchange);
    GenerationCall call = question.call;
    call.source = verdict.source;
    if (verdict.refused) {
        GatewayResponse response = dialect->error(*verdict.refused);
        call.source.addTo(response);
        return StreamedAnswer::give(exchange, response, m_tools.respond);
    }
    if (verdict.found && call.isJob) {
        wishForJob(exchange, call);
        call.request = {};
        return context().jobs().acceptFree(
            *verdict.found, {exchange->client(), dialect, std::move(call), question.call.request.model}, exchange);
    }
    if (verdict.found) {
        return giveAnswer(GenerationAnswer::make(m_tools, dialect, std::move(call),
                                                 std::make_shared<const Generation>(*verdict.found), *exchange),
                          exchange, m_tools);
    }
    CallIdentity identity = CallIdentity::of(exchange->request(), exchange->client(), question.asked.fingerprint);
    identity.notes.api = call.kind == CallKind::Chat ? textKindName(TextKind::Chat) : u"image"_s;
    identity.notes.streamed = call.streams;
    identity.notes.preset = preset;
    identity.notes.session = call.session;
    if (question.wishes.coalesces) {
        identity.shareKey = question.asked.fingerprint + replayModeName(question.wishes.replay).toLatin1();
    }
    book(exchange, identity,
         std::make_unique<GenerationWork>(m_tools, dialect, std::move(call), body, m_free.keeperFor(question, verdict)),
         question.call);
}

void GenerationService::book(Exchange *exchange, const CallIdentity &identity, std::unique_ptr<GenerationWork> work,
                             const GenerationCall &call)
{
    const auto refuse = [this, exchange](const Refusal &refusal) {
        StreamedAnswer::give(exchange, context().dialectOf(*exchange)->refusal(refusal), m_tools.respond);
    };
    const bool isRepetition = context().calls().knows(identity); // which costs nothing, and has counted already
    if (call.isJob && !isRepetition && !context().jobs().hasRoomFor(exchange->client())) {
        return refuse(Refusal::forNow(Refusal::Kind::ClientHasItsShare));
    }
    if (!isRepetition) {
        if (const auto refusal = context().limits().take(exchange->client(), modelsOf(call), context().catalog())) {
            return refuse(*refusal);
        }
    }
    if (call.isJob) {
        wishForJob(exchange, call);
    }
    context().calls().take(exchange, identity, std::move(work));
}

/// In which form this client awaits what it gets, where that is not one whole answer.
void GenerationService::prepareStream(Exchange *exchange, const GenerationCall &call)
{
    if (call.isJob) {
        return;
    }
    if (!call.streams) {
        return answerEarlyIfWished(context(), exchange);
    }
    StreamedAnswer::Setup setup;
    setup.dialect = context().dialectOf(*exchange);
    setup.kind = call.kind;
    setup.begin = [this](Exchange *it, const GatewayResponse &head) { context().beginStream(it, head); };
    setup.respond = m_tools.respond;
    setup.longestSilence = context().options().longestSilence;
    new StreamedAnswer(exchange, setup);
}

std::optional<Error> GenerationService::webhookFault(const GenerationCall &call) const
{
    if (call.webhookUrl.isEmpty()) {
        return std::nullopt;
    }
    if (!context().parts().webhooks) {
        return notSent(ErrorKind::Invalid, reasons::noWebhooksHere(), u"webhook_url"_s);
    }
    return webhooktarget::fault(QUrl(call.webhookUrl, QUrl::StrictMode), context().options().webhookHosts);
}

void GenerationService::dryRun(Exchange *exchange, const GenerationCall &call)
{
    const auto tell = [this, exchange](const Result<Route> &route, const QList<KeyState> &keys) {
        route ? context().respond(exchange, context().dialectOf(*exchange)->dryRun(*route, keysForPlans(*route, keys)))
              : context().fail(exchange, route.error());
    };
    context().parts().engine.plan(call.request, exchange, tell, call.wishes);
}

} // namespace lightwell
