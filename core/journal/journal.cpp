// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include "core/journal/attemptentry.h"
#include "core/journal/callrows.h"
#include "core/journal/clientcalls.h"
#include "core/journal/journalreasons.h"
#include "core/journal/journalrows.h"
#include "core/journal/offerbook.h"
#include "core/journal/owedwrites.h"
#include "core/journal/replacedpictures.h"
#include "core/journal/unpaid.h"
#include "core/ledger/ledgersql.h"
#include "core/model/jsontext.h"
#include "core/storage/query.h"
#include "core/storage/runlock.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// For statements about one call: none changed means the call was never written.
Status oneCall(const Result<int> &rows)
{
    if (!rows) {
        return rows.error();
    }
    if (*rows != 1) {
        return notSent(ErrorKind::Internal, reasons::callNotWritten());
    }
    return Success();
}

Status settle(Database &database, const QString &reservation, Journal::Settlement settlement, Money cost, int pictures,
              const QDateTime &now)
{
    switch (settlement) {
    case Journal::Settlement::Settle:
        return Ledger::settleIn(database, reservation, cost, pictures, now);
    case Journal::Settlement::Release:
        return Ledger::releaseIn(database, reservation, now);
    case Journal::Settlement::Keep:
        break;
    }
    return Ledger::keepIn(database, reservation, now);
}

/// Undone alone in a transaction that others share.
template<typename Step>
OwedWrites::Write inOneStep(Step step)
{
    return [step](Database &database) { return inTransaction(database, [&] { return step(database); }); };
}

/// What is owed is told so: "try again" would pay twice.
Status asOwed(const Status &written)
{
    if (written || written.error().kind != ErrorKind::Storage) {
        return written;
    }
    Error error = written.error();
    error.code = QString::fromLatin1(bookingOwedCode);
    error.setReason(reasons::bookingOwed());
    return error;
}

} // namespace

Journal::Journal(Store &store)
    : m_store(store)
    , m_run(store.runLock())
    , m_offers(std::make_shared<OfferBook>())
    , m_owed(std::make_shared<OwedWrites>(store))
{
}

Journal::~Journal()
{
    static_cast<void>(m_owed->writeLastly());
}

void Journal::forgetArrivals(const MediaStore &media, const QString &place) const
{
    replacedpictures::forgetArrivals(m_store, media, place);
}

QFuture<Status> Journal::writeOwed()
{
    return m_owed->writeLastly();
}

QFuture<Status> Journal::write(const Generation &generation)
{
    const auto write = [kept = std::make_shared<const Generation>(generation), owner = m_run->name(),
                        offers = m_offers](Database &database) {
        return inTransaction(database, [&]() -> Status {
            const Result<qint64> row = journalrows::writeGeneration(database, *offers, *kept, owner);
            return row ? Status(Success()) : row.error();
        });
    };
    return m_owed->write(write);
}

QFuture<Result<QList<Reason>>> Journal::beginAttempt(const Generation &generation, int attempt,
                                                     const Ledger::Entry &money, const QDateTime &now)
{
    using Told = Result<QList<Reason>>;
    auto begin = [kept = std::make_shared<const Generation>(generation), attempt, money = money, now = now,
                  owner = m_run->name(), owed = m_owed, offers = m_offers,
                  maxKept = m_clientStorage](Database &database) -> Told {
        const auto work = [&]() -> Told {
            const Generation &begun = *kept;
            if (const Status may = clientcalls::checkClient(database, begun.origin); !may) {
                return may.error();
            }
            if (begun.origin.kind == Origin::Kind::Gateway && money.estimate == Money::zero()) {
                const Status may = unpaid::mayKeepMore(database, begun.origin.client, *maxKept);
                if (!may) {
                    return may.error();
                }
            }
            const Result<Ledger::Entry> entry = attemptentry::of(database, begun, attempt, money);
            if (!entry) {
                return entry.error();
            }
            Told told = Ledger::reserveIn(database, *entry, now);
            if (!told) {
                return told;
            }
            const auto row = journalrows::writeGeneration(database, *offers, begun, owner, attempt);
            if (!row) {
                return row.error();
            }
            if (const Status written = clientcalls::write(database, *row, begun, now); !written) {
                return written.error();
            }
            const Status written = callrows::write(database, *row, begun, attempt);
            return written ? std::move(told) : written.error();
        };
        const Status done = owed->settle(database); // a budget must know of them
        return done ? inTransaction(database, work) : Told(done.error());
    };
    return m_store.write(std::move(begin), [owed = m_owed](Told result, bool committed) {
        owed->concluded(committed);
        if (result) {
            return result;
        }
        Error error = result.error();
        error.billing = Billing::NotBilled; // nothing may be sent without this record
        return Told(error);
    });
}

