// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/replicate/replicateadapter.h"

#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/polling.h"
#include "providers/common/urls.h"
#include "providers/replicate/replicateanswers.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"starting"_L1, JobStage::Running}, {"processing"_L1, JobStage::Running}, {"succeeded"_L1, JobStage::Ended},
    {"failed"_L1, JobStage::Ended},     {"canceled"_L1, JobStage::Ended},     {"aborted"_L1, JobStage::Ended},
};

JobProfile replicateProfile()
{
    JobProfile profile;
    profile.info.id = u"replicate"_s;
    profile.info.name = u"Replicate"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.replicate.com"_s);
    profile.info.keyPage = QUrl(u"https://replicate.com/account/api-tokens"_s);
    profile.info.keyVariables = {u"REPLICATE_API_TOKEN"_s};
    profile.info.note = QCoreApplication::translate("Provider", "Runs that are cancelled while they work are billed.");
    profile.keyHosts = {u"api.replicate.com"_s};
    profile.keyCheck = u"/v1/account"_s;
    profile.words = words;
    profile.noSuchJob = {404}; // replicate.com/docs/reference/http: no such prediction
    profile.cancelMethod = "POST"_ba;
    return profile;
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

/// `version`: where it had to be asked for; empty: as the model's own id says.
Result<HttpRequest> written(const Plan &plan, const PlannedCall &call, const ModelId &model, const QUrl &root)
{
    const Result<QJsonObject> input = flatBody(plan, call, ImageForm::DataUrl);
    if (!input) {
        return input.error();
    }
    QJsonObject body {{u"input"_s, input.value()}};
    QString path = u"/v1/models/"_s + model.path + u"/predictions"_s;
    if (!model.version.isEmpty()) {
        body.insert("version"_L1, model.version);
        path = u"/v1/predictions"_s;
    }
    return submission(endpoint(root, {}, path), body);
}

bool mustAskForVersion(const Plan &plan, const ModelId &model)
{
    return model.version.isEmpty() && plan.offer.wire.versioned;
}

} // namespace

ReplicateAdapter::ReplicateAdapter()
    : JobAdapter(replicateProfile())
{
}

Step ReplicateAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    const std::optional<ModelId> model = ModelId::read(modelToCall(plan));
    if (!model || !mustAskForVersion(plan, *model)) {
        return JobAdapter::begin(plan, call, credentials);
    }
    const QUrl url = address(credentials, u"/v1/models/"_s + model->path);
    if (!url.isValid()) {
        return Failed {noAddress(name())};
    }
    AdapterState state {{u"phase"_s, u"version"_s}, {u"n"_s, call.n}};
    if (call.seed) {
        state.insert("seed"_L1, *call.seed);
    }
    return Send {authorized(getRequest(url), credentials), state};
}

Step ReplicateAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const
{
    return state.value("phase"_L1).toString() == "version"_L1 ? versionTold(plan, state, response, credentials)
                                                              : JobAdapter::advance(plan, state, response, credentials);
}

Step ReplicateAdapter::versionTold(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                   const Credentials &credentials) const
{
    if (!response.isSuccess()) {
        const Error error = readError(response, plan.offer, JobCall::Question, credentials.key);
        return isPassing(response.status) ? Step(oddAnswer(response, error)) : Step(Failed {error});
    }
    const QString version = response.json().value("latest_version"_L1)["id"_L1].toString();
    if (version.isEmpty()) {
        Error error = missingInAnswer(response, name(), u"latest_version"_s);
        error.billing = Billing::NotBilled;
        return response.json().isEmpty() ? Step(oddAnswer(response, error)) : Step(Failed {error});
    }
    PlannedCall call;
    call.n = state.value("n"_L1).toInt(1);
    call.seed = wholeNumber(state.value("seed"_L1));
    return submit(written(plan, call, {{}, version}, address(credentials, {})), credentials);
}

Result<HttpRequest> ReplicateAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const
{
    const QString id = modelToCall(plan);
    const std::optional<ModelId> model = ModelId::read(id);
    return model ? written(plan, call, *model, address(credentials, {})) : noSuchModel(id, name(), true);
}

AdapterState ReplicateAdapter::jobOf(const Plan &, const QJsonObject &answer, const QString &id,
                                     const Credentials &credentials) const
{
    const QJsonObject urls = answer.value("urls"_L1).toObject();
    const QString path = u"/v1/predictions/"_s + pathSegment(id);
    return {{u"poll"_s, addressIn(urls.value("get"_L1), credentials, path)},
            {u"cancel"_s, addressIn(urls.value("cancel"_L1), credentials, QString(path + "/cancel"_L1))}};
}

Step ReplicateAdapter::readEnd(const Plan &plan, const AdapterState &, const HttpResponse &response) const
{
    return readPrediction(plan, response);
}

void ReplicateAdapter::refine(Error &error, const HttpResponse &, const Offer &offer) const
{
    refineReplicateError(error, offer);
}

} // namespace lightwell
