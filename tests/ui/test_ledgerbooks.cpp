// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/gateway/clientregistry.h"
#include "core/journal/journal.h"
#include "core/storage/store.h"
#include "tests/ledger/ledgersteps.h"
#include "tests/ui/fakeimageservice.h"
#include "ui/budgets/ledgerbooks.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The books of the Budgets page on a real database.
class TestLedgerBooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sumsAMonth();
    void foreseesALimitAsTheLedgerCounts_data();
    void foreseesALimitAsTheLedgerCounts();
    void knowsWhoIsInTheBooks();
    void tellsWhatIsUnknownAndWhy();
    void settlesByHand();
    void asksThroughTheEngine();

private:
    struct House
    {
        House()
            : store(Store::open(u":memory:"_s).value())
            , ledger(*store)
            , reader(*store)
            , journal(*store)
            , clients(*store)
            , catalog(Catalog::builtIn())
            , images(catalog)
            , steps(*store)
            , books(ledger, reader, journal, clients, images, u"somebody"_s)
        {
        }
        std::unique_ptr<Store> store;
        Ledger ledger;
        LedgerReader reader;
        Journal journal;
        ClientRegistry clients;
        Catalog catalog;
        FakeImageService images;
        LedgerSteps steps;
        LedgerBooks books;
    };
    enum class End { Runs, Lost, Billed, BilledUnknown };
    void book(const QString &generation, const QString &provider, double told, End end, const QDateTime &at,
              const QString &project = {});
    /// A generation whose end nobody knows, with its entry.
    void lose(const QString &id, bool hasJob);
    std::unique_ptr<House> m_house;
    const QDateTime m_now = QDateTime::currentDateTime();
};

void TestLedgerBooks::init()
{
    m_house = std::make_unique<House>();
}

void TestLedgerBooks::book(const QString &generation, const QString &provider, double told, End end,
                           const QDateTime &at, const QString &project)
{
    Ledger::Entry entry;
    entry.generation = generation;
    entry.reservation = Ledger::reservationName(generation, 0);
    entry.provider = provider;
    entry.model = u"flux-2-pro"_s;
    entry.estimate = Money::fromDollars(told);
    entry.told = entry.estimate;
    entry.project = project;
    QVERIFY(m_house->steps.reserve(entry, at).result().ok());
    if (end == End::Lost) {
        QVERIFY(m_house->steps.keep(entry.reservation).result().ok());
    } else if (end != End::Runs) {
        const Money cost = end == End::Billed ? Money::fromDollars(told + 0.01) : Money::unknown();
        QVERIFY(m_house->steps.settle(entry.reservation, cost, 1).result().ok());
    }
}

void TestLedgerBooks::lose(const QString &id, bool hasJob)
{
    Generation generation;
    generation.id = id;
    generation.status = GenerationStatus::Unknown;
    generation.createdAt = m_now.toUTC();
    generation.endedAt = generation.createdAt;
    generation.request.model = u"flux-2-pro"_s;
    Attempt attempt;
    attempt.provider = u"fal"_s;
    attempt.status = GenerationStatus::Unknown;
    attempt.startedAt = generation.createdAt;
    attempt.endedAt = generation.createdAt;
    Error lost;
    lost.kind = ErrorKind::Network;
    lost.message = u"The line broke."_s;
    attempt.error = lost;
    attempt.hasJob = hasJob;
    generation.attempts = {attempt};
    generation.error = lost;
    QVERIFY(m_house->journal.write(generation).result().ok());
    book(id, u"fal"_s, 0.06, End::Lost, m_now);
}

