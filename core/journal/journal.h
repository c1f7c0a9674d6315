// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/journal/offerrecords.h"
#include "core/ledger/ledger.h"
#include "core/ledger/pastbills.h"
#include "core/model/generation.h"
#include "core/routing/router.h"

#include <QFuture>
#include <QHash>

#include <atomic>
#include <memory>

namespace lightwell {

class MediaStore;
class OfferBook;
class OwedWrites;
class RunLock;
class Store;

/// Error::code of a request that has ended, but what it made and cost is not written yet.
inline constexpr char bookingOwedCode[] = "BOOKING_OWED";

/// One vendor call of a generation, as the journal knows it.
struct JournalCall
{
    QString generation;
    int attempt = 0;
    int call = 0;
    PlannedCall planned;
    AdapterState state; ///< empty until the vendor's first answer; the paid request may have left us all the same
    bool finished = false;
    Money cost; ///< as the vendor named it, or finishCall() was told; unknown until then
};

/// What can be taken up again after a crash.
struct JournalEntry
{
    Generation generation; ///< as last written; its plan is the attempt's
    QList<JournalCall> calls;
};

/// The record of every generation: written before a paid request leaves and after every step, so that nothing
/// that was paid for is lost. Shares its transactions with the ledger.
///
/// Every generation belongs to the Journal that wrote it. Another program with the same file leaves it alone
/// while that one lives, and may take it over when it is gone, however it ended.
class Journal
{
public:
    explicit Journal(Store &store);
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// How many bytes are kept for one gateway client without anybody paying for them (unpaid.h): refused calls, and
    /// the calls that cost nothing with their pictures. From any thread.
    void setClientStorage(qint64 bytes) { *m_clientStorage = bytes; }

    /// A generation that ended before anything was sent (refused, dry, invalid) or any other change of its row.
    [[nodiscard]] QFuture<Status> write(const Generation &generation);
    /// Before sending: the intent, the attempt's reservation and its calls (those of the generation's plan), all
    /// in one transaction. Errors of the ledger come through; then nothing was written. So it is where a gateway client
    /// asks for what costs nothing and has its client storage full (CLIENT_STORAGE_FULL), or whose key another call has
    /// that may be billed (CALL_UNDER_WAY), or that was revoked or disabled meanwhile (CLIENT_REVOKED). Yields what the
    /// budgets tell (Ledger::reserveIn).
    [[nodiscard]] QFuture<Result<QList<Reason>>> beginAttempt(const Generation &generation, int attempt,
                                                              const Ledger::Entry &money, const QDateTime &now);
    /// A price that a vendor named when it took a call's job.
    struct NamedPrice
    {
        Money call; ///< of this call
        Money attempt; ///< what the whole attempt costs by that, which is reserved from now on if it is more
        QDateTime at;
    };
    /// saveState() and finishCall() fail where beginAttempt() did not write the call: what is not in the journal must
    /// not be sent. Yields why a budget does not allow the price, for a person, since the work goes on; empty: all do.
    [[nodiscard]] QFuture<Result<Reason>> saveState(const QString &generation, int attempt, int call,
                                                    const AdapterState &state, const NamedPrice &price = {});
    /// `cost` is what the vendor told or its price list says; kept so that the attempt can be settled in full
    /// even if the program ends before its other calls do.
    [[nodiscard]] QFuture<Status> finishCall(const QString &generation, int attempt, int call,
                                             Money cost = Money::unknown());

    enum class Settlement { Settle, Release, Keep };
    /// The end of an attempt: the generation's row, its calls and the ledger in one transaction. A second end of
    /// the same attempt is as harmless as the ledger's. One that cannot be written (BOOKING_OWED) is owed, as states
    /// and ends of calls are: tried again with whatever is written next, every second, and when the Journal goes.
    [[nodiscard]] QFuture<Status> endAttempt(const Generation &generation, int attempt, Settlement settlement,
                                             Money cost, int pictures);

    /// Writes what is owed, waiting for another program as long as a first statement does; then the Journal's end waits
    /// no more. An error: it is not written, and gone when the program is.
    [[nodiscard]] QFuture<Status> writeOwed();

