// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"
#include "tests/ui/fakebooks.h"
#include "ui/gateway/calllog.h"
#include "ui/gateway/clientbook.h"
#include "ui/gateway/clienttable.h"
#include "ui/widgets/tablerow.h"

#include <QSignalSpy>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

GatewayCall callOf(const QString &client, int status = 200, const QString &path = u"/v1/images/generations"_s)
{
    GatewayCall call {QDateTime::currentDateTime(), path, status, "POST"};
    call.client = client;
    if (status < 400) {
        call.model = u"flux-2-pro"_s;
        call.provider = u"fal"_s;
        call.cost = Money::fromMicros(45'000);
    } else {
        call.code = u"INSUFFICIENT_BALANCE"_s;
    }
    call.took = std::chrono::milliseconds(4100);
    if (status < 400) {
        call.upstream = std::chrono::milliseconds(4088);
    }
    return call;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

/// What the Gateway page shows, without widgets.
class TestGatewayTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallIsALine();
    void aRefusedCallSaysSoInWords();
    void theNewestIsFirst();
    void onlySoManyAreKept();
    void oneClientAlone();
    void aFullLogOfOneClientAmongOthers();
    void aPausedLogLosesNothing();
    void callsAMinuteAreCounted();
    void wishesAreRead_data();
    void wishesAreRead();
    void fieldsLeadBack();
    void aClientIsAddedWithItsLimit();
    void aKeyThatManagesHasNoLimits();
    void aKeyIsDisabledAndEnabled();
    void aClientWithoutItsLimitIsTakenBack();
    void limitsAreChanged();
    void spendingIsThatOfTheClient();
    void revokedOnesGo();
    void lastUseInWords_data();
    void lastUseInWords();
};

void TestGatewayTables::aCallIsALine()
{
    CallLog log;
    QSignalSpy taken(&log, &CallLog::taken);
    log.setNames({{u"cl_1"_s, u"Open WebUI"_s}});
    log.add(callOf(u"cl_1"_s));
    QVERIFY(taken.wait());
    QCOMPARE(log.rowCount(), 1);
    QCOMPARE(cell(log, 0, CallLog::Client), u"Open WebUI"_s);
    QCOMPARE(cell(log, 0, CallLog::Call), u"images/generations"_s);
    QCOMPARE(cell(log, 0, CallLog::Offer), u"flux-2-pro → fal"_s);
    QCOMPARE(cell(log, 0, CallLog::Took), u"4.1 s"_s);
    QCOMPARE(cell(log, 0, CallLog::Inside), u"12 ms"_s);
    QCOMPARE(cell(log, 0, CallLog::Cost), u"$0.045"_s);
    QCOMPARE(cell(log, 0, CallLog::Outcome), u"200"_s);
    QVERIFY(!log.index(0, CallLog::Outcome).data(tablerow::SignRole).toBool());
}

void TestGatewayTables::aRefusedCallSaysSoInWords()
{
    CallLog log;
    QSignalSpy taken(&log, &CallLog::taken);
    log.add(callOf({}, 402));
    QVERIFY(taken.wait());
    const QModelIndex outcome = log.index(0, CallLog::Outcome);
    QVERIFY(outcome.data().toString().startsWith(u"402 "_s));
    QVERIFY(outcome.data(tablerow::SignRole).toBool());
    QVERIFY(outcome.data(Qt::ToolTipRole).toString().contains(u"INSUFFICIENT"_s));
    QCOMPARE(cell(log, 0, CallLog::Cost), u"–"_s);
    QCOMPARE(cell(log, 0, CallLog::Inside), u"–"_s); // nobody was asked
    QCOMPARE(cell(log, 0, CallLog::Client), u"–"_s);
}

void TestGatewayTables::theNewestIsFirst()
{
    CallLog log;
    QSignalSpy taken(&log, &CallLog::taken);
    log.add(callOf(u"first"_s));
    log.add(callOf(u"second"_s));
    QVERIFY(taken.wait());
    log.add(callOf(u"third"_s));
    QVERIFY(taken.wait());
    QCOMPARE(cell(log, 0, CallLog::Client), u"third"_s);
    QCOMPARE(cell(log, 1, CallLog::Client), u"second"_s);
    QCOMPARE(cell(log, 2, CallLog::Client), u"first"_s);
}

void TestGatewayTables::onlySoManyAreKept()
{
    CallLog log;
    QSignalSpy taken(&log, &CallLog::taken);
    QSignalSpy inserted(&log, &QAbstractItemModel::rowsInserted);
    for (int call = 0; call < CallLog::maxCalls + 50; ++call) {
        log.add(callOf(QString::number(call)));
    }
    QVERIFY(taken.wait());
    QCOMPARE(inserted.size(), 1); // together
    QCOMPARE(log.rowCount(), CallLog::maxCalls);
    log.add(callOf(u"last"_s));
    QVERIFY(taken.wait());
    QCOMPARE(log.rowCount(), CallLog::maxCalls);
    QCOMPARE(cell(log, 0, CallLog::Client), u"last"_s);
    QCOMPARE(cell(log, CallLog::maxCalls - 1, CallLog::Client), u"51"_s);
}

void TestGatewayTables::oneClientAlone()
{
    CallLog log;
    QSignalSpy taken(&log, &CallLog::taken);
    log.add(callOf(u"a"_s));
    log.add(callOf(u"b"_s));
    log.add(callOf(u"a"_s));
    QVERIFY(taken.wait());
    log.setClient(u"a"_s);
    QCOMPARE(log.rowCount(), 2);
    log.add(callOf(u"b"_s));
    QVERIFY(taken.wait());
    QCOMPARE(log.rowCount(), 2);
    log.setClient({});
    QCOMPARE(log.rowCount(), 4);
    QCOMPARE(log.clients(), (QStringList {u"b"_s, u"a"_s}));
}

void TestGatewayTables::aFullLogOfOneClientAmongOthers()
{
    CallLog log;
    QSignalSpy taken(&log, &CallLog::taken);
    log.setClient(u"a"_s);
    log.add(callOf(u"a"_s));
    QVERIFY(taken.wait());
    QCOMPARE(log.rowCount(), 1);
    for (int call = 0; call < CallLog::maxCalls; ++call) {
        log.add(callOf(u"b"_s));
    }
    QVERIFY(taken.wait());
    QCOMPARE(log.rowCount(), 0); // what leaves the whole leaves what is shown of it
}

void TestGatewayTables::aPausedLogLosesNothing()
{
    CallLog log;
    QSignalSpy taken(&log, &CallLog::taken);
    log.setPaused(true);
    taken.clear();
    log.add(callOf(u"a"_s));
    log.add(callOf(u"b"_s));
    QVERIFY(taken.wait());
    QCOMPARE(log.rowCount(), 0);
    QCOMPARE(log.waiting(), 2);
    log.setPaused(false);
    QCOMPARE(log.rowCount(), 2);
    QCOMPARE(cell(log, 0, CallLog::Client), u"b"_s);
    QCOMPARE(log.waiting(), 0);
}

void TestGatewayTables::callsAMinuteAreCounted()
{
    CallLog log;
    log.setPaused(true); // they count all the same
    const QDateTime now = QDateTime::currentDateTime();
    for (const int secondsAgo : {0, 0, 20, 59, 60, 90}) {
        GatewayCall call = callOf(u"a"_s);
        call.when = now.addSecs(-secondsAgo);
        log.add(call);
    }
    QCOMPARE(log.inLastMinute(now), 4);
    QCOMPARE(log.inLastMinute(now.addSecs(30)), 3);
    QCOMPARE(log.inLastMinute(now.addSecs(120)), 0);
}

void TestGatewayTables::wishesAreRead_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("models");
    QTest::addColumn<QString>("lastDay");
    QTest::addColumn<QString>("param"); // of the refusal; empty: none
    QTest::newRow("nothing") << QString() << QString() << QString() << QString();
    QTest::newRow("all") << u"$10.00"_s << u"flux*, gpt-image-2,, flux*"_s << u"2126-01-31"_s << QString();
    QTest::newRow("comma") << u"2,50"_s << QString() << QString() << QString();
    QTest::newRow("no amount") << u"a lot"_s << QString() << QString() << u"amount"_s;
    QTest::newRow("no day") << QString() << QString() << u"31.1.2126"_s << u"lastDay"_s;
    QTest::newRow("a day that is none") << QString() << QString() << u"2126-02-30"_s << u"lastDay"_s;
    QTest::newRow("a day that is over") << QString() << QString() << u"2020-01-01"_s << u"lastDay"_s;
}

