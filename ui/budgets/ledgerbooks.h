// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/books.h"

#include <memory>

namespace lightwell {

class ClientRegistry;
class ImageService;
class Journal;
class LedgerReader;

/// The books as they lie in the database.
class LedgerBooks : public Books
{
public:
    /// All outlive it. `person`: who settles by hand, for the record.
    LedgerBooks(Ledger &ledger, LedgerReader &reader, Journal &journal, ClientRegistry &clients, ImageService &images,
                QString person);
    ~LedgerBooks() override;
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

private:
    struct UnknownSearch;
    void findNext(const std::shared_ptr<UnknownSearch> &search, QObject *context);
    Ledger &m_ledger;
    LedgerReader &m_reader;
    Journal &m_journal;
    ClientRegistry &m_clients;
    ImageService &m_images;
    QString m_person;
    struct Found
    {
        QString why;
        bool canAsk = false;
    };
    QHash<QString, Found> m_found; ///< what the journal says of unknown calls, by reservation
};

} // namespace lightwell
