// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"

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

/// The catalog at the command line.
class TestCliModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filters_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out"); ///< not listed
        const auto row = [](const char *line, const char *in, const char *out) {
            QTest::newRow(line) << words(line) << QString::fromLatin1(in) << QString::fromLatin1(out);
        };
        row("models", "flux-2-pro", "dall-e-3");
        row("models flux-2-pro", "flux-2-pro", "sketchbook-scene");
        row("models list flux-2-pro", "flux-2-pro", "sketchbook-scene");
        row("models --search flux-2-pro", "flux-2-pro", "sketchbook-scene");
        row("models --capability upscale", "aura-sr", "flux-2-pro");
        row("models --maker Lightwell", "sketchbook-scene", "flux-2-pro");
        row("models --provider sketchbook", "sketchbook-scene", "flux-2-pro");
        row("models --max-price 0", "sketchbook-scene", "flux-2-pro");
        row("models --max-price 0.05 --size 2048x2048", "flux-2-klein-4b", "flux-2-max");
        row("models --license open", "flux-1-schnell", "flux-2-pro");
        row("models --license apache", "flux-1-schnell", "flux-1-dev");
        row("models --status shutdown", "dall-e-3", "flux-2-pro");
    }
    void filters()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, in);
        QFETCH(QString, out);
        CliProgram cli;
        const CliResult result = cli.run(arguments + QStringList {u"--json"_s});
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QStringList ids;
        const QJsonArray models = result.json().array();
        for (const QJsonValue model : models) {
            ids.append(model["id"_L1].toString());
        }
        QVERIFY2(ids.contains(in), qPrintable(ids.join(u' ')));
        QVERIFY2(!ids.contains(out), qPrintable(ids.join(u' ')));
    }

    void withMyKeys()
    {
        const auto providers = [](CliProgram &cli) {
            QStringList found;
            const QJsonArray models = cli.run({u"models"_s, u"--with-my-keys"_s, u"--json"_s}).json().array();
            for (const QJsonValue model : models) {
                const QJsonArray offers = model["offers"_L1].toArray();
                for (const QJsonValue offer : offers) {
                    found.append(offer["provider"_L1].toString());
                }
            }
            found.removeDuplicates();
            found.sort();
            return found;
        };
        CliProgram cli;
        QCOMPARE(providers(cli), QStringList {u"sketchbook"_s});
        cli.setVariable(u"FAL_KEY"_s, u"key-of-fal"_s);
        QCOMPARE(providers(cli), (QStringList {u"fal"_s, u"sketchbook"_s}));
    }

    /// An engine on this machine has no models before it was found, and is a provider all the same.
    void whoeverHasNoModelsYetIsNoMistake()
    {
        CliProgram cli;
        for (const QString &provider : {u"localai"_s, u"comfyui"_s, u"sd-cpp"_s, u"automatic1111"_s}) {
            const CliResult result = cli.run({u"models"_s, u"--provider"_s, provider});
            QCOMPARE(result.exitCode, 0);
            QVERIFY2(result.err.contains(provider.toUtf8()), result.err.constData());
            QCOMPARE(cli.run({u"models"_s, u"--provider"_s, provider, u"--json"_s}).json().array().size(), 0);
        }
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *line : {"models --capability flying", "models --provider fall", "models --status old",
                                 "models --sort size", "models --max-price cheap", "models --size large", "models show",
                                 "models show a b", "models list a b", "models show flux-2-pro --provider fal",
                                 "models show flux-2-pro --with-my-keys", "models show flux-2-pro --size 0"}) {
            QTest::newRow(line) << words(line);
        }
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        CliProgram cli;
        const CliResult result = cli.run(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.err.isEmpty());
    }

    void pricesFollowTheSize()
    {
        CliProgram cli;
        const auto priceAt = [&cli](const QString &size) {
            const QJsonDocument found =
                cli.run({u"models"_s, u"flux-2-pro"_s, u"--provider"_s, u"fal"_s, u"--size"_s, size, u"--json"_s})
                    .json();
            return found[0]["offers"_L1][0]["price"_L1].toDouble();
        };
        QVERIFY(priceAt(u"1024x1024"_s) > 0);
        QVERIFY(priceAt(u"2048x2048"_s) > priceAt(u"1024x1024"_s));
    }

    void ownCallsAreShown()
    {
        CliProgram cli;
        const auto measured = [&cli] {
            return cli.run({u"models"_s, u"show"_s, u"sketchbook-pattern"_s, u"--json"_s})
                .json()["offers"_L1][0]["measured"_L1]
                .toObject();
        };
        QCOMPARE(measured()["calls"_L1].toInt(-1), 0);
        QVERIFY(measured()["median_ms"_L1].isNull());
        QCOMPARE(
            cli.run({u"generate"_s, u"boat"_s, u"--model"_s, u"sketchbook-pattern"_s, u"-o"_s, cli.path(u"x.png"_s)})
                .exitCode,
            0);
        QCOMPARE(measured()["calls"_L1].toInt(), 1);
        QCOMPARE(measured()["succeeded"_L1].toInt(), 1);
        QVERIFY(measured()["median_ms"_L1].isDouble());
        QVERIFY(cli.run({u"models"_s, u"show"_s, u"sketchbook-pattern"_s}).out.contains("100 % of 1"));
    }

    void aModelIsShown()
    {
        CliProgram cli;
        const CliResult told = cli.run({u"models"_s, u"show"_s, u"FLUX.2-pro"_s, u"--size"_s, u"1536x864"_s});
        QVERIFY2(told.exitCode == 0, told.err.constData());
        for (const char *part :
             {"FLUX.2 [pro]", "photographic detail", "fal-ai/flux-2-pro", "1536x864", "output_format"}) {
            QVERIFY2(told.out.contains(part), part);
        }
        QVERIFY(!told.out.contains("**")); // of the card's Markdown
        const QJsonObject shown =
            cli.run({u"models"_s, u"show"_s, u"flux-2-pro"_s, u"--size"_s, u"1536x864"_s, u"--json"_s}).json().object();
        const QJsonArray offers = shown["offers"_L1].toArray();
        QVERIFY(offers.size() >= 4);
        double last = 0;
        for (const QJsonValue offer : offers) {
            const double price = offer["price"_L1].toDouble(1e9); // unknown ones come last
            QVERIFY(price >= last);
            last = price;
            bool isFormatTold = false;
            const QJsonArray changes = offer["changes"_L1].toArray();
            for (const QJsonValue change : changes) {
                isFormatTold = isFormatTold || change["name"_L1] == "output_format"_L1;
            }
            QVERIFY(isFormatTold); // no vendor makes AVIF
        }
        QVERIFY(shown["card"_L1].toString().contains(u"**"_s));
    }

    void aRetiredModelTellsItsSuccessor()
    {
        CliProgram cli;
        const CliResult shown = cli.run({u"models"_s, u"show"_s, u"dall-e-3"_s, u"--json"_s});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.json()["successor"_L1].toString(), u"gpt-image-2.6-sunburst"_s);
        QVERIFY(shown.json()["offers"_L1].toArray().isEmpty());
        QVERIFY(cli.run({u"models"_s, u"show"_s, u"dall-e-3"_s}).out.contains("gpt-image-2.6-sunburst"));
    }

    void anUnknownNameGetsTheNearest()
    {
        CliProgram cli;
        const CliResult result = cli.run({u"models"_s, u"show"_s, u"flux-2-prp"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("flux-2-pro"), result.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliModels)
#include "test_climodels.moc"
