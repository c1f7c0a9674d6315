// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "samples.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

QList<PriceLine> linesFrom(const QByteArray &json)
{
    QList<PriceLine> lines;
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &entry : entries) {
        lines.append(PriceLine::fromJson(entry.toObject()).value());
    }
    return lines;
}

Offer pricedOffer(const QByteArray &json)
{
    SizeRange rule;
    Offer offer = samples::offer(rule);
    offer.prices = linesFrom(json);
    offer.fields.insert(u"quality"_s, u"quality"_s);
    return samples::editing(offer);
}

} // namespace

class TestPricing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void boundedByTheDearestChoice_data();
    void boundedByTheDearestChoice();
    void openQualityMayBeAny_data();
    void openQualityMayBeAny();
    void largestSizeWhereNobodyKnows();
    void firstMegapixelIsALineOfItsOwn();
    void tiers();
    void stepsFromTheCaller();
    void inputPictures();
    void largePicturesAreScaledDown();
    void editsWithoutASize_data();
    void editsWithoutASize();
    void unreadableInputIsUnknown();
    void runsAreCalls();
    void charactersCostApart();
};

void TestPricing::lines_data()
{
    QTest::addColumn<QByteArray>("prices");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("quality");
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("total");

    const QByteArray perImage = R"([{"unit": "image", "usd": 0.04}])";
    const QByteArray bySizeAndQuality = R"([
        {"unit": "image", "usd": 0.04}, {"unit": "image", "usd": 0.08, "quality": "hd"},
        {"unit": "image", "usd": 0.06, "size": "1792x1024"},
        {"unit": "image", "usd": 0.12, "quality": "hd", "size": "1792x1024"}])";
    const QByteArray wholeMegapixels = R"([{"unit": "megapixel", "usd": 0.015, "first_usd": 0.03,
        "megapixel_pixels": 1048576}])";
    const QByteArray fractions = R"([{"unit": "megapixel", "usd": 0.02, "round_up": false}])";
    const QByteArray tokens = R"([
        {"unit": "token", "usd": 30, "per": 1000000, "quality": "low", "typical_quantity": 200},
        {"unit": "token", "usd": 30, "per": 1000000},
        {"item": "input_text", "unit": "token", "usd": 5, "per": 1000000},
        {"item": "output_text", "unit": "token", "usd": 10, "per": 1000000},
        {"item": "input_image", "unit": "token", "usd": 8, "per": 1000000}])";
    const QByteArray seconds = R"([{"unit": "second", "usd": 0.001, "typical_quantity": 2.5}])";

    QTest::newRow("no lines") << QByteArray("[]") << u""_s << u""_s << 1 << u""_s;
    QTest::newRow("free") << QByteArray(R"([{"unit": "image", "usd": 0}])") << u""_s << u""_s << 4 << u"0"_s;
    QTest::newRow("per image") << perImage << u""_s << u""_s << 3 << u"0.12"_s;
    QTest::newRow("plain") << bySizeAndQuality << u"1024x1024"_s << u""_s << 1 << u"0.04"_s;
    QTest::newRow("by quality") << bySizeAndQuality << u"1024x1024"_s << u"HD"_s << 1 << u"0.08"_s;
    QTest::newRow("by size") << bySizeAndQuality << u"1792x1024"_s << u"standard"_s << 1 << u"0.06"_s;
    QTest::newRow("most specific") << bySizeAndQuality << u"1792x1024"_s << u"hd"_s << 2 << u"0.24"_s;
    QTest::newRow("no line for it") << QByteArray(R"([{"unit": "image", "usd": 0.08, "quality": "hd"}])") << u""_s
                                    << u"low"_s << 1 << u""_s;
    QTest::newRow("one megapixel") << wholeMegapixels << u"1024x1024"_s << u""_s << 1 << u"0.03"_s;
    QTest::newRow("small is one megapixel") << wholeMegapixels << u"256x256"_s << u""_s << 2 << u"0.06"_s;
    QTest::newRow("a bit more is two") << wholeMegapixels << u"1040x1024"_s << u""_s << 1 << u"0.045"_s;
    QTest::newRow("four megapixels, each") << wholeMegapixels << u"2048x2048"_s << u""_s << 2 << u"0.15"_s;
    QTest::newRow("fractions") << fractions << u"500x500"_s << u""_s << 1 << u"0.005"_s;
    QTest::newRow("tokens") << tokens << u""_s << u"low"_s << 1 << u"0.006045"_s;
    QTest::newRow("tokens nobody knows") << tokens << u""_s << u"high"_s << 1 << u""_s;
    QTest::newRow("seconds") << seconds << u""_s << u""_s << 2 << u"0.005"_s;
    QTest::newRow("steps nobody knows") << QByteArray(R"([{"unit": "step", "usd": 0.001}])") << u""_s << u""_s << 1
                                        << u""_s;
}

