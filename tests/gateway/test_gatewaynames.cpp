// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names that clients, vendors and a user's catalog make up: what the gateway takes of them, and what it hands on.
#include "core/gateway/dialects/openai/headertext.h"
#include "core/gateway/dialects/openai/openaianswer.h"
#include "core/gateway/dialects/openai/openaierrors.h"
#include "core/model/displaytext.h"
#include "core/model/modelname.h"
#include "tests/gateway/gatewayrig.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestGatewayNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelNames_data();
    void modelNames();
    void fieldNames_data();
    void fieldNames();
    void dryRunInTheBody_data();
    void dryRunInTheBody();
    void heads_data();
    void heads();
    void clientNames_data();
    void clientNames();
    void headersAreShortAscii_data();
    void headersAreShortAscii();
    void anyHeaderIsOneHeader();
    void errorsRepeatLittle();
    void metricsCountFixedNamesOnly();
};

void TestGatewayNames::modelNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::newRow("known") << u"toy"_s << 200;
    QTest::newRow("unknown") << u"boy"_s << 404;
    QTest::newRow("longest") << QString(longestModelName, u'm') << 404;
    QTest::newRow("too long") << QString(longestModelName + 1, u'm') << 400;
    QTest::newRow("48,000 letters") << u"openai/gpt-image-"_s + QString(48'000, u'm') << 400;
    QTest::newRow("escape") << u"toy\u001B[2J"_s << 400;
    QTest::newRow("escape in one character") << u"toy\u009B2J"_s << 400;
    QTest::newRow("two lines") << u"toy\nX-Evil: 1"_s << 400;
    QTest::newRow("turned around") << u"\u202Eyot"_s << 400;
    QTest::newRow("hidden") << u"t\u200Boy"_s << 400;
    QTest::newRow("half a pair") << QString(u"toy"_s + QChar(0xD83D)) << 400;
}

void TestGatewayNames::modelNames()
{
    QFETCH(QString, name);
    QFETCH(int, status);
    GatewayRig rig;
    rig.start();
    QJsonObject wish = GatewayRig::wish();
    wish[u"model"_s] = name;
    const RawAnswer answer = rig.ask(rig.post(wish));
    QCOMPARE(answer.status, status);
    for (const HttpHeader &header : answer.headers) {
        QVERIFY2(header.value.size() < 600, header.name.constData());
    }
    const RawAnswer priced = rig.ask(rig.post(wish, {}, "?dryRun=true"));
    QCOMPARE(priced.status, status);
    const RawAnswer told = rig.ask(rig.request("GET", "/v1/models/" + QUrl::toPercentEncoding(name)));
    QVERIFY(told.status == status || told.status == 414 || !name.isValidUtf16()); // an address cannot hold such
    const Result<QList<Generation>> kept = await(rig.rig.journal->list(10));
    QVERIFY(kept);
    QCOMPARE(kept->size(), status == 400 ? 0 : 1);
    if (status == 400) {
        QCOMPARE(answer.errorCode(), u"INVALID_REQUEST"_s);
        QCOMPARE(answer.json()[u"error"_s][u"param"_s].toString(), u"model"_s);
        QVERIFY(!answer.body.contains("toy"));
        QVERIFY(answer.body.size() < 500);
    }
}

void TestGatewayNames::fieldNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("bell") << u"a\u0007b"_s;
    QTest::newRow("escape") << u"\u001B[31m"_s;
    QTest::newRow("escape in one character") << u"\u009B2J"_s;
    QTest::newRow("two lines") << u"a\nb"_s;
    QTest::newRow("turned around") << u"\u202Ea"_s;
}

void TestGatewayNames::fieldNames()
{
    QFETCH(QString, name);
    GatewayRig rig;
    rig.start();
    QJsonObject wish = GatewayRig::wish();
    wish[name] = 1;
    const RawAnswer answer = rig.ask(rig.post(wish));
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains("cannot be seen"), answer.body.constData());
    QCOMPARE(answer.json()[u"error"_s][u"param"_s], QJsonValue(QJsonValue::Null));
    const Result<QList<Generation>> kept = await(rig.rig.journal->list(10));
    QVERIFY(kept && kept->isEmpty());
}

