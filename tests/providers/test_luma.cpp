// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/adapter/vendorreasons.h"
#include "core/wording/wording.h"
#include "providers/luma/lumaadapter.h"
#include "providers/registry.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

/// Luma's messages, in tables. What its jobs go through over HTTP stands with the other vendors' jobs.
class TestLuma : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void requests_data();
    void requests();
    void syncIsRefused();
    void wholeConversation();
    void refusals_data();
    void refusals();
    void endings_data();
    void endings();
    void pollTrouble_data();
    void pollTrouble();
    void addressesAreItsOwn_data();
    void addressesAreItsOwn();
    void keyChecks_data();
    void keyChecks();
    void survivesDamage_data();
    void survivesDamage();

private:
    [[nodiscard]] Step read(const QString &phase, const HttpResponse &response) const
    {
        AdapterState state {{u"phase"_s, phase}};
        if (phase == "poll"_L1) {
            state.insert("poll"_L1, "https://api.lumalabs.ai/dream-machine/v1/generations/18f2"_L1);
        }
        return m_luma.advance(planFor(lumaOffer()), state, response, m_credentials);
    }

    LumaAdapter m_luma;
    Credentials m_credentials {"luma-secret-key"_ba, {}, {}};
};

void TestLuma::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"luma"_s));
    QCOMPARE(registry.find(u"luma"_s)->info().keyVariables,
             (QStringList {u"LUMA_API_KEY"_s, u"LUMA_AGENTS_API_KEY"_s}));
}

void TestLuma::requests_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("body");
    const QString path = u"/dream-machine/v1/generations/image"_s;
    const Plan plain = planFor(lumaOffer());
    const QByteArray least = R"({"format":"jpg","model":"photon-1","prompt":"a red fox"})";
    QTest::newRow("least") << plain << QUrl() << QString(u"POST https://api.lumalabs.ai"_s + path) << least;
    Plan full = plain;
    full.size.ratio = AspectRatio {21, 9};
    full.output.upstreamFormat = ImageFormat::Png;
    full.request.extra = {{u"style_ref"_s, QJsonArray {QJsonObject {{u"url"_s, u"https://a.example/s.png"_s}}}}};
    QTest::newRow("full") << full << QUrl() << QString(u"POST https://api.lumalabs.ai"_s + path)
                          << R"({"aspect_ratio":"21:9","format":"png","model":"photon-1","prompt":"a red fox",)"
                             R"("style_ref":[{"url":"https://a.example/s.png"}]})"_ba;
    Plan thief = plain;
    thief.request.extra = {{u"model"_s, u"ray-2"_s}};
    QTest::newRow("the model stays") << thief << QUrl() << QString(u"POST https://api.lumalabs.ai"_s + path) << least;
    QTest::newRow("base") << plain << QUrl(u"http://127.0.0.1:9/luma"_s)
                          << QString(u"POST http://127.0.0.1:9/luma"_s + path) << least;
    QTest::newRow("base with the first segment") << plain << QUrl(u"https://proxy.example/dream-machine"_s)
                                                 << QString(u"POST https://proxy.example"_s + path) << least;
}

void TestLuma::requests()
{
    QFETCH(Plan, plan);
    QFETCH(QUrl, base);
    const Step step = m_luma.begin(plan, plan.calls.first(), {"k"_ba, {}, base});
    const HttpRequest request = requestOf(step);
    QTEST(lineOf(request), "line");
    QTEST(request.body, "body");
    QCOMPARE(request.header("Authorization"_ba), "Bearer k"_ba);
    QVERIFY(request.startsPaidWork);
    QVERIFY(!m_luma.resume(stateOf(step), m_credentials));
}

void TestLuma::syncIsRefused()
{
    Plan plan = planFor(lumaOffer());
    plan.request.extra = {{u"sync"_s, true}};
    const Error error = errorOf(m_luma.begin(plan, {}, m_credentials));
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QCOMPARE(error.billing, Billing::NotBilled);
    QCOMPARE(error.param, u"sync"_s);
}