QFuture<Result<Reason>> Journal::saveState(const QString &generation, int attempt, int call, const AdapterState &state,
                                           const NamedPrice &price)
{
    const auto exceeded = std::make_shared<Reason>();
    const auto save = [generation, attempt, call, state, price, exceeded](Database &database) -> Status {
        const QString json = QString::fromUtf8(compactJson(state));
        const Status saved =
            oneCall(change(database,
                           u"UPDATE calls SET state = ?, cost = coalesce(?, cost) WHERE generation = "
                           "(SELECT sequence FROM generations WHERE id = ?) AND attempt = ? AND call = ?"_s,
                           {json, ledgersql::fromMoney(price.call), generation, attempt, call}));
        if (!saved || !price.attempt.isKnown()) {
            return saved;
        }
        const Result<Reason> raised =
            Ledger::raiseIn(database, Ledger::reservationName(generation, attempt), price.attempt, price.at);
        *exceeded = raised ? *raised : Reason();
        return raised ? Status(Success()) : Status(raised.error());
    };
    return m_owed->write(inOneStep(save), [exceeded](const Status &saved) {
        return saved ? Result<Reason>(*exceeded) : Result<Reason>(saved.error());
    });
}

QFuture<Status> Journal::finishCall(const QString &generation, int attempt, int call, Money cost)
{
    return m_owed->write(inOneStep([generation, attempt, call, cost](Database &database) {
        return oneCall(change(database,
                              u"UPDATE calls SET finished = 1, cost = coalesce(?, cost) "
                              "WHERE generation = (SELECT sequence FROM generations WHERE id = ?) "
                              "AND attempt = ? AND call = ?"_s,
                              {ledgersql::fromMoney(cost), generation, attempt, call}));
    }));
}

QFuture<Status> Journal::endAttempt(const Generation &generation, int attempt, Settlement settlement, Money cost,
                                    int pictures)
{
    const auto end = [kept = std::make_shared<const Generation>(generation), attempt, settlement, cost, pictures,
                      owner = m_run->name(), offers = m_offers](Database &database) {
        return inTransaction(database, [&]() -> Status {
            const Generation &ended = *kept;
            const QString reservation = Ledger::reservationName(ended.id, attempt);
            if (Status settled =
                    settle(database, reservation, settlement, cost, pictures, ended.attempts.value(attempt).endedAt);
                !settled) {
                return settled;
            }
            const Result<qint64> row = journalrows::writeEnd(database, *offers, ended, owner);
            if (!row) {
                return row.error();
            }
            // A call whose job can be asked for again is not at its end.
            const bool hasJob = ended.attempts.value(attempt).hasJob;
            const Result<int> calls = change(database,
                                             u"UPDATE calls SET finished = 1 WHERE generation = ? AND attempt = ? "
                                             "AND NOT (? = 1 AND state <> '')"_s,
                                             {*row, attempt, hasJob ? 1 : 0});
            return calls ? Status(Success()) : calls.error();
        });
    };
    return m_owed->write(end, asOwed);
}

} // namespace lightwell
