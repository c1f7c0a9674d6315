// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogtable.h"

#include "ui/catalog/catalogsearch.h"
#include "ui/catalog/catalogtexts.h"
#include "ui/texts.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

CatalogTable::CatalogTable(const CatalogSearch &search, const OwnCatalog &own, QObject *parent)
    : QAbstractTableModel(parent)
    , m_search(search)
    , m_own(own)
{
    connect(&search, &CatalogSearch::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

void CatalogTable::setRecords(const QList<OfferRecord> &records)
{
    m_records.clear();
    for (const OfferRecord &record : records) {
        m_records.insert({record.provider, record.providerModel}, record);
    }
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, Median), index(rowCount() - 1, Success));
    }
}

OfferRecord CatalogTable::recordOf(const Offer &offer) const
{
    return m_records.value({offer.provider, offer.providerModel});
}

OfferRecord CatalogTable::recordOf(const Model &model) const
{
    OfferRecord most;
    for (const Offer &offer : model.offers) {
        const OfferRecord record = recordOf(offer);
        if (record.made + record.failed > most.made + most.failed) {
            most = record;
        }
    }
    return most;
}

int CatalogTable::modelAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_search.found().at(row).model : -1;
}

int CatalogTable::rowOf(const QString &slug) const
{
    const QList<ModelMatch> &found = m_search.found();
    const auto match = std::find_if(found.cbegin(), found.cend(), [&](const ModelMatch &one) {
        return m_search.index().models().at(one.model).slug == slug;
    });
    return match == found.cend() ? -1 : static_cast<int>(std::distance(found.cbegin(), match));
}

bool CatalogTable::isOwn(const Model &model) const
{
    const QList<Offer> &offers = model.offers;
    const auto isServedHere = [this](const Offer &offer) { return isOwn(offer); };
    return m_own.models.contains(model.slug)
        || (!offers.isEmpty() && std::all_of(offers.begin(), offers.end(), isServedHere));
}

const Model &CatalogTable::model(int row) const
{
    return m_search.index().models().at(m_search.found().at(row).model);
}

int CatalogTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_search.found().size());
}

int CatalogTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString CatalogTable::mark(int row) const
{
    const Model &one = model(row);
    return isOwn(one) ? tr("yours") : one.status == "active"_L1 ? QString() : catalogtexts::status(one.status);
}

QString CatalogTable::text(int row, int column) const
{
    const Model &one = model(row);
    switch (column) {
    case Name:
        return one.name;
    case Maker:
        return one.maker;
    case Abilities:
        return catalogtexts::tags(one).join(u", "_s);
    case Price: {
        const OfferPrice &price = m_search.found().at(row).price;
        const QString amount = price.total.isKnown() ? texts::price(price.total) : u"–"_s;
        return price.atMost && price.total.isKnown() ? u"≤ "_s + amount : amount;
    }
    case Median:
        return catalogtexts::median(recordOf(one));
    case Success:
        return catalogtexts::success(recordOf(one));
    default:
        return {};
    }
}

QString CatalogTable::tip(int row) const
{
    QStringList lines {text(row, Name), mark(row), model(row).notes};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// A screen reader that comes to a row by its name hears all of it.
QString CatalogTable::spoken(int row) const
{
    QStringList words {text(row, Name), mark(row)};
    for (int column = Maker; column < columns; ++column) {
        words.append(text(row, column));
    }
    words.removeAll(QString());
    words.removeAll(u"–"_s);
    return words.join(u", "_s);
}

QVariant CatalogTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Model &one = model(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return texts::tip(index.column() == Name ? tip(index.row()) : text(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() >= Price ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return index.column() == Name ? spoken(index.row()) : text(index.row(), index.column());
    case TagsRole:
        return catalogtexts::tags(one);
    case MarkRole:
        return mark(index.row());
    default:
        return {};
    }
}

QVariant CatalogTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (section >= Price ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Model");
    case Maker:
        return tr("Maker");
    case Abilities:
        return tr("Can do");
    case Price:
        return tr("From");
    case Median:
        return tr("My median");
    case Success:
        return tr("My success");
    default:
        return {};
    }
}

} // namespace lightwell
