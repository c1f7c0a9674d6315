// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/namedresponse.h"
#include "core/chat/responseitems.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/// An answer in events, as a vendor sends it.
QByteArray streamOf(const QByteArray &lineEnd)
{
    const QByteArrayList data {
        R"({"type":"response.created","response":{"id":"resp_vendor","status":"in_progress","output":[]}})",
        "{\"type\":\"response.output_text.delta\",\"delta\":\"a \\\"response\\\" of {\"}",
        R"({"type":"response.completed","response":{"id":"resp_vendor","status":"completed","store":false,)"
        R"("output":[{"type":"message","id":"msg_1"}]}})"};
    QByteArray stream;
    for (const QByteArray &one : data) {
        const QByteArray type = object(one)["type"_L1].toString().toLatin1();
        stream += "event: " + type + lineEnd + "data: " + one + lineEnd + lineEnd;
    }
    return stream + "data: [DONE]" + lineEnd + lineEnd;
}

} // namespace

/// Conversations as they are kept, and answers under the names by which they are.
class TestResponseItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWish_data();
    void readsTheWish();
    void readsTheInput_data();
    void readsTheInput();
    void tellsVendorsAllOfIt_data();
    void tellsVendorsAllOfIt();
    void replacesReferences();
    void findsTheNewestPicture();
    void showsPages_data();
    void showsPages();
    void namesStreams_data();
    void namesStreams();
    void namesWholeAnswers_data();
    void namesWholeAnswers();
};

void TestResponseItems::readsTheWish_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("fault"); ///< a field; empty: none
    QTest::addColumn<QString>("previous");
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<QStringList>("references");
    const auto row = [](const char *name, const QByteArray &body, const QString &fault, const QString &previous = {},
                        bool isKept = true, const QStringList &references = {}) {
        QTest::newRow(name) << body << fault << previous << isKept << references;
    };
    row("nothing is said", R"({"input":"a"})", {});
    row("nulls", R"({"store":null,"previous_response_id":null,"conversation":null})", {});
    row("goes on", R"({"previous_response_id":"resp_1","store":true})", {}, u"resp_1"_s);
    row("not to be kept", R"({"previous_response_id":"resp_1","store":false})", {}, u"resp_1"_s, false);
    row("the vendor's", R"({"conversation":{"id":"conv_1"},"input":[{"type":"item_reference","id":"a"}]})", {}, {},
        false);
    row("two ways", R"({"previous_response_id":"resp_1","conversation":"conv_1"})", u"previous_response_id"_s);
    row("no switch", R"({"store":"false"})", u"store"_s);
    row("references",
        R"({"input":[{"type":"item_reference","id":"a"},{"role":"user"},{"type":"item_reference","id":"b"}]})", {}, {},
        true, {u"a"_s, u"b"_s});
    row("a picture that is not sent again",
        R"({"input":[{"type":"image_generation_call","id":"a"},{"type":"image_generation_call","id":"b","result":"x"}]})",
        {}, {}, true, {u"a"_s});
}

void TestResponseItems::readsTheWish()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, fault);
    const Result<responseitems::Wish> wish = responseitems::readWish(body);
    QCOMPARE(wish.ok(), fault.isEmpty());
    if (!wish) {
        QCOMPARE(wish.error().param, fault);
        QCOMPARE(wish.error().billing, Billing::NotBilled);
        return;
    }
    QTEST(wish->previous, "previous");
    QTEST(wish->isKept, "isKept");
    QTEST(wish->references, "references");
}

void TestResponseItems::readsTheInput_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("items");
    QTest::newRow("words")
        << "{\"input\":\"a \\\"b\\\"\"}"_ba
        << "[{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"a \\\"b\\\"\"}]}]"_ba;
    QTest::newRow("messages without a type")
        << R"({"input":[{"role":"assistant","content":"a"},{"role":"user","content":[{"type":"input_text","text":"b"}]}]})"_ba
        << R"([{"type":"message","role":"assistant","content":[{"type":"output_text","text":"a","annotations":[]}]},
               {"type":"message","role":"user","content":[{"type":"input_text","text":"b"}]}])"_ba;
    QTest::newRow("others") << R"({"input":[{"type":"function_call_output","call_id":"c","output":"rain"}]})"_ba
                            << R"([{"type":"function_call_output","call_id":"c","output":"rain"}])"_ba;
    QTest::newRow("nothing") << "{}"_ba
                             << "[]"_ba;
}

