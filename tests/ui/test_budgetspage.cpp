// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/budgets/daychart.h"
#include "ui/budgets/ledgertable.h"
#include "ui/budgets/limitbar.h"
#include "ui/budgets/unknowndialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The Budgets page, by mouse and keyboard.
class TestBudgetsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheMonth();
    void startsEmpty();
    void unknownCostsAreNoZero();
    void limitReached();
    void raisesALimitThatStops();
    void limitsTellWhenTheyAreReached();
    void editsInPlace();
    void escapeLeavesALimitAsItWas();
    void refusedChangesAreSaid();
    void addsLimits_data();
    void addsLimits();
    void removesLimitsAndBringsThemBack();
    void sortsLimits();
    void daysFilterTheLedger();
    void chartByKeyboard();
    void filtersByChoice();
    void goesThroughMonths();
    void asksTheProvider();
    void takesDownABill();
    void settlesAsNotBilled();
    void picturesAreGivenUpKnowingly();
    void severalUnknownOnesAreAList();
    void savesCsv();
    void manyRows();
    void cardsStandUnderEachOther();
    void unreadableBooksSaySo();
    void followsWhatIsBooked();
    void linksLeadHere();
    void followsTheTheme();
    void watchesWhatHoldsForEverything();

private:
    void open(WindowBench &bench, bool isFilled = true, QSize size = QSize(1280, 800))
    {
        if (isFilled) {
            fillBooks(bench.books, QDate::currentDate());
        }
        bench.open(size);
        bench.window().showPage(u"budgets"_s);
        m_rows = bench.find<QTableView>(u"ledgerTable"_s);
        m_chart = bench.find<DayChart>(u"dayChart"_s);
        QVERIFY(QTest::qWaitFor([this] { return qobject_cast<LedgerTable *>(m_rows->model())->isRead(); }));
        if (isFilled) {
            QVERIFY(QTest::qWaitFor([&bench] { return bench.find<QWidget>(u"limit.9"_s); }));
            QVERIFY(QTest::qWaitFor([&bench] { return bench.find<QWidget>(u"unknownPanel"_s)->isVisible(); }));
            QVERIFY(QTest::qWaitFor([&bench] { return bench.find<QComboBox>(u"ledgerProvider"_s)->count() > 3; }));
        }
    }
    static void click(const WindowBench &bench, const QString &name)
    {
        auto *button = bench.find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// All that the table shows in one column.
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < m_rows->model()->rowCount(); ++row) {
            texts.append(m_rows->model()->index(row, column).data().toString());
        }
        return texts;
    }
    /// The newest day before today on which something was spent.
    [[nodiscard]] static QDate dayWithSpending(const WindowBench &bench)
    {
        return bench.books.calls.first().begun.date();
    }
    [[nodiscard]] static qsizetype callsOn(const WindowBench &bench, QDate day)
    {
        return std::count_if(bench.books.calls.begin(), bench.books.calls.end(),
                             [day](const LedgerRow &call) { return call.begun.date() == day; });
    }
    [[nodiscard]] static BudgetState limit(qint64 id, double dollars, double spent)
    {
        BudgetState state;
        state.budget.id = id;
        state.budget.limit = Money::fromDollars(dollars);
        state.spent = Money::fromDollars(spent);
        state.reserved = Money::zero();
        return state;
    }
    QTableView *m_rows = nullptr;
    DayChart *m_chart = nullptr;
};

void TestBudgetsPage::showsTheMonth()
{
    WindowBench bench;
    open(bench);
    QVERIFY(bench.text(u"monthLimit"_s).contains(u"$20.00"_s));
    QVERIFY(bench.text(u"monthSpent"_s).startsWith(u'$'));
    QCOMPARE(bench.text(u"monthToday.amount"_s).right(5), u"$2.00"_s);
    QVERIFY(bench.find<QWidget>(u"monthUnknown"_s)->isVisible());
    QCOMPARE(bench.text(u"limit.3.name"_s), u"fal.ai"_s);
    QCOMPARE(bench.text(u"limit.3.used"_s), u"$3.02 of $8.00"_s);
    QCOMPARE(bench.text(u"limit.5.name"_s), u"Open WebUI"_s);
    QVERIFY(bench.text(u"limit.5.level"_s).contains(u"75"_s));
    QCOMPARE(bench.text(u"limit.7.level"_s), u"stopped"_s);
    QCOMPARE(bench.text(u"limit.9.level"_s), u"past the limit"_s); // which stops nothing
    QVERIFY(!bench.find<QWidget>(u"limit.1.level"_s)->isVisible());
    QCOMPARE(bench.text(u"limit.8.name"_s), u"GPT Image 2"_s);
    QVERIFY(bench.find<QWidget>(u"limit.7"_s)->accessibleName().contains(u"stopped"_s));
    QVERIFY(m_rows->model()->rowCount() > 50);
}

