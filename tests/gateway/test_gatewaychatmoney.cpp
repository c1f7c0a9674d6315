// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/chatrig.h"
#include "tests/gateway/slowtalker.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray hello = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello there\"}}]}\n\n"_ba;
const QByteArray rest = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":"
                        "{\"prompt_tokens\":50,\"completion_tokens\":20,\"total_tokens\":70}}\n\ndata: [DONE]\n\n"_ba;

/// A client that streams from a vendor who speaks when the test wants it.
struct SlowCall
{
    explicit SlowCall(ChatRig &rig, const QByteArray &headers = {})
        : client(rig.gateway.port())
    {
        rig.setAddress(u"alpha"_s, talker.url());
        client.send(
            rig.post("chat/completions", ChatRig::wish({{u"model"_s, u"alpha/talk"_s}, {u"stream"_s, true}}), headers));
        [this] { QTRY_COMPARE(talker.requests(), 1); }();
    }
    SlowTalker talker;
    RawClient client;
};

} // namespace

/// What text calls cost, whatever becomes of them: reserved before, settled after, never paid twice.
class TestGatewayChatMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReservedAndThenSettled();
    void eventsAreNotHeldBack();
    void aCutStreamIsSettledByWhatCame();
    void aClientThatLeavesEndsIt();
    void aLostCallStaysOpen();
    void refusalsGoToTheNext_data();
    void refusalsGoToTheNext();
    void nothingElseGoesOn_data();
    void nothingElseGoesOn();
    void aBudgetStopsIt_data();
    void aBudgetStopsIt();
    void unknownPricesFollowTheRule();
    void anErrorInAStreamIsTold();
    void withoutAUsageItIsEstimated();
    void aCrashLeavesItOpen();
};

void TestGatewayChatMoney::isReservedAndThenSettled()
{
    ChatRig rig;
    SlowCall call(rig);
    const Money reserved = rig.usage().reserved;
    QVERIFY(reserved.micros() >= 1000); // a hundred tokens out, and what goes in
    QVERIFY(reserved.micros() < 1100);
    QCOMPARE(rig.last().estimate, reserved);
    call.talker.begin();
    call.talker.say(hello + rest);
    call.talker.end();
    const QByteArray events = unchunked(call.client.everything());
    QVERIFY(events.endsWith("data: [DONE]\n\n"));
    QVERIFY(!events.contains("usage"));
    QCOMPARE(rig.usage().reserved, Money::zero());
    QCOMPARE(rig.usage().total, Money::fromMicros(50 + 200));
    const Generation told = rig.last();
    QCOMPARE(told.status, GenerationStatus::Completed);
    QCOMPARE(told.cost, Money::fromMicros(250));
    QCOMPARE(told.attempts.first().usage.at(0)["completion_tokens"_L1].toInt(), 20);
}

/// Each event reaches the client before the vendor says the next.
void TestGatewayChatMoney::eventsAreNotHeldBack()
{
    ChatRig rig;
    SlowCall call(rig);
    call.talker.begin();
    QElapsedTimer clock;
    clock.start();
    constexpr int events = 50;
    for (int i = 0; i < events; ++i) {
        const QByteArray word = "word" + QByteArray::number(i) + '.';
        call.talker.say("data: {\"choices\":[{\"delta\":{\"content\":\"" + word + "\"}}]}\n\n");
        QTRY_VERIFY(call.client.received().contains(word));
    }
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    call.talker.say(rest);
    call.talker.end();
    QVERIFY(unchunked(call.client.everything()).endsWith("data: [DONE]\n\n"));
}

void TestGatewayChatMoney::aCutStreamIsSettledByWhatCame()
{
    ChatRig rig;
    SlowCall call(rig);
    call.talker.begin();
    call.talker.say(hello);
    QTRY_VERIFY(call.client.received().contains("Hello there"));
    call.talker.drop();
    const QByteArray events = unchunked(call.client.everything());
    QVERIFY(events.startsWith(hello));
    const QByteArray error = events.mid(events.indexOf("event: error\ndata: ") + 19);
    QCOMPARE(QJsonDocument::fromJson(error).object()["error"_L1]["type"_L1].toString(), u"server_error"_s);
    const Generation told = rig.last();
    QCOMPARE(told.status, GenerationStatus::Failed);
    QCOMPARE(told.attempts.size(), 1);
    const QJsonValue usage = told.attempts.first().usage.at(0);
    QVERIFY(usage["estimated"_L1].toBool());
    QCOMPARE(usage["completion_tokens"_L1].toInt(), 3); // eleven letters
    QCOMPARE(told.cost, Money::fromMicros(usage["prompt_tokens"_L1].toInt() + 30));
    QCOMPARE(rig.usage().total, told.cost);
    QCOMPARE(rig.usage().reserved, Money::zero());
    QCOMPARE(rig.beta.calls().size(), 0);
}

