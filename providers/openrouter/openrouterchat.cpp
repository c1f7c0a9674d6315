// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/openrouter/openrouterchat.h"

#include "core/model/liftedjson.h"
#include "providers/common/body.h"
#include "providers/common/httperrors.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"
#include "providers/common/toldcost.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonValue contentOf(const Request &request)
{
    if (request.images.isEmpty()) {
        return request.prompt;
    }
    QJsonArray parts {QJsonObject {{u"type"_s, u"text"_s}, {u"text"_s, request.prompt}}};
    for (const InputImage &image : request.images) {
        parts.append(openRouterPicture(pictureText(image, ImageForm::DataUrl)));
    }
    return parts;
}

Error withoutPicture(const LiftedJson &answer, const QJsonObject &choice, const HttpResponse &response,
                     const QString &provider, const QByteArray &key)
{
    const QJsonObject message = choice.value("message"_L1).toObject();
    const QString finish = choice.value("finish_reason"_L1).toString();
    QString words = message.value("refusal"_L1).toString();
    if (words.isEmpty()) {
        words = QString::fromUtf8(answer.text(message.value("content"_L1)));
    }
    const QJsonValue inside = choice.value("error"_L1);
    Error error = brokenAnswer(response, provider, {}, VendorMessage::read(response.body, key).text);
    error.code = finish;
    if (inside.isObject() || finish == "error"_L1) {
        error.detail = redactedDetail(inside["message"_L1].toString(error.detail), key);
    } else if (!words.isEmpty() || finish == "content_filter"_L1) {
        error.kind = ErrorKind::ContentPolicy;
        error.detail = redactedDetail(words, key);
        explain(error, provider);
    }
    return error;
}

} // namespace

QJsonObject openRouterPicture(const QString &link)
{
    return {{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject {{u"url"_s, link}}}};
}

void takeOpenRouterCost(Done &done, const QJsonObject &usage)
{
    takeToldCost(done, usage.value("cost"_L1));
    if (usage.value("is_byok"_L1).toBool()) {
        done.cost = done.cost + toldCost(usage.value("cost_details"_L1)["upstream_inference_cost"_L1]);
    }
}

QJsonObject openRouterChatBody(const Plan &plan, const PlannedCall &call)
{
    QJsonObject body;
    const QJsonObject fields = plannedFields(plan, call);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        putField(body, field.key(), field.value());
    }
    body.insert("model"_L1, plan.offer.providerModel);
    body.insert("messages"_L1,
                QJsonArray {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, contentOf(plan.request)}}});
    return body;
}

Step openRouterChatAnswer(const HttpResponse &response, const QString &provider, const QByteArray &key)
{
    const LiftedJson answer(response.body);
    if (!answer.isValid()) {
        return Failed {brokenAnswer(response, provider, answer.fault()->why())};
    }
    const QJsonObject choice = answer.object().value("choices"_L1)[0].toObject();
    const QJsonArray pictures = choice.value("message"_L1)["images"_L1].toArray();
    Done done;
    done.usage = answer.object().value("usage"_L1).toObject();
    takeOpenRouterCost(done, QJsonObject(done.usage));
    for (const QJsonValue &entry : pictures) {
        if (auto picture = pictureFrom(answer.text(entry["image_url"_L1]["url"_L1]), response.url)) {
            done.media.append(*std::move(picture));
        }
    }
    if (!done.media.isEmpty()) {
        return done;
    }
    Error error = withoutPicture(answer, choice, response, provider, key);
    if (done.cost == Money::zero()) {
        error.billing = Billing::NotBilled;
    }
    return Failed {error};
}

} // namespace lightwell
