// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/model/fieldreader.h"
#include "providers/openai/openaiadapter.h"
#include "providers/registry.h"
#include "tests/providers/plans.h"
#include "tests/support/multipart.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestOpenAiRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void generation_data();
    void generation();
    void identifies_data();
    void identifies();
    void editsAreForms();
    void editsWithSeveralPictures();
    void picturesInsideGenerations_data();
    void picturesInsideGenerations();
    void sameCallSameBytes();
    void needsAnAddress();
    void asksForModelsToCheckTheKey();

private:
    static HttpRequest sentBy(const Adapter &adapter, const Plan &plan,
                              const Credentials &credentials = {"sk-1"_ba, {}, {}}, const PlannedCall &call = {});
    static QList<FormPart> partsOf(const HttpRequest &request);
};

HttpRequest TestOpenAiRequests::sentBy(const Adapter &adapter, const Plan &plan, const Credentials &credentials,
                                       const PlannedCall &call)
{
    const Step step = adapter.begin(plan, call, credentials);
    const auto *send = std::get_if<Send>(&step);
    return send ? send->request : HttpRequest {};
}

QList<FormPart> TestOpenAiRequests::partsOf(const HttpRequest &request)
{
    Received received;
    received.headers = request.headers;
    received.body = request.body;
    return formParts(received);
}

void TestOpenAiRequests::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"openai"_s));
    QCOMPARE(registry.find(u"openai"_s)->info().keyVariables.value(0), u"OPENAI_API_KEY"_s);
    QVERIFY(registry.find(u"openai-compatible"_s));
    QVERIFY(registry.find(u"openai-compatible"_s)->info().needsBaseUrl);
    QVERIFY(!registry.find(u"openai-compatible"_s)->info().needsKey);
}

void TestOpenAiRequests::generation_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<PlannedCall>("call");
    QTest::addColumn<QByteArray>("body");

    const Plan plain = planFor(openAiOffer());
    QTest::newRow("least") << plain << PlannedCall {}
                           << R"({"model":"gpt-image-2.6-flare","n":1,"prompt":"a red fox"})"_ba;

    Plan full = plain;
    full.size.pixels = QSize(1536, 1024);
    full.quality = u"high"_s;
    full.background = u"opaque"_s;
    full.output.upstreamFormat = ImageFormat::Webp;
    full.output.upstreamCompression = 85;
    full.request.user = u"u-1"_s;
    QTest::newRow("everything")
        << full << PlannedCall {3, {}}
        << R"({"background":"opaque","model":"gpt-image-2.6-flare","n":3,"output_compression":85,"output_format":"webp",)"
           R"("prompt":"a red fox","quality":"high","safety_identifier":"u-1","size":"1536x1024"})"_ba;

    Plan png = plain;
    png.output.format = ImageFormat::Png;
    png.output.upstreamCompression = 85;
    QTest::newRow("a format asked for, without a compression it does not have")
        << png << PlannedCall {}
        << R"({"model":"gpt-image-2.6-flare","n":1,"output_format":"png","prompt":"a red fox"})"_ba;

    Plan extra = plain;
    extra.quality = u"low"_s;
    extra.request.extra = {{u"moderation"_s, u"low"_s},
                           {u"model"_s, u"other"_s},
                           {u"prompt"_s, u"x"_s},
                           {u"n"_s, 10},
                           {u"quality"_s, u"max"_s}};
    QTest::newRow("own fields change nothing that was planned")
        << extra << PlannedCall {}
        << R"({"model":"gpt-image-2.6-flare","moderation":"low","n":1,"prompt":"a red fox","quality":"low"})"_ba;

    Plan unsupported = planFor(compatibleOffer());
    unsupported.quality = u"high"_s;
    unsupported.size.pixels = QSize(512, 512);
    unsupported.request.user = u"u"_s;
    unsupported.request.images = {{pngOf({4, 4}), {}}};
    QTest::newRow("only what the offer knows")
        << unsupported << PlannedCall {2, 7}
        << R"({"model":"own-model","n":2,"prompt":"a red fox","seed":7,"size":"512x512"})"_ba;

    Plan constant = planFor(compatibleOffer());
    constant.offer.wire.constants = {{u"response_format"_s, u"b64_json"_s}};
    constant.offer.fields.remove(u"n"_s);
    QTest::newRow("response_format where the offer says so, no n where it has none")
        << constant << PlannedCall {}
        << R"({"model":"own-model","prompt":"a red fox","response_format":"b64_json"})"_ba;
}

