// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/stability/stabilityadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/plans.h"
#include "tests/standins/stability.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// The whole way of a picture: catalog, planner, adapter and transport against the stand-in's rules.
class TestStabilityStandIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_standIn = std::make_unique<StabilityStandIn>();
        m_standIn->hurry();
    }
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void picturesGoIn_data();
    void picturesGoIn();
    void blurredPicturesAreRefusals();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keyAndAccount();

private:
    [[nodiscard]] Credentials credentials(const QByteArray &key = StabilityStandIn::key()) const
    {
        return {key, {}, m_standIn->baseUrl()};
    }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(StabilityAdapter(), plan, credentials()); }
    std::unique_ptr<StabilityStandIn> m_standIn;
};

void TestStabilityStandIn::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QList<std::pair<const char *, SizeRequest>> sizes {
        {"nothing", {}},
        {"1000x700", {QSize(1000, 700), {}, {}, false}},
        {"10:1", {{}, AspectRatio {10, 1}, {}, false}},
    };
    const QStringList offers = catalogOffers(u"stability"_s);
    QVERIFY(offers.size() >= 15);
    for (const QString &offer : offers) {
        for (const auto &[name, size] : sizes) {
            QTest::addRow("%s %s", qPrintable(offer), name) << offer << size;
        }
    }
}

void TestStabilityStandIn::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = wishFor(offer);
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.style = u"cinematic"_s;
    request.format = ImageFormat::Webp;
    const Plan plan = catalogPlan(offer, request);
    QVERIFY(plan.estimate.total.isKnown() || offer.endsWith("outpaint"_L1)); // nobody confirms its price
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(m_standIn->violations(), QStringList());
    const QImage image = QImage::fromData(outcome.media.first().bytes, "WEBP");
    QVERIFY(!image.isNull());
    if (plan.size.ratio) {
        QVERIFY(std::abs(image.width() / double(image.height()) / plan.size.ratio->value() - 1) < 0.04);
    }
    QCOMPARE(m_standIn->billed(), 1);
    QCOMPARE(outcome.media.first().seed.has_value(), true);
    if (plan.calls.first().seed) {
        QCOMPARE(outcome.media.first().seed, std::optional<qint64>(5));
    }
}

void TestStabilityStandIn::picturesGoIn_data()
{
    QTest::addColumn<QString>("offer");
    for (const char *offer : {"stable-image-ultra", "sd-3.5-large", "sd-3.5-medium", "sd-3.5-large-turbo"}) {
        QTest::newRow(offer) << QString(u"stability/"_s + QLatin1StringView(offer));
    }
}

void TestStabilityStandIn::picturesGoIn()
{
    QFETCH(QString, offer);
    Request request = wishFor(offer);
    request.images = {{pngOf({128, 64}), {}}};
    const CallOutcome plain = made(catalogPlan(offer, request));
    QCOMPARE(plain.error.value_or(Error()).detail, QString());
    request.tuning.strength = 0.8;
    request.size.ratio = AspectRatio {16, 9};
    const CallOutcome outcome = made(catalogPlan(offer, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 2);
}

void TestStabilityStandIn::blurredPicturesAreRefusals()
{
    for (const char *name : {"stability/stable-image-core", "stability/stability-upscale-creative"}) {
        const QString offer = QString::fromLatin1(name);
        m_standIn->filterNext();
        const CallOutcome outcome = made(catalogPlan(offer, wishFor(offer)));
        QVERIFY(outcome.error && outcome.media.isEmpty());
        QCOMPARE(outcome.error->kind, ErrorKind::ContentPolicy);
        QCOMPARE(outcome.error->billing, Billing::MayBeBilled);
    }
}

void TestStabilityStandIn::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked"); ///< the vendor did its work before this answer
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using enum ErrorKind;
    const auto refused = [](int status, const QString &name) {
        return StabilityStandIn::refusal(status, name, u"no"_s);
    };
    constexpr Billing unsure = Billing::MayBeBilled;
    QTest::newRow("flagged") << refused(403, u"content_moderation"_s) << false << ContentPolicy << Billing::NotBilled;
    QTest::newRow("limit") << refused(429, u"rate_limit_exceeded"_s) << false << RateLimit << Billing::NotBilled;
    QTest::newRow("capacity") << Reply::json({}, 503) << false << Overloaded << Billing::NotBilled;
    QTest::newRow("500") << refused(500, u"internal_error"_s) << true << Upstream << unsure;
    QTest::newRow("502") << Reply::bytes("<html></html>"_ba, "text/html"_ba, 502) << true << Upstream << unsure;
    QTest::newRow("504") << Reply::bytes(""_ba, "text/html"_ba, 504) << true << Timeout << unsure;
    QTest::newRow("lost") << Reply::drop() << true << Network << unsure;
    QTest::newRow("half") << Reply::bytes(pngOf({64, 64}), "image/png"_ba).as(Reply::Behaviour::DropMidBody) << true
                          << Network << unsure;
    QTest::newRow("no picture") << Reply::json({{u"finish_reason"_s, u"SUCCESS"_s}}) << true << Upstream << unsure;
    QTest::newRow("a page") << Reply::bytes("<html></html>"_ba, "text/html"_ba) << true << Upstream << unsure;
}

void TestStabilityStandIn::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"submit"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const QString offer = u"stability/stable-image-core"_s;
    const CallOutcome outcome = made(catalogPlan(offer, wishFor(offer)));
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.error->billing, "billing");
    QCOMPARE(m_standIn->calls(u"/v2beta/stable-image/generate/core"_s), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestStabilityStandIn::keyAndAccount()
{
    const StabilityAdapter stability;
    const QString offer = u"stability/stable-image-core"_s;
    QVERIFY(!driveKeyCheck(stability, credentials()));
    const std::optional<Error> wrong = driveKeyCheck(stability, credentials("wrong"_ba));
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
    Plan plan = catalogPlan(offer, wishFor(offer));
    plan.offer.providerModel = u"stable-image/generate/nothing"_s;
    QCOMPARE(made(plan).error.value_or(Error()).kind, ErrorKind::NotFound);
    plan = catalogPlan(offer, wishFor(offer));
    plan.size.ratio = AspectRatio {7, 3};
    QCOMPARE(made(plan).error.value_or(Error()).param, u"aspect_ratio"_s);
    Request foreign = wishFor(offer);
    foreign.prompt = u"рыжая лиса"_s;
    QCOMPARE(made(catalogPlan(offer, foreign)).error.value_or(Error()).param, u"prompt"_s);
    m_standIn->setCredits(0);
    QCOMPARE(made(catalogPlan(offer, wishFor(offer))).error.value_or(Error()).kind, ErrorKind::Funds);
    const std::optional<Error> empty = driveKeyCheck(stability, credentials());
    QVERIFY(empty && empty->kind == ErrorKind::Funds);
    QCOMPARE(m_standIn->billed(), 0);
}

QTEST_GUILESS_MAIN(TestStabilityStandIn)
#include "test_stabilitystandin.moc"
