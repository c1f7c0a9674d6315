// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routingfile.h"
#include "tests/ui/windowbench.h"
#include "ui/settings/routingtexts.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The editor of the routing rules on the Settings page.
class TestRoutingGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void aRuleIsAddedTypedAndKept();
    void whatCannotBeMeantIsSaidAtItsField_data();
    void whatCannotBeMeantIsSaidAtItsField();
    void anOrderWaitsForItsProviders();
    void rulesMoveAndGoByKeyboard();
    void providersHaveMarksAndLimits();
    void theExampleFollowsTheRules();
    void theFileIsFollowed();
    void aFaultyFileIsToldAndKept();
    void everyControlSaysItsName();
    void theChosenOfferSaysWhy();

private:
    static void open(WindowBench &bench)
    {
        bench.open();
        bench.window().showPage(u"settings"_s);
    }
    static void type(WindowBench &bench, const QString &name, const QString &text)
    {
        auto *edit = bench.find<QLineEdit>(name);
        QVERIFY2(edit, qPrintable(name));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text.isEmpty() ? u" "_s : text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    static void press(WindowBench &bench, const QString &name)
    {
        auto *button = bench.find<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    static void choose(WindowBench &bench, const QString &name, RoutingOrder order)
    {
        auto *box = bench.find<QComboBox>(name);
        QVERIFY2(box, qPrintable(name));
        box->setCurrentIndex(box->findData(static_cast<int>(order)));
        Q_EMIT box->activated(box->currentIndex());
    }
    static QList<RoutingRule> rules(WindowBench &bench) { return bench.routing->rules().rules; }
    static QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : u""_s; }
};

void TestRoutingGroup::texts_data()
{
    QTest::addColumn<QString>("weights");
    QTest::addColumn<bool>("good");
    QTest::newRow("empty") << u""_s << true;
    QTest::newRow("two") << u"fal 2, openai 0.5"_s << true;
    QTest::newRow("no number") << u"fal"_s << false;
    QTest::newRow("nothing") << u"fal 0"_s << false;
    QTest::newRow("misspelt") << u"fla 2"_s << false;
    QTest::newRow("no number at all") << u"fal nan"_s << false;
}

void TestRoutingGroup::texts()
{
    QFETCH(QString, weights);
    QFETCH(bool, good);
    const auto typed = routingtexts::weights(weights, {u"fal"_s, u"openai"_s});
    QCOMPARE(typed.problem.isEmpty(), good);
    if (good) {
        QCOMPARE(routingtexts::text(typed.value), weights);
    }
}

void TestRoutingGroup::aRuleIsAddedTypedAndKept()
{
    WindowBench bench;
    open(bench);
    press(bench, u"routing.add"_s);
    QCOMPARE(rules(bench).size(), 1);
    QCOMPARE(focused(), u"routing.0.models"_s);
    type(bench, u"routing.0.models"_s, u"flux*"_s);
    choose(bench, u"routing.0.order"_s, RoutingOrder::Fastest);
    type(bench, u"routing.0.max_price"_s, u"0.05"_s);
    type(bench, u"routing.0.max_seconds"_s, u"2.5"_s);
    type(bench, u"routing.0.ignore"_s, u"fal, replicate"_s);
    type(bench, u"routing.0.marks"_s, u"trusted"_s);
    type(bench, u"routing.0.fallbacks"_s, u"seedream-4.5"_s);
    press(bench, u"routing.0.fallback_after_refusal"_s);
    const RoutingRule expected {.models = u"flux*"_s,
                                .order = RoutingOrder::Fastest,
                                .maxPrice = Money::fromMicros(50'000),
                                .maxTime = std::chrono::milliseconds(2500),
                                .ignore = QStringList {u"fal"_s, u"replicate"_s},
                                .marks = QStringList {u"trusted"_s},
                                .fallbacks = QStringList {u"seedream-4.5"_s},
                                .fallbackAfterRefusal = true};
    QCOMPARE(rules(bench), QList<RoutingRule> {expected});
    type(bench, u"routing.0.ignore"_s, {});
    QVERIFY(!rules(bench).first().ignore); // an empty field says nothing
    open(bench);
    QCOMPARE(bench.find<QLineEdit>(u"routing.0.models"_s)->text(), u"flux*"_s);
    QCOMPARE(bench.find<QLineEdit>(u"routing.0.max_price"_s)->text(), u"0.05"_s);
}

void TestRoutingGroup::whatCannotBeMeantIsSaidAtItsField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("misspelt provider") << u"ignore"_s << u"fla"_s;
    QTest::newRow("no price") << u"max_price"_s << u"cheap"_s;
    QTest::newRow("negative price") << u"max_price"_s << u"-1"_s;
    QTest::newRow("more than the file takes") << u"max_price"_s << u"2000000"_s;
    QTest::newRow("no time") << u"max_seconds"_s << u"soon"_s;
    QTest::newRow("no such model") << u"fallbacks"_s << u"no-such-model-anywhere"_s;
    QTest::newRow("no models") << u"models"_s << u""_s;
}

