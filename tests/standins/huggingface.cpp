// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/huggingface.h"

#include "tests/standins/vendortables.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString hub = u"/api/models/"_s;
const QString ownServers = u"hf-inference/"_s;

/// Who serves a model of the hub, by the table.
QJsonObject mappingOf(const QString &model)
{
    QJsonObject mapping;
    for (const VendorTableRow &row : vendorTable(u"huggingface"_s)) {
        const QStringList ids = QString::fromLatin1(row.endpoints).split(u' ');
        for (const QString &id : ids) {
            if (id.section(u'/', 1) == model) {
                mapping.insert(
                    id.section(u'/', 0, 0),
                    QJsonObject {{u"providerId"_s, model}, {u"status"_s, u"live"_s}, {u"task"_s, u"text-to-image"_s}});
            }
        }
    }
    return mapping;
}

} // namespace

HuggingFaceStandIn::HuggingFaceStandIn()
    : ImagesApiStandIn({u"huggingface"_s, key(), u"/"_s, {}, u"/api/whoami-v2"_s})
{
}

Reply HuggingFaceStandIn::answer(const Received &request, const QString &point)
{
    if (request.method == "GET" && request.path.startsWith(hub)) {
        const QString model = request.path.mid(hub.size());
        return Reply::json({{u"id"_s, model}, {u"inferenceProviderMapping"_s, mappingOf(model)}});
    }
    return ImagesApiStandIn::answer(request, point);
}

QString HuggingFaceStandIn::modelIn(const QString &path, const QJsonObject &body) const
{
    const QString models = u"/hf-inference/models/"_s;
    if (path.startsWith(models)) {
        return ownServers + path.mid(models.size());
    }
    for (const QString &route : {u"/together/v1/images/generations"_s, u"/nscale/v1/images/generations"_s,
                                 u"/deepinfra/v1/openai/images/generations"_s}) {
        if (path == route) {
            return path.section(u'/', 1, 1) + u'/' + body.value("model"_L1).toString();
        }
    }
    return {};
}

Reply HuggingFaceStandIn::refused(Fault fault, const QString &message, const QString &field) const
{
    const auto told = [](int status, const QString &text) { return Reply::json({{u"error"_s, text}}, status); };
    switch (fault) {
    case Fault::Key:
        return told(401, u"Invalid username or password."_s);
    case Fault::Funds:
        return told(402, u"You have exceeded your monthly included credits for Inference Providers."_s);
    case Fault::Path:
    case Fault::Model:
        return told(404, u"Not Found"_s);
    default:
        return told(422, field + u": "_s + message);
    }
}

std::optional<Reply> HuggingFaceStandIn::faultIn(const Order &order)
{
    static const QStringList known {u"guidance_scale"_s,
                                    u"negative_prompt"_s,
                                    u"num_inference_steps"_s,
                                    u"width"_s,
                                    u"height"_s,
                                    u"scheduler"_s,
                                    u"seed"_s};
    const QStringList given = order.body.value("parameters"_L1).toObject().keys();
    for (const QString &name : given) {
        if (!known.contains(name)) {
            complain(order.model + u" does not know the parameter "_s + name);
        }
    }
    const bool isOwn = order.model.startsWith(ownServers);
    return isOwn || order.body.value("prompt"_L1).isString()
        ? std::nullopt
        : std::optional(refused(Fault::Field, u"Field required"_s, u"prompt"_s));
}

Reply HuggingFaceStandIn::make(const Order &order)
{
    if (order.model.startsWith(ownServers)) {
        const Order inner {order.point, order.model, order.body.value("parameters"_L1).toObject()};
        return Reply::bytes(painted(inner, ImageFormat::Jpeg, 0), "image/jpeg"_ba);
    }
    const QByteArray picture = painted(order, ImageFormat::Jpeg, 0);
    const QString form = order.body.value("response_format"_L1).toString(u"url"_s);
    const QJsonObject entry = form == "url"_L1 ? QJsonObject {{u"url"_s, publish(picture, ImageFormat::Jpeg)}}
                                               : QJsonObject {{u"b64_json"_s, QString::fromLatin1(picture.toBase64())}};
    return Reply::json({{u"data"_s, QJsonArray {entry}}});
}

Reply HuggingFaceStandIn::modelList() const
{
    return Reply::json({{u"type"_s, u"user"_s}, {u"name"_s, u"somebody"_s}});
}

} // namespace lightwell::test
