// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/leonardo.h"

#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral("/api/rest/");
const QString bucket = QStringLiteral("/bucket");

} // namespace

Reply LeonardoStandIn::refusal(const QString &error, const QString &code, int status)
{
    return Reply::json({{u"error"_s, error}, {u"path"_s, u"$"_s}, {u"code"_s, code}}, status);
}

void LeonardoStandIn::failNext(bool refused)
{
    m_refuses = refused;
    m_fails = !refused;
}

QString LeonardoStandIn::pointOf(const Received &request) const
{
    if (request.path == bucket) {
        return u"upload"_s;
    }
    if (request.path == root + u"v1/init-image"_s) {
        return u"form"_s;
    }
    const bool asks = request.method == "GET"
        && (request.path.startsWith(root + u"v1/generations/"_s)
            || request.path.startsWith(root + u"v1/variations/"_s));
    return request.path.endsWith("/me"_L1) ? u"me"_s : asks ? u"status"_s : u"submit"_s;
}

Reply LeonardoStandIn::answer(const Received &request, const QString &point)
{
    if (point == "upload"_L1) {
        return upload(request);
    }
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return refusal(u"Authentication hook unauthorized this request"_s, u"access-denied"_s, 200);
    }
    if (point == "me"_L1) {
        return Reply::json({{u"user_details"_s, QJsonArray {QJsonObject {{u"apiPaidTokens"_s, 100}}}}});
    }
    if (point == "status"_L1 && request.method == "GET") {
        const QString id = request.path.section(u'/', -1);
        return request.path.contains("/variations/"_L1) ? variation(id) : status(id);
    }
    if (request.method != "POST" || !request.header("Content-Type"_ba).startsWith("application/json")) {
        return refusal(u"Endpoint not found"_s, u"not-found"_s, 404);
    }
    return point == "form"_L1 ? form(request) : submit(request);
}

Reply LeonardoStandIn::form(const Received &request)
{
    const QString extension = request.json().value("extension"_L1).toString();
    if (!QStringList {u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s}.contains(extension)) {
        return refusal(u"invalid file extension"_s, u"unexpected"_s);
    }
    const QString id = nextId(u"init-"_s);
    m_forms.append(id);
    const QJsonObject fields {
        {u"Content-Type"_s, QString(u"image/"_s + extension)}, {u"key"_s, id}, {u"Policy"_s, u"p"_s}};
    return Reply::json(
        {{u"uploadInitImage"_s,
          QJsonObject {{u"id"_s, id},
                       {u"url"_s, server().url(bucket).toString()},
                       {u"fields"_s, QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact))},
                       {u"key"_s, id}}}});
}

/// As S3: the form's fields, then the file; and nobody else's authorization.
Reply LeonardoStandIn::upload(const Received &request)
{
    if (request.hasHeader("Authorization"_ba)) {
        complain(u"a picture was uploaded with the key"_s);
        return Reply::bytes("<Error><Code>InvalidArgument</Code></Error>"_ba, "application/xml"_ba, 400);
    }
    for (const QString &id : std::as_const(m_forms)) {
        const QByteArray key = "name=\"key\"\r\n\r\n" + id.toUtf8() + "\r\n";
        const qsizetype file = request.body.indexOf("name=\"file\"");
        if (request.body.contains(key) && request.body.contains("name=\"Policy\"")
            && file > request.body.indexOf(key)) {
            m_uploaded.append(id);
            const qsizetype bytes = request.body.indexOf("\r\n\r\n", file) + 4;
            m_pictures.insert(id, QImage::fromData(request.body.mid(bytes)).size());
            return Reply::bytes({}, "text/plain"_ba, 204);
        }
    }
    return Reply::bytes("<Error><Code>AccessDenied</Code></Error>"_ba, "application/xml"_ba, 403);
}

Reply LeonardoStandIn::upscale(const QJsonObject &fields)
{
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"leonardo"_s, u"variations/universal-upscaler"_s);
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(fields);
    for (const VendorInputs::Wrong &wrong : faults) {
        return refusal(wrong.field + u": "_s + VendorInputs::told(wrong, {}).second, u"validation-failed"_s);
    }
    const QSize picture = m_pictures.value(fields.value("initImageId"_L1).toString());
    if (picture.isEmpty()) {
        return refusal(u"There is no such picture"_s, u"validation-failed"_s);
    }
    if (m_empty) {
        return refusal(u"not enough api tokens"_s, u"unexpected"_s);
    }
    bill();
    const QString id = nextId(u"7f3a-"_s);
    const QSize size = picture * fields.value("upscaleMultiplier"_L1).toDouble(1.5);
    m_variations.insert(id, {{{u"width"_s, size.width()}, {u"height"_s, size.height()}}, false, polls(), {}});
    return Reply::json({{u"universalUpscaler"_s, QJsonObject {{u"id"_s, id}, {u"apiCreditCost"_s, 12}}}});
}

