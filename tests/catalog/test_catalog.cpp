// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/namereasons.h"
#include "core/catalog/suggestions.h"
#include "core/wording/wording.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFindTheirModel_data();
    void namesFindTheirModel();
    void providerPrefixForces();
    void vendorIdPutsItsVendorFirst();
    void openProviderTakesAnyName();
    void openPatternsJoinByProvider();
    void unlistedOpenAiNames_data();
    void unlistedOpenAiNames();
    void unknownNamesGetSuggestions_data();
    void unknownNamesGetSuggestions();
    void namesAVendorDoesNotKnow();
    void retiredModelsThatAVendorLacks_data();
    void retiredModelsThatAVendorLacks();
    void modelsThatTheirMakerSwitchedOff_data();
    void modelsThatTheirMakerSwitchedOff();
    void theExampleInReadmeWorks();
    void mergeReplacesModelsAndJoinsOffers();
    void brokenDocumentsNameThePlace_data();
    void brokenDocumentsNameThePlace();
    void badEntriesAreLeftOutAlone_data();
    void badEntriesAreLeftOutAlone();
    void ofAModelOnlyTheBadOfferIsLeftOut();

private:
    Catalog m_catalog = Catalog::builtIn();
};

void TestCatalog::namesFindTheirModel_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("slug");

    QTest::newRow("slug") << u"flux-2-pro"_s << u"flux-2-pro"_s;
    QTest::newRow("upper case") << u"FLUX-2-Pro"_s << u"flux-2-pro"_s;
    QTest::newRow("spaces around") << u"  flux-2-pro "_s << u"flux-2-pro"_s;
    QTest::newRow("dotted") << u"flux.2-pro"_s << u"flux-2-pro"_s;
    QTest::newRow("published example") << u"flux.1-pro"_s << u"flux-1-pro"_s;
    QTest::newRow("alias from facts") << u"nano-banana-pro"_s << u"gemini-3-pro-image"_s;
    QTest::newRow("vendor id") << u"fal-ai/flux/schnell"_s << u"flux-1-schnell"_s;
    QTest::newRow("provider and slug") << u"openai/gpt-image-2.6-flare"_s << u"gpt-image-2.6-flare"_s;
    QTest::newRow("provider and vendor id") << u"replicate/black-forest-labs/flux-schnell"_s << u"flux-1-schnell"_s;
    QTest::newRow("another gateway's") << u"google/gemini-3-pro-image-preview"_s << u"gemini-3-pro-image"_s;
    QTest::newRow("maker in other letters") << u"ByteDance-Seed/Seedream-4.5"_s << u"seedream-4.5"_s;
    QTest::newRow("built in") << u"sketchbook/sketchbook-scene"_s << u"sketchbook-scene"_s;
}

void TestCatalog::namesFindTheirModel()
{
    QFETCH(const QString, name);
    QFETCH(const QString, slug);
    const Result<Resolution> found = m_catalog.resolve(name);
    QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.error().message));
    QCOMPARE(found->model.slug, slug);
    QVERIFY(!found->offers.isEmpty());
}

void TestCatalog::providerPrefixForces()
{
    const Result<Resolution> all = m_catalog.resolve(u"flux-2-pro"_s);
    QVERIFY(all.ok());
    QVERIFY(!all->forcedProvider);
    QVERIFY(all->offers.size() > 1);

    // The same words are also Replicate's id of this model: the provider's name wins.
    const Result<Resolution> forced = m_catalog.resolve(u"black-forest-labs/flux-2-pro"_s);
    QVERIFY(forced.ok());
    QVERIFY(forced->forcedProvider);
    QCOMPARE(forced->offers.size(), 1);
    QCOMPARE(forced->offers.first().provider, u"black-forest-labs"_s);

    const Result<Resolution> dotted = m_catalog.resolve(u"fal/flux.2-pro"_s);
    QVERIFY(dotted.ok());
    QCOMPARE(dotted->offers.size(), 1);
    QCOMPARE(dotted->offers.first().providerModel, u"fal-ai/flux-2-pro"_s);
}

