// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"
#include "core/storage/transaction.h"
#include "tests/cli/cliprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The surroundings of the command line are not as expected: no home, output that cannot be written, arguments that are
/// no text.
class TestCliSurroundings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputThatCannotBeWrittenIsAFailure_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const QString &arguments :
             {u"--version"_s, u"help"_s, u"models --help"_s, u"models --json"_s, u"models"_s, u"usage"_s, u"requests"_s,
              u"budget list"_s, u"clients list"_s, u"keys list"_s, u"doctor"_s, u"serve --port 0"_s,
              u"estimate x --model sketchbook-pattern"_s, u"generate x --model sketchbook-pattern -o o.png --json"_s,
              u"compare x --models sketchbook-pattern -o out"_s}) {
            QTest::newRow(qPrintable(arguments)) << arguments;
        }
    }
    void outputThatCannotBeWrittenIsAFailure()
    {
        QFETCH(const QString, arguments);
        CliProgram cli;
        const CliResult result = cli.runScript(u"\"$0\" %1 > /dev/full"_s.arg(arguments));
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.err.count("Standard output"), 1);
    }

    void aClosedPipeIsAFailure()
    {
        CliProgram cli;
        // The reader is gone before anything is written.
        const CliResult result = cli.runScript(u"{ sleep 0.3; \"$0\" models; echo \"ended with $?\" >&2; } | true"_s);
        QVERIFY2(result.err.contains("ended with 1"), result.err.constData());
    }

    void aKeyThatCouldNotBeShownDoesNotWork()
    {
        CliProgram cli;
        const CliResult added = cli.runScript(u"\"$0\" clients add studio > /dev/full"_s);
        QCOMPARE(added.exitCode, 1);
        const QJsonObject client = cli.run({u"clients"_s, u"list"_s, u"--json"_s}).json().array().first().toObject();
        QCOMPARE(client.value("name"_L1), u"studio"_s);
        QCOMPARE(client.value("revoked"_L1), true);
        QCOMPARE(cli.run({u"clients"_s, u"add"_s, u"studio"_s}).exitCode, 0); // the name is free again
    }

    void argumentsThatAreNoUtf8AreRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("prompt") << uR"sh(generate "$(printf 'caf\351')" --model sketchbook-pattern -o o.png)sh"_s;
        QTest::newRow("output") << uR"sh(generate x --model sketchbook-pattern -o "$(printf 'caf\351.png')")sh"_s;
        QTest::newRow("cut short") << uR"sh(generate "$(printf 'x\303')" --model sketchbook-pattern -o o.png)sh"_s;
        QTest::newRow("command") << uR"sh("$(printf '\377')")sh"_s;
    }
    void argumentsThatAreNoUtf8AreRefused()
    {
        QFETCH(const QString, arguments);
        CliProgram cli;
        const CliResult result = cli.runScript(u"\"$0\" "_s + arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.err.contains("UTF-8"));
        QVERIFY(!QFile::exists(cli.path(u"o.png"_s)));
        QVERIFY(!QFile::exists(cli.home()));
    }

    void amountsAreReadAsTheyAreMeant_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<double>("limit"); // less than nothing: refused
        QTest::newRow("less than nothing") << u"-5"_s << -1.0;
        QTest::newRow("less than nothing, in cents") << u"-0.5"_s << -1.0;
        QTest::newRow("without a zero") << u".5"_s << 0.5;
        QTest::newRow("with a sign") << u"$.5"_s << 0.5;
        QTest::newRow("whole") << u"5"_s << 5.0;
        QTest::newRow("a comma") << u"0,5"_s << -1.0;
    }
    void amountsAreReadAsTheyAreMeant()
    {
        QFETCH(const QString, amount);
        QFETCH(const double, limit);
        CliProgram cli;
        const CliResult set = cli.run({u"budget"_s, u"set"_s, amount, u"--period"_s, u"day"_s});
        QCOMPARE(set.exitCode, limit < 0 ? 2 : 0);
        QVERIFY2(!set.err.contains("nknown option"), set.err.constData());
        const QJsonArray budgets = cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json().array();
        QCOMPARE(budgets.size(), limit < 0 ? 0 : 1);
        QVERIFY(limit < 0 || budgets.first().toObject().value("limit"_L1).toDouble() == limit);
    }

    void aClientsBudgetIsShownAndChanged()
    {
        CliProgram cli;
        QCOMPARE(
            cli.run({u"clients"_s, u"add"_s, u"studio"_s, u"--budget"_s, u"5"_s, u"--period"_s, u"day"_s}).exitCode, 0);
        const QStringList change {u"budget"_s, u"set"_s, u"7"_s, u"--period"_s, u"day"_s, u"--client"_s, u"studio"_s};
        QCOMPARE(cli.run(change).exitCode, 0);
        const QJsonObject client = cli.run({u"clients"_s, u"list"_s, u"--json"_s}).json().array().first().toObject();
        const QJsonArray budgets = client.value("budgets"_L1).toArray();
        QCOMPARE(budgets.size(), 1);
        QCOMPARE(budgets.first().toObject().value("limit"_L1).toDouble(), 7.0);
        QCOMPARE(budgets.first().toObject().value("left"_L1).toDouble(), 7.0);
        QVERIFY(cli.run({u"clients"_s, u"list"_s}).out.contains("$7.00 a day"));
        QStringList stranger = change;
        stranger.last() = u"nobody"_s;
        QCOMPARE(cli.run(stranger).exitCode, 1);
        const QStringList remove {u"budget"_s, u"remove"_s, u"--period"_s, u"day"_s, u"--client"_s, u"studio"_s};
        QCOMPARE(cli.run(remove).exitCode, 0);
        QCOMPARE(cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json().array().size(), 0);
    }

    void aDatabaseThatIsNotTheOneThatIsMeantIsTold()
    {
        CliProgram cli;
        const QString database = cli.home() + u"/lightwell.db"_s;
        QCOMPARE(cli.run({u"budget"_s, u"set"_s, u"5"_s, u"--period"_s, u"day"_s}).exitCode, 0);
        QVERIFY(cli.run({u"usage"_s}).err.isEmpty());
        QFile file(database);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.close();
        const QStringList paint {u"generate"_s, u"x"_s, u"--model"_s, u"sketchbook-pattern"_s, u"-o"_s, u"o.png"_s};
        for (const QStringList &arguments : {QStringList {u"usage"_s}, paint, {u"budget"_s, u"list"_s}}) {
            const CliResult refused = cli.run(arguments);
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(refused.err.contains(database.toUtf8()), refused.err.constData());
            QCOMPARE(file.size(), 0);
        }
        QVERIFY(file.remove());
        QVERIFY(cli.run({u"usage"_s}).err.contains(database.toUtf8())); // begun anew, and told once
        QVERIFY(cli.run({u"usage"_s}).err.isEmpty());
    }

    void aDatabaseThatIsHeldIsWaitedForAloud()
    {
        CliProgram cli;
        QCOMPARE(cli.run({u"usage"_s}).exitCode, 0);
        const auto store = lightwell::Store::open(cli.home() + u"/lightwell.db"_s);
        QVERIFY(store.ok());
        QSemaphore held;
        QSemaphore done;
        const QFuture<void> holding = store.value()->run([&held, &done](lightwell::Database &database) {
            const lightwell::Transaction transaction(database);
            held.release();
            done.acquire();
        });
        held.acquire();
        QElapsedTimer clock;
        clock.start();
        const CliResult refused = cli.run({u"budget"_s, u"set"_s, u"5"_s, u"--period"_s, u"day"_s});
        const qint64 took = clock.elapsed();
        done.release();
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.err.count("Waiting"), 1);
        QCOMPARE(refused.err.count('\n'), 2); // and why it ended
        QVERIFY2(took < 15'000, qPrintable(QString::number(took)));
        QCOMPARE(cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json().array().size(), 0);
    }

    void theDoctorNamesWhatWasKeptAside()
    {
        CliProgram cli;
        QVERIFY(QDir().mkpath(cli.home()));
        QFile settings(cli.home() + u"/settings.ini"_s);
        QVERIFY(settings.open(QIODevice::WriteOnly) && settings.write(QByteArray(600, '\0')) == 600);
        settings.close();
        QVERIFY(cli.run({u"usage"_s}).err.contains("settings.ini.damaged-"));
        QVERIFY(cli.run({u"usage"_s}).err.contains("settings.ini.damaged-")); // until somebody does something about it
        const CliResult doctor = cli.run({u"doctor"_s, u"--json"_s});
        QVERIFY(doctor.out.contains("\"kept_aside\"") && doctor.out.contains("\"settings_kept_aside\""));
        QCOMPARE(cli.run({u"settings"_s, u"accept"_s}).exitCode, 0);
        QVERIFY(cli.run({u"usage"_s}).err.isEmpty());
        QVERIFY(!cli.run({u"doctor"_s, u"--json"_s}).out.contains("\"settings_kept_aside\""));
    }

    void theSystemSpeaksTheLanguageOfTheTexts()
    {
        CliProgram cli;
        cli.setVariable(u"LC_ALL"_s, u"de_DE.UTF-8"_s); // says the same where that locale is not there
        const CliResult result = cli.runScript(u"\"$0\" usage > /dev/full"_s);
        QVERIFY2(result.err.contains("No space left on device"), result.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliSurroundings)
#include "test_clisurroundings.moc"
