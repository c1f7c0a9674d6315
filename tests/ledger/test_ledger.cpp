// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/wording.h"
#include "tests/ledger/ledgersteps.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

constexpr Money cents(qint64 count)
{
    return Money::fromMicros(count * 10'000);
}

const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0));

Ledger::Entry entry(const QString &reservation, Money estimate, const QString &provider = u"fal"_s,
                    const QString &client = {})
{
    Ledger::Entry result;
    result.reservation = reservation;
    result.generation = reservation.section(u'/', 0, 0);
    result.provider = provider;
    result.model = u"flux.2-pro"_s;
    result.client = client;
    result.estimate = estimate;
    return result;
}

Budget budget(Money limit, Period period = Period::Month, const QString &provider = {}, const QString &client = {})
{
    return {0, limit, period, provider, client};
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyBudgetMustHaveRoom_data();
    void everyBudgetMustHaveRoom();
    void unknownPrices_data();
    void unknownPrices();
    void stepsMayComeTwice_data();
    void stepsMayComeTwice();
    void endedAttemptsAreNotReservedAgain();
    void nothingIsSettledThatWasNotReserved();
    void whatIsSettledCountsInItsPeriod_data();
    void whatIsSettledCountsInItsPeriod();
    void exactlyOneGetsTheLastCent_data();
    void exactlyOneGetsTheLastCent();
    void budgetsAreReplacedAndRemoved();
    void budgetsNeedAnAmount_data();
    void budgetsNeedAnAmount();

private:
    BudgetState only() const { return m_ledger->budgets(noon).result()->value(0); }
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<LedgerSteps> m_steps;
};

void TestLedger::init()
{
    m_ledger.reset();
    m_steps.reset();
    auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    m_store = std::move(store).value();
    m_ledger = std::make_unique<Ledger>(*m_store);
    m_steps = std::make_unique<LedgerSteps>(*m_store);
}

