// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/bfl/bfladapter.h"
#include "providers/registry.h"
#include "tests/providers/jobs.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestBflRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void submissions_data();
    void submissions();
    void sendsPicturesBare();
    void refusesBeforeSending_data();
    void refusesBeforeSending();
    void followsTheTask();
    void pollingAddresses_data();
    void pollingAddresses();
    void resumesAndNeverCancels();
    void checksTheKey_data();
    void checksTheKey();

private:
    const BflAdapter m_bfl;
    const Credentials m_credentials {"bfl-secret"_ba, {}, {}};
};

void TestBflRequests::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"black-forest-labs"_s));
    QCOMPARE(registry.find(u"black-forest-labs"_s)->info().keyVariables, QStringList {u"BFL_API_KEY"_s});
}

void TestBflRequests::submissions_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<PlannedCall>("call");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("body");
    Plan plan = planFor(bflOffer());
    QTest::newRow("least") << plan << PlannedCall {} << QUrl() << u"POST https://api.bfl.ai/v1/flux-2-pro"_s
                           << R"({"output_format":"jpeg","prompt":"a red fox"})"_ba;
    plan.size.pixels = QSize(1024, 768);
    plan.output.upstreamFormat = ImageFormat::Webp;
    plan.request.extra = {{u"safety_tolerance"_s, 2}, {u"width"_s, 4096}, {u"seed"_s, 1}};
    QTest::newRow("everything") << plan << PlannedCall {1, 3} << QUrl(u"http://127.0.0.1:9000/bfl"_s)
                                << u"POST http://127.0.0.1:9000/bfl/v1/flux-2-pro"_s
                                << R"({"height":768,"output_format":"webp","prompt":"a red fox","safety_tolerance":2,)"
                                   R"("seed":3,"width":1024})"_ba;
}

void TestBflRequests::submissions()
{
    QFETCH(Plan, plan);
    QFETCH(PlannedCall, call);
    QFETCH(QUrl, base);
    Credentials credentials = m_credentials;
    credentials.baseUrl = base;
    const Step step = m_bfl.begin(plan, call, credentials);
    const HttpRequest request = requestOf(step);
    QCOMPARE(kindOf(step), u"send"_s);
    QTEST(lineOf(request), "line");
    QTEST(request.body, "body");
    QCOMPARE(request.header("X-Key"_ba), "bfl-secret"_ba);
    QVERIFY(request.header("Authorization"_ba).isEmpty());
    QVERIFY(request.startsPaidWork);
    QVERIFY(!QJsonDocument(stateOf(step)).toJson().contains("secret"));
}

void TestBflRequests::sendsPicturesBare()
{
    Plan edit = planFor(bflOffer());
    edit.request.images = {{pngOf({4, 4}), {}}, {pngOf({8, 8}), {}}, {pngOf({2, 2}), {}}};
    const QJsonObject body = jsonOf(requestOf(m_bfl.begin(edit, {}, m_credentials)).body);
    QCOMPARE(body.value("input_image"_L1).toString(), QString::fromLatin1(pngOf({4, 4}).toBase64()));
    QCOMPARE(body.value("input_image_2"_L1).toString(), QString::fromLatin1(pngOf({8, 8}).toBase64()));
    QCOMPARE(body.value("input_image_3"_L1).toString(), QString::fromLatin1(pngOf({2, 2}).toBase64()));

    Plan fill = planFor(bflFillOffer()); // whose offer says nothing of base64
    fill.request.images = {{pngOf({4, 4}), {}}};
    fill.request.mask = InputImage {pngOf({4, 4}, Qt::transparent), {}};
    const QJsonObject filled = jsonOf(requestOf(m_bfl.begin(fill, {}, m_credentials)).body);
    QCOMPARE(filled.value("image"_L1).toString(), QString::fromLatin1(pngOf({4, 4}).toBase64()));
    const QImage mask = QImage::fromData(QByteArray::fromBase64(filled.value("mask"_L1).toString().toLatin1()));
    QCOMPARE(qGray(mask.pixel(1, 1)), 255);
}

void TestBflRequests::refusesBeforeSending_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QJsonObject>("extra");
    QTest::addColumn<ErrorKind>("kind");
    for (const char *model : {"", "../credits", "a/b", "a?x=1", ".hidden"}) {
        QTest::newRow(model) << QString::fromLatin1(model) << QJsonObject() << ErrorKind::NotFound;
    }
    QTest::newRow("webhook") << u"flux-2-pro"_s << QJsonObject {{u"webhook_url"_s, u"https://x.example"_s}}
                             << ErrorKind::Invalid;
}

void TestBflRequests::refusesBeforeSending()
{
    QFETCH(QString, model);
    QFETCH(QJsonObject, extra);
    Plan plan = planFor(bflOffer());
    plan.offer.providerModel = model;
    plan.request.extra = extra;
    const Error error = errorOf(m_bfl.begin(plan, {}, m_credentials));
    QTEST(error.kind, "kind");
    QCOMPARE(error.billing, Billing::NotBilled);
    QVERIFY(!error.param.isEmpty());
}

