// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/replicate/replicateadapter.h"

#include "providers/common/asking.h"
#include "providers/common/flatbody.h"
#include "providers/common/picturelink.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"
#include "providers/replicate/replicateerrors.h"
#include "providers/replicate/replicateprediction.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

HttpRequest authorized(HttpRequest request, const Credentials &credentials)
{
    authorize(request, KeyHeader {}, credentials.key);
    return request;
}

QUrl apiUrl(const Credentials &credentials, const QString &path)
{
    return endpoint(credentials.baseUrl, QUrl(u"https://api.replicate.com"_s), path);
}

/// Nothing where the state has no such address or the key must not go there.
std::optional<HttpRequest> keyedRequest(const AdapterState &state, QLatin1StringView name,
                                        const Credentials &credentials, const QByteArray &method = "GET"_ba)
{
    auto request = keptRequest(state, name, credentials, {u"api.replicate.com"_s});
    if (request) {
        request->method = method;
        authorize(*request, KeyHeader {}, credentials.key);
    }
    return request;
}

struct ModelId
{
    QString path; ///< "owner/name"
    QString version; ///< what to write as "version"; empty: an official model

    [[nodiscard]] static std::optional<ModelId> read(const QString &text)
    {
        static const QRegularExpression named(uR"(^([\w.-]+/[\w.-]+)(:[0-9a-f]{64})?$)"_s);
        static const QRegularExpression bare(u"^[0-9a-f]{64}$"_s);
        if (bare.match(text).hasMatch()) {
            return ModelId {{}, text};
        }
        const QRegularExpressionMatch match = named.match(text);
        if (!match.hasMatch() || text.contains(".."_L1)) {
            return std::nullopt;
        }
        return ModelId {match.captured(1), match.captured(2).isEmpty() ? QString() : text};
    }
};

Step submit(const Plan &plan, const PlannedCall &call, const ModelId &model, const Credentials &credentials)
{
    const Result<QJsonObject> input = flatBody(plan, call, PictureForm::DataUrl);
    if (!input) {
        return Failed {input.error()};
    }
    QJsonObject body {{u"input"_s, input.value()}};
    QString path = u"/v1/models/"_s + model.path + u"/predictions"_s;
    if (!model.version.isEmpty()) {
        body.insert("version"_L1, model.version);
        path = u"/v1/predictions"_s;
    }
    return Send {authorized(submission(apiUrl(credentials, path), body), credentials), {{u"phase"_s, u"submit"_s}}};
}

AdapterState jobState(const QJsonObject &prediction, const Credentials &credentials)
{
    const QString id = prediction.value("id"_L1).toString();
    const QJsonObject urls = prediction.value("urls"_L1).toObject();
    const auto address = [&](QLatin1StringView field, const QString &suffix) {
        const QString given = urls.value(field).toString();
        const QString path = u"/v1/predictions/"_s + pathSegment(id) + suffix;
        return given.isEmpty() ? apiUrl(credentials, path).toString(QUrl::FullyEncoded) : given;
    };
    return {{u"phase"_s, u"poll"_s},
            {u"id"_s, id},
            {u"poll"_s, address("get"_L1, QString())},
            {u"cancel"_s, address("cancel"_L1, u"/cancel"_s)}};
}

Step followPrediction(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                      const Credentials &credentials)
{
    const QJsonObject prediction = response.json();
    const QString status = prediction.value("status"_L1).toString();
    if (status != "starting"_L1 && status != "processing"_L1) {
        return readPrediction(plan, response);
    }
    const auto poll = keyedRequest(state, "poll"_L1, credentials);
    if (!poll) {
        return Failed {replicateForeignAddress(response)};
    }
    return waitOn(*poll, state, response);
}

} // namespace

ProviderInfo ReplicateAdapter::info() const
{
    ProviderInfo info;
    info.id = u"replicate"_s;
    info.name = u"Replicate"_s;
    info.defaultBaseUrl = QUrl(u"https://api.replicate.com"_s);
    info.keyPage = QUrl(u"https://replicate.com/account/api-tokens"_s);
    info.keyVariables = {u"REPLICATE_API_TOKEN"_s};
    info.note = QCoreApplication::translate("Provider", "Runs that are cancelled while they work are billed.");
    info.resultHosts = {u"replicate.delivery"_s, u"*.replicate.delivery"_s};
    return info;
}

Step ReplicateAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    const QString id = modelToCall(plan);
    const std::optional<ModelId> model = ModelId::read(id);
    if (!model || !apiUrl(credentials, u"/v1"_s).isValid()) {
        return Failed {replicateNoSuchModel(id)};
    }
    if (!model->version.isEmpty() || !plan.offer.wire.value("versioned"_L1).toBool()) {
        return submit(plan, call, *model, credentials);
    }
    AdapterState state {{u"phase"_s, u"version"_s}, {u"n"_s, call.n}};
    if (call.seed) {
        state.insert("seed"_L1, *call.seed);
    }
    return Send {authorized(getRequest(apiUrl(credentials, u"/v1/models/"_s + model->path)), credentials), state};
}

Step ReplicateAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const
{
    const QString phase = state.value("phase"_L1).toString();
    if (phase == "version"_L1) {
        return versionTold(plan, state, response, credentials);
    }
    return phase == "poll"_L1 ? polled(plan, state, response, credentials) : submitted(plan, response, credentials);
}

Step ReplicateAdapter::versionTold(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                   const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        return Failed {replicateError(response, plan.offer, ReplicateCall::Question)};
    }
    const QString version = response.json().value("latest_version"_L1)["id"_L1].toString();
    if (version.isEmpty()) {
        Error error = replicateUnreadable(response, u"latest_version"_s);
        error.billing = Billing::NotBilled;
        return Failed {error};
    }
    PlannedCall call;
    call.n = state.value("n"_L1).toInt(1);
    call.seed = wholeNumber(state.value("seed"_L1));
    return submit(plan, call, ModelId {{}, version}, credentials);
}

Step ReplicateAdapter::submitted(const Plan &plan, const HttpResponse &response, const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        return Failed {replicateError(response, plan.offer, ReplicateCall::Submission)};
    }
    const QJsonObject prediction = response.json();
    if (prediction.value("id"_L1).toString().isEmpty()) {
        return Failed {replicateUnreadable(response, u"id"_s)};
    }
    return followPrediction(plan, jobState(prediction, credentials), response, credentials);
}

Step ReplicateAdapter::polled(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                              const Credentials &credentials) const
{
    if (response.isSuccess()) {
        return followPrediction(plan, state, response, credentials);
    }
    const Error error = replicateError(response, plan.offer, ReplicateCall::Job);
    const auto poll = keyedRequest(state, "poll"_L1, credentials);
    return askAgainIfPassing(poll, state, response, error);
}

std::optional<HttpRequest> ReplicateAdapter::resume(const AdapterState &state, const Credentials &credentials) const
{
    return keyedRequest(state, "poll"_L1, credentials);
}

std::optional<HttpRequest> ReplicateAdapter::cancel(const AdapterState &state, const Credentials &credentials) const
{
    return keyedRequest(state, "cancel"_L1, credentials, "POST"_ba);
}

std::optional<HttpRequest> ReplicateAdapter::keyCheck(const Credentials &credentials) const
{
    return authorized(getRequest(apiUrl(credentials, u"/v1/account"_s)), credentials);
}

std::optional<Error> ReplicateAdapter::readKeyCheck(const HttpResponse &response) const
{
    return response.isSuccess() ? std::nullopt
                                : std::optional<Error>(replicateError(response, Offer(), ReplicateCall::Question));
}

} // namespace lightwell
