// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textcall.h"
#include "core/chat/writtenobject.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// What is understood of a client's body, and what becomes of it on its way to the vendor.
class TestTextCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void reads();
    void boundsTokens_data();
    void boundsTokens();
    void knowsWhatCostsMore_data();
    void knowsWhatCostsMore();
    void readsTheWishForHealing_data();
    void readsTheWishForHealing();
    void changesNothingElse_data();
    void changesNothingElse();
    void theLimitHasTheNameThatIsKnown_data();
    void theLimitHasTheNameThatIsKnown();
    void objectsStayAsTheyAreWritten_data();
    void objectsStayAsTheyAreWritten();
};

void TestTextCall::refuses_data()
{
    QTest::addColumn<TextKind>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("param");
    const auto chat = TextKind::Chat;
    QTest::newRow("no JSON") << chat << "{\"model\":"_ba << QString();
    QTest::newRow("a list") << chat << "[{\"model\":\"m\",\"messages\":[{}]}]"_ba << QString();
    QTest::newRow("a name twice") << chat << R"({"model":"a","model":"b","messages":[{}]})"_ba << u"model"_s;
    QTest::newRow("no model") << chat << R"({"messages":[{}]})"_ba << u"model"_s;
    QTest::newRow("no messages") << chat << R"({"model":"m"})"_ba << u"messages"_s;
    QTest::newRow("empty messages") << chat << R"({"model":"m","messages":[]})"_ba << u"messages"_s;
    QTest::newRow("messages as text") << chat << R"({"model":"m","messages":"hi"})"_ba << u"messages"_s;
    QTest::newRow("no input") << TextKind::Embeddings << R"({"model":"m"})"_ba << u"input"_s;
    QTest::newRow("no input to respond to") << TextKind::Responses << R"({"model":"m"})"_ba << u"input"_s;
    QTest::newRow("stream as a word") << chat << R"({"model":"m","messages":[{}],"stream":"yes"})"_ba << u"stream"_s;
    QTest::newRow("a half token") << chat << R"({"model":"m","messages":[{}],"max_tokens":1.5})"_ba << u"max_tokens"_s;
    QTest::newRow("tokens as a word") << TextKind::Responses
                                      << R"({"model":"m","input":"a","max_output_tokens":"9"})"_ba
                                      << u"max_output_tokens"_s;
    QTest::newRow("n as a word") << chat << R"({"model":"m","messages":[{}],"n":"2"})"_ba << u"n"_s;
    QTest::newRow("pictures") << chat << R"({"model":"m","messages":[{}],"modalities":["image","text"]})"_ba
                              << u"modalities"_s;
    QTest::newRow("a price in the body") << chat << R"({"model":"m","messages":[{}],"dry_run":true})"_ba << u"dryRun"_s;
    QTest::newRow("a name nobody can see") << chat << R"({"model":"m\u0007","messages":[{}]})"_ba << u"model"_s;
    QTest::newRow("an answer to be fetched")
        << TextKind::Responses << R"({"model":"m","input":"a","background":true})"_ba << u"background"_s;
    QTest::newRow("the same in xAI's words")
        << chat << R"({"model":"m","messages":[{}],"deferred":true})"_ba << u"deferred"_s;
    QTest::newRow("an earlier answer") << TextKind::Responses
                                       << R"({"model":"m","input":"a","previous_response_id":"resp_1"})"_ba
                                       << u"previous_response_id"_s;
    QTest::newRow("an earlier answer by its number")
        << TextKind::Responses << R"({"model":"m","input":"a","previous_response_id":1})"_ba
        << u"previous_response_id"_s;
}

void TestTextCall::refuses()
{
    QFETCH(TextKind, kind);
    QFETCH(QByteArray, body);
    QFETCH(QString, param);
    const Result<TextCall> call = readTextCall(body, kind);
    QVERIFY(!call);
    QCOMPARE(call.error().billing, Billing::NotBilled);
    QVERIFY(call.error().kind == ErrorKind::Invalid || call.error().kind == ErrorKind::Unsupported);
    QCOMPARE(call.error().param, param);
}

