// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/luma/dreammachineadapter.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/urls.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Luma has no codes, only words: {"detail": "…"} or a list of complaints.
constexpr ErrorPhrase refusals[] = {
    {"insufficient credit"_L1, ErrorKind::Funds},
    {"moderation"_L1, ErrorKind::ContentPolicy},
};

constexpr JobWord words[] = {
    {"queued"_L1, JobStage::Running},
    {"dreaming"_L1, JobStage::Running},
    {"completed"_L1, JobStage::Ended},
    {"failed"_L1, JobStage::Ended},
};

JobProfile dreamMachineProfile()
{
    JobProfile profile;
    profile.info.id = u"luma"_s;
    profile.info.name = u"Luma"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.lumalabs.ai"_s);
    profile.info.keyPage = QUrl(u"https://lumalabs.ai/dream-machine/api/keys"_s);
    profile.info.keyVariables = {u"LUMA_API_KEY"_s};
    profile.info.note = QCoreApplication::translate("Provider", "A picture that was ordered here cannot be cancelled.");
    profile.keyHosts = {u"api.lumalabs.ai"_s};
    profile.keyCheck = u"/dream-machine/v1/credits"_s;
    profile.credits = "credit_balance"_L1;
    profile.status = {"state"_L1};
    profile.words = words;
    profile.refusals = refusals;
    return profile;
}

} // namespace

DreamMachineAdapter::DreamMachineAdapter()
    : JobAdapter(dreamMachineProfile())
{
}

Result<HttpRequest> DreamMachineAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                         const Credentials &credentials) const
{
    if (plan.request.extra.contains("sync"_L1)) { // a lost connection would leave a paid job that nobody can find
        return notSent(ErrorKind::Invalid, reasons::waitingNotTaken(name(), u"sync"_s), u"sync"_s);
    }
    const Result<QJsonObject> fields = flatBody(plan, call, ImageForm::DataUrl);
    if (!fields) {
        return fields.error();
    }
    QJsonObject body = fields.value();
    body.insert("model"_L1, plan.offer.providerModel);
    return submission(address(credentials, u"/dream-machine/v1/generations/image"_s), body);
}

AdapterState DreamMachineAdapter::jobOf(const Plan &, const QJsonObject &, const QString &id,
                                        const Credentials &credentials) const
{
    return {{u"poll"_s, addressIn({}, credentials, u"/dream-machine/v1/generations/"_s + pathSegment(id))}};
}

Step DreamMachineAdapter::readEnd(const Plan &, const AdapterState &, const HttpResponse &response) const
{
    const QJsonObject generation = response.json();
    if (statusIn(generation) == "failed"_L1) {
        const QString reason = generation.value("failure_reason"_L1).toString();
        const bool refused = reason.contains("moderation"_L1, Qt::CaseInsensitive);
        return Failed {jobFailed(response, name(), reason, refused ? ErrorKind::ContentPolicy : ErrorKind::Upstream)};
    }
    const std::optional<ProducedMedia> image = pictureFrom(generation.value("assets"_L1)["image"_L1].toString());
    if (!image) {
        return Failed {missingInAnswer(response, name(), u"assets.image"_s)};
    }
    Done done;
    done.media = {*image};
    return done;
}

void DreamMachineAdapter::refine(Error &error, const HttpResponse &, const Offer &) const
{
    if (error.kind == ErrorKind::Invalid && error.param == "model"_L1) {
        error.kind = ErrorKind::NotFound;
        explain(error, name());
    }
}

} // namespace lightwell
