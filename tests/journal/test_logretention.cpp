// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which requests leave the log when they are old, and that they take nothing with them that somebody needs.
#include "core/journal/journal.h"
#include "core/journal/logretention.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/journal/journalsample.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QDateTime begun = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

} // namespace

class TestLogRetention : public QObject
{
    Q_OBJECT

private:
    qint64 number(const QString &sql) const
    {
        return m_store
            ->run([sql](Database &database) -> qint64 {
                Result<Rows> rows = execute(database, sql);
                return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
            })
            .result();
    }
    bool changes(const QString &sql) const
    {
        return m_store->run([sql](Database &database) { return change(database, sql).ok(); }).result();
    }
    /// A call of words: it was paid for, and brought no picture.
    void pay(const QString &id, const QDateTime &when = begun) const
    {
        Generation generation = sampleGeneration(id);
        generation.createdAt = when;
        QVERIFY(m_journal->beginAttempt(generation, 0, sampleMoney(generation), when).result().ok());
        Generation done = completed(generation);
        done.pictures.clear();
        QVERIFY(m_journal->endAttempt(done, 0, Journal::Settlement::Settle, done.cost, 0).result().ok());
    }
    void refuse(const QString &id, const QDateTime &when = begun) const
    {
        Generation generation = sampleGeneration(id);
        generation.createdAt = generation.endedAt = when;
        generation.plan.reset();
        generation.status = GenerationStatus::Failed;
        generation.cost = Money::zero();
        generation.error = notSent(ErrorKind::Budget, u"Refused."_s);
        QVERIFY(m_journal->write(generation).result().ok());
    }
    logretention::Step remove(const QDateTime &before, const logretention::Place &from = {}) const
    {
        const Result<logretention::Step> step = logretention::removeOlder(*m_store, before, from).result();
        return step ? *step : logretention::Step {{}, -1, -1, true};
    }
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;

private Q_SLOTS:
    void init()
    {
        m_journal.reset();
        auto store = Store::open(u":memory:"_s);
        QVERIFY(store.ok());
        m_store = std::move(store).value();
        m_journal = std::make_unique<Journal>(*m_store);
    }

