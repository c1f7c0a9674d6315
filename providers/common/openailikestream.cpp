// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/openailikestream.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/liftedjson.h"
#include "providers/common/httperrors.h"
#include "providers/common/openailikeanswer.h"
#include "providers/common/pictures.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString typeOf(const StreamEvent &event, const QJsonObject &object)
{
    const QString type = object.value("type"_L1).toString();
    return type.isEmpty() ? QString::fromUtf8(event.name) : type;
}

/// The status that the same words would have come with, had they come before the stream.
int statusOf(const VendorMessage &said)
{
    const bool vendorsFault = said.type == "server_error"_L1 || said.code == "server_error"_L1 || said.text.isEmpty();
    return vendorsFault ? 500 : 400;
}

Error errorIn(const StreamEvent &event, const HttpResponse &response, const QByteArray &key,
              const ErrorReader &readError)
{
    HttpResponse told = response;
    told.body = event.data;
    told.status = statusOf(VendorMessage::read(event.data, key));
    Error error = readError(told);
    error.billing = Billing::MayBeBilled;
    return error;
}

} // namespace

QList<Interim> openAiInterim(const StreamEvent &event, int previews)
{
    const LiftedJson json(event.data);
    if (!typeOf(event, json.object()).endsWith(".partial_image"_L1)) {
        return {};
    }
    const std::optional<QByteArray> picture = pictureFromBase64(json.text(json.object().value("b64_json"_L1)));
    if (!picture) {
        return {};
    }
    // Fewer may come than were asked for, never more; the finished picture is one step further.
    const int number = std::clamp(json.object().value("partial_image_index"_L1).toInt(), 0, std::max(0, previews - 1));
    return {Preview {*picture, static_cast<double>(number + 1) / (std::max(previews, 1) + 1)}};
}

Step openAiStreamAnswer(const Plan &plan, const HttpResponse &response, const QString &provider, const QByteArray &key,
                        const ErrorReader &readError)
{
    Done done;
    QList<QJsonObject> usages;
    std::optional<Error> failure;
    const QList<StreamEvent> events = eventsOf(response.body);
    for (const StreamEvent &event : events) {
        const LiftedJson json(event.data);
        const QString type = typeOf(event, json.object());
        if (type.endsWith(".completed"_L1)) {
            if (auto picture = openAiLikePicture(json, json.object(), response.url)) {
                done.media.append(*std::move(picture));
            }
            usages.append(json.object().value("usage"_L1).toObject());
        } else if (type == "error"_L1 || json.object().value("error"_L1).isObject()) {
            failure = errorIn(event, response, key, readError);
        }
    }
    if (done.media.isEmpty()) {
        return Failed {failure.value_or(brokenAnswer(response, provider, reasons::streamHasNoPicture()))};
    }
    if (usages.size() == 1) { // of several, nobody says whether they add up
        setOpenAiLikeUsage(done, plan, usages.first());
    }
    return done;
}

} // namespace lightwell
