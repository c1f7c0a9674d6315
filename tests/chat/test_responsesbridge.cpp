// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/responsesanswer.h"
#include "core/chat/responsesrequest.h"

#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Result<TextCall> chatOf(const QByteArray &fields)
{
    const Result<TextCall> call = readTextCall(R"({"model":"m",)" + fields + '}', TextKind::Responses);
    return call ? chatFromResponses(*call) : call;
}

QByteArray chunk(const QByteArray &delta, const QByteArray &finish = "null")
{
    return R"(data: {"id":"c1","created":7,"model":"m","choices":[{"index":0,"delta":)" + delta + R"(,"finish_reason":)"
        + finish + "}]}\n\n";
}

QList<QJsonObject> eventsIn(const QByteArray &stream)
{
    QList<QJsonObject> events;
    const QByteArrayList all = StreamCutter().feed(stream);
    for (const QByteArray &event : all) {
        events.append(object(StreamCutter::dataOf(event)));
    }
    return events;
}

QStringList typesOf(const QList<QJsonObject> &events)
{
    QStringList types;
    for (const QJsonObject &event : events) {
        types.append(event["type"_L1].toString());
    }
    return types;
}

} // namespace

/// Calls to /responses at vendors that have chats alone.
class TestResponsesBridge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsBecomeChats_data();
    void requestsBecomeChats();
    void namesWhatNoChatSays();
    void schemasKeepTheirOrder();
    void refusesWhatNoChatSays_data();
    void refusesWhatNoChatSays();
    void wordsStream();
    void callsStream();
    void answersBecomeResponses_data();
    void answersBecomeResponses();
};

void TestResponsesBridge::requestsBecomeChats_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("chat");
    QTest::newRow("words")
        << R"("input":"hi","instructions":"be kind","max_output_tokens":9,"store":true)"_ba
        << R"({"model":"m","max_tokens":9,"messages":[{"role":"system","content":"be kind"},{"role":"user","content":"hi"}]})"_ba;
    QTest::newRow("messages and a picture")
        << R"("input":[{"role":"developer","content":"d"},{"type":"message","role":"user","content":[{"type":"input_text","text":"a"},{"type":"input_image","image_url":"https://x.example/a.png","detail":"low"}]},{"role":"assistant","content":[{"type":"output_text","text":"b"}]}])"_ba
        << R"({"model":"m","messages":[{"role":"system","content":"d"},{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"https://x.example/a.png","detail":"low"}}]},{"role":"assistant","content":[{"type":"text","text":"b"}]}]})"_ba;
    QTest::newRow("calls in a row are one message")
        << R"("input":[{"role":"user","content":"a"},{"type":"reasoning","id":"r"},{"type":"function_call","call_id":"c1","name":"f","arguments":"{}"},{"type":"function_call","call_id":"c2","name":"g","arguments":"{}"},{"type":"function_call_output","call_id":"c1","output":"1"},{"type":"function_call_output","call_id":"c2","output":"2"}])"_ba
        << R"({"model":"m","messages":[{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}},{"id":"c2","type":"function","function":{"name":"g","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c1","content":"1"},{"role":"tool","tool_call_id":"c2","content":"2"}]})"_ba;
    QTest::newRow("tools, a choice and an effort")
        << R"("input":"a","tools":[{"type":"function","name":"f","parameters":{"z":1},"strict":true}],"tool_choice":{"type":"function","name":"f"},"reasoning":{"effort":"low"})"_ba
        << R"({"model":"m","messages":[{"role":"user","content":"a"}],"reasoning_effort":"low","tool_choice":{"type":"function","function":{"name":"f"}},"tools":[{"type":"function","function":{"name":"f","parameters":{"z":1},"strict":true}}]})"_ba;
    QTest::newRow("short words and a summary")
        << R"("input":"a","text":{"verbosity":"low"},"reasoning":{"summary":"auto"})"_ba
        << R"({"model":"m","messages":[{"role":"user","content":"a"}],"verbosity":"low"})"_ba;
    QTest::newRow("as many words as is usual") << R"("input":"a","text":{"verbosity":"medium"})"_ba
                                               << R"({"model":"m","messages":[{"role":"user","content":"a"}]})"_ba;
    QTest::newRow("a schema, a stream, and what has the same name")
        << R"("input":"a","text":{"format":{"type":"json_schema","name":"s","schema":{}}},"stream":true,"temperature":0.5)"_ba
        << R"({"model":"m","messages":[{"role":"user","content":"a"}],"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{}}},"stream":true,"temperature":0.5})"_ba;
}

