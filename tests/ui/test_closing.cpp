// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/closingdialog.h"
#include "ui/compare/comparepage.h"

#include <QLabel>
#include <QPushButton>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Closing the window on pictures that are being made: what is paid for is not thrown away unasked.
class TestClosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void closesAtOnceWhereNothingRuns();
    void asksWhileSomethingRuns();
    void asksOnce();
    void stays_data();
    void stays();
    void closesNow();
    void closesWhenDone();
    void changesItsMindWhileWaiting();
    void saysWhenNothingIsLeft();

private:
    static void generate(WindowBench &bench)
    {
        bench.open();
        CompareForm form;
        form.prompt = u"a boat"_s;
        form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-poster"_s};
        bench.window().compare()->setForm(form);
        bench.generate();
        QCOMPARE(bench.images.waiting(), 2);
    }
    static QPushButton *button(const WindowBench &bench, const QString &name)
    {
        auto *found = bench.find<QPushButton>(name);
        return found && found->isVisible() ? found : nullptr;
    }
    static QString what(const WindowBench &bench)
    {
        const auto *label = bench.find<QLabel>(u"closingWhat"_s);
        return label ? label->text() : QString();
    }
};

void TestClosing::closesAtOnceWhereNothingRuns()
{
    WindowBench bench;
    generate(bench);
    bench.images.complete(0);
    bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    QVERIFY(bench.window().close());
    QVERIFY(!bench.find<ClosingDialog>(u"closingDialog"_s));
}

void TestClosing::asksWhileSomethingRuns()
{
    WindowBench bench;
    generate(bench);
    QVERIFY(!bench.window().close());
    QVERIFY(bench.window().isVisible());
    QVERIFY(bench.find<ClosingDialog>(u"closingDialog"_s)->isVisible());
    QVERIFY2(what(bench).contains(u'2'), qPrintable(what(bench)));
    bench.images.complete(0);
    QTRY_VERIFY(!what(bench).contains(u'2'));
    QVERIFY(bench.window().isVisible());
}

void TestClosing::asksOnce()
{
    WindowBench bench;
    generate(bench);
    QVERIFY(!bench.window().close());
    QVERIFY(!bench.window().close());
    QCOMPARE(bench.window().findChildren<ClosingDialog *>().size(), 1);
}

void TestClosing::stays_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("button") << false;
    QTest::newRow("Escape") << true;
}

void TestClosing::stays()
{
    QFETCH(bool, byKey);
    WindowBench bench;
    generate(bench);
    QVERIFY(!bench.window().close());
    if (byKey) {
        QTest::keyClick(bench.find<ClosingDialog>(u"closingDialog"_s), Qt::Key_Escape);
    } else {
        button(bench, u"closingStay"_s)->click();
    }
    QTRY_VERIFY(!bench.find<ClosingDialog>(u"closingDialog"_s));
    bench.images.completeAll();
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 0);
    QVERIFY(bench.window().isVisible());
    QVERIFY(bench.images.cancelled.isEmpty());
    QVERIFY(bench.window().close());
}

void TestClosing::closesNow()
{
    WindowBench bench;
    generate(bench);
    QVERIFY(!bench.window().close());
    button(bench, u"closingNow"_s)->click();
    QVERIFY(!bench.window().isVisible());
}

void TestClosing::closesWhenDone()
{
    WindowBench bench;
    generate(bench);
    QVERIFY(!bench.window().close());
    QTest::keyClick(bench.find<ClosingDialog>(u"closingDialog"_s), Qt::Key_Return); // it is what Enter does
    QVERIFY(bench.window().isVisible());
    QVERIFY(!button(bench, u"closingWhenDone"_s));
    bench.images.complete(0);
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 1);
    QVERIFY(bench.window().isVisible());
    bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    QTRY_VERIFY(!bench.window().isVisible());
}

void TestClosing::changesItsMindWhileWaiting()
{
    WindowBench bench;
    generate(bench);
    QVERIFY(!bench.window().close());
    button(bench, u"closingWhenDone"_s)->click();
    QTest::keyClick(bench.find<ClosingDialog>(u"closingDialog"_s), Qt::Key_Return); // pressed once too often
    QTRY_VERIFY(!bench.find<ClosingDialog>(u"closingDialog"_s));
    bench.images.completeAll();
    QTRY_COMPARE(bench.window().compare()->session().summary().underWay, 0);
    QVERIFY(bench.window().isVisible());
}

void TestClosing::saysWhenNothingIsLeft()
{
    WindowBench bench;
    generate(bench);
    QVERIFY(!bench.window().close());
    bench.images.completeAll();
    QTRY_VERIFY(!button(bench, u"closingWhenDone"_s));
    QVERIFY(bench.window().isVisible()); // whoever is reading decides
    QTest::keyClick(bench.find<ClosingDialog>(u"closingDialog"_s), Qt::Key_Return);
    QVERIFY(!bench.window().isVisible());
}

QTEST_MAIN(TestClosing)
#include "test_closing.moc"
