// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/liftedjson.h"
#include "core/wording/wording.h"
#include "providers/common/openailikeanswer.h"
#include "providers/common/pictures.h"
#include "providers/common/vendormessage.h"
#include "providers/fal/falanswers.h"
#include "providers/google/geminianswer.h"
#include "providers/replicate/replicateanswers.h"
#include "tests/providers/plans.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

OpenAiLikeProfile openAiLike()
{
    OpenAiLikeProfile profile;
    profile.info.name = u"OpenAI"_s;
    return profile;
}

} // namespace

class TestVendorAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liftsLongStrings();
    void refusesBrokenJson_data();
    void refusesBrokenJson();
    void tellsOfTooMuch_data();
    void tellsOfTooMuch();
    void readsPictures_data();
    void readsPictures();
    void readsLinks_data();
    void readsLinks();
    void readsVendorMessages_data();
    void readsVendorMessages();
};

void TestVendorAnswers::liftsLongStrings()
{
    const QByteArray big(9000, 'A');
    const QByteArray escaped = QByteArray(5000, 'B') + "\\/" + QByteArray(5000, 'B');
    const QByteArray words = QByteArray("a b ").repeated(3000);
    const LiftedJson json("[{\"x\":{\"big\":\"" + big + "\",\"esc\":\"" + escaped + "\",\"words\":\"" + words
                          + "\",\"q\":\"a\\\"b\\\\\",\"short\":\"AA\"}}]");
    QVERIFY(json.isValid());
    const QJsonObject x = json.object().value("x"_L1).toObject();
    QCOMPARE(json.text(x.value("big"_L1)), big);
    QVERIFY(x.value("big"_L1).toString().size() < 100);
    QCOMPARE(json.text(x.value("esc"_L1)), QByteArray(5000, 'B') + '/' + QByteArray(5000, 'B'));
    QCOMPARE(x.value("words"_L1).toString().toUtf8(), words);
    QCOMPARE(json.text(x.value("q"_L1)), "a\"b\\"_ba);
    QCOMPARE(json.text(x.value("short"_L1)), "AA"_ba);
    QCOMPARE(json.text(QJsonValue(7)), QByteArray());
}

void TestVendorAnswers::refusesBrokenJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("text") << "<html>502</html>"_ba;
    QTest::newRow("number") << "7"_ba;
    QTest::newRow("array of numbers") << "[7]"_ba;
    QTest::newRow("cut in a long string") << QByteArray("{\"a\":\"" + QByteArray(9000, 'A'));
    QTest::newRow("cut after a long string") << QByteArray("{\"a\":\"" + QByteArray(9000, 'A') + "\"");
    QTest::newRow("escape at the end") << "{\"a\":\"\\"_ba;
}

void TestVendorAnswers::refusesBrokenJson()
{
    QFETCH(QByteArray, body);
    const LiftedJson json(body);
    QVERIFY(!json.isValid());
    QVERIFY(json.object().isEmpty());
}

/// Paid for, and nothing anybody could read: never a success, and said as what it is.
void TestVendorAnswers::tellsOfTooMuch_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray picture = "{\"b64_json\":\"" + pngOf({2, 2}).toBase64() + "\"}";
    QTest::newRow("tiny values") << QByteArray("{\"status\":\"succeeded\",\"data\":[" + picture
                                               + QByteArray(",1").repeated(300'000) + "]}");
    QTest::newRow("long text") << QByteArray("{\"status\":\"succeeded\",\"data\":[" + picture + "],\"x\":\""
                                             + QByteArray("a b ").repeated(2'000'000) + "\"}");
    QTest::newRow("depth") << QByteArray("{\"data\":[" + picture + ',' + QByteArray(200, '[') + QByteArray(200, ']')
                                         + "]}");
}

void TestVendorAnswers::tellsOfTooMuch()
{
    QFETCH(QByteArray, body);
    const Plan plan = planFor(openAiOffer());
    const HttpResponse response = answerOf(200, body);
    for (const Step &step :
         {openAiLikeAnswer(plan, response, openAiLike(), {}), geminiAnswer(plan, response, u"Gemini"_s, {}),
          readFalResult(plan, response), readPrediction(plan, response)}) {
        const Error error = errorOf(step);
        QCOMPARE(error.kind, ErrorKind::Upstream);
        QCOMPARE(error.billing, Billing::MayBeBilled);
        QVERIFY(error.detail.isEmpty()); // which holds the vendor's words alone
        const QString told = wording::sentence(error);
        QVERIFY2(told.contains(u"The JSON text"_s), qPrintable(told));
    }
    QVERIFY(VendorMessage::read(body).text.size() <= 500);
}

void TestVendorAnswers::readsPictures_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("readable");
    const QByteArray base64 = pngOf({2, 2}).toBase64();
    QTest::newRow("plain") << base64 << true;
    QTest::newRow("data url") << QByteArray("data:image/png;base64," + base64) << true;
    QTest::newRow("line breaks") << QByteArray(base64.left(20) + "\r\n" + base64.mid(20) + '\n') << true;
    QTest::newRow("empty") << ""_ba << false;
    QTest::newRow("garbage") << QByteArray("!!" + base64) << false;
    QTest::newRow("no picture") << "hello world"_ba.toBase64() << false;
    QTest::newRow("data url without base64") << "data:text/plain,hello"_ba << false;
    QTest::newRow("data url of nothing") << "data:image/png;base64,"_ba << false;
}

