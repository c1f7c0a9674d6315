// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/catalogcheck.h"
#include "core/catalog/catalogfile.h"
#include "core/catalog/namereasons.h"
#include "core/model/modes.h"
#include "core/planning/planner.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace lightwell;

/// The file the program carries: every offer can be planned for, and says where its price comes from.
class TestBuiltIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFilesHaveNoFault();
    void everyFileIsThere();
    void everyOfferCanBePlanned_data() { everyOffer(); }
    void everyOfferCanBePlanned();
    void allProvidersAreThere();
    void everyOfferIsWhole_data() { everyOffer(); }
    void everyOfferIsWhole();
    void everyPriceIsDatedAndSourced_data() { everyOffer(); }
    void everyPriceIsDatedAndSourced();
    void everyCapabilityIsOffered();
    void everyNameLeadsHome();
    void retiredModelsNameTheirSuccessor();
    void noOfferIsOfAModelSwitchedOff();
    void tablesOfSizesStandOnce();
    void slugsOfOtherGateways_data();
    void slugsOfOtherGateways();
    void paintersAreHonest();
    void limits_data();
    void limits();
    void estimates_data();
    void estimates();
    void editsHaveAPrice_data();
    void editsHaveAPrice();

private:
    void everyOffer();
    [[nodiscard]] Offer offer(const QString &id) const;
    Catalog m_catalog = Catalog::builtIn();
};

void TestBuiltIn::everyOffer()
{
    QTest::addColumn<QString>("id");
    for (const Model &model : m_catalog.models()) {
        for (const Offer &offer : model.offers) {
            QTest::addRow("%s", qPrintable(offer.id())) << offer.id();
        }
    }
}

Offer TestBuiltIn::offer(const QString &id) const
{
    const Result<Resolution> found = m_catalog.resolve(id);
    return found.ok() && found->forcedProvider ? found->offers.first() : Offer();
}

namespace {

QDir catalogFolder()
{
    return {QStringLiteral(QT_TESTCASE_SOURCEDIR) + u"/../resources/catalog"_s};
}

CatalogFile catalogFile(const QString &name)
{
    QFile file(catalogFolder().filePath(name));
    return {name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()};
}

QJsonObject jsonOf(const QString &name)
{
    return QJsonDocument::fromJson(catalogFile(name).text).object();
}

QStringList offerFiles()
{
    return QDir(catalogFolder().filePath(u"offers"_s)).entryList({u"*.json"_s}, QDir::Files);
}

QSet<QString> modesServed(const Model &model)
{
    QSet<QString> served;
    for (const Offer &offer : model.offers) {
        served.unite({offer.modes.begin(), offer.modes.end()});
    }
    return served;
}

/// Of a model whose offers are gone.
QSet<QString> modesKnown(const Model &model)
{
    const QStringList &all = knownModes();
    return QSet<QString>(model.capabilities.begin(), model.capabilities.end()).intersect({all.begin(), all.end()});
}

} // namespace

/// A misspelt key, a wrong type or a number out of range in them is a fault, told with its file, line and field.
void TestBuiltIn::theFilesHaveNoFault()
{
    QList<CatalogFile> offers;
    const QStringList names = offerFiles();
    for (const QString &name : names) {
        offers.append(catalogFile(u"offers/"_s + name));
    }
    QStringList told;
    const Catalog read = Catalog::fromFiles(catalogFile(u"models.json"_s), offers, told);
    QVERIFY2(told.isEmpty(), qPrintable(told.join(u'\n')));
    QCOMPARE(read.models(), m_catalog.models());
}

/// Nobody has to name a new provider's file anywhere.
void TestBuiltIn::everyFileIsThere()
{
    QSet<QString> providers;
    for (const Model &model : m_catalog.models()) {
        for (const Offer &offer : model.offers) {
            providers.insert(offer.provider);
        }
    }
    const QStringList names = offerFiles();
    QVERIFY(names.size() > 8);
    for (const QString &name : names) {
        const QString provider = name.chopped(5);
        QVERIFY2(providers.contains(provider) || m_catalog.resolve(QString(provider + u"/any"_s)).ok(),
                 qPrintable(name));
    }
}

