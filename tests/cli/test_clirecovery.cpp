// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"
#include "tests/standins/fal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// A home in which a command line program died while the vendor worked for it.
struct DiedAtWork
{
    DiedAtWork()
    {
        fal.setPolls(6);
        cli.setVariable(u"FAL_KEY"_s, QString::fromLatin1(FalStandIn::key()));
        cli.setVariable(u"LIGHTWELL_FAL_BASE_URL"_s, fal.baseUrl().toString());
        const std::unique_ptr<QProcess> process = cli.start(
            {u"generate"_s, u"a paper boat"_s, u"--model"_s, u"fal/flux-2-pro"_s, u"-o"_s, cli.path(u"lost"_s)});
        const auto isAskedAbout = [this] { return fal.billed() == 1 && fal.calls().size() > 2; };
        [&isAskedAbout] { QTRY_VERIFY_WITH_TIMEOUT(isAskedAbout(), 30'000); }();
        process->kill();
        process->waitForFinished(30'000);
        fal.hurry();
    }

    QJsonObject first() { return cli.run({u"requests"_s, u"--json"_s}).json().array().last().toObject(); }

    /// Runs it while the vendor, which lives on this thread, can answer.
    CliResult generate(const QString &command)
    {
        const QString models = command == "compare"_L1 ? u"--models"_s : u"--model"_s;
        const std::unique_ptr<QProcess> process = cli.start({command, u"waves"_s, models, u"sketchbook-pattern"_s,
                                                             u"--size"_s, u"512x512"_s, u"-o"_s, cli.path(u"out/"_s)});
        [&process] { QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 90'000); }();
        return {process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
    }

    FalStandIn fal;
    CliProgram cli;
};

} // namespace

/// What a command line program that died leaves behind.
class TestCliRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interruptedRequestsAreTold()
    {
        DiedAtWork house;
        QCOMPARE(house.first()["status"_L1].toString(), u"running"_s);
        QVERIFY(house.first()["interrupted"_L1].toBool());
        const QByteArray requests = house.cli.run({u"requests"_s}).out;
        QVERIFY2(requests.contains("interrupted"), requests.constData());
        const CliResult usage = house.cli.run({u"usage"_s, u"--json"_s});
        QCOMPARE(usage.json()["interrupted"_L1].toInt(), 1);
        const QByteArray doctor = house.cli.run({u"doctor"_s}).out;
        QVERIFY2(doctor.contains("interrupted") && doctor.contains("fetches"), doctor.constData());
    }

    void thePaidJobIsFetchedByTheNext_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("generate") << u"generate"_s;
        QTest::newRow("compare") << u"compare"_s;
    }
    void thePaidJobIsFetchedByTheNext()
    {
        QFETCH(QString, command);
        DiedAtWork house;
        const CliResult result = house.generate(command);
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QVERIFY2(result.err.contains(QString(house.cli.home() + u"/media/"_s).toUtf8()), result.err.constData());
        const QJsonObject lost = house.first();
        QCOMPARE(lost["status"_L1].toString(), u"completed"_s);
        QVERIFY(!lost["interrupted"_L1].toBool());
        QCOMPARE(lost["pictures"_L1].toArray().size(), 1);
        QCOMPARE(house.fal.billed(), 1);
        QCOMPARE(house.generate(command).err, QByteArray()); // told once
    }

    void theFreePainterIsNeverBilled_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("status");
        QTest::newRow("stopped") << SIGINT << u"cancelled"_s;
        QTest::newRow("its terminal went") << SIGHUP << u"cancelled"_s;
        QTest::newRow("died") << SIGKILL << u"failed"_s;
    }
    void theFreePainterIsNeverBilled()
    {
        QFETCH(int, signal);
        QFETCH(QString, status);
        DiedAtWork house; // for its next program, which takes up what is left
        const std::unique_ptr<QProcess> process =
            house.cli.start({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-poster"_s, u"--size"_s,
                             u"2048x2048"_s, u"--n"_s, u"10"_s, u"-o"_s, house.cli.path(u"posters/"_s)});
        const auto newest = [&house] {
            return house.cli.run({u"requests"_s, u"--limit"_s, u"1"_s, u"--json"_s}).json().array().first().toObject();
        };
        QTRY_VERIFY_WITH_TIMEOUT(newest()["provider"_L1].toString() == u"sketchbook"_s, 30'000);
        ::kill(static_cast<pid_t>(process->processId()), signal);
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
        if (signal == SIGKILL) {
            const QByteArray doctor = house.cli.run({u"doctor"_s}).out; // the painter has no jobs to ask for
            QVERIFY2(doctor.contains("nothing to fetch"), doctor.constData());
            house.generate(u"generate"_s);
        }
        const QJsonArray all = house.cli.run({u"requests"_s, u"--json"_s}).json().array();
        for (const QJsonValue &entry : all) {
            if (entry["model"_L1].toString() == "sketchbook-poster"_L1) {
                QCOMPARE(entry["status"_L1].toString(), status);
                QCOMPARE(entry["cost"_L1].toDouble(-1), 0.0);
                return;
            }
        }
        QFAIL("The poster is not in the history.");
    }
};

QTEST_GUILESS_MAIN(TestCliRecovery)
#include "test_clirecovery.moc"
