// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/offer.h"

#include "core/model/json.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr json::Names itemNames({
    std::pair {PriceLine::Item::OutputImage, "output_image"},
    {PriceLine::Item::InputImage, "input_image"},
    {PriceLine::Item::InputText, "input_text"},
    {PriceLine::Item::OutputText, "output_text"},
});

constexpr json::Names unitNames({
    std::pair {PriceLine::Unit::Image, "image"},
    {PriceLine::Unit::Megapixel, "megapixel"},
    {PriceLine::Unit::Token, "token"},
    {PriceLine::Unit::Second, "second"},
    {PriceLine::Unit::Step, "step"},
    {PriceLine::Unit::Run, "run"},
});

Error wrong(const QString &what)
{
    return notSent(ErrorKind::Invalid, what);
}

QJsonArray formatsToJson(const QList<ImageFormat> &formats)
{
    QJsonArray result;
    for (const ImageFormat format : formats) {
        result.append(formatName(format));
    }
    return result;
}

bool formatsFromJson(const QJsonValue &value, QList<ImageFormat> &formats)
{
    const QStringList names = json::strings(value);
    for (const QString &name : names) {
        const std::optional<ImageFormat> format = formatFromName(name);
        if (!format) {
            return false;
        }
        formats.append(*format);
    }
    return true;
}

void putStrings(QJsonObject &object, QLatin1StringView key, const QStringList &values)
{
    if (!values.isEmpty()) {
        object.insert(key, QJsonArray::fromStringList(values));
    }
}

void putCount(QJsonObject &object, QLatin1StringView key, qint64 value, qint64 usual)
{
    if (value != usual) {
        object.insert(key, value);
    }
}

} // namespace

QString priceItemName(PriceLine::Item item)
{
    return itemNames.name(item);
}

QString priceUnitName(PriceLine::Unit unit)
{
    return unitNames.name(unit);
}

QJsonObject PriceLine::toJson() const
{
    QJsonObject object {{"item"_L1, itemNames.name(item)}, {"unit"_L1, unitNames.name(unit)}, {"usd"_L1, usd}};
    if (per != 1) {
        object.insert("per"_L1, per);
    }
    if (firstUsd >= 0) {
        object.insert("first_usd"_L1, firstUsd);
    }
    if (!roundUp) {
        object.insert("round_up"_L1, false);
    }
    if (megapixelPixels != PriceLine().megapixelPixels) {
        object.insert("megapixel_pixels"_L1, megapixelPixels);
    }
    if (typicalQuantity > 0) {
        object.insert("typical_quantity"_L1, typicalQuantity);
    }
    if (perPreview > 0) {
        object.insert("per_preview"_L1, perPreview);
    }
    if (maxQuantity > 0) {
        object.insert("max_quantity"_L1, maxQuantity);
    }
    json::putIfSet(object, "quality"_L1, quality);
    if (tier) {
        object.insert("tier"_L1, tierName(*tier));
    }
    if (size) {
        object.insert("size"_L1, sizeToString(*size));
    }
    json::putIfSet(object, "editing"_L1, editing);
    return object;
}

