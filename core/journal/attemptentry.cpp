// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/attemptentry.h"

#include "core/ledger/pastbills.h"

namespace lightwell::attemptentry {

Result<Ledger::Entry> of(Database &database, const Generation &generation, int attempt, const Ledger::Entry &money)
{
    Ledger::Entry entry = money;
    entry.generation = generation.id;
    entry.reservation = Ledger::reservationName(generation.id, attempt);
    entry.project = generation.origin.project;
    if (entry.estimate.isKnown()) {
        entry.told = entry.estimate;
        entry.toldBy = Ledger::Entry::ToldBy::PriceList;
    }
    if (!generation.plan) {
        return entry;
    }
    const Plan &plan = *generation.plan;
    entry.providerModel = plan.offer.providerModel;
    entry.size = plan.size.toString();
    entry.quality = plan.quality;
    entry.asked = plan.pictures();
    if (entry.estimate.isKnown()) {
        return entry;
    }
    const Result<PastBills> bills = pastbills::like(database, plan);
    if (!bills) {
        return bills.error();
    }
    if (bills->count > 0) {
        entry.estimate = bills->dearest;
        entry.told = bills->usual;
        entry.toldBy = Ledger::Entry::ToldBy::Bills;
    }
    return entry;
}

} // namespace lightwell::attemptentry
