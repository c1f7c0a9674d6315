// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/catalog/catalog.h"
#include "providers/google/geminiadapter.h"
#include "providers/registry.h"
#include "tests/providers/plans.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestGeminiRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void generation_data();
    void generation();
    void addressAndHeaders_data();
    void addressAndHeaders();
    void picturesFollowThePrompt();
    void remembersTheSeed();
    void needsAnAddress();
    void asksForOneModelToCheckTheKey();

private:
    static Send sent(const Plan &plan, const PlannedCall &call = {}, const QUrl &base = {})
    {
        const Step step = geminiAdapter()->begin(plan, call, {"AIza-1"_ba, {}, base});
        const auto *send = std::get_if<Send>(&step);
        return send ? *send : Send {};
    }
};

void TestGeminiRequests::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"google-gemini"_s));
    QCOMPARE(registry.find(u"google-gemini"_s)->info().keyVariables.value(0), u"GEMINI_API_KEY"_s);
    QVERIFY(registry.find(u"google-gemini"_s)->info().needsKey);
}

void TestGeminiRequests::generation_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<PlannedCall>("call");
    QTest::addColumn<QByteArray>("config"); ///< generationConfig
    const Plan plain = planFor(geminiOffer());
    QTest::newRow("least") << plain << PlannedCall {} << R"({"responseModalities":["IMAGE"]})"_ba;

    Plan sized = plain;
    sized.size.ratio = AspectRatio {16, 9};
    sized.size.tier = ResolutionTier::TwoK;
    QTest::newRow("ratio, resolution and seed")
        << sized << PlannedCall {1, 7}
        << R"({"imageConfig":{"aspectRatio":"16:9","imageSize":"2K"},"responseModalities":["IMAGE"],"seed":7})"_ba;

    Plan reduced = plain;
    reduced.size.ratio = AspectRatio {32, 18};
    QTest::newRow("the vendor's spelling of a ratio")
        << reduced << PlannedCall {} << R"({"imageConfig":{"aspectRatio":"16:9"},"responseModalities":["IMAGE"]})"_ba;

    Plan illegal = plain;
    illegal.size.ratio = AspectRatio {5, 1};
    illegal.size.tier = ResolutionTier::HalfK;
    QTest::newRow("nothing the offer does not list")
        << illegal << PlannedCall {} << R"({"responseModalities":["IMAGE"]})"_ba;

    Plan fixed = sized;
    fixed.offer.fields.remove(u"resolution"_s);
    fixed.offer.fields.remove(u"seed"_s);
    QTest::newRow("no resolution where the model has one")
        << fixed << PlannedCall {1, 7} << R"({"imageConfig":{"aspectRatio":"16:9"},"responseModalities":["IMAGE"]})"_ba;

    Plan half = plain;
    half.size.tier = ResolutionTier::HalfK;
    half.offer.wire = Catalog::builtIn().resolve(u"google-gemini/gemini-3-pro-image"_s)->offers.first().wire;
    std::get<SizeRatios>(half.offer.sizes).tiers.prepend(ResolutionTier::HalfK);
    QTest::newRow("half a K has its own word")
        << half << PlannedCall {} << R"({"imageConfig":{"imageSize":"512"},"responseModalities":["IMAGE"]})"_ba;

    Plan extra = sized;
    extra.request.extra = {
        {u"generationConfig"_s,
         QJsonObject {{u"topP"_s, 0.5}, {u"imageConfig"_s, QJsonObject {{u"x"_s, 1}, {u"imageSize"_s, u"4K"_s}}}}},
        {u"contents"_s, QJsonArray {}}};
    QTest::newRow("own fields are merged, and change nothing that was planned")
        << extra << PlannedCall {}
        << R"({"imageConfig":{"aspectRatio":"16:9","imageSize":"2K","x":1},"responseModalities":["IMAGE"],"topP":0.5})"_ba;

    Plan constants = plain;
    constants.offer.wire.constants = {
        {u"generationConfig"_s, QJsonObject {{u"responseModalities"_s, QJsonArray {u"TEXT"_s, u"IMAGE"_s}}}}};
    QTest::newRow("constants of the offer")
        << constants << PlannedCall {} << R"({"responseModalities":["TEXT","IMAGE"]})"_ba;
}

