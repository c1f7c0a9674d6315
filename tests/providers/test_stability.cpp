// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/adapter/vendorreasons.h"
#include "providers/registry.h"
#include "providers/stability/stabilityadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Form = QMap<QString, QString>;

/// Stability AI's messages, in tables. What its jobs go through over HTTP stands with the other vendors' jobs.
class TestStability : public QObject
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
    void jobs();
    void keyChecks();
    void survivesDamage();

private:
    [[nodiscard]] Step read(const HttpResponse &response) const
    {
        return m_stability.advance(m_plan, {{u"phase"_s, u"submit"_s}}, response, m_credentials);
    }

    StabilityAdapter m_stability;
    const Plan m_plan = catalogPlan(u"stability/stable-image-core"_s, wishFor(u"stability/stable-image-core"_s));
    Credentials m_credentials {"stability-secret"_ba, {}, {}};
};

void TestStability::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"stability"_s));
    QCOMPARE(registry.find(u"stability"_s)->info().keyVariables, QStringList {u"STABILITY_API_KEY"_s});
}

void TestStability::requests_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<Form>("form");
    const auto row = [](const char *name, const QString &offer, const Request &request, const QString &path,
                        const Form &form, const QByteArray &accept = "image/*"_ba) {
        QTest::newRow(name) << QString(u"stability/"_s + offer) << request << QString(u"/v2beta/stable-image/"_s + path)
                            << accept << form;
    };
    const auto wish = [](const QString &offer) { return wishFor(QString(u"stability/"_s + offer)); };
    const QString fox = u"a red fox"_s;
    row("least", u"stable-image-core"_s, wish(u"stable-image-core"_s), u"generate/core"_s,
        {{u"prompt"_s, fox}, {u"output_format"_s, u"png"_s}, {u"aspect_ratio"_s, u"1:1"_s}});
    Request full = wish(u"stable-image-core"_s);
    full.size.ratio = AspectRatio {21, 9};
    full.seed = 7;
    full.style = u"anime"_s;
    full.negativePrompt = u"blur"_s;
    full.format = ImageFormat::Webp;
    row("full", u"stable-image-core"_s, full, u"generate/core"_s,
        {{u"prompt"_s, fox},
         {u"output_format"_s, u"webp"_s},
         {u"aspect_ratio"_s, u"21:9"_s},
         {u"seed"_s, u"7"_s},
         {u"style_preset"_s, u"anime"_s},
         {u"negative_prompt"_s, u"blur"_s}});
    Request diffusion = wish(u"sd-3.5-large"_s);
    diffusion.tuning.guidance = 4.5;
    diffusion.size.ratio = AspectRatio {3, 2};
    row("diffusion", u"sd-3.5-large"_s, diffusion, u"generate/sd3"_s,
        {{u"prompt"_s, fox},
         {u"output_format"_s, u"png"_s},
         {u"aspect_ratio"_s, u"3:2"_s},
         {u"cfg_scale"_s, u"4.5"_s},
         {u"mode"_s, u"text-to-image"_s},
         {u"model"_s, u"sd3.5-large"_s}});
    diffusion.images = {{pngOf({64, 64}), {}}};
    row("diffusion of a picture", u"sd-3.5-large"_s, diffusion, u"generate/sd3"_s,
        {{u"prompt"_s, fox},
         {u"output_format"_s, u"png"_s},
         {u"cfg_scale"_s, u"4.5"_s},
         {u"strength"_s, u"0.5"_s},
         {u"image"_s, u"image/png"_s},
         {u"mode"_s, u"image-to-image"_s},
         {u"model"_s, u"sd3.5-large"_s}});
    Request ultra = wish(u"stable-image-ultra"_s);
    ultra.images = diffusion.images;
    ultra.tuning.strength = 0.25;
    row("ultra of a picture", u"stable-image-ultra"_s, ultra, u"generate/ultra"_s,
        {{u"prompt"_s, fox},
         {u"aspect_ratio"_s, u"1:1"_s},
         {u"output_format"_s, u"png"_s},
         {u"strength"_s, u"0.25"_s},
         {u"image"_s, u"image/png"_s}});
    row("inpaint", u"stability-inpaint"_s, wish(u"stability-inpaint"_s), u"edit/inpaint"_s,
        {{u"prompt"_s, fox},
         {u"output_format"_s, u"png"_s},
         {u"image"_s, u"image/png"_s},
         {u"mask"_s, u"image/png"_s}});
    row("borders", u"stability-outpaint"_s, wish(u"stability-outpaint"_s), u"edit/outpaint"_s,
        {{u"prompt"_s, fox}, {u"output_format"_s, u"png"_s}, {u"image"_s, u"image/png"_s}, {u"up"_s, u"64"_s}});
    row("fast", u"stability-upscale-fast"_s, wish(u"stability-upscale-fast"_s), u"upscale/fast"_s,
        {{u"output_format"_s, u"png"_s}, {u"image"_s, u"image/png"_s}});
    Request silent = wish(u"stability-upscale-creative"_s);
    silent.prompt.clear();
    row("without a prompt", u"stability-upscale-creative"_s, silent, u"upscale/creative"_s,
        {{u"prompt"_s, u"The same picture, sharp and with fine detail"_s},
         {u"output_format"_s, u"png"_s},
         {u"image"_s, u"image/png"_s}},
        "application/json"_ba);
}