void TestCatalog::vendorIdPutsItsVendorFirst()
{
    const Result<Resolution> found = m_catalog.resolve(u"black-forest-labs/flux-schnell"_s);
    QVERIFY(found.ok());
    QVERIFY(!found->forcedProvider);
    QCOMPARE(found->offers.first().provider, u"replicate"_s);
    QVERIFY(found->offers.size() > 1);
}

void TestCatalog::unlistedOpenAiNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<bool>("priced");

    QTest::newRow("not listed") << u"chatgpt-image-latest"_s << u"chatgpt-image-latest"_s << false;
    QTest::newRow("not out yet") << u"gpt-image-3"_s << u"gpt-image-3"_s << false;
    QTest::newRow("with its provider") << u"openai/NEW-model"_s << u"NEW-model"_s << false;
    QTest::newRow("dated") << u"gpt-image-2-2026-04-21"_s << u"gpt-image-2-2026-04-21"_s << true;
    QTest::newRow("dated, with its provider")
        << u"openai/gpt-image-2.5-flare-2026-09-08"_s << u"gpt-image-2.5-flare-2026-09-08"_s << true;
    QTest::newRow("dated, of an unlisted one") << u"gpt-image-9-2027-01-01"_s << u"gpt-image-9-2027-01-01"_s << false;
}

/// The vendor's names are open: what is not listed goes out as it is.
void TestCatalog::unlistedOpenAiNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, sent);
    QFETCH(const bool, priced);
    const Result<Resolution> found = m_catalog.resolve(name);
    QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.error().message));
    QCOMPARE(found->offers.size(), 1);
    const Offer offer = found->offers.first();
    QCOMPARE(offer.provider, u"openai"_s);
    QCOMPARE(offer.providerModel, sent);
    QCOMPARE(offer.model, sent);
    QCOMPARE(!offer.prices.isEmpty(), priced);
    QVERIFY(offer.hasMode(u"image-edit"_s));
}

/// A provider may have a pattern for each kind of work, and whoever writes some replaces all of its.
void TestCatalog::openPatternsJoinByProvider()
{
    const Result<Catalog> own = Catalog::fromJson(R"({"open": [
        {"provider": "comfyui", "provider_model": "any", "modes": ["text-to-image"], "formats": ["png"],
         "sizes": {"kind": "uncontrolled"}, "fields": {"prompt": "p"}},
        {"provider": "comfyui", "provider_model": "any", "modes": ["upscale"], "formats": ["png"], "max_input_images": 1,
         "sizes": {"kind": "uncontrolled"}, "fields": {"image": "i"}}]})");
    QVERIFY2(own.ok(), own ? "" : qPrintable(own.error().message));
    Catalog merged = m_catalog;
    merged.merge(*own);
    QCOMPARE(merged.anyModel(u"comfyui"_s, u"text-to-image"_s)->fields.value(u"prompt"_s), u"p"_s);
    QCOMPARE(merged.anyModel(u"comfyui"_s, u"upscale"_s)->fields.value(u"image"_s), u"i"_s);
    QVERIFY(merged.anyModel(u"automatic1111"_s, u"upscale"_s));
}

void TestCatalog::openProviderTakesAnyName()
{
    const Result<Resolution> found = m_catalog.resolve(u"openai-compatible/My-Model:v2"_s);
    QVERIFY(found.ok());
    QVERIFY(found->forcedProvider);
    QCOMPARE(found->offers.size(), 1);
    QCOMPARE(found->offers.first().providerModel, u"My-Model:v2"_s);
    QCOMPARE(found->model.slug, u"My-Model:v2"_s);
    QVERIFY(found->offers.first().prices.isEmpty());
    QVERIFY(!m_catalog.resolve(u"openai-compatible/"_s).ok());
}

