// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/automatic1111/automatic1111body.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/body.h"
#include "providers/common/maskpicture.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString loras = QStringLiteral("loras");

/// "<lora:name:0.8>", as the prompt has them; nothing where a name has a sign that ends it.
std::optional<QString> tagOf(const QJsonValue &lora)
{
    const QString name = lora["path"_L1].toString();
    const bool ends = name.isEmpty() || name.contains(u'<') || name.contains(u'>') || name.contains(u':');
    return ends ? std::nullopt
                : std::optional(u"<lora:%1:%2>"_s.arg(name, QString::number(lora["scale"_L1].toDouble(1))));
}

/// They have no field of their own.
Status moveLoras(QJsonObject &body, const QString &prompt)
{
    QString text = body.value(prompt).toString();
    const QJsonArray list = body.take(loras).toArray();
    for (const QJsonValue &lora : list) {
        const std::optional<QString> tag = tagOf(lora);
        if (!tag) {
            return notSent(ErrorKind::Invalid, reasons::valueRefused(u"Automatic1111"_s, loras), loras);
        }
        text += (text.isEmpty() ? QString() : u" "_s) + *tag;
    }
    body.insert(prompt, text);
    return Success();
}

Status putPictures(QJsonObject &body, const Plan &plan)
{
    const Request &request = plan.request;
    body.insert("init_images"_L1, QJsonArray {base64(request.images.first().bytes)});
    body.insert("resize_mode"_L1, 1); // cut, where the usual one would distort
    if (!request.mask) {
        return Success();
    }
    const Result<QByteArray> mask = plannedMask(plan);
    if (!mask) {
        return mask.error();
    }
    body.insert("mask"_L1, base64(mask.value()));
    body.insert("inpainting_fill"_L1, 1); // begins with what is there, not with a blur of it
    body.insert("inpaint_full_res"_L1, false); // sees the whole picture, not only the mask's surroundings
    return Success();
}

} // namespace

Result<Automatic1111Order> automatic1111Order(const Plan &plan, const PlannedCall &call, const QString &checkpoint)
{
    QJsonObject body = plannedFields(plan, call);
    const QString prompt = plan.offer.fields.value(u"prompt"_s, u"prompt"_s);
    if (const Status moved = moveLoras(body, prompt); !moved) {
        return moved.error();
    }
    putField(body, u"override_settings.sd_model_checkpoint"_s, checkpoint);
    if (plan.request.images.isEmpty()) {
        return Automatic1111Order {u"/txt2img"_s, body};
    }
    if (const Status put = putPictures(body, plan); !put) {
        return put.error();
    }
    return Automatic1111Order {u"/img2img"_s, body};
}

Automatic1111Order automatic1111Upscaling(const Plan &plan)
{
    QJsonObject body = plan.request.extra;
    body.insert("image"_L1, base64(plan.request.images.value(0).bytes));
    body.insert("upscaler_1"_L1, plan.offer.providerModel);
    body.insert("upscaling_resize"_L1, plan.tuning.value("scale_factor"_L1).toDouble(2));
    return {u"/extra-single-image"_s, body};
}

} // namespace lightwell
