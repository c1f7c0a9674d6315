// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "providers/minimax/minimaxadapter.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"
#include "tests/standins/minimax.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// MiniMax's messages in tables, and the whole way of a picture against the stand-in's rules.
class TestMinimax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<MinimaxStandIn>(); }
    void isRegistered();
    void requests_data();
    void requests();
    void refusals_data();
    void refusals();
    void answers_data();
    void answers();
    void survivesDamage();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void picturesGoIn();
    void whatIsWithheld();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keyAndAccount();

private:
    [[nodiscard]] Step read(const HttpResponse &response) const
    {
        return m_minimax.advance(m_plan, {}, response, {"minimax-secret"_ba, {}, {}});
    }
    [[nodiscard]] CallOutcome made(const Plan &plan, const QByteArray &key = MinimaxStandIn::key()) const
    {
        return drive(m_minimax, plan, {key, {}, m_standIn->baseUrl()});
    }

    MinimaxAdapter m_minimax;
    const Plan m_plan = catalogPlan(u"minimax/minimax-image-01"_s, wishFor(u"minimax/minimax-image-01"_s));
    std::unique_ptr<MinimaxStandIn> m_standIn;
};

void TestMinimax::isRegistered()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(u"minimax"_s));
    QCOMPARE(registry.find(u"minimax"_s)->info().keyVariables, QStringList {u"MINIMAX_API_KEY"_s});
    QVERIFY(!m_minimax.keyCheck({"k"_ba, {}, {}})); // there is no free question
}

void TestMinimax::requests_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    Request full = wishFor(u"minimax/minimax-image-01"_s);
    full.size.pixels = QSize(1280, 720);
    full.n = 2;
    full.seed = 7;
    full.tuning.promptEnhancement = true;
    full.images = {{pngOf({2, 2}), {}, ImageRole::Character}};
    const QByteArray png = "data:image/png;base64," + pngOf({2, 2}).toBase64();
    QTest::newRow("image-01")
        << u"minimax/minimax-image-01"_s << full << u"/v1/image_generation"_s
        << QByteArray(R"({"height":720,"width":1280,"model":"image-01","n":2,"prompt":"a red fox","seed":7,)"
                      R"("prompt_optimizer":true,"response_format":"base64",)"
                      R"("subject_reference":[{"type":"character","image_file":")"
                      + png + "\"}]}");
    Request newer = wishFor(u"minimax/minimax-h3-image"_s);
    newer.size.ratio = AspectRatio {16, 9};
    newer.size.tier = ResolutionTier::TwoK;
    QTest::newRow("H3") << u"minimax/minimax-h3-image"_s << newer << u"/v1/images/generations"_s
                        << R"({"aspect_ratio":"16:9","model":"MiniMax-H3-Image","n":1,"prompt":"a red fox",)"
                           R"("resolution":"2K"})"_ba;
}

void TestMinimax::requests()
{
    QFETCH(QString, offer);
    QFETCH(Request, request);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const Plan plan = catalogPlan(offer, request);
    const HttpRequest sent = requestOf(m_minimax.begin(plan, plan.calls.first(), {"k"_ba, {}, {}}));
    QCOMPARE(lineOf(sent), QString(u"POST https://api.minimax.io"_s + path));
    QCOMPARE(jsonOf(sent.body), jsonOf(body));
    QCOMPARE(sent.header("Authorization"_ba), "Bearer k"_ba);
    QVERIFY(sent.startsPaidWork);
}

void TestMinimax::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code"); ///< in "base_resp"; 0: the status alone
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using K = ErrorKind;
    const auto row = [](int status, int code, K kind, Billing billing = Billing::NotBilled) {
        QTest::addRow("%d %d", status, code) << status << code << kind << billing;
    };
    constexpr Billing unsure = Billing::MayBeBilled;
    row(200, 1000, K::Upstream, unsure);
    row(200, 1001, K::Timeout, unsure);
    row(200, 1002, K::RateLimit);
    row(200, 1004, K::Auth);
    row(200, 1008, K::Funds);
    row(200, 1024, K::Upstream, unsure);
    row(200, 1026, K::ContentPolicy);
    row(200, 1027, K::ContentPolicy, unsure);
    row(200, 1028, K::Funds);
    row(200, 1033, K::Upstream, unsure);
    row(200, 1039, K::RateLimit);
    row(200, 2013, K::Invalid);
    row(200, 2038, K::Auth);
    row(200, 2049, K::Auth);
    row(200, 2061, K::Unsupported);
    row(200, 9999, K::Upstream, unsure);
    row(401, 0, K::Auth);
    row(403, 0, K::Auth);
    row(408, 0, K::Timeout, unsure);
    row(429, 0, K::RateLimit);
    row(500, 0, K::Upstream, unsure);
    row(503, 0, K::Overloaded);
    row(504, 0, K::Timeout, unsure);
}

void TestMinimax::refusals()
{
    QFETCH(int, status);
    QFETCH(int, code);
    const QByteArray body = R"({"data":null,"base_resp":{"status_code":)" + QByteArray::number(code)
        + R"(,"status_msg":"minimax-secret said no"}})";
    const Error error = errorOf(read(answerOf(status, code == 0 ? QByteArray() : body)));
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QCOMPARE(error.detail, code == 0 ? QString() : u"… said no"_s);
    QVERIFY(!error.why().isEmpty());
}

