// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"
#include "tests/standins/fal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// A home with a key for a vendor that lives on this thread.
struct House
{
    House()
    {
        cli.setVariable(u"FAL_KEY"_s, QString::fromLatin1(FalStandIn::key()));
        cli.setVariable(u"LIGHTWELL_FAL_BASE_URL"_s, fal.baseUrl().toString());
    }

    /// Runs it while the vendor can answer.
    CliResult run(const QStringList &arguments)
    {
        const std::unique_ptr<QProcess> process = cli.start(arguments);
        [&process] { QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 90'000); }();
        return {process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
    }

    QStringList generate()
    {
        return {u"generate"_s, u"a paper boat"_s, u"--model"_s, u"fal/flux-2-pro"_s, u"-o"_s, cli.path(u"lost/"_s)};
    }
    /// The vendor takes the request, bills it, and its answer never comes. Returns the id.
    QString lose()
    {
        fal.script(u"submit"_s, Reply::drop(), 1, VendorStandIn::Instead::OfAnswer);
        static_cast<void>(run(generate()));
        return newest()["id"_L1].toString();
    }
    /// The program dies while the vendor works.
    QString interrupt()
    {
        fal.setPolls(6);
        const std::unique_ptr<QProcess> process = cli.start(generate());
        const auto isAskedAbout = [this] { return fal.billed() == 1 && fal.calls().size() > 2; };
        [&isAskedAbout] { QTRY_VERIFY_WITH_TIMEOUT(isAskedAbout(), 30'000); }();
        process->kill();
        process->waitForFinished(30'000);
        fal.hurry();
        return newest()["id"_L1].toString();
    }

    QJsonObject newest() { return cli.run({u"requests"_s, u"--json"_s}).json().array().first().toObject(); }
    QJsonObject usage() { return cli.run({u"usage"_s, u"--json"_s}).json().object(); }
    QJsonObject budget() { return cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json().array().first().toObject(); }

    FalStandIn fal;
    CliProgram cli;
};

} // namespace

/// `requests ask` and `requests settle`: what is done about a request whose outcome nobody knows.
class TestCliRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAKeyNobodyIsNamed();
    void explainsWhatTheVendorGot();
    void showsWhatTheVendorAnswered();
    void wrongUsageIsTold_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &line :
             {u"requests paint"_s, u"requests ask"_s, u"requests settle"_s, u"requests settle gen_1"_s,
              u"requests settle gen_1 --cost 1 --not-billed"_s, u"requests settle gen_1 --cost much"_s,
              u"requests settle gen_1 --cost -1"_s, u"requests settle gen_1 --cost"_s,
              u"requests settle gen_1 --not-billed --attempt 0"_s, u"requests settle gen_1 --not-billed --limit 3"_s,
              u"requests ask gen_1 --cost 1"_s, u"requests list --give-up"_s, u"requests --not-billed"_s}) {
            QTest::newRow(qPrintable(line)) << line;
        }
    }
    void wrongUsageIsTold()
    {
        QFETCH(QString, line);
        CliProgram cli;
        const CliResult result = cli.run(line.split(u' '));
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty());
        QCOMPARE(result.out, QByteArray());
    }

