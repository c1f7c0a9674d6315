// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/catalogcheck.h"
#include "core/catalog/catalogtext.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QString leftOut(const QString &place, const QString &name, QString what)
{
    if (!name.isEmpty() && what.startsWith(QString(name + ": "_L1))) {
        what.remove(0, name.size() + 2); // said once
    }
    if (!what.endsWith(u'.')) {
        what.append(u'.');
    }
    return CatalogText::tr("%1 is left out: %2 Correct it or take it away.")
        .arg(name.isEmpty() ? place : u"%1 (%2)"_s.arg(place, name), what);
}

std::optional<QString> faultOfModel(const QJsonObject &entry)
{
    const Result<Model> model = Model::fromJson(entry);
    if (!model) {
        return model.error().message;
    }
    const std::optional<CatalogFault> fault = findFault({*model}, {});
    return fault ? std::optional(fault->what) : std::nullopt;
}

std::optional<QString> faultOfOpen(const QJsonObject &entry)
{
    const Result<Offer> offer = Offer::fromJson(entry);
    if (!offer) {
        return offer.error().message;
    }
    const std::optional<CatalogFault> fault = findFault({}, {*offer});
    return fault ? std::optional(fault->what) : std::nullopt;
}

/// The model without those of its offers that are bad; as it is where none is good.
QJsonObject withGoodOffers(const QJsonObject &entry, const QString &place, QStringList &told)
{
    const QJsonArray offers = entry.value("offers"_L1).toArray();
    QJsonObject model = entry;
    QJsonArray good;
    QStringList bad;
    for (qsizetype i = 0; i < offers.size(); ++i) {
        QJsonArray tried = good;
        tried.append(offers.at(i));
        model.insert("offers"_L1, tried);
        if (const std::optional<QString> fault = faultOfModel(model)) {
            bad.append(leftOut(u"%1.offers[%2]"_s.arg(place).arg(i), offers.at(i)["provider"_L1].toString(), *fault));
        } else {
            good = tried;
        }
    }
    if (good.isEmpty()) {
        return entry;
    }
    told += bad;
    model.insert("offers"_L1, good);
    return model;
}

QJsonArray goodModels(const QJsonArray &entries, QStringList &told)
{
    QJsonArray good;
    QSet<QString> slugs;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString place = u"models[%1]"_s.arg(i);
        QJsonObject entry = entries.at(i).toObject();
        const QString slug = entry.value("slug"_L1).toString();
        if (faultOfModel(entry)) {
            entry = withGoodOffers(entry, place, told);
        }
        if (const std::optional<QString> fault = faultOfModel(entry)) {
            told.append(leftOut(place, slug, *fault));
        } else if (slugs.contains(slug.toLower())) {
            told.append(leftOut(place, slug, CatalogText::tr("a model of the same name stands further up.")));
        } else {
            slugs.insert(slug.toLower());
            good.append(entry);
        }
    }
    return good;
}

QJsonArray goodOpen(const QJsonArray &entries, QStringList &told)
{
    QJsonArray good;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonObject entry = entries.at(i).toObject();
        if (const std::optional<QString> fault = faultOfOpen(entry)) {
            told.append(leftOut(u"open[%1]"_s.arg(i), entry.value("provider"_L1).toString(), *fault));
        } else {
            good.append(entry);
        }
    }
    return good;
}

} // namespace

Result<Catalog> Catalog::fromJsonLeavingOut(const QByteArray &document, QStringList &told)
{
    const Result<QJsonObject> read = readJsonObject(document, jsonlimits::catalog);
    QJsonObject root = read ? *read : QJsonObject();
    const std::pair<QLatin1StringView, QJsonArray (*)(const QJsonArray &, QStringList &)> lists[] = {
        {"models"_L1, goodModels}, {"open"_L1, goodOpen}};
    for (const auto &[key, goodOnes] : lists) {
        if (const QJsonValue value = root.value(key); value.isArray()) {
            root.insert(key, goodOnes(value.toArray(), told));
        }
    }
    // What is no list of entries at all is a fault of the whole, and told with its line.
    return fromJson(root.isEmpty() ? document : QJsonDocument(root).toJson());
}

} // namespace lightwell
