// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/fireworks/fireworksadapter.h"

#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/fireworks/fireworksanswer.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"Pending"_L1, JobStage::Running},         {"Ready"_L1, JobStage::Ended}, {"Request Moderated"_L1, JobStage::Ended},
    {"Content Moderated"_L1, JobStage::Ended}, {"Error"_L1, JobStage::Ended}, {"Failed"_L1, JobStage::Ended},
    {"Task not found"_L1, JobStage::Gone},
};

const QString root = QStringLiteral("/inference/v1/");

JobProfile fireworksProfile()
{
    JobProfile profile;
    profile.info.id = u"fireworks"_s;
    profile.info.name = u"Fireworks AI"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.fireworks.ai"_s);
    profile.info.keyPage = QUrl(u"https://app.fireworks.ai/settings/users/api-keys"_s);
    profile.info.keyVariables = {u"FIREWORKS_API_KEY"_s};
    profile.info.note = QCoreApplication::translate("Provider", "A picture that was ordered here cannot be cancelled.");
    profile.keyHosts = {u"api.fireworks.ai"_s};
    profile.keyCheck = root + u"models"_s;
    profile.id = "request_id"_L1;
    profile.words = words;
    profile.webhooks = {u"webhook_url"_s};
    return profile;
}

bool isJob(const QString &model)
{
    return model.section(u'/', -1).startsWith("flux-kontext"_L1);
}

/// Ids hold slashes, and stand in the address as they are.
QString pathOf(const QString &model)
{
    const bool isWorkflow = model.section(u'/', -1).startsWith("flux-"_L1);
    const QString tail = isWorkflow && !isJob(model) ? u"/text_to_image"_s : QString();
    return root + (isWorkflow ? u"workflows/"_s : u"image_generation/"_s) + model + tail;
}

} // namespace

FireworksAdapter::FireworksAdapter()
    : JobAdapter(fireworksProfile())
{
}

bool FireworksAdapter::endsAtOnce(const Plan &plan, const HttpResponse &) const
{
    return !isJob(plan.offer.providerModel);
}

Result<HttpRequest> FireworksAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                      const Credentials &credentials) const
{
    static const QRegularExpression modelName(u"^accounts/[\\w-]+/models/[\\w][\\w.-]*$"_s);
    const QString &model = plan.offer.providerModel;
    if (!modelName.match(model).hasMatch()) {
        return noSuchModel(model, name(), true);
    }
    const Result<QJsonObject> fields = flatBody(plan, call, ImageForm::DataUrl);
    if (!fields) {
        return fields.error();
    }
    QJsonObject body = fields.value();
    const QByteArray format = body.take("Accept"_L1).toString().toLatin1();
    HttpRequest request = submission(address(credentials, pathOf(model)), body);
    if (!format.isEmpty() && call.n == 1) {
        request.setHeader("Accept"_ba, format);
    } else if (!format.isEmpty()) {
        request.setHeader("Json-Return-Image-Accept"_ba, format);
    }
    return request;
}

AdapterState FireworksAdapter::jobOf(const Plan &plan, const QJsonObject &, const QString &,
                                     const Credentials &credentials) const
{
    return {{u"poll"_s, addressIn({}, credentials, pathOf(plan.offer.providerModel) + u"/get_result"_s)}};
}

QJsonObject FireworksAdapter::jobIn(const HttpResponse &response, const AdapterState &state) const
{
    QJsonObject job = JobAdapter::jobIn(response, state);
    if (job.contains("id"_L1)) { // which only the submission calls otherwise
        job.insert("request_id"_L1, job.value("id"_L1));
    }
    return job;
}

void FireworksAdapter::writePoll(HttpRequest &poll, const AdapterState &state) const
{
    postJson(poll, QJsonDocument(QJsonObject {{u"id"_s, state.value("id"_L1)}}));
}

QString FireworksAdapter::firstStatus(const QJsonObject &) const
{
    return u"Pending"_s; // a submission's answer tells none
}

void FireworksAdapter::readProgress(Wait &wait, const QJsonObject &job) const
{
    const double fraction = job.value("progress"_L1).toDouble(-1);
    wait.fraction = fraction >= 0 && fraction <= 1 ? std::optional(fraction) : std::nullopt;
}

Step FireworksAdapter::readEnd(const Plan &plan, const AdapterState &, const HttpResponse &response) const
{
    return endsAtOnce(plan, response) ? readFireworksPictures(response, name()) : readFireworksJob(response, name());
}

void FireworksAdapter::refine(Error &error, const HttpResponse &response, const Offer &) const
{
    if (response.status == 412) { // "Account … is suspended, possibly due to reaching the monthly spending limit"
        error.kind = ErrorKind::Funds;
    } else if (error.kind == ErrorKind::Invalid && error.param == "model"_L1) {
        error.kind = ErrorKind::NotFound;
    }
    explain(error, name());
}

} // namespace lightwell