void TestOpenAiRequests::generation()
{
    QFETCH(Plan, plan);
    QFETCH(PlannedCall, call);
    const HttpRequest request = sentBy(*openAiAdapter(), plan, {"sk-1"_ba, {}, {}}, call);
    QCOMPARE(request.method, "POST"_ba);
    QCOMPARE(request.url, QUrl(u"https://api.openai.com/v1/images/generations"_s));
    QTEST(request.body, "body");
    QCOMPARE(request.header("Content-Type"_ba), "application/json"_ba);
    QVERIFY(request.startsPaidWork);
}

void TestOpenAiRequests::identifies_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QList<HttpHeader>>("headers");
    const QString base = u"http://127.0.0.1:8080"_s;
    const QString path = u"/v1/images/generations"_s;
    const HttpHeader accept {"Accept"_ba, "application/json"_ba};
    const HttpHeader type {"Content-Type"_ba, "application/json"_ba};
    const HttpHeader key {"Authorization"_ba, "Bearer k"_ba};
    QTest::newRow("key") << Credentials {"k"_ba, {}, QUrl(base)} << QString(base + path)
                         << QList<HttpHeader> {accept, type, key};
    QTest::newRow("no key") << Credentials {{}, {}, QUrl(base)} << QString(base + path)
                            << QList<HttpHeader> {accept, type};
    QTest::newRow("below a path") << Credentials {{}, {}, QUrl(base + "/openai/"_L1)}
                                  << QString(base + "/openai"_L1 + path) << QList<HttpHeader> {accept, type};
    for (const char *versioned : {"/v1", "/v1beta/openai", "/api/v3"}) {
        QTest::newRow(versioned) << Credentials {{}, {}, QUrl(base + QLatin1StringView(versioned))}
                                 << QString(base + QLatin1StringView(versioned) + "/images/generations"_L1)
                                 << QList<HttpHeader> {accept, type};
    }
    QTest::newRow("organization and project")
        << Credentials {"k"_ba, {{u"organization"_s, "org-1"_ba}, {u"project"_s, "proj-1"_ba}}, QUrl(base + "/v1"_L1)}
        << QString(base + path)
        << QList<HttpHeader> {
               accept, type, key, {"OpenAI-Organization"_ba, "org-1"_ba}, {"OpenAI-Project"_ba, "proj-1"_ba}};
}

void TestOpenAiRequests::identifies()
{
    QFETCH(Credentials, credentials);
    const HttpRequest request = sentBy(*openAiCompatibleAdapter(), planFor(compatibleOffer()), credentials);
    QTEST(request.url.toString(), "url");
    QTEST(request.headers, "headers");
}

void TestOpenAiRequests::editsAreForms()
{
    Plan plan = planFor(openAiOffer());
    plan.size.pixels = QSize(1024, 1024);
    plan.request.images = {{pngOf({8, 8}), {}}};
    plan.request.mask = InputImage {pngOf({8, 8}, Qt::transparent), u"../my mask.png"_s};
    plan.request.extra = {{u"input_fidelity"_s, u"high"_s}};
    const HttpRequest request = sentBy(*openAiAdapter(), plan);
    QCOMPARE(request.method, "POST"_ba);
    QCOMPARE(request.url, QUrl(u"https://api.openai.com/v1/images/edits"_s));
    QVERIFY(request.startsPaidWork);
    QVERIFY(request.header("Content-Type"_ba).startsWith("multipart/form-data; boundary="));
    QCOMPARE(request.header("Authorization"_ba), "Bearer sk-1"_ba);

    const QList<FormPart> parts = partsOf(request);
    QStringList names;
    for (const FormPart &part : parts) {
        names.append(part.name);
    }
    QCOMPARE(names,
             (QStringList {u"input_fidelity"_s, u"model"_s, u"n"_s, u"prompt"_s, u"size"_s, u"image"_s, u"mask"_s}));
    QCOMPARE(formField(parts, u"prompt"_s).value_or(QByteArray()), "a red fox"_ba);
    QCOMPARE(formField(parts, u"n"_s).value_or(QByteArray()), "1"_ba);
    QCOMPARE(formField(parts, u"size"_s).value_or(QByteArray()), "1024x1024"_ba);
    QCOMPARE(parts.at(5).body, plan.request.images.at(0).bytes);
    QCOMPARE(parts.at(5).contentType, "image/png"_ba);
    QCOMPARE(parts.at(5).fileName, u"image-1.png"_s);
    QCOMPARE(parts.at(6).body, plan.request.mask->bytes);
    QCOMPARE(parts.at(6).fileName, u"my mask.png"_s);
}

