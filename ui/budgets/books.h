// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledgerreader.h"

#include <QFuture>
#include <QHash>

#include <functional>

class QObject;

namespace lightwell {

/// A call of which nobody knows whether it was billed, or how much.
struct UnknownCall
{
    LedgerRow row;
    QString why; ///< a sentence; empty: it is not known
    bool canAsk = false; ///< the provider has a job that can be asked for, at no cost
};

/// What the Budgets page reads and writes. A seam, so that it can be tested with more entries than anybody spends, and
/// with books that cannot be read. One question has a future; where several make one answer, it is told on `context`'s
/// thread, and dropped when the context is gone.
class Books
{
public:
    struct Sums
    {
        Money spent; ///< the sum of what is known
        qint64 unknown = 0; ///< so many more were paid at a cost that is not
        Money keptRunning; ///< whenever it was begun
    };
    /// Who is in the books.
    struct Known
    {
        QStringList providers; ///< of the last three months
        QHash<QString, QString> clients; ///< id -> name; those of the gateway that have not spent anything too
        QStringList projects;
        QDate first; ///< the day of the oldest entry; invalid: there is none
    };
    using OnAnswer = std::function<void(const Status &)>;
    using OnState = std::function<void(const Result<BudgetState> &)>;
    using OnKnown = std::function<void(const Result<Known> &)>;
    using OnUnknown = std::function<void(const Result<QList<UnknownCall>> &)>;
    using OnSums = std::function<void(const Result<Sums> &)>;

    virtual ~Books() = default;
    virtual QFuture<Result<QList<BudgetState>>> limits(const QDateTime &now) = 0;
    /// How a limit would stand: with what its scope and period have used up.
    virtual void stateOf(const Budget &budget, const QDateTime &now, QObject *context, OnState onState) = 0;
    virtual QFuture<Result<qint64>> setLimit(const Budget &budget) = 0;
    virtual QFuture<Status> removeLimit(qint64 id) = 0;
    virtual void sums(const QDateTime &since, const QDateTime &until, QObject *context, OnSums onSums) = 0;
    virtual QFuture<Result<QList<SpendingOfDay>>> days(const QDateTime &since, const QDateTime &until,
                                                       SpendingGroup group) = 0;
    /// What was spent within a limit's scope, whatever its period, by day.
    virtual QFuture<Result<QList<SpendingOfDay>>> daysWithin(const Budget &scope, const QDateTime &since,
                                                             const QDateTime &until) = 0;
    virtual QFuture<Result<QStringList>> projects() = 0; ///< by name: of all that anything was reserved for
    virtual void known(QObject *context, OnKnown onKnown) = 0;
    /// The ledger as it was written: what was settled later has a line of its own.
    virtual QFuture<Result<qint64>> countLines(const LedgerFilter &filter) = 0;
    virtual QFuture<Result<QList<LedgerRow>>> lines(const LedgerFilter &filter, qint64 first, int count) = 0;
    /// One entry an attempt, as it stands now: sums over them are right.
    virtual QFuture<Result<QList<LedgerRow>>> rows(const LedgerFilter &filter, qint64 first, int count) = 0;
    virtual void unknown(QObject *context, OnUnknown onUnknown) = 0;
    /// What a person found out at the provider: zero is "not billed". `giveUpJob`: also where its pictures are lost by
    /// it.
    virtual void settle(const LedgerRow &row, Money cost, bool giveUpJob, QObject *context, OnAnswer onSettled) = 0;
    /// Asks the provider what became of it. Costs nothing.
    virtual void ask(const QString &generation, QObject *context, OnAnswer onAnswer) = 0;
    /// Calls `then` whenever something was booked, as long as `context` lives.
    virtual void onChange(QObject *context, std::function<void()> then) = 0;
};

} // namespace lightwell
