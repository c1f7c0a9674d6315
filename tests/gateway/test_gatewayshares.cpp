// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One client among others: what it may have of the gateway at once, what is kept for it, and what it may do after its
// key was revoked.
#include "tests/gateway/gatewayrig.h"
#include "tests/support/blockedfolder.h"
#include "tests/support/gate.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject wishFor(const QString &prompt)
{
    QJsonObject wish = GatewayRig::wish();
    wish.insert(u"prompt"_s, prompt);
    return wish;
}

QByteArray bearer(const QByteArray &key)
{
    return "Authorization: Bearer " + key + "\r\n";
}

QByteArray keyed(int number)
{
    return "Idempotency-Key: k" + QByteArray::number(number) + "\r\n";
}

} // namespace

class TestGatewayShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneClientLeavesPlacesForOthers();
    void withoutKeysAllPlacesAreForAll();
    void jobsNobodyWaitsForAreFew();
    void jobsNobodyWaitsForAreShared();
    void picturesInMemoryAreBounded();
    void revokedWhileItsBodyIsOnTheWay();
    void revokedWhileItsPictureIsMade();
    void revokedBetweenTwoAttempts();

private:
    /// Calls with a key of their own whose clients hang up while the vendor works.
    static void leaveAlone(GatewayRig &rig, int from, int count, const QByteArray &headers = {});
};

void TestGatewayShares::oneClientLeavesPlacesForOthers()
{
    GatewayRig rig;
    GatewayOptions options;
    options.maxConnections = 4;
    rig.start(options);
    rig.vendor().atOnce = false;
    rig.vendor().polls = 1'000'000;
    RawClient first(rig.port());
    RawClient second(rig.port());
    first.send(rig.post(GatewayRig::wish()));
    second.send(rig.post(GatewayRig::wish()));
    QTRY_COMPARE(rig.vendor().billed, 2);
    for (int i = 0; i < 5; ++i) {
        const RawAnswer refused = rig.ask(rig.post(GatewayRig::wish()));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.errorCode(), u"RATE_LIMITED"_s);
        QCOMPARE(refused.header("Retry-After"), "1"_ba);
    }
    const NewClient other = *await(rig.clients.add(u"other"_s));
    QCOMPARE(rig.ask(rig.request("GET", "/v1/models", {}, bearer(other.key))).status, 200);
    QCOMPARE(rig.vendor().billed, 2);
    first.hangUp();
    QTRY_COMPARE(rig.ask(rig.request("GET", "/v1/models")).status, 200);
}

void TestGatewayShares::withoutKeysAllPlacesAreForAll()
{
    GatewayRig rig;
    GatewayOptions options;
    options.maxConnections = 4;
    options.requireKey = false;
    rig.start(options);
    rig.vendor().atOnce = false;
    rig.vendor().polls = 1'000'000;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<RawClient>(rig.port()));
        clients.back()->send(rig.post(GatewayRig::wish()));
    }
    QTRY_COMPARE(rig.vendor().billed, 4);
}

void TestGatewayShares::leaveAlone(GatewayRig &rig, int from, int count, const QByteArray &headers)
{
    for (int i = from; i < from + count; ++i) {
        const int calls = rig.vendor().calls(u"/jobs"_s);
        rig.vendor().submitScript.push_back(Reply::never());
        RawClient client(rig.port());
        client.send(rig.post(GatewayRig::wish(), headers + keyed(i)));
        QTRY_COMPARE(rig.vendor().calls(u"/jobs"_s), calls + 1);
        client.hangUp();
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200); // so that was seen
    }
}

void TestGatewayShares::jobsNobodyWaitsForAreFew()
{
    GatewayRig rig;
    GatewayOptions options;
    options.repetitionGrace = 1h;
    options.maxJobsWithoutWaiters = 6;
    rig.start(options);
    leaveAlone(rig, 0, 3);
    QCOMPARE(rig.rig.engine->running(), 3);
    leaveAlone(rig, 3, 2); // its share is taken: these do not go on
    QTRY_COMPARE(rig.rig.engine->running(), 3);
}

void TestGatewayShares::jobsNobodyWaitsForAreShared()
{
    GatewayRig rig;
    GatewayOptions options;
    options.repetitionGrace = 1h;
    options.maxJobsWithoutWaiters = 6;
    rig.start(options);
    leaveAlone(rig, 0, 5);
    const NewClient other = *await(rig.clients.add(u"other"_s));
    leaveAlone(rig, 0, 1, bearer(other.key));
    QTRY_COMPARE(rig.rig.engine->running(), 4);
}

