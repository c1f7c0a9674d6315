// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a request: checks in a fixed order, each of which ends it, then the route. Host and Origin come
// first, so that a web page learns nothing; then the key, so that nobody without one learns what there is.
#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/dialects/openai/openaievents.h"
#include "core/gateway/dialects/openai/openaimodels.h"
#include "core/gateway/dialects/openai/requestnames.h"
#include "core/gateway/gatewayserver.h"
#include "core/gateway/givenkey.h"
#include "core/storage/mediastore.h"

#include <QLoggingCategory>
#include <QtConcurrent>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(gatewayLog, "lightwell.gateway", QtInfoMsg)

constexpr int wrongKeysBeforeDelay = 20; // a minute
constexpr std::chrono::milliseconds wrongKeyDelay(500);

QByteArray knownMethod(const QByteArray &method)
{
    static const QList<QByteArray> known = {"GET", "HEAD", "POST", "OPTIONS"};
    return known.contains(method) ? method : QByteArray("?");
}

/// Whether it takes more than a moment to read: it is long, or has pictures, which are looked at. A data URL begins
/// with "data:", or has one of these characters escaped.
bool isMuchToRead(const GatewayRequest &request)
{
    const QByteArray &body = request.body;
    const auto signs = {"data:", "\\u006", "\\u007", "\\u003"};
    return body.size() > largeBody || !isJson(request)
        || std::any_of(signs.begin(), signs.end(), [&body](const char *sign) { return body.contains(sign); });
}

/// Where it is much, on the thread pool: decodes pictures and takes a hash.
Result<ReadCall> understand(const GatewayRequest &request, openai::CallKind kind)
{
    const Result<openai::GenerationCall> call = openai::readCall(request, kind);
    if (!call) {
        return call.error();
    }
    return ReadCall {*call, GenerationJobs::fingerprintOf(request, kind)};
}

openai::CallKind kindOf(const Route &route)
{
    return route.kind == Route::Kind::Edits     ? openai::CallKind::Edit
        : route.kind == Route::Kind::Variations ? openai::CallKind::Variation
                                                : openai::CallKind::Generation;
}

GatewayResponse fileAnswer(const Result<QByteArray> &bytes)
{
    const std::optional<ImageFormat> format = bytes ? sniffFormat(*bytes) : std::nullopt;
    if (!format) {
        return openai::unknownPath();
    }
    return {200,
            {{"Content-Type", formatMimeType(*format).toLatin1()},
             {"Cache-Control", "private, max-age=31536000, immutable"},
             // An SVG is a document that could carry scripts.
             {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"}},
            *bytes};
}

} // namespace

void GatewayServer::checkHead(Exchange *exchange)
{
    const GatewayRequest &request = exchange->request();
    if (m_finishing) {
        return respond(exchange, openai::closing());
    }
    if (const std::optional<GatewayResponse> refusal = m_rules.check(request)) {
        return respond(exchange, *refusal);
    }
    if (request.method == "OPTIONS") {
        return respond(exchange, m_rules.preflight(request));
    }
    if (!m_options.requireKey) {
        exchange->vouch();
    }
    const Route route = Route::find(request.path);
    if (route.isOpen() || !m_options.requireKey) {
        return checkRoute(exchange, route);
    }
    checkKey(exchange, route);
}

void GatewayServer::checkKey(Exchange *exchange, const Route &route)
{
    const QByteArray key = bearerKey(exchange->request());
    if (key.isEmpty()) {
        return respond(exchange, openai::unauthorized());
    }
    const QPointer<Exchange> guard = exchange;
    const QByteArray known = givenkey::isSame(key, m_options.givenKey) ? givenkey::alias(key) : key;
    const auto checked = m_parts.clients.authenticate(known, QDateTime::currentDateTimeUtc());
    whenDone(checked, this, [this, guard, route](const std::optional<Client> &client) {
        if (!guard) {
            return;
        }
        if (!client) {
            return rejectKey(guard);
        }
        guard->setClient(client->id);
        // Refused, it stays a stranger, and so gives way.
        if (!m_places->admits(client->id)) {
            return respond(guard, openai::tooMuchForOneClient());
        }
        guard->vouch();
        checkRoute(guard, route);
    });
}

void GatewayServer::rejectKey(Exchange *exchange)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!m_wrongKeysSince.isValid() || m_wrongKeysSince.secsTo(now) > 60) {
        m_wrongKeysSince = now;
        m_wrongKeys = 0;
    }
    if (++m_wrongKeys <= wrongKeysBeforeDelay) {
        return respond(exchange, openai::unauthorized());
    }
    // Slow for whoever guesses, no ban for whoever mistyped.
    QTimer::singleShot(wrongKeyDelay, exchange, [this, exchange] { respond(exchange, openai::unauthorized()); });
}

