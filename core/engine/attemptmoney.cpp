// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attemptmoney.h"

#include "core/net/hostrules.h"

namespace lightwell {

namespace {

using UnknownPrice = Ledger::Entry::UnknownPrice;

/// At a server of the user's own, whose price nobody lists, only a budget asks for it. The word of a program at the
/// gateway, which says what it likes, lifts no budget either.
UnknownPrice unknownPrice(const Origin &origin, UnknownPrices allowed, bool isOwnServer)
{
    if (allowed != UnknownPrices::Ask) {
        return allowed == UnknownPrices::Allow ? UnknownPrice::Allowed : UnknownPrice::Refused;
    }
    const bool isPersons = origin.kind != Origin::Kind::Gateway;
    if (origin.acceptsUnknownPrice && isPersons) {
        return UnknownPrice::Allowed;
    }
    return origin.acceptsUnknownPrice || isOwnServer ? UnknownPrice::WhereNoBudgetHolds : UnknownPrice::Refused;
}

} // namespace

bool isOwnServer(const QUrl &vendor, const QUrl &address)
{
    return (vendor.isEmpty() || isLocalHost(vendor.host())) && isLocalHost(address.host());
}

Ledger::Entry attemptMoney(const Generation &generation, int number, UnknownPrices allowed, bool isOwnServer)
{
    const Plan &plan = *generation.plan;
    Ledger::Entry money;
    money.reservation = Ledger::reservationName(generation.id, number);
    money.generation = generation.id;
    money.provider = plan.offer.provider;
    money.model = plan.offer.model;
    money.client = generation.origin.client;
    money.estimate = plan.estimate.total;
    money.unknownPrice = unknownPrice(generation.origin, allowed, isOwnServer);
    return money;
}

} // namespace lightwell