void TestLedger::everyBudgetMustHaveRoom_data()
{
    QTest::addColumn<QList<Budget>>("budgets");
    QTest::addColumn<Money>("estimate");
    QTest::addColumn<QString>("refusal"); // what the message names; empty: allowed

    // Before each row 30 cents are spent at fal by client "a", and 20 cents reserved at openai by nobody.
    using List = QList<Budget>;
    QTest::newRow("no budget") << List {} << cents(100'000) << QString();
    QTest::newRow("overall, to the cent") << List {budget(cents(60))} << cents(10) << QString();
    QTest::newRow("overall, a cent too much") << List {budget(cents(60))} << cents(11) << u"only $0.10"_s;
    QTest::newRow("a micro-dollar too much")
        << List {budget(cents(60))} << Money::fromMicros(100'001) << u"only $0.10"_s;
    QTest::newRow("this provider") << List {budget(cents(39), Period::Month, u"fal"_s)} << cents(10)
                                   << u"provider fal"_s;
    QTest::newRow("another provider") << List {budget(cents(1), Period::Month, u"openai"_s)} << cents(10) << QString();
    QTest::newRow("this client") << List {budget(cents(39), Period::Day, {}, u"a"_s)} << cents(10) << u"this client"_s;
    QTest::newRow("another client") << List {budget(cents(1), Period::Day, {}, u"b"_s)} << cents(10) << QString();
    QTest::newRow("this client at another provider")
        << List {budget(cents(1), Period::Day, u"openai"_s, u"a"_s)} << cents(10) << QString();
    QTest::newRow("this client at this provider")
        << List {budget(cents(35), Period::Week, u"fal"_s, u"a"_s)} << cents(10) << u"a week"_s;
    QTest::newRow("all pass but one") << List {budget(cents(1000)), budget(cents(1000), Period::Day, u"fal"_s),
                                               budget(cents(31), Period::Total, {}, u"a"_s)}
                                      << cents(10) << u"in all"_s;
    QTest::newRow("nothing left") << List {budget(cents(50))} << cents(1) << u"only $0.00"_s;
    QTest::newRow("overdrawn") << List {budget(cents(20))} << cents(1) << u"only $0.00"_s;
    QTest::newRow("free of charge, overdrawn") << List {budget(cents(20))} << Money::zero() << QString();
    QTest::newRow("a budget of nothing") << List {budget(Money::zero())} << cents(1) << u"only $0.00"_s;
}

void TestLedger::everyBudgetMustHaveRoom()
{
    QFETCH(const QList<Budget>, budgets);
    QFETCH(const Money, estimate);
    QFETCH(const QString, refusal);
    QVERIFY(m_steps->reserve(entry(u"gen_1/1"_s, cents(25), u"fal"_s, u"a"_s), noon).result().ok());
    QVERIFY(m_steps->settle(u"gen_1/1"_s, cents(30), 1).result().ok());
    QVERIFY(m_steps->reserve(entry(u"gen_2/1"_s, cents(20), u"openai"_s), noon).result().ok());
    for (const Budget &each : budgets) {
        QVERIFY(m_ledger->setBudget(each).result().ok());
    }
    const Status status = m_steps->reserve(entry(u"gen_3/1"_s, estimate, u"fal"_s, u"a"_s), noon).result();
    QCOMPARE(status.ok(), refusal.isEmpty());
    const Money reserved = m_ledger->usage({}).result()->reserved;
    if (!refusal.isEmpty()) {
        QCOMPARE(status.error().kind, ErrorKind::Budget);
        QCOMPARE(status.error().billing, Billing::NotBilled);
        QVERIFY2(wording::sentence(status.error()).contains(refusal), qPrintable(wording::sentence(status.error())));
        QCOMPARE(reserved, cents(20)); // a refusal reserves nothing
    } else {
        QCOMPARE(reserved, cents(20) + estimate);
    }
}

void TestLedger::unknownPrices_data()
{
    QTest::addColumn<bool>("hasBudget");
    QTest::addColumn<Money>("limit");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("passes");
    QTest::newRow("no budget") << false << Money() << false << false;
    QTest::newRow("no budget, allowed") << false << Money() << true << true;
    QTest::newRow("a budget") << true << cents(100) << false << false;
    QTest::newRow("a budget, allowed") << true << cents(100) << true << true;
    QTest::newRow("nothing left, allowed") << true << Money::zero() << true << false;
}

void TestLedger::unknownPrices()
{
    QFETCH(const bool, hasBudget);
    QFETCH(const Money, limit);
    QFETCH(const bool, allowed);
    QFETCH(const bool, passes);
    if (hasBudget) {
        QVERIFY(m_ledger->setBudget(budget(limit)).result().ok());
    }
    Ledger::Entry wanted = entry(u"gen_1/1"_s, Money::unknown());
    wanted.unknownPrice = allowed ? Ledger::Entry::UnknownPrice::Allowed : Ledger::Entry::UnknownPrice::Refused;
    const Status status = m_steps->reserve(wanted, noon).result();
    QCOMPARE(status.ok(), passes);
    if (!passes) {
        QCOMPARE(status.error().kind, ErrorKind::Budget);
    }
}

void TestLedger::stepsMayComeTwice_data()
{
    QTest::addColumn<QString>(
        "steps"); // r(eserve) 10 cents, s(ettle) 7, S(ettle) 9, u: settle unknown, l: release, k(eep)
    QTest::addColumn<Money>("spent");
    QTest::addColumn<Money>("reserved");
    QTest::newRow("reserved") << u"r"_s << cents(0) << cents(10);
    QTest::newRow("reserved twice") << u"rr"_s << cents(0) << cents(10);
    QTest::newRow("settled") << u"rs"_s << cents(7) << cents(0);
    QTest::newRow("settled twice") << u"rss"_s << cents(7) << cents(0);
    QTest::newRow("the first known cost stays") << u"rsS"_s << cents(7) << cents(0);
    QTest::newRow("unknown counts as estimated") << u"ru"_s << cents(10) << cents(0);
    QTest::newRow("unknown becomes known") << u"rus"_s << cents(7) << cents(0);
    QTest::newRow("known stays known") << u"rsu"_s << cents(7) << cents(0);
    QTest::newRow("released") << u"rl"_s << cents(0) << cents(0);
    QTest::newRow("released twice") << u"rll"_s << cents(0) << cents(0);
    QTest::newRow("kept") << u"rk"_s << cents(0) << cents(10);
    QTest::newRow("kept, then settled") << u"rkks"_s << cents(7) << cents(0);
    QTest::newRow("kept, then released") << u"rkl"_s << cents(0) << cents(0);
    QTest::newRow("reserve again while kept") << u"rkr"_s << cents(0) << cents(10);
    QTest::newRow("settled is not released") << u"rsl"_s << cents(7) << cents(0);
    QTest::newRow("settled is not kept") << u"rsk"_s << cents(7) << cents(0);
    QTest::newRow("released is not kept") << u"rlk"_s << cents(0) << cents(0);
    QTest::newRow("a late bill is a bill") << u"rls"_s << cents(7) << cents(0);
    QTest::newRow("release of nothing") << u"l"_s << cents(0) << cents(0);
}

void TestLedger::stepsMayComeTwice()
{
    QFETCH(const QString, steps);
    QFETCH(const Money, spent);
    QFETCH(const Money, reserved);
    QVERIFY(m_ledger->setBudget(budget(cents(15))).result().ok());
    const QString id = u"gen_1/1"_s;
    const QHash<QChar, std::function<QFuture<Status>()>> actions = {
        {u'r', [&] { return m_steps->reserve(entry(id, cents(10)), noon); }},
        {u's', [&] { return m_steps->settle(id, cents(7), 1); }},
        {u'S', [&] { return m_steps->settle(id, cents(9), 1); }},
        {u'u', [&] { return m_steps->settle(id, Money::unknown(), 1); }},
        {u'l', [&] { return m_steps->release(id); }},
        {u'k', [&] { return m_steps->keep(id); }},
    };
    for (const QChar step : steps) {
        QVERIFY(actions[step]().result().ok());
    }
    QCOMPARE(only().spent, spent);
    QCOMPARE(only().reserved, reserved);
    QCOMPARE(only().left(), cents(15) - spent - reserved);
}

void TestLedger::endedAttemptsAreNotReservedAgain()
{
    for (const QString &end : {u"settle"_s, u"release"_s}) {
        const QString id = end + u"/1"_s;
        QVERIFY(m_steps->reserve(entry(id, cents(1)), noon).result().ok());
        QVERIFY((end == u"settle"_s ? m_steps->settle(id, cents(1), 1) : m_steps->release(id)).result().ok());
        const Status again = m_steps->reserve(entry(id, cents(1)), noon).result();
        QVERIFY(!again.ok());
        QCOMPARE(again.error().kind, ErrorKind::Internal);
    }
}

void TestLedger::nothingIsSettledThatWasNotReserved()
{
    QVERIFY(!m_steps->settle(u"gen_9/1"_s, cents(1), 1).result().ok());
    QVERIFY(!m_steps->keep(u"gen_9/1"_s).result().ok());
}

void TestLedger::whatIsSettledCountsInItsPeriod_data()
{
    QTest::addColumn<Period>("period");
    QTest::addColumn<QDateTime>("begun");
    QTest::addColumn<bool>("counts");
    const auto at = [](QDate date, QTime time) { return QDateTime(date, time); };
    const QTime last(23, 59, 59, 999);
    const QTime first(0, 0);
    struct Ends
    {
        Period period;
        const char *name;
        QDate begin;
        QDate next;
    };
    // Noon is of Sunday, the 22nd.
    const Ends all[] = {{Period::Day, "day", {2026, 11, 22}, {2026, 11, 23}},
                        {Period::Week, "week", {2026, 11, 16}, {2026, 11, 23}},
                        {Period::Month, "month", {2026, 11, 1}, {2026, 12, 1}}};
    for (const Ends &ends : all) {
        const auto row = [&](const char *when, const QDateTime &begun, bool counts) {
            QTest::addRow("%s, %s", ends.name, when) << ends.period << begun << counts;
        };
        row("just before", at(ends.begin.addDays(-1), last), false);
        row("its beginning", at(ends.begin, first), true);
        row("its end", at(ends.next.addDays(-1), last), true);
        row("just after", at(ends.next, first), false);
        row("years before", at({1970, 1, 2}, first), false);
        row("years after", at({2106, 2, 7}, first), false);
    }
    QTest::newRow("in all, years before") << Period::Total << at({1970, 1, 2}, first) << true;
    QTest::newRow("in all, years after") << Period::Total << at({2106, 2, 7}, first) << true;
}

void TestLedger::whatIsSettledCountsInItsPeriod()
{
    QFETCH(const Period, period);
    QFETCH(const QDateTime, begun);
    QFETCH(const bool, counts);
    const QString id = u"gen_1/1"_s;
    QVERIFY(m_ledger->setBudget(budget(cents(10), period)).result().ok());
    QVERIFY(m_steps->reserve(entry(id, cents(10)), begun).result().ok());
    QVERIFY(!m_steps->reserve(entry(u"gen_2/1"_s, cents(10)), noon).result().ok()); // what is open counts in any
    QCOMPARE(m_ledger->budgets(noon).result()->value(0).reserved, cents(10));
    QVERIFY(m_steps->keep(id).result().ok());
    QCOMPARE(m_ledger->budgets(noon).result()->value(0).reserved, cents(10));
    QVERIFY(m_steps->settle(id, cents(4), 1).result().ok());
    QCOMPARE(m_ledger->budgets(noon).result()->value(0).reserved, Money::zero());
    QCOMPARE(m_ledger->budgets(noon).result()->value(0).spent, counts ? cents(4) : Money::zero());
    QCOMPARE(m_ledger->budgets(begun).result()->value(0).spent, cents(4)); // once its day is there
    QCOMPARE(m_steps->reserve(entry(u"gen_2/1"_s, cents(10)), noon).result().ok(), !counts);
}

void TestLedger::exactlyOneGetsTheLastCent_data()
{
    QTest::addColumn<bool>("ownStores");
    QTest::newRow("threads of one program") << false;
    QTest::newRow("two programs with one file") << true;
}

void TestLedger::exactlyOneGetsTheLastCent()
{
    QFETCH(const bool, ownStores);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"shared.db"_s);
    auto shared = Store::open(file);
    QVERIFY(shared.ok());
    constexpr int rounds = 10;
    constexpr int threads = 4;
    for (int round = 1; round <= rounds; ++round) {
        QVERIFY(Ledger(**shared).setBudget(budget(cents(round), Period::Total)).result().ok());
        std::atomic<int> passed = 0;
        std::atomic<int> refused = 0;
        std::atomic<int> ready = 0;
        std::vector<std::thread> workers;
        for (int worker = 0; worker < threads; ++worker) {
            workers.emplace_back([&, worker] {
                std::unique_ptr<Store> own;
                if (ownStores) {
                    auto opened = Store::open(file);
                    if (!opened) {
                        ++ready; // the others must not wait for this one
                        return;
                    }
                    own = std::move(opened).value();
                }
                LedgerSteps ledger(own ? *own : **shared);
                for (++ready; ready < threads;) {
                    std::this_thread::yield();
                }
                const Status status =
                    ledger.reserve(entry(u"gen_%1_%2/1"_s.arg(round).arg(worker), cents(1)), noon).result();
                if (status) {
                    ++passed;
                } else if (status.error().kind == ErrorKind::Budget) {
                    ++refused;
                }
            });
        }
        for (std::thread &worker : workers) {
            worker.join();
        }
        QCOMPARE(passed.load(), 1);
        QCOMPARE(refused.load(), threads - 1);
    }
}

void TestLedger::budgetsAreReplacedAndRemoved()
{
    const Result<qint64> first = m_ledger->setBudget(budget(cents(100), Period::Day, u"fal"_s)).result();
    const Result<qint64> same = m_ledger->setBudget(budget(cents(200), Period::Day, u"fal"_s)).result();
    const Result<qint64> other = m_ledger->setBudget(budget(cents(300), Period::Month, u"fal"_s)).result();
    QVERIFY(first && same && other);
    QCOMPARE(*first, *same);
    QVERIFY(*other != *first);
    QList<BudgetState> states = m_ledger->budgets(noon).result().value();
    QCOMPARE(states.size(), 2);
    QCOMPARE(states.at(0).budget, (Budget {*first, cents(200), Period::Day, u"fal"_s, {}}));
    QCOMPARE(states.at(0).left(), cents(200));
    QVERIFY(m_ledger->removeBudget(*first).result().ok());
    const Status again = m_ledger->removeBudget(*first).result();
    QVERIFY(!again.ok());
    QCOMPARE(again.error().kind, ErrorKind::NotFound);
    QCOMPARE(m_ledger->budgets(noon).result()->size(), 1);
}

void TestLedger::budgetsNeedAnAmount_data()
{
    QTest::addColumn<Money>("limit");
    QTest::newRow("unknown") << Money::unknown();
    QTest::newRow("less than nothing") << Money::fromMicros(-1);
}

void TestLedger::budgetsNeedAnAmount()
{
    QFETCH(const Money, limit);
    const Result<qint64> set = m_ledger->setBudget(budget(limit)).result();
    QVERIFY(!set.ok());
    QCOMPARE(set.error().kind, ErrorKind::Invalid);
    QVERIFY(m_ledger->budgets(noon).result()->isEmpty());
}

QTEST_GUILESS_MAIN(TestLedger)
#include "test_ledger.moc"