void TestRoutingGroup::whatCannotBeMeantIsSaidAtItsField()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    WindowBench bench;
    open(bench);
    press(bench, u"routing.add"_s);
    const QList<RoutingRule> before = rules(bench);
    const QString name = u"routing.0."_s + field;
    type(bench, name, text);
    auto *problem = bench.find<QLabel>(name + u".problem"_s);
    QVERIFY(problem->isVisible() && !problem->text().isEmpty());
    QCOMPARE(bench.find<QLineEdit>(name)->accessibleDescription(), problem->text());
    QCOMPARE(rules(bench), before);
    type(bench, name, field == "models"_L1 ? u"*"_s : QString());
    QVERIFY(!problem->isVisible());
}

void TestRoutingGroup::anOrderWaitsForItsProviders()
{
    WindowBench bench;
    open(bench);
    press(bench, u"routing.add"_s);
    QVERIFY(!bench.find<QLineEdit>(u"routing.0.providers"_s)->isVisible());
    choose(bench, u"routing.0.order"_s, RoutingOrder::Fixed);
    QVERIFY(bench.find<QLineEdit>(u"routing.0.providers"_s)->isVisible());
    QVERIFY(bench.find<QLabel>(u"routing.0.providers.problem"_s)->isVisible());
    QVERIFY(!rules(bench).first().order); // a fixed order of nobody is not written
    type(bench, u"routing.0.providers"_s, u"replicate, fal"_s);
    QCOMPARE(*rules(bench).first().order, RoutingOrder::Fixed);
    QCOMPARE(rules(bench).first().providers, QStringList({u"replicate"_s, u"fal"_s}));
    choose(bench, u"routing.0.order"_s, RoutingOrder::Weights);
    type(bench, u"routing.0.weights"_s, u"fal 2"_s);
    QCOMPARE(rules(bench).first().weights, (QMap<QString, double> {{u"fal"_s, 2}}));
    QVERIFY(rules(bench).first().providers.isEmpty());
    QVERIFY(bench.routing->rules().faults.isEmpty());
}

void TestRoutingGroup::rulesMoveAndGoByKeyboard()
{
    WindowBench bench;
    open(bench);
    press(bench, u"routing.add"_s);
    type(bench, u"routing.0.models"_s, u"a*"_s);
    press(bench, u"routing.add"_s);
    type(bench, u"routing.1.models"_s, u"b*"_s);
    press(bench, u"routing.1.up"_s);
    QCOMPARE(rules(bench).first().models, u"b*"_s);
    QCOMPARE(focused(), u"routing.0.up"_s);
    press(bench, u"routing.0.remove"_s);
    QCOMPARE(rules(bench).size(), 1);
    QCOMPARE(focused(), u"routing.0.remove"_s);
    press(bench, u"routing.0.remove"_s);
    QVERIFY(rules(bench).isEmpty());
    QCOMPARE(focused(), u"routing.add"_s);
}

void TestRoutingGroup::providersHaveMarksAndLimits()
{
    WindowBench bench;
    open(bench);
    type(bench, u"routing.marks"_s, u"fal: trusted, fast; replicate: no client work"_s);
    type(bench, u"routing.max_at_once"_s, u"fal 4"_s);
    QCOMPARE(bench.routing->rules().marks.value(u"fal"_s), QStringList({u"trusted"_s, u"fast"_s}));
    QCOMPARE(bench.routing->rules().marks.value(u"replicate"_s), QStringList {u"no client work"_s});
    QCOMPARE(bench.routing->rules().maxAtOnce.value(u"fal"_s), 4);
    type(bench, u"routing.max_at_once"_s, u"fal many"_s);
    QVERIFY(bench.find<QLabel>(u"routing.max_at_once.problem"_s)->isVisible());
    QCOMPARE(bench.routing->rules().maxAtOnce.value(u"fal"_s), 4);
    type(bench, u"routing.marks"_s, u"fal: fast"_s); // which is written, and the other field waits
    QCOMPARE(bench.routing->rules().marks.value(u"fal"_s), QStringList {u"fast"_s});
    QCOMPARE(bench.find<QLineEdit>(u"routing.max_at_once"_s)->text(), u"fal many"_s);
}

