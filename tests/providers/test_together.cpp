// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/registry.h"
#include "providers/together/togetheradapter.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

Offer togetherOffer()
{
    Offer offer;
    offer.provider = u"together"_s;
    offer.model = u"flux-2-pro"_s;
    offer.providerModel = u"black-forest-labs/FLUX.2-pro"_s;
    offer.modes = {u"text-to-image"_s, u"image-edit"_s};
    offer.sizes = SizeRange {64, 2048, 16};
    offer.formats = {ImageFormat::Jpeg, ImageFormat::Png};
    offer.maxInputImages = 8;
    offer.fields = {{u"prompt"_s, u"prompt"_s},
                    {u"size"_s, u"width, height"_s},
                    {u"output_format"_s, u"output_format"_s},
                    {u"seed"_s, u"seed"_s},
                    {u"image"_s, u"reference_images"_s}};
    offer.wire.sizeAs = SizeForm::TwoFields;
    offer.wire.imageAs = ImageForm::DataUrl;
    offer.wire.imageList = true;
    offer.wire.constants = {{u"response_format"_s, u"base64"_s}};
    return offer;
}

} // namespace

/// Together AI's messages, in tables.
class TestTogether : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void requests_data();
    void requests();
    void answers_data();
    void answers();
    void errors_data();
    void errors();
    void keyChecks();
    void survivesDamage();

private:
    [[nodiscard]] Step read(const HttpResponse &response) const
    {
        return m_together->advance(planFor(togetherOffer()), {}, response, m_credentials);
    }

    std::unique_ptr<Adapter> m_together = togetherAdapter();
    Credentials m_credentials {"together-secret"_ba, {}, {}};
};

void TestTogether::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"together"_s));
    QCOMPARE(registry.find(u"together"_s)->info().keyVariables, QStringList {u"TOGETHER_API_KEY"_s});
}

void TestTogether::requests_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QJsonObject>("body");
    const QJsonObject least {{u"model"_s, u"black-forest-labs/FLUX.2-pro"_s},
                             {u"prompt"_s, u"a red fox"_s},
                             {u"response_format"_s, u"base64"_s}};
    const auto with = [&](const QJsonObject &more) {
        QJsonObject body = least;
        for (auto it = more.begin(); it != more.end(); ++it) {
            body.insert(it.key(), it.value());
        }
        return body;
    };
    const QString line = u"POST https://api.together.ai/v1/images/generations"_s;
    const Plan plain = planFor(togetherOffer());
    QTest::newRow("least") << plain << QUrl() << line << least;
    Plan full = plain;
    full.size.pixels = QSize(1280, 720);
    full.output.format = full.output.upstreamFormat = ImageFormat::Png;
    full.calls = {{1, 7}};
    full.request.extra = {{u"steps"_s, 20}};
    QTest::newRow("full") << full << QUrl() << line
                          << with({{u"width"_s, 1280},
                                   {u"height"_s, 720},
                                   {u"output_format"_s, u"png"_s},
                                   {u"seed"_s, 7},
                                   {u"steps"_s, 20}});
    Plan edit = plain;
    edit.request.images = {{pngOf({2, 2}), {}}, {pngOf({2, 2}, Qt::red), {}}};
    const auto link = [](const QByteArray &png) {
        return QString(u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64()));
    };
    QTest::newRow("edit") << edit << QUrl() << line
                          << with({{u"reference_images"_s,
                                    QJsonArray {link(pngOf({2, 2})), link(pngOf({2, 2}, Qt::red))}}});
    QTest::newRow("older address") << plain << QUrl(u"https://api.together.xyz/v1"_s)
                                   << u"POST https://api.together.xyz/v1/images/generations"_s << least;
}

void TestTogether::requests()
{
    QFETCH(Plan, plan);
    QFETCH(QUrl, base);
    QFETCH(QJsonObject, body);
    const Step step = m_together->begin(plan, plan.calls.first(), {"k"_ba, {}, base});
    const HttpRequest request = requestOf(step);
    QTEST(lineOf(request), "line");
    QCOMPARE(jsonOf(request.body), body);
    QCOMPARE(request.header("Authorization"_ba), "Bearer k"_ba);
    QVERIFY(request.startsPaidWork);
    const std::optional<qint64> seed = plan.calls.first().seed; // told where the answer does not
    QCOMPARE(stateOf(step).size(), seed ? 1 : 0);
    QVERIFY(!m_together->resume({}, m_credentials) && !m_together->cancel({}, m_credentials));
}

void TestTogether::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("pictures"); ///< 0: an error that may be billed
    const QByteArray picture = pngOf({2, 2}).toBase64();
    QTest::newRow("base64") << QByteArray(
        R"({"id":"o","object":"list","data":[{"index":0,"type":"b64_json","b64_json":")" + picture + R"("}]})")
                            << 1;
    QTest::newRow("both kinds") << QByteArray(
        R"({"data":[{"index":0,"type":"url","url":"https://api.together.ai/shrt/abc"},{"type":"b64_json","b64_json":")"
        + picture + R"("}]})") << 2;
    QTest::newRow("one is no picture") << QByteArray(R"({"data":[{"b64_json":"aGVsbG8="},{"b64_json":")" + picture
                                                     + R"("}]})")
                                       << 1;
    QTest::newRow("none") << R"({"data":[]})"_ba << 0;
    QTest::newRow("null") << R"({"data":null})"_ba << 0;
    QTest::newRow("wrong types") << R"({"data":[7,[],{"b64_json":7,"url":{}}]})"_ba << 0;
    QTest::newRow("an error with a 200") << R"({"error":{"message":"no"}})"_ba << 0;
    QTest::newRow("no JSON") << "hello"_ba << 0;
    QTest::newRow("nothing") << ""_ba << 0;
}

