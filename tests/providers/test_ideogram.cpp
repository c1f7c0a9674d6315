// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/adapter/vendorreasons.h"
#include "providers/ideogram/ideogramadapter.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"

#include <QBuffer>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Form = QMap<QString, QString>;

/// Ideogram's messages, in tables. What its jobs go through over HTTP stands with the other vendors' jobs.
class TestIdeogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void requests_data();
    void requests();
    void masksAreBlack();
    void endings_data();
    void endings();
    void refusals_data();
    void refusals();
    void keyChecks();
    void survivesDamage();

private:
    [[nodiscard]] Step read(const QString &phase, const HttpResponse &response) const
    {
        AdapterState state {{u"phase"_s, phase}};
        if (phase == "poll"_L1) {
            state.insert("poll"_L1, "https://api.ideogram.ai/v2/generations/g1"_L1);
        }
        return m_ideogram.advance(m_plan, state, response, m_credentials);
    }

    IdeogramAdapter m_ideogram;
    const Plan m_plan = catalogPlan(u"ideogram/ideogram-v3"_s, wishFor(u"ideogram/ideogram-v3"_s));
    Credentials m_credentials {"ideogram-secret"_ba, {}, {}};
};

void TestIdeogram::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"ideogram"_s));
    QCOMPARE(registry.find(u"ideogram"_s)->info().keyVariables, QStringList {u"IDEOGRAM_API_KEY"_s});
}

void TestIdeogram::requests_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("path");
    QTest::addColumn<Form>("form");
    const auto row = [](const char *name, const QString &offer, const Request &request, const QString &path,
                        const Form &more) {
        Form form {{u"async"_s, u"true"_s}};
        form.insert(more);
        QTest::newRow(name) << QString(u"ideogram/"_s + offer) << request << path << form;
    };
    const QString fox = u"a red fox"_s;
    const QString png = u"image/png"_s;
    Request words;
    words.prompt = fox;
    const Form least {{u"prompt"_s, fox}, {u"num_images"_s, u"1"_s}};
    const auto with = [&](const Form &more) {
        Form form = least;
        form.insert(more);
        return form;
    };
    row("least", u"ideogram-v3"_s, words, u"generate/ideogram-3"_s, with({{u"resolution"_s, u"1024x1024"_s}}));
    Request full = words;
    full.size.pixels = QSize(1312, 736);
    full.seed = 7;
    full.n = 3;
    full.quality = u"high"_s;
    full.style = u"Design"_s;
    full.negativePrompt = u"blur"_s;
    full.tuning.promptEnhancement = false;
    full.extra = {{u"color_palette"_s, QJsonObject {{u"name"_s, u"ember"_s}}},
                  {u"style_codes"_s, QJsonArray {u"AAFF5733"_s, u"0133FF57"_s}}};
    row("full", u"ideogram-v3"_s, full, u"generate/ideogram-3"_s,
        with({{u"num_images"_s, u"3"_s},
              {u"resolution"_s, u"1312x736"_s},
              {u"seed"_s, u"7"_s},
              {u"rendering_speed"_s, u"quality"_s},
              {u"style_type"_s, u"design"_s},
              {u"negative_prompt"_s, u"blur"_s},
              {u"magic_prompt"_s, u"off"_s},
              {u"color_palette"_s, u"{\"name\":\"ember\"}"_s},
              {u"style_codes"_s, u"AAFF5733 0133FF57"_s}}));
    Request styled = words;
    styled.images = {{pngOf({64, 64}), {}, ImageRole::Style}, {pngOf({64, 64}), {}, ImageRole::Style}};
    row("in a style", u"ideogram-v3"_s, styled, u"generate/ideogram-3"_s,
        with({{u"style_reference_images"_s, u"image/png image/png"_s}}));
    Request edit = words;
    edit.images = {{pngOf({64, 64}), {}}};
    edit.tuning.strength = 0.3;
    row("remix", u"ideogram-v3"_s, edit, u"remix/ideogram-3"_s,
        with({{u"image"_s, png}, {u"image_weight"_s, u"70"_s}}));
    Request inpaint = edit;
    inpaint.mask = InputImage {pngOf({64, 64}, Qt::transparent), {}};
    inpaint.negativePrompt = u"blur"_s;
    inpaint.size.ratio = AspectRatio {16, 9};
    row("inpaint", u"ideogram-v3"_s, inpaint, u"inpaint/ideogram-3"_s, with({{u"image"_s, png}, {u"mask"_s, png}}));
    edit.tuning.strength = 1;
    edit.seed = 7;
    edit.tuning.promptEnhancement = true;
    row("remix with 4.0", u"ideogram-4.0"_s, edit, u"remix/ideogram-4"_s,
        with({{u"image"_s, png}, {u"image_weight"_s, u"1"_s}}));
    Request precise = words;
    precise.images = {{pngOf({64, 64}), {}}, {pngOf({8, 8}), {}}, {pngOf({8, 8}), {}}};
    precise.quality = u"low"_s;
    precise.size.pixels = QSize(1024, 1024);
    row("precise", u"ideogram-4.5"_s, precise, u"precise-edit/ideogram-4-5"_s,
        with({{u"image"_s, png}, {u"reference_images"_s, u"image/png image/png"_s}, {u"quality"_s, u"low"_s}}));
    Request old = words;
    old.size.ratio = AspectRatio {16, 10};
    row("older model", u"ideogram-v2a"_s, old, u"generate/ideogram-2a"_s, with({{u"aspect_ratio"_s, u"16x10"_s}}));
    row("cut out", u"ideogram-remove-background"_s, wishFor(u"ideogram/ideogram-remove-background"_s),
        u"remove-background/ideogram-1"_s, {{u"image"_s, png}});
}

