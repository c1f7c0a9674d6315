// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledgercsv.h"
#include "tests/ui/fakebooks.h"
#include "ui/budgets/amounttext.h"
#include "ui/budgets/budgetsmodel.h"
#include "ui/budgets/budgettexts.h"
#include "ui/budgets/chartparts.h"
#include "ui/budgets/ledgerexport.h"
#include "ui/budgets/ledgertable.h"

#include <QFile>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

Money dollars(double amount)
{
    return Money::fromDollars(amount);
}

SpendingOfDay spent(QDate day, const QString &group, double amount, qint64 unknown = 0)
{
    SpendingOfDay sum;
    sum.day = day;
    sum.group = group;
    sum.cost = dollars(amount);
    sum.unknown = unknown;
    return sum;
}

/// Row `number` of very many.
LedgerRow manyth(qint64 number)
{
    LedgerRow row;
    row.id = number;
    row.generation = u"gen_%1"_s.arg(number);
    row.begun = QDateTime(QDate(2026, 11, 22), QTime(12, 0)).addSecs(-number);
    row.state = LedgerState::Settled;
    row.provider = u"fal"_s;
    row.model = u"model-%1"_s.arg(number);
    row.told = dollars(0.04);
    row.reserved = dollars(0.04);
    row.cost = dollars(0.04);
    return row;
}

/// More entries than anybody looks through; the table has the first of them.
struct LongLedger
{
    explicit LongLedger(qint64 rows)
    {
        books.generated = manyth;
        books.generatedRows = rows;
        table.setFilter({});
        static_cast<void>(QTest::qWaitFor([this] { return table.isRead(); })); // else the test sees no rows
    }
    FakeBooks books;
    LedgerTable table {books};
};

} // namespace

/// What the Budgets page shows, without its widgets.
class TestBudgetModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void barsHaveTheLargestParts();
    void barsOfUnknownCosts();
    void scalesRound_data();
    void scalesRound();
    void amountsAsWritten_data();
    void amountsAsWritten();
    void tellsWhatAChangeStops_data();
    void tellsWhatAChangeStops();
    void holdsFewOfManyRows();
    void asksOnlyForWhatIsSeen();
    void keepsRowsWhileNewOnesCome();
    void answersOfAnOlderFilterAreDropped();
    void tellsHowRowsEnded_data();
    void tellsHowRowsEnded();
    void writesCsv();
    void csvIsWholeOrNone();
    void knowsTheMonth();
    void foretellsEachLimit_data();
    void foretellsEachLimit();
    void settlementsAreLines();
    void unreadableBooks();
};

void TestBudgetModels::barsHaveTheLargestParts()
{
    const QDate day(2026, 11, 22);
    QList<SpendingOfDay> sums;
    const QStringList groups {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};
    for (int number = 0; number < groups.size(); ++number) {
        sums.append(spent(day.addDays(-number), groups.at(number), number + 1));
    }
    sums.append(spent(QDate(2026, 10, 31), u"a"_s, 100)); // of another month
    const auto same = [](const QString &group) { return group.toUpper(); };
    const DayBars bars = DayBars::of(sums.mid(0, 6), day, same, u"others"_s);
    QCOMPARE(bars.days.size(), 30);
    QCOMPARE(bars.parts.size(), chartparts::most + 1);
    QCOMPARE(bars.parts.at(0).name, u"F"_s);
    QCOMPARE(bars.parts.at(0).sum, dollars(6));
    QVERIFY(bars.parts.last().isOthers);
    QCOMPARE(bars.parts.last().sum, dollars(3)); // a and b
    QCOMPARE(bars.days.at(21).parts.last(), dollars(1));
    QCOMPARE(bars.days.at(21).sum(), dollars(1));
    QCOMPARE(bars.days.at(16).parts.first(), dollars(6));
    // One alone is not "others".
    const DayBars five = DayBars::of(sums.mid(1, 5), day, same, u"others"_s);
    QCOMPARE(five.parts.size(), 5);
    QVERIFY(!five.parts.last().isOthers);
}

