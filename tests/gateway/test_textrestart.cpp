// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls to text models that are repeated after the gateway was started anew: each is paid once, answered where its
// words are kept, and else told what became of it.
#include "core/engine/callreasons.h"
#include "core/model/reasonsearch.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "tests/gateway/textrestartrig.h"
#include "tests/support/gate.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray keyed = "Idempotency-Key: k1\r\n";
const QByteArray firstTry = "x-stainless-retry-count: 0\r\n";
const QByteArray secondTry = "x-stainless-retry-count: 1\r\n";
const QByteArray chatPath = "/v1/chat/completions";
const QByteArray routerPath = "/api/v1/chat/completions";
const QByteArray responsesPath = "/v1/responses";

QJsonObject drawing(const QString &model, bool isForced)
{
    const QJsonObject tool {{u"type"_s, u"image_generation"_s}, {u"model"_s, u"drawn"_s}};
    const QJsonObject wish = with(responsesWish(model, false), u"tools"_s, QJsonArray {tool});
    return isForced ? with(wish, u"tool_choice"_s, QJsonObject {{u"type"_s, u"image_generation"_s}}) : wish;
}

/// The words of a stream of /responses, put together from what clients read.
QString toldIn(const WordAnswer &stream)
{
    QString words;
    const QList<QJsonObject> events = stream.objects();
    for (const QJsonObject &event : events) {
        words += event["type"_L1] == "response.output_text.delta"_L1 ? event["delta"_L1].toString() : QString();
    }
    return words;
}

} // namespace

class TestTextRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsToldAgain_data();
    void whatIsKeptIsToldAgain();
    void picturesOfATalkAreToldAgain_data();
    void picturesOfATalkAreToldAgain();
    void whatIsNotKeptIsSaidSo_data();
    void whatIsNotKeptIsSaidSo();
    void aTalkIsSaidToBeBegun();
    void switchedOnInBetween();
    void anotherBodyIsRefused();
    void whatCannotBeReadIsAskedForAgain();
    void endedWithTheProgram_data();
    void endedWithTheProgram();
    void runsElsewhere();
    void anOpenBillStaysOpen();
    void whatCostNothingIsTriedAgain();
};

void TestTextRestart::whatIsKeptIsToldAgain_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("streams");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("again");
    for (const QString &model : {u"alpha/talk"_s, u"beta/talk"_s}) { // the second is asked in a chat
        for (const bool streams : {false, true}) {
            const QByteArray name = model.toLatin1() + (streams ? ", in events" : "");
            QTest::newRow(QByteArray(name + ", by its key").constData()) << model << streams << keyed << keyed;
            QTest::newRow(QByteArray(name + ", as a repetition").constData())
                << model << streams << firstTry << secondTry;
        }
    }
}

void TestTextRestart::whatIsKeptIsToldAgain()
{
    QFETCH(const QString, model);
    QFETCH(const bool, streams);
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, again);
    ChatRig rig(storing());
    const QJsonObject wish = responsesWish(model, streams);
    const WordAnswer before = ask(rig, responsesPath, wish, first);
    QCOMPARE(before.status, 200);
    const NextGateway next(rig, storing());
    for (int times = 0; times < 2; ++times) { // from the disk, then from memory
        const WordAnswer after = next.ask(responsesPath, wish, again);
        QCOMPARE(after.status, 200);
        QCOMPARE(after.header("X-Lightwell-Request-Id"), before.header("X-Lightwell-Request-Id"));
        const QJsonObject whole = streams ? after.objects().last()["response"_L1].toObject() : after.json();
        QCOMPARE(whole, streams ? before.objects().last()["response"_L1].toObject() : before.json());
        if (streams) {
            QCOMPARE(toldIn(after), toldIn(before));
            QCOMPARE(after.objects().first()["type"_L1].toString(), u"response.created"_s);
            QCOMPARE(after.objects().last()["type"_L1].toString(), u"response.completed"_s);
        } else {
            QCOMPARE(after.header("X-Lightwell-Cost"), before.header("X-Lightwell-Cost"));
        }
    }
    QCOMPARE(rig.alpha.billed() + rig.beta.billed(), 1);
    QCOMPARE(kept(rig), 1);
}

