// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"

#include <QComboBox>
#include <QPushButton>
#include <QScreen>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// On the smallest screens people have: 1280 × 720 is what 1920 × 1080 at 150 % leaves.
class TestSmallScreen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstWindowFits();
    void generateIsAlwaysInside_data();
    void generateIsAlwaysInside();
};

void TestSmallScreen::theFirstWindowFits()
{
    WindowBench bench;
    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    QCOMPARE(room.size(), QSize(1280, 720));
    bench.open({});
    QVERIFY2(room.contains(bench.window().frameGeometry()),
             qPrintable(QString::number(bench.window().frameGeometry().bottom())));
    QVERIFY(bench.window().height() > 600);
}

void TestSmallScreen::generateIsAlwaysInside_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("least") << QSize(860, 480);
    QTest::newRow("first") << QSize(1276, 680);
}

/// With everything the form can show, and a question about its price.
void TestSmallScreen::generateIsAlwaysInside()
{
    QFETCH(QSize, size);
    WindowBench bench;
    bench.images.prices.insert(u"sketchbook-scene"_s, Money::unknown());
    MainWindow &window = bench.open(size);
    QCOMPARE(window.size(), size);
    bench.find<QAbstractButton>(u"negativePromptToggle"_s)->click();
    bench.find<QComboBox>(u"format"_s)->setCurrentText(u"WebP"_s);
    bench.waitForPrices();
    auto *generate = bench.find<QPushButton>(u"generateButton"_s);
    const auto isInside = [&window](QWidget *widget) {
        return widget->isVisible() && window.rect().contains({widget->mapTo(&window, QPoint()), widget->size()});
    };
    QCoreApplication::processEvents();
    QVERIFY(isInside(generate));
    QTest::mouseClick(generate, Qt::LeftButton);
    QCoreApplication::processEvents();
    QVERIFY(isInside(generate));
    QTRY_VERIFY(isInside(bench.find<QPushButton>(u"startYes"_s)));
}

int main(int argc, char **argv)
{
    if (qgetenv("QT_QPA_PLATFORM") == "offscreen") {
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" LIGHTWELL_TEST_SCREEN);
    }
    QApplication application(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    TestSmallScreen test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_smallscreen.moc"
