// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/adapter.h"
#include "core/ledger/ledger.h"
#include "core/model/generation.h"

#include <QFuture>

namespace lightwell {

class Store;

/// One vendor call of a generation, as the journal knows it.
struct JournalCall
{
    QString generation;
    int attempt = 0;
    int call = 0;
    PlannedCall planned;
    AdapterState state; ///< empty until the vendor's first answer
    bool sent = false; ///< the paid request may have left us
    bool finished = false;
};

/// What can be taken up again after a crash.
struct JournalEntry
{
    Generation generation; ///< as last written; its plan is the attempt's
    QList<JournalCall> calls;
};

/// The record of every generation: written before a paid request leaves and after every step, so that nothing
/// that was paid for is lost. Shares its transactions with the ledger.
class Journal
{
public:
    explicit Journal(Store &store);

    /// A generation that ended before anything was sent (refused, dry, invalid) or any other change of its row.
    [[nodiscard]] QFuture<Status> write(const Generation &generation);
    /// Before sending: the intent, the attempt's reservation and its calls, all in one transaction.
    [[nodiscard]] QFuture<Status> beginAttempt(const Generation &generation, int attempt, const Ledger::Entry &money,
                                               const QDateTime &now);
    [[nodiscard]] QFuture<Status> markSent(const QString &generation, int attempt, int call);
    [[nodiscard]] QFuture<Status> saveState(const QString &generation, int attempt, int call, const AdapterState &state);
    [[nodiscard]] QFuture<Status> finishCall(const QString &generation, int attempt, int call);

    enum class Settlement { Settle, Release, Keep };
    /// The end of an attempt: the generation's row and the ledger in one transaction.
    [[nodiscard]] QFuture<Status> endAttempt(const Generation &generation, int attempt, Settlement settlement, Money cost,
                                             int pictures);

    [[nodiscard]] QFuture<QList<JournalEntry>> unfinished(); ///< generations that were running when the program ended
    [[nodiscard]] QFuture<std::optional<Generation>> find(const QString &id);
    /// Newest first. `before` is the id after which to go on; empty: from the newest.
    [[nodiscard]] QFuture<QList<Generation>> list(int limit, const QString &before = {});

private:
    Store &m_store;
};

} // namespace lightwell
