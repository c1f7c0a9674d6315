// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/registry.h"
#include "providers/replicate/replicateadapter.h"
#include "tests/providers/jobs.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestReplicateRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void submissions_data();
    void submissions();
    void asksForTheVersionFirst();
    void versionTrouble_data();
    void versionTrouble();
    void refusesBeforeSending_data();
    void refusesBeforeSending();
    void followsThePrediction();
    void keepsTheKeyAtHome_data();
    void keepsTheKeyAtHome();
    void resumesAndCancels();
    void checksTheKey();

private:
    const ReplicateAdapter m_replicate;
    const Credentials m_credentials {"r8_secret"_ba, {}, {}};
};

void TestReplicateRequests::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"replicate"_s));
    QCOMPARE(registry.find(u"replicate"_s)->info().keyVariables, QStringList {u"REPLICATE_API_TOKEN"_s});
}

void TestReplicateRequests::submissions_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<PlannedCall>("call");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("body");

    const QString schnell = u"POST https://api.replicate.com/v1/models/black-forest-labs/flux-schnell/predictions"_s;
    Plan plan = planFor(replicateOffer());
    QTest::newRow("least") << plan << PlannedCall {} << QUrl() << schnell
                           << R"({"input":{"num_outputs":1,"output_format":"webp","prompt":"a red fox"}})"_ba;
    plan.size.ratio = AspectRatio {16, 9};
    plan.size.tier = ResolutionTier::HalfK;
    plan.output.upstreamFormat = ImageFormat::Jpeg;
    plan.output.upstreamCompression = 85;
    QTest::newRow("everything") << plan << PlannedCall {2, 7} << QUrl() << schnell
                                << R"({"input":{"aspect_ratio":"16:9","megapixels":"0.25","num_outputs":2,)"
                                   R"("output_format":"jpg","output_quality":85,"prompt":"a red fox","seed":7}})"_ba;
    Plan own = planFor(replicateOffer());
    own.request.extra = {{u"go_fast"_s, true}, {u"num_outputs"_s, 4}};
    QTest::newRow("own fields") << own << PlannedCall {} << QUrl(u"http://127.0.0.1:9000"_s)
                                << u"POST http://127.0.0.1:9000/v1/models/black-forest-labs/flux-schnell/predictions"_s
                                << R"({"input":{"go_fast":true,"num_outputs":1,"output_format":"webp",)"
                                   R"("prompt":"a red fox"}})"_ba;
    const QByteArray hash(64, 'a');
    Plan versioned = planFor(replicateVersionedOffer());
    versioned.size.pixels = QSize(768, 512);
    versioned.negativePrompt = u"blur"_s;
    versioned.offer.providerModel = u"stability-ai/sdxl:"_s + QString::fromLatin1(hash);
    const QByteArray input = R"({"input":{"height":512,"negative_prompt":"blur","num_outputs":1,"prompt":"a red fox",)"
                             R"("width":768},"version":")"_ba;
    QTest::newRow("a version of a model")
        << versioned << PlannedCall {} << QUrl() << u"POST https://api.replicate.com/v1/predictions"_s
        << QByteArray(input + "stability-ai/sdxl:" + hash + "\"}");
    versioned.offer.providerModel = QString::fromLatin1(hash);
    QTest::newRow("a bare version") << versioned << PlannedCall {} << QUrl()
                                    << u"POST https://api.replicate.com/v1/predictions"_s
                                    << QByteArray(input + hash + "\"}");
}

void TestReplicateRequests::submissions()
{
    QFETCH(Plan, plan);
    QFETCH(PlannedCall, call);
    QFETCH(QUrl, base);
    Credentials credentials = m_credentials;
    credentials.baseUrl = base;
    const Step step = m_replicate.begin(plan, call, credentials);
    const HttpRequest request = requestOf(step);
    QCOMPARE(kindOf(step), u"send"_s);
    QTEST(lineOf(request), "line");
    QTEST(request.body, "body");
    QCOMPARE(request.header("Authorization"_ba), "Bearer r8_secret"_ba);
    QCOMPARE(request.header("Content-Type"_ba), "application/json"_ba);
    QVERIFY(request.header("Prefer"_ba).isEmpty());
    QVERIFY(request.startsPaidWork);
    QVERIFY(!QJsonDocument(stateOf(step)).toJson().contains("r8_secret"));
}

