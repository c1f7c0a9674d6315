// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/model/dataurl.h"
#include "providers/recraft/recraftadapter.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Recraft's messages, in tables.
class TestRecraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void requests_data();
    void requests();
    void masksAreWhite();
    void answers_data();
    void answers();
    void errors_data();
    void errors();
    void keyChecks();
    void survivesDamage();

private:
    [[nodiscard]] Step read(const HttpResponse &response) const
    {
        return m_recraft.advance(m_plan, {{u"seed"_s, 4}}, response, m_credentials);
    }

    RecraftAdapter m_recraft;
    const Plan m_plan = catalogPlan(u"recraft/recraft-v3"_s, wishFor(u"recraft/recraft-v3"_s));
    Credentials m_credentials {"recraft-secret"_ba, {}, {}};
};

void TestRecraft::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"recraft"_s));
    QCOMPARE(registry.find(u"recraft"_s)->info().keyVariables, QStringList {u"RECRAFT_API_TOKEN"_s});
}

void TestRecraft::requests_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QString &offer, const Request &request, const QString &path,
                        const QByteArray &body) {
        QTest::newRow(name) << QString(u"recraft/"_s + offer) << request << path << body;
    };
    Request words;
    words.prompt = u"a red fox"_s;
    row("least", u"recraft-v4.1"_s, words, u"generations"_s,
        R"({"image_format":"webp","model":"recraftv4_1","n":1,"prompt":"a red fox","size":"1024x1024"})");
    Request full = words;
    full.size.pixels = QSize(1820, 1024);
    full.n = 2;
    full.seed = 4;
    full.format = ImageFormat::Png;
    full.style = u"Icon"_s;
    full.negativePrompt = u"blur"_s;
    full.extra = {{u"controls"_s, QJsonObject {{u"no_text"_s, true}}}};
    row("full", u"recraft-v3"_s, full, u"generations"_s,
        R"({"controls":{"no_text":true},"image_format":"png","model":"recraftv3","n":2,"negative_prompt":"blur",)"
        R"("prompt":"a red fox","random_seed":4,"size":"1820x1024","style":"icon"})");
    Request drawn = words;
    drawn.size.ratio = AspectRatio {16, 9};
    drawn.format = ImageFormat::Svg;
    row("drawing", u"recraft-v4-vector"_s, drawn, u"generations"_s,
        R"({"model":"recraftv4_vector","n":1,"prompt":"a red fox","size":"16:9"})");
    Request edit = words;
    edit.images = {{pngOf({2, 2}), {}}};
    const QByteArray picture = R"("image_url":"data:image/png;base64,)" + pngOf({2, 2}).toBase64() + "\",";
    row("picture", u"recraft-v3"_s, edit, u"imageToImage"_s,
        R"({"image_format":"webp",)" + picture + R"("model":"recraftv3","n":1,"prompt":"a red fox","strength":0.5})");
    edit.tuning.strength = 0.2;
    row("picture and strength", u"recraft-v4.1"_s, edit, u"imageToImage"_s,
        R"({"image_format":"webp",)" + picture + R"("model":"recraftv4_1","n":1,"prompt":"a red fox","strength":0.2})");
    Request cut = edit;
    cut.prompt.clear();
    row("cut out", u"recraft-remove-background"_s, cut, u"removeBackground"_s,
        R"({"image_format":"png",)" + picture.chopped(1) + "}");
    row("vectorize", u"recraft-vectorize"_s, cut, u"vectorize"_s, "{" + picture.chopped(1) + "}");
    cut.operation = Operation::Vary;
    row("variation", u"recraft-variate"_s, cut, u"variateImage"_s,
        R"({"image_format":"webp",)" + picture + R"("n":1,"size":"1024x1024"})");
}

void TestRecraft::requests()
{
    QFETCH(QString, offer);
    QFETCH(Request, request);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const Plan plan = catalogPlan(offer, request);
    const Step step = m_recraft.begin(plan, plan.calls.first(), m_credentials);
    const HttpRequest sent = requestOf(step);
    QCOMPARE(lineOf(sent), QString(u"POST https://external.api.recraft.ai/v1/images/"_s + path));
    QCOMPARE(jsonOf(sent.body), jsonOf(body));
    QCOMPARE(sent.header("Authorization"_ba), "Bearer recraft-secret"_ba);
    QVERIFY(sent.startsPaidWork);
    QVERIFY(!m_recraft.resume(stateOf(step), m_credentials) && !m_recraft.cancel(stateOf(step), m_credentials));
}

void TestRecraft::masksAreWhite()
{
    Request request;
    request.prompt = u"a red fox"_s;
    request.images = {{pngOf({4, 4}), {}}};
    request.mask = InputImage {pngOf({4, 4}, QColor(0, 0, 0, 60)), {}}; // nearly transparent
    const Plan plan = catalogPlan(u"recraft/recraft-v3"_s, request);
    const HttpRequest sent = requestOf(m_recraft.begin(plan, plan.calls.first(), m_credentials));
    QVERIFY(lineOf(sent).endsWith("/images/inpaint"_L1));
    const QByteArray mask = jsonOf(sent.body).value("mask_url"_L1).toString().toLatin1();
    QCOMPARE(qGray(QImage::fromData(dataUrlContent(mask).value()).pixel(1, 1)), 255);
}

