// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapterregistry.h"
#include "core/explain/explanation.h"

#include <QHash>

namespace lightwell {

class Catalog;

/// An offer in the order of attempts with what is known of it besides.
struct KnownOffer
{
    RoutePlace place;
    QString providerModel; ///< the id on the wire, by which attempts are known; empty: not known
    OfferRecord record = {};
};

/// The places of a route with what this computer's own calls tell of each offer.
[[nodiscard]] QList<KnownOffer> knownOffers(const QList<RoutePlace> &places, const Catalog &catalog,
                                            const QList<OfferRecord> &records);

/// What a request is explained by. None of it holds a key.
struct ExplainFacts
{
    Generation generation;
    QList<KnownOffer> offers;
    bool isOrderOfNow = false;
    /// What the attempts were to do, by their numbers from 0 (Journal::plans); the last one's plan is the generation's.
    QHash<int, Plan> plans = {};
    QHash<QString, QUrl> addresses = {}; ///< provider -> what the user put in the place of its address, if anything
};

/// The providers whose messages are shown, each once: of whom an address has to be known.
[[nodiscard]] QStringList providersOf(const Generation &generation);

/// Pure, but may take as long as the input pictures are large: they are written once more to show the message.
[[nodiscard]] Explanation explain(const ExplainFacts &facts, const AdapterRegistry &adapters);

} // namespace lightwell
