// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/routererrors.h"

#include "core/catalog/namereasons.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/gateway/dialects/openai/picturenames.h"
#include "core/gateway/dialects/openrouter/imagesanswer.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/gateway/dialects/openrouter/routemetadata.h"
#include "core/model/boundedjson.h"
#include "core/model/reasonsearch.h"
#include "core/routing/routereasons.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

constexpr int failedDependency = 424;
constexpr int gone = 410;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

/// OpenRouter's word for what went wrong.
QString typeOf(const Error &error, int status)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
    case ErrorKind::Unsupported:
        if (status != 400) {
            break;
        }
        return openai::pictureUseOf(error.param) ? u"invalid_image"_s : u"invalid_request"_s;
    case ErrorKind::ContentPolicy:
        return u"content_policy_violation"_s;
    case ErrorKind::Auth:
    case ErrorKind::Secrets:
        return u"authentication"_s;
    case ErrorKind::Timeout:
        return u"timeout"_s;
    default:
        break;
    }
    switch (status) {
    case 401:
        return u"authentication"_s;
    case 402:
        return u"payment_required"_s;
    case 404:
        return u"not_found"_s;
    case 409:
    case 410:
        return u"precondition_failed"_s;
    case 429:
        return u"rate_limit_exceeded"_s;
    case 499:
        return u"unmapped"_s;
    case 500:
        return u"server"_s;
    case 503:
        return u"provider_overloaded"_s;
    default:
        return u"provider_unavailable"_s;
    }
}

/// `usual` is what the other dialect says.
int statusOf(const Error &error, int usual)
{
    if (error.kind == ErrorKind::Cancelled || error.code == "ANSWER_NOT_KEPT"_L1) {
        return usual;
    }
    if (error.billing != Billing::NotBilled) {
        return failedDependency;
    }
    if (error.code == "CLIENT_STORAGE_FULL"_L1) { // a limit of the key's, which no repetition changes
        return 402;
    }
    if (error.code == "ROUTING_WISHES"_L1 || error.code == "ROUTING_RULES"_L1) {
        return 404;
    }
    switch (error.kind) {
    case ErrorKind::Auth: // the vendor refuses the key: so it would the next time
    case ErrorKind::Secrets:
        return usual == 401 ? usual : failedDependency;
    case ErrorKind::Overloaded:
        return 503;
    default:
        return usual;
    }
}

/// What the call may change to be served, in OpenRouter's names.
QStringList excludedBy(const Reason &why)
{
    static const std::array causes {std::pair {reasons::callIgnores.code, "provider.ignore"},
                                    std::pair {reasons::callAllowsOthersOnly.code, "provider.only"},
                                    std::pair {reasons::callAllowsNoFurther.code, "provider.allow_fallbacks"},
                                    std::pair {reasons::callWantsPrivacy.code, "provider.data_collection"},
                                    std::pair {reasons::callWantsParameters.code, "provider.require_parameters"},
                                    std::pair {reasons::callPriceUnknown.code, "provider.max_price"},
                                    std::pair {reasons::callTooDear.code, "provider.max_price"},
                                    std::pair {reasons::callTokensTooDear.code, "provider.max_price"}};
    QStringList names;
    for (const auto &[code, name] : causes) {
        if (holdsReason(why, code) && !names.contains(QLatin1StringView(name))) {
            names.append(QLatin1StringView(name));
        }
    }
    return names;
}

/// Of the models that the catalog names in the place of one it lacks.
QStringList modelsInstead(const Reason &why)
{
    QStringList models;
    (void)anyReason(why, [&models](const Reason &reason) {
        const bool isRetired = reason.code == QLatin1StringView(reasons::modelRetiredFor.code);
        const bool hasNear = reason.code == QLatin1StringView(reasons::modelNotFoundNear.code);
        if (isRetired && reason.values.size() > 2) {
            models.append(reason.values.at(2).value.toString());
        } else if (hasNear && reason.values.size() > 1) {
            const QJsonArray near = reason.values.at(1).value.toArray();
            for (const QJsonValue model : near) {
                models.append(model.toString());
            }
        }
        return false;
    });
    return models;
}