void TestReplicateRequests::asksForTheVersionFirst()
{
    Plan plan = planFor(replicateVersionedOffer());
    plan.size.pixels = QSize(512, 512);
    Step step = m_replicate.begin(plan, PlannedCall {3, 9007199254740993LL}, m_credentials);
    QCOMPARE(lineOf(requestOf(step)), u"GET https://api.replicate.com/v1/models/stability-ai/sdxl"_s);
    QVERIFY(!requestOf(step).startsPaidWork);
    // The state goes through the journal in between.
    const AdapterState state = jsonOf(QJsonDocument(stateOf(step)).toJson());
    QVERIFY(!m_replicate.resume(state, m_credentials));
    step = m_replicate.advance(plan, state, answerOf(200, R"({"latest_version":{"id":"0123abc"}})"), m_credentials);
    QCOMPARE(kindOf(step), u"send"_s);
    QCOMPARE(lineOf(requestOf(step)), u"POST https://api.replicate.com/v1/predictions"_s);
    QCOMPARE(requestOf(step).body,
             R"({"input":{"height":512,"num_outputs":3,"prompt":"a red fox",)"
             R"("seed":9007199254740993,"width":512},"version":"0123abc"})"_ba);
    QVERIFY(requestOf(step).startsPaidWork);
    QCOMPARE(stateOf(step).value("phase"_L1).toString(), u"submit"_s);
}

void TestReplicateRequests::versionTrouble_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no such model") << 404 << R"({"detail":"not found","status":404})"_ba << ErrorKind::NotFound;
    QTest::newRow("key") << 401 << R"({"title":"Unauthenticated","status":401})"_ba << ErrorKind::Auth;
    QTest::newRow("busy") << 503 << ""_ba << ErrorKind::Overloaded;
    QTest::newRow("gateway") << 502 << ""_ba << ErrorKind::Upstream;
    QTest::newRow("late") << 504 << ""_ba << ErrorKind::Timeout;
    QTest::newRow("no version") << 200 << R"({"latest_version":null})"_ba << ErrorKind::Upstream;
    QTest::newRow("wrong type") << 200 << R"({"latest_version":{"id":7}})"_ba << ErrorKind::Upstream;
    QTest::newRow("no JSON") << 200 << "hello"_ba << ErrorKind::Upstream;
}

void TestReplicateRequests::versionTrouble()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error = errorOf(m_replicate.advance(planFor(replicateVersionedOffer()), {{u"phase"_s, u"version"_s}},
                                                    answerOf(status, body), m_credentials));
    QTEST(error.kind, "kind");
    QCOMPARE(error.billing, Billing::NotBilled); // nothing was ordered yet
    QVERIFY(!error.why().isEmpty());
}

void TestReplicateRequests::refusesBeforeSending_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"", "flux", "a/b/c", "/a/b", "a/b?x=1", "../b", "a/..", "a/b:latest", "a b/c"}) {
        QTest::newRow(model) << QString::fromLatin1(model);
    }
}

void TestReplicateRequests::refusesBeforeSending()
{
    QFETCH(QString, model);
    Plan plan = planFor(replicateOffer());
    plan.offer.providerModel = model;
    const Error error = errorOf(m_replicate.begin(plan, {}, m_credentials));
    QCOMPARE(error.kind, ErrorKind::NotFound);
    QCOMPARE(error.billing, Billing::NotBilled);
    QCOMPARE(error.param, u"model"_s);
}

