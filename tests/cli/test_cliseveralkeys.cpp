// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"
#include "tests/standins/fal.h"
#include "tests/standins/openai.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray wrongKey = "sk-canary-that-is-wrong-0000";

/// A home at whose vendor the environment's key is refused, and a key called "work" is not.
struct House
{
    House()
    {
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"correct horse"_s);
        cli.setVariable(u"OPENAI_API_KEY"_s, QString::fromLatin1(wrongKey));
        cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, openai.baseUrl().toString());
    }
    [[nodiscard]] CliResult set(const QString &name, const QByteArray &key)
    {
        return cli.run({u"keys"_s, u"set"_s, u"openai"_s, u"--name"_s, name, u"--place"_s, u"file"_s}, key + '\n');
    }
    /// Runs it while the vendor can answer.
    [[nodiscard]] CliResult run(const QStringList &arguments)
    {
        const std::unique_ptr<QProcess> process = cli.start(arguments);
        [&process] { QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 90'000); }();
        return {process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
    }
    /// The rows of `keys list` for the vendor.
    [[nodiscard]] QList<QJsonObject> keys()
    {
        QList<QJsonObject> rows;
        const QJsonArray all = cli.run({u"keys"_s, u"list"_s, u"--json"_s}).json().array();
        for (const QJsonValue &row : all) {
            if (row["provider"_L1] == "openai"_L1) {
                rows.append(row.toObject());
            }
        }
        return rows;
    }

    OpenAiStandIn openai;
    CliProgram cli;
};

} // namespace