void TestBudgetsPage::startsEmpty()
{
    WindowBench bench;
    open(bench, false);
    QVERIFY(!m_rows->isVisible());
    QVERIFY(bench.find<QWidget>(u"limitsFirst"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"ledgerCsv"_s)->isEnabled());
    QVERIFY(!bench.find<QWidget>(u"ledgerClear"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"monthBar"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"unknownPanel"_s)->isVisible());
    QCOMPARE(bench.text(u"monthSpent"_s), u"$0.00"_s);
    QVERIFY(!bench.find<QWidget>(u"monthEarlier"_s)->isEnabled());
    QVERIFY(!bench.find<QWidget>(u"monthLater"_s)->isEnabled());
    for (const QString &first : {u"monthSetLimit"_s, u"limitsFirst"_s}) {
        click(bench, first);
        QVERIFY(bench.find<QDialog>(u"newLimitDialog"_s)->isVisible());
        click(bench, u"newLimit.cancel"_s);
        QTRY_VERIFY(!bench.find<QDialog>(u"newLimitDialog"_s));
    }
}

void TestBudgetsPage::unknownCostsAreNoZero()
{
    WindowBench bench;
    LedgerRow call;
    call.generation = u"gen_1"_s;
    call.begun = QDateTime::currentDateTime();
    call.state = LedgerState::Settled;
    call.provider = u"fal"_s;
    call.model = u"flux-2-pro"_s;
    bench.books.calls = {call, call};
    open(bench, false);
    QTRY_COMPARE(bench.text(u"monthSpent"_s), u"$0.00 + 2 unknown"_s);
    QCOMPARE(column(LedgerTable::Real), QStringList(2, u"unknown"_s));
}

void TestBudgetsPage::limitReached()
{
    WindowBench bench;
    bench.books.states = {limit(1, 5, 5)};
    open(bench, false);
    QTRY_VERIFY(bench.find<QWidget>(u"limit.1"_s));
    QCOMPARE(bench.text(u"limit.1.level"_s), u"stopped"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"monthForecast"_s)->isVisible());
    QVERIFY(bench.text(u"monthForecast.name"_s).contains(u"stopped"_s));
}

/// Where it has stopped calls, and only there.
void TestBudgetsPage::raisesALimitThatStops()
{
    WindowBench bench;
    open(bench);
    QVERIFY(!bench.find<QWidget>(u"limit.5.raise"_s)->isVisible()); // past its warning
    QVERIFY(!bench.find<QWidget>(u"limit.9.raise"_s)->isVisible()); // only told
    click(bench, u"limit.7.raise"_s);
    auto *amount = bench.find<QLineEdit>(u"limit.7.form.amount"_s);
    QVERIFY(amount && amount->isVisible() && amount->hasFocus());
    QVERIFY(!bench.find<QWidget>(u"limit.7.raise"_s)->isVisible());
    QTest::keyClicks(amount, u"5"_s);
    QTest::keyClick(amount, Qt::Key_Return);
    QTRY_COMPARE(bench.books.set.size(), 1);
    QCOMPARE(bench.books.set.first().limit, Money::fromDollars(5));
    QTRY_COMPARE(bench.text(u"limit.7.used"_s), u"$1.00 of $5.00"_s);
    QTRY_VERIFY(!bench.find<QWidget>(u"limit.7.form"_s));
    QVERIFY(!bench.find<QWidget>(u"limit.7.raise"_s)->isVisible());
}

