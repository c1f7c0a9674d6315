// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportcheck.h"
#include "core/export/resizing.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

ExportOptions optionsFor(ImageFormat format)
{
    ExportOptions options;
    options.format = format;
    return options;
}

} // namespace

/// What can be asked of an export, and what pixels come of it.
class TestExportCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFormatIsWrittenAsItIs_data()
    {
        QTest::addColumn<ImageFormat>("format");
        for (const ImageFormat format : deliverableFormats() + QList {ImageFormat::Tiff}) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
    }
    void everyFormatIsWrittenAsItIs()
    {
        QFETCH(const ImageFormat, format);
        QVERIFY(checkExport(optionsFor(format)).ok());
    }

    void isRefused_data()
    {
        QTest::addColumn<ExportOptions>("options");
        QTest::addColumn<QString>("param"); // empty: it is not refused
        const auto add = [](const char *row, ImageFormat format, const QString &param, const auto &change) {
            ExportOptions options = optionsFor(format);
            change(options);
            QTest::newRow(row) << options << param;
        };
        using By = ExportOptions::Quality;
        add("svg", ImageFormat::Svg, u"format"_s, [](ExportOptions &) {});
        add("quality", ImageFormat::Jpeg, {}, [](ExportOptions &o) { o.quality = 80; });
        add("quality of png", ImageFormat::Png, u"quality"_s, [](ExportOptions &o) { o.quality = 80; });
        add("too good", ImageFormat::Jpeg, u"quality"_s, [](ExportOptions &o) { o.quality = 101; });
        add("too bad", ImageFormat::Jpeg, u"quality"_s, [](ExportOptions &o) { o.quality = -1; });
        add("lossless", ImageFormat::Webp, {}, [](ExportOptions &o) { o.tuning.isLossless = true; });
        add("lossless jpeg", ImageFormat::Jpeg, u"lossless"_s, [](ExportOptions &o) { o.tuning.isLossless = true; });
        add("lossless with quality", ImageFormat::Webp, u"quality"_s, [](ExportOptions &o) {
            o.tuning.isLossless = true;
            o.quality = 80;
        });
        add("bytes", ImageFormat::Avif, {}, [](ExportOptions &o) {
            o.by = By::ForBytes;
            o.maxBytes = 1000;
        });
        add("no bytes", ImageFormat::Avif, u"max-bytes"_s, [](ExportOptions &o) { o.by = By::ForBytes; });
        add("bytes of gif", ImageFormat::Gif, u"max-bytes"_s, [](ExportOptions &o) {
            o.by = By::ForBytes;
            o.maxBytes = 1000;
        });
        add("bytes with quality", ImageFormat::Avif, u"quality"_s, [](ExportOptions &o) {
            o.by = By::ForBytes;
            o.maxBytes = 1000;
            o.quality = 50;
        });
        add("visually lossless png", ImageFormat::Png, u"visually-lossless"_s,
            [](ExportOptions &o) { o.by = By::VisuallyLossless; });
        add("effort", ImageFormat::Png, {}, [](ExportOptions &o) { o.tuning.effort = 9; });
        add("effort of jpeg", ImageFormat::Jpeg, u"effort"_s, [](ExportOptions &o) { o.tuning.effort = 5; });
        add("too much effort", ImageFormat::Png, u"effort"_s, [](ExportOptions &o) { o.tuning.effort = 10; });
        add("chroma", ImageFormat::Jpeg, {}, [](ExportOptions &o) { o.tuning.chroma = Chroma::Full444; });
        add("chroma of webp", ImageFormat::Webp, u"chroma"_s,
            [](ExportOptions &o) { o.tuning.chroma = Chroma::Full444; });
        add("chroma, lossless", ImageFormat::Avif, u"chroma"_s, [](ExportOptions &o) {
            o.tuning.isLossless = true;
            o.tuning.chroma = Chroma::Full444;
        });
        add("colours", ImageFormat::Gif, {}, [](ExportOptions &o) { o.tuning.colors = 16; });
        add("colours of png", ImageFormat::Png, u"colors"_s, [](ExportOptions &o) { o.tuning.colors = 16; });
        add("one colour", ImageFormat::Gif, u"colors"_s, [](ExportOptions &o) { o.tuning.colors = 1; });
        add("dots of jpeg", ImageFormat::Jpeg, u"dither"_s, [](ExportOptions &o) { o.tuning.dither = false; });
        add("progressive", ImageFormat::Jpeg, {}, [](ExportOptions &o) { o.tuning.isProgressive = true; });
        add("progressive png", ImageFormat::Png, u"progressive"_s,
            [](ExportOptions &o) { o.tuning.isProgressive = true; });
        add("no pixels", ImageFormat::Png, u"resize"_s, [](ExportOptions &o) { o.resize = QSize(0, 10); });
        add("too many pixels", ImageFormat::Png, u"resize"_s, [](ExportOptions &o) { o.resize = QSize(10, 16'385); });
    }
    void isRefused()
    {
        QFETCH(const ExportOptions, options);
        QFETCH(const QString, param);
        const Status checked = checkExport(options);
        QCOMPARE(checked.ok(), param.isEmpty());
        if (!checked) {
            QCOMPARE(checked.error().param, param);
            QCOMPARE(checked.error().kind, ErrorKind::Invalid);
        }
    }

    void comesToThesePixels_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<ResizeFit>("fit");
        QTest::addColumn<bool>("mayEnlarge");
        QTest::addColumn<QSize>("expected"); // where 1000x1000 is asked
        QTest::newRow("inside, smaller") << QSize(2000, 1000) << ResizeFit::Inside << true << QSize(1000, 500);
        QTest::newRow("inside, larger") << QSize(200, 400) << ResizeFit::Inside << true << QSize(500, 1000);
        QTest::newRow("inside, not larger") << QSize(200, 400) << ResizeFit::Inside << false << QSize(200, 400);
        QTest::newRow("crop") << QSize(2000, 1500) << ResizeFit::Crop << true << QSize(1000, 1000);
        QTest::newRow("crop, not larger") << QSize(2000, 500) << ResizeFit::Crop << false << QSize(500, 500);
        QTest::newRow("contain") << QSize(200, 400) << ResizeFit::Contain << true << QSize(1000, 1000);
        QTest::newRow("contain, not larger") << QSize(200, 400) << ResizeFit::Contain << false << QSize(400, 400);
        QTest::newRow("contain, large") << QSize(2000, 400) << ResizeFit::Contain << false << QSize(1000, 1000);
        QTest::newRow("stretch") << QSize(200, 400) << ResizeFit::Stretch << true << QSize(1000, 1000);
        QTest::newRow("stretch, not larger") << QSize(200, 4000) << ResizeFit::Stretch << false << QSize(200, 1000);
        QTest::newRow("a line") << QSize(5000, 1) << ResizeFit::Inside << true << QSize(1000, 1);
    }
    void comesToThesePixels()
    {
        QFETCH(const QSize, size);
        QFETCH(const ResizeFit, fit);
        QFETCH(const bool, mayEnlarge);
        ExportOptions options;
        options.resize = QSize(1000, 1000);
        options.fit = fit;
        options.mayEnlarge = mayEnlarge;
        QTEST(resizedTo(size, options), "expected");
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        QTEST(resized(image, options).size(), "expected");
    }
};

QTEST_GUILESS_MAIN(TestExportCheck)
#include "test_exportcheck.moc"