    void whatNeverWasIsToldAsSuch_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("ask") << u"requests ask gen_1"_s;
        QTest::newRow("settle") << u"requests settle gen_1 --not-billed"_s;
    }
    void whatNeverWasIsToldAsSuch()
    {
        QFETCH(QString, line);
        CliProgram cli;
        const CliResult result = cli.run(line.split(u' '));
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("There is no request gen_1"), result.err.constData());
    }

    void anUnknownOutcomeIsSettledOnce_data()
    {
        QTest::addColumn<QStringList>("told");
        QTest::addColumn<double>("cost");
        QTest::newRow("billed") << QStringList {u"--cost"_s, u"0.05"_s} << 0.05;
        QTest::newRow("not billed") << QStringList {u"--not-billed"_s} << 0.0;
    }
    void anUnknownOutcomeIsSettledOnce()
    {
        QFETCH(QStringList, told);
        QFETCH(double, cost);
        House house;
        QCOMPARE(house.cli.run({u"budget"_s, u"set"_s, u"2"_s, u"--period"_s, u"total"_s}).exitCode, 0);
        const QString id = house.lose();
        QCOMPARE(house.newest()["status"_L1].toString(), u"unknown"_s);
        QVERIFY(house.usage()["reserved"_L1].toDouble() > 0);
        QVERIFY(house.cli.run({u"requests"_s}).err.contains("requests settle"));

        const QStringList settle = QStringList {u"requests"_s, u"settle"_s, id} + told;
        const CliResult first = house.cli.run(settle + QStringList {u"--json"_s});
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QCOMPARE(first.json()["cost"_L1].toDouble(-1), cost);
        const CliResult second = house.cli.run(settle);
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.err.contains("settled already"), second.err.constData());

        const QJsonObject entry = house.newest();
        QCOMPARE(entry["status"_L1].toString(), u"failed"_s);
        QCOMPARE(entry["cost"_L1].toDouble(-1), cost);
        QVERIFY(entry["attempts"_L1][0]["settled_by_hand"_L1].toBool());
        QCOMPARE(house.usage()["total"_L1].toDouble(-1), cost);
        QCOMPARE(house.usage()["reserved"_L1].toDouble(-1), 0.0);
        QCOMPARE(house.usage()["unknown"_L1].toInt(-1), 0);
        QCOMPARE(house.budget()["left"_L1].toDouble(), 2 - cost);
        QCOMPARE(house.fal.billed(), 1);
    }

    void whatWasToldWronglyIsCorrected()
    {
        House house;
        const QString id = house.lose();
        const QStringList settle {u"requests"_s, u"settle"_s, id};
        QCOMPARE(house.cli.run(settle + QStringList {u"--cost"_s, u"5"_s}).exitCode, 0);
        const CliResult corrected = house.cli.run(settle + QStringList {u"--cost"_s, u"0.05"_s});
        QVERIFY2(corrected.exitCode == 0, corrected.err.constData());
        QVERIFY2(corrected.err.contains("$5.00 (settled) became $0.050"), corrected.err.constData());
        QCOMPARE(house.usage()["total"_L1].toDouble(-1), 0.05);
        const QJsonArray corrections = house.newest()["attempts"_L1][0]["corrections"_L1].toArray();
        QCOMPARE(corrections.size(), 2);
        QCOMPARE(corrections.last()["from"_L1].toDouble(), 5.0);
        QVERIFY(!corrections.last()["by"_L1].toString().isEmpty());
        // The same once more adds nothing; what is settled at nothing was not billed.
        const CliResult same = house.cli.run(settle + QStringList {u"--cost"_s, u"0.05"_s, u"--correct"_s});
        QCOMPARE(same.exitCode, 1);
        QCOMPARE(house.newest()["attempts"_L1][0]["corrections"_L1].toArray().size(), 2);
        const CliResult unbilled = house.cli.run(settle + QStringList {u"--not-billed"_s, u"--correct"_s});
        QCOMPARE(unbilled.exitCode, 0);
        QVERIFY2(unbilled.out.contains("not billed"), unbilled.out.constData());
        QVERIFY(!unbilled.out.contains("free"));
    }

    void withoutAJobNobodyIsAsked()
    {
        House house;
        const QString id = house.lose();
        const qsizetype calls = house.fal.calls().size();
        const CliResult asked = house.run({u"requests"_s, u"ask"_s, id});
        QCOMPARE(asked.exitCode, 1);
        QVERIFY2(asked.err.contains("requests settle"), asked.err.constData());
        QCOMPARE(house.fal.calls().size(), calls);
        QCOMPARE(house.newest()["status"_L1].toString(), u"unknown"_s);
    }

    void aLostJobIsFetched()
    {
        House house;
        const QString id = house.interrupt();
        const CliResult refused = house.cli.run({u"requests"_s, u"settle"_s, id, u"--not-billed"_s});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("requests ask") && refused.err.contains("--give-up"), refused.err.constData());

        const QString file = house.cli.path(u"found.png"_s);
        const CliResult asked = house.run({u"requests"_s, u"ask"_s, id, u"-o"_s, file, u"--json"_s});
        QVERIFY2(asked.exitCode == 0, asked.err.constData());
        QCOMPARE(asked.json()["status"_L1].toString(), u"completed"_s);
        const QString written = asked.json()["pictures"_L1][0]["path"_L1].toString();
        QVERIFY2(QFile::exists(written) && written.startsWith(house.cli.path(u"found"_s)), qPrintable(written));
        QCOMPARE(house.newest()["status"_L1].toString(), u"completed"_s);
        QCOMPARE(house.fal.billed(), 1);
        // Asked once more, it is there.
        const CliResult again = house.run({u"requests"_s, u"ask"_s, id});
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(again.out.contains("/media/"), again.out.constData());
        QCOMPARE(house.fal.billed(), 1);
    }

    void withoutAKeyItIsSaidAndNothingIsLost()
    {
        House house;
        const QString id = house.interrupt();
        house.cli.setVariable(u"FAL_KEY"_s, {});
        const CliResult asked = house.run({u"requests"_s, u"ask"_s, id});
        QCOMPARE(asked.exitCode, 1);
        QVERIFY2(asked.err.contains("FAL_KEY"), asked.err.constData());
        QVERIFY(house.newest()["interrupted"_L1].toBool());
        QCOMPARE(house.cli.run({u"requests"_s, u"settle"_s, id, u"--cost"_s, u"0.03"_s, u"--give-up"_s}).exitCode, 0);
        QCOMPARE(house.newest()["status"_L1].toString(), u"failed"_s);
        QCOMPARE(house.usage()["total"_L1].toDouble(), 0.03);
    }

    void whatRunsElsewhereIsLeftAlone()
    {
        House house;
        house.fal.setPolls(1000);
        const std::unique_ptr<QProcess> process = house.cli.start(house.generate());
        const auto isAskedAbout = [&house] { return house.fal.billed() == 1 && house.fal.calls().size() > 2; };
        QTRY_VERIFY_WITH_TIMEOUT(isAskedAbout(), 30'000);
        const QString id = house.newest()["id"_L1].toString();
        for (const QStringList &rest :
             {QStringList {u"ask"_s, id}, QStringList {u"settle"_s, id, u"--cost"_s, u"1"_s, u"--give-up"_s}}) {
            const CliResult result = house.cli.run(QStringList {u"requests"_s} + rest);
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.err.contains("still running"), result.err.constData());
        }
        process->kill();
        process->waitForFinished(30'000);
    }

    void peopleReadTheProvidersName()
    {
        CliProgram cli;
        QCOMPARE(cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"-o"_s, u"x/"_s}).exitCode,
                 0);
        QCOMPARE(cli.run({u"budget"_s, u"set"_s, u"2"_s, u"--period"_s, u"day"_s, u"--provider"_s, u"fal"_s}).exitCode,
                 0);
        for (const QString &command : {u"requests"_s, u"usage"_s}) {
            const QByteArray out = cli.run({command}).out;
            QVERIFY2(out.contains("Sketchbook (sketchbook)"), out.constData());
            QVERIFY(!cli.run({command, u"--json"_s}).out.contains("Sketchbook"));
        }
        QVERIFY(cli.run({u"budget"_s, u"list"_s}).out.contains("fal.ai (fal)"));
    }

    void aRevisedPromptIsShown_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("generate") << QStringList {u"generate"_s, u"--model"_s, u"sketchbook-poster"_s};
        QTest::newRow("compare") << QStringList {u"compare"_s, u"--models"_s, u"sketchbook-poster,sketchbook-scene"_s};
    }
    void aRevisedPromptIsShown()
    {
        QFETCH(QStringList, arguments);
        CliProgram cli;
        arguments += {u"Tokyo 東京"_s, u"--size"_s, u"512x512"_s, u"-o"_s, u"x/"_s};
        const CliResult shown = cli.run(arguments);
        QVERIFY2(shown.exitCode == 0, shown.err.constData());
        QVERIFY2(shown.err.contains("evised prompt: ") && shown.err.contains("not set on the poster: 東京"),
                 shown.err.constData());
        QVERIFY(cli.run(arguments + QStringList {u"--json"_s}).out.contains("revised_prompt"));
    }
};