void TestBudgetModels::barsOfUnknownCosts()
{
    const QDate day(2026, 2, 3);
    const auto same = [](const QString &group) { return group; };
    DayBars bars = DayBars::of({spent(day, u"a"_s, 0, 2)}, day, same, u"others"_s);
    QCOMPARE(bars.days.size(), 28);
    QVERIFY(bars.parts.isEmpty() && !bars.isEmpty());
    QCOMPARE(bars.days.at(2).unknown, 2);
    bars = DayBars::of({}, day, same, u"others"_s);
    QVERIFY(bars.isEmpty());
}

void TestBudgetModels::scalesRound_data()
{
    QTest::addColumn<qint64>("highest");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<int>("lines");
    QTest::newRow("as drawn") << qint64(1'100'000) << qint64(400'000) << 3;
    QTest::newRow("nothing") << qint64(1) << qint64(1'000) << 1;
    QTest::newRow("cents") << qint64(45'000) << qint64(20'000) << 3;
    QTest::newRow("exact") << qint64(1'200'000) << qint64(400'000) << 3;
    QTest::newRow("large") << qint64(2'000'000'000) << qint64(1'000'000'000) << 2;
}

void TestBudgetModels::scalesRound()
{
    QFETCH(qint64, highest);
    QFETCH(qint64, step);
    QFETCH(int, lines);
    const ChartScale scale = ChartScale::upTo(highest);
    QCOMPARE(scale.step, step);
    QCOMPARE(scale.lines, lines);
    QVERIFY(scale.top() >= highest);
}

void TestBudgetModels::amountsAsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Money>("amount");
    QTest::newRow("plain") << u"20"_s << dollars(20);
    QTest::newRow("sign") << u" $0.041 "_s << dollars(0.041);
    QTest::newRow("comma") << u"12,50"_s << dollars(12.5);
    QTest::newRow("words") << u"much"_s << Money();
    QTest::newRow("negative") << u"-1"_s << Money();
    QTest::newRow("grouped") << u"1,000.50"_s << Money();
    QTest::newRow("nothing") << QString() << Money();
}

void TestBudgetModels::amountsAsWritten()
{
    QFETCH(QString, text);
    QFETCH(Money, amount);
    QCOMPARE(amountFrom(text).value_or(Money()), amount);
}

void TestBudgetModels::tellsWhatAChangeStops_data()
{
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("after");
    QTest::addColumn<bool>("isHard");
    QTest::addColumn<bool>("isNew");
    QTest::addColumn<QStringList>("says");
    QTest::newRow("lower than what is used")
        << 8.0 << 3.0 << true << false << QStringList {u"Stops"_s, u"$3.02"_s, u"1 December"_s};
    QTest::newRow("room is left") << 8.0 << 5.0 << true << false << QStringList {u"Stops nothing"_s, u"$1.98"_s};
    QTest::newRow("goes on") << 3.0 << 5.0 << true << false << QStringList {u"goes on"_s, u"$1.98"_s};
    QTest::newRow("only told") << 8.0 << 3.0 << false << false << QStringList {u"nothing is stopped"_s};
    QTest::newRow("only told from now on") << 3.0 << 3.0 << false << false << QStringList {u"goes on"_s};
    QTest::newRow("new and full") << 1.0 << 1.0 << true << true << QStringList {u"Stops"_s};
}

void TestBudgetModels::tellsWhatAChangeStops()
{
    QFETCH(double, before);
    QFETCH(double, after);
    QFETCH(bool, isHard);
    QFETCH(bool, isNew);
    QFETCH(QStringList, says);
    BudgetState now;
    now.budget.limit = dollars(before);
    now.spent = dollars(2.9);
    now.reserved = dollars(0.12);
    Budget wanted = now.budget;
    wanted.limit = dollars(after);
    wanted.isHard = isHard;
    const QString text = budgettexts::consequence(now, wanted, isNew, QDateTime(QDate(2026, 11, 22), QTime(12, 0)));
    for (const QString &part : says) {
        QVERIFY2(text.contains(part), qPrintable(text));
    }
}

void TestBudgetModels::holdsFewOfManyRows()
{
    LongLedger ledger(100'000);
    FakeBooks &books = ledger.books;
    LedgerTable &table = ledger.table;
    QCOMPARE(table.rowCount(), 100'000);
    // As somebody who scrolls through all of it.
    for (int row = 0; row < 100'000; row += 40) {
        const auto what = [&table, row] { return table.index(row, LedgerTable::What).data().toString(); };
        what();
        QTRY_VERIFY2(what().contains(u"model-%1 "_s.arg(row)), qPrintable(what()));
        QVERIFY(table.heldRows() <= LedgerTable::maxWindows * LedgerTable::windowRows);
    }
    QVERIFY2(books.fetches.size() <= 1 + 100'000 / LedgerTable::windowRows,
             qPrintable(QString::number(books.fetches.size())));
    for (const FakeBooks::Fetch &fetch : books.fetches) {
        QVERIFY(fetch.count <= LedgerTable::windowRows);
    }
}

/// While answers take their time, however many rows fly by.
void TestBudgetModels::asksOnlyForWhatIsSeen()
{
    LongLedger ledger(100'000);
    FakeBooks &books = ledger.books;
    LedgerTable &table = ledger.table;
    books.fetches.clear();
    books.isHeld = true;
    for (int row = 1'000; row < 90'000; row += 250) {
        table.index(row, LedgerTable::What).data();
    }
    QTRY_COMPARE(books.waiting(), 1);
    QCOMPARE(books.fetches.size(), 1);
    QCOMPARE(books.fetches.first().first / LedgerTable::windowRows, 89'750 / LedgerTable::windowRows);
    int rounds = 0;
    while (books.waiting() > 0) {
        QVERIFY(++rounds < 10);
        books.release();
        QTest::qWait(0);
        QCoreApplication::processEvents();
    }
    QVERIFY2(books.fetches.size() <= 4, qPrintable(QString::number(books.fetches.size())));
    QVERIFY(table.index(89'750, LedgerTable::What).data().toString().contains(u"model-89750"_s));
}

void TestBudgetModels::keepsRowsWhileNewOnesCome()
{
    LongLedger ledger(1'000);
    FakeBooks &books = ledger.books;
    LedgerTable &table = ledger.table;
    QSignalSpy read(&table, &LedgerTable::read);
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&table, &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex looked = table.index(500, LedgerTable::What);
    books.generated = [](qint64 row) { return manyth(row - 3); };
    books.generatedRows = 1'003;
    table.refresh();
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(looked.row(), 503);
    QTRY_VERIFY(looked.data().toString().contains(u"model-500 "_s));
}

void TestBudgetModels::answersOfAnOlderFilterAreDropped()
{
    FakeBooks books;
    books.calls = {manyth(0), manyth(1)};
    books.calls[1].provider = u"openai"_s;
    LedgerTable table(books);
    QSignalSpy read(&table, &LedgerTable::read);
    LedgerFilter fal;
    fal.provider = u"fal"_s;
    LedgerFilter openai;
    openai.provider = u"openai"_s;
    table.setFilter(fal);
    table.setFilter(openai);
    QTRY_COMPARE(read.size(), 1);
    QTest::qWait(0);
    QCOMPARE(read.size(), 1);
    QCOMPARE(table.rowCount(), 1);
    QVERIFY(table.index(0, LedgerTable::What).data().toString().contains(u"openai"_s));
}

void TestBudgetModels::tellsHowRowsEnded_data()
{
    QTest::addColumn<LedgerState>("state");
    QTest::addColumn<Money>("told");
    QTest::addColumn<Money>("cost");
    QTest::addColumn<QString>("real");
    QTest::addColumn<QString>("difference");
    QTest::addColumn<tablerow::Tone>("tone");
    using tablerow::Tone;
    const auto row = [](const char *name, LedgerState state, Money told, Money cost, const QString &real,
                        const QString &difference,
                        Tone tone) { QTest::newRow(name) << state << told << cost << real << difference << tone; };
    row("as told", LedgerState::Settled, dollars(0.045), dollars(0.045), u"$0.045"_s, u"none"_s, Tone::Quiet);
    row("more", LedgerState::Settled, dollars(0.041), dollars(0.044), u"$0.044"_s, u"+$0.003"_s, Tone::Strong);
    row("less", LedgerState::Settled, dollars(0.004), dollars(0.003), u"$0.003"_s, u"\u2212$0.001"_s, Tone::Strong);
    row("a little less", LedgerState::Settled, Money::fromMicros(4'000), Money::fromMicros(3'958), u"$0.004"_s,
        u"\u2212$0.000042"_s, Tone::Strong);
    row("free", LedgerState::Settled, Money::zero(), Money::zero(), u"free"_s, u"none"_s, Tone::Quiet);
    row("said to be free", LedgerState::Settled, dollars(0.06), Money::zero(), u"–"_s, u"not billed"_s, Tone::Quiet);
    row("cost unknown", LedgerState::Settled, dollars(0.06), Money(), u"unknown"_s, u"–"_s, Tone::Quiet);
    row("price unknown", LedgerState::Settled, Money(), dollars(0.06), u"$0.060"_s, u"–"_s, Tone::Quiet);
    row("running", LedgerState::Reserved, dollars(0.06), Money(), u"–"_s, u"running"_s, Tone::Quiet);
    row("lost", LedgerState::Kept, dollars(0.06), Money(), u"–"_s, u"may be billed"_s, Tone::Warning);
    row("refused", LedgerState::Released, dollars(0.06), Money(), u"–"_s, u"not billed"_s, Tone::Quiet);
}

void TestBudgetModels::tellsHowRowsEnded()
{
    QFETCH(LedgerState, state);
    QFETCH(Money, told);
    QFETCH(Money, cost);
    QFETCH(QString, real);
    QFETCH(QString, difference);
    QFETCH(tablerow::Tone, tone);
    FakeBooks books;
    LedgerRow call = manyth(0);
    call.state = state;
    call.told = told;
    call.cost = cost;
    books.calls = {call};
    LedgerTable table(books);
    table.setFilter({});
    QTRY_VERIFY(table.isRead());
    QCOMPARE(table.index(0, LedgerTable::Real).data().toString(), real);
    const QModelIndex last = table.index(0, LedgerTable::Difference);
    QCOMPARE(last.data().toString(), difference);
    QCOMPARE(last.data(tablerow::ToneRole).toInt(), static_cast<int>(tone));
}

void TestBudgetModels::writesCsv()
{
    QTemporaryDir folder;
    FakeBooks books;
    books.generated = [](qint64 number) {
        LedgerRow row = manyth(number);
        row.client = number == 1 ? u"cl_1"_s : QString();
        row.project = number == 0 ? u"=SUM(A1), \"x\""_s : QString();
        row.cost = number == 1 ? Money::fromMicros(39'958) : row.cost;
        row.state = number == 2 ? LedgerState::Kept : row.state;
        row.cost = number == 2 ? Money() : row.cost;
        return row;
    };
    books.generatedRows = 2'345;
    QObject parent;
    const QString path = folder.filePath(u"ledger.csv"_s);
    auto *csv = new LedgerExport(books, {}, {{u"cl_1"_s, u"n8n"_s}}, path, &parent);
    QSignalSpy written(csv, &LedgerExport::written);
    csv->start();
    QTRY_COMPARE(written.size(), 1);
    QCOMPARE(written.first().first().toLongLong(), 2'345);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 2'345 + 2); // the names, and behind the last one
    QCOMPARE(lines.at(0) + '\n', ledgercsv::entryHeader());
    QVERIFY2(lines.at(1).contains(",\"'=SUM(A1), \"\"x\"\"\","), lines.at(1).constData());
    QVERIFY2(lines.at(2).endsWith(",0.04,0.039958,-0.000042\r"), lines.at(2).constData());
    QVERIFY2(lines.at(2).contains(",n8n,"), lines.at(2).constData());
    QVERIFY2(lines.at(3).endsWith(",0.04,,\r"), lines.at(3).constData());
    QVERIFY(lines.at(2'345).contains("gen_2344"));
    QTRY_VERIFY(parent.children().isEmpty()); // it goes by itself
}

void TestBudgetModels::csvIsWholeOrNone()
{
    QTemporaryDir folder;
    FakeBooks books;
    books.generated = manyth;
    books.generatedRows = 1'500;
    books.isHeld = true;
    QObject parent;
    const QString path = folder.filePath(u"ledger.csv"_s);
    auto *csv = new LedgerExport(books, {}, {{u"cl_1"_s, u"n8n"_s}}, path, &parent);
    QSignalSpy failed(csv, &LedgerExport::failed);
    csv->start();
    QTRY_COMPARE(books.waiting(), 1);
    books.readError = notSent(ErrorKind::Storage, u"The disk is gone."_s);
    books.release();
    QTRY_COMPARE(books.waiting(), 1);
    books.release();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"The disk is gone."_s));
    QTRY_VERIFY(parent.children().isEmpty());
    QVERIFY(!QFile::exists(path));
    auto *nowhere = new LedgerExport(books, {}, {}, folder.filePath(u"no/such/folder.csv"_s), &parent);
    QSignalSpy refused(nowhere, &LedgerExport::failed);
    nowhere->start();
    QTRY_COMPARE(refused.size(), 1);
}

/// A dollar each day at fal, and two at openai; it is Wednesday noon.
void TestBudgetModels::foretellsEachLimit_data()
{
    QTest::addColumn<Period>("period");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<double>("limit");
    QTest::addColumn<double>("spent");
    QTest::addColumn<QDate>("reaches"); ///< invalid: it is not told
    const auto row = [](const char *name, Period period, const QString &provider, double limit, double spent,
                        QDate reaches) { QTest::newRow(name) << period << provider << limit << spent << reaches; };
    const QDate today(2026, 11, 18);
    row("a day with room", Period::Day, u"fal"_s, 2, 1, {});
    row("a day without", Period::Day, u"fal"_s, 2, 1.6, today);
    row("a week with room", Period::Week, u"fal"_s, 8, 3, {});
    row("a week without", Period::Week, u"fal"_s, 5, 3, today.addDays(2));
    row("of everybody", Period::Week, {}, 5, 3, today.addDays(1));
    row("a month without", Period::Month, u"fal"_s, 20, 15, today.addDays(5));
    row("a total, soon", Period::Total, u"fal"_s, 25, 15, today.addDays(10));
    row("a total, some day", Period::Total, u"fal"_s, 100, 15, {});
    row("nothing is spent there", Period::Month, u"luma"_s, 20, 19, {});
    row("reached already", Period::Month, u"fal"_s, 20, 20, {});
}

void TestBudgetModels::foretellsEachLimit()
{
    QFETCH(const Period, period);
    QFETCH(const QString, provider);
    QFETCH(const double, limit);
    QFETCH(const double, spent);
    QFETCH(const QDate, reaches);
    const QDateTime now(QDate(2026, 11, 18), QTime(12, 0));
    FakeBooks books;
    for (int day = 1; day <= 20; ++day) {
        for (const bool isFal : {true, false}) {
            LedgerRow call = manyth(day);
            call.begun = now.addDays(-day);
            call.provider = isFal ? u"fal"_s : u"openai"_s;
            call.cost = dollars(isFal ? 1 : 2);
            books.calls.append(call);
        }
    }
    BudgetState state;
    state.budget = {7, dollars(limit), period, provider, {}};
    state.spent = dollars(spent);
    state.reserved = Money::zero();
    books.states = {state};
    BudgetsModel model(books, [now] { return now; });
    QSignalSpy limits(&model, &BudgetsModel::limitsChanged);
    model.refresh();
    QTRY_VERIFY(limits.size() >= 2); // with what was spent before
    QCOMPARE(model.forecasts().value(7).reaches, reaches);
    QCOMPARE(model.forecasts().size(), reaches.isValid() ? 1 : 0);
}

/// The call stays as it ended; what it came to stands above it.
void TestBudgetModels::settlementsAreLines()
{
    FakeBooks books;
    LedgerRow call = manyth(0);
    call.state = LedgerState::Kept;
    call.cost = Money();
    books.calls = {call, manyth(1)};
    QObject context;
    bool isSettled = false;
    books.settle(call, dollars(0.05), false, &context, [&isSettled](const Status &) { isSettled = true; });
    QTRY_VERIFY(isSettled);
    LedgerTable table(books);
    table.setFilter({});
    QTRY_VERIFY(table.isRead());
    QCOMPARE(table.rowCount(), 3);
    const auto told = [&table](int row, int column) { return table.index(row, column).data().toString(); };
    QVERIFY(told(0, LedgerTable::What).contains(told(1, LedgerTable::What)));
    QVERIFY(told(0, LedgerTable::What) != told(1, LedgerTable::What));
    QVERIFY(told(0, LedgerTable::When) != told(1, LedgerTable::When));
    QCOMPARE(told(0, LedgerTable::Estimate), u"$0.040"_s); // kept back for it
    QCOMPARE(told(0, LedgerTable::Real), u"$0.050"_s);
    QCOMPARE(told(0, LedgerTable::Difference), u"+$0.010"_s);
    QCOMPARE(told(1, LedgerTable::Real), u"–"_s);
    QCOMPARE(told(1, LedgerTable::Difference), u"settled later"_s);
    const QModelIndex last = table.index(1, LedgerTable::Difference);
    QCOMPARE(last.data(tablerow::ToneRole).toInt(), static_cast<int>(tablerow::Tone::Quiet));
    QCOMPARE(told(2, LedgerTable::Difference), u"none"_s);
}

void TestBudgetModels::knowsTheMonth()
{
    FakeBooks books;
    const QDateTime now(QDate(2026, 11, 22), QTime(16, 0));
    fillBooks(books, now.date());
    BudgetsModel model(books, [now] { return now; });
    QSignalSpy limits(&model, &BudgetsModel::limitsChanged);
    QSignalSpy names(&model, &BudgetsModel::namesChanged);
    QSignalSpy unknown(&model, &BudgetsModel::unknownChanged);
    model.refresh();
    QTRY_VERIFY(!limits.isEmpty() && !names.isEmpty() && !unknown.isEmpty());
    Money sum = Money::zero();
    for (const LedgerRow &call : books.calls) {
        if (call.begun.date().month() == 11 && call.state == LedgerState::Settled) {
            sum += call.cost;
        }
    }
    QTRY_COMPARE(model.spending().spent, sum);
    QVERIFY(model.isPresent() && model.hasEarlier());
    QCOMPARE(model.spending().limit, dollars(20));
    QCOMPARE(model.spending().limitToday, dollars(2));
    QCOMPARE(model.spending().mayBeBilled, books.unknownCalls.size());
    QVERIFY(model.spending().forecast.micros() > sum.micros());
    QVERIFY(!model.spending().reachedOn.isValid());
    QVERIFY(model.bars().days.at(22).forecast.isKnown()); // tomorrow
    QVERIFY(!model.bars().days.at(21).forecast.isKnown());
    QCOMPARE(model.bars().allowance, Money::fromMicros(20'000'000 / 30));
    // Of a call that was made, only the cost is not known: it is told beside what was spent.
    UnknownCall made = books.unknownCalls.first();
    made.row.state = LedgerState::Settled;
    const auto asked = books.unknownCalls.size();
    books.unknownCalls.append(made);
    unknown.clear();
    books.tellChange();
    QTRY_VERIFY(!unknown.isEmpty());
    QCOMPARE(model.spending().mayBeBilled, asked);
    // Other limits show at once what they would come to.
    books.states[0].budget.limit = model.spending().spent + dollars(0.2);
    books.tellChange();
    QTRY_VERIFY(model.spending().reachedOn.isValid());
    QVERIFY(model.spending().reachedOn >= now.date());
    model.setMonth(QDate(2026, 10, 5));
    QTRY_COMPARE(model.bars().days.size(), 31);
    QVERIFY(!model.spending().forecast.isKnown() && !model.isPresent());
    QVERIFY(!model.bars().isEmpty());
}

void TestBudgetModels::unreadableBooks()
{
    FakeBooks books;
    books.readError = notSent(ErrorKind::Storage, u"The disk is gone."_s);
    BudgetsModel model(books, [] { return QDateTime::currentDateTime(); });
    QSignalSpy failed(&model, &BudgetsModel::failed);
    QSignalSpy limits(&model, &BudgetsModel::limitsUnreadable);
    QSignalSpy readAgain(&model, &BudgetsModel::readAgain);
    model.refresh();
    QTRY_VERIFY(!failed.isEmpty() && !limits.isEmpty());
    QVERIFY(failed.first().first().toString().contains(u"The disk is gone."_s));
    QVERIFY(readAgain.isEmpty());
    QVERIFY(!model.isUnused()); // nobody knows
    books.readError.reset();
    model.refresh();
    QTRY_VERIFY(!readAgain.isEmpty());
    QTRY_VERIFY(model.isUnused());
}

QTEST_MAIN(TestBudgetModels)
#include "test_budgetmodels.moc"
