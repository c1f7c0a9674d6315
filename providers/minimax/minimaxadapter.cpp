// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/minimax/minimaxadapter.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/liftedjson.h"
#include "providers/common/body.h"
#include "providers/common/joberrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// A code of "base_resp". What is not here failed on the way.
struct Refusal
{
    int code;
    ErrorKind kind;
    Billing billing = Billing::NotBilled;
};

constexpr Refusal refusals[] = {
    {1001, ErrorKind::Timeout, Billing::MayBeBilled},
    {1002, ErrorKind::RateLimit},
    {1004, ErrorKind::Auth},
    {1008, ErrorKind::Funds},
    {1026, ErrorKind::ContentPolicy}, // the words that went in
    {1027, ErrorKind::ContentPolicy, Billing::MayBeBilled}, // what came out
    {1028, ErrorKind::Funds}, // the plan is used up
    {1030, ErrorKind::Funds},
    {1039, ErrorKind::RateLimit},
    {2013, ErrorKind::Invalid},
    {2038, ErrorKind::Auth}, // only for who has shown who they are
    {2049, ErrorKind::Auth},
    {2061, ErrorKind::Unsupported}, // not in this plan
};

constexpr int unverified = 2038;

OpenAiLikeProfile minimaxProfile()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"minimax"_s;
    profile.info.name = u"MiniMax"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.minimax.io"_s);
    profile.info.keyPage = QUrl(u"https://platform.minimax.io/user-center/basic-information/interface-key"_s);
    profile.info.keyVariables = {u"MINIMAX_API_KEY"_s};
    profile.models = QString(); // nothing free is known that would tell a key
    return profile;
}

bool speaksOpenAi(const Plan &plan)
{
    return plan.offer.providerModel.startsWith("MiniMax-H3"_L1);
}

QJsonArray characters(const Plan &plan)
{
    QJsonArray list;
    const QList<InputImage> images = plan.request.imagesFor(ImageRole::Character);
    for (const InputImage &image : images) {
        list.append(
            QJsonObject {{u"type"_s, u"character"_s}, {u"image_file"_s, pictureText(image, ImageForm::DataUrl)}});
    }
    return list;
}

Error refusalOf(const HttpResponse &response, const QJsonObject &said, int code, const QString &provider,
                const QByteArray &key)
{
    const auto *row = std::find_if(std::begin(refusals), std::end(refusals),
                                   [code](const Refusal &known) { return known.code == code; });
    const bool known = row != std::end(refusals);
    Error error = jobFailed(response, provider, {}, known ? row->kind : ErrorKind::Upstream);
    error.billing = known ? row->billing : Billing::MayBeBilled;
    error.code = QString::number(code);
    error.detail = redactedDetail(said.value("status_msg"_L1).toString(), key);
    explain(error, provider);
    if (code == unverified) {
        error.setReason(reasons::onlyForVerified(provider));
    }
    return error;
}

/// Written as a number or as a text.
std::optional<qint64> countIn(const QJsonObject &answer, QLatin1StringView field)
{
    for (const QLatin1StringView place : {"metadata"_L1, "data"_L1}) {
        const QJsonValue value = answer.value(place)[field];
        bool isNumber = false;
        const qint64 number = value.toString().toLongLong(&isNumber);
        if (isNumber || wholeNumber(value)) {
            return isNumber ? number : wholeNumber(value);
        }
    }
    return std::nullopt;
}

QList<ProducedMedia> picturesIn(const LiftedJson &answer)
{
    QList<ProducedMedia> pictures;
    const QJsonObject data = answer.object().value("data"_L1).toObject();
    for (const QLatin1StringView field : {"image_base64"_L1, "image_urls"_L1}) {
        const QJsonArray list = data.value(field).toArray();
        for (const QJsonValue &entry : list) {
            if (std::optional<ProducedMedia> picture = pictureFrom(answer.text(entry))) {
                pictures.append(*std::move(picture));
            }
        }
    }
    return pictures;
}

} // namespace

MinimaxAdapter::MinimaxAdapter()
    : OpenAiLikeAdapter(minimaxProfile())
{
}

Result<HttpRequest> MinimaxAdapter::write(const Plan &plan, const PlannedCall &call, const QUrl &baseUrl) const
{
    if (speaksOpenAi(plan)) {
        return OpenAiLikeAdapter::write(plan, call, baseUrl);
    }
    QJsonObject body = plannedFields(plan, call);
    body.insert("model"_L1, plan.offer.providerModel);
    if (const QJsonArray list = characters(plan); !list.isEmpty()) {
        body.insert(plan.offer.fields.value(u"character_image"_s), list);
    }
    return submission(address(baseUrl, u"/image_generation"_s), body);
}

Step MinimaxAdapter::readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                const QByteArray &key) const
{
    const LiftedJson answer(response.body);
    const QJsonObject said = answer.object().value("base_resp"_L1).toObject();
    if (const int code = said.value("status_code"_L1).toInt(); code != 0) {
        return Failed {refusalOf(response, said, code, name(), key)};
    }
    if (speaksOpenAi(plan)) {
        return OpenAiLikeAdapter::readAnswer(plan, state, response, key);
    }
    Done done;
    done.media = picturesIn(answer);
    if (!done.media.isEmpty()) {
        return done;
    }
    if (countIn(answer.object(), "success_count"_L1) == 0) {
        Error withheld = jobFailed(response, name(), {}, ErrorKind::ContentPolicy);
        withheld.setReason(reasons::pictureWithheld(name()));
        return Failed {withheld};
    }
    return Failed {answer.isValid() ? missingInAnswer(response, name(), u"data"_s)
                                    : brokenAnswer(response, name(), answer.fault()->why())};
}

} // namespace lightwell