void TestGeminiRequests::generation()
{
    QFETCH(Plan, plan);
    QFETCH(PlannedCall, call);
    QFETCH(QByteArray, config);
    const QByteArray body = sent(plan, call).request.body;
    const QByteArray contents = R"([{"parts":[{"text":"a red fox"}],"role":"user"}])"_ba;
    QCOMPARE(body, QByteArray("{\"contents\":" + contents + ",\"generationConfig\":" + config + '}'));
}

void TestGeminiRequests::addressAndHeaders_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("url");
    QTest::newRow("the vendor's")
        << u""_s << u"gemini-3-pro-image"_s
        << u"https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro-image:generateContent"_s;
    QTest::newRow("another") << u"http://127.0.0.1:9/g"_s << u"m"_s
                             << u"http://127.0.0.1:9/g/v1beta/models/m:generateContent"_s;
    QTest::newRow("with the version") << u"http://127.0.0.1:9/v1beta/"_s << u"m"_s
                                      << u"http://127.0.0.1:9/v1beta/models/m:generateContent"_s;
    QTest::newRow("an id stays an id") << u"http://127.0.0.1:9"_s << u"../x?key=1"_s
                                       << u"http://127.0.0.1:9/v1beta/models/..%2Fx%3Fkey%3D1:generateContent"_s;
}

void TestGeminiRequests::addressAndHeaders()
{
    QFETCH(QString, base);
    QFETCH(QString, model);
    Plan plan = planFor(geminiOffer());
    plan.offer.providerModel = model;
    const HttpRequest request = sent(plan, {}, QUrl(base)).request;
    QCOMPARE(request.method, "POST"_ba);
    QTEST(request.url.toString(QUrl::FullyEncoded), "url");
    QVERIFY(request.startsPaidWork);
    const QList<HttpHeader> headers {{"Accept"_ba, "application/json"_ba},
                                     {"Content-Type"_ba, "application/json"_ba},
                                     {"x-goog-api-key"_ba, "AIza-1"_ba}};
    QCOMPARE(request.headers, headers);
}

void TestGeminiRequests::picturesFollowThePrompt()
{
    Plan plan = planFor(geminiOffer());
    plan.request.images = {{pngOf({2, 2}), {}},
                           {"\xff\xd8\xff"
                            "rest"_ba,
                            {}}};
    const QJsonObject body = QJsonDocument::fromJson(sent(plan).request.body).object();
    const QJsonArray parts = body.value("contents"_L1)[0]["parts"_L1].toArray();
    const QJsonObject png {{u"mimeType"_s, u"image/png"_s}, {u"data"_s, QString::fromLatin1(pngOf({2, 2}).toBase64())}};
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts.at(0)["text"_L1].toString(), u"a red fox"_s);
    QCOMPARE(parts.at(1)["inlineData"_L1].toObject(), png);
    QCOMPARE(parts.at(2)["inlineData"_L1]["mimeType"_L1].toString(), u"image/jpeg"_s);
}

void TestGeminiRequests::remembersTheSeed()
{
    QCOMPARE(sent(planFor(geminiOffer()), {1, 7}).state, (AdapterState {{u"seed"_s, 7}}));
    QCOMPARE(sent(planFor(geminiOffer())).state, AdapterState {});
}

void TestGeminiRequests::needsAnAddress()
{
    const Error error = errorOf(geminiAdapter()->begin(planFor(geminiOffer()), {}, {"k"_ba, {}, QUrl(u"nonsense"_s)}));
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QCOMPARE(error.billing, Billing::NotBilled);
}

void TestGeminiRequests::asksForOneModelToCheckTheKey()
{
    const std::optional<HttpRequest> request = geminiAdapter()->keyCheck({"AIza-1"_ba, {}, {}});
    QVERIFY(request);
    QCOMPARE(request->method, "GET"_ba);
    QCOMPARE(request->url, QUrl(u"https://generativelanguage.googleapis.com/v1beta/models?pageSize=1"_s));
    QCOMPARE(request->header("x-goog-api-key"_ba), "AIza-1"_ba);
    QVERIFY(!request->startsPaidWork);
}

QTEST_GUILESS_MAIN(TestGeminiRequests)
#include "test_geminirequests.moc"