void TestGatewayNames::dryRunInTheBody_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"dryRun", "dryrun", "dry_run", "Dry-Run"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestGatewayNames::dryRunInTheBody()
{
    QFETCH(QString, name);
    GatewayRig rig;
    rig.start();
    QJsonObject wish = GatewayRig::wish();
    wish[name] = true;
    const RawAnswer answer = rig.ask(rig.post(wish));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json()[u"error"_s][u"param"_s].toString(), u"dryRun"_s);
    QCOMPARE(await(rig.rig.journal->list(10))->size(), 0);
}

void TestGatewayNames::heads_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("fault"); // empty: taken
    const auto row = [](const QByteArray &name, const QByteArray &headers, const QByteArray &query,
                        const QString &fault) { QTest::newRow(name.constData()) << headers << query << fault; };
    row("none", {}, {}, {});
    row("a key", "Idempotency-Key: 7f3a-1\r\n", {}, {});
    row("a key in words", "Idempotency-Key: \"order 7\"\r\n", {}, {});
    row("the longest key", "Idempotency-Key: " + QByteArray(255, 'k') + "\r\n", {}, {});
    row("a longer key", "Idempotency-Key: " + QByteArray(256, 'k') + "\r\n", {}, u"Idempotency-Key"_s);
    row("an empty key", "Idempotency-Key: \r\n", {}, u"Idempotency-Key"_s);
    row("two keys", "Idempotency-Key: a\r\nidempotency-key: b\r\n", {}, u"Idempotency-Key"_s);
    row("a key that acts",
        "Idempotency-Key: a\xC2\x9B"
        "2J\r\n",
        {}, u"Idempotency-Key"_s);
    row("strict", "X-Lightwell-Strict: TRUE\r\n", {}, {});
    row("not strict", "X-Lightwell-Strict: 0\r\n", {}, {});
    row("strict in other words", "X-Lightwell-Strict: yes\r\n", {}, u"X-Lightwell-Strict"_s);
    row("strict and not", "X-Lightwell-Strict: 1\r\nX-Lightwell-Strict: 0\r\n", {}, u"X-Lightwell-Strict"_s);
    row("priced", {}, "?dryRun=1", {});
    row("not priced", {}, "?dryRun=false", {});
    row("priced in other words", {}, "?dryRun=yes", u"dryRun"_s);
    row("priced, and nothing said", {}, "?dryRun", u"dryRun"_s);
    row("priced and not", {}, "?dryRun=false&dryRun=true", u"dryRun"_s);
    row("a long word", {}, "?dryRun=" + QByteArray(3000, 't'), u"dryRun"_s);
    row("something else", {}, "?api-version=2026-01-01", {});
    for (const QByteArray &name : {"dryrun"_ba, "DryRun"_ba, "DRYRUN"_ba, "dry_run"_ba, "dry-run"_ba, "Dry-Run"_ba,
                                   "dry%20run"_ba, "dry+run"_ba, "dryRun%5B%5D"_ba, "dry%5Frun"_ba}) {
        row("spelt as " + name, {}, '?' + name + "=true", u"dryRun"_s);
    }
    row("spelt otherwise, behind another", {}, "?a=1&dry_run", u"dryRun"_s);
    row("behind a semicolon", {}, "?a=1;dryRun=true", u"dryRun"_s);
    row("before a semicolon", {}, "?dryRun;a=1", u"dryRun"_s);
    row("behind an escaped semicolon", {}, "?a=1%3Bdry_run=true", u"dryRun"_s);
    row("a semicolon", {}, "?a=1;b=2", {});
    row("a word with it inside", {}, "?dryRunner=1", {});
}

void TestGatewayNames::heads()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, query);
    QFETCH(QString, fault);
    GatewayRig rig;
    rig.start();
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish(), headers, query));
    QCOMPARE(answer.status, fault.isEmpty() ? 200 : 400);
    if (!fault.isEmpty()) {
        QCOMPARE(answer.json()[u"error"_s][u"param"_s].toString(), fault);
        QVERIFY(answer.body.size() < 500);
        QCOMPARE(await(rig.rig.journal->list(10))->size(), 0);
    }
}

