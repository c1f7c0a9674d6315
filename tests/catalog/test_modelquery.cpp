// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modelquery.h"
#include "core/catalog/typicalrequests.h"
#include "core/model/plan.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

/// Four models that differ in all that can be asked for.
const QByteArray sample = R"({"models": [
 {"slug": "alpha-1", "name": "Alpha [pro]", "maker": "North Labs", "family": "alpha", "status": "active",
  "released": "2026-03", "license": "proprietary", "aliases": ["the-first"], "offers": [
   {"provider": "fal", "provider_model": "fal-ai/alpha", "modes": ["text-to-image", "image-edit"],
    "max_input_images": 4, "sizes": {"kind": "range", "max_side": 2048, "multiple_of": 16},
    "formats": ["png"], "fields": {"prompt": "prompt", "size": "image_size", "image": "image_urls"},
    "prices": [{"item": "output_image", "unit": "megapixel", "usd": 0.03, "round_up": true}]},
   {"provider": "replicate", "provider_model": "north/alpha", "modes": ["text-to-image"],
    "sizes": {"kind": "range", "max_side": 2048, "multiple_of": 16}, "formats": ["png"], "fields": {"prompt": "prompt", "size": "size"},
    "prices": [{"item": "output_image", "unit": "image", "usd": 0.045}]}]},
 {"slug": "beta", "name": "Beta", "maker": "South", "family": "beta", "status": "legacy", "released": "2024",
  "license": "Apache-2.0", "offers": [
   {"provider": "together", "provider_model": "south/beta", "modes": ["text-to-image"],
    "sizes": {"kind": "list", "sizes": ["1024x1024"]}, "formats": ["png"], "fields": {"prompt": "prompt", "size": "size"},
    "prices": [{"item": "output_image", "unit": "image", "usd": 0.01}]}]},
 {"slug": "gamma-alpha", "name": "Gamma", "maker": "South", "family": "gamma", "status": "active", "released": "2026-10",
  "license": "", "offers": [
   {"provider": "fal", "provider_model": "fal-ai/gamma", "modes": ["text-to-image"],
    "sizes": {"kind": "uncontrolled"}, "formats": ["png"], "fields": {"prompt": "prompt"}, "prices": []}]},
 {"slug": "larger", "name": "Larger", "maker": "North Labs", "family": "tools", "status": "active", "released": "2025",
  "license": "MIT", "offers": [
   {"provider": "fal", "provider_model": "fal-ai/larger", "modes": ["upscale"], "max_input_images": 1,
    "sizes": {"kind": "uncontrolled"}, "formats": ["png"], "fields": {"image": "image_url"},
    "prices": [{"item": "output_image", "unit": "image", "usd": 0.02}]}]}
]})";

QStringList slugs(const ModelIndex &index, const QList<ModelMatch> &found)
{
    QStringList names;
    for (const ModelMatch &match : found) {
        names.append(index.models().at(match.model).slug);
    }
    return names;
}

ModelIndex sampleIndex(QSize size = QSize(1024, 1024))
{
    const Result<Catalog> catalog = Catalog::fromJson(sample);
    return catalog ? ModelIndex(*catalog).pricedFor(size) : ModelIndex();
}

/// A large catalog: the built-in one over and over, under other names.
Catalog manyModels(int count)
{
    const Catalog builtIn = Catalog::builtIn();
    QJsonArray models;
    for (int number = 0; number < count; ++number) {
        QJsonObject model = builtIn.models().at(number % builtIn.models().size()).toJson();
        model["slug"_L1] = QString(model["slug"_L1].toString() + u'-' + QString::number(number));
        model["aliases"_L1] = QJsonArray();
        QJsonArray offers = model["offers"_L1].toArray();
        for (QJsonValueRef offer : offers) {
            QJsonObject renamed = offer.toObject();
            renamed["model"_L1] = model["slug"_L1];
            offer = renamed;
        }
        model["offers"_L1] = offers;
        models.append(model);
    }
    const Result<Catalog> catalog =
        Catalog::fromJson(QJsonDocument(QJsonObject {{"models"_L1, models}}).toJson(QJsonDocument::Compact));
    return catalog ? *catalog : Catalog();
}

} // namespace

/// Finding models in the catalog.
class TestModelQuery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filters_data();
    void filters();
    void sorts_data();
    void sorts();
    void pricesAreOfTheSize();
    void offersAreOrderedByPrice();
    void whatIsAskedFitsTheOffer();
    void matchesNameTheirOffers();
    void retiredModelsAreFoundByStatus();
    void builtInPricesAreThoseOfThePlanner();
    void choicesOccur();
    void isFastEnough();
};

