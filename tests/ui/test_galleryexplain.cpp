// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "tests/ui/galleryhome.h"
#include "tests/ui/windowbench.h"
#include "ui/explain/explainpage.h"
#include "ui/gallery/gallerycanvas.h"
#include "ui/gallery/gallerypage.h"
#include "ui/gallery/picturecollection.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The explanation of a gallery's picture: the arrows lead through the gallery's list, as it is filtered and ordered.
class TestGalleryExplain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arrowsLeadThroughTheList();
    void picturesOfARequestAreOneStep();
    void theListIsAsLongAsItIs();
    void otherExplanationsHaveNoneOfIt();

private:
    void open(WindowBench &bench, const QString &words = {});
    void explain(WindowBench &bench, int row);
    void press(Qt::Key key) const { QTest::keyClick(QApplication::focusWidget(), key); }
    static QAbstractButton *button(WindowBench &bench, const QString &name)
    {
        return bench.find<QAbstractButton>(name);
    }
    GalleryPage *m_gallery = nullptr;
    ExplainPage *m_page = nullptr;
};

namespace {

constexpr QSize small(60, 40);

} // namespace

void TestGalleryExplain::open(WindowBench &bench, const QString &words)
{
    bench.open();
    bench.window().showPage(u"gallery"_s);
    m_gallery = bench.window().gallery();
    m_page = bench.find<ExplainPage>(u"explainPage"_s);
    QTRY_VERIFY(m_gallery->model().isLoaded());
    if (!words.isEmpty()) {
        const qsizetype all = m_gallery->model().rows().size();
        bench.find<QLineEdit>(u"gallerySearch"_s)->setText(words);
        QTRY_VERIFY(m_gallery->model().rows().size() < all);
    }
}

/// As by its key, and until it is known what the arrows lead to.
void TestGalleryExplain::explain(WindowBench &bench, int row)
{
    auto *canvas = bench.find<GalleryCanvas>(u"galleryCanvas"_s);
    const QRect place = canvas->placeOf(row);
    QVERIFY(!place.isEmpty());
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, place.center());
    QTRY_VERIFY(!bench.text(u"galleryPrompt"_s).isEmpty());
    QTest::keyClick(canvas, Qt::Key_I, Qt::ControlModifier);
    QVERIFY(m_page->isVisible());
    QTRY_VERIFY(button(bench, u"explain.next"_s)->isVisible());
}

void TestGalleryExplain::arrowsLeadThroughTheList()
{
    WindowBench bench;
    GalleryHome home(bench);
    const QString oldest = home.make({.prompt = u"a boat at dawn"_s}, small);
    home.make({.prompt = u"an owl"_s}, small); // which the filter leaves out
    const QString middle = home.make({.prompt = u"a boat at noon"_s}, small);
    const QString newest = home.make({.prompt = u"a boat at dusk"_s}, small);
    open(bench, u"boat"_s);
    explain(bench, 0);
    QCOMPARE(m_page->generation(), newest);
    QVERIFY(!button(bench, u"explain.previous"_s)->isEnabled());
    press(Qt::Key_Right);
    QCOMPARE(m_page->generation(), middle);
    press(Qt::Key_Right);
    QCOMPARE(m_page->generation(), oldest);
    QVERIFY(!button(bench, u"explain.next"_s)->isEnabled());
    press(Qt::Key_Right);
    QCOMPARE(m_page->generation(), oldest);
    press(Qt::Key_Left);
    QCOMPARE(m_page->generation(), middle);
    QTest::mouseClick(button(bench, u"explain.previous"_s), Qt::LeftButton);
    QCOMPARE(m_page->generation(), newest);
    press(Qt::Key_Escape);
    QVERIFY(m_gallery->isVisible());
    QCOMPARE(m_gallery->selection().current(), 0); // where it was opened from
}

void TestGalleryExplain::picturesOfARequestAreOneStep()
{
    WindowBench bench;
    GalleryHome home(bench);
    const QString first = home.make({.prompt = u"one"_s}, small);
    const QString several = home.make({.prompt = u"three"_s}, small, 3);
    const QString last = home.make({.prompt = u"one more"_s}, small);
    open(bench);
    QCOMPARE(m_gallery->model().rows().size(), 5);
    explain(bench, 2); // the second of the three
    QCOMPARE(m_page->generation(), several);
    press(Qt::Key_Left);
    QCOMPARE(m_page->generation(), last);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QCOMPARE(m_page->generation(), first);
}

/// However far one goes, and not only as far as was known at first.
void TestGalleryExplain::theListIsAsLongAsItIs()
{
    constexpr int count = 50;
    WindowBench bench;
    GalleryHome home(bench);
    QStringList made;
    for (int number = 0; number < count; ++number) {
        made.prepend(home.make({.prompt = u"picture %1"_s.arg(number)}, small));
    }
    open(bench);
    explain(bench, 0);
    for (int step = 1; step < count; ++step) {
        QTRY_VERIFY(button(bench, u"explain.next"_s)->isEnabled());
        press(Qt::Key_Right);
        QCOMPARE(m_page->generation(), made.at(step));
    }
    QCoreApplication::processEvents();
    QVERIFY(!button(bench, u"explain.next"_s)->isEnabled());
}

void TestGalleryExplain::otherExplanationsHaveNoneOfIt()
{
    WindowBench bench;
    GalleryHome home(bench);
    const QString id = home.make({.prompt = u"one"_s}, small);
    home.make({.prompt = u"two"_s}, small);
    open(bench);
    explain(bench, 0);
    press(Qt::Key_Right); // what is beside this one is on its way
    QCOMPARE(m_page->generation(), id);
    bench.window().explain(id); // as from a cell whose run is gone
    bench.pictures().library.entries({}).waitForFinished(); // comes after it
    QCoreApplication::processEvents();
    QVERIFY(!button(bench, u"explain.previous"_s)->isVisible());
    press(Qt::Key_Left);
    QCOMPARE(m_page->generation(), id);
}

QTEST_MAIN(TestGalleryExplain)
#include "test_galleryexplain.moc"