void TestResponseItems::readsTheInput()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, items);
    const QByteArray read = responseitems::listOf(responseitems::inputOf(body));
    QCOMPARE(QJsonDocument::fromJson(read), QJsonDocument::fromJson(items));
}

void TestResponseItems::tellsVendorsAllOfIt_data()
{
    QTest::addColumn<QByteArrayList>("earlier");
    QTest::addColumn<QByteArray>("input");
    const QByteArray own = R"({"role":"user","content":"go on"})";
    const QByteArray words = R"({"type":"message","id":"msg_1","status":"completed","role":"assistant","content":[]})";
    const QByteArray told = R"({"type":"message","role":"assistant","content":[]})";
    QTest::newRow("nothing came before") << QByteArrayList() << '[' + own + ']';
    QTest::newRow("words") << QByteArrayList {words} << '[' + told + ',' + own + ']';
    QTest::newRow("a call") << QByteArrayList {R"({"type":"function_call","id":"fc_1","call_id":"c","name":"f"})"}
                            << R"([{"type":"function_call","call_id":"c","name":"f"},)" + own + ']';
    QTest::newRow("thoughts") << QByteArrayList {R"({"type":"reasoning","id":"rs_1","summary":[]})", words}
                              << '[' + told + ',' + own + ']';
    const QByteArray sealed = R"({"type":"reasoning","id":"rs_1","encrypted_content":"x"})";
    QTest::newRow("thoughts that can be read again") << QByteArrayList {sealed} << '[' + sealed + ',' + own + ']';
    QTest::newRow("a picture")
        << QByteArrayList {R"({"type":"image_generation_call","id":"ig_1","status":"completed","revised_prompt":"a boat",
                               "result":"","lightwell_picture":"abc"})"}
        << R"([{"type":"function_call","call_id":"ig_1","name":"image_generation","arguments":"{\"prompt\":\"a boat\"}"},
               {"type":"function_call_output","call_id":"ig_1","output":"{\"status\":\"completed\"}"},)"
            + own + ']';
}

void TestResponseItems::tellsVendorsAllOfIt()
{
    QFETCH(const QByteArrayList, earlier);
    QFETCH(const QByteArray, input);
    const QJsonObject body = object(responseitems::selfContained(
        R"({"model":"m","previous_response_id":"resp_1","store":true,"input":[{"role":"user","content":"go on"}]})",
        {earlier, {}}));
    QCOMPARE(body["input"_L1].toArray(), QJsonDocument::fromJson(input).array());
    QCOMPARE(body["store"_L1], QJsonValue(false));
    QVERIFY(!body.contains("previous_response_id"_L1));
    QCOMPARE(body["model"_L1].toString(), u"m"_s);
}

void TestResponseItems::replacesReferences()
{
    const QHash<QString, QByteArray> referred {{u"a"_s, R"({"type":"message","id":"a","role":"assistant"})"}};
    const QByteArray body = R"({"input":[{"type":"item_reference","id":"a"},{"type":"item_reference","id":"b"}]})";
    const QJsonArray told = object(responseitems::selfContained(body, {{}, referred}))["input"_L1].toArray();
    QCOMPARE(told.at(0).toObject(), object(R"({"type":"message","role":"assistant"})"));
    QCOMPARE(told.at(1)["type"_L1].toString(), u"item_reference"_s);
    const QByteArrayList kept = responseitems::resolved(responseitems::inputOf(body), referred);
    QCOMPARE(kept.first(), referred.value(u"a"_s));
    QCOMPARE(responseitems::idOf(kept.last()), u"b"_s);
}

void TestResponseItems::findsTheNewestPicture()
{
    const auto picture = [](const QByteArray &id, const QByteArray &status) -> QByteArray {
        return R"({"type":"image_generation_call","id":")" + id + R"(","status":")" + status + R"("})";
    };
    const QByteArray message = R"({"type":"message","id":"msg_1"})";
    QCOMPARE(responseitems::newestPicture({message}), QByteArray());
    const QByteArrayList items {picture("ig_1", "completed"), picture("ig_2", "completed"), message,
                                picture("ig_3", "failed")};
    QCOMPARE(responseitems::idOf(responseitems::newestPicture(items)), u"ig_2"_s);
}