void TestGatewayTables::wishesAreRead()
{
    QFETCH(QString, amount);
    QFETCH(QString, models);
    QFETCH(QString, lastDay);
    QFETCH(QString, param);
    const QDateTime now(QDate(2026, 11, 30), QTime(12, 0));
    const Result<ClientWish> wish = readWish({u" n8n "_s, amount, Period::Week, models, 0, lastDay}, now);
    QCOMPARE(wish.ok(), param.isEmpty());
    if (!wish) {
        QCOMPARE(wish.error().param, param);
        return;
    }
    QCOMPARE(wish->name, u"n8n"_s);
    QCOMPARE(wish->budget.has_value(), !amount.isEmpty());
    QVERIFY(!wish->budget || wish->budget->period == Period::Week);
    QCOMPARE(wish->terms.models, models.isEmpty() ? QStringList() : (QStringList {u"flux*"_s, u"gpt-image-2"_s}));
    QVERIFY(!wish->terms.perMinute);
    if (!lastDay.isEmpty()) { // that day included
        QCOMPARE(wish->terms.expiresAt, QDate::fromString(lastDay, Qt::ISODate).addDays(1).startOfDay());
    }
}

void TestGatewayTables::fieldsLeadBack()
{
    const QDateTime now(QDate(2026, 11, 30), QTime(12, 0));
    const ClientFields written {u"n8n"_s, u"$12.345"_s,    Period::Day, u"flux*, sdxl"_s,
                                30,       u"2027-01-31"_s, u"mock"_s,   true};
    const Result<ClientWish> wish = readWish(written, now);
    QVERIFY(wish.ok());
    QCOMPARE(wish->terms.replay, std::optional(ReplayMode::Mock));
    QVERIFY(wish->terms.beginsEarly);
    Client client;
    client.name = wish->name;
    client.terms = wish->terms;
    const Result<ClientWish> again = readWish(fieldsOf(client, wish->budget), now);
    QVERIFY(again.ok());
    QCOMPARE(*again, *wish);
}

