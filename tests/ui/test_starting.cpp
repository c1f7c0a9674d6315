// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/steadyclock.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QWheelEvent>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// A slip of the finger spends no money: starts by real keys and mouse buttons.
class TestStarting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHeldKeyStartsOnce();
    void aHoldOfSeeminglyFreshPressesIsOneWish_data();
    void aHoldOfSeeminglyFreshPressesIsOneWish();
    void aHoldDoesNotAnswer();
    void enterPressesTheFocusedButton();
    void aDoubleClickStartsOnce();
    void theSameAtOnceIsOneWish();
    void startsWhenThePricesAreThere();
    void asksFirst_data();
    void asksFirst();
    void theQuestionIsNotAnsweredByASlip();
    void theQuestionIsAnsweredByKeyboard();
    void theQuestionGoesWithAnEdit();
    void theLimitsAreSettings();
    void theWheelChangesNothing();
    void asksBeforeItIsMadeAgain_data();
    void asksBeforeItIsMadeAgain();
    void aHoldOnRetryCancelsNothing_data();
    void aHoldOnRetryCancelsNothing();

private:
    /// As X11 sends it: releases between the presses, and only some of them are told as repeats.
    static void hold(WindowBench &bench, Qt::Key key, Qt::KeyboardModifiers with, int firstRepeat);
    static void pricesAre(WindowBench &bench, double dollars);
    static QPushButton *yes(WindowBench &bench) { return bench.find<QPushButton>(u"startYes"_s); }
};

namespace {

const QStringList builtIn {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};

} // namespace

void TestStarting::pricesAre(WindowBench &bench, double dollars)
{
    for (const QString &model : builtIn) {
        bench.images.prices.insert(model, dollars < 0 ? Money::unknown() : Money::fromDollars(dollars));
    }
}

void TestStarting::aHeldKeyStartsOnce()
{
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        WindowBench bench;
        bench.open();
        bench.waitForPrices();
        auto *prompt = bench.find<QPlainTextEdit>(u"promptEdit"_s);
        prompt->setFocus();
        const QString before = prompt->toPlainText();
        QTest::simulateEvent(prompt, true, key, Qt::ControlModifier, {}, false);
        for (int repeat = 0; repeat < 20; ++repeat) {
            bench.clock.milliseconds += 900; // however long it is held
            QTest::simulateEvent(prompt, true, key, Qt::ControlModifier, {}, true);
        }
        QTest::simulateEvent(prompt, false, key, Qt::ControlModifier, {}, false);
        QCOMPARE(bench.images.jobs().size(), 3);
        QCOMPARE(prompt->toPlainText(), before);
        bench.clock.milliseconds += slipMilliseconds;
        QTest::keyClick(prompt, key, Qt::ControlModifier);
        QCOMPARE(bench.images.jobs().size(), 6); // pressed anew
    }
}

void TestStarting::hold(WindowBench &bench, Qt::Key key, Qt::KeyboardModifiers with, int firstRepeat)
{
    const auto send = [&](bool press, bool isRepeat) {
        QTest::simulateEvent(QApplication::focusWidget(), press, key, with, key == Qt::Key_Space ? u" "_s : QString(),
                             isRepeat);
    };
    send(true, false);
    bench.clock.milliseconds += firstRepeat;
    for (int repeat = 0; repeat < 100; ++repeat) {
        const bool isTold = repeat % 3 == 0;
        send(false, isTold);
        send(true, isTold);
        bench.clock.milliseconds += 40;
    }
    send(false, false);
}

void TestStarting::aHoldOfSeeminglyFreshPressesIsOneWish_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("with");
    QTest::addColumn<QString>("focus");
    QTest::addColumn<int>("firstRepeat");
    const Qt::KeyboardModifiers none;
    const Qt::KeyboardModifiers control = Qt::ControlModifier;
    QTest::newRow("Ctrl+Enter") << Qt::Key_Return << control << u"promptEdit"_s << 250;
    QTest::newRow("Ctrl+Enter, late repeat") << Qt::Key_Return << control << u"promptEdit"_s << 1500;
    QTest::newRow("Space") << Qt::Key_Space << none << u"generateButton"_s << 660;
    QTest::newRow("Enter") << Qt::Key_Enter << none << u"generateButton"_s << 660;
}

