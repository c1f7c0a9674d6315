// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/callbody.h"

#include "core/gateway/dialects/openai/picturenames.h"
#include "core/gateway/http/multipartform.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

Error syntaxError(const Error &fault)
{
    return fault.code == "json_syntax"_L1
        ? notSent(ErrorKind::Invalid, Text::tr("The body is not JSON (%1).").arg(fault.message))
        : fault;
}

/// Fields that stay words, even where they look like a number ("a 7" is a prompt).
bool isWord(const QString &name)
{
    static constexpr std::array words {"model",        "prompt",        "negative_prompt",   "size",
                                       "aspect_ratio", "resolution",    "quality",           "style",
                                       "user",         "background",    "output_format",     "response_format",
                                       "fit",          "matte",         "safety_identifier", "moderation",
                                       "scheduler",    "input_fidelity"};
    return std::any_of(words.begin(), words.end(),
                       [&name](const char *word) { return name == QLatin1StringView(word); });
}

QJsonValue valueOf(const QString &name, const QByteArray &content)
{
    const QString text = QString::fromUtf8(content);
    if (isWord(name)) {
        return text;
    }
    if (text == "true"_L1 || text == "false"_L1) {
        return text == "true"_L1;
    }
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    const bool isPlain = isNumber && content.size() <= 20 && std::all_of(content.begin(), content.end(), [](char c) {
                             return (c >= '0' && c <= '9') || c == '.' || c == '-';
                         });
    if (!isPlain) {
        return text;
    }
    const qint64 whole = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(whole) : QJsonValue(number);
}

} // namespace

Result<CallBody> readJsonBody(const QByteArray &body)
{
    LiftedJson json(body, jsonlimits::clientBody);
    if (const std::optional<Error> &fault = json.fault()) {
        return syntaxError(*fault);
    }
    if (json.isList()) {
        return notSent(ErrorKind::Invalid, Text::tr("The body is no JSON object, but a list."));
    }
    return CallBody {std::move(json), {}};
}

Result<CallBody> readForm(const GatewayRequest &request)
{
    const Result<QList<FormField>> form = readMultipartForm(request.header("Content-Type"), request.body);
    if (!form) {
        return form.error();
    }
    QJsonObject fields;
    QList<FormPicture> pictures;
    for (const FormField &field : *form) {
        const bool isList = field.name.endsWith("[]"_L1);
        const QString name = isList ? field.name.chopped(2) : field.name;
        if (field.isFile) {
            const std::optional<PictureUse> use = pictureUseOf(name);
            if (!use) {
                return notSent(
                    ErrorKind::Invalid,
                    Text::tr("There is no use for the file %1. Files are image, image[] and mask.").arg(name.left(64)),
                    name.left(64));
            }
            pictures.append({use == PictureUse::Mask, field.content});
            continue;
        }
        if (field.content.size() > jsonlimits::clientBody.bytes) {
            return notSent(ErrorKind::Invalid, Text::tr("%1 is too long.").arg(name.left(64)), name.left(64));
        }
        if (isList && (!fields.contains(name) || fields.value(name).isArray())) {
            QJsonArray list = fields.value(name).toArray();
            list.append(valueOf(name, field.content));
            fields.insert(name, list);
        } else if (fields.contains(name) && pictureUseOf(name)) { // several of one name, as with files
            QJsonArray list =
                fields.value(name).isArray() ? fields.value(name).toArray() : QJsonArray {fields.value(name)};
            list.append(QString::fromUtf8(field.content));
            fields.insert(name, list);
        } else if (fields.contains(name)) {
            return notSent(ErrorKind::Invalid, Text::tr("The form has %1 twice. Send it once.").arg(name.left(64)),
                           name.left(64));
        } else {
            fields.insert(name, valueOf(name, field.content));
        }
    }
    Result<CallBody> body = readJsonBody(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    if (!body) {
        return body.error();
    }
    body.value().pictures = std::move(pictures);
    return body;
}

void forEachPiece(const GatewayRequest &request, const std::function<void(const QByteArray &)> &add)
{
    const QByteArray type = request.header("Content-Type");
    const Result<QList<FormField>> form =
        isMultipartForm(type) ? readMultipartForm(type, request.body) : Result<QList<FormField>>(Error());
    if (!form) {
        return add(request.body);
    }
    for (const FormField &field : *form) {
        add(QByteArray::number(field.name.size()) + (field.isFile ? 'f' : 't')
            + QByteArray::number(field.content.size()) + ' ' + field.name.toUtf8());
        add(field.content);
    }
}

} // namespace lightwell::openai