void TestPricing::lines()
{
    QFETCH(const QByteArray, prices);
    QFETCH(const QString, size);
    QFETCH(const QString, quality);
    QFETCH(const int, n);
    QFETCH(const QString, total);
    Offer offer = pricedOffer(prices);
    offer.maxPerCall = 10;
    offer.fields.insert(u"n"_s, u"n"_s);
    Request request = samples::request(); // eleven characters: three tokens and six around them
    request.size = samples::sizeOf(size);
    request.quality = quality;
    request.n = n;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    const Money expected = total.isEmpty() ? Money::unknown() : *Money::parse(total);
    QVERIFY2(plan->estimate.total == expected, qPrintable(plan->estimate.total.toString()));
    Money sum = Money::zero();
    for (const EstimateLine &line : plan->estimate.lines) {
        sum += line.total;
    }
    if (!plan->estimate.lines.isEmpty()) {
        QCOMPARE(sum, plan->estimate.total);
    }
}

void TestPricing::boundedByTheDearestChoice_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("quality");
    QTest::addColumn<double>("dollars"); ///< of the picture alone; negative: unknown
    QTest::addColumn<bool>("atMost");
    const double million = 1e6;
    QTest::newRow("size auto") << u"gpt-image-1.5"_s << u"auto"_s << u"low"_s << 406 * 32 / million << true;
    QTest::newRow("size known") << u"gpt-image-1.5"_s << u"1024x1024"_s << u"low"_s << 281 * 32 / million << false;
    QTest::newRow("both auto") << u"gpt-image-1.5"_s << u"auto"_s << u"auto"_s << 6250 * 32 / million << true;
    QTest::newRow("quality auto") << u"gpt-image-1.5"_s << u"1024x1024"_s << u"auto"_s << 4156 * 32 / million << true;
    QTest::newRow("quality not said") << u"gpt-image-1.5"_s << u"1024x1024"_s << u""_s << 4156 * 32 / million << true;
    QTest::newRow("of a range") << u"gpt-image-2"_s << u"auto"_s << u"low"_s << 200 * 30 / million << true;
    QTest::newRow("no price known") << u"gpt-image-2.6-flare"_s << u"auto"_s << u"low"_s << -1.0 << false;
}

void TestPricing::boundedByTheDearestChoice()
{
    QFETCH(QString, model);
    QFETCH(QString, size);
    QFETCH(double, dollars);
    Request request = samples::request();
    request.size = samples::sizeOf(size);
    QFETCH(QString, quality);
    request.quality = quality;
    const Result<Plan> plan = makePlan(request, Catalog::builtIn().resolve(u"openai/"_s + model)->offers.first());
    QVERIFY(plan.ok());
    const Money expected = dollars < 0 ? Money::unknown() : Money::fromDollars(dollars);
    QCOMPARE(plan->estimate.lines.first().total, expected);
    QCOMPARE(plan->estimate.total.isKnown(), dollars >= 0);
    QTEST(plan->estimate.atMost, "atMost");
}

