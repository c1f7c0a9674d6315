// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace lightwell {

class CatalogTable;
class ModelIndex;
class ProviderKeys;

/// The offers of one model, the cheapest first: price, this computer's own record, and whether there is a key.
class OfferRows : public QWidget
{
    Q_OBJECT
public:
    OfferRows(const CatalogTable &table, const ProviderKeys &keys, QWidget *parent = nullptr);
    void showOffers(const ModelIndex &index, int model);

Q_SIGNALS:
    void keyWanted(const QString &provider);

private:
    void addRow(const ModelIndex &index, int model, int offer, int row);
    void addKey(const QString &provider, const QString &name, int row);
    const CatalogTable &m_table;
    const ProviderKeys &m_keys;
    QWidget *m_content = nullptr; ///< made anew for each model
    QGridLayout *m_grid = nullptr;
};

} // namespace lightwell
