// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Vendors' lists and the user's own servers, as a person meets them on the command line.
#include "tests/cli/cliprogram.h"
#include "tests/support/testserver.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

namespace {

TestServer::Options ownThread()
{
    return {TestServer::Thread::Own, {}};
}

Reply json(const QByteArray &body, int status = 200)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/json"}};
    reply.body = body;
    return reply;
}

/// All that the built-in files have of OpenAI, and one more.
QByteArray openAiModels()
{
    QFile file(QStringLiteral(QT_TESTCASE_SOURCEDIR) + u"/../resources/catalog/offers/openai.json"_s);
    const QJsonArray offers =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll())["offers"_L1].toArray() : QJsonArray();
    QJsonArray models {QJsonObject {{"id"_L1, "gpt-image-9-test"_L1}}};
    for (const QJsonValue offer : offers) {
        models.append(QJsonObject {{"id"_L1, offer["provider_model"_L1]}});
    }
    return QJsonDocument(QJsonObject {{"object"_L1, "list"_L1}, {"data"_L1, models}}).toJson();
}

QByteArray picture()
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

void putCatalog(const CliProgram &cli, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(cli.home()));
    QFile file(cli.home() + u"/catalog.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class TestCliModelLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListIsTakenOverAndKept()
    {
        auto server = std::make_unique<TestServer>([](const Received &) { return json(openAiModels()); }, ownThread());
        CliProgram cli;
        cli.setVariable(u"OPENAI_API_KEY"_s, u"sk-of-a-test-0123"_s);
        cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, server->url().toString());
        const CliResult refreshed = cli.run({u"models"_s, u"refresh"_s, u"--provider"_s, u"openai"_s, u"--json"_s});
        QVERIFY2(refreshed.exitCode == 0, refreshed.err.constData());
        const QJsonObject report = refreshed.json()[0].toObject();
        QCOMPARE(report.value("provider"_L1).toString(), u"openai"_s);
        QCOMPARE(report.value("added"_L1).toArray(), QJsonArray {u"openai/gpt-image-9-test"_s});
        QCOMPARE(report.value("gone"_L1).toArray(), QJsonArray());
        QVERIFY(!report.value("read"_L1).toString().isEmpty());
        QCOMPARE(server->count(), 1);
        QCOMPARE(server->received().first().path, u"/v1/models"_s);
        QCOMPARE(server->received().first().method, "GET"_ba);
        QCOMPARE(server->received().first().header("Authorization"), "Bearer sk-of-a-test-0123"_ba);
        server.reset(); // no network from here
        const CliResult models = cli.run({u"models"_s, u"gpt-image-9"_s, u"--json"_s});
        QCOMPARE(models.json().array().size(), 1);
        QCOMPARE(models.json()[0]["id"_L1].toString(), u"gpt-image-9-test"_s);
        QCOMPARE(cli.run({u"models"_s, u"refresh"_s, u"--provider"_s, u"openai"_s}).exitCode, 1);
        QCOMPARE(cli.run({u"models"_s, u"gpt-image-9"_s, u"--json"_s}).json().array().size(), 1); // still
    }

    void aBrokenListIsToldAndChangesNothing()
    {
        TestServer server(
            [](const Received &) {
                Reply reply;
                reply.body = "<html>Sign in to the network</html>";
                return reply;
            },
            ownThread());
        CliProgram cli;
        cli.setVariable(u"OPENAI_API_KEY"_s, u"sk-of-a-test-0123"_s);
        cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, server.url().toString());
        const QByteArray before = cli.run({u"models"_s, u"--json"_s}).out;
        const CliResult refreshed = cli.run({u"models"_s, u"refresh"_s, u"--provider"_s, u"openai"_s, u"--json"_s});
        QCOMPARE(refreshed.exitCode, 1);
        QCOMPARE(refreshed.json()[0]["code"_L1].toString(), u"list_unreadable"_s);
        QCOMPARE(server.count(), 3); // a page of some proxy may be gone the next time
        QCOMPARE(cli.run({u"models"_s, u"--json"_s}).out, before);
    }

    void anAddressThatLeadsElsewhereIsAskedOnce()
    {
        TestServer server([](const Received &) { return Reply::redirect(QUrl(u"http://127.0.0.1:9/v1/models"_s)); },
                          ownThread());
        CliProgram cli;
        cli.setVariable(u"OPENAI_API_KEY"_s, u"sk-of-a-test-0123"_s);
        cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, server.url().toString());
        const CliResult refreshed = cli.run({u"models"_s, u"refresh"_s, u"--provider"_s, u"openai"_s, u"--json"_s});
        QCOMPARE(refreshed.exitCode, 1);
        QCOMPARE(refreshed.json()[0]["code"_L1].toString(), u"address_moved"_s);
        QCOMPARE(server.count(), 1);
    }

    void anEntryNobodyCanReadIsTold()
    {
        const QByteArray models = openAiModels().replace("\"gpt-image-9-test\"", "null");
        TestServer server([models](const Received &) { return json(models); }, ownThread());
        CliProgram cli;
        cli.setVariable(u"OPENAI_API_KEY"_s, u"sk-of-a-test-0123"_s);
        cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, server.url().toString());
        const CliResult refreshed = cli.run({u"models"_s, u"refresh"_s, u"--provider"_s, u"openai"_s, u"--json"_s});
        QCOMPARE(refreshed.exitCode, 0);
        QCOMPARE(refreshed.json()[0]["left_out"_L1].toInt(), 1);
        QVERIFY(refreshed.json()[0]["listed"_L1].toInt() > 1);
    }

    void withoutAKeyNothingIsAsked()
    {
        CliProgram cli;
        for (const QString &provider : {u"OPENROUTER"_s, u"DEEPINFRA"_s}) { // open to everybody
            cli.setVariable(u"LIGHTWELL_%1_BASE_URL"_s.arg(provider), u"http://127.0.0.1:1"_s);
        }
        const CliResult one = cli.run({u"models"_s, u"refresh"_s, u"--provider"_s, u"fal"_s});
        QCOMPARE(one.exitCode, 1);
        QVERIFY2(one.err.contains("FAL_KEY"), one.err.constData());
        QCOMPARE(cli.run({u"models"_s, u"refresh"_s, u"--provider"_s, u"nosuch"_s}).exitCode, 2);
        QCOMPARE(cli.run({u"models"_s, u"show"_s, u"flux-2-pro"_s, u"--provider"_s, u"fal"_s}).exitCode, 2);
    }

    void aServerOfOnesOwn()
    {
        TestServer server(
            [](const Received &request) {
                return request.path == "/v1/images/generations"_L1
                    ? json(R"({"created": 1, "data": [{"b64_json": ")" + picture().toBase64() + R"("}]})")
                    : json("{}", 404);
            },
            ownThread());
        CliProgram cli;
        const QString address = server.url(u"/v1"_s).toString();
        putCatalog(cli,
                   QByteArray(R"({"endpoints": [{"id": "garage", "name": "Garage", "models": ["my-sdxl"], "b64": true,
            "free": true, "edits": "none", "address": "@"}],
            "prices": [{"offer": "fal/flux-2-pro", "prices": [{"unit": "image", "usd": 0.0123}]},
                       {"offer": "fal/nosuch", "prices": [{"unit": "image", "usd": 1}]}]})")
                       .replace("@", address.toUtf8()));
        const CliResult listed = cli.run({u"models"_s, u"my-sdxl"_s, u"--json"_s});
        QCOMPARE(listed.json()[0]["offers"_L1][0]["provider"_L1].toString(), u"garage"_s);
        QCOMPARE(listed.json()[0]["offers"_L1][0]["price"_L1].toDouble(-1), 0.0);
        QVERIFY2(listed.err.contains("fal/nosuch") && listed.err.contains("prices[1].offer"), listed.err.constData());
        const CliResult priced = cli.run({u"models"_s, u"flux-2-pro"_s, u"--json"_s});
        QVERIFY2(priced.out.contains("0.0123"), priced.out.constData());
        const CliResult keys = cli.run({u"keys"_s, u"list"_s});
        QVERIFY2(keys.out.contains("garage"), keys.out.constData());

        const QString file = cli.path(u"made.png"_s);
        cli.setVariable(u"LIGHTWELL_GARAGE_API_KEY"_s, u"key-of-the-garage"_s);
        const CliResult made = cli.run({u"generate"_s, u"a boat"_s, u"--model"_s, u"garage/my-sdxl"_s, u"--size"_s,
                                        u"64x64"_s, u"--json"_s, u"-o"_s, file});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        QCOMPARE(server.count(u"/v1/images/generations"_s), 1);
        const Received sent = server.received().last();
        QCOMPARE(sent.header("Authorization"), "Bearer key-of-the-garage"_ba);
        const QJsonObject body = QJsonDocument::fromJson(sent.body).object();
        QCOMPARE(body.value("model"_L1).toString(), u"my-sdxl"_s);
        QCOMPARE(body.value("response_format"_L1).toString(), u"b64_json"_s);
        QCOMPARE(body.value("size"_L1).toString(), u"64x64"_s);
        QCOMPARE(made.json()["provider"_L1].toString(), u"garage"_s);
        QVERIFY(QFile::exists(file));

        TestServer elsewhere([](const Received &) { return json("{}", 404); }, ownThread());
        cli.setVariable(u"LIGHTWELL_GARAGE_BASE_URL"_s, elsewhere.url().toString());
        QCOMPARE(cli.run({u"generate"_s, u"a boat"_s, u"--model"_s, u"garage/anything"_s, u"-o"_s, file}).exitCode, 1);
        QCOMPARE(elsewhere.count(u"/v1/images/generations"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestCliModelLists)
#include "test_climodellists.moc"
