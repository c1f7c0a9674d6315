// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/serving.h"
#include "tests/standins/fal.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString listed = u"fal/flux-2-pro"_s; // $0.03 a picture
const QString unlisted = u"fal/home-made"_s; // nobody knows

/// A home with a key for a vendor that lives on this thread, and with a model whose price is not known.
struct House
{
    House()
    {
        cli.setVariable(u"FAL_KEY"_s, QString::fromLatin1(FalStandIn::key()));
        cli.setVariable(u"LIGHTWELL_FAL_BASE_URL"_s, fal.baseUrl().toString());
        write(u"catalog.json"_s, R"({"models": [{"slug": "home-made", "name": "Home Made", "offers": [{
            "provider": "fal", "provider_model": "fal-ai/flux-2-pro", "modes": ["text-to-image"],
            "sizes": {"kind": "range", "multiple_of": 16, "max_side": 2048}, "formats": ["png"],
            "fields": {"prompt": "prompt", "size": "image_size"}, "wire": {"sizeAs": "object"}}]}]})");
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(cli.home());
        QFile file(cli.home() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        file.write(text);
    }
    /// Runs it while the vendor can answer.
    CliResult run(const QStringList &arguments)
    {
        const std::unique_ptr<QProcess> process = cli.start(arguments);
        [&process] { QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 90'000); }();
        return {process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
    }
    CliResult generate(const QString &model, const QStringList &more = {})
    {
        return run(QStringList {u"generate"_s, u"a kite"_s, u"--model"_s, model, u"--size"_s, u"64x64"_s, u"--json"_s,
                                u"-o"_s, cli.path(u"out/"_s)}
                   + more);
    }
    QJsonObject usage(const QStringList &more)
    {
        return cli.run(QStringList {u"usage"_s, u"--json"_s} + more).json().object();
    }

    FalStandIn fal;
    CliProgram cli;
};

} // namespace

