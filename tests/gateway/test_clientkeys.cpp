// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The key Lightwell makes for this computer's programs, and keys that somebody makes up.
#include "core/gateway/defaultclient.h"
#include "core/gateway/defaultkey.h"
#include "core/gateway/givenkey.h"
#include "core/wording/gatewayreasons.h"
#include "tests/gateway/gatewayrig.h"

#include <QSet>
#include <QtConcurrentRun>
#include <QThreadPool>

#include <functional>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestClientKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultKeyIsKnown();
    void revokedDefaultKeyIsReplaced();
    void programsThatStartTogetherShowOneKey();
    void defaultKeyNeedsAFolder();
    void givenKeyHoldsForOneRun();
    void givenKeyCanBeRevoked();
    void checks_data();
    void checks();
    void weakKeyNeverReachesTheNetwork();
    void ownNamesAreKept_data();
    void ownNamesAreKept();

private:
    static Paths pathsIn(const QTemporaryDir &folder)
    {
        Paths paths;
        paths.config = folder.path();
        return paths;
    }
    static Result<QByteArray> fetch(const DefaultClient &client)
    {
        std::optional<Result<QByteArray>> key;
        QObject context;
        client.fetch(&context, [&key](const Result<QByteArray> &result) { key = result; });
        [&] { QTRY_VERIFY(key); }();
        return *key;
    }
    static int statusWith(const GatewayRig &rig, const QByteArray &key)
    {
        return rig.ask(rig.request("GET", "/v1/models", {}, "Authorization: Bearer " + key + "\r\n")).status;
    }
};

void TestClientKeys::defaultKeyIsKnown()
{
    QTemporaryDir folder;
    GatewayRig rig;
    rig.start();
    const DefaultClient client(pathsIn(folder), rig.clients);
    const Result<QByteArray> key = fetch(client);
    QVERIFY(key);
    QCOMPARE(statusWith(rig, *key), 200);
    QCOMPARE(*fetch(client), *key);
}

void TestClientKeys::revokedDefaultKeyIsReplaced()
{
    QTemporaryDir folder;
    GatewayRig rig;
    rig.start();
    const DefaultClient client(pathsIn(folder), rig.clients);
    const Result<QByteArray> first = fetch(client);
    QVERIFY(await(rig.clients.revoke(ClientRegistry::thisComputer())));
    QCOMPARE(statusWith(rig, *first), 401);
    const Result<QByteArray> second = fetch(client);
    QVERIFY(second && *second != *first);
    QCOMPARE(statusWith(rig, *second), 200);
    QCOMPARE(statusWith(rig, *first), 401);
    QCOMPARE(*fetch(client), *second);
}

/// The key of one would be replaced by that of the next, and it has shown it already.
void TestClientKeys::programsThatStartTogetherShowOneKey()
{
    constexpr int programs = 4;
    QTemporaryDir folder;
    QThreadPool pool;
    pool.setMaxThreadCount(programs);
    const auto sameOf = [&](const std::function<Result<QByteArray>()> &start) {
        QList<QFuture<Result<QByteArray>>> starts;
        for (int i = 0; i < programs; ++i) {
            starts.append(QtConcurrent::run(&pool, start));
        }
        QSet<QByteArray> keys;
        for (const QFuture<Result<QByteArray>> &one : std::as_const(starts)) {
            keys.insert(one.result() ? *one.result() : QByteArray());
        }
        return keys.size() == 1 ? *keys.cbegin() : QByteArray();
    };
    const Paths paths = pathsIn(folder);
    const QByteArray first = sameOf([paths] { return defaultClientKey(paths); });
    QVERIFY(!first.isEmpty());
    // One that was revoked is replaced once, however many find it so.
    const QByteArray second = sameOf([paths, first] { return newDefaultClientKey(paths, first); });
    QVERIFY(!second.isEmpty() && second != first);
    QCOMPARE(*defaultClientKey(paths), second);
}

