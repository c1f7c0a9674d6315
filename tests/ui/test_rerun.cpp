// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/media/claims.h"
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/pictureview.h"
#include "ui/keys/providerkeys.h"

#include <QListView>
#include <QMenu>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What can be done anew with a run that is there: its recipes in the form, one model more, cells taken off the page.
class TestRerun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recallFillsTheForm_data();
    void recallFillsTheForm();
    void theFormIsFilledAlikeWhoeverTells_data();
    void theFormIsFilledAlikeWhoeverTells();
    void referencesStayUnlessNoneWentIn();
    void whatWasMadeOfAPictureHasNoWholeRecipe();
    void editTakesThePromptOfTheCell();
    void oneModelMoreIsAskedAbout();
    void freeOnesStartAtOnce();
    void thePlaceIsThereWhereOneIsLeft();
    void theSameModelIsNotPaidTwice();
    void anAddedModelIsThereAfterARestart();
    void deleteTakesOffThePage();
    void theLastCellTakesItsRunAlong();
    void deleteCancelsWhatRuns();
    void takenOffStaysOff();

private:
    static void start(WindowBench &bench, const QStringList &models, int pictures = 1);
    static CompareSession &session(WindowBench &bench) { return bench.window().compare()->session(); }
    static QAbstractButton *place(WindowBench &bench) { return bench.find<QAbstractButton>(u"run.1.add"_s); }
    static void choose(WindowBench &bench, const QString &model);
    static CompareForm form(WindowBench &bench) { return bench.window().compare()->form(); }
};

namespace {

const QString scene = u"sketchbook-scene"_s;
const QString pattern = u"sketchbook-pattern"_s;
const QString poster = u"sketchbook-poster"_s;

} // namespace

void TestRerun::start(WindowBench &bench, const QStringList &models, int pictures)
{
    bench.open();
    auto *keys = bench.window().findChild<ProviderKeys *>();
    for (const QString &model : models) {
        for (const Offer &offer : bench.catalog.find(model)->offers) {
            bench.keyring().set(offer.provider, "sk-test-0000", KeySource::Session, keys, [](const Status &) {});
            QTRY_VERIFY(keys->isUsable(offer.provider));
        }
    }
    CompareForm form = bench.window().compare()->form();
    form.prompt = u"a red fox"_s;
    form.models = models;
    form.pictures = pictures;
    form.seed = 4711;
    form.size = {};
    form.size.ratio = AspectRatio {3, 2};
    form.negativePrompt = u"people"_s;
    bench.window().compare()->setForm(form);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), models.size() * pictures);
    bench.images.completeAll();
    QTRY_COMPARE(session(bench).summary().underWay, 0);
    bench.clock.milliseconds += slipMilliseconds;
}

void TestRerun::recallFillsTheForm_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<bool>("prompt");
    QTest::addColumn<bool>("settings"); ///< and the model
    QTest::addColumn<qint64>("seed"); ///< 0: none
    QTest::newRow("all") << u"all"_s << true << true << qint64(4711);
    QTest::newRow("all but the seed") << u"allButSeed"_s << true << true << qint64(0);
    QTest::newRow("prompt") << u"prompt"_s << true << false << qint64(9);
    QTest::newRow("seed") << u"seed"_s << false << false << qint64(4711);
}

void TestRerun::recallFillsTheForm()
{
    QFETCH(QString, entry);
    QFETCH(bool, prompt);
    QFETCH(bool, settings);
    QFETCH(qint64, seed);
    WindowBench bench;
    start(bench, {scene, pattern});
    CompareForm other;
    other.prompt = u"another thing"_s;
    other.models = QStringList {poster};
    other.size.ratio = AspectRatio {1, 1};
    other.seed = 9;
    other.project = u"Brand"_s;
    bench.window().compare()->setForm(other);
    QTest::mouseClick(bench.find<QAbstractButton>(u"cell.1.0.footer.more"_s), Qt::LeftButton);
    auto *menu = bench.find<QMenu>(u"cellMenu"_s);
    auto *action = menu->findChild<QAction *>(u"cellMenu.recall."_s + entry);
    QVERIFY(action);
    action->trigger();
    const CompareForm filled = form(bench);
    QCOMPARE(filled.prompt, prompt ? u"a red fox"_s : other.prompt);
    QCOMPARE(filled.models, settings ? QStringList {scene} : other.models);
    QCOMPARE(filled.size.ratio, settings ? (AspectRatio {3, 2}) : (AspectRatio {1, 1}));
    QCOMPARE(filled.negativePrompt, prompt ? u"people"_s : QString());
    QCOMPARE(filled.seed.value_or(0), seed);
    QVERIFY2(filled.project == other.project, "what it is for is the form's own");
    QCOMPARE(bench.images.jobs().size(), 2);
    if (entry != "seed"_L1) {
        auto *undo = bench.find<QPushButton>(u"toast.action"_s);
        QTRY_VERIFY(undo->isVisible());
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(form(bench).prompt, other.prompt);
        QCOMPARE(form(bench).models, other.models);
    }
    delete menu;
}