void TestModelQuery::filters_data()
{
    QTest::addColumn<ModelQuery>("query");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const ModelQuery &query, const QString &found) {
        QTest::newRow(name) << query << found.split(u' ', Qt::SkipEmptyParts);
    };
    row("nothing asked", {}, u"alpha-1 beta gamma-alpha larger"_s);
    row("slug", {.words = u"beta"_s}, u"beta"_s);
    row("the name itself comes first", {.words = u"gamma"_s}, u"gamma-alpha"_s);
    row("a beginning before a part", {.words = u"alpha"_s}, u"alpha-1 gamma-alpha"_s);
    row("name without its signs", {.words = u"alphapro"_s}, u"alpha-1"_s);
    row("alias", {.words = u"THE-first"_s}, u"alpha-1"_s);
    row("maker, any case", {.words = u"north labs"_s}, u"alpha-1 larger"_s);
    row("vendor's id", {.words = u"north/alpha"_s}, u"alpha-1"_s);
    row("family", {.words = u"tools"_s}, u"larger"_s);
    row("all words", {.words = u"south fal"_s}, u"gamma-alpha"_s);
    row("no such word", {.words = u"delta"_s}, {});
    row("capability", {.capability = u"image-edit"_s}, u"alpha-1"_s);
    row("upscaling", {.capability = u"upscale"_s}, u"larger"_s);
    row("maker", {.maker = u"south"_s}, u"beta gamma-alpha"_s);
    row("not a part of a maker", {.maker = u"north"_s}, {});
    row("provider", {.provider = u"together"_s}, u"beta"_s);
    row("capability at that provider", {.capability = u"image-edit"_s, .provider = u"replicate"_s}, {});
    row("open", {.license = u"open"_s}, u"beta larger"_s);
    row("proprietary", {.license = u"proprietary"_s}, u"alpha-1"_s);
    row("a licence", {.license = u"apache"_s}, u"beta"_s);
    row("status", {.status = u"legacy"_s}, u"beta"_s);
    row("price", {.maxPrice = Money::fromDollars(0.02)}, u"beta larger"_s);
    row("an unknown price is above any", {.maxPrice = Money::fromDollars(100)}, u"alpha-1 beta larger"_s);
    row("with keys", {.usable = QStringList {u"together"_s}}, u"beta"_s);
    row("without any key", {.usable = QStringList()}, {});
}

void TestModelQuery::filters()
{
    QFETCH(ModelQuery, query);
    QFETCH(QStringList, found);
    const ModelIndex index = sampleIndex();
    QCOMPARE(slugs(index, index.find(query)), found);
}

void TestModelQuery::sorts_data()
{
    QTest::addColumn<ModelQuery::Sort>("sort");
    QTest::addColumn<bool>("reversed");
    QTest::addColumn<QString>("found");
    using Sort = ModelQuery::Sort;
    QTest::newRow("name") << Sort::Name << false << u"alpha-1 beta gamma-alpha larger"_s;
    QTest::newRow("name, reversed") << Sort::Name << true << u"larger gamma-alpha beta alpha-1"_s;
    QTest::newRow("maker") << Sort::Maker << false << u"alpha-1 larger beta gamma-alpha"_s;
    QTest::newRow("price") << Sort::Price << false << u"beta larger alpha-1 gamma-alpha"_s;
    QTest::newRow("dearest first, unknown last") << Sort::Price << true << u"alpha-1 larger beta gamma-alpha"_s;
    QTest::newRow("newest") << Sort::Released << false << u"gamma-alpha alpha-1 larger beta"_s;
    QTest::newRow("oldest") << Sort::Released << true << u"beta larger alpha-1 gamma-alpha"_s;
}

void TestModelQuery::sorts()
{
    QFETCH(ModelQuery::Sort, sort);
    QFETCH(bool, reversed);
    QFETCH(QString, found);
    const ModelIndex index = sampleIndex();
    QCOMPARE(slugs(index, index.find({.sort = sort, .isReversed = reversed})).join(u' '), found);
}

void TestModelQuery::pricesAreOfTheSize()
{
    const ModelIndex unpriced(Catalog::fromJson(sample).value());
    QVERIFY(!unpriced.size().isValid());
    QVERIFY(!unpriced.price(0, 0).total.isKnown());
    const ModelIndex small = unpriced.pricedFor(QSize(992, 992));
    const ModelIndex large = small.pricedFor(QSize(1984, 1984));
    QCOMPARE(small.price(0, 0).total, Money::fromDollars(0.03));
    QCOMPARE(large.price(0, 0).total, Money::fromDollars(0.12));
    QCOMPARE(large.price(0, 1).total, Money::fromDollars(0.045));
    QCOMPARE(large.size(), QSize(1984, 1984));
    QCOMPARE(small.price(3, 0).total, Money::fromDollars(0.02)); // one that works on a picture
}

void TestModelQuery::offersAreOrderedByPrice()
{
    const ModelIndex small = sampleIndex();
    QCOMPARE(small.offersByPrice(0), (QList<int> {1, 0})); // 2 megapixels are begun
    QCOMPARE(small.pricedFor(QSize(512, 512)).offersByPrice(0), (QList<int> {0, 1}));
}

