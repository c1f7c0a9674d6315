// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/wording/wording.h"
#include "providers/openai/openaiadapter.h"
#include "tests/providers/mutations.h"
#include "tests/providers/plans.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestOpenAiAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_data();
    void pictures();
    void otherWrappings_data();
    void otherWrappings();
    void costs_data();
    void costs();
    void noPicture_data();
    void noPicture();
    void errors_data();
    void errors();
    void tellsOfCountriesNotServed();
    void keepsTheVendorsWords();
    void hidesKeys();
    void namesOurOwnFields();
    void retryHints_data();
    void retryHints();
    void keyChecks_data();
    void keyChecks();
    void survivesDamage();

private:
    static Step read(const HttpResponse &response, const Plan &plan = planFor(openAiOffer()))
    {
        return openAiAdapter()->advance(plan, {}, response, {"sk-live-key"_ba, {}, {}});
    }
    static QByteArray good(const QByteArray &usage, const QByteArray &png = pngOf({64, 64}))
    {
        const QByteArray picture = png.toBase64();
        return "{\"created\":1,\"data\":[{\"b64_json\":\"" + picture
            + "\",\"revised_prompt\":\"a fox\"}],\"usage\":" + usage + '}';
    }
};

void TestOpenAiAnswers::pictures_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("found"); ///< addresses; "bytes" for the picture itself
    const QByteArray base64 = pngOf({64, 64}).toBase64();
    const QByteArray b64 = "{\"b64_json\":\"" + base64 + "\"}";
    const QString bytes = u"bytes"_s;
    QTest::newRow("base64") << b64 << QStringList {bytes};
    QTest::newRow("several") << QByteArray(b64 + ',' + b64) << QStringList {bytes, bytes};
    QTest::newRow("link") << R"({"url":"https://cdn.example/a.png?sig=1"})"_ba
                          << QStringList {u"https://cdn.example/a.png?sig=1"_s};
    QTest::newRow("relative link") << R"({"url":"/generated-images/b1.png"})"_ba
                                   << QStringList {u"https://vendor.example/generated-images/b1.png"_s};
    QTest::newRow("data url") << QByteArray("{\"url\":\"data:image/png;base64," + base64 + "\"}")
                              << QStringList {bytes};
    QTest::newRow("localai") << QByteArray(R"({"embedding":null,"index":0,"b64_json":")" + base64 + "\"}")
                             << QStringList {bytes};
    QTest::newRow("null beside a link") << R"({"b64_json":null,"url":"https://cdn.example/a.png"})"_ba
                                        << QStringList {u"https://cdn.example/a.png"_s};
    QTest::newRow("a damaged one beside a good one")
        << QByteArray(R"({"b64_json":"%%%"},)" + b64) << QStringList {bytes};
}

void TestOpenAiAnswers::pictures()
{
    QFETCH(QByteArray, data);
    const Step step = read(answerOf(200, "{\"data\":[" + data + "]}"));
    const auto *done = std::get_if<Done>(&step);
    QVERIFY(done);
    QStringList found;
    for (const ProducedMedia &image : done->media) {
        found.append(image.bytes == pngOf({64, 64}) ? u"bytes"_s : image.url.toString());
    }
    QTEST(found, "found");
    QVERIFY(!done->cost.isKnown());
}

