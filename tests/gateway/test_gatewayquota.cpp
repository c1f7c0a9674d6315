// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A client with a key and bad intentions: what it leaves on the disk, and what it can see and do of others.
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/gateway/gatewayrig.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

Offer freeOffer()
{
    Offer offer = toyOffer(u"toy"_s, u"alpha"_s);
    for (PriceLine &line : offer.prices) {
        line.usd = 0;
    }
    return offer;
}

} // namespace

class TestGatewayQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedCallLeavesLittle_data();
    void aRefusedCallLeavesLittle();
    void fullStorageSaysWhatToDo();
    void keysAreNobodyElses();
    void longKeys();
    void sqlIsText_data();
    void sqlIsText();

private:
    static qint64 number(const GatewayRig &rig, const QString &sql)
    {
        return rig.rig.store
            ->run([sql](Database &database) -> qint64 {
                Result<Rows> rows = execute(database, sql);
                return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
            })
            .result();
    }
    static QByteArray bearer(const QByteArray &key) { return "Authorization: Bearer " + key + "\r\n"; }
};

void TestGatewayQuota::aRefusedCallLeavesLittle_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("status");
    QTest::newRow("budget") << u"budget"_s << 402;
    QTest::newRow("no key") << u"no key"_s << 404;
    QTest::newRow("unknown model") << u"unknown model"_s << 404;
    QTest::newRow("strict") << u"strict"_s << 400;
}

void TestGatewayQuota::aRefusedCallLeavesLittle()
{
    QFETCH(QString, reason);
    QFETCH(int, status);
    GatewayRig rig;
    rig.start();
    if (reason == u"budget") {
        QVERIFY(await(rig.rig.ledger->setBudget({0, Money::zero(), Period::Day, {}, {}})).ok());
    }
    if (reason == u"no key") {
        rig.rig.takeKeyAway(u"alpha"_s);
    }
    QJsonObject wish = with(GatewayRig::wish(), u"prompt"_s, QString(3000, u'p'));
    if (reason == u"unknown model") {
        wish.insert(u"model"_s, u"nothing"_s);
    }
    if (reason == u"strict") {
        wish.insert(u"output_format"_s, u"avif"_s);
    }
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(rig.ask(rig.post(wish, reason == u"strict" ? "X-Lightwell-Strict: true\r\n" : "")).status, status);
    }
    QTRY_COMPARE(number(rig, u"SELECT count(*) FROM generations"_s), 3);
    QVERIFY(number(rig, u"SELECT max(length(request)) FROM generations"_s) < 8000);
    const QList<Generation> kept = await(rig.rig.journal->list(1)).value();
    QVERIFY(kept.first().request.prompt.startsWith(u"ppp"_s));
    QVERIFY(kept.first().request.prompt.size() < 300);
    QVERIFY(kept.first().error);
    QVERIFY(!kept.first().error->why().isEmpty());
    QVERIFY(rig.vendor().calls().isEmpty());
}

void TestGatewayQuota::fullStorageSaysWhatToDo()
{
    GatewayRig rig({freeOffer()});
    rig.start();
    rig.rig.journal->setClientStorage(1);
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 200);
    const auto calls = rig.vendor().calls().size();
    const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish()));
    QCOMPARE(answer.status, 507);
    QCOMPARE(answer.errorCode(), u"CLIENT_STORAGE_FULL"_s);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    QVERIFY(answer.body.contains("client_storage_mib"));
    QCOMPARE(rig.vendor().calls().size(), calls); // nothing was sent
    const NewClient other = *await(rig.clients.add(u"other"_s));
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), bearer(other.key))).status, 200);
    rig.rig.journal->setClientStorage(100'000'000);
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 200);
}