void TestBuiltIn::everyOfferCanBePlanned()
{
    QFETCH(const QString, id);
    const Offer offer = this->offer(id);
    Request request;
    request.prompt = offer.supports(u"prompt"_s) ? u"a red fox"_s : QString();
    request.size.ratio = AspectRatio {3, 2};
    if (!offer.hasMode(u"text-to-image"_s)) {
        QImage image(320, 320, QImage::Format_RGB32);
        image.fill(Qt::gray);
        QBuffer buffer(&request.images.emplaceBack().bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QVERIFY(image.save(&buffer, "PNG"));
    }
    if (offer.modes == QStringList {u"outpaint"_s}) {
        request.extra = {{u"top"_s, 64}};
    }
    for (const QString &field : offer.wire.required) {
        QVERIFY(!makePlan(request, offer).ok());
        request.extra.insert(field, u"a hat"_s);
    }
    if (offer.modes == QStringList {u"inpaint"_s}) {
        request.mask = request.images.first();
    }
    const Result<Plan> plan = makePlan(request, offer);
    QVERIFY2(plan.ok(), plan ? "" : qPrintable(plan.error().message));
    QVERIFY(plan->offer == offer);
    QVERIFY(Offer::fromJson(offer.toJson()).value() == offer); // what the journal keeps is the same
}

void TestBuiltIn::allProvidersAreThere()
{
    QHash<QString, int> models;
    for (const Model &model : m_catalog.models()) {
        for (const Offer &offer : model.offers) {
            ++models[offer.provider];
        }
    }
    const QHash<QString, int> least {
        {u"alibaba"_s, 10}, //
        {u"amazon-bedrock"_s, 13}, //
        {u"azure-openai"_s, 10}, //
        {u"black-forest-labs"_s, 13}, //
        {u"bria"_s, 8}, //
        {u"byteplus"_s, 6}, //
        {u"cloudflare"_s, 6}, //
        {u"deepinfra"_s, 12}, //
        {u"fal"_s, 41}, //
        {u"fireworks"_s, 9}, //
        {u"google-gemini"_s, 3}, //
        {u"google-vertex"_s, 3}, //
        {u"huggingface"_s, 3}, //
        {u"ideogram"_s, 6}, //
        {u"leonardo"_s, 3}, //
        {u"luma"_s, 4}, //
        {u"lumenfall"_s, 18}, //
        {u"minimax"_s, 3}, //
        {u"novita"_s, 14}, //
        {u"openai"_s, 7}, //
        {u"openrouter"_s, 18}, //
        {u"prodia"_s, 8}, //
        {u"recraft"_s, 21}, //
        {u"replicate"_s, 36}, //
        {u"runware"_s, 55}, //
        {u"siliconflow"_s, 4}, //
        {u"sketchbook"_s, 3}, //
        {u"stability"_s, 15}, //
        {u"together"_s, 24}, //
        {u"xai"_s, 3}, //
    };
    for (auto provider = least.begin(); provider != least.end(); ++provider) {
        QVERIFY2(models.value(provider.key()) >= *provider, qPrintable(provider.key()));
    }
    QCOMPARE(models.size(), least.size());
}

void TestBuiltIn::everyOfferIsWhole()
{
    QFETCH(const QString, id);
    const Offer offer = this->offer(id);
    QCOMPARE(offer.id(), id);
    QVERIFY(!offer.providerModel.isEmpty());
    QCOMPARE(offer.wire.noFurtherFields, offer.provider == "sketchbook"_L1); // which is the one we know all of
    for (auto field = offer.fields.cbegin(); field != offer.fields.cend(); ++field) {
        QVERIFY2(knownFieldNames().contains(field.key()), qPrintable(field.key()));
    }
    const bool list = std::holds_alternative<SizeList>(offer.sizes);
    const bool range = std::holds_alternative<SizeRange>(offer.sizes);
    QCOMPARE(offer.supports(u"size"_s), list || range);
    const auto *ratios = std::get_if<SizeRatios>(&offer.sizes);
    const auto *anyRatio = std::get_if<SizeAnyRatio>(&offer.sizes);
    const bool tiered =
        (ratios != nullptr && !ratios->tiers.isEmpty()) || (anyRatio != nullptr && !anyRatio->tiers.isEmpty());
    QCOMPARE(offer.supports(u"aspect_ratio"_s), ratios != nullptr || anyRatio != nullptr);
    QCOMPARE(offer.supports(u"resolution"_s), tiered);
    QCOMPARE(offer.supports(u"n"_s), offer.maxPerCall > 1);
    QCOMPARE(offer.supports(u"image"_s), offer.maxInputImages > 0);
    QCOMPARE(offer.supports(u"mask"_s), offer.hasMode(u"inpaint"_s));
    QCOMPARE(offer.supports(u"output_compression"_s), !offer.compressible.isEmpty());
    if (!offer.hasMode(u"text-to-image"_s)) {
        QVERIFY(offer.supports(u"image"_s));
    } else {
        QVERIFY(offer.supports(u"prompt"_s));
    }
    for (const ImageFormat format : offer.compressible) {
        QVERIFY(offer.formats.contains(format) && formatIsLossy(format));
    }
    if (ratios != nullptr) {
        for (const SizeRatios::Known &known : ratios->known) {
            QVERIFY(ratios->ratios.contains(known.ratio));
            const double made = static_cast<double>(known.size.width()) / known.size.height();
            QVERIFY2(std::abs(std::log(made / known.ratio.value())) < 0.06, qPrintable(sizeToString(known.size)));
        }
    }
    // What a model is called with never travels under two names.
    QCOMPARE(QSet<QString>(offer.fields.cbegin(), offer.fields.cend()).size(), offer.fields.size());
}

void TestBuiltIn::everyPriceIsDatedAndSourced()
{
    QFETCH(const QString, id);
    const Offer offer = this->offer(id);
    if (offer.prices.isEmpty()) {
        QVERIFY(offer.priceSource.isEmpty() && offer.priceDate.isEmpty());
        return;
    }
    QVERIFY(!offer.priceSource.isEmpty());
    static const QRegularExpression date(u"^202[5-9](-[01]\\d(-[0-3]\\d)?)?$"_s);
    QVERIFY2(date.match(offer.priceDate).hasMatch(), qPrintable(offer.priceDate));
    QVERIFY2(!offer.priceDate.endsWith("-01-01"_L1), "made up where the source says only the year?");
    for (const PriceLine &line : offer.prices) {
        const bool mayBeFree = line.item == PriceLine::Item::InputImage; // where others of its kind are not
        QVERIFY(line.usd > 0 || mayBeFree || offer.provider == "sketchbook"_L1);
        if (!line.quality.isEmpty()) {
            QVERIFY2(offer.qualities.contains(line.quality), qPrintable(line.quality));
        }
        if (line.tier) {
            QVERIFY(offer.supports(u"resolution"_s));
        }
    }
}

/// What a model is said to do by working on pictures, somebody must offer.
void TestBuiltIn::everyCapabilityIsOffered()
{
    // Together and Alibaba take no pictures for them that we know of; whoever else serves them takes them off this
    // list.
    const QStringList unoffered {u"ideogram-4.0"_s, u"wan2.5-image"_s, u"wan2.6-image"_s};
    for (const Model &model : m_catalog.models()) {
        bool worksOnPictures = false;
        for (const Offer &offer : model.offers) {
            worksOnPictures = worksOnPictures || offer.maxInputImages > 0;
        }
        const QStringList said = model.offers.isEmpty() ? QStringList() : model.capabilities;
        for (const QString &capability : said) {
            const bool needsPictures = capability == "image-edit"_L1 || capability == "multi-reference"_L1
                || capability == "inpaint"_L1 || capability == "outpaint"_L1;
            QVERIFY2(!needsPictures || worksOnPictures || unoffered.contains(model.slug),
                     qPrintable(QString(model.slug + u": " + capability)));
        }
    }
}

void TestBuiltIn::everyNameLeadsHome()
{
    for (const Model &model : m_catalog.models()) {
        QStringList names {model.slug};
        names += model.aliases;
        for (const QString &name : names) {
            const Result<Resolution> found = m_catalog.resolve(name);
            QVERIFY2(found.ok(), qPrintable(name));
            QVERIFY2(found->model.slug == model.slug, qPrintable(name + u" -> " + found->model.slug));
            QCOMPARE(found->offers.size(), model.offers.size());
        }
        for (const Offer &offer : model.offers) {
            const QString exact = offer.provider + u'/' + offer.providerModel;
            QVERIFY2(m_catalog.resolve(exact).ok(), qPrintable(exact));
            QCOMPARE(m_catalog.resolve(exact)->offers.first().id(), offer.id());
            QVERIFY2(m_catalog.resolve(offer.providerModel).ok(), qPrintable(offer.providerModel));
        }
    }
}

/// A retired model is known all the same, by all its names, and what takes its place lives and can do as much.
void TestBuiltIn::retiredModelsNameTheirSuccessor()
{
    const Result<Resolution> found = m_catalog.resolve(u"DALL-E-3"_s);
    QVERIFY(!found.ok());
    QVERIFY(found.error().reason.code == QLatin1StringView(reasons::modelRetiredFor.code));
    QCOMPARE(found.error().kind, ErrorKind::NotFound);
    for (const Model &model : m_catalog.unserved()) {
        QVERIFY2(model.status != "shutdown"_L1 || !m_catalog.resolve(model.slug).ok(), qPrintable(model.slug));
    }
    QHash<QString, Model> all;
    for (const Model &model : m_catalog.models() + m_catalog.unserved()) {
        all.insert(model.slug, model);
    }
    const QStringList retired {u"shutdown"_s, u"deprecated"_s};
    for (const Model &model : std::as_const(all)) {
        for (const QString &alias : model.aliases) {
            QVERIFY2(!all.contains(alias), qPrintable(alias)); // it would hide that model, or lead past it
        }
        if (model.successor.isEmpty()) {
            QVERIFY2(!retired.contains(model.status) || !model.notes.isEmpty(), qPrintable(model.slug)); // says why
            continue;
        }
        const QString names = model.slug + u" -> " + model.successor;
        QVERIFY2(retired.contains(model.status), qPrintable(names));
        QVERIFY2(all.contains(model.successor), qPrintable(names));
        const Model next = all.value(model.successor);
        QVERIFY2(!retired.contains(next.status), qPrintable(names));
        for (const QString &capability : model.capabilities) {
            QVERIFY2(next.capabilities.contains(capability), qPrintable(QString(names + u": " + capability)));
        }
        const QSet<QString> lost = (modesKnown(model) + modesServed(model)) - modesServed(next);
        QVERIFY2(lost.isEmpty(), qPrintable(QString(names + u": " + lost.values().join(u' '))));
        if (model.offers.isEmpty()) { // whoever asks for it learns the other's name
            const Error told = m_catalog.resolve(model.slug).error();
            QCOMPARE(told.reason, reasons::modelRetiredFor(model.slug, model.shutdown, model.successor));
        }
    }
}

/// Nobody asks a vendor to learn that a model is gone: what is switched off has no offers.
void TestBuiltIn::noOfferIsOfAModelSwitchedOff()
{
    for (const Model &model : m_catalog.models()) {
        QVERIFY2(model.status != "shutdown"_L1, qPrintable(model.slug));
    }
}

/// Sizes that several offers share have a name in models.json ("size_tables"), and every such name is used.
void TestBuiltIn::tablesOfSizesStandOnce()
{
    constexpr qsizetype table = 9; // entries; what is shorter may stand beside its model
    const QJsonObject tables = jsonOf(u"models.json"_s).value("size_tables"_L1).toObject();
    QHash<QString, int> uses;
    QHash<QByteArray, QString> written;
    const QStringList names = tables.keys();
    for (const QString &name : names) {
        written.insert(QJsonDocument(tables.value(name).toObject()).toJson(), u"size table "_s + name);
    }
    QCOMPARE(written.size(), tables.size());
    const QStringList files = offerFiles();
    for (const QString &file : files) {
        const QJsonObject root = jsonOf(u"offers/"_s + file);
        QList<QJsonValue> entries {root.value("defaults"_L1)};
        for (const QLatin1StringView key : {"offers"_L1, "open"_L1}) {
            const QJsonArray list = root.value(key).toArray();
            entries.append({list.cbegin(), list.cend()});
        }
        for (const QJsonValue &offer : std::as_const(entries)) {
            const QJsonObject rule = offer["sizes"_L1].toObject();
            if (offer["sizes"_L1].isString()) {
                ++uses[offer["sizes"_L1].toString()];
            } else if (std::max(rule["sizes"_L1].toArray().size(), rule["ratios"_L1].toArray().size()) >= table) {
                const QByteArray text = QJsonDocument(rule).toJson();
                const QString place = file + u": " + offer["model"_L1].toString();
                QVERIFY2(!written.contains(text), qPrintable(QString(place + u" has the sizes of " + written[text])));
                written.insert(text, place);
            }
        }
    }
    for (const QString &name : names) {
        QVERIFY2(uses.value(name) > 1, qPrintable(name));
    }
}

void TestBuiltIn::slugsOfOtherGateways_data()
{
    QTest::addColumn<QString>("slug");
    for (const QString &name : {u"1-pro"_s, u"1-dev"_s, u"1-schnell"_s, u"1-krea-dev"_s, u"1-kontext-pro"_s,
                                u"1-kontext-max"_s, u"1-kontext-dev"_s, u"1-fill-pro"_s, u"2-pro"_s, u"2-max"_s,
                                u"2-flex"_s, u"2-dev"_s, u"2-klein-4b"_s, u"2-klein-9b"_s}) {
        const QString slug = u"flux." + name;
        QTest::addRow("%s", qPrintable(slug)) << slug;
    }
    QTest::newRow("nano-banana-pro") << u"nano-banana-pro"_s;
    QTest::newRow("gemini-3-pro-image-preview") << u"gemini-3-pro-image-preview"_s;
    QTest::newRow("seedream-5-lite") << u"seedream-5-lite"_s;
    QTest::newRow("recraft-v4-svg") << u"recraft-v4-svg"_s;
    QTest::newRow("z-image-turbo") << u"z-image-turbo"_s;
}

void TestBuiltIn::slugsOfOtherGateways()
{
    QFETCH(const QString, slug);
    const Result<Resolution> found = m_catalog.resolve(slug);
    QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.error().message));
    QVERIFY(!found->forcedProvider);
}

