// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/wording/wording.h"
#include "providers/google/geminiadapter.h"
#include "tests/providers/mutations.h"
#include "tests/providers/plans.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestGeminiAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_data();
    void pictures();
    void costs_data();
    void costs();
    void withoutPicture_data();
    void withoutPicture();
    void saysWhy_data();
    void saysWhy();
    void broken_data();
    void broken();
    void errors_data();
    void errors();
    void retryDelay_data();
    void retryDelay();
    void namesTheField();
    void keyChecks();
    void survivesDamage();

private:
    static Step read(const HttpResponse &response, const AdapterState &state = {})
    {
        return geminiAdapter()->advance(planFor(geminiOffer()), state, response, {"AIza-live-key"_ba, {}, {}});
    }
    static QByteArray part(const QByteArray &png = pngOf({32, 32}))
    {
        return "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" + png.toBase64() + "\"}}";
    }
    static QByteArray answer(const QByteArray &parts, const QByteArray &usage = "{}"_ba)
    {
        return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + parts
            + "]},\"finishReason\":\"STOP\",\"index\":0}],\"usageMetadata\":" + usage + '}';
    }
};

void TestGeminiAnswers::pictures_data()
{
    QTest::addColumn<QByteArray>("parts");
    QTest::addColumn<int>("count");
    const QByteArray thought = part().chopped(1) + ",\"thought\":true}";
    QTest::newRow("one") << part() << 1;
    QTest::newRow("with words") << QByteArray(R"({"text":"Here you go"},)" + part()) << 1;
    QTest::newRow("several") << QByteArray(part() + ',' + part()) << 2;
    QTest::newRow("thoughts do not count") << QByteArray(thought + ',' + part()) << 1;
    QTest::newRow("signed") << QByteArray(part().chopped(1) + R"(,"thoughtSignature":"abc"})") << 1;
    QTest::newRow("large") << part(noisyPng({64, 64})) << 1;
    QTest::newRow("other data does not count")
        << QByteArray(R"({"inlineData":{"mimeType":"audio/wav","data":"UklGRg=="}},)" + part()) << 1;
}

void TestGeminiAnswers::pictures()
{
    QFETCH(QByteArray, parts);
    QFETCH(int, count);
    const Step step = read(answerOf(200, answer(parts)), {{u"seed"_s, 7}});
    const auto *done = std::get_if<Done>(&step);
    QVERIFY(done);
    QCOMPARE(done->media.size(), count);
    QVERIFY(hasOnlyUsableImages(*done));
    QCOMPARE(done->media.at(0).seed, std::optional<qint64>(7));
    QVERIFY(!done->cost.isKnown());
}

void TestGeminiAnswers::costs_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<Money>("cost");
    QTest::newRow("details and thoughts")
        << R"({"promptTokenCount":12,"candidatesTokenCount":1120,"thoughtsTokenCount":240,
        "promptTokensDetails":[{"modality":"TEXT","tokenCount":12}],
        "candidatesTokensDetails":[{"modality":"IMAGE","tokenCount":1120}]})"_ba
        << Money::fromMicros(24 + 2880 + 134'400);
    QTest::newRow("words beside the picture") << R"({"promptTokenCount":12,"candidatesTokenCount":1130,
        "candidatesTokensDetails":[{"modality":"TEXT","tokenCount":10},{"modality":"IMAGE","tokenCount":1120}]})"_ba
                                              << Money::fromMicros(24 + 120 + 134'400);
    QTest::newRow("pictures on the way in") << R"({"promptTokenCount":1132,"candidatesTokenCount":1120,
        "promptTokensDetails":[{"modality":"TEXT","tokenCount":12},{"modality":"IMAGE","tokenCount":1120}]})"_ba
                                            << Money::fromMicros(24 + 2240 + 134'400);
    QTest::newRow("no details") << R"({"promptTokenCount":12,"candidatesTokenCount":1120})"_ba
                                << Money::fromMicros(24 + 134'400);
    QTest::newRow("nothing counted for the picture")
        << R"({"promptTokenCount":12,"totalTokenCount":12})"_ba << Money::unknown();
    QTest::newRow("thoughts, but nothing for the picture")
        << R"({"promptTokenCount":12,"thoughtsTokenCount":240,"totalTokenCount":252})"_ba << Money::unknown();
    QTest::newRow("the picture only in the sum")
        << R"({"promptTokenCount":12,"thoughtsTokenCount":240,"toolUsePromptTokenCount":8,"totalTokenCount":1380})"_ba
        << Money::fromMicros(24 + 2880 + 134'400);
    QTest::newRow("only words counted") << R"({"promptTokenCount":12,"candidatesTokenCount":10,
        "candidatesTokensDetails":[{"modality":"TEXT","tokenCount":10}]})"_ba
                                        << Money::unknown();
    QTest::newRow("the picture only in the details") << R"({"promptTokenCount":12,
        "candidatesTokensDetails":[{"modality":"IMAGE","tokenCount":1120}]})"_ba
                                                     << Money::fromMicros(24 + 134'400);
    QTest::newRow("none") << "{}"_ba << Money::unknown();
    QTest::newRow("wrong types") << R"({"promptTokenCount":"12","candidatesTokenCount":-3})"_ba << Money::unknown();
}

