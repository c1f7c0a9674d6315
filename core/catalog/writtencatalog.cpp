// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/writtencatalog.h"

#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"
#include "core/catalog/faultwords.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Entry by entry; null takes one away. `within`: objects in both are joined in the same way.
QJsonObject joined(const QJsonObject &defaults, const QJsonObject &own, bool within = false)
{
    QJsonObject result = defaults;
    for (auto entry = own.begin(); entry != own.end(); ++entry) {
        if (entry.value().isNull()) {
            result.remove(entry.key());
        } else if (within && entry.value().isObject()) {
            result.insert(entry.key(), joined(defaults.value(entry.key()).toObject(), entry.value().toObject()));
        } else {
            result.insert(entry.key(), entry.value());
        }
    }
    return result;
}

/// An offer over its provider's defaults: what it says counts; `fields`, `wire` and the tables in `wire` are joined
/// entry by entry.
QJsonObject over(const QJsonObject &defaults, const QJsonObject &own)
{
    QJsonObject result = joined(defaults, own);
    for (const QLatin1StringView key : {"fields"_L1, "wire"_L1}) {
        if (defaults.value(key).isObject() && own.value(key).isObject()) {
            result.insert(key, joined(defaults.value(key).toObject(), own.value(key).toObject(), true));
        }
    }
    return result;
}

void noteFaults(WrittenCatalog &catalog, const CatalogFile &file, const QList<FieldFault> &faults)
{
    for (const FieldFault &fault : faults) {
        if (catalog.notes.size() >= cataloglimits::complaints) {
            ++catalog.furtherNotes; // no search for what was meant
        } else {
            catalog.notes.append({&file, fault.path, faultWords(fault, fault.path)});
        }
    }
}

void takeSizeTables(WrittenCatalog &catalog, FieldReader &fields, const CatalogFile &file)
{
    catalog.sizeTables = fields.object("size_tables"_L1);
    catalog.sizeTablesPlace = {&file, JsonPath().field(u"size_tables"_s), {}};
}

WrittenOffer writtenOffer(const QJsonValue &value, const QJsonObject &defaults, const WrittenPlace &place)
{
    return {over(defaults, value.toObject()), place, value.isObject()};
}

/// What a person's file says for all offers of a provider.
class Defaults
{
public:
    Defaults(QJsonObject all, JsonPath path)
        : m_all(std::move(all))
        , m_path(std::move(path))
    {
    }

    [[nodiscard]] WrittenOffer offer(const QJsonValue &value, const CatalogFile &file, const JsonPath &path) const
    {
        const QString provider = value["provider"_L1].toString();
        const bool has = m_all.contains(provider);
        return writtenOffer(value, m_all.value(provider).toObject(),
                            {&file, path, has ? m_path.field(provider) : JsonPath()});
    }

private:
    QJsonObject m_all;
    JsonPath m_path;
};

template<typename T>
qsizetype allowed(const QJsonArray &entries, T most)
{
    return std::min<qsizetype>(entries.size(), most);
}

WrittenModel writtenModel(const QJsonValue &value, const WrittenPlace &place)
{
    WrittenModel model;
    model.fields = value.toObject();
    model.place = place;
    model.isObject = value.isObject();
    return model;
}

const QStringList &lists()
{
    static const QStringList keys {u"models"_s, u"open"_s, u"endpoints"_s, u"prices"_s};
    return keys;
}

/// Of two lists of one name one would be lost in silence.
Result<QJsonDocument> listedOnce(const Result<QJsonDocument> &read, const QByteArray &text)
{
    JsonLimits unique = jsonlimits::catalog;
    unique.uniqueKeys = true;
    const Result<QJsonDocument> strict = read ? readJson(text, unique) : read;
    const bool isTwice =
        !strict && strict.error().code == "json_duplicate"_L1 && lists().contains(strict.error().param);
    return isTwice ? strict : read;
}

Error noList(const QString &key)
{
    return notSent(
        ErrorKind::Invalid,
        CatalogText::tr("The model list has a fault at %1: %2").arg(key, CatalogText::tr("a list is expected here.")));
}

/// A provider's own file, read as far as it says what counts for all its offers.
struct ProviderFile
{
    const CatalogFile *file = nullptr;
    QString provider;
    qint64 rank = 0;
    QJsonObject defaults;
    QJsonArray offers;
    QJsonArray open;

    [[nodiscard]] WrittenOffer offer(const QJsonValue &value, const JsonPath &path) const
    {
        QJsonObject all = defaults;
        all.insert("provider"_L1, provider);
        return writtenOffer(value, all, {file, path, JsonPath().field(u"defaults"_s)});
    }
};

