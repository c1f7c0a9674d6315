// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/modelschema.h"

#include "core/model/requestlimits.h"
#include "core/model/tuning.h"
#include "core/net/inputlink.h"

#include <QJsonArray>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

QJsonObject oneOf(const QStringList &words)
{
    return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray::fromStringList(words)}};
}

QJsonObject number(const QString &type, double least, double most)
{
    return {{u"type"_s, type}, {u"minimum"_s, least}, {u"maximum"_s, most}};
}

QJsonObject text(qsizetype longest)
{
    return {{u"type"_s, u"string"_s}, {u"maxLength"_s, qint64(longest)}};
}

QStringList formatNames(const QList<ImageFormat> &formats)
{
    QStringList names;
    for (const ImageFormat format : formats) {
        names.append(formatName(format));
    }
    return names;
}

QStringList tierNames(const QList<ResolutionTier> &tiers)
{
    QStringList names;
    for (const ResolutionTier tier : tiers) {
        names.append(tierName(tier));
    }
    return names;
}

void addLimit(QJsonObject &limits, const QString &name, double value)
{
    if (value > 0) {
        limits.insert(name, value);
    }
}

/// The fields for the size, in the form of each rule.
struct SizeFields
{
    QJsonObject &properties;
    bool isAutomatic = false;

    [[nodiscard]] QStringList withAuto(QStringList words) const
    {
        if (isAutomatic) {
            words.append(u"auto"_s);
        }
        return words;
    }
    void addTiers(const QList<ResolutionTier> &tiers) const
    {
        if (!tiers.isEmpty()) {
            properties.insert(u"resolution"_s, oneOf(tierNames(tiers)));
        }
    }
    void operator()(const SizeUncontrolled & /*rule*/) const { }
    void operator()(const SizeList &rule) const
    {
        QStringList sizes;
        for (const QSize size : rule.sizes) {
            sizes.append(sizeToString(size));
        }
        properties.insert(u"size"_s, oneOf(withAuto(sizes)));
    }
    void operator()(const SizeRatios &rule) const
    {
        QStringList ratios;
        for (const AspectRatio &ratio : rule.ratios) {
            ratios.append(ratio.toString());
        }
        properties.insert(u"aspect_ratio"_s, oneOf(withAuto(ratios)));
        addTiers(rule.tiers);
    }
    void operator()(const SizeAnyRatio &rule) const
    {
        properties.insert(
            u"aspect_ratio"_s,
            QJsonObject {{u"type"_s, u"string"_s},
                         {u"pattern"_s, u"^[0-9.]+:[0-9.]+$"_s},
                         {u"examples"_s, QJsonArray {rule.preferred.toString()}},
                         {u"x-size"_s,
                          QJsonObject {{u"min_ratio"_s, rule.least.value()}, {u"max_ratio"_s, rule.most.value()}}}});
        addTiers(rule.tiers);
    }
    void operator()(const SizeRange &rule) const
    {
        QJsonObject limits;
        addLimit(limits, u"min_side"_s, rule.minSide);
        addLimit(limits, u"max_side"_s, rule.maxSide);
        addLimit(limits, u"multiple_of"_s, rule.multipleOf);
        addLimit(limits, u"min_pixels"_s, double(rule.minPixels));
        addLimit(limits, u"max_pixels"_s, double(rule.maxPixels));
        addLimit(limits, u"min_ratio"_s, rule.minRatio);
        addLimit(limits, u"max_ratio"_s, rule.maxRatio);
        properties.insert(u"size"_s,
                          QJsonObject {{u"type"_s, u"string"_s},
                                       {u"pattern"_s, isAutomatic ? u"^([0-9]+x[0-9]+|auto)$"_s : u"^[0-9]+x[0-9]+$"_s},
                                       {u"examples"_s, QJsonArray {sizeToString(rule.preferred)}},
                                       {u"x-size"_s, limits}});
    }
};

/// The words of a table of values, which are JSON's own true and false where they are named so.
QJsonObject ofTable(const QJsonObject &table)
{
    QJsonArray words;
    const QStringList names = table.keys();
    for (const QString &name : names) {
        const bool isTruth = name == "true"_L1 || name == "false"_L1;
        words.append(isTruth ? QJsonValue(name == "true"_L1) : QJsonValue(name));
    }
    return {{u"enum"_s, words}};
}

QJsonObject usualTuning(const QString &name)
{
    if (name == "steps"_L1) {
        return number(u"integer"_s, 1, tuninglimits::steps);
    }
    if (name == "guidance"_L1) {
        return number(u"number"_s, 0, tuninglimits::guidance);
    }
    if (name == "strength"_L1) {
        return number(u"number"_s, 0, tuninglimits::strength);
    }
    if (name == "scale_factor"_L1) {
        return number(u"number"_s, 1, tuninglimits::scaleFactor);
    }
    if (name == "input_fidelity"_L1) {
        return oneOf({u"low"_s, u"high"_s});
    }
    if (name == "prompt_enhancement"_L1) {
        return {{u"type"_s, u"boolean"_s}};
    }
    if (name == "loras"_L1) {
        const QJsonObject lora {
            {u"type"_s, u"object"_s},
            {u"properties"_s,
             QJsonObject {{u"name"_s, QJsonObject {{u"type"_s, u"string"_s}}},
                          {u"weight"_s, number(u"number"_s, -tuninglimits::loraWeight, tuninglimits::loraWeight)}}},
            {u"required"_s, QJsonArray {u"name"_s}}};
        return {{u"type"_s, u"array"_s}, {u"items"_s, lora}, {u"maxItems"_s, qint64(tuninglimits::loras)}};
    }
    return {{u"type"_s, u"string"_s}}; // moderation, scheduler: words of the offer's own
}

