// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own file: servers under names of their own, and prices that count whatever else is said.
#include "core/catalog/catalog.h"
#include "core/catalog/suggestions.h"
#include "core/chat/textcatalog.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

const ProviderIds ids {{u"fal"_s, u"openai"_s, u"openai-compatible"_s}};

/// moc takes two slashes in raw strings for a remark.
QByteArray withSlashes(QByteArray text)
{
    return text.replace("§", "//");
}

struct Own
{
    Catalog catalog = Catalog::builtIn();
    QStringList told;
    QList<PriceCorrection> without;
    QList<Endpoint> endpoints;
};

Own withFile(const QByteArray &text)
{
    Own own;
    const Result<Catalog> read = Catalog::fromJsonLeavingOut(withSlashes(text), own.told, ids);
    if (read) {
        own.endpoints = read->endpoints();
        own.without = own.catalog.merge(*read);
    }
    return own;
}

/// A file of one server, in lines 2 and 3; each row changes something in it.
QByteArray serverFile(const QByteArray &what = {}, const QByteArray &instead = {})
{
    QByteArray text = R"({"endpoints": [
  {"id": "garage", "name": "Garage", "models": ["sdxl", "my-flux", "gpt-image-2"],
   "address": "http:§garage.lan:8080/v1", "edits": "none"}
]})";
    text = withSlashes(text);
    return what.isEmpty() ? text : text.replace(what, instead);
}

constexpr char serversThatDiffer[] = R"({"endpoints": [
            {"id": "one", "address": "https:§one.example.com", "edits": "data-url", "size_as": "width-height",
             "b64": true, "free": true, "needs_key": true, "max_per_call": 1},
            {"id": "two", "address": "http:§127.0.0.1:9000"}],
            "open": [{"provider": "two", "provider_model": "*", "modes": ["text-to-image"], "formats": ["png"],
                      "sizes": {"kind": "list", "sizes": ["512x512"]}, "fields": {"prompt": "prompt", "size": "size"}}]})";

constexpr char writtenOut[] = R"({"endpoints": [{"id": "garage", "address": "http:§127.0.0.1:1"}], "models": [
            {"slug": "mine", "offers": [{"provider": "garage", "provider_model": "mine.safetensors", "formats": ["png"],
             "modes": ["text-to-image"], "sizes": {"kind": "range", "multiple_of": 8}}]}]})";

/// A name for a retired model, for one at one provider, for whatever a server has, and three that count for nothing.
constexpr char aliasNames[] = R"({"endpoints": [{"id": "garage", "address": "http:§127.0.0.1:1"}], "aliases": {
  "_why": "for programs with names of their own",
  "dall-e-3": "gpt-image-2",
  "DALL-E-2": "openai/gpt-image-2",
  "pictures": "garage/sdxl",
  "twice": "pictures",
  "gpt-image-1.5": "gpt-image-2",
  "nothing": "no-such-model-anywhere",
  "wrong": 3
}})";

constexpr char oneNameTwice[] = R"({"endpoints": [{"id": "a", "address": "http:§127.0.0.1:1"},
            {"id": "a", "address": "http:§127.0.0.1:2"}]})";

} // namespace

class TestOwnFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerIsAProviderLikeAnyOther()
    {
        const Own own = withFile(serverFile());
        QCOMPARE(own.told, QStringList());
        QCOMPARE(own.endpoints.size(), 1);
        const Endpoint server = own.endpoints.first();
        QCOMPARE(server.id, u"garage"_s);
        QCOMPARE(server.name, u"Garage"_s);
        QCOMPARE(server.address, QUrl(u"http://garage.lan:8080/v1"_s));
        QVERIFY(!server.needsKey);
        QVERIFY(server.bills);
        // What it names is listed, under the name it has here where there is one; anything else goes all the same.
        for (const QString &name :
             {u"garage/my-flux"_s, u"garage/sdxl"_s, u"garage/gpt-image-2"_s, u"garage/what/ever"_s}) {
            const Result<Resolution> found = own.catalog.resolve(name);
            QVERIFY2(found.ok(), qPrintable(name));
            QVERIFY(found->forcedProvider);
            QCOMPARE(found->offers.size(), 1);
            QCOMPARE(found->offers.first().provider, u"garage"_s);
            QCOMPARE(found->offers.first().providerModel, name.section(u'/', 1));
            QCOMPARE(found->offers.first().modes, QStringList {u"text-to-image"_s});
            QCOMPARE(found->offers.first().maxInputImages, 0);
        }
        QCOMPARE(own.catalog.resolve(u"my-flux"_s)->offers.size(), 1);
        // Beside the makers' own offers of a model that is known, and behind them.
        const Result<Resolution> known = own.catalog.resolve(u"gpt-image-2"_s);
        QVERIFY(known->offers.size() > 1);
        QCOMPARE(known->offers.first().provider, u"openai"_s);
        QCOMPARE(known->offers.last().provider, u"garage"_s);
    }

    void whatAServerTakes()
    {
        const Own own = withFile(serversThatDiffer);
        QCOMPARE(own.told, QStringList());
        const Offer offer = own.catalog.resolve(u"one/any"_s)->offers.first();
        QCOMPARE(offer.wire.imageAs, ImageForm::DataUrl);
        QCOMPARE(offer.wire.sizeAs, SizeForm::TwoFields);
        QCOMPARE(offer.fields.value(u"size"_s), u"width, height"_s);
        QCOMPARE(offer.wire.constants.value("response_format"_L1).toString(), u"b64_json"_s);
        QVERIFY(offer.hasMode(u"image-edit"_s));
        QVERIFY(!offer.supports(u"n"_s));
        QCOMPARE(offer.prices.size(), 1);
        QCOMPARE(offer.prices.first().usd, 0.0);
        QVERIFY(own.endpoints.first().needsKey && !own.endpoints.first().bills);
        QVERIFY(
            std::holds_alternative<SizeList>(own.catalog.resolve(u"two/any"_s)->offers.first().sizes)); // as it says
    }

    void offersOfOneMayBeWrittenOut()
    {
        const Own own = withFile(writtenOut);
        QCOMPARE(own.told, QStringList());
        QCOMPARE(own.catalog.resolve(u"garage/mine"_s)->offers.first().providerModel, u"mine.safetensors"_s);
    }

    void faultsNameLineAndField_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("instead");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const QByteArray &what, const QByteArray &instead, const QString &told) {
            QTest::newRow(name) << what << instead << told;
        };
        row("a provider's id", "\"garage\"", "\"fal\"", u"line 2: id"_s);
        row("the environment's", "\"garage\"", "\"openai-compatible\"", u"line 2: id"_s);
        row("a word of ours", "\"garage\"", "\"models\"", u"line 2: id"_s);
        row("with a slash", "\"garage\"", "\"gar/age\"", u"line 2: id"_s);
        row("in capitals", "\"garage\"", "\"Garage\"", u"line 2: id"_s);
        row("no name", "\"id\": \"garage\"", "\"comment\": \"\"", u"endpoints[0].id is missing"_s);
        row("misspelt", "\"address\"", "\"adress\"",
            u"line 3: endpoints[0].adress is not known; did you mean address?"_s);
        row("no address", "\"http://garage.lan:8080/v1\"", "\"\"", u"endpoints[0].address is missing"_s);
        row("no such address", "http://garage.lan:8080/v1", "garage.lan:8080", u"line 3: address"_s);
        row("a file", "http://garage.lan:8080/v1", "file:///etc/passwd", u"line 3: address"_s);
        row("open to readers", "http://garage.lan:8080/v1", "http://garage.example.com/v1", u"line 3: address"_s);
        row("with a query", "8080/v1", "8080/v1?key=1", u"line 3: address"_s);
        row("with a password", "//garage.lan", "//me:secret@garage.lan", u"line 3: address"_s);
        row("a key", "\"edits\": \"none\"", "\"api_key\": \"sk-secret\"", u"line 3: a key does not belong"_s);
        row("no such way", "\"none\"", "\"nome\"",
            u"line 3: endpoints[0].edits cannot be “nome”; did you mean none?"_s);
        row("no such size form", "\"edits\": \"none\"", "\"size_as\": \"wxd\"",
            u"line 3: endpoints[0].size_as cannot be “wxd”"_s);
        row("a hidden name", "\"my-flux\"", "\"my\\u202eflux\"", u"line 2: this is no model's name"_s);
        row("no list", "[\n  {", "{\"a\":\n  {", {});
    }
    void faultsNameLineAndField()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, instead);
        QFETCH(QString, told);
        QVERIFY(serverFile().contains(what));
        const Own own = withFile(serverFile(what, instead));
        QVERIFY(own.endpoints.isEmpty());
        if (told.isEmpty()) {
            return; // the document as a whole
        }
        QCOMPARE(own.told.size(), 1);
        QVERIFY2(own.told.first().contains(told), qPrintable(own.told.first()));
        QVERIFY2(own.told.first().startsWith(u"endpoints[0]"_s), qPrintable(own.told.first()));
        QVERIFY2(!own.told.first().contains(u"secret"_s), qPrintable(own.told.first()));
    }

    void oneNameOnce()
    {
        const Own own = withFile(oneNameTwice);
        QCOMPARE(own.endpoints.size(), 1);
        QCOMPARE(own.told.size(), 1);
        QVERIFY2(own.told.first().contains(u"line 2: id"_s), qPrintable(own.told.first()));
    }

    void namesOfOnesOwnLeadToModels()
    {
        const Own own = withFile(aliasNames);
        const auto meant = [&own](const QString &name) {
            const Result<Resolution> found = own.catalog.resolve(name);
            return found
                ? found->model.slug + (found->forcedProvider ? u'@' + found->offers.first().provider : QString())
                : u"none"_s;
        };
        QCOMPARE(meant(u"dall-e-3"_s), u"gpt-image-2"_s);
        QCOMPARE(meant(u"Dall-E-3"_s), u"gpt-image-2"_s);
        QCOMPARE(meant(u"dall-e-2"_s), u"gpt-image-2@openai"_s);
        QCOMPARE(meant(u"pictures"_s), u"sdxl@garage"_s);
        QCOMPARE(meant(u"gpt-image-1.5"_s), u"gpt-image-1.5"_s); // a model's own name stays its own
        QCOMPARE(meant(u"nothing"_s), u"none"_s);
        QCOMPARE(meant(u"twice"_s), u"none"_s);
        QStringList unmet;
        for (const ModelAlias &alias : own.catalog.unmetAliases()) {
            unmet.append(alias.name);
        }
        unmet.sort();
        QCOMPARE(unmet, (QStringList {u"gpt-image-1.5"_s, u"nothing"_s, u"twice"_s}));
        QCOMPARE(own.told.size(), 1);
        QVERIFY2(own.told.first().contains(u"aliases"_s) && own.told.first().contains(u"wrong"_s)
                     && own.told.first().contains(u"9"_s),
                 qPrintable(own.told.first()));
    }

    /// Told like others that count for nothing.
    void namesOfTextModelsAreTheirOwn_data()
    {
        QTest::addColumn<QString>("name");
        const TextOffer text = TextCatalog::builtIn().offers().first();
        QTest::newRow("as it is") << text.model;
        QTest::newRow("in capitals") << text.model.toUpper();
        QTest::newRow("at its provider") << QString(text.provider + u'/' + text.model);
    }
    void namesOfTextModelsAreTheirOwn()
    {
        QFETCH(const QString, name);
        const Own own =
            withFile("{\"aliases\": {\"mine\": \"gpt-image-2\",\n\"" + name.toUtf8() + "\": \"gpt-image-2\"}}");
        QCOMPARE(namesOf(own.catalog.metAliases()), QStringList {u"mine"_s});
        QCOMPARE(own.catalog.unmetAliases(), QList<ModelAlias>());
        QCOMPARE(aliasedModels(own.catalog).size(), 1);
        QCOMPARE(own.told.size(), 1);
        QVERIFY2(own.told.first().contains(name) && own.told.first().contains(u"2"_s), qPrintable(own.told.first()));
    }

    void namesOfOnesOwnAreGuessedAndListed()
    {
        const Own own = withFile(aliasNames);
        const auto guessed = [&own](const QString &name) {
            const QList<ReasonValue> values = own.catalog.resolve(name).error().reason.values;
            return values.size() < 2 ? QJsonArray() : values.at(1).value.toArray();
        };
        QCOMPARE(guessed(u"pictores"_s), QJsonArray {u"pictures"_s});
        QVERIFY(!guessed(u"nothink"_s).contains(u"nothing"_s)); // which leads nowhere
        Error unknown;
        unknown.kind = ErrorKind::NotFound;
        const Error told = withSuggestions(unknown, own.catalog, u"pictores"_s);
        QVERIFY(told.reason.values.last().value.toArray().contains(u"pictures"_s));
        QStringList listed;
        const QList<AliasedModel> aliased = aliasedModels(own.catalog);
        for (const AliasedModel &alias : aliased) {
            QStringList providers;
            for (const Offer &offer : alias.model.offers) {
                providers.append(offer.provider);
            }
            listed.append(alias.name + u'=' + alias.model.slug
                          + (providers.size() == 1 ? u'@' + providers.first() : QString()));
        }
        listed.sort();
        QCOMPARE(
            listed,
            (QStringList {u"DALL-E-2=gpt-image-2@openai"_s, u"dall-e-3=gpt-image-2"_s, u"pictures=sdxl@garage"_s}));
    }

    void aPriceIsCorrectedAlone()
    {
        const Offer before = Catalog::builtIn().resolve(u"fal/flux-2-pro"_s)->offers.first();
        const Own own =
            withFile(R"({"prices": [{"offer": "fal/flux-2-pro", "prices": [{"unit": "image", "usd": 0.0123}],
            "price_source": "our contract", "price_date": "2026-11"}]})");
        QCOMPARE(own.told, QStringList());
        QVERIFY(own.without.isEmpty());
        Offer after = own.catalog.resolve(u"fal/flux-2-pro"_s)->offers.first();
        QCOMPARE(after.prices.size(), 1);
        QCOMPARE(after.prices.first().usd, 0.0123);
        QCOMPARE(after.priceSource, u"our contract"_s);
        QCOMPARE(after.priceDate, u"2026-11"_s);
        after.prices = before.prices;
        after.priceSource = before.priceSource;
        after.priceDate = before.priceDate;
        QCOMPARE(after, before); // all else is as it was
    }

    void priceCorrectionsWithAFault_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QString>("told");
        const QByteArray lines = R"("prices": [{"unit": "image", "usd": 0.01}])";
        QTest::newRow("of nothing") << "{" + lines + "}" << u"line 2: prices[0].offer is missing"_s;
        QTest::newRow("without a price") << QByteArray(R"({"offer": "fal/flux-2-pro"})")
                                         << u"line 2: prices[0].prices is missing"_s;
        QTest::newRow("misspelt") << QByteArray(
            R"({"offer": "fal/flux-2-pro", "prices": [{"unit": "image", "usdd": 1}]})")
                                  << u"line 2: prices[0].prices[0].usdd is not known; did you mean usd?"_s;
        QTest::newRow("negative") << QByteArray(
            R"({"offer": "fal/flux-2-pro", "prices": [{"unit": "image", "usd": -1}]})")
                                  << u"line 2: "_s;
        QTest::newRow("the second of an offer")
            << "{\"offer\": \"fal/flux-2-max\", " + lines + "},{\"offer\": \"fal/FLUX-2-MAX\",\n" + lines + "}"
            << u"line 2: another entry corrects"_s;
        QTest::newRow("no date") << "{\"offer\": \"fal/flux-2-pro\", \"price_date\": \"soon\", " + lines + "}"
                                 << u"line 2: “soon” is no date"_s;
    }
    void priceCorrectionsWithAFault()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QString, told);
        const Own own = withFile("{\"prices\": [\n" + entry + "]}");
        QCOMPARE(own.told.size(), 1);
        QVERIFY2(own.told.first().contains(told), qPrintable(own.told.first()));
        QVERIFY(own.without.isEmpty());
        QCOMPARE(own.catalog.resolve(u"fal/flux-2-pro"_s)->offers,
                 Catalog::builtIn().resolve(u"fal/flux-2-pro"_s)->offers);
    }

    /// Which of two would count depends on who reads them.
    void listsOfOneNameAreTold()
    {
        QStringList told;
        for (const QByteArray list : {"models", "open", "endpoints", "prices"}) {
            const Result<Catalog> read =
                Catalog::fromJsonLeavingOut("{\"" + list + "\": [], \"" + list + "\": []}", told, ids);
            QVERIFY(!read.ok());
            QVERIFY2(read.error().message.contains(QString::fromLatin1(list)), qPrintable(read.error().message));
        }
    }

    void aCorrectionOfAQualityThatIsNotThereIsHandedBack()
    {
        const Own own = withFile(R"({"prices": [
            {"offer": "openai/gpt-image-2", "prices": [{"unit": "image", "usd": 0.01, "quality": "banana"}]},
            {"offer": "openai/gpt-image-1.5", "prices": [{"unit": "image", "usd": 0.01, "quality": "high"}]}]})");
        QCOMPARE(own.told, QStringList());
        QCOMPARE(own.without.size(), 1);
        QCOMPARE(own.without.first().strangeQuality, u"banana"_s);
        QCOMPARE(own.without.first().place, u"line 2: prices[0].offer"_s);
        QCOMPARE(own.catalog.resolve(u"openai/gpt-image-2"_s)->offers,
                 Catalog::builtIn().resolve(u"openai/gpt-image-2"_s)->offers);
        QCOMPARE(own.catalog.resolve(u"openai/gpt-image-1.5"_s)->offers.first().prices.size(), 1);
    }

    /// Whatever a file says of it, it stays what it is and paints first.
    void whatIsBuiltInStaysFirst()
    {
        const Own own = withFile(R"({"models": [{"slug": "sketchbook-scene", "name": "Mine", "offers": [
            {"provider": "fal", "provider_model": "x", "modes": ["text-to-image"], "formats": ["png"],
             "sizes": {"kind": "list", "sizes": ["512x512"]}, "fields": {"prompt": "prompt", "size": "size"}}]}]})");
        const Model *model = own.catalog.find(u"sketchbook-scene"_s);
        QCOMPARE(model->offers.size(), 2);
        QCOMPARE(model->offers.first(), Catalog::builtIn().find(u"sketchbook-scene"_s)->offers.first());
        QCOMPARE(model->name, Catalog::builtIn().find(u"sketchbook-scene"_s)->name);
    }

    void aCorrectionOfNoOfferIsHandedBack()
    {
        const Own own = withFile(R"({"prices": [
            {"offer": "fal/flux-2-prox", "prices": [{"unit": "image", "usd": 0.01}]}]})");
        QCOMPARE(own.told, QStringList());
        QCOMPARE(own.without.size(), 1);
        QCOMPARE(own.without.first().offer, u"fal/flux-2-prox"_s);
        QCOMPARE(own.without.first().place, u"line 2: prices[0].offer"_s);
    }
};

QTEST_APPLESS_MAIN(TestOwnFile)
#include "test_ownfile.moc"
