// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgercsv.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/pastbills.h"
#include "tests/ledger/ledgersteps.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

constexpr Money cents(qint64 count)
{
    return Money::fromMicros(count * 10'000);
}

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

Ledger::Entry entry(const QString &name, Money told)
{
    Ledger::Entry result;
    result.reservation = name + u"/0"_s;
    result.generation = name;
    result.provider = u"fal"_s;
    result.model = u"flux-2-pro"_s;
    result.providerModel = u"fal-ai/flux-2-pro"_s;
    result.size = u"1024x1024"_s;
    result.quality = u"high"_s;
    result.asked = 1;
    result.estimate = result.told = told;
    result.toldBy = told.isKnown() ? Ledger::Entry::ToldBy::PriceList : Ledger::Entry::ToldBy::Nobody;
    result.unknownPrice = Ledger::Entry::UnknownPrice::Allowed;
    return result;
}

} // namespace

class TestLedgerReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reader.reset();
        m_steps.reset();
        m_store = std::move(Store::open(u":memory:"_s)).value();
        m_reader = std::make_unique<LedgerReader>(*m_store);
        m_steps = std::make_unique<LedgerSteps>(*m_store);
    }

    void rowsAreTheNewestFirst()
    {
        for (int number = 0; number < 25; ++number) {
            reserve(entry(u"gen_%1"_s.arg(number, 2, 10, QChar(u'0')), cents(number)), noon.addSecs(number / 2));
        }
        QStringList seen;
        for (qint64 offset = 0; offset < 30; offset += 7) {
            const QList<LedgerRow> page = *m_reader->rows({}, offset, 7).result();
            for (const LedgerRow &row : page) {
                seen.append(row.generation);
            }
        }
        QCOMPARE(seen.size(), 25);
        QStringList sorted = seen;
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        QCOMPARE(seen, sorted);
        QCOMPARE(*m_reader->count({}).result(), 25);
    }

    void aRowTellsWhatWasToldAndBilled()
    {
        Ledger::Entry wanted = entry(u"gen_1"_s, cents(4));
        wanted.project = u"shoes"_s;
        wanted.client = u"cl_1"_s;
        reserve(wanted, noon);
        QVERIFY(m_steps->settle(u"gen_1/0"_s, cents(5), 1).result().ok());
        const LedgerRow row = m_reader->rows({}, 0, 1).result()->value(0);
        QCOMPARE(row.generation, u"gen_1"_s);
        QCOMPARE(row.attempt, 0);
        QCOMPARE(row.begun, noon);
        QCOMPARE(row.state, LedgerState::Settled);
        QCOMPARE(row.project, u"shoes"_s);
        QCOMPARE(row.client, u"cl_1"_s);
        QCOMPARE(row.size, u"1024x1024"_s);
        QCOMPARE(row.told, cents(4));
        QCOMPARE(row.cost, cents(5));
        QCOMPARE(row.difference(), cents(1));
        QCOMPARE(row.toldBy, Ledger::Entry::ToldBy::PriceList);
        QCOMPARE(*m_reader->entriesOf(u"gen_1"_s).result(), QList<LedgerRow>({row}));
        QVERIFY(m_reader->entriesOf(u"gen_"_s).result()->isEmpty());
    }

    /// What was found out later stands in a line of its own, on the day on which it was; the entry stays as it ended.
    void whatComesLaterIsALineOfItsOwn()
    {
        using Step = std::function<Status(Database &)>;
        const auto does = [this](const Step &step) {
            QVERIFY(m_store
                        ->run([step](Database &database) {
                            return inTransaction(database, [&] { return step(database); });
                        })
                        .result()
                        .ok());
        };
        const auto settle = [&does](const QString &name, Money cost, const QDateTime &at) {
            does([=](Database &database) { return Ledger::settleIn(database, name + u"/0"_s, cost, 1, at); });
        };
        const QDateTime next = noon.addDays(1);
        reserve(entry(u"plain"_s, cents(4)), noon);
        settle(u"plain"_s, cents(4), noon.addSecs(5));
        reserve(entry(u"lost"_s, cents(6)), noon.addSecs(1));
        does([](Database &database) { return Ledger::keepIn(database, u"lost/0"_s, noon.addSecs(9)); });
        QCOMPARE(m_reader->lines({}, 0, 10).result()->at(0).state, LedgerState::Kept);
        QVERIFY(!m_reader->lines({}, 0, 10).result()->at(0).isSettledLater);
        settle(u"lost"_s, cents(5), next);
        reserve(entry(u"wrong"_s, cents(4)), noon.addSecs(2));
        settle(u"wrong"_s, cents(40), noon.addSecs(8));
        does([next](Database &database) {
            return Ledger::correctIn(database, u"wrong/0"_s, cents(4), next.addSecs(1));
        });
        reserve(entry(u"late"_s, cents(3)), noon.addSecs(3));
        does([](Database &database) { return Ledger::releaseIn(database, u"late/0"_s, noon.addSecs(7)); });
        settle(u"late"_s, cents(3), next.addSecs(2));
        reserve(entry(u"runs"_s, cents(2)), noon.addSecs(4));

        const QList<LedgerRow> lines = *m_reader->lines({}, 0, 100).result();
        QStringList told;
        for (const LedgerRow &line : lines) {
            told.append(u"%1 %2 %3>%4"_s.arg(line.generation + (line.settledAt.isValid() ? u"+"_s : QString()),
                                             ledgerStateName(line.state), line.told.toString(), line.cost.toString())
                        + (line.isSettledLater ? u" later"_s : QString()));
        }
        const auto text = [](const QString &start, Money from, Money to) {
            return u"%1 %2>%3"_s.arg(start, from.toString(), to.toString());
        };
        const Money none = Money::unknown();
        QCOMPARE(told,
                 (QStringList {text(u"late+ settled"_s, Money::zero(), cents(3)),
                               text(u"wrong+ settled"_s, cents(40), cents(4)),
                               text(u"lost+ settled"_s, cents(6), cents(5)), text(u"runs reserved"_s, cents(2), none),
                               text(u"late released"_s, cents(3), none) + u" later"_s,
                               text(u"wrong settled"_s, cents(4), cents(40)) + u" later"_s,
                               text(u"lost kept"_s, cents(6), none) + u" later"_s,
                               text(u"plain settled"_s, cents(4), cents(4))}));
        QCOMPARE(lines.first().settledAt, next.addSecs(2));
        QCOMPARE(lines.first().begun, noon.addSecs(3));
        QCOMPARE(*m_reader->countLines({}).result(), 8);
        QCOMPARE(m_reader->lines({}, 2, 2).result()->value(0).generation, u"lost"_s);
        LedgerFilter day;
        day.since = noon.addSecs(3600);
        QCOMPARE(*m_reader->countLines(day).result(), 3);
        day.provider = u"openai"_s;
        QCOMPARE(*m_reader->countLines(day).result(), 0);
        QCOMPARE(*m_reader->count({}).result(), 5);
    }

    void filters_data()
    {
        QTest::addColumn<LedgerFilter>("filter");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, auto change, const QStringList &found) {
            LedgerFilter filter;
            change(filter);
            QTest::newRow(name) << filter << found;
        };
        const QStringList all {u"open"_s, u"kept"_s, u"free"_s, u"paid"_s};
        row(
            "nothing", [](LedgerFilter &) {}, all);
        row("since", [](LedgerFilter &f) { f.since = noon.addSecs(1); }, {u"open"_s, u"kept"_s, u"free"_s});
        row("until", [](LedgerFilter &f) { f.until = noon.addSecs(1); }, {u"paid"_s});
        row("provider", [](LedgerFilter &f) { f.provider = u"openai"_s; }, {u"kept"_s});
        row("model", [](LedgerFilter &f) { f.model = u"gpt-image"_s; }, {u"kept"_s});
        row("models", [](LedgerFilter &f) { f.model = u"flux*"_s; }, {u"open"_s, u"free"_s, u"paid"_s});
        row("client", [](LedgerFilter &f) { f.client = u"cl_1"_s; }, {u"free"_s});
        row("project", [](LedgerFilter &f) { f.project = u"shoes"_s; }, {u"open"_s});
        row("states",
            [](LedgerFilter &f) {
                f.states = {LedgerState::Reserved, LedgerState::Kept};
            },
            {u"open"_s, u"kept"_s});
        row("unknown", [](LedgerFilter &f) { f.unknownOnly = true; }, {u"kept"_s});
        row("all of it", [](LedgerFilter &f) { f = {noon, noon.addDays(1), u"fal"_s, u"flux*"_s, {}, u"shoes"_s, {}}; },
            {u"open"_s});
    }
    void filters()
    {
        QFETCH(LedgerFilter, filter);
        QFETCH(QStringList, found);
        reserve(entry(u"paid"_s, cents(4)), noon);
        QVERIFY(m_steps->settle(u"paid/0"_s, cents(4), 1).result().ok());
        Ledger::Entry refused = entry(u"free"_s, cents(4));
        refused.client = u"cl_1"_s;
        reserve(refused, noon.addSecs(1));
        QVERIFY(m_steps->release(u"free/0"_s).result().ok());
        Ledger::Entry kept = entry(u"kept"_s, cents(4));
        kept.provider = u"openai"_s;
        kept.model = u"gpt-image"_s;
        reserve(kept, noon.addSecs(2));
        QVERIFY(m_steps->keep(u"kept/0"_s).result().ok());
        Ledger::Entry open = entry(u"open"_s, cents(4));
        open.project = u"shoes"_s;
        reserve(open, noon.addSecs(3));
        QStringList names;
        const QList<LedgerRow> rows = *m_reader->rows(filter, 0, 100).result();
        for (const LedgerRow &row : rows) {
            names.append(row.generation);
        }
        QCOMPARE(names, found);
        QCOMPARE(*m_reader->count(filter).result(), found.size());
        const QList<LedgerRow> unknown = *m_reader->unknownEntries().result();
        QCOMPARE(unknown.size(), 1);
        QCOMPARE(unknown.first().generation, u"kept"_s);
    }

    void daysAreThoseOfTheUser()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "CET-1CEST,M3.5.0/2,M10.5.0/3");
        tzset();
        const std::tuple<QString, const char *, int> paid[] = {
            {u"a"_s, "2026-10-24T21:59:59Z", 1}, // a minute before midnight
            {u"b"_s, "2026-10-24T22:00:00Z", 2}, // midnight in summer time
            {u"c"_s, "2026-10-25T00:30:00Z", 4}, // half past two
            {u"d"_s, "2026-10-25T01:30:00Z", 8}, // and once more
            {u"e"_s, "2026-10-25T22:59:59Z", 16}, // the last moment of 25 hours
            {u"f"_s, "2026-10-25T23:00:00Z", 32},
        };
        for (const auto &[name, when, price] : paid) {
            reserve(entry(name, cents(price)), utc(when));
            QVERIFY(m_steps->settle(name + u"/0"_s, cents(price), 1).result().ok());
        }
        Ledger::Entry other = entry(u"g"_s, cents(64));
        other.model = u"gpt-image"_s;
        reserve(other, utc("2026-10-25T12:00:00Z"));
        QVERIFY(m_steps->keep(u"g/0"_s).result().ok());
        reserve(entry(u"h"_s, cents(3)), utc("2026-10-25T12:00:00Z"));
        QVERIFY(m_steps->settle(u"h/0"_s, Money::unknown(), 1).result().ok());
        reserve(entry(u"i"_s, cents(5)), utc("2026-10-25T12:00:00Z"));
        QVERIFY(m_steps->release(u"i/0"_s).result().ok());
        const QList<SpendingOfDay> days = *m_reader->spentByDay({}, SpendingGroup::Model).result();
        const QDate change(2026, 10, 25);
        const QString flux = u"flux-2-pro"_s;
        const Money none = Money::zero();
        const QList<SpendingOfDay> expected = {
            {change.addDays(-1), flux, 1, 1, cents(1), none, none, 0},
            {change, flux, 5, 5, cents(30), cents(3), none, 1},
            {change, u"gpt-image"_s, 1, 0, none, none, cents(64), 1},
            {change.addDays(1), flux, 1, 1, cents(32), none, none, 0},
        };
        QCOMPARE(days, expected);
        LedgerFilter onlyThatDay;
        onlyThatDay.since = change.startOfDay();
        onlyThatDay.until = change.addDays(1).startOfDay();
        QCOMPARE(m_reader->spentByDay(onlyThatDay, SpendingGroup::Nothing).result()->size(), 1);
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
        tzset();
    }

    /// Before it is set, as after.
    void aLimitIsForeseen()
    {
        reserve(entry(u"before"_s, cents(64)), noon.addDays(-40));
        reserve(entry(u"billed"_s, cents(1)), noon);
        QVERIFY(m_steps->settle(u"billed/0"_s, cents(2), 1).result().ok());
        Ledger::Entry other = entry(u"other"_s, cents(32));
        other.model = u"gpt-image"_s;
        reserve(other, noon);
        reserve(entry(u"ahead"_s, cents(4)), noon.addSecs(60)); // by a clock that went wrong
        QVERIFY(m_steps->settle(u"ahead/0"_s, Money::unknown(), 1).result().ok());
        Budget budget;
        budget.limit = cents(100);
        budget.model = u"flux*"_s;
        const BudgetState state = *m_reader->stateOf(budget, noon).result();
        QCOMPARE(state.spent, cents(6));
        QCOMPARE(state.reserved, cents(64));
        QVERIFY(Ledger(*m_store).setBudget(budget).result().ok());
        const QList<BudgetState> set = *Ledger(*m_store).budgets(noon).result();
        QCOMPARE(set.size(), 1);
        QCOMPARE(set.first().spent, state.spent);
        QCOMPARE(set.first().reserved, state.reserved);
    }

    void driftOfAPriceList_data()
    {
        QTest::addColumn<QList<int>>("bills"); // in cents, of 10 told
        QTest::addColumn<int>("counted");
        QTest::addColumn<double>("mean");
        QTest::addColumn<bool>("tells");
        QTest::newRow("none") << QList<int> {} << 0 << 0.0 << false;
        QTest::newRow("as told") << QList<int> {10, 10} << 2 << 0.0 << false;
        QTest::newRow("within five per cent") << QList<int> {10, 10, 11} << 3 << 0.1 / 3 << false;
        QTest::newRow("dearer") << QList<int> {12, 12} << 2 << 0.2 << true;
        QTest::newRow("cheaper") << QList<int> {5} << 1 << -0.5 << true;
        QTest::newRow("only the last ten count") << (QList<int> {90, 90} + QList<int>(10, 10)) << 10 << 0.0 << false;
    }
    void driftOfAPriceList()
    {
        QFETCH(QList<int>, bills);
        QFETCH(int, counted);
        QFETCH(double, mean);
        QFETCH(bool, tells);
        for (qsizetype number = 0; number < bills.size(); ++number) {
            const QString name = u"gen_%1"_s.arg(number);
            reserve(entry(name, cents(10)), noon.addSecs(number));
            QVERIFY(m_steps->settle(name + u"/0"_s, cents(bills.at(number)), 1).result().ok());
        }
        reserve(entry(u"unlisted"_s, Money::unknown()), noon.addSecs(100)); // nothing was told of it
        QVERIFY(m_steps->settle(u"unlisted/0"_s, cents(99), 1).result().ok());
        Offer offer;
        offer.provider = u"fal"_s;
        offer.providerModel = u"fal-ai/flux-2-pro"_s;
        const QHash<QString, ListDrift> drifts = *m_reader->listDrifts({offer}).result();
        const ListDrift drift = drifts.value(offer.id());
        QCOMPARE(drift.bills, counted);
        QVERIFY(std::abs(drift.mean - mean) < 1e-9);
        QCOMPARE(drift.isWorthTelling(), tells);
    }

    void linesForSpreadsheets()
    {
        Ledger::Entry wanted = entry(u"gen_1"_s, Money::fromMicros(39'999));
        wanted.project = u"=cmd()"_s;
        wanted.client = u"cl_1"_s;
        wanted.model = u"a \"b\", c"_s;
        reserve(wanted, noon);
        QVERIFY(m_steps->settle(u"gen_1/0"_s, Money::fromMicros(30'000), 1).result().ok());
        const LedgerRow row = m_reader->rows({}, 0, 1).result()->value(0);
        QCOMPARE(
            ledgercsv::entry(row, {{u"cl_1"_s, u"@studio"_s}}),
            QByteArray("2026-11-22T12:00:00.000Z,gen_1,1,fal,\"a \"\"b\"\", c\",fal-ai/flux-2-pro,'@studio,'=cmd(),"
                       "1024x1024,high,1,1,settled,0.039999,list,0.039999,0.03,-0.009999\r\n"));
        const auto columns = [](const QByteArray &line) { return line.count(','); };
        QCOMPARE(columns(ledgercsv::entryHeader()), 17);
        SpendingOfDay day {QDate(2026, 11, 22), u"-1"_s, 3, 4, cents(150), Money::zero(), cents(1), 2};
        QCOMPARE(ledgercsv::spending(day, SpendingGroup::Project, {}),
                 QByteArray("2026-11-22,,,,'-1,3,4,1.5,2,0,0.01\r\n"));
        QCOMPARE(columns(ledgercsv::spendingHeader()), 10);
    }

private:
    void reserve(const Ledger::Entry &wanted, const QDateTime &when)
    {
        QVERIFY(m_steps->reserve(wanted, when).result().ok());
    }
    std::unique_ptr<Store> m_store;
    std::unique_ptr<LedgerReader> m_reader;
    std::unique_ptr<LedgerSteps> m_steps;
};

QTEST_GUILESS_MAIN(TestLedgerReader)
#include "test_ledgerreader.moc"