void TestOpenAiAnswers::otherWrappings_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("found"); ///< as in pictures()
    const QByteArray png = pngOf({64, 64});
    const QByteArray base64 = png.toBase64();
    const QByteArray json = "application/json";
    const QStringList bytes {u"bytes"_s};
    const QStringList link {u"https://cdn.example/a.png"_s};
    const auto row = [&](const char *name, const QByteArray &body, const QStringList &found) {
        QTest::newRow(name) << json << body << found;
    };
    row("images with links", R"({"images":[{"url":"https://cdn.example/a.png"}]})", link);
    row("images as base64", R"({"images":[")" + base64 + R"("]})", bytes);
    row("image_url", R"({"data":[{"image_url":"https://cdn.example/a.png"}]})", link);
    row("image_url in an object", R"({"data":[{"image_url":{"url":"https://cdn.example/a.png"}}]})", link);
    row("imageURL", R"({"data":[{"imageURL":"https://cdn.example/a.png"}]})", link);
    row("output", R"({"output":"https://cdn.example/a.png"})", link);
    row("a list as output", R"({"output":["https://cdn.example/a.png"]})", link);
    row("artifacts", R"({"artifacts":[{"base64":")" + base64 + R"(","seed":7,"finishReason":"SUCCESS"}]})", bytes);
    row("result.images", R"({"result":{"images":["data:image/png;base64,)" + base64 + R"("]}})", bytes);
    row("result.image", R"({"result":{"image":")" + base64 + R"("},"success":true})", bytes);
    row("b64", R"({"data":[{"b64":")" + base64 + R"("}]})", bytes);
    row("a message",
        R"({"choices":[{"message":{"images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,)" + base64
            + R"("}}]}}]})",
        bytes);
    row("base64url",
        R"({"data":[{"b64_json":")" + png.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
            + R"("}]})",
        bytes);
    row("line breaks", R"({"data":[{"b64_json":")" + base64.left(40) + "\\r\\n" + base64.mid(40) + R"("}]})", bytes);
    row("a list of two objects", R"([{"image":")" + base64 + R"("},{"image":"https://cdn.example/a.png"}])",
        bytes + link);
    row("the same twice", R"({"images":[{"url":"https://cdn.example/a.png","b64":")" + base64 + R"("}]})", bytes);
    row("what is none beside it",
        R"({"input_image":"https://cdn.example/in.png","urls":{"get":"https://host/job"},
            "docs":"https://host/docs","images":[{"url":"https://cdn.example/a.png","thumbnail_url":"https://cdn.example/t.png"}]})",
        link);
    QTest::newRow("the picture itself") << "image/png"_ba << png << bytes;
    QTest::newRow("the picture under no name") << "application/octet-stream"_ba << png << bytes;
    QTest::newRow("base64 and nothing else") << "text/plain"_ba << QByteArray(base64 + '\n') << bytes;
    QTest::newRow("events") << "text/event-stream"_ba
                            << QByteArray("event: image_generation.partial_image\ndata: {\"b64_json\":\""
                                          + pngOf({8, 8}).toBase64()
                                          + "\"}\n\nevent: image_generation.completed\ndata: "
                                            "{\"type\":\"image_generation.completed\",\"b64_json\":\""
                                          + base64 + "\"}\n\n")
                            << bytes;
    QTest::newRow("events of another kind")
        << "text/event-stream"_ba
        << QByteArray("data: {\"images\":[{\"url\":\"https://cdn.example/a.png\"}]}\n\ndata: [DONE]\n\n") << link;
}

void TestOpenAiAnswers::otherWrappings()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    HttpResponse response = answerOf(200, body);
    response.headers = {{"Content-Type", type}};
    const Step step = read(response);
    const auto *done = std::get_if<Done>(&step);
    QVERIFY(done);
    QStringList found;
    for (const ProducedMedia &image : done->media) {
        found.append(image.bytes == pngOf({64, 64}) ? u"bytes"_s : image.url.toString());
    }
    QTEST(found, "found");
}