void TestLedgerBooks::sumsAMonth()
{
    book(u"a"_s, u"fal"_s, 0.04, End::Billed, m_now);
    book(u"b"_s, u"fal"_s, 0.04, End::BilledUnknown, m_now);
    book(u"c"_s, u"fal"_s, 0.06, End::Lost, m_now);
    book(u"d"_s, u"openai"_s, 0.08, End::Runs, m_now);
    book(u"old"_s, u"openai"_s, 0.5, End::Billed, m_now.addDays(-40));
    book(u"old and running"_s, u"openai"_s, 0.02, End::Runs, m_now.addDays(-40));
    std::optional<Books::Sums> sums;
    const QDate month(m_now.date().year(), m_now.date().month(), 1);
    m_house->books.sums(month.startOfDay(), month.addMonths(1).startOfDay(), this,
                        [&sums](const Result<Books::Sums> &told) { sums = told.value(); });
    QTRY_VERIFY(sums);
    QCOMPARE(sums->spent, Money::fromDollars(0.05));
    QCOMPARE(sums->unknown, 1); // what may be billed is told apart
    QCOMPARE(sums->keptRunning, Money::fromDollars(0.1)); // whenever it was begun
}

void TestLedgerBooks::foreseesALimitAsTheLedgerCounts_data()
{
    QTest::addColumn<Budget>("budget");
    Budget all;
    all.limit = Money::fromDollars(3);
    Budget provider = all;
    provider.provider = u"fal"_s;
    Budget pattern = all;
    pattern.model = u"flux*"_s;
    Budget other = all;
    other.model = u"other*"_s;
    Budget project = all;
    project.project = u"shop"_s;
    Budget total = provider;
    total.period = Period::Total;
    Budget day = all;
    day.period = Period::Day;
    for (const auto &[name, budget] : {std::pair {"everything", all},
                                       {"provider", provider},
                                       {"pattern", pattern},
                                       {"other models", other},
                                       {"project", project},
                                       {"in total", total},
                                       {"day", day}}) {
        QTest::newRow(name) << budget;
    }
}

void TestLedgerBooks::foreseesALimitAsTheLedgerCounts()
{
    QFETCH(Budget, budget);
    book(u"a"_s, u"fal"_s, 0.04, End::Billed, m_now);
    book(u"b"_s, u"fal"_s, 0.04, End::BilledUnknown, m_now, u"shop"_s);
    book(u"c"_s, u"openai"_s, 0.06, End::Lost, m_now.addDays(-40), u"shop"_s);
    book(u"d"_s, u"openai"_s, 0.08, End::Runs, m_now);
    book(u"old"_s, u"fal"_s, 0.5, End::Billed, m_now.addDays(-40));
    book(u"ahead"_s, u"fal"_s, 0.02, End::Billed, m_now.addSecs(60)); // by a clock that went wrong
    const QDateTime now = m_now.addSecs(1);
    std::optional<BudgetState> foreseen;
    m_house->books.stateOf(budget, now, this,
                           [&foreseen](const Result<BudgetState> &told) { foreseen = told.value(); });
    QTRY_VERIFY(foreseen);
    QVERIFY(m_house->books.setLimit(budget).result().ok());
    const QList<BudgetState> limits = m_house->books.limits(now).result().value();
    QCOMPARE(limits.size(), 1);
    QCOMPARE(foreseen->spent, limits.first().spent);
    QCOMPARE(foreseen->reserved, limits.first().reserved);
}

void TestLedgerBooks::knowsWhoIsInTheBooks()
{
    std::optional<Books::Known> known;
    const auto ask = [this, &known] {
        known.reset();
        m_house->books.known(this, [&known](const Result<Books::Known> &told) { known = told.value(); });
    };
    ask();
    QTRY_VERIFY(known);
    QVERIFY(!known->first.isValid() && known->providers.isEmpty());
    const NewClient client = m_house->clients.add(u"Open WebUI"_s).result().value();
    book(u"a"_s, u"fal"_s, 0.04, End::Billed, m_now);
    book(u"b"_s, u"openai"_s, 0.04, End::Billed, m_now.addDays(-40), u"shop"_s);
    ask();
    QTRY_VERIFY(known);
    QCOMPARE(known->first, m_now.addDays(-40).date());
    QCOMPARE(QSet<QString>(known->providers.begin(), known->providers.end()), (QSet<QString> {u"fal"_s, u"openai"_s}));
    QCOMPARE(known->projects, QStringList {u"shop"_s});
    QCOMPARE(known->clients.value(client.client.id), u"Open WebUI"_s);
}

