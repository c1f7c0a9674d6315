// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/openai/openaiadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/plans.h"
#include "tests/standins/openai.h"
#include "tests/standins/openaierrors.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

/// The whole way of a picture: catalog, planner, adapter and transport against the stand-in's rules.
class TestOpenAiStandIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<OpenAiStandIn>(); }
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void longNamesOfUsersStayHere();
    void everyFormatIsAccepted_data();
    void everyFormatIsAccepted();
    void edits_data();
    void edits();
    void vendorsRefusalsNameTheField_data();
    void vendorsRefusalsNameTheField();
    void vendorsRefusalsNameTheParameter();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keyIsChecked();
    void compatibleServer();

private:
    [[nodiscard]] Credentials credentials(const QByteArray &key = OpenAiStandIn::key()) const
    {
        return {key, {}, m_standIn->baseUrl()};
    }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(*openAiAdapter(), plan, credentials()); }
    static Request asked(const QString &prompt = u"a red fox"_s)
    {
        Request request;
        request.prompt = prompt;
        return request;
    }

    std::unique_ptr<OpenAiStandIn> m_standIn;
};

void TestOpenAiStandIn::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QList<std::pair<const char *, SizeRequest>> sizes {
        {"nothing", {}},
        {"1000x700", {QSize(1000, 700), {}, {}, false}},
        {"16:9", {{}, AspectRatio {16, 9}, {}, false}},
        {"10:1", {{}, AspectRatio {10, 1}, {}, false}},
        {"2K", {{}, {}, ResolutionTier::TwoK, false}},
    };
    const QStringList offers = catalogOffers(u"openai"_s);
    QVERIFY(offers.size() >= 5);
    for (const QString &offer : offers) {
        for (const auto &[name, size] : sizes) {
            QTest::addRow("%s %s", qPrintable(offer), name) << offer << size;
        }
    }
}

void TestOpenAiStandIn::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = asked();
    request.size = size;
    request.quality = u"low"_s;
    request.user = u"somebody"_s;
    const Plan plan = catalogPlan(offer, request);
    const CallOutcome outcome = made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error {}).detail));
    QCOMPARE(outcome.media.size(), 1);
    const QImage image = QImage::fromData(outcome.media.at(0).bytes);
    QVERIFY(!image.isNull());
    if (plan.size.pixels) {
        QCOMPARE(image.size(), *plan.size.pixels);
    }
    QVERIFY(outcome.cost.isKnown());
    // What the pictures alone cost by the vendor's count is the least that may be booked.
    const auto pictureLine = [](const PriceLine &line) { return line.item == PriceLine::Item::OutputImage; };
    const auto line = std::find_if(plan.offer.prices.begin(), plan.offer.prices.end(), pictureLine);
    const double tokens = outcome.usage.value("output_tokens_details"_L1)["image_tokens"_L1].toDouble();
    QVERIFY(outcome.cost.micros() > 0);
    QVERIFY(outcome.cost.micros() > Money::fromDollars(line->usd / 1e6 * tokens).micros());
    QVERIFY(outcome.usage.contains(u"output_tokens"_s));
    QCOMPARE(m_standIn->billed(), 1);
}

void TestOpenAiStandIn::longNamesOfUsersStayHere()
{
    Request request = asked();
    request.quality = u"low"_s;
    for (const int length : {128, 129}) {
        request.user = QString(length, u'u');
        const Plan plan = catalogPlan(u"openai/gpt-image-2"_s, request);
        QCOMPARE(plan.weakened().size(), length > 128 ? 1 : 0);
        const CallOutcome outcome = made(plan);
        QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error {}).detail));
    }
}

void TestOpenAiStandIn::everyFormatIsAccepted_data()
{
    QTest::addColumn<ImageFormat>("format");
    for (const ImageFormat format : deliverableFormats()) {
        QTest::addRow("%s", qPrintable(formatName(format))) << format;
    }
}