void TestRerun::theFormIsFilledAlikeWhoeverTells_data()
{
    QTest::addColumn<Recall>("what");
    QTest::newRow("all") << Recall::All;
    QTest::newRow("all but the seed") << Recall::AllButSeed;
    QTest::newRow("prompt") << Recall::Prompt;
    QTest::newRow("seed") << Recall::Seed;
}

/// A run's cell, the gallery's request and the picture's own file: what all of them know gives one form.
void TestRerun::theFormIsFilledAlikeWhoeverTells()
{
    QFETCH(Recall, what);
    const Catalog catalog = Catalog::builtIn();
    CompareForm before;
    before.prompt = u"before"_s;
    before.models = QStringList {poster};
    before.seed = 9;
    before.quality = u"high"_s;
    before.project = u"Brand"_s;
    before.previews = 2;
    before.size.ratio = AspectRatio {1, 1};
    CompareCell cell;
    cell.model = scene;
    cell.request.model = u"sketchbook/"_s + scene; // as another provider of the model is named
    cell.request.prompt = u"a red fox"_s;
    cell.request.negativePrompt = u"people"_s;
    cell.request.size.pixels = QSize(640, 480);
    cell.request.fit = Fit::Crop;
    cell.request.seed = 4711;
    cell.request.tuning.steps = 20;
    PictureClaims claims;
    claims.recipe.emplace();
    claims.recipe->prompt = cell.request.prompt;
    claims.recipe->negativePrompt = cell.request.negativePrompt;
    claims.recipe->model = scene;
    claims.recipe->seed = u"4711"_s;
    claims.recipe->size = QSize(640, 480);
    claims.recipe->tuning.steps = 20;
    const Recalled ofCell = recalled(before, recipeOf(cell), what, catalog);
    const Recalled ofRequest = recalled(before, recipeOf(cell.request, 4711), what, catalog);
    const Recalled ofFile = recalled(before, *recipeOf(claims), what, catalog);
    QCOMPARE(ofRequest.form, ofCell.form);
    QCOMPARE(ofFile.form, ofCell.form);
    QVERIFY(ofCell.unknownModel.isEmpty() && ofRequest.unknownModel.isEmpty() && ofFile.unknownModel.isEmpty());
    const bool isAll = what == Recall::All || what == Recall::AllButSeed;
    QCOMPARE(ofCell.form.models, QStringList {isAll ? scene : poster});
    QCOMPARE(ofCell.form.prompt, what == Recall::Seed ? before.prompt : cell.request.prompt);
    QCOMPARE(ofCell.form.seed.value_or(0), what == Recall::AllButSeed ? 0 : what == Recall::Prompt ? 9 : 4711);
    QCOMPARE(ofCell.form.quality, isAll ? QString() : before.quality);
    QCOMPARE(ofCell.form.project, before.project);
    QCOMPARE(ofCell.form.previews, before.previews);
}

void TestRerun::referencesStayUnlessNoneWentIn()
{
    const Catalog catalog = Catalog::builtIn();
    CompareForm before;
    before.models = QStringList {poster};
    before.references = {Reference()};
    Request request;
    request.model = scene;
    QVERIFY2(recalled(before, recipeOf(request, {}), Recall::All, catalog).form.references.isEmpty(),
             "with one it would be another picture");
    QCOMPARE(recalled(before, recipeOf(request, {}), Recall::Prompt, catalog).form.references.size(), 1);
    request.images = {InputImage {"bytes", u"a.png"_s}};
    QCOMPARE(recalled(before, recipeOf(request, {}), Recall::All, catalog).form.references.size(), 1);
    PictureClaims claims;
    claims.recipe.emplace();
    claims.recipe->model = u"a_merge.safetensors"_s;
    const Recalled ofFile = recalled(before, *recipeOf(claims), Recall::All, catalog);
    QCOMPARE(ofFile.form.references.size(), 1);
    QCOMPARE(ofFile.unknownModel, claims.recipe->model);
    QCOMPARE(ofFile.form.models, before.models);
}