    /// Generations that are still "running" although the Journal that wrote them is gone. They belong to this one
    /// from now on, so each is handed out once. One that cannot be read well enough to go on with is not: its status
    /// becomes unknown, and its money stays reserved until a person settles it.
    /// Where `only` is given, just those that were asked for there.
    [[nodiscard]] QFuture<QList<JournalEntry>> unfinished(std::optional<Origin::Kind> only = {});
    /// What can be said of one of them.
    struct Interrupted
    {
        QString id;
        Origin::Kind origin = Origin::Kind::CommandLine;
        bool hasJob = false; ///< a vendor has it in hand or is done with it, and can be asked
    };
    /// The same, which are left as they are.
    [[nodiscard]] QFuture<Result<QList<Interrupted>>> interrupted();
    /// The newest generation that a gateway client has begun with this key or, without one, by this very call, if it
    /// was begun between `since` and `until`. One without a key that completed longer ago than a client
    /// waits before it repeats itself is none.
    struct EarlierCall
    {
        QString generation;
        QString fingerprint; ///< of the call that began it
    };
    /// An error: it cannot be said whether there is one, and so nothing may be begun.
    [[nodiscard]] QFuture<Result<std::optional<EarlierCall>>> earlierCall(const Origin &origin, const QDateTime &since,
                                                                          const QDateTime &until);
    /// What a person found out about an attempt whose end or cost is not known, at the vendor's own page.
    struct ManualSettlement
    {
        QString generation;
        Money cost; ///< known; zero: it was not billed
        std::optional<int> attempt = {}; ///< which one, from 0; needed only where several are open
        bool giveUpJob = false; ///< also where the vendor may still have the pictures, which are then lost
        bool correct = false; ///< also where the vendor said what it cost, or that it cost nothing
        QString by = {}; ///< who says so, for the record (Attempt::corrections)
    };
    /// Puts that into the generation and the ledger, in one transaction; yields the generation as it is then. What
    /// a vendor has billed stays so unless it is questioned or to be corrected; what a person settled may be settled
    /// again, but not at the same cost. What still runs is refused. Where only the ledger or only the generation is
    /// left, the other is written anew. If it fails, nothing was written.
    [[nodiscard]] QFuture<Result<Generation>> settleByHand(const ManualSettlement &told, const QDateTime &now);

    /// What in the books waits for a person, who settles it by hand. Ids of generations, the newest first.
    struct Waiting
    {
        static constexpr int most = 100; ///< of each kind
        QStringList unknownCost; ///< they ended, but not at a known cost
        QStringList questionedBills; ///< booked, but far beyond the estimate (Attempt::isBillQuestioned)
        QStringList lostGenerations; ///< the ledger has them open, but their record is gone or damaged
        QStringList lostEntries; ///< their end is not known, and the ledger has nothing about them
        QStringList fromTheFuture; ///< they count from a day that has not come yet: a clock was wrong
    };
    [[nodiscard]] QFuture<Result<Waiting>> waiting(const QDateTime &now);
    /// Takes up one generation once more: an ended one whose last attempt hasJob, or one that is still "running"
    /// although its Journal is gone. It runs again and belongs to this Journal. Nothing: there is none such.
    [[nodiscard]] QFuture<std::optional<JournalEntry>> reopen(const QString &id);
    /// The ids of such generations that were begun after `since`, oldest first.
    [[nodiscard]] QFuture<QStringList> withJobs(const QDateTime &since);
    /// What a plan of unknown price will probably cost. beginAttempt() reserves the dearest of these.
    [[nodiscard]] QFuture<Result<PastBills>> billsLike(const Plan &plan);
    /// How the calls to each offer ended so far.
    [[nodiscard]] QFuture<Result<QList<OfferRecord>>> offerRecords();
    /// How these offers did in the day before `now` (offerrecords::figures()).
    [[nodiscard]] QFuture<Result<FiguresByOffer>> offerFigures(const QList<OfferKey> &offers, const QDateTime &now);
    /// What is known of the offers of these plans: their records, the bills of like requests where a plan has no price,
    /// and how many generations were begun so far.
    [[nodiscard]] QFuture<Result<RoutingEvidence>> evidence(const QList<Plan> &plans, NeededEvidence needed);
    /// Once an end is written, of the pictures noted at `place`: replacedpictures::forgetArrivals(). Blocks: on the
    /// thread pool.
    void forgetArrivals(const MediaStore &media, const QString &place) const;
    [[nodiscard]] QFuture<std::optional<Generation>> find(const QString &id);
    /// What each of its attempts was to do, by the attempt's number from 0, without the plans' request; none where that
    /// is not kept or cannot be read.
    [[nodiscard]] QFuture<QHash<int, Plan>> plans(const QString &id);
    /// Its calls, of all attempts; none where they cannot be read.
    [[nodiscard]] QFuture<QList<JournalCall>> calls(const QString &id);
    /// Newest first, without the bytes of input pictures (find() brings them); of an extremely large row only what was
    /// asked of which model, when, and what it cost. `before` is the id after which to
    /// go on; empty: from the newest.
    [[nodiscard]] QFuture<Result<QList<Generation>>> list(int limit, const QString &before = {});

private:
    Store &m_store;
    std::shared_ptr<RunLock> m_run; ///< shared with work on the store's thread
    std::shared_ptr<OfferBook> m_offers; ///< the same
    /// Ends of attempts that could not be written (a full disk, a locked file): they come before anything else that is.
    std::shared_ptr<OwedWrites> m_owed;
    std::shared_ptr<std::atomic<qint64>> m_clientStorage =
        std::make_shared<std::atomic<qint64>>(2LL * 1024 * 1024 * 1024);
};

} // namespace lightwell
