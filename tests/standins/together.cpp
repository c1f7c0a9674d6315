// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/together.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"
#include "tests/standins/vendortables.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int smallStep = 8;
constexpr int fluxStep = 16;

Reply invalid(const QString &message, const QString &param)
{
    return TogetherStandIn::refusal(400, message, u"invalid_request_error"_s, u"invalid_request"_s, param);
}

Reply modelList()
{
    QJsonArray models;
    for (const VendorTableRow &row : vendorTable(u"together"_s)) {
        const QStringList ids = QString::fromLatin1(row.endpoints).split(u' ');
        for (const QString &id : ids) {
            models.append(QJsonObject {{u"id"_s, id}, {u"object"_s, u"model"_s}, {u"type"_s, u"image"_s}});
        }
    }
    return Reply::bytes(QJsonDocument(models).toJson(), "application/json"_ba);
}

/// The address of a picture: https, or its bytes in a data: URL.
bool isPicture(const QJsonValue &value)
{
    const QString text = value.toString();
    const qsizetype comma = text.indexOf(";base64,"_L1);
    if (!text.startsWith("data:image/"_L1) || comma < 0) {
        return text.startsWith("https://"_L1);
    }
    return !QImage::fromData(QByteArray::fromBase64(text.mid(comma + 8).toLatin1())).isNull();
}

std::optional<Reply> pictureFault(const QJsonObject &body)
{
    if (body.contains("image_url"_L1) && !isPicture(body.value("image_url"_L1))) {
        return invalid(u"image_url could not be read"_s, u"image_url"_s);
    }
    const QJsonValue list = body.value("reference_images"_L1);
    const QJsonArray pictures = list.toArray();
    const bool sound = std::all_of(pictures.begin(), pictures.end(), isPicture);
    return list.isUndefined() || (list.isArray() && sound)
        ? std::nullopt
        : std::optional(invalid(u"reference_images could not be read"_s, u"reference_images"_s));
}

/// Sizes of others' models: a menu each, or an area. From the vendor's list of serverless models and its refusals.
struct PartnerSizes
{
    QLatin1StringView model;
    QLatin1StringView sizes;
};

constexpr PartnerSizes menus[] = {
    {"openai/gpt-image-1.5"_L1, "1024x1024 1536x1024 1024x1536"_L1},
    {"google/gemini-3-pro-image"_L1,
     "1024x1024 1264x848 848x1264 1200x896 896x1200 928x1152 1152x928 768x1376 1376x768 1584x672 "
     "2048x2048 2528x1696 1696x2528 2400x1792 1792x2400 1856x2304 2304x1856 1536x2752 2752x1536 3168x1344 "
     "4096x4096 5056x3392 3392x5056 4800x3584 3584x4800 3712x4608 4608x3712 3072x5504 5504x3072 6336x2688"_L1},
    {"ideogram/ideogram-4.0"_L1,
     "2048x2048 1440x2880 2880x1440 1664x2496 2496x1664 1792x2240 2240x1792 1440x2560 2560x1440 1600x2560 2560x1600 "
     "1728x2304 2304x1728 1296x3168 3168x1296 1152x2944 2944x1152 1248x3328 3328x1248 1280x3072 3072x1280"_L1},
};

std::optional<Reply> partnerSizeFault(const QJsonObject &body, const QString &model)
{
    const QSize size(body.value("width"_L1).toInt(1024), body.value("height"_L1).toInt(1024));
    for (const PartnerSizes &menu : menus) {
        if (model == menu.model && !QString(menu.sizes).split(u' ').contains(sizeToString(size))) {
            return invalid(u"Unsupported use of width/height parameters. Supported values are: "_s + menu.sizes,
                           u"width"_s);
        }
    }
    const int area = size.width() * size.height();
    if (model == "Wan-AI/Wan2.6-image"_L1 && (area < 1265 * 1265 || area > 1440 * 1440)) {
        return invalid(u"Invalid dimensions. The total area must be within the range of 1265x1265 to 1440x1440."_s,
                       u"width"_s);
    }
    return std::nullopt;
}

