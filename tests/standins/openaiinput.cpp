// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/openaiinput.h"

#include "core/model/dataurl.h"
#include "tests/standins/openaierrors.h"
#include "tests/standins/paint.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;
using openaierrors::invalid;

namespace {

constexpr qsizetype mebibyte = 1024LL * 1024;

const QStringList pictureTypes {u"image/png"_s, u"image/jpeg"_s, u"image/webp"_s};

/// A whole number as JSON writes it or, in a form, as text does.
std::optional<int> wholeNumber(const QVariant &value)
{
    bool ok = false;
    const double number = value.toDouble(&ok);
    const bool right = ok && value.typeId() != QMetaType::Bool && number == static_cast<int>(number);
    return right ? std::optional(static_cast<int>(number)) : std::nullopt;
}

bool isFile(const FormPart &part)
{
    return part.name == "image"_L1 || part.name == "image[]"_L1 || part.name == "mask"_L1;
}

Reply badType(const FormPart &part)
{
    return invalid(
        u"Invalid file '%1': unsupported mimetype ('%2'). Supported file formats are 'image/jpeg', 'image/png', "
        "and 'image/webp'."_s.arg(part.name, QString::fromLatin1(part.contentType)),
        part.name, u"unsupported_file_mimetype"_s);
}

} // namespace

OpenAiInput OpenAiInput::readGeneration(const Received &request)
{
    OpenAiInput input;
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("Content-Type"_ba).startsWith("application/json")) {
        input.refuse(invalid(u"Unsupported content type."_s, {}, u"unsupported_content_type"_s));
    } else if (!document.isObject()) {
        input.refuse(invalid(u"We could not parse the JSON body of your request."_s, {}, {}));
    } else {
        input.check(document.object().toVariantMap(), false);
    }
    return input;
}

OpenAiInput OpenAiInput::readEdit(const Received &request)
{
    OpenAiInput input;
    if (request.header("Content-Type"_ba).startsWith("application/json")) {
        QVariantMap fields = request.json().toVariantMap();
        fields.remove(u"images"_s);
        fields.remove(u"mask"_s);
        input.check(fields, true);
        input.checkLinks(request.json());
        return input;
    }
    const QList<FormPart> parts = formParts(request);
    if (!request.header("Content-Type"_ba).startsWith("multipart/form-data")) {
        input.refuse(invalid(u"Unsupported content type."_s, {}, u"unsupported_content_type"_s));
        return input;
    }
    QVariantMap fields;
    for (const FormPart &part : parts) {
        if (!isFile(part)) {
            fields.insert(part.name, QString::fromUtf8(part.body));
        }
    }
    input.check(fields, true);
    input.checkFiles(parts);
    return input;
}

void OpenAiInput::refuse(const Reply &reply)
{
    if (!refusal) {
        refusal = reply;
    }
}

void OpenAiInput::check(const QVariantMap &fields, bool edit)
{
    const QString id = fields.value(u"model"_s).toString();
    model = OpenAiModel::find(id);
    if (!model) {
        refuse(openaierrors::make(404, u"The model '%1' does not exist or you do not have access to it."_s.arg(id),
                                  u"invalid_request_error"_s, u"model"_s, u"model_not_found"_s));
        return;
    }
    checkFields(fields, edit);
    const QVariant text = fields.value(u"prompt"_s);
    prompt = text.toString();
    if (text.typeId() != QMetaType::QString || prompt.isEmpty()) {
        refuse(invalid(u"Missing required parameter: 'prompt'."_s, u"prompt"_s, u"missing_required_parameter"_s));
    } else if (prompt.size() > 32'000) {
        refuse(invalid(u"Invalid 'prompt': string too long."_s, u"prompt"_s, u"string_above_max_length"_s));
    }
    if (fields.value(u"safety_identifier"_s).toString().size() > 128) {
        refuse(invalid(u"Invalid 'safety_identifier': string too long."_s, u"safety_identifier"_s,
                       u"string_above_max_length"_s));
    }
    checkNumbers(fields);
    checkChoices(fields);
    checkSize(fields.value(u"size"_s));
}