void TestStarting::aHoldOfSeeminglyFreshPressesIsOneWish()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, with);
    QFETCH(QString, focus);
    QFETCH(int, firstRepeat);
    WindowBench bench;
    bench.open();
    bench.waitForPrices();
    bench.find<QWidget>(focus)->setFocus();
    hold(bench, key, with, firstRepeat);
    QCOMPARE(bench.images.jobs().size(), 3);
    bench.clock.milliseconds += slipMilliseconds;
    QTest::keyClick(QApplication::focusWidget(), key, with);
    QCOMPARE(bench.images.jobs().size(), 6);
}

void TestStarting::aHoldDoesNotAnswer()
{
    for (const auto key : {Qt::Key_Space, Qt::Key_Return}) {
        WindowBench bench;
        pricesAre(bench, 2);
        bench.open();
        bench.waitForPrices();
        bench.find<QWidget>(u"generateButton"_s)->setFocus();
        hold(bench, key, Qt::NoModifier, 660);
        QCOMPARE(bench.images.jobs().size(), 0);
        QVERIFY(yes(bench)->isVisible());
        bench.clock.milliseconds += slipMilliseconds;
        QTest::keyClick(yes(bench), key);
        QCOMPARE(bench.images.jobs().size(), 3);
    }
}

void TestStarting::enterPressesTheFocusedButton()
{
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        WindowBench bench;
        bench.open();
        bench.waitForPrices();
        auto *generate = bench.find<QPushButton>(u"generateButton"_s);
        generate->setFocus();
        QTest::keyClick(generate, key);
        QCOMPARE(bench.images.jobs().size(), 3);
    }
}

void TestStarting::aDoubleClickStartsOnce()
{
    WindowBench bench;
    bench.open();
    bench.waitForPrices();
    doubleClick(bench.find<QPushButton>(u"generateButton"_s));
    QCOMPARE(bench.images.jobs().size(), 3);
}

void TestStarting::theSameAtOnceIsOneWish()
{
    WindowBench bench;
    bench.open();
    bench.waitForPrices();
    auto *generate = bench.find<QPushButton>(u"generateButton"_s);
    QTest::mouseClick(generate, Qt::LeftButton);
    bench.clock.milliseconds += slipMilliseconds - 1;
    QTest::keyClick(generate, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.images.jobs().size(), 3);
    bench.find<QSpinBox>(u"pictures"_s)->setValue(2); // another wish is no slip
    bench.waitForPrices();
    QTest::mouseClick(generate, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 9);
    bench.clock.milliseconds += slipMilliseconds;
    QTest::mouseClick(generate, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 15);
}

/// A price that is not there yet is no reason to start blindly.
void TestStarting::startsWhenThePricesAreThere()
{
    WindowBench bench;
    pricesAre(bench, 2);
    bench.open();
    bench.waitForPrices();
    bench.find<QSpinBox>(u"pictures"_s)->setValue(3);
    QVERIFY(!bench.window().compare()->isPriced());
    QTest::mouseClick(bench.find<QPushButton>(u"generateButton"_s), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 0);
    QTRY_VERIFY(yes(bench)->isVisible());
    QCOMPARE(bench.images.jobs().size(), 0);
}

void TestStarting::asksFirst_data()
{
    QTest::addColumn<double>("price");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<bool>("asks");
    QTest::addColumn<QString>("says");
    QTest::newRow("little") << 0.045 << 3 << false << QString();
    QTest::newRow("beyond a dollar") << 0.25 << 2 << true << u"$1.50"_s;
    QTest::newRow("up to a dollar") << 0.333333 << 1 << false << QString();
    QTest::newRow("many") << 0.0 << 7 << true << u"21"_s;
    QTest::newRow("not that many") << 0.0 << 6 << false << QString();
    QTest::newRow("unknown") << -1.0 << 1 << true << u"unknown"_s;
}