void TestOpenAiStandIn::everyFormatIsAccepted()
{
    QFETCH(ImageFormat, format);
    Request request = asked();
    request.n = 3;
    request.format = format;
    request.compression = 85;
    request.background = formatHasAlpha(format) ? u"transparent"_s : u"opaque"_s;
    const Plan plan = catalogPlan(u"openai/gpt-image-2.6-flare"_s, request);
    const CallOutcome outcome = made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error {}).detail));
    QCOMPARE(outcome.media.size(), 3);
    for (const ProducedMedia &image : outcome.media) {
        QCOMPARE(sniffFormat(image.bytes), std::optional(plan.output.upstreamFormat));
    }
}

void TestOpenAiStandIn::edits_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<bool>("mask");
    const QStringList offers = catalogOffers(u"openai"_s);
    for (const QString &offer : offers) {
        QTest::addRow("%s, one", qPrintable(offer)) << offer << 1 << false;
        QTest::addRow("%s, three and a mask", qPrintable(offer)) << offer << 3 << true;
    }
}

void TestOpenAiStandIn::edits()
{
    QFETCH(QString, offer);
    QFETCH(int, pictures);
    QFETCH(bool, mask);
    Request request = asked(u"add a hat"_s);
    request.quality = u"low"_s;
    request.size.pixels = QSize(1024, 1024);
    for (int i = 0; i < pictures; ++i) {
        request.images.append({pngOf({320, 200}), u"in \"%1\".png"_s.arg(i)});
    }
    if (mask) {
        request.mask = InputImage {pngOf({320, 200}, Qt::transparent), {}};
    }
    const CallOutcome outcome = made(catalogPlan(offer, request));
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error {}).detail));
    QCOMPARE(QImage::fromData(outcome.media.at(0).bytes).size(), QSize(1024, 1024));
    QCOMPARE(outcome.usage.value("input_tokens_details"_L1)["image_tokens"_L1].toInt(), 323 * pictures);
    QVERIFY(outcome.cost.isKnown());
    QCOMPARE(m_standIn->calls(u"/v1/images/edits"_s), 1);
}

void TestOpenAiStandIn::vendorsRefusalsNameTheField_data()
{
    QTest::addColumn<QJsonObject>("extra");
    QTest::addColumn<QString>("param");
    QTest::newRow("unknown field") << QJsonObject {{u"seed"_s, 7}} << u"seed"_s;
    QTest::newRow("response_format") << QJsonObject {{u"response_format"_s, u"url"_s}} << u"response_format"_s;
    QTest::newRow("complexity") << QJsonObject {{u"complexity"_s, u"odd"_s}} << u"complexity"_s;
}

void TestOpenAiStandIn::vendorsRefusalsNameTheField()
{
    QFETCH(QJsonObject, extra);
    Request request = asked();
    request.extra = extra;
    const CallOutcome outcome = made(catalogPlan(u"openai/gpt-image-2.6-flare"_s, request));
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, ErrorKind::Invalid);
    QCOMPARE(outcome.error->billing, Billing::NotBilled);
    QTEST(outcome.error->param, "param");
    QCOMPARE(m_standIn->billed(), 0);
}

/// Plans as a planner that is wrong would make them: the vendor's refusal still leads back to our parameter.
void TestOpenAiStandIn::vendorsRefusalsNameTheParameter()
{
    const Plan plan = catalogPlan(u"openai/gpt-image-2.6-flare"_s, asked());
    Plan small = plan;
    small.size.pixels = QSize(100, 100);
    Plan odd = plan;
    odd.quality = u"hd"_s;
    Plan glassy = plan;
    glassy.output.format = glassy.output.upstreamFormat = ImageFormat::Jpeg;
    glassy.background = u"transparent"_s;
    const QList<std::pair<Plan, QString>> refused {{small, u"size"_s}, {odd, u"quality"_s}, {glassy, u"background"_s}};
    for (const auto &[wrong, param] : refused) {
        const CallOutcome outcome = made(wrong);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::Invalid);
        QCOMPARE(outcome.error->param, param);
    }
    QCOMPARE(m_standIn->billed(), 0);
}

