// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/fal/faladapter.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestFalAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void failedJobs_data();
    void failedJobs();
    void pollTrouble_data();
    void pollTrouble();
    void asksAgainAfterAnEarlyFetch();
    void goesBackToAJobThatRuns();
    void resultAfterFailure();
    void pictures_data();
    void pictures();
    void noPictures_data();
    void noPictures();
    void costs_data();
    void costs();
    void survivesDamage_data();
    void survivesDamage();

private:
    [[nodiscard]] Step read(const QString &phase, const HttpResponse &response, const Offer &offer = falOffer(),
                            const QJsonObject &more = {}) const
    {
        AdapterState state {{u"phase"_s, phase},
                            {u"status"_s, u"https://queue.fal.run/fal-ai/flux/requests/1/status"_s},
                            {u"result"_s, u"https://queue.fal.run/fal-ai/flux/requests/1"_s}};
        for (auto field = more.begin(); field != more.end(); ++field) {
            state.insert(field.key(), field.value());
        }
        return m_fal.advance(planFor(offer), state, response, {"id:secret"_ba, {}, {}});
    }
    const FalAdapter m_fal;
};

void TestFalAnswers::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<QString>("param");
    const auto detail = [](const char *text) { return QByteArray(R"({"detail":")" + QByteArray(text) + "\"}"); };
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind,
                        Billing billing = Billing::NotBilled, const QString &param = {}) {
        QTest::newRow(name) << status << body << kind << billing << param;
    };
    using K = ErrorKind;
    row("key", 401, detail("No user found for Key ID and Secret"), K::Auth);
    row("no access", 403, detail("Cannot access application"), K::Auth);
    row("exhausted", 403, detail("User is locked. Reason: Exhausted balance. Top up your balance at fal.ai."),
        K::Funds);
    row("top up", 403, detail("User is locked. Reason: TOP_UP."), K::Funds);
    row("admin lock", 403, detail("User is locked. Reason: Admin lock. Contact support."), K::Auth);
    row("payment", 402, detail("Payment required"), K::Funds);
    row("no such endpoint", 404, detail("Application 'x' not found"), K::NotFound);
    row("field", 422, R"({"detail":[{"loc":["body","image_size"],"msg":"bad","type":"literal_error"}]})", K::Invalid,
        Billing::NotBilled, u"size"_s);
    row("policy", 422, R"({"detail":[{"loc":["body","prompt"],"msg":"no","type":"content_policy_violation"}]})",
        K::ContentPolicy, Billing::NotBilled, u"prompt"_s);
    row("text", 422, detail("nope"), K::Invalid);
    row("concurrency", 429, detail("Too many requests"), K::RateLimit);
    row("bad request", 400, R"({"detail":"no","error_type":"bad_request"})", K::Invalid);
    row("busy", 503, R"({"detail":"no","error_type":"runner_scheduling_failure"})", K::Overloaded);
    row("server", 500, R"({"detail":"no","error_type":"internal_error"})", K::Upstream, Billing::MayBeBilled);
    row("gateway", 502, "<html><title>Bad gateway</title></html>"_ba, K::Upstream, Billing::MayBeBilled);
    row("late", 504, R"({"detail":"Request timed out","error_type":"request_timeout"})", K::Timeout,
        Billing::MayBeBilled);
    row("gone away", 499, R"({"detail":"x","error_type":"client_disconnected"})", K::Cancelled, Billing::MayBeBilled);
    row("no JSON", 200, "hello"_ba, K::Upstream, Billing::MayBeBilled);
    row("no id", 200, R"({"status":"IN_QUEUE"})", K::Upstream, Billing::MayBeBilled);
    row("id of a wrong type", 200, R"({"request_id":7})", K::Upstream, Billing::MayBeBilled);
}

void TestFalAnswers::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error = errorOf(read(u"submit"_s, answerOf(status, body, {{"Retry-After"_ba, "3"_ba}})));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QTEST(error.param, "param");
    QCOMPARE(error.httpStatus, status);
    QVERIFY(!error.why().isEmpty());
    QCOMPARE(error.retryAfter, status < 300 ? std::nullopt : std::optional<milliseconds>(3000));
}

