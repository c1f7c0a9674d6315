// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"
#include "tests/standins/openai.h"
#include "tests/standins/recraft.h"
#include "tests/support/testpictures.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What is made of pictures that are there: edit, upscale, vary, cutout, vectorize.
class TestCliPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsage_data();
    void wrongUsage();
    void edits();
    void vectorizes();
};

void TestCliPictures::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("told"); ///< the one word that helps
    QTest::newRow("an edit of nothing") << QStringList {u"edit"_s, u"a hat"_s, u"--model"_s, u"gpt-image-2"_s}
                                        << "--image"_ba;
    QTest::newRow("an edit by nobody") << QStringList {u"edit"_s, u"a hat"_s, u"--image"_s, u"PICTURE"_s}
                                       << "image-edit"_ba;
    QTest::newRow("larger by nobody") << QStringList {u"upscale"_s, u"PICTURE"_s} << "--capability upscale"_ba;
    QTest::newRow("cut out by nobody") << QStringList {u"cutout"_s, u"PICTURE"_s} << "remove-background"_ba;
    QTest::newRow("drawn by nobody") << QStringList {u"vectorize"_s, u"PICTURE"_s} << "--capability vectorize"_ba;
    QTest::newRow("varied by nobody") << QStringList {u"vary"_s, u"PICTURE"_s} << "image-variation"_ba;
    QTest::newRow("nothing to cut out") << QStringList {u"cutout"_s, u"--model"_s, u"gpt-image-2"_s} << "picture"_ba;
    QTest::newRow("a file that is not there")
        << QStringList {u"upscale"_s, u"/nowhere/a.png"_s, u"--model"_s, u"clarity-upscaler"_s} << "/nowhere/a.png"_ba;
    QTest::newRow("no factor") << QStringList {u"upscale"_s,          u"PICTURE"_s,  u"--model"_s,
                                               u"clarity-upscaler"_s, u"--factor"_s, u"99"_s}
                               << "16"_ba;
    QTest::newRow("a model that cannot") << QStringList {u"upscale"_s, u"PICTURE"_s, u"--model"_s, u"gpt-image-2"_s}
                                         << "upscale"_ba;
}

void TestCliPictures::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, told);
    CliProgram cli;
    QVERIFY(cloudPicture({64, 48}).save(cli.path(u"picture.png"_s)));
    arguments.replaceInStrings(u"PICTURE"_s, cli.path(u"picture.png"_s));
    const CliResult result = cli.run(arguments);
    QVERIFY2(result.exitCode == 2 || arguments.last() == "gpt-image-2"_L1, result.err.constData());
    QVERIFY(result.exitCode != 0);
    QVERIFY2(result.err.contains(told), result.err.constData());
    const QJsonArray requests = cli.run({u"requests"_s, u"--json"_s}).json().array();
    for (const QJsonValue &request : requests) { // what was refused may leave a row, but no cost
        QCOMPARE(request["status"_L1].toString(), u"failed"_s);
        QCOMPARE(request["cost"_L1].toDouble(), 0.0);
    }
}

void TestCliPictures::edits()
{
    OpenAiStandIn vendor;
    CliProgram cli;
    cli.setVariable(u"OPENAI_API_KEY"_s, QString::fromLatin1(OpenAiStandIn::key()));
    cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, vendor.baseUrl().toString());
    QVERIFY(cloudPicture({1024, 1024}).save(cli.path(u"picture.png"_s)));
    const auto process = cli.start({u"edit"_s, u"a hat"_s, u"--image"_s, cli.path(u"picture.png"_s), u"--model"_s,
                                    u"gpt-image-2"_s, u"-o"_s, cli.path(u"hat.webp"_s), u"--json"_s});
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000); // the stand-in answers meanwhile
    QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
    QCOMPARE(vendor.calls(u"/v1/images/edits"_s), 1);
    QVERIFY(!QImage(cli.path(u"hat.webp"_s)).isNull());
}

void TestCliPictures::vectorizes()
{
    RecraftStandIn vendor;
    CliProgram cli;
    cli.setVariable(u"RECRAFT_API_TOKEN"_s, QString::fromLatin1(RecraftStandIn::key()));
    cli.setVariable(u"LIGHTWELL_RECRAFT_BASE_URL"_s, vendor.baseUrl().toString());
    QVERIFY(cloudPicture({320, 288}).save(cli.path(u"picture.png"_s)));
    const auto process = cli.start({u"vectorize"_s, cli.path(u"picture.png"_s), u"--model"_s,
                                    u"recraft/recraft-vectorize"_s, u"-o"_s, cli.path(u"drawing.svg"_s), u"--json"_s});
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000); // the stand-in answers meanwhile
    QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
    QCOMPARE(vendor.calls(u"/v1/images/vectorize"_s), 1);
    QFile drawing(cli.path(u"drawing.svg"_s));
    QVERIFY(drawing.open(QIODevice::ReadOnly));
    QVERIFY(drawing.readAll().contains("<svg"));
}

QTEST_GUILESS_MAIN(TestCliPictures)
#include "test_clipictures.moc"