namespace {

/// A real registry beside books that hold what the test puts in.
struct Bench
{
    std::unique_ptr<Store> store = Store::open(u":memory:"_s).value();
    ClientRegistry clients {*store};
    FakeBooks books;
    ClientBook book {clients, books};

    std::optional<Result<NewClient>> add(const ClientWish &wish)
    {
        std::optional<Result<NewClient>> told;
        book.add(wish, &book, [&told](const Result<NewClient> &added) { told = added; });
        static_cast<void>(QTest::qWaitFor([&told] { return told.has_value(); }));
        static_cast<void>(QSignalSpy(&book, &ClientBook::changed).wait());
        return told;
    }
    bool change(const ClientWish &wish)
    {
        std::optional<Status> told;
        book.change(book.rows().first(), wish, &book, [&told](const Status &changed) { told = changed; });
        static_cast<void>(QTest::qWaitFor([&told] { return told.has_value(); }));
        static_cast<void>(QSignalSpy(&book, &ClientBook::changed).wait());
        return told && told->ok();
    }
};

ClientWish wishFor(const QString &name, double dollars, Period period = Period::Month)
{
    ClientWish wish;
    wish.name = name;
    wish.budget = Budget();
    wish.budget->limit = Money::fromDollars(dollars);
    wish.budget->period = period;
    return wish;
}

} // namespace

