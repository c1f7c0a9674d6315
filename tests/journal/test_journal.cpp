// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/journal/journalreasons.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/journal/journalsample.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

const QDateTime now = QDateTime(QDate(2026, 11, 22), QTime(12, 0));

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsBackWhatWasWritten();
    void whatIsWrittenAgainTakesThePlace();
    void keepsInputPicturesOnce();
    void keepsThePlanOfEachAttempt();
    void beginsAllOrNothing();
    void whatIsNotInTheJournalIsNotSent_data();
    void whatIsNotInTheJournalIsNotSent();
    void followsTheCalls();
    void endsWithTheLedger_data();
    void endsWithTheLedger();
    void unknownPricesAreReservedAsTheyWereBilled();
    void endingTwiceChangesNothing();
    void anEndThatCannotBeWrittenIsOwed_data();
    void anEndThatCannotBeWrittenIsOwed();
    void whatAHeldDatabaseKeepsOutIsWritten_data();
    void whatAHeldDatabaseKeepsOutIsWritten();
    void whatNeverCanBeWrittenStopsNobody();
    void listsInPages();
    void leavesTheLivingAlone();
    void givesEachOutOnce();
    void whatCannotBeReadIsSetAside_data();
    void whatCannotBeReadIsSetAside();

private:
    qint64 count(const QString &sql) const
    {
        return m_store
            ->run([sql](Database &database) -> qint64 {
                Result<Rows> query = execute(database, sql);
                return query && query.value().next() ? query.value().value(0).toLongLong() : -1;
            })
            .result();
    }
    bool begin(const Generation &generation, int attempt = 1) const
    {
        return m_journal->beginAttempt(generation, attempt, sampleMoney(generation), now).result().ok();
    }
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
};

void TestJournal::init()
{
    m_journal.reset();
    auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    m_store = std::move(store).value();
    m_journal = std::make_unique<Journal>(*m_store);
}

void TestJournal::bringsBackWhatWasWritten()
{
    Generation generation = sampleGeneration(u"gen_1"_s);
    generation.origin.notes = {
        u"image"_s, u"/v1/images/edits"_s, true, u"program/1"_s, u"https://page.example/"_s, u"boats"_s, u"s-1"_s, {}};
    QVERIFY(m_journal->write(generation).result().ok());
    QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(generation));
    Generation done = completed(generation);
    Attempt failed;
    failed.provider = u"openai"_s;
    failed.providerModel = u"gpt-image-1"_s;
    failed.status = GenerationStatus::Failed;
    failed.startedAt = failed.endedAt = now;
    failed.cost = Money::zero();
    failed.error = notSent(ErrorKind::Auth, u"The key was refused."_s);
    Attempt second;
    second.provider = u"fal"_s;
    second.status = GenerationStatus::Completed;
    second.startedAt = now;
    second.cost = done.cost;
    second.doubtedCost = Money::fromMicros(5);
    second.hasJob = second.settledByHand = true;
    second.corrections = {{now, u"ada"_s, u"kept"_s, Money::unknown(), done.cost}};
    second.usage = {QJsonObject {{u"tokens"_s, 3}}};
    second.about = {u"job-7"_s, u"stop"_s, u"flex"_s, 120};
    done.attempts = {failed, second};
    done.pictures.first().revisedPrompt = u"a taller lighthouse"_s;
    done.pictures.append(done.pictures.first());
    done.pictures.last().id = QString(64, u'b');
    done.pictures.last().path = u"/media/bb/%1.webp"_s.arg(done.pictures.last().id); // its own place
    done.plan->parameters = {
        {u"prompt"_s, Treatment::Passed, u"prompt"_s, generation.request.prompt, generation.request.prompt, {}},
        {u"n"_s, Treatment::Emulated, {}, 3, QJsonValue(QJsonValue::Undefined), {u"two calls"_s, {}}}};
    QVERIFY(m_journal->write(done).result().ok());
    QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(done));
    QCOMPARE(count(u"SELECT count(*) FROM generations"_s), 1);
    QCOMPARE(
        count(u"SELECT width FROM pictures JOIN generations ON sequence = generation WHERE generations.id = 'gen_1'"_s),
        1344);
    QVERIFY(!m_journal->find(u"gen_2"_s).result());
}