std::optional<Reply> sideFault(const QJsonObject &body, const QString &model)
{
    if (const std::optional<Reply> fault = partnerSizeFault(body, model)) {
        return fault;
    }
    const int step = model.contains("/FLUX."_L1) ? fluxStep : smallStep;
    for (const QString &side : {u"width"_s, u"height"_s}) {
        if (model != "Qwen/Qwen-Image"_L1 && body.value(side).toInt() % step != 0) {
            return invalid(u"%1 must be a multiple of %2"_s.arg(side).arg(step), side);
        }
    }
    return std::nullopt;
}

} // namespace

Reply TogetherStandIn::refusal(int status, const QString &message, const QString &type, const QString &code,
                               const QString &param)
{
    const QJsonObject error {{u"message"_s, message},
                             {u"type"_s, type},
                             {u"param"_s, param.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(param)},
                             {u"code"_s, code}};
    return Reply::json({{u"id"_s, u"oKHzPqX"_s}, {u"error"_s, error}}, status);
}

QString TogetherStandIn::pointOf(const Received &request) const
{
    return request.path == "/v1/models"_L1 ? u"models"_s : u"generation"_s;
}

Reply TogetherStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return refusal(401, u"Invalid API key provided"_s, u"invalid_request_error"_s, u"invalid_api_key"_s);
    }
    const bool list = point == "models"_L1;
    if (request.method != (list ? "GET"_ba : "POST"_ba) || (!list && request.path != "/v1/images/generations"_L1)) {
        return refusal(404, u"Not found"_s, u"invalid_request_error"_s, {});
    }
    return list ? modelList() : generate(request);
}

Reply TogetherStandIn::generate(const Received &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || !document.isObject()) {
        return invalid(u"The body is no JSON object"_s, {});
    }
    const QJsonObject body = document.object();
    const QString model = body.value("model"_L1).toString();
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"together"_s, model);
    if (!inputs) {
        return refusal(404, u"Unable to access model %1"_s.arg(model), u"invalid_request_error"_s,
                       u"model_not_available"_s, u"model"_s);
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(body);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            return invalid(VendorInputs::told(wrong, {}).second, wrong.field);
        }
        complain(model + u" does not know the field "_s + wrong.field);
    }
    if (const std::optional<Reply> fault = sideFault(body, model)) {
        return *fault;
    }
    if (const std::optional<Reply> fault = pictureFault(body)) {
        return *fault;
    }
    return m_empty ? refusal(402, u"Credit limit exceeded"_s, u"credit_limit"_s, {}) : make(body);
}

Reply TogetherStandIn::make(const QJsonObject &body)
{
    bill();
    const std::optional<AspectRatio> ratio = AspectRatio::parse(body.value("aspect_ratio"_L1).toString());
    const bool isKontext = body.value("model"_L1).toString().contains("kontext"_L1);
    const QSize like = ratio || !isKontext ? QSize() : sizeLikePictureIn(body);
    const QSize size = ratio ? sizeFor(*ratio, 1024 * 1024)
        : like.isValid()     ? like
                             : QSize(body.value("width"_L1).toInt(1024), body.value("height"_L1).toInt(1024));
    const ImageFormat format =
        body.value("output_format"_L1).toString() == "png"_L1 ? ImageFormat::Png : ImageFormat::Jpeg;
    QJsonArray data;
    for (int i = 0; i < body.value("n"_L1).toInt(1); ++i) {
        const QByteArray picture =
            paintedPicture(size, format, static_cast<quint64>(body.value("seed"_L1).toInteger(7) + i));
        const bool inside = body.value("response_format"_L1).toString() == "base64"_L1;
        const QString type = inside ? u"b64_json"_s : u"url"_s;
        const QString value = inside ? QString::fromLatin1(picture.toBase64()) : publish(picture, format);
        data.append(QJsonObject {{u"index"_s, i}, {u"type"_s, type}, {type, value}});
    }
    return Reply::json({{u"id"_s, nextId(u"oKHz-"_s)},
                        {u"model"_s, body.value("model"_L1)},
                        {u"object"_s, u"list"_s},
                        {u"data"_s, data}});
}

} // namespace lightwell::test