void TestBuiltIn::paintersAreHonest()
{
    for (const Model &model : m_catalog.models()) {
        if (!model.offers.isEmpty() && model.offers.first().provider == "sketchbook"_L1) {
            QVERIFY(model.notes.contains(u"not by AI"_s));
            QCOMPARE(model.offers.first().prices.first().usd, 0.0);
        }
    }
}

void TestBuiltIn::limits_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("legal");

    QTest::newRow("gpt-image-2 free size") << u"openai/gpt-image-2"_s << QSize(1536, 864) << true;
    QTest::newRow("gpt-image-2 at its ceiling") << u"openai/gpt-image-2"_s << QSize(3840, 2160) << true;
    QTest::newRow("gpt-image-2 at 3:1") << u"openai/gpt-image-2"_s << QSize(2448, 816) << true;
    QTest::newRow("gpt-image-2 at 1:3") << u"openai/gpt-image-2"_s << QSize(816, 2448) << true;
    QTest::newRow("gpt-image-2 too small") << u"openai/gpt-image-2"_s << QSize(512, 512) << false;
    QTest::newRow("gpt-image-2 no multiple of 16") << u"openai/gpt-image-2"_s << QSize(1000, 1000) << false;
    QTest::newRow("flux-2-pro") << u"black-forest-labs/flux-2-pro"_s << QSize(2048, 2048) << true;
    QTest::newRow("flux-1.1-pro too large") << u"black-forest-labs/flux-1.1-pro"_s << QSize(1472, 1024) << false;
    QTest::newRow("poster") << u"sketchbook/sketchbook-poster"_s << QSize(1080, 1920) << true;
}

