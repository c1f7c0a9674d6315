// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/ailabels.h"
#include "core/media/codec.h"
#include "core/media/recipe.h"
#include "tests/ui/galleryhome.h"
#include "tests/ui/samplepicture.h"
#include "tests/ui/viewsamples.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/gallery/gallerypage.h"
#include "ui/references/referencetexts.h"
#include "ui/views/loupepane.h"
#include "ui/views/loupeview.h"
#include "ui/views/picturearea.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Pictures of other places that are dropped to be looked at.
class TestDrops : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ontoTheGallery();
    void itsRecipeCanBeRecalled();
    void whatIsInTheBooksCanBeRecalled();
    void labelsAloneAreToldAsUnchecked();
    void severalOfferNoRecipe();
    void ontoAPaneOfTheLoupe();
    void thePanesThatFollowShowTheOthers();
    void theyStayWhileOthersChange();
    void whatIsNoPictureIsSaid();
    void otherFilesAreNotTaken();

private:
    static QString file(WindowBench &bench, const QString &name, QSize size = QSize(300, 200), int number = 1)
    {
        const QString path = bench.folder.filePath(name);
        if (!samplePicture(size, number).save(path)) {
            qWarning("not written");
        }
        return path;
    }
    static QString withRecipe(WindowBench &bench, const QString &name)
    {
        Recipe recipe;
        recipe.prompt = u"a secret garden"_s;
        recipe.model = u"sketchbook-scene"_s;
        recipe.seed = 77;
        recipe.size = QSize(640, 480);
        QFile made(file(bench, name, QSize(640, 480)));
        const bool isOpen = made.open(QIODevice::ReadWrite);
        const Result<QByteArray> told = embedRecipe(made.readAll(), ImageFormat::Png, recipe);
        if (!isOpen || !told || !made.seek(0) || made.write(*told) != told->size()) {
            qWarning("not written");
        }
        return made.fileName();
    }
    /// False: nobody takes them.
    static bool drop(QWidget *onto, const QStringList &files)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : files) {
            urls.append(QUrl::fromLocalFile(path));
        }
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &enter);
        if (!enter.isAccepted()) {
            return false;
        }
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &event);
        return event.isAccepted();
    }
    static GalleryPage *openGallery(WindowBench &bench)
    {
        bench.open();
        bench.window().showPage(u"gallery"_s);
        return bench.window().gallery();
    }
    static LoupeView *loupe(WindowBench &bench) { return bench.find<LoupeView>(u"loupe"_s); }
    static PictureArea *area(WindowBench &bench, int pane)
    {
        return bench.find<PictureArea>(u"loupe.%1.picture"_s.arg(pane));
    }
    static void showThree(WindowBench &bench)
    {
        bench.open();
        bench.window().compare()->showViews({viewed(u"a"_s, placesOf(QSize(600, 400))),
                                             viewed(u"b"_s, placesOf(QSize(1200, 800))),
                                             viewed(u"c"_s, placesOf(QSize(300, 200)))},
                                            View::Loupe);
        QTRY_VERIFY(area(bench, 3) && area(bench, 3)->shown().isShown());
    }
};

void TestDrops::ontoTheGallery()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"one"_s});
    GalleryPage *page = openGallery(bench);
    QVERIFY(drop(page, {file(bench, u"boat.png"_s), file(bench, u"owl.jpg"_s, QSize(200, 300), 2)}));
    QTRY_COMPARE(bench.window().page(), u"compare"_s);
    QVERIFY(loupe(bench)->isVisible());
    QCOMPARE(loupe(bench)->shown().size(), 2);
    QCOMPARE(bench.text(u"loupe.1.name"_s), u"boat.png"_s);
    QCOMPARE(bench.text(u"loupe.2.name"_s), u"owl.jpg"_s);
    QTRY_VERIFY(area(bench, 2)->shown().isShown());
    QCOMPARE(area(bench, 2)->shown().size(), QSize(200, 300));
    QVERIFY(!bench.text(u"loupe.1.facts"_s).isEmpty());
    QVERIFY2(!bench.find<QWidget>(u"loupe.1.star"_s)->isEnabled(), "the gallery does not have it");
    QVERIFY(bench.find<QWidget>(u"loupe.1.save"_s)->isEnabled());
    QCOMPARE(page->model().all(), 1); // it was only looked at
    QTest::keyClick(area(bench, 1), Qt::Key_Escape);
    QVERIFY(!loupe(bench)->isVisible());
}

