// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ideogram/ideogramadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/plans.h"
#include "tests/standins/ideogram.h"

#include <QBuffer>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The whole way of a picture: catalog, planner, adapter and transport against the stand-in's rules. Trouble on the way
/// stands with the other vendors' jobs.
class TestIdeogramStandIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_standIn = std::make_unique<IdeogramStandIn>();
        m_standIn->setPolls(1);
    }
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void picturesGoIn_data();
    void picturesGoIn();
    void aCharacterStandsAlone();
    void whatIsWithheld();

private:
    [[nodiscard]] CallOutcome made(const Plan &plan) const
    {
        return drive(IdeogramAdapter(), plan, {IdeogramStandIn::key(), {}, m_standIn->baseUrl()});
    }

    std::unique_ptr<IdeogramStandIn> m_standIn;
};

void TestIdeogramStandIn::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QList<std::pair<const char *, SizeRequest>> sizes {
        {"nothing", {}},
        {"1000x700", {QSize(1000, 700), {}, {}, false}},
        {"10:1", {{}, AspectRatio {10, 1}, {}, false}},
    };
    const QStringList offers = catalogOffers(u"ideogram"_s);
    QVERIFY(offers.size() >= 6);
    for (const QString &offer : offers) {
        for (const auto &[name, size] : sizes) {
            QTest::addRow("%s %s", qPrintable(offer), name) << offer << size;
        }
    }
}

void TestIdeogramStandIn::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = wishFor(offer);
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.style = u"design"_s;
    request.quality = u"low"_s;
    request.tuning.promptEnhancement = true;
    const Plan plan = catalogPlan(offer, request);
    QVERIFY(plan.estimate.total.isKnown());
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), plan.calls.first().n);
    QCOMPARE(m_standIn->violations(), QStringList());
    const QImage image = QImage::fromData(outcome.media.first().bytes, "PNG");
    QVERIFY(!image.isNull());
    if (plan.size.pixels) {
        QCOMPARE(image.size(), *plan.size.pixels);
    }
    if (plan.calls.first().seed) {
        QCOMPARE(outcome.media.first().seed, std::optional<qint64>(5));
    }
    QVERIFY(outcome.media.first().revisedPrompt.startsWith("rewritten"_L1));
    QCOMPARE(m_standIn->billed(), 1);
}

void TestIdeogramStandIn::picturesGoIn_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<int>("pictures");
    QTest::addColumn<bool>("masked");
    QTest::addColumn<ImageRole>("role");
    QTest::newRow("remix") << u"ideogram/ideogram-v3"_s << 1 << false << ImageRole::Reference;
    QTest::newRow("inpaint") << u"ideogram/ideogram-v3"_s << 1 << true << ImageRole::Reference;
    QTest::newRow("style") << u"ideogram/ideogram-v3"_s << 3 << false << ImageRole::Style;
    QTest::newRow("character") << u"ideogram/ideogram-v3"_s << 1 << false << ImageRole::Character;
    QTest::newRow("remix with 4.0") << u"ideogram/ideogram-4.0"_s << 1 << false << ImageRole::Reference;
    QTest::newRow("precise") << u"ideogram/ideogram-4.5"_s << 5 << false << ImageRole::Reference;
    QTest::newRow("precise, masked") << u"ideogram/ideogram-4.5"_s << 2 << true << ImageRole::Reference;
}

void TestIdeogramStandIn::picturesGoIn()
{
    QFETCH(QString, offer);
    QFETCH(int, pictures);
    QFETCH(bool, masked);
    QFETCH(ImageRole, role);
    Request request = wishFor(offer);
    for (int i = 0; i < pictures; ++i) {
        request.images.append({pngOf({64, 64}), {}, role});
    }
    if (masked) {
        QImage half({64, 64}, QImage::Format_ARGB32);
        half.fill(Qt::transparent);
        half.setPixelColor(1, 1, Qt::black);
        QBuffer buffer(&request.mask.emplace().bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && half.save(&buffer, "PNG"));
    }
    const CallOutcome outcome = made(catalogPlan(offer, request));
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QCOMPARE(outcome.media.size(), 1);
    QCOMPARE(m_standIn->violations(), QStringList());
}

/// Its endpoint takes one picture, and no other beside it; what it costs is told before.
void TestIdeogramStandIn::aCharacterStandsAlone()
{
    const QString offer = u"ideogram/ideogram-v3"_s;
    Request request = wishFor(offer);
    request.images = {{pngOf({64, 64}), {}, ImageRole::Character}};
    QCOMPARE(catalogPlan(offer, request).estimate.total, Money::fromMicros(150'000));
    request.quality = u"turbo"_s;
    QCOMPARE(catalogPlan(offer, request).estimate.total, Money::fromMicros(100'000));
    QVERIFY(!made(catalogPlan(offer, request)).error);
    QCOMPARE(m_standIn->calls(u"/v2/image/generate/ideogram-3-character"_s), 1);
    for (const ImageRole second : {ImageRole::Reference, ImageRole::Style, ImageRole::Character}) {
        request.images = {{pngOf({64, 64}), {}, ImageRole::Character}, {pngOf({64, 64}), {}, second}};
        const std::optional<Error> error = made(catalogPlan(offer, request)).error;
        QVERIFY(error && error->kind == ErrorKind::Unsupported);
        QCOMPARE(error->billing, Billing::NotBilled);
    }
    QCOMPARE(m_standIn->billed(), 1);
}

void TestIdeogramStandIn::whatIsWithheld()
{
    Request request = wishFor(u"ideogram/ideogram-v3"_s);
    request.n = 3;
    const Plan plan = catalogPlan(u"ideogram/ideogram-v3"_s, request);
    m_standIn->withholdNext(1);
    QCOMPARE(made(plan).media.size(), 2);
    m_standIn->withholdNext(3);
    const CallOutcome none = made(plan);
    QVERIFY(none.error);
    QCOMPARE(none.error->kind, ErrorKind::ContentPolicy);
    QCOMPARE(none.error->billing, Billing::MayBeBilled);
    QCOMPARE(m_standIn->billed(), 2);
}

QTEST_GUILESS_MAIN(TestIdeogramStandIn)
#include "test_ideogramstandin.moc"
