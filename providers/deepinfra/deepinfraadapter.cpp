// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/deepinfra/deepinfraadapter.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/liftedjson.h"
#include "providers/common/flatbody.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"
#include "providers/common/requests.h"
#include "providers/common/toldcost.h"
#include "providers/common/urls.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorPhrase refusals[] = {
    {"balance"_L1, ErrorKind::Funds},          {"payment method"_L1, ErrorKind::Funds},
    {"not available"_L1, ErrorKind::NotFound}, {"nsfw"_L1, ErrorKind::ContentPolicy},
    {"safety"_L1, ErrorKind::ContentPolicy},
};

OpenAiLikeProfile deepInfraProfile()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"deepinfra"_s;
    profile.info.name = u"DeepInfra"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.deepinfra.com"_s);
    profile.info.keyPage = QUrl(u"https://deepinfra.com/dash/api_keys"_s);
    profile.info.keyVariables = {u"DEEPINFRA_API_KEY"_s};
    profile.version = u"/v1/openai"_s;
    profile.severalUploads = u"image"_s;
    profile.refusals = refusals;
    return profile;
}

/// Its own API stands beside that of the dialect, whose address people paste: ".../v1/openai".
QUrl besideDialect(QUrl base)
{
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    if (path.endsWith("/v1/openai"_L1)) {
        base.setPath(path.chopped(QStringLiteral("/openai").size()), QUrl::TolerantMode);
    }
    return base;
}

std::optional<ProducedMedia> pictureIn(const LiftedJson &answer, const QJsonValue &value, const QUrl &origin)
{
    std::optional<ProducedMedia> picture = pictureFrom(answer.text(value), origin);
    if (picture) {
        picture->seed = wholeNumber(answer.object().value("seed"_L1));
    }
    return picture;
}

} // namespace

DeepInfraAdapter::DeepInfraAdapter()
    : OpenAiLikeAdapter(deepInfraProfile())
{
}

Result<HttpRequest> DeepInfraAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    if (const Status all = withoutWebhook(plan.request, {u"webhook"_s}); !all) {
        return all.error();
    }
    if (!plan.request.images.isEmpty() && plan.offer.wire.imageAs == ImageForm::File) {
        return OpenAiLikeAdapter::write(plan, call, baseUrl);
    }
    const Result<QJsonObject> body = flatBody(plan, call, ImageForm::DataUrl);
    if (!body) {
        return body.error();
    }
    const QString path = "/v1/inference/"_L1 + pathSegments(plan.offer.providerModel);
    return submission(endpoint(besideDialect(baseUrl), defaultBaseUrl(), path), body.value());
}

Step DeepInfraAdapter::readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const
{
    const LiftedJson answer(response.body);
    const QJsonObject &object = answer.object();
    if (!object.contains("inference_status"_L1)) {
        return OpenAiLikeAdapter::readAnswer(plan, state, response, key);
    }
    Done done;
    const QJsonObject status = object.value("inference_status"_L1).toObject();
    const QJsonArray flags = object.value("nsfw_content_detected"_L1).toArray();
    QJsonArray pictures = object.value("images"_L1).toArray();
    if (pictures.isEmpty() && object.contains("image_url"_L1)) {
        pictures.append(object.value("image_url"_L1));
    }
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        if (auto picture = pictureIn(answer, pictures.at(i), response.url)) {
            picture->flaggedBy = flags.at(i).toBool() ? name() : QString();
            done.media.append(*std::move(picture));
        }
    }
    done.usage = status;
    takeToldCost(done, status.value("cost"_L1));
    if (!done.media.isEmpty()) {
        return done;
    }
    Error error = brokenAnswer(response, name(), {}, VendorMessage::read(response.body, key).text);
    if (done.cost == Money::zero()) { // it says that it counts nothing
        error.billing = Billing::NotBilled;
    }
    if (flags.contains(QJsonValue(true))) {
        error.kind = ErrorKind::ContentPolicy;
        error.setReason(reasons::pictureWithheld(name()));
    }
    return Failed {error};
}

std::unique_ptr<Adapter> deepInfraAdapter()
{
    return std::make_unique<DeepInfraAdapter>();
}

} // namespace lightwell