void TestDrops::itsRecipeCanBeRecalled()
{
    WindowBench bench;
    QVERIFY(drop(openGallery(bench), {withRecipe(bench, u"made.png"_s)}));
    auto *toast = bench.find<Toast>(u"toast"_s);
    QTRY_VERIFY(toast->isVisible());
    QVERIFY(toast->text().contains(u"made.png"_s));
    QVERIFY(bench.text(u"loupe.1.facts"_s).contains(u"77"_s));
    const CompareForm before = bench.window().compare()->form();
    QVERIFY(before.prompt != u"a secret garden"_s);
    QTest::mouseClick(bench.find<QAbstractButton>(u"toast.action"_s), Qt::LeftButton);
    const CompareForm form = bench.window().compare()->form();
    QCOMPARE(form.prompt, u"a secret garden"_s);
    QCOMPARE(form.models, QStringList {u"sketchbook-scene"_s});
    QCOMPARE(form.seed, 77);
    QVERIFY(form.references.isEmpty());
    QVERIFY(bench.find<QWidget>(u"promptEdit"_s)->isVisible());
}

/// A copy of a picture that was made here but says nothing of itself: its content is known.
void TestDrops::whatIsInTheBooksCanBeRecalled()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"a secret garden"_s});
    const QString copy = bench.folder.filePath(u"copy.jpg"_s);
    QVERIFY(QFile::copy(home.pictures().first().path, copy));
    QVERIFY(drop(openGallery(bench), {copy}));
    auto *toast = bench.find<Toast>(u"toast"_s);
    QTRY_VERIFY(toast->isVisible());
    QVERIFY(toast->text().contains(u"copy.jpg"_s));
    QTest::mouseClick(bench.find<QAbstractButton>(u"toast.action"_s), Qt::LeftButton);
    QCOMPARE(bench.window().compare()->form().prompt, u"a secret garden"_s);
    QCOMPARE(bench.window().compare()->form().models, QStringList {u"sketchbook-scene"_s});
}

/// A file with labels says something of how it was made, though it has no recipe.
void TestDrops::labelsAloneAreToldAsUnchecked()
{
    WindowBench bench;
    const QString plain = file(bench, u"plain.png"_s, QSize(64, 48));
    QFile labelled(file(bench, u"labelled.png"_s, QSize(64, 48), 2));
    QVERIFY(labelled.open(QIODevice::ReadWrite));
    const QByteArray said =
        withLabels(labelled.readAll(), {.digitalSourceType = QString::fromLatin1(sourcetype::generated)});
    QVERIFY(labelled.seek(0) && labelled.write(said) == said.size());
    labelled.close();
    QVERIFY(drop(openGallery(bench), {labelled.fileName(), plain}));
    QTRY_COMPARE(bench.window().page(), u"compare"_s);
    QCOMPARE(bench.text(u"loupe.1.name"_s), u"labelled.png"_s);
    PictureClaims claims;
    claims.labels.digitalSourceType = QString::fromLatin1(sourcetype::generated);
    const QString facts = bench.text(u"loupe.1.facts"_s);
    QVERIFY2(facts.contains(referencetexts::labels(claims)), qPrintable(facts));
    QVERIFY2(facts != referencetexts::labels(claims), "that nobody has checked it is said, too");
    QVERIFY(!bench.text(u"loupe.2.facts"_s).contains(QLatin1StringView(sourcetype::generated)));
}

void TestDrops::severalOfferNoRecipe()
{
    WindowBench bench;
    QVERIFY(drop(openGallery(bench), {withRecipe(bench, u"made.png"_s), file(bench, u"plain.png"_s)}));
    QTRY_COMPARE(bench.window().page(), u"compare"_s);
    QCOMPARE(loupe(bench)->shown().size(), 2);
    QVERIFY(!bench.find<Toast>(u"toast"_s)->isVisible());
}

