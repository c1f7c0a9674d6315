// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the books say, a person can put it right, and what stood there before is on record.
#include "core/journal/journal.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/journal/journalsample.h"
#include "tests/ledger/ledgersteps.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QDateTime now = QDateTime(QDate(2026, 11, 22), QTime(12, 0));
const Money estimate = Money::fromMicros(90'000);

} // namespace

class TestCorrectByHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_journal.reset();
        m_store = std::move(Store::open(u":memory:"_s)).value();
        m_journal = std::make_unique<Journal>(*m_store);
        m_ledger = std::make_unique<Ledger>(*m_store);
        QVERIFY(m_ledger->setBudget({0, Money::fromMicros(1'000'000), Period::Total, {}, {}}).result().ok());
    }

    void everyStateCanBePutRight_data()
    {
        QTest::addColumn<QString>("ledger"); // what the entry is made to say
        QTest::addColumn<bool>("needsFlag");
        QTest::addColumn<QString>("state");
        QTest::addColumn<Money>("before");
        const Money none;
        QTest::newRow("settled") << u"state = 'settled', cost = 70000"_s << true << u"settled"_s
                                 << Money::fromMicros(70'000);
        QTest::newRow("settled for free") << u"state = 'settled', cost = 0"_s << true << u"settled"_s << Money::zero();
        QTest::newRow("settled, cost unknown") << u"state = 'settled', cost = NULL"_s << false << u"settled"_s << none;
        QTest::newRow("settled, cost absurd")
            << u"state = 'settled', cost = 6400000000000000000"_s << false << u"settled"_s << none;
        QTest::newRow("settled, cost negative") << u"state = 'settled', cost = -5"_s << false << u"settled"_s << none;
        QTest::newRow("settled, cost a fraction")
            << u"state = 'settled', cost = 1e300"_s << false << u"settled"_s << none;
        QTest::newRow("settled, cost a text") << u"state = 'settled', cost = 'much'"_s << false << u"settled"_s << none;
        QTest::newRow("released") << u"state = 'released'"_s << true << u"released"_s << none;
        QTest::newRow("kept") << u"state = 'kept'"_s << false << u"kept"_s << none;
        QTest::newRow("reserved") << u"state = 'reserved'"_s << false << u"reserved"_s << none;
        QTest::newRow("an absurd estimate")
            << u"state = 'kept', estimate = 9100000000000000000"_s << false << u"kept"_s << none;
    }
    void everyStateCanBePutRight()
    {
        QFETCH(QString, ledger);
        QFETCH(bool, needsFlag);
        QFETCH(QString, state);
        QFETCH(Money, before);
        ended();
        QVERIFY(sql(u"UPDATE ledger SET "_s + ledger));
        QVERIFY(m_ledger->usage({}).result().ok());
        QVERIFY(m_ledger->budgets(now).result().ok());

        Journal::ManualSettlement told {u"gen_1"_s, Money::fromMicros(40'000)};
        told.by = u"ada"_s;
        told.correct = needsFlag;
        if (needsFlag) {
            const Result<Generation> refused = settle({u"gen_1"_s, Money::fromMicros(40'000)});
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().param, u"correct"_s);
        }
        const Result<Generation> settled = settle(told);
        QVERIFY2(settled.ok(), settled ? "" : qPrintable(settled.error().reason.code));
        const QList<CostCorrection> corrections {{now, u"ada"_s, state, before, told.cost}};
        QCOMPARE(settled->attempts.first().corrections, corrections);
        QCOMPARE(settled->cost, told.cost);
        QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(*settled));
        QCOMPARE(m_ledger->usage({}).result()->total, told.cost);
        QCOMPARE(m_ledger->usage({}).result()->reserved, Money::zero());
        QCOMPARE(m_ledger->budgets(now).result()->first().spent, told.cost);

        told.correct = true; // the same once more is no correction
        QVERIFY(!settle(told).ok());
        QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(*settled));

        // And what a person got wrong, too.
        const Result<Generation> corrected = settle({u"gen_1"_s, Money::zero()});
        QVERIFY(corrected.ok());
        QCOMPARE(corrected->attempts.first().corrections.size(), 2);
        QCOMPARE(corrected->attempts.first().corrections.last().from, told.cost);
        QCOMPARE(m_ledger->usage({}).result()->total, Money::zero());
        // Only the last one is told.
        const QList<Error> errors {*corrected->error, *corrected->attempts.first().error};
        for (const Error &error : errors) {
            QCOMPARE(error.billing, Billing::NotBilled);
            const QString codes = QString::fromUtf8(QJsonDocument(QJsonArray {error.reason.toJson()}).toJson());
            QCOMPARE(codes.count(u"settled_unbilled"_s), 1);
            QCOMPARE(codes.count(u"settled_billed"_s), 0);
        }
    }

    void sumsNeverOverflow()
    {
        for (const QString &amount :
             {u"9223372036854775807"_s, u"-9223372036854775808"_s, u"9000000000000000"_s, u"1e300"_s, u"'text'"_s}) {
            for (int number = 0; number < 4; ++number) {
                QVERIFY(sql(u"INSERT INTO ledger (reservation, generation, provider, model, client, state, estimate, "
                            "cost, pictures, created_at) VALUES ('gen_%1%2/0', 'gen_%1%2', 'fal', 'm', '', '%3', %4, "
                            "%4, 9223372036854775807, %5)"_s.arg(number)
                                .arg(amount.size())
                                .arg(number % 2 == 0 ? u"settled"_s : u"kept"_s, amount)
                                .arg(number < 2 ? u"-9223372036854775808"_s : u"9223372036854775807"_s)));
            }
        }
        QVERIFY(sql(u"INSERT INTO budgets (limit_micros, period, provider, client) VALUES "
                    "(9223372036854775807, 'day', '', ''), (1e300, 'week', '', '')"_s));
        const Result<Usage> usage = m_ledger->usage({}).result();
        QVERIFY2(usage.ok(), usage ? "" : qPrintable(usage.error().reason.code));
        QCOMPARE(usage->total, Money::fromMicros(Money::maxMicros));
        QCOMPARE(usage->reserved, Money::fromMicros(Money::maxMicros));
        QCOMPARE(usage->byProvider.size(), 1);
        const Result<QList<BudgetState>> budgets = m_ledger->budgets(now).result();
        QVERIFY(budgets.ok());
        for (const BudgetState &state : *budgets) {
            QVERIFY(state.left().isKnown());
        }
        const Generation next = sampleGeneration(u"gen_next"_s);
        const Status refused = LedgerSteps(*m_store).reserve(sampleMoney(next), now).result();
        QCOMPARE(refused.error().kind, ErrorKind::Budget); // not ErrorKind::Storage
    }

    void whatOnlyTheLedgerKnowsIsSettledToo_data()
    {
        QTest::addColumn<QString>("loss");
        QTest::newRow("gone") << u"DELETE FROM generations"_s;
        QTest::newRow("damaged") << u"UPDATE generations SET request = '{\"model\": \"gen_1'"_s;
    }
    void whatOnlyTheLedgerKnowsIsSettledToo()
    {
        QFETCH(QString, loss);
        ended();
        QVERIFY(sql(loss));
        const Journal::Waiting waiting = *m_journal->waiting(now).result();
        QCOMPARE(waiting.lostGenerations, QStringList {u"gen_1"_s});
        QVERIFY(waiting.unknownCost.isEmpty() && waiting.lostEntries.isEmpty());
        const Result<Generation> settled = settle({u"gen_1"_s, Money::fromMicros(40'000)});
        QVERIFY2(settled.ok(), settled ? "" : qPrintable(settled.error().reason.code));
        QCOMPARE(settled->status, GenerationStatus::Failed);
        QCOMPARE(settled->request.model, u"flux.2-pro"_s);
        QCOMPARE(settled->origin.client, u"cl_1"_s);
        QCOMPARE(settled->attempts.first().provider, u"fal"_s);
        QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(*settled));
        QCOMPARE(m_ledger->usage({}).result()->total, Money::fromMicros(40'000));
        QCOMPARE(m_ledger->usage({}).result()->reserved, Money::zero());
        QVERIFY(m_journal->waiting(now).result()->lostGenerations.isEmpty());
    }

    void damagedRecordsAreListed_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("cut off") << u"'{\"model\": \"gen_1'"_s;
        QTest::newRow("zeros") << u"x'0000'"_s;
        QTest::newRow("empty") << u"'{}'"_s;
    }
    void damagedRecordsAreListed()
    {
        QFETCH(QString, json);
        ended();
        QVERIFY(sql(u"UPDATE generations SET request = %1"_s.arg(json)));
        const QList<Generation> listed = *m_journal->list(10).result();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.first().id, u"gen_1"_s);
        QCOMPARE(listed.first().request.model, u"flux.2-pro"_s);
        QVERIFY(!m_journal->find(u"gen_1"_s).result());
    }

    void whatTheLedgerLostIsEnteredAnew_data()
    {
        QTest::addColumn<qint64>("cost");
        QTest::newRow("billed") << qint64(40'000);
        QTest::newRow("not billed") << qint64(0);
    }
    void whatTheLedgerLostIsEnteredAnew()
    {
        QFETCH(qint64, cost);
        ended();
        for (const QString &loss : {u"DROP TRIGGER ledger_lines_are_never_removed"_s, u"DELETE FROM ledger_lines"_s,
                                    u"DELETE FROM ledger"_s}) {
            QVERIFY(sql(loss));
        }
        QCOMPARE(m_journal->waiting(now).result()->lostEntries, QStringList {u"gen_1"_s});
        const Result<Generation> settled = settle({u"gen_1"_s, Money::fromMicros(cost)});
        QVERIFY2(settled.ok(), settled ? "" : qPrintable(settled.error().reason.code));
        QCOMPARE(settled->attempts.first().corrections.first().state, QString());
        QCOMPARE(m_ledger->usage({}).result()->total, Money::fromMicros(cost));
        QCOMPARE(m_ledger->usage({}).result()->reserved, Money::zero());
        QVERIFY(m_journal->waiting(now).result()->lostEntries.isEmpty());
        QVERIFY(!settle({u"gen_1"_s, Money::fromMicros(cost)}).ok());
    }

    void aClockThatWasWrongIsTold()
    {
        ended();
        QVERIFY(m_journal->waiting(now).result()->fromTheFuture.isEmpty());
        QVERIFY(sql(u"UPDATE ledger SET created_at = 9223372036854775807"_s));
        QCOMPARE(m_journal->waiting(now).result()->fromTheFuture, QStringList {u"gen_1"_s});
        QCOMPARE(m_ledger->budgets(now).result()->first().reserved, estimate); // it counts all the same
        QVERIFY(sql(u"UPDATE ledger SET created_at = -9223372036854775808"_s));
        QCOMPARE(m_ledger->budgets(now).result()->first().reserved, estimate);
        QCOMPARE(m_ledger->usage({}).result()->reserved, estimate);
    }

private:
    /// A request whose end nobody knows.
    void ended()
    {
        Generation generation = sampleGeneration(u"gen_1"_s);
        Attempt attempt;
        attempt.provider = u"fal"_s;
        attempt.status = GenerationStatus::Running;
        attempt.startedAt = now;
        generation.attempts = {attempt};
        QVERIFY(m_journal->beginAttempt(generation, 0, sampleMoney(generation), now).result().ok());
        generation.status = GenerationStatus::Unknown;
        generation.attempts.first().status = GenerationStatus::Unknown;
        generation.attempts.first().error = Error();
        generation.error = Error();
        QVERIFY(m_journal->endAttempt(generation, 0, Journal::Settlement::Keep, {}, 0).result().ok());
    }
    bool sql(const QString &statement)
    {
        return m_store->run([statement](Database &database) { return change(database, statement).ok(); }).result();
    }
    Result<Generation> settle(const Journal::ManualSettlement &told)
    {
        return m_journal->settleByHand(told, now).result();
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Ledger> m_ledger;
};

QTEST_GUILESS_MAIN(TestCorrectByHand)
#include "test_correctbyhand.moc"
