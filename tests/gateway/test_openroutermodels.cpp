// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenRouter's clients are told of the models: by the built-in catalog, and by small ones.
#include "core/catalog/catalog.h"
#include "core/chat/textvendor.h"
#include "core/gateway/dialects/openrouter/catalognames.h"
#include "core/gateway/dialects/openrouter/descriptors.h"
#include "core/gateway/dialects/openrouter/modelpages.h"
#include "providers/text/textprofile.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace lightwell;
using namespace lightwell::openrouter;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 30), QTime(0, 0), Qt::UTC);

const Catalog &catalog()
{
    static const Catalog all = Catalog::builtIn();
    return all;
}

QJsonObject jsonOf(const GatewayResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

QJsonObject models(const QString &query)
{
    return jsonOf(modelsPage(catalog(), {}, QUrlQuery(query), now));
}

Offer offerWith(const SizeRule &sizes)
{
    Offer offer;
    offer.sizes = sizes;
    offer.modes = {u"text-to-image"_s};
    return offer;
}

QJsonObject modelCosting(const QString &name, const QJsonArray &prices)
{
    const QJsonObject offer {
        {u"provider"_s, u"one"_s},
        {u"provider_model"_s, QString(u"vendors-"_s + name)},
        {u"modes"_s, QJsonArray {u"text-to-image"_s}},
        {u"formats"_s, QJsonArray {u"png"_s}},
        {u"sizes"_s, QJsonObject {{u"kind"_s, u"list"_s}, {u"sizes"_s, QJsonArray {u"1024x1024"_s}}}},
        {u"fields"_s, QJsonObject {{u"prompt"_s, u"prompt"_s}, {u"size"_s, u"size"_s}}},
        {u"prices"_s, prices}};
    return {{u"slug"_s, name}, {u"offers"_s, QJsonArray {offer}}};
}

QStringList valuesOf(const QJsonObject &descriptors, const QString &name)
{
    QStringList values;
    const QJsonArray all = descriptors.value(name)["values"_L1].toArray();
    for (const QJsonValue value : all) {
        values.append(value.toString());
    }
    return values;
}

} // namespace

class TestOpenRouterModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("name");
        const auto row = [](const QString &written, const QString &name) {
            QTest::newRow(qPrintable(written)) << written << name;
        };
        row(u"openai/gpt-image-1.5"_s, u"gpt-image-1.5"_s); // who made it, whoever serves it
        row(u"black-forest-labs/flux.2-pro"_s, u"flux-2-pro"_s);
        row(u"google/gemini-3-pro-image"_s, u"gemini-3-pro-image"_s);
        row(u"x-ai/grok-imagine-image"_s, u"grok-imagine-image"_s);
        row(u"fal/flux-2-pro"_s, u"fal/flux-2-pro"_s); // that provider, and no other
        row(u"google-vertex/gemini-3-pro-image"_s, u"google-vertex/gemini-3-pro-image"_s);
        row(u"gpt-image-1.5"_s, u"gpt-image-1.5"_s);
        row(u"nobody/gpt-image-1.5"_s, u"nobody/gpt-image-1.5"_s);
        row(u"openai/nothing"_s, u"openai/nothing"_s);
    }
    void names()
    {
        QFETCH(QString, written);
        QTEST(catalogName(catalog(), written), "name");
    }

    /// Whatever is listed can be asked for under that name, of whoever serves it.
    void everyListedNameIsKnown()
    {
        const QJsonArray all = jsonOf(imageModelsPage(catalog())).value("data"_L1).toArray();
        QCOMPARE(all.size(), catalog().models().size());
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QString id = all.at(i)["id"_L1].toString();
            QCOMPARE(catalogName(catalog(), id), catalog().models().at(i).slug);
            QVERIFY2(!all.at(i)["supported_parameters"_L1].toObject().isEmpty(), qPrintable(id));
            const QJsonObject endpoints = jsonOf(imageEndpointsPage(catalog(), id));
            QCOMPARE(endpoints.value("endpoints"_L1).toArray().size(), catalog().models().at(i).offers.size());
        }
    }

    /// By the names that the user gave them as well, each as what it leads to.
    void namesOfOnesOwn()
    {
        QStringList told;
        Catalog own = Catalog::builtIn();
        const Result<Catalog> file = Catalog::fromJsonLeavingOut(
            R"({"aliases": {"dall-e-3": "gpt-image-1.5", "openai/gpt-image-1.5": "fal/flux-2-pro", "none": "no-such"}})",
            told, {{u"fal"_s, u"openai"_s}});
        QVERIFY2(file.ok() && told.isEmpty(), qPrintable(told.join(u'\n')));
        own.merge(*file);
        const auto entry = [](const GatewayResponse &page, const QString &id) {
            QJsonObject found;
            const QJsonArray data = jsonOf(page).value("data"_L1).toArray();
            for (const QJsonValue &model : data) {
                found = model["id"_L1] == id ? model.toObject() : found;
            }
            return found;
        };
        const GatewayResponse all = modelsPage(own, {}, QUrlQuery(), now);
        QCOMPARE(entry(all, u"dall-e-3"_s).value("canonical_slug"_L1), u"openai/gpt-image-1.5"_s);
        QVERIFY(entry(all, u"none"_s).isEmpty());
        QVERIFY(!entry(modelsPage(own, {}, QUrlQuery(u"q=1.5+gpt-image"_s), now), u"dall-e-3"_s).isEmpty());
        const GatewayResponse images = imageModelsPage(own);
        const QJsonObject dalle = entry(images, u"dall-e-3"_s);
        QCOMPARE(dalle.value("supported_parameters"_L1),
                 entry(imageModelsPage(catalog()), u"openai/gpt-image-1.5"_s).value("supported_parameters"_L1));
        QCOMPARE(dalle.value("endpoints"_L1).toString(), u"/api/v1/images/models/dall-e-3/endpoints"_s);
        QVERIFY(jsonOf(imageEndpointsPage(own, u"dall-e-3"_s)).value("endpoints"_L1).toArray().size() > 0);
        // What the user calls a model is no maker's name of another.
        QCOMPARE(catalogName(own, u"openai/gpt-image-1.5"_s), u"openai/gpt-image-1.5"_s);
        const QJsonObject meant = jsonOf(imageEndpointsPage(own, u"openai/gpt-image-1.5"_s));
        QCOMPARE(meant.value("id"_L1).toString(), u"black-forest-labs/flux-2-pro"_s);
        QCOMPARE(entry(all, u"openai/gpt-image-1.5"_s).value("canonical_slug"_L1).toString(),
                 u"black-forest-labs/flux-2-pro"_s);
        QCOMPARE(meant.value("endpoints"_L1).toArray().size(), 1);
        QCOMPARE(meant["endpoints"_L1][0]["provider_slug"_L1].toString(), u"fal"_s);
        // They count among the models; one has taken the place of another's name.
        QCOMPARE(jsonOf(modelCountPage(own, {}, QUrlQuery(), now))["data"_L1]["count"_L1].toInt(),
                 models({}).value("total_count"_L1).toInt() + 1);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("has"); // an id that is found
        QTest::addColumn<QString>("hasNot");
        const auto row = [](const QString &query, const QString &has, const QString &hasNot) {
            QTest::newRow(qPrintable(query)) << query << has << hasNot;
        };
        const QString gpt = u"openai/gpt-image-1.5"_s;
        const QString flux = u"black-forest-labs/flux-2-pro"_s;
        row({}, gpt, {});
        row(u"q=flux+pro"_s, flux, gpt);
        row(u"providers=Black%20Forest%20Labs"_s, flux, gpt);
        row(u"model_authors=openai"_s, gpt, flux);
        row(u"output_modalities=image"_s, flux, {});
        row(u"input_modalities=image"_s, flux, {});
        row(u"output_modalities=all"_s, flux, {});
        row(u"output_modalities=audio"_s, {}, gpt);
        row(u"supported_parameters=seed"_s, flux, gpt);
        row(u"supported_parameters=background,quality"_s, gpt, flux);
        row(u"max_price=0"_s, {}, gpt); // by the token of the prompt
        row(u"max_price=0&output_modalities=image"_s, {}, flux); // which is billed by something else
        row(u"max_output_price=0"_s, {}, gpt);
        row(u"max_age_days=300"_s, {}, gpt);
        row(u"min_age_days=300"_s, gpt, {});
        row(u"arch=FLUX"_s, flux, gpt);
        row(u"context=1"_s, {}, gpt); // which pictures have none of
        row(u"zdr=false&use_rss=false"_s, gpt, {});
    }
    void filters()
    {
        QFETCH(QString, query);
        QFETCH(QString, has);
        QFETCH(QString, hasNot);
        QStringList ids;
        const QJsonArray data = models(query).value("data"_L1).toArray();
        for (const QJsonValue model : data) {
            ids.append(model["id"_L1].toString());
        }
        QVERIFY2(has.isEmpty() || ids.contains(has), qPrintable(ids.join(u' ')));
        QVERIFY2(hasNot.isEmpty() || !ids.contains(hasNot), qPrintable(ids.join(u' ')));
        QCOMPARE(jsonOf(modelCountPage(catalog(), {}, QUrlQuery(query), now))["data"_L1]["count"_L1].toInt(),
                 ids.size());
    }

    void pages()
    {
        const QJsonObject all = models({});
        const int count = all.value("total_count"_L1).toInt();
        QVERIFY(all["links"_L1]["next"_L1].isNull());
        const QJsonObject second = models(u"offset=2&limit=3"_s);
        QCOMPARE(second.value("total_count"_L1).toInt(), count);
        QCOMPARE(second.value("data"_L1).toArray().size(), 3);
        QCOMPARE(second["data"_L1][0]["id"_L1], all["data"_L1][2]["id"_L1]);
        const QString next = second["links"_L1]["next"_L1].toString();
        QCOMPARE(models(next.section(u'?', 1))["data"_L1][0]["id"_L1], all["data"_L1][5]["id"_L1]);
        QCOMPARE(models(u"offset=100000"_s).value("data"_L1).toArray().size(), 0);
    }

    void sorting()
    {
        const auto priceOf = [](const QJsonValue &model) {
            const double price = model["pricing"_L1]["output_image"_L1].toString().toDouble();
            return price < 0 ? 9 : price; // unknown ones come last
        };
        const QJsonArray cheap = models(u"sort=pricing-low-to-high"_s).value("data"_L1).toArray();
        const QJsonArray dear = models(u"sort=pricing-high-to-low"_s).value("data"_L1).toArray();
        for (qsizetype i = 1; i < cheap.size(); ++i) {
            const QString id = cheap.at(i)["id"_L1].toString();
            QVERIFY2(priceOf(cheap.at(i - 1)) <= priceOf(cheap.at(i)), qPrintable(id));
        }
        QVERIFY(priceOf(dear.at(0)) > priceOf(dear.at(20)));
        const QJsonArray newest = models(u"sort=newest"_s).value("data"_L1).toArray();
        QVERIFY(newest.at(0)["created"_L1].toInteger() >= newest.at(30)["created"_L1].toInteger());
        QCOMPARE(models(u"sort=price"_s).value("data"_L1).toArray(), cheap);
        QCOMPARE(models(u"sort=most-popular"_s), models({})); // which nobody here knows
    }

    void refused_data()
    {
        QTest::addColumn<QString>("query");
        for (const QString &query :
             {u"sort=colour"_s, u"max_price=cheap"_s, u"limit=-1"_s, u"limit=nan"_s, u"offset=nan"_s, u"zdr=true"_s,
              u"region=eu"_s, u"distillable=false"_s, u"category=science"_s, u"min_intelligence_index=50"_s,
              u"max_tool_success_rate=1"_s, u"use_rss=true"_s, u"context=long"_s}) {
            QTest::newRow(qPrintable(query)) << query;
        }
    }
    void refused()
    {
        QFETCH(QString, query);
        QCOMPARE(modelsPage(catalog(), {}, QUrlQuery(query), now).status, 400);
    }

    /// Words beside pictures: by their context, and by prices that may be unknown.
    void textModels()
    {
        TextOffer small;
        small.model = u"small"_s;
        small.provider = u"alpha"_s;
        small.context = 8000;
        small.prices = {{1, 0.5, 4}, {2, -1, 8, 4000}};
        small.shutdown = u"2027-01-31"_s;
        TextOffer elsewhere = small;
        elsewhere.provider = u"beta"_s;
        elsewhere.prices = {};
        TextOffer large;
        large.model = u"large"_s;
        large.provider = u"beta"_s;
        large.context = 200'000;
        TextModels texts;
        texts.catalog = TextCatalog({small, elsewhere, large});
        for (const QString &provider : {u"alpha"_s, u"beta"_s}) {
            ProviderInfo info;
            info.id = provider;
            texts.vendors.append(textVendor(info, {}));
        }
        const auto idsOf = [&texts](const QString &query) {
            QStringList ids;
            const QJsonArray data =
                jsonOf(modelsPage(Catalog(), texts, QUrlQuery(query), now)).value("data"_L1).toArray();
            for (const QJsonValue model : data) {
                ids.append(model["id"_L1].toString());
            }
            return ids;
        };
        QCOMPARE(idsOf({}), (QStringList {u"alpha/small"_s, u"beta/large"_s}));
        QCOMPARE(idsOf(u"context=8001"_s), QStringList {u"beta/large"_s});
        QCOMPARE(idsOf(u"sort=context-high-to-low"_s), (QStringList {u"beta/large"_s, u"alpha/small"_s}));
        QCOMPARE(idsOf(u"arch=LARGE"_s), QStringList {u"beta/large"_s});
        QCOMPARE(idsOf(u"max_price=5"_s), QStringList {u"alpha/small"_s}); // of the other, nobody knows
        QCOMPARE(idsOf(u"min_output_price=0"_s), QStringList {u"alpha/small"_s});

        const auto pageOf = [&texts](const QString &name) {
            return jsonOf(endpointsPage(Catalog(), texts, name, now.date()))["data"_L1].toObject();
        };
        const QJsonArray endpoints = pageOf(u"alpha/small"_s).value("endpoints"_L1).toArray();
        QCOMPARE(endpoints.size(), 2); // as it is listed: wherever it is served
        QCOMPARE(endpoints.at(0)["context_length"_L1].toInt(), 8000);
        const QJsonObject pricing = endpoints.at(0)["pricing"_L1].toObject();
        QCOMPARE(pricing.value("completion"_L1), u"0.000004"_s);
        QCOMPARE(pricing.value("input_cache_read"_L1), u"0.0000005"_s);
        QCOMPARE(pricing["overrides"_L1][0]["min_prompt_tokens"_L1].toInt(), 4001);
        QCOMPARE(pricing["overrides"_L1][0]["completion"_L1], u"0.000008"_s);
        QCOMPARE(endpoints.at(1)["pricing"_L1]["prompt"_L1], u"-1"_s);
        QCOMPARE(pageOf(u"beta/small"_s).value("endpoints"_L1).toArray().size(), 1); // there alone
        QCOMPARE(pageOf(u"makers/large"_s).value("id"_L1), u"beta/large"_s);
        QVERIFY(pageOf(u"beta/unlisted"_s).isEmpty());
        QCOMPARE(endpointsPage(Catalog(), texts, u"beta/unlisted"_s, now.date()).status, 404);
        const QJsonObject single =
            jsonOf(singleModelPage(Catalog(), texts, u"small"_s, now.date()))["data"_L1].toObject();
        QCOMPARE(single.value("id"_L1), u"alpha/small"_s);
        QCOMPARE(single.value("expiration_date"_L1), u"2027-01-31"_s);
    }

    void shapes_data()
    {
        QTest::addColumn<Offer>("offer");
        QTest::addColumn<QString>("ratios");
        QTest::addColumn<QString>("tiers");
        const auto row = [](const char *name, const SizeRule &rule, const QString &ratios, const QString &tiers) {
            QTest::newRow(name) << offerWith(rule) << ratios << tiers;
        };
        row("nothing to choose", SizeUncontrolled(), {}, {});
        row("ratios",
            SizeRatios {
                .ratios = {{1, 1}, {16, 9}}, .tiers = {ResolutionTier::HalfK, ResolutionTier::TwoK}, .known = {}},
            u"1:1 16:9"_s, u"512 2K"_s);
        row("a list", SizeList {{QSize(1024, 1024), QSize(1536, 1024), QSize(1344, 768)}}, u"1:1 3:2 16:9"_s, u"1K"_s);
        row("a range",
            SizeRange {.minSide = 256, .maxSide = 1440, .multipleOf = 32, .minRatio = 0.99, .maxRatio = 1.01}, u"1:1"_s,
            u"512 1K"_s);
        row("any ratio", SizeAnyRatio {.least = {1, 1}, .most = {2, 1}, .tiers = {ResolutionTier::OneK}},
            u"1:1 2:1 3:2 4:3 5:4 16:9"_s, u"1K"_s);
    }
    void shapes()
    {
        QFETCH(Offer, offer);
        const QJsonObject descriptors = descriptorsOf(offer);
        QTEST(valuesOf(descriptors, u"aspect_ratio"_s).join(u' '), "ratios");
        QTEST(valuesOf(descriptors, u"resolution"_s).join(u' '), "tiers");
    }

    void descriptors()
    {
        Offer offer = offerWith(SizeUncontrolled());
        QJsonObject told = descriptorsOf(offer);
        QCOMPARE(told["n"_L1]["type"_L1].toString(), u"range"_s);
        QCOMPARE(told["n"_L1]["max"_L1].toInt(), 10);
        QVERIFY(valuesOf(told, u"output_format"_s).contains(u"avif"_s)); // which Lightwell makes of whatever comes
        QVERIFY(!told.contains("seed"_L1) && !told.contains("quality"_L1) && !told.contains("input_references"_L1));
        offer.fields = {{u"seed"_s, u"rng"_s}, {u"quality"_s, u"q"_s}, {u"steps"_s, u"num_steps"_s}};
        offer.qualities = QStringList {u"low"_s, u"high"_s};
        offer.formats = {ImageFormat::Svg};
        offer.maxInputImages = 30;
        offer.wire.ownFields = QStringList {u"glow"_s};
        told = descriptorsOf(offer);
        QCOMPARE(told["seed"_L1]["type"_L1].toString(), u"boolean"_s);
        QCOMPARE(valuesOf(told, u"quality"_s), (QStringList {u"low"_s, u"high"_s}));
        QVERIFY(valuesOf(told, u"output_format"_s).contains(u"svg"_s));
        QCOMPARE(told["input_references"_L1]["max"_L1].toInt(), 16);
        QCOMPARE(told["input_references"_L1]["min"_L1].toInt(), 0);
        QCOMPARE(passthroughOf(offer), (QStringList {u"glow"_s, u"num_steps"_s}));
        Offer other = offer;
        other.qualities = QStringList {u"high"_s, u"max"_s};
        other.modes = QStringList {u"image-edit"_s};
        const QJsonObject joined = joinedDescriptors(told, descriptorsOf(other));
        QCOMPARE(valuesOf(joined, u"quality"_s), (QStringList {u"low"_s, u"high"_s, u"max"_s}));
        QCOMPARE(joined["input_references"_L1]["min"_L1].toInt(), 0);
    }

    void prices()
    {
        Offer offer;
        PriceLine picture;
        picture.usd = 0.04;
        picture.quality = u"high"_s;
        picture.size = QSize(1024, 1024);
        PriceLine words;
        words.item = PriceLine::Item::InputText;
        words.unit = PriceLine::Unit::Token;
        words.usd = 5;
        words.per = 1'000'000;
        PriceLine run;
        run.unit = PriceLine::Unit::Run;
        run.usd = 0.01;
        offer.prices = {picture, words, run};
        const QJsonArray lines = pricingOf(offer);
        QCOMPARE(lines.at(0).toObject(),
                 (QJsonObject {{u"billable"_s, u"output_image"_s},
                               {u"unit"_s, u"image"_s},
                               {u"cost_usd"_s, 0.04},
                               {u"variant"_s, u"high 1024x1024"_s}}));
        QCOMPARE(lines.at(1)["cost_usd"_L1].toDouble(), 5e-6);
        QCOMPARE(lines.at(1)["unit"_L1].toString(), u"token"_s);
        QCOMPARE(lines.at(2)["unit"_L1].toString(), u"request"_s);
        const QJsonObject open = publicPricingOf(offer, usualPictureOf(offer));
        QCOMPARE(open.value("prompt"_L1), u"0.000005"_s);
        QCOMPARE(open.value("request"_L1), u"0.01"_s);
        QVERIFY(!open.contains("image_output"_L1)); // which is of a token
    }

    /// One unit a name; what costs something, or nobody knows what, is never zero.
    void pricesHaveOneUnit_data()
    {
        QTest::addColumn<QList<PriceLine>>("lines");
        QTest::addColumn<QJsonObject>("told");
        PriceLine picture;
        picture.usd = 0.04;
        PriceLine megapixel = picture;
        megapixel.unit = PriceLine::Unit::Megapixel;
        PriceLine token;
        token.unit = PriceLine::Unit::Token;
        token.usd = 30;
        token.per = 1'000'000;
        token.typicalQuantity = 1000;
        PriceLine unlimited = token;
        unlimited.typicalQuantity = 0;
        PriceLine nothing;
        const auto told = [](const QString &words, const QString &image, const QJsonObject &more) {
            QJsonObject all = more;
            all.insert(u"prompt"_s, words);
            all.insert(u"completion"_s, words);
            all.insert(u"output_image"_s, image);
            return all;
        };
        QTest::newRow("a picture") << QList<PriceLine> {picture} << told(u"0"_s, u"0.04"_s, {});
        QTest::newRow("megapixels") << QList<PriceLine> {megapixel} << told(u"0"_s, u"0.08"_s, {}); // two begun
        QTest::newRow("tokens") << QList<PriceLine> {token}
                                << told(u"0"_s, u"0.03"_s, {{u"image_output"_s, u"0.00003"_s}});
        QTest::newRow("tokens, nobody knows how many")
            << QList<PriceLine> {unlimited} << told(u"-1"_s, u"-1"_s, {{u"image_output"_s, u"0.00003"_s}});
        QTest::newRow("free") << QList<PriceLine> {nothing} << told(u"0"_s, u"0"_s, {});
        QTest::newRow("unknown") << QList<PriceLine>() << told(u"-1"_s, u"-1"_s, {});
    }
    void pricesHaveOneUnit()
    {
        QFETCH(QList<PriceLine>, lines);
        Offer offer = offerWith(SizeList {{QSize(1024, 1024)}});
        offer.provider = u"one"_s;
        offer.providerModel = u"m"_s;
        offer.formats = {ImageFormat::Png};
        offer.fields = {{u"prompt"_s, u"prompt"_s}, {u"size"_s, u"size"_s}};
        offer.prices = lines;
        QTEST(publicPricingOf(offer, usualPictureOf(offer)), "told");
    }

    /// Only what is free is found below any price; a price of something else is compared with nothing.
    void boundsOfPrice()
    {
        const QJsonObject token {{u"unit"_s, u"token"_s}, {u"per"_s, 1'000'000}, {u"typical_quantity"_s, 1000}};
        QJsonObject words = token;
        words.insert(u"item"_s, u"input_text"_s);
        words.insert(u"usd"_s, 5);
        QJsonObject pictures = token;
        pictures.insert(u"usd"_s, 30);
        const auto picture = [](double usd) { return QJsonObject {{u"unit"_s, u"image"_s}, {u"usd"_s, usd}}; };
        const QJsonObject document {
            {u"models"_s,
             QJsonArray {modelCosting(u"unknown"_s, {}), modelCosting(u"paid"_s, {picture(0.04)}),
                         modelCosting(u"tokens"_s, {pictures, words}), modelCosting(u"free"_s, {picture(0)})}}};
        const Result<Catalog> few = Catalog::fromJson(QJsonDocument(document).toJson());
        QVERIFY2(few.ok(), few ? "" : qPrintable(few.error().message));
        const auto idsOf = [&few](const QString &query) {
            QStringList ids;
            const QJsonArray data = jsonOf(modelsPage(*few, {}, QUrlQuery(query), now)).value("data"_L1).toArray();
            for (const QJsonValue model : data) {
                ids.append(model["id"_L1].toString());
            }
            return ids;
        };
        QCOMPARE(idsOf(u"max_price=0"_s), QStringList(u"free"_s));
        QCOMPARE(idsOf(u"max_price=4.9"_s), QStringList(u"free"_s));
        QCOMPARE(idsOf(u"max_price=5.1"_s), (QStringList {u"tokens"_s, u"free"_s}));
        QCOMPARE(idsOf(u"max_output_price=30.1"_s), (QStringList {u"tokens"_s, u"free"_s}));
        // 3 cents and a half, though a token costs much less than a picture.
        QCOMPARE(idsOf(u"sort=pricing-low-to-high"_s), (QStringList {u"free"_s, u"tokens"_s, u"paid"_s, u"unknown"_s}));
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterModels)
#include "test_openroutermodels.moc"