void TestPricing::openQualityMayBeAny_data()
{
    QTest::addColumn<QByteArray>("prices");
    QTest::addColumn<QString>("quality");
    QTest::addColumn<QString>("total");
    QTest::addColumn<bool>("atMost");
    const QByteArray dearer = R"([{"unit": "image", "usd": 0.04}, {"unit": "image", "usd": 0.08, "quality": "high"}])";
    const QByteArray cheaper = R"([{"unit": "image", "usd": 0.02, "quality": "low"}, {"unit": "image", "usd": 0.04}])";
    const QByteArray bySize = R"([{"unit": "image", "usd": 0.04}, {"unit": "image", "usd": 0.08, "quality": "high"},
        {"unit": "image", "usd": 0.06, "size": "1024x1024"},
        {"unit": "image", "usd": 0.12, "size": "1024x1024", "quality": "high"}])";
    const QByteArray ofItsOwn = R"([{"unit": "image", "usd": 0.03, "quality": "auto"},
        {"unit": "image", "usd": 0.08, "quality": "high"}])";
    QTest::newRow("dearer than usual") << dearer << u"auto"_s << u"0.08"_s << true;
    QTest::newRow("the usual") << dearer << u"low"_s << u"0.04"_s << false;
    QTest::newRow("cheaper than usual") << cheaper << u"auto"_s << u"0.04"_s << true;
    QTest::newRow("of a size") << bySize << u"auto"_s << u"0.12"_s << true;
    QTest::newRow("a price of its own") << ofItsOwn << u"auto"_s << u"0.03"_s << true;
}

void TestPricing::openQualityMayBeAny()
{
    QFETCH(const QByteArray, prices);
    QFETCH(const QString, quality);
    Offer offer = pricedOffer(prices);
    offer.qualities = {u"auto"_s, u"low"_s, u"high"_s};
    Request request = samples::request();
    request.size.pixels = QSize(1024, 1024);
    request.quality = quality;
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QFETCH(const QString, total);
    QCOMPARE(plan->estimate.total, *Money::parse(total));
    QTEST(plan->estimate.atMost, "atMost");
}

void TestPricing::largestSizeWhereNobodyKnows()
{
    SizeRange rule;
    rule.maxPixels = 4'000'000;
    Offer offer = samples::offer(rule);
    offer.prices = linesFrom(R"([{"unit": "megapixel", "usd": 0.01}])");
    offer.autoSize = true;
    Request request = samples::request();
    request.size.automatic = true;
    const Result<Plan> plan = makePlan(request, offer);
    QCOMPARE(plan->estimate.total, Money::fromDollars(0.04));
    QVERIFY(plan->estimate.atMost);
    request.size = {QSize(1000, 1000), {}, {}, false};
    QVERIFY(!makePlan(request, offer)->estimate.atMost);
}

/// Each line says how many of what cost how much: whoever multiplies gets the total.
void TestPricing::firstMegapixelIsALineOfItsOwn()
{
    const Offer offer = pricedOffer(R"([{"unit": "megapixel", "usd": 0.015, "first_usd": 0.03}])");
    Request request = samples::request();
    request.n = 2;
    request.size.pixels = QSize(1000, 2400);
    const QList<EstimateLine> lines = makePlan(request, offer)->estimate.lines;
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first().billableQuantity, 2.0);
    QCOMPARE(lines.first().unitUsd, 0.03);
    QCOMPARE(lines.last().billableQuantity, 4.0);
    QCOMPARE(lines.last().unitUsd, 0.015);
}

void TestPricing::tiers()
{
    Offer offer = samples::ratioOffer({ResolutionTier::OneK, ResolutionTier::TwoK, ResolutionTier::FourK});
    offer.prices = linesFrom(R"([{"unit": "image", "usd": 0.15}, {"unit": "image", "usd": 0.3, "tier": "4K"}])");
    Request request = samples::request();
    request.size.tier = ResolutionTier::TwoK;
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.15));
    request.size.tier = ResolutionTier::FourK;
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.3));
}

void TestPricing::stepsFromTheCaller()
{
    Offer offer = pricedOffer(R"([{"unit": "step", "usd": 0.0001, "typical_quantity": 20}])");
    offer.fields.insert(u"steps"_s, u"num_inference_steps"_s);
    Request request = samples::request();
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.002));
    request.extra = {{u"steps"_s, 50}};
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.005));
}

void TestPricing::inputPictures()
{
    const Offer offer =
        pricedOffer(R"([{"unit": "megapixel", "usd": 0.015, "first_usd": 0.03, "megapixel_pixels": 1048576},
        {"item": "input_image", "unit": "megapixel", "usd": 0.015, "megapixel_pixels": 1048576}])");
    Request request = samples::request();
    request.size.pixels = QSize(1024, 1024);
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.03));
    request.images.append(samples::picture({1024, 1024}));
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.045));
    request.images.append(samples::picture({1600, 1200}));
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.075));
}