void TestLedgerBooks::tellsWhatIsUnknownAndWhy()
{
    lose(u"gen_job"_s, true);
    lose(u"gen_none"_s, false);
    book(u"gen_gone"_s, u"fal"_s, 0.06, End::Lost, m_now.addSecs(-1)); // its record is lost
    std::optional<QList<UnknownCall>> unknown;
    m_house->books.unknown(this, [&unknown](const Result<QList<UnknownCall>> &told) { unknown = told.value(); });
    QTRY_VERIFY(unknown);
    QCOMPARE(unknown->size(), 3);
    for (const UnknownCall &call : *unknown) {
        QCOMPARE(call.canAsk, call.row.generation == "gen_job"_L1);
        QCOMPARE(call.why.contains(u"The line broke."_s), call.row.generation != "gen_gone"_L1);
        QCOMPARE(call.row.reserved, Money::fromDollars(0.06));
    }
}

void TestLedgerBooks::settlesByHand()
{
    lose(u"gen_job"_s, true);
    lose(u"gen_none"_s, false);
    const auto settle = [this](const QString &generation, Money cost, bool giveUpJob) {
        const LedgerRow row = m_house->reader.entriesOf(generation).result().value().first();
        std::optional<Status> settled;
        m_house->books.settle(row, cost, giveUpJob, this, [&settled](const Status &told) { settled = told; });
        if (!QTest::qWaitFor([&settled] { return settled.has_value(); })) {
            qWarning("it was not told");
        }
        return settled.value_or(Status(Success()));
    };
    const auto entry = [this](const QString &generation) {
        return m_house->reader.entriesOf(generation).result().value().first();
    };
    QVERIFY(settle(u"gen_none"_s, Money::fromDollars(0.055), false).ok());
    QCOMPARE(entry(u"gen_none"_s).state, LedgerState::Settled);
    QCOMPARE(entry(u"gen_none"_s).cost, Money::fromDollars(0.055));
    const std::optional<Generation> generation = m_house->journal.find(u"gen_none"_s).result();
    QCOMPARE(generation->attempts.first().corrections.first().by, u"somebody"_s);
    // Its pictures would be lost.
    const Status refused = settle(u"gen_job"_s, Money::zero(), false);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().param, u"give_up"_s);
    QCOMPARE(entry(u"gen_job"_s).state, LedgerState::Kept);
    QVERIFY(settle(u"gen_job"_s, Money::zero(), true).ok());
    QCOMPARE(entry(u"gen_job"_s).state, LedgerState::Released);
}

void TestLedgerBooks::asksThroughTheEngine()
{
    Request request;
    request.model = u"sketchbook-scene"_s;
    request.prompt = u"a boat"_s;
    const QString id = m_house->images.generate(request, {}, this, [](const Generation &) {}, {});
    m_house->images.fail(0, GenerationStatus::Unknown, Error());
    lose(id, true);
    std::optional<Status> told;
    m_house->books.ask(id, this, [&told](const Status &answer) { told = answer; });
    QCOMPARE(m_house->images.followed, QStringList {id});
    Error still;
    still.kind = ErrorKind::Timeout;
    still.message = u"It does not answer."_s;
    m_house->images.fail(0, GenerationStatus::Unknown, still);
    QTRY_VERIFY(told);
    QVERIFY(!told->ok()); // nothing is known yet
    told.reset();
    m_house->books.ask(id, this, [&told](const Status &answer) { told = answer; });
    m_house->images.complete(0);
    QTRY_VERIFY(told);
    QVERIFY(told->ok());
}

QTEST_MAIN(TestLedgerBooks)
#include "test_ledgerbooks.moc"
