// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a request: checks in a fixed order, each of which ends it, then the route. Host and Origin come
// first, so that a web page learns nothing; then the key, so that nobody without one learns what there is.
#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/gatewayserver.h"
#include "core/gateway/givenkey.h"
#include "core/gateway/http/bodycoding.h"
#include "core/gateway/upstreamtime.h"
#include "core/model/boundedjson.h"

#include <QLoggingCategory>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(gatewayLog, "lightwell.gateway", QtInfoMsg)

constexpr int hungUp = 499; // a status that nobody is sent, as other servers' logs have it
constexpr int wrongKeysBeforeDelay = 20; // a minute
constexpr std::chrono::milliseconds wrongKeyDelay(500);

QByteArray knownMethod(const QByteArray &method)
{
    static const QList<QByteArray> known = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return known.contains(method) ? method : QByteArray("?");
}

bool hasBody(const QByteArray &method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

/// What the head of an answer says that it cost; unknown: nothing.
Money toldCost(const GatewayResponse &response)
{
    bool isNumber = false;
    const double dollars = response.header("X-Lightwell-Cost").toDouble(&isNumber);
    return isNumber ? Money::fromDollars(dollars) : Money::unknown();
}

/// Every dialect's errors have "code" or "type" in "error".
QString errorCode(const GatewayResponse &response)
{
    if (response.status < 400) {
        return {};
    }
    const Result<QJsonObject> body = readJsonObject(response.body, jsonlimits::own);
    return body ? (*body)["error"_L1]["code"_L1].toVariant().toString() : QString();
}

} // namespace

RouteTable::Match GatewayServer::routeOf(const Exchange &exchange) const
{
    return m_routes.find(exchange.request().path);
}

void GatewayServer::checkHead(Exchange *exchange)
{
    const GatewayRequest &request = exchange->request();
    if (m_finishing) {
        return refuse(exchange, {Refusal::Kind::Closing});
    }
    if (const std::optional<Refusal> refusal = m_rules.check(request)) {
        return refuse(exchange, *refusal);
    }
    if (request.method == "OPTIONS") {
        return respond(exchange, m_rules.preflight(request, m_routes.methodsAt(request.path)));
    }
    if (!m_options.requireKey) {
        exchange->vouch();
    }
    const PathRoute *route = routeOf(*exchange).route;
    if ((route && !route->needsKey) || !m_options.requireKey) {
        return checkRoute(exchange);
    }
    checkKey(exchange);
}