void TestGatewayTables::aClientIsAddedWithItsLimit()
{
    Bench bench;
    ClientWish wish = wishFor(u"n8n"_s, 10);
    wish.terms.models = QStringList {u"flux*"_s};
    wish.terms.perMinute = 5;
    wish.terms.replay = ReplayMode::ReplayOrMock;
    const auto added = bench.add(wish);
    QVERIFY(added && added->ok());
    QVERIFY((*added)->key.startsWith("lw-"));
    QCOMPARE(bench.books.set.size(), 1);
    QCOMPARE(bench.books.set.first().client, (*added)->client.id);
    QCOMPARE(bench.book.rows().size(), 1);
    const ClientRow &row = bench.book.rows().first();
    QCOMPARE(row.client.terms, wish.terms);
    QVERIFY(row.ownLimit());
    QCOMPARE(row.ownLimit()->budget.limit, Money::fromDollars(10));
    ClientTable table;
    table.setRows(bench.book.rows());
    QCOMPARE(cell(table, 0, ClientTable::Name), u"n8n"_s);
    QCOMPARE(cell(table, 0, ClientTable::Key), u"lw-…"_s + QString::fromLatin1((*added)->key.right(4)));
    QCOMPARE(cell(table, 0, ClientTable::Limit), u"$10.00"_s);
    QCOMPARE(cell(table, 0, ClientTable::Models), u"flux*"_s);
    QCOMPARE(cell(table, 0, ClientTable::Rate), u"5"_s);
    QCOMPARE(cell(table, 0, ClientTable::Answers), u"replay-or-mock"_s);
    const auto twice = bench.add(wish);
    QVERIFY(twice && !twice->ok());
    QCOMPARE(bench.book.rows().size(), 1);
}

/// Its limits would be those of nothing.
void TestGatewayTables::aKeyThatManagesHasNoLimits()
{
    Bench bench;
    const QDateTime now(QDate(2026, 11, 30), QTime(12, 0));
    ClientFields fields {u"manager"_s, u"$10"_s, Period::Month, u"flux*"_s, 5, {}};
    fields.managesKeys = true;
    const Result<ClientWish> wish = readWish(fields, now);
    QVERIFY(wish && !wish->budget && wish->terms == ClientTerms());
    const auto added = bench.add(*wish);
    QVERIFY(added && added->ok());
    QCOMPARE((*added)->client.scope, KeyScope::Management);
    QVERIFY(bench.books.set.isEmpty());
    QVERIFY(fieldsOf(bench.book.rows().first().client, {}).managesKeys);
    ClientTable table;
    table.setRows(bench.book.rows());
    QVERIFY(cell(table, 0, ClientTable::Models) != u"all"_s);
}

void TestGatewayTables::aKeyIsDisabledAndEnabled()
{
    Bench bench;
    QVERIFY(bench.add(wishFor(u"n8n"_s, 10)));
    ClientWish wish = wishFor(u"n8n"_s, 10);
    wish.disabled = true;
    QVERIFY(bench.change(wish));
    QVERIFY(bench.book.rows().first().client.disabled);
    QVERIFY(fieldsOf(bench.book.rows().first().client, {}).disabled);
    ClientTable table;
    table.setRows(bench.book.rows());
    QVERIFY(cell(table, 0, ClientTable::Name) != u"n8n"_s);
    QVERIFY(bench.change(wishFor(u"n8n"_s, 10)));
    QVERIFY(!bench.book.rows().first().client.disabled);
}

void TestGatewayTables::aClientWithoutItsLimitIsTakenBack()
{
    Bench bench;
    bench.books.writeError = notSent(ErrorKind::Storage, u"full"_s);
    const auto added = bench.add(wishFor(u"n8n"_s, 10));
    QVERIFY(added && !added->ok());
    bench.book.refresh();
    QVERIFY(QSignalSpy(&bench.book, &ClientBook::changed).wait());
    QVERIFY(bench.book.rows().isEmpty()); // it could spend without a limit
}

