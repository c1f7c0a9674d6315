// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/adapter/adapter.h"

#include "core/model/sizerule.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::Sketchbook)
};

QUrl address(const Credentials &credentials, const QString &path)
{
    QUrl url = credentials.baseUrl.isEmpty() ? QUrl(u"sketchbook://studio"_s) : credentials.baseUrl;
    QString base = url.path();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    url.setPath(QString(base + path));
    return url;
}

QJsonObject body(const Plan &plan, const PlannedCall &call)
{
    const Offer &offer = plan.offer;
    const auto field = [&offer](const QString &name) { return offer.fields.value(name, name); };
    QJsonObject result = plan.request.extra;
    result.insert(u"model"_s, offer.providerModel);
    result.insert(field(u"prompt"_s), plan.request.prompt);
    if (!plan.negativePrompt.isEmpty()) {
        result.insert(field(u"negative_prompt"_s), plan.negativePrompt);
    }
    if (plan.size.pixels) {
        result.insert(field(u"size"_s), sizeToString(*plan.size.pixels));
    } else if (plan.size.ratio) {
        result.insert(field(u"aspect_ratio"_s), plan.size.ratio->toString());
    }
    if (offer.supports(u"output_format"_s)) {
        result.insert(field(u"output_format"_s), formatName(plan.output.upstreamFormat));
    }
    if (plan.output.upstreamCompression && offer.supports(u"output_compression"_s)) {
        result.insert(field(u"output_compression"_s), *plan.output.upstreamCompression);
    }
    if (offer.supports(u"n"_s)) {
        result.insert(field(u"n"_s), call.n);
    }
    if (call.seed) {
        result.insert(field(u"seed"_s), *call.seed);
    }
    return result;
}

Failed failed(ErrorKind kind, const QString &message, const HttpResponse &response)
{
    const QJsonObject details = response.json().value(u"error"_s).toObject();
    Error error = notSent(kind, message, details.value(u"param"_s).toString());
    error.detail = details.value(u"message"_s).toString();
    error.code = details.value(u"code"_s).toString();
    error.httpStatus = response.status;
    error.retryAfter = response.retryAfter();
    return Failed {error};
}

Failed refusal(const HttpResponse &response)
{
    switch (response.status) {
    case 400:
    case 413:
    case 415:
    case 422:
        return failed(ErrorKind::Invalid,
                      Text::tr("The built-in painter cannot paint this request. Change the named field and try again."),
                      response);
    case 404:
        return failed(ErrorKind::NotFound,
                      Text::tr("The built-in painter no longer has this painting. Start it again; it costs nothing."),
                      response);
    case 429:
        return failed(ErrorKind::Overloaded,
                      Text::tr("The built-in painter has too many paintings waiting. Try again in a moment."),
                      response);
    default:
        return failed(ErrorKind::Upstream, Text::tr("The built-in painter gave an unexpected answer. Try again."),
                      response);
    }
}

QStringList wordsOf(const QJsonValue &list)
{
    QStringList words;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &entry : entries) {
        words.append(entry.toString());
    }
    return words;
}

/// A word as it can stand in a line of text: nothing that steers the text around it, and not without end.
QString printable(const QString &word)
{
    constexpr qsizetype longest = 24;
    QString result;
    qsizetype length = 0;
    const QList<uint> signs = word.left(20 * longest).toUcs4();
    for (const uint sign : signs) {
        if (!QChar::isPrint(sign)) {
            continue;
        }
        if (++length > longest) {
            return QString(result + u'\u2026');
        }
        result += QString::fromUcs4(reinterpret_cast<const char32_t *>(&sign), 1);
    }
    return result.trimmed();
}

/// "ramen, noodles, broth, chopsticks, steam and 4 more"; empty for none.
QString firstFew(const QStringList &words)
{
    constexpr qsizetype most = 5;
    QStringList told;
    for (const QString &word : words.mid(0, most)) {
        if (const QString text = printable(word); !text.isEmpty()) {
            told.append(text);
        }
    }
    const QString list = told.join(u", "_s);
    return words.size() <= most || told.isEmpty()
        ? list
        : Text::tr("%1 and %2 more").arg(list, QString::number(words.size() - most));
}

/// The prompt with what of it is not in the picture: words a poster's type has no letters for, and words the painter
/// does not understand. Empty: everything is there.
QString promptUsed(const Plan &plan, const HttpResponse &response)
{
    const QJsonObject answer = response.json();
    const QStringList leftOut = wordsOf(answer.value(u"words_left_out"_s));
    const QString notDrawn = firstFew(wordsOf(answer.value(u"words_not_drawn"_s)));
    if (leftOut.isEmpty() && notDrawn.isEmpty()) {
        return {};
    }
    QString text = plan.request.prompt;
    if (!leftOut.isEmpty()) {
        text = Text::tr("%1 (not set on the poster: %2. The built-in type has Latin, Greek and Cyrillic letters only.)")
                   .arg(text, leftOut.join(u' '));
    }
    return notDrawn.isEmpty() ? text : Text::tr("%1 (not drawn: %2)").arg(text, notDrawn);
}