void TestLuma::wholeConversation()
{
    const QString place = u"https://api.lumalabs.ai/dream-machine/v1/generations/18f2"_s;
    Step step = read(u"submit"_s, answerOf(201, R"({"id":"18f2","state":"queued","assets":null})"));
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(lineOf(requestOf(step)), QString("GET "_L1 + place));
    QVERIFY(!requestOf(step).startsPaidWork);
    QVERIFY(!QJsonDocument(stateOf(step)).toJson().contains("secret"));
    QVERIFY(!m_luma.cancel(stateOf(step), m_credentials)); // deleting it would lose what is paid for
    const AdapterState state = jsonOf(QJsonDocument(stateOf(step)).toJson()); // as it comes from the journal
    QCOMPARE(lineOf(m_luma.resume(state, m_credentials).value()), QString("GET "_L1 + place));
    step = m_luma.advance(planFor(lumaOffer()), state, answerOf(200, R"({"id":"18f2","state":"dreaming"})"),
                          m_credentials);
    QCOMPARE(kindOf(step), u"wait"_s);
    step = m_luma.advance(
        planFor(lumaOffer()), stateOf(step),
        answerOf(200, R"({"id":"18f2","state":"completed","assets":{"image":"https://storage.cdn-luma.com/a.jpg"}})"),
        m_credentials);
    QCOMPARE(doneOf(step).media.size(), 1);
    QCOMPARE(doneOf(step).media.first().url, QUrl(u"https://storage.cdn-luma.com/a.jpg"_s));
    QVERIFY(!doneOf(step).cost.isKnown());
}

void TestLuma::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    using K = ErrorKind;
    const auto row = [](const char *name, int status, const char *body, K kind, Billing billing = Billing::NotBilled,
                        const QString &param = {}) {
        QTest::newRow(name) << status << QByteArray(body) << kind << billing << param;
    };
    constexpr Billing unsure = Billing::MayBeBilled;
    row("text", 400, R"({"detail":"Invalid image URL"})", K::Invalid);
    row("empty account", 400, R"({"detail":"Insufficient credits"})", K::Funds);
    row("moderation", 400, R"({"detail":"Failed moderation check"})", K::ContentPolicy);
    row("key", 401, R"({"detail":"Not authenticated"})", K::Auth);
    row("payment", 402, "", K::Funds);
    row("account", 403, R"({"detail":"Insufficient credits to see this"})", K::Auth);
    row("nothing there", 404, R"({"detail":"Not Found"})", K::NotFound);
    row("field", 422, R"({"detail":[{"type":"literal_error","loc":["body","aspect_ratio"],"msg":"x","ctx":{}}]})",
        K::Invalid, Billing::NotBilled, u"aspect_ratio"_s);
    row("field under our name", 422, R"({"detail":[{"loc":["body","format"],"msg":"x"}]})", K::Invalid,
        Billing::NotBilled, u"output_format"_s);
    row("model", 422, R"({"detail":[{"loc":["body","model"],"msg":"x"}]})", K::NotFound, Billing::NotBilled,
        u"model"_s);
    row("limit", 429, R"({"detail":"Rate limit"})", K::RateLimit);
    row("busy", 503, "", K::Overloaded);
    row("server", 500, R"({"detail":"Insufficient credits"})", K::Upstream, unsure);
    row("gateway", 502, "<html></html>", K::Upstream, unsure);
    row("late", 504, "", K::Timeout, unsure);
    row("no JSON", 201, "hello", K::Upstream, unsure);
    row("no id", 201, R"({"state":"queued"})", K::Upstream, unsure);
    row("id of a wrong type", 201, R"({"id":1,"state":"queued"})", K::Upstream, unsure);
}

void TestLuma::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error = errorOf(read(u"submit"_s, answerOf(status, body, {{"Retry-After"_ba, "3"_ba}})));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.param, "param");
    QCOMPARE(error.retryAfter, status < 300 ? std::nullopt : std::optional<milliseconds>(3000));
    QVERIFY(!error.why().isEmpty());
}

void TestLuma::endings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<Reason>("found");
    using K = ErrorKind;
    QTest::newRow("moderated") << R"({"id":"1","state":"failed","failure_reason":"Blocked by Moderation"})"_ba
                               << K::ContentPolicy << u"Blocked by Moderation"_s << Reason();
    QTest::newRow("failed") << R"({"id":"1","state":"failed","failure_reason":"worker died"})"_ba << K::Upstream
                            << u"worker died"_s << Reason();
    QTest::newRow("failed in silence") << R"({"id":"1","state":"failed","failure_reason":null})"_ba << K::Upstream
                                       << u""_s << Reason();
    const Reason noImage = reasons::answerLacks(u"assets.image"_s);
    QTest::newRow("no assets") << R"({"id":"1","state":"completed","assets":null})"_ba << K::Upstream << QString()
                               << noImage;
    QTest::newRow("a film") << R"({"id":"1","state":"completed","assets":{"video":"https://a.example/v.mp4"}})"_ba
                            << K::Upstream << QString() << noImage;
    QTest::newRow("words") << R"({"id":"1","state":"completed","assets":{"image":"soon"}})"_ba << K::Upstream
                           << QString() << noImage;
}

void TestLuma::endings()
{
    QFETCH(QByteArray, body);
    QFETCH(Reason, found);
    for (const QString &phase : {u"poll"_s, u"submit"_s}) {
        const Step step = read(phase, answerOf(200, body));
        if (!found.isEmpty() && phase == "submit"_L1) {
            QCOMPARE(kindOf(step), u"wait"_s); // the job is there, its picture may come
            continue;
        }
        const Error error = errorOf(step);
        QTEST(error.kind, "kind");
        QTEST(error.detail, "detail");
        QVERIFY(found.isEmpty() || error.reason == Reason::both(reasons::jobWithoutPicture(u"Luma"_s), found));
        QCOMPARE(error.billing, Billing::MayBeBilled);
        QVERIFY(!error.why().isEmpty());
    }
}

