// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/picturewish.h"

#include "core/model/displaytext.h"
#include "core/model/modelname.h"
#include "core/model/requestlimits.h"
#include "core/model/sizewords.h"
#include "core/planning/tuningrule.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

std::optional<Error> readSize(const QString &text, Request &request)
{
    if (text.isEmpty() || readSizeWord(text, request.size)) {
        return std::nullopt;
    }
    return notSent(ErrorKind::Invalid, Text::tr("size must be like 1024x1024, 16:9, 2K or auto."), u"size"_s);
}

std::optional<Error> readTuning(const QJsonObject &arguments, Tuning &tuning)
{
    for (const QString &name : Tuning::names()) {
        const QJsonValue value = arguments.value(name);
        if (!value.isUndefined() && !tuning.read(name, value)) {
            return tuningFault(name, name, value);
        }
    }
    return std::nullopt;
}

std::optional<Error> readExtra(const QJsonValue &value, const Message &message, Request &request)
{
    qsizetype left = requestlimits::extraBytes;
    const std::optional<QJsonValue> restored =
        message.text ? message.text->restored(value, left) : std::optional(value);
    const QJsonObject fields = restored.value_or(QJsonValue()).toObject();
    if (!restored || fields.size() > requestlimits::extraFields) {
        return notSent(ErrorKind::Invalid,
                       Text::tr("extra may have %1 fields and %2 KiB in all.")
                           .arg(requestlimits::extraFields)
                           .arg(requestlimits::extraBytes / 1024),
                       u"extra"_s);
    }
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field.key().isEmpty() || !isDisplayable(field.key())) {
            return notSent(ErrorKind::Invalid, Text::tr("A field in extra has a name that cannot be seen."),
                           u"extra"_s);
        }
    }
    request.extra = fields;
    return std::nullopt;
}

Operation operationOf(const QString &name)
{
    return operationFromName(name).value_or(Operation::Create); // "edit": a picture and words make one
}

/// null is the same as absent, as assistants write it.
QJsonObject withoutNulls(QJsonObject arguments)
{
    for (auto argument = arguments.begin(); argument != arguments.end();) {
        argument = argument->isNull() ? arguments.erase(argument) : std::next(argument);
    }
    return arguments;
}

QByteArray fingerprintOf(const QString &tool, QJsonObject arguments, const PictureWish &wish)
{
    for (const QString &name :
         {u"max_cost_usd"_s, u"allow_unknown_price"_s, u"wait_seconds"_s, u"images"_s, u"mask"_s}) {
        arguments.remove(name); // the result is the same
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray("mcp\n" + tool.toUtf8() + '\n'));
    hash.addData(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
    hash.addData(wish.request.prompt.toUtf8());
    hash.addData(wish.request.negativePrompt.toUtf8());
    return hash.result();
}

void readWords(const QJsonObject &arguments, const Message &message, Request &request)
{
    request.model = arguments.value("model"_L1).toString().trimmed();
    request.prompt = message.textOf(arguments.value("prompt"_L1));
    request.negativePrompt = message.textOf(arguments.value("negative_prompt"_L1));
    request.n = arguments.value("n"_L1).toInt(1);
    request.isCountSaid = arguments.contains("n"_L1);
    request.quality = arguments.value("quality"_L1).toString();
    request.style = arguments.value("style"_L1).toString();
    request.background = arguments.value("background"_L1).toString();
    request.format = formatFromName(arguments.value("output_format"_L1).toString());
    request.fit = fitFromName(arguments.value("fit"_L1).toString()).value_or(Fit::Closest);
    request.strict = arguments.value("strict"_L1).toBool();
    request.operation = operationOf(arguments.value("operation"_L1).toString());
    if (const QJsonValue seed = arguments.value("seed"_L1); !seed.isUndefined()) {
        request.seed = seed.toInteger();
    }
    if (const QJsonValue compression = arguments.value("output_compression"_L1); !compression.isUndefined()) {
        request.compression = compression.toInt();
    }
}

void readPictures(const QJsonObject &arguments, const Message &message, PictureWish &wish)
{
    const auto bytesOf = [&message](const QJsonValue &value) {
        return message.text ? message.text->text(value) : value.toString().toUtf8();
    };
    const QJsonArray images = arguments.value("images"_L1).toArray();
    for (const QJsonValue image : images) {
        wish.images.append({u"images"_s, bytesOf(image)});
    }
    if (const QJsonValue mask = arguments.value("mask"_L1); !mask.isUndefined()) {
        wish.mask = GivenPicture {u"mask"_s, bytesOf(mask)};
    }
}

} // namespace

Result<PictureWish> readPictureWish(const QString &tool, const QJsonObject &given, const Message &message)
{
    const QJsonObject arguments = withoutNulls(given);
    PictureWish wish;
    readWords(arguments, message, wish.request);
    if (!isModelName(wish.request.model)) {
        return notSent(ErrorKind::Invalid, Text::tr("model must be the id of a model, as list_models has it."),
                       u"model"_s);
    }
    if (wish.request.prompt.isEmpty() && tool == "estimate_cost"_L1) {
        wish.request.prompt = u"estimate"_s; // a price needs no prompt, but a plan does
    }
    for (const std::optional<Error> &fault :
         {readSize(arguments.value("size"_L1).toString(), wish.request), readTuning(arguments, wish.request.tuning),
          readExtra(arguments.value("extra"_L1), message, wish.request)}) {
        if (fault) {
            return *fault;
        }
    }
    readPictures(arguments, message, wish);
    if (const QJsonValue most = arguments.value("max_cost_usd"_L1); !most.isUndefined()) {
        wish.maxCost = Money::fromDollars(most.toDouble());
    }
    wish.allowsUnknownPrice = arguments.value("allow_unknown_price"_L1).toBool();
    wish.wait = std::chrono::seconds(arguments.value("wait_seconds"_L1).toInt(int(wish.wait.count())));
    wish.fingerprint = fingerprintOf(tool, arguments, wish);
    return wish;
}

} // namespace lightwell::mcp