ProviderFile providerFile(const CatalogFile &file, WrittenCatalog &catalog)
{
    constexpr qint64 usualRank = 100;
    constexpr qint64 lastRank = 1000;
    ProviderFile result;
    result.file = &file;
    const Result<QJsonObject> root = readJsonObject(file.text, jsonlimits::catalog);
    if (!root) {
        catalog.notes.append({&file, {}, root.error().message});
        return result;
    }
    QList<FieldFault> faults;
    FieldReader fields(*root, &faults);
    result.provider = fields.text("provider"_L1);
    if (result.provider.isEmpty()) {
        fields.missing("provider"_L1, FieldFault::Expected::Text);
    }
    result.rank = fields.whole("rank"_L1, usualRank, 0, lastRank);
    catalog.words.insert(result.provider, fields.object("words"_L1));
    result.defaults = fields.object("defaults"_L1);
    result.offers = fields.list("offers"_L1);
    result.open = fields.list("open"_L1);
    fields.refuseUnknown();
    noteFaults(catalog, file, faults);
    return result;
}

} // namespace

Result<WrittenCatalog> writtenInOne(const CatalogFile &file)
{
    const Result<QJsonDocument> read = listedOnce(readJson(file.text, jsonlimits::catalog), file.text);
    if (!read) {
        Error error = read.error();
        error.message = CatalogText::tr("The model list cannot be read: %1").arg(error.message);
        return error;
    }
    if (!read->isObject()) {
        return notSent(ErrorKind::Invalid,
                       CatalogText::tr("The model list has a fault at %1: %2")
                           .arg(CatalogText::tr("the beginning"),
                                CatalogText::tr("an object with a list \"models\" is expected.")));
    }
    const QJsonObject root = read->object();
    for (const QString &key : lists()) {
        if (const QJsonValue value = root.value(key); !value.isUndefined() && !value.isArray()) {
            return noList(key);
        }
    }
    WrittenCatalog catalog;
    QList<FieldFault> faults;
    FieldReader fields(root, &faults);
    const QJsonArray models = fields.list("models"_L1);
    const QJsonArray open = fields.list("open"_L1);
    catalog.endpoints = fields.list("endpoints"_L1);
    catalog.prices = fields.list("prices"_L1);
    catalog.aliases = fields.object("aliases"_L1);
    catalog.defaults = fields.object("defaults"_L1);
    catalog.defaultsPlace = {&file, JsonPath().field(u"defaults"_s), {}};
    takeSizeTables(catalog, fields, file);
    const Defaults defaults(catalog.defaults, catalog.defaultsPlace.path);
    fields.refuseUnknown();
    noteFaults(catalog, file, faults);
    for (qsizetype i = 0; i < allowed(models, cataloglimits::models); ++i) {
        const JsonPath path = JsonPath().field(u"models"_s).entry(i);
        WrittenModel model = writtenModel(models.at(i), {&file, path, {}});
        const QJsonArray offers = model.fields.value("offers"_L1).toArray();
        for (qsizetype j = 0; j < allowed(offers, cataloglimits::offers); ++j) {
            model.offers.append(defaults.offer(offers.at(j), file, path.field(u"offers"_s).entry(j)));
        }
        model.hasFurtherOffers = offers.size() > cataloglimits::offers;
        catalog.models.append(model);
    }
    for (qsizetype i = 0; i < allowed(open, cataloglimits::open); ++i) {
        catalog.open.append(defaults.offer(open.at(i), file, JsonPath().field(u"open"_s).entry(i)));
    }
    catalog.hasFurtherModels = models.size() > cataloglimits::models;
    catalog.hasFurtherOpen = open.size() > cataloglimits::open;
    return catalog;
}

WrittenCatalog writtenApart(const CatalogFile &models, const QList<CatalogFile> &offers)
{
    WrittenCatalog catalog;
    catalog.isApart = true;
    const Result<QJsonObject> root = readJsonObject(models.text, jsonlimits::catalog);
    if (!root) {
        catalog.notes.append({&models, {}, root.error().message});
        return catalog;
    }
    QList<FieldFault> faults;
    FieldReader fields(*root, &faults);
    const QJsonArray list = fields.list("models"_L1);
    takeSizeTables(catalog, fields, models);
    fields.refuseUnknown();
    noteFaults(catalog, models, faults);
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < list.size(); ++i) {
        catalog.models.append(writtenModel(list.at(i), {&models, JsonPath().field(u"models"_s).entry(i), {}}));
        places.insert(list.at(i)["slug"_L1].toString(), i);
    }
    QList<ProviderFile> files;
    for (const CatalogFile &file : offers) {
        files.append(providerFile(file, catalog));
    }
    std::sort(files.begin(), files.end(), [](const ProviderFile &left, const ProviderFile &right) {
        return std::tie(left.rank, left.provider) < std::tie(right.rank, right.provider);
    });
    for (const ProviderFile &file : std::as_const(files)) {
        for (qsizetype i = 0; i < file.offers.size(); ++i) {
            const JsonPath path = JsonPath().field(u"offers"_s).entry(i);
            const QString model = file.offers.at(i)["model"_L1].toString();
            const auto place = places.constFind(model);
            if (place == places.cend()) {
                catalog.notes.append(
                    {file.file, path, CatalogText::tr("%1 is of no known model (%2).").arg(path.toString(), model)});
            } else {
                catalog.models[*place].offers.append(file.offer(file.offers.at(i), path));
            }
        }
        for (qsizetype i = 0; i < file.open.size(); ++i) {
            catalog.open.append(file.offer(file.open.at(i), JsonPath().field(u"open"_s).entry(i)));
        }
    }
    return catalog;
}

} // namespace lightwell
