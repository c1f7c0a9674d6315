// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/requestoptions.h"

#include "app/cli/picturefiles.h"
#include "app/cli/promptinput.h"
#include "app/cli/tuningoptions.h"
#include "core/media/codec.h"
#include "core/media/inputpicture.h"
#include "core/model/boundedjson.h"
#include "core/model/requestlimits.h"
#include "core/model/sizewords.h"
#include "core/planning/tuningrule.h"
#include "core/storage/readfile.h"
#include "core/wording/wording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

Error wrong(const QString &option, const QString &message)
{
    return notSent(ErrorKind::Invalid, message, option);
}

/// A word out of a few that means none of them.
Error noSuchWord(const QString &option, const QString &word, const QStringList &known)
{
    Error fault = wordFault("--"_L1 + option, word, known, known);
    fault.param = option;
    return fault;
}

/// Only what is a picture leaves the machine, and only what is one is paid for.
/// `masked`: the file of the picture that a mask is of; empty for a picture.
Result<InputImage> readImage(const QString &option, const QString &path, const QString &masked = {})
{
    const Result<QByteArray> bytes = readRegularFile(path, DecodeLimits().maxBytes);
    if (!bytes) {
        return wrong(option, wording::sentence(bytes.error()));
    }
    const Result<QByteArray> maskedBytes =
        masked.isEmpty() ? QByteArray() : readRegularFile(masked, DecodeLimits().maxBytes);
    const Result<QByteArray> picture =
        maskedBytes && !maskedBytes->isEmpty() ? preparedMask(*bytes, *maskedBytes) : preparedInput(*bytes);
    if (!picture) {
        return wrong(option,
                     Text::tr("%1 cannot be sent as a picture. %2").arg(path, wording::sentence(picture.error())));
    }
    return InputImage {*picture, inputName(QFileInfo(path).fileName(), *picture)};
}

/// Reads a whole number within limits; false where the option is there and is none.
bool readNumber(const QCommandLineParser &parser, const QString &option, qint64 least, qint64 most,
                std::optional<qint64> &target)
{
    if (!parser.isSet(option)) {
        return true;
    }
    bool isNumber = false;
    const qint64 number = parser.value(option).toLongLong(&isNumber);
    target = number;
    return isNumber && number >= least && number <= most;
}

Status readSize(const QCommandLineParser &parser, SizeRequest &size)
{
    const auto misread = [&](const QString &option, bool (*read)(const QString &, SizeRequest &)) {
        return parser.isSet(option) && !read(parser.value(option), size);
    };
    if (misread(u"size"_s, readSizeWord)) {
        return wrong(u"size"_s,
                     Text::tr("--size is WIDTHxHEIGHT, a ratio such as 16:9, 0.5K to 4K, or auto; \"%1\" is none.")
                         .arg(parser.value(u"size"_s)));
    }
    if (misread(u"aspect-ratio"_s, readRatioWord)) {
        return wrong(u"aspect-ratio"_s,
                     Text::tr("--aspect-ratio is two numbers such as 16:9, or auto; \"%1\" is not.")
                         .arg(parser.value(u"aspect-ratio"_s)));
    }
    if (misread(u"resolution"_s, readTierWord)) {
        return wrong(
            u"resolution"_s,
            Text::tr("--resolution is 0.5K, 1K, 2K, 4K or auto; \"%1\" is not.").arg(parser.value(u"resolution"_s)));
    }
    return Success();
}

/// A file says its format by its suffix, which must be one that can be written and the one that is asked for.
Status readTarget(const QString &output, std::optional<ImageFormat> &format)
{
    if (isFolderName(output)) {
        return Success();
    }
    const QString suffix = QFileInfo(output).suffix();
    const std::optional<ImageFormat> named = formatFromName(suffix);
    if (!named || !mayBeAskedFor(*named)) {
        return wrong(
            u"output"_s,
            Text::tr("A file ending in .%1 cannot be written: take .png, .jpg, .webp, .avif, .gif, .jxl or .svg, or "
                     "a folder, whose name ends in a slash.")
                .arg(suffix));
    }
    if (format && *format != *named) {
        return wrong(u"output"_s,
                     Text::tr("-o names a file of the format %1, but --format says %2.")
                         .arg(formatLabel(*named), formatLabel(*format)));
    }
    format = named;
    return Success();
}