void TestResponsesBridge::requestsBecomeChats()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, chat);
    const Result<TextCall> call = chatOf(fields);
    QVERIFY(call);
    QCOMPARE(call->kind, TextKind::Chat);
    QCOMPARE(object(call->body), object(chat));
}

void TestResponsesBridge::namesWhatNoChatSays()
{
    QCOMPARE(leftOutOfChat(R"({"reasoning":{"effort":"low","summary":"auto"}})"), QStringList {u"reasoning.summary"_s});
    QCOMPARE(leftOutOfChat(R"({"reasoning":{"generate_summary":"auto"}})"),
             QStringList {u"reasoning.generate_summary"_s});
    QCOMPARE(leftOutOfChat(R"({"reasoning":{"effort":"low","summary":null}})"), QStringList());
    QCOMPARE(leftOutOfChat(R"({"input":"a"})"), QStringList());
}

void TestResponsesBridge::schemasKeepTheirOrder()
{
    const Result<TextCall> call =
        chatOf(R"("input":"a","text":{"format":{"type":"json_schema","name":"s","schema":{"zebra":1,"apple":2}}},)"
               R"("tools":[{"type":"function","name":"f","parameters":{"y":1.50,"b":2}}])");
    QVERIFY(call);
    QVERIFY(call->body.contains(R"({"zebra":1,"apple":2})"));
    QVERIFY(call->body.contains(R"({"y":1.50,"b":2})"));
}

void TestResponsesBridge::refusesWhatNoChatSays_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("param");
    QTest::newRow("a vendor's tool") << R"("input":"a","tools":[{"type":"web_search"}])"_ba << u"tools"_s;
    QTest::newRow("a file") << R"("input":[{"role":"user","content":[{"type":"input_file","file_id":"f"}]}])"_ba
                            << u"input[0]"_s;
    QTest::newRow("a picture at the vendor")
        << R"("input":[{"role":"user","content":[{"type":"input_image","file_id":"f"}]}])"_ba << u"input[0]"_s;
    QTest::newRow("an item of another kind")
        << R"("input":[{"type":"computer_call","content":"x"}])"_ba << u"input[0]"_s;
    QTest::newRow("no item") << R"("input":["a",5])"_ba << u"input[0]"_s;
    QTest::newRow("an item without anything") << R"("input":[{"role":"user","content":"a"},{}])"_ba << u"input[1]"_s;
    QTest::newRow("nobody's words") << R"("input":[{"content":"a"}])"_ba << u"input[0]"_s;
    QTest::newRow("no words") << R"("input":[{"role":"user"}])"_ba << u"input[0]"_s;
    QTest::newRow("a part without words")
        << R"("input":[{"role":"user","content":[{"type":"input_text"}]}])"_ba << u"input[0]"_s;
    QTest::newRow("a call of nothing") << R"("input":[{"type":"function_call","call_id":"c"}])"_ba << u"input[0]"_s;
    QTest::newRow("an answer to nothing")
        << R"("input":[{"type":"function_call_output","output":"a"}])"_ba << u"input[0]"_s;
    QTest::newRow("a picture by its name")
        << R"("input":[{"type":"image_generation_call","id":"ig_1"}])"_ba << u"input[0]"_s;
    QTest::newRow("a prompt at the vendor") << R"("prompt":{"id":"p"})"_ba << u"prompt"_s;
    QTest::newRow("a prompt at the vendor, and words") << R"("input":"a","prompt":{"id":"p"})"_ba << u"prompt"_s;
    QTest::newRow("a conversation at the vendor") << R"("input":"a","conversation":"c")"_ba << u"conversation"_s;
    QTest::newRow("instructions that are no words")
        << R"("input":"a","instructions":[{"role":"system","content":"b"}])"_ba << u"instructions"_s;
    QTest::newRow("nothing") << R"("input":[])"_ba << u"input"_s;
}

void TestResponsesBridge::refusesWhatNoChatSays()
{
    QFETCH(QByteArray, fields);
    const Result<TextCall> call = chatOf(fields);
    QVERIFY(!call);
    QCOMPARE(call.error().billing, Billing::NotBilled);
    QTEST(call.error().param, "param");
}

