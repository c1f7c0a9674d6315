// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures through the gateway: what comes back, and that one call is paid once whatever a client does.
#include "tests/gateway/gatewayrig.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

} // namespace

class TestGatewayGenerate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksWorkWithoutAKey();
    void linksSurviveARestart();
    void base64();
    void contractFields();
    void dryRunSpendsNothing();
    void dryRunTellsOfKeys();
    void dryRunAsksForKeysOnce();
    void dryRunNeedsNoPrompt();
    void partialResultsAreCounted();
    void strictRefuses();
    void failures_data();
    void failures();
    void answersNobodyCanRead_data();
    void answersNobodyCanRead();
    void clientIsTheOrigin();
    void projectIsTheOrigins_data();
    void projectIsTheOrigins();
    void budgetIsRefused();
    void anUnknownPriceIsNoEmptyBudget();
    void nothingSecretIsLogged();
};

void TestGatewayGenerate::linksWorkWithoutAKey()
{
    GatewayRig rig;
    rig.start();
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish()));
    QCOMPARE(answer.status, 200);
    const QUrl url(answer.json().value("data"_L1).toArray().first().toObject().value("url"_L1).toString());
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QCOMPARE(url.port(), rig.port());
    QVERIFY(url.path().startsWith(u"/v1/files/"_s));
    const QByteArray head = " HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n";
    const RawAnswer file = rig.ask("GET " + url.path().toLatin1() + head);
    QCOMPARE(file.status, 200);
    QCOMPARE(file.header("Content-Type"), "image/png"_ba);
    QVERIFY(!QImage::fromData(file.body).isNull());
    // Nobody makes up a link, not even of a picture whose content address they know.
    const QByteArray path = url.path().toLatin1();
    const QByteArray address = path.mid(10, path.indexOf('-') - 10);
    const QList<QByteArray> wrongPaths = {QByteArray("/v1/files/" + address + ".png"),
                                          QByteArray("/v1/files/" + address + "-00000000000000000000000000000000.png"),
                                          QByteArray(path.chopped(3) + "jpg"), QByteArray(path + "x"),
                                          QByteArray(path.chopped(5) + ".png")};
    for (const QByteArray &wrong : wrongPaths) {
        QCOMPARE(rig.ask("GET " + wrong + head).status, 404);
    }
    QCOMPARE(rig.ask("GET " + path + " HTTP/1.1\r\nHost: evil.com\r\n\r\n").status, 403);
    QCOMPARE(rig.ask("DELETE " + path + head).status, 405);
}

void TestGatewayGenerate::linksSurviveARestart()
{
    GatewayRig rig;
    rig.start();
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish()));
    const QUrl url(answer.json().value("data"_L1).toArray().first().toObject().value("url"_L1).toString());
    rig.start();
    QCOMPARE(rig.ask("GET " + url.path().toLatin1() + " HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n").status, 200);
}

void TestGatewayGenerate::base64()
{
    GatewayRig rig;
    rig.start();
    const QJsonObject wish = with(with(GatewayRig::wish(), u"response_format"_s, u"b64_json"_s), u"n"_s, 2);
    const RawAnswer answer = rig.ask(rig.post(wish));
    QCOMPARE(answer.status, 200);
    const QJsonArray data = answer.json().value("data"_L1).toArray();
    QCOMPARE(data.size(), 2);
    for (const QJsonValue &picture : data) {
        const QByteArray bytes = QByteArray::fromBase64(picture.toObject().value("b64_json"_L1).toString().toLatin1());
        QCOMPARE(QImage::fromData(bytes).size(), QSize(64, 48));
        QVERIFY(!picture.toObject().contains("url"_L1));
    }
    QCOMPARE(rig.vendor().billed, 2);
}

