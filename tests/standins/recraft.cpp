// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/recraft.h"

#include "core/model/dataurl.h"
#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral("/v1/images/");
constexpr int smallestSide = 256;

struct Units
{
    const char *what; ///< a model or a tool
    int units;
};

/// Of one picture, as the price list has it.
constexpr Units prices[] = {
    {"recraftv4_1", 35},
    {"recraftv4_1_pro", 210},
    {"recraftv4_1_flash", 7},
    {"recraftv4_1_utility", 35},
    {"recraftv4_1_utility_pro", 210},
    {"recraftv4_1_vector", 80},
    {"recraftv4", 40},
    {"recraftv4_pro", 250},
    {"recraftv4_vector", 80},
    {"recraftv4_pro_vector", 300},
    {"recraftv3", 40},
    {"recraftv3_vector", 80},
    {"recraftv2", 22},
    {"recraftv2_vector", 44},
    {"crispUpscale", 4},
    {"creativeUpscale", 250},
    {"removeBackground", 10},
    {"vectorize", 10},
    {"eraseRegion", 2},
};

int unitsOf(const QString &what)
{
    for (const Units &row : prices) {
        if (what == QLatin1StringView(row.what)) {
            return row.units;
        }
    }
    return 1;
}

QImage pictureIn(const QJsonValue &field)
{
    const QImage linked = linkedPicture(field.toString());
    return linked.isNull() ? QImage::fromData(dataUrlContent(field.toString().toLatin1()).value_or(QByteArray()))
                           : linked;
}

Reply invalid(const QString &field, const QString &words)
{
    return RecraftStandIn::refusal(400, u"invalid_request_parameter"_s, field + u": "_s + words);
}

bool isBlackOrWhite(const QImage &mask)
{
    const QImage grey = mask.convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        if (std::any_of(line, line + grey.width(), [](uchar value) { return value != 0 && value != 255; })) {
            return false;
        }
    }
    return !mask.isNull() && !mask.hasAlphaChannel();
}

std::optional<Reply> pictureFault(const QJsonObject &body)
{
    const QImage picture = pictureIn(body.value("image_url"_L1));
    if (body.contains("image_url"_L1) && (picture.width() < smallestSide || picture.height() < smallestSide)) {
        return invalid(u"image_url"_s, u"sides must be from 256 to 4096 px"_s);
    }
    const QImage mask = pictureIn(body.value("mask_url"_L1));
    if (body.contains("mask_url"_L1) && (mask.size() != picture.size() || !isBlackOrWhite(mask))) {
        return invalid(u"mask_url"_s, u"must be pure black and white, of the size of the image"_s);
    }
    return std::nullopt;
}

QSize madeSize(const QJsonObject &body, const QString &tool)
{
    const QString said = body.value("size"_L1).toString();
    if (const auto size = sizeFromString(said)) {
        return *size;
    }
    const QSize source = pictureIn(body.value("image_url"_L1)).size();
    if (!source.isEmpty()) {
        return tool.endsWith("Upscale"_L1) ? source * 2 : source;
    }
    return sizeFor(AspectRatio::parse(said).value_or(AspectRatio {1, 1}), 1024 * 1024);
}

} // namespace

Reply RecraftStandIn::refusal(int status, const QString &code, const QString &message)
{
    return Reply::json({{u"code"_s, code}, {u"message"_s, message}}, status);
}

QString RecraftStandIn::pointOf(const Received &request) const
{
    return request.path == "/v1/users/me"_L1 ? u"account"_s : u"generation"_s;
}

Reply RecraftStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return refusal(401, u"unauthorized"_s, u"invalid token"_s);
    }
    const bool account = point == "account"_L1;
    if (request.method != (account ? "GET"_ba : "POST"_ba) || (!account && !request.path.startsWith(root))) {
        return refusal(404, u"not_found"_s, u"not found"_s);
    }
    return account ? Reply::json({{u"id"_s, u"1"_s}, {u"credits"_s, m_credits}})
                   : work(request, request.path.mid(root.size()));
}

Reply RecraftStandIn::work(const Received &request, const QString &tool)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || !document.isObject()) {
        return invalid(u"body"_s, u"is no JSON object"_s);
    }
    const QJsonObject body = document.object();
    const bool generates = tool == "generations"_L1;
    const QString model = body.value("model"_L1).toString();
    const auto inputs = VendorInputs::find(u"recraft"_s, generates ? model : tool);
    const bool knowsModel = model.isEmpty() || VendorInputs::find(u"recraft"_s, model);
    if (!inputs || !knowsModel) {
        return generates || inputs ? invalid(u"model"_s, u"is unknown"_s)
                                   : refusal(404, u"not_found"_s, u"not found"_s);
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(body);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            return invalid(wrong.field, VendorInputs::told(wrong, {}).second);
        }
        complain(tool + u" does not know the field "_s + wrong.field);
    }
    if (const std::optional<Reply> fault = pictureFault(body)) {
        return *fault;
    }
    return m_credits <= 0 ? refusal(400, u"not_enough_credits"_s, u"Not enough credits"_s) : make(body, tool);
}

Reply RecraftStandIn::make(const QJsonObject &body, const QString &tool)
{
    bill();
    const QString model = body.value("model"_L1).toString();
    const bool draws = tool == "vectorize"_L1 || model.endsWith("_vector"_L1);
    const bool png = body.value("image_format"_L1).toString() == "png"_L1;
    const ImageFormat format = draws ? ImageFormat::Svg : png ? ImageFormat::Png : ImageFormat::Webp;
    const QSize size = madeSize(body, tool);
    const int count = body.value("n"_L1).toInt(1);
    QJsonArray data;
    for (int i = 0; i < count; ++i) {
        const quint64 seed = static_cast<quint64>(body.value("random_seed"_L1).toInteger(7) + i);
        const QByteArray picture = draws ? paintedDrawing(size) : paintedPicture(size, format, seed);
        QJsonObject entry {{u"image_id"_s, nextId(u"6a1f-"_s)}};
        if (body.value("response_format"_L1).toString() == "b64_json"_L1) {
            entry.insert("b64_json"_L1, QString::fromLatin1(picture.toBase64()));
        } else {
            entry.insert("url"_L1, publish(picture, format));
        }
        data.append(entry);
    }
    QJsonObject answer {{u"created"_s, 1'767'225'600}, {u"credits"_s, count * unitsOf(model.isEmpty() ? tool : model)}};
    const bool process = !body.contains("prompt"_L1) && tool != "variateImage"_L1;
    answer.insert(process ? u"image"_s : u"data"_s, process ? data.first() : QJsonValue(data));
    return Reply::json(answer);
}

} // namespace lightwell::test
