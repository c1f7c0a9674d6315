// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Money is written one way everywhere, and never looks like less than it is.
class TestWindowMoney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWrittenOneWay();
    void whatRunsIsNotFree();
    void whatWasCancelledIsNoFailure_data();
    void whatWasCancelledIsNoFailure();
    void showsWhatItCostLastTime();
    void saysWhereAPriceIsABound();

private:
};

namespace {

const QStringList builtIn {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};

/// Every text of the window in which an amount is not in one of the two forms.
QStringList wronglyWritten(const QWidget &window, int *amounts)
{
    static const QRegularExpression amount(u"\\$[\\d.,]*\\d"_s);
    static const QRegularExpression form(u"^\\$(0\\.\\d{3}|\\d+\\.\\d{2})$"_s);
    QStringList texts;
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        texts.append(label->text());
    }
    const QList<QAbstractButton *> buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        texts.append({button->text(), button->accessibleName()});
    }
    QStringList wrong;
    for (const QString &text : texts) {
        auto found = amount.globalMatch(text);
        while (found.hasNext()) {
            ++*amounts;
            const QString written = found.next().captured();
            if (!form.match(written).hasMatch() || (written == "$0.000"_L1)) {
                wrong.append(text);
            }
        }
    }
    return wrong;
}

} // namespace

void TestWindowMoney::isWrittenOneWay()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::fromMicros(45'499));
    bench.images.prices.insert(builtIn.at(1), Money::fromMicros(1'204'997));
    bench.images.prices.insert(builtIn.at(2), Money::fromMicros(123));
    bench.usage.total = Money::fromMicros(348'503);
    for (const bool limited : {false, true}) {
        if (limited) {
            BudgetState month;
            month.budget.limit = Money::fromDollars(20);
            month.spent = Money::fromMicros(348'503);
            month.reserved = Money::fromMicros(21);
            bench.budgets = {month};
        }
        bench.budget().refresh();
        bench.open().showPage(u"compare"_s);
        bench.find<QSpinBox>(u"pictures"_s)->setValue(2);
        bench.generate();
        const auto first = static_cast<int>(bench.images.jobs().size()) - 6;
        bench.images.complete(first);
        bench.images.complete(first + 1);
        bench.images.complete(first + 2);
        Error billed = notSent(ErrorKind::ContentPolicy, u"No."_s);
        billed.billing = Billing::Billed;
        bench.images.fail(first + 3, GenerationStatus::Failed, billed);
        Error lost;
        bench.images.fail(first + 4, GenerationStatus::Unknown, lost);
        QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 1);
        bench.clock.milliseconds += 1000;
        QTest::mouseClick(bench.find<QAbstractButton>(u"generateButton"_s), Qt::LeftButton); // asks
        QTRY_VERIFY(bench.find<QWidget>(u"startYes"_s)->isVisible());
        for (const QString &page : {u"compare"_s, u"catalog"_s, u"keys"_s, u"budgets"_s, u"gateway"_s, u"settings"_s}) {
            bench.window().showPage(page);
        }
        int amounts = 0;
        const QStringList wrong = wronglyWritten(bench.window(), &amounts);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY2(amounts > 12, qPrintable(QString::number(amounts)));
        bench.images.completeAll();
    }
}

void TestWindowMoney::whatRunsIsNotFree()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::fromDollars(0.045));
    bench.open();
    bench.generate();
    bench.images.complete(1);
    QTRY_VERIFY2(bench.text(u"summary"_s).startsWith(u"1 of 3"_s), qPrintable(bench.text(u"summary"_s)));
    QVERIFY2(!bench.text(u"summary"_s).contains(u"free"_s), qPrintable(bench.text(u"summary"_s)));
    QVERIFY2(bench.text(u"summary"_s).contains(u"≈ $0.0"_s), qPrintable(bench.text(u"summary"_s)));
    bench.images.completeAll();
    QTRY_VERIFY(bench.text(u"summary"_s).startsWith(u"3 of 3"_s));
    QVERIFY2(bench.text(u"summary"_s).endsWith(u"$0.05"_s) || bench.text(u"summary"_s).endsWith(u"$0.045"_s),
             qPrintable(bench.text(u"summary"_s)));
}

void TestWindowMoney::whatWasCancelledIsNoFailure_data()
{
    QTest::addColumn<GenerationStatus>("status");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("cost");
    QTest::newRow("before it was sent") << GenerationStatus::Cancelled << Billing::NotBilled << u"Cancelled"_s
                                        << u"not billed"_s;
    QTest::newRow("while it ran") << GenerationStatus::Cancelled << Billing::MayBeBilled
                                  << u"Cancelled, may be billed"_s << u"up to $0.060"_s;
    QTest::newRow("nobody knows") << GenerationStatus::Unknown << Billing::MayBeBilled << u"Cancelled, may be billed"_s
                                  << u"up to $0.060"_s;
}