/// Also whom an attempt asked, and fewer pictures than there were.
void TestJournal::whatIsWrittenAgainTakesThePlace()
{
    Generation done = completed(sampleGeneration(u"gen_1"_s));
    Attempt attempt;
    attempt.provider = u"fal"_s;
    attempt.providerModel = u"fal-ai/flux"_s;
    attempt.status = GenerationStatus::Running;
    attempt.startedAt = now;
    done.attempts = {attempt};
    done.pictures.append(done.pictures.first());
    done.pictures.last().id = QString(64, u'b');
    QVERIFY(begin(done, 0));
    QVERIFY(m_journal->endAttempt(done, 0, Journal::Settlement::Settle, done.cost, 2).result().ok());
    QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(done));
    done.pictures.removeFirst();
    done.attempts.first().status = GenerationStatus::Completed;
    done.attempts.first().endedAt = now;
    QVERIFY(m_journal->endAttempt(done, 0, Journal::Settlement::Settle, done.cost, 1).result().ok());
    QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(done));
    done.attempts.first().provider = u"replicate"_s;
    done.attempts.first().providerModel = u"flux-dev"_s;
    attempt.provider = u"bfl"_s; // one that was never begun here
    done.attempts.append(attempt);
    QVERIFY(m_journal->endAttempt(done, 0, Journal::Settlement::Settle, done.cost, 1).result().ok());
    QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(done));
    QCOMPARE(count(u"SELECT count(*) FROM attempts WHERE plan IS NOT NULL"_s), 1);
}

void TestJournal::keepsInputPicturesOnce()
{
    for (const QString &id : {u"gen_1"_s, u"gen_2"_s}) {
        QVERIFY(begin(sampleGeneration(id)));
        QVERIFY(m_journal->write(completed(sampleGeneration(id))).result().ok());
    }
    QCOMPARE(count(u"SELECT count(*) FROM inputs"_s), 3);
    QVERIFY(count(u"SELECT max(length(request)) FROM generations"_s) < 20'000);
    const QList<Generation> listed = m_journal->list(10).result().value();
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.first().request.images.size(), 2);
    QVERIFY(listed.first().request.images.first().bytes.isEmpty());
    QCOMPARE(listed.first().request.images.first().name, u"one.png"_s);
}

/// What was sent to those who refused can be shown as well as what was sent to the last.
void TestJournal::keepsThePlanOfEachAttempt()
{
    Generation generation = sampleGeneration(u"gen_1"_s);
    Attempt attempt;
    attempt.provider = u"fal"_s;
    attempt.status = GenerationStatus::Running;
    attempt.startedAt = now;
    generation.attempts = {attempt};
    generation.plan->parameters = {
        {u"prompt"_s, Treatment::Passed, u"prompt"_s, generation.request.prompt, generation.request.prompt, {}}};
    const Plan first = *generation.plan;
    QVERIFY(begin(generation, 0));
    generation.attempts.first().status = GenerationStatus::Failed;
    QVERIFY(m_journal->endAttempt(generation, 0, Journal::Settlement::Release, Money::zero(), 0).result().ok());
    generation.plan->offer.provider = attempt.provider = u"replicate"_s;
    generation.plan->parameters.first().treatment = Treatment::Renamed;
    generation.attempts.append(attempt);
    QVERIFY(begin(generation, 1));
    const auto planIs = [](const Plan &found, const Plan &expected) {
        return found.offer == expected.offer && found.parameters == expected.parameters
            && found.calls == expected.calls;
    };
    const QHash<int, Plan> plans = m_journal->plans(u"gen_1"_s).result();
    QCOMPARE(plans.size(), 2);
    QVERIFY(planIs(plans.value(0), first));
    QVERIFY(planIs(plans.value(1), *generation.plan));
    QCOMPARE(count(u"UPDATE attempts SET plan = 'no' WHERE number = 0 RETURNING 1"_s), 1);
    QCOMPARE(m_journal->plans(u"gen_1"_s).result().keys(), QList<int> {1});
    QVERIFY(m_journal->plans(u"gen_of_nobody"_s).result().isEmpty());
}

