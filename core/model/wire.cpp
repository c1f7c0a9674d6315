// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/wire.h"

#include "core/model/fieldreader.h"
#include "core/model/tuning.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

using Expected = FieldFault::Expected;

namespace {

constexpr json::Names sizeForms({
    std::pair {SizeForm::Text, "WxH"},
    {SizeForm::Object, "object"},
    {SizeForm::TwoFields, "width-height"},
    {SizeForm::Starred, "W*H"},
});

constexpr json::Names imageForms({
    std::pair {ImageForm::DataUrl, "data-url"},
    {ImageForm::Base64, "base64"},
    {ImageForm::File, "file"},
    {ImageForm::Inline, "inline"},
});

constexpr json::Names maskForms({
    std::pair {MaskForm::White, "white"},
    {MaskForm::Black, "black"},
    {MaskForm::HardWhite, "hard-white"},
    {MaskForm::HardBlack, "hard-black"},
});

/// `sizeFirst`: {"1024x1024": "square_hd"}, else the other way round.
QMap<QString, QSize> readSizes(FieldReader &fields, QLatin1StringView key, bool sizeFirst)
{
    QMap<QString, QSize> result;
    const QMap<QString, QString> table = fields.table(key);
    for (auto row = table.begin(); row != table.end(); ++row) {
        const QString &text = sizeFirst ? row.key() : row.value();
        if (const std::optional<QSize> size = sizeFromString(text)) {
            result.insert(sizeFirst ? row.value() : row.key(), *size);
        } else {
            fields.unusable(fields.path().field(key).field(row.key()), Expected::Size, text);
        }
    }
    return result;
}

template<typename T>
QMap<T, QString> readNames(FieldReader &fields, QLatin1StringView key, std::optional<T> (*parse)(const QString &),
                           Expected expected)
{
    QMap<T, QString> result;
    const QMap<QString, QString> table = fields.table(key);
    for (auto row = table.begin(); row != table.end(); ++row) {
        if (const std::optional<T> value = parse(row.key())) {
            result.insert(*value, row.value());
        } else {
            fields.unusable(fields.path().field(key).field(row.key()), expected, row.key());
        }
    }
    return result;
}

template<typename T>
std::optional<T> keyOf(const QMap<T, QString> &names, const QString &word)
{
    for (auto row = names.begin(); row != names.end(); ++row) {
        if (row.value().compare(word, Qt::CaseInsensitive) == 0) {
            return row.key();
        }
    }
    return std::nullopt;
}

QMap<QString, QJsonObject> readValues(FieldReader &fields, QLatin1StringView key)
{
    QMap<QString, QJsonObject> result;
    const QJsonObject tables = fields.object(key);
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        if (Tuning::names().contains(table.key()) && table.value().isObject()) {
            result.insert(table.key(), table.value().toObject());
        } else {
            fields.unusable(fields.path().field(key).field(table.key()), Expected::Object, {});
        }
    }
    return result;
}

QMap<QString, NumberRange> readRanges(FieldReader &fields, QLatin1StringView key)
{
    QMap<QString, NumberRange> result;
    const QJsonObject ranges = fields.object(key);
    for (auto range = ranges.begin(); range != ranges.end(); ++range) {
        const QJsonArray ends = range.value().toArray();
        const NumberRange read {ends.at(0).toDouble(), ends.at(1).toDouble()};
        const bool numbers = ends.size() == 2 && ends.at(0).isDouble() && ends.at(1).isDouble();
        if (numbers && read.least <= read.most && Tuning::names().contains(range.key())) {
            result.insert(range.key(), read);
        } else {
            fields.unusable(fields.path().field(key).field(range.key()), Expected::List, {});
        }
    }
    return result;
}

void put(QJsonObject &object, QLatin1StringView key, const QJsonObject &table)
{
    if (!table.isEmpty()) {
        object.insert(key, table);
    }
}

} // namespace

Wire::Wire() = default;
Wire::Wire(const Wire &) = default;
Wire::Wire(Wire &&) noexcept = default;
Wire &Wire::operator=(const Wire &) = default;
Wire &Wire::operator=(Wire &&) noexcept = default;
Wire::~Wire() = default;

QString Wire::nameOf(QSize size) const
{
    return sizeNames.key(size);
}

QString Wire::nameOf(ResolutionTier tier) const
{
    return tierNames.value(tier, tierName(tier));
}

QString Wire::nameOf(ImageFormat format) const
{
    return formatNames.value(format, formatName(format));
}

std::optional<QSize> Wire::sizeOf(const QString &word) const
{
    for (const QMap<QString, QSize> *names : {&sizeNames, &sizeWords}) {
        for (auto row = names->begin(); row != names->end(); ++row) {
            if (row.key().compare(word, Qt::CaseInsensitive) == 0) {
                return row.value();
            }
        }
    }
    return std::nullopt;
}

std::optional<ResolutionTier> Wire::tierOf(const QString &word) const
{
    const std::optional<ResolutionTier> own = keyOf(tierNames, word);
    return own ? own : tierFromName(word);
}

std::optional<ImageFormat> Wire::formatOf(const QString &word) const
{
    const std::optional<ImageFormat> own = keyOf(formatNames, word);
    return own ? own : formatFromName(word);
}