void GatewayServer::checkRoute(Exchange *exchange, const Route &route)
{
    const GatewayRequest &request = exchange->request();
    if (route.kind == Route::Kind::Unknown) {
        return respond(exchange, openai::unknownPath());
    }
    if (!route.allows(request.method)) {
        return respond(exchange, openai::wrongMethod(route.methods));
    }
    if (request.method == "POST" && !openai::takesContentType(request, kindOf(route))) {
        return respond(exchange, openai::wrongContentType(kindOf(route)));
    }
    if (const std::optional<Error> fault = openai::faultInHead(request)) {
        return respond(exchange, openai::errorAnswer(*fault));
    }
    admit(exchange);
}

void GatewayServer::admit(Exchange *exchange)
{
    const GatewayRequest &request = exchange->request();
    const qint64 bytes = announcedBytes(request, m_options.maxBodyBytes);
    if (request.method != "POST" && bytes > largeBody) {
        return respond(exchange, openai::malformed(413)); // nobody would read it
    }
    switch (m_bodies.admit(exchange, bytes)) {
    case BodyBudget::Room::Enough:
        return exchange->proceed();
    case BodyBudget::Room::NotForThisClient:
        return respond(exchange, openai::tooMuchForOneClient());
    case BodyBudget::Room::None:
        return respond(exchange, openai::tooManyBodies());
    }
}

void GatewayServer::handle(Exchange *exchange)
{
    if (m_finishing) { // its body was still on the way
        return respond(exchange, openai::closing());
    }
    const Route route = Route::find(exchange->request().path);
    switch (route.kind) {
    case Route::Kind::Health:
        return respond(exchange, GatewayResponse::json(200, {{u"status"_s, u"ok"_s}}));
    case Route::Kind::Metrics:
        return sendMetrics(exchange);
    case Route::Kind::File:
        return sendFile(exchange, route.argument);
    case Route::Kind::Models:
        if (!m_models) {
            m_models = openai::modelsAnswer(m_catalog);
        }
        return respond(exchange, *m_models);
    case Route::Kind::Model:
        return respond(exchange, openai::modelAnswer(m_catalog, route.argument));
    case Route::Kind::Generations:
    case Route::Kind::Edits:
    case Route::Kind::Variations:
        return generate(exchange, kindOf(route));
    case Route::Kind::Unknown:
        return respond(exchange, openai::unknownPath());
    }
}

void GatewayServer::generate(Exchange *exchange, openai::CallKind kind)
{
    if (!isMuchToRead(exchange->request())) {
        return take(exchange, understand(exchange->request(), kind));
    }
    const QPointer<Exchange> guard = exchange;
    const auto reading = QtConcurrent::run([request = exchange->request(), kind, share = m_bodies.shareOf(exchange)] {
        return understand(request, kind);
    });
    exchange->dropBody();
    whenDone(reading, this, [this, guard](const Result<ReadCall> &read) {
        if (guard && !guard->isAnswered()) {
            take(guard, read);
        }
    });
}