Status readOutput(const QCommandLineParser &parser, Request &request)
{
    if (const QString text = parser.value(u"format"_s); !text.isEmpty()) {
        request.format = formatFromName(text);
        if (!request.format || !mayBeAskedFor(*request.format)) {
            return noSuchWord(u"format"_s, text, deliverableFormatNames());
        }
    }
    // For several models it is a folder, whatever its name looks like.
    if (const bool several = parser.optionNames().contains(u"models"_s); parser.isSet(u"output"_s) && !several) {
        if (const Status target = readTarget(parser.value(u"output"_s), request.format); !target.ok()) {
            return target;
        }
    }
    std::optional<qint64> compression;
    if (!readNumber(parser, u"compression"_s, 0, 100, compression)) {
        return wrong(u"compression"_s, Text::tr("--compression is a whole number from 0 (smallest) to 100 (best)."));
    }
    if (compression) {
        request.compression = static_cast<int>(*compression);
    }
    if (const QString text = parser.value(u"fit"_s); !text.isEmpty()) {
        const std::optional<Fit> fit = fitFromName(text);
        if (!fit) {
            return noSuchWord(u"fit"_s, text, {u"closest"_s, u"crop"_s, u"contain"_s, u"stretch"_s});
        }
        request.fit = *fit;
    }
    return Success();
}

bool worksOnFile(Operation operation)
{
    return operation != Operation::Create;
}

Status readImages(const QCommandLineParser &parser, Request &request)
{
    QStringList paths = parser.values(u"image"_s);
    if (worksOnFile(request.operation)) {
        paths.prepend(parser.positionalArguments().value(0));
    }
    for (const auto &[option, role, files] :
         {std::tuple {u"image"_s, ImageRole::Reference, paths},
          {u"style-image"_s, ImageRole::Style, parser.values(u"style-image"_s)},
          {u"character-image"_s, ImageRole::Character, parser.values(u"character-image"_s)}}) {
        for (const QString &path : files) {
            Result<InputImage> image = readImage(option, path);
            if (!image) {
                return image.error();
            }
            request.images.append(std::move(image).value());
            request.images.last().role = role;
        }
    }
    if (parser.isSet(u"mask"_s)) {
        Result<InputImage> mask = readImage(u"mask"_s, parser.value(u"mask"_s), paths.value(0));
        if (!mask) {
            return mask.error();
        }
        request.mask = std::move(mask).value();
    }
    return Success();
}

Status checkLengths(const QCommandLineParser &parser, const Request &request)
{
    for (const auto &[name, text] :
         {std::pair {u"prompt"_s, request.prompt}, {u"negative-prompt"_s, request.negativePrompt}}) {
        if (text.size() > requestlimits::prompt) {
            return wrong(name, Text::tr("A prompt may have at most %1 characters.").arg(requestlimits::prompt));
        }
    }
    for (const QString &name : {u"quality"_s, u"style"_s, u"background"_s}) {
        if (parser.value(name).size() > requestlimits::word) {
            return wrong(name, Text::tr("--%1 may have at most %2 characters.").arg(name).arg(requestlimits::word));
        }
    }
    qsizetype bytes = 0;
    const QStringList fields = parser.values(u"extra"_s);
    for (const QString &field : fields) {
        bytes += field.size();
    }
    if (fields.size() > requestlimits::extraFields || bytes > requestlimits::extraBytes) {
        return wrong(u"extra"_s,
                     Text::tr("--extra may be given %1 times, with %2 characters in all.")
                         .arg(requestlimits::extraFields)
                         .arg(requestlimits::extraBytes));
    }
    return Success();
}

/// Numbers, true, false, lists and objects as JSON has them; everything else is text.
Status readExtra(const QCommandLineParser &parser, QJsonObject &extra)
{
    const QStringList fields = parser.values(u"extra"_s);
    for (const QString &field : fields) {
        const qsizetype equals = field.indexOf(u'=');
        if (equals < 1) {
            return wrong(u"extra"_s, Text::tr("--extra is NAME=VALUE; \"%1\" is not.").arg(field));
        }
        const QString text = field.mid(equals + 1);
        const Result<QJsonDocument> read = readJson(QByteArray('[' + text.toUtf8() + ']'), jsonlimits::clientBody);
        const bool isJson = read && read->array().size() == 1;
        extra.insert(field.left(equals), isJson ? read->array().first() : QJsonValue(text));
    }
    return Success();
}

} // namespace

