// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `inspect`: what pictures say, on the terminal and for programs.
#include "core/media/codec.h"
#include "core/media/metadata/pngtext.h"
#include "tests/cli/cliprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QString earlier(const QString &suffix)
{
    return QStringLiteral(LIGHTWELL_EARLIER_FILES) + u"/0.1.0."_s + suffix;
}

/// A PNG with these texts, in `cli`'s folder.
QString pngWith(const CliProgram &cli, const QList<metadata::PngChunk> &chunks)
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    QFile file(cli.path(u"picture.png"_s));
    const QByteArray bytes = metadata::withPngChunks(encodeImage(image, {}).value(), chunks).value();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

} // namespace

class TestCliInspect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownFiles_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char *suffix : {"png", "jpg", "webp", "avif", "gif", "jxl"}) {
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
        }
    }
    void ownFiles()
    {
        QFETCH(const QString, suffix);
        CliProgram cli;
        const CliResult told = cli.run({u"inspect"_s, earlier(suffix), u"--json"_s});
        QCOMPARE(told.exitCode, 0);
        const QJsonObject report = told.json().array().at(0).toObject();
        QCOMPARE(report.value("file"_L1).toString(), earlier(suffix));
        const QJsonObject recipe = report.value("recipe"_L1).toObject();
        QCOMPARE(recipe.value("program"_L1).toString(), u"Lightwell"_s);
        QCOMPARE(recipe.value("prompt"_L1).toString(), u"a fox 🦊, \"leise\" im Schnee"_s);
        QCOMPARE(recipe.value("seed"_L1).toString(), u"7"_s);
        QCOMPARE(recipe.value("size"_L1).toString(), u"64x64"_s);
        QCOMPARE(report.value("lightwell"_L1).toObject().value("provider"_L1).toString(), u"sketchbook"_s);
        QVERIFY(!report.contains("labels"_L1));
        QVERIFY(!QFile::exists(cli.home())); // it needs none
    }

    void otherPrograms()
    {
        CliProgram cli;
        const QString file = pngWith(cli,
                                     {metadata::plainText("parameters",
                                                          "a cat\nNegative prompt: blur\nSteps: 20, Sampler: Euler, "
                                                          "CFG scale: 7, Seed: 18446744073709551615, Model: foo, "
                                                          "Clip skip: 2, Version: v1.10.1")});
        const CliResult told = cli.run({u"inspect"_s, file});
        QCOMPARE(told.exitCode, 0);
        for (const char *line :
             {"Program: AUTOMATIC1111 v1.10.1", "Prompt: a cat", "Negative prompt: blur", "Model: foo",
              "Seed: 18446744073709551615", "Steps: 20", "Guidance: 7", "Sampler: Euler", "Clip skip: 2"}) {
            QVERIFY2(told.out.contains(QByteArray(QByteArray("  ") + line + '\n')), line);
        }
    }

    void severalAndNone()
    {
        CliProgram cli;
        const QString silent = pngWith(cli, {});
        const CliResult told =
            cli.run({u"inspect"_s, silent, cli.path(u"missing.png"_s), earlier(u"gif"_s), u"--json"_s});
        QCOMPARE(told.exitCode, 1);
        const QJsonArray reports = told.json().array();
        QCOMPARE(reports.size(), 3);
        QCOMPARE(reports.at(0).toObject(), (QJsonObject {{"file"_L1, silent}}));
        QVERIFY(reports.at(1).toObject().contains("error"_L1));
        QVERIFY(reports.at(2).toObject().contains("recipe"_L1));
        QCOMPARE(cli.run({u"inspect"_s}).exitCode, 2);
        QCOMPARE(cli.run({u"inspect"_s, QString::fromLocal8Bit(LIGHTWELL_CLI)}).exitCode, 1);
    }

    /// Words of a file on the owner's terminal.
    void foreignWordsMoveNothing()
    {
        CliProgram cli;
        const QString file = pngWith(cli,
                                     {metadata::plainText("parameters",
                                                          "\x1b[2J\ncat\nNegative prompt: x\nA b: \x1b]0;x, C d: e, "
                                                          "E f: g, Seed: 5")});
        const CliResult told = cli.run({u"inspect"_s, file});
        QCOMPARE(told.exitCode, 0);
        QVERIFY(told.out.contains("Negative prompt: x"));
        QVERIFY(!told.out.contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestCliInspect)
#include "test_cliinspect.moc"
