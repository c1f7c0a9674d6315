// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"

#include <QAction>
#include <QLabel>
#include <QMenu>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The order of the providers on the Settings page.
class TestProviderOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsEmptyAndTakesProviders();
    void rowsMoveByKeyboard();
    void rowsGo();
    void tabWalksTheRowsInOrder();
    void keepsProvidersNobodyKnows();
    void isKept();

private:
    static void open(WindowBench &bench, const QStringList &order);
    static QStringList order(WindowBench &bench) { return bench.settings().toStringList(Setting::ProviderOrder); }
    static QWidget *button(WindowBench &bench, const QString &provider, const QString &part)
    {
        return bench.find<QWidget>(u"providerOrder."_s + provider + u'.' + part);
    }
    static QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : u""_s; }
};

void TestProviderOrder::open(WindowBench &bench, const QStringList &order)
{
    bench.settings().set(Setting::ProviderOrder, order);
    bench.open();
    bench.window().showPage(u"settings"_s);
}

void TestProviderOrder::startsEmptyAndTakesProviders()
{
    WindowBench bench;
    open(bench, {});
    auto *add = bench.find<QAbstractButton>(u"providerOrderAdd"_s);
    QVERIFY(!bench.find<QWidget>(u"providerOrder"_s)->isVisible());
    const auto offered = [&] {
        add->setFocus();
        QTest::keyClick(add, Qt::Key_Space);
        return bench.find<QMenu>(u"providerOrderMenu"_s);
    };
    QMenu *menu = offered();
    QVERIFY(menu && menu->isVisible());
    QVERIFY2(!menu->findChild<QAction *>(u"providerOrderMenu.sketchbook"_s), "nobody else offers its models");
    const auto all = menu->actions().size();
    menu->findChild<QAction *>(u"providerOrderMenu.replicate"_s)->trigger();
    QCOMPARE(order(bench), QStringList {u"replicate"_s});
    delete menu;
    menu = offered();
    QVERIFY(menu && !menu->findChild<QAction *>(u"providerOrderMenu.replicate"_s));
    QCOMPARE(menu->actions().size(), all - 1);
    menu->findChild<QAction *>(u"providerOrderMenu.fal"_s)->trigger();
    QCOMPARE(order(bench), (QStringList {u"replicate"_s, u"fal"_s}));
    QVERIFY(button(bench, u"fal"_s, u"up"_s)->isVisible());
    QVERIFY(button(bench, u"fal"_s, u"up"_s)->accessibleName().contains(u"fal.ai, place 2 of 2"_s));
}

void TestProviderOrder::rowsMoveByKeyboard()
{
    WindowBench bench;
    open(bench, {u"fal"_s, u"replicate"_s, u"openai"_s});
    QVERIFY(!button(bench, u"fal"_s, u"up"_s)->isEnabled());
    QVERIFY(!button(bench, u"openai"_s, u"down"_s)->isEnabled());
    button(bench, u"openai"_s, u"up"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(order(bench), (QStringList {u"fal"_s, u"openai"_s, u"replicate"_s}));
    QCOMPARE(focused(), u"providerOrder.openai.up"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(order(bench), (QStringList {u"openai"_s, u"fal"_s, u"replicate"_s}));
    QCOMPARE(focused(), u"providerOrder.openai.down"_s);
    QTest::mouseClick(button(bench, u"fal"_s, u"down"_s), Qt::LeftButton);
    QTRY_COMPARE(order(bench), (QStringList {u"openai"_s, u"replicate"_s, u"fal"_s}));
}

void TestProviderOrder::rowsGo()
{
    WindowBench bench;
    open(bench, {u"fal"_s, u"replicate"_s});
    button(bench, u"fal"_s, u"remove"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(order(bench), QStringList {u"replicate"_s});
    QCOMPARE(focused(), u"providerOrder.replicate.remove"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(order(bench), QStringList());
    QCOMPARE(focused(), u"providerOrderAdd"_s);
    QVERIFY(!bench.find<QWidget>(u"providerOrder"_s)->isVisible());
}

void TestProviderOrder::tabWalksTheRowsInOrder()
{
    WindowBench bench;
    open(bench, {u"fal"_s, u"replicate"_s});
    QTest::mouseClick(button(bench, u"fal"_s, u"down"_s), Qt::LeftButton);
    QTRY_COMPARE(order(bench), (QStringList {u"replicate"_s, u"fal"_s}));
    bench.find<QWidget>(u"pictureLimit"_s)->setFocus(); // the last before them
    const QStringList expected {u"providerOrder.replicate.down"_s,
                                u"providerOrder.replicate.remove"_s,
                                u"providerOrder.fal.up"_s,
                                u"providerOrder.fal.remove"_s,
                                u"providerOrderAdd"_s,
                                u"routing.add"_s};
    for (const QString &name : expected) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(focused(), name);
    }
}

void TestProviderOrder::keepsProvidersNobodyKnows()
{
    WindowBench bench;
    open(bench, {u"later"_s, u"fal"_s, u"fal"_s});
    QVERIFY(bench.find<QWidget>(u"providerOrder.later"_s)->accessibleName().startsWith(u"later, place 1 of 2"_s));
    QTest::mouseClick(button(bench, u"fal"_s, u"up"_s), Qt::LeftButton);
    QTRY_COMPARE(order(bench), (QStringList {u"fal"_s, u"later"_s}));
}

void TestProviderOrder::isKept()
{
    WindowBench bench;
    open(bench, {u"fal"_s, u"replicate"_s});
    QTest::mouseClick(button(bench, u"fal"_s, u"down"_s), Qt::LeftButton);
    QTRY_COMPARE(order(bench).constFirst(), u"replicate"_s);
    bench.open();
    bench.window().showPage(u"settings"_s);
    QVERIFY(bench.find<QWidget>(u"providerOrder.replicate"_s)->accessibleName().contains(u"place 1 of 2"_s));
    QCOMPARE(Settings(bench.folder.filePath(u"settings.ini"_s)).toStringList(Setting::ProviderOrder),
             (QStringList {u"replicate"_s, u"fal"_s}));
}

QTEST_MAIN(TestProviderOrder)
#include "test_providerorder.moc"