    void theBooksStay()
    {
        pay(u"gen_1"_s);
        QCOMPARE(number(u"SELECT count(*) FROM inputs"_s), 3);
        const qint64 spent = number(u"SELECT sum(spent) FROM ledger_sums"_s);
        QCOMPARE(remove(begun).removed, 0); // it is not older
        const logretention::Step step = remove(begun.addSecs(1));
        QCOMPARE(step.looked, 1);
        QCOMPARE(step.removed, 1);
        QVERIFY(step.isLast);
        for (const char *table :
             {"generations", "attempts", "calls", "inputs", "generation_inputs", "offers", "client_calls"}) {
            QCOMPARE(number(u"SELECT count(*) FROM "_s + QLatin1StringView(table)), 0);
        }
        QCOMPARE(number(u"SELECT count(*) FROM ledger"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM ledger_lines"_s), 2);
        QCOMPARE(number(u"SELECT sum(spent) FROM ledger_sums"_s), spent);
        const Result<Journal::Waiting> waiting = m_journal->waiting(begun.addDays(1)).result();
        QVERIFY(waiting);
        QVERIFY(waiting->lostGenerations.isEmpty()); // nobody misses it
    }

    void whatIsMoreThanALogStays_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("stays");
        const auto row = [](const char *name, const char *change, bool stays = true) {
            QTest::newRow(name) << QString::fromLatin1(change) << stays;
        };
        row("paid for", "UPDATE generations SET status = 'completed'", false);
        row("cancelled", "UPDATE generations SET status = 'cancelled'", false);
        row("came to nothing", "UPDATE ledger SET state = 'released', cost = NULL", false);
        row("with a picture",
            "INSERT INTO pictures (generation, position, id, format, width, height, bytes) SELECT sequence, 0, 'a', "
            "'png', 1, 1, 1 FROM generations");
        row("running", "UPDATE generations SET status = 'running'");
        row("outcome not known", "UPDATE generations SET status = 'unknown'");
        row("reserved", "UPDATE ledger SET state = 'reserved', cost = NULL");
        row("perhaps billed", "UPDATE ledger SET state = 'kept', cost = NULL");
        row("cost not known", "UPDATE ledger SET cost = NULL");
        row("once in doubt", "INSERT INTO ledger_lines (entry, number, kind) SELECT id, 7, 'kept' FROM ledger");
        row("settled by hand", "UPDATE attempts SET settled_by_hand = 1");
        row("a bill in question", "UPDATE attempts SET doubted_cost = 1");
        row("the vendor may have its pictures", "UPDATE attempts SET has_job = 1");
        row("of the window", "UPDATE generations SET origin = 'window'");
        row("of the command line", "UPDATE generations SET origin = 'cli'");
    }
    void whatIsMoreThanALogStays()
    {
        QFETCH(const QString, change);
        QFETCH(const bool, stays);
        pay(u"gen_1"_s);
        QVERIFY(changes(change));
        const logretention::Step step = remove(begun.addDays(1));
        QCOMPARE(step.looked, 1);
        QCOMPARE(step.removed, stays ? 0 : 1);
        QCOMPARE(number(u"SELECT count(*) FROM generations"_s), stays ? 1 : 0);
        QCOMPARE(number(u"SELECT count(*) FROM ledger"_s), 1);
    }

    /// None is looked at twice, whether it goes or stays, and whether or not others were begun at the same time.
    void stepsAreBounded()
    {
        constexpr int count = 2 * logretention::rowsAtOnce + 20;
        for (int i = 0; i < count; ++i) {
            refuse(u"gen_%1"_s.arg(i), begun.addMSecs(i / 3));
        }
        QVERIFY(changes(u"UPDATE generations SET origin = 'window' WHERE sequence % 2 = 0"_s));
        refuse(u"gen_new"_s, begun.addDays(2));
        logretention::Step step;
        QList<int> looked;
        int removed = 0;
        do {
            step = remove(begun.addDays(1), step.upTo);
            looked.append(step.looked);
            removed += step.removed;
        } while (!step.isLast && looked.size() < 10);
        QCOMPARE(looked, QList<int>({logretention::rowsAtOnce, logretention::rowsAtOnce, 20}));
        QCOMPARE(removed, count / 2);
        QCOMPARE(number(u"SELECT count(*) FROM generations"_s), count / 2 + 1);
    }

    void whatCannotGoStopsNoOther()
    {
        for (int i = 0; i < 3; ++i) {
            refuse(u"gen_%1"_s.arg(i));
        }
        QVERIFY(changes(u"CREATE TRIGGER stays BEFORE DELETE ON generations WHEN OLD.id = 'gen_0' BEGIN SELECT "
                        "RAISE(ABORT, 'no'); END"_s));
        QCOMPARE(remove(begun.addDays(1)).removed, 2);
        QCOMPARE(number(u"SELECT count(*) FROM generations"_s), 1);
    }

    void itWorksThroughAllAndFollowsTheSetting()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (int i = 0; i < logretention::rowsAtOnce + 5; ++i) {
            refuse(u"gen_%1"_s.arg(i), now.addDays(-40));
        }
        refuse(u"gen_new"_s, now.addDays(-3));
        LogRetention retention(*m_store);
        QSignalSpy tidied(&retention, &LogRetention::tidied);
        retention.setDays(30);
        QTRY_COMPARE(tidied.size(), 1);
        QCOMPARE(tidied.first().first().toInt(), logretention::rowsAtOnce + 5);
        QCOMPARE(number(u"SELECT count(*) FROM generations"_s), 1);
        retention.setDays(30); // nothing new
        retention.setDays(2);
        QTRY_COMPARE(tidied.size(), 2);
        QCOMPARE(number(u"SELECT count(*) FROM generations"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestLogRetention)
#include "test_logretention.moc"