void TestJournal::beginsAllOrNothing()
{
    Ledger ledger(*m_store);
    QVERIFY(ledger.setBudget({0, Money::fromMicros(89'999), Period::Day, {}, {}}).result().ok());
    const Generation generation = sampleGeneration(u"gen_1"_s);
    const auto refused = m_journal->beginAttempt(generation, 1, sampleMoney(generation), now).result();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::Budget);
    Generation planless = sampleGeneration(u"gen_2"_s);
    planless.plan.reset();
    Ledger::Entry free = sampleMoney(planless);
    free.estimate = Money::zero();
    const auto impossible = m_journal->beginAttempt(planless, 1, free, now).result();
    QVERIFY(!impossible.ok());
    QCOMPARE(impossible.error().billing, Billing::NotBilled);
    for (const QString &table : {u"generations"_s, u"calls"_s, u"ledger"_s, u"inputs"_s, u"attempts"_s, u"offers"_s}) {
        QCOMPARE(count(u"SELECT count(*) FROM "_s + table), 0);
    }
}

void TestJournal::whatIsNotInTheJournalIsNotSent_data()
{
    QTest::addColumn<QString>("generation");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("call");
    QTest::addColumn<bool>("known");
    QTest::newRow("the first call") << u"gen_1"_s << 1 << 0 << true;
    QTest::newRow("the last call") << u"gen_1"_s << 1 << 1 << true;
    QTest::newRow("a call too many") << u"gen_1"_s << 1 << 2 << false;
    QTest::newRow("another attempt") << u"gen_1"_s << 2 << 0 << false;
    QTest::newRow("another generation") << u"gen_2"_s << 1 << 0 << false;
}

void TestJournal::whatIsNotInTheJournalIsNotSent()
{
    QFETCH(const QString, generation);
    QFETCH(const int, attempt);
    QFETCH(const int, call);
    QFETCH(const bool, known);
    QVERIFY(begin(sampleGeneration(u"gen_1"_s)));
    QCOMPARE(m_journal->saveState(generation, attempt, call, {}).result().ok(), known);
    QCOMPARE(m_journal->saveState(generation, attempt, call, {}).result().ok(), known); // again
    QCOMPARE(m_journal->finishCall(generation, attempt, call).result().ok(), known);
}

void TestJournal::followsTheCalls()
{
    const Generation generation = sampleGeneration(u"gen_1"_s);
    QVERIFY(begin(generation));
    const AdapterState state {{u"job"_s, u"j-1"_s}, {u"nested"_s, QJsonObject {{u"polls"_s, 3}}}};
    QVERIFY(m_journal->saveState(u"gen_1"_s, 1, 0, state).result().ok());
    QVERIFY(m_journal->finishCall(u"gen_1"_s, 1, 1, Money::fromMicros(30'000)).result().ok());
    QVERIFY(m_journal->finishCall(u"gen_1"_s, 1, 1).result().ok()); // what is known stays known

    m_journal = std::make_unique<Journal>(*m_store); // as a program that starts anew
    const QList<JournalEntry> entries = m_journal->unfinished().result();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().generation, generation); // with its pictures: it may have to be sent yet
    QCOMPARE(entries.first().calls.size(), 2);
    const JournalCall &first = entries.first().calls.at(0);
    QCOMPARE(first.attempt, 1);
    QCOMPARE(first.call, 0);
    QCOMPARE(first.planned, generation.plan->calls.at(0));
    QCOMPARE(first.state, state);
    QVERIFY(!first.finished);
    QCOMPARE(first.cost, Money::unknown());
    const JournalCall &second = entries.first().calls.at(1);
    QCOMPARE(second.planned, generation.plan->calls.at(1));
    QVERIFY(second.state.isEmpty());
    QVERIFY(second.finished);
    QCOMPARE(second.cost, Money::fromMicros(30'000));
}

void TestJournal::endsWithTheLedger_data()
{
    QTest::addColumn<Journal::Settlement>("settlement");
    QTest::addColumn<qint64>("spent");
    QTest::addColumn<qint64>("reserved");
    QTest::newRow("settled") << Journal::Settlement::Settle << qint64(80'000) << qint64(0);
    QTest::newRow("released") << Journal::Settlement::Release << qint64(0) << qint64(0);
    QTest::newRow("kept") << Journal::Settlement::Keep << qint64(0) << qint64(90'000);
}

void TestJournal::endsWithTheLedger()
{
    QFETCH(const Journal::Settlement, settlement);
    QFETCH(const qint64, spent);
    QFETCH(const qint64, reserved);
    const Generation generation = sampleGeneration(u"gen_1"_s);
    QVERIFY(begin(generation));
    const Generation done = completed(generation);
    QVERIFY(m_journal->endAttempt(done, 1, settlement, done.cost, 3).result().ok());
    const Usage usage = Ledger(*m_store).usage({}).result().value();
    QCOMPARE(usage.total, Money::fromMicros(spent));
    QCOMPARE(usage.reserved, Money::fromMicros(reserved));
    QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(done));
    QCOMPARE(count(u"SELECT count(*) FROM calls WHERE finished = 0"_s), 0);
    m_journal = std::make_unique<Journal>(*m_store);
    QVERIFY(m_journal->unfinished().result().isEmpty());
}

/// A price nobody knows is the dearest of the last ten like bills, and that much is reserved.
void TestJournal::unknownPricesAreReservedAsTheyWereBilled()
{
    const auto sample = [](int number, qint64 micros, const QString &quality, QSize size) {
        Generation generation = sampleGeneration(u"gen_%1"_s.arg(number));
        generation.plan->estimate.total = Money::unknown();
        generation.plan->quality = quality;
        generation.plan->size.pixels = size;
        generation.estimate = Money::unknown();
        Attempt attempt;
        attempt.provider = generation.plan->offer.provider;
        attempt.providerModel = generation.plan->offer.providerModel;
        attempt.status = GenerationStatus::Completed;
        attempt.cost = Money::fromMicros(micros);
        generation.attempts = {attempt, attempt};
        return generation;
    };
    const auto pay = [this](const Generation &generation) {
        Ledger::Entry money = sampleMoney(generation);
        money.unknownPrice = Ledger::Entry::UnknownPrice::Allowed;
        QVERIFY(m_journal->beginAttempt(generation, 1, money, generation.createdAt).result().ok());
        Generation done = completed(generation);
        done.cost = generation.attempts.constFirst().cost;
        QVERIFY(m_journal->endAttempt(done, 1, Journal::Settlement::Settle, done.cost, 3).result().ok());
    };
    const QSize usual(1024, 1024);
    const Generation asked = sample(0, 0, u"high"_s, usual);
    QCOMPARE(m_journal->billsLike(*asked.plan).result().value(), PastBills());
    pay(sample(1, 990'000, u"high"_s, usual)); // older than ten others
    for (int number = 2; number < 12; ++number) {
        pay(sample(number, number == 5 ? 120'001 : 90'000, u"high"_s, usual));
    }
    pay(sample(12, 600'000, u"low"_s, usual));
    pay(sample(13, 700'000, u"high"_s, QSize(2048, 2048)));
    const PastBills three {10, Money::fromMicros(90'000), Money::fromMicros(90'000), Money::fromMicros(3 * 40'001)};
    QCOMPARE(m_journal->billsLike(*asked.plan).result().value(), three);
    Generation fewer = asked;
    fewer.plan->calls = {{1, std::nullopt}};
    const PastBills one {10, Money::fromMicros(30'000), Money::fromMicros(30'000), Money::fromMicros(40'001)};
    QCOMPARE(m_journal->billsLike(*fewer.plan).result().value(), one);
    QCOMPARE(Ledger(*m_store).setBudget({0, Money::fromDollars(1000), Period::Total, {}, {}}).result().ok(), true);
    Ledger::Entry money = sampleMoney(asked);
    QVERIFY2(m_journal->beginAttempt(asked, 1, money, asked.createdAt).result().ok(), "paid before: it has a price");
    QCOMPARE(Ledger(*m_store).usage({}).result().value().reserved, Money::fromMicros(3 * 40'001));
    Generation never = sample(14, 0, u"medium"_s, usual);
    const auto refused = m_journal->beginAttempt(never, 1, sampleMoney(never), never.createdAt).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Budget);
}

void TestJournal::endingTwiceChangesNothing()
{
    const Generation generation = sampleGeneration(u"gen_1"_s);
    QVERIFY(begin(generation));
    const Generation done = completed(generation);
    for (int again = 0; again < 2; ++again) {
        QVERIFY(m_journal->endAttempt(done, 1, Journal::Settlement::Settle, done.cost, 3).result().ok());
    }
    const Usage usage = Ledger(*m_store).usage({}).result().value();
    QCOMPARE(usage.total, done.cost);
    QCOMPARE(usage.byModel.first().pictures, 3);
    // An attempt that never began has no entry to end: the row stays as it was.
    QVERIFY(!m_journal->endAttempt(generation, 2, Journal::Settlement::Settle, done.cost, 3).result().ok());
    QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(done));
}

void TestJournal::anEndThatCannotBeWrittenIsOwed_data()
{
    QTest::addColumn<int>("next");
    QTest::newRow("comes with the next write") << 0;
    QTest::newRow("comes with the next attempt") << 1;
    QTest::newRow("comes when the journal goes") << 2;
}

void TestJournal::anEndThatCannotBeWrittenIsOwed()
{
    QFETCH(int, next);
    const Generation generation = sampleGeneration(u"gen_1"_s);
    QVERIFY(begin(generation));
    const auto sql = [this](const QString &statement) {
        return m_store->run([statement](Database &database) { return change(database, statement).ok(); }).result();
    };
    QVERIFY(sql(u"ALTER TABLE pictures RENAME TO away"_s));
    const Generation done = completed(generation);
    const Money cost = Money::fromMicros(12'345);
    QVERIFY(!m_journal->endAttempt(done, 1, Journal::Settlement::Settle, cost, 1).result().ok());
    QVERIFY(!m_journal->write(sampleGeneration(u"gen_2"_s)).result().ok()); // in their order
    QCOMPARE(count(u"SELECT count(*) FROM ledger WHERE state = 'settled'"_s), 0);
    QVERIFY(sql(u"ALTER TABLE away RENAME TO pictures"_s));
    if (next == 0) {
        QVERIFY(m_journal->write(sampleGeneration(u"gen_3"_s)).result().ok());
    } else if (next == 1) {
        QVERIFY(begin(sampleGeneration(u"gen_3"_s)));
    } else {
        m_journal.reset();
    }
    QCOMPARE(count(u"SELECT cost FROM ledger WHERE state = 'settled'"_s), 12'345);
    QCOMPARE(count(u"SELECT count(*) FROM generations WHERE id = 'gen_1' AND status = 'completed'"_s), 1);
    QCOMPARE(count(u"SELECT count(*) FROM generations WHERE id = 'gen_2'"_s), 1);
}

void TestJournal::whatAHeldDatabaseKeepsOutIsWritten_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("by itself") << 0;
    QTest::newRow("when it is asked for") << 1;
    QTest::newRow("when the journal goes") << 2;
}

/// Another program holds the file, so that no transaction can even be begun.
void TestJournal::whatAHeldDatabaseKeepsOutIsWritten()
{
    QFETCH(int, when);
    const QTemporaryDir folder;
    auto opened = Store::open(folder.filePath(u"held.db"_s));
    QVERIFY(opened.ok());
    m_journal.reset();
    m_store = std::move(opened).value();
    m_journal = std::make_unique<Journal>(*m_store);
    const Generation generation = sampleGeneration(u"gen_1"_s);
    QVERIFY(begin(generation));
    m_store
        ->run([](Database &database) {
            static_cast<void>(change(database, u"PRAGMA busy_timeout = 1"_s));
            database.setPatience(std::chrono::milliseconds(1));
        })
        .waitForFinished();
    const Generation done = completed(generation);
    const AdapterState job {{"job"_L1, u"j1"_s}};
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(folder.filePath(u"held.db"_s));
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"BEGIN EXCLUSIVE"_s));
        const auto ended = [&] {
            return m_journal->endAttempt(done, 1, Journal::Settlement::Settle, Money::fromMicros(12'345), 1).result();
        };
        QVERIFY(!m_journal->saveState(u"gen_1"_s, 1, 0, job).result().ok());
        QCOMPARE(ended().error().code, QString::fromLatin1(bookingOwedCode));
        QCOMPARE(ended().error().reason, reasons::bookingOwed()); // ended twice, as harmless as elsewhere
        QVERIFY(!m_journal->writeOwed().result().ok());
        other.close();
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    if (when == 1) {
        QVERIFY(m_journal->writeOwed().result().ok());
    } else if (when == 2) {
        m_journal.reset();
    }
    const auto isSettled = [this] { return count(u"SELECT cost FROM ledger WHERE state = 'settled'"_s) == 12'345; };
    if (when == 0) {
        QTRY_VERIFY(isSettled());
    }
    QVERIFY(isSettled());
    QCOMPARE(count(u"SELECT count(*) FROM generations WHERE id = 'gen_1' AND status = 'completed'"_s), 1);
    QCOMPARE(count(u"SELECT count(*) FROM pictures"_s), done.pictures.size());
    QCOMPARE(count(u"SELECT count(*) FROM calls WHERE state LIKE '%j1%'"_s), 1);
    m_journal.reset(); // before the folder
    m_store.reset();
}

void TestJournal::whatNeverCanBeWrittenStopsNobody()
{
    const Generation generation = sampleGeneration(u"gen_1"_s);
    QVERIFY(begin(generation));
    const bool made = m_store
                          ->run([](Database &database) {
                              return change(database,
                                            u"CREATE TRIGGER rule BEFORE UPDATE ON ledger WHEN OLD.generation = "
                                            "'gen_1' BEGIN SELECT RAISE(ABORT, 'no'); END"_s)
                                  .ok();
                          })
                          .result();
    QVERIFY(made);
    const Status ended =
        m_journal->endAttempt(completed(generation), 1, Journal::Settlement::Settle, Money::zero(), 1).result();
    QVERIFY(!ended.ok());
    QCOMPARE(ended.error().kind, ErrorKind::Internal);
    QVERIFY(begin(sampleGeneration(u"gen_2"_s)));
    QVERIFY(m_journal->write(sampleGeneration(u"gen_3"_s)).result().ok());
    QCOMPARE(count(u"SELECT count(*) FROM ledger WHERE state = 'reserved'"_s), 2); // its money stays reserved
}

void TestJournal::listsInPages()
{
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(m_journal->write(sampleGeneration(u"gen_%1"_s.arg(i))).result().ok());
    }
    QVERIFY(m_journal->write(completed(sampleGeneration(u"gen_2"_s))).result().ok()); // stays in its place
    const auto ids = [this](int limit, const QString &before) {
        QStringList result;
        const QList<Generation> page = m_journal->list(limit, before).result().value();
        for (const Generation &generation : page) {
            result.append(generation.id);
        }
        return result;
    };
    QCOMPARE(ids(2, {}), (QStringList {u"gen_5"_s, u"gen_4"_s}));
    QCOMPARE(ids(2, u"gen_4"_s), (QStringList {u"gen_3"_s, u"gen_2"_s}));
    QCOMPARE(ids(2, u"gen_2"_s), QStringList {u"gen_1"_s});
    QCOMPARE(ids(2, u"gen_1"_s), QStringList());
    QCOMPARE(ids(2, u"gen_unknown"_s), QStringList());
    QCOMPARE(ids(100, {}).size(), 5);
}

void TestJournal::leavesTheLivingAlone()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"lightwell.db"_s);
    auto first = Store::open(file);
    auto second = Store::open(file);
    QVERIFY(first && second);
    auto running = std::make_unique<Journal>(**first);
    const Generation generation = sampleGeneration(u"gen_1"_s);
    QVERIFY(running->beginAttempt(generation, 1, sampleMoney(generation), now).result().ok());
    Journal other(**second);
    QVERIFY(other.unfinished().result().isEmpty()); // it runs over there
    QVERIFY(running->unfinished().result().isEmpty()); // and is no surprise here
    running.reset();
    QCOMPARE(other.unfinished().result().size(), 1);
}

void TestJournal::givesEachOutOnce()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"lightwell.db"_s);
    auto first = Store::open(file);
    auto second = Store::open(file);
    QVERIFY(first && second);
    constexpr int generations = 20;
    for (int i = 0; i < generations; ++i) {
        Journal gone(**first);
        QVERIFY(gone.write(sampleGeneration(u"gen_%1"_s.arg(i))).result().ok());
    }
    Journal one(**first);
    Journal two(**second);
    const QFuture<QList<JournalEntry>> ofOne = one.unfinished();
    const QFuture<QList<JournalEntry>> ofTwo = two.unfinished();
    QCOMPARE(ofOne.result().size() + ofTwo.result().size(), generations);
    QVERIFY(one.unfinished().result().isEmpty());
    QVERIFY(two.unfinished().result().isEmpty());
}

void TestJournal::whatCannotBeReadIsSetAside_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("request") << u"UPDATE generations SET request = '{\"request\":{\"size\":{\"pixels\":\"?\"}}}'"_s
                             << false;
    QTest::newRow("offer") << u"UPDATE offers SET json = 'no'"_s << true;
    QTest::newRow("plan") << u"UPDATE attempts SET plan = 'no'"_s << true;
    QTest::newRow("attempt") << u"DELETE FROM attempts"_s << true;
    QTest::newRow("end of the attempt") << u"UPDATE attempts SET status = '?'"_s << true;
}

/// Nothing blank is handed out in its place, which would be written back as if nothing had been sent.
void TestJournal::whatCannotBeReadIsSetAside()
{
    QFETCH(QString, damage);
    QFETCH(bool, isReadable);
    Generation generation = sampleGeneration(u"gen_1"_s);
    Attempt attempt;
    attempt.provider = u"fal"_s;
    attempt.status = GenerationStatus::Running;
    attempt.startedAt = now;
    generation.attempts = {attempt};
    for (const bool reopened : {false, true}) {
        init();
        QVERIFY(begin(generation, 0));
        QVERIFY(count(damage + u" RETURNING 1"_s) == 1);
        const qint64 length = count(u"SELECT length(request) FROM generations"_s);
        m_journal = std::make_unique<Journal>(*m_store);
        if (reopened) {
            QVERIFY(!m_journal->reopen(u"gen_1"_s).result());
        } else {
            QVERIFY(m_journal->unfinished().result().isEmpty());
        }
        const Generation listed = m_journal->list(10).result()->first();
        QCOMPARE(listed.id, u"gen_1"_s);
        QCOMPARE(listed.status, GenerationStatus::Unknown);
        QVERIFY(listed.error);
        QCOMPARE(listed.error->billing, Billing::MayBeBilled);
        QCOMPARE(m_journal->find(u"gen_1"_s).result().has_value(), isReadable);
        QCOMPARE(count(u"SELECT count(*) FROM ledger WHERE state = 'kept'"_s), 1);
        QCOMPARE(count(u"SELECT length(request) FROM generations"_s), length);
        QCOMPARE(count(u"SELECT count(*) FROM calls WHERE finished = 0"_s), 2);
        QVERIFY(m_journal->unfinished().result().isEmpty());

        const Money cost = Money::fromMicros(30'000);
        const Result<Generation> settled = m_journal->settleByHand({u"gen_1"_s, cost, {}, true}, now).result();
        QVERIFY2(settled.ok(), settled ? "" : qPrintable(settled.error().message));
        QCOMPARE(settled->cost, cost);
        QCOMPARE(settled->status, GenerationStatus::Failed);
        QCOMPARE(m_journal->find(u"gen_1"_s).result(), std::optional(*settled));
        QCOMPARE(count(u"SELECT cost FROM ledger WHERE state = 'settled'"_s), 30'000);
    }
}

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"
