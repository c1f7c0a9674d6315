// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bfl/bfladapter.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/toldcost.h"
#include "providers/common/urls.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrlQuery>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"Pending"_L1, JobStage::Running},         {"Ready"_L1, JobStage::Ended}, {"Request Moderated"_L1, JobStage::Ended},
    {"Content Moderated"_L1, JobStage::Ended}, {"Error"_L1, JobStage::Ended}, {"Failed"_L1, JobStage::Ended},
    {"Task not found"_L1, JobStage::Gone},
};

JobProfile bflProfile()
{
    JobProfile profile;
    profile.info.id = u"black-forest-labs"_s;
    profile.info.name = u"Black Forest Labs"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.bfl.ai"_s);
    profile.info.keyPage = QUrl(u"https://dashboard.bfl.ai"_s);
    profile.info.keyVariables = {u"BFL_API_KEY"_s};
    profile.info.note = QCoreApplication::translate("Provider", "A picture that was ordered here cannot be cancelled.");
    profile.key = {"x-key"_ba, {}};
    profile.keyHosts = {u"api.bfl.ai"_s, u"*.bfl.ai"_s};
    profile.keyCheck = u"/v1/credits"_s;
    profile.credits = "credits"_L1;
    profile.status = {"status"_L1, "state"_L1};
    profile.words = words;
    profile.webhooks = {u"webhook_url"_s};
    return profile;
}

/// {"Moderation Reasons": ["Content", …]}: every text in it.
QString wordsOf(const QJsonValue &details)
{
    QStringList texts;
    const QJsonObject object = details.toObject();
    for (const QJsonValue &value : object) {
        const QJsonArray entries = value.isArray() ? value.toArray() : QJsonArray {value};
        for (const QJsonValue &entry : entries) {
            if (entry.isString()) {
                texts.append(entry.toString());
            }
        }
    }
    return redactedDetail(details.isString() ? details.toString() : texts.join("; "_L1));
}

/// "Request Moderated": the input was refused and no picture was made, so nothing is billed. "Content Moderated": the
/// finished picture was; the documentation does not promise that it is free, so it may be billed.
Error moderated(const QJsonObject &task, const HttpResponse &response, const QString &vendor)
{
    const QString status = task.value("status"_L1).toString();
    const bool input = status == "Request Moderated"_L1;
    Error error;
    error.kind = ErrorKind::ContentPolicy;
    error.billing = input ? Billing::NotBilled : Billing::MayBeBilled;
    error.code = status;
    error.httpStatus = response.status;
    error.detail = wordsOf(task.value("details"_L1));
    error.setReason(input ? reasons::inputRefused(vendor) : reasons::pictureWithheld(vendor));
    return error;
}

} // namespace

BflAdapter::BflAdapter()
    : JobAdapter(bflProfile())
{
}

Result<HttpRequest> BflAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                const Credentials &credentials) const
{
    static const QRegularExpression modelName(u"^[A-Za-z0-9][A-Za-z0-9._-]*$"_s);
    const QString model = modelToCall(plan);
    if (!modelName.match(model).hasMatch()) {
        return noSuchModel(model, name());
    }
    const Result<QJsonObject> body = flatBody(plan, call, ImageForm::Base64);
    if (!body) {
        return body.error();
    }
    return submission(address(credentials, u"/v1/"_s + model), body.value());
}

/// The address as given, with the id added where it lacks one.
AdapterState BflAdapter::jobOf(const Plan &, const QJsonObject &answer, const QString &id,
                               const Credentials &credentials) const
{
    QUrl url(addressIn(answer.value("polling_url"_L1), credentials, u"/v1/get_result"_s), QUrl::StrictMode);
    QUrlQuery query(url);
    if (!query.hasQueryItem(u"id"_s)) {
        query.addQueryItem(u"id"_s, pathSegment(id));
        url.setQuery(query);
    }
    AdapterState state {{u"poll"_s, url.toString(QUrl::FullyEncoded)}};
    constexpr double dollarsPerCredit = 0.01;
    const QJsonValue credits = answer.value("cost"_L1);
    if (isUnreadableCost(credits)) {
        state.insert("unreadable"_L1, credits);
    } else if (!credits.isUndefined()) {
        state.insert("cost"_L1, toldCost(credits, dollarsPerCredit).toJson());
    }
    return state;
}

QString BflAdapter::firstStatus(const QJsonObject &) const
{
    return u"Pending"_s; // a submission's answer tells none
}

void BflAdapter::readProgress(Wait &wait, const QJsonObject &task) const
{
    const double fraction = task.value("progress"_L1).toDouble(-1);
    wait.fraction = fraction >= 0 && fraction <= 1 ? std::optional(fraction) : std::nullopt;
    wait.price = Money::fromJson(wait.state.value("cost"_L1));
}

Step BflAdapter::readEnd(const Plan &plan, const AdapterState &state, const HttpResponse &response) const
{
    const QJsonObject task = response.json();
    const QString status = statusIn(task);
    if (status.endsWith("Moderated"_L1)) {
        return Failed {moderated(task, response, name())};
    }
    if (status != "Ready"_L1) {
        Error error = jobFailed(response, name(), wordsOf(task.value("details"_L1)));
        error.code = status;
        return Failed {error};
    }
    const QJsonObject result = task.value("result"_L1).toObject();
    std::optional<ProducedMedia> image = pictureFrom(result.value("sample"_L1).toString());
    if (!image) {
        return Failed {missingInAnswer(response, name(), u"sample"_s)};
    }
    image->seed = wholeNumber(result.value("seed"_L1));
    const QString prompt = result.value("prompt"_L1).toString();
    if (prompt != plan.request.prompt) {
        image->revisedPrompt = prompt;
    }
    Done done;
    done.media = {*image};
    done.cost = Money::fromJson(state.value("cost"_L1));
    if (result.value("duration"_L1).isDouble()) {
        done.usage.insert("duration"_L1, result.value("duration"_L1));
    }
    if (state.contains("unreadable"_L1)) {
        takeToldCost(done, state.value("unreadable"_L1));
    }
    return done;
}

void BflAdapter::refine(Error &error, const HttpResponse &response, const Offer &) const
{
    if (error.detail.contains("insufficient credit"_L1, Qt::CaseInsensitive)) {
        error.kind = ErrorKind::Funds;
        explain(error, name());
    }
    const double seconds = response.json().value("retry_after"_L1).toDouble(-1);
    if (!error.retryAfter && seconds >= 0 && seconds <= 3600) {
        error.retryAfter = std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
    }
}

} // namespace lightwell
