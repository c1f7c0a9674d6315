// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/recraft/recraftadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/plans.h"
#include "tests/standins/recraft.h"

#include <QBuffer>
#include <QImage>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Instead = VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)

/// The whole way of a picture: catalog, planner, adapter and transport against the stand-in's rules.
class TestRecraftStandIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_standIn = std::make_unique<RecraftStandIn>(); }
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void picturesGoIn_data();
    void picturesGoIn();
    void picturesOfAStyle_data();
    void picturesOfAStyle();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void keyAndAccount();
    void aMaskItDoesNotTake();

private:
    [[nodiscard]] Credentials credentials(const QByteArray &key = RecraftStandIn::key()) const
    {
        return {key, {}, m_standIn->baseUrl()};
    }
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(RecraftAdapter(), plan, credentials()); }

    std::unique_ptr<RecraftStandIn> m_standIn;
};

/// The model repaints the whole picture: an order to paint under a mask would be refused, since none goes with it.
void TestRecraftStandIn::aMaskItDoesNotTake()
{
    Request request = wishFor(u"recraft/recraft-v4.1"_s);
    QImage mask(512, 512, QImage::Format_ARGB32);
    mask.fill(Qt::transparent);
    request.images = {{pngOf({512, 512}), {}}};
    QBuffer buffer(&request.mask.emplace().bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && mask.save(&buffer, "PNG"));
    const Plan plan = catalogPlan(u"recraft/recraft-v4.1"_s, request);
    QVERIFY(plan.output.keepsOutsideMask);
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QVERIFY(m_standIn->calls().first().path.endsWith("/imageToImage"_L1));
    QCOMPARE(m_standIn->billed(), 1);
}

void TestRecraftStandIn::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QList<std::pair<const char *, SizeRequest>> sizes {
        {"nothing", {}},
        {"1000x700", {QSize(1000, 700), {}, {}, false}},
        {"10:1", {{}, AspectRatio {10, 1}, {}, false}},
    };
    const QStringList offers = catalogOffers(u"recraft"_s);
    QVERIFY(offers.size() >= 21);
    for (const QString &offer : offers) {
        for (const auto &[name, size] : sizes) {
            QTest::addRow("%s %s", qPrintable(offer), name) << offer << size;
        }
    }
}

void TestRecraftStandIn::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = wishFor(offer);
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.style = u"icon"_s;
    const Plan plan = catalogPlan(offer, request);
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), plan.calls.first().n);
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), 1);
    const ProducedMedia &picture = outcome.media.first();
    QCOMPARE(sniffFormat(picture.bytes), std::optional(plan.output.upstreamFormat));
    if (plan.output.upstreamFormat == ImageFormat::Svg) {
        QCOMPARE(picture.mimeType, "image/svg+xml"_ba);
    } else if (plan.size.pixels) {
        QCOMPARE(QImage::fromData(picture.bytes).size(), *plan.size.pixels);
    }
    if (plan.estimate.total.isKnown()) { // what it took is told, and is what was said before
        const qint64 calls = plan.calls.size();
        QCOMPARE(outcome.cost * calls, plan.estimate.total);
    }
}

void TestRecraftStandIn::picturesGoIn_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<bool>("masked");
    QTest::newRow("picture") << u"recraft/recraft-v3"_s << false;
    QTest::newRow("mask") << u"recraft/recraft-v3"_s << true;
    QTest::newRow("newest") << u"recraft/recraft-v4.1"_s << false;
}

