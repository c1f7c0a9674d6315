// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For what a budget holds, what it tells, and that calendars and other programs do not get around it.
#include "core/ledger/budgetreasons.h"
#include "tests/ledger/ledgersteps.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <thread>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

constexpr Money cents(qint64 count)
{
    return Money::fromMicros(count * 10'000);
}

const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

Ledger::Entry entry(const QString &name, Money estimate, const QString &model = u"flux-2-pro"_s,
                    const QString &project = {})
{
    Ledger::Entry result;
    result.reservation = name + u"/0"_s;
    result.generation = name;
    result.provider = u"fal"_s;
    result.model = model;
    result.project = project;
    result.estimate = estimate;
    return result;
}

Budget limit(Money amount, const QString &model = {}, const QString &project = {})
{
    Budget budget;
    budget.limit = amount;
    budget.period = Period::Month;
    budget.model = model;
    budget.project = project;
    return budget;
}

QStringList codes(const QList<Reason> &reasons)
{
    QStringList found;
    for (const Reason &reason : reasons) {
        found.append(reason.code);
    }
    return found;
}

/// The time zone of this program, until it goes.
class Zone
{
public:
    explicit Zone(const QByteArray &zone)
        : m_before(qgetenv("TZ"))
    {
        qputenv("TZ", zone);
        tzset();
    }
    ~Zone()
    {
        m_before.isNull() ? qunsetenv("TZ") : qputenv("TZ", m_before);
        tzset();
    }
    Zone(const Zone &) = delete;
    Zone &operator=(const Zone &) = delete;

private:
    const QByteArray m_before;
};

} // namespace

class TestBudgetScopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { use(u":memory:"_s); }

    void holdsForWhatItNames_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("project");
        QTest::addColumn<bool>("holds");
        QTest::newRow("everything") << QString() << QString() << true;
        QTest::newRow("the model") << u"flux-2-pro"_s << QString() << true;
        QTest::newRow("another") << u"flux-2"_s << QString() << false;
        QTest::newRow("a pattern") << u"flux*"_s << QString() << true;
        QTest::newRow("a pattern, in any case") << u"FLUX-?-*"_s << QString() << true;
        QTest::newRow("a pattern of others") << u"gpt*"_s << QString() << false;
        QTest::newRow("signs of SQL are none") << u"flux%"_s << QString() << false;
        QTest::newRow("nor is the line") << u"flux_2_pro"_s << QString() << false;
        QTest::newRow("the project") << QString() << u"shoes"_s << true;
        QTest::newRow("another project") << QString() << u"hats"_s << false;
        QTest::newRow("both") << u"flux*"_s << u"shoes"_s << true;
        QTest::newRow("one of both") << u"gpt*"_s << u"shoes"_s << false;
    }
    void holdsForWhatItNames()
    {
        QFETCH(QString, model);
        QFETCH(QString, project);
        QFETCH(bool, holds);
        QVERIFY(m_ledger->setBudget(limit(cents(10), model, project)).result().ok());
        QVERIFY(m_steps->reserve(entry(u"a"_s, cents(4), u"flux-2-pro"_s, u"shoes"_s), noon).result().ok());
        QVERIFY(m_steps->settle(u"a/0"_s, cents(5), 1).result().ok());
        QVERIFY(m_steps->reserve(entry(u"b"_s, cents(3), u"flux-2-pro"_s, u"shoes"_s), noon).result().ok());
        const BudgetState state = only();
        QCOMPARE(state.spent, holds ? cents(5) : Money::zero());
        QCOMPARE(state.reserved, holds ? cents(3) : Money::zero());
        QCOMPARE(state.budget.holdsFor(u"fal"_s, u"flux-2-pro"_s, {}, u"shoes"_s), holds);
        const auto more = m_steps->reserve(entry(u"c"_s, cents(3), u"flux-2-pro"_s, u"shoes"_s), noon).result();
        QCOMPARE(more.ok(), !holds);
        QVERIFY(m_ledger->setBudget(limit(cents(8), model, project)).result().ok()); // of the same scope: another limit
        QCOMPARE(m_ledger->budgets(noon).result()->size(), 1);
        QCOMPARE(only().budget.limit, cents(8));
    }

    void everyPeriodCountsByScope()
    {
        for (const Period period : {Period::Day, Period::Week, Period::Month, Period::Total}) {
            Budget budget = limit(cents(100), u"flux*"_s, u"shoes"_s);
            budget.period = period;
            QVERIFY(m_ledger->setBudget(budget).result().ok());
        }
        for (const auto &[name, model, project] : {std::tuple {u"a"_s, u"flux-1"_s, u"shoes"_s},
                                                   {u"b"_s, u"flux-2"_s, u"shoes"_s},
                                                   {u"c"_s, u"flux-2"_s, QString()},
                                                   {u"d"_s, u"gpt-image"_s, u"shoes"_s}}) {
            QVERIFY(m_steps->reserve(entry(name, cents(1), model, project), noon).result().ok());
            QVERIFY(m_steps->settle(name + u"/0"_s, cents(7), 1).result().ok());
        }
        const QList<BudgetState> states = *m_ledger->budgets(noon).result();
        QCOMPARE(states.size(), 4);
        for (const BudgetState &state : states) {
            QCOMPARE(state.spent, cents(14));
        }
    }

    void whatIsTold_data()
    {
        QTest::addColumn<int>("warnAt");
        QTest::addColumn<bool>("hard");
        QTest::addColumn<int>("spent"); // cents, of a limit of 100
        QTest::addColumn<int>("wanted");
        QTest::addColumn<bool>("passes");
        QTest::addColumn<QStringList>("told");
        QTest::addColumn<BudgetState::Level>("level"); // afterwards
        const QString near = QString::fromLatin1(reasons::budgetNearlyUsed.code);
        const QString beyond = QString::fromLatin1(reasons::budgetExceeded.code);
        using Level = BudgetState::Level;
        QTest::newRow("far from it") << 75 << true << 10 << 20 << true << QStringList() << Level::Within;
        QTest::newRow("a cent before the warning") << 75 << true << 64 << 10 << true << QStringList() << Level::Within;
        QTest::newRow("at the warning") << 75 << true << 65 << 10 << true << QStringList(near) << Level::Warned;
        QTest::newRow("at the limit") << 75 << true << 90 << 10 << true << QStringList(near) << Level::Reached;
        QTest::newRow("beyond the limit") << 75 << true << 90 << 11 << false << QStringList() << Level::Warned;
        QTest::newRow("never warned") << 0 << true << 90 << 5 << true << QStringList() << Level::Within;
        QTest::newRow("what costs nothing") << 75 << true << 90 << 0 << true << QStringList() << Level::Warned;
        QTest::newRow("soft, far from it") << 75 << false << 10 << 20 << true << QStringList() << Level::Within;
        QTest::newRow("soft, beyond the limit")
            << 75 << false << 90 << 11 << true << QStringList(beyond) << Level::Reached;
        QTest::newRow("soft, long beyond it")
            << 0 << false << 300 << 1 << true << QStringList(beyond) << Level::Reached;
    }
    void whatIsTold()
    {
        QFETCH(int, warnAt);
        QFETCH(bool, hard);
        QFETCH(int, spent);
        QFETCH(int, wanted);
        QFETCH(bool, passes);
        QFETCH(QStringList, told);
        QFETCH(BudgetState::Level, level);
        QVERIFY(m_steps->reserve(entry(u"a"_s, cents(spent)), noon).result().ok());
        QVERIFY(m_steps->settle(u"a/0"_s, cents(spent), 1).result().ok());
        Budget budget = limit(cents(100));
        budget.warnAt = warnAt;
        budget.isHard = hard;
        QVERIFY(m_ledger->setBudget(budget).result().ok());
        const auto result = m_steps->reserveAndTell(entry(u"b"_s, cents(wanted)), noon).result();
        QCOMPARE(result.ok(), passes);
        if (passes) {
            QCOMPARE(codes(*result), told);
        } else {
            QCOMPARE(result.error().kind, ErrorKind::Budget);
        }
        QCOMPARE(only().level(), level);
        QCOMPARE(only().budget.warnAt, warnAt);
        QCOMPARE(only().budget.isHard, hard);
    }

    void unknownPriceNeedsAWord_data()
    {
        QTest::addColumn<bool>("allowed");
        QTest::newRow("not allowed") << false;
        QTest::newRow("allowed") << true;
    }
    void unknownPriceNeedsAWord()
    {
        QFETCH(bool, allowed);
        Ledger::Entry wanted = entry(u"a"_s, Money::unknown());
        wanted.unknownPrice = allowed ? Ledger::Entry::UnknownPrice::Allowed : Ledger::Entry::UnknownPrice::Refused;
        const auto result = m_steps->reserveAndTell(wanted, noon).result();
        QCOMPARE(result.ok(), allowed);
        if (allowed) {
            QCOMPARE(codes(*result), QStringList(QString::fromLatin1(reasons::priceUnknownAllowed.code)));
        } else {
            QCOMPARE(result.error().reason.code, QString::fromLatin1(reasons::priceUnknown.code));
            QCOMPARE(result.error().billing, Billing::NotBilled);
        }
    }

    /// The spending of a day counts on that day of local time, whatever the clocks do to it.
    void calendarOfTheUser_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<Period>("period");
        QTest::addColumn<QString>("spent");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("counts");
        const QByteArray berlin = "CET-1CEST,M3.5.0/2,M10.5.0/3";
        const QByteArray kathmandu = "XNT-5:45";
        const QByteArray midnightChange = "XST3XDT,M11.1.0/0,M2.3.0/0";
        const auto row = [](const char *name, const QByteArray &zone, Period period, const QString &spent,
                            const QString &now,
                            bool counts) { QTest::newRow(name) << zone << period << spent << now << counts; };
        row("23 hours: its first moment", berlin, Period::Day, u"2026-03-28T23:00:00Z"_s, u"2026-03-29T21:59:59Z"_s,
            true);
        row("23 hours: the moment before", berlin, Period::Day, u"2026-03-28T22:59:59Z"_s, u"2026-03-29T12:00:00Z"_s,
            false);
        row("23 hours: over at eleven in the evening, UTC minus two", berlin, Period::Day, u"2026-03-29T21:59:59Z"_s,
            u"2026-03-29T22:00:00Z"_s, false);
        row("25 hours: its first moment", berlin, Period::Day, u"2026-10-24T22:00:00Z"_s, u"2026-10-25T22:59:59Z"_s,
            true);
        row("25 hours: the hour that comes twice", berlin, Period::Day, u"2026-10-25T00:30:00Z"_s,
            u"2026-10-25T01:30:00Z"_s, true);
        row("25 hours: then it is over", berlin, Period::Day, u"2026-10-25T22:59:59Z"_s, u"2026-10-25T23:00:00Z"_s,
            false);
        row("a week with the change in it", berlin, Period::Week, u"2026-10-18T22:00:00Z"_s, u"2026-10-25T22:59:59Z"_s,
            true);
        row("the end of February", berlin, Period::Month, u"2026-02-28T22:59:59Z"_s, u"2026-02-28T23:00:00Z"_s, false);
        row("the leap day", berlin, Period::Month, u"2028-01-31T23:00:00Z"_s, u"2028-02-29T22:59:59Z"_s, true);
        row("the 31st", berlin, Period::Month, u"2026-07-31T21:59:59Z"_s, u"2026-07-31T22:00:00Z"_s, false);
        row("a zone of three quarters", kathmandu, Period::Day, u"2026-06-01T18:14:59Z"_s, u"2026-06-01T18:15:00Z"_s,
            false);
        row("a day without midnight", midnightChange, Period::Day, u"2026-11-01T03:00:00Z"_s, u"2026-11-01T20:00:00Z"_s,
            true);
        row("a clock put back: that day is not over", berlin, Period::Day, u"2026-06-02T10:00:00Z"_s,
            u"2026-06-01T10:00:00Z"_s, false);
        row("in all, whatever the clock says", berlin, Period::Total, u"2036-06-02T10:00:00Z"_s,
            u"2026-06-01T10:00:00Z"_s, true);
    }
    void calendarOfTheUser()
    {
        QFETCH(QByteArray, zone);
        QFETCH(Period, period);
        QFETCH(QString, spent);
        QFETCH(QString, now);
        QFETCH(bool, counts);
        const Zone there(zone);
        Budget budget = limit(cents(10));
        budget.period = period;
        QVERIFY(m_ledger->setBudget(budget).result().ok());
        QVERIFY(m_steps->reserve(entry(u"a"_s, cents(10)), QDateTime::fromString(spent, Qt::ISODate)).result().ok());
        QVERIFY(m_steps->settle(u"a/0"_s, cents(10), 1).result().ok());
        const QDateTime then = QDateTime::fromString(now, Qt::ISODate);
        QCOMPARE(m_ledger->budgets(then).result()->value(0).spent, counts ? cents(10) : Money::zero());
        QCOMPARE(m_steps->reserve(entry(u"b"_s, cents(1)), then).result().ok(), !counts);
    }

    /// Several programs on one file, each reserving, settling and giving back at random: what is spent and kept back is
    /// never more than a hard limit, as long as bills are what was told.
    void neverMoreThanTheLimit()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"shared.db"_s);
        use(file);
        const Money most = cents(40);
        QVERIFY(m_ledger->setBudget(limit(most)).result().ok());
        QVERIFY(m_ledger->setBudget(limit(cents(25), u"flux*"_s)).result().ok());
        QVERIFY(m_ledger->setBudget(limit(cents(20), {}, u"shoes"_s)).result().ok());
        constexpr int programs = 4;
        constexpr int rounds = 40;
        std::atomic<int> passed = 0;
        std::vector<std::thread> workers;
        for (int worker = 0; worker < programs; ++worker) {
            workers.emplace_back([&, worker] {
                auto own = Store::open(file);
                if (!own) {
                    return;
                }
                QRandomGenerator random(static_cast<quint32>(worker));
                LedgerSteps steps(**own);
                for (int round = 0; round < rounds; ++round) {
                    const QString name = u"gen_%1_%2"_s.arg(worker).arg(round);
                    const Money price = cents(random.bounded(1, 5));
                    const Ledger::Entry wanted = entry(name, price, random.bounded(2) == 0 ? u"flux-2"_s : u"gpt"_s,
                                                       random.bounded(2) == 0 ? u"shoes"_s : QString());
                    if (!steps.reserve(wanted, noon).result()) {
                        continue;
                    }
                    ++passed;
                    const int end = random.bounded(3);
                    const QString reservation = name + u"/0"_s;
                    static_cast<void>(end == 0       ? steps.settle(reservation, price, 1).result()
                                          : end == 1 ? steps.release(reservation).result()
                                                     : steps.keep(reservation).result());
                }
            });
        }
        for (int look = 0; look < 20; ++look) {
            checkLimits();
        }
        for (std::thread &worker : workers) {
            worker.join();
        }
        checkLimits();
        QVERIFY(passed > 10);
        use(u":memory:"_s); // before the folder goes
    }

    void projectsAreKnown()
    {
        QVERIFY(m_ledger->projects().result()->isEmpty());
        QVERIFY(m_steps->reserve(entry(u"a"_s, cents(1), u"m"_s, u"shoes"_s), noon).result().ok());
        QVERIFY(m_steps->reserve(entry(u"b"_s, cents(1), u"m"_s, {}), noon).result().ok());
        QVERIFY(m_ledger->setBudget(limit(cents(10), {}, u"hats"_s)).result().ok());
        QCOMPARE(*m_ledger->projects().result(), QStringList({u"hats"_s, u"shoes"_s}));
    }

private:
    void use(const QString &file)
    {
        m_ledger.reset();
        m_steps.reset();
        m_store.reset();
        auto store = Store::open(file);
        QVERIFY(store.ok());
        m_store = std::move(store).value();
        m_ledger = std::make_unique<Ledger>(*m_store);
        m_steps = std::make_unique<LedgerSteps>(*m_store);
    }
    BudgetState only() const { return m_ledger->budgets(noon).result()->value(0); }
    void checkLimits() const
    {
        const auto states = m_ledger->budgets(noon).result();
        QVERIFY(states.ok());
        QCOMPARE(states->size(), 3);
        for (const BudgetState &state : *states) {
            QVERIFY2(state.left().micros() >= 0, qPrintable(state.left().toString()));
        }
    }
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<LedgerSteps> m_steps;
};

QTEST_GUILESS_MAIN(TestBudgetScopes)
#include "test_budgetscopes.moc"
