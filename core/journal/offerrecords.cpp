// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/offerrecords.h"

#include "core/chat/textmoney.h"
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
constexpr int measuredOfOne = 2000;

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

/// What a text model said by its vendor's count; nothing: nobody counted.
std::optional<qint64> tokensIn(const QByteArray &usage)
{
    const QJsonObject told = columns::toArray(usage).first().toObject();
    const std::optional<TextUsage> tokens = TextUsage::read(told);
    return tokens && !told.value("estimated"_L1).toBool() ? std::optional(tokens->output) : std::nullopt;
}

/// Where a generation began before `now` that cannot have ended in the time that is measured.
Result<qint64> lastBefore(Database &database, const QDateTime &now)
{
    constexpr qint64 days = 2; // nobody waits longer than one for a picture
    Result<Rows> rows =
        execute(database, u"SELECT sequence FROM generations WHERE created_at < ? ORDER BY created_at DESC LIMIT 1"_s,
                {now.addSecs(-days * measuredSeconds).toMSecsSinceEpoch()});
    if (!rows) {
        return rows.error();
    }
    return rows.value().next() ? rows.value().value(0).toLongLong() : Result<qint64>(0);
}

Result<QList<MeasuredCall>> callsTo(Database &database, const OfferKey &offer, qint64 after, const QDateTime &now)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT provider, provider_model, status, started_at, ended_at, error, usage, route FROM attempts "
                "WHERE provider_model = ? AND generation > ? AND provider = ? AND ended_at BETWEEN ? AND ? "
                "AND status IN (?, ?, ?) ORDER BY generation DESC, number DESC LIMIT ?"_s,
                QVariantList {offer.second, after, offer.first, now.addSecs(-measuredSeconds).toMSecsSinceEpoch(),
                              now.toMSecsSinceEpoch()}
                    + endedStates() + QVariantList {measuredOfOne});
    if (!rows) {
        return rows.error();
    }
    const QDateTime timedSince = now.addSecs(-timedSeconds);
    QList<MeasuredCall> calls;
    while (rows.value().next()) {
        const std::optional<OfferOutcome> outcome = outcomeIn(rows.value());
        if (!outcome || (outcome->error && outcome->error->kind == ErrorKind::RateLimit)) {
            continue;
        }
        MeasuredCall call {outcome->made, outcome->endedAt, outcome->ms};
        if (call.made && call.endedAt >= timedSince) {
            call.tokens = tokensIn(rows.value().value(6).toByteArray());
            const QByteArray route = rows.value().value(7).toByteArray();
            if (route.startsWith('{')) { // else it is a code
                call.firstMs = AnswerNotes::fromJson(columns::toObject(route).value("answer"_L1).toObject()).firstMs;
            }
        }
        calls.append(call);
    }
    const Status read = rows->readToTheEnd();
    return read ? Result<QList<MeasuredCall>>(calls) : read.error();
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

Result<FiguresByOffer> figures(Database &database, const QList<OfferKey> &offers, const QDateTime &now)
{
    const Result<qint64> before = lastBefore(database, now);
    if (!before) {
        return before.error();
    }
    FiguresByOffer all;
    for (const OfferKey &offer : offers) {
        const Result<QList<MeasuredCall>> calls = callsTo(database, offer, *before, now);
        if (!calls) {
            return calls.error();
        }
        if (!calls->isEmpty()) {
            all.insert(offer, figuresOf(*calls, now));
        }
    }
    return all;
}

} // namespace lightwell::offerrecords