void TestGatewayGenerate::contractFields()
{
    GatewayRig rig;
    rig.start();
    const RawAnswer answer = rig.ask(rig.post(with(GatewayRig::wish(), u"output_format"_s, u"webp"_s)));
    QCOMPARE(answer.status, 200);
    const QJsonObject json = answer.json();
    const QJsonObject metadata = json.value("metadata"_L1).toObject();
    QVERIFY(json.value("id"_L1).toString().startsWith(u"gen_"_s));
    QVERIFY(json.value("created"_L1).toInteger() > 1'700'000'000);
    QCOMPARE(json.value("output_format"_L1), u"webp"_s);
    QCOMPARE(json.value("size"_L1), u"64x48"_s);
    QCOMPARE(metadata.value("model"_L1), u"toy"_s);
    QVERIFY(metadata.value("executed_model"_L1).toString().startsWith(u"alpha/"_s));
    QCOMPARE(metadata.value("provider"_L1), u"alpha"_s);
    QVERIFY(metadata.value("cost"_L1).isDouble());
    QCOMPARE(metadata.value("cost_currency"_L1), u"USD"_s);
    QCOMPARE(metadata.value("attempts"_L1).toArray().size(), 1);
    QCOMPARE(metadata.value("attempts"_L1).toArray().first().toObject().value("status"_L1), u"completed"_s);
    QVERIFY(metadata.value("emulated"_L1).toObject().contains("output_format"_L1));
    QVERIFY(metadata.contains("requested_size"_L1));
    QCOMPARE(metadata.value("delivered_size"_L1), u"64x48"_s);
    QCOMPARE(answer.header("X-Lightwell-Request-Id"), json.value("id"_L1).toString().toLatin1());
    QCOMPARE(answer.header("X-Lumenfall-Request-Id"), json.value("id"_L1).toString().toLatin1());
    for (const QByteArray &house : {"X-Lightwell-"_ba, "X-Lumenfall-"_ba}) {
        QCOMPARE(answer.header(house + "Provider"), "alpha"_ba);
        QCOMPARE(answer.header(house + "Model"), metadata.value("executed_model"_L1).toString().toLatin1());
    }
    QCOMPARE(answer.header("X-Lightwell-Cost").toDouble(), metadata.value("cost"_L1).toDouble());
    QVERIFY(answer.header("x-should-retry").isEmpty());
}

void TestGatewayGenerate::dryRunSpendsNothing()
{
    GatewayRig rig;
    rig.start();
    const RawAnswer answer = rig.ask(rig.post(with(GatewayRig::wish(), u"n"_s, 3), {}, "?dryRun=true"));
    QCOMPARE(answer.status, 200);
    const QJsonObject json = answer.json();
    QCOMPARE(json.value("estimated"_L1), true);
    QCOMPARE(json.value("total_cost_micros"_L1).toInteger(), 90'000);
    QCOMPARE(json.value("currency"_L1), u"USD"_s);
    QCOMPARE(json.value("provider"_L1), u"alpha"_s);
    QCOMPARE(json.value("components"_L1).toArray().first().toObject().value("quantity"_L1).toInt(), 3);
    QVERIFY(rig.vendor().calls().isEmpty());
    QCOMPARE(await(rig.rig.journal->list(10))->size(), 0);
    QCOMPARE(rig.ask(rig.post({{u"model"_s, u"nothing"_s}, {u"prompt"_s, u"x"_s}}, {}, "?dryRun=true")).status, 404);
}

void TestGatewayGenerate::dryRunTellsOfKeys()
{
    GatewayRig rig({toyOffer(u"toy"_s, u"alpha"_s), toyOffer(u"toy"_s, u"beta"_s)});
    rig.rig.takeKeyAway(u"beta"_s);
    rig.start();
    const auto keys = [&rig] {
        const QJsonObject answer = rig.ask(rig.post(GatewayRig::wish(), {}, "?dryRun=true")).json();
        return answer.value("metadata"_L1).toObject().value("keys"_L1).toObject();
    };
    QCOMPARE(keys(), (QJsonObject {{u"alpha"_s, u"ready"_s}, {u"beta"_s, u"missing"_s}}));
    rig.rig.takeKeyAway(u"alpha"_s);
    QCOMPARE(keys(), (QJsonObject {{u"alpha"_s, u"missing"_s}, {u"beta"_s, u"missing"_s}}));
}

/// The order of the plans needs to know how they stand, and what is told of them is the same.
void TestGatewayGenerate::dryRunAsksForKeysOnce()
{
    GatewayRig rig({toyOffer(u"toy"_s, u"alpha"_s), toyOffer(u"toy"_s, u"beta"_s)});
    rig.start();
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), {}, "?dryRun=true")).status, 200); // all that is there has begun
    KeyQuestions questions(*rig.rig.keyring);
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), {}, "?dryRun=true")).status, 200);
    QCOMPARE(questions.count, 0); // nothing has changed
    rig.rig.keyring->setBaseUrls({});
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), {}, "?dryRun=true")).status, 200);
    QCOMPARE(questions.count, 2); // the change, and by whoever makes the order of the plans
}

