// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ideogram/ideogramadapter.h"

#include "core/adapter/vendorreasons.h"
#include "core/planning/fieldnames.h"
#include "providers/common/body.h"
#include "providers/common/flatbody.h"
#include "providers/common/formbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/toldcost.h"
#include "providers/common/urls.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"pending"_L1, JobStage::Running},
    {"completed"_L1, JobStage::Ended},
    {"failed"_L1, JobStage::Ended},
};

/// What "reject_reason" says, with 402 and 429 alike.
constexpr ErrorCode rejections[] = {
    {"insufficient_funds"_L1, ErrorKind::Funds},       {"subscription_required"_L1, ErrorKind::Funds},
    {"priority_credit_required"_L1, ErrorKind::Funds}, {"feature_limit"_L1, ErrorKind::Unsupported},
    {"daily_limit"_L1, ErrorKind::RateLimit},          {"inflight_limit"_L1, ErrorKind::RateLimit},
};

JobProfile ideogramProfile()
{
    JobProfile profile;
    profile.info.id = u"ideogram"_s;
    profile.info.name = u"Ideogram"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.ideogram.ai"_s);
    profile.info.keyPage = QUrl(u"https://ideogram.ai/manage-api"_s);
    profile.info.keyVariables = {u"IDEOGRAM_API_KEY"_s};
    profile.key = {"Api-Key"_ba, {}};
    profile.keyHosts = {u"api.ideogram.ai"_s};
    profile.keyCheck = u"/models"_s;
    profile.id = "generation_id"_L1;
    profile.words = words;
    profile.noSuchJob = {404};
    return profile;
}

/// "remix/ideogram-3"
QString actionOf(const Plan &plan)
{
    const QString model = modelToCall(plan);
    if (model.contains(u'/')) {
        return model;
    }
    if (plan.request.imagesFor(ImageRole::Reference).isEmpty()) {
        const bool hasCharacter = !plan.request.imagesFor(ImageRole::Character).isEmpty();
        return u"generate/"_s + model + (hasCharacter ? u"-character"_s : QString());
    }
    return (plan.request.mask ? u"inpaint/"_s : u"remix/"_s) + model;
}

QJsonObject fieldsOf(const Plan &plan, const PlannedCall &call)
{
    QJsonObject fields = plannedFields(plan, call);
    if (fields.contains("aspect_ratio"_L1)) {
        fields.insert("aspect_ratio"_L1, fields.value("aspect_ratio"_L1).toString().replace(u':', u'x'));
    }
    const QString weight = plan.offer.fields.value(u"strength"_s);
    if (plan.tuning.contains("strength"_L1) && fields.contains(weight)) {
        const double kept = 1 - plan.tuning.value("strength"_L1).toDouble();
        fields.insert(weight, std::clamp(static_cast<int>(std::lround(kept * 100)), 1, 100));
    }
    fields.insert("async"_L1, true);
    return fields;
}

std::optional<ProducedMedia> pictureIn(const QJsonValue &entry)
{
    std::optional<ProducedMedia> picture = pictureFrom(entry["url"_L1].toString());
    if (picture) {
        picture->seed = wholeNumber(entry["seed"_L1]);
        picture->revisedPrompt = entry["prompt"_L1].toString();
    }
    return picture;
}

} // namespace

IdeogramAdapter::IdeogramAdapter()
    : JobAdapter(ideogramProfile())
{
}

Result<HttpRequest> IdeogramAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                     const Credentials &credentials) const
{
    const qsizetype characters = plan.request.imagesFor(ImageRole::Character).size();
    const bool hasOthers = plan.request.images.size() > characters; // to remix, or of a style
    if (characters > 1 || (characters > 0 && hasOthers)) {
        return notSent(ErrorKind::Unsupported, reasons::notOffered(name()), u"character_image"_s);
    }
    const QString action = actionOf(plan);
    const QString further = action.startsWith("precise-edit/"_L1) ? u"reference_images"_s : QString();
    const Result<Multipart> form = formBody(plan, fieldsOf(plan, call), further);
    if (!form) {
        return form.error();
    }
    const QString path =
        u"/v2/image/"_s + pathSegment(action.section(u'/', 0, 0)) + u'/' + pathSegment(action.section(u'/', 1));
    return formSubmission(address(credentials, path), form.value());
}

AdapterState IdeogramAdapter::jobOf(const Plan &, const QJsonObject &, const QString &id,
                                    const Credentials &credentials) const
{
    return {{u"poll"_s, addressIn({}, credentials, u"/v2/generations/"_s + pathSegment(id))}};
}

QString IdeogramAdapter::firstStatus(const QJsonObject &answer) const
{
    return answer.value("data"_L1).isArray() ? u"completed"_s : u"pending"_s;
}

Step IdeogramAdapter::readEnd(const Plan &, const AdapterState &, const HttpResponse &response) const
{
    const QJsonObject answer = response.json();
    if (statusIn(answer) == "failed"_L1) {
        const QString reason = answer.value("failure_reason"_L1).toString();
        const bool refused = reason.contains("policy"_L1) || reason.contains("safety"_L1);
        return Failed {jobFailed(response, name(), reason, refused ? ErrorKind::ContentPolicy : ErrorKind::Upstream)};
    }
    Done done;
    bool withheld = false;
    const QJsonArray entries = answer.value("data"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        withheld = withheld || (entry["is_image_safe"_L1].isBool() && !entry["is_image_safe"_L1].toBool());
        if (const std::optional<ProducedMedia> picture = pictureIn(entry)) {
            done.media.append(*picture);
        }
    }
    if (done.media.isEmpty() && withheld) {
        Error error = jobFailed(response, name(), {}, ErrorKind::ContentPolicy);
        error.setReason(reasons::pictureWithheld(name()));
        return Failed {error};
    }
    if (done.media.isEmpty()) {
        return Failed {missingInAnswer(response, name(), u"data"_s)};
    }
    constexpr double dollarsPerMicro = 1e-6;
    takeToldCost(done, answer.value("usage_cost_usd_micros"_L1), dollarsPerMicro);
    return done;
}

void IdeogramAdapter::refine(Error &error, const HttpResponse &response, const Offer &offer) const
{
    const QString rejection = response.json().value("reject_reason"_L1).toString();
    if (response.status == 422) {
        error.kind = ErrorKind::ContentPolicy;
    } else if (response.status == 402 || response.status == 429) {
        error.code = rejection.isEmpty() ? error.code : rejection;
        error.kind = kindOfCode(rejections, rejection).value_or(error.kind);
    }
    if (error.kind == ErrorKind::Invalid
        && error.param.isEmpty()) { // only where it is one of ours: no form is promised
        error.param = mappedParameter(offer, fieldComplainedOf(error.detail));
    }
    if (response.status >= 400) {
        explain(error, name());
    }
}

} // namespace lightwell
