// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/loratext.h"
#include "ui/compare/tuningoptions.h"
#include "ui/keys/providerkeys.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The parameters that many vendors share, in the window.
class TestWindowTuning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void optionsAreThoseOfTheOffers_data();
    void optionsAreThoseOfTheOffers();
    void lorasAreWrittenInALine_data();
    void lorasAreWrittenInALine();
    void controlsAreThereWhereAModelHasThem();
    void isAskedAndKept();
    void whatIsLeftOutIsTold();
    void whatCannotBeMeantIsNotSent();

private:
    static void ready(WindowBench &bench, const QStringList &models);
    static bool isShown(const WindowBench &bench, const QString &name)
    {
        return bench.find<QWidget>(name)->isVisibleTo(bench.find<QWidget>(name)->parentWidget());
    }
};

namespace {

const QString painter = u"sketchbook-scene"_s;
const QString tuned = u"black-forest-labs/flux-2-flex"_s; // steps, guidance, moderation, prompt_enhancement

Offer offerWith(const QString &name, const std::optional<NumberRange> &range, const QJsonObject &words = {})
{
    Offer offer;
    offer.fields.insert(name, name);
    if (range) {
        offer.wire.ranges.insert(name, *range);
    }
    if (!words.isEmpty()) {
        offer.wire.values.insert(name, words);
    }
    return offer;
}

} // namespace

void TestWindowTuning::ready(WindowBench &bench, const QStringList &models)
{
    bench.open();
    const QList<ProviderInfo> providers = bench.window().findChild<ProviderKeys *>()->providers();
    for (const ProviderInfo &provider : providers) {
        bench.keyring().set(provider.id, "sk-0123456789abcdef", KeySource::Session, &bench.window(),
                            [](const Status &) {});
    }
    QTRY_VERIFY(bench.window().findChild<ProviderKeys *>()->isUsable(u"black-forest-labs"_s));
    CompareForm form;
    form.prompt = u"a boat"_s;
    form.models = models;
    bench.window().compare()->setForm(form);
    bench.waitForPrices();
    bench.find<QPushButton>(u"advancedToggle"_s)->setChecked(true);
}

void TestWindowTuning::optionsAreThoseOfTheOffers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<Offer>>("offers");
    QTest::addColumn<bool>("offered");
    QTest::addColumn<QList<double>>("range");
    QTest::addColumn<QStringList>("words");
    using Range = NumberRange;
    const auto steps = u"steps"_s;
    QTest::newRow("nobody") << steps << QList<Offer> {Offer()} << false << QList<double>() << QStringList();
    QTest::newRow("one") << steps << QList<Offer> {Offer(), offerWith(steps, Range {1, 50})} << true
                         << QList<double> {1, 50} << QStringList();
    QTest::newRow("two") << steps << QList<Offer> {offerWith(steps, Range {15, 50}), offerWith(steps, Range {1, 4})}
                         << true << QList<double> {1, 50} << QStringList();
    QTest::newRow("not said") << steps << QList<Offer> {offerWith(steps, {})} << true << QList<double> {1, 500}
                              << QStringList();
    const auto filter = u"moderation"_s;
    const QJsonObject words {{u"auto"_s, true}, {u"low"_s, false}};
    QTest::newRow("words") << filter << QList<Offer> {offerWith(filter, {}, words)} << true << QList<double>()
                           << QStringList {u"auto"_s, u"low"_s};
    QTest::newRow("words and numbers") << filter
                                       << QList<Offer> {offerWith(filter, {}, words), offerWith(filter, Range {1, 5})}
                                       << true << QList<double> {1, 5} << QStringList();
}

void TestWindowTuning::optionsAreThoseOfTheOffers()
{
    QFETCH(QString, name);
    QFETCH(QList<Offer>, offers);
    const TuningOption option = tuningOption(offers, name);
    QTEST(option.isOffered, "offered");
    const QList<double> range =
        option.range ? QList<double> {option.range->least, option.range->most} : QList<double>();
    QTEST(range, "range");
    QTEST(option.words, "words");
}

void TestWindowTuning::lorasAreWrittenInALine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<Lora>>("loras");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << u" , "_s << QList<Lora>() << QString();
    QTest::newRow("a name") << u"owner/style"_s << QList<Lora> {{u"owner/style"_s, 1}} << u"owner/style"_s;
    QTest::newRow("weights") << u"a:0.8,b : -1"_s << QList<Lora> {{u"a"_s, 0.8}, {u"b"_s, -1}} << u"a:0.8, b:-1"_s;
    QTest::newRow("an address") << u"https://example.com/a"_s << QList<Lora> {{u"https://example.com/a"_s, 1}}
                                << u"https://example.com/a:1"_s;
    QTest::newRow("a number in the name") << u"civitai:5:1"_s << QList<Lora> {{u"civitai:5"_s, 1}} << u"civitai:5:1"_s;
}