void GatewayServer::checkKey(Exchange *exchange)
{
    const QByteArray key = dialectOf(*exchange)->clientKey(exchange->request());
    if (key.isEmpty()) {
        return refuse(exchange, {Refusal::Kind::WrongKey});
    }
    const QPointer<Exchange> guard = exchange;
    const QByteArray known = givenkey::isSame(key, m_options.givenKey) ? givenkey::alias(key) : key;
    const auto checked = m_parts.clients.authenticate(known, QDateTime::currentDateTimeUtc());
    whenDone(checked, this, [this, guard](const Result<std::optional<Client>> &client) {
        if (!guard) {
            return;
        }
        if (!client) { // it may well be a client
            return refuse(guard, Refusal::forNow(Refusal::Kind::NotToBeLookedUp));
        }
        if (!*client) {
            return rejectKey(guard);
        }
        if ((*client)->isExpired(QDateTime::currentDateTimeUtc())) {
            return refuse(guard, {Refusal::Kind::KeyExpired});
        }
        if ((*client)->disabled) {
            return refuse(guard, {Refusal::Kind::KeyDisabled});
        }
        m_limits.know(**client);
        const QString id = (*client)->id;
        guard->setClient(id);
        // Refused, it stays a stranger, and so gives way.
        if (!m_slots->admits(id)) {
            return refuse(guard, Refusal::forNow(Refusal::Kind::ClientHasItsShare));
        }
        guard->vouch();
        checkRoute(guard);
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
        return refuse(exchange, {Refusal::Kind::WrongKey});
    }
    // Slow for whoever guesses, no ban for whoever mistyped.
    QTimer::singleShot(wrongKeyDelay, exchange, [this, exchange] { refuse(exchange, {Refusal::Kind::WrongKey}); });
}

void GatewayServer::checkRoute(Exchange *exchange)
{
    const GatewayRequest &request = exchange->request();
    const RouteTable::Match match = routeOf(*exchange);
    if (!match.route) {
        return refuse(exchange, {Refusal::Kind::UnknownPath});
    }
    if (match.route->call == RouteCall::Unserved) {
        return refuse(exchange, {Refusal::Kind::NotServed});
    }
    if (!match.route->methods.contains(request.method)) {
        Refusal refusal {Refusal::Kind::MethodNotAllowed};
        refusal.methods = match.route->methods;
        return refuse(exchange, refusal);
    }
    if (hasBody(request.method) && !comesAs(request, match.route->body)) {
        Refusal refusal {Refusal::Kind::WrongContentType};
        refusal.form = match.route->body;
        return refuse(exchange, refusal);
    }
    if (hasBody(request.method) && codingOf(request) == BodyCoding::Unknown) {
        return refuse(exchange, {Refusal::Kind::UnknownBodyCoding});
    }
    if (const std::optional<Error> fault = match.dialect->faultInHead(request)) {
        return fail(exchange, *fault);
    }
    admit(exchange);
}

void GatewayServer::admit(Exchange *exchange)
{
    const GatewayRequest &request = exchange->request();
    const bool isRead = hasBody(request.method);
    const qint64 most = isRead ? m_options.maxBodyBytes : std::min<qint64>(largeBody, m_options.maxBodyBytes);
    const qint64 bytes = announcedBytes(request, most);
    if (bytes > most) {
        return refuse(exchange, {Refusal::Kind::BodyTooLarge, most}); // nobody would read it
    }
    exchange->limitBody(most);
    switch (m_bodies.admit(exchange, bytes)) {
    case BodyBudget::Room::Enough:
        if (isRead) {
            m_parts.engine.prepare(); // while its body comes, is read and is planned
        }
        return exchange->proceed();
    case BodyBudget::Room::NotForThisClient:
        return refuse(exchange, Refusal::forNow(Refusal::Kind::ClientHasItsShare));
    case BodyBudget::Room::None:
        return refuse(exchange, Refusal::forNow(Refusal::Kind::TooManyBodies));
    }
}

void GatewayServer::handle(Exchange *exchange)
{
    if (m_finishing) { // its body was still on the way
        return refuse(exchange, {Refusal::Kind::Closing});
    }
    if (codingOf(exchange->request()) == BodyCoding::None) {
        m_bodies.settle(exchange, exchange->request().body.size());
    }
    connect(exchange, &Exchange::abandoned, this, [this, exchange] { noteHangUp(*exchange); });
    const RouteTable::Match match = routeOf(*exchange);
    handOver(exchange, match.route->call, match);
}

/// Whoever does not wait for the answer has called all the same, and it may have cost.
void GatewayServer::noteHangUp(const Exchange &exchange)
{
    if (!exchange.isAnswered()) {
        m_metrics.countAnswer(routeOf(exchange).label, exchange.client(), hungUp);
        tellCall(exchange, {hungUp, {}, {}});
    }
}

void GatewayServer::handOver(Exchange *exchange, RouteCall call, const RouteTable::Match &match)
{
    m_handlers.value(call)->handle(exchange, match);
}

void GatewayServer::answerWhoeverWaits()
{
    for (Listener *listener : {m_listener.get(), m_listenerV6.get()}) {
        const QList<Exchange *> waiting = listener ? listener->unanswered() : QList<Exchange *>();
        for (Exchange *exchange : waiting) {
            Refusal refusal {Refusal::Kind::Closing};
            refusal.generation = exchange->generation();
            refuse(exchange, refusal);
        }
    }
}

void GatewayServer::refuse(Exchange *exchange, const Refusal &refusal)
{
    respond(exchange, dialectOf(*exchange)->refusal(refusal));
}

void GatewayServer::fail(Exchange *exchange, const Error &error)
{
    respond(exchange, dialectOf(*exchange)->error(error));
}

void GatewayServer::respond(Exchange *exchange, GatewayResponse response)
{
    if (exchange->isStreaming()) { // its head has left; what is left to say is an event
        exchange->push(exchange->lastWords() ? exchange->lastWords()(response)
                                             : dialectOf(*exchange)->errorEvent(CallKind::Chat, response));
        return exchange->endStream();
    }
    if (exchange->isAnswered()) {
        return;
    }
    complete(response, *exchange);
    exchange->respond(response);
    tellCall(*exchange, response);
}

/// Looking whether it is there says nothing of a program that makes pictures.
void GatewayServer::tellCall(const Exchange &exchange, const GatewayResponse &response)
{
    const GatewayRequest &request = exchange.request();
    if (request.path == "/healthz"_L1 || request.path == "/metrics"_L1) {
        return;
    }
    GatewayCall call {QDateTime::currentDateTimeUtc(), request.path, response.status, knownMethod(request.method)};
    call.client = exchange.client();
    call.model = QString::fromUtf8(response.header("X-Lightwell-Model"));
    call.provider = QString::fromUtf8(response.header("X-Lightwell-Provider"));
    if (call.model.startsWith(call.provider + u'/')) {
        call.model.remove(0, call.provider.size() + 1);
    }
    call.cost = toldCost(response);
    call.took = exchange.age();
    call.upstream = toldUpstreamTime(response);
    if (call.upstream > call.took) { // a kept answer tells of the call that made it
        call.upstream.reset();
    }
    call.code = errorCode(response);
    Q_EMIT called(call);
}

void GatewayServer::beginStream(Exchange *exchange, GatewayResponse head)
{
    if (exchange->isAnswered()) {
        return;
    }
    complete(head, *exchange);
    exchange->beginStream(head);
    tellCall(*exchange, head);
}

void GatewayServer::complete(GatewayResponse &response, const Exchange &exchange)
{
    m_rules.addTo(response, exchange.request());
    for (const HttpHeader &header : exchange.ownHeaders()) {
        response.setHeader(header.name, header.value);
    }
    if (exchange.isSharing()) {
        response.setHeader("X-Lightwell-Coalesced", "true");
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY"); // nothing here belongs into somebody's page, but for pictures
    const QString label = routeOf(exchange).label;
    m_metrics.countAnswer(label, exchange.client(), response.status);
    // Never the path itself: names of files are secrets. Never anything a client made up.
    qCInfo(gatewayLog).noquote() << QString(QString::fromLatin1(knownMethod(exchange.request().method)) + u' ' + label
                                            + u' ' + QString::number(response.status) + u' '
                                            + QString::number(response.body.size()) + u" B "_s + exchange.client());
}

} // namespace lightwell