void TestOpenAiAnswers::costs_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<int>("inputs");
    QTest::addColumn<Money>("cost");
    QTest::newRow("full") << R"({"total_tokens":216,"input_tokens":20,"output_tokens":196,
        "input_tokens_details":{"text_tokens":20,"image_tokens":0},
        "output_tokens_details":{"image_tokens":196,"text_tokens":0}})"_ba
                          << 0 << Money::fromMicros(5980);
    QTest::newRow("with pictures") << R"({"input_tokens":120,"output_tokens":196,
        "input_tokens_details":{"text_tokens":20,"image_tokens":100}})"_ba
                                   << 1 << Money::fromMicros(100 + 800 + 5880);
    QTest::newRow("no details, no pictures")
        << R"({"input_tokens":20,"output_tokens":196})"_ba << 0 << Money::fromMicros(5980);
    QTest::newRow("no details, but pictures")
        << R"({"input_tokens":120,"output_tokens":196})"_ba << 1 << Money::unknown();
    QTest::newRow("text output without a price") << R"({"input_tokens":20,"output_tokens":1090,
        "output_tokens_details":{"image_tokens":1056,"text_tokens":34}})"_ba
                                                 << 0 << Money::fromMicros(100 + 1090 * 30);
    QTest::newRow("only text output counted") << R"({"input_tokens":20,"output_tokens":34,
        "output_tokens_details":{"image_tokens":0,"text_tokens":34}})"_ba
                                              << 0 << Money::unknown();
    QTest::newRow("all zero") << R"({"prompt_tokens":0,"total_tokens":0,
        "input_tokens_details":{"text_tokens":0,"image_tokens":0}})"_ba
                              << 0 << Money::unknown();
    QTest::newRow("none") << "{}"_ba << 0 << Money::unknown();
    QTest::newRow("wrong types") << R"({"input_tokens":"20","output_tokens":[]})"_ba << 0 << Money::unknown();
    QTest::newRow("negative") << R"({"input_tokens":-20,"output_tokens":-196})"_ba << 0 << Money::unknown();
    QTest::newRow("no object") << "7"_ba << 0 << Money::unknown();
}

void TestOpenAiAnswers::costs()
{
    QFETCH(QByteArray, usage);
    QFETCH(int, inputs);
    Plan plan = planFor(openAiOffer());
    for (int i = 0; i < inputs; ++i) {
        plan.request.images.append({pngOf({2, 2}), {}});
    }
    const Step step = read(answerOf(200, good(usage)), plan);
    const auto *done = std::get_if<Done>(&step);
    QVERIFY(done);
    QTEST(done->cost, "cost");
    QCOMPARE(done->usage, QJsonDocument::fromJson(usage).object());
    QCOMPARE(done->media.at(0).revisedPrompt, u"a fox"_s);
}