void TestTextCall::reads()
{
    const Result<TextCall> call = readTextCall(
        R"({"model":"gpt-5","messages":[{"role":"user","content":"hi"}],"stream":true,"n":2,"max_tokens":10,
            "max_completion_tokens":20,"stream_options":{"include_usage":true}})",
        TextKind::Chat);
    QVERIFY(call);
    QCOMPARE(call->model, u"gpt-5"_s);
    QVERIFY(call->streams);
    QVERIFY(call->wantsUsage);
    QCOMPARE(call->answers, 2);
    QCOMPARE(call->maxTokens, 20);
    QVERIFY(!call->costsMore);
    // Some programs write -1 where they mean no limit.
    const Result<TextCall> unlimited =
        readTextCall(R"({"model":"m","messages":[{}],"max_tokens":-1,"stream":null})", TextKind::Chat);
    QVERIFY(unlimited);
    QVERIFY(!unlimited->maxTokens);
    QVERIFY(!unlimited->streams);
}

void TestTextCall::boundsTokens_data()
{
    QTest::addColumn<TextKind>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("least"); // what the words have in bytes, or what any vendor counts for a picture
    QTest::addColumn<qint64>("most");
    const QByteArray long1000(1000, 'a');
    const QByteArray picture = QByteArray(200'000, 'A');
    QTest::newRow("words") << TextKind::Chat
                           << R"({"model":"m","messages":[{"role":"user","content":")" + long1000 + R"("}]})"
                           << qint64(1000) << qint64(1100);
    QTest::newRow("tools") << TextKind::Chat
                           << R"({"model":"m","messages":[{}],"tools":[{"type":"function","function":{"name":")"
            + long1000 + R"("}}]})"
                           << qint64(1000) << qint64(1200);
    QTest::newRow("a picture is no text")
        << TextKind::Chat
        << R"({"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,)"
            + picture + R"("}}]}]})"
        << qint64(10'000) << qint64(20'000);
    QTest::newRow("words beside a picture's type are read")
        << TextKind::Chat
        << R"({"model":"m","messages":[{"role":"user","type":"image_url","content":")" + picture + R"("}]})"
        << qint64(200'000) << qint64(220'000);
    QTest::newRow("a picture without a type")
        << TextKind::Chat
        << R"({"model":"m","messages":[{"role":"user","content":[{"image_url":{"url":"https://a.example/b"}}]}]})"_ba
        << qint64(10'000) << qint64(20'000);
    QTest::newRow("a tool's field of that name is none")
        << TextKind::Chat
        << R"({"model":"m","messages":[{}],"tools":[{"type":"function","function":{"name":"f","parameters":)"
           R"({"type":"object","properties":{"image_url":{"type":"string"},"video_url":{"type":"string"}}}}}]})"_ba
        << qint64(100) << qint64(500);
    QTest::newRow("a document may be packed")
        << TextKind::Responses << R"({"model":"m","input":[{"type":"input_file","file_data":")" + picture + R"("}]})"
        << qint64(-1) << qint64(-1);
    QTest::newRow("a document in a chat")
        << TextKind::Chat
        << R"({"model":"m","messages":[{"role":"user","content":[{"type":"file","file":{"file_data":"data:x"}}]}]})"_ba
        << qint64(-1) << qint64(-1);
    QTest::newRow("a film")
        << TextKind::Chat
        << R"({"model":"m","messages":[{"role":"user","content":[{"type":"video","video":["https://a.example/b"]}]}]})"_ba
        << qint64(-1) << qint64(-1);
    QTest::newRow("a film without a type")
        << TextKind::Chat
        << R"({"model":"m","messages":[{"role":"user","content":[{"video_url":{"url":"https://a.example/b"}}]}]})"_ba
        << qint64(-1) << qint64(-1);
    QTest::newRow("instructions") << TextKind::Responses
                                  << R"({"model":"m","input":"a","instructions":")" + long1000 + R"("})" << qint64(1001)
                                  << qint64(1100);
    QTest::newRow("documents that only the vendor knows")
        << TextKind::Chat
        << R"({"model":"m","messages":[{}],"documents":[{"text":")" + QByteArray(2000, 'a') + R"("}]})" << qint64(2000)
        << qint64(2200);
    QTest::newRow("settings are not read")
        << TextKind::Chat << R"({"model":"m","messages":[{}],"metadata":{"a":"b"},"stop":["c"],"seed":7})"_ba
        << qint64(0) << qint64(20);
    QTest::newRow("texts") << TextKind::Embeddings << R"({"model":"m","input":["aaaa","bbbb"]})"_ba << qint64(8)
                           << qint64(40);
    QTest::newRow("tokens") << TextKind::Embeddings << R"({"model":"m","input":[17,18,19]})"_ba << qint64(3)
                            << qint64(3);
    QTest::newRow("tokens and words") << TextKind::Embeddings << R"({"model":"m","input":[17,")" + long1000 + R"("]})"
                                      << qint64(1000) << qint64(1100);
    QTest::newRow("a file at the vendor")
        << TextKind::Responses << R"({"model":"m","input":[{"type":"input_file","file_id":"f"}]})"_ba << qint64(-1)
        << qint64(-1);
    QTest::newRow("a prompt at the vendor")
        << TextKind::Responses << R"({"model":"m","prompt":{"id":"p"}})"_ba << qint64(-1) << qint64(-1);
    QTest::newRow("a conversation there")
        << TextKind::Responses << R"({"model":"m","input":"a","conversation":"c"})"_ba << qint64(-1) << qint64(-1);
}