void TestBflRequests::followsTheTask()
{
    const Plan plan = planFor(bflOffer());
    Step step = m_bfl.begin(plan, {}, m_credentials);
    step = m_bfl.advance(
        plan, stateOf(step),
        answerOf(200, R"({"id":"9f","polling_url":"https://api.us2.bfl.ai/v1/get_result?id=9f","cost":4.5})"),
        m_credentials);
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(lineOf(requestOf(step)), u"GET https://api.us2.bfl.ai/v1/get_result?id=9f"_s);
    QCOMPARE(requestOf(step).header("x-key"_ba), "bfl-secret"_ba);
    QVERIFY(!requestOf(step).startsPaidWork);
    QVERIFY(!QJsonDocument(stateOf(step)).toJson().contains("secret"));
    step = m_bfl.advance(plan, stateOf(step), answerOf(200, R"({"id":"9f","status":"Pending","progress":0.4})"),
                         m_credentials);
    QCOMPARE(std::get<Wait>(step).fraction, std::optional<double>(0.4));
    step = m_bfl.advance(plan, stateOf(step), answerOf(200, R"({"id":"9f","status":"Pending","progress":null})"),
                         m_credentials);
    QVERIFY(!std::get<Wait>(step).fraction);
    step =
        m_bfl.advance(plan, stateOf(step),
                      answerOf(200,
                               R"({"status":"Ready","result":{"sample":"https://delivery-us1.bfl.ai/s.png?sig=a%2Bb",)"
                               R"("seed":3,"prompt":"a red fox in the snow","duration":4.2}})"),
                      m_credentials);
    const Done done = doneOf(step);
    QCOMPARE(done.media.size(), 1);
    QCOMPARE(done.media.first().url.toString(QUrl::FullyEncoded), u"https://delivery-us1.bfl.ai/s.png?sig=a%2Bb"_s);
    QCOMPARE(done.media.first().seed, std::optional<qint64>(3));
    QCOMPARE(done.media.first().revisedPrompt, u"a red fox in the snow"_s);
    QCOMPARE(done.cost, Money::fromMicros(45'000));
}

void TestBflRequests::pollingAddresses_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("polled"); ///< empty: refused
    const QUrl local(u"http://127.0.0.1:9000"_s);
    const auto row = [](const char *name, const QString &given, const QUrl &base, const QString &polled) {
        QTest::newRow(name) << given << base << polled;
    };
    row("region", u"https://api.eu.bfl.ai/v1/get_result?id=9f"_s, {}, u"https://api.eu.bfl.ai/v1/get_result?id=9f"_s);
    row("cluster", u"https://api.us1.bfl.ai/x?id=7"_s, {}, u"https://api.us1.bfl.ai/x?id=7"_s);
    row("no id", u"https://api.bfl.ai/v1/get_result"_s, {}, u"https://api.bfl.ai/v1/get_result?id=9f"_s);
    row("none", u""_s, {}, u"https://api.bfl.ai/v1/get_result?id=9f"_s);
    row("none, base replaced", u""_s, local, u"http://127.0.0.1:9000/v1/get_result?id=9f"_s);
    row("foreign", u"https://api.bfl.ai.evil.example/v1/get_result?id=9f"_s, {}, {});
    row("suffix", u"https://evilbfl.ai/v1/get_result?id=9f"_s, {}, {});
    row("plain", u"http://api.bfl.ai/v1/get_result?id=9f"_s, {}, {});
    row("loopback", u"http://127.0.0.1:1/v1/get_result?id=9f"_s, {}, {});
    row("loopback from loopback", u"http://127.0.0.1:1/x?id=9f"_s, local, u"http://127.0.0.1:1/x?id=9f"_s);
}

void TestBflRequests::pollingAddresses()
{
    QFETCH(QString, given);
    QFETCH(QUrl, base);
    QFETCH(QString, polled);
    Credentials credentials = m_credentials;
    credentials.baseUrl = base;
    const QByteArray body = QJsonDocument({{u"id"_s, u"9f"_s}, {u"polling_url"_s, given}}).toJson();
    const Step step = m_bfl.advance(planFor(bflOffer()), {{u"phase"_s, u"submit"_s}}, answerOf(200, body), credentials);
    QCOMPARE(requestOf(step).url.toString(QUrl::FullyEncoded), polled);
    QCOMPARE(kindOf(step), polled.isEmpty() ? u"failed"_s : u"wait"_s);
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    QCOMPARE(m_bfl.resume({{u"poll"_s, given}}, credentials).has_value(), !polled.isEmpty() && !given.isEmpty());
}

void TestBflRequests::resumesAndNeverCancels()
{
    const AdapterState state {{u"phase"_s, u"poll"_s}, {u"poll"_s, u"https://api.eu2.bfl.ai/v1/get_result?id=9f"_s}};
    const HttpRequest poll = m_bfl.resume(state, m_credentials).value();
    QCOMPARE(lineOf(poll), u"GET https://api.eu2.bfl.ai/v1/get_result?id=9f"_s);
    QCOMPARE(poll.header("x-key"_ba), "bfl-secret"_ba);
    QVERIFY(!m_bfl.resume({{u"phase"_s, u"submit"_s}}, m_credentials));
    QVERIFY(!m_bfl.cancel(state, m_credentials));
}

void TestBflRequests::checksTheKey_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind"); ///< Unknown: the key is well
    QTest::newRow("well") << 200 << R"({"credits":12.5})"_ba << ErrorKind::Unknown;
    QTest::newRow("says nothing") << 200 << "{}"_ba << ErrorKind::Unknown;
    QTest::newRow("empty") << 200 << R"({"credits":0})"_ba << ErrorKind::Funds;
    QTest::newRow("refused") << 403 << R"({"detail":"Not authenticated"})"_ba << ErrorKind::Auth;
    QTest::newRow("server") << 500 << ""_ba << ErrorKind::Upstream;
}

void TestBflRequests::checksTheKey()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QCOMPARE(lineOf(m_bfl.keyCheck(m_credentials).value()), u"GET https://api.bfl.ai/v1/credits"_s);
    const std::optional<Error> error = m_bfl.readKeyCheck(answerOf(status, body));
    QCOMPARE(error ? error->kind : ErrorKind::Unknown, kind);
    QVERIFY(!error || error->billing == Billing::NotBilled);
}

QTEST_GUILESS_MAIN(TestBflRequests)
#include "test_bflrequests.moc"
