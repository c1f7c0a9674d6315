// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textvendor.h"
#include "core/chat/writtenobject.h"
#include "core/gateway/dialects/openrouter/chatwords.h"
#include "core/gateway/dialects/openrouter/imagesrequest.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/gateway/dialects/openrouter/providerwishes.h"
#include "core/gateway/http/preferences.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

/// The members that say something of the route, as a body of their own.
QByteArray routePart(const WrittenObject &body)
{
    WrittenObject part("{}");
    for (const QByteArray &name : {"model"_ba, "models"_ba, "provider"_ba}) {
        if (body.contains(name)) {
            part.set(name, body.value(name));
        }
    }
    return part.text();
}

/// For OpenRouter as one of the providers: which of its own it may ask. That it is to be asked itself is no wish of it.
QByteArray wishesForRouter(const QByteArray &written)
{
    QJsonObject provider = writtenValue(written).toObject();
    for (const QLatin1StringView field : {"order"_L1, "only"_L1, "ignore"_L1}) {
        const QJsonArray all = provider.value(field).toArray();
        QJsonArray others;
        std::copy_if(all.begin(), all.end(), std::back_inserter(others),
                     [](const QJsonValue &name) { return providerName(name.toString()).id != "openrouter"_L1; });
        if (others.isEmpty()) {
            provider.remove(field);
        } else {
            provider.insert(field, others);
        }
    }
    return provider.isEmpty() ? QByteArray() : compact(provider);
}

/// What has been read, and what only OpenRouter has for its own records: a vendor would refuse it.
void leaveOut(WrittenObject &body, Telling &telling)
{
    if (!writtenValue(body.value("transforms")).toArray().isEmpty()) {
        telling.ignored.append(u"transforms"_s);
    }
    telling.echoes = writtenValue(body.value("debug"))["echo_upstream_body"_L1].toBool();
    for (const QByteArray &name : {"models"_ba, "provider"_ba, "route"_ba, "transforms"_ba, "usage"_ba, "session_id"_ba,
                                   "trace"_ba, "debug"_ba}) {
        body.remove(name);
    }
}

} // namespace

Result<ConversationCall> readConversation(const GatewayRequest &request, TextKind kind)
{
    if (!isTextBody(request.body)) {
        return readTextCall(request.body, kind).error();
    }
    WrittenObject body(request.body);
    BodyFields fields(LiftedJson(routePart(body), jsonlimits::clientBody));
    ConversationCall asked;
    takeRouteWishes(fields, asked);
    if (fields.error()) {
        return *fields.error();
    }
    const QByteArray provider = body.value("provider");
    asked.session = notedWord(writtenValue(body.value("session_id")).toString());
    leaveOut(body, asked.telling);
    if (prefersAsync(request)) { // words are kept nowhere, so nobody could fetch them later
        asked.telling.ignored.append(u"Prefer: respond-async"_s);
    }
    body.set("model", compact(asked.call.model));
    Result<TextCall> call = readTextCall(body.text(), kind);
    if (!call) {
        return call.error();
    }
    asked.call = std::move(call).value();
    asked.call.routeWishes = wishesForRouter(provider);
    asked.telling.route = wantsRouteTold(request);
    return asked;
}

QString textName(const TextModels &texts, const QString &written)
{
    const QStringList providers = texts.providers();
    const QString slug = written.section(u'/', 1);
    const bool isSlugMeant = !slug.isEmpty() && texts.catalog.find(written, providers).offers.isEmpty()
        && !texts.catalog.find(slug, providers).offers.isEmpty();
    return isSlugMeant ? slug : written;
}

} // namespace lightwell::openrouter