void TestWindowTuning::lorasAreWrittenInALine()
{
    QFETCH(QString, text);
    Tuning tuning;
    QVERIFY(tuning.read(u"loras"_s, lorasFromText(text)));
    QTEST(tuning.loras, "loras");
    QTEST(lorasToText(tuning.loras), "shown");
    Tuning again;
    QVERIFY(again.read(u"loras"_s, lorasFromText(lorasToText(tuning.loras))));
    QCOMPARE(again.loras, tuning.loras);
}

void TestWindowTuning::controlsAreThereWhereAModelHasThem()
{
    WindowBench bench;
    ready(bench, {painter});
    for (const QString &name : {u"steps"_s, u"guidance"_s, u"moderation"_s, u"promptEnhancement"_s, u"loras"_s}) {
        QVERIFY2(!isShown(bench, name), qPrintable(name));
    }
    CompareForm form = bench.window().compare()->form();
    form.models = {painter, tuned};
    bench.window().compare()->setForm(form);
    for (const QString &name : {u"steps"_s, u"guidance"_s, u"moderation"_s, u"promptEnhancement"_s}) {
        QVERIFY2(isShown(bench, name), qPrintable(name));
        QVERIFY(!bench.find<QWidget>(name)->accessibleName().isEmpty());
    }
    QVERIFY(!isShown(bench, u"loras"_s));
    auto *steps = bench.find<QSpinBox>(u"steps"_s);
    QCOMPARE(steps->text(), steps->specialValueText());
    steps->setValue(steps->maximum());
    QCOMPARE(steps->value(), 50);
    form = bench.window().compare()->form();
    form.models = {painter};
    bench.window().compare()->setForm(form);
    QVERIFY2(isShown(bench, u"steps"_s), "what is asked is never hidden");
    QCOMPARE(bench.window().compare()->form().tuning.steps, 50);
}

void TestWindowTuning::isAskedAndKept()
{
    WindowBench bench;
    ready(bench, {tuned});
    auto *steps = bench.find<QSpinBox>(u"steps"_s);
    steps->setFocus();
    steps->selectAll();
    QTest::keyClicks(steps, u"28"_s);
    QTest::keyClick(steps, Qt::Key_Tab);
    QVERIFY(bench.find<QWidget>(u"guidance"_s)->hasFocus());
    bench.find<QDoubleSpinBox>(u"guidance"_s)->setValue(3.5);
    auto *filter = bench.find<QComboBox>(u"moderation"_s);
    filter->setCurrentIndex(filter->findData(u"4"_s));
    auto *rewriting = bench.find<QComboBox>(u"promptEnhancement"_s);
    rewriting->setCurrentIndex(rewriting->findData(u"false"_s));
    QVERIFY(bench.find<QPushButton>(u"advancedToggle"_s)->text().contains(u'4'));
    Tuning asked;
    asked.steps = 28;
    asked.guidance = 3.5;
    asked.moderation = u"4"_s;
    asked.promptEnhancement = false;
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 1);
    QCOMPARE(bench.images.jobs().constFirst().request.tuning, asked);
    bench.images.completeAll();
    bench.open(); // as after a start of the program
    QCOMPARE(bench.window().compare()->form().tuning, asked);
    QCOMPARE(bench.find<QSpinBox>(u"steps"_s)->value(), 28);
}

void TestWindowTuning::whatIsLeftOutIsTold()
{
    WindowBench bench;
    ready(bench, {painter, tuned});
    QVERIFY(!bench.find<QLabel>(u"leftOut.text"_s)->isVisible());
    bench.find<QSpinBox>(u"steps"_s)->setValue(20);
    bench.waitForPrices();
    QVERIFY(bench.find<QLabel>(u"leftOut.text"_s)->isVisible());
    QVERIFY(bench.find<QLabel>(u"leftOut.text"_s)->text().contains(u"Steps (1 of 2)"_s));
    QVERIFY(bench.find<QWidget>(u"modelRow."_s + painter)->accessibleDescription().startsWith(u"Steps: 20 asked"_s));
    QVERIFY(bench.find<QWidget>(u"modelRow."_s + tuned)->accessibleDescription().isEmpty());
    QVERIFY2(bench.find<QPushButton>(u"generateButton"_s)->isEnabled(), "it is no obstacle");
}

void TestWindowTuning::whatCannotBeMeantIsNotSent()
{
    WindowBench bench;
    ready(bench, {u"together/flux-2-dev"_s});
    auto *loras = bench.find<QLineEdit>(u"loras"_s);
    QVERIFY(isShown(bench, u"loras"_s));
    auto *generate = bench.find<QPushButton>(u"generateButton"_s);
    loras->setText(u"owner/style:40"_s);
    bench.waitForPrices();
    QVERIFY(!generate->isEnabled());
    QVERIFY(!generate->toolTip().isEmpty());
    loras->setText(u"owner/style:0.4"_s);
    bench.waitForPrices();
    QVERIFY(generate->isEnabled());
    QCOMPARE(bench.window().compare()->form().tuning.loras, (QList<Lora> {{u"owner/style"_s, 0.4}}));
}

QTEST_MAIN(TestWindowTuning)
#include "test_windowtuning.moc"
