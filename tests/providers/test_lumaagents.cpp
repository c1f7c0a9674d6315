// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/luma/lumaadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"
#include "tests/standins/luma.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

/// Luma's Agents API: its messages in tables, and its jobs against the stand-in.
class TestLumaAgents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_data();
    void pictures();
    void keys_data();
    void keys();
    void refusals_data();
    void refusals();
    void endings_data();
    void endings();
    void jobsArePickedUp();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void failures_data();
    void failures();
    void edits_data();
    void edits();
    void survivesDamage_data();
    void survivesDamage();

private:
    [[nodiscard]] Step read(const QString &phase, const HttpResponse &response) const
    {
        AdapterState state {{u"phase"_s, phase}};
        if (phase == "generation"_L1) {
            state.insert("generation"_L1, "https://agents.lumalabs.ai/v1/generations/7b1c"_L1);
        }
        return m_luma.advance(planFor(lumaAgentsOffer()), state, response, m_credentials);
    }
    [[nodiscard]] static Credentials at(const LumaStandIn &standIn)
    {
        return {LumaStandIn::agentsKey(), {}, standIn.baseUrl()};
    }
    static Plan edit(int pictures)
    {
        Plan plan = planFor(lumaAgentsOffer());
        for (int i = 0; i < pictures; ++i) {
            plan.request.images.append({pngOf({64, 48}), {}});
        }
        return plan;
    }

    LumaAdapter m_luma;
    Credentials m_credentials {"luma-api-secret-key"_ba, {}, {}};
};

void TestLumaAgents::pictures_data()
{
    QTest::addColumn<QList<ImageRole>>("roles");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("guides");
    using enum ImageRole;
    QTest::newRow("none") << QList<ImageRole> {} << u"image"_s << 0;
    QTest::newRow("one to edit") << QList {Reference} << u"image_edit"_s << 0;
    QTest::newRow("two more") << QList {Reference, Reference, Reference} << u"image_edit"_s << 2;
    QTest::newRow("a style alone") << QList {Style} << u"image"_s << 1;
    QTest::newRow("a style for an edit") << QList {Style, Reference} << u"image_edit"_s << 1;
}

void TestLumaAgents::pictures()
{
    QFETCH(QList<ImageRole>, roles);
    QFETCH(QString, type);
    QFETCH(int, guides);
    Plan plan = planFor(lumaAgentsOffer());
    plan.size.ratio = AspectRatio {2, 1};
    for (const ImageRole role : roles) {
        plan.request.images.append({pngOf({8, 8}), {}, role});
    }
    const HttpRequest request = requestOf(m_luma.begin(plan, plan.calls.first(), m_credentials));
    QCOMPARE(lineOf(request), u"POST https://agents.lumalabs.ai/v1/generations"_s);
    QVERIFY(request.startsPaidWork);
    const QJsonObject body = jsonOf(request.body);
    QCOMPARE(body.value("type"_L1).toString(), type);
    QCOMPARE(body.value("model"_L1).toString(), u"uni-1"_s);
    QCOMPARE(body.value("aspect_ratio"_L1).toString(), u"2:1"_s);
    QCOMPARE(body.contains("source"_L1), type == "image_edit"_L1);
    QCOMPARE(body.value("image_ref"_L1).toArray().size(), guides);
    const QJsonValue picture = guides > 0 ? body.value("image_ref"_L1).toArray().first() : body.value("source"_L1);
    if (!roles.isEmpty()) {
        QCOMPARE(picture["media_type"_L1].toString(), u"image/png"_s);
        QVERIFY(QByteArray::fromBase64(picture["data"_L1].toString().toLatin1()).startsWith("\x89PNG"));
    }
}

void TestLumaAgents::keys_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("agentsKey");
    QTest::addColumn<QByteArray>("sent"); ///< with an order
    QTest::addColumn<QString>("checked");
    const QString usage = u"https://agents.lumalabs.ai/v1/usage"_s;
    const QString credits = u"https://api.lumalabs.ai/dream-machine/v1/credits"_s;
    QTest::newRow("one for all") << "luma-x"_ba
                                 << ""_ba
                                 << "Bearer luma-x"_ba << credits;
    QTest::newRow("one of this API") << "luma-api-x"_ba
                                     << ""_ba
                                     << "Bearer luma-api-x"_ba << usage;
    QTest::newRow("one each") << "luma-x"_ba
                              << "luma-api-y"_ba
                              << "Bearer luma-api-y"_ba << credits;
}