void TestRerun::whatWasMadeOfAPictureHasNoWholeRecipe()
{
    CompareCell cell;
    cell.request.prompt = u"a red fox"_s;
    QVERIFY(canRecallAll(cell));
    cell.request.images = {InputImage {"bytes", u"a.png"_s}};
    QVERIFY(!canRecallAll(cell));
    cell.request.images.clear();
    cell.request.operation = Operation::Upscale;
    QVERIFY(!canRecallAll(cell));
}

void TestRerun::editTakesThePromptOfTheCell()
{
    WindowBench bench;
    start(bench, {scene});
    CompareForm other = form(bench);
    other.prompt = u"another thing"_s;
    bench.window().compare()->setForm(other);
    auto *picture = bench.find<PictureView>(u"cell.1.0.picture"_s);
    QTRY_VERIFY(picture->isShown());
    picture->setFocus();
    QTest::keyClick(picture, Qt::Key_E);
    QCOMPARE(form(bench).prompt, u"a red fox"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"promptEdit"_s);
}

void TestRerun::choose(WindowBench &bench, const QString &model)
{
    QVERIFY(place(bench)->isVisible());
    place(bench)->setFocus();
    QTest::keyClick(place(bench), Qt::Key_Return);
    ModelPicker *picker = nullptr;
    const QList<ModelPicker *> all = bench.window().findChildren<ModelPicker *>();
    for (ModelPicker *one : all) {
        picker = one->isVisible() ? one : picker;
    }
    QVERIFY(picker);
    auto *search = picker->findChild<QLineEdit *>(u"modelSearch"_s);
    QTest::keyClicks(search, bench.catalog.find(model)->name);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(!picker->isVisible());
    for (int round = 0; round < 5; ++round) {
        QCoreApplication::processEvents(); // its plan
    }
}

void TestRerun::oneModelMoreIsAskedAbout()
{
    WindowBench bench;
    bench.images.prices.insert(pattern, Money::fromDollars(0.03));
    start(bench, {scene, poster, u"flux-2-pro"_s});
    QTRY_VERIFY(place(bench)->isVisible());
    choose(bench, pattern);
    auto *yes = bench.find<QPushButton>(u"startYes"_s);
    QTRY_VERIFY2(yes->isVisible(), "its price is asked about, however small");
    QCOMPARE(bench.images.jobs().size(), 3);
    bench.clock.milliseconds += slipMilliseconds;
    QTest::mouseClick(yes, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 4);
    Request added = bench.images.jobs().at(3).request;
    QCOMPARE(added.model, pattern);
    added.model = scene;
    QCOMPARE(added, bench.images.jobs().at(0).request);
    QCOMPARE(session(bench).run(1)->columns.size(), 4);
    bench.images.complete(3);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.3.picture"_s)->isShown());
    QVERIFY2(bench.find<PictureView>(u"cell.1.0.picture"_s)->isVisible(), "the others stay");
}

void TestRerun::freeOnesStartAtOnce()
{
    WindowBench bench;
    start(bench, {scene, pattern, u"flux-2-pro"_s});
    bench.images.prices.insert(poster, Money::zero());
    QTRY_VERIFY(place(bench)->isVisible());
    choose(bench, poster);
    QTRY_COMPARE(bench.images.jobs().size(), 4);
}