/// One Idempotency-Key of two clients is two calls, and neither sees what the other got.
void TestGatewayQuota::keysAreNobodyElses()
{
    GatewayRig rig;
    rig.start();
    const NewClient other = *await(rig.clients.add(u"other"_s));
    const QByteArray key = "Idempotency-Key: the same\r\n";
    const RawAnswer mine = rig.ask(rig.post(GatewayRig::wish(), key));
    const RawAnswer theirs = rig.ask(rig.post(GatewayRig::wish(), key + bearer(other.key)));
    QCOMPARE(mine.status, 200);
    QCOMPARE(theirs.status, 200);
    QVERIFY(mine.json().value("id"_L1) != theirs.json().value("id"_L1));
    // Nor by another body, which for the same client would be a conflict.
    const NewClient third = *await(rig.clients.add(u"third"_s));
    const QJsonObject changed = with(GatewayRig::wish(), u"prompt"_s, u"something else"_s);
    QCOMPARE(rig.ask(rig.post(changed, key + bearer(third.key))).status, 200);
    QCOMPARE(rig.ask(rig.post(changed, key + bearer(other.key))).status, 422);
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key)).json().value("id"_L1), mine.json().value("id"_L1));
    // Not across a restart either.
    rig.start();
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key)).json().value("id"_L1), mine.json().value("id"_L1));
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key + bearer(other.key))).json().value("id"_L1),
             theirs.json().value("id"_L1));
    QCOMPARE(rig.vendor().calls(u"/jobs"_s), 3);
}

void TestGatewayQuota::longKeys()
{
    GatewayRig rig;
    rig.start();
    const QByteArray key = "Idempotency-Key: " + QByteArray(254, 'k');
    const RawAnswer first = rig.ask(rig.post(GatewayRig::wish(), key + "1\r\n"));
    QCOMPARE(first.status, 200);
    QVERIFY(rig.ask(rig.post(GatewayRig::wish(), key + "2\r\n")).json().value("id"_L1) != first.json().value("id"_L1));
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), key + "1\r\n")).json().value("id"_L1), first.json().value("id"_L1));
    QVERIFY(number(rig, u"SELECT max(length(key_hash)) FROM client_calls"_s) == 32);
}

void TestGatewayQuota::sqlIsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("drop") << u"'); DROP TABLE clients; --"_s;
    QTest::newRow("always true") << u"' OR '1'='1"_s;
    QTest::newRow("union") << u"x' UNION SELECT key_hash FROM clients --"_s;
    QTest::newRow("wild cards") << u"%_"_s;
    QTest::newRow("quotes") << u"\"''`[]"_s;
    QTest::newRow("comment") << u"/* */ -- ;"_s;
}

void TestGatewayQuota::sqlIsText()
{
    QFETCH(QString, text);
    GatewayRig rig;
    rig.start();
    const NewClient named = *await(rig.clients.add(text));
    QCOMPARE(named.client.name, text);
    const QByteArray plain = text.toLatin1();
    const QByteArray key = bearer(named.key) + "Idempotency-Key: " + plain + "\r\n";
    const QJsonObject wish = with(with(GatewayRig::wish(), u"prompt"_s, text), u"user"_s, text);
    const RawAnswer answer = rig.ask(rig.post(wish, key));
    QCOMPARE(answer.status, 200);
    QCOMPARE(rig.ask(rig.post(wish, key)).json().value("id"_L1), answer.json().value("id"_L1));
    const int unknown = rig.ask(rig.post(with(wish, u"model"_s, text))).status;
    QVERIFY(unknown == 404 || unknown == 400);
    QCOMPARE(rig.ask(rig.request("GET", "/v1/models", {}, bearer(plain))).status, 401);
    const std::optional<Generation> kept = await(rig.rig.journal->find(answer.json().value("id"_L1).toString()));
    QVERIFY(kept);
    QCOMPARE(kept->request.prompt, text);
    QCOMPARE(kept->request.user, text);
    QVERIFY(!await(rig.rig.journal->find(text)));
    QCOMPARE(number(rig, u"SELECT count(*) FROM clients WHERE revoked = 0"_s), 2);
    QVERIFY(await(rig.clients.revoke(text)).ok()); // itself and nobody else
    QCOMPARE(number(rig, u"SELECT count(*) FROM clients WHERE revoked = 0"_s), 1);
    QCOMPARE(rig.ask(rig.request("GET", "/v1/models")).status, 200);
}

QTEST_GUILESS_MAIN(TestGatewayQuota)
#include "test_gatewayquota.moc"