void TestLumaAgents::keys()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, agentsKey);
    Credentials credentials {key, {}, {}};
    if (!agentsKey.isEmpty()) {
        credentials.extra.insert(u"agents_api_key"_s, agentsKey);
    }
    const Plan plan = planFor(lumaAgentsOffer());
    QTEST(requestOf(m_luma.begin(plan, plan.calls.first(), credentials)).header("Authorization"_ba), "sent");
    const Plan photon = planFor(lumaOffer());
    QCOMPARE(requestOf(m_luma.begin(photon, photon.calls.first(), credentials)).header("Authorization"_ba),
             "Bearer "_ba + key);
    QTEST(m_luma.keyCheck(credentials)->url.toString(), "checked");
}

void TestLumaAgents::refusals_data()
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
    row("parameters", 400, R"({"detail":"prompt is too long"})", K::Invalid);
    row("moderation", 400, R"({"detail":"The prompt was moderated"})", K::ContentPolicy);
    row("key", 401, R"({"detail":"Invalid API key"})", K::Auth);
    row("balance", 402, R"({"detail":"Insufficient balance"})", K::Funds);
    row("account", 403, R"({"detail":"Account suspended"})", K::Auth);
    row("nothing there", 404, R"({"detail":"Not Found"})", K::NotFound);
    row("too large", 413, R"({"detail":"Media too large"})", K::Invalid, Billing::NotBilled, u"image"_s);
    row("combination", 422, R"({"detail":"manga needs a portrait"})", K::Invalid);
    row("field under our name", 422, R"({"detail":[{"loc":["body","source"],"msg":"x"}]})", K::Invalid,
        Billing::NotBilled, u"image"_s);
    row("model", 422, R"({"detail":[{"loc":["body","model"],"msg":"x"}]})", K::NotFound, Billing::NotBilled,
        u"model"_s);
    row("limit", 429, R"({"detail":"Too many"})", K::RateLimit);
    row("busy", 503, "", K::Overloaded);
    row("server", 500, "", K::Upstream, unsure);
    row("gateway", 502, "<html></html>", K::Upstream, unsure);
    row("late", 504, "", K::Timeout, unsure);
    row("no JSON", 201, "hello", K::Upstream, unsure);
    row("no id", 201, R"({"state":"queued"})", K::Upstream, unsure);
}

void TestLumaAgents::refusals()
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

void TestLumaAgents::endings_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<ErrorKind>("kind");
    using K = ErrorKind;
    QTest::newRow("moderated") << u"content_moderated"_s << K::ContentPolicy;
    QTest::newRow("failed") << u"generation_failed"_s << K::Upstream;
    QTest::newRow("empty account") << u"budget_exhausted"_s << K::Funds;
    QTest::newRow("lost") << u"output_not_found"_s << K::Upstream;
    QTest::newRow("large") << u"image_too_large"_s << K::Invalid;
    QTest::newRow("format") << u"unsupported_format"_s << K::Invalid;
    QTest::newRow("broken input") << u"corrupt_input"_s << K::Invalid;
    QTest::newRow("request") << u"invalid_request"_s << K::Invalid;
    QTest::newRow("limit") << u"rate_limited"_s << K::RateLimit;
    QTest::newRow("a new one") << u"moon_phase"_s << K::Upstream;
}

void TestLumaAgents::endings()
{
    QFETCH(QString, code);
    const QJsonObject told {
        {u"id"_s, u"7b1c"_s}, {u"state"_s, u"failed"_s}, {u"failure_code"_s, code}, {u"failure_reason"_s, u"why"_s}};
    const Error error = errorOf(read(u"generation"_s, answerOf(200, QJsonDocument(told).toJson())));
    QTEST(error.kind, "kind");
    QCOMPARE(error.code, code);
    QCOMPARE(error.detail, u"why"_s);
    QCOMPARE(error.billing, Billing::MayBeBilled);
}

/// A job of either API leads back to it, with its key.
void TestLumaAgents::jobsArePickedUp()
{
    Credentials credentials {"luma-x"_ba, {{u"agents_api_key"_s, "luma-api-y"_ba}}, {}};
    const Step step = m_luma.advance(planFor(lumaAgentsOffer()), {{u"phase"_s, u"submit"_s}},
                                     answerOf(201, R"({"id":"7b1c","state":"queued","output":[]})"), credentials);
    QCOMPARE(kindOf(step), u"wait"_s);
    const HttpRequest again = m_luma.resume(stateOf(step), credentials).value();
    QCOMPARE(lineOf(again), u"GET https://agents.lumalabs.ai/v1/generations/7b1c"_s);
    QCOMPARE(again.header("Authorization"_ba), "Bearer luma-api-y"_ba);
    QVERIFY(!m_luma.cancel(stateOf(step), credentials));
    const AdapterState foreign {{u"phase"_s, u"generation"_s}, {u"generation"_s, u"https://evil.example/1"_s}};
    QVERIFY(!m_luma.resume(foreign, credentials));
    const AdapterState photon {{u"phase"_s, u"poll"_s},
                               {u"poll"_s, u"https://api.lumalabs.ai/dream-machine/v1/generations/18f2"_s}};
    QCOMPARE(m_luma.resume(photon, credentials)->header("Authorization"_ba), "Bearer luma-x"_ba);
}

