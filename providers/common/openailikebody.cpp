// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/openailikebody.h"

#include "providers/common/body.h"
#include "providers/common/formbody.h"
#include "providers/common/maskpicture.h"
#include "providers/common/multipart.h"
#include "providers/common/pictures.h"
#include "providers/common/requests.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Uploads are what the dialect has where the offer does not say.
bool takesUploads(const Plan &plan)
{
    const ImageForm form = plan.offer.wire.imageAs;
    return form == ImageForm::Usual || form == ImageForm::File;
}

QJsonObject scalars(const Plan &plan, const PlannedCall &call, bool streams)
{
    const Offer &offer = plan.offer;
    QJsonObject body = plannedFields(plan, call);
    body.insert(u"model"_s, offer.providerModel);
    body.insert(u"prompt"_s, plan.request.prompt);
    if (streams) {
        body.insert(u"stream"_s, true);
    }
    // Not every server knows the field, and what nobody asked for need not be said.
    if (!plan.output.format && plan.output.upstreamFormat == offer.formats.value(0)) {
        body.remove(offer.fields.value(u"output_format"_s));
    }
    return body;
}

constexpr qint64 kMaxMaskBytes = 4LL * 1024 * 1024 - 1;

/// The mask as the vendor takes it; empty if there is none or no field for it.
Result<QByteArray> maskOf(const Plan &plan)
{
    const bool masked = plan.request.mask && plan.offer.supports(u"mask"_s);
    return masked ? alphaMask(plan.request.mask->bytes, kMaxMaskBytes) : QByteArray();
}

QString embedded(const Plan &plan, const QByteArray &bytes)
{
    return plan.offer.wire.imageAs == ImageForm::Base64 ? QString::fromLatin1(bytes.toBase64()) : dataUrl(bytes);
}

void embedPictures(QJsonObject &body, const Plan &plan, const QByteArray &mask)
{
    const Offer &offer = plan.offer;
    const Request &request = plan.request;
    if (offer.wire.imageList) {
        QJsonArray list;
        for (const InputImage &image : request.images) {
            list.append(embedded(plan, image.bytes));
        }
        body.insert(offer.fields.value(u"image"_s), list);
    } else {
        body.insert(offer.fields.value(u"image"_s), embedded(plan, request.images.first().bytes));
    }
    if (!mask.isEmpty()) {
        body.insert(offer.fields.value(u"mask"_s), embedded(plan, mask));
    }
}

HttpRequest edit(const Plan &plan, const QJsonObject &body, const QByteArray &mask, const QUrl &url)
{
    Multipart form;
    for (auto it = body.begin(); it != body.end(); ++it) {
        form.addJson(it.key(), it.value());
    }
    const Request &asked = plan.request;
    // OpenAI's own clients call a single picture "image" and several of them "image[]".
    const QString name = asked.images.size() > 1 ? u"image[]"_s : u"image"_s;
    for (qsizetype i = 0; i < asked.images.size(); ++i) {
        const InputImage &image = asked.images.at(i);
        const QString fallback = "image-"_L1 + QString::number(i + 1);
        form.addFile(name, pictureFileName(image, fallback), pictureMimeType(image.bytes), image.bytes);
    }
    if (!mask.isEmpty()) {
        form.addFile(u"mask"_s, pictureFileName(*asked.mask, u"mask"_s), pictureMimeType(mask), mask);
    }
    return formSubmission(url, form);
}

} // namespace

Result<HttpRequest> openAiLikeSubmission(const Plan &plan, const PlannedCall &call, const OpenAiLikePlaces &places,
                                         bool streams)
{
    QJsonObject body = scalars(plan, call, streams);
    if (!plan.request.images.isEmpty() && plan.offer.supports(u"image"_s)) {
        const Result<QByteArray> mask = maskOf(plan);
        if (!mask) {
            return mask.error();
        }
        if (takesUploads(plan)) {
            return edit(plan, body, mask.value(), places.edits);
        }
        embedPictures(body, plan, mask.value());
    }
    return submission(places.generations, body);
}

} // namespace lightwell
