// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/offerrecords.h"
#include "core/model/offer.h"
#include "ui/services.h"

#include <QAbstractTableModel>
#include <QHash>

namespace lightwell {

class CatalogSearch;

/// What the search found, a row a model, with this computer's own record of each. Without widgets.
class CatalogTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Maker, Abilities, Price, Median, Success, columns };
    enum Role {
        TagsRole = Qt::UserRole + 1, ///< QStringList
        MarkRole, ///< a word beside the name: "yours", "Legacy"; empty: none
    };
    CatalogTable(const CatalogSearch &search, const OwnCatalog &own, QObject *parent = nullptr);

    void setRecords(const QList<OfferRecord> &records);
    [[nodiscard]] OfferRecord recordOf(const Offer &offer) const;
    [[nodiscard]] OfferRecord recordOf(const Model &model) const; ///< at the offer that was used most
    [[nodiscard]] int modelAt(int row) const; ///< in ModelIndex::models(); -1: there is no such row
    [[nodiscard]] int rowOf(const QString &slug) const; ///< -1: it was not found
    /// The user's own: as a model, or since nobody serves it but servers the user named.
    [[nodiscard]] bool isOwn(const Model &model) const;
    [[nodiscard]] bool isOwn(const Offer &offer) const { return m_own.endpoints.contains(offer.provider); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const Model &model(int row) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString mark(int row) const;
    [[nodiscard]] QString tip(int row) const; ///< of its name
    [[nodiscard]] QString spoken(int row) const;
    const CatalogSearch &m_search;
    OwnCatalog m_own;
    QHash<std::pair<QString, QString>, OfferRecord> m_records; ///< by provider and its name there
};

} // namespace lightwell