void OpenAiInput::checkFields(const QVariantMap &fields, bool edit)
{
    QStringList known {u"model"_s,
                       u"prompt"_s,
                       u"n"_s,
                       u"size"_s,
                       u"quality"_s,
                       u"background"_s,
                       u"output_format"_s,
                       u"moderation"_s,
                       u"output_compression"_s,
                       u"user"_s,
                       u"safety_identifier"_s,
                       u"stream"_s,
                       u"partial_images"_s};
    if (model->complexity) {
        known.append(u"complexity"_s);
    }
    if (edit && !model->fidelities.isEmpty()) {
        known.append(u"input_fidelity"_s);
    }
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (!known.contains(it.key())) {
            refuse(invalid(u"Unknown parameter: '%1'."_s.arg(it.key()), it.key(), u"unknown_parameter"_s));
        }
    }
}

void OpenAiInput::checkSize(const QVariant &value)
{
    const QString text = value.toString();
    if (!value.isValid() || text == "auto"_L1) {
        return;
    }
    const QStringList sides = text.split(u'x');
    size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || !model->allows(size)) {
        refuse(invalid(u"Invalid size '%1'."_s.arg(text), u"size"_s));
    }
}

void OpenAiInput::checkNumbers(const QVariantMap &fields)
{
    const auto number = [&](const QString &name, int least, int most, int usual) {
        if (!fields.contains(name)) {
            return usual;
        }
        const std::optional<int> read = wholeNumber(fields.value(name));
        if (!read) {
            refuse(invalid(u"Invalid type for '%1': expected an integer."_s.arg(name), name, u"invalid_type"_s));
        } else if (*read < least) {
            refuse(
                invalid(u"Invalid '%1': integer below minimum value."_s.arg(name), name, u"integer_below_min_value"_s));
        } else if (*read > most) {
            refuse(
                invalid(u"Invalid '%1': integer above maximum value."_s.arg(name), name, u"integer_above_max_value"_s));
        }
        return read.value_or(usual);
    };
    n = number(u"n"_s, 1, 10, 1);
    const QString streams = fields.value(u"stream"_s, false).toString();
    stream = streams == "true"_L1;
    if (!stream && streams != "false"_L1) {
        refuse(invalid(u"Invalid type for 'stream': expected a boolean."_s, u"stream"_s, u"invalid_type"_s));
    }
    partials = number(u"partial_images"_s, 0, 3, 0);
    if (partials > 0 && !stream) {
        refuse(invalid(u"'partial_images' is only allowed when 'stream' is true."_s, u"partial_images"_s));
    }
    if (stream && n > 1) {
        refuse(invalid(u"Streaming is only supported for one image."_s, u"n"_s));
    }
    const int compression = number(u"output_compression"_s, 0, 100, 100);
    if (compression < 100 && fields.value(u"output_format"_s, u"png"_s).toString() == "png"_L1) {
        refuse(
            invalid(u"Compression less than 100 is not supported for PNG output format."_s, u"output_compression"_s));
    }
}

void OpenAiInput::checkChoices(const QVariantMap &fields)
{
    const auto choice = [&](const QString &name, const QStringList &legal) {
        const QString value = fields.value(name, legal.value(0)).toString();
        if (!legal.contains(value)) {
            refuse(
                invalid(u"Invalid value: '%1'. Supported values are: '%2'."_s.arg(value, legal.join("', '"_L1)), name));
        }
        return value;
    };
    const QString asked = choice(u"quality"_s, model->qualities);
    quality = asked == "auto"_L1 ? u"high"_s : asked;
    const QString ground = choice(u"background"_s, {u"auto"_s, u"transparent"_s, u"opaque"_s});
    background = ground == "auto"_L1 ? u"opaque"_s : ground;
    format = formatFromName(choice(u"output_format"_s, {u"png"_s, u"jpeg"_s, u"webp"_s})).value_or(ImageFormat::Png);
    static_cast<void>(choice(u"moderation"_s, {u"auto"_s, u"low"_s}));
    static_cast<void>(choice(u"complexity"_s, {u"high"_s, u"medium"_s, u"low"_s}));
    if (fields.contains(u"input_fidelity"_s)) {
        static_cast<void>(choice(u"input_fidelity"_s, model->fidelities));
    }
    if (background == "transparent"_L1 && (format == ImageFormat::Jpeg || !model->transparent)) {
        refuse(invalid(u"Transparent background is not supported here."_s, u"background"_s));
    }
}