void TestClientKeys::defaultKeyNeedsAFolder()
{
    GatewayRig rig;
    Paths paths;
    paths.config = u"/dev/null"_s;
    const Result<QByteArray> key = fetch(DefaultClient(paths, rig.clients));
    QVERIFY(!key);
    QCOMPARE(key.error().reason.code, QLatin1StringView(reasons::gatewayKeyNotKept.code));
    QVERIFY(key.error().reason.values.value(0).value.toString().contains(u"/dev/null"_s));
}

void TestClientKeys::givenKeyHoldsForOneRun()
{
    GatewayRig rig;
    const QByteArray given = "x";
    QVERIFY(await(rig.clients.adopt(givenkey::clientName(given), givenkey::alias(given))));
    GatewayOptions options;
    options.givenKey = given;
    rig.start(options);
    QCOMPARE(statusWith(rig, given), 200);
    QCOMPARE(statusWith(rig, rig.key), 200); // programs with keys of their own stay welcome
    QCOMPARE(statusWith(rig, "y"), 401);
    rig.start();
    QCOMPARE(statusWith(rig, given), 401);
}

void TestClientKeys::givenKeyCanBeRevoked()
{
    GatewayRig rig;
    const QByteArray given = "a-key-that-was-given";
    const Result<Client> client = await(rig.clients.adopt(givenkey::clientName(given), givenkey::alias(given)));
    QVERIFY(client);
    QVERIFY(!client->name.contains(QString::fromLatin1(given)));
    GatewayOptions options;
    options.givenKey = given;
    rig.start(options);
    QVERIFY(await(rig.clients.revoke(client->id)));
    QCOMPARE(statusWith(rig, given), 401);
}

void TestClientKeys::checks_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("here"); // taken on this computer
    QTest::addColumn<bool>("anywhere");
    QTest::newRow("empty") << QByteArray() << false << false;
    QTest::newRow("space before") << QByteArray(" abc") << false << false;
    QTest::newRow("space inside") << QByteArray("abc def-ghi-jkl-mno-pqr-stu") << false << false;
    QTest::newRow("line") << QByteArray("abc\n") << false << false;
    QTest::newRow("beyond ASCII") << QByteArray("schl\xc3\xbcssel-schl\xc3\xbcssel-1234") << false << false;
    QTest::newRow("one letter") << QByteArray("a") << true << false;
    QTest::newRow("nineteen") << QByteArray("abcdefghijklmnopqrs") << true << false;
    QTest::newRow("twenty") << QByteArray("abcdefghijklmnopqrst") << true << true;
    QTest::newRow("a pattern") << QByteArray("aaaaaaaaaaaaaaaaaaaaaaaaaaaa") << true << false;
}

void TestClientKeys::checks()
{
    QFETCH(QByteArray, key);
    QFETCH(bool, here);
    QFETCH(bool, anywhere);
    for (const char *address : {"127.0.0.1", "127.0.0.2", "::1"}) {
        QCOMPARE(givenkey::check(key, QHostAddress(QString::fromLatin1(address))).ok(), here);
    }
    for (const char *address : {"0.0.0.0", "::", "192.168.1.2"}) {
        QCOMPARE(givenkey::check(key, QHostAddress(QString::fromLatin1(address))).ok(), anywhere);
    }
}

void TestClientKeys::weakKeyNeverReachesTheNetwork()
{
    GatewayRig rig;
    GatewayOptions options;
    options.givenKey = "a";
    options.address = QHostAddress(QHostAddress::AnyIPv4);
    rig.start(options);
    QCOMPARE(rig.gateway.state().kind, GatewayState::Kind::Failed);
    QVERIFY(!rig.gateway.state().error.why().isEmpty());
}

void TestClientKeys::ownNamesAreKept_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"This computer", " this COMPUTER ", "serve --key 12345678", "Serve --key"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestClientKeys::ownNamesAreKept()
{
    QFETCH(QString, name);
    GatewayRig rig;
    const Result<NewClient> client = await(rig.clients.add(name));
    QVERIFY(!client);
    QCOMPARE(client.error().kind, ErrorKind::Invalid);
}

QTEST_GUILESS_MAIN(TestClientKeys)
#include "test_clientkeys.moc"