void TestOpenAiStandIn::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked"); ///< the vendor did its work before this answer
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using enum ErrorKind;
    QTest::newRow("moderation") << openaierrors::moderationBlocked() << false << ContentPolicy << Billing::NotBilled;
    QTest::newRow("moderation of the picture")
        << openaierrors::moderationBlocked(u"output"_s) << true << ContentPolicy << Billing::MayBeBilled;
    QTest::newRow("quota") << openaierrors::insufficientQuota() << false << Funds << Billing::NotBilled;
    QTest::newRow("country") << openaierrors::countryNotServed() << false << Unsupported << Billing::NotBilled;
    QTest::newRow("rate limit") << openaierrors::rateLimited(20) << false << RateLimit << Billing::NotBilled;
    QTest::newRow("overloaded") << openaierrors::serverError(503) << false << Overloaded << Billing::NotBilled;
    QTest::newRow("500 after the work") << openaierrors::serverError(500) << true << Upstream << Billing::MayBeBilled;
    QTest::newRow("502 after the work") << Reply::bytes("<html><title>502 Bad Gateway</title>"_ba, "text/html"_ba, 502)
                                        << true << Upstream << Billing::MayBeBilled;
    QTest::newRow("504 after the work") << openaierrors::serverError(504) << true << Timeout << Billing::MayBeBilled;
    QTest::newRow("connection lost after the work") << Reply::drop() << true << Network << Billing::MayBeBilled;
    QTest::newRow("no pictures") << Reply::json({{u"created"_s, 1}, {u"data"_s, QJsonArray {}}}) << true << Upstream
                                 << Billing::MayBeBilled;
    QTest::newRow("no JSON") << Reply::bytes("{\"data\":[{\"b64_json\":\"iVBOR"_ba, "application/json"_ba) << true
                             << Upstream << Billing::MayBeBilled;
}

void TestOpenAiStandIn::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"generation"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = made(catalogPlan(u"openai/gpt-image-2.6-flare"_s, asked()));
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.error->billing, "billing");
    QVERIFY(!outcome.error->why().isEmpty());
    QCOMPARE(outcome.error->retryAfter.has_value(), reply.status == 429 && outcome.error->kind == ErrorKind::RateLimit);
    QCOMPARE(m_standIn->calls(u"/v1/images/generations"_s), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestOpenAiStandIn::keyIsChecked()
{
    QVERIFY(!driveKeyCheck(*openAiAdapter(), credentials()));
    const std::optional<Error> refused = driveKeyCheck(*openAiAdapter(), credentials("sk-wrong"_ba));
    QVERIFY(refused);
    QCOMPARE(refused->kind, ErrorKind::Auth);
    QCOMPARE(refused->billing, Billing::NotBilled);
    QVERIFY(!refused->detail.contains(u"sk-wr"_s));
}

void TestOpenAiStandIn::compatibleServer()
{
    Plan plan = catalogPlan(u"openai-compatible/gpt-image-2"_s, asked());
    QCOMPARE(plan.offer.providerModel, u"gpt-image-2"_s);
    Credentials own = credentials();
    own.baseUrl = m_standIn->server().url(u"/v1"_s); // as people paste it
    const CallOutcome outcome = drive(*openAiCompatibleAdapter(), plan, own);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error {}).detail));
    QCOMPARE(outcome.media.size(), 1);
    QVERIFY(!outcome.cost.isKnown());

    own.key.clear();
    QCOMPARE(drive(*openAiCompatibleAdapter(), plan, own).error.value_or(Error {}).kind, ErrorKind::Auth);
}

QTEST_GUILESS_MAIN(TestOpenAiStandIn)
#include "test_openaistandin.moc"
