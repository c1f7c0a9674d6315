// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/chatrig.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject tool(const QJsonObject &fields = {})
{
    QJsonObject tool {{u"type"_s, u"image_generation"_s}, {u"model"_s, u"drawn"_s}};
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        tool.insert(field.key(), field.value());
    }
    return tool;
}

QJsonObject wish(const QString &words, const QJsonObject &fields = {}, const QJsonObject &toolFields = {})
{
    QJsonObject body {{u"model"_s, u"alpha/talk"_s},
                      {u"input"_s, words},
                      {u"max_output_tokens"_s, 100},
                      {u"tools"_s, QJsonArray {tool(toolFields)}}};
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        body.insert(field.key(), field.value());
    }
    return body;
}

QJsonArray outputOf(const RawAnswer &answer, const QString &type)
{
    QJsonArray found;
    const QJsonArray output = answer.json()["output"_L1].toArray();
    for (const QJsonValue &item : output) {
        if (item["type"_L1].toString() == type) {
            found.append(item);
        }
    }
    return found;
}

bool isPng(const QJsonValue &item)
{
    return QByteArray::fromBase64(item["result"_L1].toString().toLatin1()).startsWith("\x89PNG");
}

const QJsonObject forced {{u"tool_choice"_s, QJsonObject {{u"type"_s, u"image_generation"_s}}}};

} // namespace

/// The image tool of /responses: pictures made here, for a text model or for whoever asks in the same words.
class TestGatewayImageTool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelHasAPictureMade();
    void nobodyIsAskedWhereItIsClear_data();
    void nobodyIsAskedWhereItIsClear();
    void aNameThatNobodyListedIsAsked();
    void noPictureWhereNoneIsWanted_data();
    void noPictureWhereNoneIsWanted();
    void streamsTellEachStep();
    void picturesAreBounded();
    void anEditTakesTheNewestPicture();
    void aRefusedPictureIsTold();
    void anUnknownPictureEndsIt();
    void aPictureIsDeliveredWhateverFollows();
    void oneKeyIsOneTalk();
    void aBudgetStopsThePicture();
    void refusesBeforePaying_data();
    void refusesBeforePaying();
    void tellsThePriceOnly();
};

void TestGatewayImageTool::theModelHasAPictureMade()
{
    ChatRig rig;
    const RawAnswer answer = rig.ask("responses", wish(u"draw a boat"_s, {}, {{u"output_format"_s, u"png"_s}}));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()["status"_L1].toString(), u"completed"_s);
    const QJsonArray pictures = outputOf(answer, u"image_generation_call"_s);
    QCOMPARE(pictures.size(), 1);
    QVERIFY(isPng(pictures.first()));
    QCOMPARE(pictures.first()["status"_L1].toString(), u"completed"_s);
    QCOMPARE(pictures.first()["revised_prompt"_L1].toString(), u"a boat"_s);
    QCOMPARE(pictures.first()["metadata"_L1]["provider"_L1].toString(), u"gamma"_s);
    QCOMPARE(outputOf(answer, u"message"_s).size(), 1);
    QCOMPARE(outputOf(answer, u"function_call"_s).size(), 0);
    QCOMPARE(rig.painter().billed, 1);
    // The vendor saw a function, and then how its call went.
    QCOMPARE(rig.alpha.calls().size(), 2);
    const QJsonObject first = rig.alpha.calls().first().json();
    QCOMPARE(first["tools"_L1][0]["type"_L1].toString(), u"function"_s);
    const QJsonArray messages = rig.alpha.calls().last().json()["messages"_L1].toArray();
    QCOMPARE(messages.at(1)["tool_calls"_L1][0]["id"_L1].toString(), u"call_0"_s);
    QCOMPARE(messages.at(2)["tool_call_id"_L1].toString(), u"call_0"_s);
    QVERIFY(!rig.alpha.calls().last().body.contains("base64"));
    // Each step is a generation of its own, and all of them are in the price.
    const Result<QList<Generation>> steps = await(rig.gateway.rig.journal->list(10));
    QCOMPARE(steps->size(), 3);
    QCOMPARE(answer.header("X-Lightwell-Cost"), rig.usage().total.toDecimal().toLatin1());
    QCOMPARE(rig.usage().reserved, Money::zero());
}