void TestMinimax::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray good = R"("base_resp":{"status_code":0,"status_msg":"success"})";
    const auto row = [&](const char *name, const QByteArray &data, int pictures, ErrorKind kind = ErrorKind::Unknown) {
        QTest::newRow(name) << QByteArray("{" + data + "," + good + "}") << pictures << kind;
    };
    const QByteArray png = pngOf({2, 2}).toBase64();
    row("base64", R"("data":{"image_base64":[")" + png + R"(","aGVsbG8="]})", 1);
    row("links", R"("data":{"image_urls":["https://a.example/a.jpeg?Expires=1","https://a.example/b.jpeg"]})", 2);
    row("all refused", R"("data":null,"metadata":{"success_count":"0","failed_count":"2"})", 0,
        ErrorKind::ContentPolicy);
    row("all refused, counted elsewhere", R"("data":{"success_count":0,"failed_count":2})", 0,
        ErrorKind::ContentPolicy);
    row("nothing", R"("data":null)", 0, ErrorKind::Upstream);
    row("wrong types", R"("data":{"image_base64":7,"image_urls":[{}]})", 0, ErrorKind::Upstream);
    QTest::newRow("a page") << "<html></html>"_ba << 0 << ErrorKind::Upstream;
}

void TestMinimax::answers()
{
    QFETCH(QByteArray, body);
    QFETCH(int, pictures);
    const Step step = read(answerOf(200, body));
    if (pictures > 0) {
        QCOMPARE(doneOf(step).media.size(), pictures);
        return;
    }
    QTEST(errorOf(step).kind, "kind");
    QCOMPARE(errorOf(step).billing, Billing::MayBeBilled);
}

void TestMinimax::survivesDamage()
{
    const QByteArray good = R"({"data":{"image_base64":[")" + pngOf({2, 2}).toBase64()
        + R"("]},"metadata":{"success_count":"1"},"base_resp":{"status_code":0}})";
    const QList<QByteArray> damaged = mutations(good, 2000);
    for (const QByteArray &body : damaged) {
        const Step step = read(answerOf(200, body));
        QVERIFY(kindOf(step) == "done"_L1 ? hasOnlyUsableImages(doneOf(step)) : kindOf(step) == "failed"_L1);
    }
}

void TestMinimax::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QList<std::pair<const char *, SizeRequest>> sizes {
        {"nothing", {}},
        {"1000x700", {QSize(1000, 700), {}, {}, false}},
        {"10:1", {{}, AspectRatio {10, 1}, {}, false}},
    };
    const QStringList offers = catalogOffers(u"minimax"_s);
    QVERIFY(offers.size() >= 3);
    for (const QString &offer : offers) {
        for (const auto &[name, size] : sizes) {
            QTest::addRow("%s %s", qPrintable(offer), name) << offer << size;
        }
    }
}

void TestMinimax::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = wishFor(offer);
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    const Plan plan = catalogPlan(offer, request);
    QVERIFY(!plan.estimate.total.isKnown()); // nobody confirms a price
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 2);
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 1);
    if (plan.size.pixels) {
        QCOMPARE(QImage::fromData(outcome.media.first().bytes, "JPEG").size(), *plan.size.pixels);
    }
}

void TestMinimax::picturesGoIn()
{
    Request portrait = wishFor(u"minimax/minimax-image-01"_s);
    portrait.images = {{pngOf({64, 64}), {}, ImageRole::Character}};
    QVERIFY(!made(catalogPlan(u"minimax/minimax-image-01"_s, portrait)).error);
    Request edit = wishFor(u"minimax/minimax-h3-image"_s);
    edit.images = {{pngOf({64, 64}), {}}, {pngOf({64, 64}), {}}};
    const CallOutcome outcome = made(catalogPlan(u"minimax/minimax-h3-image"_s, edit));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(m_standIn->calls(u"/v1/images/edits"_s), 1);
    QCOMPARE(m_standIn->violations(), QStringList());
}

void TestMinimax::whatIsWithheld()
{
    Request request = wishFor(u"minimax/minimax-image-01"_s);
    request.n = 3;
    const Plan plan = catalogPlan(u"minimax/minimax-image-01"_s, request);
    m_standIn->withholdNext(1);
    QCOMPARE(made(plan).media.size(), 2);
    m_standIn->withholdNext(3);
    QCOMPARE(made(plan).error.value_or(Error()).kind, ErrorKind::ContentPolicy);
}

void TestMinimax::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked"); ///< the vendor did its work before this answer
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    QTest::newRow("limit") << MinimaxStandIn::refusal(1002, u"slow"_s) << false << RateLimit << Billing::NotBilled;
    QTest::newRow("refused") << MinimaxStandIn::refusal(1026, u"no"_s) << false << ContentPolicy << Billing::NotBilled;
    QTest::newRow("internal") << MinimaxStandIn::refusal(1000, u"oops"_s) << true << Upstream << unsure;
    QTest::newRow("502") << Reply::bytes("<html></html>"_ba, "text/html"_ba, 502) << true << Upstream << unsure;
    QTest::newRow("lost") << Reply::drop() << true << Network << unsure;
    QTest::newRow("nothing") << Reply::json({}) << true << Upstream << unsure;
}

void TestMinimax::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"generation"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = made(m_plan);
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.error->billing, "billing");
    QCOMPARE(m_standIn->calls(u"/v1/image_generation"_s), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestMinimax::keyAndAccount()
{
    const Error wrong = made(m_plan, "wrong"_ba).error.value_or(Error());
    QCOMPARE(wrong.kind, ErrorKind::Auth);
    QCOMPARE(wrong.billing, Billing::NotBilled);
    Plan odd = m_plan;
    odd.size.pixels = QSize(1001, 700);
    QCOMPARE(made(odd).error.value_or(Error()).kind, ErrorKind::Invalid);
    m_standIn->setEmptyAccount(true);
    QCOMPARE(made(m_plan).error.value_or(Error()).kind, ErrorKind::Funds);
    QCOMPARE(m_standIn->billed(), 0);
}

QTEST_GUILESS_MAIN(TestMinimax)
#include "test_minimax.moc"