void TestWindowMoney::whatWasCancelledIsNoFailure()
{
    QFETCH(GenerationStatus, status);
    QFETCH(Billing, billing);
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::fromDollars(0.06));
    bench.images.ignoreCancel = true;
    bench.open();
    bench.generate();
    QTest::mouseClick(bench.find<QAbstractButton>(u"cell.1.0.footer.cancel"_s), Qt::LeftButton);
    Error error;
    error.kind = status == GenerationStatus::Unknown ? ErrorKind::Network : ErrorKind::Cancelled;
    error.billing = billing;
    bench.images.fail(0, status, error);
    QFETCH(QString, title);
    QTRY_COMPARE(bench.text(u"cell.1.0.state.title"_s), title);
    QTEST(bench.text(u"cell.1.0.footer.cost"_s), "cost");
    const QColor bad = QApplication::palette().color(QPalette::BrightText);
    const auto *label = bench.find<QLabel>(u"cell.1.0.state.title"_s);
    QVERIFY(label->palette().color(label->foregroundRole()) != bad);
    if (billing == Billing::MayBeBilled) {
        QCOMPARE(label->palette().color(label->foregroundRole()), tokensOf(QApplication::palette()).warn);
    }
    QCOMPARE(bench.window().compare()->session().summary().failed, 0);
    bench.images.completeAll();
}

void TestWindowMoney::showsWhatItCostLastTime()
{
    WindowBench bench;
    bench.images.prices.insert(builtIn.at(0), Money::unknown());
    bench.images.prices.insert(builtIn.at(1), Money::unknown());
    bench.images.bills.insert(builtIn.at(0), Money::fromDollars(0.045));
    bench.open();
    bench.waitForPrices();
    const auto chip = [&bench](int model) {
        QStringList words;
        const QList<QLabel *> labels =
            bench.find<QWidget>(u"modelRow."_s + builtIn.at(model))->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            words.append(label->text());
        }
        return words.join(u'|');
    };
    QVERIFY2(chip(0).contains(u"≈ $0.045"_s), qPrintable(chip(0)));
    const auto *price = bench.find<QLabel>(u"modelPrice."_s + builtIn.at(0));
    QVERIFY2(price->accessibleDescription().startsWith(u"≈ $0.045, as last time"_s),
             qPrintable(price->accessibleDescription()));
    QVERIFY2(chip(1).contains(u"price unknown"_s), qPrintable(chip(1)));
    QCOMPARE(bench.text(u"priceTotal"_s), u"≈ $0.05 + 1 unknown"_s);
}

void TestWindowMoney::saysWhereAPriceIsABound()
{
    WindowBench bench;
    bench.images.prices = {{builtIn.at(0), Money::fromDollars(0.25)}, {builtIn.at(1), Money::fromDollars(1)}};
    bench.images.atMost = builtIn;
    bench.images.atMost.removeAll(builtIn.at(1));
    bench.open();
    bench.waitForPrices();
    QCOMPARE(bench.text(u"priceTotal"_s), u"at most $1.25"_s);
    const auto chipSays = [&bench](int model, const QString &price) {
        const QList<QLabel *> labels =
            bench.find<QWidget>(u"modelRow."_s + builtIn.at(model))->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text() == price; });
    };
    QVERIFY(chipSays(0, u"at most $0.250"_s));
    QVERIFY(chipSays(1, u"$1.00"_s));
    QVERIFY(chipSays(2, u"free"_s));
    QTest::mouseClick(bench.find<QPushButton>(u"generateButton"_s), Qt::LeftButton);
    QVERIFY(bench.text(u"startQuestion"_s).contains(u"at most $1.25"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    bench.images.prices.insert(builtIn.at(2), Money::unknown());
    bench.window().findChild<QSpinBox *>(u"pictures"_s)->setValue(2);
    bench.waitForPrices();
    QCOMPARE(bench.text(u"priceTotal"_s), u"at most $2.50 + 2 unknown"_s);
    const auto *price = bench.find<QLabel>(u"priceTotal"_s);
    QTRY_VERIFY2(price->heightForWidth(price->width()) <= price->height(), "it is cut");
    QVERIFY2(price->width() >= price->fontMetrics().horizontalAdvance(u"unknown"_s), "it is cut");
    bench.images.bills.insert(builtIn.at(2), Money::fromDollars(0.1)); // it may cost more this time
    bench.window().findChild<QSpinBox *>(u"pictures"_s)->setValue(1);
    bench.waitForPrices();
    QCOMPARE(bench.text(u"priceTotal"_s), u"≈ $1.35"_s);
    bench.images.atMost = {builtIn.at(2)}; // nothing is known to be bounded
    bench.images.bills.clear();
    bench.window().findChild<QSpinBox *>(u"pictures"_s)->setValue(2);
    bench.waitForPrices();
    QCOMPARE(bench.text(u"priceTotal"_s), u"≈ $2.50 + 2 unknown"_s);
}

QTEST_MAIN(TestWindowMoney)
#include "test_windowmoney.moc"