Result<PriceLine> PriceLine::fromJson(const QJsonObject &object)
{
    PriceLine line;
    const auto item = itemNames.value(object.value("item"_L1).toString(u"output_image"_s));
    const auto unit = unitNames.value(object.value("unit"_L1).toString());
    if (!item || !unit) {
        return wrong(u"a price line needs a known \"item\" and \"unit\""_s);
    }
    line.item = *item;
    line.unit = *unit;
    if (!object.value("usd"_L1).isDouble() || object.value("usd"_L1).toDouble() < 0) {
        return wrong(u"a price line needs \"usd\", a number that is not negative"_s);
    }
    line.usd = object.value("usd"_L1).toDouble();
    line.per = object.value("per"_L1).toInteger(1);
    if (line.per < 1) {
        return wrong(u"\"per\" of a price line must be at least 1"_s);
    }
    line.firstUsd = object.value("first_usd"_L1).toDouble(-1);
    line.roundUp = object.value("round_up"_L1).toBool(true);
    line.megapixelPixels = object.value("megapixel_pixels"_L1).toDouble(line.megapixelPixels);
    line.typicalQuantity = object.value("typical_quantity"_L1).toDouble();
    line.perPreview = object.value("per_preview"_L1).toDouble();
    line.maxQuantity = object.value("max_quantity"_L1).toDouble();
    line.quality = object.value("quality"_L1).toString();
    if (object.contains("tier"_L1)) {
        line.tier = tierFromName(object.value("tier"_L1).toString());
        if (!line.tier) {
            return wrong(u"\"tier\" of a price line must be 0.5K, 1K, 2K or 4K"_s);
        }
    }
    if (object.contains("size"_L1)) {
        line.size = sizeFromString(object.value("size"_L1).toString());
        if (!line.size) {
            return wrong(u"\"size\" of a price line must be WIDTHxHEIGHT"_s);
        }
    }
    if (const QJsonValue value = object.value("editing"_L1); value.isBool()) {
        line.editing = value.toBool();
    }
    return line;
}

QJsonObject Offer::toJson() const
{
    QJsonObject object {{"model"_L1, model},
                        {"provider"_L1, provider},
                        {"provider_model"_L1, providerModel},
                        {"modes"_L1, QJsonArray::fromStringList(modes)},
                        {"sizes"_L1, sizeRuleToJson(sizes)},
                        {"formats"_L1, formatsToJson(formats)}};
    if (autoSize) {
        object.insert("auto_size"_L1, true);
    }
    if (!compressible.isEmpty()) {
        object.insert("compressible"_L1, formatsToJson(compressible));
    }
    putCount(object, "max_per_call"_L1, maxPerCall, 1);
    putCount(object, "max_input_images"_L1, maxInputImages, 0);
    putCount(object, "max_prompt_length"_L1, maxPromptLength, 0);
    if (!inputFormats.isEmpty()) {
        object.insert("input_formats"_L1, formatsToJson(inputFormats));
    }
    putCount(object, "max_input_bytes"_L1, maxInputBytes, 0);
    putCount(object, "max_request_bytes"_L1, maxRequestBytes, 0);
    putCount(object, "max_seed"_L1, maxSeed, 0);
    putStrings(object, "qualities"_L1, qualities);
    putStrings(object, "backgrounds"_L1, backgrounds);
    putStrings(object, "styles"_L1, styles);
    QJsonObject names;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        names.insert(field.key(), field.value());
    }
    object.insert("fields"_L1, names);
    if (!wire.isEmpty()) {
        object.insert("wire"_L1, wire);
    }
    if (!prices.isEmpty()) {
        object.insert("prices"_L1, json::array(prices));
    }
    json::putIfSet(object, "price_source"_L1, priceSource);
    json::putIfSet(object, "price_date"_L1, priceDate);
    return object;
}

