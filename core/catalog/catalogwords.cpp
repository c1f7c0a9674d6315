// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"
#include "core/chat/textcatalog.h"
#include "core/model/displaytext.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

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

std::optional<EntryFault> faultInWire(const Offer &offer)
{
    const Wire &wire = offer.wire;
    qsizetype seen = 0;
    const JsonPath place = JsonPath().field(u"wire"_s);
    const bool words = areTexts(wire.sizeNames.keys()) && areTexts(wire.sizeWords.keys())
        && areTexts(wire.tierNames.values()) && areTexts(wire.formatNames.values()) && areTexts(wire.bareNames)
        && areTexts(wire.ownFields) && areTexts(wire.notWithPictures) && areTexts(wire.notWithMask);
    const auto isTable = [&seen](const QJsonObject &table) { return isFieldValue(table, 0, seen); };
    if (!words || !isFieldValue(wire.constants, 0, seen)
        || !std::all_of(wire.values.begin(), wire.values.end(), isTable)) {
        return EntryFault {
            place, CatalogText::tr("how values are written (wire) is too long, too deep, or has unusable characters.")};
    }
    if (!wire.editModel.isEmpty() && !isId(wire.editModel)) {
        return EntryFault {place.field(u"editModel"_s),
                           CatalogText::tr("the id of the model for editing (editModel) has unusable characters.")};
    }
    constexpr qsizetype shortestBeginning = 3; // less would claim names that are another vendor's
    const auto claimsTooMuch = [](const QString &name) { return name.size() < shortestBeginning; };
    if (std::any_of(wire.bareNames.begin(), wire.bareNames.end(), claimsTooMuch)) {
        return EntryFault {place.field(u"bareNames"_s),
                           CatalogText::tr("a beginning of the vendor's names is too short (bareNames).")};
    }
    return std::nullopt;
}

/// Chats mean that one by the name, and programs would be listed two models under it.
bool isTextModel(const QString &name)
{
    static const QSet<QString> names = [] {
        QSet<QString> all;
        const TextCatalog texts = TextCatalog::builtIn();
        for (const TextOffer &offer : texts.offers()) {
            all.insert(offer.model.toLower());
            all.insert(offer.provider + u'/' + offer.model.toLower());
        }
        return all;
    }();
    return names.contains(name.toLower());
}

} // namespace

std::optional<EntryFault> faultInWords(const Offer &offer)
{
    static const QRegularExpression provider(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"_s);
    static const QRegularExpression field(uR"(\A[A-Za-z0-9_$][A-Za-z0-9_.$\[\], -]{0,99}\z)"_s);
    if (!provider.match(offer.provider).hasMatch()) {
        return EntryFault {
            JsonPath().field(u"provider"_s),
            CatalogText::tr("the provider's name has other characters than letters, digits, dots and dashes.")};
    }
    if (!isId(offer.providerModel)) {
        return EntryFault {
            JsonPath().field(u"provider_model"_s),
            CatalogText::tr("the provider's own id of the model (provider_model) is too long or has characters that no "
                            "id has.")};
    }
    for (auto name = offer.fields.cbegin(); name != offer.fields.cend(); ++name) {
        if (!field.match(name.value()).hasMatch()) {
            return EntryFault {
                JsonPath().field(u"fields"_s).field(name.key()),
                CatalogText::tr(
                    "a vendor's field has other characters than letters, digits, dots and dashes (fields).")};
        }
    }
    const auto unusable = [](const JsonPath &path) {
        return EntryFault {path, CatalogText::tr("a text is too long, a list too, or there are unusable characters.")};
    };
    for (const auto &[key, texts] : {std::pair {u"modes"_s, offer.modes},
                                     {u"qualities"_s, offer.qualities},
                                     {u"backgrounds"_s, offer.backgrounds},
                                     {u"styles"_s, offer.styles}}) {
        if (!areTexts(texts)) {
            return unusable(JsonPath().field(key));
        }
    }
    if (!isText(offer.priceSource, longestText)) {
        return unusable(JsonPath().field(u"price_source"_s));
    }
    for (qsizetype i = 0; i < offer.prices.size(); ++i) {
        if (!isText(offer.prices.at(i).quality, longestId)) {
            return unusable(JsonPath().field(u"prices"_s).entry(i).field(u"quality"_s));
        }
    }
    return faultInWire(offer);
}

std::optional<EntryFault> faultInWords(const ModelAlias &alias)
{
    const JsonPath path = JsonPath().field(alias.name);
    if (!isText(alias.name, longestSlug) || !isId(alias.name)) {
        return EntryFault {path, CatalogText::tr("a name is too long or has characters that no name has.")};
    }
    if (!isId(alias.model)) {
        return EntryFault {path, CatalogText::tr("the name of the model that it stands for is expected here.")};
    }
    if (isTextModel(alias.name)) {
        return EntryFault {path, CatalogText::tr("this is a text model's own name.")};
    }
    return std::nullopt;
}

std::optional<EntryFault> faultInWords(const Model &model)
{
    const auto unnameable = [](const JsonPath &path) {
        return EntryFault {
            path,
            CatalogText::tr("a name of the model is too long or has characters that no name has (slug, aliases).")};
    };
    if (!isText(model.slug, longestSlug) || !isId(model.slug)) {
        return unnameable(JsonPath().field(u"slug"_s));
    }
    if (model.aliases.size() > longestList
        || !std::all_of(model.aliases.begin(), model.aliases.end(), [](const QString &alias) { return isId(alias); })) {
        return unnameable(JsonPath().field(u"aliases"_s));
    }
    const auto unusable = [](const QString &key) {
        return EntryFault {JsonPath().field(key),
                           CatalogText::tr("a text is too long, a list too, or there are unusable characters.")};
    };
    struct Text
    {
        QString key;
        QString value;
        qsizetype longest;
    };
    for (const Text &text : {Text {u"name"_s, model.name, longestId},
                             {u"maker"_s, model.maker, longestId},
                             {u"family"_s, model.family, longestId},
                             {u"status"_s, model.status, longestId},
                             {u"released"_s, model.released, longestId},
                             {u"license"_s, model.license, longestText},
                             {u"notes"_s, model.notes, longestText}}) {
        if (!isText(text.value, text.longest)) {
            return unusable(text.key);
        }
    }
    return areTexts(model.capabilities) ? std::nullopt : std::optional(unusable(u"capabilities"_s));
}

} // namespace lightwell
