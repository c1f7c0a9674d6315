// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/catalogcheck.h"
#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QString leftOut(const QString &place, const QString &name, QString what)
{
    const QString shown = name.size() > 80 ? QString(name.left(79) + u'…') : name;
    if (!name.isEmpty() && what.startsWith(QString(name + ": "_L1))) {
        what.remove(0, name.size() + 2); // said once
    }
    if (!what.endsWith(u'.')) {
        what.append(u'.');
    }
    return CatalogText::tr("%1 is left out: %2 Correct it or take it away.")
        .arg(shown.isEmpty() ? place : u"%1 (%2)"_s.arg(place, shown), what);
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

/// What was left out, the first of it in full: whoever has thousands of faults corrects the first ones and looks again.
class Complaints
{
public:
    void add(const QString &place, const QString &name, const QString &what)
    {
        if (++m_count <= cataloglimits::complaints) {
            m_told.append(leftOut(place, name, what));
        }
    }
    void addLimit(const QString &place, qsizetype most)
    {
        m_limits.append(
            CatalogText::tr("%1 has more than %2 entries; those behind are left out.").arg(place).arg(most));
    }
    [[nodiscard]] QStringList told() const
    {
        QStringList all = m_told;
        if (m_count > cataloglimits::complaints) {
            all.append(CatalogText::tr("And %n more are left out.", nullptr,
                                       static_cast<int>(m_count - cataloglimits::complaints)));
        }
        return all + m_limits;
    }

private:
    QStringList m_told;
    QStringList m_limits;
    qsizetype m_count = 0;
};

/// The model without those of its offers that are bad; as it is where none is good. Each is looked at once, alone.
QJsonObject withGoodOffers(const QJsonObject &entry, const QString &place, Complaints &complaints)
{
    const QJsonArray offers = entry.value("offers"_L1).toArray();
    QJsonObject model = entry;
    QJsonArray good;
    Complaints bad = complaints;
    QSet<QString> providers;
    for (qsizetype i = 0; i < std::min(offers.size(), cataloglimits::offers); ++i) {
        const QString provider = offers.at(i)["provider"_L1].toString();
        model.insert("offers"_L1, QJsonArray {offers.at(i)});
        std::optional<QString> fault = faultOfModel(model);
        if (!fault && providers.contains(provider)) {
            fault = CatalogText::tr("this provider offers the same model twice.");
        }
        if (fault) {
            bad.add(u"%1.offers[%2]"_s.arg(place).arg(i), provider, *fault);
        } else {
            providers.insert(provider);
            good.append(offers.at(i));
        }
    }
    if (good.isEmpty()) {
        return entry;
    }
    if (offers.size() > cataloglimits::offers) {
        bad.addLimit(place + ".offers"_L1, cataloglimits::offers);
    }
    complaints = bad;
    model.insert("offers"_L1, good);
    return model;
}

QJsonArray goodModels(const QJsonArray &entries, Complaints &complaints)
{
    QJsonArray good;
    QSet<QString> slugs;
    for (qsizetype i = 0; i < std::min(entries.size(), cataloglimits::models); ++i) {
        const QString place = u"models[%1]"_s.arg(i);
        QJsonObject entry = entries.at(i).toObject();
        const QString slug = entry.value("slug"_L1).toString();
        std::optional<QString> fault = faultOfModel(entry);
        if (fault) {
            entry = withGoodOffers(entry, place, complaints);
            fault = faultOfModel(entry);
        }
        if (fault) {
            complaints.add(place, slug, *fault);
        } else if (slugs.contains(slug.toLower())) {
            complaints.add(place, slug, CatalogText::tr("a model of the same name stands further up."));
        } else {
            slugs.insert(slug.toLower());
            good.append(entry);
        }
    }
    if (entries.size() > cataloglimits::models) {
        complaints.addLimit(u"models"_s, cataloglimits::models);
    }
    return good;
}

QJsonArray goodOpen(const QJsonArray &entries, Complaints &complaints)
{
    QJsonArray good;
    for (qsizetype i = 0; i < std::min(entries.size(), cataloglimits::open); ++i) {
        const QJsonObject entry = entries.at(i).toObject();
        if (const std::optional<QString> fault = faultOfOpen(entry)) {
            complaints.add(u"open[%1]"_s.arg(i), entry.value("provider"_L1).toString(), *fault);
        } else {
            good.append(entry);
        }
    }
    if (entries.size() > cataloglimits::open) {
        complaints.addLimit(u"open"_s, cataloglimits::open);
    }
    return good;
}

} // namespace

Result<Catalog> Catalog::fromJsonLeavingOut(const QByteArray &document, QStringList &told)
{
    if (document.size() > cataloglimits::fileBytes) {
        return notSent(
            ErrorKind::Invalid,
            CatalogText::tr("The model list is larger than %1 MiB.").arg(cataloglimits::fileBytes / (1024 * 1024)));
    }
    const Result<QJsonObject> read = readJsonObject(document, jsonlimits::catalog);
    QJsonObject root = read ? *read : QJsonObject();
    Complaints complaints;
    const std::pair<QLatin1StringView, QJsonArray (*)(const QJsonArray &, Complaints &)> lists[] = {
        {"models"_L1, goodModels}, {"open"_L1, goodOpen}};
    for (const auto &[key, goodOnes] : lists) {
        if (const QJsonValue value = root.value(key); value.isArray()) {
            root.insert(key, goodOnes(value.toArray(), complaints));
        }
    }
    told += complaints.told();
    // What is no list of entries at all is a fault of the whole, and told with its line.
    return fromJson(root.isEmpty() ? document : QJsonDocument(root).toJson());
}

} // namespace lightwell