void TestGatewayGenerate::dryRunNeedsNoPrompt()
{
    GatewayRig rig;
    rig.start();
    QCOMPARE(rig.ask(rig.post({{u"model"_s, u"toy"_s}}, {}, "?dryRun=true")).status, 200);
    const RawAnswer real = rig.ask(rig.post({{u"model"_s, u"toy"_s}}));
    QCOMPARE(real.status, 400);
    QCOMPARE(real.json().value("error"_L1).toObject().value("param"_L1), u"prompt"_s);
    QVERIFY(rig.vendor().calls().isEmpty());
}

void TestGatewayGenerate::partialResultsAreCounted()
{
    GatewayRig rig;
    rig.start();
    const QJsonObject wish = with(GatewayRig::wish(), u"n"_s, 3);
    const QJsonObject whole = rig.ask(rig.post(wish)).json().value("metadata"_L1).toObject();
    QCOMPARE(whole.value("requested_n"_L1), 3);
    QCOMPARE(whole.value("delivered_n"_L1), 3);
    QVERIFY(!whole.contains("notice"_L1));
    rig.vendor().submitScript.push_back(Reply::json({}, 400)); // one of the three is refused
    const RawAnswer answer = rig.ask(rig.post(wish));
    QCOMPARE(answer.status, 200);
    const QJsonObject part = answer.json().value("metadata"_L1).toObject();
    QCOMPARE(part.value("requested_n"_L1), 3);
    QCOMPARE(part.value("delivered_n"_L1), 2);
    QVERIFY(!part.value("notice"_L1).toString().isEmpty());
}

void TestGatewayGenerate::strictRefuses()
{
    GatewayRig rig;
    rig.start();
    const QJsonObject wish = with(GatewayRig::wish(), u"output_format"_s, u"avif"_s);
    const RawAnswer answer = rig.ask(rig.post(wish, "X-Lightwell-Strict: true\r\n"));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorCode(), u"INVALID_REQUEST"_s);
    const QString said = answer.json()[u"error"_s][u"message"_s].toString();
    QVERIFY2(said.contains(u"output_format"_s) && !said.contains(u"treatment"_s), qPrintable(said));
    QVERIFY(rig.vendor().calls().isEmpty());
}

void TestGatewayGenerate::failures_data()
{
    QTest::addColumn<int>("vendorStatus"); // 0: drops the connection after the request arrived
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("mayRetry");
    QTest::newRow("moderation") << 400 << 400 << u"CONTENT_POLICY_VIOLATION"_s << true;
    QTest::newRow("vendor's key") << 401 << 502 << u"ALL_PROVIDERS_EXHAUSTED"_s << false;
    QTest::newRow("too many") << 429 << 429 << u"RATE_LIMITED"_s << true;
    QTest::newRow("overloaded") << 503 << 502 << u"ALL_PROVIDERS_EXHAUSTED"_s << true;
    QTest::newRow("broken") << 500 << 502 << u"UPSTREAM_ERROR"_s << false;
    QTest::newRow("bad gateway") << 502 << 502 << u"UPSTREAM_ERROR"_s << false;
    QTest::newRow("dropped") << 0 << 502 << u"UPSTREAM_ERROR"_s << false;
}

