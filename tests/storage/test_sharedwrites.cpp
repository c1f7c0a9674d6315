// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes that are queued at the same time share a transaction and still fail alone; what is kept in memory is never
// older than the database.
#include "core/ledger/ledger.h"
#include "core/storage/query.h"
#include "core/storage/sqlite/sqlitebackend.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

/// Counts the transactions that are begun.
class CountingBackend : public SqliteBackend
{
public:
    CountingBackend(const QString &file, std::atomic<int> &begun)
        : SqliteBackend(file)
        , m_begun(begun)
    {
    }
    [[nodiscard]] QString beginToWrite() const override
    {
        ++m_begun;
        return SqliteBackend::beginToWrite();
    }

private:
    std::atomic<int> &m_begun;
};

Ledger::Entry entry(int number)
{
    Ledger::Entry result;
    result.generation = u"gen_%1"_s.arg(number);
    result.reservation = Ledger::reservationName(result.generation, 0);
    result.provider = u"fal"_s;
    result.estimate = Money::fromMicros(1000);
    return result;
}

Status reserve(Database &database, int number)
{
    return inTransaction(database, [&]() -> Status {
        const auto told = Ledger::reserveIn(database, entry(number), QDateTime::fromMSecsSinceEpoch(1));
        const Status done = told ? Status(Success()) : told.error();
        return done && number < 0 ? Status(notSent(ErrorKind::Budget, u"no"_s)) : done;
    });
}

int number(Database &database, const QString &sql)
{
    Result<Rows> rows = execute(database, sql);
    return rows && rows.value().next() ? rows.value().value(0).toInt() : -1;
}

const QString entries = u"SELECT count(*) FROM ledger"_s;

} // namespace

class TestSharedWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::move(Store::open(std::make_unique<CountingBackend>(u":memory:"_s, m_begun))).value();
        m_begun = 0;
    }

    void manyShareOneTransaction()
    {
        constexpr int jobs = 40;
        hold();
        QList<QFuture<Status>> futures;
        for (int job = 1; job <= jobs; ++job) {
            futures.append(m_store->write([job](Database &database) { return reserve(database, job); }));
        }
        m_gate.release();
        for (const QFuture<Status> &future : std::as_const(futures)) {
            QVERIFY(future.result().ok());
        }
        QCOMPARE(m_begun.load(), 1);
        QCOMPARE(count(), jobs);
    }

    void oneFailsAlone()
    {
        hold();
        const auto before = m_store->write([](Database &database) { return reserve(database, 1); });
        const auto failing = m_store->write([](Database &database) { return reserve(database, -1); });
        const auto seen = m_store->read([](Database &database) { return number(database, entries); });
        const auto after = m_store->write([](Database &database) { return reserve(database, 2); });
        m_gate.release();
        QVERIFY(before.result().ok());
        QCOMPARE(failing.result().error().kind, ErrorKind::Budget);
        QCOMPARE(seen.result(), 1); // in order of calling
        QVERIFY(after.result().ok());
        QCOMPARE(m_begun.load(), 1);
        QCOMPARE(count(), 2);
    }

    /// Nothing was written before it: it is undone with the whole transaction, and another one is begun for the others.
    void theFirstFailsAlone()
    {
        hold();
        const auto seen = m_store->read([](Database &database) { return number(database, entries); });
        const auto failing = m_store->write([](Database &database) { return reserve(database, -1); });
        const auto next = m_store->write([](Database &database) { return reserve(database, 1); });
        const auto failingLater = m_store->write([](Database &database) { return reserve(database, -1); });
        const auto last = m_store->write([](Database &database) { return reserve(database, 2); });
        m_gate.release();
        QCOMPARE(seen.result(), 0);
        QCOMPARE(failing.result().error().kind, ErrorKind::Budget);
        QVERIFY(next.result().ok());
        QCOMPARE(failingLater.result().error().kind, ErrorKind::Budget);
        QVERIFY(last.result().ok());
        QCOMPARE(m_begun.load(), 2);
        QCOMPARE(count(), 2);
    }

    /// One in another, and the inner one is caught.
    void whatFailsWithinIsUndoneAlone_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("nothing was written before it") << true;
        QTest::newRow("behind a write") << false;
    }
    void whatFailsWithinIsUndoneAlone()
    {
        QFETCH(const bool, isFirst);
        const auto done = m_store->write([isFirst](Database &database) {
            return inTransaction(database, [&]() -> Status {
                const Status before = isFirst ? Status(Success()) : reserve(database, 1);
                const Status failed = reserve(database, -1);
                const Status after = reserve(database, 2);
                return before && !failed ? after : Status(notSent(ErrorKind::Internal, u"no"_s));
            });
        });
        QVERIFY(done.result().ok());
        QCOMPARE(m_begun.load(), 1); // what was read in it before counts: nobody writes in between
        QCOMPARE(count(), isFirst ? 1 : 2);
    }

    void allFailWhereTheCommitDoes()
    {
        hold();
        QList<bool> committed;
        const auto note = [&committed](Status result, bool done) {
            committed.append(done);
            return result;
        };
        const auto first = m_store->write([](Database &database) { return reserve(database, 1); }, note);
        // A reference to nothing is noticed at the very end.
        const auto breaking = m_store->write(
            [](Database &database) {
                return inTransaction(database, [&]() -> Status {
                    (void)execute(database, u"PRAGMA defer_foreign_keys = 1"_s);
                    const Result<int> done =
                        change(database,
                               u"INSERT INTO pictures (generation, position, id, format, width, height, "
                               "bytes) VALUES (99, 0, 'a', 'png', 1, 1, 1)"_s);
                    return done ? Status(Success()) : Status(done.error());
                });
            },
            note);
        const auto failing = m_store->write([](Database &database) { return reserve(database, -1); }, note);
        const auto seen = m_store->read([](Database &database) { return number(database, entries); });
        m_gate.release();
        QCOMPARE(first.result().error().kind, ErrorKind::Storage);
        QCOMPARE(breaking.result().error().kind, ErrorKind::Storage);
        QCOMPARE(failing.result().error().kind, ErrorKind::Budget); // its own reason
        QCOMPARE(seen.result(), 0); // what is really there
        QCOMPARE(committed, QList<bool>(3, false));
        QCOMPARE(count(), 0);
        QVERIFY(m_store->write([](Database &database) { return reserve(database, 3); }).result().ok());
        QCOMPARE(count(), 1);
    }

    void nothingIsToldBeforeItIsCommitted()
    {
        hold();
        QSemaphore inSecond;
        QSemaphore goOn;
        const auto first = m_store->write([](Database &database) { return reserve(database, 1); });
        const auto second = m_store->write([&](Database &database) {
            inSecond.release();
            goOn.acquire();
            return reserve(database, 2);
        });
        m_gate.release();
        inSecond.acquire();
        const bool told = first.isFinished();
        goOn.release();
        QVERIFY(!told);
        QVERIFY(first.result().ok() && second.result().ok());
    }

    /// A full disk makes the database undo all that others did in the transaction.
    void aLostTransactionFailsWhoIsInIt()
    {
        hold();
        const auto first = m_store->write([](Database &database) { return reserve(database, 1); });
        const auto losing = m_store->write([](Database &database) {
            return inTransaction(database, [&]() -> Status {
                (void)execute(database, u"ROLLBACK"_s);
                return notSent(ErrorKind::Storage, u"The disk is full."_s);
            });
        });
        const auto next = m_store->write([](Database &database) { return reserve(database, 2); });
        m_gate.release();
        QCOMPARE(first.result().error().kind, ErrorKind::Storage);
        QVERIFY(!losing.result().ok());
        QVERIFY(next.result().ok());
        QCOMPARE(m_begun.load(), 2);
        QCOMPARE(count(), 1);
    }

    /// Who did not notice it: what comes next would be written outside of any transaction.
    void aLostTransactionIsNotCommitted()
    {
        hold();
        const auto losing = m_store->write([](Database &database) {
            const Status done = inTransaction(database, [&]() -> Status {
                (void)execute(database, u"ROLLBACK"_s);
                return Success();
            });
            const Status next = reserve(database, 1);
            return done ? done : next;
        });
        const auto next = m_store->write([](Database &database) { return reserve(database, 2); });
        m_gate.release();
        QCOMPARE(losing.result().error().kind, ErrorKind::Storage);
        QVERIFY(next.result().ok());
        QCOMPARE(m_begun.load(), 2);
        QCOMPARE(count(), 1);
    }

    /// As SQLite does where it finds no memory for a read: nothing is written outside of any transaction.
    void aReadMayLoseTheTransaction()
    {
        hold();
        const auto refused = m_store->write([](Database &database) {
            return inTransaction(database, [] { return Status(notSent(ErrorKind::Budget, u"no"_s)); });
        });
        const auto reading = m_store->read([](Database &database) -> Result<int> {
            (void)execute(database, u"ROLLBACK"_s);
            return 1;
        });
        const auto next = m_store->write([](Database &database) { return reserve(database, 1); });
        m_gate.release();
        QVERIFY(!refused.result().ok());
        QVERIFY(reading.result().ok());
        QVERIFY(!next.result().ok());
        QCOMPARE(next.result().error().kind, ErrorKind::Storage);
        QCOMPARE(count(), 0);
    }

    void whatIsKeptIsNeverOld_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("elsewhere");
        QTest::addColumn<bool>("readAnew");
        const QString other = u"INSERT INTO gateway_state (name, value) VALUES ('a', 'b')"_s;
        const QString same =
            u"INSERT INTO budgets (limit_micros, period, provider, client) VALUES (1, 'day', '', '')"_s;
        QTest::newRow("nothing") << QString() << false << false;
        QTest::newRow("another table here") << other << false << false;
        QTest::newRow("this table here") << same << false << true;
        QTest::newRow("this table here, in a longer statement")
            << u"WITH one(a) AS (VALUES (1)) INSERT INTO budgets (limit_micros, period, provider, client) "
               "SELECT a, 'day', '', '' FROM one"_s
            << false << true;
        QTest::newRow("this table here, where it can")
            << QString(same).replace(u"INSERT"_s, u"INSERT OR IGNORE"_s) << false << true;
        QTest::newRow("this table here, and no word behind it") << u"DELETE FROM budgets"_s << false << true;
        QTest::newRow("a look at this table")
            << u"WITH one(a) AS (SELECT count(*) FROM budgets) SELECT a FROM one"_s << false << false;
        QTest::newRow("anything elsewhere") << other << true << true;
        QTest::newRow("this table elsewhere") << same << true << true;
    }
    void whatIsKeptIsNeverOld()
    {
        QFETCH(QString, change);
        QFETCH(bool, elsewhere);
        QFETCH(bool, readAnew);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"shared.db"_s);
        const auto here = std::move(Store::open(file)).value();
        const auto there = std::move(Store::open(file)).value();
        int reads = 0;
        const auto ask = [&] {
            return here
                ->read([&reads](Database &database) {
                    const auto kept = database.kept<int>(u"budgets"_s, u"count"_s, [&reads](Database &db) {
                        ++reads;
                        return Result<int>(number(db, u"SELECT count(*) FROM budgets"_s));
                    });
                    return kept ? **kept : -1;
                })
                .result();
        };
        QCOMPARE(ask(), 0);
        QCOMPARE(ask(), 0);
        QCOMPARE(reads, 1);
        if (!change.isEmpty()) {
            Store &who = elsewhere ? *there : *here;
            QVERIFY(
                who.run([change](Database &database) { return lightwell::change(database, change).ok(); }).result());
        }
        QCOMPARE(ask(), change.contains(u"INTO budgets"_s) ? 1 : 0);
        QCOMPARE(reads, readAnew ? 2 : 1);
    }

    void whatWasUndoneIsNotKept()
    {
        const auto ask = [](Database &database) {
            const auto kept = database.kept<int>(u"budgets"_s, u"count"_s, [](Database &db) {
                return Result<int>(number(db, u"SELECT count(*) FROM budgets"_s));
            });
            return kept ? **kept : -1;
        };
        const auto failing = m_store->write([ask](Database &database) {
            return inTransaction(database, [&]() -> Status {
                (void)change(database,
                             u"INSERT INTO budgets (limit_micros, period, provider, client) "
                             "VALUES (1, 'day', '', '')"_s);
                return notSent(ErrorKind::Internal, QString::number(ask(database)));
            });
        });
        QCOMPARE(failing.result().error().message, u"1"_s);
        QCOMPARE(m_store->read(ask).result(), 0);
    }

private:
    /// Until the gate is released, everything else is queued.
    void hold()
    {
        (void)m_store->run([this](Database &) { m_gate.acquire(); });
    }
    int count()
    {
        return m_store->read([](Database &database) { return number(database, entries); }).result();
    }

    std::atomic<int> m_begun = 0;
    QSemaphore m_gate;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestSharedWrites)
#include "test_sharedwrites.moc"