void TestGatewayNames::clientNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("taken");
    QTest::newRow("words") << u"My editor “α”"_s << true;
    QTest::newRow("longest") << QString(200, u'n') << true;
    QTest::newRow("longer") << QString(201, u'n') << false;
    QTest::newRow("escape") << u"a\u001B[2J"_s << false;
    QTest::newRow("escape in one character") << u"a\u009B2J"_s << false;
    QTest::newRow("turned around") << u"a\u202Eb"_s << false;
    QTest::newRow("as another one") << u"test\u200B"_s << false;
    QTest::newRow("two lines") << u"a\u2028b"_s << false;
}

void TestGatewayNames::clientNames()
{
    QFETCH(QString, name);
    QFETCH(bool, taken);
    GatewayRig rig;
    const Result<NewClient> added = await(rig.clients.add(name));
    QCOMPARE(added.ok(), taken);
    if (!taken) {
        QCOMPARE(added.error().param, u"name"_s);
    }
}

void TestGatewayNames::headersAreShortAscii_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << u"fal/fal-ai/flux-2/pro@1:x.y"_s << "fal/fal-ai/flux-2/pro@1:x.y"_ba;
    QTest::newRow("lines") << u"a\r\nX-Evil: 1"_s << "a%0D%0AX-Evil:%201"_ba;
    QTest::newRow("umlaut") << u"größe"_s << "gr%C3%B6%C3%9Fe"_ba;
    QTest::newRow("long") << QString(48'000, u'm') << QByteArray(512, 'm');
    QTest::newRow("long, no half character") << QString(48'000, u'日') << QByteArray("%E6%97%A5").repeated(56);
}

void TestGatewayNames::headersAreShortAscii()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QCOMPARE(openai::headerText(name), value);
    Generation generation;
    generation.id = u"gen_1"_s;
    generation.plan = Plan();
    generation.plan->offer.provider = name;
    generation.plan->offer.providerModel = name;
    generation.status = GenerationStatus::Completed;
    for (const GatewayResponse &response :
         {openai::generationAnswer(generation, {}), openai::failureAnswer(generation)}) {
        for (const HttpHeader &header : response.headers) {
            QVERIFY2(header.value.size() <= 512 && isDisplayable(QString::fromLatin1(header.value)),
                     header.name.constData());
        }
    }
}

/// The last door: whatever somebody puts into a header some day.
void TestGatewayNames::anyHeaderIsOneHeader()
{
    GatewayResponse response;
    response.setHeader("X-Any", "a\r\nX-Evil: 1\x1B[2J\xC2\x9B" + QByteArray(100'000, 'x'));
    QCOMPARE(response.headers.size(), 1);
    QCOMPARE(response.headers.first().value.size(), 2048);
    QVERIFY(response.headers.first().value.startsWith("a??X-Evil: 1?[2J??xxx"));
}

void TestGatewayNames::errorsRepeatLittle()
{
    Error error = notSent(ErrorKind::Upstream, u"It said "_s + QString(1'000'000, u'x'), QString(100'000, u'p'));
    error.detail = u"\u009B2J\u202E"_s;
    const GatewayResponse response = openai::errorAnswer(error, true);
    QVERIFY(response.body.size() < 3000);
    error = notSent(ErrorKind::Upstream, u"It said \u001B[2J\u009B2J\u202E"_s);
    const QByteArray body = openai::errorAnswer(error, true).body;
    QVERIFY2(isDisplayable(QString::fromUtf8(body)), body.constData());
    QCOMPARE(QJsonDocument::fromJson(body)[u"error"_s][u"message"_s].toString(), error.message);
}

void TestGatewayNames::metricsCountFixedNamesOnly()
{
    GatewayRig rig;
    rig.start();
    for (const QByteArray &path : {"/v1/%22%0Aevil_total%201"_ba, "/v1/models/%1B%5B2J"_ba, "/v1/files/x%22y"_ba}) {
        static_cast<void>(rig.ask(rig.request("GET", path)));
    }
    const QByteArray text = rig.ask(rig.request("GET", "/metrics")).body;
    QVERIFY(text.contains("route=\"(unknown)\""));
    QVERIFY(!text.contains("evil") && !text.contains("2J") && !text.contains("x\"y"));
    QVERIFY(isDisplayable(QString::fromUtf8(text).replace(u'\n', u' ')));
}

QTEST_GUILESS_MAIN(TestGatewayNames)
#include "test_gatewaynames.moc"
