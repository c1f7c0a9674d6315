// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/media/recipe.h"
#include "tests/cli/cliprogram.h"
#include "tests/cli/serving.h"
#include "tests/standins/openai.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsageIsTold_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no such command") << QStringList {u"paint"_s};
        QTest::newRow("no such option") << QStringList {u"models"_s, u"--colour"_s};
        QTest::newRow("no model") << QStringList {u"generate"_s, u"boat"_s};
        QTest::newRow("no prompt") << QStringList {u"generate"_s, u"--model"_s, u"sketchbook-scene"_s};
        QTest::newRow("n of zero") << QStringList {u"generate"_s,         u"boat"_s, u"--model"_s,
                                                   u"sketchbook-scene"_s, u"--n"_s,  u"0"_s};
        QTest::newRow("no format") << QStringList {u"estimate"_s,         u"boat"_s,     u"--model"_s,
                                                   u"sketchbook-scene"_s, u"--format"_s, u"bmp2"_s};
        QTest::newRow("no size") << QStringList {u"estimate"_s,         u"boat"_s,   u"--model"_s,
                                                 u"sketchbook-scene"_s, u"--size"_s, u"big"_s};
        QTest::newRow("compare nothing") << QStringList {u"compare"_s, u"boat"_s, u"-o"_s, u"x"_s};
        QTest::newRow("compare to nowhere")
            << QStringList {u"compare"_s, u"boat"_s, u"--models"_s, u"sketchbook-scene"_s};
        QTest::newRow("unknown provider") << QStringList {u"keys"_s, u"set"_s, u"nobody"_s};
        QTest::newRow("budget without period") << QStringList {u"budget"_s, u"set"_s, u"5"_s};
        QTest::newRow("client without name") << QStringList {u"clients"_s, u"add"_s};
        QTest::newRow("half a client budget") << QStringList {u"clients"_s, u"add"_s, u"x"_s, u"--budget"_s, u"5"_s};
        QTest::newRow("no rate") << QStringList {u"clients"_s, u"add"_s, u"x"_s, u"--rate"_s, u"often"_s};
        QTest::newRow("no models") << QStringList {u"clients"_s, u"add"_s, u"x"_s, u"--models"_s, u","_s};
        QTest::newRow("no mode") << QStringList {u"clients"_s, u"add"_s, u"x"_s, u"--replay"_s, u"mokc"_s};
        QTest::newRow("no way to wait") << QStringList {u"clients"_s, u"add"_s, u"x"_s, u"--keep-alive"_s, u"yes"_s};
        QTest::newRow("no date") << QStringList {u"clients"_s, u"add"_s, u"x"_s, u"--expires"_s, u"soon"_s};
        QTest::newRow("a day that is over")
            << QStringList {u"clients"_s, u"add"_s, u"x"_s, u"--expires"_s, u"2001-01-31"_s};
        QTest::newRow("a manager with models")
            << QStringList {u"clients"_s, u"add"_s, u"x"_s, u"--manage-keys"_s, u"--models"_s, u"flux*"_s};
        QTest::newRow("a manager later") << QStringList {u"clients"_s, u"set"_s, u"x"_s, u"--manage-keys"_s};
        QTest::newRow("on and off") << QStringList {u"clients"_s, u"set"_s, u"x"_s, u"--enable"_s, u"--disable"_s};
        QTest::newRow("nothing to set") << QStringList {u"clients"_s, u"set"_s, u"x"_s};
        QTest::newRow("port too high") << QStringList {u"serve"_s, u"--port"_s, u"70000"_s};
        QTest::newRow("key and no key") << QStringList {u"serve"_s, u"--key"_s, u"k"_s, u"--no-auth"_s};
    }
    void wrongUsageIsTold()
    {
        QFETCH(QStringList, arguments);
        CliProgram cli;
        const CliResult result = cli.run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty() || !result.out.isEmpty());
    }

    void generateWritesTheFileItWasAskedFor()
    {
        CliProgram cli;
        const QString file = cli.path(u"boat.avif"_s);
        const CliResult result = cli.run({u"generate"_s, u"a paper boat"_s, u"--model"_s, u"sketchbook-scene"_s,
                                          u"--seed"_s, u"7"_s, u"--aspect-ratio"_s, u"16:9"_s, u"-o"_s, file});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QVERIFY(result.out.contains(file.toUtf8()));
        const QByteArray bytes = contentOf(file);
        QCOMPARE(sniffFormat(bytes), ImageFormat::Avif);
        QCOMPARE(readRecipe(bytes)->prompt, u"a paper boat"_s);
        QCOMPARE(readRecipe(bytes)->seed, std::optional<qint64>(7));
    }

    void standardErrorIsQuietWhenAllIsWell()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"--size"_s,
                                          u"512x512"_s, u"-o"_s, cli.path(u"boat.png"_s)});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.err, QByteArray());
    }

    void sameSeedSamePicture()
    {
        CliProgram cli;
        const auto paint = [&cli](const QString &seed) {
            const QString file = cli.path(seed + u".png"_s);
            const CliResult result = cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s,
                                              u"--size"_s, u"512x512"_s, u"--seed"_s, seed, u"-o"_s, file});
            return result.exitCode == 0 ? *decodeImage(contentOf(file)) : QImage();
        };
        const QImage first = paint(u"1"_s);
        QVERIFY(!first.isNull());
        QCOMPARE(paint(u"1"_s), first);
        QVERIFY(paint(u"2"_s) != first);
    }

    /// One 16:9 request in six formats over a ratio, a list and a free size rule.
    void everyFormatOverEverySizeRule_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<ImageFormat>("format");
        for (const QString &model : {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s}) {
            for (const ImageFormat format : deliverableFormats()) {
                QTest::addRow("%s %s", qPrintable(model), qPrintable(formatName(format))) << model << format;
            }
        }
    }
    void everyFormatOverEverySizeRule()
    {
        QFETCH(QString, model);
        QFETCH(ImageFormat, format);
        CliProgram cli;
        const CliResult result =
            cli.run({u"generate"_s, u"harbour at dusk"_s, u"--model"_s, model, u"--size"_s, u"640x360"_s, u"--fit"_s,
                     u"crop"_s, u"--format"_s, formatName(format), u"--json"_s, u"-o"_s, cli.path(u"out/"_s)});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        const QJsonObject report = result.json().object();
        const QByteArray bytes = contentOf(report["pictures"_L1][0]["path"_L1].toString());
        QCOMPARE(sniffFormat(bytes), format);
        QCOMPARE(decodeImage(bytes)->size(), QSize(640, 360));
        QCOMPARE(report["cost"_L1].toDouble(-1), 0.0);
        QCOMPARE(report["status"_L1].toString(), u"completed"_s);
    }

    void compareWritesTableAndContactSheet()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"compare"_s, u"a lighthouse"_s, u"--models"_s,
                                          u"sketchbook-scene,sketchbook-pattern,sketchbook-poster"_s,
                                          u"--aspect-ratio"_s, u"16:9"_s, u"-o"_s, cli.path(u"sheet"_s)});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        for (const char *model : {"sketchbook-scene", "sketchbook-pattern", "sketchbook-poster"}) {
            QVERIFY2(result.out.contains(model), result.out.constData());
        }
        const QImage sheet(cli.path(u"sheet/contact-sheet.png"_s));
        QVERIFY(sheet.width() > 600);
        QCOMPARE(QDir(cli.path(u"sheet"_s)).entryList(QDir::Files).size(), 4);
    }

    void compareGoesOnWithoutTheOneThatFails()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"compare"_s, u"boat"_s, u"--models"_s, u"sketchbook-scene,no-such-model"_s,
                                          u"--json"_s, u"-o"_s, cli.path(u"sheet"_s)});
        QCOMPARE(result.exitCode, 1);
        const QJsonArray results = result.json()["results"_L1].toArray();
        QCOMPARE(results.at(0)["status"_L1].toString(), u"completed"_s);
        QCOMPARE(results.at(1)["status"_L1].toString(), u"failed"_s);
        QVERIFY(!results.at(1)["error"_L1]["message"_L1].toString().isEmpty());
        QVERIFY(QFile::exists(cli.path(u"sheet/contact-sheet.png"_s)));
    }

    void estimateSpendsNothing()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"estimate"_s, u"boat"_s, u"--model"_s, u"flux.2-pro"_s, u"--size"_s,
                                          u"1024x1024"_s, u"--n"_s, u"2"_s, u"--json"_s});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        const QJsonObject report = result.json().object();
        QCOMPARE(report["estimated"_L1].toBool(), true);
        QVERIFY(report["total_cost_micros"_L1].toInteger() > 0);
        qint64 sum = 0;
        const QJsonArray components = report["components"_L1].toArray();
        for (const QJsonValue &component : components) {
            sum += component["total_cost"_L1].toInteger();
        }
        QCOMPARE(sum, report["total_cost_micros"_L1].toInteger());
        QCOMPARE(cli.run({u"requests"_s, u"--json"_s}).json().array().size(), 0);
    }

    /// The order with its reasons by the user's rules, which a run takes as they are in the file.
    void estimateExplainsTheRoute()
    {
        CliProgram cli;
        const QStringList asked {u"estimate"_s, u"boat"_s, u"--model"_s, u"flux.2-pro"_s, u"--explain"_s};
        const auto route = [&cli, &asked] {
            return cli.run(asked + QStringList {u"--json"_s}).json().object()["route"_L1].toObject();
        };
        const QJsonArray usual = route()["order"_L1].toArray();
        QVERIFY(usual.size() > 1);
        QCOMPARE(usual.first()["why"_L1][0]["code"_L1].toString(), u"route_without_key"_s);
        const QString ignored = usual.first()["provider"_L1].toString();
        const QString first = usual.last()["provider"_L1].toString();
        const auto write = [&cli](const QByteArray &rules) {
            QFile file(QDir(cli.home()).filePath(u"routing.json"_s));
            return file.open(QIODevice::WriteOnly) && file.write(rules) == rules.size();
        };
        QVERIFY(write(QStringLiteral(R"({"rules": [{"models": "flux*", "order": "fixed", "providers": ["%1"],
                                         "ignore": ["%2"]}]})")
                          .arg(first, ignored)
                          .toUtf8()));
        const QJsonObject ruled = route();
        QCOMPARE(ruled["order"_L1][0]["provider"_L1].toString(), first);
        QCOMPARE(ruled["order"_L1][0]["why"_L1][1]["code"_L1].toString(), u"route_fixed"_s);
        QCOMPARE(ruled["left_out"_L1][0]["provider"_L1].toString(), ignored);
        const CliResult told = cli.run(asked);
        QCOMPARE(told.exitCode, 0);
        QVERIFY(told.out.contains(QString(first + u'/').toUtf8())
                && told.out.contains(QString(ignored + u'/').toUtf8()));
        QVERIFY(write(R"({"rules": [{"models": "*", "ignroe": ["fal"]}]})"));
        const CliResult refused = cli.run(asked);
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(refused.err.contains("ignroe") && refused.err.contains("routing.json"), refused.err.constData());
    }

    void strictRefusesWithTheList()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-scene"_s, u"--format"_s,
                                          u"gif"_s, u"--strict"_s, u"-o"_s, cli.path(u"x.gif"_s)});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.err.contains("output_format") || result.err.contains("GIF"));
        QVERIFY(!QFile::exists(cli.path(u"x.gif"_s)));
        QVERIFY2(!result.err.contains('{') && !result.err.contains('['), result.err.constData());
    }

    /// The ending of the file's name is no wish to be strict about.
    void strictTakesAnyFileName()
    {
        CliProgram cli;
        const auto paint = [&cli](const QString &model, const QString &name) {
            return cli.run({u"generate"_s, u"boat"_s, u"--model"_s, model, u"--strict"_s, u"-o"_s, cli.path(name)});
        };
        const CliResult other = paint(u"sketchbook-pattern"_s, u"other.jpg"_s);
        QVERIFY2(other.exitCode == 0, other.err.constData());
        QCOMPARE(sniffFormat(contentOf(cli.path(u"other.png"_s))), ImageFormat::Png);
        QVERIFY(!QFile::exists(cli.path(u"other.jpg"_s)));
        const CliResult own = paint(u"sketchbook-scene"_s, u"own.jpg"_s);
        QVERIFY2(own.exitCode == 0, own.err.constData());
        QCOMPARE(sniffFormat(contentOf(cli.path(u"own.jpg"_s))), ImageFormat::Jpeg);
    }

    void reportsAreInDollarsThroughout()
    {
        OpenAiStandIn vendor;
        CliProgram cli;
        cli.setVariable(u"OPENAI_API_KEY"_s, QString::fromLatin1(OpenAiStandIn::key()));
        cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, vendor.baseUrl().toString());
        const auto process = cli.start({u"generate"_s, u"boat"_s, u"--model"_s, u"openai/gpt-image-2"_s, u"--quality"_s,
                                        u"low"_s, u"--json"_s, u"-o"_s, cli.path(u"boat.png"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000); // the stand-in answers meanwhile
        QCOMPARE(process->exitCode(), 0);
        const QJsonObject made = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
        QVERIFY(made["cost"_L1].toDouble() > 0 && made["cost"_L1].toDouble() < 1);
        QCOMPARE(made["attempts"_L1][0]["cost"_L1], made["cost"_L1]);
        const QJsonValue kept = cli.run({u"requests"_s, u"--json"_s}).json().array().first();
        QCOMPARE(kept["attempts"_L1][0]["cost"_L1], kept["cost"_L1]);
    }

    void outpaintingNeedsItsBorders()
    {
        CliProgram cli;
        QFile file(cli.path(u"in.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(Qt::gray);
        QVERIFY(image.save(&file, "PNG"));
        file.close();
        const QStringList asked {u"estimate"_s,        u"a meadow"_s, u"--model"_s,
                                 u"flux-expand-pro"_s, u"--image"_s,  file.fileName()};
        const CliResult without = cli.run(asked);
        QCOMPARE(without.exitCode, 1);
        QVERIFY2(without.err.contains("--extra top=256"), without.err.constData());
        const CliResult with = cli.run(asked + QStringList {u"--extra"_s, u"top=256"_s});
        QVERIFY2(with.exitCode == 0, with.err.constData());
        QCOMPARE(cli.run(asked + QStringList {u"--extra"_s, u"top"_s}).exitCode, 2);
    }

    void unknownModelSuggestsNames()
    {
        CliProgram cli;
        const CliResult result =
            cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbok-scene"_s, u"-o"_s, cli.path(u"x.png"_s)});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("sketchbook-scene"), result.err.constData());
    }

    void missingKeySaysWhatToDo()
    {
        CliProgram cli;
        const CliResult result =
            cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"openai/gpt-image-2"_s, u"-o"_s, cli.path(u"x.png"_s)});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("OPENAI_API_KEY") || result.err.contains("keys set"), result.err.constData());
    }

    void modelsListsEveryOffer()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"models"_s, u"--json"_s});
        QCOMPARE(result.exitCode, 0);
        const QJsonArray models = result.json().array();
        QVERIFY(models.size() > 60);
        QVERIFY(cli.run({u"models"_s, u"flux"_s}).out.contains("flux-2-pro"));
    }

    void budgetsAreKeptAndRemoved()
    {
        CliProgram cli;
        const CliResult set = cli.run({u"budget"_s, u"set"_s, u"20"_s, u"--period"_s, u"month"_s});
        QCOMPARE(set.exitCode, 0);
        QCOMPARE(set.out, QByteArray()); // for programs there is nothing to read
        QVERIFY2(set.err.contains("$20.00 a month"), set.err.constData());
        QCOMPARE(
            cli.run({u"budget"_s, u"set"_s, u"1.50"_s, u"--period"_s, u"day"_s, u"--provider"_s, u"fal"_s}).exitCode,
            0);
        const QJsonArray budgets = cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json().array();
        QCOMPARE(budgets.size(), 2);
        QCOMPARE(budgets.at(0)["limit"_L1].toDouble() + budgets.at(1)["limit"_L1].toDouble(), 21.5);
        const CliResult removed = cli.run({u"budget"_s, u"remove"_s, u"--provider"_s, u"fal"_s});
        QCOMPARE(removed.exitCode, 0);
        QVERIFY2(removed.out.isEmpty() && removed.err.contains("$1.50 a day for"), removed.err.constData());
        QCOMPARE(cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json().array().size(), 1);
    }

    void clientsAreAddedOnceAndRevoked()
    {
        CliProgram cli;
        const CliResult added =
            cli.run({u"clients"_s, u"add"_s, u"Blog builder"_s, u"--budget"_s, u"2"_s, u"--period"_s, u"month"_s});
        QVERIFY2(added.exitCode == 0, added.err.constData());
        const QByteArray key = added.out.trimmed();
        QVERIFY(key.startsWith("lw-") && key.size() > 40);
        QCOMPARE(cli.run({u"clients"_s, u"add"_s, u"Blog builder"_s}).exitCode, 1);
        const CliResult list = cli.run({u"clients"_s, u"list"_s, u"--json"_s});
        QVERIFY(!list.out.contains(key));
        QCOMPARE(list.json().array().size(), 1);
        QCOMPARE(list.json().array().first()[u"last_used_at"], QJsonValue(QJsonValue::Null)); // as /v1/keys has it
        QCOMPARE(cli.run({u"budget"_s, u"list"_s, u"--json"_s}).json().array().size(), 1);
        const CliResult revoked = cli.run({u"clients"_s, u"revoke"_s, u"Blog builder"_s});
        QCOMPARE(revoked.exitCode, 0);
        QVERIFY2(revoked.out.isEmpty() && revoked.err.contains("Blog builder"), revoked.err.constData());
        QCOMPARE(cli.run({u"clients"_s, u"revoke"_s, u"Blog builder"_s}).exitCode, 1);
    }

    void clientsHaveTerms()
    {
        CliProgram cli;
        const CliResult added = cli.run({u"clients"_s, u"add"_s, u"Blog"_s, u"--models"_s, u"flux*, gpt-image-2"_s,
                                         u"--rate"_s, u"30"_s, u"--expires"_s, u"2999-01-31"_s});
        QVERIFY2(added.exitCode == 0, added.err.constData());
        const auto entry = [&cli] { return cli.run({u"clients"_s, u"list"_s, u"--json"_s}).json().array().first(); };
        QCOMPARE(entry()[u"models"].toArray(), QJsonArray({u"flux*"_s, u"gpt-image-2"_s}));
        QCOMPARE(entry()[u"requests_per_minute"].toInt(), 30);
        const QDateTime end = QDateTime::fromString(entry()[u"expires_at"].toString(), Qt::ISODate);
        QCOMPARE(end, QDate(2999, 2, 1).startOfDay()); // the day counts
        QVERIFY(cli.run({u"clients"_s, u"list"_s}).out.contains("flux*, gpt-image-2"));
        const CliResult changed = cli.run({u"clients"_s, u"set"_s, u"Blog"_s, u"--rate"_s, u"none"_s, u"--budget"_s,
                                           u"2"_s, u"--period"_s, u"day"_s});
        QVERIFY2(changed.exitCode == 0, changed.err.constData());
        QVERIFY(entry()[u"requests_per_minute"].isNull());
        QCOMPARE(entry()[u"models"].toArray().size(), 2); // what was not said stays
        QCOMPARE(entry()[u"budgets"].toArray().size(), 1);
        QCOMPARE(
            cli.run({u"clients"_s, u"set"_s, u"Blog"_s, u"--models"_s, u"all"_s, u"--expires"_s, u"never"_s}).exitCode,
            0);
        QVERIFY(entry()[u"models"].toArray().isEmpty());
        QVERIFY(entry()[u"expires_at"].isNull());
        QVERIFY(entry()[u"replay"].isNull());
        QVERIFY(entry()[u"keep_alive"].isNull());
        QCOMPARE(cli.run({u"clients"_s, u"set"_s, u"Blog"_s, u"--replay"_s, u"replay-or-mock"_s, u"--keep-alive"_s,
                          u"whitespace"_s})
                     .exitCode,
                 0);
        QCOMPARE(entry()[u"replay"].toString(), u"replay-or-mock"_s);
        QCOMPARE(entry()[u"keep_alive"].toString(), u"whitespace"_s);
        QVERIFY(cli.run({u"clients"_s, u"list"_s}).out.contains("replay-or-mock"));
        QCOMPARE(cli.run({u"clients"_s, u"set"_s, u"Blog"_s, u"--replay"_s, u"default"_s}).exitCode, 0);
        QVERIFY(entry()[u"replay"].isNull());
        QCOMPARE(entry()[u"keep_alive"].toString(), u"whitespace"_s);
        QCOMPARE(cli.run({u"clients"_s, u"set"_s, u"Blog"_s, u"--keep-alive"_s, u"none"_s}).exitCode, 0);
        QVERIFY(entry()[u"keep_alive"].isNull());
        QCOMPARE(cli.run({u"clients"_s, u"set"_s, u"Nobody"_s, u"--rate"_s, u"5"_s}).exitCode, 1);
        QCOMPARE(cli.run({u"clients"_s, u"add"_s, u"x"_s, u"--rate"_s, u"0"_s}).exitCode, 1);
    }

    void whatAClientCouldNotMeanIsTold()
    {
        CliProgram cli;
        const CliResult vain = cli.run({u"clients"_s, u"add"_s, u"Vain"_s, u"--models"_s, u"nonexist*,flux*"_s});
        QCOMPARE(vain.exitCode, 0);
        QVERIFY(vain.out.startsWith("lw-"));
        QVERIFY2(vain.err.contains("nonexist*") && !vain.err.contains("flux*"), vain.err.constData());
        const QString known = u"flux*,sketchbook/sketchbook-scene,openai-compatible/mine,anthropic/*,mock-image"_s;
        const CliResult good = cli.run({u"clients"_s, u"add"_s, u"Good"_s, u"--models"_s, known});
        QVERIFY2(!good.err.contains("No model"), good.err.constData());
        QVERIFY(!cli.run({u"clients"_s, u"set"_s, u"Vain"_s, u"--rate"_s, u"5"_s}).err.contains("nonexist"));
        QVERIFY(cli.run({u"clients"_s, u"set"_s, u"Good"_s, u"--models"_s, u"nowhere"_s}).err.contains("nowhere"));
    }

    void theOwnClientsEndIsExplained()
    {
        CliProgram cli;
        const QByteArray key = Serving(cli).key;
        const CliResult revoked = cli.run({u"clients"_s, u"revoke"_s, u"This computer"_s});
        QCOMPARE(revoked.exitCode, 0);
        QVERIFY2(revoked.err.contains("next start"), revoked.err.constData());
        const Serving next(cli);
        QVERIFY(!next.key.isEmpty() && next.key != key);
    }

    void aBudgetOfNothingIsExplained()
    {
        CliProgram cli;
        const auto set = [&cli](const QString &limit, const QStringList &more = {}) {
            return cli.run(QStringList {u"budget"_s, u"set"_s, limit, u"--period"_s, u"day"_s} + more).err;
        };
        QVERIFY(set(u"0"_s).contains("refused"));
        QVERIFY(!set(u"0"_s, {u"--soft"_s}).contains("refused"));
        QVERIFY(!set(u"1"_s).contains("refused"));
    }

    void clientsAreSwitchedOff()
    {
        CliProgram cli;
        QCOMPARE(cli.run({u"clients"_s, u"add"_s, u"Blog"_s}).exitCode, 0);
        const auto entry = [&cli] { return cli.run({u"clients"_s, u"list"_s, u"--json"_s}).json().array().first(); };
        QVERIFY(!entry()[u"disabled"].toBool(true));
        QVERIFY(!entry()[u"manages_keys"].toBool(true));
        QCOMPARE(cli.run({u"clients"_s, u"set"_s, u"Blog"_s, u"--disable"_s}).exitCode, 0);
        QVERIFY(entry()[u"disabled"].toBool());
        QCOMPARE(cli.run({u"clients"_s, u"set"_s, u"Blog"_s, u"--rate"_s, u"5"_s}).exitCode, 0);
        QVERIFY(entry()[u"disabled"].toBool()); // what was not said stays
        QCOMPARE(cli.run({u"clients"_s, u"set"_s, u"Blog"_s, u"--enable"_s}).exitCode, 0);
        QVERIFY(!entry()[u"disabled"].toBool(true));
    }

    void aClientMayManageKeys()
    {
        CliProgram cli;
        const CliResult added = cli.run({u"clients"_s, u"add"_s, u"Manager"_s, u"--manage-keys"_s});
        QVERIFY2(added.exitCode == 0, added.err.constData());
        QVERIFY(added.out.startsWith("lw-"));
        QVERIFY(cli.run({u"clients"_s, u"list"_s, u"--json"_s}).json().array().first()[u"manages_keys"].toBool());
    }

    void historyAndUsageTellWhatHappened()
    {
        CliProgram cli;
        QCOMPARE(cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"--size"_s, u"512x512"_s,
                          u"-o"_s, cli.path(u"x.png"_s)})
                     .exitCode,
                 0);
        const QJsonArray requests = cli.run({u"requests"_s, u"--json"_s}).json().array();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.at(0)["status"_L1].toString(), u"completed"_s);
        QCOMPARE(requests.at(0)["provider"_L1].toString(), u"sketchbook"_s);
        QCOMPARE(requests.at(0)["model"_L1].toString(), u"sketchbook-pattern"_s);
        QVERIFY(requests.at(0)["id"_L1].toString().startsWith(u"gen_"_s));
        const QJsonObject usage = cli.run({u"usage"_s, u"--json"_s}).json().object();
        QCOMPARE(usage["total"_L1].toDouble(-1), 0.0);
        QCOMPARE(usage["by_provider"_L1][0]["generations"_L1].toInt(), 1);
    }

    void keysComeFromFileAndEnvironment()
    {
        CliProgram cli;
        cli.setVariable(u"LIGHTWELL_PASSPHRASE"_s, u"correct horse"_s);
        const QByteArray key = "sk-canary-0123456789abcdef";
        const CliResult set = cli.run({u"keys"_s, u"set"_s, u"openai"_s, u"--place"_s, u"file"_s}, key + "\n");
        QVERIFY2(set.exitCode == 0, set.err.constData());
        const CliResult list = cli.run({u"keys"_s, u"list"_s});
        QVERIFY2(list.out.contains("encrypted file"), list.out.constData());
        QVERIFY(!list.out.contains(key));
        for (const QString &name : QDir(cli.home()).entryList(QDir::Files | QDir::Hidden)) {
            QVERIFY2(!contentOf(cli.home() + u'/' + name).contains(key), qPrintable(name));
        }
        cli.setVariable(u"FAL_KEY"_s, u"id:secret"_s);
        QVERIFY(cli.run({u"keys"_s, u"list"_s}).out.contains("environment"));
        QCOMPARE(cli.run({u"keys"_s, u"remove"_s, u"openai"_s}).exitCode, 0);
    }

    void doctorFindsNothingWrong()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"doctor"_s, u"--json"_s});
        QVERIFY2(result.exitCode == 0, QByteArray(result.out + result.err).constData());
        QVERIFY(result.json()["ok"_L1].toBool());
        QCOMPARE(cli.run({u"requests"_s, u"--json"_s}).json().array().size(), 0); // nor does it leave anything
        QCOMPARE(cli.run({u"usage"_s, u"--json"_s}).json()["by_model"_L1].toArray().size(), 0);
        QDirIterator pictures(cli.home() + u"/media"_s, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY2(!pictures.hasNext(), qPrintable(pictures.next()));
    }

    void allKeysThatWouldDoAreNamed()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"generate"_s, u"x"_s, u"--model"_s, u"flux-2-pro"_s});
        QCOMPARE(result.exitCode, 1);
        for (const char *expected :
             {"fal.ai", "FAL_KEY", "Lumenfall", "LUMENFALL_API_KEY", "OpenRouter", "OPENROUTER_API_KEY"}) {
            QVERIFY2(result.err.contains(expected), result.err.constData());
        }
    }

    void oneBadEntryOfTheCatalogIsLeftOutAlone()
    {
        CliProgram cli;
        QVERIFY(QDir().mkpath(cli.home()));
        QFile file(cli.home() + u"/catalog.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"models": [{"slug": "my-bad", "offers": []}, {"slug": "my-good", "offers": [{"provider": "fal",
            "provider_model": "me/mine", "modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "list", "sizes": ["1024x1024"]}}]}]})");
        file.close();
        const CliResult models = cli.run({u"models"_s, u"my-"_s});
        QCOMPARE(models.exitCode, 0);
        QVERIFY(models.out.contains("my-good") && !models.out.contains("my-bad"));
        QVERIFY2(models.err.contains("models[0] (my-bad)") && models.err.contains("catalog.json"),
                 models.err.constData());
        const CliResult doctor = cli.run({u"doctor"_s});
        QCOMPARE(doctor.exitCode, 1);
        QVERIFY2(doctor.out.contains("models[0] (my-bad)"), doctor.out.constData());
        QVERIFY2(doctor.out.contains("are left out\n") && !doctor.out.contains("ok       catalog"),
                 doctor.out.constData());
    }

    void damagedCatalogIsToldAndLeftOut()
    {
        CliProgram cli;
        QCOMPARE(cli.run({u"models"_s}).exitCode, 0); // makes the folders
        const CliResult where = cli.run({u"doctor"_s, u"--json"_s});
        const QString config = where.json()["checks"_L1][1]["check"_L1].toString(); // the first folder
        QFile file(config + u"/catalog.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"models\": [ oops");
        file.close();
        const CliResult result = cli.run({u"models"_s});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.err.contains("catalog.json"), result.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
