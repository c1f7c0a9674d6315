// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

namespace lightwell {

enum class LedgerState { Reserved, Kept, Settled, Released }; ///< runs; nobody knows its end; paid; came to nothing

/// As the ledger has it: "reserved", "kept", "settled", "released".
[[nodiscard]] QString ledgerStateName(LedgerState state);
[[nodiscard]] std::optional<LedgerState> ledgerStateFromName(const QString &name);

/// Which entries of the ledger are meant; whatever is left empty leaves nothing out.
struct LedgerFilter
{
    QDateTime since; ///< begun then or later
    QDateTime until; ///< begun before
    QString provider;
    QString model; ///< the catalog's id, or a pattern (see matchesGlob())
    QString client; ///< a gateway client's id
    QString project;
    QList<LedgerState> states;
    bool unknownOnly = false; ///< only those whose cost is not known although they have ended

    friend bool operator==(const LedgerFilter &, const LedgerFilter &) = default;
};

/// One attempt in the ledger.
struct LedgerRow
{
    qint64 id = 0;
    QString generation; ///< the request it belongs to
    int attempt = 0; ///< from 0
    QDateTime begun; ///< in UTC; counts in the period it lies in
    LedgerState state = LedgerState::Reserved;
    QString provider;
    QString model; ///< the catalog's id
    QString providerModel; ///< the vendor's; empty in entries of old releases
    QString client; ///< a gateway client's id; empty: the window or the command line
    QString project;
    QString size; ///< PlannedSize::toString()
    QString quality; ///< as sent; empty: the vendor's default
    int asked = 0; ///< pictures
    qint64 pictures = 0; ///< that came
    Money told; ///< the price before it was sent
    Ledger::Entry::ToldBy toldBy = Ledger::Entry::ToldBy::Nobody;
    Money reserved; ///< kept back for it while it is open; what budgets count where the cost is not known
    Money cost; ///< only of what is settled
    /// Of lines() only: what became of the entry after its end, at this time. `told` is then what the books had for it
    /// before. Invalid: the entry itself.
    QDateTime settledAt = {};
    bool isSettledLater = false; ///< of lines() only: the entry as it ended at first; such a line came later
    /// What it cost beyond what was told; less than nothing: it was cheaper. Unknown unless both are known.
    [[nodiscard]] Money difference() const;
    friend bool operator==(const LedgerRow &, const LedgerRow &) = default;
};

enum class SpendingGroup { Nothing, Provider, Model, Client, Project };

/// What was begun on one day, of one group.
struct SpendingOfDay
{
    QDate day; ///< of local time
    QString group; ///< a provider, model, client or project; empty also: without one
    qint64 attempts = 0;
    qint64 pictures = 0;
    Money cost; ///< the sum of what is known
    Money assumed; ///< settled without a known cost: by their estimates, with which budgets count them
    Money open; ///< reserved, or kept because nobody knows
    qint64 unknown = 0; ///< attempts that ended, but not at a known cost
    friend bool operator==(const SpendingOfDay &, const SpendingOfDay &) = default;
};

/// How far an offer's price list is from its bills.
struct ListDrift
{
    static constexpr double worthTelling = 0.05;

    int bills = 0; ///< that were compared: the newest, ten at most
    double mean = 0; ///< of (bill - list) / list; 0.1: bills are ten per cent dearer
    [[nodiscard]] bool isWorthTelling() const;
    friend bool operator==(const ListDrift &, const ListDrift &) = default;
};

/// The ledger as people look at it: page by page, by day, and what waits for an answer. Reads only.
class LedgerReader
{
public:
    explicit LedgerReader(Store &store);

    /// Newest first. An offset far down costs a few milliseconds in 100,000 rows.
    [[nodiscard]] QFuture<Result<QList<LedgerRow>>> rows(const LedgerFilter &filter, qint64 offset, int limit);
    [[nodiscard]] QFuture<Result<qint64>> count(const LedgerFilter &filter);
    /// The ledger as it was written: each entry as it ended at first, and what became of it later (a bill that a person
    /// took down, a job that was found again, a correction) as a line of its own, by its own time. Newest first. The
    /// filter's states are not looked at. Reads through all lines: 20 ms where there are 200,000.
    [[nodiscard]] QFuture<Result<QList<LedgerRow>>> lines(const LedgerFilter &filter, qint64 offset, int limit);
    [[nodiscard]] QFuture<Result<qint64>> countLines(const LedgerFilter &filter);
    /// Days and groups in which there was anything, oldest first; what came to nothing is left out.
    [[nodiscard]] QFuture<Result<QList<SpendingOfDay>>> spentByDay(const LedgerFilter &filter, SpendingGroup group);
    /// How a budget stands, or would if it were set: as Ledger::budgets() has it.
    [[nodiscard]] QFuture<Result<BudgetState>> stateOf(const Budget &budget, const QDateTime &now);
    /// All whose cost a person has to say, newest first, 100 at most.
    [[nodiscard]] QFuture<Result<QList<LedgerRow>>> unknownEntries();
    /// The entries of one request, in the order of its attempts.
    [[nodiscard]] QFuture<Result<QList<LedgerRow>>> entriesOf(const QString &generation);
    /// By Offer::id(), of those that were billed at all.
    [[nodiscard]] QFuture<Result<QHash<QString, ListDrift>>> listDrifts(const QList<Offer> &offers);

private:
    Store &m_store;
};

} // namespace lightwell
