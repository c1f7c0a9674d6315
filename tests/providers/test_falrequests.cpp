// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/fal/faladapter.h"
#include "providers/registry.h"
#include "tests/providers/jobs.h"

#include <QBuffer>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestFalRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void submissions_data();
    void submissions();
    void picturesAndMasks();
    void refusesBeforeSending_data();
    void refusesBeforeSending();
    void followsTheJob();
    void buildsAddressesItWasNotGiven_data();
    void buildsAddressesItWasNotGiven();
    void keepsTheKeyAtHome_data();
    void keepsTheKeyAtHome();
    void resumes_data();
    void resumes();
    void cancels();
    void checksTheKey();

private:
    const FalAdapter m_fal;
    const Credentials m_credentials {"id:secret"_ba, {}, {}};
};

void TestFalRequests::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"fal"_s));
    QCOMPARE(registry.find(u"fal"_s)->info().keyVariables, QStringList {u"FAL_KEY"_s});
}

void TestFalRequests::submissions_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<PlannedCall>("call");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("body");

    const QString flux = u"POST https://queue.fal.run/fal-ai/flux/dev"_s;
    Plan plan = planFor(falOffer());
    QTest::newRow("least") << plan << PlannedCall {} << QUrl() << flux
                           << R"({"enable_safety_checker":true,"num_images":1,"output_format":"jpeg",)"
                              R"("prompt":"a red fox"})"_ba;
    plan.size.pixels = QSize(1024, 576);
    plan.output.upstreamFormat = ImageFormat::Png;
    QTest::newRow("size as an object, n and seed")
        << plan << PlannedCall {3, 11} << QUrl() << flux
        << R"({"enable_safety_checker":true,"image_size":{"height":576,"width":1024},"num_images":3,)"
           R"("output_format":"png","prompt":"a red fox","seed":11})"_ba;
    plan.size.pixels = QSize(1024, 1024);
    QTest::newRow("size as a word, base replaced")
        << plan << PlannedCall {} << QUrl(u"http://127.0.0.1:9000/proxy"_s)
        << u"POST http://127.0.0.1:9000/proxy/fal-ai/flux/dev"_s
        << R"({"enable_safety_checker":true,"image_size":"square_hd","num_images":1,"output_format":"png",)"
           R"("prompt":"a red fox"})"_ba;
    Plan extra = planFor(falOffer());
    extra.request.extra = {{u"guidance_scale"_s, 3.5}, {u"num_images"_s, 4}, {u"enable_safety_checker"_s, false}};
    QTest::newRow("own fields change constants, never what is paid")
        << extra << PlannedCall {} << QUrl() << flux
        << R"({"enable_safety_checker":false,"guidance_scale":3.5,"num_images":1,"output_format":"jpeg",)"
           R"("prompt":"a red fox"})"_ba;
    Plan ratio = planFor(falRatioOffer());
    ratio.size.ratio = AspectRatio {16, 9};
    ratio.size.tier = ResolutionTier::TwoK;
    QTest::newRow("ratio and tier") << ratio << PlannedCall {2, 5} << QUrl()
                                    << u"POST https://queue.fal.run/fal-ai/nano-banana-pro"_s
                                    << R"({"aspect_ratio":"16:9","num_images":2,"output_format":"png",)"
                                       R"("prompt":"a red fox","resolution":"2K"})"_ba;
    QTest::newRow("no pictures, no edit endpoint")
        << planFor(falEditOffer()) << PlannedCall {} << QUrl() << u"POST https://queue.fal.run/fal-ai/flux-2-pro"_s
        << R"({"output_format":"jpeg","prompt":"a red fox"})"_ba;
}

void TestFalRequests::submissions()
{
    QFETCH(Plan, plan);
    QFETCH(PlannedCall, call);
    QFETCH(QUrl, base);
    Credentials credentials = m_credentials;
    credentials.baseUrl = base;
    const Step step = m_fal.begin(plan, call, credentials);
    const HttpRequest request = requestOf(step);
    QCOMPARE(kindOf(step), u"send"_s);
    QTEST(lineOf(request), "line");
    QTEST(request.body, "body");
    QCOMPARE(request.header("authorization"_ba), "Key id:secret"_ba);
    QCOMPARE(request.header("content-type"_ba), "application/json"_ba);
    QVERIFY(request.startsPaidWork);
    QVERIFY(!QJsonDocument(stateOf(step)).toJson().contains("secret"));
}