void TestRerun::thePlaceIsThereWhereOneIsLeft()
{
    WindowBench bench;
    start(bench, {scene, pattern, poster});
    QTRY_VERIFY2(place(bench)->isVisible(), "three in two columns");
    const auto *last = bench.find<QWidget>(u"cell.1.2"_s);
    QCOMPARE(place(bench)->size(), last->size());
    QVERIFY(!place(bench)->geometry().intersects(last->geometry()));
    bench.find<QWidget>(u"cell.1.2.picture"_s)->setFocus();
    QTest::keyClick(bench.find<QWidget>(u"cell.1.2.picture"_s), Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), place(bench));
    QTest::keyClick(place(bench), Qt::Key_Up);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"cell.1.1.picture"_s);
    WindowBench several;
    start(several, {scene, pattern, poster}, 2);
    QVERIFY2(!place(several)->isVisible(), "columns have no such place");
}

void TestRerun::theSameModelIsNotPaidTwice()
{
    WindowBench bench;
    start(bench, {scene, pattern, poster});
    QTRY_VERIFY(place(bench)->isVisible());
    choose(bench, poster);
    QCOMPARE(bench.images.jobs().size(), 3);
    QVERIFY(!bench.find<QPushButton>(u"startYes"_s)->isVisible());
}

void TestRerun::anAddedModelIsThereAfterARestart()
{
    WindowBench bench;
    start(bench, {scene, pattern, u"flux-2-pro"_s});
    bench.images.prices.insert(poster, Money::zero());
    QTRY_VERIFY(place(bench)->isVisible());
    choose(bench, poster);
    QTRY_COMPARE(bench.images.jobs().size(), 4);
    bench.images.complete(3);
    QTRY_COMPARE(session(bench).summary().done, 4);
    bench.open();
    QTRY_COMPARE(session(bench).runs().size(), 1);
    QCOMPARE(session(bench).run(1)->cells.size(), 4);
    QCOMPARE(session(bench).run(1)->columns.constLast().model, poster);
}

void TestRerun::deleteTakesOffThePage()
{
    WindowBench bench;
    start(bench, {scene, pattern, poster});
    const QString path = session(bench).cell(1, 1)->picture()->path;
    auto *picture = bench.find<PictureView>(u"cell.1.1.picture"_s);
    QTRY_VERIFY(picture->isShown());
    picture->setFocus();
    QTest::keyClick(picture, Qt::Key_Delete);
    QVERIFY(!bench.find<QWidget>(u"cell.1.1"_s)->isVisible());
    QVERIFY2(QFile::exists(path), "the gallery keeps it");
    QCOMPARE(session(bench).summary().cells, 2);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"cell.1.2.picture"_s);
    const QRect first = bench.find<QWidget>(u"cell.1.0"_s)->geometry();
    QVERIFY2(bench.find<QWidget>(u"cell.1.2"_s)->geometry() != first, "they stand beside each other");
    QTest::keyClick(&bench.window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QWidget>(u"cell.1.1"_s)->isVisible());
    QCOMPARE(session(bench).summary().cells, 3);
}

void TestRerun::theLastCellTakesItsRunAlong()
{
    WindowBench bench;
    start(bench, {scene});
    auto *picture = bench.find<PictureView>(u"cell.1.0.picture"_s);
    QTRY_VERIFY(picture->isShown());
    picture->setFocus();
    QTest::keyClick(picture, Qt::Key_Delete);
    QCOMPARE(session(bench).runs().size(), 0);
    auto *undo = bench.find<QPushButton>(u"toast.action"_s);
    QTRY_VERIFY(undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(session(bench).runs().size(), 1);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
}

void TestRerun::deleteCancelsWhatRuns()
{
    WindowBench bench;
    start(bench, {scene, pattern});
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 4);
    auto *cancel = bench.find<QWidget>(u"cell.2.0.footer.cancel"_s);
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Delete);
    QCOMPARE(bench.images.cancelled, QStringList {bench.images.jobs().at(2).id});
    QTRY_VERIFY(bench.find<QWidget>(u"cell.2.0"_s)->isVisible());
}

void TestRerun::takenOffStaysOff()
{
    WindowBench bench;
    start(bench, {scene, pattern, poster});
    session(bench).setOff(1, 0, true);
    bench.open();
    QTRY_COMPARE(session(bench).runs().size(), 1);
    QVERIFY(session(bench).cell(1, 0)->isOff);
    QVERIFY(!bench.find<QWidget>(u"cell.1.0"_s)->isVisible());
    QVERIFY(bench.find<QWidget>(u"cell.1.1"_s)->isVisible());
}

QTEST_MAIN(TestRerun)
#include "test_rerun.moc"
