// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Chats and embeddings that are repeated after the gateway was started anew, where their words are kept: each is paid
// once, and told again letter for letter.
#include "tests/gateway/textrestartrig.h"

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

} // namespace

class TestWordsRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreToldAgain_data();
    void wordsAreToldAgain();
    void wordsOfOneWhoDoesNotComeBack();
    void mendedWordsAreToldAgain();
    void wordsGoWithTheirRequest();
    void wordsAreToldToTheirClientAlone();
    void wordsThatAreTooOld();
    void wordsThatCannotBeKeptAreDelivered();
};

void TestWordsRestart::wordsAreToldAgain_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QJsonObject>("wish");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("again");
    const auto rows = [](const char *name, const QByteArray &path, const QJsonObject &wish) {
        QTest::addRow("%s, by its key", name) << path << wish << keyed << keyed;
        QTest::addRow("%s, as a repetition", name) << path << wish << firstTry << secondTry;
    };
    const QJsonObject counted {{u"include_usage"_s, true}};
    rows("a chat", chatPath, chatWish());
    rows("a chat in events", chatPath, chatWish(true));
    rows("a chat in events with its usage", chatPath, with(chatWish(true), u"stream_options"_s, counted));
    rows("OpenRouter's", routerPath, chatWish());
    rows("OpenRouter's in events", routerPath, chatWish(true));
    rows("embeddings", "/v1/embeddings", {{u"model"_s, u"embed"_s}, {u"input"_s, u"a"_s}});
    rows("OpenRouter's embeddings", "/api/v1/embeddings", {{u"model"_s, u"embed"_s}, {u"input"_s, u"a"_s}});
}

void TestWordsRestart::wordsAreToldAgain()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QJsonObject, wish);
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, again);
    ChatRig rig(storing());
    const WordAnswer before = ask(rig, path, wish, first);
    QCOMPARE(before.status, 200);
    QCOMPARE(kept(rig), 1);
    const NextGateway next(rig, storing());
    for (int times = 0; times < 2; ++times) { // from the disk, then from memory
        const WordAnswer after = next.ask(path, wish, again);
        QCOMPARE(after.status, 200);
        QCOMPARE(after.body, before.body); // all events, each as it was
        for (const QByteArray &name : {"Content-Type"_ba, "X-Lightwell-Request-Id"_ba}) {
            QCOMPARE(after.header(name), before.header(name));
        }
        if (!before.head.contains("chunked")) {
            QCOMPARE(after.header("X-Lightwell-Cost"), before.header("X-Lightwell-Cost"));
        }
    }
    QCOMPARE(rig.alpha.billed(), 1);
    const NextGateway off(rig);
    QCOMPARE(off.ask(path, wish, again).status, 410); // switched off, nothing that is kept is told
    QCOMPARE(rig.alpha.billed(), 1);
}

/// Nobody could ask for it again: its words need not lie on the disk.
void TestWordsRestart::wordsOfOneWhoDoesNotComeBack()
{
    ChatRig rig(storing());
    QCOMPARE(ask(rig, chatPath, chatWish(), {}).status, 200);
    QCOMPARE(ask(rig, chatPath, chatWish(true), {}).status, 200);
    QCOMPARE(kept(rig), 0);
}

void TestWordsRestart::mendedWordsAreToldAgain()
{
    ChatRig rig(storing());
    const QJsonObject wish = with(with(with(chatWish(), u"messages"_s, saying(u"damaged JSON"_s)), u"response_format"_s,
                                       QJsonObject {{u"type"_s, u"json_object"_s}}),
                                  u"plugins"_s, QJsonArray {QJsonObject {{u"id"_s, u"response-healing"_s}}});
    const QByteArray headers = keyed + "X-OpenRouter-Metadata: enabled\r\n";
    const WordAnswer before = ask(rig, routerPath, wish, headers);
    QCOMPARE(before.status, 200);
    const auto stages = [](const WordAnswer &answer) {
        return answer.json()["openrouter_metadata"_L1]["pipeline"_L1].toArray();
    };
    QVERIFY(!stages(before).isEmpty());
    const NextGateway next(rig, storing());
    const WordAnswer after = next.ask(routerPath, wish, headers);
    QCOMPARE(after.status, 200);
    QCOMPARE(after.json()["choices"_L1], before.json()["choices"_L1]);
    QCOMPARE(stages(after), stages(before));
    QCOMPARE(rig.alpha.billed(), 1);
}