void TestGatewayTables::limitsAreChanged()
{
    Bench bench;
    QVERIFY(bench.add(wishFor(u"n8n"_s, 10)));
    const qint64 first = bench.book.rows().first().ownLimit()->budget.id;
    QVERIFY(bench.change(wishFor(u"n8n"_s, 4)));
    QCOMPARE(bench.book.rows().first().ownLimit()->budget.id, first);
    QCOMPARE(bench.book.rows().first().ownLimit()->budget.limit, Money::fromDollars(4));
    QVERIFY(bench.change(wishFor(u"n8n"_s, 4, Period::Day))); // another period is another limit
    QCOMPARE(bench.books.removed, QList<qint64> {first});
    QCOMPARE(bench.book.rows().first().limits.size(), 1);
    QCOMPARE(bench.book.rows().first().ownLimit()->budget.period, Period::Day);
    ClientWish none;
    none.terms.perMinute = 9;
    QVERIFY(bench.change(none));
    QVERIFY(bench.book.rows().first().limits.isEmpty());
    QCOMPARE(bench.book.rows().first().client.terms.perMinute, std::optional(9));
}

void TestGatewayTables::spendingIsThatOfTheClient()
{
    Bench bench;
    const auto added = bench.add(wishFor(u"n8n"_s, 10));
    QVERIFY(added && added->ok());
    LedgerRow call;
    call.state = LedgerState::Settled;
    call.begun = QDateTime::currentDateTime();
    call.client = (*added)->client.id;
    call.cost = Money::fromDollars(0.5);
    LedgerRow lost = call;
    lost.state = LedgerState::Kept;
    lost.cost = Money::unknown();
    LedgerRow other = call;
    other.client = u"cl_other"_s;
    bench.books.calls = {call, call, lost, other};
    bench.book.refresh();
    QVERIFY(QSignalSpy(&bench.book, &ClientBook::changed).wait());
    QCOMPARE(bench.book.rows().first().spent, Money::fromDollars(1));
    QCOMPARE(bench.book.rows().first().unknown, 1);
    ClientTable table;
    table.setRows(bench.book.rows());
    QVERIFY(cell(table, 0, ClientTable::Month).startsWith(u"$1.00 + 1"_s)); // never as if it were free
}

void TestGatewayTables::revokedOnesGo()
{
    Bench bench;
    const auto added = bench.add(wishFor(u"n8n"_s, 10));
    QVERIFY(added && added->ok());
    const QString id = (*added)->client.id;
    std::optional<Status> told;
    bench.book.revoke(id, &bench.book, [&told](const Status &revoked) { told = revoked; });
    QTRY_VERIFY(told && told->ok());
    QTRY_VERIFY(bench.book.rows().isEmpty());
    QCOMPARE(bench.book.names().value(id), u"n8n"_s); // its calls still have a name
}

void TestGatewayTables::lastUseInWords_data()
{
    QTest::addColumn<QDateTime>("used");
    QTest::addColumn<QString>("words");
    const QDateTime now(QDate(2026, 11, 30), QTime(12, 0));
    QTest::newRow("never") << QDateTime() << u"never"_s;
    QTest::newRow("now") << now.addSecs(-30) << u"now"_s;
    QTest::newRow("minutes") << now.addSecs(-5 * 60) << u"5 min ago"_s;
    QTest::newRow("today") << now.addSecs(-3 * 3600) << u"today"_s;
    QTest::newRow("yesterday") << now.addDays(-1) << u"yesterday"_s;
    QTest::newRow("a clock that was put back") << now.addSecs(600) << u"today"_s;
}

void TestGatewayTables::lastUseInWords()
{
    QFETCH(QDateTime, used);
    QFETCH(QString, words);
    QCOMPARE(ClientTable::usedText(used, QDateTime(QDate(2026, 11, 30), QTime(12, 0))), words);
}

QTEST_MAIN(TestGatewayTables)
#include "test_gatewaytables.moc"