void TestGatewayChatMoney::aClientThatLeavesEndsIt()
{
    ChatRig rig;
    SlowCall call(rig);
    call.talker.begin();
    call.talker.say(hello);
    QTRY_VERIFY(call.client.received().contains("Hello there"));
    call.client.hangUp();
    QTRY_VERIFY(call.talker.isLeft());
    QTRY_COMPARE(rig.gateway.rig.engine->running(), 0);
    const Generation told = rig.last();
    QCOMPARE(told.status, GenerationStatus::Cancelled);
    QVERIFY(told.attempts.first().usage.at(0)["estimated"_L1].toBool());
    QVERIFY(told.cost.micros() > 30);
    QCOMPARE(rig.usage().reserved, Money::zero());
}

/// Nothing came: nobody knows what the vendor did, so it is neither free nor sent once more.
void TestGatewayChatMoney::aLostCallStaysOpen()
{
    ChatRig rig;
    rig.alpha.script(u"chat"_s, Reply::drop(), 1, VendorStandIn::Instead::OfAnswer);
    const RawAnswer answer = rig.chat();
    QCOMPARE(answer.status, 502);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    QCOMPARE(rig.alpha.billed(), 1);
    QCOMPARE(rig.beta.calls().size(), 0);
    QCOMPARE(rig.last().status, GenerationStatus::Unknown);
    QVERIFY(rig.usage().reserved.micros() > 1000);
}

void TestGatewayChatMoney::refusalsGoToTheNext_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("too many") << 429;
    QTest::newRow("too busy") << 503;
    QTest::newRow("another key is needed") << 401;
    QTest::newRow("no money there") << 402;
    QTest::newRow("no such model there") << 404;
}

void TestGatewayChatMoney::refusalsGoToTheNext()
{
    QFETCH(int, status);
    ChatRig rig;
    rig.alpha.script(u"chat"_s, Reply::json({{u"error"_s, QJsonObject {{u"message"_s, u"no"_s}}}}, status));
    const RawAnswer answer = rig.chat();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("X-Lightwell-Provider"), "beta"_ba);
    QCOMPARE(rig.alpha.calls().size(), 1);
    QCOMPARE(rig.beta.billed(), 1);
    QCOMPARE(rig.usage().reserved, Money::zero());
    QCOMPARE(rig.last().attempts.size(), 2);
    QCOMPARE(rig.last().attempts.first().cost, Money::zero());
}

void TestGatewayChatMoney::nothingElseGoesOn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("told");
    QTest::addColumn<bool>("open"); // whether it may be billed
    QTest::newRow("a wrong request") << 400 << 400 << false;
    QTest::newRow("not understood") << 422 << 400 << false;
    QTest::newRow("broken") << 500 << 502 << true;
    QTest::newRow("a proxy's trouble") << 502 << 502 << true;
    QTest::newRow("a proxy's time-out") << 504 << 504 << true;
}

void TestGatewayChatMoney::nothingElseGoesOn()
{
    QFETCH(int, status);
    QFETCH(bool, open);
    ChatRig rig;
    rig.alpha.script(u"chat"_s, Reply::json({{u"error"_s, QJsonObject {{u"message"_s, u"no"_s}}}}, status));
    const RawAnswer answer = rig.chat();
    QTEST(answer.status, "told");
    QCOMPARE(answer.header("x-should-retry") == "false", open);
    QCOMPARE(rig.alpha.calls().size(), 1);
    QCOMPARE(rig.beta.calls().size(), 0);
    QCOMPARE(rig.usage().reserved.micros() > 0, open);
}

void TestGatewayChatMoney::aBudgetStopsIt_data()
{
    QTest::addColumn<Budget>("budget");
    Budget budget;
    QTest::newRow("of all") << budget;
    budget.model = u"talk"_s;
    QTest::newRow("of the model") << budget;
    budget.model.clear();
    budget.project = u"letters"_s;
    QTest::newRow("of the project") << budget;
}