void TestGatewayGenerate::failures()
{
    QFETCH(int, vendorStatus);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(bool, mayRetry);
    GatewayRig rig;
    rig.start();
    for (int i = 0; i < 4; ++i) {
        rig.vendor().submitScript.push_back(vendorStatus == 0 ? Reply::drop()
                                                              : Reply::json({}, vendorStatus).with("Retry-After", "7"));
    }
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish()));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errorCode(), code);
    QCOMPARE(answer.header("x-should-retry"), mayRetry ? QByteArray() : "false"_ba);
    QCOMPARE(answer.header("Retry-After"), status == 429 ? "7"_ba : answer.header("Retry-After"));
    QVERIFY(answer.header("X-Lightwell-Request-Id").startsWith("gen_"));
    const QJsonObject error = answer.json().value("error"_L1).toObject();
    for (const QString &field : {u"message"_s, u"type"_s, u"param"_s, u"code"_s}) {
        QVERIFY(error.contains(field));
    }
    QVERIFY(!mayRetry || rig.vendor().billed == 0);
}

void TestGatewayGenerate::answersNobodyCanRead_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::newRow("empty") << Reply::bytes({}, "application/json");
    QTest::newRow("cut off JSON") << Reply::bytes(R"({"picture":)", "application/json");
    QTest::newRow("a page") << Reply::bytes("<html>hello</html>", "text/html");
    QTest::newRow("broken off") << Reply::json({{u"picture"_s, u"a long one"_s}}).as(Reply::Behaviour::DropMidBody);
    QTest::newRow("a redirect") << Reply::redirect(QUrl(u"http://127.0.0.1:9/elsewhere"_s), 307);
}

/// It may be billed: sent once, the money stays reserved, and no client sends it again by itself.
void TestGatewayGenerate::answersNobodyCanRead()
{
    QFETCH(const Reply, reply);
    TestServer elsewhere([](const Received &) { return Reply::json({}); });
    GatewayRig rig;
    rig.start();
    Reply given = reply;
    if (given.status == 307) {
        given = Reply::redirect(elsewhere.url(u"/jobs"_s), 307);
    }
    rig.vendor().submitScript.push_back(given);
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish()));
    QCOMPARE(answer.status, 502);
    QCOMPARE(answer.errorCode(), u"UPSTREAM_ERROR"_s);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    QCOMPARE(rig.vendor().calls(u"/jobs"_s), 1);
    QCOMPARE(elsewhere.count(), 0); // the key would have gone along
    QCOMPARE(rig.rig.usage().reserved, Money::fromMicros(30'000));
    QCOMPARE(rig.rig.usage().total, Money::zero());
    QVERIFY(!answer.body.contains("toy-key"));
}

void TestGatewayGenerate::clientIsTheOrigin()
{
    GatewayRig rig;
    rig.start();
    const Client client = await(rig.clients.list())->first();
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 200);
    const QList<Generation> list = await(rig.rig.journal->list(10)).value();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().origin.kind, Origin::Kind::Gateway);
    QCOMPARE(list.first().origin.client, client.id);
}

void TestGatewayGenerate::projectIsTheOrigins_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("project");
    QTest::newRow("none") << QByteArray() << 200 << QString();
    QTest::newRow("plain") << "shoes"_ba << 200 << u"shoes"_s;
    QTest::newRow("UTF-8") << "Z\xc3\xbcrich"_ba << 200 << u"Zürich"_s;
    QTest::newRow("Latin-1") << "Z\xfcrich"_ba << 400 << QString();
    QTest::newRow("too long") << QByteArray(81, 'x') << 400 << QString();
    QTest::newRow("of no letters") << "\xe2\x80\xae"_ba << 400 << QString();
}