void TestBudgetsPage::limitsTellWhenTheyAreReached()
{
    WindowBench bench;
    open(bench);
    const auto bar = [&bench](const QString &row) { return bench.find<QWidget>(row)->findChild<LimitBar *>(); };
    QVERIFY(!bar(u"limit.9"_s)->shares().forecast); // it is used up
    bench.books.states[8].spent = Money::fromDollars(2.9);
    bench.books.tellChange();
    QTRY_VERIFY_WITH_TIMEOUT(bar(u"limit.9"_s)->shares().forecast.value_or(0) > 1, 10'000);
    const QString told = bench.find<QWidget>(u"limit.9"_s)->accessibleName();
    QVERIFY2(told.contains(u"reaches the limit"_s), qPrintable(told));
}

void TestBudgetsPage::editsInPlace()
{
    WindowBench bench;
    open(bench);
    auto *row = bench.find<QWidget>(u"limit.3"_s);
    doubleClick(row);
    auto *amount = bench.find<QLineEdit>(u"limit.3.form.amount"_s);
    QVERIFY(amount && amount->isVisible() && amount->hasFocus());
    QCOMPARE(amount->text(), u"$8.00"_s);
    QVERIFY(bench.text(u"limit.3.form.consequence"_s).contains(u"Stops nothing"_s));
    QTest::keyClicks(amount, u"2.50"_s); // all of it was selected
    QVERIFY(bench.text(u"limit.3.form.consequence"_s).contains(u"Stops at once"_s));
    QVERIFY(bench.books.set.isEmpty()); // said before
    bench.find<QSpinBox>(u"limit.3.form.warnAt"_s)->setValue(50);
    bench.find<QCheckBox>(u"limit.3.form.hard"_s)->click();
    QVERIFY(bench.text(u"limit.3.form.consequence"_s).contains(u"nothing is stopped"_s));
    QTest::keyClick(amount, Qt::Key_Return);
    QTRY_COMPARE(bench.books.set.size(), 1);
    const Budget set = bench.books.set.first();
    QCOMPARE(set.id, 3);
    QCOMPARE(set.limit, Money::fromDollars(2.5));
    QCOMPARE(set.warnAt, 50);
    QVERIFY(!set.isHard);
    QCOMPARE(set.provider, u"fal"_s);
    QTRY_VERIFY(!bench.find<QWidget>(u"limit.3.form"_s));
    QTRY_COMPARE(bench.text(u"limit.3.used"_s), u"$3.02 of $2.50"_s);
    QVERIFY(row->hasFocus());
}

void TestBudgetsPage::escapeLeavesALimitAsItWas()
{
    WindowBench bench;
    open(bench);
    auto *row = bench.find<QWidget>(u"limit.3"_s);
    row->setFocus();
    QTest::keyClick(row, Qt::Key_F2);
    auto *amount = bench.find<QLineEdit>(u"limit.3.form.amount"_s);
    QTest::keyClicks(amount, u"much"_s);
    QVERIFY(!bench.find<QWidget>(u"limit.3.form.save"_s)->isEnabled());
    QTest::keyClick(amount, Qt::Key_Return); // no amount: nothing happens
    QTest::keyClick(amount, Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QWidget>(u"limit.3.form"_s));
    QVERIFY(row->hasFocus());
    QVERIFY(bench.books.set.isEmpty());
    QCOMPARE(bench.text(u"limit.3.used"_s), u"$3.02 of $8.00"_s);
    QTest::keyClick(row, Qt::Key_Down);
    QVERIFY(bench.find<QWidget>(u"limit.4"_s)->hasFocus());
}

void TestBudgetsPage::refusedChangesAreSaid()
{
    WindowBench bench;
    open(bench);
    auto *row = bench.find<QWidget>(u"limit.3"_s);
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Return);
    bench.books.writeError = notSent(ErrorKind::Storage, u"The disk is full."_s);
    QTest::keyClick(bench.find<QLineEdit>(u"limit.3.form.amount"_s), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QWidget>(u"limit.3.form.problem"_s)->isVisible());
    QVERIFY(bench.text(u"limit.3.form.problem"_s).contains(u"The disk is full."_s));
}

void TestBudgetsPage::addsLimits_data()
{
    QTest::addColumn<int>("kind"); // in the order of the box
    QTest::addColumn<QString>("whom");
    QTest::addColumn<QString>("id");
    QTest::newRow("everything") << 0 << QString() << QString();
    QTest::newRow("provider") << 1 << u"fal.ai"_s << u"fal"_s;
    QTest::newRow("model") << 2 << u"FLUX.2 [pro]"_s << u"flux-2-pro"_s;
    QTest::newRow("pattern") << 2 << u"flux*"_s << u"flux*"_s;
    QTest::newRow("client") << 3 << u"n8n"_s << u"cl_n8n"_s;
    QTest::newRow("known project") << 4 << u"shop"_s << u"shop"_s;
    QTest::newRow("new project") << 4 << u"garden"_s << u"garden"_s;
}