void TestGeminiAnswers::costs()
{
    QFETCH(QByteArray, usage);
    const Step step = read(answerOf(200, answer(part(), usage)));
    const auto *done = std::get_if<Done>(&step);
    QVERIFY(done);
    QTEST(done->cost, "cost");
    QCOMPARE(done->usage, QJsonDocument::fromJson(usage).object());
    QVERIFY(!done->media.at(0).seed);
}

void TestGeminiAnswers::withoutPicture_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    const auto finish = [](const char *reason, ErrorKind kind) {
        const QByteArray start =
            "{\"candidates\":[{\"content\":{\"role\":\"model\"},\"finishReason\":\""_ba + reason + "\"}]";
        QTest::addRow("%s, nothing counted", reason)
            << QByteArray(start + R"(,"usageMetadata":{"promptTokenCount":9,"totalTokenCount":9}})") << kind
            << Billing::NotBilled;
        QTest::addRow("%s, output counted", reason)
            << QByteArray(start + R"(,"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":1120}})") << kind
            << Billing::MayBeBilled;
        QTest::addRow("%s, output only in the sum", reason)
            << QByteArray(start + R"(,"usageMetadata":{"promptTokenCount":9,"totalTokenCount":1129}})") << kind
            << Billing::MayBeBilled;
        QTest::addRow("%s, only the prompt counted", reason)
            << QByteArray(start + R"(,"usageMetadata":{"promptTokenCount":9}})") << kind << Billing::MayBeBilled;
        QTest::addRow("%s, no count", reason) << QByteArray(start + '}') << kind << Billing::MayBeBilled;
    };
    for (const char *reason : {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY",
                               "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION"}) {
        finish(reason, ErrorKind::ContentPolicy);
    }
    for (const char *reason : {"STOP", "MAX_TOKENS", "CONTINUATION", "NO_IMAGE", "IMAGE_OTHER", "OTHER",
                               "FINISH_REASON_UNSPECIFIED", "LANGUAGE", "MALFORMED_FUNCTION_CALL",
                               "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS", "MALFORMED_RESPONSE", "SOMETHING_NEW"}) {
        finish(reason, ErrorKind::Upstream);
    }
    for (const char *reason : {"SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "IMAGE_SAFETY", "JAILBREAK"}) {
        QTest::addRow("prompt blocked: %s", reason)
            << QByteArray("{\"promptFeedback\":{\"blockReason\":\""_ba + reason + "\"}}") << ErrorKind::ContentPolicy
            << Billing::NotBilled;
    }
}

void TestGeminiAnswers::withoutPicture()
{
    QFETCH(QByteArray, body);
    const Error error = errorOf(read(answerOf(200, body)));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QVERIFY(!error.code.isEmpty());
    QVERIFY(wording::sentence(error).contains(u"Google Gemini"_s));
    QVERIFY(!error.detail.isEmpty());
}

void TestGeminiAnswers::saysWhy_data()
{
    QTest::addColumn<QByteArray>("candidate");
    QTest::addColumn<QString>("detail");
    QTest::newRow("finishMessage") << R"({"finishReason":"IMAGE_SAFETY","finishMessage":"Support code: 1"})"_ba
                                   << u"Support code: 1"_s;
    QTest::newRow("a refusal in words")
        << R"({"content":{"parts":[{"text":"I can only "},{"text":"talk."}]},"finishReason":"STOP"})"_ba
        << u"I can only talk."_s;
    QTest::newRow("only the reason") << R"({"finishReason":"NO_IMAGE"})"_ba << u"NO_IMAGE"_s;
}

