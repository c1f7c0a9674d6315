// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/offer.h"

#include "core/model/fieldreader.h"
#include "core/model/modes.h"
#include "core/model/offerlimits.h"

#include <algorithm>
#include <limits>

namespace lightwell {

using namespace Qt::StringLiterals;

using Expected = FieldFault::Expected;

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

QList<ImageFormat> readFormats(FieldReader &fields, QLatin1StringView key)
{
    return fields.parsed(key, formatFromName, FieldFault::Expected::Format);
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

/// A price line with a condition, an amount or a unit that cannot be read would count where it must not.
bool misleads(const FieldFault &fault)
{
    return fault.kind != FieldFault::Kind::Unknown;
}

/// Whether an offer of the journal, perhaps of an older release, means nothing with this fault.
bool makesSenseless(const FieldFault &fault)
{
    const QString field = fault.path.steps().first().name;
    if (field == "sizes"_L1) {
        return isNoSizeRule(fault);
    }
    return misleads(fault)
        && (field == "prices"_L1 || field == "formats"_L1 || field == "compressible"_L1 || field == "input_formats"_L1);
}

} // namespace

Offer::Offer() = default;
Offer::Offer(const Offer &) = default;
Offer::Offer(Offer &&) noexcept = default;
Offer &Offer::operator=(const Offer &) = default;
Offer &Offer::operator=(Offer &&) noexcept = default;
Offer::~Offer() = default;

Model::Model() = default;
Model::Model(const Model &) = default;
Model::Model(Model &&) noexcept = default;
Model &Model::operator=(const Model &) = default;
Model &Model::operator=(Model &&) noexcept = default;
Model::~Model() = default;

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
    json::putIfSet(object, "character"_L1, character);
    json::putIfSet(object, "style"_L1, style);
    return object;
}

Result<PriceLine> PriceLine::fromJson(const QJsonObject &object)
{
    QList<FieldFault> faults;
    FieldReader fields(object, &faults);
    const PriceLine line = read(fields);
    const auto fault = std::find_if(faults.begin(), faults.end(), misleads);
    return fault == faults.end() ? Result<PriceLine>(line)
                                 : wrong(u"\"%1\" of a price line cannot be read"_s.arg(fault->path.toString()));
}

