// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/routemetadata.h"

#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openrouter/providernames.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

int statusOf(const Attempt &attempt)
{
    constexpr int good = 200;
    return attempt.status == GenerationStatus::Completed ? good : attempt.error ? attempt.error->httpStatus : 0;
}

} // namespace

QJsonObject routeMetadata(const Generation &generation)
{
    const QString taken = generation.plan ? generation.plan->offer.id() : QString();
    QJsonArray available;
    bool isFallback = false;
    for (const RoutePlace &place : generation.route) {
        if (!place.isLeftOut) {
            available.append(QJsonObject {{u"provider"_s, providerTitle(place.provider)},
                                          {u"model"_s, place.model},
                                          {u"selected"_s, place.offer == taken}});
            isFallback = isFallback || (place.fromFallback && place.offer == taken);
        }
    }
    QJsonArray attempts;
    for (const Attempt &attempt : generation.attempts) {
        attempts.append(QJsonObject {{u"provider"_s, providerTitle(attempt.provider)},
                                     {u"model"_s, attempt.providerModel},
                                     {u"status"_s, statusOf(attempt)}});
    }
    const QString provider = generation.plan ? providerTitle(generation.plan->offer.provider) : QString();
    return {{u"requested"_s, generation.request.model},
            {u"strategy"_s, isFallback ? u"fallback"_s : u"direct"_s},
            {u"region"_s, QJsonValue::Null},
            {u"summary"_s,
             u"available=%1, attempts=%2, selected=%3"_s.arg(available.size()).arg(attempts.size()).arg(provider)},
            {u"attempt"_s, attempts.size()},
            {u"is_byok"_s, false},
            {u"endpoints"_s, QJsonObject {{u"total"_s, generation.route.size()}, {u"available"_s, available}}},
            {u"attempts"_s, attempts}};
}

QJsonObject ownMetadata(const GenerationCall &call, const Generation &generation)
{
    QJsonObject metadata = openai::generationMetadata(generation);
    if (!call.ignored.isEmpty()) {
        metadata.insert(u"ignored"_s, QJsonArray::fromStringList(call.ignored));
    }
    const QJsonObject source = call.source.metadata();
    for (auto entry = source.begin(); entry != source.end(); ++entry) {
        metadata.insert(entry.key(), entry.value());
    }
    return metadata;
}

bool wasAsked(const Attempt &attempt)
{
    if (!attempt.error || attempt.error->httpStatus != 0 || attempt.error->billing != Billing::NotBilled) {
        return true;
    }
    switch (attempt.error->kind) {
    case ErrorKind::Budget:
    case ErrorKind::NoKey:
    case ErrorKind::Secrets:
    case ErrorKind::Storage:
        return false;
    default:
        return attempt.error->code != "CLIENT_REVOKED"_L1;
    }
}

QJsonArray previousErrors(const Generation &generation)
{
    QJsonArray errors;
    for (const Attempt &attempt : generation.attempts) {
        if (attempt.error && wasAsked(attempt)) {
            errors.append(QJsonObject {{u"provider"_s, providerTitle(attempt.provider)},
                                       {u"code"_s, errorKindName(attempt.error->kind)},
                                       {u"status"_s, statusOf(attempt)}});
        }
    }
    return errors;
}

} // namespace lightwell::openrouter