void TestCatalog::unknownNamesGetSuggestions_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("mentioned");

    QTest::newRow("slip") << u"flux-2-por"_s << u"model_not_found_near"_s << u"flux-2-pro"_s;
    QTest::newRow("a family that is gone") << u"dall-e-3"_s << u"model_retired_for"_s << u"gpt-image-2.6-sunburst"_s;
    QTest::newRow("the same, at its vendor's") << u"DALL-E-2"_s << u"model_retired_for"_s << u"gpt-image-2.6-flare"_s;
    QTest::newRow("missing dashes") << u"gptimage2.6flare"_s << u"model_not_found_near"_s << u"gpt-image-2.6-flare"_s;
    QTest::newRow("wrong provider") << u"fal/sketchbook-scene"_s << u"model_elsewhere"_s
                                    << u"sketchbook/sketchbook-scene"_s;
    QTest::newRow("slip behind a provider") << u"fal/flux-2-prro"_s << u"model_not_found_near"_s << u"fal/flux-2-pro"_s;
    QTest::newRow("a host's model nobody listed")
        << u"fal/fal-ai/brand-new/v9"_s << u"model_not_listed"_s << u"catalog.json"_s;
    QTest::newRow("another host's") << u"Replicate/owner/brand-new"_s << u"model_not_listed"_s << u"catalog.json"_s;
    QTest::newRow("slip in a host's path")
        << u"fal/fal-ai/flux-2-prro"_s << u"model_not_listed_near"_s << u"fal-ai/flux-2-pro"_s;
    QTest::newRow("beginning") << u"sketchbook"_s << u"model_not_found_near"_s << u"sketchbook-scene"_s;
    QTest::newRow("too long") << u"openai/"_s + QString(300, u'm') << u"model_name_impossible"_s
                              << u"no model's name"_s;
    QTest::newRow("acting") << u"openai/gpt\u001B[2J"_s << u"model_name_impossible"_s << u"no model's name"_s;
    QTest::newRow("by words") << u"kontext max"_s << u"model_not_found_near"_s << u"kontext-max"_s;
    QTest::newRow("no maker of it") << u"opanai/seedream-4.5"_s << u"model_elsewhere"_s << u"seedream-4.5"_s;
    QTest::newRow("nothing near") << u"zzzzzzzzqqq"_s << u"model_not_found"_s << u"zzzzzzzzqqq"_s;
    QTest::newRow("a preset") << u"@preset/poster"_s << u"model_is_preset"_s << u"/api/v1"_s;
    QTest::newRow("a model with a preset") << u"flux-2-pro@preset/poster"_s << u"model_is_preset"_s << u"/api/v1"_s;
    QTest::newRow("empty") << u"  "_s << u"model_unnamed"_s << u"No model"_s;
}

void TestCatalog::unknownNamesGetSuggestions()
{
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    QFETCH(const QString, mentioned);
    const Result<Resolution> found = m_catalog.resolve(name);
    QVERIFY(!found.ok());
    QCOMPARE(found.error().kind, ErrorKind::NotFound);
    QCOMPARE(found.error().code, u"MODEL_NOT_FOUND"_s);
    QCOMPARE(found.error().param, u"model"_s);
    QCOMPARE(found.error().reason.code, code);
    const QString sentence = wording::sentence(found.error());
    QVERIFY2(sentence.contains(mentioned), qPrintable(sentence));
}

/// OpenAI's list is open: it is asked, and where it does not know the name, neither does anybody else.
void TestCatalog::namesAVendorDoesNotKnow()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    const Error told = withSuggestions(error, m_catalog, u"gpt-image-2.6-flair"_s);
    QCOMPARE(told.reason.code, QString::fromLatin1(reasons::modelNotFoundNear.code));
    QVERIFY(told.reason.values.last().value.toArray().contains(u"gpt-image-2.6-flare"_s));
    QCOMPARE(withSuggestions(error, m_catalog, u"gpt-image-2"_s), error); // a listed one is not misspelt
    error.kind = ErrorKind::Timeout;
    QCOMPARE(withSuggestions(error, m_catalog, u"gpt-image-9"_s), error);
}

