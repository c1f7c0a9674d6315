// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/formbody.h"

#include "providers/common/maskpicture.h"
#include "providers/common/pictures.h"
#include "providers/common/requests.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

void addField(Multipart &form, const QString &name, const QJsonValue &value)
{
    if (value.isObject()) {
        form.addText(name, QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
        return;
    }
    if (!value.isArray()) {
        form.addJson(name, value);
        return;
    }
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        addField(form, name, entry);
    }
}

QString parameterFor(ImageRole role)
{
    switch (role) {
    case ImageRole::Reference:
        break;
    case ImageRole::Style:
        return u"style_image"_s;
    case ImageRole::Character:
        return u"character_image"_s;
    }
    return u"image"_s;
}

void addPictures(Multipart &form, const Plan &plan, const QString &further)
{
    bool isFirst = true;
    const QList<InputImage> &images = plan.request.images;
    for (const InputImage &image : images) {
        QString field = plan.offer.fields.value(parameterFor(image.role));
        if (image.role == ImageRole::Reference && !std::exchange(isFirst, false) && !further.isEmpty()) {
            field = further;
        }
        if (!field.isEmpty()) {
            form.addFile(field, pictureFileName(image, field), pictureMimeType(image.bytes), image.bytes);
        }
    }
}

} // namespace

Result<Multipart> formBody(const Plan &plan, const QJsonObject &fields, const QString &further)
{
    Multipart form;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        addField(form, field.key(), field.value());
    }
    addPictures(form, plan, further);
    const QString field = plan.offer.fields.value(u"mask"_s);
    if (plan.request.mask && !field.isEmpty()) {
        const Result<QByteArray> mask = plannedMask(plan);
        if (!mask) {
            return mask.error();
        }
        form.addFile(field, u"mask.png"_s, "image/png"_ba, mask.value());
    }
    return form;
}

HttpRequest formSubmission(const QUrl &url, const Multipart &form)
{
    HttpRequest request = submission(url, {});
    request.setHeader("Content-Type"_ba, form.contentType());
    request.body = form.body();
    return request;
}

} // namespace lightwell