/// Nobody was asked and nothing was made: no provider, no price of nothing, and the estimate that is known.
void TestCliRequests::withoutAKeyNobodyIsNamed()
{
    House house;
    house.cli.setVariable(u"FAL_KEY"_s, {});
    QVERIFY(house.run(house.generate()).exitCode != 0);
    const QJsonObject entry = house.newest();
    QCOMPARE(entry["status"_L1].toString(), u"failed"_s);
    QVERIFY(entry["provider"_L1].isNull());
    QVERIFY(entry["estimated_cost"_L1].toDouble() > 0);
    const QByteArray table = house.cli.run({u"requests"_s}).out;
    QVERIFY2(!table.contains("fal.ai") && !table.contains("free"), table.constData());
    const QByteArray shown = house.cli.run({u"requests"_s, u"show"_s, entry["id"_L1].toString()}).out;
    QVERIFY2(shown.contains("FAL_KEY"), shown.constData()); // why nobody was
    const CliResult explained =
        house.cli.run({u"requests"_s, u"show"_s, entry["id"_L1].toString(), u"--explain"_s, u"--json"_s});
    QCOMPARE(explained.exitCode, 0);
    QCOMPARE(explained.json()["message"_L1]["sent"_L1], QJsonValue(false)); // as it would have been
}

