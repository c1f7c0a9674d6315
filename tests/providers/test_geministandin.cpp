// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planner.h"
#include "providers/google/geminiadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/plans.h"
#include "tests/standins/gemini.h"
#include "tests/standins/geminierrors.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

/// The whole way of a picture: catalog, planner, adapter and transport against the stand-in's rules.
class TestGeminiStandIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<GeminiStandIn>(); }
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void picturesGoIn();
    void billsWithoutTheirPicture_data();
    void billsWithoutTheirPicture();
    void seedsComeBack();
    void vendorsRefusalsNameTheField();
    void largestSeedIsTaken();
    void ownFieldsNeverBuyMore();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keyIsChecked();

private:
    [[nodiscard]] Credentials credentials(const QByteArray &key = GeminiStandIn::key()) const
    {
        return {key, {}, m_standIn->baseUrl()};
    }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(*geminiAdapter(), plan, credentials()); }
    static Request asked(const QString &prompt = u"a red fox"_s)
    {
        Request request;
        request.prompt = prompt;
        return request;
    }
    static constexpr auto anyOffer = "google-gemini/gemini-3-pro-image"_L1;

    std::unique_ptr<GeminiStandIn> m_standIn;
};

void TestGeminiStandIn::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QList<std::pair<const char *, SizeRequest>> sizes {
        {"auto", {{}, {}, {}, true}},
        {"1000x700", {QSize(1000, 700), {}, {}, false}},
        {"16:9", {{}, AspectRatio {16, 9}, {}, false}},
        {"16:9 2K", {{}, AspectRatio {16, 9}, ResolutionTier::TwoK, false}},
        {"1:8", {{}, AspectRatio {1, 8}, {}, false}},
        {"0.5K", {{}, {}, ResolutionTier::HalfK, false}},
    };
    const QStringList offers = catalogOffers(u"google-gemini"_s);
    QVERIFY(offers.size() >= 3);
    for (const QString &offer : offers) {
        for (const auto &[name, size] : sizes) {
            QTest::addRow("%s %s", qPrintable(offer), name) << offer << size;
        }
    }
}

void TestGeminiStandIn::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = asked();
    request.size = size;
    request.seed = 7;
    request.n = 2;
    const Plan plan = catalogPlan(offer, request);
    QCOMPARE(plan.calls.size(), 2);
    const CallOutcome outcome = made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error {}).detail));
    QCOMPARE(outcome.media.size(), 1); // and not the interim one
    const QImage image = QImage::fromData(outcome.media.at(0).bytes);
    QVERIFY(image.width() > 64);
    if (plan.size.expected.isValid()) {
        QCOMPARE(image.size(), plan.size.expected);
    }
    QVERIFY(outcome.cost.isKnown());
    QVERIFY(outcome.cost.micros() > 10'000);
    QCOMPARE(m_standIn->billed(), 1);
}

void TestGeminiStandIn::picturesGoIn()
{
    Request request = asked(u"add a hat"_s);
    request.images = {{pngOf({64, 64}), {}}, {pngOf({32, 32}), {}}};
    const CallOutcome outcome = made(catalogPlan(anyOffer, request));
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error {}).detail));
    QCOMPARE(outcome.usage.value("promptTokenCount"_L1).toInt(), 4 + 2 * 560);
}

void TestGeminiStandIn::billsWithoutTheirPicture_data()
{
    QTest::addColumn<GeminiStandIn::Usage>("usage");
    QTest::newRow("the answer is not counted") << GeminiStandIn::Usage::WithoutAnswer;
    QTest::newRow("nothing is counted") << GeminiStandIn::Usage::None;
}

/// A picture came, so its price is not what the words alone cost: the estimate counts.
void TestGeminiStandIn::billsWithoutTheirPicture()
{
    QFETCH(GeminiStandIn::Usage, usage);
    m_standIn->tellUsage(usage);
    const Plan plan = catalogPlan(anyOffer, asked());
    const CallOutcome outcome = made(plan);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 1);
    QVERIFY(!outcome.cost.isKnown());
    QVERIFY(plan.estimate.total.micros() > 10'000);
}

void TestGeminiStandIn::seedsComeBack()
{
    Request request = asked();
    request.seed = 123;
    const CallOutcome outcome = made(catalogPlan(anyOffer, request));
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.at(0).seed, std::optional<qint64>(123));
}