void TestStability::requests()
{
    QFETCH(QString, offer);
    QFETCH(Request, request);
    QFETCH(QString, path);
    const Plan plan = catalogPlan(offer, request);
    const Step step = m_stability.begin(plan, plan.calls.first(), {"k"_ba, {}, QUrl(u"http://127.0.0.1:9/s"_s)});
    const HttpRequest sent = requestOf(step);
    QCOMPARE(lineOf(sent), QString(u"POST http://127.0.0.1:9/s"_s + path));
    QCOMPARE(sent.header("Authorization"_ba), "Bearer k"_ba);
    QTEST(sent.header("Accept"_ba), "accept");
    QTEST(formOf(sent), "form");
    QVERIFY(sent.startsPaidWork);
    QVERIFY(!m_stability.resume(stateOf(step), m_credentials));
}

void TestStability::masksAreWhite()
{
    Request request = wishFor(u"stability/stability-erase"_s);
    const Plan plan = catalogPlan(u"stability/stability-erase"_s, request);
    const HttpRequest sent = requestOf(m_stability.begin(plan, plan.calls.first(), m_credentials));
    const QImage mask = QImage::fromData(fileOf(sent, u"mask"_s));
    QCOMPARE(mask.size(), QSize(288, 320));
    QCOMPARE(qGray(mask.pixel(9, 9)), 255); // transparent: it may change
    Plan nothing = plan;
    nothing.request.mask = InputImage {pngOf({288, 320}, Qt::black), {}};
    const Error error = errorOf(m_stability.begin(nothing, plan.calls.first(), m_credentials));
    QCOMPARE(error.billing, Billing::NotBilled);
    QCOMPARE(error.param, u"mask"_s);
}

void TestStability::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<HttpHeader>>("headers");
    QTest::addColumn<bool>("made");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray picture = pngOf({2, 2});
    const QList<HttpHeader> good {{"seed"_ba, "7"_ba}, {"finish-reason"_ba, "SUCCESS"_ba}};
    const QList<HttpHeader> blurred {{"finish-reason"_ba, "CONTENT_FILTERED"_ba}};
    const auto json = [&](const QByteArray &end) {
        return QByteArray(R"({"image":")" + picture.toBase64() + R"(","seed":7,"finish_reason":")" + end + "\"}");
    };
    QTest::newRow("bytes") << picture << good << true << ErrorKind::Unknown;
    QTest::newRow("JSON") << json("SUCCESS") << QList<HttpHeader>() << true << ErrorKind::Unknown;
    QTest::newRow("blurred") << picture << blurred << false << ErrorKind::ContentPolicy;
    QTest::newRow("blurred in JSON") << json("CONTENT_FILTERED") << QList<HttpHeader>() << false
                                     << ErrorKind::ContentPolicy;
    QTest::newRow("a page") << "<html></html>"_ba << good << false << ErrorKind::Upstream;
    QTest::newRow("nothing") << ""_ba << good << false << ErrorKind::Upstream;
    QTest::newRow("no picture") << R"({"image":"aGVsbG8=","finish_reason":"SUCCESS"})"_ba << good << false
                                << ErrorKind::Upstream;
}

void TestStability::answers()
{
    QFETCH(QByteArray, body);
    QFETCH(QList<HttpHeader>, headers);
    QFETCH(bool, made);
    const Step step = read(answerOf(200, body, headers));
    QCOMPARE(kindOf(step), made ? u"done"_s : u"failed"_s);
    if (made) {
        QCOMPARE(doneOf(step).media.size(), 1);
        QCOMPARE(doneOf(step).media.first().bytes, pngOf({2, 2}));
        QCOMPARE(doneOf(step).media.first().seed, std::optional<qint64>(7));
        return;
    }
    QTEST(errorOf(step).kind, "kind");
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
}

