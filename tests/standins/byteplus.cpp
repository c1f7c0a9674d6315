// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/byteplus.h"

#include "core/model/sizerule.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

struct Limits
{
    QLatin1StringView model; ///< begins so
    qint64 least;
    qint64 most;
    qsizetype pictures;
    QList<QString> tiers;
};

const Limits &limitsOf(const QString &model)
{
    static const QList<Limits> limits {
        {"seedream-5-0-lite"_L1, 3'686'400, 16'777'216, 14, {u"2K"_s, u"3K"_s, u"4K"_s}},
        {"seedream-5-0-260128"_L1, 3'686'400, 16'777'216, 14, {u"2K"_s, u"3K"_s, u"4K"_s}},
        {"seedream-5-0"_L1, 921'600, 4'624'220, 10, {u"1K"_s, u"1.5K"_s, u"2K"_s}},
        {"dola-seedream-5-0-pro"_L1, 921'600, 4'624'220, 10, {u"1K"_s, u"1.5K"_s, u"2K"_s}},
        {"seedream-4-5"_L1, 3'686'400, 16'777'216, 10, {u"2K"_s, u"4K"_s}},
        {"seedream-4-0"_L1, 921'600, 16'777'216, 10, {u"1K"_s, u"2K"_s, u"4K"_s}},
        {""_L1, 262'144, 4'194'304, 1, {}},
    };
    return *std::find_if(limits.begin(), limits.end(), [&](const Limits &row) { return model.startsWith(row.model); });
}

bool isLegal(const QString &size, const Limits &limits)
{
    constexpr double steepest = 16;
    const std::optional<QSize> pixels = sizeFromString(size);
    if (!pixels) {
        return size.isEmpty() || limits.tiers.contains(size);
    }
    const qint64 area = static_cast<qint64>(pixels->width()) * pixels->height();
    const double ratio = static_cast<double>(pixels->width()) / pixels->height();
    return area >= limits.least && area <= limits.most && ratio >= 1 / steepest && ratio <= steepest;
}

} // namespace

BytePlusStandIn::BytePlusStandIn()
    : ImagesApiStandIn({u"byteplus"_s, key(), u"/api/v3/images/generations"_s, {}, u"/api/v3/models"_s})
{
}

Reply BytePlusStandIn::refused(Fault fault, const QString &message, const QString &field) const
{
    const auto told = [&](int status, const QString &code, const QString &type) {
        const QJsonObject error {{u"code"_s, code},
                                 {u"message"_s, QString(message + u". Request ID: 02179"_s)},
                                 {u"param"_s, field},
                                 {u"type"_s, type}};
        return Reply::json({{u"error"_s, error}}, status);
    };
    switch (fault) {
    case Fault::Key:
        return told(401, u"AuthenticationError"_s, u"Unauthorized"_s);
    case Fault::Funds:
        return told(403, u"AccountOverdueError"_s, u"Forbidden"_s);
    case Fault::Path:
    case Fault::Model:
        return told(404, u"InvalidEndpointOrModel.NotFound"_s, u"NotFound"_s);
    default:
        return told(400, u"InvalidParameter"_s, u"BadRequest"_s);
    }
}

std::optional<Reply> BytePlusStandIn::faultIn(const Order &order)
{
    const Limits &limits = limitsOf(order.model);
    if (!isLegal(order.body.value("size"_L1).toString(), limits)) {
        return refused(Fault::Field, u"The size is not valid"_s, u"size"_s);
    }
    const QJsonValue image = order.body.value("image"_L1);
    const QJsonArray pictures = image.isString() ? QJsonArray {image} : image.toArray();
    const bool sound = std::all_of(pictures.begin(), pictures.end(), isPicture);
    return sound && pictures.size() <= limits.pictures
        ? std::nullopt
        : std::optional(refused(Fault::Field, u"The image is not valid"_s, u"image"_s));
}

Reply BytePlusStandIn::make(const Order &order)
{
    const bool isRefused = order.body.value("prompt"_L1).toString().contains("forbidden"_L1);
    const bool png = order.body.value("output_format"_L1) == "png"_L1;
    const ImageFormat format = png ? ImageFormat::Png : ImageFormat::Jpeg;
    QJsonObject entry;
    if (isRefused) {
        entry.insert("error"_L1,
                     QJsonObject {{u"code"_s, u"OutputImageSensitiveContentDetected"_s}, {u"message"_s, u"no"_s}});
    } else {
        const QByteArray picture = painted(order, format, 0);
        if (order.body.value("response_format"_L1) == "b64_json"_L1) {
            entry.insert("b64_json"_L1, QString::fromLatin1(picture.toBase64()));
        } else {
            entry.insert("url"_L1, publish(picture, format, u"?X-Tos-Expires=86400"_s));
        }
        entry.insert("size"_L1, order.body.value("size"_L1).toString(u"2048x2048"_s));
    }
    return Reply::json(
        {{u"model"_s, order.model},
         {u"created"_s, 1'795'300'000},
         {u"data"_s, QJsonArray {entry}},
         {u"usage"_s, QJsonObject {{u"generated_images"_s, isRefused ? 0 : 1}, {u"output_tokens"_s, 9}}}});
}

} // namespace lightwell::test