void TestFalRequests::picturesAndMasks()
{
    Plan edit = planFor(falEditOffer());
    edit.request.images = {{pngOf({4, 4}), {}}, {pngOf({8, 8}), {}}};
    const HttpRequest request = requestOf(m_fal.begin(edit, {}, m_credentials));
    QCOMPARE(lineOf(request), u"POST https://queue.fal.run/fal-ai/flux-2-pro/edit"_s);
    const QJsonArray urls = jsonOf(request.body).value("image_urls"_L1).toArray();
    QCOMPARE(urls.size(), 2);
    QCOMPARE(urls.at(1).toString(),
             QString(u"data:image/png;base64,"_s + QString::fromLatin1(pngOf({8, 8}).toBase64())));

    Plan fill = planFor(falFillOffer());
    fill.request.images = {{pngOf({2, 1}), {}}};
    QImage mask(2, 1, QImage::Format_ARGB32);
    mask.setPixel(0, 0, qRgba(9, 9, 9, 0));
    mask.setPixel(1, 0, qRgba(9, 9, 9, 255));
    QBuffer buffer;
    mask.save(&buffer, "PNG");
    fill.request.mask = InputImage {buffer.data(), {}};
    const QJsonObject body = jsonOf(requestOf(m_fal.begin(fill, {}, m_credentials)).body);
    QVERIFY(body.value("image_url"_L1).isString());
    const QByteArray sent = QByteArray::fromBase64(body.value("mask_url"_L1).toString().section(u',', 1).toLatin1());
    const QImage white = QImage::fromData(sent);
    QCOMPARE(white.size(), QSize(2, 1));
    QCOMPARE(qGray(white.pixel(0, 0)), 255); // what was transparent may change
    QCOMPARE(qGray(white.pixel(1, 0)), 0);
}

void TestFalRequests::refusesBeforeSending_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("mask");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("param");
    QTest::newRow("no endpoint") << u""_s << QByteArray() << ErrorKind::NotFound << u"model"_s;
    QTest::newRow("absolute") << u"/fal-ai/flux"_s << QByteArray() << ErrorKind::NotFound << u"model"_s;
    QTest::newRow("climbing") << u"fal-ai/../flux"_s << QByteArray() << ErrorKind::NotFound << u"model"_s;
    QTest::newRow("query") << u"fal-ai/flux?fal_webhook=x"_s << QByteArray() << ErrorKind::NotFound << u"model"_s;
    QTest::newRow("mask") << u"fal-ai/flux-pro/v1/fill"_s << "no picture"_ba << ErrorKind::Invalid << u"mask"_s;
}

void TestFalRequests::refusesBeforeSending()
{
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, mask);
    Plan plan = planFor(falFillOffer());
    plan.offer.providerModel = endpoint;
    if (!mask.isEmpty()) {
        plan.request.mask = InputImage {mask, {}};
    }
    const Error error = errorOf(m_fal.begin(plan, {}, m_credentials));
    QTEST(error.kind, "kind");
    QTEST(error.param, "param");
    QCOMPARE(error.billing, Billing::NotBilled);
    QVERIFY(!error.why().isEmpty());
}