void TestStability::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    QTest::addColumn<int>("seconds"); ///< to wait; 0: it does not say
    const auto row = [](const char *name, int status, const QByteArray &word, const QByteArray &text, ErrorKind kind,
                        const QString &param = {}, Billing billing = Billing::NotBilled, int seconds = 0) {
        const QByteArray body = R"({"id":"a1","name":")" + word + R"(","errors":[")" + text + R"("]})";
        QTest::newRow(name) << status << body << kind << billing << param << seconds;
    };
    using K = ErrorKind;
    row("field", 400, "bad_request", "aspect_ratio: must be one of", K::Invalid, u"aspect_ratio"_s);
    row("field under our name", 400, "bad_request", "output-format: is odd", K::Invalid, u"output_format"_s);
    row("own field", 400, "bad_request", "search_prompt: is required", K::Invalid, u"search_prompt"_s);
    row("no field", 400, "bad_request", "what: is that, please", K::Invalid, u"what"_s);
    row("key", 401, "unauthorized", "missing authorization header", K::Auth);
    row("payment", 402, "payment_required", "You lack sufficient credits", K::Funds);
    row("moderation", 403, "content_moderation", "flagged, denied and you were not charged", K::ContentPolicy);
    row("permission", 403, "permission_denied", "no", K::Auth);
    row("nothing there", 404, "not_found", "not found", K::NotFound);
    row("too heavy", 413, "payload_too_large", "too large", K::Invalid, u"image"_s);
    row("language", 422, "invalid_language", "English only", K::Invalid, u"prompt"_s);
    row("figure", 422, "public_figure", "no", K::ContentPolicy);
    row("limit", 429, "rate_limit_exceeded", "slow", K::RateLimit, {}, Billing::NotBilled, 60);
    row("server", 500, "internal_error", "oops", K::Upstream, {}, Billing::MayBeBilled);
    row("a server with another's word", 500, "content_moderation", "oops", K::Upstream, {}, Billing::MayBeBilled);
    QTest::newRow("first version") << 401 << R"({"id":"1","name":"unauthorized","message":"no"})"_ba << K::Auth
                                   << Billing::NotBilled << QString() << 0;
    QTest::newRow("gateway") << 502 << "<html></html>"_ba << K::Upstream << Billing::MayBeBilled << QString() << 0;
    QTest::newRow("late") << 504 << ""_ba << K::Timeout << Billing::MayBeBilled << QString() << 0;
    QTest::newRow("busy") << 503 << ""_ba << K::Overloaded << Billing::NotBilled << QString() << 0;
}

void TestStability::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, seconds);
    const Error error = errorOf(read(answerOf(status, body)));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.param, "param");
    QCOMPARE(error.retryAfter.value_or(std::chrono::milliseconds(0)), std::chrono::milliseconds(seconds * 1000));
    QVERIFY(!error.why().isEmpty());
}

/// Ten seconds between two questions, as the vendor wants it; its refusal is an end.
void TestStability::jobs()
{
    const QString place = u"https://api.stability.ai/v2beta/results/ab12"_s;
    Step step = read(answerOf(200, R"({"id":"ab12"})"));
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(lineOf(requestOf(step)), QString("GET "_L1 + place));
    QCOMPARE(std::get<Wait>(step).after, std::optional<std::chrono::milliseconds>(std::chrono::seconds(10)));
    const AdapterState state = stateOf(step);
    QCOMPARE(lineOf(m_stability.resume(state, m_credentials).value()), QString("GET "_L1 + place));
    step = m_stability.advance(m_plan, state, answerOf(202, R"({"id":"ab12","status":"in-progress"})"), m_credentials);
    QCOMPARE(kindOf(step), u"wait"_s);
    step = m_stability.advance(
        m_plan, state, answerOf(403, R"({"id":"x","name":"content_moderation","errors":["no"]})"), m_credentials);
    QCOMPARE(kindOf(step), u"failed"_s);
    QCOMPARE(errorOf(step).kind, ErrorKind::ContentPolicy);
    QVERIFY(!m_stability.cancel(state, m_credentials));
}

void TestStability::keyChecks()
{
    const HttpRequest request = m_stability.keyCheck(m_credentials).value();
    QCOMPARE(lineOf(request), u"GET https://api.stability.ai/v1/user/balance"_s);
    QVERIFY(!m_stability.readKeyCheck(answerOf(200, R"({"credits":12.3})")));
    QCOMPARE(m_stability.readKeyCheck(answerOf(200, R"({"credits":0})")).value_or(Error()).kind, ErrorKind::Funds);
    const Error echo = errorOf(read(answerOf(401, R"({"name":"unauthorized","message":"stability-secret is wrong"})")));
    QCOMPARE(echo.detail, u"… is wrong"_s);
}

void TestStability::survivesDamage()
{
    const QByteArray good = R"({"image":")" + pngOf({2, 2}).toBase64() + R"(","seed":7,"finish_reason":"SUCCESS"})";
    const QList<QByteArray> damaged = mutations(good, 2000);
    for (const QByteArray &body : damaged) {
        const Step step = read(answerOf(200, body));
        QVERIFY(kindOf(step) == "done"_L1 ? hasOnlyUsableImages(doneOf(step)) : true);
        QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    }
}

QTEST_GUILESS_MAIN(TestStability)
#include "test_stability.moc"