void OpenAiInput::checkFiles(const QList<FormPart> &parts)
{
    QSize first;
    for (const FormPart &part : parts) {
        if (!isFile(part) || part.name == "mask"_L1) {
            continue;
        }
        const QSize found = QImage::fromData(part.body).size();
        first = pictures == 0 ? found : first;
        ++pictures;
        if (!pictureTypes.contains(QString::fromLatin1(part.contentType)) || part.fileName.isEmpty()) {
            refuse(badType(part));
        } else if (found.isEmpty() || part.body.size() >= 50 * mebibyte) {
            refuse(invalid(u"Invalid image file or mode for image %1."_s.arg(pictures), part.name,
                           u"invalid_image_file"_s));
        }
    }
    const QString asked = QString::fromUtf8(formField(parts, u"size"_s).value_or("auto"));
    if (asked == "auto"_L1 && first.width() != first.height()) { // as the model chooses
        size = first.width() > first.height() ? QSize(1536, 1024) : QSize(1024, 1536);
    }
    const bool several = formField(parts, u"image[]"_s).has_value();
    if (pictures == 0) {
        refuse(invalid(u"Missing required parameter: 'image'."_s, u"image"_s, u"missing_required_parameter"_s));
    } else if (pictures > 16 || (pictures > 1 && !several)) {
        refuse(invalid(u"Duplicate or too many images."_s, u"image"_s));
    }
    for (const FormPart &part : parts) {
        if (part.name == "mask"_L1) {
            checkMask(part, first);
        }
    }
}

/// {"images": [{"image_url": …}], "mask": {"image_url": …}}: https links and data URLs.
void OpenAiInput::checkLinks(const QJsonObject &body)
{
    const auto pictureIn = [](const QJsonValue &entry) {
        const QString text = entry["image_url"_L1].toString();
        const QImage linked = linkedPicture(text);
        return linked.isNull() && entry.toObject().size() == 1
            ? QImage::fromData(dataUrlContent(text.toLatin1()).value_or(QByteArray()))
            : linked;
    };
    const QJsonArray images = body.value("images"_L1).toArray();
    pictures = static_cast<int>(images.size());
    if (images.isEmpty() || images.size() > 16) {
        refuse(invalid(u"Missing required parameter: 'images'."_s, u"images"_s, u"missing_required_parameter"_s));
    }
    for (const QJsonValue image : images) {
        if (pictureIn(image).isNull()) {
            refuse(invalid(u"Invalid image file."_s, u"images"_s, u"invalid_image_file"_s));
        }
    }
    const QJsonValue mask = body.value("mask"_L1);
    if (!mask.isUndefined() && pictureIn(mask).size() != pictureIn(images.first()).size()) {
        refuse(invalid(u"Invalid mask image format - mask size does not match image size."_s, u"mask"_s,
                       u"invalid_mask_image_format"_s));
    }
}

void OpenAiInput::checkMask(const FormPart &mask, QSize first)
{
    const QImage image = QImage::fromData(mask.body, "PNG");
    if (mask.contentType != "image/png") {
        refuse(badType(mask));
    } else if (image.isNull() || !image.hasAlphaChannel() || mask.body.size() >= 4 * mebibyte) {
        refuse(invalid(u"Invalid mask image format - the mask must be a PNG with an alpha channel."_s, u"mask"_s));
    } else if (image.size() != first) {
        refuse(invalid(u"Invalid mask image format - mask size does not match image size."_s, u"mask"_s,
                       u"invalid_mask_image_format"_s));
    }
}

} // namespace lightwell::test