void TestTogether::answers()
{
    QFETCH(QByteArray, body);
    QFETCH(int, pictures);
    const Step step = read(answerOf(200, body));
    QCOMPARE(doneOf(step).media.size(), pictures);
    QVERIFY(!doneOf(step).cost.isKnown()); // it tells none; the estimate counts
    QCOMPARE(errorOf(step).kind, pictures > 0 ? ErrorKind::Unknown : ErrorKind::Upstream);
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
}

void TestTogether::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QByteArray>("reset"); ///< x-ratelimit-reset
    QTest::addColumn<int>("milliseconds"); ///< to wait; -1: not told
    using K = ErrorKind;
    const auto row = [](const char *name, int status, const char *body, K kind, Billing billing = Billing::NotBilled,
                        const QString &param = {}, const QByteArray &reset = {}, int wait = -1) {
        QTest::newRow(name) << status << QByteArray(body) << kind << billing << param << reset << wait;
    };
    constexpr Billing unsure = Billing::MayBeBilled;
    row("field", 400,
        R"({"id":"o","error":{"message":"bad","type":"invalid_request_error","param":"seed","code":"x"}})", K::Invalid,
        Billing::NotBilled, u"seed"_s);
    row("field under our name", 400, R"({"error":{"message":"bad","param":"reference_images"}})", K::Invalid,
        Billing::NotBilled, u"image"_s);
    row("unknown model", 400, R"({"error":{"message":"no","code":"model_not_available"}})", K::NotFound);
    row("key", 401, R"({"error":{"message":"Invalid API key","code":"invalid_api_key"}})", K::Auth);
    row("flat", 401, R"({"message":"Invalid API key","type":"invalid_request_error"})", K::Auth);
    row("credit", 402, R"({"error":{"message":"Credit limit exceeded"}})", K::Funds);
    row("tier", 403, R"({"error":{"message":"your tier cannot use this model"}})", K::Auth);
    row("no such model", 404, R"({"error":{"message":"no","code":"model_not_available"}})", K::NotFound);
    row("flagged", 422, R"({"error":{"message":"The image contains NSFW content"}})", K::ContentPolicy, unsure);
    row("unprocessable", 422, R"({"error":{"message":"width is too large","param":"width"}})", K::Invalid,
        Billing::NotBilled, u"size"_s);
    row("limit", 429, R"({"error":{"message":"slow","type":"dynamic_request_limited"}})", K::RateLimit,
        Billing::NotBilled, {}, "1.5", 1500);
    row("limit, no time", 429, R"({"error_type":"dynamic_token_limited"})", K::RateLimit);
    row("limit, odd time", 429, "{}", K::RateLimit, Billing::NotBilled, {}, "soon");
    row("limit, endless time", 429, "{}", K::RateLimit, Billing::NotBilled, {}, "1e300");
    row("no time for others", 401, "{}", K::Auth, Billing::NotBilled, {}, "3");
    row("capacity", 503, "", K::Overloaded);
    row("overloaded", 529, "", K::Overloaded);
    row("server", 500, R"({"error":{"message":"oops","code":"invalid_api_key"}})", K::Upstream, unsure);
    row("gateway", 502, "<html></html>", K::Upstream, unsure);
    row("late", 504, "", K::Timeout, unsure);
    row("late at the proxy", 524, "", K::Timeout, unsure);
}

void TestTogether::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, reset);
    QFETCH(int, milliseconds);
    const Error error = errorOf(read(answerOf(status, body, {{"x-ratelimit-reset"_ba, reset}})));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.param, "param");
    QCOMPARE(error.retryAfter,
             milliseconds < 0 ? std::nullopt : std::optional(std::chrono::milliseconds(milliseconds)));
    QVERIFY(!error.why().isEmpty());
}

void TestTogether::keyChecks()
{
    const HttpRequest request = m_together->keyCheck(m_credentials).value();
    QCOMPARE(lineOf(request), u"GET https://api.together.ai/v1/models"_s);
    QVERIFY(!request.startsPaidWork);
    QVERIFY(!m_together->readKeyCheck(answerOf(200, "[]")));
    const std::optional<Error> error = m_together->readKeyCheck(answerOf(500, ""));
    QVERIFY(error && error->billing == Billing::NotBilled);
    const Error echo = errorOf(read(answerOf(401, R"({"error":{"message":"together-secret is wrong"}})")));
    QCOMPARE(echo.detail, u"… is wrong"_s);
}

void TestTogether::survivesDamage()
{
    const QByteArray good = R"({"id":"o","model":"m","object":"list","data":[{"index":0,"type":"b64_json","b64_json":")"
        + pngOf({2, 2}).toBase64() + R"("},{"index":1,"type":"url","url":"https://api.together.ai/shrt/abc"}]})";
    QCOMPARE(doneOf(read(answerOf(200, good))).media.size(), 2);
    const QList<QByteArray> damaged = mutations(good, 3000);
    for (const QByteArray &body : damaged) {
        const Step step = read(answerOf(200, body));
        QVERIFY(kindOf(step) == "done"_L1 ? hasOnlyUsableImages(doneOf(step)) : kindOf(step) == "failed"_L1);
        QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
    }
}

QTEST_GUILESS_MAIN(TestTogether)
#include "test_together.moc"