void TestGatewayImageTool::nobodyIsAskedWhereItIsClear_data()
{
    QTest::addColumn<QJsonObject>("fields");
    QTest::newRow("the tool is forced") << forced;
    QTest::newRow("no other may be chosen") << QJsonObject {{u"tool_choice"_s, u"required"_s}};
    QTest::newRow("the model makes pictures") << QJsonObject {{u"model"_s, u"drawn"_s}};
}

void TestGatewayImageTool::nobodyIsAskedWhereItIsClear()
{
    QFETCH(QJsonObject, fields);
    ChatRig rig;
    const RawAnswer answer = rig.ask("responses", wish(u"a boat"_s, fields));
    QCOMPARE(answer.status, 200);
    const QJsonArray pictures = outputOf(answer, u"image_generation_call"_s);
    QCOMPARE(pictures.size(), 1);
    QVERIFY(isPng(pictures.first()));
    QCOMPARE(rig.alpha.calls().size(), 0);
    QCOMPARE(rig.usage().total, Money::fromMicros(30'000));
    QCOMPARE(rig.last().request.prompt, u"a boat"_s);
}

/// Its provider may have pictures too; which of both it is nobody here knows.
void TestGatewayImageTool::aNameThatNobodyListedIsAsked()
{
    ChatRig rig;
    rig.takeAnyNameAtAlpha();
    const RawAnswer answer = rig.ask("responses", wish(u"hello"_s, {{u"model"_s, u"alpha/some-words"_s}}));
    QVERIFY2(answer.status == 200, answer.body.constData());
    QCOMPARE(rig.alpha.calls().size(), 1);
    QCOMPARE(rig.alpha.calls().first().json()["model"_L1].toString(), u"some-words"_s);
    QCOMPARE(outputOf(answer, u"image_generation_call"_s).size(), 0);
    QCOMPARE(rig.painter().billed, 0);
    QCOMPARE(rig.gateway.vendor().billed, 0);
}

void TestGatewayImageTool::noPictureWhereNoneIsWanted_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("asked");
    QTest::newRow("a text model") << u"alpha/talk"_s << 200 << 1;
    QTest::newRow("one that nobody listed") << u"alpha/some-words"_s << 200 << 1;
    QTest::newRow("one of pictures") << u"drawn"_s << 400 << 0;
}

void TestGatewayImageTool::noPictureWhereNoneIsWanted()
{
    QFETCH(QString, model);
    QFETCH(int, status);
    QFETCH(int, asked);
    ChatRig rig;
    rig.takeAnyNameAtAlpha();
    const RawAnswer answer =
        rig.ask("responses", wish(u"draw a boat"_s, {{u"model"_s, model}, {u"tool_choice"_s, u"none"_s}}));
    QVERIFY2(answer.status == status, answer.body.constData());
    QCOMPARE(rig.alpha.calls().size(), asked);
    QCOMPARE(rig.painter().billed, 0);
    QCOMPARE(rig.gateway.vendor().billed, 0);
}

void TestGatewayImageTool::streamsTellEachStep()
{
    ChatRig rig;
    RawClient client(rig.gateway.port());
    client.send(rig.post("responses", wish(u"draw a boat"_s, {{u"stream"_s, true}})));
    const QByteArray events = unchunked(client.everything());
    QStringList types;
    int number = 0;
    const QList<QByteArray> lines = events.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("data: ")) {
            const QJsonObject event = QJsonDocument::fromJson(line.mid(6)).object();
            types.append(event["type"_L1].toString());
            QCOMPARE(event["sequence_number"_L1].toInt(-1), number++);
        }
    }
    const QStringList picture {u"response.output_item.added"_s, u"response.image_generation_call.in_progress"_s,
                               u"response.image_generation_call.generating"_s,
                               u"response.image_generation_call.completed"_s, u"response.output_item.done"_s};
    QCOMPARE(types.mid(0, 2), (QStringList {u"response.created"_s, u"response.in_progress"_s}));
    QCOMPARE(types.mid(2, 5), picture);
    QCOMPARE(types.last(), u"response.completed"_s);
    QVERIFY(types.contains(u"response.output_text.delta"_s));
    QCOMPARE(rig.painter().billed, 1);
}

void TestGatewayImageTool::picturesAreBounded()
{
    ChatRig rig;
    const RawAnswer answer = rig.ask("responses", wish(u"draw a boat again and again"_s, {{u"max_tool_calls"_s, 2}}));
    QCOMPARE(answer.status, 200);
    QCOMPARE(outputOf(answer, u"image_generation_call"_s).size(), 2);
    QCOMPARE(rig.painter().billed, 2);
    QCOMPARE(rig.alpha.calls().size(), 3);
    QCOMPARE(rig.alpha.calls().last().json()["tool_choice"_L1].toString(), u"none"_s);
}