QJsonObject tuningField(const Offer &offer, const QString &name)
{
    if (const auto table = offer.wire.values.constFind(name); table != offer.wire.values.constEnd()) {
        return ofTable(*table);
    }
    QJsonObject field = usualTuning(name);
    if (const auto range = offer.wire.ranges.constFind(name); range != offer.wire.ranges.constEnd()) {
        field.insert(u"minimum"_s, range->least);
        field.insert(u"maximum"_s, range->most);
    }
    return field;
}

void addWords(QJsonObject &properties, const Offer &offer, const QString &name, const QStringList &words)
{
    if (offer.supports(name)) {
        properties.insert(name, words.isEmpty() ? QJsonObject {{u"type"_s, u"string"_s}} : oneOf(words));
    }
}

QJsonObject picture(const Offer &offer, const QString &parameter)
{
    const QJsonObject bytes {{u"type"_s, u"string"_s}, {u"contentEncoding"_s, u"base64"_s}};
    if (!offer.wire.links.contains(parameter)) {
        return bytes;
    }
    const QJsonObject link {{u"type"_s, u"string"_s},
                            {u"format"_s, u"uri"_s},
                            {u"pattern"_s, u"^https://"_s},
                            {u"maxLength"_s, inputlink::longest}};
    return {{u"anyOf"_s, QJsonArray {bytes, link}}};
}

void addPictures(QJsonObject &properties, const Offer &offer)
{
    if (offer.maxInputImages > 0) {
        const QJsonObject one = picture(offer, u"image"_s);
        properties.insert(u"image"_s,
                          QJsonObject {{u"oneOf"_s,
                                        QJsonArray {one,
                                                    QJsonObject {{u"type"_s, u"array"_s},
                                                                 {u"items"_s, one},
                                                                 {u"minItems"_s, 1},
                                                                 {u"maxItems"_s, offer.maxInputImages}}}}});
    }
    if (offer.supports(u"mask"_s)) {
        properties.insert(u"mask"_s, picture(offer, u"mask"_s));
    }
}

/// What the gateway does itself, whoever makes the picture.
void addOwn(QJsonObject &properties)
{
    constexpr int maxPreviews = 3;
    properties.insert(u"response_format"_s, oneOf({u"url"_s, u"b64_json"_s}));
    properties.insert(u"fit"_s, oneOf({u"closest"_s, u"crop"_s, u"contain"_s, u"stretch"_s}));
    properties.insert(u"stream"_s, QJsonObject {{u"type"_s, u"boolean"_s}});
    properties.insert(u"partial_images"_s, number(u"integer"_s, 0, maxPreviews));
}

} // namespace

QJsonObject offerSchema(const Offer &offer)
{
    QJsonObject properties {{u"model"_s, oneOf({offer.model, offer.id()})}};
    QJsonArray required {u"model"_s};
    if (offer.supports(u"prompt"_s)) {
        const qsizetype longest = offer.maxPromptLength > 0 ? offer.maxPromptLength : requestlimits::prompt;
        properties.insert(u"prompt"_s, text(longest));
        if (offer.hasMode(u"text-to-image"_s)) {
            required.append(u"prompt"_s);
        }
    }
    if (offer.supports(u"negative_prompt"_s)) {
        properties.insert(u"negative_prompt"_s, text(requestlimits::prompt));
    }
    properties.insert(u"n"_s, number(u"integer"_s, 1, offer.maxPerCall));
    std::visit(SizeFields {properties, offer.autoSize}, offer.sizes);
    addWords(properties, offer, u"quality"_s, offer.qualities);
    addWords(properties, offer, u"style"_s, offer.styles);
    addWords(properties, offer, u"background"_s, offer.backgrounds);
    if (!offer.formats.isEmpty()) {
        properties.insert(u"output_format"_s, oneOf(formatNames(offer.formats)));
    }
    if (!offer.compressible.isEmpty()) {
        constexpr int best = 100;
        properties.insert(u"output_compression"_s, number(u"integer"_s, 0, best));
    }
    if (offer.supports(u"seed"_s)) {
        properties.insert(u"seed"_s,
                          number(u"integer"_s, 0, double(offer.maxSeed > 0 ? offer.maxSeed : requestlimits::seed)));
    }
    if (offer.supports(u"user"_s)) {
        properties.insert(u"user"_s, QJsonObject {{u"type"_s, u"string"_s}});
    }
    for (const QString &name : Tuning::names()) {
        if (offer.supports(name) || offer.wire.ranges.contains(name)) {
            properties.insert(name, tuningField(offer, name));
        }
    }
    addPictures(properties, offer);
    for (const QString &name : offer.wire.ownFields) {
        properties.insert(name, QJsonObject()); // the vendor's own: nobody here knows what it takes
    }
    for (const QString &name : offer.wire.required) {
        required.append(name);
    }
    addOwn(properties);
    return {{u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s},
            {u"title"_s, offer.id()},
            {u"type"_s, u"object"_s},
            {u"properties"_s, properties},
            {u"required"_s, required},
            {u"additionalProperties"_s, false}};
}

QJsonArray offerSchemas(const Model &model)
{
    QJsonArray schemas;
    for (const Offer &offer : model.offers) {
        schemas.append(QJsonObject {{u"offer"_s, offer.id()},
                                    {u"provider"_s, offer.provider},
                                    {u"modes"_s, QJsonArray::fromStringList(offer.modes)},
                                    {u"schema"_s, offerSchema(offer)}});
    }
    return schemas;
}

} // namespace lightwell::openai