void TestResponsesBridge::wordsStream()
{
    ResponsesAnswer answer(R"({"model":"m","temperature":0.5,"metadata":{"a":"b"}})");
    QByteArray stream = answer.feed(chunk(R"({"role":"assistant","content":""})") + chunk(R"({"content":"Hel"})"));
    stream +=
        answer.feed(chunk(R"({"content":"lo"})") + chunk("{}", "\"stop\"")
                    + "data: {\"id\":\"c1\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\n"
                      "data: [DONE]\n\n");
    stream += answer.end();
    const QList<QJsonObject> events = eventsIn(stream);
    QCOMPARE(typesOf(events),
             (QStringList {u"response.created"_s, u"response.in_progress"_s, u"response.output_item.added"_s,
                           u"response.content_part.added"_s, u"response.output_text.delta"_s,
                           u"response.output_text.delta"_s, u"response.output_text.done"_s,
                           u"response.content_part.done"_s, u"response.output_item.done"_s, u"response.completed"_s}));
    for (qsizetype number = 0; number < events.size(); ++number) {
        QCOMPARE(events.at(number)["sequence_number"_L1].toInteger(-1), number);
    }
    const QJsonObject whole = events.last()["response"_L1].toObject();
    QCOMPARE(whole["id"_L1], events.first()["response"_L1]["id"_L1]);
    QCOMPARE(whole["output"_L1][0]["content"_L1][0]["text"_L1].toString(), u"Hello"_s);
    QCOMPARE(whole["usage"_L1]["input_tokens"_L1].toInt(), 3);
    QCOMPARE(whole["usage"_L1]["output_tokens"_L1].toInt(), 2);
    QCOMPARE(whole["temperature"_L1].toDouble(), 0.5);
    QCOMPARE(whole["metadata"_L1]["a"_L1].toString(), u"b"_s);
    QCOMPARE(events.at(4)["item_id"_L1], events.at(2)["item"_L1]["id"_L1]);
}

void TestResponsesBridge::callsStream()
{
    ResponsesAnswer answer("{}");
    QByteArray stream = answer.feed(
        chunk(R"({"tool_calls":[{"index":0,"id":"call_9","type":"function","function":{"name":"f","arguments":""}}]})")
        + chunk(R"({"tool_calls":[{"index":0,"function":{"arguments":"{\"a\":"}}]})")
        + chunk(R"({"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]})") + chunk("{}", "\"tool_calls\""));
    stream += answer.end();
    const QList<QJsonObject> events = eventsIn(stream);
    QCOMPARE(typesOf(events).mid(2),
             (QStringList {u"response.output_item.added"_s, u"response.function_call_arguments.delta"_s,
                           u"response.function_call_arguments.delta"_s, u"response.function_call_arguments.done"_s,
                           u"response.output_item.done"_s, u"response.completed"_s}));
    const QJsonValue item = events.last()["response"_L1]["output"_L1][0];
    QCOMPARE(item["type"_L1].toString(), u"function_call"_s);
    QCOMPARE(item["call_id"_L1].toString(), u"call_9"_s);
    QCOMPARE(item["arguments"_L1].toString(), u"{\"a\":1}"_s);
}

void TestResponsesBridge::answersBecomeResponses_data()
{
    QTest::addColumn<QByteArray>("choice");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QStringList>("items");
    QTest::newRow("words") << R"({"message":{"content":"hi"},"finish_reason":"stop"})"_ba << u"completed"_s
                           << QStringList {u"message"_s};
    QTest::newRow("words and a call")
        << R"({"message":{"content":"hi","tool_calls":[{"id":"c","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"})"_ba
        << u"completed"_s << QStringList {u"message"_s, u"function_call"_s};
    QTest::newRow("cut off") << R"({"message":{"content":"hi"},"finish_reason":"length"})"_ba << u"incomplete"_s
                             << QStringList {u"message"_s};
    QTest::newRow("nothing") << R"({"message":{"content":null},"finish_reason":"stop"})"_ba << u"completed"_s
                             << QStringList();
}

void TestResponsesBridge::answersBecomeResponses()
{
    QFETCH(QByteArray, choice);
    const QByteArray chat = R"({"id":"c","created":1,"model":"m","choices":[)" + choice
        + R"(],"usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}})";
    const QJsonObject response = object(ResponsesAnswer("{}").response(chat));
    QTEST(response["status"_L1].toString(), "status");
    QStringList items;
    const QJsonArray output = response["output"_L1].toArray();
    for (const QJsonValue &item : output) {
        items.append(item["type"_L1].toString());
    }
    QTEST(items, "items");
    QCOMPARE(response["usage"_L1]["total_tokens"_L1].toInt(), 6);
    QCOMPARE(response["incomplete_details"_L1].isNull(), response["status"_L1].toString() == "completed"_L1);
}

QTEST_GUILESS_MAIN(TestResponsesBridge)
#include "test_responsesbridge.moc"