void TestTextCall::boundsTokens()
{
    QFETCH(TextKind, kind);
    QFETCH(QByteArray, body);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    const Result<TextCall> call = readTextCall(body, kind);
    QVERIFY(call);
    const qint64 bound = call->inputTokens.value_or(-1);
    QVERIFY2(bound >= least && bound <= most, qPrintable(QString::number(bound)));
}

void TestTextCall::knowsWhatCostsMore_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("more");
    QTest::newRow("a function") << R"("tools":[{"type":"function","function":{"name":"f"}}])"_ba << false;
    QTest::newRow("the vendor's search") << R"("tools":[{"type":"web_search"}])"_ba << true;
    QTest::newRow("search in another way") << R"("web_search_options":{})"_ba << true;
    QTest::newRow("no search") << R"("web_search_options":null)"_ba << false;
    QTest::newRow("sound") << R"("modalities":["text","audio"])"_ba << true;
    QTest::newRow("the usual class") << R"("service_tier":"auto")"_ba << false;
    QTest::newRow("a dearer class") << R"("service_tier":"priority")"_ba << true;
    QTest::newRow("a prediction") << R"("prediction":{"type":"content","content":"a"})"_ba << true;
    QTest::newRow("another plugin") << R"("plugins":[{"id":"web"}])"_ba << true;
    QTest::newRow("xAI's search") << R"("search_parameters":{"mode":"on"})"_ba << true;
    QTest::newRow("Alibaba's search") << R"("enable_search":true)"_ba << true;
    QTest::newRow("Alibaba's search, off") << R"("enable_search":false)"_ba << false;
    QTest::newRow("sound by its address")
        << R"("input":[{"type":"audio_url","audio_url":{"url":"https://a.example/b"}}])"_ba << true;
    QTest::newRow("healing is free") << R"("plugins":[{"id":"response-healing"}])"_ba << false;
}

void TestTextCall::knowsWhatCostsMore()
{
    QFETCH(QByteArray, field);
    const Result<TextCall> call = readTextCall(R"({"model":"m","messages":[{}],)" + field + '}', TextKind::Chat);
    QVERIFY(call);
    QTEST(call->costsMore, "more");
}

void TestTextCall::readsTheWishForHealing_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("heals");
    const QByteArray plugin = R"("plugins":[{"id":"response-healing"}])";
    const QByteArray schema = R"("response_format":{"type":"json_schema","json_schema":{"schema":{"type":"object"}}})";
    QTest::newRow("by a schema") << QByteArray(plugin + ',' + schema) << true;
    QTest::newRow("any object") << QByteArray(plugin + R"(,"response_format":{"type":"json_object"})") << true;
    QTest::newRow("text") << QByteArray(plugin + R"(,"response_format":{"type":"text"})") << false;
    QTest::newRow("a stream") << QByteArray(plugin + ',' + schema + R"(,"stream":true)") << false;
    QTest::newRow("not asked for") << schema << false;
    QTest::newRow("switched off") << QByteArray(R"("plugins":[{"id":"response-healing","enabled":false}],)" + schema)
                                  << false;
}

void TestTextCall::readsTheWishForHealing()
{
    QFETCH(QByteArray, fields);
    const Result<TextCall> call = readTextCall(R"({"model":"m","messages":[{}],)" + fields + '}', TextKind::Chat);
    QVERIFY(call);
    QTEST(call->heals, "heals");
    QVERIFY(!textBody(*call, u"m"_s).contains("response-healing"));
}

