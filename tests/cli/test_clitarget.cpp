// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/person.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Where pictures go: `-o` of generate and compare.
class TestCliTarget : public QObject
{
    Q_OBJECT

private:
    static QStringList painting(const QString &command, const QString &output)
    {
        const QString models = command == "compare"_L1 ? u"--models"_s : u"--model"_s;
        return {command, u"boat"_s, models, u"sketchbook-pattern"_s, u"--size"_s, u"512x512"_s, u"-o"_s, output};
    }

private Q_SLOTS:
    void aPersonIsAskedBeforeAFileIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("yes") << QByteArray("y\n") << true;
        QTest::newRow("no") << QByteArray("n\n") << false;
        QTest::newRow("nothing said") << QByteArray("\n") << false;
    }
    void aPersonIsAskedBeforeAFileIsReplaced()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, isReplaced);
        CliProgram cli;
        QFile there(cli.path(u"there.png"_s));
        QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
        there.close();
        Person person(cli, painting(u"generate"_s, there.fileName()));
        QVERIFY(person.answer("there.png is there already", answer));
        QVERIFY(person.ends(isReplaced ? 0 : 1));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll() == "mine", !isReplaced);
        QCOMPARE(QDir(cli.path({})).entryList({u"there*"_s}).size(), 1);
        const QJsonArray made = cli.run({u"requests"_s, u"--json"_s}).json().array();
        QCOMPARE(made.size(), isReplaced ? 1 : 0); // asked before anything is made
    }

    void aTargetThatCannotBeWrittenIsToldBeforeAnythingIsMade_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("output");
        for (const QString &command : {u"generate"_s, u"compare"_s}) {
            QTest::addRow("%s, no folder can be made", qPrintable(command)) << command << u"/proc/nope/x"_s;
            QTest::addRow("%s, nothing can be written", qPrintable(command)) << command << u"/proc/"_s;
            QTest::addRow("%s, a file in the way", qPrintable(command)) << command << u"FOLDER/file/x"_s;
        }
        QTest::newRow("a file in a folder that cannot be made") << u"generate"_s << u"/proc/nope/x.png"_s;
        QTest::newRow("a file where nothing can be written") << u"generate"_s << u"/proc/x.png"_s;
    }
    void aTargetThatCannotBeWrittenIsToldBeforeAnythingIsMade()
    {
        QFETCH(QString, command);
        QFETCH(QString, output);
        CliProgram cli;
        QFile inTheWay(cli.path(u"file"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        output.replace(u"FOLDER"_s, cli.path({}));
        const CliResult result = cli.run(painting(command, output));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains(output.section(u'/', 0, -2).toUtf8()), result.err.constData());
        QCOMPARE(cli.run({u"requests"_s, u"--json"_s}).json().array().size(), 0);
    }

    void noContactSheetIsNamedWhereNoneCouldBeWritten()
    {
        CliProgram cli;
        QVERIFY(QDir().mkpath(cli.path(u"sheet/contact-sheet.png"_s)));
        const CliResult result = cli.run(painting(u"compare"_s, cli.path(u"sheet"_s)));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("contact-sheet.png"), result.err.constData());
        QVERIFY2(!result.out.contains("contact-sheet.png"), result.out.constData());
    }

    void theSuffixIsTheFormat_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const QString &command, const QString &output, const QString &format, int exitCode) {
            QStringList arguments {command, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"-o"_s, output};
            if (!format.isEmpty()) {
                arguments += {u"--format"_s, format};
            }
            QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << exitCode;
        };
        for (const QString &command : {u"generate"_s, u"estimate"_s}) {
            for (const QString &output : {u"boat.bmp"_s, u"boat.heic"_s, u"boat.tiff"_s, u"v1.2"_s}) {
                row(command, output, {}, 2);
            }
            row(command, u"boat.svg"_s, {}, 1); // this one does not draw
            row(command, u"boat.png"_s, u"webp"_s, 2);
            row(command, u"boat.jpeg"_s, u"jpeg"_s, 0);
            row(command, u"boats.v2/"_s, u"webp"_s, 0);
            row(command, u"boat.png"_s, u"tiff"_s, 2);
        }
    }
    void theSuffixIsTheFormat()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        CliProgram cli;
        const CliResult result = cli.run(arguments);
        QVERIFY2(result.exitCode == exitCode, result.err.constData());
        QCOMPARE(QDir(cli.path({})).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(),
                 exitCode == 0 && arguments.first() == "generate"_L1 ? 2 : 1);
    }

    void aNameThatIsTooLongIsToldBeforeAnythingIsMade_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("pictures");
        QTest::addColumn<bool>("fits");
        QTest::newRow("made of a prompt") << QString(u"a lighthouse, "_s.repeated(30) + u".png"_s) << 1 << false;
        QTest::newRow("in bytes, not characters") << QString(QString(200, u'ä') + u".png"_s) << 1 << false;
        QTest::newRow("as long as can be") << QString(QString(251, u'x') + u".png"_s) << 1 << true;
        QTest::newRow("the second one") << QString(QString(251, u'x') + u".png"_s) << 2 << false;
        QTest::newRow("a folder") << QString(QString(300, u'x') + u"/boat.png"_s) << 1 << false;
    }
    void aNameThatIsTooLongIsToldBeforeAnythingIsMade()
    {
        QFETCH(const QString, name);
        QFETCH(const int, pictures);
        QFETCH(const bool, fits);
        CliProgram cli;
        const CliResult result =
            cli.run(painting(u"generate"_s, cli.path(name)) << u"--n"_s << QString::number(pictures));
        QCOMPARE(result.exitCode, fits ? 0 : 1);
        QCOMPARE(cli.run({u"requests"_s, u"--json"_s}).json().array().size(), fits ? 1 : 0);
    }

    void aFileThatIsThereStays()
    {
        CliProgram cli;
        const QString file = cli.path(u"boat.png"_s);
        const auto bytes = [&cli](const QString &name) {
            QFile opened(cli.path(name));
            return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
        };
        QFile mine(file);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        const CliResult told = cli.run(painting(u"generate"_s, file)); // nobody is there to be asked
        QCOMPARE(told.exitCode, 0);
        QVERIFY2(told.err.contains("--force"), told.err.constData());
        QVERIFY2(told.out.contains("boat-2.png"), told.out.constData());
        QCOMPARE(bytes(u"boat.png"_s), QByteArray("mine"));
        QVERIFY(bytes(u"boat-2.png"_s).startsWith("\x89PNG"));
        QCOMPARE(cli.run(painting(u"generate"_s, file) << u"--force"_s).exitCode, 0);
        QVERIFY(bytes(u"boat.png"_s).startsWith("\x89PNG"));
    }

    void standardOutputTakesOnePicture()
    {
        CliProgram cli;
        const CliResult one = cli.run(painting(u"generate"_s, u"-"_s));
        QCOMPARE(one.exitCode, 0);
        QVERIFY(one.out.startsWith("\x89PNG") && one.out.endsWith(QByteArray("IEND\xae\x42\x60\x82")));
        QCOMPARE(cli.run(painting(u"generate"_s, u"-"_s) << u"--json"_s).exitCode, 2);
        QCOMPARE(cli.run(painting(u"generate"_s, u"-"_s) << u"--n"_s << u"2"_s).exitCode, 2);
        QCOMPARE(cli.run({u"requests"_s, u"--json"_s}).json().array().size(), 1);
        const CliResult lost =
            cli.runScript(u"\"$0\" generate boat --model sketchbook-pattern --size 512x512 -o - > /dev/full"_s);
        QCOMPARE(lost.exitCode, 1);
        QVERIFY2(lost.err.contains(QByteArray(cli.home().toUtf8() + "/media/")), lost.err.constData());
    }

    void thePromptComesFromStandardInput()
    {
        CliProgram cli;
        const QStringList arguments {u"generate"_s, u"-"_s, u"--model"_s, u"sketchbook-pattern"_s, u"-o"_s, u"out/"_s};
        QCOMPARE(cli.run(arguments, "a boat\nat dawn\n").exitCode, 0);
        const QJsonArray requests = cli.run({u"requests"_s, u"--json"_s}).json().array();
        QCOMPARE(requests.size(), 1);
        for (const QByteArray &input : {QByteArray(" \n"), QByteArray("caf\xe9"), QByteArray(1'000'000, 'x')}) {
            QCOMPARE(cli.run(arguments, input).exitCode, 2);
        }
        QCOMPARE(cli.run({u"requests"_s, u"--json"_s}).json().array().size(), 1);
    }

    void aSecondContactSheetStandsBesideTheFirst()
    {
        CliProgram cli;
        QCOMPARE(cli.run(painting(u"compare"_s, cli.path(u"sheets"_s))).exitCode, 0);
        const CliResult second = cli.run(painting(u"compare"_s, cli.path(u"sheets"_s)));
        QCOMPARE(second.exitCode, 0);
        QVERIFY2(second.out.contains("contact-sheet-2.png"), second.out.constData());
        QVERIFY(QFile::exists(cli.path(u"sheets/contact-sheet-2.png"_s)));
    }
};

QTEST_GUILESS_MAIN(TestCliTarget)
#include "test_clitarget.moc"
