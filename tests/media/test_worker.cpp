// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding in a program of its own: the right pixels, nothing opened, an end to everything.
#include "core/media/codec.h"
#include "core/media/codecs/codec.h"
#include "core/media/mediareasons.h"
#include "core/media/worker/worker.h"
#include "tests/media/sampleprofile.h"
#include "tests/support/sanitizer.h"
#include "tests/support/testpictures.h"

#include <QColorSpace>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSemaphore>
#include <QtConcurrentMap>
#include <QtConcurrentRun>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace lightwell;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray drawing(const QByteArray &content, int width = 64, int height = 48)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\""
        + QByteArray::number(width) + "\" height=\"" + QByteArray::number(height) + "\">" + content + "</svg>";
}

/// A program that does something else than drawing.
QString script(const QTemporaryDir &folder, const QByteArray &line)
{
    const QString path = folder.filePath(u"other"_s);
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + line + "\n") > 0;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return written ? path : QString();
}

} // namespace

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { worker::setForTests({}); }

    void drawsWithoutAWindowSystem()
    {
        QVERIFY(!QCoreApplication::instance()->inherits("QGuiApplication"));
        const Result<QImage> image = decodeImage(drawing("<rect width=\"32\" height=\"48\" fill=\"#c83c3c\"/>"
                                                         "<rect x=\"32\" width=\"16\" height=\"48\" fill=\"#00f\""
                                                         " fill-opacity=\".5\"/>"));
        QVERIFY2(image.ok(), qPrintable(image.ok() ? QString() : image.error().reason.code));
        QCOMPARE(image->size(), QSize(64, 48));
        QCOMPARE(image->pixelColor(10, 20), QColor(0xc8, 0x3c, 0x3c));
        QCOMPARE(image->pixelColor(40, 20).blue(), 255);
        QVERIFY(qAbs(image->pixelColor(40, 20).alpha() - 128) < 3);
        QCOMPARE(image->pixelColor(60, 20).alpha(), 0);
    }

    void drawsLettersAndPictures()
    {
        const QByteArray png = encodeImage(test::discPicture({32, 32}), {})->toBase64();
        const Result<QImage> image =
            decodeImage(drawing("<image width=\"32\" height=\"32\" xlink:href=\"data:image/png;base64," + png
                                + "\"/><text x=\"34\" y=\"40\" font-size=\"40\">M</text>"));
        QVERIFY(image.ok());
        QVERIFY(image->pixelColor(16, 16).alpha() == 255);
        bool black = false;
        for (int x = 34; x < 64; ++x) {
            black = black || image->pixelColor(x, 30).alpha() > 128;
        }
        QVERIFY(black);
    }

    void keepsTheShapeOfTheDrawing()
    {
        const Result<QImage> image =
            decodeImage("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\" viewBox=\"0 0 10 10\">"
                        "<rect width=\"10\" height=\"10\" fill=\"#0f0\"/></svg>");
        QVERIFY(image.ok());
        QCOMPARE(image->size(), QSize(80, 40));
        QCOMPARE(image->pixelColor(5, 20).alpha(), 0);
        QCOMPARE(image->pixelColor(40, 20), QColor(0, 255, 0));
    }

    /// The picture of this computer that a drawing names is not in the picture that comes out; a pipe does not hang it.
    void nothingIsOpened_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("xlink") << QByteArray("<image xlink:href=\"%1\" width=\"64\" height=\"48\"/>");
        QTest::newRow("href") << QByteArray("<image href=\"%1\" width=\"64\" height=\"48\"/>");
        QTest::newRow("file") << QByteArray("<image xlink:href=\"file://%1\" width=\"64\" height=\"48\"/>");
        QTest::newRow("other prefixes") << QByteArray(
            "<s:image xmlns:s=\"http://www.w3.org/2000/svg\" xmlns:q=\"http://www.w3.org/1999/xlink\" q:href=\"%1\""
            " width=\"64\" height=\"48\"/>");
        QTest::newRow("paint") << QByteArray("<rect width=\"64\" height=\"48\" fill=\"url(%1)\"/>");
        QTest::newRow("sheet") << QByteArray("<style>@import url(%1);</style><rect style=\"fill:url('%1')\"/>");
        QTest::newRow("use") << QByteArray("<use xlink:href=\"%1#a\"/>");
        QTest::newRow("drawing in a drawing")
            << QByteArray("<svg><image xlink:href=\"%1\" width=\"64\" height=\"48\"/></svg>");
        QTest::newRow("set") << QByteArray(
            "<image width=\"64\" height=\"48\"><set attributeName=\"xlink:href\" to=\"%1\"/></image>");
        QTest::newRow("XInclude") << QByteArray(
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"%1\"/>");
    }
    void nothingIsOpened()
    {
        QFETCH(QByteArray, form);
        const QTemporaryDir folder;
        QImage green(64, 64, QImage::Format_RGB32);
        green.fill(QColor(0, 255, 0));
        const QString secret = folder.filePath(u"secret.png"_s);
        const QString pipe = folder.filePath(u"pipe.png"_s);
        QVERIFY(green.save(secret));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        for (const QString &path : {secret, pipe}) {
            const Result<QImage> image = decodeImage(drawing(QByteArray(form).replace("%1", path.toUtf8())));
            QVERIFY(image.ok());
            QVERIFY(image->pixelColor(32, 24) != QColor(0, 255, 0));
        }
    }

    void limitsOfThePictureHold()
    {
        QCOMPARE(probeImage(drawing("", 40, 30))->size, QSize(40, 30));
        QCOMPARE(probeImage(drawing("", 900'000, 900'000))->size, QSize(4096, 4096)); // a drawing has no pixels
        if (!test::isSanitized) { // or the program is out of time
            QCOMPARE(decodeImage(drawing("", 900'000, 900'000))->size(), QSize(4096, 4096));
        }
        QVERIFY(!decodeImage(drawing("", 101, 100), {.maxBytes = 1 << 20, .maxPixels = 10'000}).ok());
    }

    /// libjxl unpacks a profile of a gigabyte from a few bytes before it tells how long it is.
    void readsProfilesToo_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::newRow("JPEG XL") << ImageFormat::Jxl;
        QTest::newRow("TIFF") << ImageFormat::Tiff;
    }
    void readsProfilesToo()
    {
        QFETCH(const ImageFormat, format);
        EncodeOptions options;
        options.format = format;
        options.profile = test::SampleProfile::table();
        const QByteArray bytes = *encodeImage(test::discPicture({40, 30}), options);
        const worker::Order order {format, {40, 30}, bytes, worker::Order::Part::Profile};
        QCOMPARE(worker::profile(order), options.profile);
        worker::setForTests(u"/nowhere/lightwell-picture"_s);
        QVERIFY(unreadProfile(bytes).isEmpty()); // nobody else reads it
        const QTemporaryDir folder;
        worker::setForTests(script(folder, "cat >/dev/null; head -c 1000 /dev/zero"), 5s);
        QVERIFY(unreadProfile(bytes).isEmpty());
    }

    void isToldWhenItIsMissing()
    {
        worker::setForTests(u"/nowhere/lightwell-picture"_s);
        const Result<QImage> image = decodeImage(drawing(""));
        QVERIFY(!image.ok());
        QCOMPARE(image.error().kind, ErrorKind::Unsupported);
        QCOMPARE(image.error().billing, Billing::NotBilled);
        QCOMPARE(image.error().reason,
                 reasons::pictureProgramMissing(ImageFormat::Svg, u"/nowhere/lightwell-picture"_s));
        QCOMPARE(probeImage(drawing(""))->size, QSize(64, 48)); // its size is known all the same
    }

    void otherAnswersAreNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("fails") << QByteArray("exit 3");
        QTest::newRow("dies") << QByteArray("kill -SEGV $$");
        QTest::newRow("silent") << QByteArray("exit 0");
        QTest::newRow("talks for ever") << QByteArray("exec cat /dev/zero");
        QTest::newRow("says something else") << QByteArray("cat >/dev/null; head -c 12302 /dev/zero");
        QTest::newRow("never answers") << QByteArray("exec sleep 60");
        QTest::newRow("closes its output and stays") << QByteArray("exec >&-; exec sleep 60");
    }
    void otherAnswersAreNone()
    {
        QFETCH(QByteArray, line);
        const QTemporaryDir folder;
        worker::setForTests(script(folder, line), 500ms);
        QElapsedTimer timer;
        timer.start();
        const Result<QImage> image = decodeImage(drawing(""));
        QVERIFY(!image.ok());
        QCOMPARE(image.error().kind, ErrorKind::Invalid);
        QVERIFY(timer.elapsed() < 20'000);
    }

    /// The thread pool has other work, and few threads.
    void whoWaitsHoldsNobodyUp()
    {
        const QTemporaryDir folder;
        const QString sign = folder.filePath(u"go"_s);
        worker::setForTests(
            script(folder, "cat >/dev/null; while ! test -e '" + sign.toUtf8() + "'; do sleep 0.02; done"), 20s);
        QThreadPool &pool = *QThreadPool::globalInstance();
        const int threads = pool.maxThreadCount();
        pool.setMaxThreadCount(1);
        QSemaphore begun;
        QSemaphore otherDone;
        const QFuture<bool> decoding = QtConcurrent::run([&begun] {
            begun.release();
            return decodeImage(drawing("")).ok();
        });
        begun.acquire();
        pool.start([&otherDone] { otherDone.release(); });
        const bool isDone = otherDone.tryAcquire(1, 10'000);
        QVERIFY(QFile(sign).open(QIODevice::WriteOnly)); // now the program ends
        QVERIFY(!decoding.result());
        pool.waitForDone();
        QVERIFY(isDone);
        QCOMPARE(pool.maxThreadCount(), 1);
        QCOMPARE(pool.activeThreadCount(), 0);
        pool.setMaxThreadCount(threads);
    }

    void getsNoKeys()
    {
        const QTemporaryDir folder;
        const QString told = folder.filePath(u"environment"_s);
        qputenv("OPENAI_API_KEY", "sk-canary");
        qputenv("LIGHTWELL_GATEWAY_KEY", "lw-canary");
        worker::setForTests(script(folder, "env > '" + told.toUtf8() + "'; pwd >> '" + told.toUtf8() + "'"), 5s);
        QVERIFY(!decodeImage(drawing("")).ok());
        qunsetenv("OPENAI_API_KEY");
        qunsetenv("LIGHTWELL_GATEWAY_KEY");
        QFile file(told);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("QT_QPA_PLATFORM=offscreen"));
        QVERIFY(text.endsWith("\n/\n"));
        QVERIFY2(!text.contains("canary") && !text.contains("HOME=") && !text.contains("proxy"), text.constData());
    }

    /// What gets through the checks and is still dear ends by the limits of the program. It gets a document that no
    /// check has seen, as if there were none.
    void theProgramLimitsItself()
    {
        const QByteArray layer = "<rect width=\"4000\" height=\"4000\" fill-opacity=\".1\"/>";
        const worker::Order unsafe {ImageFormat::Svg, {4000, 4000}, drawing(layer.repeated(50'000), 4000, 4000)};
        QElapsedTimer timer;
        timer.start();
        const Result<QImage> image = worker::decode(unsafe);
        QVERIFY(!image.ok());
        QCOMPARE(image.error().kind, ErrorKind::Invalid);
        QVERIFY(timer.elapsed() < 60'000);
    }

    void manyAtOnce()
    {
        QList<QByteArray> drawings;
        for (int i = 0; i < 12; ++i) {
            drawings.append(
                drawing("<rect width=\"64\" height=\"48\" fill=\"#0000" + QByteArray::number(16 + i, 16) + "\"/>"));
        }
        const QList<int> blues = QtConcurrent::blockingMapped(drawings, [](const QByteArray &bytes) {
            const Result<QImage> image = decodeImage(bytes);
            return image ? image->pixelColor(5, 5).blue() : -1;
        });
        for (int i = 0; i < 12; ++i) {
            QCOMPARE(blues.at(i), 16 + i);
        }
    }

    /// What its reader tells in this process is what comes from the other.
    void otherFormatsComeAsTheyAre_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::addColumn<QImage>("image");
        const QImage disc = test::discPicture({40, 30});
        QImage deep = test::posterPicture({40, 30}).convertToFormat(QImage::Format_RGBX64);
        QImage wide = test::posterPicture({40, 30});
        wide.setColorSpace(QColorSpace::AdobeRgb);
        QTest::newRow("JPEG XL") << ImageFormat::Jxl << disc;
        QTest::newRow("JPEG XL, other colours") << ImageFormat::Jxl << wide;
        QTest::newRow("TIFF") << ImageFormat::Tiff << disc;
        QTest::newRow("TIFF, deep") << ImageFormat::Tiff << deep;
        QTest::newRow("TIFF, other colours") << ImageFormat::Tiff << wide;
    }
    void otherFormatsComeAsTheyAre()
    {
        QFETCH(const ImageFormat, format);
        QFETCH(const QImage, image);
        const QByteArray bytes = *encodeImage(image, {.format = format});
        const codecs::Codec &codec = *codecs::codecFor(format);
        QVERIFY(codec.isConfined);
        const Result<QImage> here = codec.decode(bytes, {});
        const Result<QImage> there = decodeImage(bytes);
        QVERIFY(here.ok() && there.ok());
        QCOMPARE(there->size(), here->size());
        QCOMPARE(there->depth() > 32, here->depth() > 32);
        QCOMPARE(there->hasAlphaChannel(), here->hasAlphaChannel());
        QCOMPARE(there->colorSpace().primaries(),
                 here->colorSpace().isValid() ? here->colorSpace().primaries() : QColorSpace::Primaries::SRgb);
        QImage expected = worker::Answer::inSomeKind(*here);
        expected.setColorSpace(there->colorSpace());
        QCOMPARE(*there, expected);
    }

    void refusesWhatIsNoOrder()
    {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("LWPIC1"), drawing(""), worker::Order {ImageFormat::Svg, {0, 5}, "x"}.toBytes(),
              worker::Order {ImageFormat::Svg, {5, 5}, "<svg"}.toBytes(),
              worker::Order {ImageFormat::Png, {5, 5}, *encodeImage(test::discPicture({5, 5}), {})}.toBytes()}) {
            QProcess program;
            program.start(worker::program(), QStringList());
            program.write(bytes);
            program.closeWriteChannel();
            QVERIFY(program.waitForFinished());
            QVERIFY(program.exitCode() != 0);
            QCOMPARE(program.readAllStandardOutput(), QByteArray());
        }
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "test_worker.moc"