void TestTextRestart::picturesOfATalkAreToldAgain_data()
{
    QTest::addColumn<bool>("isForced");
    QTest::newRow("the model has it made") << false;
    QTest::newRow("it alone") << true;
}

void TestTextRestart::picturesOfATalkAreToldAgain()
{
    QFETCH(const bool, isForced);
    ChatRig rig(storing());
    const QJsonObject wish = with(drawing(u"alpha/talk"_s, isForced), u"input"_s, u"draw a boat"_s);
    const WordAnswer before = ask(rig, responsesPath, wish, keyed);
    QCOMPARE(before.status, 200);
    const qsizetype calls = rig.alpha.calls().size();
    const NextGateway next(rig, storing());
    const WordAnswer after = next.ask(responsesPath, wish, keyed);
    QCOMPARE(after.status, 200);
    QCOMPARE(after.json(), before.json());
    QCOMPARE(rig.alpha.calls().size(), calls);
    QCOMPARE(rig.painter().billed, 1);
    QCOMPARE(kept(rig), 1);
}

void TestTextRestart::whatIsNotKeptIsSaidSo_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QJsonObject>("wish");
    QTest::addColumn<bool>("stores");
    QTest::addColumn<QByteArray>("headers"); ///< of the first
    QTest::addColumn<QByteArray>("again");
    const auto row = [](const char *name, const QByteArray &path, const QJsonObject &wish, bool stores = false,
                        const QByteArray &headers = keyed, const QByteArray &again = keyed) {
        QTest::newRow(name) << path << wish << stores << headers << again;
    };
    const QJsonObject response = responsesWish(u"alpha/talk"_s, false);
    row("a chat", chatPath, chatWish());
    row("a chat in events", chatPath, chatWish(true));
    row("a chat as a repetition", chatPath, chatWish(), false, firstTry, secondTry);
    row("a chat that is not to be kept", chatPath, with(chatWish(), u"store"_s, false), true);
    row("OpenRouter's", routerPath, chatWish());
    row("OpenRouter's in events", routerPath, chatWish(true));
    row("embeddings", "/v1/embeddings", {{u"model"_s, u"embed"_s}, {u"input"_s, u"a"_s}});
    row("a response", responsesPath, response);
    row("a response in events", responsesPath, responsesWish(u"alpha/talk"_s, true));
    row("one that is not to be kept", responsesPath, with(response, u"store"_s, false), true);
}

void TestTextRestart::whatIsNotKeptIsSaidSo()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QJsonObject, wish);
    QFETCH(const bool, stores);
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, again);
    ChatRig rig(storing(stores));
    const WordAnswer before = ask(rig, path, wish, headers);
    QCOMPARE(before.status, 200);
    const NextGateway next(rig, storing(stores));
    const WordAnswer after = next.ask(path, wish, again);
    QCOMPARE(after.status, 410); // which no client repeats by itself
    QCOMPARE(codeOf(after), u"ANSWER_NOT_KEPT"_s);
    QCOMPARE(after.header("x-should-retry"), "false"_ba);
    QCOMPARE(after.header("X-Lightwell-Request-Id"), before.header("X-Lightwell-Request-Id"));
    QCOMPARE(after.header("X-Lightwell-Cost"), rig.last().cost.toDecimal().toLatin1());
    QCOMPARE(after.header("Content-Type"), "application/json"_ba);
    if (path == routerPath) {
        QCOMPARE(after.json()["error"_L1]["code"_L1].toInt(), 410);
        QCOMPARE(after.json()["error"_L1]["metadata"_L1]["may_be_billed"_L1].toBool(), true);
    }
    QCOMPARE(rig.alpha.billed(), 1);
}

