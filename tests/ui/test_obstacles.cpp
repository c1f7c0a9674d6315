// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/whendone.h"
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/modelchoice.h"
#include "ui/keys/providerkeys.h"
#include "ui/texts.h"

#include <QDialog>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What cannot work is said on the model's chip and in the price card before the click, and is not sent.
class TestObstacles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void modelsWithoutAKeyAreHeldBack();
    void longPromptsAreHeldBack();
    void anEmptyPromptIsNoModelsFault();
    void nothingIsLeftToSend();
    void failuresLeadToThePrompt();
    void theListPricesAsThePlansDo();

private:
    static void ready(WindowBench &bench, const QStringList &models, const QString &prompt = u"a boat"_s);
    static QString chip(WindowBench &bench, const QString &model);
};

namespace {

const QString painter = u"sketchbook-scene"_s;

} // namespace

void TestObstacles::ready(WindowBench &bench, const QStringList &models, const QString &prompt)
{
    bench.open();
    CompareForm form;
    form.prompt = prompt;
    form.models = models;
    bench.window().compare()->setForm(form);
    QTRY_VERIFY(bench.window().findChild<ProviderKeys *>()->isKnown());
    bench.waitForPrices();
}

QString TestObstacles::chip(WindowBench &bench, const QString &model)
{
    QStringList words;
    const QList<QLabel *> labels = bench.find<QWidget>(u"modelRow."_s + model)->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        words.append(label->text());
    }
    return words.join(u'|');
}

void TestObstacles::modelsWithoutAKeyAreHeldBack()
{
    WindowBench bench;
    ready(bench, {u"flux-2-pro"_s, painter, u"gpt-image-2"_s});
    QVERIFY2(chip(bench, u"flux-2-pro"_s).contains(u"needs a key"_s), qPrintable(chip(bench, u"flux-2-pro"_s)));
    QVERIFY(chip(bench, painter).contains(u"free"_s));
    QCOMPARE(bench.text(u"needKey.text"_s), u"2 of 3 need a key"_s);
    QCOMPARE(bench.text(u"priceTotal"_s), u"free"_s); // what is held back is not in the sum
    auto *generate = bench.find<QPushButton>(u"generateButton"_s);
    QVERIFY2(generate->text().contains(u'1'), qPrintable(generate->text()));
    QTest::mouseClick(generate, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 1);
    QCOMPARE(bench.images.jobs().constFirst().request.model, painter);
    QTest::mouseClick(bench.find<QPushButton>(u"needKey.action"_s), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QDialog>(u"keyDialog"_s));
    bench.find<QDialog>(u"keyDialog"_s)->reject();
    const QList<ProviderInfo> providers = bench.window().findChild<ProviderKeys *>()->providers();
    for (const ProviderInfo &provider : providers) {
        bench.keyring().set(provider.id, "sk-0123456789abcdef", KeySource::Session, &bench.window(),
                            [](const Status &) {});
    }
    bench.window().showPage(u"compare"_s);
    QTRY_VERIFY2(!bench.find<QLabel>(u"needKey.text"_s)->isVisible(), qPrintable(bench.text(u"needKey.text"_s)));
    QVERIFY(!chip(bench, u"gpt-image-2"_s).contains(u"needs a key"_s));
    bench.images.completeAll();
}