void TestVendorAnswers::readsPictures()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, readable);
    const std::optional<QByteArray> bytes = pictureFromBase64(text);
    QCOMPARE(bytes.has_value(), readable);
    QCOMPARE(bytes.value_or(QByteArray()), readable ? pngOf({2, 2}) : QByteArray());
}

void TestVendorAnswers::readsLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::newRow("https") << u"https://cdn.example/a.png?s=1"_s << u"https://cdn.example/a.png?s=1"_s;
    QTest::newRow("relative") << u"/generated/a.png"_s << u"http://host:1/generated/a.png"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u""_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s << u""_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("no host") << u"https:///a.png"_s << u""_s;
}

void TestVendorAnswers::readsLinks()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    const std::optional<QUrl> url = pictureLink(text, QUrl(u"http://host:1/v1/images/generations"_s));
    QCOMPARE(url.value_or(QUrl()).toString(), address);
}

void TestVendorAnswers::readsVendorMessages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("param");
    QTest::newRow("openai") << R"({"error":{"message":"No","type":"t","param":"size","code":"c"}})"_ba << u"No"_s
                            << u"c"_s << u"size"_s;
    QTest::newRow("localai") << R"({"error":{"code":400,"message":"Bad","type":"","param":null}})"_ba << u"Bad"_s
                             << u""_s << u""_s;
    QTest::newRow("google") << R"([{"error":{"code":429,"message":"Slow","status":"EXHAUSTED"}}])"_ba << u"Slow"_s
                            << u"EXHAUSTED"_s << u""_s;
    QTest::newRow("text error") << R"({"error":"prompt required"})"_ba << u"prompt required"_s << u""_s << u""_s;
    QTest::newRow("problem details") << R"({"title":"T","detail":"D","status":402})"_ba << u"D"_s << u""_s << u""_s;
    QTest::newRow("complaints") << R"({"detail":[{"loc":["body","size"],"msg":"too big","type":"v"}]})"_ba
                                << u"size: too big"_s << u""_s << u"size"_s;
    QTest::newRow("plain") << "upstream error"_ba << u"upstream error"_s << u""_s << u""_s;
    QTest::newRow("html") << "<html><title>502 Bad Gateway</title><p>x</html>"_ba << u"502 Bad Gateway"_s << u""_s
                          << u""_s;
    QTest::newRow("an object in detail") << R"({"detail":{"error":"no balance"}})"_ba << u"no balance"_s << u""_s
                                         << u""_s;
    QTest::newRow("a bare JSON text") << R"("Invalid token")"_ba << u"Invalid token"_s << u""_s << u""_s;
    QTest::newRow("a number as code") << R"({"code":20012,"message":"no model","data":null})"_ba << u"no model"_s
                                      << u"20012"_s << u""_s;
    QTest::newRow("a number that is the status")
        << R"({"error":{"code":403,"message":"no"}})"_ba << u"no"_s << u""_s << u""_s;
    QTest::newRow("xAI's mask of a key") << R"({"code":"c","error":"key xai-abcd***wxyz"})"_ba << u"key …"_s << u"c"_s
                                         << u""_s;
    QTest::newRow("empty") << ""_ba << u""_s << u""_s << u""_s;
    QTest::newRow("their mask of a key") << R"({"error":{"message":"Incorrect key sk-abcd****wxyz."}})"_ba
                                         << u"Incorrect key …"_s << u""_s << u""_s;
    QTest::newRow("Fireworks' mask of a key") << R"({"error":"key fw_abcd***wxyz"})"_ba << u"key …"_s << u""_s << u""_s;
    QTest::newRow("a word that ends like a key begins")
        << R"({"error":"No mask-reference was given."})"_ba << u"No mask-reference was given."_s << u""_s << u""_s;
    QTest::newRow("a model's name") << R"({"error":"No luma-photon-flash-1 here."})"_ba
                                    << u"No luma-photon-flash-1 here."_s << u""_s << u""_s;
    QTest::newRow("our key") << R"({"error":{"message":"Bad key secret-key-1 given"}})"_ba << u"Bad key … given"_s
                             << u""_s << u""_s;
}

void TestVendorAnswers::readsVendorMessages()
{
    QFETCH(QByteArray, body);
    const VendorMessage said = VendorMessage::read(body, "secret-key-1"_ba);
    QTEST(said.text, "text");
    QTEST(said.code, "code");
    QTEST(said.param, "param");
}

QTEST_GUILESS_MAIN(TestVendorAnswers)
#include "test_vendoranswers.moc"
