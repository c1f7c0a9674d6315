// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// What is asked for is done whole or refused: nothing on the command line is left out in silence.
class TestCliArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void surplusIsWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *line : {"generate two words --model sketchbook-scene",
                                 "estimate two words --model sketchbook-scene",
                                 "compare two words --models sketchbook-scene -o x",
                                 "clients add Two words",
                                 "clients revoke Two words",
                                 "clients list all",
                                 "budget set 5 6 --period week",
                                 "budget list all",
                                 "budget remove 1 2",
                                 "keys test openai fal",
                                 "keys remove openai fal",
                                 "keys list openai",
                                 "models a b",
                                 "requests extra",
                                 "usage extra",
                                 "doctor extra",
                                 "serve extra",
                                 "recordings list all",
                                 "recordings remove a b",
                                 "recordings clear all",
                                 "recordings forget"}) {
            QTest::newRow(line) << words(line);
        }
        // An option that has no meaning there is not left out in silence either.
        for (const char *line :
             {"clients list --budget 5", "clients list --period day", "clients revoke x --json",
              "budget set 5 --period day --json", "budget remove 1 --json", "keys list --place file",
              "keys set openai --json", "keys test --place file", "requests --cost 1", "recordings clear --json"}) {
            QTest::newRow(line) << words(line);
        }
        for (const char *line :
             {"estimate boat --model sketchbook-scene --model sketchbook-pattern",
              "estimate boat --model sketchbook-scene --n 1 --n 2", "generate boat --model x -o a --output b",
              "budget set 5 --period week --period day", "usage --period day --period week"}) {
            QTest::newRow(line) << words(line);
        }
    }
    /// The common parameters have one name each, and each tells what it takes before anything is paid.
    void commonParameters_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("said"); ///< in the report; empty: it is wrong usage
        const auto row = [](const QString &line, const QString &said) {
            QTest::newRow(line.toUtf8().constData()) << line << said;
        };
        row(u"--steps 30"_s, u"steps"_s);
        row(u"--steps 501"_s, {});
        row(u"--steps many"_s, {});
        row(u"--guidance 3.5"_s, u"guidance"_s);
        row(u"--strength 1.5"_s, {});
        row(u"--moderation low"_s, u"moderation"_s);
        row(u"--moderation lwo"_s, {});
        row(u"--input-fidelity high"_s, u"input_fidelity"_s);
        row(u"--input-fidelity medium"_s, {});
        row(u"--prompt-enhancement false"_s, u"prompt_enhancement"_s);
        row(u"--prompt-enhancement perhaps"_s, {});
        row(u"--scheduler euler"_s, u"scheduler"_s);
        row(u"--lora a --lora b=0.5"_s, u"loras"_s);
        row(u"--lora a=11"_s, {});
        row(u"--lora a=b"_s, {});
        row(u"--lora ="_s, {});
        row(u"--lora https://example.org/x?a=b"_s, u"loras"_s);
        row(u"--seed=-1"_s, u"seed"_s);
        row(u"--seed=-2"_s, {});
        row(u"--seed 6687881544318117707"_s, {});
        row(u"--fit cropp"_s, {});
        row(u"--format pgn"_s, {});
    }
    void commonParameters()
    {
        QFETCH(QString, line);
        QFETCH(QString, said);
        CliProgram cli;
        const CliResult result = cli.run(words("estimate boat --model sketchbook-pattern --json") + line.split(u' '));
        QCOMPARE(result.exitCode, said.isEmpty() ? 2 : 0);
        if (said.isEmpty()) {
            QVERIFY(!result.err.isEmpty());
            return;
        }
        const QJsonArray plans = result.json().isArray() ? result.json().array() : QJsonArray {result.json().object()};
        QStringList names;
        const QJsonArray parameters = plans.first()["parameters"_L1].toArray();
        for (const QJsonValue &parameter : parameters) {
            names.append(parameter["name"_L1].toString());
        }
        QVERIFY2(names.contains(said), result.out.constData());
    }

    /// A value that no model knows is wrong usage; what this model cannot do is a failure.
    void wrongValuesAreWrongUsage_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        const QStringList boat {u"boat"_s};
        QTest::newRow("quality") << boat + words("--quality bogus") << 2;
        QTest::newRow("background") << boat + words("--background blue") << 2;
        QTest::newRow("size") << boat + words("--size 99999x99999") << 2;
        QTest::newRow("ratio") << boat + words("--aspect-ratio 1:999") << 2;
        QTest::newRow("prompt") << QStringList {u""_s} << 2;
        QTest::newRow("strict") << boat + words("--steps 30 --strict") << 1;
    }
    void wrongValuesAreWrongUsage()
    {
        QFETCH(QStringList, options);
        QFETCH(int, code);
        CliProgram cli;
        const QStringList model = words("--model sketchbook-pattern");
        const CliResult made =
            cli.run(words("generate") + options + model + QStringList {u"-o"_s, cli.path(u"x.png"_s)});
        QCOMPARE(made.exitCode, code);
        QVERIFY(!made.err.isEmpty());
        QCOMPARE(cli.run(words("estimate") + options + model).exitCode, code);
        const CliResult compared =
            cli.run(words("compare") + options
                    + QStringList {u"--models"_s, u"sketchbook-pattern"_s, u"-o"_s, cli.path(u"d"_s)});
        QCOMPARE(compared.exitCode, code);
    }

    void aTargetThatIsNoFolderIsNamed()
    {
        CliProgram cli;
        const CliResult result = cli.run(words("generate boat --model sketchbook-pattern -o /dev/null"));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("/dev/null is not a folder"), result.err.constData());
        const CliResult several = cli.run(words("generate boat --model sketchbook-pattern -o - -n 2"));
        QCOMPARE(several.exitCode, 2);
        QVERIFY2(several.err.contains(" -n "), several.err.constData());
    }

    void aSettingThatCannotBeUsedIsTold()
    {
        CliProgram cli;
        QVERIFY(QDir().mkpath(cli.home()));
        QFile file(cli.home() + u"/settings.ini"_s);
        const QByteArray written = "[gateway]\nport=abc\nclient_storage_mib=-5\n";
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(written) == written.size());
        file.close();
        for (const char *line : {"usage", "doctor"}) {
            const CliResult result = cli.run(words(line));
            const QByteArray said = result.out + result.err;
            QVERIFY2(said.count("gateway/port") == 1 && said.count("gateway/client_storage_mib") == 1,
                     said.constData());
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), written);
    }

    void tooMuchIsWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList boat = words("estimate boat --model sketchbook-scene");
        QTest::newRow("prompt") << QStringList {u"estimate"_s, QString(65'537, u'a'), u"--model"_s,
                                                u"sketchbook-scene"_s};
        QTest::newRow("negative prompt") << boat + QStringList {u"--negative-prompt"_s, QString(65'537, u'a')};
        QTest::newRow("quality") << boat + QStringList {u"--quality"_s, QString(257, u'a')};
        QTest::newRow("an extra field") << boat + QStringList {u"--extra"_s, u"a="_s + QString(65'537, u'a')};
        QStringList many = boat;
        for (int i = 0; i < 65; ++i) {
            many << u"--extra"_s << u"a%1=1"_s.arg(i);
        }
        QTest::newRow("extra fields") << many;
    }
    void tooMuchIsWrongUsage()
    {
        QFETCH(QStringList, arguments);
        CliProgram cli;
        const CliResult result = cli.run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.size() < 500 && (result.err.contains("at most") || result.err.contains("64 times")),
                 result.err.constData());
    }
    void extraFieldsMayBeSeveral()
    {
        CliProgram cli;
        QCOMPARE(cli.run(words("estimate boat --model sketchbook-scene --extra a=1 --extra b=[2]")).exitCode, 0);
    }

    void surplusIsWrongUsage()
    {
        QFETCH(QStringList, arguments);
        CliProgram cli;
        const CliResult result = cli.run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty());
        QCOMPARE(result.out, QByteArray());
    }

    void budgetsAreListedByPeriodAndProvider_data()
    {
        QTest::addColumn<QStringList>("filter");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << QStringList() << 3;
        QTest::newRow("period") << words("--period day") << 2;
        QTest::newRow("provider") << words("--provider fal") << 1;
        QTest::newRow("both") << words("--provider fal --period day") << 1;
        QTest::newRow("none such") << words("--provider fal --period week") << 0;
    }
    void budgetsAreListedByPeriodAndProvider()
    {
        QFETCH(QStringList, filter);
        QFETCH(int, count);
        CliProgram cli;
        for (const char *line :
             {"budget set 5 --period day", "budget set 5 --period month", "budget set 5 --period day --provider fal"}) {
            QCOMPARE(cli.run(words(line)).exitCode, 0);
        }
        const CliResult list = cli.run(words("budget list") + filter);
        QCOMPARE(list.exitCode, 0);
        QCOMPARE(list.out.count("$5.00") > 0, count > 0);
        QVERIFY(!list.out.contains("nothing limits"));
        QCOMPARE(cli.run(words("budget list --json") + filter).json().array().size(), count);
    }

    void aModelWithoutNameIsWrongUsage_data()
    {
        QTest::addColumn<QString>("models");
        QTest::newRow("blank") << u" "_s;
        QTest::newRow("blank among others") << u"sketchbook-scene, ,sketchbook-pattern"_s;
        QTest::newRow("nothing at the end") << u"sketchbook-scene,"_s;
    }
    void aModelWithoutNameIsWrongUsage()
    {
        QFETCH(QString, models);
        CliProgram cli;
        QCOMPARE(cli.run({u"compare"_s, u"boat"_s, u"--models"_s, models, u"-o"_s, u"x"_s}).exitCode, 2);
    }

    void clientsAreCalledByTheirNames()
    {
        CliProgram cli;
        QCOMPARE(cli.run({u"clients"_s, u"add"_s, u"two\nlines"_s}).exitCode, 1);
        QCOMPARE(cli.run({u"clients"_s, u"add"_s, u"\x1b[31mred"_s}).exitCode, 1);
        QCOMPARE(cli.run(words("clients add Blog --budget 2 --period month")).exitCode, 0);
        QVERIFY(cli.run(words("budget list")).out.contains("Blog"));
        QCOMPARE(cli.run(words("clients revoke Blog")).exitCode, 0);
        QVERIFY(cli.run(words("budget list")).out.contains("Blog (revoked)"));
    }

    void anEmptyKeyIsNoticedBeforeThePassphrase()
    {
        CliProgram cli;
        const CliResult result = cli.run(words("keys set openai --place file"), "\npassphrase\n");
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("No key was given"), result.err.constData());
        QVERIFY(!QFile::exists(cli.home() + u"/keys.encrypted"_s));
    }

    void aKeyIsOneLine_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("two lines") << QByteArray("sk-one\ntwo\n");
        QTest::newRow("control character") << QByteArray("sk-one\x01two\n");
        QTest::newRow("carriage return") << QByteArray("sk-one\rtwo\n");
        QTest::newRow("tab") << QByteArray("sk-one\ttwo\n");
    }
    void aKeyIsOneLine()
    {
        QFETCH(QByteArray, input);
        CliProgram cli;
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"correct horse"_s);
        const CliResult result = cli.run(words("keys set openai --place file"), input);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("line"), result.err.constData());
        QVERIFY(!result.err.contains("sk-one"));
        QVERIFY(!cli.run(words("keys list")).out.contains("encrypted file"));
        QCOMPARE(cli.run(words("keys set openai --place file"), "sk-one \r\n\n").exitCode, 0);
    }

    void aWrongPassphraseIsToldAsSuch_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<bool>("isAsked");
        for (const bool isAsked : {false, true}) {
            const char *how = isAsked ? "asked for" : "in the environment";
            const QByteArray wrong = isAsked ? QByteArray("wrong\n") : QByteArray();
            QTest::addRow("remove, %s", how) << words("keys remove openai") << wrong << isAsked;
            QTest::addRow("set, %s", how)
                << words("keys set fal --place file") << QByteArray("id:two\n") + wrong << isAsked;
        }
    }
    void aWrongPassphraseIsToldAsSuch()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(bool, isAsked);
        CliProgram cli;
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"right"_s);
        QCOMPARE(cli.run(words("keys set openai --place file"), "sk-one\n").exitCode, 0);
        CliProgram other;
        other.setVariable(u"LIGHTWELL_HOME"_s, cli.home());
        if (!isAsked) {
            other.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"wrong"_s);
        }
        const CliResult result = other.run(arguments, input);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("The passphrase is wrong"), result.err.constData());
        QVERIFY(cli.run(words("keys list")).out.contains("encrypted file"));
        QCOMPARE(cli.run(words("keys remove openai")).exitCode, 0);
    }

    void removingAKeyThatIsNotThereIsTold()
    {
        CliProgram cli;
        const CliResult result = cli.run(words("keys remove openai"));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("openai"), result.err.constData());
    }

    void sizesAreReadAsAtTheGateway_data()
    {
        QTest::addColumn<QStringList>("size");
        for (const char *line : {"--size 512x512", "--size 1K", "--size auto", "--size AUTO", "--size 16:9",
                                 "--size 1.91:1", "--aspect-ratio auto", "--aspect-ratio 1.91:1", "--resolution auto",
                                 "--resolution 2k", "--aspect-ratio 16:9 --resolution 1K"}) {
            QTest::newRow(line) << words(line);
        }
    }
    void sizesAreReadAsAtTheGateway()
    {
        QFETCH(QStringList, size);
        CliProgram cli;
        const CliResult result = cli.run(words("estimate boat --model sketchbook-poster") + size);
        QVERIFY2(result.exitCode == 0, result.err.constData());
    }

    void onlyPicturesAreSent_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isSent");
        const QByteArray png =
            QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
                                   "hgGAWjR9awAAAABJRU5ErkJggg==");
        for (const QString &option : {u"--image"_s, u"--mask"_s}) {
            QTest::addRow("%s, no picture", qPrintable(option)) << option << QByteArray("root:x:0:0:root\n") << false;
            QTest::addRow("%s, nothing", qPrintable(option)) << option << QByteArray() << false;
        }
        QTest::newRow("a picture") << u"--image"_s << png << true;
    }
    void onlyPicturesAreSent()
    {
        QFETCH(QString, option);
        QFETCH(QByteArray, content);
        QFETCH(bool, isSent);
        CliProgram cli;
        QFile file(cli.path(u"file.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QStringList arguments = words("estimate boat --model openai/gpt-image-2");
        if (option == "--mask"_L1) {
            arguments += {u"--image"_s, file.fileName()};
        }
        const CliResult result = cli.run(arguments + QStringList {option, file.fileName()});
        QVERIFY2(result.exitCode == (isSent ? 0 : 2), result.err.constData());
        QCOMPARE(result.err.contains("file.png"), !isSent);
    }

    void anEndlessFileIsNotRead()
    {
        CliProgram cli;
        QCOMPARE(cli.run(words("estimate boat --model openai/gpt-image-2 --image /dev/zero")).exitCode, 2);
    }

    void aKeyAmongTheArgumentsIsRefusedAndNotRepeated()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"keys"_s, u"set"_s, u"openai"_s, u"sk-canary"_s}, "sk-other\n");
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains("standard input"), result.err.constData());
        QVERIFY(!result.err.contains("sk-canary"));
    }

    void aMisspelledPeriodRemovesNoBudget_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("misspelled") << words("budget remove --period mnth");
        QTest::newRow("empty") << QStringList {u"budget"_s, u"remove"_s, u"--period"_s, {}};
        QTest::newRow("by id and by period") << words("budget remove 1 --period day");
        QTest::newRow("by id and by provider") << words("budget remove 1 --provider fal");
        QTest::newRow("list") << words("budget list --period mnth");
    }
    void aMisspelledPeriodRemovesNoBudget()
    {
        QFETCH(QStringList, arguments);
        CliProgram cli;
        QCOMPARE(cli.run(words("budget set 20 --period week")).exitCode, 0);
        const CliResult result = cli.run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty());
        QCOMPARE(cli.run(words("budget list --json")).json().array().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCliArguments)
#include "test_cliarguments.moc"
