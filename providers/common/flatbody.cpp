// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/flatbody.h"

#include "providers/common/body.h"
#include "providers/common/maskpicture.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString written(const InputImage &image, const Offer &offer, ImageForm usual)
{
    const ImageForm said = offer.wire.imageAs;
    return pictureText(image, said == ImageForm::Usual ? usual : said);
}

void putImages(QJsonObject &body, const Plan &plan, ImageRole role, ImageForm usual)
{
    const QList<InputImage> images = plan.request.imagesFor(role);
    const QString field = plan.offer.fields.value(imageRoleParameter(role));
    if (images.isEmpty() || field.isEmpty()) {
        return;
    }
    if (plan.offer.wire.imageList) {
        QJsonArray list;
        for (const InputImage &image : images) {
            list.append(written(image, plan.offer, usual));
        }
        body.insert(field, list);
        return;
    }
    body.insert(field, written(images.first(), plan.offer, usual));
    for (qsizetype i = 1; i < images.size(); ++i) {
        body.insert(field + u'_' + QString::number(i + 1), written(images.at(i), plan.offer, usual));
    }
}

std::optional<Error> putMask(QJsonObject &body, const Plan &plan, ImageForm usual)
{
    const QString field = plan.offer.fields.value(u"mask"_s);
    if (!plan.request.mask || field.isEmpty()) {
        return std::nullopt;
    }
    InputImage mask = *plan.request.mask;
    if (!mask.isLink()) {
        const Result<QByteArray> bytes = plannedMask(plan);
        if (!bytes) {
            return bytes.error();
        }
        mask.bytes = bytes.value();
    }
    body.insert(field, written(mask, plan.offer, usual));
    return std::nullopt;
}

} // namespace

Result<QJsonObject> flatBody(const Plan &plan, const PlannedCall &call, ImageForm usual)
{
    QJsonObject body = plannedFields(plan, call);
    for (const ImageRole role : {ImageRole::Reference, ImageRole::Style, ImageRole::Character}) {
        putImages(body, plan, role, usual);
    }
    if (const std::optional<Error> fault = putMask(body, plan, usual)) {
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
