// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/ledgersteps.h"

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

constexpr Money cents(qint64 count)
{
    return Money::fromMicros(count * 10'000);
}

const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0));

const UsageRow *find(const QList<UsageRow> &rows, const QString &group)
{
    for (const UsageRow &row : rows) {
        if (row.group == group) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace

class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingYet();
    void sums();
    void since();
    void until();
    void dayByDay();

private:
    void add(const QString &reservation, const QString &provider, const QString &client, const QDateTime &when = noon);
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<LedgerSteps> m_steps;
};

void TestUsage::init()
{
    m_ledger.reset();
    m_steps.reset();
    auto store = Store::open(u":memory:"_s);
    QVERIFY(store.ok());
    m_store = std::move(store).value();
    m_ledger = std::make_unique<Ledger>(*m_store);
    m_steps = std::make_unique<LedgerSteps>(*m_store);
}

void TestUsage::add(const QString &reservation, const QString &provider, const QString &client, const QDateTime &when)
{
    Ledger::Entry entry;
    entry.reservation = reservation;
    entry.generation = reservation.section(u'/', 0, 0);
    entry.provider = provider;
    entry.model = u"model of "_s + provider;
    entry.client = client;
    entry.estimate = cents(5);
    QVERIFY(m_steps->reserve(entry, when).result().ok());
}

void TestUsage::nothingYet()
{
    const Usage usage = m_ledger->usage({}).result().value();
    QCOMPARE(usage.total, Money::zero());
    QCOMPARE(usage.reserved, Money::zero());
    QCOMPARE(usage.unknown, 0);
    QVERIFY(usage.byProvider.isEmpty() && usage.byModel.isEmpty() && usage.byClient.isEmpty());
}

void TestUsage::sums()
{
    add(u"one/1"_s, u"fal"_s, u"a"_s); // released: it was moved to another provider
    add(u"one/2"_s, u"openai"_s, u"a"_s);
    add(u"two/1"_s, u"fal"_s, {});
    add(u"three/1"_s, u"fal"_s, {}); // its cost was never told
    add(u"four/1"_s, u"openai"_s, u"a"_s); // nobody knows what became of it
    add(u"five/1"_s, u"openai"_s, u"b"_s); // runs
    QVERIFY(m_steps->release(u"one/1"_s).result().ok());
    QVERIFY(m_steps->settle(u"one/2"_s, cents(4), 2).result().ok());
    QVERIFY(m_steps->settle(u"two/1"_s, cents(3), 1).result().ok());
    QVERIFY(m_steps->settle(u"three/1"_s, Money::unknown(), 1).result().ok());
    QVERIFY(m_steps->keep(u"four/1"_s).result().ok());

    const Usage usage = m_ledger->usage({}).result().value();
    QCOMPARE(usage.total, cents(7));
    QCOMPARE(usage.reserved, cents(10));
    QCOMPARE(usage.assumed, cents(5)); // of three/1, as budgets count it
    QCOMPARE(usage.unknown, 2);
    QCOMPARE(usage.byProvider.size(), 2);
    const UsageRow *fal = find(usage.byProvider, u"fal"_s);
    QVERIFY(fal);
    QCOMPARE(fal->generations, 2);
    QCOMPARE(fal->pictures, 2);
    QCOMPARE(fal->cost, cents(3));
    QCOMPARE(fal->unknown, 1);
    const UsageRow *openai = find(usage.byModel, u"model of openai"_s);
    QVERIFY(openai);
    QCOMPARE(openai->generations, 3);
    QCOMPARE(openai->pictures, 2);
    QCOMPARE(openai->cost, cents(4));
    QCOMPARE(openai->unknown, 1);
    QCOMPARE(usage.byClient.size(), 3);
    QVERIFY(find(usage.byClient, QString()));
    QCOMPARE(find(usage.byClient, u"b"_s)->cost, Money::zero());
    QCOMPARE(usage.byProvider.first().group, u"openai"_s); // the dearest first
}

void TestUsage::since()
{
    add(u"one/1"_s, u"fal"_s, {}, noon.addDays(-1));
    add(u"two/1"_s, u"fal"_s, {}, noon);
    QVERIFY(m_steps->settle(u"one/1"_s, cents(1), 1).result().ok());
    QVERIFY(m_steps->settle(u"two/1"_s, cents(2), 1).result().ok());
    QCOMPARE(m_ledger->usage({}).result()->total, cents(3));
    QCOMPARE(m_ledger->usage(noon).result()->total, cents(2));
    QCOMPARE(m_ledger->usage(noon.addSecs(1)).result()->total, Money::zero());
    QVERIFY(m_ledger->usage(noon.addSecs(1)).result()->byProvider.isEmpty());
}

void TestUsage::dayByDay()
{
    const QDate day = noon.toUTC().date();
    add(u"one/1"_s, u"fal"_s, u"a"_s, noon.addDays(-1));
    add(u"two/1"_s, u"fal"_s, u"a"_s, noon);
    add(u"three/1"_s, u"fal"_s, u"b"_s, noon);
    add(u"four/1"_s, u"openai"_s, u"a"_s, noon); // nobody knows what became of it
    add(u"five/1"_s, u"fal"_s, u"a"_s, noon); // released: it was moved to another provider
    QVERIFY(m_steps->settle(u"one/1"_s, cents(1), 1).result().ok());
    QVERIFY(m_steps->settle(u"two/1"_s, cents(2), 3).result().ok());
    QVERIFY(m_steps->settle(u"three/1"_s, cents(4), 1).result().ok());
    QVERIFY(m_steps->keep(u"four/1"_s).result().ok());
    QVERIFY(m_steps->release(u"five/1"_s).result().ok());
    const QString model = u"model of fal"_s;
    const ActivityRow before {day.addDays(-1), model, u"fal"_s, 1, 1, cents(1), 0};
    const ActivityRow unsure {day, u"model of openai"_s, u"openai"_s, 1, 0, Money::zero(), 1};
    QCOMPARE(*m_ledger->activity({}, {}).result(),
             (QList<ActivityRow> {{day, model, u"fal"_s, 2, 4, cents(6), 0}, unsure, before}));
    QCOMPARE(*m_ledger->activity({}, {}, u"a"_s).result(),
             (QList<ActivityRow> {{day, model, u"fal"_s, 1, 3, cents(2), 0}, unsure, before}));
    QCOMPARE(*m_ledger->activity({}, noon, u"a"_s).result(), QList<ActivityRow> {before});
    QVERIFY(m_ledger->activity(noon.addSecs(1), {}).result()->isEmpty());
}

void TestUsage::until()
{
    const QDateTime tomorrow = noon.addDays(1);
    add(u"one/1"_s, u"fal"_s, {});
    add(u"two/1"_s, u"fal"_s, {}, noon.addYears(30)); // a clock was wrong
    add(u"three/1"_s, u"fal"_s, {}, noon.addYears(30));
    QVERIFY(m_steps->settle(u"one/1"_s, cents(1), 1).result().ok());
    QVERIFY(m_steps->settle(u"two/1"_s, cents(2), 1).result().ok());
    const Usage usage = m_ledger->usage(noon, tomorrow).result().value();
    QCOMPARE(usage.total, cents(1));
    QCOMPARE(usage.byProvider.first().cost, cents(1));
    QCOMPARE(usage.later, cents(2));
    QCOMPARE(usage.reserved, cents(5)); // open, whenever it was begun
    QCOMPARE(m_ledger->usage({}, noon).result()->total, Money::zero());
    QCOMPARE(m_ledger->usage({}).result()->total, cents(3));
    QCOMPARE(m_ledger->usage({}).result()->later, Money::zero());
}

QTEST_GUILESS_MAIN(TestUsage)
#include "test_usage.moc"
