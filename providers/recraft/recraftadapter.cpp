// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/recraft/recraftadapter.h"

#include "core/model/json.h"
#include "core/model/liftedjson.h"
#include "core/planning/fieldnames.h"
#include "core/planning/picturesize.h"
#include "providers/common/body.h"
#include "providers/common/flatbody.h"
#include "providers/common/joberrors.h"
#include "providers/common/openailikeanswer.h"
#include "providers/common/toldcost.h"
#include "providers/common/urls.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double usualStrength = 0.5;
constexpr double dollarsPerUnit = 0.001;

constexpr ErrorCode codes[] = {
    {"not_enough_credits"_L1, ErrorKind::Funds},
    {"invalid_request_parameter"_L1, ErrorKind::Invalid},
};

/// Words of a refusal for what the picture would show; there is no code for it.
constexpr ErrorPhrase refusals[] = {
    {"moderation"_L1, ErrorKind::ContentPolicy},
    {"nsfw"_L1, ErrorKind::ContentPolicy},
    {"prohibited"_L1, ErrorKind::ContentPolicy},
};

OpenAiLikeProfile recraftProfile()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"recraft"_s;
    profile.info.name = u"Recraft"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://external.api.recraft.ai"_s);
    profile.info.keyPage = QUrl(u"https://www.recraft.ai/profile/api"_s);
    profile.info.keyVariables = {u"RECRAFT_API_TOKEN"_s};
    profile.models = u"/users/me"_s;
    profile.errors = codes;
    return profile;
}

bool isTool(const Offer &offer)
{
    return offer.providerModel.contains(u'/');
}

QString pathOf(const Plan &plan)
{
    if (isTool(plan.offer)) {
        return u'/' + pathSegments(plan.offer.providerModel);
    }
    if (plan.request.imagesFor(ImageRole::Reference).isEmpty()) {
        return u"/images/generations"_s;
    }
    return plan.request.mask ? u"/images/inpaint"_s : u"/images/imageToImage"_s;
}

/// Variations have no size of their own, and none is demanded of the caller: the one nearest to the picture's shape.
QString sizeLikePicture(const Plan &plan)
{
    const auto *list = std::get_if<SizeList>(&plan.offer.sizes);
    const QSize picture = pictureSize(plan.request.images.first());
    if (list == nullptr || list->sizes.isEmpty()) {
        return {};
    }
    const auto off = [&picture](QSize size) {
        const QSize wanted = picture.isEmpty() ? QSize(1, 1) : picture;
        return std::abs(std::log(AspectRatio::of(size).value() / AspectRatio::of(wanted).value()));
    };
    return sizeToString(*std::min_element(list->sizes.begin(), list->sizes.end(),
                                          [&off](QSize a, QSize b) { return off(a) < off(b); }));
}

/// Styles are a list where the picture to work on is one alone.
void listStyles(QJsonObject &body, const Plan &plan)
{
    const QString field = plan.offer.fields.value(u"style_image"_s);
    if (!body.value(field).isString()) {
        return;
    }
    QJsonArray styles {body.take(field)};
    for (int i = 2; body.contains(field + u'_' + QString::number(i)); ++i) {
        styles.append(body.take(field + u'_' + QString::number(i)));
    }
    body.insert(field, styles);
}

void adapt(QJsonObject &body, const Plan &plan, const QString &path)
{
    if (!isTool(plan.offer)) {
        body.insert("model"_L1, plan.offer.providerModel);
    }
    if (path == "/images/variateImage"_L1 && !body.contains("size"_L1)) {
        body.insert("size"_L1, sizeLikePicture(plan));
    }
    listStyles(body, plan);
    if (path == "/images/imageToImage"_L1) {
        putUsualStrength(body, plan, usualStrength);
    }
}

} // namespace

RecraftAdapter::RecraftAdapter()
    : OpenAiLikeAdapter(recraftProfile())
{
}

Result<HttpRequest> RecraftAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    const Result<QJsonObject> fields = flatBody(plan, call, ImageForm::DataUrl);
    if (!fields) {
        return fields.error();
    }
    const QString path = pathOf(plan);
    QJsonObject body = fields.value();
    adapt(body, plan, path);
    return submission(address(baseUrl, path), body);
}

Step RecraftAdapter::readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                const QByteArray &key) const
{
    const LiftedJson answer(response.body);
    Step step = OpenAiLikeAdapter::readAnswer(plan, state, response, key);
    if (auto picture = openAiLikePicture(answer, answer.object().value("image"_L1).toObject(), response.url)) {
        step = Done {{*std::move(picture)}, {}, {}};
    }
    auto *done = std::get_if<Done>(&step);
    if (done == nullptr) {
        return step;
    }
    for (ProducedMedia &picture : done->media) {
        if (plan.output.upstreamFormat == ImageFormat::Svg) {
            picture.mimeType = "image/svg+xml"_ba;
        }
    }
    if (const QJsonValue units = answer.object().value("credits"_L1); !units.isUndefined()) {
        done->usage = {{u"credits"_s, units}};
        takeToldCost(*done, units, dollarsPerUnit);
    }
    return step;
}

Error RecraftAdapter::readError(const HttpResponse &response, const Offer &offer, const QByteArray &key) const
{
    Error error = OpenAiLikeAdapter::readError(response, offer, key);
    if (error.kind != ErrorKind::Invalid) {
        return error;
    }
    if (const ErrorPhrase *refusal = phraseIn(refusals, error.detail)) {
        error.kind = refusal->kind;
    } else if (error.param.isEmpty()) {
        error.param = mappedParameter(offer, fieldComplainedOf(error.detail));
    }
    explain(error, name());
    return error;
}

std::optional<Error> RecraftAdapter::readKeyCheck(const HttpResponse &response) const
{
    if (std::optional<Error> error = OpenAiLikeAdapter::readKeyCheck(response)) {
        return error;
    }
    const std::optional<double> units = json::number(response.json().value("credits"_L1));
    return units && *units <= 0 ? std::optional(noCredits(response, name())) : std::nullopt;
}

} // namespace lightwell