void TestBuiltIn::limits()
{
    QFETCH(const QString, id);
    QFETCH(const QSize, size);
    QFETCH(const bool, legal);
    const SizeRule rule = offer(id).sizes;
    QVERIFY(std::holds_alternative<SizeRange>(rule));
    QCOMPARE(std::get<SizeRange>(rule).allows(size), legal);
}

void TestBuiltIn::estimates_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("quality");
    QTest::addColumn<double>("dollars"); // 0: unknown

    const QSize square(1024, 1024);
    const QString gpt = u"fal/gpt-image-2"_s;
    QTest::newRow("fal gpt-image-2 low") << gpt << square << u"low"_s << 0.02;
    QTest::newRow("fal gpt-image-2 medium") << gpt << square << u"medium"_s << 0.07;
    QTest::newRow("fal gpt-image-2 high") << gpt << square << u"high"_s << 0.19;
    QTest::newRow("fal gpt-image-2, its own choice") << gpt << square << QString() << 0.19;
    QTest::newRow("fal gpt-image-2 at 4K") << gpt << QSize(3840, 2160) << u"low"_s << 0.0;
    QTest::newRow("fal flux-1-dev") << u"fal/flux-1-dev"_s << square << QString() << 0.025;
    QTest::newRow("fal ideogram quality") << u"fal/ideogram-v3"_s << square << u"high"_s << 0.09;
    QTest::newRow("fal ideogram usual") << u"fal/ideogram-v3"_s << square << QString() << 0.06;
    QTest::newRow("fal flux-2-pro") << u"fal/flux-2-pro"_s << square << QString() << 0.03;
}

