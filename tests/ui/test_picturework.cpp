// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/media/recipe.h"
#include "core/planning/planner.h"
#include "core/secrets/keyring.h"
#include "core/storage/mediastore.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparesession.h"
#include "ui/keys/providerkeys.h"

#include <QAbstractButton>
#include <QFile>
#include <QImage>
#include <QMenu>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What is made of a finished picture from its menu: larger, another like it, cut out, as a drawing.
class TestPictureWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyWayIsInTheMenu();
    void nobodyCanWithoutAKey();
    void startsARunOfItsOwn();
    void isToldHowItIsMade();
    void pricesAreThoseOfTheWholePicture_data();
    void pricesAreThoseOfTheWholePicture();
    void ofNothing();

private:
    static void openWithPicture(WindowBench &bench);
    static void addKey(WindowBench &bench);
    static QMenu *worksOf(WindowBench &bench, Operation operation);
};

namespace {

const QString upscaler = u"clarity-upscaler"_s;

} // namespace

void TestPictureWork::openWithPicture(WindowBench &bench)
{
    bench.open();
    bench.generate();
    bench.images.complete(0);
    QTRY_VERIFY(bench.window().compare()->session().cell(1, 0)->picture());
    bench.clock.milliseconds += slipMilliseconds;
}

void TestPictureWork::addKey(WindowBench &bench)
{
    bool stored = false;
    bench.keyring().set(u"fal"_s, "0123456789abcdef:0123456789abcdef", KeySource::Session, &bench.window(),
                        [&stored](const Status &) { stored = true; });
    QTRY_VERIFY(stored);
    auto *keys = bench.window().findChild<ProviderKeys *>();
    QVERIFY(keys);
    keys->noteNewKey(u"fal"_s);
    QTRY_VERIFY(keys->isUsable(u"fal"_s));
}

/// The menu of the first picture, opened as by a click, and in it the one of an operation.
QMenu *TestPictureWork::worksOf(WindowBench &bench, Operation operation)
{
    delete bench.find<QMenu>(u"cellMenu"_s);
    bench.find<QAbstractButton>(u"cell.1.0.footer.more"_s)->click();
    QMenu *menu = bench.find<QMenu>(u"cellMenu"_s);
    auto *works = menu ? menu->findChild<QMenu *>(u"workMenu."_s + operationName(operation)) : nullptr;
    if (works) {
        Q_EMIT works->aboutToShow();
    }
    return works;
}

void TestPictureWork::everyWayIsInTheMenu()
{
    WindowBench bench;
    openWithPicture(bench);
    addKey(bench);
    for (const Operation operation :
         {Operation::Upscale, Operation::Vary, Operation::RemoveBackground, Operation::Vectorize}) {
        QMenu *works = worksOf(bench, operation);
        QVERIFY(works);
        QVERIFY(!works->accessibleName().isEmpty());
        QVERIFY2(works->actions().constFirst()->isEnabled(), qPrintable(works->title()));
        QVERIFY(works->actions().constFirst()->text().contains(u'\t')); // the price
    }
}

void TestPictureWork::nobodyCanWithoutAKey()
{
    WindowBench bench;
    openWithPicture(bench);
    QMenu *works = worksOf(bench, Operation::RemoveBackground);
    QVERIFY(works);
    QCOMPARE(works->actions().size(), 1);
    QVERIFY(!works->actions().constFirst()->isEnabled());
}

void TestPictureWork::startsARunOfItsOwn()
{
    WindowBench bench;
    openWithPicture(bench);
    addKey(bench);
    const qsizetype before = bench.images.jobs().size();
    const Picture picture = *bench.window().compare()->session().cell(1, 0)->picture();
    Recipe recipe;
    recipe.prompt = u"a secret garden"_s;
    const Result<QByteArray> told = embedRecipe(MediaStore::bytesOf(picture).value(), picture.format, recipe);
    QFile file(picture.path);
    QVERIFY(told && file.open(QIODevice::WriteOnly) && file.write(*told) == told->size());
    file.close();
    QMenu *works = worksOf(bench, Operation::Upscale);
    auto *action = works->findChild<QAction *>(u"work."_s + upscaler);
    QVERIFY(action);
    action->trigger();
    action->trigger(); // a slip of the finger
    auto *yes = bench.find<QAbstractButton>(u"startYes"_s);
    QVERIFY(yes->isVisible()); // nobody says what it costs
    bench.clock.milliseconds += slipMilliseconds;
    yes->click();
    QTRY_COMPARE(bench.images.jobs().size(), before + 1);
    const Request request = bench.images.jobs().constLast().request;
    QCOMPARE(request.operation, Operation::Upscale);
    QCOMPARE(request.model, QString(u"fal/"_s + upscaler)); // where its price was told
    QCOMPARE(request.images.size(), 1);
    QVERIFY(!request.images.constFirst().bytes.isEmpty());
    QVERIFY(!readRecipe(request.images.constFirst().bytes)); // how it was made is nobody's business
    const CompareRun *run = bench.window().compare()->session().run(2);
    QVERIFY(run);
    QCOMPARE(run->operation, Operation::Upscale);
    QVERIFY(run->title().contains(run->form.prompt.simplified()));
}