void TestStarting::asksFirst()
{
    QFETCH(double, price);
    QFETCH(int, pictures);
    QFETCH(bool, asks);
    QFETCH(QString, says);
    WindowBench bench;
    pricesAre(bench, price);
    bench.open();
    bench.find<QSpinBox>(u"pictures"_s)->setValue(pictures);
    bench.waitForPrices();
    QTest::mouseClick(bench.find<QPushButton>(u"generateButton"_s), Qt::LeftButton);
    QCOMPARE(yes(bench)->isVisible(), asks);
    QCOMPARE(bench.images.jobs().size(), asks ? 0 : 3 * pictures);
    if (asks) {
        const QString question = bench.find<QLabel>(u"startQuestion"_s)->text();
        QVERIFY2(question.contains(says), qPrintable(question));
        bench.clock.milliseconds += slipMilliseconds;
        QTest::mouseClick(yes(bench), Qt::LeftButton);
        QCOMPARE(bench.images.jobs().size(), 3 * pictures);
        QVERIFY(!yes(bench)->isVisible());
    }
}

void TestStarting::theQuestionIsNotAnsweredByASlip()
{
    WindowBench bench;
    pricesAre(bench, 2);
    bench.open();
    bench.waitForPrices();
    auto *generate = bench.find<QPushButton>(u"generateButton"_s);
    doubleClick(generate);
    QVERIFY(yes(bench)->isVisible() && !generate->isEnabled());
    const auto place = [](QWidget *widget) { return QRect(widget->mapToGlobal(QPoint()), widget->size()); };
    QVERIFY2(!place(yes(bench)).intersects(place(generate)), "not under the pointer");
    for (int repeat = 0; repeat < 20; ++repeat) {
        bench.clock.milliseconds += 100;
        for (const auto with : {Qt::ControlModifier, Qt::NoModifier}) {
            QTest::simulateEvent(QApplication::focusWidget(), true, Qt::Key_Return, with, {}, true);
            QTest::simulateEvent(QApplication::focusWidget(), true, Qt::Key_Space, with, {}, true);
        }
    }
    QTest::mouseClick(generate, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!yes(bench)->isVisible() && generate->isEnabled());
    QTest::mouseClick(generate, Qt::LeftButton);
    QTest::mouseClick(yes(bench), Qt::LeftButton); // at once: nobody has read it
    QCOMPARE(bench.images.jobs().size(), 0);
}