void TestBuiltIn::estimates()
{
    QFETCH(const QString, id);
    QFETCH(const QSize, size);
    QFETCH(const QString, quality);
    QFETCH(const double, dollars);
    Request request;
    request.prompt = u"a red fox"_s;
    request.size.pixels = size;
    request.quality = quality;
    const Result<Plan> plan = makePlan(request, offer(id));
    QVERIFY(plan.ok());
    QCOMPARE(plan->estimate.total, dollars > 0 ? Money::fromDollars(dollars) : Money::unknown());
}

void TestBuiltIn::editsHaveAPrice_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("dollars");

    // One picture of 1536x1024 goes in, and no size is named.
    QTest::newRow("gemini") << u"google-gemini/gemini-3-pro-image"_s << 0.1344 + 0.00112 + 0.000018;
    QTest::newRow("nano banana") << u"google-gemini/nano-banana-2.1"_s << 0.0336 + 0.00168 + 0.0000135;
    QTest::newRow("gemini lite") << u"google-gemini/gemini-3.1-flash-lite-image"_s << 0.0336 + 0.00028 + 0.00000225;
    QTest::newRow("bfl") << u"black-forest-labs/flux-2-pro"_s << 0.03 + 0.015 + 2 * 0.015;
    QTest::newRow("luma") << u"luma/luma-uni-1"_s << 0.0404 + 0.003;
    QTest::newRow("openai") << u"openai/gpt-image-2"_s << 0.165 + 4354 * 8e-6 + 9 * 5e-6;
}

void TestBuiltIn::editsHaveAPrice()
{
    QFETCH(const QString, id);
    QFETCH(const double, dollars);
    QImage image(1536, 1024, QImage::Format_RGB32);
    image.fill(Qt::gray);
    Request request;
    request.prompt = u"a red fox"_s; // nine characters: three tokens and six around them
    QBuffer buffer(&request.images.emplaceBack().bytes);
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(image.save(&buffer, "PNG"));
    const Result<Plan> plan = makePlan(request, offer(id));
    QVERIFY(plan.ok());
    QCOMPARE(plan->estimate.total, Money::fromDollars(dollars));
}

QTEST_GUILESS_MAIN(TestBuiltIn)
#include "test_builtin.moc"