void TestRecraftStandIn::picturesGoIn()
{
    QFETCH(QString, offer);
    QFETCH(bool, masked);
    Request request = wishFor(offer);
    request.images = {{pngOf({256, 300}), {}}};
    request.size.ratio = AspectRatio {16, 9};
    if (masked) {
        request.mask = InputImage {pngOf({256, 300}, QColor(0, 0, 0, 100)), {}};
    }
    const CallOutcome outcome = made(catalogPlan(offer, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(QImage::fromData(outcome.media.first().bytes).size(), QSize(256, 300));
    QCOMPARE(m_standIn->violations(), QStringList());
}

void TestRecraftStandIn::picturesOfAStyle_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<Money>("cost"); ///< with the style that is made of them
    QTest::newRow("V2") << u"recraft/recraft-v2"_s << Money::fromMicros(62'000);
    QTest::newRow("V2, drawn") << u"recraft/recraft-v2-svg"_s << Money::fromMicros(84'000);
    QTest::newRow("V3") << u"recraft/recraft-v3"_s << Money::fromMicros(80'000);
    QTest::newRow("V3, drawn") << u"recraft/recraft-v3-svg"_s << Money::fromMicros(120'000);
}

void TestRecraftStandIn::picturesOfAStyle()
{
    QFETCH(QString, offer);
    Request request = wishFor(offer);
    for (int i = 0; i < 2; ++i) {
        request.images.append({pngOf({64, 64}), {}, ImageRole::Style});
    }
    const Plan plan = catalogPlan(offer, request);
    QTEST(plan.estimate.total, "cost");
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(m_standIn->calls(u"/v1/images/generations"_s), 1);
    const QJsonObject sent = m_standIn->server().received().first().json();
    QCOMPARE(sent.value("style_reference_urls"_L1).toArray().size(), 2);
    QCOMPARE(m_standIn->violations(), QStringList());
}

void TestRecraftStandIn::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked"); ///< the vendor did its work before this answer
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    QTest::newRow("limit") << RecraftStandIn::refusal(429, u"rate_limit_exceeded"_s, u"slow"_s) << false << RateLimit
                           << Billing::NotBilled;
    QTest::newRow("capacity") << Reply::json({}, 503) << false << Overloaded << Billing::NotBilled;
    QTest::newRow("500") << Reply::json({}, 500) << true << Upstream << unsure;
    QTest::newRow("502") << Reply::bytes("<html></html>"_ba, "text/html"_ba, 502) << true << Upstream << unsure;
    QTest::newRow("504") << Reply::json({}, 504) << true << Timeout << unsure;
    QTest::newRow("lost") << Reply::drop() << true << Network << unsure;
    QTest::newRow("half") << Reply::json({{u"data"_s, QJsonArray {}}}).as(Reply::Behaviour::DropMidBody) << true
                          << Network << unsure;
    QTest::newRow("no pictures") << Reply::json({{u"data"_s, QJsonArray {}}}) << true << Upstream << unsure;
}

void TestRecraftStandIn::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"generation"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = made(catalogPlan(u"recraft/recraft-v4"_s, wishFor(u"recraft/recraft-v4"_s)));
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.error->billing, "billing");
    QCOMPARE(m_standIn->calls(u"/v1/images/generations"_s), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void TestRecraftStandIn::keyAndAccount()
{
    const RecraftAdapter recraft;
    const QString offer = u"recraft/recraft-v4"_s;
    QVERIFY(!driveKeyCheck(recraft, credentials()));
    const std::optional<Error> wrong = driveKeyCheck(recraft, credentials("wrong"_ba));
    QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
    Plan plan = catalogPlan(offer, wishFor(offer));
    plan.size.pixels = QSize(1000, 700);
    const Error odd = made(plan).error.value_or(Error());
    QCOMPARE(odd.kind, ErrorKind::Invalid);
    QCOMPARE(odd.param, u"size"_s);
    m_standIn->setCredits(0);
    QCOMPARE(made(catalogPlan(offer, wishFor(offer))).error.value_or(Error()).kind, ErrorKind::Funds);
    QCOMPARE(driveKeyCheck(recraft, credentials()).value_or(Error()).kind, ErrorKind::Funds);
    QCOMPARE(m_standIn->billed(), 0);
}

QTEST_GUILESS_MAIN(TestRecraftStandIn)
#include "test_recraftstandin.moc"