void TestFalAnswers::failedJobs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    const auto model = [](const QByteArray &type) {
        return QByteArray(R"({"detail":[{"loc":["body"],"msg":"m","type":")" + type + "\"}]}");
    };
    const auto platform = [](const QByteArray &type) {
        return QByteArray(R"({"detail":"m","error_type":")" + type + "\"}");
    };
    const auto row = [](const QByteArray &name, int status, const QByteArray &body, ErrorKind kind, Billing billing,
                        const QByteArray &header = {}) {
        QTest::newRow(name.constData()) << status << body << header << kind << billing;
    };
    using K = ErrorKind;
    constexpr Billing free = Billing::NotBilled;
    row("policy", 422, model("content_policy_violation"), K::ContentPolicy, Billing::MayBeBilled);
    row("policy, units 0", 422, model("content_policy_violation"), K::ContentPolicy, free, "x-fal-billable-units: 0");
    row("policy, units 1", 422, model("content_policy_violation"), K::ContentPolicy, Billing::Billed,
        "x-fal-billable-units: 1");
    row("no media", 422, model("no_media_generated"), K::Upstream, Billing::MayBeBilled);
    for (const char *type : {"image_too_small", "image_too_large", "image_load_error", "file_download_error", "missing",
                             "greater_than", "less_than", "one_of", "value_error"}) {
        row(type, 422, model(type), K::Invalid, free);
    }
    row("timeout", 504, model("generation_timeout"), K::Timeout, free);
    row("downstream", 400, model("downstream_service_error"), K::Upstream, Billing::MayBeBilled);
    row("downstream gone", 503, model("downstream_service_unavailable"), K::Overloaded, free);
    row("server", 500, model("internal_server_error"), K::Upstream, free);
    row("server, retryable", 500, model("internal_server_error"), K::Overloaded, free, "X-Fal-Retryable: true");
    row("busy, not retryable", 503, platform("runner_scheduling_failure"), K::Upstream, free, "X-Fal-Retryable: false");
    for (const char *type : {"request_timeout", "startup_timeout"}) {
        row(type, 504, platform(type), K::Timeout, free);
    }
    for (const char *type : {"runner_scheduling_failure", "runner_connection_timeout", "runner_connection_refused",
                             "runner_connection_error"}) {
        row(type, 503, platform(type), K::Overloaded, free);
    }
    row("runner_disconnected", 503, platform("runner_disconnected"), K::Upstream, free);
    row("runner_incomplete_response", 502, platform("runner_incomplete_response"), K::Upstream, free);
    row("runner_server_error", 500, platform("runner_server_error"), K::Upstream, free);
    row("internal_error", 500, platform("internal_error"), K::Upstream, free);
    row("client_cancelled", 499, platform("client_cancelled"), K::Cancelled, Billing::MayBeBilled);
    row("bad_request", 400, platform("bad_request"), K::Invalid, free);
    row("type in the header", 503, R"({"detail":"m"})", K::Overloaded, free,
        "X-Fal-Error-Type: runner_connection_error");
}

void TestFalAnswers::failedJobs()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, header);
    HttpResponse response = answerOf(status, body);
    if (!header.isEmpty()) {
        response.headers.append({header.left(header.indexOf(':')), header.mid(header.indexOf(':') + 2)});
    }
    const Step step = read(u"result"_s, response);
    QCOMPARE(kindOf(step), u"failed"_s);
    QTEST(errorOf(step).kind, "kind");
    QTEST(errorOf(step).billing, "billing");
    QVERIFY(!errorOf(step).why().isEmpty());

    // The same story told by the status alone.
    const QJsonObject failure {{u"detail"_s, u"GPU on fire"_s}, {u"error_type"_s, u"runner_server_error"_s}};
    const Error told = errorOf(read(u"result"_s, answerOf(500, ""), falOffer(), {{u"failure"_s, failure}}));
    QCOMPARE(told.detail, u"GPU on fire"_s);
    QCOMPARE(told.code, u"runner_server_error"_s);
}

void TestFalAnswers::pollTrouble_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    for (const QString &phase : {u"status"_s, u"result"_s}) {
        for (const int status : {301, 401, 403, 404, 408, 410, 429, 500, 502, 503, 504, 520}) {
            QTest::addRow("%s %d", qPrintable(phase), status) << phase << status << u"odd"_s;
        }
        for (const int status : {400, 402, 405, 407, 409, 413, 418, 422, 451}) {
            QTest::addRow("%s %d", qPrintable(phase), status) << phase << status << u"odd"_s;
        }
    }
}

