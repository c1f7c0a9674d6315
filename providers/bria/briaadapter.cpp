// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/bria/briaadapter.h"

#include "core/adapter/vendorreasons.h"
#include "core/planning/picturesize.h"
#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/urls.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr JobWord words[] = {
    {"IN_PROGRESS"_L1, JobStage::Running}, {"COMPLETED"_L1, JobStage::Ended}, {"ERROR"_L1, JobStage::Ended},
    {"FAILED"_L1, JobStage::Ended},        {"UNKNOWN"_L1, JobStage::Ended},   {"NOT_FOUND"_L1, JobStage::Gone},
};

/// One status has several meanings.
constexpr ErrorPhrase phrases[] = {
    {"moderation"_L1, ErrorKind::ContentPolicy},
    {"inappropriate"_L1, ErrorKind::ContentPolicy},
    {"quota"_L1, ErrorKind::Funds},
    {"credit"_L1, ErrorKind::Funds},
};

/// What its numbers say of the picture that was sent: too small, too heavy, of a kind or in a form that it cannot read.
constexpr int aboutThePicture[] = {412, 413, 415, 460, 506};

JobProfile briaProfile()
{
    JobProfile profile;
    profile.info.id = u"bria"_s;
    profile.info.name = u"Bria"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://engine.prod.bria-api.com"_s);
    profile.info.keyPage = QUrl(u"https://platform.bria.ai/console/account/api-keys"_s);
    profile.info.keyVariables = {u"BRIA_API_TOKEN"_s, u"BRIA_API_KEY"_s};
    profile.info.note = QCoreApplication::translate("Provider", "A picture that was ordered here cannot be cancelled.");
    profile.key = {"api_token"_ba, {}};
    profile.keyHosts = {u"engine.prod.bria-api.com"_s};
    profile.keyCheck = u"/v2/status/00000000-0000-4000-8000-000000000000"_s;
    profile.id = "request_id"_L1;
    profile.words = words;
    profile.noSuchJob = {404};
    profile.webhooks = {u"webhook_url"_s};
    return profile;
}

/// Borders to be added become a canvas and the place of the picture on it.
std::optional<Error> placeOnCanvas(QJsonObject &body, const Plan &plan, const QString &provider)
{
    const auto border = [&body](QLatin1StringView side) { return body.take(side).toInt(); };
    const QSize size = pictureSize(plan.request.images.value(0));
    if (!size.isValid()) {
        return notSent(ErrorKind::Invalid, reasons::valueRefused(provider, u"image"_s), u"image"_s);
    }
    const int left = border("left"_L1);
    const int top = border("top"_L1);
    body.insert("canvas_size"_L1,
                QJsonArray {left + size.width() + border("right"_L1), top + size.height() + border("bottom"_L1)});
    body.insert("original_image_size"_L1, QJsonArray {size.width(), size.height()});
    body.insert("original_image_location"_L1, QJsonArray {left, top});
    return std::nullopt;
}

std::optional<ErrorKind> kindOf(const QString &message)
{
    const ErrorPhrase *row = phraseIn(phrases, message);
    return row ? std::optional(row->kind) : std::nullopt;
}

bool isAboutThePicture(int number)
{
    return std::find(std::begin(aboutThePicture), std::end(aboutThePicture), number) != std::end(aboutThePicture);
}

/// "Prompt moderation failed", and what is said besides.
QString wordsIn(const QJsonObject &error)
{
    const QString message = error.value("message"_L1).toString();
    const QString details = error.value("details"_L1).toString();
    return details.isEmpty() || details == message ? message : QString(message + u": "_s + details);
}

} // namespace

BriaAdapter::BriaAdapter()
    : JobAdapter(briaProfile())
{
}

Result<HttpRequest> BriaAdapter::writeSubmission(const Plan &plan, const PlannedCall &call,
                                                 const Credentials &credentials) const
{
    const Result<QJsonObject> written = flatBody(plan, call, ImageForm::Base64);
    if (!written) {
        return written.error();
    }
    QJsonObject body = written.value();
    if (plan.offer.modes == QStringList {u"outpaint"_s}) {
        if (const std::optional<Error> error = placeOnCanvas(body, plan, name())) {
            return *error;
        }
    }
    body.insert("sync"_L1, false); // so that it can be picked up again
    return submission(address(credentials, u"/v2/"_s + pathSegments(plan.offer.providerModel)), body);
}

bool BriaAdapter::endsAtOnce(const Plan &, const HttpResponse &response) const
{
    return response.json().value("result"_L1).isObject();
}

QString BriaAdapter::firstStatus(const QJsonObject &) const
{
    return u"IN_PROGRESS"_s;
}

AdapterState BriaAdapter::jobOf(const Plan &, const QJsonObject &answer, const QString &id,
                                const Credentials &credentials) const
{
    return {{u"poll"_s, addressIn(answer.value("status_url"_L1), credentials, u"/v2/status/"_s + pathSegment(id))}};
}

std::optional<Error> BriaAdapter::readKeyCheck(const HttpResponse &response) const
{
    const std::optional<Error> error = JobAdapter::readKeyCheck(response);
    return error && error->kind == ErrorKind::NotFound ? std::nullopt : error;
}

Step BriaAdapter::readEnd(const Plan &plan, const AdapterState &, const HttpResponse &response) const
{
    const QJsonObject answer = response.json();
    const QJsonObject result = answer.value("result"_L1).toObject();
    if (std::optional<ProducedMedia> picture = pictureFrom(result.value("image_url"_L1).toString())) {
        picture->seed = wholeNumber(result.value("seed"_L1));
        const QString refined = result.value("refined_prompt"_L1).toString();
        picture->revisedPrompt = refined == plan.request.prompt ? QString() : refined;
        Done done;
        done.media = {*std::move(picture)};
        return done;
    }
    const QJsonObject failure = answer.value("error"_L1).toObject();
    const QString status = statusIn(answer);
    if (failure.isEmpty() && status != "ERROR"_L1 && status != "FAILED"_L1) {
        return Failed {missingInAnswer(response, name(), u"image_url"_s)};
    }
    const QString words = wordsIn(failure);
    Error error = jobFailed(response, name(), words, kindOf(words).value_or(ErrorKind::Upstream));
    error.code = failure.value("code"_L1).toVariant().toString();
    if (error.kind == ErrorKind::Upstream && isAboutThePicture(error.code.toInt())) {
        error.kind = ErrorKind::Invalid;
        error.param = u"image"_s;
        explain(error, name());
    }
    return Failed {error};
}

void BriaAdapter::refine(Error &error, const HttpResponse &response, const Offer &offer) const
{
    if (const QJsonObject said = response.json().value("error"_L1).toObject(); said.contains("details"_L1)) {
        error.detail = redactedDetail(wordsIn(said));
    }
    const bool isOpen = error.kind == ErrorKind::Invalid || response.status == 403;
    if (isAboutThePicture(response.status)) {
        error.kind = ErrorKind::Invalid;
        error.param = u"image"_s;
    } else if (isOpen) {
        error.kind = kindOf(error.detail).value_or(error.kind);
    }
    if (error.kind == ErrorKind::Invalid && error.param.isEmpty()) {
        error.param = parameterNamedIn(offer, error.detail);
    }
    explain(error, name());
}

} // namespace lightwell
