// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/person.h"

#include <QJsonArray>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList setFal {u"keys"_s, u"set"_s, u"fal"_s};
const QByteArray key = "fal-key-0123456789abcdef\n";

} // namespace

/// Keys and passphrases as a person gives them, and what is said of a place that is locked.
class TestCliKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewPassphraseIsAskedForTwice()
    {
        CliProgram cli;
        const QString file = cli.home() + "/keys.encrypted"_L1;
        {
            Person person(cli, setFal);
            QVERIFY(person.answer("Key for", key));
            QVERIFY(person.answer("Choose a passphrase", "correct horse\n"));
            QVERIFY(person.answer("once more", "correct hoarse\n"));
            QVERIFY(person.ends(1));
            QVERIFY2(person.seen().contains("two different"), person.seen().constData());
            QVERIFY(!QFile::exists(file));
        }
        {
            Person person(cli, setFal);
            QVERIFY(person.answer("Key for", key));
            QVERIFY(person.answer("Choose a passphrase", "correct horse\n"));
            QVERIFY(person.answer("once more", "correct horse\n"));
            QVERIFY(person.ends(0));
            QVERIFY2(person.seen().contains("Kept."), person.seen().constData());
        }
        Person person(cli, {u"keys"_s, u"set"_s, u"openai"_s});
        QVERIFY(person.answer("Key for", "sk-0123456789abcdef\n"));
        QVERIFY(person.answer("Passphrase of the key file", "correct horse\n")); // and not once more
        QVERIFY(person.ends(0));
    }

    void furtherFieldsComeFromAPipe_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const QByteArray half = "canary-secret-half-0123456789\n";
        QTest::newRow("both halves") << QStringList {u"region=eu-west-1"_s} << "AKIAEXAMPLE1234567\n" + half << 0
                                     << QByteArray("Kept.");
        QTest::newRow("one half") << QStringList() << QByteArray("AKIAEXAMPLE1234567\n") << 1
                                  << QByteArray("Secret access key");
        QTest::newRow("a key that is whole")
            << QStringList() << QByteArray("ABSKexample12345678\n") << 0 << QByteArray("Kept.");
        QTest::newRow("a session") << QStringList {u"session_token="_s} << "ASIAEXAMPLE1234567\n" + half + "token\n"
                                   << 0 << QByteArray("Kept.");
        QTest::newRow("too many lines") << QStringList() << "AKIAEXAMPLE1234567\n" + half + "more\n"
                                        << 1 << QByteArray("more than one line");
        QTest::newRow("no such field") << QStringList {u"colour=red"_s} << QByteArray() << 2 << QByteArray("region");
        QTest::newRow("a secret for all to see")
            << QStringList {u"secret_access_key=canary"_s} << QByteArray() << 2 << QByteArray("standard input");
        QTest::newRow("several fields") << QStringList {u"region=eu-west-1"_s, u"session_token="_s}
                                        << "ASIAEXAMPLE1234567\n" + half + "token\n"
                                        << 0 << QByteArray("Kept.");
        QTest::newRow("a field alone") << QStringList {u"region=eu-west-1"_s} << QByteArray() << 0
                                       << QByteArray("Kept.");
    }
    void furtherFieldsComeFromAPipe()
    {
        QFETCH(const QStringList, fields);
        QFETCH(const QByteArray, input);
        CliProgram cli;
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"correct horse"_s);
        QStringList arguments {u"keys"_s, u"set"_s, u"amazon-bedrock"_s, u"--place"_s, u"file"_s};
        for (const QString &field : fields) {
            arguments += {u"--field"_s, field};
        }
        const CliResult set = cli.run(arguments, input);
        QTEST(set.exitCode, "code");
        QVERIFY2(set.err.contains(*static_cast<QByteArray *>(QTest::qData("says", QMetaType::QByteArray))),
                 set.err.constData());
        if (set.exitCode != 0) {
            QVERIFY(!QFile::exists(cli.home() + "/keys.encrypted"_L1));
            return;
        }
        const CliResult list = cli.run({u"keys"_s, u"list"_s, u"--json"_s});
        QVERIFY(!list.out.contains("canary"));
        const QJsonArray providers = list.json().array();
        const auto bedrock = std::find_if(providers.begin(), providers.end(), [](const QJsonValue &entry) {
            return entry["provider"_L1].toString() == u"amazon-bedrock"_s;
        });
        QVERIFY(bedrock != providers.end());
        const QJsonArray told = (*bedrock)["fields"_L1].toArray();
        QCOMPARE(told.size(), 3);
        QCOMPARE(told.at(2)["value"_L1].toString(),
                 fields.contains(u"region=eu-west-1"_s) ? u"eu-west-1"_s : u"us-west-2"_s);
        QCOMPARE(cli.run({u"keys"_s, u"remove"_s, u"amazon-bedrock"_s}).exitCode, 0);
    }

    void aSignalEndsTheAsking_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::newRow("for the key") << QByteArray("Key for");
        QTest::newRow("for the passphrase") << QByteArray("Choose a passphrase");
        QTest::newRow("once more") << QByteArray("once more");
    }
    void aSignalEndsTheAsking()
    {
        QFETCH(QByteArray, question);
        CliProgram cli;
        Person person(cli, setFal);
        const QList<std::pair<QByteArray, QByteArray>> answers {
            {"Key for", key}, {"Choose a passphrase", "correct horse\n"}, {"once more", {}}};
        for (const auto &[asked, line] : answers) {
            const bool isNow = asked == question;
            QVERIFY2(person.answer(asked, isNow ? QByteArray("\x03") : line), asked.constData()); // Ctrl+C
            if (isNow) {
                break;
            }
        }
        QVERIFY2(person.ends(1), "it does not end");
        QVERIFY(!QFile::exists(cli.home() + "/keys.encrypted"_L1));
    }

    void aSignalEndsTheWaitForAPipe()
    {
        CliProgram cli;
        const auto process = cli.start(setFal);
        process->setReadChannel(QProcess::StandardError);
        QByteArray said;
        while (!said.contains("The key goes into") && process->waitForReadyRead(20000)) {
            said += process->readAllStandardError();
        }
        QVERIFY2(said.contains("The key goes into"), said.constData());
        process->terminate();
        QVERIFY(process->waitForFinished(20000));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 1);
    }

    void whatIsLockedIsNotTakenForMissing()
    {
        CliProgram cli;
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"correct horse"_s);
        QCOMPARE(cli.run(setFal, key).exitCode, 0);
        for (const bool isWrong : {false, true}) {
            cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, isWrong ? u"wrong"_s : QString());
            const QByteArray why = isWrong ? "passphrase is wrong" : "needs its passphrase";
            for (const QStringList &arguments : {QStringList {u"keys"_s, u"list"_s}, QStringList {u"keys"_s, u"test"_s},
                                                 QStringList {u"keys"_s, u"test"_s, u"fal"_s}}) {
                const CliResult said = cli.run(arguments);
                const QByteArray words = said.out + said.err;
                QVERIFY2(words.contains(why) && words.contains("LIGHTWELL_PASSPHRASE"), words.constData());
                QVERIFY2(!words.contains("no key to test"), words.constData());
            }
            const CliResult doctor = cli.run({u"doctor"_s});
            QVERIFY2(doctor.out.contains("place is locked") && !doctor.out.contains("none yet"),
                     doctor.out.constData());
        }
    }

    void aPersonIsAskedBeforeALockedKeyIsTested()
    {
        CliProgram cli;
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"correct horse"_s);
        QCOMPARE(cli.run(setFal, key).exitCode, 0);
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, {});
        cli.setVariable(u"LIGHTWELL_FAL_BASE_URL"_s, u"http://127.0.0.1:9"_s);
        Person person(cli, {u"keys"_s, u"test"_s, u"fal"_s});
        QVERIFY(person.answer("Passphrase of the key file", "correct horse\n"));
        QVERIFY(person.ends(1)); // nobody is there, but it was asked with the key
        const QByteArray out = person.out();
        QVERIFY2(out.startsWith("fal: ") && !out.contains("passphrase"), out.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliKeys)
#include "test_clikeys.moc"