void TestGatewayGenerate::projectIsTheOrigins()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, status);
    QFETCH(const QString, project);
    GatewayRig rig;
    rig.start();
    const QByteArray line = header.isNull() ? QByteArray() : "X-Lightwell-Project: " + header + "\r\n";
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish(), line));
    QCOMPARE(answer.status, status);
    QCOMPARE(rig.vendor().billed, status == 200 ? 1 : 0);
    const QList<Generation> list = await(rig.rig.journal->list(10)).value();
    QCOMPARE(list.size(), status == 200 ? 1 : 0);
    if (status == 200) {
        QCOMPARE(list.first().origin.project, project);
        QCOMPARE(answer.json()["metadata"_L1].toObject()["project"_L1].toString(), project);
        QCOMPARE(*await(rig.rig.ledger->projects()), project.isEmpty() ? QStringList() : QStringList(project));
    }
}

/// Another code, since no balance is short, and words that help a program.
void TestGatewayGenerate::anUnknownPriceIsNoEmptyBudget()
{
    GatewayRig rig({toyOffer(u"toy"_s, u"alpha"_s, -1)});
    rig.start();
    Budget budget;
    budget.limit = Money::fromDollars(100);
    QVERIFY(await(rig.rig.ledger->setBudget(budget)));
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish()));
    QCOMPARE(answer.status, 402);
    QCOMPARE(answer.errorCode(), u"PRICE_UNKNOWN"_s);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    const QString said = answer.json()["error"_L1]["message"_L1].toString();
    QVERIFY2(said.contains(u"a program has no such word"_s) && said.contains(u"unknown_prices=allow"_s),
             qPrintable(said));
    QCOMPARE(rig.vendor().billed, 0);
}

void TestGatewayGenerate::budgetIsRefused()
{
    GatewayRig rig;
    rig.start();
    Budget budget;
    budget.limit = Money::fromMicros(40'000);
    budget.client = await(rig.clients.list())->first().id;
    QVERIFY(await(rig.rig.ledger->setBudget(budget)));
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 200);
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish()));
    QCOMPARE(answer.status, 402);
    QCOMPARE(answer.errorCode(), u"INSUFFICIENT_BALANCE"_s);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    QCOMPARE(rig.vendor().billed, 1);
}

void TestGatewayGenerate::nothingSecretIsLogged()
{
    GatewayRig rig;
    rig.start();
    static QStringList lines;
    lines.clear();
    const QtMessageHandler previous = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &message) { lines.append(message); });
    QJsonObject wish = GatewayRig::wish();
    wish.insert(u"prompt"_s, u"canary"_s);
    const RawAnswer made = rig.ask(rig.post(wish, "X-Canary: canary\r\n", "?x=canary"));
    const QUrl url(made.json().value("data"_L1).toArray().first().toObject().value("url"_L1).toString());
    (void)rig.ask("GET " + url.path().toLatin1() + " HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n");
    (void)rig.ask(rig.request("GET", "/v1/models/canary"));
    (void)rig.ask(rig.request("CANARY", "/canary"));
    (void)rig.ask("GET /canary HTTP/1.1\r\nHost: canary\r\n\r\n");
    wish.insert(u"n"_s, 99);
    (void)rig.ask(rig.post(wish));
    qInstallMessageHandler(previous);
    QCOMPARE(made.status, 200);
    const QString log = lines.join(u'\n');
    QVERIFY(log.contains(u"POST /v1/images/generations 200"_s));
    QVERIFY2(!log.contains(u"canary"_s, Qt::CaseInsensitive), qPrintable(log));
    QVERIFY(!log.contains(QString::fromLatin1(rig.key)));
    QVERIFY2(!log.contains(url.fileName()), qPrintable(log)); // who has the link has the picture
}

QTEST_GUILESS_MAIN(TestGatewayGenerate)
#include "test_gatewaygenerate.moc"
