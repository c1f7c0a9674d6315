// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/toyvendor.h"

#include "core/adapter/unreadablecost.h"
#include "core/adapter/vendorreasons.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

template<typename Queue>
std::optional<Reply> takeFrom(Queue &script)
{
    if (script.empty()) {
        return std::nullopt;
    }
    Reply reply = script.front();
    script.pop_front();
    return reply;
}

Error errorFor(const HttpResponse &response)
{
    Error error;
    error.httpStatus = response.status;
    error.retryAfter = response.retryAfter();
    error.message = u"The toy vendor answered %1."_s.arg(response.status);
    error.billing = Billing::NotBilled;
    switch (response.status) {
    case 400:
        error.kind = ErrorKind::ContentPolicy;
        break;
    case 401:
    case 403:
        error.kind = ErrorKind::Auth;
        break;
    case 402:
        error.kind = ErrorKind::Funds;
        break;
    case 429:
        error.kind = ErrorKind::RateLimit;
        break;
    case 503:
        error.kind = ErrorKind::Overloaded;
        break;
    default:
        error.kind = ErrorKind::Upstream;
        error.billing = Billing::MayBeBilled;
    }
    return error;
}

HttpRequest poll(const Credentials &credentials)
{
    HttpRequest request;
    request.url = QUrl(credentials.baseUrl.toString() + u"/jobs/1"_s);
    request.setHeader("Authorization", "Bearer " + credentials.key);
    return request;
}

} // namespace

ToyVendor::ToyVendor(const TestServer::Options &options)
    : StandIn(options)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer buffer(&picture);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
}

Reply ToyVendor::handle(const Received &request)
{
    if (lost.contains(request.path)) {
        return Reply::json({}, 404);
    }
    if (request.path.startsWith("/pictures/"_L1)) {
        if (request.hasHeader("Authorization")) {
            return Reply::json({{"error"_L1, u"a result link was fetched with the key"_s}}, 500);
        }
        return takeFrom(pictureScript).value_or(Reply::bytes(picture, "image/png"));
    }
    const QByteArray key = request.header("Authorization").mid(7);
    const int refusal = keys.value(key, key == "toy-key" ? 0 : 401);
    if (refusal != 0) {
        return Reply::json({}, refusal);
    }
    if (request.method == "POST") {
        if (const std::optional<Reply> scripted = takeFrom(submitScript)) {
            return *scripted;
        }
        ++billed;
        if (afterAccepting) {
            return afterAccepting();
        }
        return atOnce ? Reply::json({{"picture"_L1, server().url(u"/pictures/1"_s).toString()}})
                      : Reply::json({{"job"_L1, u"1"_s}}, 202);
    }
    if (request.method == "DELETE") {
        cancelled = true;
        return takeFrom(cancelScript).value_or(Reply::json({}));
    }
    if (const std::optional<Reply> scripted = takeFrom(pollScript)) {
        return *scripted;
    }
    if (cancelled) {
        return Reply::json({{"state"_L1, u"cancelled"_s}});
    }
    if (stopAfter == 0) {
        return Reply::json({{"state"_L1, u"running"_s}});
    }
    if (++m_asked <= polls) {
        return Reply::json({{"state"_L1, u"running"_s}, {"fraction"_L1, double(m_asked) / (polls + 1)}});
    }
    if (stopAfter > 0) {
        --stopAfter;
    }
    return Reply::json({{"picture"_L1, server().url(u"/pictures/1"_s).toString()}});
}

ToyAdapter::ToyAdapter(const QString &id, bool canCancel, bool billsOnDisconnect)
    : m_id(id)
    , m_canCancel(canCancel)
    , m_billsOnDisconnect(billsOnDisconnect)
{
}

ProviderInfo ToyAdapter::info() const
{
    ProviderInfo info;
    info.id = m_id;
    info.name = u"Toy "_s + m_id;
    info.keyVariables = {u"LIGHTWELL_TEST_"_s + m_id.toUpper() + u"_KEY"_s};
    info.billsOnDisconnect = m_billsOnDisconnect;
    return info;
}

Step ToyAdapter::begin(const Plan &plan, const PlannedCall &, const Credentials &credentials) const
{
    HttpRequest request = poll(credentials);
    request.method = "POST";
    request.url = QUrl(credentials.baseUrl.toString() + u"/jobs"_s);
    request.setHeader("Content-Type", "application/json");
    QJsonObject body {{"prompt"_L1, plan.request.prompt}};
    if (plan.request.hasLinks()) {
        QJsonArray links;
        for (const InputImage &image : plan.request.images) {
            links.append(image.link);
        }
        body.insert("links"_L1, links);
    }
    request.body = QJsonDocument(body).toJson();
    request.startsPaidWork = true;
    return Send {request, {}, plan.previews > 0};
}