/// The object `availability`: why there is nobody who serves the call. Empty: that is not the matter.
QJsonObject availabilityOf(const Error &error, int status, const QString &message)
{
    const Reason why = error.why();
    QJsonObject object {{u"retryable"_s, false}};
    if (error.code == "ROUTING_WISHES"_L1) {
        const QStringList causes = excludedBy(why);
        object.insert(u"code"_s,
                      holdsReason(why, reasons::callWantsPrivacy.code) ? u"privacy_restricted"_s
                                                                       : u"constraint_filtered"_s);
        object.insert(u"excluded_by"_s, QJsonArray::fromStringList(causes));
        object.insert(u"constraint"_s, QJsonObject {{u"field"_s, causes.value(0)}, {u"detail"_s, message}});
    } else if (error.code == "ROUTING_RULES"_L1 || error.kind == ErrorKind::NoKey) {
        object.insert(u"code"_s, u"no_endpoints"_s);
    } else if (error.kind == ErrorKind::NotFound && error.code == "MODEL_NOT_FOUND"_L1) {
        const bool isRetired =
            holdsReason(why, reasons::modelRetired.code) || holdsReason(why, reasons::modelRetiredFor.code);
        object.insert(u"code"_s, isRetired ? u"model_deprecated"_s : u"model_not_found"_s);
        object.insert(u"fallback_models"_s, QJsonArray::fromStringList(modelsInstead(why)));
    } else if (status == 429 || status == 502 || status == 503) {
        object.insert(u"code"_s,
                      error.kind == ErrorKind::Overloaded ? u"capacity_exhausted"_s : u"temporarily_unavailable"_s);
        object.insert(u"retryable"_s, true);
        if (error.retryAfter) {
            object.insert(u"retry_after"_s, qint64((error.retryAfter->count() + 999) / 1000));
        }
    } else {
        return {};
    }
    return object;
}

/// What the other dialect says, with its headers, in this one's form.
GatewayResponse inForm(GatewayResponse response, int status, QJsonObject metadata, const QJsonObject &availability = {})
{
    const QJsonObject said = errorIn(response);
    if (const QString param = said.value("param"_L1).toString(); !param.isEmpty()) {
        metadata.insert(u"param"_s, param);
    }
    QJsonObject error {{u"code"_s, status}, {u"message"_s, said.value("message"_L1)}, {u"metadata"_s, metadata}};
    if (!availability.isEmpty()) {
        error.insert(u"availability"_s, availability);
    }
    response.status = status;
    response.body = QJsonDocument(QJsonObject {{u"error"_s, error}}).toJson(QJsonDocument::Compact);
    return response;
}

/// When the first of those who were asked, or rest, may do better; nothing: nobody says.
std::optional<std::chrono::milliseconds> shortestWait(const Generation &generation)
{
    std::optional<std::chrono::milliseconds> shortest;
    const auto take = [&shortest](std::chrono::milliseconds wait) {
        shortest = std::min(shortest.value_or(wait), wait);
    };
    for (const Attempt &attempt : generation.attempts) {
        if (attempt.error && attempt.error->retryAfter) {
            take(*attempt.error->retryAfter);
        }
    }
    for (const RoutePlace &place : generation.route) {
        for (const Reason &why : place.why) {
            if (why.code == QLatin1StringView(reasons::routeResting.code) && !why.values.isEmpty()) {
                take(std::chrono::seconds(why.values.first().value.toInteger()));
            }
        }
    }
    return shortest;
}

bool isForNow(const Error &error)
{
    return error.kind == ErrorKind::RateLimit || error.kind == ErrorKind::Overloaded;
}