void TestFalAnswers::pollTrouble()
{
    QFETCH(QString, phase);
    QFETCH(int, status);
    QByteArrayList bodies {"", "<html><h1>No</h1></html>", R"({"error":"no"})"};
    if (status != 422) {
        bodies.append(R"({"detail":"No"})"); // 422 with it is how fal tells a refusal
    }
    for (const QByteArray &body : bodies) {
        const Step step = read(phase, answerOf(status, body, {{"Retry-After"_ba, "2"_ba}}));
        QTEST(kindOf(step), "kind");
        if (const auto *odd = std::get_if<Odd>(&step)) {
            QCOMPARE(odd->after, std::optional<milliseconds>(2000));
            QVERIFY(!odd->mayBeSo); // none of them is documented as an end
            QCOMPARE(odd->error.billing, Billing::MayBeBilled);
        }
    }
}

void TestFalAnswers::asksAgainAfterAnEarlyFetch()
{
    const Step step = read(u"result"_s, answerOf(400, R"({"detail":"Request is still in progress"})"));
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(stateOf(step).value("phase"_L1).toString(), u"status"_s);
    QVERIFY(requestOf(step).url.path().endsWith("/status"_L1));
}

void TestFalAnswers::goesBackToAJobThatRuns()
{
    const Step step = read(u"result"_s, answerOf(200, R"({"status":"IN_PROGRESS","queue_position":0})"));
    QCOMPARE(kindOf(step), u"wait"_s);
    QCOMPARE(stateOf(step).value("phase"_L1).toString(), u"status"_s);
}

/// The status told of a failure: the result counts where it has pictures, and is asked again where it says nothing.
void TestFalAnswers::resultAfterFailure()
{
    const QJsonObject failed {{u"failure"_s, QJsonObject {{u"detail"_s, u"x"_s}, {u"error_type"_s, u"zzz"_s}}}};
    const QByteArray picture = R"({"images":[{"url":"https://v3.fal.media/a.png"}]})"_ba;
    QCOMPARE(kindOf(read(u"result"_s, answerOf(200, picture), falOffer(), failed)), u"done"_s);
    for (const HttpResponse &odd : {answerOf(502, "<html>"), answerOf(413, ""), answerOf(200, "{}")}) {
        const Step step = read(u"result"_s, odd, falOffer(), failed);
        QCOMPARE(kindOf(step), u"odd"_s);
        QVERIFY(std::get<Odd>(step).mayBeSo);
        QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
        QCOMPARE(errorOf(step).detail, u"x"_s);
    }
}

void TestFalAnswers::pictures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("found"); ///< addresses; "bytes" for the picture itself
    const QByteArray data = "data:image/png;base64," + pngOf({8, 8}).toBase64();
    const QString a = u"https://v3.fal.media/a.png"_s;
    const QString b = u"https://v3.fal.media/b.png"_s;
    QTest::newRow("list")
        << R"({"images":[{"url":"https://v3.fal.media/a.png"},{"url":"https://v3.fal.media/b.png"}]})"_ba
        << QStringList {a, b};
    QTest::newRow("null sizes") << R"({"images":[{"url":"https://v3.fal.media/a.png","width":null,"height":null}]})"_ba
                                << QStringList {a};
    QTest::newRow("single") << R"({"image":{"url":"https://v3.fal.media/a.png"}})"_ba << QStringList {a};
    QTest::newRow("strings") << R"({"images":["https://v3.fal.media/a.png"]})"_ba << QStringList {a};
    QTest::newRow("inline") << QByteArray(R"({"images":[{"url":")" + data + "\"}]}") << QStringList {u"bytes"_s};
    QTest::newRow("one flagged")
        << R"({"images":[{"url":"https://v3.fal.media/a.png"},{"url":"https://v3.fal.media/b.png"}],)"
           R"("has_nsfw_concepts":[true,false]})"_ba
        << QStringList {a + u" (fal.ai)"_s, b};
    QTest::newRow("the only one flagged")
        << R"({"images":[{"url":"https://v3.fal.media/a.png"}],"has_nsfw_concepts":[true]})"_ba
        << QStringList {a + u" (fal.ai)"_s};
    QTest::newRow("detected") << R"({"image":{"url":"https://v3.fal.media/a.png"},"nsfw_content_detected":true})"_ba
                              << QStringList {a + u" (fal.ai)"_s};
    QTest::newRow("one broken") << R"({"images":[{"url":"nothing"},7,{"url":"https://v3.fal.media/b.png"}]})"_ba
                                << QStringList {b};
}

void TestFalAnswers::pictures()
{
    QFETCH(QByteArray, body);
    body.insert(1, R"("seed":9223372036854775807,)");
    const Done done = doneOf(read(u"result"_s, answerOf(200, body)));
    QStringList found;
    for (const ProducedMedia &image : done.media) {
        const QString flag = image.flaggedBy.isEmpty() ? QString() : u" (%1)"_s.arg(image.flaggedBy);
        found.append((image.bytes.isEmpty() ? image.url.toString() : u"bytes"_s) + flag);
        QCOMPARE(image.seed, std::optional<qint64>(9223372036854775807LL));
    }
    QTEST(found, "found");
}

