// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/luma/lumaadapter.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/urls.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"queued"_L1, JobStage::Running},
    {"dreaming"_L1, JobStage::Running},
    {"completed"_L1, JobStage::Ended},
    {"failed"_L1, JobStage::Ended},
};

JobProfile lumaProfile()
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
    return profile;
}

bool mentions(const QString &text, QLatin1StringView part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

Error generationFailed(const QJsonObject &generation, const HttpResponse &response, const QString &provider)
{
    Error error;
    error.httpStatus = response.status;
    error.detail = redactedDetail(generation.value("failure_reason"_L1).toString());
    error.kind = mentions(error.detail, "moderation"_L1) ? ErrorKind::ContentPolicy : ErrorKind::Upstream;
    error.billing = Billing::MayBeBilled;
    explain(error, provider);
    return error;
}

} // namespace

LumaAdapter::LumaAdapter()
    : JobAdapter(lumaProfile())
{
}

Result<HttpRequest> LumaAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                 const Credentials &credentials) const
{
    if (plan.request.extra.contains("sync"_L1)) { // a lost connection would leave a paid job that nobody can find
        return notSent(ErrorKind::Invalid, reasons::waitingNotTaken(name(), u"sync"_s), u"sync"_s);
    }
    const Result<QJsonObject> fields = flatBody(plan, call, PictureForm::DataUrl);
    if (!fields) {
        return fields.error();
    }
    QJsonObject body = fields.value();
    body.insert("model"_L1, plan.offer.providerModel);
    return submission(address(credentials, u"/dream-machine/v1/generations/image"_s), body);
}

AdapterState LumaAdapter::jobOf(const Plan &, const QJsonObject &, const QString &id,
                                const Credentials &credentials) const
{
    return {{u"poll"_s, addressIn({}, credentials, u"/dream-machine/v1/generations/"_s + pathSegment(id))}};
}

Step LumaAdapter::readEnd(const Plan &, const AdapterState &, const HttpResponse &response) const
{
    const QJsonObject generation = response.json();
    if (statusIn(generation) == "failed"_L1) {
        return Failed {generationFailed(generation, response, name())};
    }
    const std::optional<ProducedMedia> image = pictureFromLink(generation.value("assets"_L1)["image"_L1].toString());
    if (!image) {
        return Failed {missingInAnswer(response, name(), u"assets.image"_s)};
    }
    Done done;
    done.media = {*image};
    return done;
}

/// Luma has no codes, only words: {"detail": "…"} or a list of complaints.
void LumaAdapter::refine(Error &error, const HttpResponse &, const Offer &) const
{
    if (error.kind != ErrorKind::Invalid) {
        return;
    }
    if (mentions(error.detail, "insufficient credit"_L1)) {
        error.kind = ErrorKind::Funds;
    } else if (mentions(error.detail, "moderation"_L1)) {
        error.kind = ErrorKind::ContentPolicy;
    } else if (error.param == "model"_L1) {
        error.kind = ErrorKind::NotFound;
    }
    explain(error, name());
}

} // namespace lightwell
