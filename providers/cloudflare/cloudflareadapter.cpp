// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/cloudflare/cloudflareadapter.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/imageformat.h"
#include "core/model/liftedjson.h"
#include "providers/cloudflare/cloudflareerror.h"
#include "providers/common/body.h"
#include "providers/common/flatbody.h"
#include "providers/common/formbody.h"
#include "providers/common/httperrors.h"
#include "providers/common/multipart.h"
#include "providers/common/pictures.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString account = QStringLiteral("account_id");

ProviderInfo cloudflareInfo()
{
    ProviderInfo info;
    info.id = u"cloudflare"_s;
    info.name = u"Cloudflare Workers AI"_s;
    info.defaultBaseUrl = QUrl(u"https://api.cloudflare.com"_s);
    info.keyPage = QUrl(u"https://dash.cloudflare.com/profile/api-tokens"_s);
    info.keyVariables = {u"CLOUDFLARE_API_TOKEN"_s};
    info.fields = {{.id = account,
                    .label = u"Account ID"_s,
                    .variable = u"CLOUDFLARE_ACCOUNT_ID"_s,
                    .hint = u"32 digits and letters"_s,
                    .page = QUrl(u"https://dash.cloudflare.com/?to=/:account/ai/workers-ai"_s),
                    .form = u"[A-Za-z0-9_-]{1,64}"_s}};
    return info;
}

HttpRequest formOf(const QUrl &url, const Plan &plan, const PlannedCall &call)
{
    Multipart form;
    const QJsonObject fields = plannedFields(plan, call);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        form.addJson(field.key(), field.value());
    }
    const QString name = plan.offer.fields.value(u"image"_s);
    const QList<InputImage> images = name.isEmpty() ? QList<InputImage>() : plan.request.images;
    for (qsizetype i = 0; i < images.size(); ++i) {
        const InputImage &image = images.at(i);
        form.addFile(name + u'_' + QString::number(i), pictureFileName(image, u"image"_s), pictureMimeType(image.bytes),
                     image.bytes);
    }
    return formSubmission(url, form);
}

Step pictureOf(std::optional<QByteArray> bytes, const Error &otherwise)
{
    if (!bytes) {
        return Failed {otherwise};
    }
    ProducedMedia picture;
    picture.bytes = *std::move(bytes);
    Done done;
    done.media = {picture};
    return done;
}

} // namespace

CloudflareAdapter::CloudflareAdapter()
    : SynchronousAdapter(cloudflareInfo())
{
}

QUrl CloudflareAdapter::home(const Credentials &credentials) const
{
    const QString id = pathSegment(credentials.field(account));
    return id.isEmpty() ? QUrl() : endpoint(credentials.baseUrl, defaultBaseUrl(), "/client/v4/accounts/"_L1 + id);
}

/// The model's id stands in the path as it is, with its @ and slashes.
Result<HttpRequest> CloudflareAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    const QString model = QString::fromLatin1(QUrl::toPercentEncoding(plan.offer.providerModel, "@/"_ba));
    const QUrl url = endpoint(baseUrl, {}, "/ai/run/"_L1 + model);
    if (plan.offer.wire.imageAs == ImageForm::File) {
        return formOf(url, plan, call);
    }
    const Result<QJsonObject> body = flatBody(plan, call, ImageForm::Base64);
    if (!body) {
        return body.error();
    }
    return submission(url, *body);
}

HttpRequest CloudflareAdapter::writeKeyCheck(const QUrl &baseUrl) const
{
    return getRequest(endpoint(baseUrl, {}, u"/ai/models/search?per_page=1"_s));
}

void CloudflareAdapter::identify(HttpRequest &request, const Credentials &credentials) const
{
    authorize(request, {}, credentials.key);
}

Step CloudflareAdapter::readAnswer(const Plan &, const AdapterState &, const HttpResponse &response,
                                   const QByteArray &key) const
{
    const bool isPicture = response.header("Content-Type"_ba).startsWith("image/") || sniffFormat(response.body);
    if (isPicture) {
        const bool isSound = sniffFormat(response.body).has_value();
        return pictureOf(isSound ? std::optional(response.body) : std::nullopt,
                         brokenAnswer(response, name(), reasons::answerHasNoPictures()));
    }
    const LiftedJson answer(response.body);
    if (!answer.isValid()) {
        return Failed {brokenAnswer(response, name(), answer.fault()->why())};
    }
    const QJsonValue inside = answer.object().value("result"_L1)["image"_L1];
    const QJsonValue image = inside.isString() ? inside : answer.object().value("image"_L1);
    if (const QJsonValue success = answer.object().value("success"_L1); success.isBool() && !success.toBool()) {
        if (const Error error = cloudflareError(response, name(), key); error.kind != ErrorKind::Upstream) {
            return Failed {error};
        }
    }
    const VendorMessage said =
        VendorMessage::read(answer.object().contains("errors"_L1) ? response.body : "{}"_ba, key);
    return pictureOf(
        pictureFromBase64(answer.text(image)),
        brokenAnswer(response, name(), reasons::answerHasNoPictures(), image.isString() ? QString() : said.text));
}

Error CloudflareAdapter::readError(const HttpResponse &response, const Offer &, const QByteArray &key) const
{
    return cloudflareError(response, name(), key);
}

/// An account id that is none is told as a wrong route.
std::optional<Error> CloudflareAdapter::readKeyCheck(const HttpResponse &response) const
{
    std::optional<Error> error = SynchronousAdapter::readKeyCheck(response);
    if (error && (error->code == "7003"_L1 || error->kind == ErrorKind::NotFound)) {
        error->param = account;
        error->setReason(reasons::valueRefused(name(), account));
    }
    return error;
}

std::unique_ptr<Adapter> cloudflareAdapter()
{
    return std::make_unique<CloudflareAdapter>();
}

} // namespace lightwell