/// Several keys of one vendor on the command line.
class TestCliSeveralKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKeptListedAndRemoved()
    {
        House house;
        const CliResult set = house.set(u"work"_s, OpenAiStandIn::key());
        QVERIFY2(set.exitCode == 0, set.err.constData());
        QList<QJsonObject> keys = house.keys();
        QCOMPARE(keys.size(), 2);
        QCOMPARE(keys.at(0)["name"_L1].toString(), QString());
        QCOMPARE(keys.at(0)["source"_L1].toString(), u"environment"_s);
        QCOMPARE(keys.at(1)["name"_L1].toString(), u"work"_s);
        QCOMPARE(keys.at(1)["source"_L1].toString(), u"encrypted_file"_s);
        const CliResult removed = house.cli.run({u"keys"_s, u"remove"_s, u"openai"_s, u"--name"_s, u"work"_s});
        QVERIFY2(removed.exitCode == 0, removed.err.constData());
        QCOMPARE(house.keys().size(), 1);
        QCOMPARE(house.cli.run({u"keys"_s, u"remove"_s, u"openai"_s, u"--name"_s, u"work"_s}).exitCode, 1);
    }

    void namesThatAreNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a path") << u"../work"_s;
        QTest::newRow("a blank") << u"my key"_s;
    }
    void namesThatAreNone()
    {
        QFETCH(const QString, name);
        House house;
        QCOMPARE(house.set(name, OpenAiStandIn::key()).exitCode, 1);
        QCOMPARE(house.keys().size(), 1);
    }

    void aRefusedOneIsSetAsideAndTold()
    {
        House house;
        QCOMPARE(house.set(u"work"_s, OpenAiStandIn::key()).exitCode, 0);
        const CliResult made =
            house.run({u"generate"_s, u"boat"_s, u"--model"_s, u"openai/gpt-image-2"_s, u"--quality"_s, u"low"_s,
                       u"--json"_s, u"-o"_s, house.cli.path(u"boat.png"_s)});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QJsonArray attempts = made.json().object()["attempts"_L1].toArray();
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts.at(0)["why"_L1]["code"_L1].toString(), u"first_choice"_s);
        QCOMPARE(attempts.at(0)["after"_L1]["code"_L1].toString(), u"nothing_was_begun"_s);
        QCOMPARE(attempts.at(1)["key"_L1].toString(), u"work"_s);
        QCOMPARE(attempts.at(1)["why"_L1]["code"_L1].toString(), u"next_key"_s);
        QVERIFY2(!made.err.isEmpty(), "it is told as it happens");
        QVERIFY(!made.out.contains(wrongKey) && !made.err.contains(wrongKey));

        // The next program on this home knows.
        QCOMPARE(house.keys().at(0)["set_aside"_L1]["why"_L1].toString(), u"refused"_s);
        QVERIFY(!house.keys().at(1).contains("set_aside"_L1));
        const CliResult again =
            house.run({u"generate"_s, u"boat"_s, u"--model"_s, u"openai/gpt-image-2"_s, u"--quality"_s, u"low"_s,
                       u"--json"_s, u"-o"_s, house.cli.path(u"again.png"_s)});
        QCOMPARE(again.json().object()["attempts"_L1].toArray().size(), 1);

        const QString id = made.json().object()["id"_L1].toString();
        const CliResult shown = house.cli.run({u"requests"_s, u"show"_s, id});
        QVERIFY2(shown.out.contains("openai (work)"), shown.out.constData());
        QJsonArray told = house.cli.run({u"requests"_s, u"show"_s, id, u"--json"_s}).json()["attempts"_L1].toArray();
        for (QJsonValueRef value : told) {
            QJsonObject attempt = value.toObject();
            QVERIFY(attempt.contains("estimated_cost"_L1) && attempt.contains("difference"_L1));
            attempt.remove("estimated_cost"_L1);
            attempt.remove("difference"_L1);
            value = attempt;
        }
        QCOMPARE(told, attempts);
        QCOMPARE(house.cli.run({u"requests"_s, u"show"_s, u"gen_nobody"_s}).exitCode, 1);
    }

    void eachIsTested()
    {
        House house;
        QCOMPARE(house.set(u"work"_s, OpenAiStandIn::key()).exitCode, 0);
        const CliResult tested = house.run({u"keys"_s, u"test"_s, u"openai"_s, u"--json"_s});
        QCOMPARE(tested.exitCode, 1);
        QHash<QString, bool> works;
        const QJsonArray rows = tested.json().array();
        for (const QJsonValue &row : rows) {
            works.insert(row["name"_L1].toString(), row["ok"_L1].toBool());
        }
        QCOMPARE(works, (QHash<QString, bool> {{QString(), false}, {u"work"_s, true}}));
        QCOMPARE(house.keys().at(0)["set_aside"_L1]["why"_L1].toString(), u"refused"_s);
        const CliResult one = house.run({u"keys"_s, u"test"_s, u"openai"_s, u"--name"_s, u"work"_s, u"--json"_s});
        QCOMPARE(one.exitCode, 0);
        QCOMPARE(one.json().array().size(), 1);
    }

    /// A setting of the person alone, off by default, that counts on the command line as well.
    void elsewhereWhenUnsureIsASetting_data()
    {
        QTest::addColumn<bool>("isOn");
        QTest::newRow("off") << false;
        QTest::newRow("on") << true;
    }
    void elsewhereWhenUnsureIsASetting()
    {
        QFETCH(const bool, isOn);
        House house;
        FalStandIn fal;
        house.cli.setVariable(u"FAL_KEY"_s, QString::fromLatin1(FalStandIn::key()));
        house.cli.setVariable(u"LIGHTWELL_FAL_BASE_URL"_s, fal.baseUrl().toString());
        house.cli.setVariable(u"OPENAI_API_KEY"_s, QString::fromLatin1(OpenAiStandIn::key()));
        QDir().mkpath(house.cli.home());
        QFile settings(house.cli.home() + u"/settings.ini"_s);
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[engine]\nfailover_after_unknown=" + QByteArray(isOn ? "true" : "false")
                       + "\nprovider_order=openai, fal\n");
        settings.close();
        house.openai.script(u"generation"_s, Reply::drop(), 1, VendorStandIn::Instead::OfAnswer);
        const CliResult made = house.run({u"generate"_s, u"boat"_s, u"--model"_s, u"gpt-image-2"_s, u"--json"_s,
                                          u"-o"_s, house.cli.path(u"boat.png"_s)});
        const QJsonArray attempts = made.json().object()["attempts"_L1].toArray();
        QCOMPARE(attempts.at(0)["provider"_L1].toString(), u"openai"_s);
        QCOMPARE(attempts.at(0)["after"_L1]["code"_L1].toString(),
                 isOn ? u"unsure_may_go_on"_s : u"unsure_must_stop"_s);
        QCOMPARE(fal.submissions() > 0, isOn);
    }
};

QTEST_GUILESS_MAIN(TestCliSeveralKeys)
#include "test_cliseveralkeys.moc"