QJsonArray askedProviders(const Generation &generation)
{
    QJsonArray titles;
    for (const Attempt &attempt : generation.attempts) {
        if (const QString title = providerTitle(attempt.provider); wasAsked(attempt) && !titles.contains(title)) {
            titles.append(title);
        }
    }
    return titles;
}

GatewayResponse answerFor(const Error &error, QJsonObject metadata, const QJsonObject &affected = {})
{
    GatewayResponse response = openai::errorAnswer(error);
    const int status = statusOf(error, response.status);
    const QString message = errorIn(response).value("message"_L1).toString();
    metadata.insert(u"error_type"_s, typeOf(error, status));
    if (!error.code.isEmpty()) {
        metadata.insert(u"provider_code"_s, error.code);
    }
    if ((status == failedDependency || status == gone) && error.billing != Billing::NotBilled) {
        metadata.insert(u"may_be_billed"_s, true);
    }
    QJsonObject availability = availabilityOf(error, status, message);
    for (auto field = affected.begin(); field != affected.end() && !availability.isEmpty(); ++field) {
        availability.insert(field.key(), field.value());
    }
    return inForm(std::move(response), status, metadata, availability);
}

QString typeOf(const Refusal &refusal)
{
    switch (refusal.status()) {
    case 401:
        return u"authentication"_s;
    case 403:
        return u"permission_denied"_s;
    case 404:
        return u"not_found"_s;
    case 413:
        return u"payload_too_large"_s;
    case 422:
        return u"unprocessable"_s;
    case 429:
        return u"rate_limit_exceeded"_s;
    case 503:
        return u"server"_s;
    default:
        return u"invalid_request"_s;
    }
}

} // namespace

QJsonObject errorIn(const GatewayResponse &response)
{
    const Result<QJsonObject> body = readJsonObject(response.body, jsonlimits::answer);
    return body ? body->value("error"_L1).toObject() : QJsonObject();
}

GatewayResponse errorAnswer(const Error &error)
{
    return answerFor(error, {});
}

GatewayResponse failureAnswer(const Generation &generation)
{
    Error error = generation.error.value_or(Error());
    QJsonObject metadata;
    // Whatever the reason says of itself: an attempt that may have been billed must not be repeated unasked.
    for (const Attempt &attempt : generation.attempts) {
        if (attempt.status == GenerationStatus::Unknown
            || (attempt.error && attempt.error->billing != Billing::NotBilled)) {
            error.billing = Billing::MayBeBilled;
        }
        metadata.insert(u"provider_name"_s, providerTitle(attempt.provider));
    }
    metadata.insert(u"previous_errors"_s, previousErrors(generation));
    if (isForNow(error)) {
        error.retryAfter = shortestWait(generation);
    }
    GatewayResponse response = answerFor(error, metadata,
                                         {{u"requested_models"_s, QJsonArray {generation.request.model}},
                                          {u"affected_providers"_s, askedProviders(generation)}});
    addHeaders(response, generation);
    return response;
}

GatewayResponse refusalAnswer(const Refusal &refusal)
{
    GatewayResponse response = openai::refusalAnswer(refusal);
    QJsonObject metadata {{u"error_type"_s, typeOf(refusal)}};
    QJsonObject availability;
    int status = refusal.status();
    if (!refusal.generation.isEmpty()) { // it is under way, and sending it again would buy another
        status = failedDependency;
        metadata.insert(u"may_be_billed"_s, true);
    }
    if (refusal.kind == Refusal::Kind::UnknownPath) {
        response = openai::errorBody(
            status, {},
            Text::tr("There is nothing at this address. Pictures are made at /api/v1/images and, through a chat, at "
                     "/api/v1/chat/completions; the models are listed at /api/v1/models."));
    }
    if (refusal.kind == Refusal::Kind::UnknownPath || refusal.kind == Refusal::Kind::NotServed) {
        availability = {{u"code"_s, u"wrong_endpoint"_s}, {u"retryable"_s, false}};
    }
    return inForm(std::move(response), status, metadata, availability);
}

} // namespace lightwell::openrouter
