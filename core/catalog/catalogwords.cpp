// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"
#include "core/model/displaytext.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr qsizetype longestId = 200;
constexpr qsizetype longestSlug = 100; // it becomes a part of file names
constexpr qsizetype longestText = 2000;
constexpr qsizetype longestList = 200;
constexpr int deepestWire = 16;
constexpr qsizetype maxWireValues = 2000;

bool isText(const QString &text, qsizetype longest)
{
    return text.size() <= longest && isDisplayable(text);
}

/// No part of it is "." or "..", empty, or begins something else than a path: it stays below where it is put.
bool isId(const QString &id)
{
    static const QRegularExpression marks(uR"([\\?#%"<>^`{|}])"_s);
    if (!isText(id, longestId) || id.contains(marks) || id.contains("://"_L1)) {
        return false;
    }
    const QStringList parts = id.split(u'/');
    return std::none_of(parts.begin(), parts.end(), [](const QString &part) {
        const QString bare = part.trimmed();
        return bare.isEmpty() || bare == "."_L1 || bare == ".."_L1;
    });
}

bool areTexts(const QStringList &texts)
{
    return texts.size() <= longestList
        && std::all_of(texts.begin(), texts.end(), [](const QString &text) { return isText(text, longestId); });
}

/// A JSON value as vendors' fields have them. Counts what it has seen.
bool isFieldValue(const QJsonValue &value, int depth, qsizetype &seen)
{
    if (depth > deepestWire || ++seen > maxWireValues) {
        return false;
    }
    if (value.isString()) {
        return isText(value.toString(), longestText);
    }
    if (value.isArray()) {
        const QJsonArray entries = value.toArray();
        return std::all_of(entries.begin(), entries.end(),
                           [&](const QJsonValue &entry) { return isFieldValue(entry, depth + 1, seen); });
    }
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!isText(entry.key(), longestId) || !isFieldValue(entry.value(), depth + 1, seen)) {
            return false;
        }
    }
    return true;
}

std::optional<QString> faultInWire(const Offer &offer)
{
    const Wire &wire = offer.wire;
    qsizetype seen = 0;
    const bool words = areTexts(wire.sizeNames.keys()) && areTexts(wire.sizeWords.keys())
        && areTexts(wire.tierNames.values()) && areTexts(wire.formatNames.values()) && areTexts(wire.bareNames);
    if (!words || !isFieldValue(wire.constants, 0, seen)) {
        return CatalogText::tr("how values are written (wire) is too long, too deep, or has unusable characters.");
    }
    if (!wire.editModel.isEmpty() && !isId(wire.editModel)) {
        return CatalogText::tr("the id of the model for editing (editModel) has unusable characters.");
    }
    constexpr qsizetype shortestBeginning = 3; // less would claim names that are another vendor's
    const auto claimsTooMuch = [](const QString &name) { return name.size() < shortestBeginning; };
    if (std::any_of(wire.bareNames.begin(), wire.bareNames.end(), claimsTooMuch)) {
        return CatalogText::tr("a beginning of the vendor's names is too short (bareNames).");
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> faultInWords(const Offer &offer)
{
    static const QRegularExpression provider(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"_s);
    static const QRegularExpression field(uR"(\A[A-Za-z0-9_$][A-Za-z0-9_.$\[\], -]{0,99}\z)"_s);
    if (!provider.match(offer.provider).hasMatch()) {
        return CatalogText::tr("the provider's name has other characters than letters, digits, dots and dashes.");
    }
    if (!isId(offer.providerModel)) {
        return CatalogText::tr(
            "the provider's own id of the model (provider_model) is too long or has characters that no "
            "id has.");
    }
    for (const QString &name : offer.fields) {
        if (!field.match(name).hasMatch()) {
            return CatalogText::tr(
                "a vendor's field has other characters than letters, digits, dots and dashes (fields).");
        }
    }
    const bool good = areTexts(offer.modes) && areTexts(offer.qualities) && areTexts(offer.backgrounds)
        && areTexts(offer.styles) && isText(offer.priceSource, longestText)
        && std::all_of(offer.prices.begin(), offer.prices.end(),
                       [](const PriceLine &line) { return isText(line.quality, longestId); });
    return good ? faultInWire(offer)
                : CatalogText::tr("a text is too long, a list too, or there are unusable characters.");
}

std::optional<QString> faultInWords(const Model &model)
{
    const bool named = isText(model.slug, longestSlug) && isId(model.slug) && model.aliases.size() <= longestList
        && std::all_of(model.aliases.begin(), model.aliases.end(), [](const QString &alias) { return isId(alias); });
    if (!named) {
        return CatalogText::tr("a name of the model is too long or has characters that no name has (slug, aliases).");
    }
    const bool good = isText(model.name, longestId) && isText(model.maker, longestId) && isText(model.family, longestId)
        && isText(model.status, longestId) && isText(model.released, longestId) && isText(model.license, longestText)
        && isText(model.notes, longestText) && areTexts(model.capabilities);
    return good ? std::nullopt
                : std::optional(CatalogText::tr("a text is too long, a list too, or there are unusable characters."));
}

} // namespace lightwell