void TestGatewayImageTool::anEditTakesTheNewestPicture()
{
    ChatRig rig;
    const RawAnswer answer = rig.ask("responses", wish(u"draw a boat, draw it edited"_s));
    const QJsonArray pictures = outputOf(answer, u"image_generation_call"_s);
    QCOMPARE(pictures.size(), 2);
    QCOMPARE(pictures.last()["action"_L1].toString(), u"edit"_s);
    // The picture goes along: this offer takes none.
    QCOMPARE(pictures.last()["error"_L1]["param"_L1].toString(), u"image"_s);
    const RawAnswer nothing = rig.ask("responses", wish(u"draw it edited"_s));
    const QJsonArray failed = outputOf(nothing, u"image_generation_call"_s);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first()["status"_L1].toString(), u"failed"_s);
    QVERIFY(failed.first()["error"_L1].isObject());
    QCOMPARE(rig.painter().billed, 1);
}

void TestGatewayImageTool::aRefusedPictureIsTold()
{
    ChatRig rig;
    rig.painter().submitScript = {Reply::json({{u"error"_s, u"no"_s}}, 400)};
    const RawAnswer answer = rig.ask("responses", wish(u"draw a boat"_s));
    QCOMPARE(answer.status, 200);
    const QJsonArray pictures = outputOf(answer, u"image_generation_call"_s);
    QCOMPARE(pictures.first()["status"_L1].toString(), u"failed"_s);
    QVERIFY(!pictures.first()["error"_L1]["message"_L1].toString().isEmpty());
    QCOMPARE(rig.alpha.calls().size(), 2); // the model may say so
    QVERIFY(rig.alpha.calls().last().body.contains("error"));
    // Asked for directly, it is an error like that of any picture.
    rig.painter().submitScript = {Reply::json({{u"error"_s, u"no"_s}}, 400)};
    QVERIFY(rig.ask("responses", wish(u"a boat"_s, forced)).status >= 400);
}

/// The model is not told, since it would try again.
void TestGatewayImageTool::anUnknownPictureEndsIt()
{
    ChatRig rig;
    rig.painter().afterAccepting = [] { return Reply::drop(); };
    const RawAnswer answer = rig.ask("responses", wish(u"draw a boat again and again"_s));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()["status"_L1].toString(), u"incomplete"_s);
    QCOMPARE(outputOf(answer, u"image_generation_call"_s).first()["status"_L1].toString(), u"failed"_s);
    QCOMPARE(answer.header("X-Lightwell-Cost"), "unknown"_ba);
    QCOMPARE(rig.alpha.calls().size(), 1);
    QCOMPARE(rig.painter().billed, 1);
    QCOMPARE(rig.usage().unknown, 1);
}

void TestGatewayImageTool::aPictureIsDeliveredWhateverFollows()
{
    ChatRig rig;
    const QJsonObject function {{u"name"_s, u"image_generation"_s}, {u"arguments"_s, u"{\"prompt\":\"a boat\"}"_s}};
    const QJsonObject call {{u"id"_s, u"call_0"_s}, {u"type"_s, u"function"_s}, {u"function"_s, function}};
    const QJsonObject said {{u"role"_s, u"assistant"_s}, {u"tool_calls"_s, QJsonArray {call}}};
    const QJsonObject choice {{u"index"_s, 0}, {u"message"_s, said}, {u"finish_reason"_s, u"tool_calls"_s}};
    rig.alpha.script(u"chat"_s, Reply::json({{u"id"_s, u"c"_s}, {u"choices"_s, QJsonArray {choice}}}));
    rig.alpha.script(u"chat"_s, Reply::json({}, 500));
    const RawAnswer answer = rig.ask("responses", wish(u"draw a boat"_s));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()["status"_L1].toString(), u"incomplete"_s);
    QVERIFY(answer.json()["error"_L1].isNull()); // or clients would throw the picture away
    const QJsonValue why = answer.json()["incomplete_details"_L1];
    QCOMPARE(why["reason"_L1].toString(), u"tool_failed"_s);
    QCOMPARE(why["type"_L1].toString(), u"server_error"_s);
    QVERIFY(!why["message"_L1].toString().isEmpty());
    QVERIFY(isPng(outputOf(answer, u"image_generation_call"_s).first()));
}

