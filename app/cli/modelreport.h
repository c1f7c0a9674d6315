// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelquery.h"
#include "core/ledger/ledgerreader.h"
#include "core/routing/offerrecord.h"

#include <QJsonObject>

namespace lightwell {

class Terminal;

/// The catalog's models as the command line tells them.

/// Of a model and those of its offers that were found, for programs: ids, and dollars or null.
[[nodiscard]] QJsonObject modelReport(const ModelIndex &index, const ModelMatch &match);
/// One row an offer: model, name, maker, provider, price. One row for a model that nobody serves.
[[nodiscard]] QList<QStringList> modelRows(const ModelIndex &index, const ModelMatch &match);

/// Which one is meant, in ModelIndex::models(): by slug, alias or a vendor's id, also a retired one.
[[nodiscard]] Result<int> modelNamed(const Catalog &catalog, const ModelIndex &index, const QString &name);
/// What the user's own calls say of offers: how they ended, and how far price lists are from bills, by Offer::id()
/// (LedgerReader::listDrifts()).
struct OwnTraffic
{
    QList<OfferRecord> records;
    QHash<QString, ListDrift> drifts;
};
/// All of a model, the cheapest offers first, each with what it would not do by itself, and what own calls say of it.
[[nodiscard]] QJsonObject shownReport(const Catalog &catalog, const ModelIndex &index, int model,
                                      const OwnTraffic &traffic);
void printModel(const Catalog &catalog, const ModelIndex &index, int model, const OwnTraffic &traffic,
                Terminal &terminal);

} // namespace lightwell
