// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"

#include <QObject>

namespace lightwell::test {

/// Books that hold what the test puts in, and note what is asked of them. As the real ones do, they answer after
/// control is back, one question after the other.
class FakeBooks : public QObject, public Books
{
    Q_OBJECT
public:
    QList<BudgetState> states; ///< what is used of each is as the test says
    Money usedElsewhere = Money::zero(); ///< by what a limit is for that is not among them
    QList<LedgerRow> calls; ///< the newest first
    std::function<LedgerRow(qint64 row)> generated; ///< in place of `calls`, `generatedRows` of them; no filters
    qint64 generatedRows = 0;
    QList<LedgerRow> later; ///< lines of what was settled afterwards, the newest first
    QList<UnknownCall> unknownCalls;
    QHash<QString, QString> clientNames;
    QStringList projectNames;
    std::optional<Error> readError; ///< what every question is answered with
    std::optional<Error> writeError;
    bool isHeld = false; ///< answers to rows() and lines() wait until release()

    struct Fetch
    {
        qint64 first = 0;
        int count = 0;
    };
    QList<Fetch> fetches; ///< of lines
    struct Settlement
    {
        QString generation;
        int attempt = 0;
        Money cost;
        bool giveUpJob = false;
    };
    QList<Settlement> settled;
    QStringList asked;
    Status answer = Success(); ///< of the provider
    QList<Budget> set;
    QList<qint64> removed;

    [[nodiscard]] int waiting() const { return static_cast<int>(m_held.size()); }
    void release();
    void tellChange() { Q_EMIT changed(); }

    QFuture<Result<QList<BudgetState>>> limits(const QDateTime &now) override;
    void stateOf(const Budget &budget, const QDateTime &now, QObject *context, OnState onState) override;
    QFuture<Result<qint64>> setLimit(const Budget &budget) override;
    QFuture<Status> removeLimit(qint64 id) override;
    void sums(const QDateTime &since, const QDateTime &until, QObject *context, OnSums onSums) override;
    QFuture<Result<QList<SpendingOfDay>>> days(const QDateTime &since, const QDateTime &until,
                                               SpendingGroup group) override;
    QFuture<Result<QStringList>> projects() override;
    void known(QObject *context, OnKnown onKnown) override;
    QFuture<Result<QList<SpendingOfDay>>> daysWithin(const Budget &scope, const QDateTime &since,
                                                     const QDateTime &until) override;
    QFuture<Result<qint64>> countLines(const LedgerFilter &filter) override;
    QFuture<Result<QList<LedgerRow>>> lines(const LedgerFilter &filter, qint64 first, int count) override;
    QFuture<Result<QList<LedgerRow>>> rows(const LedgerFilter &filter, qint64 first, int count) override;
    void unknown(QObject *context, OnUnknown onUnknown) override;
    void settle(const LedgerRow &row, Money cost, bool giveUpJob, QObject *context, OnAnswer onSettled) override;
    void ask(const QString &generation, QObject *context, OnAnswer onAnswer) override;
    void onChange(QObject *context, std::function<void()> then) override;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] static QList<LedgerRow> fitting(const QList<LedgerRow> &all, const LedgerFilter &filter);
    [[nodiscard]] QList<LedgerRow> found(const QList<LedgerRow> &fit, qint64 first, int count) const;
    [[nodiscard]] QFuture<Result<QList<LedgerRow>>> answered(const QList<LedgerRow> &rows);
    [[nodiscard]] QList<LedgerRow> written() const; ///< as lines
    QHash<QString, LedgerRow> m_before; ///< of what was settled later, by generation
    QList<std::function<void()>> m_held;
};

/// A month as somebody with four providers and three programs at the gateway spends it, up to `today`.
void fillBooks(FakeBooks &books, QDate today);

} // namespace lightwell::test
