// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/bedrock.h"

#include "core/model/sizerule.h"
#include "tests/standins/awscheck.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

Reply invalid(const QString &message)
{
    return BedrockStandIn::refusal(400, u"ValidationException"_s, message);
}

QImage pictureOf(const QJsonValue &value)
{
    return QImage::fromData(
        QByteArray::fromBase64(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors));
}

/// The objects that belong to Amazon's tasks, with the fields each takes.
QHash<QString, std::pair<QString, QStringList>> amazonTasks()
{
    return {{u"TEXT_IMAGE"_s,
             {u"textToImageParams"_s,
              {u"text"_s, u"negativeText"_s, u"conditionImage"_s, u"controlMode"_s, u"controlStrength"_s, u"style"_s}}},
            {u"IMAGE_VARIATION"_s,
             {u"imageVariationParams"_s, {u"images"_s, u"similarityStrength"_s, u"text"_s, u"negativeText"_s}}},
            {u"INPAINTING"_s,
             {u"inPaintingParams"_s, {u"image"_s, u"maskImage"_s, u"maskPrompt"_s, u"text"_s, u"negativeText"_s}}},
            {u"BACKGROUND_REMOVAL"_s, {u"backgroundRemovalParams"_s, {u"image"_s}}}};
}

bool isBlackAndWhite(const QImage &mask)
{
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            const QRgb pixel = mask.pixel(x, y);
            if (pixel != qRgb(0, 0, 0) && pixel != qRgb(255, 255, 255)) {
                return false;
            }
        }
    }
    return !mask.isNull();
}

/// Sizes as each model has them.
bool isLegal(const QString &model, QSize size)
{
    const QList<QSize> titan {{1024, 1024}, {768, 768}, {512, 512}, {768, 1152}, {1152, 768}, {1280, 768}, {768, 1280}};
    if (model.startsWith("amazon.titan"_L1)) {
        return titan.contains(size);
    }
    return size.width() % 16 == 0 && size.height() % 16 == 0 && size.width() >= 320 && size.height() >= 320
        && size.width() <= 4096 && size.height() <= 4096 && size.width() * size.height() < 4'194'304;
}

/// What is wrong with an Amazon body; empty: nothing.
QString amazonFault(const QString &model, const QJsonObject &body)
{
    const QString type = body.value("taskType"_L1).toString();
    const auto [name, fields] = amazonTasks().value(type);
    const QJsonObject params = body.value(name).toObject();
    if (name.isEmpty() || params.isEmpty()) {
        return u"taskType and its parameters do not match"_s;
    }
    const QStringList known {u"taskType"_s, name, u"imageGenerationConfig"_s};
    for (const QString &field : body.keys()) {
        if (!known.contains(field)) {
            return u"extraneous key [%1] is not permitted"_s.arg(field);
        }
    }
    for (const QString &field : params.keys()) {
        if (!fields.contains(field)) {
            return u"extraneous key [%1] is not permitted"_s.arg(field);
        }
    }
    const qsizetype longest = model.startsWith("amazon.titan"_L1) ? 512 : 1024;
    if (type == "TEXT_IMAGE"_L1 && params.value("text"_L1).toString().isEmpty()) {
        return u"textToImageParams.text is required"_s;
    }
    if (params.value("text"_L1).toString().size() > longest) {
        return u"text is too long"_s;
    }
    if (type == "INPAINTING"_L1 && params.contains("maskImage"_L1)) {
        const QImage mask = pictureOf(params.value("maskImage"_L1));
        if (!isBlackAndWhite(mask) || mask.size() != pictureOf(params.value("image"_L1)).size()) {
            return u"The mask must be pure black and white, and as large as the image"_s;
        }
    }
    if (params.contains("image"_L1) && pictureOf(params.value("image"_L1)).isNull()) {
        return u"image could not be read"_s;
    }
    const double similarity = params.value("similarityStrength"_L1).toDouble(0.7);
    if (similarity < 0.2 || similarity > 1) {
        return u"similarityStrength is out of range"_s;
    }
    const QJsonObject config = body.value("imageGenerationConfig"_L1).toObject();
    const QSize size(config.value("width"_L1).toInt(1024), config.value("height"_L1).toInt(1024));
    const int n = config.value("numberOfImages"_L1).toInt(1);
    if (type == "BACKGROUND_REMOVAL"_L1 && !config.isEmpty()) {
        return u"extraneous key [imageGenerationConfig] is not permitted"_s;
    }
    if (!isLegal(model, size)) {
        return u"width and height are not supported"_s;
    }
    return n < 1 || n > 5 ? u"numberOfImages must be 1 to 5"_s : QString();
}

} // namespace

Reply BedrockStandIn::refusal(int status, const QString &exception, const QString &message)
{
    Reply reply = Reply::json({{u"message"_s, message}}, status);
    return reply.with("x-amzn-errortype"_ba, exception.toLatin1() + ":http://internal.amazon.com/coral/");
}

Reply BedrockStandIn::countryNotServed()
{
    return refusal(403, u"AccessDeniedException"_s, u"Access from unsupported countries is not allowed"_s);
}