void TestTextCall::changesNothingElse_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("asksUsage");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("the model") << R"({"model":"a/b","messages":[{"z":1,"a":2}],"temperature":0.70})"_ba << false
                               << R"({"model":"b \"c\"","messages":[{"z":1,"a":2}],"temperature":0.70})"_ba;
    QTest::newRow("the usage")
        << R"({"messages":[{}],"model":"x","stream":true})"_ba << true
        << R"({"messages":[{}],"model":"b \"c\"","stream":true,"stream_options":{"include_usage":true}})"_ba;
    QTest::newRow("beside other options")
        << R"({"model":"x","messages":[{}],"stream_options":{"include_obfuscation":false},"stream":true})"_ba << true
        << R"({"model":"b \"c\"","messages":[{}],"stream_options":{"include_obfuscation":false,"include_usage":true},"stream":true})"_ba;
    QTest::newRow("other plugins")
        << R"({"model":"x","messages":[{}],"plugins":[{"id":"web"},{"id":"response-healing"}]})"_ba << false
        << R"({"model":"b \"c\"","messages":[{}],"plugins":[{"id":"web"}]})"_ba;
}

void TestTextCall::changesNothingElse()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, asksUsage);
    const Result<TextCall> call = readTextCall(body, TextKind::Chat);
    QVERIFY(call);
    QTEST(textBody(*call, u"b \"c\""_s, {.asksUsage = asksUsage}), "sent");
}

void TestTextCall::theLimitHasTheNameThatIsKnown_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("none") << R"("seed":1)"_ba
                          << R"("seed":1)"_ba;
    QTest::newRow("the older name") << R"("max_tokens":5)"_ba
                                    << R"("max_tokens":5)"_ba;
    QTest::newRow("the newer name") << R"("max_completion_tokens":5,"seed":1)"_ba
                                    << R"("seed":1,"max_tokens":5)"_ba;
    QTest::newRow("both") << R"("max_tokens":9,"max_completion_tokens":5)"_ba
                          << R"("max_tokens":5)"_ba;
    QTest::newRow("no limit") << R"("max_tokens":9,"max_completion_tokens":null)"_ba
                              << R"("max_tokens":9)"_ba;
    QTest::newRow("no limit in another way") << R"("seed":1,"max_completion_tokens":-1)"_ba
                                             << R"("seed":1)"_ba;
}

void TestTextCall::theLimitHasTheNameThatIsKnown()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, sent);
    const QByteArray body = R"({"model":"m","messages":[{}],)";
    const Result<TextCall> call = readTextCall(body + fields + '}', TextKind::Chat);
    QVERIFY(call);
    QCOMPARE(textBody(*call, u"m"_s, {.hasMaxTokensOnly = true}), body + sent + '}');
    QCOMPARE(textBody(*call, u"m"_s), body + fields + '}');
}

void TestTextCall::objectsStayAsTheyAreWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("order") << R"({"z":1,"a":{"y":[1,{"x":2}]},"m":"}"})"_ba;
    QTest::newRow("digits") << R"({"a":1.00,"b":1e30,"c":12345678901234567890})"_ba;
    QTest::newRow("escapes") << R"({"a\"b":"c\\","\u0041":"\ud83d\ude00 , } ]"})"_ba;
    QTest::newRow("empty") << "{}"_ba;
}

void TestTextCall::objectsStayAsTheyAreWritten()
{
    QFETCH(QByteArray, text);
    QCOMPARE(WrittenObject(text).text(), text);
    QCOMPARE(WrittenObject(" \n" + text + "\r\n").text(), text);
    WrittenObject changed(text);
    changed.set("new", "[1]");
    QCOMPARE(changed.value("new"), "[1]"_ba);
    changed.remove("new");
    QCOMPARE(changed.text(), text);
    const QJsonObject read = QJsonDocument::fromJson(text).object();
    QCOMPARE(WrittenObject(text).names().size(), read.size());
    for (auto member = read.begin(); member != read.end(); ++member) {
        QVERIFY(WrittenObject(text).contains(member.key().toUtf8()));
    }
}

QTEST_GUILESS_MAIN(TestTextCall)
#include "test_textcall.moc"
