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
    if (plan.request.operation == Operation::Create || !plan.request.prompt.isEmpty()) {
        body.insert(u"prompt"_s, plan.request.prompt);
    }
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

/// The mask as the vendor takes it; nothing if there is none or no field for it.
Result<std::optional<InputImage>> maskOf(const Plan &plan)
{
    std::optional<InputImage> mask = plan.offer.supports(u"mask"_s) ? plan.request.mask : std::nullopt;
    if (mask && !mask->isLink()) {
        const bool isUsual = plan.offer.wire.maskAs == MaskForm::Usual;
        const Result<QByteArray> bytes = isUsual ? alphaMask(mask->bytes, kMaxMaskBytes) : plannedMask(plan);
        if (!bytes) {
            return bytes.error();
        }
        mask->bytes = bytes.value();
    }
    return mask;
}

/// What cannot be uploaded, as OpenAI's edits have it in JSON; what could be goes beside it as a data URL.
void embedLinks(QJsonObject &body, const Plan &plan, const std::optional<InputImage> &mask)
{
    const auto entry = [](const InputImage &image) {
        return QJsonObject {{u"image_url"_s, pictureText(image, ImageForm::DataUrl)}};
    };
    QJsonArray images;
    for (const InputImage &image : plan.request.images) {
        images.append(entry(image));
    }
    body.insert(u"images"_s, images);
    if (mask) {
        body.insert(u"mask"_s, entry(*mask));
    }
}

void embedPictures(QJsonObject &body, const Plan &plan, const OpenAiLikeProfile &profile,
                   const std::optional<InputImage> &mask)
{
    const Offer &offer = plan.offer;
    QStringList pictures;
    for (const InputImage &image : plan.request.images) {
        pictures.append(pictureText(image, plan.offer.wire.imageAs));
    }
    if (profile.embed != nullptr) {
        profile.embed(body, pictures);
    } else if (offer.wire.imageList) {
        body.insert(offer.fields.value(u"image"_s), QJsonArray::fromStringList(pictures));
    } else {
        body.insert(offer.fields.value(u"image"_s), pictures.first());
    }
    if (mask) {
        body.insert(offer.fields.value(u"mask"_s), pictureText(*mask, plan.offer.wire.imageAs));
    }
}

HttpRequest edit(const Plan &plan, const QJsonObject &body, const std::optional<InputImage> &mask, const QUrl &url,
                 const QString &severalName)
{
    Multipart form;
    for (auto it = body.begin(); it != body.end(); ++it) {
        form.addJson(it.key(), it.value());
    }
    const Request &asked = plan.request;
    const QString name = asked.images.size() > 1 ? severalName : u"image"_s;
    for (qsizetype i = 0; i < asked.images.size(); ++i) {
        const InputImage &image = asked.images.at(i);
        const QString fallback = "image-"_L1 + QString::number(i + 1);
        form.addFile(name, pictureFileName(image, fallback), pictureMimeType(image.bytes), image.bytes);
    }
    if (mask) {
        form.addFile(u"mask"_s, pictureFileName(*asked.mask, u"mask"_s), pictureMimeType(mask->bytes), mask->bytes);
    }
    return formSubmission(url, form);
}

} // namespace

Result<HttpRequest> openAiLikeSubmission(const Plan &plan, const PlannedCall &call, const OpenAiLikePlaces &places,
                                         const OpenAiLikeProfile &profile, bool streams)
{
    QJsonObject body = scalars(plan, call, streams);
    if (plan.request.images.isEmpty() || !plan.offer.supports(u"image"_s)) {
        return submission(places.generations, body);
    }
    const Result<std::optional<InputImage>> mask = maskOf(plan);
    if (!mask) {
        return mask.error();
    }
    if (takesUploads(plan) && plan.request.hasLinks()) {
        embedLinks(body, plan, mask.value());
        return submission(places.edits, body);
    }
    if (takesUploads(plan)) {
        return edit(plan, body, mask.value(), places.edits, profile.severalUploads);
    }
    embedPictures(body, plan, profile, mask.value());
    return submission(profile.jsonEdits ? places.edits : places.generations, body);
}

} // namespace lightwell