void TestPricing::largePicturesAreScaledDown()
{
    const Offer offer = pricedOffer(R"([{"unit": "image", "usd": 0.03},
        {"item": "input_image", "unit": "megapixel", "usd": 0.015, "megapixel_pixels": 1048576, "max_quantity": 4}])");
    Request request = samples::request();
    request.images.append(samples::picture({4096, 3072}));
    const Estimate estimate = makePlan(request, offer)->estimate;
    QCOMPARE(estimate.total, Money::fromDollars(0.09));
    QCOMPARE(estimate.lines.last().billableQuantity, 4.0);
}

void TestPricing::editsWithoutASize_data()
{
    QTest::addColumn<QByteArray>("prices");
    QTest::addColumn<QSize>("picture");
    QTest::addColumn<QString>("total");

    const QByteArray megapixels = R"([{"unit": "megapixel", "usd": 0.03, "megapixel_pixels": 1048576}])";
    const QByteArray bySize = R"([{"unit": "token", "usd": 30, "per": 1000000, "size": "1024x1024",
        "typical_quantity": 1000}, {"unit": "token", "usd": 30, "per": 1000000, "size": "1536x1024",
        "typical_quantity": 2000}, {"unit": "token", "usd": 30, "per": 1000000},
        {"item": "input_image", "unit": "token", "usd": 8, "per": 1000000, "typical_quantity": 500}])";
    QTest::newRow("as large as the picture") << megapixels << QSize(1536, 1024) << u"0.06"_s;
    QTest::newRow("a price for its size") << bySize << QSize(1536, 1024) << u"0.064"_s;
    QTest::newRow("a price for its shape") << bySize << QSize(900, 600) << u"0.064"_s;
    QTest::newRow("a price for a square") << bySize << QSize(1000, 990) << u"0.034"_s;
}

void TestPricing::editsWithoutASize()
{
    QFETCH(const QByteArray, prices);
    QFETCH(const QSize, picture);
    QFETCH(const QString, total);
    Request request = samples::request();
    request.images.append(samples::picture(picture));
    const Result<Plan> plan = makePlan(request, pricedOffer(prices));
    QVERIFY(plan.ok());
    QVERIFY(!plan->size.pixels); // the vendor follows the picture
    QCOMPARE(plan->estimate.total, *Money::parse(total));
}

void TestPricing::unreadableInputIsUnknown()
{
    const Offer offer = pricedOffer(R"([{"unit": "image", "usd": 0.03},
        {"item": "input_image", "unit": "megapixel", "usd": 0.015}])");
    Request request = samples::request();
    request.images.append({QByteArray("no picture"), u"a.png"_s});
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY(plan.ok());
    QVERIFY(!plan->estimate.total.isKnown());
    QCOMPARE(plan->estimate.lines.size(), 2);
}

void TestPricing::runsAreCalls()
{
    Offer offer = pricedOffer(R"([{"unit": "run", "usd": 0.015}, {"unit": "megapixel", "usd": 0.015,
        "megapixel_pixels": 1048576}])");
    Request request = samples::request();
    request.n = 3;
    QCOMPARE(makePlan(request, offer)->calls.size(), 3);
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.09));
    offer.fields.insert(u"n"_s, u"n"_s);
    offer.maxPerCall = 4;
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromDollars(0.06));
}

void TestPricing::charactersCostApart()
{
    Offer offer = pricedOffer(R"([
        {"unit": "image", "usd": 0.06}, {"unit": "image", "usd": 0.03, "quality": "turbo"},
        {"unit": "image", "usd": 0.15, "character": true},
        {"unit": "image", "usd": 0.10, "character": true, "quality": "turbo"}])");
    offer.fields.insert(u"character_image"_s, u"character"_s);
    offer.maxInputImages = 2;
    Request request = samples::request();
    request.images = {{QByteArray("picture"), u"a.png"_s, ImageRole::Reference}};
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromMicros(60'000));
    request.images.append({QByteArray("picture"), u"b.png"_s, ImageRole::Character});
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromMicros(150'000));
    request.quality = u"turbo"_s;
    QCOMPARE(makePlan(request, offer)->estimate.total, Money::fromMicros(100'000));
}

QTEST_GUILESS_MAIN(TestPricing)
#include "test_pricing.moc"