void TestFalRequests::followsTheJob()
{
    const Plan plan = planFor(falOffer());
    const QByteArray links = R"("response_url":"https://queue.fal.run/fal-ai/flux/requests/7d","status_url":)"
                             R"("https://queue.fal.run/fal-ai/flux/requests/7d/status?x=1","cancel_url":)"
                             R"("https://queue.fal.run/fal-ai/flux/requests/7d/cancel")"_ba;
    const auto answer = [&links](const QByteArray &start) { return answerOf(200, '{' + start + ',' + links + '}'); };
    Step step = m_fal.begin(plan, {}, m_credentials);
    step = m_fal.advance(plan, stateOf(step), answer(R"("request_id":"7d","status":"IN_QUEUE","queue_position":3)"),
                         m_credentials);
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(std::get<Wait>(step).queuePosition, std::optional<int>(3));
    QCOMPARE(lineOf(requestOf(step)), u"GET https://queue.fal.run/fal-ai/flux/requests/7d/status?x=1"_s);
    QCOMPARE(requestOf(step).header("Authorization"_ba), "Key id:secret"_ba);
    QVERIFY(!requestOf(step).startsPaidWork);
    step = m_fal.advance(plan, stateOf(step), answerOf(202, R"({"status":"IN_PROGRESS","logs":null})"), m_credentials);
    QCOMPARE(kindOf(step), u"wait"_s);
    QVERIFY(!std::get<Wait>(step).queuePosition);
    step = m_fal.advance(plan, stateOf(step), answerOf(200, R"({"status":"COMPLETED"})"), m_credentials);
    QCOMPARE(kindOf(step), u"send"_s);
    QCOMPARE(lineOf(requestOf(step)), u"GET https://queue.fal.run/fal-ai/flux/requests/7d"_s);
    QVERIFY(!requestOf(step).startsPaidWork);
    QVERIFY(!QJsonDocument(stateOf(step)).toJson().contains("secret"));
    step = m_fal.advance(plan, stateOf(step), answerOf(200, R"({"images":[{"url":"https://v3.fal.media/a.jpeg"}]})"),
                         m_credentials);
    QCOMPARE(doneOf(step).media.size(), 1);
}

void TestFalRequests::buildsAddressesItWasNotGiven_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("status");
    QTest::newRow("sub-path dropped") << u"fal-ai/flux/dev"_s << QUrl()
                                      << u"https://queue.fal.run/fal-ai/flux/requests/a%2Fb/status"_s;
    QTest::newRow("no sub-path") << u"fal-ai/flux-2-pro"_s << QUrl()
                                 << u"https://queue.fal.run/fal-ai/flux-2-pro/requests/a%2Fb/status"_s;
    QTest::newRow("workflow") << u"workflows/me/flow/x"_s << QUrl()
                              << u"https://queue.fal.run/workflows/me/flow/requests/a%2Fb/status"_s;
    QTest::newRow("comfy") << u"comfy/me/flow"_s << QUrl()
                           << u"https://queue.fal.run/comfy/me/flow/requests/a%2Fb/status"_s;
    QTest::newRow("base") << u"fal-ai/flux/dev"_s << QUrl(u"http://127.0.0.1:9/f"_s)
                          << u"http://127.0.0.1:9/f/fal-ai/flux/requests/a%2Fb/status"_s;
}

void TestFalRequests::buildsAddressesItWasNotGiven()
{
    QFETCH(QString, endpoint);
    QFETCH(QUrl, base);
    Plan plan = planFor(falOffer());
    plan.offer.providerModel = endpoint;
    const Credentials credentials {"k"_ba, {}, base};
    const Step step =
        m_fal.advance(plan, {{u"phase"_s, u"submit"_s}}, answerOf(200, R"({"request_id":"a/b"})"), credentials);
    QCOMPARE(kindOf(step), u"wait"_s);
    QTEST(requestOf(step).url.toString(QUrl::FullyEncoded), "status");
}

void TestFalRequests::keepsTheKeyAtHome_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<bool>("followed");
    const QUrl none;
    const QUrl local(u"http://127.0.0.1:9000"_s);
    const QUrl proxy(u"https://proxy.example/fal"_s);
    QTest::newRow("own") << u"https://queue.fal.run/a/b/requests/1/status"_s << none << true;
    QTest::newRow("foreign") << u"https://evil.example/a"_s << none << false;
    QTest::newRow("look-alike") << u"https://queue.fal.run.evil.example/a"_s << none << false;
    QTest::newRow("suffix") << u"https://evilqueue.fal.run/a"_s << none << false;
    QTest::newRow("plain http") << u"http://queue.fal.run/a"_s << none << false;
    QTest::newRow("other port") << u"https://queue.fal.run:8443/a"_s << none << false;
    QTest::newRow("user info") << u"https://x@queue.fal.run/a"_s << none << false;
    QTest::newRow("loopback from the real fal") << u"http://127.0.0.1:1/a"_s << none << false;
    QTest::newRow("loopback") << u"http://127.0.0.1:1/a"_s << local << true;
    QTest::newRow("loopback by name") << u"http://localhost:1/a"_s << local << true;
    QTest::newRow("loopback look-alike") << u"http://127.0.0.1.nip.io/a"_s << local << false;
    QTest::newRow("foreign from loopback") << u"https://evil.example/a"_s << local << false;
    QTest::newRow("proxy") << u"https://proxy.example/fal/a"_s << proxy << true;
    QTest::newRow("proxy downgraded") << u"http://proxy.example/fal/a"_s << proxy << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << none << false;
    QTest::newRow("no address") << u"::"_s << none << false;
}

