// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/offerrecords.h"

#include "core/journal/columns.h"
#include "core/ledger/pastbills.h"
#include "core/model/generation.h"
#include "core/storage/query.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace lightwell::offerrecords {

namespace {

constexpr int lookedThrough = 20'000;
/// Of one offer: those that say nothing of it (refused prompts, wrong requests) stand between the others.
constexpr int lookedThroughOfOne = 4 * OfferRecord::most;

QString endedAttempts()
{
    return u"SELECT provider, provider_model, status, started_at, ended_at, error FROM attempts "
           "WHERE ended_at IS NOT NULL AND status IN (?, ?, ?) "_s;
}

QVariantList endedStates()
{
    return {statusName(GenerationStatus::Completed), statusName(GenerationStatus::Failed),
            statusName(GenerationStatus::Unknown)};
}

/// Nothing: it says nothing of the offer.
std::optional<OfferOutcome> outcomeIn(const Rows &row)
{
    OfferOutcome outcome;
    const qint64 startedAt = row.value(3).toLongLong();
    const qint64 endedAt = row.value(4).toLongLong();
    outcome.made = statusFromName(row.value(2).toString()) == GenerationStatus::Completed;
    outcome.ms = endedAt - startedAt;
    outcome.endedAt = QDateTime::fromMSecsSinceEpoch(endedAt, Qt::UTC);
    if (!outcome.made) {
        outcome.error = columns::toError(row.value(5).toByteArray());
        if (outcome.error && !isVendorsFault(outcome.error->kind)) {
            return std::nullopt;
        }
    }
    return outcome;
}

Result<OfferRecord> recordOfOffer(Database &database, const Offer &offer)
{
    Result<Rows> rows = execute(
        database,
        endedAttempts() + u"AND provider = ? AND provider_model = ? ORDER BY generation DESC, number DESC LIMIT ?"_s,
        endedStates() + QVariantList {offer.provider, offer.providerModel, lookedThroughOfOne});
    if (!rows) {
        return rows.error();
    }
    QList<OfferOutcome> outcomes;
    while (outcomes.size() < OfferRecord::most && rows.value().next()) {
        if (const std::optional<OfferOutcome> outcome = outcomeIn(rows.value())) {
            outcomes.append(*outcome);
        }
    }
    if (outcomes.size() < OfferRecord::most) {
        if (const Status read = rows.value().readToTheEnd(); !read) {
            return read.error();
        }
    }
    return recordOf(offer.provider, offer.providerModel, outcomes);
}

Result<qint64> generationsBegun(Database &database)
{
    Result<Rows> rows = execute(database, u"SELECT max(sequence) FROM generations"_s, {});
    if (!rows) {
        return rows.error();
    }
    return rows.value().next() ? rows.value().value(0).toLongLong() : 0;
}

} // namespace

Result<QList<OfferRecord>> all(Database &database)
{
    Result<Rows> rows = execute(database, endedAttempts() + u"ORDER BY generation DESC, number DESC LIMIT ?"_s,
                                endedStates() + QVariantList {lookedThrough});
    if (!rows) {
        return rows.error();
    }
    struct Tally
    {
        QString provider;
        QString providerModel;
        QList<OfferOutcome> outcomes;
    };
    QList<Tally> tallies;
    QHash<std::pair<QString, QString>, qsizetype> places;
    while (rows.value().next()) {
        const QString provider = rows.value().value(0).toString();
        const QString model = rows.value().value(1).toString();
        const auto place = places.constFind({provider, model});
        const qsizetype index = place == places.cend() ? tallies.size() : *place;
        if (index == tallies.size()) {
            places.insert({provider, model}, index);
            tallies.append({provider, model, {}});
        }
        Tally &tally = tallies[index];
        if (tally.outcomes.size() >= OfferRecord::most) {
            continue;
        }
        if (const std::optional<OfferOutcome> outcome = outcomeIn(rows.value())) {
            tally.outcomes.append(*outcome);
        }
    }
    if (const Status read = rows.value().readToTheEnd(); !read) {
        return read.error();
    }
    QList<OfferRecord> records;
    for (const Tally &tally : std::as_const(tallies)) {
        records.append(recordOf(tally.provider, tally.providerModel, tally.outcomes));
    }
    return records;
}

Result<RoutingEvidence> evidence(Database &database, const QList<Plan> &plans, NeededEvidence needed)
{
    RoutingEvidence found;
    for (const Plan &plan : plans) {
        if (needed == NeededEvidence::Records) {
            const Result<OfferRecord> record = recordOfOffer(database, plan.offer);
            if (!record) {
                return record.error();
            }
            found.records.insert(plan.offer.id(), *record);
        }
        if (plan.estimate.total.isKnown()) {
            continue;
        }
        const Result<PastBills> bills = pastbills::like(database, plan);
        if (!bills) {
            return bills.error();
        }
        found.bills.insert(plan.offer.id(), bills->usual);
    }
    const Result<qint64> turn = generationsBegun(database);
    if (!turn) {
        return turn.error();
    }
    found.turn = *turn;
    return found;
}

} // namespace lightwell::offerrecords