/// Of its steps only the first is known.
void TestTextRestart::aTalkIsSaidToBeBegun()
{
    ChatRig rig;
    const QJsonObject wish = with(drawing(u"alpha/talk"_s, false), u"input"_s, u"draw a boat"_s);
    QCOMPARE(ask(rig, responsesPath, wish, keyed).status, 200);
    const qsizetype calls = rig.alpha.calls().size();
    const NextGateway next(rig);
    const WordAnswer after = next.ask(responsesPath, wish, keyed);
    QCOMPARE(after.status, 410);
    QCOMPARE(codeOf(after), u"ANSWER_NOT_KEPT"_s);
    QCOMPARE(rig.alpha.calls().size(), calls);
    QCOMPARE(rig.painter().billed, 1);
}

/// The same call, whatever the user has switched meanwhile.
void TestTextRestart::switchedOnInBetween()
{
    ChatRig rig;
    const QJsonObject wish = responsesWish(u"alpha/talk"_s, false);
    QCOMPARE(ask(rig, responsesPath, wish, keyed).status, 200);
    const NextGateway next(rig, storing());
    QCOMPARE(next.ask(responsesPath, wish, keyed).status, 410);
    const WordAnswer other = next.ask(responsesPath, wish, "Idempotency-Key: k2\r\n");
    QCOMPARE(other.status, 200);
    const NextGateway off(rig);
    QCOMPARE(off.ask(responsesPath, wish, "Idempotency-Key: k2\r\n").status, 410);
    const NextGateway on(rig, storing());
    QCOMPARE(on.ask(responsesPath, wish, "Idempotency-Key: k2\r\n").json(), other.json());
    QCOMPARE(rig.alpha.billed(), 2);
}

void TestTextRestart::anotherBodyIsRefused()
{
    ChatRig rig(storing());
    QCOMPARE(ask(rig, chatPath, chatWish(), keyed).status, 200);
    QCOMPARE(ask(rig, responsesPath, responsesWish(u"alpha/talk"_s, false), "Idempotency-Key: k2\r\n").status, 200);
    const NextGateway next(rig, storing());
    QCOMPARE(next.ask(chatPath, chatWish(true), keyed).status, 422);
    QCOMPARE(next.ask(routerPath, chatWish(), keyed).status, 422);
    const QJsonObject other = with(responsesWish(u"alpha/talk"_s, false), u"input"_s, u"something else"_s);
    QCOMPARE(next.ask(responsesPath, other, "Idempotency-Key: k2\r\n").status, 422);
    QCOMPARE(rig.alpha.billed(), 2);
}

void TestTextRestart::whatCannotBeReadIsAskedForAgain()
{
    ChatRig rig(storing());
    const QJsonObject wish = responsesWish(u"alpha/talk"_s, false);
    const WordAnswer before = ask(rig, responsesPath, wish, keyed);
    QVERIFY(change(rig, u"ALTER TABLE stored_responses RENAME TO hidden"_s));
    const NextGateway next(rig, storing());
    const WordAnswer unread = next.ask(responsesPath, wish, keyed);
    QVERIFY(unread.status >= 500);
    QVERIFY(unread.header("x-should-retry") != "false");
    QVERIFY(change(rig, u"ALTER TABLE hidden RENAME TO stored_responses"_s));
    QCOMPARE(next.ask(responsesPath, wish, keyed).json(), before.json());
    QCOMPARE(rig.alpha.billed(), 1);
}

void TestTextRestart::endedWithTheProgram_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QJsonObject>("wish");
    QTest::addColumn<int>("status");
    QTest::newRow("a chat") << chatPath << chatWish() << 502;
    QTest::newRow("a chat in events") << chatPath << chatWish(true) << 502;
    QTest::newRow("OpenRouter's") << routerPath << chatWish() << 424;
    QTest::newRow("a response") << responsesPath << responsesWish(u"alpha/talk"_s, false) << 502;
    QTest::newRow("a talk") << responsesPath << drawing(u"alpha/talk"_s, false) << 502;
}