PriceLine PriceLine::read(FieldReader &fields)
{
    PriceLine line;
    line.item = fields.word("item"_L1, itemNames, line.item);
    if (!fields.has("unit"_L1)) {
        fields.missing("unit"_L1, Expected::Text);
    }
    line.unit = fields.word("unit"_L1, unitNames, line.unit);
    line.per = fields.whole("per"_L1, 1, 1, offerlimits::maxPer);
    if (!fields.has("usd"_L1)) {
        fields.missing("usd"_L1, Expected::Number);
    }
    line.usd = fields.number("usd"_L1, 0, 0, offerlimits::maxUsd * static_cast<double>(line.per));
    line.firstUsd = fields.number("first_usd"_L1, -1, 0, offerlimits::maxUsd);
    line.roundUp = fields.flag("round_up"_L1, true);
    line.megapixelPixels = fields.number("megapixel_pixels"_L1, line.megapixelPixels, offerlimits::minMegapixelPixels,
                                         offerlimits::maxMegapixelPixels);
    line.typicalQuantity = fields.number("typical_quantity"_L1, 0, 0, offerlimits::maxUnits);
    line.perPreview = fields.number("per_preview"_L1, 0, 0, offerlimits::maxUnits);
    line.maxQuantity = fields.number("max_quantity"_L1, 0, 0, offerlimits::maxUnits);
    line.quality = fields.text("quality"_L1);
    line.tier = fields.parsedOne("tier"_L1, tierFromName, Expected::Tier);
    line.size = fields.parsedOne("size"_L1, sizeFromString, Expected::Size);
    if (const bool editing = fields.flag("editing"_L1); fields.has("editing"_L1)) {
        line.editing = editing;
    }
    if (const bool character = fields.flag("character"_L1); fields.has("character"_L1)) {
        line.character = character;
    }
    if (const bool style = fields.flag("style"_L1); fields.has("style"_L1)) {
        line.style = style;
    }
    fields.refuseUnknown();
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
    putCount(object, "min_input_pixels"_L1, minInputPixels, 0);
    putCount(object, "max_input_pixels"_L1, maxInputPixels, 0);
    putCount(object, "min_input_side"_L1, minInputSide, 0);
    putCount(object, "max_input_side"_L1, maxInputSide, 0);
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
    if (const QJsonObject written = wire.toJson(); !written.isEmpty()) {
        object.insert("wire"_L1, written);
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
    QList<FieldFault> faults;
    FieldReader fields(object, &faults);
    const Offer offer = read(fields);
    if (offer.provider.isEmpty() || offer.providerModel.isEmpty()) {
        return wrong(u"an offer needs \"provider\" and \"provider_model\""_s);
    }
    const bool makesPictures = offer.modes.isEmpty()
        || std::any_of(offer.modes.begin(), offer.modes.end(),
                       [](const QString &mode) { return knownModes().contains(mode); });
    if (offer.formats.isEmpty() && makesPictures) {
        return wrong(u"%1: \"formats\" must name at least one picture format"_s.arg(offer.providerModel));
    }
    const auto fault = std::find_if(faults.begin(), faults.end(), makesSenseless);
    if (fault != faults.end()) {
        return wrong(u"%1: \"%2\" cannot be read"_s.arg(offer.providerModel, fault->path.toString()));
    }
    return offer;
}

Offer Offer::read(FieldReader &fields)
{
    Offer offer;
    offer.model = fields.text("model"_L1);
    offer.provider = fields.text("provider"_L1);
    offer.providerModel = fields.text("provider_model"_L1);
    for (const QLatin1StringView key : {"provider"_L1, "provider_model"_L1}) {
        if (!fields.has(key)) {
            fields.missing(key, Expected::Text);
        }
    }
    offer.modes = fields.words("modes"_L1, knownModes());
    if (fields.has("sizes"_L1)) {
        FieldReader rule = fields.inner("sizes"_L1);
        offer.sizes = readSizeRule(rule).value_or(offer.sizes);
    } else {
        fields.accept("sizes"_L1);
        fields.missing("sizes"_L1, Expected::Rule);
    }
    offer.autoSize = fields.flag("auto_size"_L1);
    offer.formats = readFormats(fields, "formats"_L1);
    offer.compressible = readFormats(fields, "compressible"_L1);
    offer.inputFormats = readFormats(fields, "input_formats"_L1);
    if (!fields.has("formats"_L1)) {
        fields.missing("formats"_L1, Expected::List);
    }
    offer.maxPerCall = static_cast<int>(fields.whole("max_per_call"_L1, 1, 1, offerlimits::maxPerCall));
    offer.maxInputImages = static_cast<int>(fields.whole("max_input_images"_L1, 0, 0, offerlimits::maxInputImages));
    offer.maxPromptLength = static_cast<int>(fields.whole("max_prompt_length"_L1, 0, 0, offerlimits::maxPromptLength));
    offer.maxInputBytes = fields.whole("max_input_bytes"_L1, 0, 0, offerlimits::maxBytes);
    offer.minInputPixels = fields.whole("min_input_pixels"_L1, 0, 0, offerlimits::maxPixels);
    offer.maxInputPixels = fields.whole("max_input_pixels"_L1, 0, 0, offerlimits::maxPixels);
    offer.minInputSide = static_cast<int>(fields.whole("min_input_side"_L1, 0, 0, offerlimits::largestSide));
    offer.maxInputSide = static_cast<int>(fields.whole("max_input_side"_L1, 0, 0, offerlimits::largestSide));
    offer.maxRequestBytes = fields.whole("max_request_bytes"_L1, 0, 0, offerlimits::maxBytes);
    offer.maxSeed = fields.whole("max_seed"_L1, 0, 0, std::numeric_limits<qint64>::max());
    offer.qualities = fields.texts("qualities"_L1);
    offer.backgrounds = fields.texts("backgrounds"_L1);
    offer.styles = fields.texts("styles"_L1);
    offer.fields = fields.table("fields"_L1);
    FieldReader wire = fields.inner("wire"_L1);
    offer.wire = Wire::read(wire);
    const qsizetype lines = fields.list("prices"_L1).size();
    for (qsizetype i = 0; i < lines; ++i) {
        FieldReader line = fields.entry("prices"_L1, i);
        offer.prices.append(PriceLine::read(line));
    }
    offer.priceSource = fields.text("price_source"_L1);
    offer.priceDate = fields.text("price_date"_L1);
    fields.refuseUnknown();
    return offer;
}

QJsonObject Model::toJson() const
{
    QJsonObject object {{"slug"_L1, slug}, {"name"_L1, name}, {"maker"_L1, maker}, {"offers"_L1, json::array(offers)}};
    json::putIfSet(object, "family"_L1, family);
    json::putIfSet(object, "status"_L1, status);
    json::putIfSet(object, "released"_L1, released);
    json::putIfSet(object, "shutdown"_L1, shutdown);
    json::putIfSet(object, "successor"_L1, successor);
    json::putIfSet(object, "license"_L1, license);
    json::putIfSet(object, "notes"_L1, notes);
    putStrings(object, "capabilities"_L1, capabilities);
    putStrings(object, "aliases"_L1, aliases);
    return object;
}

Model Model::read(FieldReader &fields)
{
    Model model;
    model.slug = fields.text("slug"_L1);
    if (!fields.has("slug"_L1)) {
        fields.missing("slug"_L1, Expected::Text);
    }
    model.name = fields.text("name"_L1, model.slug);
    model.maker = fields.text("maker"_L1);
    model.family = fields.text("family"_L1);
    model.status = fields.text("status"_L1, u"active"_s);
    model.released = fields.text("released"_L1);
    model.shutdown = fields.text("shutdown"_L1);
    model.successor = fields.text("successor"_L1);
    model.license = fields.text("license"_L1);
    model.notes = fields.text("notes"_L1);
    model.capabilities = fields.texts("capabilities"_L1);
    model.aliases = fields.texts("aliases"_L1);
    fields.accept("offers"_L1);
    fields.refuseUnknown();
    return model;
}

} // namespace lightwell
