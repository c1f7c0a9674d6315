// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/together/togetheradapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/plans.h"
#include "tests/standins/together.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// The whole way of a picture: catalog, planner, adapter and transport against the stand-in's rules.
class TestTogetherStandIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<TogetherStandIn>(); }
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void edits_data();
    void edits();
    void linksAreFollowed();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keyAndAccount();

private:
    [[nodiscard]] Credentials credentials(const QByteArray &key = TogetherStandIn::key()) const
    {
        return {key, {}, m_standIn->baseUrl()};
    }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(*togetherAdapter(), plan, credentials()); }
    static Request asked()
    {
        Request request;
        request.prompt = u"a red fox"_s;
        return request;
    }

    std::unique_ptr<TogetherStandIn> m_standIn;
};

void TestTogetherStandIn::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QList<std::pair<const char *, SizeRequest>> sizes {
        {"nothing", {}},
        {"1000x700", {QSize(1000, 700), {}, {}, false}},
        {"10:1", {{}, AspectRatio {10, 1}, {}, false}},
    };
    const QStringList offers = catalogOffers(u"together"_s);
    QVERIFY(offers.size() >= 10);
    for (const QString &offer : offers) {
        for (const auto &[name, size] : sizes) {
            QTest::addRow("%s %s", qPrintable(offer), name) << offer << size;
        }
    }
}

void TestTogetherStandIn::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = asked();
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.format = ImageFormat::Png;
    const Plan plan = catalogPlan(offer, request);
    QVERIFY(plan.estimate.total.isKnown());
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), plan.calls.first().n);
    QCOMPARE(m_standIn->violations(), QStringList());
    const QImage image = QImage::fromData(outcome.media.first().bytes);
    QVERIFY(!image.isNull());
    const bool choosesFormat = plan.offer.supports(u"output_format"_s);
    QCOMPARE(sniffFormat(outcome.media.first().bytes), choosesFormat ? ImageFormat::Png : ImageFormat::Jpeg);
    if (plan.size.pixels) {
        QCOMPARE(image.size(), *plan.size.pixels);
    }
    QCOMPARE(m_standIn->billed(), 1);
}

void TestTogetherStandIn::edits_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<int>("pictures");
    QTest::newRow("one") << u"together/flux-kontext-pro"_s << 1;
    QTest::newRow("list of one") << u"together/flux-2-dev"_s << 1;
    QTest::newRow("list") << u"together/flux-2-pro"_s << 3;
    QTest::newRow("another maker's") << u"together/gemini-3-pro-image"_s << 2;
}

void TestTogetherStandIn::edits()
{
    QFETCH(QString, offer);
    QFETCH(int, pictures);
    Request request = asked();
    for (int i = 0; i < pictures; ++i) {
        request.images.append({pngOf({64, 64}), {}});
    }
    const CallOutcome outcome = made(catalogPlan(offer, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(m_standIn->violations(), QStringList());
}

/// Where the user's own offer leaves the constant out, the vendor answers with links.
void TestTogetherStandIn::linksAreFollowed()
{
    Plan plan = catalogPlan(u"together/flux-1-schnell"_s, asked());
    plan.offer.wire.constants = {};
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(sniffFormat(outcome.media.first().bytes), std::optional(ImageFormat::Jpeg));
    QCOMPARE(m_standIn->downloads(), 1);
    QCOMPARE(m_standIn->violations(), QStringList());
}

void TestTogetherStandIn::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked"); ///< the vendor did its work before this answer
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using enum ErrorKind;
    const auto refused = [](int status, const QString &message) {
        return TogetherStandIn::refusal(status, message, u"error"_s, {});
    };
    QTest::newRow("flagged") << refused(422, u"NSFW content"_s) << true << ContentPolicy << Billing::MayBeBilled;
    QTest::newRow("limit") << refused(429, u"slow"_s) << false << RateLimit << Billing::NotBilled;
    QTest::newRow("capacity") << refused(503, u"busy"_s) << false << Overloaded << Billing::NotBilled;
    QTest::newRow("500") << refused(500, u"oops"_s) << true << Upstream << Billing::MayBeBilled;
    QTest::newRow("502") << Reply::bytes("<html></html>"_ba, "text/html"_ba, 502) << true << Upstream
                         << Billing::MayBeBilled;
    QTest::newRow("524") << Reply::bytes(""_ba, "text/html"_ba, 524) << true << Timeout << Billing::MayBeBilled;
    QTest::newRow("lost") << Reply::drop() << true << Network << Billing::MayBeBilled;
    QTest::newRow("half") << Reply::json({{u"data"_s, QJsonArray {}}}).as(Reply::Behaviour::DropMidBody) << true
                          << Network << Billing::MayBeBilled;
    QTest::newRow("no pictures") << Reply::json({{u"data"_s, QJsonArray {}}}) << true << Upstream
                                 << Billing::MayBeBilled;
}

void TestTogetherStandIn::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"generation"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = made(catalogPlan(u"together/flux-1-schnell"_s, asked()));
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.error->billing, "billing");
    QCOMPARE(m_standIn->calls(u"/v1/images/generations"_s), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestTogetherStandIn::keyAndAccount()
{
    QVERIFY(!driveKeyCheck(*togetherAdapter(), credentials()));
    const std::optional<Error> wrong = driveKeyCheck(*togetherAdapter(), credentials("wrong"_ba));
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
    Plan plan = catalogPlan(u"together/flux-1-schnell"_s, asked());
    plan.offer.providerModel = u"nobody/nothing"_s;
    QCOMPARE(made(plan).error.value_or(Error()).kind, ErrorKind::NotFound);
    plan = catalogPlan(u"together/flux-1-schnell"_s, asked());
    plan.size.pixels = QSize(1000, 700);
    QCOMPARE(made(plan).error.value_or(Error()).param, u"size"_s);
    m_standIn->setEmptyAccount(true);
    plan = catalogPlan(u"together/flux-1-schnell"_s, asked());
    QCOMPARE(made(plan).error.value_or(Error()).kind, ErrorKind::Funds);
    QCOMPARE(m_standIn->billed(), 0);
}

QTEST_GUILESS_MAIN(TestTogetherStandIn)
#include "test_togetherstandin.moc"
