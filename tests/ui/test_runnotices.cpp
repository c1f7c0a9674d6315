// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The desktop hears that a run has ended, when nobody looks.
class TestRunNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsOnceWhenAllHaveEnded();
    void keepsQuietInFront();
    void canBeSwitchedOff();
    void whatWasStoppedIsNoNews();
    void aPressBringsTheWindow();

private:
    static void start(WindowBench &bench);
    static void lookAway(WindowBench &bench, QWidget &other);
};

void TestRunNotices::start(WindowBench &bench)
{
    bench.open();
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 3);
}

void TestRunNotices::lookAway(WindowBench &bench, QWidget &other)
{
    other.show();
    other.activateWindow();
    QTRY_VERIFY(!bench.window().isActiveWindow());
}

void TestRunNotices::tellsOnceWhenAllHaveEnded()
{
    WindowBench bench;
    bench.images.prices.insert(u"sketchbook-scene"_s, Money::fromDollars(0.03));
    start(bench);
    QWidget other;
    lookAway(bench, other);
    bench.images.complete(0);
    bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"err-17"_s));
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 1);
    QVERIFY(bench.notifier.messages.isEmpty());
    bench.images.complete(2);
    QTRY_COMPARE(bench.notifier.messages.size(), 1);
    const FakeNotifier::Message &told = bench.notifier.messages.constFirst();
    QVERIFY2(told.title.contains(u'2') && told.title.contains(u'3'), qPrintable(told.title));
    QVERIFY2(told.text.contains(u"$0.03"_s), qPrintable(told.text));
    QVERIFY2(!QString(told.title + told.text).contains(u"lighthouse"_s, Qt::CaseInsensitive), "others see the screen");
}

void TestRunNotices::keepsQuietInFront()
{
    WindowBench bench;
    start(bench);
    QVERIFY(bench.window().isActiveWindow());
    bench.images.completeAll();
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 0);
    QVERIFY(bench.notifier.messages.isEmpty());
}

void TestRunNotices::canBeSwitchedOff()
{
    WindowBench bench;
    start(bench);
    bench.window().showPage(u"settings"_s);
    auto *toggle = bench.find<QAbstractButton>(u"notifyWhenDone"_s);
    QVERIFY(toggle && toggle->isChecked());
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(!bench.settings().toBool(Setting::NotifyWhenDone));
    QWidget other;
    lookAway(bench, other);
    bench.images.completeAll();
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 0);
    QVERIFY(bench.notifier.messages.isEmpty());
}

void TestRunNotices::whatWasStoppedIsNoNews()
{
    WindowBench bench;
    start(bench);
    QWidget other;
    lookAway(bench, other);
    bench.window().compare()->session().cancelAll();
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 0);
    QVERIFY(bench.notifier.messages.isEmpty());
}

void TestRunNotices::aPressBringsTheWindow()
{
    WindowBench bench;
    start(bench);
    QWidget other;
    lookAway(bench, other);
    bench.images.completeAll();
    QTRY_COMPARE(bench.notifier.messages.size(), 1);
    bench.notifier.messages.constFirst().onOpened();
    QTRY_VERIFY(bench.window().isActiveWindow());
    bench.close();
    bench.notifier.messages.constFirst().onOpened(); // a press that comes too late
}

QTEST_MAIN(TestRunNotices)
#include "test_runnotices.moc"