void TestGatewayImageTool::oneKeyIsOneTalk()
{
    ChatRig rig;
    const QByteArray key = "Idempotency-Key: one\r\n";
    const RawAnswer first = rig.ask("responses", wish(u"draw a boat"_s), key);
    const RawAnswer again = rig.ask("responses", wish(u"draw a boat"_s), key);
    QCOMPARE(first.status, 200);
    QCOMPARE(again.body, first.body);
    QCOMPARE(rig.ask("responses", wish(u"draw a ship"_s), key).status, 422);
    QCOMPARE(rig.painter().billed, 1);
    QCOMPARE(rig.alpha.calls().size(), 2);
}

void TestGatewayImageTool::aBudgetStopsThePicture()
{
    ChatRig rig;
    Budget budget;
    budget.limit = Money::fromMicros(20'000); // enough for the words
    QVERIFY(await(rig.gateway.rig.ledger->setBudget(budget)));
    const RawAnswer answer = rig.ask("responses", wish(u"draw a boat"_s));
    QCOMPARE(answer.status, 200);
    QCOMPARE(outputOf(answer, u"image_generation_call"_s).first()["status"_L1].toString(), u"failed"_s);
    QCOMPARE(rig.painter().billed, 0);
}

void TestGatewayImageTool::refusesBeforePaying_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("param");
    QTest::newRow("an unknown model") << wish(u"draw x"_s, {}, {{u"model"_s, u"nobody"_s}}) << u"model"_s;
    QTest::newRow("an unknown format") << wish(u"draw x"_s, {}, {{u"output_format"_s, u"bmq"_s}}) << u"output_format"_s;
    QTest::newRow("several pictures") << wish(u"draw x"_s, {}, {{u"n"_s, 2}}) << u"n"_s;
    QTest::newRow("a file as a mask") << wish(u"draw x"_s, {},
                                              {{u"input_image_mask"_s, QJsonObject {{u"file_id"_s, u"file_1"_s}}}})
                                      << u"input_image_mask"_s;
    QTest::newRow("an unknown action") << wish(u"draw x"_s, {}, {{u"action"_s, u"erase"_s}}) << u"action"_s;
    QTest::newRow("too many calls") << wish(u"draw x"_s, {{u"max_tool_calls"_s, 50}}) << u"max_tool_calls"_s;
    QTest::newRow("two tools") << wish(u"draw x"_s, {{u"tools"_s, QJsonArray {tool(), tool()}}}) << u"tools"_s;
    QTest::newRow("no words") << wish(QString(), forced) << u"input"_s;
    QTest::newRow("an edit of nothing") << wish(u"x"_s, forced, {{u"action"_s, u"edit"_s}}) << u"action"_s;
    QTest::newRow("an earlier answer") << wish(u"draw x"_s, {{u"previous_response_id"_s, u"resp_1"_s}})
                                       << u"previous_response_id"_s;
}

void TestGatewayImageTool::refusesBeforePaying()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, param);
    ChatRig rig;
    const RawAnswer answer = rig.ask("responses", body);
    QVERIFY2(answer.status == 400 || answer.status == 404, answer.body.constData());
    QCOMPARE(answer.json()["error"_L1]["param"_L1].toString(), param);
    QCOMPARE(rig.alpha.calls().size(), 0);
    QCOMPARE(rig.painter().billed, 0);
}

void TestGatewayImageTool::tellsThePriceOnly()
{
    ChatRig rig;
    const RawAnswer both = rig.ask("responses?dryRun=true", wish(u"draw a boat"_s));
    QCOMPARE(both.status, 200);
    QVERIFY(both.json()["total_cost_micros"_L1].toInteger() > 0);
    QCOMPARE(both.json()["image_generation"_L1]["total_cost_micros"_L1].toInteger(), 30'000);
    QCOMPARE(both.json()["image_generation"_L1]["max_pictures"_L1].toInt(), 4);
    const RawAnswer alone = rig.ask("responses?dryRun=true", wish(u"a boat"_s, forced));
    QCOMPARE(alone.json()["total_cost_micros"_L1].toInteger(), 30'000);
    QCOMPARE(rig.alpha.calls().size(), 0);
    QCOMPARE(rig.painter().billed, 0);
}

QTEST_GUILESS_MAIN(TestGatewayImageTool)
#include "test_gatewayimagetool.moc"