void TestTextRestart::endedWithTheProgram()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QJsonObject, wish);
    QFETCH(const int, status);
    ChatRig rig;
    const auto gate = Gate::make();
    for (const QString &point : {u"chat"_s, u"responses"_s}) {
        rig.alpha.script(point, endedBy(u"stop"_s).after(gate));
    }
    const EngineRig &home = rig.gateway.rig;
    auto journal = std::make_unique<Journal>(*home.store);
    auto engine = std::make_unique<Engine>(EngineParts {home.adapters, rig.gateway.rig.http, *journal, *home.ledger,
                                                        *home.media, *home.keyring, home.clock});
    engine->setCatalog(home.catalog);
    auto doomed = std::make_unique<NextGateway>(rig, GatewayOptions(), *engine, *journal);
    RawClient client(doomed->port());
    client.send(doomed->request(path, wish, keyed));
    QTRY_COMPARE(rig.alpha.calls().size(), 1);
    // As if it were killed: nothing of it does anything any more.
    doomed.reset();
    engine.reset();
    journal.reset();
    const NextGateway next(rig);
    for (int times = 0; times < 2; ++times) {
        const WordAnswer after = next.ask(path, wish, keyed);
        QCOMPARE(after.status, status);
        QCOMPARE(codeOf(after), u"CALL_INTERRUPTED"_s);
        QCOMPARE(after.header("x-should-retry"), "false"_ba);
    }
    QCOMPARE(rig.last().status, GenerationStatus::Unknown);
    QVERIFY(holdsReason(rig.last().error->why(), reasons::endedWhileRunning.code));
    QCOMPARE(rig.alpha.calls().size(), 1);
    gate->open();
}

/// Told, and not remembered: the journal knows better a moment later.
void TestTextRestart::runsElsewhere()
{
    ChatRig rig;
    const auto gate = Gate::make();
    rig.alpha.script(u"chat"_s, endedBy(u"stop"_s).after(gate));
    const EngineRig &home = rig.gateway.rig;
    Engine engine(EngineParts {home.adapters, rig.gateway.rig.http, *home.journal, *home.ledger, *home.media,
                               *home.keyring, home.clock});
    engine.setCatalog(home.catalog);
    const NextGateway next(rig, {}, engine, *home.journal);
    RawClient first(rig.gateway.port());
    first.send(rig.gateway.request("POST", chatPath, compact(chatWish()), keyed + "Connection: close\r\n"));
    QTRY_COMPARE(rig.alpha.calls().size(), 1);
    const WordAnswer meanwhile = next.ask(chatPath, chatWish(), keyed);
    QCOMPARE(meanwhile.status, 502);
    QCOMPARE(meanwhile.header("x-should-retry"), "false"_ba);
    gate->open();
    QCOMPARE(WordAnswer(first.everything()).status, 200);
    QCOMPARE(next.ask(chatPath, chatWish(), keyed).status, 410);
    QCOMPARE(rig.alpha.calls().size(), 1);
}

void TestTextRestart::anOpenBillStaysOpen()
{
    ChatRig rig;
    rig.alpha.script(u"chat"_s, Reply::drop(), 1, ChatApiStandIn::Instead::OfAnswer);
    const int status = ask(rig, chatPath, chatWish(), keyed).status;
    QCOMPARE(status, 502);
    const NextGateway next(rig);
    const WordAnswer after = next.ask(chatPath, chatWish(), keyed);
    QCOMPARE(after.status, 502);
    QCOMPARE(after.header("x-should-retry"), "false"_ba);
    QCOMPARE(rig.alpha.calls().size(), 1);
}

void TestTextRestart::whatCostNothingIsTriedAgain()
{
    ChatRig rig;
    rig.alpha.script(u"chat"_s, Reply::json({{u"error"_s, QJsonObject {{u"message"_s, u"no"_s}}}}, 400));
    QCOMPARE(ask(rig, chatPath, chatWish(), keyed).status, 400);
    const NextGateway next(rig);
    QCOMPARE(next.ask(chatPath, chatWish(), keyed).status, 200);
    QCOMPARE(rig.alpha.billed(), 1);
}

QTEST_GUILESS_MAIN(TestTextRestart)
#include "test_textrestart.moc"