Step finished(const Plan &plan, const HttpResponse &response)
{
    Done done;
    const QString revised = promptUsed(plan, response);
    done.cost = Money::zero();
    const QJsonArray pictures = response.json().value(u"pictures"_s).toArray();
    for (const QJsonValue &entry : pictures) {
        ProducedMedia image;
        image.revisedPrompt = revised;
        image.url = QUrl(entry[u"url"_s].toString());
        image.bytes = QByteArray::fromBase64(entry[u"b64"_s].toString().toLatin1());
        if (entry[u"seed"_s].isDouble()) {
            image.seed = entry[u"seed"_s].toInteger();
        }
        if (!image.bytes.isEmpty() || image.url.isValid()) {
            done.media.append(image);
        }
    }
    if (done.media.isEmpty()) {
        return failed(ErrorKind::Upstream, Text::tr("The built-in painter sent no picture. Try again."), response);
    }
    return done;
}

HttpRequest pollFor(const AdapterState &state)
{
    HttpRequest request;
    request.url = QUrl(state.value(u"status_url"_s).toString());
    return request;
}

Step waiting(AdapterState state, const HttpResponse &response)
{
    const QJsonObject answer = response.json();
    if (answer.contains(u"status_url"_s)) {
        state.insert(u"status_url"_s, answer.value(u"status_url"_s));
        state.insert(u"job"_s, answer.value(u"id"_s));
    }
    if (state.value(u"status_url"_s).toString().isEmpty()) {
        return failed(ErrorKind::Upstream, Text::tr("The built-in painter gave an unexpected answer. Try again."),
                      response);
    }
    Wait wait;
    wait.request = pollFor(state);
    wait.state = state;
    if (const double pause = answer.value(u"retry_after_ms"_s).toDouble(-1); pause >= 0) {
        wait.after = std::chrono::milliseconds(static_cast<qint64>(std::min(pause, 60'000.0)));
    }
    if (const QJsonValue progress = answer.value(u"progress"_s); progress.isDouble()) {
        wait.fraction = std::clamp(progress.toDouble(), 0.0, 1.0);
    }
    if (const QJsonValue position = answer.value(u"queue_position"_s); position.isDouble()) {
        wait.queuePosition = position.toInt();
    }
    return wait;
}

} // namespace

ProviderInfo SketchbookAdapter::info() const
{
    ProviderInfo info;
    info.id = u"sketchbook"_s;
    info.name = u"Sketchbook"_s;
    info.defaultBaseUrl = QUrl(u"sketchbook://studio"_s);
    info.needsKey = false;
    info.bills = false;
    info.billsOnDisconnect = false;
    info.note = Text::tr("Built in, drawn by rules, not by AI.");
    return info;
}

Step SketchbookAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    Send send;
    send.request.method = "POST";
    send.request.url = address(credentials, u"/v1/paintings"_s);
    send.request.setHeader("Content-Type", "application/json");
    send.request.body = QJsonDocument(body(plan, call)).toJson(QJsonDocument::Compact);
    // Free of charge, yet marked like every vendor's: the built-in models are there to show the whole way.
    send.request.startsPaidWork = true;
    send.state = {{u"stage"_s, u"submitted"_s}};
    return send;
}

Step SketchbookAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                const Credentials &) const
{
    if (!response.isSuccess()) {
        return refusal(response);
    }
    const QString status = response.json().value(u"status"_s).toString();
    if (status == u"ready"_s) {
        return finished(plan, response);
    }
    if (status == u"queued"_s || status == u"painting"_s) {
        AdapterState next = state;
        next.insert(u"stage"_s, u"polling"_s);
        return waiting(next, response);
    }
    if (status == u"cancelled"_s) {
        return failed(ErrorKind::Cancelled, Text::tr("The painting was stopped."), response);
    }
    return failed(ErrorKind::Upstream, Text::tr("The built-in painter could not finish this painting. Try again."),
                  response);
}

std::optional<HttpRequest> SketchbookAdapter::resume(const AdapterState &state, const Credentials &) const
{
    if (state.value(u"status_url"_s).toString().isEmpty()) {
        return std::nullopt;
    }
    return pollFor(state);
}

std::optional<HttpRequest> SketchbookAdapter::cancel(const AdapterState &state, const Credentials &) const
{
    if (state.value(u"status_url"_s).toString().isEmpty()) {
        return std::nullopt;
    }
    HttpRequest request = pollFor(state);
    request.method = "DELETE";
    return request;
}

std::optional<HttpRequest> SketchbookAdapter::keyCheck(const Credentials &credentials) const
{
    HttpRequest request;
    request.url = address(credentials, u"/v1/models"_s);
    return request;
}

std::optional<Error> SketchbookAdapter::readKeyCheck(const HttpResponse &response) const
{
    if (response.isSuccess()) {
        return std::nullopt;
    }
    return refusal(response).error;
}

} // namespace lightwell
