// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/openrouter/openrouteradapter.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/urls.h"
#include "providers/openrouter/openrouterchat.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView regionRestricted = "region_restricted"_L1;

/// metadata.error_type, and what stands there or in availability.code for availability.
constexpr ErrorCode types[] = {
    {"authentication"_L1, ErrorKind::Auth},
    {"permission_denied"_L1, ErrorKind::Auth},
    {"payment_required"_L1, ErrorKind::Funds},
    {"content_policy_violation"_L1, ErrorKind::ContentPolicy},
    {"refusal"_L1, ErrorKind::ContentPolicy},
    {"model_not_found"_L1, ErrorKind::NotFound},
    {"no_endpoints"_L1, ErrorKind::NotFound},
    {"model_deprecated"_L1, ErrorKind::NotFound},
    {"model_unavailable_upstream"_L1, ErrorKind::NotFound},
    {"free_variant_ended"_L1, ErrorKind::NotFound},
    {"wrong_endpoint"_L1, ErrorKind::Unsupported},
    {"privacy_restricted"_L1, ErrorKind::Unsupported},
    {"constraint_filtered"_L1, ErrorKind::Unsupported},
    {regionRestricted, ErrorKind::Unsupported},
    {"rate_limit_exceeded"_L1, ErrorKind::RateLimit},
    {"capacity_exhausted"_L1, ErrorKind::Overloaded},
    {"temporarily_unavailable"_L1, ErrorKind::Overloaded},
    {"provider_overloaded"_L1, ErrorKind::Overloaded},
};

constexpr ErrorPhrase refusals[] = {
    {"guardrail"_L1, ErrorKind::Unsupported},
};

void embed(QJsonObject &body, const QStringList &pictures)
{
    QJsonArray list;
    for (const QString &picture : pictures) {
        list.append(openRouterPicture(picture));
    }
    body.insert("input_references"_L1, list);
}

void readCost(Done &done, const Plan &, const QJsonObject &answer)
{
    takeOpenRouterCost(done, answer.value("usage"_L1).toObject());
}

void refine(Error &error, const HttpResponse &response, const VendorMessage &)
{
    const QJsonValue told = response.json().value("error"_L1);
    const QJsonValue more = told["metadata"_L1];
    const bool isOwn502 = response.status == 502 && told["code"_L1].toInt() == 502;
    if (isOwn502 && response.url.path().endsWith("/images"_L1)) {
        error.billing = Billing::NotBilled;
    }
    if (error.billing != Billing::NotBilled) {
        return;
    }
    const QString availability = told["availability"_L1]["code"_L1].toString(); // the closer word, where both are there
    const QString type = availability.isEmpty() ? more["error_type"_L1].toString() : availability;
    const QStringList reasons = more["reasons"_L1].toVariant().toStringList();
    if (!reasons.isEmpty()) { // of the moderation, before any work
        error.kind = ErrorKind::ContentPolicy;
        error.detail = redactedDetail(error.detail + " ("_L1 + reasons.join(", "_L1) + u')');
    }
    error.kind = kindOfCode(types, type).value_or(error.kind);
    error.code = type.isEmpty() ? error.code : type;
    explain(error, u"OpenRouter"_s);
    if (type == regionRestricted) {
        error.setReason(reasons::regionNotServed(u"OpenRouter"_s));
    }
}

OpenAiLikeProfile openRouterProfile()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"openrouter"_s;
    profile.info.name = u"OpenRouter"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://openrouter.ai"_s);
    profile.info.keyPage = QUrl(u"https://openrouter.ai/settings/keys"_s);
    profile.info.keyVariables = {u"OPENROUTER_API_KEY"_s};
    profile.version = u"/api/v1"_s;
    profile.generations = u"/images"_s;
    profile.models = u"/key"_s;
    profile.embed = embed;
    profile.complete = readCost;
    profile.refusals = refusals;
    profile.refine = refine;
    return profile;
}

} // namespace

OpenRouterAdapter::OpenRouterAdapter()
    : OpenAiLikeAdapter(openRouterProfile())
{
}

Result<HttpRequest> OpenRouterAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    if (plan.offer.fields.value(u"prompt"_s) != "messages"_L1) {
        return OpenAiLikeAdapter::write(plan, call, baseUrl);
    }
    const QUrl url = versionedEndpoint(baseUrl, defaultBaseUrl(), u"/api/v1"_s, u"/chat/completions"_s);
    return submission(url, openRouterChatBody(plan, call));
}

Step OpenRouterAdapter::readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                   const QByteArray &key) const
{
    return plan.offer.fields.value(u"prompt"_s) == "messages"_L1
        ? openRouterChatAnswer(response, name(), key)
        : OpenAiLikeAdapter::readAnswer(plan, state, response, key);
}

std::unique_ptr<Adapter> openRouterAdapter()
{
    return std::make_unique<OpenRouterAdapter>();
}

} // namespace lightwell