void Wire::adoptWords(const Wire &vendor)
{
    if (sizeWords.isEmpty()) {
        sizeWords = vendor.sizeWords;
    }
    if (maskAs == MaskForm::Usual) {
        maskAs = vendor.maskAs;
    }
    for (auto row = vendor.tierNames.begin(); row != vendor.tierNames.end(); ++row) {
        if (!tierNames.contains(row.key())) {
            tierNames.insert(row.key(), row.value());
        }
    }
    for (auto row = vendor.formatNames.begin(); row != vendor.formatNames.end(); ++row) {
        if (!formatNames.contains(row.key())) {
            formatNames.insert(row.key(), row.value());
        }
    }
}

QJsonObject Wire::toJson() const
{
    QJsonObject object;
    if (sizeAs != SizeForm::Text) {
        object.insert("sizeAs"_L1, sizeForms.name(sizeAs));
    }
    QJsonObject names;
    for (auto row = sizeNames.begin(); row != sizeNames.end(); ++row) {
        names.insert(sizeToString(row.value()), row.key());
    }
    put(object, "sizeNames"_L1, names);
    QJsonObject words;
    for (auto row = sizeWords.begin(); row != sizeWords.end(); ++row) {
        words.insert(row.key(), sizeToString(row.value()));
    }
    put(object, "sizeWords"_L1, words);
    QJsonObject tiers;
    for (auto row = tierNames.begin(); row != tierNames.end(); ++row) {
        tiers.insert(tierName(row.key()), row.value());
    }
    put(object, "tierNames"_L1, tiers);
    QJsonObject formats;
    for (auto row = formatNames.begin(); row != formatNames.end(); ++row) {
        formats.insert(formatName(row.key()), row.value());
    }
    put(object, "formatNames"_L1, formats);
    json::putIfSet(object, "imageAs"_L1, imageForms.name(imageAs));
    json::putIfSet(object, "maskAs"_L1, maskForms.name(maskAs));
    if (imageList) {
        object.insert("imageList"_L1, true);
    }
    if (!links.isEmpty()) {
        object.insert("links"_L1, QJsonArray::fromStringList(links));
    }
    put(object, "constants"_L1, constants);
    QJsonObject tables;
    for (auto table = values.begin(); table != values.end(); ++table) {
        tables.insert(table.key(), table.value());
    }
    put(object, "values"_L1, tables);
    QJsonObject numbers;
    for (auto range = ranges.begin(); range != ranges.end(); ++range) {
        numbers.insert(range.key(), QJsonArray {range->least, range->most});
    }
    put(object, "ranges"_L1, numbers);
    if (!ownFields.isEmpty()) {
        object.insert("ownFields"_L1, QJsonArray::fromStringList(ownFields));
    }
    if (!required.isEmpty()) {
        object.insert("required"_L1, QJsonArray::fromStringList(required));
    }
    json::putIfSet(object, "editModel"_L1, editModel);
    if (!notWithPictures.isEmpty()) {
        object.insert("notWithPictures"_L1, QJsonArray::fromStringList(notWithPictures));
    }
    if (!notWithMask.isEmpty()) {
        object.insert("notWithMask"_L1, QJsonArray::fromStringList(notWithMask));
    }
    if (noFurtherFields) {
        object.insert("noFurtherFields"_L1, true);
    }
    if (wantsShape) {
        object.insert("wantsShape"_L1, true);
    }
    if (maskIsAdvisory) {
        object.insert("maskIsAdvisory"_L1, true);
    }
    if (versioned) {
        object.insert("versioned"_L1, true);
    }
    if (!bareNames.isEmpty()) {
        object.insert("bareNames"_L1, QJsonArray::fromStringList(bareNames));
    }
    return object;
}

Wire Wire::read(FieldReader &fields)
{
    Wire wire;
    wire.sizeAs = fields.word("sizeAs"_L1, sizeForms, wire.sizeAs);
    wire.sizeNames = readSizes(fields, "sizeNames"_L1, true);
    wire.sizeWords = readSizes(fields, "sizeWords"_L1, false);
    wire.tierNames = readNames(fields, "tierNames"_L1, tierFromName, Expected::Tier);
    wire.formatNames = readNames(fields, "formatNames"_L1, formatFromName, Expected::Format);
    wire.imageAs = fields.word("imageAs"_L1, imageForms, wire.imageAs);
    wire.maskAs = fields.word("maskAs"_L1, maskForms, wire.maskAs);
    wire.imageList = fields.flag("imageList"_L1);
    wire.links = fields.words("links"_L1, {u"image"_s, u"style_image"_s, u"character_image"_s, u"mask"_s});
    wire.constants = fields.object("constants"_L1);
    wire.values = readValues(fields, "values"_L1);
    wire.ranges = readRanges(fields, "ranges"_L1);
    wire.ownFields = fields.texts("ownFields"_L1);
    wire.required = fields.texts("required"_L1);
    wire.editModel = fields.text("editModel"_L1);
    wire.notWithPictures = fields.texts("notWithPictures"_L1);
    wire.notWithMask = fields.texts("notWithMask"_L1);
    wire.noFurtherFields = fields.flag("noFurtherFields"_L1);
    wire.wantsShape = fields.flag("wantsShape"_L1);
    wire.maskIsAdvisory = fields.flag("maskIsAdvisory"_L1);
    wire.versioned = fields.flag("versioned"_L1);
    wire.bareNames = fields.texts("bareNames"_L1);
    fields.accept("resultHosts"_L1); // stood in catalogs once, and was never read
    fields.refuseUnknown();
    return wire;
}

} // namespace lightwell