void TestBudgetsPage::addsLimits()
{
    QFETCH(int, kind);
    QFETCH(QString, whom);
    QFETCH(QString, id);
    WindowBench bench;
    open(bench);
    bench.books.usedElsewhere = Money::fromDollars(2.25);
    click(bench, u"addLimit"_s);
    auto *amount = bench.find<QLineEdit>(u"newLimit.amount"_s);
    QTRY_VERIFY(amount->hasFocus());
    bench.find<QComboBox>(u"newLimitKind"_s)->setCurrentIndex(kind);
    auto *names = bench.find<QComboBox>(u"newLimitWhom"_s);
    QCOMPARE(names->isVisible(), kind > 0);
    if (names->isEditable()) {
        QTest::keyClicks(names->lineEdit(), whom);
    } else if (kind > 0) {
        QVERIFY(names->findText(whom) >= 0);
        names->setCurrentIndex(names->findText(whom));
    }
    auto *period = bench.find<QComboBox>(u"newLimitPeriod"_s);
    period->setCurrentIndex(period->findData(static_cast<int>(Period::Week)));
    QTest::keyClicks(amount, u"2"_s);
    QTRY_VERIFY(bench.text(u"newLimit.consequence"_s).contains(u"Stops at once"_s));
    QTest::keyClicks(amount, u"5"_s);
    QTRY_VERIFY(bench.text(u"newLimit.consequence"_s).contains(u"$22.75"_s));
    click(bench, u"newLimit.save"_s);
    QTRY_COMPARE(bench.books.set.size(), 1);
    const Budget set = bench.books.set.first();
    QCOMPARE(set.limit, Money::fromDollars(25));
    QCOMPARE(set.period, Period::Week);
    QCOMPARE(set.provider, kind == 1 ? id : QString());
    QCOMPARE(set.model, kind == 2 ? id : QString());
    QCOMPARE(set.client, kind == 3 ? id : QString());
    QCOMPARE(set.project, kind == 4 ? id : QString());
    QVERIFY(set.isHard);
    QTRY_VERIFY(!bench.find<QDialog>(u"newLimitDialog"_s));
    QTRY_VERIFY(bench.find<QWidget>(u"limit.1009"_s));
}

void TestBudgetsPage::removesLimitsAndBringsThemBack()
{
    WindowBench bench;
    open(bench);
    auto *row = bench.find<QWidget>(u"limit.3"_s);
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Delete);
    QTRY_COMPARE(bench.books.removed, QList<qint64> {3});
    QTRY_VERIFY(!bench.find<QWidget>(u"limit.3"_s));
    auto *undo = bench.find<QAbstractButton>(u"toast.action"_s);
    QTRY_VERIFY(undo && undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(bench.books.set.size(), 1);
    QCOMPARE(bench.books.set.first().provider, u"fal"_s);
    QCOMPARE(bench.books.set.first().limit, Money::fromDollars(8));
}

void TestBudgetsPage::sortsLimits()
{
    WindowBench bench;
    open(bench);
    const auto y = [&bench](int id) { return bench.find<QWidget>(u"limit.%1"_s.arg(id))->y(); };
    QVERIFY(y(1) < y(2) && y(2) < y(7));
    click(bench, u"limitsSort"_s);
    QTRY_VERIFY(y(9) < y(7) && y(7) < y(5) && y(5) < y(1)); // 107, 100, 78, 39 %
    click(bench, u"limitsSort"_s);
    QTRY_VERIFY(y(1) < y(2) && y(2) < y(7));
    bench.find<QWidget>(u"limit.4"_s)->setFocus();
    click(bench, u"limitsMore"_s);
    auto *menu = bench.find<QMenu>(u"limitsMenu"_s);
    QVERIFY(menu && menu->actions().at(2)->text().contains(u"OpenAI"_s)); // after a separator
    menu->actions().at(2)->trigger();
    menu->close();
    QVERIFY(bench.find<QLineEdit>(u"limit.4.form.amount"_s));
}

void TestBudgetsPage::daysFilterTheLedger()
{
    WindowBench bench;
    open(bench);
    const QDate day = dayWithSpending(bench);
    const int all = m_rows->model()->rowCount();
    const QPoint at = m_chart->dayRect(day).center();
    QTest::mouseMove(m_chart, at);
    QVERIFY(m_chart->reading().contains(QString::number(day.year())));
    QTest::mouseClick(m_chart, Qt::LeftButton, Qt::NoModifier, at);
    QTRY_COMPARE(m_rows->model()->rowCount(), callsOn(bench, day));
    auto *chip = bench.find<QAbstractButton>(u"ledgerDay"_s);
    QVERIFY(chip->isVisible() && chip->text().contains(QString::number(day.day())));
    QTest::mouseClick(m_chart, Qt::LeftButton, Qt::NoModifier, at); // once more
    QTRY_COMPARE(m_rows->model()->rowCount(), all);
    QVERIFY(!chip->isVisible());
    QTest::mouseClick(m_chart, Qt::LeftButton, Qt::NoModifier, at);
    QTRY_VERIFY(chip->isVisible());
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_COMPARE(m_rows->model()->rowCount(), all);
}