void TestRoutingGroup::theExampleFollowsTheRules()
{
    WindowBench bench;
    open(bench);
    press(bench, u"routing.add"_s);
    type(bench, u"routing.example.model"_s, u"flux-2-pro"_s);
    const auto answer = [&bench] { return bench.text(u"routing.example.answer"_s); };
    choose(bench, u"routing.0.order"_s, RoutingOrder::Fixed);
    type(bench, u"routing.0.providers"_s, u"replicate"_s);
    QTRY_VERIFY(answer().startsWith(u"1. Replicate"_s));
    type(bench, u"routing.0.ignore"_s, u"replicate"_s);
    QTRY_VERIFY(answer().startsWith(u"1. "_s) && !answer().startsWith(u"1. Replicate"_s));
    QTRY_VERIFY(answer().contains(u"Left out: Replicate"_s));
    type(bench, u"routing.example.model"_s, u"no-such-model-anywhere"_s);
    QTRY_VERIFY(bench.find<QLabel>(u"routing.example.model.problem"_s)->isVisible());
    type(bench, u"routing.example.size"_s, u"large"_s);
    QVERIFY(bench.find<QLabel>(u"routing.example.size.problem"_s)->isVisible());
}

void TestRoutingGroup::theFileIsFollowed()
{
    WindowBench bench;
    open(bench);
    QFile file(bench.routing->path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"rules": [{"models": "gpt*", "order": "local_first"}], "_note": "mine"})");
    file.close();
    QTRY_VERIFY(bench.find<QLineEdit>(u"routing.0.models"_s));
    QCOMPARE(bench.find<QLineEdit>(u"routing.0.models"_s)->text(), u"gpt*"_s);
    type(bench, u"routing.0.ignore"_s, u"fal"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("mine"));
}

void TestRoutingGroup::aFaultyFileIsToldAndKept()
{
    WindowBench bench;
    QFile file(bench.routing->path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"rules\": [{\"models\": \"*\",\n\"ignroe\": [\"fal\"]}]}");
    file.close();
    QTRY_VERIFY(!bench.routing->rules().faults.isEmpty());
    open(bench);
    auto *banner = bench.find<Banner>(u"routing.faults"_s);
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"ignroe"_s), qPrintable(banner->text()));
    QVERIFY(!bench.find<QPushButton>(u"routing.add"_s)->isEnabled());
    Q_EMIT banner->actionTriggered();
    QTRY_VERIFY(!banner->isVisible());
    QVERIFY(bench.find<QPushButton>(u"routing.add"_s)->isEnabled());
    QCOMPARE(QDir(bench.folder.path()).entryList({u"routing.json.damaged-*"_s}).size(), 1);
}

void TestRoutingGroup::everyControlSaysItsName()
{
    WindowBench bench;
    open(bench);
    press(bench, u"routing.add"_s);
    const QList<QWidget *> all = bench.find<QWidget>(u"routing.0"_s)->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool isControl = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QComboBox *>(widget);
        if (isControl) {
            QVERIFY(!widget->objectName().isEmpty());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
}

/// In Compare, at the chip of a model.
void TestRoutingGroup::theChosenOfferSaysWhy()
{
    WindowBench bench;
    RoutingRules rules;
    rules.rules = {{.models = u"*"_s, .order = RoutingOrder::Fixed, .providers = {u"replicate"_s}}};
    QVERIFY(bench.routing->write(rules).ok());
    bench.open();
    bench.waitForPrices();
    const QList<QWidget *> all = bench.window().findChildren<QWidget *>();
    const auto isExplained = [](const QWidget *widget) {
        return widget->objectName().startsWith("modelPrice."_L1) && !widget->toolTip().isEmpty()
            && widget->accessibleDescription().contains(u'\n');
    };
    QVERIFY(std::any_of(all.begin(), all.end(), isExplained));
}

QTEST_MAIN(TestRoutingGroup)
#include "test_routinggroup.moc"
