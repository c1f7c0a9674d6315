// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/flatbody.h"

#include "providers/common/body.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString written(const QByteArray &bytes, const Offer &offer, ImageForm usual)
{
    const ImageForm said = offer.wire.imageAs;
    return pictureText(bytes, said == ImageForm::Usual ? usual : said);
}

/// `parameter`: "image", or that of another role.
void putImages(QJsonObject &body, const Plan &plan, const QString &parameter, ImageRole role, ImageForm usual)
{
    const QList<InputImage> images = plan.request.imagesFor(role);
    const QString field = plan.offer.fields.value(parameter);
    if (images.isEmpty() || field.isEmpty()) {
        return;
    }
    if (plan.offer.wire.imageList) {
        QJsonArray list;
        for (const InputImage &image : images) {
            list.append(written(image.bytes, plan.offer, usual));
        }
        body.insert(field, list);
        return;
    }
    body.insert(field, written(images.first().bytes, plan.offer, usual));
    for (qsizetype i = 1; i < images.size(); ++i) {
        body.insert(field + u'_' + QString::number(i + 1), written(images.at(i).bytes, plan.offer, usual));
    }
}

std::optional<Error> putMask(QJsonObject &body, const Plan &plan, ImageForm usual, MaskWriter write)
{
    const QString field = plan.offer.fields.value(u"mask"_s);
    if (!plan.request.mask || field.isEmpty()) {
        return std::nullopt;
    }
    const Result<QByteArray> mask = write(plan.request.mask->bytes);
    if (!mask) {
        return mask.error();
    }
    body.insert(field, written(mask.value(), plan.offer, usual));
    return std::nullopt;
}

} // namespace

Result<QJsonObject> flatBody(const Plan &plan, const PlannedCall &call, ImageForm usual, MaskWriter mask)
{
    QJsonObject body = plannedFields(plan, call);
    putImages(body, plan, u"image"_s, ImageRole::Reference, usual);
    putImages(body, plan, u"style_image"_s, ImageRole::Style, usual);
    putImages(body, plan, u"character_image"_s, ImageRole::Character, usual);
    if (const std::optional<Error> fault = putMask(body, plan, usual, mask)) {
        return *fault;
    }
    return body;
}

QString modelToCall(const Plan &plan)
{
    const QString &edit = plan.offer.wire.editModel;
    return plan.request.images.isEmpty() || edit.isEmpty() ? plan.offer.providerModel : edit;
}

} // namespace lightwell