void TestOpenAiRequests::editsWithSeveralPictures()
{
    Plan plan = planFor(openAiOffer());
    plan.request.images = {{pngOf({8, 8}), u"a.png"_s},
                           {"\xff\xd8\xff"
                            "rest"_ba,
                            u"b.jpg"_s}};
    const QList<FormPart> parts = partsOf(sentBy(*openAiAdapter(), plan)).mid(3);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts.at(0).name, u"image[]"_s);
    QCOMPARE(parts.at(1).name, u"image[]"_s);
    QCOMPARE(parts.at(1).contentType, "image/jpeg"_ba);
    QCOMPARE(parts.at(1).body, plan.request.images.at(1).bytes);
}

void TestOpenAiRequests::picturesInsideGenerations_data()
{
    QTest::addColumn<QJsonObject>("wire");
    QTest::addColumn<QJsonValue>("sent");
    const QString base64 = QString::fromLatin1(pngOf({2, 2}).toBase64());
    const QString url = "data:image/png;base64,"_L1 + base64;
    QTest::newRow("base64") << QJsonObject {{u"imageAs"_s, u"base64"_s}} << QJsonValue(base64);
    QTest::newRow("data url") << QJsonObject {{u"imageAs"_s, u"data-url"_s}} << QJsonValue(url);
    QTest::newRow("list") << QJsonObject {{u"imageAs"_s, u"data-url"_s}, {u"imageList"_s, true}}
                          << QJsonValue(QJsonArray {url, url});
}

void TestOpenAiRequests::picturesInsideGenerations()
{
    QFETCH(QJsonObject, wire);
    QFETCH(QJsonValue, sent);
    Plan plan = planFor(compatibleOffer());
    plan.offer.fields.insert(u"image"_s, u"file"_s);
    FieldReader fields(wire);
    plan.offer.wire = Wire::read(fields);
    plan.request.images = {{pngOf({2, 2}), {}}, {pngOf({2, 2}), {}}};
    const HttpRequest request = sentBy(*openAiCompatibleAdapter(), plan, {{}, {}, QUrl(u"http://localhost:8080"_s)});
    QCOMPARE(request.url.path(), u"/v1/images/generations"_s);
    QCOMPARE(QJsonDocument::fromJson(request.body).object().value("file"_L1), sent);
}

void TestOpenAiRequests::sameCallSameBytes()
{
    Plan plan = planFor(openAiOffer());
    plan.request.images = {{pngOf({8, 8}), {}}};
    QCOMPARE(sentBy(*openAiAdapter(), plan), sentBy(*openAiAdapter(), plan));
}

void TestOpenAiRequests::needsAnAddress()
{
    const auto adapter = openAiCompatibleAdapter();
    const Error error = errorOf(adapter->begin(planFor(compatibleOffer()), {}, {"k"_ba, {}, {}}));
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QCOMPARE(error.billing, Billing::NotBilled);
    QVERIFY(!error.why().isEmpty());
    QVERIFY(!adapter->keyCheck({}));
}

void TestOpenAiRequests::asksForModelsToCheckTheKey()
{
    const auto adapter = openAiAdapter();
    const std::optional<HttpRequest> request = adapter->keyCheck({"sk-1"_ba, {}, {}});
    QVERIFY(request);
    QCOMPARE(request->method, "GET"_ba);
    QCOMPARE(request->url, QUrl(u"https://api.openai.com/v1/models"_s));
    QCOMPARE(request->header("Authorization"_ba), "Bearer sk-1"_ba);
    QVERIFY(!request->startsPaidWork);
    QVERIFY(!adapter->resume({}, {}));
    QVERIFY(!adapter->cancel({}, {}));
}

QTEST_GUILESS_MAIN(TestOpenAiRequests)
#include "test_openairequests.moc"
