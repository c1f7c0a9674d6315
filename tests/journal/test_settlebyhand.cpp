// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody knows whether it was billed, until a person looks it up and says so.
#include "core/journal/journal.h"
#include "core/journal/journalreasons.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/journal/journalsample.h"

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QDateTime now = QDateTime(QDate(2026, 11, 22), QTime(12, 0));
const Money estimate = Money::fromMicros(90'000);

Attempt attemptAt(const QString &provider, GenerationStatus status)
{
    Attempt attempt;
    attempt.provider = provider;
    attempt.status = status;
    attempt.startedAt = now;
    return attempt;
}

Error lost(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    error.message = u"The connection was lost."_s;
    return error;
}

} // namespace

class TestSettleByHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_journal.reset();
        m_store = std::move(Store::open(u":memory:"_s)).value();
        m_journal = std::make_unique<Journal>(*m_store);
        m_ledger = std::make_unique<Ledger>(*m_store);
    }

    void putsTheBooksRight_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<qint64>("cost");
        QTest::addColumn<GenerationStatus>("status");
        QTest::newRow("billed") << ErrorKind::Network << qint64(70'000) << GenerationStatus::Failed;
        QTest::newRow("not billed") << ErrorKind::Network << qint64(0) << GenerationStatus::Failed;
        QTest::newRow("cancelled, billed") << ErrorKind::Cancelled << qint64(1) << GenerationStatus::Cancelled;
        QTest::newRow("more than estimated") << ErrorKind::Timeout << qint64(900'000) << GenerationStatus::Failed;
    }
    void putsTheBooksRight()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(qint64, cost);
        QFETCH(GenerationStatus, status);
        QVERIFY(m_ledger->setBudget({0, Money::fromMicros(1'000'000), Period::Total, {}, {}}).result().ok());
        const Generation before = unknownEnd(kind);
        QCOMPARE(usage().reserved, estimate);

        const Result<Generation> settled = settle({u"gen_1"_s, Money::fromMicros(cost)});
        QVERIFY2(settled.ok(), settled ? "" : qPrintable(settled.error().reason.code));
        QCOMPARE(settled->status, status);
        QCOMPARE(settled->cost, Money::fromMicros(cost));
        QVERIFY(settled->attempts.first().settledByHand);
        QCOMPARE(settled->error->billing, cost > 0 ? Billing::Billed : Billing::NotBilled);
        QCOMPARE(settled->error->reason,
                 Reason::both(before.error->why(),
                              cost > 0 ? reasons::settledBilled(settled->cost) : reasons::settledUnbilled()));
        QCOMPARE(settled->endedForFree(), cost == 0);
        QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(*settled));
        QCOMPARE(usage().total, Money::fromMicros(cost));
        QCOMPARE(usage().reserved, Money::zero());
        QCOMPARE(usage().unknown, 0);
        const BudgetState budget = m_ledger->budgets(now).result()->first();
        QCOMPARE(budget.spent, Money::fromMicros(cost));
        QCOMPARE(budget.reserved, Money::zero());
    }

    void theLastWordCounts_data()
    {
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("second");
        QTest::newRow("a typing error") << qint64(45'000'000) << qint64(450'000);
        QTest::newRow("too little") << qint64(70'000) << qint64(80'000);
        QTest::newRow("billed, then not") << qint64(70'000) << qint64(0);
        QTest::newRow("not billed, then billed") << qint64(0) << qint64(70'000);
    }
    void theLastWordCounts()
    {
        QFETCH(qint64, first);
        QFETCH(qint64, second);
        QVERIFY(m_ledger->setBudget({0, Money::fromDollars(20), Period::Month, {}, {}}).result().ok());
        unknownEnd();
        QVERIFY(settle({u"gen_1"_s, Money::fromMicros(first)}).ok());
        const int before = lines();
        const Result<Generation> settled = settle({u"gen_1"_s, Money::fromMicros(second)});
        QVERIFY2(settled.ok(), settled ? "" : qPrintable(settled.error().reason.code));
        QCOMPARE(settled->cost, Money::fromMicros(second));
        const QList<CostCorrection> corrections = settled->attempts.first().corrections;
        QCOMPARE(corrections.size(), 2); // both stay in the record
        QCOMPARE(corrections.first().to, Money::fromMicros(first));
        QCOMPARE(corrections.last().to, Money::fromMicros(second));
        QCOMPARE(lines(), before + 1);
        QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(*settled));
        QCOMPARE(usage().total, Money::fromMicros(second));
        const BudgetState budget = m_ledger->budgets(now).result()->first();
        QCOMPARE(budget.spent, Money::fromMicros(second));
        QCOMPARE(budget.reserved, Money::zero());

        const Result<Generation> again = settle({u"gen_1"_s, Money::fromMicros(second)});
        QVERIFY(!again.ok()); // nothing new is said
        QCOMPARE(again.error().reason, reasons::settledAlready(u"gen_1"_s, Money::fromMicros(second)));
        QCOMPARE(lines(), before + 1);
    }

    void ofSeveralWhatIsOpenIsMeant()
    {
        for (int number = 0; number < 2; ++number) {
            Generation generation = sampleWith(
                {attemptAt(u"fal"_s, GenerationStatus::Unknown), attemptAt(u"replicate"_s, GenerationStatus::Unknown)});
            begin(generation, number);
            generation.status = GenerationStatus::Unknown;
            QVERIFY(m_journal->endAttempt(generation, number, Journal::Settlement::Keep, {}, 0).result().ok());
        }
        QVERIFY(settle({u"gen_1"_s, Money::fromMicros(1), 0}).ok());
        QVERIFY(settle({u"gen_1"_s, Money::fromMicros(2)}).ok()); // the one that is left
        const Result<Generation> unclear = settle({u"gen_1"_s, Money::fromMicros(3)});
        QCOMPARE(unclear.error().param, u"attempt"_s);
        const Result<Generation> first = settle({u"gen_1"_s, Money::fromMicros(3), 0});
        QVERIFY(first.ok());
        QCOMPARE(first->cost, Money::fromMicros(5));
        QCOMPARE(usage().total, Money::fromMicros(5));
    }

    void aCostNobodyToldIsSettledToo()
    {
        begin(sampleWith({attemptAt(u"fal"_s, GenerationStatus::Running)}));
        Generation done = completed(sampleWith({attemptAt(u"fal"_s, GenerationStatus::Completed)}));
        done.cost = Money::unknown();
        QVERIFY(m_journal->endAttempt(done, 0, Journal::Settlement::Settle, Money::unknown(), 3).result().ok());
        QCOMPARE(usage().unknown, 1);
        const Result<Generation> settled = settle({u"gen_1"_s, Money::fromMicros(40'000)});
        QVERIFY(settled.ok());
        QCOMPARE(settled->status, GenerationStatus::Completed);
        QVERIFY(!settled->error);
        QCOMPARE(usage().total, Money::fromMicros(40'000));
        QCOMPARE(usage().unknown, 0);
    }

    void whatIsKnownIsNotChanged()
    {
        begin(sampleWith({attemptAt(u"fal"_s, GenerationStatus::Running)}));
        const Generation done = completed(sampleWith({attemptAt(u"fal"_s, GenerationStatus::Completed)}));
        QVERIFY(m_journal->endAttempt(done, 0, Journal::Settlement::Settle, done.cost, 3).result().ok());
        QVERIFY(!settle({u"gen_1"_s, Money::zero()}).ok());
        QCOMPARE(usage().total, done.cost);
        QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(done));
    }

    void whatNeverWasIsToldAsSuch()
    {
        const Result<Generation> settled = settle({u"gen_9"_s, Money::zero()});
        QVERIFY(!settled.ok());
        QCOMPARE(settled.error().kind, ErrorKind::NotFound);
    }

    void anUnknownCostSettlesNothing()
    {
        unknownEnd();
        QVERIFY(!settle({u"gen_1"_s, Money::unknown()}).ok());
        QVERIFY(!settle({u"gen_1"_s, Money::fromMicros(-1)}).ok());
        QCOMPARE(usage().reserved, estimate);
    }

    void whatRunsIsLeftAlone()
    {
        begin(sampleWith({attemptAt(u"fal"_s, GenerationStatus::Running)}));
        const Result<Generation> settled = settle({u"gen_1"_s, Money::zero(), {}, true});
        QVERIFY(!settled.ok());
        QCOMPARE(settled.error().reason, reasons::requestStillRuns(u"gen_1"_s));
        QCOMPARE(usage().reserved, estimate);
    }

    void aJobIsNotGivenUpUnsaid_data()
    {
        QTest::addColumn<bool>("interrupted");
        QTest::newRow("a lost job") << false;
        QTest::newRow("an interrupted request") << true;
    }
    void aJobIsNotGivenUpUnsaid()
    {
        QFETCH(bool, interrupted);
        if (interrupted) {
            begin(sampleWith({attemptAt(u"fal"_s, GenerationStatus::Running)}));
            m_journal = std::make_unique<Journal>(*m_store); // its program is gone
        } else {
            Generation generation = unknownEnd();
            generation.attempts.first().hasJob = true;
            QVERIFY(m_journal->write(generation).result().ok());
        }
        const Result<Generation> refused = settle({u"gen_1"_s, Money::zero()});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().param, u"give_up"_s);
        const Result<Generation> settled = settle({u"gen_1"_s, Money::zero(), {}, true});
        QVERIFY(settled.ok());
        QCOMPARE(settled->status, GenerationStatus::Failed);
        QVERIFY(settled->endedAt.isValid());
        QVERIFY(!m_journal->reopen(u"gen_1"_s).result());
        QVERIFY(m_journal->unfinished().result().isEmpty());
        QCOMPARE(usage().reserved, Money::zero());
    }

    void ofSeveralAttemptsOneIsNamed()
    {
        const auto lostAttempt = [](const QString &provider) {
            Attempt attempt = attemptAt(provider, GenerationStatus::Unknown);
            attempt.error = lost(ErrorKind::Network);
            return attempt;
        };
        for (int number = 0; number < 2; ++number) {
            Generation generation = sampleWith({lostAttempt(u"fal"_s), lostAttempt(u"replicate"_s)});
            begin(generation, number);
            generation.status = GenerationStatus::Unknown;
            generation.error = lost(ErrorKind::Network);
            QVERIFY(m_journal->endAttempt(generation, number, Journal::Settlement::Keep, {}, 0).result().ok());
        }
        const Result<Generation> refused = settle({u"gen_1"_s, Money::zero()});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().reason,
                 reasons::attemptNotSaid(reasons::attemptsAndAt(reasons::attemptAt(1, u"fal"_s), 2, u"replicate"_s)));
        QVERIFY(!settle({u"gen_1"_s, Money::zero(), 2}).ok());

        const Result<Generation> first = settle({u"gen_1"_s, Money::fromMicros(50'000), 0});
        QVERIFY(first.ok());
        QCOMPARE(first->status, GenerationStatus::Unknown); // the other is still open
        QCOMPARE(first->cost, Money::unknown());
        QCOMPARE(usage().reserved, estimate);
        const Result<Generation> second = settle({u"gen_1"_s, Money::zero()});
        QVERIFY(second.ok());
        QCOMPARE(second->status, GenerationStatus::Failed);
        QCOMPARE(second->cost, Money::fromMicros(50'000));
        QCOMPARE(usage().total, Money::fromMicros(50'000));
        QCOMPARE(usage().reserved, Money::zero());
    }

    void whatCannotBeWrittenIsNotHalfWritten()
    {
        const Generation before = unknownEnd();
        const auto sql = [this](const QString &statement) {
            return m_store->run([statement](Database &database) { return change(database, statement).ok(); }).result();
        };
        QVERIFY(sql(u"CREATE TRIGGER trouble BEFORE UPDATE ON generations BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
        QVERIFY(!settle({u"gen_1"_s, Money::fromMicros(70'000)}).ok());
        QCOMPARE(usage().reserved, estimate);
        QVERIFY(sql(u"DROP TRIGGER trouble"_s));
        QVERIFY(m_journal->write(sampleGeneration(u"gen_2"_s)).result().ok()); // it is not owed: the person was told
        QCOMPARE(usage().reserved, estimate);
        QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(before));
    }

private:
    static Generation sampleWith(const QList<Attempt> &attempts)
    {
        Generation generation = sampleGeneration(u"gen_1"_s);
        generation.attempts = attempts;
        return generation;
    }
    void begin(const Generation &generation, int attempt = 0)
    {
        QVERIFY(m_journal->beginAttempt(generation, attempt, sampleMoney(generation), now).result().ok());
    }
    Generation unknownEnd(ErrorKind kind = ErrorKind::Network)
    {
        begin(sampleWith({attemptAt(u"fal"_s, GenerationStatus::Running)}));
        Generation ended = sampleWith({attemptAt(u"fal"_s, GenerationStatus::Unknown)});
        ended.status = GenerationStatus::Unknown;
        ended.error = lost(kind);
        ended.attempts.first().error = ended.error;
        ended.attempts.first().endedAt = now;
        ended.endedAt = now;
        const Status written = m_journal->endAttempt(ended, 0, Journal::Settlement::Keep, {}, 0).result();
        return written.ok() ? *m_journal->find(u"gen_1"_s).result() : Generation();
    }
    Result<Generation> settle(const Journal::ManualSettlement &told)
    {
        return m_journal->settleByHand(told, now).result();
    }
    int lines()
    {
        return m_store
            ->run([](Database &database) {
                Result<Rows> rows = execute(database, u"SELECT count(*) FROM ledger_lines"_s);
                return rows && rows.value().next() ? rows.value().value(0).toInt() : -1;
            })
            .result();
    }
    Usage usage() { return m_ledger->usage({}).result().value(); }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Ledger> m_ledger;
};

QTEST_GUILESS_MAIN(TestSettleByHand)
#include "test_settlebyhand.moc"