void TestOpenAiAnswers::noPicture_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty body") << ""_ba;
    QTest::newRow("html") << "<html><title>hello</title></html>"_ba;
    QTest::newRow("empty list") << R"({"created":1,"data":[]})"_ba;
    QTest::newRow("no list") << R"({"created":1})"_ba;
    QTest::newRow("list of the wrong type") << R"({"data":{"b64_json":"aaaa"}})"_ba;
    QTest::newRow("entries of the wrong type") << R"({"data":[1,"x",null,[]]})"_ba;
    QTest::newRow("picture of the wrong type") << R"({"data":[{"b64_json":7,"url":false}]})"_ba;
    QTest::newRow("empty picture") << R"({"data":[{"b64_json":""}]})"_ba;
    QTest::newRow("no base64") << R"({"data":[{"b64_json":"%%%"}]})"_ba;
    QTest::newRow("base64 of no picture") << R"({"data":[{"b64_json":"aGVsbG8gd29ybGQ="}]})"_ba;
    QTest::newRow("local file") << R"({"data":[{"url":"file:///etc/passwd"}]})"_ba;
    QTest::newRow("error inside a success") << R"({"error":{"message":"broken"}})"_ba;
    QTest::newRow("huge garbage") << QByteArray("{\"data\":[{\"b64_json\":\"" + QByteArray(20'000'000, 'A') + "\"}]}");
    QTest::newRow("huge garbage without an end")
        << QByteArray("{\"data\":[{\"b64_json\":\"" + QByteArray(20'000'000, 'A'));
    QTest::newRow("deeply nested") << QByteArray("{\"data\":" + QByteArray(100'000, '['));
}

void TestOpenAiAnswers::noPicture()
{
    QFETCH(QByteArray, body);
    const Error error = errorOf(read(answerOf(200, body)));
    QCOMPARE(error.kind, ErrorKind::Upstream);
    QCOMPARE(error.billing, Billing::MayBeBilled);
    QVERIFY(!error.why().isEmpty());
    QVERIFY(error.detail.size() <= 500);
}

void TestOpenAiAnswers::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    const auto row = [](const char *name, int status, const QByteArray &error, ErrorKind kind,
                        Billing billing = Billing::NotBilled) {
        QTest::newRow(name) << status << error << kind << billing;
    };
    using enum ErrorKind;
    row("invalid value", 400,
        R"({"message":"m","type":"invalid_request_error","param":"size","code":"invalid_value"})"_ba, Invalid);
    row("unknown parameter", 400,
        R"({"message":"m","type":"invalid_request_error","param":"x","code":"unknown_parameter"})"_ba, Invalid);
    row("moderation", 400, R"({"message":"m","type":"image_generation_user_error","code":"moderation_blocked"})"_ba,
        ContentPolicy);
    row("moderation of the prompt", 400,
        R"({"message":"m","code":"moderation_blocked","moderation_details":{"moderation_stage":"input"}})"_ba,
        ContentPolicy);
    row("moderation of the picture", 400,
        R"({"message":"m","code":"moderation_blocked","moderation_details":{"moderation_stage":"output"}})"_ba,
        ContentPolicy, Billing::MayBeBilled);
    row("moderation at an unknown stage", 400,
        R"({"message":"m","code":"moderation_blocked","moderation_details":{"moderation_stage":"unknown"}})"_ba,
        ContentPolicy, Billing::MayBeBilled);
    row("moderation without a code", 400,
        R"({"message":"rejected by the safety system","type":"image_generation_user_error","code":null})"_ba,
        ContentPolicy);
    row("older moderation", 400, R"({"message":"m","code":"content_policy_violation"})"_ba, ContentPolicy);
    row("hard limit", 400, R"({"message":"m","code":"billing_hard_limit_reached"})"_ba, Funds);
    row("key", 401, R"({"message":"m","type":"invalid_request_error","code":"invalid_api_key"})"_ba, Auth);
    row("verification", 403, R"({"message":"Your organization must be verified","code":null})"_ba, Auth);
    row("country", 403, R"({"message":"m","code":"unsupported_country_region_territory"})"_ba, Unsupported);
    row("model", 404, R"({"message":"m","type":"invalid_request_error","code":"model_not_found"})"_ba, NotFound);
    row("conflict", 409, R"({"message":"m"})"_ba, Upstream, Billing::MayBeBilled);
    row("unprocessable", 422, R"({"message":"m"})"_ba, Invalid);
    row("quota", 429, R"({"message":"m","type":"insufficient_quota","code":"insufficient_quota"})"_ba, Funds);
    row("rate", 429, R"({"message":"m","type":"requests","code":"rate_limit_exceeded"})"_ba, RateLimit);
    row("rate by tokens", 429, R"({"message":"m","type":"tokens","code":"rate_limit_exceeded"})"_ba, RateLimit);
    row("server", 500, R"({"message":"m","type":"server_error"})"_ba, Upstream, Billing::MayBeBilled);
    row("server with a refusal's code", 500, R"({"message":"m","code":"rate_limit_exceeded"})"_ba, Upstream,
        Billing::MayBeBilled);
    row("bad gateway", 502, R"({"message":"m","type":"server_error"})"_ba, Upstream, Billing::MayBeBilled);
    row("overloaded", 503, R"({"message":"m","type":"server_error"})"_ba, Overloaded);
    row("model loading", 503, R"({"message":"m","code":"model_loading","type":"model_loading"})"_ba, Overloaded);
    row("gateway timeout", 504, R"({"message":"m"})"_ba, Timeout, Billing::MayBeBilled);
    row("plain words", 400, "\"prompt required\""_ba, Invalid);
    row("redirect", 308, R"({"message":"m"})"_ba, Upstream);
}

void TestOpenAiAnswers::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, error);
    const Error read = errorOf(TestOpenAiAnswers::read(answerOf(status, "{\"error\":" + error + '}')));
    QTEST(read.kind, "kind");
    QTEST(read.billing, "billing");
    QCOMPARE(read.httpStatus, status);
    QVERIFY(wording::sentence(read).contains(u"OpenAI"_s));
}

/// Another key or model would not help there, another provider may: the reason says so, wherever the code stands.
void TestOpenAiAnswers::tellsOfCountriesNotServed()
{
    for (const auto &[status, said] :
         {std::pair {403, R"({"message":"m","code":"unsupported_country_region_territory"})"_ba},
          std::pair {403, R"({"message":"m","code":null,"type":"unsupported_country_region_territory"})"_ba},
          std::pair {200, R"({"message":"m","code":"unsupported_country_region_territory"})"_ba}}) {
        const Error error = errorOf(read(answerOf(status, "{\"error\":" + said + '}')));
        QCOMPARE(error.kind, ErrorKind::Unsupported);
        QCOMPARE(error.reason, reasons::regionNotServed(u"OpenAI"_s));
    }
}