/// One that is listed may be gone sooner than we know, at one vendor or everywhere.
void TestCatalog::retiredModelsThatAVendorLacks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("successor"); // none: the error as it was
    QTest::newRow("deprecated") << u"gpt-image-1.5"_s << u"gpt-image-2.6-sunburst"_s;
    QTest::newRow("switched off") << u"dall-e-3"_s << u"gpt-image-2.6-sunburst"_s;
    QTest::newRow("behind a provider") << u"openai-compatible/gpt-image-1"_s << u"gpt-image-2.6-flare"_s;
    QTest::newRow("without successor") << u"flux-1-pro"_s << QString();
    QTest::newRow("living") << u"flux-2-pro"_s << QString();
}

void TestCatalog::retiredModelsThatAVendorLacks()
{
    QFETCH(QString, name);
    QFETCH(QString, successor);
    Error error;
    error.kind = ErrorKind::NotFound;
    const Error told = withSuggestions(error, m_catalog, name);
    if (successor.isEmpty()) {
        QCOMPARE(told, error);
    } else {
        QCOMPARE(told.reason, reasons::modelGoneFor(name.section(u'/', -1), successor));
    }
    error.kind = ErrorKind::Timeout;
    QCOMPARE(withSuggestions(error, m_catalog, name), error);
}

/// A bare name of a model that is switched off goes nowhere. Whoever names the provider too may know better.
void TestCatalog::modelsThatTheirMakerSwitchedOff_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("mayGoOut");
    QTest::newRow("bare") << u"gpt-image-1"_s << false;
    QTest::newRow("at its maker") << u"openai/gpt-image-1"_s << true;
    QTest::newRow("in other letters") << u"OpenAI/DALL-E-3"_s << true;
    QTest::newRow("at a server of the user's own") << u"openai-compatible/dall-e-3"_s << true;
    QTest::newRow("nobody listed it") << u"openai/gpt-image-9"_s << true;
}

void TestCatalog::modelsThatTheirMakerSwitchedOff()
{
    QFETCH(QString, name);
    QFETCH(bool, mayGoOut);
    const Result<Resolution> found = m_catalog.resolve(name);
    QCOMPARE(found.ok(), mayGoOut);
    if (!mayGoOut) {
        QCOMPARE(found.error().reason.code, QString::fromLatin1(reasons::modelRetiredFor.code));
        QCOMPARE(found.error().billing, Billing::NotBilled);
    }
}

/// What README shows can be copied.
void TestCatalog::theExampleInReadmeWorks()
{
    QFile readme(QString(QStringLiteral(QT_TESTCASE_SOURCEDIR) + u"/../README.md"_s));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QByteArray text = readme.readAll();
    const qsizetype start = text.indexOf("```json\n{\n  \"models\"");
    QVERIFY(start > 0);
    const QByteArray example = text.mid(start + 8, text.indexOf("```", start + 8) - start - 8);
    const Result<Catalog> own = Catalog::fromJson(example);
    QVERIFY2(own.ok(), own.ok() ? "" : qPrintable(own.error().message));
    Catalog merged = m_catalog;
    merged.merge(*own);
    const Result<Resolution> found = merged.resolve(u"fal/fal-ai/some-new-model"_s);
    QVERIFY(found.ok());
    QVERIFY(found->forcedProvider);
    QVERIFY(found->offers.first().prices.isEmpty()); // unknown, not zero
    QVERIFY(merged.resolve(u"some-new-model"_s).ok());
}