void TestDrops::ontoAPaneOfTheLoupe()
{
    WindowBench bench;
    showThree(bench);
    const QStringList before = loupe(bench)->shown();
    QVERIFY(drop(area(bench, 2), {file(bench, u"boat.png"_s)}));
    QTRY_COMPARE(bench.text(u"loupe.2.name"_s), u"boat.png"_s);
    QStringList after = loupe(bench)->shown();
    QCOMPARE(after.size(), 3);
    QCOMPARE(after.takeAt(1).section(u'.', 0, 0), u"file"_s);
    QCOMPARE(after, QStringList({before.at(0), before.at(2)}));
    QVERIFY(bench.find<QWidget>(u"loupe.strip.4"_s)); // what was there can be had again
    // The same once more is no other one.
    QVERIFY(drop(area(bench, 2), {file(bench, u"boat.png"_s)}));
    QCoreApplication::processEvents();
    QTRY_COMPARE(loupe(bench)->shown().size(), 3);
    QTest::keyClick(area(bench, 1), Qt::Key_Escape);
    bench.window().compare()->showViews({viewed(u"a"_s, placesOf(QSize(600, 400)))}, View::Loupe);
    QCOMPARE(loupe(bench)->shown(), QStringList(u"a"_s)); // it is gone with the view
}

void TestDrops::thePanesThatFollowShowTheOthers()
{
    WindowBench bench;
    showThree(bench);
    QVERIFY(drop(area(bench, 2),
                 {file(bench, u"boat.png"_s), file(bench, u"owl.png"_s, QSize(200, 300), 2),
                  file(bench, u"elk.png"_s, QSize(200, 200), 3)}));
    QTRY_COMPARE(bench.text(u"loupe.3.name"_s), u"owl.png"_s);
    QCOMPARE(bench.text(u"loupe.2.name"_s), u"boat.png"_s);
    QCOMPARE(loupe(bench)->shown().size(), 3);
    QVERIFY(bench.find<QWidget>(u"loupe.strip.6"_s)); // the third is among those to choose from
}

/// A run that goes on brings its pictures anew.
void TestDrops::theyStayWhileOthersChange()
{
    WindowBench bench;
    bench.open();
    CompareForm form = bench.window().compare()->form();
    form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s};
    bench.window().compare()->setForm(form);
    bench.generate();
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<QWidget>(u"cell.1.0.picture"_s));
    bench.find<QWidget>(u"cell.1.0.picture"_s)->setFocus();
    QTRY_VERIFY(bench.find<QWidget>(u"views"_s)->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"views.loupe"_s), Qt::LeftButton);
    QTRY_VERIFY(loupe(bench)->isVisible());
    QVERIFY(drop(area(bench, 1), {file(bench, u"boat.png"_s)}));
    QTRY_COMPARE(bench.text(u"loupe.1.name"_s), u"boat.png"_s);
    bench.images.complete(1);
    QCOMPARE(bench.text(u"loupe.1.name"_s), u"boat.png"_s);
    QTRY_VERIFY(area(bench, 1)->shown().isShown());
}

void TestDrops::whatIsNoPictureIsSaid()
{
    WindowBench bench;
    GalleryPage *page = openGallery(bench);
    QFile broken(bench.folder.filePath(u"broken.png"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    broken.close();
    QVERIFY(drop(page, {broken.fileName()}));
    auto *toast = bench.find<Toast>(u"toast"_s);
    QTRY_VERIFY(toast->isVisible());
    QVERIFY(toast->text().contains(u"broken.png"_s));
    QCOMPARE(bench.window().page(), u"gallery"_s);
    // The others are shown all the same.
    QVERIFY(drop(page, {broken.fileName(), file(bench, u"boat.png"_s)}));
    QTRY_COMPARE(bench.window().page(), u"compare"_s);
    QCOMPARE(loupe(bench)->shown().size(), 1);
}

void TestDrops::otherFilesAreNotTaken()
{
    WindowBench bench;
    GalleryPage *page = openGallery(bench);
    QVERIFY(!drop(page, {bench.folder.filePath(u"notes.txt"_s)}));
    showThree(bench);
    QVERIFY(!drop(area(bench, 1), {bench.folder.filePath(u"notes.txt"_s)}));
    QVERIFY(!bench.window().findChild<QWidget *>(u"dropFrame"_s)->isVisible());
}

QTEST_MAIN(TestDrops)
#include "test_drops.moc"