void TestFalRequests::keepsTheKeyAtHome()
{
    QFETCH(QString, address);
    QFETCH(QUrl, base);
    QFETCH(bool, followed);
    const Plan plan = planFor(falOffer());
    const Credentials credentials {"k"_ba, {}, base};
    for (const QString &field : {u"status_url"_s, u"response_url"_s}) {
        const QByteArray body = QJsonDocument({{u"request_id"_s, u"1"_s}, {field, address}}).toJson();
        const Step step = m_fal.advance(plan, {{u"phase"_s, u"submit"_s}}, answerOf(200, body), credentials);
        QCOMPARE(kindOf(step), followed ? u"wait"_s : u"failed"_s);
        QCOMPARE(errorOf(step).kind, followed ? ErrorKind::Unknown : ErrorKind::Upstream);
        QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    }
    QCOMPARE(m_fal.resume({{u"phase"_s, u"status"_s}, {u"status"_s, address}}, credentials).has_value(), followed);
    QCOMPARE(m_fal.cancel({{u"cancel"_s, address}}, credentials).has_value(), followed);
}

void TestFalRequests::resumes_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QString>("line");
    QTest::newRow("never submits again") << u"submit"_s << u""_s;
    QTest::newRow("polls") << u"status"_s << u"GET https://queue.fal.run/a/b/requests/1/status"_s;
    QTest::newRow("fetches") << u"result"_s << u"GET https://queue.fal.run/a/b/requests/1"_s;
    QTest::newRow("nothing known") << u""_s << u""_s;
}

void TestFalRequests::resumes()
{
    QFETCH(QString, phase);
    AdapterState state {{u"phase"_s, phase}};
    if (phase != "submit"_L1) {
        state.insert("status"_L1, "https://queue.fal.run/a/b/requests/1/status"_L1);
        state.insert("result"_L1, "https://queue.fal.run/a/b/requests/1"_L1);
    }
    const std::optional<HttpRequest> request = m_fal.resume(state, m_credentials);
    QTEST(request ? lineOf(*request) : QString(u""_s), "line");
    QVERIFY(!request || (!request->startsPaidWork && !request->header("Authorization"_ba).isEmpty()));
}

void TestFalRequests::cancels()
{
    const AdapterState state {{u"cancel"_s, u"https://queue.fal.run/a/b/requests/1/cancel"_s}};
    const std::optional<HttpRequest> request = m_fal.cancel(state, m_credentials);
    QVERIFY(request);
    QCOMPARE(lineOf(*request), u"PUT https://queue.fal.run/a/b/requests/1/cancel"_s);
    QVERIFY(!request->startsPaidWork);
    QVERIFY(!m_fal.cancel({{u"phase"_s, u"submit"_s}}, m_credentials));
}

void TestFalRequests::checksTheKey()
{
    const HttpRequest request = m_fal.keyCheck(m_credentials).value();
    QCOMPARE(lineOf(request), u"GET https://api.fal.ai/v1/models/pricing?endpoint_id=fal-ai/flux/dev"_s);
    QCOMPARE(request.header("Authorization"_ba), "Key id:secret"_ba);
    QVERIFY(!request.startsPaidWork);
    const HttpRequest local = m_fal.keyCheck({"k"_ba, {}, QUrl(u"http://127.0.0.1:9"_s)}).value();
    QCOMPARE(local.url.host(), u"127.0.0.1"_s);
    QVERIFY(!m_fal.readKeyCheck(answerOf(200, R"({"prices":[]})")));
    const std::optional<Error> error =
        m_fal.readKeyCheck(answerOf(401, R"({"error":{"type":"authorization_error","message":"no"}})"));
    QCOMPARE(error.value().kind, ErrorKind::Auth);
    QCOMPARE(error.value().billing, Billing::NotBilled);
}

QTEST_GUILESS_MAIN(TestFalRequests)
#include "test_falrequests.moc"