void TestStarting::theQuestionIsAnsweredByKeyboard()
{
    WindowBench bench;
    pricesAre(bench, 2);
    bench.open();
    bench.waitForPrices();
    auto *prompt = bench.find<QPlainTextEdit>(u"promptEdit"_s);
    prompt->setFocus();
    QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(yes(bench)->hasFocus());
    QTest::keyClick(yes(bench), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // Not now
    QVERIFY(!yes(bench)->isVisible() && prompt->hasFocus());
    QCOMPARE(bench.images.jobs().size(), 0);
    bench.clock.milliseconds += slipMilliseconds;
    QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
    bench.clock.milliseconds += slipMilliseconds;
    QTest::keyClick(yes(bench), Qt::Key_Space);
    QCOMPARE(bench.images.jobs().size(), 3);
    QVERIFY(prompt->hasFocus());
}

void TestStarting::theQuestionGoesWithAnEdit()
{
    WindowBench bench;
    pricesAre(bench, 2);
    bench.open();
    bench.waitForPrices();
    QTest::mouseClick(bench.find<QPushButton>(u"generateButton"_s), Qt::LeftButton);
    QVERIFY(yes(bench)->isVisible());
    bench.find<QSpinBox>(u"pictures"_s)->setValue(2);
    QVERIFY2(!yes(bench)->isVisible(), "it was asked about something else");
    bench.waitForPrices();
    QCOMPARE(bench.images.jobs().size(), 0);
}

void TestStarting::theLimitsAreSettings()
{
    WindowBench bench;
    pricesAre(bench, 0.5);
    bench.open();
    bench.window().showPage(u"settings"_s);
    bench.find<QSpinBox>(u"askAbovePictures"_s)->setValue(2);
    bench.find<QDoubleSpinBox>(u"askAboveDollars"_s)->setValue(10);
    QCOMPARE(bench.settings().toInt(Setting::AskAbovePictures), 2);
    QCOMPARE(bench.settings().toInt(Setting::AskAboveCents), 1000);
    bench.window().showPage(u"compare"_s);
    bench.waitForPrices();
    auto *generate = bench.find<QPushButton>(u"generateButton"_s);
    QTest::mouseClick(generate, Qt::LeftButton);
    QVERIFY(yes(bench)->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    bench.settings().set(Setting::AskAbovePictures, 3);
    QTest::mouseClick(generate, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 3);
}

/// It scrolls the form, and what passes under the pointer meanwhile keeps its value.
void TestStarting::theWheelChangesNothing()
{
    WindowBench bench;
    bench.open(QSize(1000, 600));
    bench.waitForPrices();
    bench.find<QPushButton>(u"advancedToggle"_s)->setChecked(true);
    const CompareForm before = bench.window().compare()->form();
    auto *bar = bench.find<QScrollArea>(u"formScroll"_s)->verticalScrollBar();
    for (const QString &name : {u"quality"_s, u"format"_s, u"pictures"_s, u"compression"_s}) {
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(0);
        auto *control = bench.find<QWidget>(name);
        control->setFocus();
        const QPointF middle = control->rect().center();
        QWheelEvent wheel(middle, control->mapToGlobal(middle), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        bar->setValue(0);
        QSpontaneKeyEvent::setSpontaneous(&wheel);
        qApp->notify(control, &wheel);
        QCOMPARE(bench.window().compare()->form(), before);
        QVERIFY2(bar->value() > 0, qPrintable(name));
    }
}

void TestStarting::asksBeforeItIsMadeAgain_data()
{
    QTest::addColumn<double>("price");
    QTest::addColumn<bool>("asks");
    QTest::newRow("little") << 0.3 << false;
    QTest::newRow("beyond a dollar") << 1.5 << true;
    QTest::newRow("unknown") << -1.0 << true;
}

/// A retry is one picture more, under the same limits.
void TestStarting::asksBeforeItIsMadeAgain()
{
    QFETCH(double, price);
    QFETCH(bool, asks);
    WindowBench bench;
    pricesAre(bench, price);
    bench.open();
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 3);
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"Busy."_s));
    auto *step = bench.find<QPushButton>(u"cell.1.0.state.step"_s);
    QTRY_VERIFY(step->isVisible());
    QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(yes(bench)->isVisible(), asks);
    QCOMPARE(bench.images.jobs().size(), asks ? 3 : 4);
    if (!asks) {
        return;
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!yes(bench)->isVisible());
    QCOMPARE(bench.images.jobs().size(), 3);
    QTest::mouseClick(step, Qt::LeftButton);
    bench.find<QSpinBox>(u"pictures"_s)->setValue(2); // about another wish
    bench.waitForPrices();
    QVERIFY(yes(bench)->isVisible());
    bench.clock.milliseconds += slipMilliseconds;
    QTest::mouseClick(yes(bench), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 4);
    QCOMPARE(bench.images.jobs().constLast().request, bench.images.jobs().constFirst().request);
    QVERIFY(!yes(bench)->isVisible());
}

void TestStarting::aHoldOnRetryCancelsNothing_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Space") << Qt::Key_Space;
    QTest::newRow("Enter") << Qt::Key_Return;
}

/// Cancel comes where the step was, and with it the keyboard.
void TestStarting::aHoldOnRetryCancelsNothing()
{
    QFETCH(Qt::Key, key);
    WindowBench bench;
    bench.open();
    bench.generate();
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"Busy."_s));
    auto *step = bench.find<QPushButton>(u"cell.1.0.state.step"_s);
    QTRY_VERIFY(step->isVisible());
    bench.clock.milliseconds += slipMilliseconds;
    step->setFocus();
    hold(bench, key, Qt::NoModifier, 660);
    QCOMPARE(bench.images.jobs().size(), 4);
    QVERIFY(bench.images.cancelled.isEmpty());
    auto *cancel = bench.find<QPushButton>(u"cell.1.0.footer.cancel"_s);
    QVERIFY(cancel->hasFocus());
    bench.clock.milliseconds += slipMilliseconds;
    QTest::keyClick(cancel, key);
    QCOMPARE(bench.images.cancelled.size(), 1);
}

QTEST_MAIN(TestStarting)
#include "test_starting.moc"