QString BedrockStandIn::pointOf(const Received &request) const
{
    return request.path == "/foundation-models"_L1 ? u"models"_s : u"invoke"_s;
}

Reply BedrockStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer " + apiKey()) {
        const QString fault = awsSignatureFault(request, accessKeyId(), secretAccessKey(), "bedrock"_ba);
        if (!fault.isEmpty()) {
            return refusal(403, fault, u"The security token included in the request is invalid."_s);
        }
    }
    if (point == "models"_L1) {
        return Reply::json({{u"modelSummaries"_s, QJsonArray()}});
    }
    const QString model = request.path.section(u'/', 2, 2);
    if (request.method != "POST" || !request.path.startsWith("/model/"_L1) || !request.path.endsWith("/invoke"_L1)) {
        return refusal(404, u"UnknownOperationException"_s, {});
    }
    if (!request.target.contains("%3A") && model.contains(u':')) {
        complain(u"the model's id is not encoded"_s);
    }
    if (model.startsWith("amazon."_L1)) {
        return makeAmazon(model, request.json());
    }
    return makeStability(model, request.json());
}

Reply BedrockStandIn::makeStability(const QString &model, const QJsonObject &body)
{
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"amazon-bedrock"_s, model);
    if (!inputs) {
        return refusal(404, u"ResourceNotFoundException"_s, u"Could not resolve the foundation model."_s);
    }
    const QStringList wordless {u"us.stability.stable-image-erase-object-v1:0"_s,
                                u"us.stability.stable-image-remove-background-v1:0"_s,
                                u"us.stability.stable-fast-upscale-v1:0"_s, u"us.stability.stable-outpaint-v1:0"_s};
    QList<VendorInputs::Wrong> faults = inputs->wrongIn(body);
    faults.removeIf(
        [&](const VendorInputs::Wrong &wrong) { return wrong.field == "prompt"_L1 && wordless.contains(model); });
    if (!faults.isEmpty()) {
        return invalid(VendorInputs::told(faults.first(), {}).second + u": "_s + faults.first().field);
    }
    const bool isEdit = body.contains("image"_L1);
    const bool isFromWords = inputs->has(u"aspect_ratio"_s);
    if (isEdit && pictureOf(body.value("image"_L1)).isNull()) {
        return invalid(u"image could not be read"_s);
    }
    if (isEdit && isFromWords && (body.contains("aspect_ratio"_L1) || !body.contains("strength"_L1))) {
        return invalid(u"image-to-image takes a strength and no aspect_ratio"_s);
    }
    if (isEdit && model.contains("sd3-5"_L1) && body.value("mode"_L1).toString() != "image-to-image"_L1) {
        return invalid(u"mode must be image-to-image"_s);
    }
    const bool isOutpaint = inputs->has(u"left"_s);
    if (isOutpaint
        && body.value("left"_L1).toInt() + body.value("right"_L1).toInt() + body.value("up"_L1).toInt()
                + body.value("down"_L1).toInt()
            == 0) {
        return invalid(u"one border must be more than 0"_s);
    }
    bill();
    const std::optional<AspectRatio> ratio = AspectRatio::parse(body.value("aspect_ratio"_L1).toString());
    const qint64 seed = body.value("seed"_L1).toInteger(2'130'420'379);
    const std::optional<ImageFormat> format = formatFromName(body.value("output_format"_L1).toString(u"png"_s));
    const QSize like = ratio ? QSize() : sizeLikePictureIn(body.value("image"_L1));
    const QByteArray picture =
        paintedPicture(like.isValid() ? like : sizeFor(ratio.value_or(AspectRatio {1, 1}), 1024 * 1024),
                       format.value_or(ImageFormat::Png), static_cast<quint64>(seed));
    return Reply::json({{u"seeds"_s, QJsonArray {seed}},
                        {u"finish_reasons"_s, QJsonArray {QJsonValue::Null}},
                        {u"images"_s, QJsonArray {QString::fromLatin1(picture.toBase64())}}});
}

Reply BedrockStandIn::makeAmazon(const QString &model, const QJsonObject &body)
{
    const QStringList models {u"amazon.nova-canvas-v1:0"_s, u"amazon.titan-image-generator-v1"_s,
                              u"amazon.titan-image-generator-v2:0"_s};
    if (!models.contains(model)) {
        return refusal(404, u"ResourceNotFoundException"_s, u"Could not resolve the foundation model."_s);
    }
    if (const QString fault = amazonFault(model, body); !fault.isEmpty()) {
        return invalid(fault);
    }
    bill();
    const QJsonObject config = body.value("imageGenerationConfig"_L1).toObject();
    const QSize size(config.value("width"_L1).toInt(1024), config.value("height"_L1).toInt(1024));
    QJsonArray images;
    for (int i = 0; i < config.value("numberOfImages"_L1).toInt(1); ++i) {
        const auto seed = static_cast<quint64>(config.value("seed"_L1).toInteger(12) + i);
        images.append(QString::fromLatin1(paintedPicture(size, ImageFormat::Png, seed).toBase64()));
    }
    return Reply::json({{u"images"_s, images}, {u"error"_s, QJsonValue::Null}});
}

} // namespace lightwell::test
