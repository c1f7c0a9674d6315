// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/geminiinput.h"

#include "core/model/sizerule.h"
#include "tests/standins/geminierrors.h"

#include <QImage>
#include <QJsonDocument>

#include <cmath>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestRequest = 20LL * 1024 * 1024;

const QStringList pictureTypes {u"image/png"_s, u"image/jpeg"_s, u"image/webp"_s, u"image/heic"_s, u"image/heif"_s};

} // namespace

void GeminiInput::refuse(const QString &message, const QString &field)
{
    if (!refusal) {
        refusal = geminierrors::invalid(message, field);
    }
}

void GeminiInput::checkNames(const QJsonObject &object, const QString &where, const QStringList &known)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key())) {
            const QString place = where.isEmpty() ? QString() : QString(u" at '"_s + where + u'\'');
            refuse(u"Invalid JSON payload received. Unknown name \"%1\"%2: Cannot find field."_s.arg(it.key(), place),
                   where.isEmpty() ? it.key() : QString(where + u'.' + it.key()));
        }
    }
}

GeminiInput GeminiInput::read(const Received &request, const GeminiModel &model)
{
    GeminiInput input;
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json") || !document.isObject()) {
        input.refuse(u"Invalid JSON payload received. Expected an object."_s);
        return input;
    }
    if (request.body.size() > largestRequest) {
        input.refuse(u"Request payload size exceeds the limit: 20971520 bytes."_s);
    }
    const QJsonObject body = document.object();
    input.checkNames(body, {},
                     {u"contents"_s, u"generationConfig"_s, u"safetySettings"_s, u"systemInstruction"_s, u"tools"_s,
                      u"toolConfig"_s, u"serviceTier"_s});
    input.readContents(body.value("contents"_L1).toArray());
    input.readConfig(body.value("generationConfig"_L1).toObject(), model);
    return input;
}

void GeminiInput::readContents(const QJsonArray &contents)
{
    for (const QJsonValue &content : contents) {
        checkNames(content.toObject(), u"contents"_s, {u"role"_s, u"parts"_s});
        const QJsonArray parts = content["parts"_L1].toArray();
        for (const QJsonValue &part : parts) {
            readPart(part.toObject());
        }
    }
    if (text.isEmpty() && pictures == 0) {
        refuse(u"* GenerateContentRequest.contents: contents is not specified"_s, u"contents"_s);
    }
}

void GeminiInput::readPart(const QJsonObject &part)
{
    checkNames(part, u"contents.parts"_s, {u"text"_s, u"inlineData"_s, u"fileData"_s, u"thoughtSignature"_s});
    text += part.value("text"_L1).toString();
    if (!part.contains("inlineData"_L1)) {
        return;
    }
    ++pictures;
    const QJsonObject data = part.value("inlineData"_L1).toObject();
    checkNames(data, u"contents.parts.inline_data"_s, {u"mimeType"_s, u"data"_s});
    const auto bytes = QByteArray::fromBase64Encoding(data.value("data"_L1).toString().toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!pictureTypes.contains(data.value("mimeType"_L1).toString())) {
        refuse(u"Unsupported MIME type: "_s + data.value("mimeType"_L1).toString());
    } else if (!bytes || QImage::fromData(bytes.decoded).isNull()) {
        refuse(u"Unable to process input image. Please retry or report."_s);
    } else if (picture.isEmpty()) {
        picture = QImage::fromData(bytes.decoded).size();
    }
}

/// As the model does where it is not told.
void GeminiInput::followPicture(const GeminiModel &model)
{
    double least = 1e9;
    for (const QString &each : model.ratios) {
        const double shape = static_cast<double>(picture.width()) / picture.height();
        const double off = std::abs(std::log(AspectRatio::parse(each).value_or(AspectRatio {1, 1}).value() / shape));
        ratio = off < least ? each : ratio;
        least = std::min(least, off);
    }
}

void GeminiInput::readConfig(const QJsonObject &config, const GeminiModel &model)
{
    const QString where = u"generation_config"_s;
    QStringList known {u"responseModalities"_s, u"imageConfig"_s,  u"seed"_s,
                       u"candidateCount"_s,     u"temperature"_s,  u"topP"_s,
                       u"maxOutputTokens"_s,    u"stopSequences"_s};
    if (model.thinks) {
        known.append(u"thinkingConfig"_s);
    }
    checkNames(config, where, known);
    if (config.value("candidateCount"_L1).toInt(1) != 1) {
        refuse(u"Multiple candidates is not enabled for this model"_s, u"generation_config.candidate_count"_s);
    }
    const QJsonArray modalities = config.value("responseModalities"_L1).toArray({u"TEXT"_s, u"IMAGE"_s});
    for (const QJsonValue &modality : modalities) {
        if (modality != "TEXT"_L1 && modality != "IMAGE"_L1) {
            refuse(u"Invalid value at 'generation_config.response_modalities'"_s,
                   u"generation_config.response_modalities"_s);
        }
        words = words || modality == "TEXT"_L1;
    }
    if (!modalities.contains("IMAGE"_L1)) {
        refuse(u"The model needs IMAGE among its response modalities here."_s,
               u"generation_config.response_modalities"_s);
    }
    const QJsonValue number = config.value("seed"_L1);
    seed = number.toInteger(0);
    if (!number.isUndefined() && (seed != number.toDouble(0.5) || seed != static_cast<qint32>(seed))) {
        refuse(u"Invalid value at 'generation_config.seed' (TYPE_INT32)"_s, u"generation_config.seed"_s);
    }
    readImageConfig(config.value("imageConfig"_L1).toObject(), model);
}

void GeminiInput::readImageConfig(const QJsonObject &config, const GeminiModel &model)
{
    const QString where = u"generation_config.image_config"_s;
    checkNames(config, where, {u"aspectRatio"_s, u"imageSize"_s});
    if (config.contains("aspectRatio"_L1)) {
        ratio = config.value("aspectRatio"_L1).toString();
        if (!model.ratios.contains(ratio)) {
            refuse(u"Invalid aspect ratio: "_s + ratio, where + u".aspect_ratio"_s);
        }
    } else if (!picture.isEmpty()) {
        followPicture(model);
    }
    if (config.contains("imageSize"_L1)) {
        size = config.value("imageSize"_L1).toString();
        if (!model.sizes.contains(size)) {
            refuse(u"Invalid image size: "_s + size, where + u".image_size"_s);
        }
    }
}

} // namespace lightwell::test