void TestCatalog::mergeReplacesModelsAndJoinsOffers()
{
    const QByteArray own = R"({"models": [
        {"slug": "flux-2-pro", "name": "My own FLUX", "offers": [
            {"provider": "openai-compatible", "provider_model": "flux2", "modes": ["text-to-image"],
             "sizes": {"kind": "list", "sizes": ["1024x1024"]}, "formats": ["png"], "fields": {"prompt": "prompt"}}]},
        {"slug": "home-model", "name": "Home", "offers": [
            {"provider": "openai-compatible", "provider_model": "home", "modes": ["text-to-image"],
             "sizes": {"kind": "uncontrolled"}, "formats": ["png"], "fields": {"prompt": "prompt"}}]}]})";
    const Result<Catalog> further = Catalog::fromJson(own);
    QVERIFY2(further.ok(), further.ok() ? "" : qPrintable(further.error().message));
    Catalog merged = m_catalog;
    merged.merge(*further);
    QCOMPARE(merged.models().size(), m_catalog.models().size() + 1);
    QVERIFY(merged.find(u"home-model"_s) != nullptr);
    const Result<Resolution> found = merged.resolve(u"flux-2-pro"_s);
    QVERIFY(found.ok());
    QCOMPARE(found->model.name, u"My own FLUX"_s);
    QCOMPARE(found->offers.size(), m_catalog.resolve(u"flux-2-pro"_s)->offers.size() + 1);
    QCOMPARE(found->offers.first().provider, u"openai-compatible"_s);
    QVERIFY(merged.resolve(u"openai-compatible/flux2"_s).ok());
}

void TestCatalog::brokenDocumentsNameThePlace_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("place");

    const QByteArray offer = R"({"provider": "p", "provider_model": "m", "modes": ["text-to-image"],
        "sizes": {"kind": "uncontrolled"}, "formats": ["png"], "fields": {"prompt": "prompt"}%})";
    const auto with = [&offer](const QByteArray &more) {
        const QByteArray filled = QByteArray(offer).replace('%', more);
        return QByteArray(R"({"models": [{"slug": "a", "offers": [)" + filled + "]}]}");
    };
    QTest::newRow("no JSON") << QByteArray("{\n\"models\": [\n}") << u"line 3"_s;
    QTest::newRow("no object") << QByteArray("[]") << u"beginning"_s;
    QTest::newRow("models is no list") << QByteArray(R"({"models": {}})") << u"models"_s;
    QTest::newRow("model is no object") << QByteArray(R"({"models": [1]})") << u"models[0]"_s;
    QTest::newRow("no slug") << QByteArray(R"({"models": [{}]})") << u"models[0]"_s;
    QTest::newRow("a name that acts") << QByteArray(R"({"models": [{"slug": "a\u001b[2J"}]})") << u"characters"_s;
    QTest::newRow("a name without an end")
        << QByteArray(R"({"models": [{"slug": ")" + QByteArray(257, 'a') + R"("}]})") << u"characters"_s;
    QTest::newRow("another name that hides")
        << QByteArray(R"({"models": [{"slug": "a", "aliases": ["b\u200b"]}]})") << u"characters"_s;
    QTest::newRow("words that turn the line around")
        << QByteArray(R"({"models": [{"slug": "a", "name": "\u202e30.0$"}]})") << u"models[0]"_s;
    QTest::newRow("a vendor's name that acts")
        << QByteArray(with("")).replace("\"provider_model\": \"", "\"provider_model\": \"\\u009b") << u"characters"_s;
    QTest::newRow("no sizes") << QByteArray(with("")).replace("\"sizes\": {\"kind\": \"uncontrolled\"},", "")
                              << u"sizes is missing"_s;
    QTest::newRow("no offers") << QByteArray(R"({"models": [{"slug": "a"}]})") << u"models[0]"_s;
    QTest::newRow("unknown field") << with(R"(, "fields": {"colour": "c"})") << u"models[0].offers[0]"_s;
    QTest::newRow("price below zero") << with(R"(, "prices": [{"unit": "image", "usd": -1}])") << u"models[0]"_s;
    QTest::newRow("made-up date") << with(R"(, "price_date": "last summer")") << u"models[0].offers[0]"_s;
    QTest::newRow("preferred size not legal")
        << with(R"(, "sizes": {"kind": "range", "max_side": 512, "preferred": "1024x1024"})")
        << u"models[0].offers[0]"_s;
    QTest::newRow("twice") << QByteArray(with("").replace("]}]}", ",") + QByteArray(offer).replace('%', "") + "]}]}")
                           << u"models[0].offers[1]"_s;
}