Reply LeonardoStandIn::variation(const QString &id)
{
    const auto found = m_variations.find(id);
    QJsonArray list;
    if (found != m_variations.end()) {
        const bool runs = found->pollsLeft-- > 0;
        const QSize size(found->wish.value("width"_L1).toInt(), found->wish.value("height"_L1).toInt());
        list.append(
            QJsonObject {{u"id"_s, id},
                         {u"status"_s, runs ? u"PENDING"_s : u"COMPLETE"_s},
                         {u"transformType"_s, u"UPSCALE"_s},
                         {u"url"_s,
                          runs ? QJsonValue(QJsonValue::Null)
                               : QJsonValue(publish(paintedPicture(size, ImageFormat::Jpeg), ImageFormat::Jpeg))}});
    }
    return Reply::json({{u"generated_image_variation_generic"_s, list}});
}

Reply LeonardoStandIn::submit(const Received &request)
{
    if (request.path == root + u"v1/variations/universal-upscaler"_s) {
        return upscale(request.json());
    }
    const bool own = request.path == root + u"v1/generations"_s;
    if (!own && request.path != root + u"v2/generations"_s) {
        return refusal(u"Endpoint not found"_s, u"not-found"_s, 404);
    }
    const QJsonObject fields = VendorInputs::flat(request.json());
    const QString model = fields.value(own ? "modelId"_L1 : "model"_L1).toString();
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"leonardo"_s, model);
    if (!inputs || inputs->has(u"modelId"_s) != own) {
        return refusal(u"Invalid model"_s, u"unexpected"_s);
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(fields);
    for (const VendorInputs::Wrong &wrong : faults) {
        return refusal(wrong.field + u": "_s + VendorInputs::told(wrong, {}).second, u"validation-failed"_s);
    }
    const QString before = own ? QString() : u"parameters."_s;
    const int width = fields.value(before + u"width"_s).toInt(1024);
    const int height = fields.value(before + u"height"_s).toInt(1024);
    if (width % 8 != 0 || height % 8 != 0) {
        return refusal(u"width and height must be multiples of 8"_s, u"validation-failed"_s);
    }
    for (const QJsonValue &reference : fields.value("parameters.guidances.image_reference"_L1).toArray()) {
        if (!m_uploaded.contains(reference["image"_L1]["id"_L1].toString())) {
            return refusal(u"There is no such picture"_s, u"validation-failed"_s);
        }
    }
    if (m_empty) {
        return refusal(u"not enough api tokens"_s, u"unexpected"_s);
    }
    if (std::exchange(m_refuses, false)) {
        return refusal(u"Content moderated: the prompt contains nudity"_s, u"unexpected"_s);
    }
    bill();
    const QString id = nextId(u"0c1d-"_s);
    const QJsonObject wish {{u"width"_s, width},
                            {u"height"_s, height},
                            {u"n"_s, fields.value(own ? "num_images"_L1 : "parameters.quantity"_L1).toInt(own ? 4 : 1)},
                            {u"seed"_s, fields.value(before + u"seed"_s).toInteger(6)}};
    m_generations.insert(id, {wish, std::exchange(m_fails, false), polls(), {}});
    const QJsonObject cost {{u"amount"_s, QString::number(price(), 'f', 4)}, {u"unit"_s, u"DOLLARS"_s}};
    return Reply::json({{own ? u"sdGenerationJob"_s : u"generate"_s,
                         QJsonObject {{u"generationId"_s, id}, {u"apiCreditCost"_s, 11}, {u"cost"_s, cost}}}});
}

Reply LeonardoStandIn::status(const QString &id)
{
    const auto found = m_generations.find(id);
    if (found == m_generations.end()) {
        return Reply::json({{u"generations_by_pk"_s, QJsonValue::Null}});
    }
    QString state = u"COMPLETE"_s;
    if (found->pollsLeft > 0) {
        --found->pollsLeft;
        state = u"PENDING"_s;
    } else if (found->fails) {
        state = u"FAILED"_s;
    } else if (found->images.isEmpty()) {
        const QJsonObject &wish = found->wish;
        const QSize size(wish.value("width"_L1).toInt(), wish.value("height"_L1).toInt());
        for (int i = 0; i < wish.value("n"_L1).toInt(); ++i) {
            const QByteArray picture = paintedPicture(size, ImageFormat::Jpeg, static_cast<quint64>(i));
            found->images.append(QJsonObject {
                {u"id"_s, nextId(u"9e-"_s)}, {u"url"_s, publish(picture, ImageFormat::Jpeg)}, {u"nsfw"_s, false}});
        }
    }
    const QJsonObject generation {{u"id"_s, id},
                                  {u"status"_s, state},
                                  {u"generated_images"_s, found->images},
                                  {u"seed"_s, found->wish.value("seed"_L1)}};
    return Reply::json({{u"generations_by_pk"_s, generation}});
}

} // namespace lightwell::test
