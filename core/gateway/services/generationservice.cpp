// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/generationservice.h"

#include "core/async/whendone.h"
#include "core/catalog/catalog.h"
#include "core/engine/engine.h"
#include "core/gateway/bodybudget.h"
#include "core/gateway/calls/callbook.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/http/bodycoding.h"
#include "core/gateway/jobs/jobbook.h"
#include "core/gateway/jobs/jobwish.h"
#include "core/gateway/streamedanswer.h"
#include "core/gateway/webhooks/webhooktarget.h"
#include "core/secrets/keyring.h"
#include "core/secrets/plankeys.h"
#include "core/wording/gatewayreasons.h"

#include <QtConcurrent>

#include <algorithm>
#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Whether it takes more than a moment to read: it is long, packed, or may have pictures, which are decoded. One of
/// these words is in every name that pictures have (dialects/openai/picturenames.h), if none of its letters is escaped.
bool isMuchToRead(const GatewayRequest &request)
{
    static constexpr std::array signs {"image", "mask", "reference", "\\u"};
    if (request.body.size() > largeBody || !isJson(request) || codingOf(request) != BodyCoding::None) {
        return true;
    }
    const QByteArray body = request.body.toLower();
    return std::any_of(signs.begin(), signs.end(), [&body](const char *sign) { return body.contains(sign); });
}

/// Early bytes for who waits behind something that gives up on silence.
bool wantsWhiteSpace(const GatewayRequest &request)
{
    return request.header("X-Lightwell-Keep-Alive").trimmed().toLower() == "whitespace";
}

CallKind kindOf(RouteCall call)
{
    switch (call) {
    case RouteCall::Edits:
        return CallKind::Edit;
    case RouteCall::Variations:
        return CallKind::Variation;
    default:
        return CallKind::Generation;
    }
}

} // namespace

GenerationService::GenerationService(GatewayContext &context)
    : Service(context)
    , m_tools {context.parts().engine, context.jobs(),
               [&context](Exchange *exchange, const GatewayResponse &response) { context.respond(exchange, response); }}
{
}

void GenerationService::begin()
{
    m_tools.links = context().links();
    m_tools.publicUrl = context().options().publicUrl;
    m_tools.scheme = context().scheme();
}

Result<GenerationService::ReadCall> GenerationService::understand(const Dialect &dialect, GatewayRequest request,
                                                                  CallKind kind, qint64 most)
{
    if (codingOf(request) == BodyCoding::Packed) {
        const Result<QByteArray> body = unpackedBody(request.body, most);
        if (!body) {
            return body.error();
        }
        request.body = *body;
    }
    const Result<GenerationCall> call = dialect.readCall(request, kind);
    if (!call) {
        return call.error();
    }
    return ReadCall {*call, dialect.fingerprint(request, kind), request.body.size()};
}

void GenerationService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const DialectPtr dialect = match.dialect;
    const CallKind kind = kindOf(match.route->call);
    if (!isMuchToRead(exchange->request())) {
        return take(exchange, understand(*dialect, exchange->request(), kind, context().options().maxBodyBytes));
    }
    const QPointer<Exchange> guard = exchange;
    const auto reading = QtConcurrent::run(
        [dialect, request = exchange->request(), kind, most = context().options().maxBodyBytes,
         share = context().bodies().shareOf(exchange)] { return understand(*dialect, request, kind, most); });
    exchange->dropBody();
    whenDone(reading, this, [this, guard](const Result<ReadCall> &read) {
        if (guard && !guard->isAnswered()) {
            take(guard, read);
        }
    });
}

void GenerationService::take(Exchange *exchange, const Result<ReadCall> &read)
{
    if (context().isFinishing()) { // while it was read
        return context().refuse(exchange, {Refusal::Kind::Closing});
    }
    if (!read && read.error().code == bodyTooLarge) {
        return context().refuse(exchange, {Refusal::Kind::BodyTooLarge, context().options().maxBodyBytes});
    }
    if (!read) {
        return context().fail(exchange, read.error());
    }
    if (const Result<QString> project = projectOf(exchange->request()); !project) {
        return context().fail(exchange, project.error());
    }
    if (const std::optional<Error> fault = webhookFault(read->call)) {
        return context().fail(exchange, *fault);
    }
    context().bodies().settle(exchange, read->bodyBytes);
    const QStringList models {read->call.request.model};
    if (read->call.dryRun) {
        const auto refusal = context().limits().refusalOf(exchange->client(), models, context().catalog());
        return refusal ? context().refuse(exchange, *refusal) : dryRun(exchange, read->call.request);
    }
    const CallIdentity identity = CallIdentity::of(exchange->request(), exchange->client(), read->fingerprint);
    const bool isRepetition = context().calls().knows(identity); // which costs nothing, and has counted already
    if (read->call.isJob && !isRepetition && !context().jobs().hasRoomFor(exchange->client())) {
        return context().refuse(exchange, Refusal::forNow(Refusal::Kind::ClientHasItsShare));
    }
    const std::optional<Refusal> refusal = isRepetition
        ? context().limits().refusalOf(exchange->client(), models, context().catalog())
        : context().limits().take(exchange->client(), models, context().catalog());
    if (refusal) {
        return context().refuse(exchange, *refusal);
    }
    exchange->dropBody();
    prepareAnswer(exchange, read->call);
    context().calls().take(exchange, identity,
                           std::make_unique<GenerationWork>(m_tools, context().dialectOf(*exchange), read->call,
                                                            context().bodies().shareOf(exchange)));
}

/// In which form this client awaits what it gets.
void GenerationService::prepareAnswer(Exchange *exchange, const GenerationCall &call)
{
    if (call.isJob) {
        new JobWish(exchange, call.form, QUrl(call.webhookUrl, QUrl::StrictMode));
    } else if (call.streams || wantsWhiteSpace(exchange->request())) {
        StreamedAnswer::Setup setup;
        setup.dialect = context().dialectOf(*exchange);
        setup.kind = call.kind;
        setup.begin = [this](Exchange *it, const GatewayResponse &head) { context().beginStream(it, head); };
        setup.respond = m_tools.respond;
        setup.longestSilence = context().options().longestSilence;
        setup.shape = call.streams ? StreamedAnswer::Shape::Events : StreamedAnswer::Shape::WhiteSpace;
        new StreamedAnswer(exchange, setup);
    }
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

void GenerationService::dryRun(Exchange *exchange, const Request &request)
{
    const QPointer<Exchange> guard = exchange;
    context().parts().engine.plan(request, exchange, [this, guard](const Result<Route> &route) {
        if (!guard) {
            return;
        }
        if (!route) {
            return context().fail(guard, route.error());
        }
        const auto answer = [this, guard, route = *route](const QList<KeyState> &states) {
            context().respond(guard, context().dialectOf(*guard)->dryRun(route, keysForPlans(plansOf(route), states)));
        };
        context().parts().keyring.states(providersOf(plansOf(*route)), guard, answer);
    });
}

} // namespace lightwell