void TestBudgetsPage::chartByKeyboard()
{
    WindowBench bench;
    open(bench);
    const QDate today = QDate::currentDate();
    m_chart->setFocus();
    QVERIFY(m_chart->reading().isEmpty());
    QTest::keyClick(m_chart, Qt::Key_Right);
    const QString whole = m_chart->reading();
    QVERIFY2(whole.contains(QLocale().toString(today, QLocale::LongFormat)), qPrintable(whole));
    QCOMPARE(m_chart->accessibleDescription(), whole);
    QTest::keyClick(m_chart, Qt::Key_Up);
    const QString part = m_chart->reading();
    QVERIFY(part != whole && part.contains(u'$'));
    QTest::keyClick(m_chart, Qt::Key_Down);
    QCOMPARE(m_chart->reading(), whole);
    QTest::keyClick(m_chart, Qt::Key_Home);
    QVERIFY(
        m_chart->reading().contains(QLocale().toString(QDate(today.year(), today.month(), 1), QLocale::LongFormat)));
    QTest::keyClick(m_chart, Qt::Key_Space);
    QTRY_VERIFY(bench.find<QWidget>(u"ledgerDay"_s)->isVisible());
    QTest::keyClick(m_chart, Qt::Key_Return);
    QTRY_VERIFY(!bench.find<QWidget>(u"ledgerDay"_s)->isVisible());
    QTest::keyClick(m_chart, Qt::Key_Escape);
    QVERIFY(m_chart->reading().isEmpty());
    // Stacked by something else.
    QTest::mouseClick(bench.find<QWidget>(u"chartGroup.model"_s), Qt::LeftButton);
    auto *legend = bench.find<QWidget>(u"chartLegend"_s);
    QTRY_VERIFY(legend->accessibleDescription().contains(u"FLUX.2 [pro]"_s));
    QVERIFY(legend->accessibleDescription().contains(u"others"_s));
    QTest::mouseClick(bench.find<QWidget>(u"chartGroup.client"_s), Qt::LeftButton);
    QTRY_VERIFY(legend->accessibleDescription().contains(u"Blog builder"_s));
}

