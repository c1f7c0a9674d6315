// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/adapter/houserules.h"

#include "core/model/boundedjson.h"
#include "core/model/sizerule.h"

#include <QJsonArray>
#include <QSet>

#include <cmath>

namespace lightwell::sketchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestPrompt = 4000;
constexpr double largestSeed = 9007199254740991.0; // what a JSON number carries exactly

struct House
{
    QString model;
    Style style;
    QSet<QString> fields;
    QList<ImageFormat> formats; ///< first is the default
};

const QList<House> &houses()
{
    static const QList<House> list = {
        {u"sketchbook-scene"_s,
         Style::Scene,
         {u"aspect_ratio"_s, u"output_format"_s},
         {ImageFormat::Png, ImageFormat::Jpeg}},
        {u"sketchbook-pattern"_s, Style::Pattern, {u"size"_s, u"output_format"_s}, {ImageFormat::Png}},
        {u"sketchbook-poster"_s,
         Style::Poster,
         {u"size"_s, u"n"_s, u"output_format"_s, u"output_compression"_s},
         {ImageFormat::Webp, ImageFormat::Png}},
    };
    return list;
}

const QStringList &sceneRatios()
{
    static const QStringList list = {u"1:1"_s, u"3:2"_s, u"2:3"_s, u"4:3"_s, u"3:4"_s, u"16:9"_s, u"9:16"_s, u"21:9"_s};
    return list;
}

const QStringList &patternSizes()
{
    static const QStringList list = {u"512x512"_s, u"768x768"_s, u"1024x1024"_s, u"1536x1024"_s, u"1024x1536"_s};
    return list;
}

Refusal refuse(const QString &code, const QString &param, const QString &message)
{
    return {400, code, message, param};
}

using Fault = std::optional<Refusal>;

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || std::floor(number) != number || std::abs(number) > largestSeed) {
        return std::nullopt;
    }
    return static_cast<qint64>(number);
}

Fault readTexts(const QJsonObject &body, Order &order)
{
    const QJsonValue prompt = body.value(u"prompt"_s);
    const QJsonValue negative = body.value(u"negative_prompt"_s);
    if (!prompt.isString() || prompt.toString().trimmed().isEmpty()) {
        return refuse(u"missing_prompt"_s, u"prompt"_s, u"'prompt' must be a text that is not empty."_s);
    }
    if (!negative.isUndefined() && !negative.isString()) {
        return refuse(u"invalid_negative_prompt"_s, u"negative_prompt"_s, u"'negative_prompt' must be a text."_s);
    }
    order.prompt = prompt.toString();
    order.negativePrompt = negative.toString();
    if (order.prompt.toUcs4().size() > longestPrompt || order.negativePrompt.toUcs4().size() > longestPrompt) {
        return refuse(u"prompt_too_long"_s, u"prompt"_s, u"A prompt has at most 4000 characters."_s);
    }
    return {};
}

bool posterAllows(QSize size)
{
    const SizeRange range {256, 2048, 8, 0, 4194304, 0, 0, {}};
    return size.width() % 8 == 0 && size.height() % 8 == 0 && std::min(size.width(), size.height()) >= range.minSide
        && std::max(size.width(), size.height()) <= range.maxSide
        && qint64(size.width()) * size.height() <= range.maxPixels;
}

Fault readSize(const QJsonObject &body, Order &order)
{
    if (order.style == Style::Scene) {
        const auto size = sceneSize(body.value(u"aspect_ratio"_s).toString(u"1:1"_s));
        if (!size || (body.contains(u"aspect_ratio"_s) && !body.value(u"aspect_ratio"_s).isString())) {
            return refuse(u"invalid_aspect_ratio"_s, u"aspect_ratio"_s,
                          QString(u"'aspect_ratio' must be one of "_s + sceneRatios().join(u", "_s) + u'.'));
        }
        order.size = *size;
        return {};
    }
    if (!body.contains(u"size"_s)) {
        return {};
    }
    const QString text = body.value(u"size"_s).toString();
    const auto size = sizeFromString(text);
    if (order.style == Style::Pattern && (!size || !patternSizes().contains(text))) {
        return refuse(u"invalid_size"_s, u"size"_s,
                      QString(u"'size' must be one of "_s + patternSizes().join(u", "_s) + u'.'));
    }
    if (!size || !posterAllows(*size)) {
        return refuse(u"invalid_size"_s, u"size"_s,
                      u"'size' must be WIDTHxHEIGHT, multiples of 8 from 256 to 2048, at most 4194304 pixels."_s);
    }
    order.size = *size;
    return {};
}