void declareRequestOptions(QCommandLineParser &parser, bool oneModel, Operation operation)
{
    if (worksOnFile(operation)) {
        parser.addPositionalArgument(u"file"_s, Text::tr("The picture to work on."));
        parser.addOption({u"prompt"_s, Text::tr("Words for models that take some along."), u"TEXT"_s});
    } else {
        parser.addPositionalArgument(u"prompt"_s, Text::tr("What the picture shows."));
    }
    if (oneModel) {
        parser.addOption({u"model"_s, Text::tr("The model: its name, or provider/name."), u"MODEL"_s});
    } else {
        parser.addOption({u"models"_s, Text::tr("The models, separated by commas."), u"A,B,C"_s});
    }
    parser.addOptions({
        {u"negative-prompt"_s, Text::tr("What the picture should not show, where the model has that."), u"TEXT"_s},
        {u"size"_s, Text::tr("Pixels (1024x768), a ratio (16:9), 0.5K to 4K, or auto."), u"SIZE"_s},
        {u"aspect-ratio"_s, Text::tr("The shape: 1:1, 3:2, 16:9 …, or auto."), u"RATIO"_s},
        {u"resolution"_s, Text::tr("0.5K, 1K, 2K, 4K or auto."), u"TIER"_s},
        {u"n"_s, Text::tr("How many pictures, 1 to 10."), u"N"_s},
        {u"format"_s, Text::tr("png, jpeg, webp, avif, gif or jxl; svg where the model draws."), u"FORMAT"_s},
        {u"compression"_s, Text::tr("0 (smallest) to 100 (best), for lossy formats."), u"0-100"_s},
        {u"quality"_s, Text::tr("The model's own word: low, medium, high …"), u"WORD"_s},
        {u"style"_s, Text::tr("The model's own word for a style."), u"WORD"_s},
        {u"background"_s, Text::tr("transparent, opaque or auto."), u"KIND"_s},
        {u"seed"_s, Text::tr("The same seed gives the same picture, where the model keeps to it; -1 is any."),
         u"NUMBER"_s},
        {u"image"_s, Text::tr("A reference picture; may be given several times."), u"FILE"_s},
        {u"style-image"_s,
         Text::tr("A picture whose look is taken over, where the model has that; may be given several times."),
         u"FILE"_s},
        {u"character-image"_s,
         Text::tr("A picture of a figure to show, where the model has that; may be given several times."), u"FILE"_s},
        {u"mask"_s, Text::tr("A PNG whose transparent part may be changed."), u"FILE"_s},
        {u"fit"_s, Text::tr("closest, or exactly the asked pixels by crop, contain or stretch."), u"HOW"_s},
        {u"extra"_s, Text::tr("A field of the vendor's own, such as acceleration=high; may be given several times."),
         u"NAME=VALUE"_s},
        {u"strict"_s, Text::tr("Refuse rather than emulate or leave something out.")},
        {u"json"_s, Text::tr("Print JSON for programs.")},
    });
    declareTuningOptions(parser);
}

namespace {

Result<Request> readOptions(const QCommandLineParser &parser, Request request)
{
    if (parser.optionNames().contains(u"model"_s)) {
        request.model = parser.value(u"model"_s);
    }
    request.negativePrompt = parser.value(u"negative-prompt"_s);
    request.quality = parser.value(u"quality"_s);
    request.style = parser.value(u"style"_s);
    request.background = parser.value(u"background"_s);
    request.strict = parser.isSet(u"strict"_s);
    std::optional<qint64> number;
    if (!readNumber(parser, u"n"_s, 1, requestlimits::pictures, number)) {
        return wrong(u"n"_s, Text::tr("-n is a whole number from 1 to 10."));
    }
    request.n = static_cast<int>(number.value_or(1));
    request.isCountSaid = number.has_value();
    if (!readNumber(parser, u"seed"_s, -1, requestlimits::seed, request.seed)) {
        return wrong(u"seed"_s,
                     Text::tr("--seed is a whole number from 0 to %1, or -1 for any.").arg(requestlimits::seed));
    }
    for (const auto &read :
         {checkLengths(parser, request), Status(readSize(parser, request.size)), readOutput(parser, request),
          readTuningOptions(parser, request.tuning), readImages(parser, request), readExtra(parser, request.extra)}) {
        if (!read.ok()) {
            return read.error();
        }
    }
    return request;
}

} // namespace

std::optional<Result<Request>> requestFromOptions(const QCommandLineParser &parser, Terminal &terminal,
                                                  Operation operation)
{
    Request request;
    request.operation = operation;
    if (worksOnFile(operation)) {
        if (parser.positionalArguments().size() != 1) {
            return wrong(u"file"_s, Text::tr("Give the picture to work on as one argument."));
        }
        request.prompt = parser.value(u"prompt"_s);
        return readOptions(parser, std::move(request));
    }
    if (parser.positionalArguments().size() != 1) {
        return wrong(u"prompt"_s, Text::tr("Give the prompt as one argument, in quotes."));
    }
    request.prompt = parser.positionalArguments().constFirst();
    const std::optional<Status> prompt = readPromptInput(request, terminal);
    if (!prompt) {
        return std::nullopt;
    }
    return *prompt ? readOptions(parser, std::move(request)) : Result<Request>(prompt->error());
}

} // namespace lightwell