void TestLuma::pollTrouble_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {302, 400, 401, 402, 403, 404, 408, 410, 422, 429, 500, 502, 503, 504, 520}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestLuma::pollTrouble()
{
    QFETCH(int, status);
    const HttpResponse trouble = answerOf(status, R"({"detail":"luma-secret-key"})");
    const Step step = read(u"poll"_s, trouble);
    QCOMPARE(kindOf(step), u"odd"_s); // it says nothing of the job
    QVERIFY(!std::get<Odd>(step).mayBeSo); // Luma documents no status for a job that it does not know
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled); // the generation goes on without us
    QVERIFY(!errorOf(step).detail.contains(u"secret"_s));
    QCOMPARE(wording::sentence(errorOf(step)).contains(u"no longer knows this job"_s), status == 404 || status == 410);
}

void TestLuma::addressesAreItsOwn_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("polled");
    const QString own = u"https://api.lumalabs.ai/dream-machine/v1/generations/"_s;
    QTest::newRow("plain") << u"18f2"_s << QUrl() << QString(own + u"18f2"_s);
    QTest::newRow("way up") << u"../credits"_s << QUrl() << QString(own + u"..%2Fcredits"_s);
    QTest::newRow("query") << u"1?x=2#y"_s << QUrl() << QString(own + u"1%3Fx%3D2%23y"_s);
    QTest::newRow("other host") << u"@evil.example/"_s << QUrl() << QString(own + u"%40evil.example%2F"_s);
    QTest::newRow("base") << u"1"_s << QUrl(u"http://127.0.0.1:9/x"_s)
                          << u"http://127.0.0.1:9/x/dream-machine/v1/generations/1"_s;
}

void TestLuma::addressesAreItsOwn()
{
    QFETCH(QString, id);
    QFETCH(QUrl, base);
    const QByteArray body = QJsonDocument({{u"id"_s, id}, {u"state"_s, u"queued"_s}}).toJson();
    const Step step =
        m_luma.advance(planFor(lumaOffer()), {{u"phase"_s, u"submit"_s}}, answerOf(201, body), {"k"_ba, {}, base});
    QTEST(requestOf(step).url.toString(QUrl::FullyEncoded), "polled");
    for (const char *foreign :
         {"https://evil.example/1", "http://api.lumalabs.ai/1", "https://api.lumalabs.ai:8443/1"}) {
        const AdapterState state {{u"phase"_s, u"poll"_s}, {u"poll"_s, QString::fromLatin1(foreign)}};
        QVERIFY(!m_luma.resume(state, m_credentials));
    }
}

void TestLuma::keyChecks_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind"); ///< Unknown: all is well
    QTest::newRow("well") << 200 << R"({"credit_balance":12.5})"_ba << ErrorKind::Unknown;
    QTest::newRow("empty") << 200 << R"({"credit_balance":0})"_ba << ErrorKind::Funds;
    QTest::newRow("another name") << 200 << R"({"credits":0})"_ba << ErrorKind::Unknown;
    QTest::newRow("key") << 401 << R"({"detail":"no"})"_ba << ErrorKind::Auth;
    QTest::newRow("trouble") << 500 << ""_ba << ErrorKind::Upstream;
}

void TestLuma::keyChecks()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const HttpRequest request = m_luma.keyCheck(m_credentials).value();
    QCOMPARE(lineOf(request), u"GET https://api.lumalabs.ai/dream-machine/v1/credits"_s);
    QVERIFY(!request.startsPaidWork);
    const std::optional<Error> error = m_luma.readKeyCheck(answerOf(status, body));
    QTEST(error.value_or(Error()).kind, "kind");
    QVERIFY(!error || error->billing == Billing::NotBilled);
}

void TestLuma::survivesDamage_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QByteArray>("good");
    QTest::newRow("submit") << u"submit"_s
                            << R"({"id":"18f2","generation_type":"image","state":"queued","assets":null})"_ba;
    QTest::newRow("dreaming") << u"poll"_s << R"({"id":"18f2","state":"dreaming","assets":null})"_ba;
    QTest::newRow("completed")
        << u"poll"_s
        << R"({"id":"18f2","state":"completed","assets":{"image":"https://storage.cdn-luma.com/a.jpg","video":null}})"_ba;
}

void TestLuma::survivesDamage()
{
    QFETCH(QString, phase);
    QFETCH(QByteArray, good);
    QVERIFY(kindOf(read(phase, answerOf(200, good))) != "failed"_L1);
    const QList<QByteArray> damaged = mutations(good, 3000);
    for (const QByteArray &body : damaged) {
        const Step step = read(phase, answerOf(200, body));
        const HttpRequest request = requestOf(step);
        QVERIFY(!request.startsPaidWork);
        QVERIFY(request.url.isEmpty() || request.url.host() == "api.lumalabs.ai"_L1);
        QVERIFY(kindOf(step) != "done"_L1 || hasOnlyUsableImages(doneOf(step)));
        QVERIFY(kindOf(step) != "failed"_L1 || errorOf(step).billing != Billing::NotBilled);
    }
}

QTEST_GUILESS_MAIN(TestLuma)
#include "test_luma.moc"