/// Budgets by what they are for, projects, prices nobody knows, and the ledger as a table.
class TestCliMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void budgetsHaveAScope()
    {
        CliProgram cli;
        const QStringList set {u"budget"_s, u"set"_s,       u"20"_s,    u"--period"_s, u"month"_s, u"--model"_s,
                               u"flux*"_s,  u"--project"_s, u"shoes"_s, u"--warn"_s,   u"60"_s,    u"--soft"_s};
        QCOMPARE(cli.run(set).exitCode, 0);
        QCOMPARE(cli.run({u"budget"_s, u"set"_s, u"5"_s, u"--period"_s, u"day"_s}).exitCode, 0);
        const QJsonArray budgets = cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json().array();
        QCOMPARE(budgets.size(), 2);
        for (const QJsonValue &value : budgets) {
            const QJsonObject budget = value.toObject();
            const bool isSoft = budget["period"_L1] == "month"_L1;
            QCOMPARE(budget["model"_L1].toString(), isSoft ? u"flux*"_s : QString());
            QCOMPARE(budget["project"_L1].toString(), isSoft ? u"shoes"_s : QString());
            QCOMPARE(budget["warn_at"_L1].toInt(), isSoft ? 60 : 75);
            QCOMPARE(budget["hard"_L1].toBool(), !isSoft);
            QCOMPARE(budget["state"_L1].toString(), u"within"_s);
        }
        QCOMPARE(cli.run({u"budget"_s, u"list"_s, u"--project"_s, u"shoes"_s, u"--json"_s}).json().array().size(), 1);
        QCOMPARE(cli.run({u"budget"_s, u"remove"_s, u"--model"_s, u"flux*"_s, u"--project"_s, u"shoes"_s}).exitCode, 0);
        QCOMPARE(cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json().array().size(), 1);
    }

    void whatIsNoneIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList set {u"budget"_s, u"set"_s, u"5"_s, u"--period"_s, u"day"_s};
        QTest::newRow("warn beyond the limit") << set + QStringList {u"--warn"_s, u"101"_s};
        QTest::newRow("warn of words") << set + QStringList {u"--warn"_s, u"often"_s};
        QTest::newRow("project of nothing") << set + QStringList {u"--project"_s, u" "_s};
        const QStringList generate {u"generate"_s, u"x"_s, u"--model"_s, listed};
        QTest::newRow("generate, too long a project") << generate + QStringList {u"--project"_s, QString(81, u'x')};
        QTest::newRow("estimate, too") << QStringList {u"estimate"_s, u"x"_s,         u"--model"_s,
                                                       listed,        u"--project"_s, u"a\nb"_s};
        QTest::newRow("by what") << QStringList {u"usage"_s, u"--by"_s, u"colour"_s};
        QTest::newRow("by two of a kind") << QStringList {u"usage"_s, u"--by"_s, u"model,client"_s};
        QTest::newRow("two forms") << QStringList {u"usage"_s, u"--json"_s, u"--csv"_s};
        QTest::newRow("no day") << QStringList {u"usage"_s, u"--since"_s, u"yesterday"_s};
        QTest::newRow("two periods") << QStringList {u"usage"_s, u"--since"_s, u"2026-01-01"_s, u"--period"_s,
                                                     u"month"_s};
        QTest::newRow("no provider") << QStringList {u"usage"_s, u"--provider"_s, u"nobody"_s};
    }
    void whatIsNoneIsRefused()
    {
        QFETCH(QStringList, arguments);
        CliProgram cli;
        const CliResult result = cli.run(arguments);
        QVERIFY2(result.exitCode == 2, result.err.constData());
        QVERIFY(!result.err.isEmpty());
    }

    /// Before anything is paid: here it never is.
    void generateExplainsTheRoute()
    {
        House house;
        QCOMPARE(house.cli.run({u"budget"_s, u"set"_s, u"0.01"_s, u"--period"_s, u"day"_s}).exitCode, 0);
        const QStringList asked {u"generate"_s, u"a kite"_s, u"--model"_s, listed,
                                 u"--size"_s,   u"64x64"_s,  u"-o"_s,      house.cli.path(u"out/"_s)};
        const CliResult plain = house.run(asked);
        QVERIFY(plain.exitCode != 0);
        QVERIFY(!plain.err.contains(listed.toUtf8()));
        const CliResult told = house.run(asked + QStringList {u"--explain"_s});
        QVERIFY(told.exitCode != 0);
        QVERIFY2(told.err.contains(listed.toUtf8()), told.err.constData());
        QVERIFY2(told.err.indexOf(listed.toUtf8()) < told.err.indexOf(plain.err.trimmed()), told.err.constData());
        QCOMPARE(told.out, QByteArray());
        QCOMPARE(house.fal.submissions(), 0);
        QCOMPARE(house.cli.run({u"budget"_s, u"remove"_s, u"--period"_s, u"day"_s}).exitCode, 0);
        const CliResult made = house.generate(listed, {u"--explain"_s});
        QCOMPARE(made.exitCode, 0);
        const QJsonArray order = made.json()["route"_L1]["order"_L1].toArray();
        QCOMPARE(order.size(), 1);
        QCOMPARE(order.first()["offer"_L1].toString(), listed);
        QVERIFY(!order.first()["why"_L1].toArray().isEmpty());
        QVERIFY2(!made.err.contains(listed.toUtf8()), made.err.constData());
    }

    /// What was estimated, what was billed, and what lies between, of each attempt.
    void showsEstimateAndBill()
    {
        House house;
        const auto shown = [&house](const CliResult &made) {
            const QString id = made.json()["id"_L1].toString();
            return house.cli.run({u"requests"_s, u"show"_s, id, u"--json"_s}).json()["attempts"_L1][0].toObject();
        };
        const QJsonObject unknown = shown(house.generate(unlisted, {u"--allow-unknown-price"_s}));
        QVERIFY(unknown["estimated_cost"_L1].isNull());
        QVERIFY(unknown["difference"_L1].isNull());
        const QJsonObject first = shown(house.generate(listed));
        QCOMPARE(first["estimated_cost"_L1].toDouble(), 0.03);
        QCOMPARE(first["cost"_L1].toDouble(), 0.03);
        QCOMPARE(first["difference"_L1].toDouble(-1), 0.0);
        const CliResult settled = house.generate(listed);
        const QString id = settled.json()["id"_L1].toString();
        QCOMPARE(house.cli.run({u"requests"_s, u"settle"_s, id, u"--cost"_s, u"0.05"_s, u"--correct"_s}).exitCode, 0);
        const QJsonObject dearer = shown(settled);
        QCOMPARE(dearer["estimated_cost"_L1].toDouble(), 0.03);
        QCOMPARE(dearer["cost"_L1].toDouble(), 0.05);
        QCOMPARE(dearer["difference"_L1].toDouble(), 0.02);
        const CliResult table = house.cli.run({u"requests"_s, u"show"_s, id});
        QVERIFY2(table.out.contains("$0.030") && table.out.contains("$0.050") && table.out.contains("+$0.020"),
                 table.out.constData());
    }

    void projectsAreCounted()
    {
        House house;
        QCOMPARE(house.generate(listed, {u"--project"_s, u"shoes"_s}).json()["project"_L1].toString(), u"shoes"_s);
        QCOMPARE(house.generate(listed).exitCode, 0);
        const QJsonArray rows = house.usage({u"--by"_s, u"project"_s})["rows"_L1].toArray();
        QCOMPARE(rows.size(), 2);
        QStringList names;
        for (const QJsonValue &row : rows) {
            names.append(row["project"_L1].toString());
            QCOMPARE(row["cost"_L1].toDouble(), 0.03);
            QCOMPARE(row["pictures"_L1].toInt(), 1);
        }
        names.sort();
        QCOMPARE(names, QStringList({QString(), u"shoes"_s}));
        QCOMPARE(house.usage({u"--project"_s, u"shoes"_s})["total"_L1].toDouble(), 0.03);
        QCOMPARE(house.usage({u"--project"_s, u"hats"_s})["total"_L1].toDouble(-1), 0.0);
        QCOMPARE(house.usage({u"--by"_s, u"day,model"_s})["rows"_L1].toArray().size(), 1);
        QCOMPARE(house.usage({u"--until"_s, u"2020-01-01"_s})["rows"_L1].toArray().size(), 0);
        // A budget of the project stops only what is for it.
        QCOMPARE(
            house.cli.run({u"budget"_s, u"set"_s, u"0.05"_s, u"--period"_s, u"total"_s, u"--project"_s, u"shoes"_s})
                .exitCode,
            0);
        QCOMPARE(house.generate(listed, {u"--project"_s, u"shoes"_s}).exitCode, 1);
        QCOMPARE(house.generate(listed).exitCode, 0);
        QCOMPARE(house.fal.billed(), 3);
    }

    void aSoftBudgetOnlyTells()
    {
        House house;
        QCOMPARE(house.cli.run({u"budget"_s, u"set"_s, u"0.04"_s, u"--period"_s, u"total"_s, u"--soft"_s}).exitCode, 0);
        const CliResult near = house.generate(listed);
        QCOMPARE(near.exitCode, 0);
        QCOMPARE(near.json()["notices"_L1].toArray().size(), 1);
        const CliResult beyond = house.generate(listed);
        QCOMPARE(beyond.exitCode, 0);
        QCOMPARE(beyond.json()["notices"_L1].toArray().size(), 1);
        QVERIFY(near.json()["notices"_L1][0] != beyond.json()["notices"_L1][0]);
        QCOMPARE(house.cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json()[0]["state"_L1].toString(), u"exceeded"_s);
    }

    void unknownPricesNeedAWord_data()
    {
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<bool>("said");
        QTest::addColumn<bool>("made");
        QTest::newRow("as it comes") << QByteArray() << false << false;
        QTest::newRow("as it comes, said") << QByteArray() << true << true;
        QTest::newRow("ask") << QByteArray("unknown_prices=ask") << false << false;
        QTest::newRow("allow") << QByteArray("unknown_prices=allow") << false << true;
        QTest::newRow("refuse, said") << QByteArray("unknown_prices=refuse") << true << false;
        QTest::newRow("as earlier releases had it") << QByteArray("allow_unknown_price=true") << false << true;
    }
    void unknownPricesNeedAWord()
    {
        QFETCH(QByteArray, setting);
        QFETCH(bool, said);
        QFETCH(bool, made);
        House house;
        house.write(u"settings.ini"_s, "[engine]\n" + setting + "\n");
        const CliResult result =
            house.generate(unlisted, said ? QStringList(u"--allow-unknown-price"_s) : QStringList());
        QCOMPARE(result.exitCode, made ? 0 : 1);
        QCOMPARE(house.fal.billed(), made ? 1 : 0);
        if (!made) {
            QVERIFY2(result.err.contains("--allow-unknown-price"), result.err.constData());
            QVERIFY2(result.err.contains("unknown_prices"), result.err.constData());
        }
    }

    void damagedSettingsPayForNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zeros") << QByteArray(600, '\0');
        QTest::newRow("partly read") << QByteArray("[engine]\nunknown_prices=refuse\nfailover_after_un\n");
    }
    void damagedSettingsPayForNothing()
    {
        QFETCH(const QByteArray, bytes);
        House house;
        house.write(u"settings.ini"_s, bytes);
        for (int start = 0; start < 2; ++start) { // the second finds a file that can be read
            const CliResult refused = house.generate(listed);
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(refused.err.contains("settings accept"), refused.err.constData());
            QCOMPARE(house.fal.billed(), 0);
        }
        QCOMPARE(house
                     .run({u"generate"_s, u"a kite"_s, u"--model"_s, u"sketchbook-scene"_s, u"-o"_s,
                           house.cli.path(u"free/"_s)})
                     .exitCode,
                 0); // costs nothing
        QCOMPARE(house.run({u"estimate"_s, u"a kite"_s, u"--model"_s, listed}).exitCode, 0);
        QCOMPARE(house.run({u"models"_s}).exitCode, 0);
        const CliResult settings = house.run({u"settings"_s, u"--json"_s});
        QCOMPARE(settings.json().object().value("engine/unknown_prices"_L1).toString(),
                 bytes.contains("refuse") ? u"refuse"_s : u"ask"_s);
        QCOMPARE(house.run({u"settings"_s, u"accept"_s}).exitCode, 0);
        const CliResult made = house.generate(listed);
        QVERIFY2(made.exitCode == 0 && !made.err.contains("settings"), made.err.constData());
        QCOMPARE(house.fal.billed(), 1);
    }

    void theGatewayPaysForNothingWithDamagedSettings()
    {
        House house;
        house.write(u"settings.ini"_s, QByteArray(600, '\0'));
        const Serving serving(house.cli);
        const QByteArray body = R"({"model": "fal/flux-2-pro", "prompt": "a kite", "size": "64x64"})";
        const auto post = [&serving, &body](const QString &path) {
            QNetworkRequest request {QUrl(serving.url + path)};
            request.setRawHeader("Authorization", "Bearer " + serving.key);
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            QNetworkAccessManager network;
            const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
            [&reply] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 60'000); }();
            return std::tuple(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                              reply->rawHeader("x-should-retry"));
        };
        const auto [status, answer, again] = post(u"/images/generations"_s);
        QCOMPARE(status, 503);
        QCOMPARE(again, "false");
        QVERIFY2(answer.contains("settings accept"), answer.constData());
        QCOMPARE(std::get<int>(post(u"/images/generations?dryRun=true"_s)), 200);
        QCOMPARE(house.fal.billed(), 0);
    }

    void theLedgerIsATable()
    {
        House house;
        QCOMPARE(house.generate(unlisted, {u"--allow-unknown-price"_s}).exitCode, 0);
        QCOMPARE(house.generate(listed, {u"--project"_s, u"=1+1"_s}).exitCode, 0);
        const QByteArray table = house.cli.run({u"usage"_s, u"--csv"_s}).out;
        const QByteArrayList lines = table.split('\n');
        QCOMPARE(lines.size(), 4); // the head, two attempts, and nothing
        QVERIFY(lines.at(0).startsWith("time,request,attempt,provider,model,"));
        QVERIFY2(lines.at(1).contains(",'=1+1,") && lines.at(1).contains(",settled,0.03,list,0.03,0.03,0"),
                 lines.at(1).constData());
        QVERIFY2(lines.at(2).contains(",settled,,,,,"), lines.at(2).constData()); // unknown, and never 0
        QCOMPARE(house.usage({u"--by"_s, u"model"_s})["unknown"_L1].toInt(), 1);
        const QByteArray days = house.cli.run({u"usage"_s, u"--csv"_s, u"--by"_s, u"day"_s}).out;
        QCOMPARE(days.split('\n').size(), 3);
        QVERIFY2(days.contains(",2,2,0.03,1,0,0\r\n"), days.constData());
    }

    void asLastTime()
    {
        House house;
        const QStringList estimate {u"estimate"_s, u"a kite"_s, u"--model"_s, unlisted,
                                    u"--size"_s,   u"64x64"_s,  u"--json"_s};
        QVERIFY(house.cli.run(estimate).json()["as_last_time"_L1].isUndefined());
        const QString id = house.generate(unlisted, {u"--allow-unknown-price"_s}).json()["id"_L1].toString();
        QCOMPARE(house.cli.run({u"requests"_s, u"settle"_s, id, u"--cost"_s, u"0.07"_s}).exitCode, 0);
        const QJsonObject bills = house.cli.run(estimate).json()["as_last_time"_L1].toObject();
        QCOMPARE(bills["usual"_L1].toDouble(), 0.07);
        QCOMPARE(bills["bills"_L1].toInt(), 1);
        QCOMPARE(house.generate(unlisted).exitCode, 0); // it has a price by now
    }

    void sumsInAnotherCurrency()
    {
        House house;
        house.write(u"settings.ini"_s, "[money]\ncurrency=EUR\nrate=0.5\nrate_date=2026-11-29\n");
        QCOMPARE(house.generate(listed).exitCode, 0);
        const QJsonObject usage = house.usage({});
        QCOMPARE(usage["total"_L1].toDouble(), 0.03);
        QCOMPARE(usage["shown"_L1]["text"_L1].toString(), u"0.0150 EUR"_s);
        QVERIFY(house.cli.run({u"usage"_s}).out.contains("0.0150 EUR"));
        QCOMPARE(house.cli.run({u"budget"_s, u"set"_s, u"20"_s, u"--period"_s, u"month"_s}).exitCode, 0);
        QVERIFY(house.cli.run({u"budget"_s, u"list"_s}).out.contains("10.00 EUR"));
    }

    void vendorsAreAsked()
    {
        const auto answer = [](const Received &request) {
            return request.path == "/v1/user/balance"_L1 && request.header("Authorization"_ba) == "Bearer sk-test"_ba
                ? Reply::json({{u"credits"_s, 1200}})
                : Reply::json({}, 401);
        };
        TestServer stability(answer, {TestServer::Thread::Own, {}});
        CliProgram cli;
        cli.setVariable(u"STABILITY_API_KEY"_s, u"sk-test"_s);
        cli.setVariable(u"FAL_KEY"_s, u"fal-id:fal-secret"_s);
        cli.setVariable(u"LIGHTWELL_STABILITY_BASE_URL"_s, stability.url().toString());
        const QStringList check {u"usage"_s, u"--check"_s, u"--json"_s};
        const CliResult first = cli.run(check);
        QVERIFY2(first.exitCode == 0, first.err.constData());
        const QJsonObject there = first.json()["providers"_L1][0].toObject();
        QCOMPARE(there["left"_L1].toDouble(), 12.0);
        QVERIFY(there["spent_there"_L1].isNull()); // nothing to compare with yet
        QCOMPARE(first.json()["silent"_L1].toArray(), QJsonArray({u"fal"_s}));
        const QJsonObject again = cli.run(check).json()["providers"_L1][0].toObject();
        QCOMPARE(again["spent_there"_L1].toDouble(-1), 0.0);
        QCOMPARE(again["ledger"_L1].toDouble(-1), 0.0);
        QCOMPARE(again["difference"_L1].toDouble(-1), 0.0);
        cli.setVariable(u"STABILITY_API_KEY"_s, u"sk-wrong"_s);
        QCOMPARE(cli.run(check).exitCode, 1);
    }

    /// Vendors tell of all that was spent: what would choose or group it is not left out in silence.
    void vendorsTellOfAllAlone()
    {
        CliProgram cli;
        for (const QStringList &other :
             {QStringList {u"--csv"_s}, QStringList {u"--by"_s, u"day"_s}, QStringList {u"--since"_s, u"2026-11-01"_s},
              QStringList {u"--period"_s, u"day"_s}, QStringList {u"--project"_s, u"a"_s}}) {
            const CliResult wrong = cli.run(QStringList {u"usage"_s, u"--check"_s} + other);
            QVERIFY2(wrong.exitCode == 2, qPrintable(other.constFirst()));
        }
        QCOMPARE(cli.run({u"usage"_s, u"--check"_s, u"--provider"_s, u"fal"_s, u"--json"_s}).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliMoney)
#include "test_climoney.moc"
