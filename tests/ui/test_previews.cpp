// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "tests/ui/samplepicture.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/pictureview.h"
#include "ui/compare/statepanel.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/switch.h"

#include <QBuffer>
#include <QFutureWatcher>
#include <QLabel>
#include <QLayout>
#include <QSemaphore>
#include <QSet>
#include <QThreadPool>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray sketch(QSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    samplePicture(size, 1).save(&buffer, "PNG");
    return bytes;
}

QByteArray blank(QSize size)
{
    QImage image(size, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

Progress showing(const QByteArray &preview, double fraction = 0.33)
{
    Progress progress;
    progress.stage = Progress::Stage::Waiting;
    progress.fraction = fraction;
    progress.provider = u"sketchbook"_s;
    progress.preview = preview;
    return progress;
}

} // namespace

/// Sketches of a picture in its cell, while it is made.
class TestPreviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAskedForWhereTheSettingsSaySo()
    {
        WindowBench bench;
        start(bench);
        QCOMPARE(bench.images.jobs().first().request.previews, 0); // they cost
        bench.settings().set(Setting::ShowPreviews, true);
        bench.waitForPrices();
        QTest::mouseClick(bench.find<QAbstractButton>(u"generateButton"_s), Qt::LeftButton);
        QCOMPARE(bench.images.jobs().last().request.previews, 2);
    }

    void theSwitchIsOnTheSettingsPage()
    {
        WindowBench bench;
        bench.open();
        auto *control = bench.find<QAbstractButton>(u"showPreviews"_s);
        QVERIFY(control && !control->isChecked());
        control->click();
        QVERIFY(bench.settings().toBool(Setting::ShowPreviews));
    }

    void showInTheCellUntilThePictureIsThere()
    {
        WindowBench bench;
        start(bench);
        auto *state = bench.find<StatePanel>(u"cell.1.0.state"_s);
        QVERIFY(state->preview().isNull());
        bench.images.progress(0, showing(sketch({64, 48})));
        QTRY_COMPARE(state->preview().size(), QSize(64, 48));
        bench.images.progress(0, showing({}, 0.5)); // no new sketch: the last one stays
        QTRY_COMPARE(bench.find<ProgressLine>(u"cell.1.0.state.progress"_s)->fraction(), 0.50);
        QCOMPARE(state->preview().size(), QSize(64, 48));
        bench.images.progress(0, showing("no picture")); // nor where it cannot be read
        bench.images.progress(0, showing(sketch({80, 60})));
        QTRY_COMPARE(state->preview().size(), QSize(80, 60));
        bench.images.complete(0);
        QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    }

    void onlyCheapOnesAreDrawn_data()
    {
        QTest::addColumn<QByteArray>("preview");
        QTest::newRow("a drawing") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        QTest::newRow("many pixels") << blank({5000, 5000});
    }
    void onlyCheapOnesAreDrawn()
    {
        QFETCH(QByteArray, preview);
        QVERIFY(decodeImage(preview).ok()); // it could be drawn
        WindowBench bench;
        start(bench);
        auto *state = bench.find<StatePanel>(u"cell.1.0.state"_s);
        bench.images.progress(0, showing(preview));
        QTRY_COMPARE(bench.find<ProgressLine>(u"cell.1.0.state.progress"_s)->fraction(), 0.33);
        QTRY_VERIFY(state->findChildren<QFutureWatcherBase *>().isEmpty());
        QVERIFY(state->preview().isNull());
        bench.images.progress(0, showing(sketch({80, 60})));
        QTRY_COMPARE(state->preview().size(), QSize(80, 60));
    }

    void ofAFloodOnlyTheNewestIsDrawn()
    {
        WindowBench bench;
        start(bench);
        auto *state = bench.find<StatePanel>(u"cell.1.0.state"_s);
        auto *pool = QThreadPool::globalInstance();
        const int threads = pool->maxThreadCount();
        pool->setMaxThreadCount(1);
        QSemaphore mayGoOn;
        pool->start([&mayGoOn] { mayGoOn.acquire(); }); // the pool is busy
        for (int width = 20; width < 30; ++width) {
            bench.images.progress(0, showing(sketch({width, 20}), width / 100.0));
        }
        QTRY_COMPARE(bench.find<ProgressLine>(u"cell.1.0.state.progress"_s)->fraction(), 0.29); // all came
        QCOMPARE(state->findChildren<QFutureWatcherBase *>().size(), 1); // the first; the others wait here
        mayGoOn.release();
        QTRY_COMPARE(state->preview().size(), QSize(29, 20));
        pool->setMaxThreadCount(threads);
    }

    void goWithAFailure()
    {
        WindowBench bench;
        start(bench);
        auto *state = bench.find<StatePanel>(u"cell.1.0.state"_s);
        bench.images.progress(0, showing(sketch({64, 48})));
        QTRY_VERIFY(!state->preview().isNull());
        bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"No room just now."_s));
        QTRY_VERIFY(state->preview().isNull());
        QTest::mouseClick(bench.find<QAbstractButton>(u"cell.1.0.state.step"_s), Qt::LeftButton);
        QVERIFY(state->preview().isNull()); // the next try begins without one
    }

private:
    static void start(WindowBench &bench)
    {
        bench.open();
        bench.waitForPrices();
        QTest::mouseClick(bench.find<QAbstractButton>(u"generateButton"_s), Qt::LeftButton);
        QCOMPARE(bench.images.jobs().size(), 3);
    }
};

QTEST_MAIN(TestPreviews)
#include "test_previews.moc"