/// Only what was asked for in addition is told as missing, and of a tool that takes one picture nothing is.
void TestModelQuery::whatIsAskedFitsTheOffer()
{
    const Catalog catalog = Catalog::fromJson(sample).value();
    const TypicalRequests requests(QSize(1024, 1024));
    const auto weakened = [&](int model, bool isDemanding) {
        const Offer offer = catalog.models().at(model).offers.first();
        const Result<Plan> plan = catalog.plan(isDemanding ? requests.demanding(offer) : requests.plain(offer), offer);
        QStringList names;
        const QList<PlannedParameter> changes = plan ? plan->weakened() : QList<PlannedParameter>(1);
        for (const PlannedParameter &change : changes) {
            names.append(change.name);
        }
        names.sort();
        return names.join(u' ');
    };
    QCOMPARE(weakened(0, false), QString());
    QCOMPARE(weakened(0, true), u"n negative_prompt output_format seed"_s);
    QCOMPARE(weakened(3, false), QString());
    QCOMPARE(weakened(3, true), QString());
}

void TestModelQuery::matchesNameTheirOffers()
{
    const ModelIndex index = sampleIndex();
    const QList<ModelMatch> all = index.find({.words = u"alpha-1"_s});
    QCOMPARE(all.value(0).offers, (QList<int> {0, 1}));
    QCOMPARE(all.value(0).price.total, Money::fromDollars(0.045));
    const QList<ModelMatch> atFal = index.find({.words = u"alpha-1"_s, .provider = u"fal"_s});
    QCOMPARE(atFal.value(0).offers, QList<int> {0});
    QCOMPARE(atFal.value(0).price.total, Money::fromDollars(0.06));
}

void TestModelQuery::retiredModelsAreFoundByStatus()
{
    const ModelIndex index(Catalog::builtIn());
    QVERIFY(!slugs(index, index.find({.words = u"dall-e-3"_s})).contains(u"dall-e-3"_s));
    const QStringList retired = slugs(index, index.find({.status = u"shutdown"_s}));
    QVERIFY(retired.contains(u"dall-e-3"_s));
    QVERIFY(!retired.contains(u"flux-2-pro"_s));
    QVERIFY(index.find({.provider = u"fal"_s, .status = u"shutdown"_s}).isEmpty());
}

/// What is shown in a list is what Compare asks for the same picture.
void TestModelQuery::builtInPricesAreThoseOfThePlanner()
{
    const Catalog catalog = Catalog::builtIn();
    const ModelIndex index = ModelIndex(catalog).pricedFor(QSize(1024, 1024));
    int known = 0;
    for (int model = 0; model < catalog.models().size(); ++model) {
        const QList<Offer> &offers = catalog.models().at(model).offers;
        for (int offer = 0; offer < offers.size(); ++offer) {
            known += index.price(model, offer).total.isKnown() ? 1 : 0;
            if (!offerCan(offers.at(offer), u"text-to-image"_s)) {
                continue;
            }
            Request request;
            request.model = offers.at(offer).id();
            request.prompt = u"a lighthouse"_s;
            request.size.pixels = QSize(1024, 1024);
            const Result<Plan> plan = catalog.plan(request, offers.at(offer));
            QVERIFY2(plan.ok(), qPrintable(offers.at(offer).id()));
            // Words that are paid for by their number are the one difference.
            const qint64 difference = plan->estimate.total.microsOr(-1) - index.price(model, offer).total.microsOr(-1);
            QVERIFY2(std::abs(difference) < 100, qPrintable(offers.at(offer).id()));
        }
    }
    QVERIFY(known > 50);
}

void TestModelQuery::choicesOccur()
{
    const ModelIndex index = sampleIndex();
    QCOMPARE(index.makers(), (QStringList {u"North Labs"_s, u"South"_s}));
    QCOMPARE(index.providers(), (QStringList {u"fal"_s, u"replicate"_s, u"together"_s}));
    QCOMPARE(index.capabilities(), (QStringList {u"text-to-image"_s, u"image-edit"_s, u"upscale"_s}));
    QCOMPARE(index.statuses(), (QStringList {u"active"_s, u"legacy"_s}));
}

/// A frame has 16 ms; a slow machine under a sanitizer is let take ten of them.
void TestModelQuery::isFastEnough()
{
    const ModelIndex index = ModelIndex(manyModels(5000)).pricedFor(QSize(1024, 1024));
    QVERIFY(index.models().size() >= 5000);
    qint64 slowest = 0;
    for (const ModelQuery &query :
         {ModelQuery {}, ModelQuery {.words = u"a"_s},
          ModelQuery {.words = u"flux pro fal"_s, .sort = ModelQuery::Sort::Price},
          ModelQuery {
              .capability = u"image-edit"_s, .maxPrice = Money::fromDollars(0.05), .sort = ModelQuery::Sort::Name}}) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 3; ++round) {
            QElapsedTimer timer;
            timer.start();
            const QList<ModelMatch> found = index.find(query);
            best = std::min(best, timer.nsecsElapsed() / 1000);
            QVERIFY(!found.isEmpty());
        }
        qInfo("a query over %d models took %lld µs", static_cast<int>(index.models().size()), best);
        slowest = std::max(slowest, best);
    }
    QVERIFY2(slowest < 160'000, qPrintable(QString::number(slowest)));
}

QTEST_GUILESS_MAIN(TestModelQuery)
#include "test_modelquery.moc"