void TestOpenAiAnswers::keepsTheVendorsWords()
{
    const Error error = errorOf(read(answerOf(
        400,
        R"({"error":{"message":"Rejected. safety_violations=[violence]","type":"t","code":"moderation_blocked"}})"_ba)));
    QCOMPARE(error.detail, u"Rejected. safety_violations=[violence]"_s);
    QCOMPARE(error.code, u"moderation_blocked"_s);
    QCOMPARE(errorOf(read(answerOf(502, "<html><title>502 Bad Gateway</title></html>"_ba))).detail,
             u"502 Bad Gateway"_s);
}

void TestOpenAiAnswers::hidesKeys()
{
    const Error error =
        errorOf(read(answerOf(401, R"({"error":{"message":"Wrong key: sk-live-key, or sk-abc***xyz"}})"_ba)));
    QVERIFY(!error.detail.contains(u"live"_s));
    QVERIFY(!error.detail.contains(u"xyz"_s));
    QVERIFY(error.detail.contains(u"Wrong key"_s));
}

void TestOpenAiAnswers::namesOurOwnFields()
{
    const Error error = errorOf(read(answerOf(400, R"({"error":{"message":"m","param":"safety_identifier"}})"_ba)));
    QCOMPARE(error.param, u"user"_s);
    QVERIFY(wording::sentence(error).contains(u"user"_s));
}

void TestOpenAiAnswers::retryHints_data()
{
    QTest::addColumn<QList<HttpHeader>>("headers");
    QTest::addColumn<std::optional<milliseconds>>("after");
    using Hint = std::optional<milliseconds>;
    QTest::newRow("none") << QList<HttpHeader> {} << Hint {};
    QTest::newRow("seconds") << QList<HttpHeader> {{"retry-after"_ba, "20"_ba}} << Hint {20'000};
    QTest::newRow("milliseconds first") << QList<HttpHeader> {{"retry-after"_ba, "20"_ba},
                                                              {"retry-after-ms"_ba, "1500"_ba}}
                                        << Hint {1500};
    QTest::newRow("negative") << QList<HttpHeader> {{"retry-after"_ba, "-5"_ba}} << Hint {};
}

void TestOpenAiAnswers::retryHints()
{
    QFETCH(QList<HttpHeader>, headers);
    const Error error = errorOf(read(answerOf(429, R"({"error":{"code":"rate_limit_exceeded"}})"_ba, headers)));
    QCOMPARE(error.kind, ErrorKind::RateLimit);
    QTEST(error.retryAfter, "after");
}

void TestOpenAiAnswers::keyChecks_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind"); ///< Unknown: the key is well
    QTest::newRow("well") << 200 << ErrorKind::Unknown;
    QTest::newRow("refused") << 401 << ErrorKind::Auth;
    QTest::newRow("another server") << 404 << ErrorKind::NotFound;
    QTest::newRow("down") << 502 << ErrorKind::Upstream;
}

void TestOpenAiAnswers::keyChecks()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    const std::optional<Error> error = openAiCompatibleAdapter()->readKeyCheck(answerOf(status, "{}"_ba));
    QCOMPARE(error.has_value(), kind != ErrorKind::Unknown);
    if (error) {
        QCOMPARE(error->kind, kind);
        QCOMPARE(error->billing, Billing::NotBilled);
    }
}

void TestOpenAiAnswers::survivesDamage()
{
    const QByteArray small = good(R"({"input_tokens":20,"output_tokens":196})"_ba);
    const QByteArray large = good(R"({"input_tokens":20,"output_tokens":196})"_ba, noisyPng({40, 40}));
    QVERIFY(large.size() > 5000);
    for (const QByteArray &damaged : mutations(small, 1500) + mutations(large, 500)) {
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

QTEST_GUILESS_MAIN(TestOpenAiAnswers)
#include "test_openaianswers.moc"