Fault readFormat(const QJsonObject &body, const House &house, Order &order)
{
    order.format = house.formats.first();
    const QJsonValue format = body.value(u"output_format"_s);
    if (!format.isUndefined()) {
        const auto match = std::find_if(house.formats.cbegin(), house.formats.cend(), [&format](ImageFormat candidate) {
            return formatName(candidate) == format.toString();
        });
        if (match == house.formats.cend()) {
            return refuse(u"invalid_output_format"_s, u"output_format"_s,
                          QString(house.model + u" does not make this 'output_format'."_s));
        }
        order.format = *match;
    }
    const QJsonValue compression = body.value(u"output_compression"_s);
    if (!compression.isUndefined()) {
        const auto number = wholeNumber(compression);
        if (!number || *number < 0 || *number > 100 || order.format != ImageFormat::Webp) {
            return refuse(u"invalid_output_compression"_s, u"output_compression"_s,
                          u"'output_compression' must be a whole number from 0 to 100, and only for webp."_s);
        }
        order.compression = static_cast<int>(*number);
    }
    return {};
}

Fault readNumbers(const QJsonObject &body, Order &order)
{
    if (const QJsonValue n = body.value(u"n"_s); !n.isUndefined()) {
        const auto number = wholeNumber(n);
        if (!number || *number < 1 || *number > 4) {
            return refuse(u"invalid_n"_s, u"n"_s, u"'n' must be a whole number from 1 to 4."_s);
        }
        order.n = static_cast<int>(*number);
    }
    if (const QJsonValue seed = body.value(u"seed"_s); !seed.isUndefined()) {
        const auto number = wholeNumber(seed);
        if (!number || *number < 0) {
            return refuse(u"invalid_seed"_s, u"seed"_s, u"'seed' must be a whole number, zero or more."_s);
        }
        order.seed = static_cast<quint64>(*number);
    }
    return {};
}

Fault checkFields(const QJsonObject &body, const House &house)
{
    static const QSet<QString> everywhere = {u"model"_s, u"prompt"_s, u"negative_prompt"_s, u"seed"_s};
    const QStringList names = body.keys();
    for (const QString &name : names) {
        if (!everywhere.contains(name) && !house.fields.contains(name)) {
            return refuse(u"unknown_parameter"_s, name, QString(house.model + u" has no field '"_s + name + u"'."_s));
        }
    }
    return {};
}

} // namespace

std::optional<QSize> sceneSize(const QString &ratio)
{
    const auto parsed = AspectRatio::parse(ratio);
    if (!parsed || !sceneRatios().contains(ratio)) {
        return std::nullopt;
    }
    return sizeFor(*parsed, 1024 * 1024);
}

std::variant<Refusal, Order> readOrder(const QByteArray &bytes)
{
    const Result<QJsonObject> read = readJsonObject(bytes, jsonlimits::own);
    if (!read) {
        return refuse(u"invalid_json"_s, {}, u"The body must be a JSON object."_s);
    }
    const QJsonObject &body = *read;
    const QString model = body.value(u"model"_s).toString();
    const auto house = std::find_if(houses().cbegin(), houses().cend(),
                                    [&model](const House &candidate) { return candidate.model == model; });
    if (house == houses().cend()) {
        return Refusal {404, u"unknown_model"_s, u"There is no such model in this studio."_s, u"model"_s};
    }
    Order order;
    order.style = house->style;
    for (const Fault &fault : {checkFields(body, *house), readTexts(body, order), readSize(body, order),
                               readFormat(body, *house, order), readNumbers(body, order)}) {
        if (fault) {
            return *fault;
        }
    }
    return order;
}

QJsonObject describeModels()
{
    QJsonArray models;
    for (const House &house : houses()) {
        models.append(QJsonObject {{u"id"_s, house.model}});
    }
    return {{u"models"_s, models}};
}

} // namespace lightwell::sketchbook
