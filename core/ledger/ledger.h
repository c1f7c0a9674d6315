// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"

#include <QFuture>

namespace lightwell {

class Database;
class Store;

enum class Period { Day, Week, Month, Total }; ///< calendar periods in local time; weeks begin on Monday

[[nodiscard]] QString periodName(Period period);
[[nodiscard]] std::optional<Period> periodFromName(const QString &name);
/// When the period that contains `now` began; invalid for Total.
[[nodiscard]] QDateTime periodStart(Period period, const QDateTime &now);
/// When it ends and the next one begins; invalid for Total.
[[nodiscard]] QDateTime periodEnd(Period period, const QDateTime &now);

struct Budget
{
    static constexpr int usualWarning = 75;

    qint64 id = 0;
    Money limit;
    Period period = Period::Month;
    QString provider; ///< empty: all
    QString client; ///< a gateway client's id; empty: everybody
    QString model = {}; ///< the catalog's id, or a pattern of several ("flux*", see matchesGlob()); empty: all
    QString project = {}; ///< empty: whatever it is for
    int warnAt = usualWarning; ///< per cent of the limit, 1 to 100; 0: it is not told before the limit
    bool isHard = true; ///< it stops what would go beyond; else it only tells

    /// It holds for this one call.
    [[nodiscard]] bool holdsFor(const QString &ofProvider, const QString &ofModel, const QString &ofClient,
                                const QString &ofProject) const;
    friend bool operator==(const Budget &, const Budget &) = default;
};

/// A budget and how it stands now. Reserved money counts as spent until it is settled.
struct BudgetState
{
    Budget budget;
    Money spent;
    Money reserved;
    [[nodiscard]] Money left() const { return budget.limit - spent - reserved; }
    enum class Level {
        Within,
        Warned, ///< the warning's share of the limit is reached
        Reached, ///< nothing is left: a hard one stops what costs anything
    };
    [[nodiscard]] Level level() const;
    [[nodiscard]] int percentUsed() const; ///< rounded down; of a limit of nothing 100
};

struct UsageRow
{
    QString group; ///< a provider, model or client
    qint64 generations = 0;
    qint64 pictures = 0;
    Money cost; ///< the sum of what is known
    qint64 unknown = 0; ///< generations whose cost is not known
};

struct Usage
{
    Money total;
    Money reserved; ///< running, or unknown and possibly billed
    Money assumed; ///< settled without a known cost: by their estimates, with which budgets count them
    qint64 unknown = 0;
    Money later; ///< dated after the time that was asked for: a clock was wrong; not part of the others
    QList<UsageRow> byProvider;
    QList<UsageRow> byModel;
    QList<UsageRow> byClient;
};

/// What was asked of one model at one provider on one day.
struct ActivityRow
{
    QDate day; ///< in UTC
    QString model;
    QString provider;
    qint64 generations = 0;
    qint64 pictures = 0;
    Money cost; ///< the sum of what is known
    qint64 unknown = 0; ///< generations whose cost is not known
    // Tokens, as far as vendors count them; of those that came out, some were only thought.
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    qint64 tokensThought = 0;

    friend bool operator==(const ActivityRow &, const ActivityRow &) = default;
};

/// Money: reserve the estimate before anything is sent, settle the real cost after, release what certainly was
/// not spent, keep what may have been. A price that the vendor names as it takes the job raises what is reserved.
/// One entry per attempt, by `reservation` = "generation/attempt"; each step adds a
/// line to it, and no line is ever changed or removed, except those of what came to nothing, all together.
/// Every hard budget that applies (overall, the provider's, the model's, the client's, the project's) must have room,
/// checked and reserved in one transaction, so two requests never share the last cent. What was settled counts in the
/// period in which it was reserved, which has a beginning and an end; what is open counts in every one until it is
/// settled. What was settled without a known cost counts with its estimate. All of it runs on the store's thread.
///
/// Sums cannot overflow: an amount in the database that is none, is negative or beyond Money's range counts as unknown,
/// and so with its estimate.
///
/// Each step may come twice without harm. Once settled, only an unknown cost may still become a known one; what
/// was released may still be settled, because a bill that comes late is a bill.
class Ledger
{
public:
    explicit Ledger(Store &store);