void TestResponseItems::showsPages_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("isAscending");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("ids"); ///< "?": an error
    QTest::addColumn<bool>("hasMore");
    QTest::newRow("newest first") << 20 << false << QString() << u"cba"_s << false;
    QTest::newRow("oldest first") << 2 << true << QString() << u"ab"_s << true;
    QTest::newRow("behind one") << 2 << true << u"b"_s << u"c"_s << false;
    QTest::newRow("before one") << 1 << false << u"c"_s << u"b"_s << true;
    QTest::newRow("behind all") << 1 << false << u"a"_s << QString() << false;
    QTest::newRow("behind none of them") << 1 << false << u"d"_s << u"?"_s << false;
}

void TestResponseItems::showsPages()
{
    QFETCH(const int, limit);
    QFETCH(const bool, isAscending);
    QFETCH(const QString, after);
    QFETCH(const QString, ids);
    const QByteArrayList items {R"({"id":"a"})", R"({"id":"b"})", R"({"id":"c"})"};
    const Result<responseitems::Page> page = responseitems::pageOf(items, {limit, isAscending, after});
    QCOMPARE(page.ok(), ids != "?"_L1);
    if (!page) {
        QCOMPARE(page.error().param, u"after"_s);
        return;
    }
    QString shown;
    for (const QByteArray &item : page->items) {
        shown += responseitems::idOf(item);
    }
    QCOMPARE(shown, ids);
    QTEST(page->hasMore, "hasMore");
}

void TestResponseItems::namesStreams_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::addColumn<int>("piece"); ///< bytes
    for (const int piece : {1, 7, 10'000}) {
        QTest::addRow("lines, %d at a time", piece) << "\n"_ba << piece;
        QTest::addRow("lines of the web, %d at a time", piece) << "\r\n"_ba << piece;
    }
}

void TestResponseItems::namesStreams()
{
    QFETCH(const QByteArray, lineEnd);
    QFETCH(const int, piece);
    const QByteArray stream = streamOf(lineEnd);
    NamedResponse named(u"resp_ours"_s, u"resp_before"_s);
    QByteArray told;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        told += named.feed(stream.mid(at, piece));
    }
    QVERIFY(!told.contains("response.completed")); // not before it is known what becomes of it
    QVERIFY(told.contains("a \\\"response\\\" of {"));
    const QJsonObject kept = object(named.finished());
    QCOMPARE(kept["id"_L1].toString(), u"resp_ours"_s);
    QCOMPARE(kept["previous_response_id"_L1].toString(), u"resp_before"_s);
    QCOMPARE(kept["store"_L1], QJsonValue(true));
    QVERIFY(named.rest(false).contains(R"("store":false)"));
    told += named.rest(true);
    QVERIFY(!told.contains("resp_vendor"));
    QCOMPARE(told.count("resp_ours"), 2);
    QCOMPARE(told.count("event: "), 3);
    QVERIFY(told.trimmed().endsWith("data: [DONE]"));
    const QByteArray last = told.mid(told.lastIndexOf("data: {"));
    QCOMPARE(object(StreamCutter::dataOf(last.left(last.indexOf('\n')) + "\n\n"))["response"_L1].toObject(), kept);
}

void TestResponseItems::namesWholeAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isAnswer");
    QTest::addColumn<bool>("isGood"); ///< somebody could go on with it
    QTest::newRow("completed") << R"({"id":"resp_vendor","status":"completed","output":[]})"_ba << true << true;
    QTest::newRow("cut short") << R"({"id":"resp_vendor","status":"incomplete","output":[]})"_ba << true << true;
    QTest::newRow("failed") << R"({"id":"resp_vendor","status":"failed","output":[]})"_ba << true << false;
    QTest::newRow("something else") << R"({"hello":1})"_ba << false << false;
}

void TestResponseItems::namesWholeAnswers()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, isAnswer);
    QFETCH(const bool, isGood);
    NamedResponse named(u"resp_ours"_s, {});
    named.take(answer);
    QCOMPARE(!named.finished().isEmpty(), isGood);
    if (!isAnswer) {
        QCOMPARE(named.rest(false), answer);
        return;
    }
    const QJsonObject told = object(named.rest(isGood));
    QCOMPARE(told["id"_L1].toString(), u"resp_ours"_s);
    QCOMPARE(told["store"_L1], QJsonValue(isGood));
    QVERIFY(told["previous_response_id"_L1].isNull());
}

QTEST_GUILESS_MAIN(TestResponseItems)
#include "test_responseitems.moc"
