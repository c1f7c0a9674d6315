// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One key, or one call that a client sends again by itself, is one payment: also when the gateway was started anew in
// between.
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/gateway/gatewayrig.h"
#include "tests/support/gate.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray keyed = "Idempotency-Key: k1\r\n";
const QByteArray firstTry = "x-stainless-retry-count: 0\r\n";
const QByteArray secondTry = "x-stainless-retry-count: 1\r\n";

/// Forgets all that the first gateway had in memory.
class NextGateway
{
public:
    explicit NextGateway(GatewayRig &rig)
        : m_rig(rig)
        , m_gateway(Gateway::Parts {*rig.rig.engine, rig.clients, *rig.rig.journal, *rig.rig.media, *rig.rig.keyring,
                                    *rig.rig.ledger})
    {
        start();
    }
    /// One of another program on the same home: it has an engine of its own.
    NextGateway(GatewayRig &rig, Engine &engine)
        : m_rig(rig)
        , m_gateway(
              Gateway::Parts {engine, rig.clients, *rig.rig.journal, *rig.rig.media, *rig.rig.keyring, *rig.rig.ledger})
    {
        start();
    }
    [[nodiscard]] quint16 port() const { return quint16(m_gateway.state().url.port(0)); }
    [[nodiscard]] RawAnswer ask(const QJsonObject &body, const QByteArray &headers) const
    {
        RawClient client(port());
        client.send(m_rig.post(body, headers + "Host: 127.0.0.1:" + QByteArray::number(port()) + "\r\n"));
        return client.answer();
    }

private:
    void start()
    {
        m_gateway.setCatalog(m_rig.rig.catalog);
        GatewayOptions options;
        options.port = 0;
        QSignalSpy changes(&m_gateway, &Gateway::stateChanged);
        m_gateway.start(options);
        [&] { QTRY_VERIFY(!changes.isEmpty()); }();
    }

    GatewayRig &m_rig;
    Gateway m_gateway;
};

QJsonObject inline64()
{
    QJsonObject body = GatewayRig::wish();
    body.insert("response_format"_L1, u"b64_json"_s);
    return body;
}

void changeDatabase(const GatewayRig &rig, const QString &sql)
{
    QVERIFY(await(rig.rig.store->run([sql](Database &database) { return execute(database, sql).ok(); })));
}

} // namespace

class TestGatewayRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFinishedCallIsAnsweredFromWhatWasKept_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("again");
        QTest::newRow("by its key") << keyed << keyed;
        QTest::newRow("as a repetition") << firstTry << secondTry;
    }
    void aFinishedCallIsAnsweredFromWhatWasKept()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, again);
        GatewayRig rig;
        rig.start();
        const RawAnswer before = rig.ask(rig.post(inline64(), first));
        QCOMPARE(before.status, 200);
        const NextGateway next(rig);
        const RawAnswer after = next.ask(inline64(), again);
        QCOMPARE(after.status, 200);
        QCOMPARE(after.json().value("id"_L1), before.json().value("id"_L1));
        QCOMPARE(after.json().value("data"_L1), before.json().value("data"_L1));
        QCOMPARE(after.header("X-Lightwell-Request-Id"), before.header("X-Lightwell-Request-Id"));
        QCOMPARE(rig.vendor().billed, 1);
    }

    void anotherWishIsAnotherCall()
    {
        GatewayRig rig;
        rig.start();
        QCOMPARE(rig.ask(rig.post(inline64(), firstTry)).status, 200);
        QCOMPARE(rig.ask(rig.post(inline64(), keyed)).status, 200);
        QCOMPARE(rig.vendor().billed, 2);
        const NextGateway next(rig);
        QCOMPARE(next.ask(GatewayRig::wish(), keyed).status, 422); // the key belongs to another body
        QCOMPARE(rig.vendor().billed, 2);
        QCOMPARE(next.ask(GatewayRig::wish(), secondTry).status, 200); // was never sent before
        QCOMPARE(next.ask(inline64(), firstTry).status, 200); // a new wish, whatever it looks like
        QCOMPARE(rig.vendor().billed, 4);
        const QByteArray stranger = await(rig.clients.add(u"stranger"_s))->key;
        QCOMPARE(next.ask(inline64(), keyed + "Authorization: Bearer " + stranger + "\r\n").status, 200);
        QCOMPARE(rig.vendor().billed, 5);
    }

    /// A client repeats itself within seconds: what was completed long before that is another wish's.
    void whatWasDeliveredLongAgoIsAnothersWish()
    {
        GatewayRig rig;
        rig.start();
        QCOMPARE(rig.ask(rig.post(inline64(), firstTry)).status, 200);
        changeDatabase(rig, u"UPDATE generations SET ended_at = ended_at - 61000"_s);
        const NextGateway next(rig);
        QCOMPARE(next.ask(inline64(), secondTry).status, 200);
        QCOMPARE(rig.vendor().billed, 2);
    }

    void whatCannotBeLookedUpIsNotPaidFor_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("an earlier call, by its key") << u"client_calls"_s << keyed;
        QTest::newRow("an earlier call, as a repetition") << u"client_calls"_s << secondTry;
        QTest::newRow("the client") << u"clients"_s << QByteArray();
    }
    void whatCannotBeLookedUpIsNotPaidFor()
    {
        QFETCH(const QString, table);
        QFETCH(const QByteArray, headers);
        GatewayRig rig;
        rig.start();
        changeDatabase(rig, u"ALTER TABLE %1 RENAME TO hidden"_s.arg(table));
        const NextGateway next(rig);
        const RawAnswer answer = next.ask(inline64(), headers);
        QCOMPARE(answer.status, 503);
        QVERIFY(!answer.header("Retry-After").isEmpty());
        QVERIFY(answer.header("x-should-retry") != "false");
        QCOMPARE(rig.vendor().billed, 0);
    }

    void anOpenBillStaysOpen()
    {
        GatewayRig rig;
        rig.start();
        rig.vendor().afterAccepting = [] { return Reply::drop(); };
        QCOMPARE(rig.ask(rig.post(inline64(), keyed)).status, 502);
        rig.vendor().afterAccepting = nullptr;
        const NextGateway next(rig);
        const RawAnswer after = next.ask(inline64(), keyed);
        QCOMPARE(after.status, 502);
        QCOMPARE(after.header("x-should-retry"), "false"_ba);
        QCOMPARE(rig.vendor().billed, 1);
    }

    void whatCostNothingMayBeTriedAgain()
    {
        GatewayRig rig;
        rig.start();
        rig.vendor().submitScript.push_back(Reply::json({}, 400));
        QCOMPARE(rig.ask(rig.post(inline64(), keyed)).status, 400);
        const NextGateway next(rig);
        QCOMPARE(next.ask(inline64(), keyed).status, 200);
        QCOMPARE(rig.vendor().billed, 1);
    }

    void aRunningCallIsJoined()
    {
        GatewayRig rig;
        rig.start();
        const auto gate = Gate::make();
        rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
        RawClient first(rig.port());
        first.send(rig.post(inline64(), keyed));
        QTRY_COMPARE(rig.vendor().calls(u"/pictures/1"_s), 1);
        const NextGateway next(rig);
        RawClient second(next.port());
        second.send(rig.post(inline64(), keyed + "Host: 127.0.0.1:" + QByteArray::number(next.port()) + "\r\n"));
        gate->open();
        const RawAnswer one = first.answer();
        const RawAnswer two = second.answer();
        QCOMPARE(one.status, 200);
        QCOMPARE(two.json().value("id"_L1), one.json().value("id"_L1));
        QCOMPARE(rig.vendor().billed, 1);
    }

    /// What only stands for "it still runs elsewhere" must not outlive that.
    void aCallOfAnotherProgramIsAskedForUntilItEnds()
    {
        GatewayRig rig;
        rig.start();
        const EngineRig &home = rig.rig;
        Engine engine(EngineParts {home.adapters, rig.rig.http, *home.journal, *home.ledger, *home.media, *home.keyring,
                                   home.clock});
        engine.setCatalog(home.catalog);
        const NextGateway next(rig, engine);
        const auto gate = Gate::make();
        rig.vendor().submitScript.push_back(
            Reply::json({{"picture"_L1, rig.vendor().server().url(u"/pictures/1"_s).toString()}}).after(gate));
        RawClient first(rig.port());
        first.send(rig.post(inline64(), keyed));
        QTRY_COMPARE(rig.vendor().calls(u"/jobs"_s), 1);
        const RawAnswer meanwhile = next.ask(inline64(), keyed);
        QVERIFY(meanwhile.status >= 500);
        QCOMPARE(meanwhile.header("x-should-retry"), "false"_ba);
        gate->open();
        const RawAnswer one = first.answer();
        QCOMPARE(one.status, 200);
        const RawAnswer again = next.ask(inline64(), keyed);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json().value("id"_L1), one.json().value("id"_L1));
        QCOMPARE(rig.vendor().calls(u"/jobs"_s), 1);
    }

    /// Neither has written anything when the other looks whether there is an earlier call.
    void twoGatewaysAtOncePayOnce()
    {
        GatewayRig rig;
        rig.start();
        const NextGateway next(rig);
        const auto gate = Gate::make();
        rig.vendor().pictureScript.push_back(Reply::bytes(rig.vendor().picture, "image/png").after(gate));
        QSemaphore mayGoOn;
        const auto held = rig.rig.store->run([&mayGoOn](Database &) {
            mayGoOn.acquire();
            return true;
        });
        RawClient first(rig.port());
        first.send(rig.post(inline64(), keyed));
        RawClient second(next.port());
        second.send(rig.post(inline64(), keyed + "Host: 127.0.0.1:" + QByteArray::number(next.port()) + "\r\n"));
        QCOMPARE(rig.ask(rig.request("GET", "/healthz", {}, "Authorization: none\r\n")).status, 200);
        mayGoOn.release();
        QVERIFY(await(held));
        QTRY_VERIFY(first.hasAnswer() || second.hasAnswer());
        const bool firstWon = second.hasAnswer();
        const RawAnswer told = (firstWon ? second : first).answer();
        QCOMPARE(told.status, 409);
        QCOMPARE(told.errorCode(), u"CALL_UNDER_WAY"_s);
        QCOMPARE(told.header("Retry-After"), "1"_ba);
        QCOMPARE(told.header("x-should-retry"), QByteArray());
        gate->open();
        const RawAnswer one = (firstWon ? first : second).answer();
        QCOMPARE(one.status, 200);
        QCOMPARE(rig.vendor().billed, 1);
        const RawAnswer again = firstWon ? next.ask(inline64(), keyed) : rig.ask(rig.post(inline64(), keyed));
        QCOMPARE(again.json().value("id"_L1), one.json().value("id"_L1));
        QCOMPARE(rig.vendor().billed, 1);
    }

    void aJobThatOutlivedItsTimeIsAskedFor()
    {
        GatewayRig rig;
        EnginePolicy policy;
        policy.patience.total = std::chrono::seconds(1);
        rig.rig.engine->setPolicy(policy);
        rig.start();
        rig.vendor().atOnce = false;
        rig.vendor().stopAfter = 0; // runs on
        const RawAnswer before = rig.ask(rig.post(inline64(), keyed));
        QVERIFY(before.status >= 500);
        QCOMPARE(before.header("x-should-retry"), "false"_ba);
        rig.vendor().stopAfter = -1;
        const NextGateway next(rig);
        const RawAnswer after = next.ask(inline64(), keyed);
        QCOMPARE(after.status, 200);
        QCOMPARE(after.header("X-Lightwell-Request-Id"), before.header("X-Lightwell-Request-Id"));
        QCOMPARE(rig.vendor().billed, 1);
    }
};

QTEST_MAIN(TestGatewayRestart)
#include "test_gatewayrestart.moc"