void TestWordsRestart::wordsGoWithTheirRequest()
{
    ChatRig rig(storing());
    const QByteArray id = ask(rig, chatPath, chatWish(), keyed).header("X-Lightwell-Request-Id");
    QCOMPARE(kept(rig), 1);
    QCOMPARE(rig.gateway.ask(rig.gateway.request("DELETE", "/v1/requests/" + id + "/payloads")).status, 200);
    QCOMPARE(kept(rig), 0);
    const NextGateway next(rig, storing());
    const WordAnswer after = next.ask(chatPath, chatWish(), keyed);
    QCOMPARE(after.status, 410);
    QCOMPARE(codeOf(after), u"ANSWER_NOT_KEPT"_s);
    QCOMPARE(rig.alpha.billed(), 1);
}

void TestWordsRestart::wordsAreToldToTheirClientAlone()
{
    ChatRig rig(storing());
    const WordAnswer own = ask(rig, chatPath, chatWish(), keyed);
    const QByteArray other = "Authorization: Bearer " + await(rig.gateway.clients.add(u"other"_s))->key + "\r\n";
    const NextGateway next(rig, storing());
    const WordAnswer others = next.ask(chatPath, chatWish(), keyed + other);
    QCOMPARE(others.status, 200);
    QVERIFY(others.header("X-Lightwell-Request-Id") != own.header("X-Lightwell-Request-Id"));
    QCOMPARE(rig.alpha.billed(), 2); // a call of its own
    for (const QByteArray &prefix : {""_ba, "words:"_ba}) { // it is no answer to go on with
        const QByteArray path = "/v1/responses/" + prefix + own.header("X-Lightwell-Request-Id");
        QCOMPARE(rig.gateway.ask(rig.gateway.request("GET", path)).status, 404);
        QCOMPARE(rig.gateway.ask(rig.gateway.request("DELETE", path)).status, 404);
    }
    QVERIFY(await(rig.gateway.clients.revoke(u"other"_s)));
    QCOMPARE(kept(rig), 1);
}

/// A key is good for a day; nothing lies on the disk much longer.
void TestWordsRestart::wordsThatAreTooOld()
{
    ChatRig rig(storing());
    QCOMPARE(ask(rig, chatPath, chatWish(), keyed).status, 200);
    QCOMPARE(kept(rig), 1);
    QVERIFY(change(rig, u"UPDATE stored_responses SET created_at = created_at - 3 * 24 * 3600000"_s));
    const NextGateway next(rig, storing());
    QTRY_COMPARE(kept(rig), 0);
    QCOMPARE(codeOf(next.ask(chatPath, chatWish(), keyed)), u"ANSWER_NOT_KEPT"_s);
    QCOMPARE(rig.alpha.billed(), 1);
}

void TestWordsRestart::wordsThatCannotBeKeptAreDelivered()
{
    ChatRig rig(storing());
    QVERIFY(change(rig, u"ALTER TABLE stored_responses RENAME TO hidden"_s));
    for (const bool streams : {false, true}) {
        const QByteArray key = streams ? "Idempotency-Key: k2\r\n"_ba : keyed;
        const WordAnswer answer = ask(rig, chatPath, chatWish(streams), key);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.contains("data: [DONE]"), streams);
    }
    const NextGateway next(rig, storing());
    const WordAnswer unread = next.ask(chatPath, chatWish(), keyed); // whether it is kept cannot be known now
    QVERIFY(unread.status >= 500);
    QVERIFY(unread.header("x-should-retry") != "false");
    QVERIFY(change(rig, u"ALTER TABLE hidden RENAME TO stored_responses"_s));
    QCOMPARE(next.ask(chatPath, chatWish(), keyed).status, 410);
    QCOMPARE(rig.alpha.billed(), 2);
}

QTEST_GUILESS_MAIN(TestWordsRestart)
#include "test_wordsrestart.moc"