void TestGeminiAnswers::saysWhy()
{
    QFETCH(QByteArray, candidate);
    const Error error = errorOf(read(answerOf(200, "{\"candidates\":[" + candidate + "]}")));
    QTEST(error.detail, "detail");
}

void TestGeminiAnswers::broken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("no json") << "<html>"_ba;
    QTest::newRow("no object") << "[]"_ba;
    QTest::newRow("nothing inside") << "{}"_ba;
    QTest::newRow("no candidates") << R"({"candidates":[]})"_ba;
    QTest::newRow("wrong types") << R"({"candidates":{"content":[]},"promptFeedback":7,"usageMetadata":"x"})"_ba;
    QTest::newRow("wrong parts")
        << R"({"candidates":[7,{"content":{"parts":[1,{"inlineData":{"mimeType":5,"data":[]}}]}}]})"_ba;
    QTest::newRow("no base64") << answer(R"({"inlineData":{"mimeType":"image/png","data":"%%%"}})"_ba);
    QTest::newRow("empty picture") << answer(R"({"inlineData":{"mimeType":"image/png","data":""}})"_ba);
    QTest::newRow("huge garbage") << answer("{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\""
                                            + QByteArray(20'000'000, 'A') + "\"}}");
}

void TestGeminiAnswers::broken()
{
    QFETCH(QByteArray, body);
    const Error error = errorOf(read(answerOf(200, body)));
    QCOMPARE(error.kind, ErrorKind::Upstream);
    QCOMPARE(error.billing, Billing::MayBeBilled);
    QVERIFY(!error.why().isEmpty());
}

void TestGeminiAnswers::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    const auto row = [](const char *name, int status, const char *word, const QByteArray &rest, ErrorKind kind,
                        Billing billing = Billing::NotBilled) {
        QTest::newRow(name) << status
                            << QByteArray("{\"code\":" + QByteArray::number(status) + ",\"status\":\"" + word + "\","
                                          + rest + '}')
                            << kind << billing;
    };
    using enum ErrorKind;
    const QByteArray m = R"("message":"m")"_ba;
    row("field", 400, "INVALID_ARGUMENT", m, Invalid);
    row("key by words", 400, "INVALID_ARGUMENT", R"("message":"API key not valid. Please pass a valid API key.")"_ba,
        Auth);
    row("key by reason", 400, "INVALID_ARGUMENT",
        R"("message":"m","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}])"_ba,
        Auth);
    row("unsafe prompt", 400, "INVALID_ARGUMENT", R"("message":"Unable to show. Support codes: 42876398")"_ba,
        ContentPolicy);
    row("region", 400, "FAILED_PRECONDITION", R"("message":"User location is not supported for the API use.")"_ba,
        Unsupported);
    row("billing", 400, "FAILED_PRECONDITION", R"("message":"Please enable billing on your project.")"_ba, Funds);
    row("no key", 401, "UNAUTHENTICATED", m, Auth);
    row("forbidden", 403, "PERMISSION_DENIED", m, Auth);
    row("model", 404, "NOT_FOUND", m, NotFound);
    row("rate", 429, "RESOURCE_EXHAUSTED", R"("message":"You exceeded your current quota")"_ba, RateLimit);
    row("quota of nothing", 429, "RESOURCE_EXHAUSTED",
        R"("message":"m","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure",
           "violations":[{"quotaMetric":"q","quotaId":"i","quotaValue":"0"}]}])"_ba,
        Funds);
    row("quota of nothing in words", 429, "RESOURCE_EXHAUSTED", R"("message":"Quota exceeded, limit: 0, model: x")"_ba,
        Funds);
    row("cancelled", 499, "CANCELLED", m, Cancelled, Billing::MayBeBilled);
    row("internal", 500, "INTERNAL", m, Upstream, Billing::MayBeBilled);
    row("unknown", 500, "UNKNOWN", m, Upstream, Billing::MayBeBilled);
    row("overloaded", 503, "UNAVAILABLE", R"("message":"The model is overloaded.")"_ba, Overloaded);
    row("deadline", 504, "DEADLINE_EXCEEDED", m, Timeout, Billing::MayBeBilled);
}