void TestReplicateRequests::followsThePrediction()
{
    const Plan plan = planFor(replicateOffer());
    const auto prediction = [](const QByteArray &status, const QByteArray &output) {
        return QByteArray(R"({"id":"x1","status":")" + status + R"(","output":)" + output
                          + R"(,"urls":{"get":"https://api.replicate.com/v1/predictions/x1",)"
                            R"("cancel":"https://api.replicate.com/v1/predictions/x1/cancel"}})");
    };
    for (const int status : {200, 201, 202}) {
        Step step = m_replicate.advance(plan, {{u"phase"_s, u"submit"_s}},
                                        answerOf(status, prediction("starting", "null")), m_credentials);
        QCOMPARE(kindOf(step), u"wait"_s);
        QCOMPARE(lineOf(requestOf(step)), u"GET https://api.replicate.com/v1/predictions/x1"_s);
        QVERIFY(!requestOf(step).startsPaidWork);
        // The first of two pictures is no reason to stop.
        step = m_replicate.advance(plan, stateOf(step),
                                   answerOf(200, prediction("processing", R"(["https://replicate.delivery/1.webp"])")),
                                   m_credentials);
        QCOMPARE(kindOf(step), u"wait"_s);
        step = m_replicate.advance(
            plan, stateOf(step),
            answerOf(200,
                     prediction("succeeded",
                                R"(["https://replicate.delivery/1.webp","https://replicate.delivery/2.webp"])")),
            m_credentials);
        QCOMPARE(doneOf(step).media.size(), 2);
    }
    const Step built = m_replicate.advance(plan, {{u"phase"_s, u"submit"_s}},
                                           answerOf(201, R"({"id":"a/b","status":"starting"})"), m_credentials);
    QCOMPARE(lineOf(requestOf(built)), u"GET https://api.replicate.com/v1/predictions/a%2Fb"_s);
}

void TestReplicateRequests::keepsTheKeyAtHome_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("followed");
    QTest::newRow("own") << u"https://api.replicate.com/v1/predictions/1"_s << true;
    QTest::newRow("foreign") << u"https://evil.example/v1/predictions/1"_s << false;
    QTest::newRow("other host of the vendor") << u"https://replicate.delivery/v1"_s << false;
    QTest::newRow("plain") << u"http://api.replicate.com/v1/predictions/1"_s << false;
    QTest::newRow("loopback") << u"http://127.0.0.1:1/v1/predictions/1"_s << false;
}

void TestReplicateRequests::keepsTheKeyAtHome()
{
    QFETCH(QString, address);
    QFETCH(bool, followed);
    const QByteArray body =
        QJsonDocument({{u"id"_s, u"1"_s}, {u"status"_s, u"starting"_s}, {u"urls"_s, QJsonObject {{u"get"_s, address}}}})
            .toJson();
    const Step step =
        m_replicate.advance(planFor(replicateOffer()), {{u"phase"_s, u"submit"_s}}, answerOf(201, body), m_credentials);
    QCOMPARE(kindOf(step), followed ? u"wait"_s : u"failed"_s);
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    QCOMPARE(m_replicate.resume({{u"poll"_s, address}}, m_credentials).has_value(), followed);
    QCOMPARE(m_replicate.cancel({{u"cancel"_s, address}}, m_credentials).has_value(), followed);
}

void TestReplicateRequests::resumesAndCancels()
{
    const AdapterState state {{u"phase"_s, u"poll"_s},
                              {u"poll"_s, u"https://api.replicate.com/v1/predictions/1"_s},
                              {u"cancel"_s, u"https://api.replicate.com/v1/predictions/1/cancel"_s}};
    const HttpRequest poll = m_replicate.resume(state, m_credentials).value();
    QCOMPARE(lineOf(poll), u"GET https://api.replicate.com/v1/predictions/1"_s);
    QCOMPARE(poll.header("Authorization"_ba), "Bearer r8_secret"_ba);
    const HttpRequest cancel = m_replicate.cancel(state, m_credentials).value();
    QCOMPARE(lineOf(cancel), u"POST https://api.replicate.com/v1/predictions/1/cancel"_s);
    QVERIFY(!poll.startsPaidWork && !cancel.startsPaidWork);
    QVERIFY(!m_replicate.resume({{u"phase"_s, u"submit"_s}}, m_credentials));
    QVERIFY(!m_replicate.cancel({{u"phase"_s, u"submit"_s}}, m_credentials));
}

void TestReplicateRequests::checksTheKey()
{
    const HttpRequest request = m_replicate.keyCheck(m_credentials).value();
    QCOMPARE(lineOf(request), u"GET https://api.replicate.com/v1/account"_s);
    QCOMPARE(request.header("Authorization"_ba), "Bearer r8_secret"_ba);
    QVERIFY(!m_replicate.readKeyCheck(answerOf(200, R"({"type":"user"})")));
    const Error error = m_replicate.readKeyCheck(answerOf(401, R"({"detail":"no token"})")).value();
    QCOMPARE(error.kind, ErrorKind::Auth);
    QCOMPARE(error.billing, Billing::NotBilled);
}

QTEST_GUILESS_MAIN(TestReplicateRequests)
#include "test_replicaterequests.moc"