void TestGeminiStandIn::vendorsRefusalsNameTheField()
{
    Request request = asked();
    request.size.tier = ResolutionTier::TwoK;
    Plan plan = catalogPlan(anyOffer, request);
    plan.offer.wire.tierNames.insert(ResolutionTier::TwoK, u"2k"_s);
    const CallOutcome outcome = made(plan);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, ErrorKind::Invalid);
    QCOMPARE(outcome.error->param, u"resolution"_s);
    QCOMPARE(m_standIn->billed(), 0);
}

void TestGeminiStandIn::largestSeedIsTaken()
{
    Request request = asked();
    request.seed = 2'147'483'647;
    const Plan plan = catalogPlan(anyOffer, request);
    const CallOutcome outcome = made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error {}).detail));
    QCOMPARE(outcome.media.at(0).seed, request.seed);
    request.seed = 2'147'483'648; // no other seed is bought in its place
    QVERIFY(!makePlan(request, plan.offer).ok());
}

void TestGeminiStandIn::ownFieldsNeverBuyMore()
{
    Request request = asked();
    request.size.tier = ResolutionTier::OneK;
    const QJsonObject image {{u"imageSize"_s, u"4K"_s}, {u"aspectRatio"_s, u"16:9"_s}};
    request.extra = {{u"generationConfig"_s, QJsonObject {{u"imageConfig"_s, image}, {u"topP"_s, 0.5}}}};
    const Plan plan = catalogPlan(anyOffer, request);
    const CallOutcome outcome = made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error {}).detail));
    QCOMPARE(QImage::fromData(outcome.media.at(0).bytes).size(), QSize(1376, 768));
    const QList<PlannedParameter> weakened = plan.weakened();
    QMap<QString, Treatment> told;
    for (const PlannedParameter &parameter : weakened) {
        told.insert(parameter.name, parameter.treatment);
    }
    const QMap<QString, Treatment> expected {{u"generationConfig.imageConfig.imageSize"_s, Treatment::Dropped},
                                             {u"generationConfig"_s, Treatment::Passed}}; // nobody here knows topP
    QCOMPARE(told, expected);
}

void TestGeminiStandIn::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked"); ///< the vendor did its work before this answer
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using enum ErrorKind;
    using namespace geminierrors;
    QTest::newRow("blocked prompt") << blockedPrompt(u"OTHER"_s) << false << ContentPolicy << Billing::NotBilled;
    QTest::newRow("unsafe picture") << finished(u"IMAGE_SAFETY"_s, u"Support code: 1"_s) << false << ContentPolicy
                                    << Billing::NotBilled;
    QTest::newRow("no picture") << finished(u"NO_IMAGE"_s) << false << Upstream << Billing::NotBilled;
    QTest::newRow("location") << locationNotServed() << false << Unsupported << Billing::NotBilled;
    QTest::newRow("rate limit") << quota(u"36s"_s) << false << RateLimit << Billing::NotBilled;
    QTest::newRow("no quota at all") << quota(u"36s"_s, u"0"_s) << false << Funds << Billing::NotBilled;
    QTest::newRow("overloaded") << overloaded() << false << Overloaded << Billing::NotBilled;
    QTest::newRow("500 after the work") << make(500, u"INTERNAL"_s, u"m"_s) << true << Upstream << Billing::MayBeBilled;
    QTest::newRow("504 after the work") << make(504, u"DEADLINE_EXCEEDED"_s, u"m"_s) << true << Timeout
                                        << Billing::MayBeBilled;
    QTest::newRow("connection lost after the work") << Reply::drop() << true << Network << Billing::MayBeBilled;
    QTest::newRow("half an answer") << Reply::bytes("{\"candidates\":[{"_ba, "application/json"_ba) << true << Upstream
                                    << Billing::MayBeBilled;
}

void TestGeminiStandIn::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"generation"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = made(catalogPlan(anyOffer, asked()));
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.error->billing, "billing");
    QVERIFY(!outcome.error->why().isEmpty());
    QCOMPARE(m_standIn->server().count(), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestGeminiStandIn::keyIsChecked()
{
    QVERIFY(!driveKeyCheck(*geminiAdapter(), credentials()));
    for (const QByteArray &wrong : {"AIza-wrong"_ba, ""_ba}) {
        const std::optional<Error> refused = driveKeyCheck(*geminiAdapter(), credentials(wrong));
        QVERIFY(refused);
        QCOMPARE(refused->kind, ErrorKind::Auth);
        QCOMPARE(refused->billing, Billing::NotBilled);
    }
}

QTEST_GUILESS_MAIN(TestGeminiStandIn)
#include "test_geministandin.moc"