void TestObstacles::longPromptsAreHeldBack()
{
    WindowBench bench;
    QString model;
    int limit = std::numeric_limits<int>::max();
    for (const Model &it : bench.catalog.models()) {
        const Result<Resolution> found = bench.catalog.resolve(it.slug);
        if (it.slug != painter && found && !found->offers.isEmpty() && found->offers.constFirst().maxPromptLength > 0
            && found->offers.constFirst().maxPromptLength < limit) { // shorter than the painter's
            model = it.slug;
            limit = found->offers.constFirst().maxPromptLength;
        }
    }
    QVERIFY(!model.isEmpty());
    ready(bench, {model, painter}, QString(limit + 32, u'a'));
    QVERIFY2(chip(bench, model).contains(u"prompt too long"_s), qPrintable(chip(bench, model)));
    QVERIFY2(bench.text(u"promptTooLong.text"_s).contains(u"32"_s), qPrintable(bench.text(u"promptTooLong.text"_s)));
    const auto *letters = bench.find<QLabel>(u"promptLetters"_s);
    QVERIFY2(letters->text().startsWith(QLocale().toString(limit + 32)), qPrintable(letters->text()));
    QVERIFY2(letters->toolTip().contains(QLocale().toString(limit)), qPrintable(letters->toolTip()));
    QTest::mouseClick(bench.find<QPushButton>(u"promptTooLong.action"_s), Qt::LeftButton);
    const auto *prompt = bench.find<QPlainTextEdit>(u"promptEdit"_s);
    QVERIFY(prompt->hasFocus());
    QCOMPARE(prompt->textCursor().selectedText().size(), 32); // the rest is marked
    QVERIFY(prompt->textCursor().selectionEnd() == prompt->toPlainText().size());
    QTest::mouseClick(bench.find<QPushButton>(u"generateButton"_s), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 1);
    bench.images.completeAll();
}

void TestObstacles::anEmptyPromptIsNoModelsFault()
{
    WindowBench bench;
    ready(bench, {painter, u"sketchbook-poster"_s}, {});
    QVERIFY(!bench.find<QLabel>(u"notLikeThis.text"_s)->isVisible());
    QCOMPARE(bench.text(u"pictureCount"_s), u"2 pictures"_s);
    QVERIFY2(bench.text(u"promptLetters"_s).isEmpty(), "nobody counts letters far from a limit");
    QVERIFY(!bench.find<QPushButton>(u"generateButton"_s)->isEnabled());
}

void TestObstacles::nothingIsLeftToSend()
{
    WindowBench bench;
    ready(bench, {u"gpt-image-2"_s});
    auto *generate = bench.find<QPushButton>(u"generateButton"_s);
    QVERIFY(!generate->isEnabled());
    QVERIFY(!generate->toolTip().isEmpty());
    QTest::keyClick(bench.find<QPlainTextEdit>(u"promptEdit"_s), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.images.jobs().size(), 0);
}

void TestObstacles::failuresLeadToThePrompt()
{
    WindowBench bench;
    ready(bench, {painter});
    bench.generate();
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::ContentPolicy, u"No."_s));
    auto *step = bench.find<QPushButton>(u"cell.1.0.state.step"_s);
    QTRY_VERIFY(step->isVisible());
    QCOMPARE(step->text(), u"Edit prompt"_s);
    QTest::mouseClick(step, Qt::LeftButton);
    QVERIFY(bench.find<QPlainTextEdit>(u"promptEdit"_s)->hasFocus());
    QCOMPARE(bench.images.jobs().size(), 1);
}

/// A word nobody knows is refused before paying, so the list has no price for it either.
void TestObstacles::theListPricesAsThePlansDo()
{
    WindowBench bench;
    ready(bench, {painter});
    const ProviderKeys &keys = *bench.window().findChild<ProviderKeys *>();
    const auto priceOf = [&bench, &keys](const QString &quality) {
        Request request;
        request.prompt = u"a boat"_s;
        request.quality = quality;
        std::optional<ModelPrices> prices;
        QObject asker;
        whenDone(modelPrices(bench.catalog, keys, request), &asker,
                 [&prices](const ModelPrices &found) { prices = found; });
        return QTest::qWaitFor([&prices] { return prices && prices->contains(painter); })
            ? texts::price(prices->value(painter))
            : QString();
    };
    QCOMPARE(priceOf(u"high"_s), u"free"_s);
    QCOMPARE(priceOf(u"hgih"_s), u"price unknown"_s);
}

QTEST_MAIN(TestObstacles)
#include "test_obstacles.moc"