void GatewayServer::take(Exchange *exchange, const Result<ReadCall> &read)
{
    if (m_finishing) { // while it was read
        return respond(exchange, openai::closing());
    }
    if (!read) {
        return respond(exchange, openai::errorAnswer(read.error()));
    }
    if (read->call.dryRun) {
        return dryRun(exchange, read->call.request);
    }
    m_jobs.take(exchange, read->call, read->fingerprint, m_bodies.shareOf(exchange));
}

void GatewayServer::dryRun(Exchange *exchange, const Request &request)
{
    const QPointer<Exchange> guard = exchange;
    m_parts.engine.plan(request, exchange, [this, guard](const Result<QList<Plan>> &plans) {
        if (!guard) {
            return;
        }
        if (plans && !plans->isEmpty()) {
            return respond(guard, openai::dryRunAnswer(plans->first()));
        }
        respond(guard,
                openai::errorAnswer(plans ? notSent(ErrorKind::NotFound, tr("No provider serves this model."))
                                          : plans.error()));
    });
}

void GatewayServer::sendMetrics(Exchange *exchange)
{
    const int connections =
        (m_listener ? m_listener->connections() : 0) + (m_listenerV6 ? m_listenerV6->connections() : 0);
    respond(exchange,
            {200,
             {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}},
             m_metrics.text(connections, m_parts.engine.running())});
}

void GatewayServer::sendFile(Exchange *exchange, const QString &name)
{
    const std::optional<FileLink> link = m_links.read(name);
    if (!link) {
        return respond(exchange, openai::unknownPath());
    }
    if (link->client.isEmpty()) {
        return readFile(exchange, link->picture);
    }
    const QPointer<Exchange> guard = exchange;
    const auto asked = m_parts.clients.isWelcome(link->client);
    whenDone(asked, this, [this, guard, picture = link->picture](const Result<bool> &welcome) {
        if (!guard) {
            return;
        }
        if (!welcome) {
            return respond(guard, openai::errorAnswer(welcome.error()));
        }
        if (!*welcome) {
            return respond(guard, openai::unknownPath());
        }
        readFile(guard, picture);
    });
}

void GatewayServer::readFile(Exchange *exchange, const QString &picture)
{
    const QPointer<Exchange> guard = exchange;
    const auto reading =
        QtConcurrent::run([&media = m_parts.media, picture] { return fileAnswer(media.read(picture)); });
    whenDone(reading, this, [this, guard](const GatewayResponse &response) {
        if (guard) {
            respond(guard, response);
        }
    });
}

void GatewayServer::answerWhoeverWaits()
{
    for (Listener *listener : {m_listener.get(), m_listenerV6.get()}) {
        const QList<Exchange *> waiting = listener ? listener->unanswered() : QList<Exchange *>();
        for (Exchange *exchange : waiting) {
            respond(exchange, openai::closing(exchange->generation()));
        }
    }
}

void GatewayServer::respond(Exchange *exchange, GatewayResponse response)
{
    if (exchange->isStreaming()) { // its head has left; what is left to say is an event
        exchange->push(openai::errorEvent(response));
        return exchange->endStream();
    }
    if (exchange->isAnswered()) {
        return;
    }
    complete(response, *exchange);
    exchange->respond(response);
}

void GatewayServer::beginStream(Exchange *exchange, GatewayResponse head)
{
    if (exchange->isAnswered()) {
        return;
    }
    complete(head, *exchange);
    exchange->beginStream(head);
}

void GatewayServer::complete(GatewayResponse &response, const Exchange &exchange)
{
    m_rules.addTo(response, exchange.request());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY"); // nothing here belongs into somebody's page, but for pictures
    m_metrics.countAnswer(Route::find(exchange.request().path).logName(), response.status);
    // Never the path itself: names of files are secrets. Never anything a client made up.
    qCInfo(gatewayLog).noquote() << knownMethod(exchange.request().method)
                                 << Route::find(exchange.request().path).logName() << response.status
                                 << response.body.size() << "B" << exchange.client();
}

} // namespace lightwell