void TestCatalog::brokenDocumentsNameThePlace()
{
    QFETCH(const QByteArray, document);
    QFETCH(const QString, place);
    const Result<Catalog> read = Catalog::fromJson(document);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(place), qPrintable(read.error().message));
}

void TestCatalog::badEntriesAreLeftOutAlone_data()
{
    brokenDocumentsNameThePlace_data();
}

void TestCatalog::badEntriesAreLeftOutAlone()
{
    QFETCH(const QByteArray, document);
    QFETCH(const QString, place);
    QStringList told;
    const Result<Catalog> read = Catalog::fromJsonLeavingOut(document, told);
    if (!read) { // not a list of entries at all
        QVERIFY(!place.contains(u'['));
        return;
    }
    QCOMPARE(told.size(), 1);
    QVERIFY2(told.first().contains(u"left out"_s), qPrintable(told.first()));
    QVERIFY2(told.first().contains(u". Correct it"_s) && !told.first().contains(u".."_s), qPrintable(told.first()));
    // Good ones beside it stay.
    QJsonObject root = QJsonDocument::fromJson(document).object();
    QJsonArray models = root.value("models"_L1).toArray();
    models.append(QJsonDocument::fromJson(R"({"slug": "good", "offers": [{"provider": "fal", "provider_model": "g",
        "modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "list", "sizes": ["1024x1024"]}}]})")
                      .object());
    root.insert("models"_L1, models);
    told.clear();
    const Result<Catalog> beside = Catalog::fromJsonLeavingOut(QJsonDocument(root).toJson(), told);
    QVERIFY2(beside.ok(), beside ? "" : qPrintable(beside.error().message));
    QVERIFY(beside->find(u"good"_s));
    QCOMPARE(told.size(), 1);
}

void TestCatalog::ofAModelOnlyTheBadOfferIsLeftOut()
{
    QStringList told;
    const Result<Catalog> read = Catalog::fromJsonLeavingOut(R"({"models": [{"slug": "mine", "offers": [
        {"provider": "fal", "provider_model": "a", "modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "list", "sizes": ["1024x1024"]}},
        {"provider": "replicate", "provider_model": "", "modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "list", "sizes": ["1024x1024"]}},
        {"provider": "fal", "provider_model": "b", "modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "list", "sizes": ["1024x1024"]}},
        {"provider": "openai", "provider_model": "c", "modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "list", "sizes": ["1024x1024"]}}]}]})",
                                                             told);
    QVERIFY(read.ok());
    QVERIFY(read->find(u"mine"_s));
    const QList<Offer> offers = read->find(u"mine"_s)->offers;
    QCOMPARE(offers.size(), 2);
    QCOMPARE(offers.first().providerModel, u"a"_s);
    QCOMPARE(offers.last().provider, u"openai"_s);
    QCOMPARE(told.size(), 2);
    QVERIFY2(told.first().startsWith(u"models[0].offers[1] (replicate)"_s), qPrintable(told.first()));
    QVERIFY2(told.last().startsWith(u"models[0].offers[2] (fal)"_s), qPrintable(told.last()));
}

QTEST_GUILESS_MAIN(TestCatalog)
#include "test_catalog.moc"
