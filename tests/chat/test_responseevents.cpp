// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/answerevents.h"
#include "core/chat/namedresponse.h"
#include "core/chat/responseevents.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// Whole answers of /responses as streams.
class TestResponseEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsAreToldInTheirOrder_data();
    void itemsAreToldInTheirOrder();
    void endsAsTheAnswerDid_data();
    void endsAsTheAnswerDid();
    void isWrittenInLines();
    void isNoAnswer();
};

namespace {

QList<QJsonObject> eventsIn(const QByteArray &stream)
{
    QList<QJsonObject> events;
    const QByteArrayList all = StreamCutter().feed(stream);
    for (const QByteArray &event : all) {
        events.append(QJsonDocument::fromJson(StreamCutter::dataOf(event)).object());
    }
    return events;
}

QStringList typesOf(const QList<QJsonObject> &events)
{
    QStringList types;
    for (const QJsonObject &event : events) {
        types.append(event["type"_L1].toString().mid(QLatin1StringView("response.").size()));
    }
    return types;
}

QByteArray responseOf(const QByteArray &output, const QByteArray &status = "completed")
{
    return R"({"id":"resp_1","status":")" + status + R"(","usage":{"input_tokens":1},"output":[)" + output + "]}";
}

} // namespace

void TestResponseEvents::itemsAreToldInTheirOrder_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QStringList>("types"); ///< between the item's first and its last
    QTest::addColumn<QString>("said"); ///< in all that a client puts together
    QTest::newRow("words") << R"({"type":"message","id":"m","role":"assistant","status":"completed","content":[
        {"type":"output_text","text":"a \"b\"\n","annotations":[]},{"type":"output_text","text":"c"}]})"_ba
                           << QStringList {u"content_part.added"_s, u"output_text.delta"_s,  u"output_text.done"_s,
                                           u"content_part.done"_s,  u"content_part.added"_s, u"output_text.delta"_s,
                                           u"output_text.done"_s,   u"content_part.done"_s}
                           << u"a \"b\"\nc"_s;
    QTest::newRow("no") << R"({"type":"message","id":"m","content":[{"type":"refusal","refusal":"no"}]})"_ba
                        << QStringList {u"content_part.added"_s, u"refusal.delta"_s, u"refusal.done"_s,
                                        u"content_part.done"_s}
                        << u"no"_s;
    QTest::newRow("a call")
        << R"({"type":"function_call","id":"f","call_id":"c","name":"n","arguments":"{\"a\":1}"})"_ba
        << QStringList {u"function_call_arguments.delta"_s, u"function_call_arguments.done"_s} << u"{\"a\":1}"_s;
    QTest::newRow("thoughts")
        << R"({"type":"reasoning","id":"r","encrypted_content":"x","summary":[{"type":"summary_text","text":"hm"}]})"_ba
        << QStringList {u"reasoning_summary_part.added"_s, u"reasoning_summary_text.delta"_s,
                        u"reasoning_summary_text.done"_s, u"reasoning_summary_part.done"_s}
        << u"hm"_s;
    QTest::newRow("a picture") << R"({"type":"image_generation_call","id":"i","status":"completed","result":"QQ=="})"_ba
                               << QStringList() << QString();
    QTest::newRow("a part of another kind")
        << R"({"type":"message","id":"m","content":[{"type":"output_audio","data":"x"}]})"_ba << QStringList()
        << QString();
}

void TestResponseEvents::itemsAreToldInTheirOrder()
{
    QFETCH(const QByteArray, item);
    QFETCH(const QStringList, types);
    QFETCH(const QString, said);
    const QByteArray response = responseOf(item);
    const QByteArray stream = responseEvents(response);
    const QList<QJsonObject> events = eventsIn(stream);
    QCOMPARE(typesOf(events),
             QStringList({u"created"_s, u"in_progress"_s, u"output_item.added"_s}) + types
                 + QStringList({u"output_item.done"_s, u"completed"_s}));
    QString told;
    for (qsizetype number = 0; number < events.size(); ++number) {
        const QJsonObject &event = events.at(number);
        QCOMPARE(event["sequence_number"_L1].toInteger(), number);
        told += event["delta"_L1].toString();
    }
    QCOMPARE(told, said);
    const QJsonObject whole = QJsonDocument::fromJson(response).object();
    QCOMPARE(events.last()["response"_L1].toObject(), whole);
    QCOMPARE(events.at(events.size() - 2)["item"_L1], whole["output"_L1][0]);
    const QJsonValue begun = events.first()["response"_L1];
    QCOMPARE(begun["status"_L1].toString(), u"in_progress"_s);
    QCOMPARE(begun["output"_L1].toArray(), QJsonArray());
    QVERIFY(begun["usage"_L1].isUndefined());
    // What clients add the rest to is there, and empty.
    const QJsonObject added = events.at(2)["item"_L1].toObject();
    QVERIFY(added.value("content"_L1).toArray().isEmpty() && added.value("summary"_L1).toArray().isEmpty());
    QVERIFY(added.value("arguments"_L1).toString().isEmpty() && added.value("result"_L1).toString().isEmpty());
    // And whoever keeps streams finds in it what it was.
    NamedResponse named(u"resp_2"_s, {});
    (void)named.feed(stream);
    QVERIFY(!named.finished().isEmpty());
}

void TestResponseEvents::endsAsTheAnswerDid_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("last");
    QTest::newRow("well") << "completed"_ba << u"completed"_s;
    QTest::newRow("cut off") << "incomplete"_ba << u"incomplete"_s;
    QTest::newRow("failed") << "failed"_ba << u"failed"_s;
}

void TestResponseEvents::endsAsTheAnswerDid()
{
    QFETCH(const QByteArray, status);
    QTEST(typesOf(eventsIn(responseEvents(responseOf({}, status)))).last(), "last");
}

void TestResponseEvents::isWrittenInLines()
{
    const QByteArray stream = responseEvents("{\n \"output\": [\n {\"type\": \"message\",\r\n \"content\": []}]}");
    QCOMPARE(eventsIn(stream).size(), 5);
    QVERIFY(stream.startsWith("event: response.created\ndata: {\"type\":\"response.created\","));
    QVERIFY(!stream.contains('\r'));
    QCOMPARE(answerEvents(responseOf({})), responseEvents(responseOf({})));
}

void TestResponseEvents::isNoAnswer()
{
    for (const QByteArray &other : {""_ba, "[]"_ba, R"({"choices":[]})"_ba, R"({"output":"x"})"_ba}) {
        QCOMPARE(responseEvents(other), QByteArray());
    }
}

QTEST_GUILESS_MAIN(TestResponseEvents)
#include "test_responseevents.moc"
