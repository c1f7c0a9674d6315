// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/endpoint.h"
#include "core/catalog/modelalias.h"
#include "core/catalog/pricecorrection.h"
#include "core/catalog/providerids.h"
#include "core/catalog/writtencatalog.h"
#include "core/model/offer.h"

namespace lightwell {

/// A fault of a model list, and what it costs.
struct CatalogFault
{
    QString place; ///< "models[3].offers[0]"; empty for a fault of the whole
    QString name; ///< the entry's own, if it has one
    QString what; ///< sentences, with their lines
};

/// What a model list says, and what is wrong with it. What has a fault is left out: an offer, a model (with all its
/// offers, or without any), an entry for any model.
struct CatalogReading
{
    QList<Model> models;
    QList<Model> unserved; ///< known, but without an offer
    QList<Offer> open;
    QHash<QString, Wire> words; ///< by provider: its names for sizes, tiers and formats, its form of masks
    QList<Endpoint> endpoints;
    QList<PriceCorrection> corrections;
    QList<ModelAlias> aliases;
    QList<CatalogFault> faults; ///< of many, the first (cataloglimits::complaints)
    qsizetype furtherFaults = 0; ///< those behind them
    QStringList limits; ///< what was too much, as sentences
};

/// An offer of a provider nobody serves leads nowhere and is left out.
[[nodiscard]] CatalogReading readCatalog(const WrittenCatalog &written, const ProviderIds &providers = {});

/// What a person is told of it.
[[nodiscard]] QStringList toldFaults(const CatalogReading &reading);

} // namespace lightwell