void TestGeminiAnswers::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, error);
    const QByteArray object = "{\"error\":" + error + '}';
    for (const QByteArray &body : {object, QByteArray('[' + object + ']')}) {
        const Error read = errorOf(TestGeminiAnswers::read(answerOf(status, body)));
        QTEST(read.kind, "kind");
        QTEST(read.billing, "billing");
        QCOMPARE(read.httpStatus, status);
        QVERIFY(!read.code.isEmpty());
        QVERIFY(!read.detail.isEmpty());
        QVERIFY(wording::sentence(read).contains(u"Google Gemini"_s));
        QCOMPARE(read.reason == reasons::regionNotServed(u"Google Gemini"_s), read.kind == ErrorKind::Unsupported);
    }
}

void TestGeminiAnswers::retryDelay_data()
{
    QTest::addColumn<QByteArray>("delay");
    QTest::addColumn<QList<HttpHeader>>("headers");
    QTest::addColumn<std::optional<milliseconds>>("after");
    using Hint = std::optional<milliseconds>;
    QTest::newRow("seconds") << "36s"_ba << QList<HttpHeader> {} << Hint {36'000};
    QTest::newRow("fraction") << "1.5s"_ba << QList<HttpHeader> {} << Hint {1500};
    QTest::newRow("no unit") << "36"_ba << QList<HttpHeader> {} << Hint {};
    QTest::newRow("negative") << "-3s"_ba << QList<HttpHeader> {} << Hint {};
    QTest::newRow("not a number") << "nans"_ba << QList<HttpHeader> {} << Hint {};
    QTest::newRow("absurd") << "9e99s"_ba << QList<HttpHeader> {} << Hint {};
    QTest::newRow("a header comes first") << "36s"_ba << QList<HttpHeader> {{"Retry-After"_ba, "5"_ba}} << Hint {5000};
}

void TestGeminiAnswers::retryDelay()
{
    QFETCH(QByteArray, delay);
    QFETCH(QList<HttpHeader>, headers);
    const QByteArray body = R"({"error":{"status":"RESOURCE_EXHAUSTED","message":"m","details":[
        {"@type":"type.googleapis.com/google.rpc.Help"},
        {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":")"_ba
        + delay + "\"}]}}";
    const Error error = errorOf(read(answerOf(429, body, headers)));
    QCOMPARE(error.kind, ErrorKind::RateLimit);
    QTEST(error.retryAfter, "after");
}

void TestGeminiAnswers::namesTheField()
{
    const QByteArray body = R"({"error":{"status":"INVALID_ARGUMENT","message":"m","details":[
        {"@type":"type.googleapis.com/google.rpc.BadRequest",
         "fieldViolations":[{"field":"generation_config.image_config.aspect_ratio"}]}]}})"_ba;
    QCOMPARE(errorOf(read(answerOf(400, body))).param, u"aspect_ratio"_s);
}

void TestGeminiAnswers::keyChecks()
{
    QVERIFY(!geminiAdapter()->readKeyCheck(answerOf(200, R"({"models":[]})"_ba)));
    const auto error = geminiAdapter()->readKeyCheck(answerOf(
        400, R"({"error":{"status":"INVALID_ARGUMENT","message":"API key not valid. Pass a valid API key."}})"_ba));
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Auth);
    QCOMPARE(geminiAdapter()->readKeyCheck(answerOf(502, {}))->billing, Billing::NotBilled);
}

void TestGeminiAnswers::survivesDamage()
{
    const QByteArray usage = R"({"promptTokenCount":12,"candidatesTokenCount":1120})"_ba;
    const QByteArray large = answer(part(noisyPng({40, 40})), usage);
    QVERIFY(large.size() > 5000);
    for (const QByteArray &damaged : mutations(answer(part(), usage), 1500) + mutations(large, 500)) {
        for (const int status : {200, 400, 429}) {
            const Step step = read(answerOf(status, damaged));
            if (const auto *done = std::get_if<Done>(&step)) {
                QVERIFY2(hasOnlyUsableImages(*done), damaged.constData());
            } else {
                QVERIFY2(!errorOf(step).why().isEmpty(), damaged.constData());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestGeminiAnswers)
#include "test_geminianswers.moc"