/// What the disk does not take lies in memory for those who ask again; not without end.
void TestGatewayShares::picturesInMemoryAreBounded()
{
    GatewayRig rig;
    QVERIFY(blockMediaFolder(rig.rig.folder.filePath(u"blocked"_s)));
    *rig.rig.media = MediaStore(rig.rig.folder.filePath(u"blocked"_s), {});
    GatewayOptions options;
    const RawAnswer sample = [&] {
        rig.start();
        return rig.ask(rig.post(wishFor(u"sample"_s)));
    }();
    const qsizetype size =
        QByteArray::fromBase64(
            sample.json().value("data"_L1).toArray().first().toObject().value("b64_json"_L1).toString().toLatin1())
            .size();
    QVERIFY(size > 0);
    options.maxKeptBytes = size * 5 / 2; // two of them
    rig.start(options);
    QList<QJsonValue> ids;
    for (int i = 0; i < 4; ++i) {
        const RawAnswer answer = rig.ask(rig.post(wishFor(u"p"_s), keyed(i)));
        QCOMPARE(answer.status, 200);
        ids.append(answer.json().value("id"_L1));
    }
    const int billed = rig.vendor().billed;
    for (int i = 3; i >= 2; --i) {
        const RawAnswer again = rig.ask(rig.post(wishFor(u"p"_s), keyed(i)));
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json().value("id"_L1), ids.at(i));
    }
    const RawAnswer gone = rig.ask(rig.post(wishFor(u"p"_s), keyed(0)));
    QCOMPARE(gone.status, 500); // no link that leads nowhere
    QCOMPARE(gone.header("x-should-retry"), "false"_ba);
    QCOMPARE(rig.vendor().billed, billed); // never again for money
}

void TestGatewayShares::revokedWhileItsBodyIsOnTheWay()
{
    GatewayRig rig;
    rig.start();
    RawClient client(rig.port());
    const QByteArray request = rig.post(GatewayRig::wish());
    client.send(request.chopped(5));
    QTRY_COMPARE(client.socket().bytesToWrite(), 0);
    QCOMPARE(rig.ask(rig.request("GET", "/v1/models")).status, 200); // its key has been looked at
    QVERIFY(await(rig.clients.revoke(u"test"_s)).ok());
    client.send(request.right(5));
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    QVERIFY(rig.vendor().calls().isEmpty());
    QCOMPARE(rig.rig.usage().reserved, Money::zero());
}

/// What was begun is paid for, so it is brought to its end and answered; the link in it is dead already.
void TestGatewayShares::revokedWhileItsPictureIsMade()
{
    GatewayRig rig;
    rig.start();
    const auto gate = Gate::make();
    rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
    RawClient client(rig.port());
    client.send(rig.post(GatewayRig::wish()));
    QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
    QVERIFY(await(rig.clients.revoke(u"test"_s)).ok());
    gate->open();
    const RawAnswer answer = client.answer();
    QCOMPARE(answer.status, 200);
    const QUrl url(answer.json().value("data"_L1).toArray().first().toObject().value("url"_L1).toString());
    QCOMPARE(rig.ask("GET " + url.path().toLatin1() + " HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n").status, 404);
}

/// A call that goes on to the next offer pays anew.
void TestGatewayShares::revokedBetweenTwoAttempts()
{
    GatewayRig rig({toyOffer(u"toy"_s, u"alpha"_s), toyOffer(u"toy"_s, u"beta"_s)});
    rig.start();
    rig.rig.vendor(u"beta"_s).atOnce = true;
    const auto gate = Gate::make();
    for (int i = 0; i < 4; ++i) {
        rig.vendor().submitScript.push_back(Reply::json({}, 503).after(gate));
    }
    RawClient client(rig.port());
    client.send(rig.post(GatewayRig::wish()));
    QTRY_COMPARE(rig.vendor().calls(u"/jobs"_s), 1);
    QVERIFY(await(rig.clients.revoke(u"test"_s)).ok());
    gate->open();
    QCOMPARE(client.answer().status, 401);
    QVERIFY(rig.rig.vendor(u"beta"_s).calls().isEmpty());
}

QTEST_GUILESS_MAIN(TestGatewayShares)
#include "test_gatewayshares.moc"