/// Only what the model takes, within what it takes, and it is what is asked.
void TestPictureWork::isToldHowItIsMade()
{
    WindowBench bench;
    openWithPicture(bench);
    addKey(bench);
    QMenu *works = worksOf(bench, Operation::Upscale);
    QVERIFY(works);
    QVERIFY(!works->findChild<QMenu *>(u"workVariants.aura-sr"_s)); // always four times
    auto *otherwise = works->findChild<QMenu *>(u"workVariants."_s + upscaler);
    QVERIFY(otherwise && !otherwise->accessibleName().isEmpty());
    QCOMPARE(otherwise->actions().size(), 3); // 2, 4, 8: no strength there
    otherwise->actions().at(1)->trigger();
    if (auto *yes = bench.find<QAbstractButton>(u"startYes"_s); yes->isVisible()) {
        bench.clock.milliseconds += slipMilliseconds;
        yes->click();
    }
    QTRY_VERIFY(bench.images.jobs().constLast().request.operation == Operation::Upscale);
    QCOMPARE(bench.images.jobs().constLast().request.tuning.scaleFactor, 4.0);
    QCOMPARE(bench.images.jobs().constLast().request.model, QString(u"fal/"_s + upscaler));

    PictureWork vary;
    vary.operation = Operation::Vary;
    vary.offer = u"amazon-bedrock/titan-image-generator-v2"_s;
    QList<double> strengths;
    const QList<WorkVariant> variants = variantsOf(vary, bench.catalog, {});
    for (const WorkVariant &variant : variants) {
        strengths.append(variant.work.tuning.strength.value_or(-1));
    }
    QCOMPARE(strengths, (QList<double> {0.25, 0.5, 0.75}));
}

void TestPictureWork::pricesAreThoseOfTheWholePicture_data()
{
    QTest::addColumn<Operation>("operation");
    for (const Operation operation :
         {Operation::Upscale, Operation::Vary, Operation::RemoveBackground, Operation::Vectorize}) {
        QTest::newRow(qPrintable(operationName(operation))) << operation;
    }
}

/// They are reckoned without its pixels.
void TestPictureWork::pricesAreThoseOfTheWholePicture()
{
    QFETCH(const Operation, operation);
    WindowBench bench;
    bench.open();
    addKey(bench);
    Picture picture;
    picture.size = QSize(1536, 1024);
    QImage pixels(picture.size, QImage::Format_RGB32);
    pixels.fill(Qt::darkCyan);
    const Result<QByteArray> whole = encodeImage(pixels, {.format = ImageFormat::Png});
    QVERIFY(whole.ok());
    const auto planOf = [&](const PictureWork &work) {
        Request request;
        request.operation = operation;
        request.images = {InputImage {*whole, {}}};
        request.model = work.offer;
        request.prompt = work.prompt;
        request.tuning = work.tuning;
        return bench.catalog.plan(request, bench.catalog.resolve(work.offer)->offers.constFirst());
    };
    const QList<PictureWork> works = pictureWorks(bench.catalog, *bench.window().findChild<ProviderKeys *>(), operation,
                                                  picture, u"a secret garden"_s);
    QVERIFY(!works.isEmpty());
    for (const PictureWork &work : works) {
        QList<PictureWork> all {work};
        const QList<WorkVariant> variants = variantsOf(work, bench.catalog, picture);
        for (const WorkVariant &variant : variants) {
            all.append(variant.work);
        }
        for (const PictureWork &each : std::as_const(all)) {
            const Result<Plan> plan = planOf(each);
            QVERIFY2(plan.ok(), qPrintable(each.offer));
            QCOMPARE(each.expected.price, plan->estimate.total);
            QCOMPARE(each.expected.size, sizeThatComesOut(*plan));
        }
    }
}

void TestPictureWork::ofNothing()
{
    WindowBench bench;
    openWithPicture(bench);
    CompareSession &session = bench.window().compare()->session();
    const qsizetype before = bench.images.jobs().size();
    PictureWork work;
    work.model = upscaler;
    work.offer = u"fal/"_s + upscaler;
    session.startWork(99, 0, work);
    session.startWork(1, 1, work); // still under way
    session.startWork(1, 0, work);
    QTRY_COMPARE(bench.images.jobs().size(), before + 1);
}

QTEST_MAIN(TestPictureWork)
#include "test_picturework.moc"
