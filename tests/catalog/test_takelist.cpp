// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a vendor's own list may change in the catalog, and what it may not.
#include "core/adapter/modellist.h"
#include "core/catalog/catalog.h"
#include "core/catalog/listreasons.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

const char catalogText[] = R"({"models": [
  {"slug": "flux-2-pro", "aliases": ["flux.2-pro"], "offers": [
    {"provider": "host", "provider_model": "bfl/flux-2-pro", "modes": ["text-to-image"], "formats": ["png"],
     "sizes": {"kind": "range", "multiple_of": 16}, "prices": [{"unit": "image", "usd": 0.03}],
     "price_source": "a page", "price_date": "2026-05"},
    {"provider": "other", "provider_model": "flux-2-pro", "modes": ["text-to-image"], "formats": ["png"],
     "sizes": {"kind": "range", "multiple_of": 16}, "prices": [{"unit": "image", "usd": 0.05}]}]},
  {"slug": "tiers", "offers": [
    {"provider": "host", "provider_model": "maker/tiers", "modes": ["text-to-image"], "formats": ["png"],
     "sizes": {"kind": "range", "multiple_of": 16}, "qualities": ["low", "high"],
     "prices": [{"unit": "image", "usd": 0.01, "quality": "low"}, {"unit": "image", "usd": 0.2, "quality": "high"}]}]},
  {"slug": "tokens", "offers": [
    {"provider": "host", "provider_model": "maker/tokens", "modes": ["text-to-image"], "formats": ["png"],
     "sizes": {"kind": "range", "multiple_of": 16}, "qualities": ["low", "high"],
     "prices": [{"unit": "token", "usd": 30, "per": 1000000, "quality": "low", "typical_quantity": 200},
                {"unit": "token", "usd": 30, "per": 1000000, "quality": "high", "typical_quantity": 4000}]}]},
  {"slug": "unpriced", "offers": [
    {"provider": "host", "provider_model": "maker/unpriced", "modes": ["text-to-image"], "formats": ["png"],
     "sizes": {"kind": "range", "multiple_of": 16}}]}],
 "open": [{"provider": "host", "provider_model": "*", "modes": ["text-to-image", "image-edit"], "formats": ["png"],
    "sizes": {"kind": "range", "multiple_of": 8}, "max_input_images": 4,
    "fields": {"prompt": "prompt", "size": "size", "image": "image"}}]})";

Catalog before()
{
    return Catalog::fromJson(catalogText).value();
}

PriceLine perImage(double usd)
{
    PriceLine line;
    line.usd = usd;
    return line;
}

PriceLine perToken(double usd)
{
    PriceLine line;
    line.unit = PriceLine::Unit::Token;
    line.usd = usd;
    return line;
}

ListedModel listed(const QString &id, const QList<PriceLine> &prices = {})
{
    ListedModel model;
    model.id = id;
    model.prices = prices;
    return model;
}

/// All that is known, as it is known; tests change it.
ModelList wholeList()
{
    ModelList list;
    list.provider = u"host"_s;
    list.source = u"host.example/v1/models"_s;
    list.read = QDateTime(QDate(2026, 11, 28), QTime(10, 0), Qt::UTC);
    list.isWhole = true;
    list.models = {listed(u"bfl/flux-2-pro"_s), listed(u"maker/tiers"_s), listed(u"maker/tokens"_s),
                   listed(u"maker/unpriced"_s)};
    return list;
}

Offer offerOf(const Catalog &catalog, const QString &id)
{
    const Result<Resolution> found = catalog.resolve(id);
    return found && found->forcedProvider ? found->offers.first() : Offer();
}

} // namespace