void TestBudgetsPage::filtersByChoice()
{
    WindowBench bench;
    open(bench);
    auto *provider = bench.find<QComboBox>(u"ledgerProvider"_s);
    provider->setCurrentIndex(provider->findData(u"openai"_s));
    const auto all = [this](const QString &word) {
        const QStringList what = column(LedgerTable::What);
        return !what.isEmpty()
            && std::all_of(what.begin(), what.end(), [&word](const QString &text) { return text.endsWith(word); });
    };
    QTRY_VERIFY(all(u"OpenAI"_s));
    auto *client = bench.find<QComboBox>(u"ledgerClient"_s);
    client->setCurrentIndex(client->findData(u"cl_n8n"_s));
    QTRY_VERIFY(column(LedgerTable::For).count(u"n8n"_s) > 0 && column(LedgerTable::For).filter(u"Blog"_s).isEmpty());
    // What was booked meanwhile keeps the choice.
    bench.books.tellChange();
    QTRY_COMPARE(client->currentData().toString(), u"cl_n8n"_s);
    bench.books.calls.removeIf([](const LedgerRow &call) { return call.client == u"cl_n8n"_s; });
    bench.books.tellChange();
    auto *clear = bench.find<QAbstractButton>(u"ledgerClear"_s);
    QTRY_VERIFY(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_VERIFY(m_rows->isVisible());
    QCOMPARE(provider->currentIndex(), 0);
}

void TestBudgetsPage::goesThroughMonths()
{
    WindowBench bench;
    open(bench);
    const QString present = bench.text(u"budgetsMonth"_s);
    QVERIFY(!bench.find<QWidget>(u"monthLater"_s)->isEnabled());
    click(bench, u"monthEarlier"_s);
    QVERIFY(bench.text(u"budgetsMonth"_s) != present);
    const QDate before = QDate::currentDate().addMonths(-1);
    const auto count =
        std::count_if(bench.books.calls.begin(), bench.books.calls.end(),
                      [before](const LedgerRow &call) { return call.begun.date().month() == before.month(); });
    QTRY_COMPARE(m_rows->model()->rowCount(), count);
    QTRY_VERIFY(bench.text(u"monthDays"_s).isEmpty());
    QVERIFY(!bench.find<QWidget>(u"monthForecast"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"monthToday"_s)->isVisible());
    click(bench, u"monthLater"_s);
    QCOMPARE(bench.text(u"budgetsMonth"_s), present);
}

void TestBudgetsPage::asksTheProvider()
{
    WindowBench bench;
    open(bench);
    const QString generation = bench.books.unknownCalls.first().row.generation;
    bench.books.answer = notSent(ErrorKind::NotFound, u"It knows no such job."_s);
    click(bench, u"unknownActions.ask"_s);
    QCOMPARE(bench.books.asked, QStringList {generation});
    QVERIFY(!bench.find<QWidget>(u"unknownActions.ask"_s)->isEnabled()); // once
    QTRY_VERIFY(bench.text(u"toast.text"_s).contains(u"It knows no such job."_s));
    QTRY_VERIFY(bench.find<QWidget>(u"unknownActions.ask"_s)->isEnabled());
    // Where there is no job, nobody can be asked.
    bench.books.unknownCalls.removeFirst();
    bench.books.tellChange();
    QTRY_VERIFY(!bench.find<QWidget>(u"unknownActions.ask"_s)->isVisible());
    QVERIFY(bench.find<QWidget>(u"unknownActions.billed"_s)->isVisible());
}

void TestBudgetsPage::takesDownABill()
{
    WindowBench bench;
    open(bench);
    const LedgerRow row = bench.books.unknownCalls.first().row;
    click(bench, u"unknownActions.billed"_s);
    auto *amount = bench.find<QLineEdit>(u"billAmount"_s);
    QTRY_VERIFY(amount->hasFocus());
    QVERIFY(!bench.find<QWidget>(u"billSave"_s)->isEnabled());
    QTest::keyClicks(amount, u"0.0425"_s);
    QTest::keyClick(amount, Qt::Key_Return);
    QTRY_COMPARE(bench.books.settled.size(), 1);
    QCOMPARE(bench.books.settled.first().generation, row.generation);
    QCOMPARE(bench.books.settled.first().attempt, row.attempt);
    QCOMPARE(bench.books.settled.first().cost, Money::fromMicros(42'500));
    QVERIFY(!bench.books.settled.first().giveUpJob);
    QTRY_VERIFY(!bench.find<QDialog>(u"billDialog"_s));
    QTRY_VERIFY(bench.text(u"unknownTitle"_s).endsWith(u'1'));
    QTRY_VERIFY(column(LedgerTable::Real).contains(u"$0.043"_s));
}

void TestBudgetsPage::settlesAsNotBilled()
{
    WindowBench bench;
    open(bench);
    click(bench, u"unknownActions.notBilled"_s);
    QTRY_COMPARE(bench.books.settled.size(), 1);
    QCOMPARE(bench.books.settled.first().cost, Money::zero());
    QTRY_VERIFY(bench.text(u"unknownTitle"_s).endsWith(u'1'));
    click(bench, u"unknownActions.notBilled"_s);
    QTRY_VERIFY(!bench.find<QWidget>(u"unknownPanel"_s)->isVisible());
}

void TestBudgetsPage::picturesAreGivenUpKnowingly()
{
    WindowBench bench;
    open(bench);
    Error still = notSent(ErrorKind::Invalid, u"It may still have the pictures."_s);
    still.param = u"give_up"_s;
    bench.books.writeError = still;
    click(bench, u"unknownActions.notBilled"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"billDialog"_s));
    QTRY_VERIFY(bench.find<QWidget>(u"billGiveUp"_s)->isVisible());
    QVERIFY(bench.text(u"billProblem"_s).contains(u"pictures"_s));
    QVERIFY(bench.books.settled.isEmpty());
    bench.books.writeError.reset();
    bench.find<QCheckBox>(u"billGiveUp"_s)->click();
    click(bench, u"billSave"_s);
    QTRY_COMPARE(bench.books.settled.size(), 1);
    QVERIFY(bench.books.settled.first().giveUpJob);
    QCOMPARE(bench.books.settled.first().cost, Money::zero());
}

void TestBudgetsPage::severalUnknownOnesAreAList()
{
    WindowBench bench;
    open(bench);
    const LedgerRow second = bench.books.unknownCalls.at(1).row;
    click(bench, u"unknownAll"_s);
    QPointer<UnknownDialog> dialog = bench.find<UnknownDialog>(u"unknownDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    const QString name = u"unknown."_s + Ledger::reservationName(second.generation, second.attempt);
    QVERIFY(!bench.find<QWidget>(name + u".ask"_s)->isVisible()); // it has no job
    click(bench, name + u".notBilled"_s);
    QTRY_COMPARE(bench.books.settled.size(), 1);
    QCOMPARE(bench.books.settled.first().generation, second.generation);
    QTRY_VERIFY(!bench.find<QWidget>(name));
    const LedgerRow first = bench.books.unknownCalls.first().row;
    click(bench, u"unknown."_s + Ledger::reservationName(first.generation, first.attempt) + u".notBilled"_s);
    QTRY_VERIFY(!dialog); // none is left
}

void TestBudgetsPage::savesCsv()
{
    WindowBench bench;
    open(bench);
    const QDate day = dayWithSpending(bench);
    QTest::mouseClick(m_chart, Qt::LeftButton, Qt::NoModifier, m_chart->dayRect(day).center());
    QTRY_COMPARE(m_rows->model()->rowCount(), callsOn(bench, day));
    click(bench, u"ledgerCsv"_s); // the person changes their mind
    bench.dialogs.nextFile = bench.folder.filePath(u"november.csv"_s);
    click(bench, u"ledgerCsv"_s);
    QVERIFY(bench.dialogs.suggestion.contains(day.toString(Qt::ISODate)));
    QTRY_VERIFY(QFile::exists(bench.dialogs.nextFile));
    QFile file(bench.dialogs.nextFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    // Of today only what was booked until now.
    const auto lines = file.readAll().count('\n') - 1;
    QVERIFY2(lines <= callsOn(bench, day), qPrintable(QString::number(lines)));
    QTRY_VERIFY(bench.text(u"toast.text"_s).contains(u"november.csv"_s));
    bench.dialogs.nextFile = bench.folder.filePath(u"no/such/folder.csv"_s);
    click(bench, u"ledgerCsv"_s);
    QTRY_VERIFY(!bench.text(u"toast.text"_s).contains(u"november.csv"_s));
}

void TestBudgetsPage::manyRows()
{
    WindowBench bench;
    bench.books.generated = [](qint64 number) {
        LedgerRow row;
        row.generation = u"gen_%1"_s.arg(number);
        row.begun = QDateTime::currentDateTime().addSecs(-number);
        row.state = LedgerState::Settled;
        row.provider = u"fal"_s;
        row.model = u"model-%1"_s.arg(number);
        row.told = Money::fromDollars(0.04);
        row.cost = row.told;
        return row;
    };
    bench.books.generatedRows = 100'000;
    open(bench, false);
    QCOMPARE(m_rows->model()->rowCount(), 100'000);
    m_rows->setFocus();
    QTest::keyClick(m_rows, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_rows->currentIndex().row(), 99'999);
    QTRY_VERIFY(
        m_rows->currentIndex().siblingAtColumn(LedgerTable::What).data().toString().contains(u"model-99999 "_s));
    auto *bar = m_rows->verticalScrollBar();
    bar->setValue(0);
    const QPoint thumb(bar->width() / 2, 10);
    QTest::mousePress(bar, Qt::LeftButton, Qt::NoModifier, thumb);
    QTest::mouseMove(bar, thumb + QPoint(0, 60));
    QTest::mouseMove(bar, QPoint(thumb.x(), bar->height() / 2));
    QTest::mouseRelease(bar, Qt::LeftButton, Qt::NoModifier, QPoint(thumb.x(), bar->height() / 2));
    QVERIFY2(bar->value() > bar->maximum() / 3, qPrintable(QString::number(bar->value())));
    for (int step = 0; step <= 200; ++step) {
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / 200));
        QCoreApplication::processEvents();
    }
    const auto *table = qobject_cast<LedgerTable *>(m_rows->model());
    QVERIFY(table->heldRows() <= LedgerTable::maxWindows * LedgerTable::windowRows);
    QVERIFY2(bench.books.fetches.size() < 3 * 200, qPrintable(QString::number(bench.books.fetches.size())));
}

void TestBudgetsPage::cardsStandUnderEachOther()
{
    WindowBench bench;
    open(bench, true, QSize(1280, 800));
    auto *limits = bench.find<QWidget>(u"limitsPane"_s);
    auto *ledger = bench.find<QWidget>(u"ledgerPane"_s);
    const auto *scroll = bench.find<QScrollArea>(u"budgetsScroll"_s);
    QVERIFY(ledger->x() > limits->x() + limits->width());
    QCOMPARE(ledger->y(), limits->y());
    QCOMPARE(scroll->verticalScrollBar()->maximum(), 0);
    bench.window().resize(999, 700);
    QTRY_VERIFY(ledger->y() > limits->y() + limits->height());
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
    QVERIFY(bench.find<QWidget>(u"addLimit"_s)->isVisible()); // the header stays
    // Nothing is cut at the side.
    bench.window().resize(900, 700);
    QTRY_VERIFY(ledger->mapTo(&bench.window(), QPoint(ledger->width(), 0)).x() <= bench.window().width());
    bench.window().resize(1280, 800);
    QTRY_COMPARE(ledger->y(), limits->y());
}

void TestBudgetsPage::unreadableBooksSaySo()
{
    WindowBench bench;
    bench.books.readError = notSent(ErrorKind::Storage, u"The disk is gone."_s);
    bench.open();
    bench.window().showPage(u"budgets"_s);
    auto *problem = bench.find<QWidget>(u"budgetsProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(bench.text(u"budgetsProblem.text"_s).contains(u"The disk is gone."_s));
    QTRY_VERIFY(bench.text(u"limitsUnknown"_s).contains(u"The disk is gone."_s));
    QTRY_VERIFY(bench.text(u"ledgerProblem"_s).contains(u"The disk is gone."_s));
    QVERIFY(!bench.find<QWidget>(u"limitsFirst"_s)->isVisible()); // nobody knows that there is none
    bench.books.readError.reset();
    click(bench, u"budgetsProblem.action"_s);
    QTRY_VERIFY(!problem->isVisible());
    QTRY_VERIFY(bench.find<QWidget>(u"limitsFirst"_s)->isVisible());
}

void TestBudgetsPage::followsWhatIsBooked()
{
    WindowBench bench;
    open(bench);
    const int before = m_rows->model()->rowCount();
    LedgerRow call = bench.books.calls.first();
    call.generation = u"gen_new"_s;
    call.begun = QDateTime(QDate::currentDate(), QTime(23, 59));
    bench.books.calls.prepend(call);
    bench.books.tellChange();
    QTRY_COMPARE(m_rows->model()->rowCount(), before + 1);
}

void TestBudgetsPage::linksLeadHere()
{
    WindowBench bench;
    bench.open();
    click(bench, u"toBudgets"_s);
    QCOMPARE(bench.window().page(), u"budgets"_s);
    bench.window().showPage(u"compare"_s);
    auto *foot = bench.find<QWidget>(u"sidebarFoot"_s);
    auto *sum = bench.find<QWidget>(u"footBudget"_s);
    QTest::mouseClick(foot, Qt::LeftButton, Qt::NoModifier, sum->geometry().center());
    QCOMPARE(bench.window().page(), u"budgets"_s);
    auto *gateway = bench.find<QWidget>(u"footGateway"_s);
    QTest::mouseClick(foot, Qt::LeftButton, Qt::NoModifier, gateway->geometry().center());
    QCOMPARE(bench.window().page(), u"gateway"_s);
    foot->setFocus();
    bench.window().showPage(u"compare"_s);
    foot->setFocus();
    QTest::keyClick(foot, Qt::Key_Space);
    QCOMPARE(bench.window().page(), u"gateway"_s);
}

void TestBudgetsPage::followsTheTheme()
{
    WindowBench bench;
    open(bench);
    const auto background = [this] { return m_chart->grab().toImage().pixelColor(2, m_chart->height() - 3); };
    bench.theme->setChoice(Theme::Choice::Light);
    QTRY_VERIFY(background().lightness() > 200);
    bench.theme->setChoice(Theme::Choice::Dark);
    QTRY_VERIFY(background().lightness() < 60);
    auto *bar = bench.find<LimitBar>(u"monthBar"_s);
    QVERIFY(bar->isVisible());
    QVERIFY(bar->grab().toImage().pixelColor(3, 8) == darkTokens().accent);
}

/// The sidebar and the price card show it.
void TestBudgetsPage::watchesWhatHoldsForEverything()
{
    WindowBench bench;
    BudgetState model = limit(1, 1, 0.9);
    model.budget.model = u"flux*"_s;
    BudgetState project = limit(2, 1, 0.8);
    project.budget.project = u"shop"_s;
    BudgetState told = limit(3, 1, 0.7);
    told.budget.isHard = false;
    bench.budgets = {model, project};
    bench.budget().refresh();
    QSignalSpy changed(&bench.budget(), &BudgetWatch::changed);
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(!bench.budget().tightest());
    bench.budgets = {model, told, project};
    bench.budget().refresh();
    QTRY_VERIFY(bench.budget().tightest());
    QCOMPARE(bench.budget().tightest()->budget.id, 3);
    bench.budgets = {model, told, limit(4, 20, 1), limit(5, 10, 1)};
    bench.budget().refresh();
    QTRY_COMPARE(bench.budget().tightest()->budget.id, 5); // it stops
}

QTEST_MAIN(TestBudgetsPage)
#include "test_budgetspage.moc"