    struct Entry
    {
        QString reservation;
        QString generation;
        QString provider;
        QString model;
        QString client;
        Money estimate;
        /// What becomes of an unknown estimate.
        enum class UnknownPrice { Refused, WhereNoBudgetHolds, Allowed };
        UnknownPrice unknownPrice = UnknownPrice::Refused;
        QString project = {};
        // What was asked, by which like calls are found later (see pastbills.h).
        QString providerModel = {};
        QString size = {}; ///< PlannedSize::toString()
        QString quality = {}; ///< as sent
        int asked = 0; ///< pictures
        Money told = {}; ///< what was said before it was sent; `estimate` may be more, to be safe
        enum class ToldBy { Nobody, PriceList, Bills }; ///< unknown; the offer's prices; what like calls cost before
        ToldBy toldBy = ToldBy::Nobody;
    };
    /// The one form of a reservation's name.
    [[nodiscard]] static QString reservationName(const QString &generation, int attempt);
    /// Replaces one of the same scope and period.
    [[nodiscard]] QFuture<Result<qint64>> setBudget(const Budget &budget);
    [[nodiscard]] QFuture<Status> removeBudget(qint64 id);
    [[nodiscard]] QFuture<Result<QList<BudgetState>>> budgets(const QDateTime &now);
    /// Of what was begun at `since` (invalid: ever) or later, and before `until` (invalid: whenever).
    [[nodiscard]] QFuture<Result<Usage>> usage(const QDateTime &since, const QDateTime &until = {});
    /// The same period day by day, the newest first; of one gateway client alone where `client` is given.
    [[nodiscard]] QFuture<Result<QList<ActivityRow>>> activity(const QDateTime &since, const QDateTime &until,
                                                               const std::optional<QString> &client = {});
    /// The names of all projects anything was reserved for, or that have a budget.
    [[nodiscard]] QFuture<Result<QStringList>> projects();

    // The steps of an attempt, inside a transaction of the caller (the journal) and only on the store's thread. `now`
    // is when it happened; invalid: not known.

    /// Fails with ErrorKind::Budget, saying which budget and what is left. A second reserve of the same
    /// reservation changes nothing; of one that has already ended it is refused, since that work must not be sent.
    /// Yields which budgets are beyond their warning by it, or beyond a limit that is not hard, for a person.
    [[nodiscard]] static Result<QList<Reason>> reserveIn(Database &database, const Entry &entry, const QDateTime &now);
    /// What is reserved becomes at least this much: the vendor has said so, and works already. Yields why a budget does
    /// not allow it, for a person; empty: all do. What is known to be reserved or has ended stays as it is.
    [[nodiscard]] static Result<Reason> raiseIn(Database &database, const QString &reservation, Money atLeast,
                                                const QDateTime &now);
    [[nodiscard]] static Status settleIn(Database &database, const QString &reservation, Money cost, int pictures,
                                         const QDateTime &now);
    [[nodiscard]] static Status releaseIn(Database &database, const QString &reservation, const QDateTime &now);
    /// The outcome is unknown and may be billed: the reserved money stays reserved until settled or released.
    [[nodiscard]] static Status keepIn(Database &database, const QString &reservation, const QDateTime &now);
    /// What a person puts right: whatever the entry said before, it is settled at this cost.
    [[nodiscard]] static Status correctIn(Database &database, const QString &reservation, Money cost,
                                          const QDateTime &now);
    /// An entry that got lost, as reserved at `begun`; no budget is asked, since its work was done long ago.
    [[nodiscard]] static Status enterIn(Database &database, const Entry &entry, const QDateTime &begun);

private:
    Store &m_store;
};

} // namespace lightwell