void TestFalAnswers::noPictures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("units");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    for (const char *body : {R"({"images":[]})", R"({})", "[]", "", "null", R"({"images":{}})", R"({"images":[{}]})",
                             R"({"image":7})", R"({"images":[{"url":"data:image/png;base64,AAAA"}]})"}) {
        QTest::newRow(body) << QByteArray(body) << ""_ba << ErrorKind::Upstream << Billing::MayBeBilled;
    }
}

void TestFalAnswers::noPictures()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, units);
    const Error error = errorOf(read(u"result"_s, answerOf(200, body, {{"x-fal-billable-units"_ba, units}})));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QVERIFY(!error.why().isEmpty());
}

void TestFalAnswers::costs_data()
{
    QTest::addColumn<Offer>("offer");
    QTest::addColumn<QByteArray>("units");
    QTest::addColumn<Money>("cost");
    QTest::newRow("one") << falOffer() << "1"_ba << Money::fromMicros(25'000);
    QTest::newRow("decimals") << falOffer() << "3.14159265"_ba << Money::fromMicros(78'540);
    QTest::newRow("tiny") << falOffer() << "0.00001230"_ba << Money::fromMicros(0);
    QTest::newRow("nothing") << falRatioOffer() << "0"_ba << Money::zero();
    QTest::newRow("absent") << falOffer() << ""_ba << Money::unknown();
    QTest::newRow("words") << falOffer() << "many"_ba << Money::unknown();
    QTest::newRow("negative") << falOffer() << "-1"_ba << Money::unknown();
    QTest::newRow("not finite") << falOffer() << "inf"_ba << Money::unknown();
    QTest::newRow("two prices") << falRatioOffer() << "1"_ba << Money::unknown();
    QTest::newRow("first megapixel dearer") << falEditOffer() << "1"_ba << Money::unknown();
    QTest::newRow("no price") << falFillOffer() << "1"_ba << Money::unknown();
}

void TestFalAnswers::costs()
{
    QFETCH(Offer, offer);
    QFETCH(QByteArray, units);
    const Step step = read(
        u"result"_s,
        answerOf(200, R"({"images":[{"url":"https://v3.fal.media/a.png"}]})", {{"X-Fal-Billable-Units"_ba, units}}),
        offer);
    QCOMPARE(kindOf(step), u"done"_s);
    QTEST(doneOf(step).cost, "cost");
}

void TestFalAnswers::survivesDamage_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<QByteArray>("good");
    const QByteArray links = R"("status_url":"https://queue.fal.run/fal-ai/flux/requests/7/status","response_url":)"
                             R"("https://queue.fal.run/fal-ai/flux/requests/7")"_ba;
    QTest::newRow("submit") << u"submit"_s << QByteArray(R"({"request_id":"7","status":"IN_QUEUE",)" + links + '}');
    QTest::newRow("status") << u"status"_s << QByteArray(R"({"status":"COMPLETED","error":null,)" + links + '}');
    QTest::newRow("result") << u"result"_s
                            << QByteArray(R"({"images":[{"url":"https://v3.fal.media/a.png","width":8},{"url":)"
                                          R"("data:image/png;base64,)"
                                          + pngOf({4, 4}).toBase64()
                                          + R"("}],"seed":7,"has_nsfw_concepts":[false,false]})");
}

void TestFalAnswers::survivesDamage()
{
    QFETCH(QString, phase);
    QFETCH(QByteArray, good);
    QVERIFY(kindOf(read(phase, answerOf(200, good))) != "failed"_L1);
    for (const QByteArray &body : mutations(good, 3000)) {
        const Step step = read(phase, answerOf(200, body, {{"x-fal-billable-units"_ba, "1"_ba}}));
        const HttpRequest request = requestOf(step);
        QVERIFY(!request.startsPaidWork);
        QVERIFY(request.url.isEmpty() || request.url.host() == "queue.fal.run"_L1);
        QVERIFY(kindOf(step) != "done"_L1 || hasOnlyUsableImages(doneOf(step)));
        QVERIFY(kindOf(step) != "failed"_L1 || errorOf(step).billing != Billing::NotBilled);
    }
}

QTEST_GUILESS_MAIN(TestFalAnswers)
#include "test_falanswers.moc"