/// The message that is told is the one that came to the vendor; the key that came with it is told by nobody.
void TestCliRequests::explainsWhatTheVendorGot()
{
    House house;
    const CliResult made = house.run(house.generate());
    QVERIFY2(made.exitCode == 0, made.err.constData());
    const Received got = house.fal.calls().constFirst();
    const QStringList show {u"requests"_s, u"show"_s, house.newest()["id"_L1].toString(), u"--explain"_s};
    const CliResult explained = house.cli.run(show + QStringList {u"--json"_s});
    QVERIFY2(explained.exitCode == 0, explained.err.constData());
    const QJsonObject message = explained.json()["message"_L1].toObject();
    QVERIFY(message["sent"_L1].toBool());
    QCOMPARE(message["method"_L1].toString(), u"POST"_s);
    QCOMPARE(QUrl(message["address"_L1].toString()).path(), got.path);
    QCOMPARE(QJsonDocument::fromJson(message["body"_L1].toString().toUtf8()), QJsonDocument::fromJson(got.body));
    QCOMPARE(explained.json()["attempts"_L1][0]["message"_L1], QJsonValue(message));
    const CliResult text = house.cli.run(show);
    QVERIFY2(text.out.contains("a paper boat") && text.out.contains("flux-2-pro"), text.out.constData());
    for (const CliResult &result : {explained, text}) {
        QVERIFY2(!result.out.contains(FalStandIn::key()), result.out.constData());
        QVERIFY2(!result.out.contains("Authorization"), result.out.constData());
    }
    QCOMPARE(house.cli.run({u"requests"_s, u"list"_s, u"--explain"_s}).exitCode, 2);
}

/// In its own words, table and explanation alike, though not with the key that it repeats.
void TestCliRequests::showsWhatTheVendorAnswered()
{
    House house;
    const QString words = u"Boats of paper are not made here, %1."_s.arg(QString::fromLatin1(FalStandIn::key()));
    house.fal.script(u"submit"_s, Reply::json({{u"detail"_s, words}}, 422));
    QVERIFY(house.run(house.generate()).exitCode != 0);
    const QStringList show {u"requests"_s, u"show"_s, house.newest()["id"_L1].toString()};
    for (const QStringList &more : {QStringList(), {u"--explain"_s}, {u"--json"_s}}) {
        const CliResult shown = house.cli.run(show + more);
        QVERIFY2(shown.exitCode == 0, shown.err.constData());
        QVERIFY2(shown.out.contains("422") && shown.out.contains("Boats of paper are not made here"),
                 shown.out.constData());
        QVERIFY2(!shown.out.contains(FalStandIn::key()), shown.out.constData());
    }
}

QTEST_GUILESS_MAIN(TestCliRequests)
#include "test_clirequests.moc"