void TestRecraft::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("pictures"); ///< 0: an error that may be billed
    QTest::addColumn<Money>("cost");
    const QByteArray png = pngOf({2, 2}).toBase64();
    const QByteArray link = R"({"image_id":"6a","url":"https://img.recraft.ai/a.webp"})";
    const auto row = [](const char *name, const QByteArray &body, int pictures, const Money &cost) {
        QTest::newRow(name) << body << pictures << cost;
    };
    row("links", R"({"credits":70,"data":[)" + link + ',' + link + "]}", 2, Money::fromMicros(70'000));
    row("base64", R"({"credits":35,"data":[{"b64_json":")" + png + "\"}]}", 1, Money::fromMicros(35'000));
    row("a tool's", R"({"credits":4,"image":)" + link + "}", 1, Money::fromMicros(4000));
    row("a tool's, base64", R"({"credits":4,"image":{"b64_json":")" + png + "\"}}", 1, Money::fromMicros(4000));
    row("without its price", R"({"data":[)" + link + "]}", 1, Money::unknown());
    row("below nothing", R"({"credits":-40,"data":[)" + link + "]}", 1,
        Money::fromMicros(-40'000)); // the engine doubts it
    row("a number as a text", R"({"credits":"4","data":[)" + link + "]}", 1, Money::fromMicros(4000));
    row("no number", R"({"credits":"1,50","data":[)" + link + "]}", 1, Money::unknown());
    row("none", R"({"credits":35,"data":[]})", 0, Money::unknown());
    row("an error with a 200", R"({"code":"x","message":"no"})", 0, Money::unknown());
    row("a page", "<html></html>", 0, Money::unknown());
}

void TestRecraft::answers()
{
    QFETCH(QByteArray, body);
    QFETCH(int, pictures);
    const Step step = read(answerOf(200, body));
    if (pictures == 0) {
        QCOMPARE(errorOf(step).kind, ErrorKind::Upstream);
        QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
        return;
    }
    const Done done = doneOf(step);
    QCOMPARE(done.media.size(), pictures);
    QCOMPARE(done.media.first().seed, std::optional<qint64>(4));
    QTEST(done.cost, "cost");
}

void TestRecraft::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using K = ErrorKind;
    const auto row = [](const char *name, int status, const char *body, K kind, Billing billing = Billing::NotBilled) {
        QTest::newRow(name) << status << QByteArray(body) << kind << billing;
    };
    constexpr Billing unsure = Billing::MayBeBilled;
    row("parameter", 400, R"({"code":"invalid_request_parameter","message":"size: odd"})", K::Invalid);
    row("in OpenAI's form", 400, R"({"error":{"message":"bad"}})", K::Invalid);
    row("text", 400, "bad", K::Invalid);
    row("moderation", 400, R"({"code":"invalid_request_parameter","message":"Did not pass moderation"})",
        K::ContentPolicy);
    row("funds", 400, R"({"code":"not_enough_credits","message":"no"})", K::Funds);
    row("funds by status", 402, "", K::Funds);
    row("key", 401, R"({"code":"unauthorized","message":"no"})", K::Auth);
    row("nothing there", 404, "", K::NotFound);
    row("limit", 429, R"({"code":"rate_limit_exceeded","message":"no"})", K::RateLimit);
    row("busy", 503, "", K::Overloaded);
    row("server", 500, R"({"code":"not_enough_credits"})", K::Upstream, unsure);
    row("gateway", 502, "<html></html>", K::Upstream, unsure);
    row("late", 504, "", K::Timeout, unsure);
}

void TestRecraft::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error = errorOf(read(answerOf(status, body, {{"Retry-After"_ba, "3"_ba}})));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(std::chrono::seconds(3)));
    QVERIFY(!error.why().isEmpty());
}

void TestRecraft::keyChecks()
{
    QCOMPARE(lineOf(m_recraft.keyCheck(m_credentials).value()), u"GET https://external.api.recraft.ai/v1/users/me"_s);
    QVERIFY(!m_recraft.readKeyCheck(answerOf(200, R"({"credits":10})")));
    QCOMPARE(m_recraft.readKeyCheck(answerOf(200, R"({"credits":0})")).value_or(Error()).kind, ErrorKind::Funds);
    QCOMPARE(m_recraft.readKeyCheck(answerOf(401, "")).value_or(Error()).kind, ErrorKind::Auth);
}

void TestRecraft::survivesDamage()
{
    const QByteArray good = R"({"created":1,"credits":35,"data":[{"image_id":"6a","b64_json":")"
        + pngOf({2, 2}).toBase64() + R"("},{"image_id":"6b","url":"https://img.recraft.ai/a.webp"}]})";
    const QList<QByteArray> damaged = mutations(good, 2000);
    for (const QByteArray &body : damaged) {
        const Step step = read(answerOf(200, body));
        QVERIFY(kindOf(step) == "done"_L1 ? hasOnlyUsableImages(doneOf(step)) : kindOf(step) == "failed"_L1);
        QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    }
}

QTEST_GUILESS_MAIN(TestRecraft)
#include "test_recraft.moc"