void TestGatewayChatMoney::aBudgetStopsIt()
{
    QFETCH(Budget, budget);
    ChatRig rig;
    budget.limit = Money::fromMicros(1050);
    QVERIFY(await(rig.gateway.rig.ledger->setBudget(budget)));
    const QByteArray project = "X-Lightwell-Project: letters\r\n";
    QCOMPARE(rig.ask("chat/completions", ChatRig::wish(), project).status, 200); // a hundred tokens, and few words
    const RawAnswer answer = rig.ask("chat/completions", ChatRig::wish({{u"max_tokens"_s, 200}}), project);
    QCOMPARE(answer.status, 402);
    QCOMPARE(answer.errorCode(), u"INSUFFICIENT_BALANCE"_s);
    QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    QCOMPARE(rig.alpha.calls().size() + rig.beta.calls().size(), 1);
}

void TestGatewayChatMoney::unknownPricesFollowTheRule()
{
    ChatRig rig;
    const QJsonObject wish {{u"model"_s, u"free-of-price"_s}};
    EnginePolicy policy;
    policy.unknownPrices = UnknownPrices::Refuse;
    rig.gateway.rig.engine->setPolicy(policy);
    QCOMPARE(rig.chat(wish).status, 402);
    QCOMPARE(rig.chat({{u"model"_s, u"alpha/anything"_s}}).status, 402);
    QCOMPARE(rig.alpha.calls().size(), 0);
    policy.unknownPrices = UnknownPrices::Allow;
    rig.gateway.rig.engine->setPolicy(policy);
    const RawAnswer answer = rig.chat(wish);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("X-Lightwell-Cost"), "unknown"_ba);
    QCOMPARE(rig.usage().unknown, 1);
    QCOMPARE(rig.chat({{u"model"_s, u"alpha/anything"_s}}).status, 200);
    QCOMPARE(rig.alpha.calls().last().json()["model"_L1].toString(), u"anything"_s);
}

void TestGatewayChatMoney::anErrorInAStreamIsTold()
{
    ChatRig rig;
    SlowCall call(rig);
    call.talker.begin();
    call.talker.say(hello);
    call.talker.say("data: {\"error\":{\"code\":\"server_error\",\"message\":\"broken\"},\"choices\":[]}\n\n");
    call.talker.end();
    const QByteArray events = unchunked(call.client.everything());
    QVERIFY(events.contains("broken"));
    QVERIFY(events.contains("event: error\n"));
    QCOMPARE(rig.last().status, GenerationStatus::Failed);
    QVERIFY(rig.last().cost.micros() > 0);
    QCOMPARE(rig.usage().reserved, Money::zero());
}

void TestGatewayChatMoney::withoutAUsageItIsEstimated()
{
    ChatRig rig;
    rig.alpha.tellsUsage = false;
    RawClient client(rig.gateway.port());
    client.send(rig.post("chat/completions", ChatRig::wish({{u"stream"_s, true}})));
    QVERIFY(unchunked(client.everything()).endsWith("data: [DONE]\n\n"));
    const Generation told = rig.last();
    QCOMPARE(told.status, GenerationStatus::Completed);
    QVERIFY(told.attempts.first().usage.at(0)["estimated"_L1].toBool());
    QVERIFY(told.cost.micros() > 0);
}

/// The next start finds a call whose answer nobody has any more: it is not made again, and its money stays reserved.
void TestGatewayChatMoney::aCrashLeavesItOpen()
{
    ChatRig rig;
    SlowCall call(rig);
    const Money reserved = rig.usage().reserved;
    const QDir before(rig.gateway.rig.folder.path());
    const QTemporaryDir after;
    const QStringList files = before.entryList(QDir::Files);
    for (const QString &name : files) {
        QVERIFY(QFile::copy(before.filePath(name), after.filePath(name)));
    }
    EngineRig next({toyOffer(u"toy"_s, u"alpha"_s)}, after.filePath(u"lightwell.db"_s));
    next.engine->resumeUnfinished();
    const auto last = [&next] { return await(next.journal->list(1))->value(0); };
    QTRY_COMPARE(last().status, GenerationStatus::Unknown);
    QCOMPARE(last().attempts.size(), 1);
    QVERIFY(!last().attempts.first().hasJob);
    QCOMPARE(next.usage().reserved, reserved);
    QCOMPARE(next.vendor(u"alpha"_s).calls().size(), 0);
    QCOMPARE(call.talker.requests(), 1);
    call.talker.begin();
    call.talker.say(hello + rest);
    call.talker.end();
    QVERIFY(unchunked(call.client.everything()).endsWith("data: [DONE]\n\n"));
}

QTEST_GUILESS_MAIN(TestGatewayChatMoney)
#include "test_gatewaychatmoney.moc"
