// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportpicture.h"
#include "tests/ui/samplepicture.h"
#include "ui/export/exportpreviewer.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; ///< milliseconds, on a computer that has more to do

} // namespace

/// What the preview of an export is made of, and when.
class TestExportPreviewer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encodesWhatIsSeenAndAMargin()
    {
        ExportPreviewer previewer;
        previewer.setOptions(webp(60));
        previewer.setFile(picture(QSize(1600, 1200)));
        const QRect seen(500, 400, 300, 200);
        previewer.setSeen(seen);
        QTRY_VERIFY_WITH_TIMEOUT(previewer.preview() && !previewer.isBusy(), patience);
        QVERIFY(previewer.part().contains(seen));
        QVERIFY(previewer.part().width() < 700 && previewer.part().height() < 600);
        QCOMPARE(previewer.preview()->seen.size(), previewer.part().size());
        QCOMPARE(previewer.preview()->quality, 60);
        QVERIFY(previewer.preview()->similarity > 0.8 && previewer.preview()->similarity < 1);
        QVERIFY(*previewer.milliseconds() >= previewer.preview()->milliseconds);
        const qint64 expected = *previewer.bytes();
        QSignalSpy measured(&previewer, &ExportPreviewer::measured);
        QTRY_VERIFY_WITH_TIMEOUT(previewer.isMeasured(), patience); // once nothing changes any more
        const qint64 bytes = exportPicture(read(previewer.file()), webp(60))->bytes.size();
        QCOMPARE(*previewer.bytes(), bytes);
        QCOMPARE(measured.size(), 1);
        QVERIFY2(expected > bytes / 4 && expected < bytes * 4, qPrintable(QString::number(expected)));
    }

    void whatComesIntoSightIsEncodedToo()
    {
        ExportPreviewer previewer;
        previewer.setOptions(webp(60));
        previewer.setFile(picture(QSize(1600, 1200)));
        previewer.setSeen(QRect(0, 0, 300, 200));
        QTRY_VERIFY_WITH_TIMEOUT(previewer.preview() && !previewer.isBusy(), patience);
        const QRect before = previewer.part();
        previewer.setSeen(QRect(100, 100, 300, 200)); // within the margin
        QVERIFY(!previewer.isBusy());
        previewer.setSeen(QRect(1200, 900, 300, 200));
        QVERIFY(previewer.isBusy());
        QVERIFY(previewer.preview()); // stays until the new one has come
        QTRY_VERIFY_WITH_TIMEOUT(!previewer.isBusy(), patience);
        QVERIFY(previewer.part().contains(QRect(1200, 900, 300, 200)));
        QVERIFY(previewer.part() != before);
    }

    void olderResultsAreDropped()
    {
        ExportPreviewer previewer;
        previewer.setFile(picture(QSize(900, 600)));
        QSet<int> shown;
        connect(&previewer, &ExportPreviewer::changed, this, [&previewer, &shown] {
            if (previewer.preview() && !previewer.isBusy()) {
                shown.insert(previewer.preview()->quality.value_or(-1));
            }
        });
        for (const int quality : {10, 30, 50, 70, 90}) {
            previewer.setOptions(webp(quality));
            QTest::qWait(ExportPreviewer::delay / 3);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!previewer.isBusy(), patience);
        QCOMPARE(shown, QSet<int> {90});
    }

    void aChangeWhileItEncodesIsTheLastWord()
    {
        ExportPreviewer previewer;
        ExportOptions slow = webp(80);
        slow.tuning.effort = EncodeTuning::maxEffort;
        previewer.setOptions(slow);
        previewer.setFile(picture(QSize(1800, 1200)));
        QTRY_VERIFY(previewer.source());
        QTest::qWait(ExportPreviewer::delay + 20); // it is in hand
        previewer.setOptions(webp(20));
        QTRY_VERIFY_WITH_TIMEOUT(!previewer.isBusy(), patience);
        QCOMPARE(previewer.preview()->quality, 20);
    }

    void qualitiesAreFoundForTheWholePicture()
    {
        ExportPreviewer previewer;
        ExportOptions options = webp(80);
        options.quality.reset();
        options.by = ExportOptions::Quality::ForBytes;
        options.maxBytes = 12'000;
        previewer.setOptions(options);
        previewer.setFile(picture(QSize(900, 600)));
        previewer.setSeen(QRect(0, 0, 100, 100));
        QTRY_VERIFY_WITH_TIMEOUT(!previewer.isBusy(), patience);
        QVERIFY(previewer.preview());
        QCOMPARE(previewer.part(), QRect(0, 0, 900, 600));
        QVERIFY(previewer.preview()->bytes <= 12'000);
        QVERIFY(previewer.preview()->quality.has_value());
    }

    void aContactSheetIsShownBeforeItIsWritten()
    {
        ExportPreviewer previewer;
        previewer.setOptions(webp(60));
        ExportJob job;
        job.files = {picture(QSize(300, 200)), picture(QSize(310, 200))};
        job.options = webp(60);
        job.options.isSheet = true;
        previewer.setSheet(job);
        QVERIFY(previewer.isBusy() && !previewer.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(previewer.preview() && !previewer.isBusy(), patience);
        QCOMPARE(previewer.sheet(), job.files);
        QVERIFY(previewer.size().width() > 620); // both beside each other
        QCOMPARE(previewer.preview()->seen.size(), previewer.part().size());
        QVERIFY(*previewer.bytes() > 0);
        // The page is not laid out anew for another quality.
        const QImage page = previewer.source()->image;
        previewer.setOptions(webp(20));
        previewer.setSheet(job);
        QTRY_VERIFY_WITH_TIMEOUT(!previewer.isBusy(), patience);
        QCOMPARE(previewer.preview()->quality, 20);
        QCOMPARE(previewer.source()->image.cacheKey(), page.cacheKey());
        previewer.setFile(job.files.first());
        QTRY_VERIFY_WITH_TIMEOUT(previewer.preview() && !previewer.isBusy(), patience);
        QVERIFY(previewer.sheet().isEmpty());
        QCOMPARE(previewer.size(), QSize(300, 200));
    }

    void whatCannotBeIsAnError()
    {
        ExportPreviewer previewer;
        ExportOptions options = webp(80);
        options.quality.reset();
        options.by = ExportOptions::Quality::ForBytes;
        options.maxBytes = 30;
        previewer.setOptions(options);
        previewer.setFile(picture(QSize(900, 600)));
        QTRY_VERIFY_WITH_TIMEOUT(!previewer.isBusy(), patience);
        QVERIFY(previewer.error() && !previewer.preview());
        previewer.setOptions(webp(80));
        QTRY_VERIFY_WITH_TIMEOUT(!previewer.isBusy(), patience);
        QVERIFY(!previewer.error() && previewer.preview());
        QFile broken(m_folder.filePath(u"broken.png"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no picture");
        broken.close();
        previewer.setFile(broken.fileName());
        QTRY_VERIFY(previewer.error());
        QVERIFY(!previewer.isBusy() && !previewer.source() && !previewer.preview());
    }

    void pixelsThatStayAreSaidToBeTheSame()
    {
        ExportPreviewer previewer;
        ExportOptions options = webp(80);
        options.quality.reset();
        options.tuning.isLossless = true;
        previewer.setOptions(options);
        previewer.setFile(picture(QSize(300, 200)));
        QTRY_VERIFY_WITH_TIMEOUT(!previewer.isBusy(), patience);
        QVERIFY(previewer.preview()->isSame);
        options = {};
        options.format = ImageFormat::Png;
        previewer.setOptions(options);
        QTRY_VERIFY_WITH_TIMEOUT(previewer.isMeasured(), patience);
        QVERIFY(previewer.preview()->isSame);
        QCOMPARE(*previewer.bytes(), previewer.source()->bytes); // the file as it is
    }

    void resizedPicturesAreComparedWithThemselves()
    {
        ExportPreviewer previewer;
        ExportOptions options = webp(90);
        options.resize = QSize(200, 200);
        previewer.setOptions(options);
        previewer.setFile(picture(QSize(900, 600)));
        QTRY_VERIFY_WITH_TIMEOUT(!previewer.isBusy(), patience);
        QCOMPARE(previewer.size(), QSize(200, 133));
        QCOMPARE(previewer.resized().size(), QSize(200, 133));
        QVERIFY(previewer.preview()->similarity > 0.9);
    }

private:
    static ExportOptions webp(int quality)
    {
        ExportOptions options;
        options.format = ImageFormat::Webp;
        options.quality = quality;
        return options;
    }
    QString picture(QSize size)
    {
        const QString path = m_folder.filePath(u"%1x%2.png"_s.arg(size.width()).arg(size.height()));
        samplePicture(size, 3).save(path, "PNG");
        return path;
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestExportPreviewer)
#include "test_exportpreviewer.moc"