void TestIdeogram::requests()
{
    QFETCH(QString, offer);
    QFETCH(Request, request);
    QFETCH(QString, path);
    const Plan plan = catalogPlan(offer, request);
    const Step step = m_ideogram.begin(plan, plan.calls.first(), {"k"_ba, {}, QUrl(u"http://127.0.0.1:9/i"_s)});
    const HttpRequest sent = requestOf(step);
    QCOMPARE(lineOf(sent), QString(u"POST http://127.0.0.1:9/i/v2/image/"_s + path));
    QCOMPARE(sent.header("Api-Key"_ba), "k"_ba);
    QVERIFY(sent.header("Authorization"_ba).isEmpty());
    QTEST(formOf(sent), "form");
    QVERIFY(sent.startsPaidWork);
    QVERIFY(!m_ideogram.resume(stateOf(step), m_credentials));
}

void TestIdeogram::masksAreBlack()
{
    Request request = wishFor(u"ideogram/ideogram-v3"_s);
    QImage half({64, 64}, QImage::Format_ARGB32);
    half.fill(Qt::transparent);
    half.setPixelColor(1, 1, Qt::black);
    QBuffer buffer(&request.mask.emplace().bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && half.save(&buffer, "PNG"));
    request.images = {{pngOf({64, 64}), {}}};
    const Plan plan = catalogPlan(u"ideogram/ideogram-v3"_s, request);
    const HttpRequest sent = requestOf(m_ideogram.begin(plan, plan.calls.first(), m_credentials));
    const QImage mask = QImage::fromData(fileOf(sent, u"mask"_s));
    QCOMPARE(qGray(mask.pixel(1, 1)), 255);
    QCOMPARE(qGray(mask.pixel(9, 9)), 0); // transparent: it may change
}

void TestIdeogram::endings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("step");
    const QByteArray safe = R"({"url":"https://ideogram.ai/a.png?exp=1","prompt":"new","is_image_safe":true,"seed":5})";
    const QByteArray unsafe = R"({"url":null,"is_image_safe":false,"seed":6})";
    const auto done = [](const QByteArray &data) {
        return QByteArray(R"({"generation_id":"g1","status":"completed","usage_cost_usd_micros":60000,"data":[)" + data
                          + "]}");
    };
    QTest::newRow("one") << done(safe) << 1 << ErrorKind::Unknown << u"done"_s;
    QTest::newRow("one of two") << done(safe + ',' + unsafe) << 1 << ErrorKind::Unknown << u"done"_s;
    QTest::newRow("none is safe") << done(unsafe + ',' + unsafe) << 0 << ErrorKind::ContentPolicy << u"failed"_s;
    QTest::newRow("moderated") << R"({"status":"failed","failure_reason":"content_policy_violation"})"_ba << 0
                               << ErrorKind::ContentPolicy << u"failed"_s;
    QTest::newRow("broken") << R"({"status":"failed","failure_reason":"internal_error"})"_ba << 0 << ErrorKind::Upstream
                            << u"failed"_s;
    QTest::newRow("broken in silence") << R"({"status":"failed"})"_ba << 0 << ErrorKind::Upstream << u"failed"_s;
}