Result<Offer> Offer::fromJson(const QJsonObject &object)
{
    Offer offer;
    offer.model = object.value("model"_L1).toString();
    offer.provider = object.value("provider"_L1).toString();
    offer.providerModel = object.value("provider_model"_L1).toString();
    if (offer.provider.isEmpty() || offer.providerModel.isEmpty()) {
        return wrong(u"an offer needs \"provider\" and \"provider_model\""_s);
    }
    offer.modes = json::strings(object.value("modes"_L1));
    const std::optional<SizeRule> sizes = sizeRuleFromJson(object.value("sizes"_L1).toObject());
    if (!sizes) {
        return wrong(object.contains("sizes"_L1)
                         ? u"%1: \"sizes\" is no size rule"_s.arg(offer.providerModel)
                         : u"%1: \"sizes\" is missing, such as {\"kind\": \"range\", \"multiple_of\": 16, "
                           "\"max_side\": 2048}"_s.arg(offer.providerModel));
    }
    offer.sizes = *sizes;
    offer.autoSize = object.value("auto_size"_L1).toBool();
    if (!formatsFromJson(object.value("formats"_L1), offer.formats) || offer.formats.isEmpty()
        || !formatsFromJson(object.value("compressible"_L1), offer.compressible)
        || !formatsFromJson(object.value("input_formats"_L1), offer.inputFormats)) {
        return wrong(u"%1: \"formats\" must name at least one picture format"_s.arg(offer.providerModel));
    }
    offer.maxPerCall = std::max(1, object.value("max_per_call"_L1).toInt(1));
    offer.maxInputImages = object.value("max_input_images"_L1).toInt();
    offer.maxPromptLength = object.value("max_prompt_length"_L1).toInt();
    offer.maxInputBytes = object.value("max_input_bytes"_L1).toInteger();
    offer.maxRequestBytes = object.value("max_request_bytes"_L1).toInteger();
    offer.maxSeed = object.value("max_seed"_L1).toInteger();
    offer.qualities = json::strings(object.value("qualities"_L1));
    offer.backgrounds = json::strings(object.value("backgrounds"_L1));
    offer.styles = json::strings(object.value("styles"_L1));
    const QJsonObject names = object.value("fields"_L1).toObject();
    for (auto field = names.begin(); field != names.end(); ++field) {
        offer.fields.insert(field.key(), field.value().toString());
    }
    offer.wire = object.value("wire"_L1).toObject();
    const QJsonArray prices = object.value("prices"_L1).toArray();
    for (const QJsonValue &value : prices) {
        Result<PriceLine> line = PriceLine::fromJson(value.toObject());
        if (!line) {
            return wrong(u"%1: %2"_s.arg(offer.providerModel, line.error().message));
        }
        offer.prices.append(*line);
    }
    offer.priceSource = object.value("price_source"_L1).toString();
    offer.priceDate = object.value("price_date"_L1).toString();
    return offer;
}

QJsonObject Model::toJson() const
{
    QJsonObject object {{"slug"_L1, slug}, {"name"_L1, name}, {"maker"_L1, maker}, {"offers"_L1, json::array(offers)}};
    json::putIfSet(object, "family"_L1, family);
    json::putIfSet(object, "status"_L1, status);
    json::putIfSet(object, "released"_L1, released);
    json::putIfSet(object, "license"_L1, license);
    json::putIfSet(object, "notes"_L1, notes);
    putStrings(object, "capabilities"_L1, capabilities);
    putStrings(object, "aliases"_L1, aliases);
    return object;
}

Result<Model> Model::fromJson(const QJsonObject &object)
{
    Model model;
    model.slug = object.value("slug"_L1).toString();
    if (model.slug.isEmpty()) {
        return wrong(u"a model needs a \"slug\""_s);
    }
    model.name = object.value("name"_L1).toString(model.slug);
    model.maker = object.value("maker"_L1).toString();
    model.family = object.value("family"_L1).toString();
    model.status = object.value("status"_L1).toString(u"active"_s);
    model.released = object.value("released"_L1).toString();
    model.license = object.value("license"_L1).toString();
    model.notes = object.value("notes"_L1).toString();
    model.capabilities = json::strings(object.value("capabilities"_L1));
    model.aliases = json::strings(object.value("aliases"_L1));
    const QJsonArray offers = object.value("offers"_L1).toArray();
    for (const QJsonValue &value : offers) {
        QJsonObject row = value.toObject();
        row.insert("model"_L1, model.slug);
        Result<Offer> offer = Offer::fromJson(row);
        if (!offer) {
            return wrong(u"%1: %2"_s.arg(model.slug, offer.error().message));
        }
        model.offers.append(*offer);
    }
    return model;
}

} // namespace lightwell
