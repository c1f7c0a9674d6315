// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/body.h"

#include <QHash>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject &body, const Offer &offer, const QString &parameter, const QJsonValue &value)
{
    const QString field = offer.fields.value(parameter);
    if (!field.isEmpty()) {
        putField(body, field, value);
    }
}

void putText(QJsonObject &body, const Offer &offer, const QString &parameter, const QString &text)
{
    if (!text.isEmpty()) {
        put(body, offer, parameter, text);
    }
}

void putPixels(QJsonObject &body, const Offer &offer, QSize pixels)
{
    if (const QString name = offer.wire.nameOf(pixels); !name.isEmpty()) {
        put(body, offer, u"size"_s, name);
        return;
    }
    switch (offer.wire.sizeAs) {
    case SizeForm::Text:
        put(body, offer, u"size"_s, sizeToString(pixels));
        break;
    case SizeForm::Object:
        put(body, offer, u"size"_s, QJsonObject {{u"width"_s, pixels.width()}, {u"height"_s, pixels.height()}});
        break;
    case SizeForm::TwoFields:
        body.insert(u"width"_s, pixels.width());
        body.insert(u"height"_s, pixels.height());
        break;
    case SizeForm::Starred:
        put(body, offer, u"size"_s, u"%1*%2"_s.arg(pixels.width()).arg(pixels.height()));
        break;
    }
}

/// Vendors write these with a fraction, as people do; whole numbers of the same shape are another word to them.
QString ratioText(AspectRatio ratio)
{
    static const QHash<QString, QString> fractional {
        {u"6:13"_s, u"9:19.5"_s}, {u"13:6"_s, u"19.5:9"_s}, {u"47:20"_s, u"2.35:1"_s}};
    const QString whole = ratio.toString();
    return fractional.value(whole, whole);
}

void putSize(QJsonObject &body, const Offer &offer, const PlannedSize &size)
{
    if (size.pixels) {
        putPixels(body, offer, *size.pixels);
    }
    if (size.ratio) {
        put(body, offer, u"aspect_ratio"_s, ratioText(*size.ratio));
    }
    if (size.tier) {
        put(body, offer, u"resolution"_s, offer.wire.nameOf(*size.tier));
    }
}

void putOutput(QJsonObject &body, const Offer &offer, const PlannedOutput &output)
{
    put(body, offer, u"output_format"_s, offer.wire.nameOf(output.upstreamFormat));
    if (output.upstreamCompression && offer.compressible.contains(output.upstreamFormat)) {
        put(body, offer, u"output_compression"_s, *output.upstreamCompression);
    }
}

} // namespace

void putField(QJsonObject &body, const QString &path, const QJsonValue &value)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        body.insert(path, value);
        return;
    }
    const QString first = path.first(dot);
    QJsonObject inner = body.value(first).toObject();
    putField(inner, path.sliced(dot + 1), value);
    body.insert(first, inner);
}

QJsonObject plannedFields(const Plan &plan, const PlannedCall &call)
{
    const Offer &offer = plan.offer;
    QJsonObject body = offer.wire.constants;
    mergeFields(body, plan.request.extra);
    putText(body, offer, u"prompt"_s, plan.request.prompt); // an empty one would hide a constant
    putText(body, offer, u"negative_prompt"_s, plan.negativePrompt);
    put(body, offer, u"n"_s, call.n);
    putSize(body, offer, plan.size);
    putText(body, offer, u"quality"_s, plan.quality);
    putText(body, offer, u"style"_s, plan.style);
    putText(body, offer, u"background"_s, plan.background);
    for (auto setting = plan.tuning.begin(); setting != plan.tuning.end(); ++setting) {
        put(body, offer, setting.key(), setting.value());
    }
    putOutput(body, offer, plan.output);
    if (call.seed) {
        put(body, offer, u"seed"_s, *call.seed);
    }
    if (plan.previews > 0) {
        put(body, offer, u"partial_images"_s, plan.previews);
    }
    putText(body, offer, u"user"_s, plan.request.user);
    return body;
}

void putUsualStrength(QJsonObject &fields, const Plan &plan, double usual)
{
    const bool isNeeded = !plan.request.images.isEmpty() && plan.offer.supports(u"strength"_s);
    if (isNeeded && !plan.tuning.contains(u"strength"_s)) {
        put(fields, plan.offer, u"strength"_s, usual);
    }
}

QJsonObject nested(const QJsonObject &fields)
{
    QJsonObject whole;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        putField(whole, field.key(), field.value());
    }
    return whole;
}

void mergeFields(QJsonObject &body, const QJsonObject &fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.value().isObject() && body.value(it.key()).isObject()) {
            QJsonObject inner = body.value(it.key()).toObject();
            mergeFields(inner, it.value().toObject());
            body.insert(it.key(), inner);
        } else {
            body.insert(it.key(), it.value());
        }
    }
}

} // namespace lightwell