void TestIdeogram::endings()
{
    QFETCH(QByteArray, body);
    QFETCH(int, pictures);
    const Step step = read(u"poll"_s, answerOf(200, body));
    QTEST(kindOf(step), "step");
    if (pictures == 0) {
        QTEST(errorOf(step).kind, "kind");
        QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
        return;
    }
    const Done done = doneOf(step);
    QCOMPARE(done.media.size(), pictures);
    QCOMPARE(done.media.first().url, QUrl(u"https://ideogram.ai/a.png?exp=1"_s));
    QCOMPARE(done.media.first().seed, std::optional<qint64>(5));
    QCOMPARE(done.media.first().revisedPrompt, u"new"_s);
    QCOMPARE(done.cost, Money::fromMicros(60'000));
}

void TestIdeogram::refusals_data()
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
    row("text", 400, "Invalid input", K::Invalid);
    row("detail", 400, R"({"detail":"resolution: not supported"})", K::Invalid, Billing::NotBilled, u"size"_s);
    row("field of nobody", 400, R"({"error":"whatever: it is"})", K::Invalid);
    row("key", 401, R"({"message":"Access denied"})", K::Auth);
    row("key of older paths", 403, "", K::Auth);
    row("funds", 402, R"({"error":"no","reject_reason":"insufficient_funds"})", K::Funds);
    row("subscription", 402, R"({"error":"no","reject_reason":"subscription_required"})", K::Funds);
    row("day", 402, R"({"error":"no","reject_reason":"daily_limit"})", K::RateLimit);
    row("feature", 402, R"({"error":"no","reject_reason":"feature_limit"})", K::Unsupported);
    row("payment in silence", 402, "", K::Funds);
    row("nothing there", 404, R"({"error":"Not found"})", K::NotFound);
    row("safety", 422, R"({"error":"Prompt failed the safety check."})", K::ContentPolicy);
    row("in flight", 429, R"({"error":"no","reject_reason":"inflight_limit"})", K::RateLimit);
    row("limit", 429, "", K::RateLimit);
    row("busy", 503, "", K::Overloaded);
    row("server", 500, R"({"error":"oops","reject_reason":"insufficient_funds"})", K::Upstream, unsure);
    row("gateway", 502, "<html></html>", K::Upstream, unsure);
    row("late", 504, "", K::Timeout, unsure);
    row("no id", 200, R"({"seed":1})", K::Upstream, unsure);
}

void TestIdeogram::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error = errorOf(read(u"submit"_s, answerOf(status, body, {{"Retry-After"_ba, "7"_ba}})));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.param, "param");
    QVERIFY(status == 200 || error.retryAfter == std::chrono::seconds(7));
    QVERIFY(!error.why().isEmpty());
}

void TestIdeogram::keyChecks()
{
    QCOMPARE(lineOf(m_ideogram.keyCheck(m_credentials).value()), u"GET https://api.ideogram.ai/models"_s);
    QVERIFY(!m_ideogram.readKeyCheck(answerOf(200, R"({"models":[]})")));
    const std::optional<Error> error = m_ideogram.readKeyCheck(answerOf(401, ""));
    QVERIFY(error && error->kind == ErrorKind::Auth && error->billing == Billing::NotBilled);
}

void TestIdeogram::survivesDamage()
{
    const QByteArray good = R"({"generation_id":"g1","status":"completed","data":[{"url":"https://ideogram.ai/a.png",)"
                            R"("prompt":"new","is_image_safe":true,"seed":5},{"url":null,"is_image_safe":false}]})";
    for (const QString &phase : {u"submit"_s, u"poll"_s}) {
        const QList<QByteArray> damaged = mutations(good, 1500);
        for (const QByteArray &body : damaged) {
            const Step step = read(phase, answerOf(200, body));
            QVERIFY(kindOf(step) != "done"_L1 || hasOnlyUsableImages(doneOf(step)));
            QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
        }
    }
}

QTEST_GUILESS_MAIN(TestIdeogram)
#include "test_ideogram.moc"
