// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/animation.h"
#include "core/media/codec.h"
#include "core/media/metadata/jpegmarkers.h"
#include "tests/cli/cliprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// lightwell-cli export, and gallery export: pictures written anew.
class TestCliExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &prompt : {u"a red fox"_s, u"a lighthouse"_s}) {
            const CliResult made = m_cli.run({u"generate"_s, prompt, u"--model"_s, u"sketchbook-scene"_s, u"--size"_s,
                                              u"256x256"_s, u"-o"_s, m_cli.path(prompt.section(u' ', -1) + u".png"_s)});
            QVERIFY2(made.exitCode == 0, made.err.constData());
        }
    }

    void exportsToEachFormat_data()
    {
        QTest::addColumn<ImageFormat>("format");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("png") << ImageFormat::Png << QStringList {u"--effort"_s, u"9"_s};
        QTest::newRow("jpeg") << ImageFormat::Jpeg << QStringList {u"--quality"_s, u"70"_s, u"--chroma"_s, u"444"_s};
        QTest::newRow("progressive jpeg") << ImageFormat::Jpeg << QStringList {u"--progressive"_s};
        QTest::newRow("webp") << ImageFormat::Webp << QStringList {u"--lossless"_s};
        QTest::newRow("avif") << ImageFormat::Avif << QStringList {u"--max-bytes"_s, u"4000"_s};
        QTest::newRow("gif") << ImageFormat::Gif << QStringList {u"--colors"_s, u"16"_s, u"--dither"_s, u"off"_s};
        QTest::newRow("jxl") << ImageFormat::Jxl << QStringList {u"--visually-lossless"_s};
        QTest::newRow("tiff") << ImageFormat::Tiff << QStringList {u"--no-metadata"_s};
    }
    void exportsToEachFormat()
    {
        QFETCH(const ImageFormat, format);
        QFETCH(const QStringList, options);
        const QString folder = m_cli.path(u"to-"_s + QString::fromLatin1(QTest::currentDataTag()));
        const CliResult result = m_cli.run(
            QStringList {u"export"_s, m_cli.path(u"fox.png"_s), m_cli.path(u"lighthouse.png"_s), u"--format"_s,
                         formatName(format), u"--resize"_s, u"160x160"_s, u"--json"_s, u"-o"_s, folder}
            + options);
        QVERIFY2(result.exitCode == 0, result.err.constData());
        const QJsonArray report = result.json().array();
        QCOMPARE(report.size(), 2);
        QCOMPARE(report.first()[u"output"].toString(), folder + u"/fox."_s + formatSuffix(format));
        QFile file(report.first()[u"output"].toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(report.first()[u"bytes"].toInteger(), bytes.size());
        const Result<ImageInfo> info = probeImage(bytes);
        QCOMPARE(info->format, format);
        QCOMPARE(info->size, QSize(160, 160));
        if (format == ImageFormat::Jpeg) {
            QCOMPARE(metadata::jpegMarkers(bytes).scans > 1, options.contains(u"--progressive"_s));
        }
        if (options.contains(u"--max-bytes"_s)) {
            QVERIFY(bytes.size() <= 4000);
        }
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString fox = m_cli.path(u"fox.png"_s);
        const QString folder = m_cli.path(u"never"_s);
        const QStringList whole {fox, u"--format"_s, u"webp"_s, u"-o"_s, folder};
        QTest::newRow("no file") << QStringList {u"--format"_s, u"webp"_s, u"-o"_s, folder};
        QTest::newRow("no format") << QStringList {fox, u"-o"_s, folder};
        QTest::newRow("no folder") << QStringList {fox, u"--format"_s, u"webp"_s};
        QTest::newRow("no such format") << QStringList {fox, u"--format"_s, u"bmp"_s, u"-o"_s, folder};
        QTest::newRow("svg") << QStringList {fox, u"--format"_s, u"svg"_s, u"-o"_s, folder};
        for (const QStringList &options : QList<QStringList> {{u"--quality"_s, u"high"_s},
                                                              {u"--quality"_s, u"101"_s},
                                                              {u"--quality"_s, u"50"_s, u"--lossless"_s},
                                                              {u"--max-bytes"_s, u"9"_s, u"--visually-lossless"_s},
                                                              {u"--max-bytes"_s, u"0"_s},
                                                              {u"--colors"_s, u"16"_s},
                                                              {u"--chroma"_s, u"411"_s},
                                                              {u"--dither"_s, u"maybe"_s},
                                                              {u"--progressive"_s},
                                                              {u"--effort"_s, u"0"_s},
                                                              {u"--fit"_s, u"crop"_s},
                                                              {u"--never-enlarge"_s},
                                                              {u"--resize"_s, u"large"_s},
                                                              {u"--resize"_s, u"10x10"_s, u"--fit"_s, u"squeeze"_s},
                                                              {u"--matte"_s, u"nocolour"_s},
                                                              {u"--matte"_s, u"#80ffffff"_s}, // half of one
                                                              {u"--name"_s, u"{day}"_s}}) {
            QTest::newRow(qPrintable(options.join(u' '))) << whole + options;
        }
    }
    void wrongUse()
    {
        QFETCH(const QStringList, arguments);
        const CliResult result = m_cli.run(QStringList(u"export"_s) + arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.trimmed().isEmpty());
        QVERIFY(!QDir(m_cli.path(u"never"_s)).exists());
    }

    void whatFailsIsToldAndTheRestIsDone()
    {
        const QString folder = m_cli.path(u"some"_s);
        const CliResult result = m_cli.run({u"export"_s, m_cli.path(u"fox.png"_s), m_cli.path(u"none.png"_s),
                                            u"--format"_s, u"webp"_s, u"--json"_s, u"-o"_s, folder});
        QCOMPARE(result.exitCode, 1);
        const QJsonArray report = result.json().array();
        QCOMPARE(report.at(0)[u"status"].toString(), u"done"_s);
        QCOMPARE(report.at(1)[u"status"].toString(), u"failed"_s);
        QVERIFY(!report.at(1)[u"error"].toObject().isEmpty());
        QVERIFY(result.err.contains("none.png"));
    }

    void whatIsThereStaysUnlessForced()
    {
        const QString folder = m_cli.path(u"twice"_s);
        const QStringList arguments {u"export"_s, m_cli.path(u"fox.png"_s), u"--format"_s, u"jpeg"_s, u"-o"_s, folder};
        QCOMPARE(m_cli.run(arguments).exitCode, 0);
        QCOMPARE(m_cli.run(arguments).exitCode, 0);
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList({u"fox-2.jpg"_s, u"fox.jpg"_s}));
        QCOMPARE(m_cli.run(arguments + QStringList {u"--force"_s}).exitCode, 0);
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
    }

    void leavesOutWhatIsThere()
    {
        const QString folder = m_cli.path(u"taken"_s);
        QStringList arguments {
            u"export"_s, m_cli.path(u"fox.png"_s), u"--format"_s, u"jpeg"_s, u"--skip-existing"_s, u"-o"_s, folder};
        QCOMPARE(m_cli.run(arguments).exitCode, 0);
        QCOMPARE(m_cli.run(arguments).exitCode, 0);
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList {u"fox.jpg"_s});
        QCOMPARE(m_cli.run(arguments << u"--force"_s).exitCode, 2);
    }

    void makesAnAnimation()
    {
        const QString folder = m_cli.path(u"film"_s);
        const QStringList arguments {u"export"_s,
                                     m_cli.path(u"fox.png"_s),
                                     m_cli.path(u"lighthouse.png"_s),
                                     u"--format"_s,
                                     u"png"_s,
                                     u"--animate"_s,
                                     u"200"_s,
                                     u"--json"_s,
                                     u"-o"_s,
                                     folder};
        const CliResult result = m_cli.run(arguments);
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList {u"fox.png"_s});
        QFile file(folder + u"/fox.png"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(isAnimated(file.readAll()));
        QCOMPARE(QJsonDocument::fromJson(result.out).array().size(), 2);
        const CliResult one = m_cli.run({u"export"_s, file.fileName(), u"--format"_s, u"jpeg"_s, u"-o"_s, folder});
        QCOMPARE(one.exitCode, 0);
        QVERIFY2(one.err.contains("fox.png"), one.err.constData()); // its first picture
        QCOMPARE(m_cli.run(QStringList(arguments).replaceInStrings(u"200"_s, u"0"_s)).exitCode, 2);
    }

    void makesAContactSheet()
    {
        const QString folder = m_cli.path(u"sheet"_s);
        const CliResult result =
            m_cli.run({u"export"_s, m_cli.path(u"fox.png"_s), m_cli.path(u"lighthouse.png"_s), u"--format"_s, u"jpeg"_s,
                       u"--contact-sheet"_s, u"--title"_s, u"Two"_s, u"--name"_s, u"sheet"_s, u"-o"_s, folder});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList {u"sheet.jpg"_s});
        QCOMPARE(m_cli
                     .run({u"export"_s, m_cli.path(u"fox.png"_s), u"--format"_s, u"jpeg"_s, u"--title"_s, u"Two"_s,
                           u"-o"_s, folder})
                     .exitCode,
                 2);
    }

    void saysOfMetadataWhatIsWished()
    {
        const QString folder = m_cli.path(u"bare"_s);
        const auto exported = [this, &folder](const QString &option) {
            QDir(folder).removeRecursively();
            const CliResult result =
                m_cli.run({u"export"_s, m_cli.path(u"fox.png"_s), u"--format"_s, u"jpeg"_s, option, u"-o"_s, folder});
            QFile file(folder + u"/fox.jpg"_s);
            return result.exitCode == 0 && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(readRecipe(exported(u"--no-ai-label"_s)));
        QVERIFY(readLabels(exported(u"--no-ai-label"_s)).isEmpty());
        QVERIFY(readRecipe(exported(u"--no-date"_s)) && !readRecipe(exported(u"--no-date"_s))->createdAt.isValid());
        QVERIFY(!readRecipe(exported(u"--no-recipe"_s)) && !exported(u"--no-recipe"_s).isEmpty());
        QVERIFY(!readLabels(exported(u"--no-metadata"_s)).isEmpty());
    }

    void exportsWhatTheGalleryFinds()
    {
        const QString folder = m_cli.path(u"found"_s);
        const CliResult result = m_cli.run({u"gallery"_s, u"export"_s, u"fox"_s, u"--format"_s, u"webp"_s, u"--name"_s,
                                            u"{prompt}_{model}_{n}"_s, u"--json"_s, u"-o"_s, folder});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList(u"a-red-fox_sketchbook-scene_1.webp"_s));
        const QString usual = m_cli.path(u"usual"_s);
        QCOMPARE(m_cli.run({u"gallery"_s, u"export"_s, u"fox"_s, u"--format"_s, u"webp"_s, u"-o"_s, usual}).exitCode,
                 0);
        QVERIFY(QDir(usual).entryList(QDir::Files).value(0).endsWith("_a-red-fox_1.webp"_L1));
        QCOMPARE(m_cli.run({u"gallery"_s, u"export"_s, u"fox"_s, u"-o"_s, folder}).exitCode, 2);
        QCOMPARE(m_cli.run({u"gallery"_s, u"search"_s, u"fox"_s, u"-o"_s, folder}).exitCode, 2);
    }

private:
    CliProgram m_cli;
};

QTEST_GUILESS_MAIN(TestCliExport)
#include "test_cliexport.moc"