void TestLumaAgents::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Billing>("billing");
    QTest::newRow("drop") << Reply::drop() << Billing::MayBeBilled;
    QTest::newRow("500") << Reply::json({}, 500) << Billing::MayBeBilled;
    QTest::newRow("502") << Reply::json({}, 502) << Billing::MayBeBilled;
    QTest::newRow("broken") << Reply::bytes("{\"id\":"_ba, "application/json"_ba) << Billing::MayBeBilled;
    QTest::newRow("503") << Reply::json({}, 503) << Billing::NotBilled;
    QTest::newRow("429") << Reply::json({}, 429) << Billing::NotBilled;
}

void TestLumaAgents::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(Billing, billing);
    using Instead = VendorStandIn::Instead;
    LumaStandIn standIn;
    standIn.script(u"submit"_s, reply, 1, billing == Billing::MayBeBilled ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = drive(m_luma, planFor(lumaAgentsOffer()), at(standIn));
    QCOMPARE(outcome.error.value_or(Error()).billing, billing);
    QCOMPARE(standIn.calls(u"/v1/generations"_s), 1);
    QCOMPARE(standIn.billed(), billing == Billing::MayBeBilled ? 1 : 0);
}

void TestLumaAgents::failures_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("wrong key") << u"key"_s << ErrorKind::Auth;
    QTest::newRow("nothing left") << u"funds"_s << ErrorKind::Funds;
    QTest::newRow("moderated") << u"content_moderated"_s << ErrorKind::ContentPolicy;
    QTest::newRow("no such model") << u"model"_s << ErrorKind::NotFound;
}

void TestLumaAgents::failures()
{
    QFETCH(QString, how);
    LumaStandIn standIn;
    standIn.setPolls(1);
    Credentials credentials = at(standIn);
    Plan plan = planFor(lumaAgentsOffer());
    if (how == "key"_L1) {
        credentials.key = "wrong"_ba;
    } else if (how == "funds"_L1) {
        standIn.setCredits(0);
    } else if (how == "model"_L1) {
        plan.offer.providerModel = u"uni-9"_s;
    } else {
        standIn.failNextGeneration(u"Refused"_s, how);
    }
    const CallOutcome outcome = drive(m_luma, plan, credentials);
    QTEST(outcome.error.value_or(Error()).kind, "kind");
    QCOMPARE(outcome.error->billing, standIn.billed() > 0 ? Billing::MayBeBilled : Billing::NotBilled);
}

void TestLumaAgents::edits_data()
{
    QTest::addColumn<int>("pictures");
    QTest::addColumn<bool>("taken");
    QTest::newRow("none") << 0 << true;
    QTest::newRow("one") << 1 << true;
    QTest::newRow("nine") << 9 << true;
    QTest::newRow("ten") << 10 << false;
}

void TestLumaAgents::edits()
{
    QFETCH(int, pictures);
    QFETCH(bool, taken);
    LumaStandIn standIn;
    standIn.setPolls(2);
    const CallOutcome outcome = drive(m_luma, edit(pictures), at(standIn));
    QCOMPARE(!outcome.error, taken);
    QCOMPARE(outcome.media.size(), taken ? 1 : 0);
    QCOMPARE(standIn.billed(), taken ? 1 : 0);
    QCOMPARE(standIn.violations(), QStringList());
}

void TestLumaAgents::survivesDamage_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QByteArray>("good");
    QTest::newRow("submit") << u"submit"_s << R"({"id":"7b1c","state":"queued","output":[],"failure_code":null})"_ba;
    QTest::newRow("completed")
        << u"generation"_s
        << R"({"id":"7b1c","state":"completed","output":[{"type":"image","url":"https://s3.example/a.png?X=1"}]})"_ba;
}

void TestLumaAgents::survivesDamage()
{
    QFETCH(QString, phase);
    QFETCH(QByteArray, good);
    QVERIFY(kindOf(read(phase, answerOf(200, good))) != "failed"_L1);
    const QList<QByteArray> damaged = mutations(good, 2000);
    for (const QByteArray &body : damaged) {
        const Step step = read(phase, answerOf(200, body));
        const HttpRequest request = requestOf(step);
        QVERIFY(!request.startsPaidWork);
        QVERIFY(request.url.isEmpty() || request.url.host() == "agents.lumalabs.ai"_L1);
        QVERIFY(kindOf(step) != "done"_L1 || hasOnlyUsableImages(doneOf(step)));
        QVERIFY(kindOf(step) != "failed"_L1 || errorOf(step).billing != Billing::NotBilled);
    }
}

QTEST_GUILESS_MAIN(TestLumaAgents)
#include "test_lumaagents.moc"