QList<Interim> ToyAdapter::streamed(const Plan &, const AdapterState &, const StreamEvent &event) const
{
    if (event.name == "sketch") {
        return {Preview {QByteArray::fromBase64(event.data), 0.5}};
    }
    return event.name == "words" ? QList<Interim> {TextPiece {QString::fromUtf8(event.data)}} : QList<Interim>();
}

Step ToyAdapter::advance(const Plan &, const AdapterState &state, const HttpResponse &response,
                         const Credentials &credentials) const
{
    const bool isAboutJob = state.contains("job"_L1);
    if (!response.isSuccess()) {
        return isAboutJob ? Step(Odd {errorFor(response), response.retryAfter()}) : Step(Failed {errorFor(response)});
    }
    if (isEventStream(response.header("Content-Type"))) {
        const QList<StreamEvent> events = eventsOf(response.body);
        if (events.isEmpty() || events.last().name != "done") {
            return Failed {errorFor(HttpResponse {500, {}, {}, {}})};
        }
        ProducedMedia image;
        image.url = QUrl(credentials.baseUrl.toString() + QString::fromUtf8(events.last().data));
        return Done {{image}, Money(), {}};
    }
    const QJsonObject answer = response.json();
    if (answer.contains("picture"_L1)) {
        const QJsonValue told = answer.value("picture"_L1);
        const QJsonArray links = told.isArray() ? told.toArray() : QJsonArray {told};
        QList<ProducedMedia> images;
        for (const QJsonValue &link : links) {
            ProducedMedia image;
            image.url = QUrl(link.toString());
            images.append(image);
        }
        const QJsonValue cost = answer.value("cost"_L1);
        Done done {images, cost.isDouble() ? Money::fromDollars(cost.toDouble()) : Money(), {}};
        if (cost.isString()) {
            done.usage.insert(QLatin1StringView(unreadableCost), cost);
        }
        return done;
    }
    if (answer.value("state"_L1) == u"cancelled"_s) {
        return Failed {notSent(ErrorKind::Cancelled, u"The job was cancelled before it cost anything."_s)};
    }
    if (answer.contains("riddle"_L1)) {
        Error error;
        error.kind = ErrorKind::Upstream;
        error.setReason(Reason::both(reasons::noUsablePicture(m_id), reasons::answerHasNoPictures()));
        return Failed {error};
    }
    if (!answer.contains("job"_L1) && !answer.contains("state"_L1)) {
        const Error error = errorFor(HttpResponse {500, {}, {}, {}});
        return isAboutJob ? Step(Odd {error, {}}) : Step(Failed {error});
    }
    Wait wait {poll(credentials), {{"job"_L1, u"1"_s}}, std::chrono::milliseconds(1), {}, {}};
    if (const QJsonValue price = answer.value("cost"_L1); price.isDouble()) {
        wait.price = Money::fromDollars(price.toDouble());
    }
    if (answer.contains("fraction"_L1)) {
        wait.fraction = answer.value("fraction"_L1).toDouble();
    }
    return wait;
}

std::optional<HttpRequest> ToyAdapter::resume(const AdapterState &state, const Credentials &credentials) const
{
    return state.contains("job"_L1) ? std::optional<HttpRequest>(poll(credentials)) : std::nullopt;
}

std::optional<HttpRequest> ToyAdapter::cancel(const AdapterState &state, const Credentials &credentials) const
{
    if (!m_canCancel || !state.contains("job"_L1)) {
        return std::nullopt;
    }
    HttpRequest request = poll(credentials);
    request.method = "DELETE";
    return request;
}

std::optional<HttpRequest> ToyAdapter::keyCheck(const Credentials &credentials) const
{
    return poll(credentials);
}

std::optional<Error> ToyAdapter::readKeyCheck(const HttpResponse &response) const
{
    return response.isSuccess() ? std::nullopt : std::optional<Error>(errorFor(response));
}

Reply toyStream(const QList<QByteArray> &sketches)
{
    QByteArray body;
    for (const QByteArray &sketch : sketches) {
        body += "event: sketch\ndata: " + sketch.toBase64() + "\n\n";
    }
    return Reply::bytes(body + "event: words\ndata: a boat\n\nevent: done\ndata: /pictures/1\n\n", "text/event-stream");
}

Offer toyOffer(const QString &model, const QString &provider, qint64 micros, int maxPerCall)
{
    Offer offer;
    offer.model = model;
    offer.provider = provider;
    offer.providerModel = u"toy-"_s + model;
    offer.modes = {u"text-to-image"_s};
    offer.sizes = SizeList {{QSize(64, 48)}};
    offer.formats = {ImageFormat::Png};
    offer.maxPerCall = maxPerCall;
    offer.fields = {{u"prompt"_s, u"prompt"_s}, {u"size"_s, u"size"_s}};
    if (micros >= 0) {
        PriceLine line;
        line.usd = static_cast<double>(micros) / 1e6;
        offer.prices = {line};
    }
    return offer;
}

} // namespace lightwell::test