class TestTakeList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPriceOfTheSameFormIsTakenOver()
    {
        Catalog catalog = before();
        ModelList list = wholeList();
        list.models[0].prices = {perImage(0.04)};
        list.models[2].prices = {perToken(0.00004)};
        list.models[3].prices = {perImage(0.02)};
        const Result<ListNews> news = catalog.takeList(list);
        QVERIFY(news.ok());
        QCOMPARE(news->repriced, (QStringList {u"host/flux-2-pro"_s, u"host/tokens"_s, u"host/unpriced"_s}));
        const Offer image = offerOf(catalog, u"host/flux-2-pro"_s);
        QCOMPARE(image.prices.first().usd, 0.04);
        QCOMPARE(image.priceSource, u"host.example/v1/models"_s);
        QCOMPARE(image.priceDate, u"2026-11-28"_s);
        const Offer tokens = offerOf(catalog, u"host/tokens"_s);
        QCOMPARE(tokens.prices.size(), 2); // how many tokens a picture takes is still known
        QCOMPARE(tokens.prices.first().usd, 40.0);
        QCOMPARE(tokens.prices.last().typicalQuantity, 4000.0);
        QCOMPARE(offerOf(catalog, u"host/unpriced"_s).prices, QList<PriceLine> {perImage(0.02)});
        QCOMPARE(offerOf(catalog, u"other/flux-2-pro"_s).prices.first().usd, 0.05); // another vendor's
        QCOMPARE(catalog.mark(image)->asOf, list.read);
        QVERIFY(!catalog.mark(offerOf(catalog, u"other/flux-2-pro"_s)));
    }

    /// Noughts in a list say nothing, also where no price was known before.
    void noughtsAreNoPrice()
    {
        Catalog catalog = before();
        ModelList list = wholeList();
        list.models[3].prices = {perImage(0)};
        QVERIFY(catalog.takeList(list).ok());
        QVERIFY(offerOf(catalog, u"host/unpriced"_s).prices.isEmpty());
    }

    /// One price in the place of several would be wrong for most of them.
    void aPriceOfAnotherFormIsNot()
    {
        Catalog catalog = before();
        ModelList list = wholeList();
        list.models[1].prices = {perImage(0.02)};
        list.models[0].prices = {perToken(0.00003)};
        const Result<ListNews> news = catalog.takeList(list);
        QVERIFY(news.ok());
        QVERIFY(news->repriced.isEmpty());
        for (const QString &id : {u"host/tiers"_s, u"host/flux-2-pro"_s}) {
            QCOMPARE(offerOf(catalog, id), offerOf(before(), id));
        }
    }

    void anEqualPriceIsOfTheListsDay()
    {
        Catalog catalog = before();
        ModelList list = wholeList();
        list.models[0].prices = {perImage(0.03)};
        QVERIFY(catalog.takeList(list)->repriced.isEmpty());
        QCOMPARE(offerOf(catalog, u"host/flux-2-pro"_s).priceDate, u"2026-11-28"_s);
    }

    void newModelsBecomeOffers()
    {
        Catalog catalog = before();
        ModelList list = wholeList();
        ListedModel fresh = listed(u"maker/Brand-New"_s, {perImage(0.07)});
        fresh.name = u"Brand New"_s;
        fresh.modes = {u"text-to-image"_s};
        list.models += {fresh, listed(u"else/flux.2-pro"_s), listed(u"maker/free-one"_s, {perImage(0)}),
                        listed(u"maker/gratis:free"_s, {perImage(0)})};
        ListedModel text = listed(u"maker/llm"_s);
        text.makesPictures = false;
        list.models.append(text);
        const Result<ListNews> news = catalog.takeList(list);
        QVERIFY(news.ok());
        QCOMPARE(news->added, (QStringList {u"host/brand-new"_s, u"host/free-one"_s, u"host/gratis:free"_s}));
        const Offer offer = offerOf(catalog, u"host/brand-new"_s);
        QCOMPARE(offer.providerModel, u"maker/Brand-New"_s);
        QCOMPARE(offer.modes, QStringList {u"text-to-image"_s}); // the list says so; the pattern would take pictures
        QCOMPARE(offer.maxInputImages, 0);
        QCOMPARE(offer.prices, QList<PriceLine> {perImage(0.07)});
        QCOMPARE(offer.priceDate, u"2026-11-28"_s);
        QVERIFY(catalog.mark(offer)->isNew);
        QCOMPARE(catalog.find(u"brand-new"_s)->name, u"Brand New"_s);
        QVERIFY(offerOf(catalog, u"host/free-one"_s).prices.isEmpty()); // nothing said is not nothing to pay
        QCOMPARE(offerOf(catalog, u"host/gratis:free"_s).prices.first().usd, 0.0);
        // Known under a name that stands for a model with an offer of the same host: that one is not replaced.
        QCOMPARE(offerOf(catalog, u"host/flux-2-pro"_s).providerModel, u"bfl/flux-2-pro"_s);
        QVERIFY(!catalog.find(u"llm"_s));
    }

    /// Of a vendor whose models each take fields of their own, a new one is told and not offered.
    void nothingIsAssumedWhereThereIsNoPattern()
    {
        Catalog catalog = before();
        ModelList list = wholeList();
        list.provider = u"other"_s;
        list.models = {listed(u"flux-2-pro"_s), listed(u"brand-new"_s)};
        const Result<ListNews> news = catalog.takeList(list);
        QVERIFY(news.ok());
        QVERIFY(news->added.isEmpty());
        QCOMPARE(news->unusable, 1);
    }

    void whatIsGoneIsMarked()
    {
        Catalog catalog = before();
        ModelList list = wholeList();
        list.models.removeLast();
        list.models[0].shutdown = u"2026-12-01"_s;
        const Result<ListNews> news = catalog.takeList(list);
        QCOMPARE(news->gone, QStringList {u"host/unpriced"_s});
        QVERIFY(catalog.mark(offerOf(catalog, u"host/unpriced"_s))->isGone);
        QVERIFY(!catalog.mark(offerOf(catalog, u"host/flux-2-pro"_s))->isGone);
        QCOMPARE(catalog.mark(offerOf(catalog, u"host/flux-2-pro"_s))->shutdown, u"2026-12-01"_s);
        list = wholeList(); // one that was asked about some only
        list.isWhole = false;
        list.models = {list.models.at(0), list.models.at(1)};
        list.gone = {u"maker/tokens"_s};
        catalog = before();
        QCOMPARE(catalog.takeList(list)->gone, QStringList {u"host/tokens"_s});
        QVERIFY(!catalog.mark(offerOf(catalog, u"host/unpriced"_s)));
    }

    void whatTheUserSetStays()
    {
        Catalog catalog = before();
        ModelList list = wholeList();
        list.models.removeLast();
        list.models[0].prices = {perImage(0.04)};
        list.models[2].prices = {perToken(0.00004)};
        QVERIFY(catalog.takeList(list).ok());
        const Catalog own = Catalog::fromJson(R"({"models": [{"slug": "unpriced", "offers": [
            {"provider": "host", "provider_model": "maker/unpriced", "modes": ["text-to-image"], "formats": ["webp"],
             "sizes": {"kind": "uncontrolled"}}]}],
            "prices": [{"offer": "host/flux-2-pro", "prices": [{"unit": "image", "usd": 0.01}]}]})")
                                .value();
        QVERIFY(catalog.merge(own).isEmpty());
        QCOMPARE(offerOf(catalog, u"host/flux-2-pro"_s).prices, QList<PriceLine> {perImage(0.01)});
        QCOMPARE(offerOf(catalog, u"host/tokens"_s).prices.first().usd, 40.0);
        const Offer offer = offerOf(catalog, u"host/unpriced"_s);
        QCOMPARE(offer.formats, QList<ImageFormat> {ImageFormat::Webp});
        QVERIFY(!catalog.mark(offer)); // the list marked another one
    }

    void aBrokenListChangesNothing_data()
    {
        QTest::addColumn<ModelList>("list");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const ModelList &list, const auto &code) {
            QTest::newRow(name) << list << QString::fromLatin1(code.code);
        };
        ModelList list = wholeList();
        list.models.clear();
        row("empty", list, reasons::listEmpty);
        list.models = {listed(u"gpt-9"_s), listed(u"llama"_s)};
        row("another vendor's", list, reasons::listForeign);
        list.models = {listed(u"bfl/flux-2-pro"_s)};
        row("cut off", list, reasons::listForeign);
        const auto priced = [](const QList<PriceLine> &prices) {
            ModelList changed = wholeList();
            changed.models[0].prices = prices;
            return changed;
        };
        row("nothing to pay", priced({perImage(0)}), reasons::listPriceAbsurd);
        row("a thousandfold", priced({perImage(30)}), reasons::listPriceAbsurd);
        row("a thousandth", priced({perImage(0.00003)}), reasons::listPriceAbsurd);
        row("negative", priced({perImage(-0.03)}), reasons::listPriceAbsurd);
        row("no number", priced({perImage(std::numeric_limits<double>::quiet_NaN())}), reasons::listPriceAbsurd);
        row("without an end", priced({perImage(std::numeric_limits<double>::infinity())}), reasons::listPriceAbsurd);
        list = wholeList();
        list.models.append(listed(u"maker/new"_s, {perImage(5000)}));
        row("of a new model", list, reasons::listPriceAbsurd);
        list.models.last() = listed(u"maker/new"_s, {perToken(1)});
        row("per token", list, reasons::listPriceAbsurd);
    }
    void aBrokenListChangesNothing()
    {
        QFETCH(ModelList, list);
        QFETCH(QString, code);
        Catalog catalog = before();
        const Result<ListNews> news = catalog.takeList(list);
        QVERIFY(!news.ok());
        QCOMPARE(QString(news.error().reason.code), code);
        QCOMPARE(catalog.models(), before().models());
        QVERIFY(!catalog.mark(offerOf(catalog, u"host/flux-2-pro"_s)));
    }

    /// Names that act, hide or climb out of where they are put.
    void hostileNamesAreLeftOut()
    {
        for (const QString &id : {u"maker/a\u202eb"_s, u"../../etc"_s, u"a?b=c"_s,
                                  u"https:/"
                                  "/x.example/y"_s,
                                  QString(), QString(500, u'x')}) {
            Catalog catalog = before();
            ModelList list = wholeList();
            list.models.append(listed(id));
            const Result<ListNews> news = catalog.takeList(list);
            QVERIFY(news.ok());
            QVERIFY2(news->added.isEmpty(), qPrintable(news->added.join(u' ')));
            QCOMPARE(catalog.models(), before().models());
        }
    }
};

QTEST_APPLESS_MAIN(TestTakeList)
#include "test_takelist.moc"
