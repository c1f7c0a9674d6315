// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/paths.h"
#include "tests/cli/cliprogram.h"
#include "tests/support/blockedfolder.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What was made goes to `-o`, although the media folder cannot take it.
class TestCliFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generateWritesTheFile_data()
    {
        QTest::addColumn<bool>("hasSecondPlace");
        QTest::newRow("second place") << true;
        QTest::newRow("memory only") << false;
    }
    void generateWritesTheFile()
    {
        QFETCH(bool, hasSecondPlace);
        CliProgram cli;
        prepare(cli, hasSecondPlace);
        const QString file = cli.path(u"boat.png"_s);
        const CliResult result = cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"--size"_s,
                                          u"512x512"_s, u"--json"_s, u"-o"_s, file});
        QVERIFY2(result.exitCode == 0, result.err.constData()); // a script that sees a failure would pay again
        QCOMPARE(QImage(file).size(), QSize(512, 512));
        QVERIFY2(result.err.contains("save it elsewhere"), result.err.constData());
        QCOMPARE(result.err.contains(cli.path(u"temporary"_s).toUtf8()), hasSecondPlace);
        const QJsonObject report = result.json().object();
        QCOMPARE(report.value("status"_L1), u"completed"_s);
        QCOMPARE(report.value("pictures"_L1).toArray().first().toObject().value("path"_L1), file);
        QCOMPARE(report.value("error"_L1).toObject().value("kind"_L1), u"storage"_s);
    }

    void compareWritesFilesAndSheet()
    {
        CliProgram cli;
        prepare(cli, false);
        const CliResult result =
            cli.run({u"compare"_s, u"boat"_s, u"--models"_s, u"sketchbook-pattern,sketchbook-poster"_s, u"--json"_s,
                     u"-o"_s, cli.path(u"out"_s)});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QVERIFY(!QImage(cli.path(u"out/contact-sheet.png"_s)).isNull());
        const QJsonArray results = result.json().object().value("results"_L1).toArray();
        QCOMPARE(results.size(), 2);
        for (const QJsonValue &one : results) {
            const QJsonObject picture = one.toObject().value("pictures"_L1).toArray().first().toObject();
            QVERIFY(QFile::exists(picture.value("path"_L1).toString()));
        }
    }

private:
    static void prepare(CliProgram &cli, bool hasSecondPlace)
    {
        QVERIFY(blockMediaFolder(cli.home() + u"/media"_s));
        const QDir temporary(cli.path(u"temporary"_s));
        QVERIFY(QDir().mkpath(temporary.path()));
        cli.setVariable(u"TMPDIR"_s, temporary.path());
        if (!hasSecondPlace) {
            QFile inTheWay(temporary.filePath(QFileInfo(lightwell::Paths::rescueFolder()).fileName()));
            QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        }
    }
};

QTEST_GUILESS_MAIN(TestCliFullDisk)
#include "test_clifulldisk.moc"
