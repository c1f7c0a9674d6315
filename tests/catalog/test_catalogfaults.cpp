// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody wrote and cannot have meant is told with its line and field, and is never a silent default.
#include "core/catalog/catalog.h"
#include "core/catalog/catalogfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

/// A document of one offer, in lines 3 to 12; each table row changes one of them.
QByteArray document(const QByteArray &line, const QByteArray &instead)
{
    QByteArray text = R"({"models": [
  {"slug": "mine", "name": "Mine", "offers": [{
    "provider": "fal",
    "provider_model": "me/mine",
    "modes": ["text-to-image"],
    "formats": ["png"],
    "max_per_call": 4,
    "sizes": {"kind": "range", "multiple_of": 16},
    "fields": {"prompt": "prompt", "size": "image_size"},
    "wire": {"sizeAs": "object"},
    "prices": [{"unit": "image", "usd": 0.02}],
    "price_date": "2026-11"
  }]}
]})";
    if (!text.contains(line)) {
        qFatal("no such line: %s", line.constData());
    }
    return text.replace(line, instead);
}

CatalogFile models(const QByteArray &text = R"({"models": [{"slug": "one"}, {"slug": "two"}]})")
{
    return {u"models.json"_s, text};
}

QByteArray provider(const QByteArray &more)
{
    return R"({"provider": "fal",
  "defaults": {"modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "uncontrolled"},
    "fields": {"prompt": "prompt", "seed": "seed"}, "wire": {"imageList": true}},
  )" + more
        + "}";
}

} // namespace

class TestCatalogFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentIsGood()
    {
        const Result<Catalog> read = Catalog::fromJson(document("\"me/mine\"", "\"me/mine\""));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    }

    void faultsNameLineAndField_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("instead");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const QByteArray &line, const QByteArray &instead, const QString &told) {
            QTest::newRow(name) << line << instead << told;
        };
        const QString at = u"models[0].offers[0]."_s;
        row("misspelt in wire", "\"sizeAs\"", "\"sizeAss\"",
            u"line 10: %1wire.sizeAss is not known; did you mean sizeAs?"_s.arg(at));
        row("misspelt in an offer", "\"max_per_call\"", "\"max_per_cal\"",
            u"line 7: %1max_per_cal is not known; did you mean max_per_call?"_s.arg(at));
        row("misspelt in a price", "\"usd\": 0.02", "\"usd\": 0.02, \"megapixel_pixel\": 1048576",
            u"line 11: %1prices[0].megapixel_pixel is not known; did you mean megapixel_pixels?"_s.arg(at));
        row("misspelt in a size rule", "\"multiple_of\"", "\"multipleof\"",
            u"line 8: %1sizes.multipleof is not known; did you mean multiple_of?"_s.arg(at));
        row("of another rule", "\"multiple_of\": 16", "\"ratios\": [\"1:1\"]",
            u"line 8: %1sizes.ratios is not known."_s.arg(at));
        row("misspelt in a model", "\"name\": \"Mine\"", "\"licence\": \"x\"",
            u"line 2: models[0].licence is not known; did you mean license?"_s);
        row("no parameter", "\"size\": \"image_size\"", "\"sise\": \"image_size\"",
            u"line 9: %1fields.sise is not known; did you mean size?"_s.arg(at));
        row("nothing like it", "\"max_per_call\": 4", "\"zzz\": 4", u"line 7: %1zzz is not known."_s.arg(at));
        row("an unknown word", "\"object\"", "\"objekt\"",
            u"line 10: %1wire.sizeAs cannot be “objekt”; did you mean object? It is one of: WxH, object, width-height, W*H."_s
                .arg(at));
        row("an unknown kind", "\"range\"", "\"rang\"", u"line 8: %1sizes.kind cannot be “rang”"_s.arg(at));
        row("an unknown unit", "\"image\", \"usd\"", "\"picture\", \"usd\"",
            u"line 11: %1prices[0].unit cannot be “picture”"_s.arg(at));
        row("an unknown format", "[\"png\"]", "[\"png\", \"psd\"]",
            u"line 6: %1formats[1] must be a picture format such as png, not “psd”."_s.arg(at));
        row("a number as text", "\"max_per_call\": 4", "\"max_per_call\": \"4\"",
            u"line 7: %1max_per_call must be a whole number, not “4”."_s.arg(at));
        row("half a picture", "\"max_per_call\": 4", "\"max_per_call\": 2.5",
            u"line 7: %1max_per_call must be a whole number."_s.arg(at));
        row("too many", "\"max_per_call\": 4", "\"max_per_call\": 400",
            u"line 7: %1max_per_call must lie between 1 and 100; it is 400."_s.arg(at));
        row("a step backwards", "\"multiple_of\": 16", "\"multiple_of\": -16",
            u"line 8: %1sizes.multiple_of must lie between 1 and 4096; it is -16."_s.arg(at));
        row("a price as text", "\"usd\": 0.02", "\"usd\": \"0.02\"",
            u"line 11: %1prices[0].usd must be a number, not “0.02”."_s.arg(at));
        row("a price too dear", "\"usd\": 0.02", "\"usd\": 1e9",
            u"line 11: %1prices[0].usd must lie between 0 and 10000; it is 1000000000."_s.arg(at));
        row("prices as an object", "[{\"unit\": \"image\", \"usd\": 0.02}]", "{\"unit\": \"image\", \"usd\": 0.02}",
            u"line 11: %1prices must be a list."_s.arg(at));
        row("a price as a number", "[{\"unit\": \"image\", \"usd\": 0.02}]", "[0.02]",
            u"line 11: %1prices[0] must be an object."_s.arg(at));
        row("a text for a list", "[\"text-to-image\"]", "\"text-to-image\"",
            u"line 5: %1modes must be a list, not “text-to-image”."_s.arg(at));
        row("a list for an object", "{\"sizeAs\": \"object\"}", "[]", u"line 10: %1wire must be an object."_s.arg(at));
        row("missing", "\"provider_model\": \"me/mine\",", "",
            u"line 2: %1provider_model is missing; it must be a text."_s.arg(at));
        row("misplaced", "\"sizeAs\": \"object\"", "\"bareNames\": [\"mine-\"]",
            u"line 10: %1wire.bareNames counts for nothing here."_s.arg(at));
        row("a date that is none", "\"2026-11\"", "\"last summer\"", u"line 12: “last summer” is no date"_s);
        row("a misspelt mode", "text-to-image", "text-to-imag",
            u"line 5: %1modes[0] cannot be “text-to-imag”; did you mean text-to-image? It is one of: "_s.arg(at));
        row("no mode", "text-to-image", "juggle", u"line 5: %1modes[0] cannot be “juggle”; it is one of: "_s.arg(at));
        row("misspelt, not missing", "\"sizes\"", "\"sizse\"",
            u"line 8: %1sizse is not known; did you mean sizes?"_s.arg(at));
        row("misspelt in a price, not missing", "\"usd\"", "\"udd\"",
            u"line 11: %1prices[0].udd is not known; did you mean usd?"_s.arg(at));
        row("misspelt in the model, not missing", "\"slug\"", "\"slgu\"",
            u"line 2: models[0].slgu is not known; did you mean slug?"_s);
        row("misspelt and missing", "\"sizes\"", "\"zzz\"", u"sizes is missing; it must be a size rule"_s);
        row("sides the wrong way round", "\"multiple_of\": 16", "\n\"max_side\": 1024,\n\"min_side\": 2048",
            u"line 10: min_side is more than max_side."_s);
        row("pixels the wrong way round", "\"multiple_of\": 16", "\"min_pixels\": 9,\n\"max_pixels\": 4",
            u"line 8: min_pixels is more than max_pixels."_s);
        row("ratios the wrong way round", "\"multiple_of\": 16", "\"max_ratio\": 1,\n\"min_ratio\": 2",
            u"line 9: min_ratio is more than max_ratio."_s);
        row("a preferred size outside", "\"multiple_of\": 16", "\"max_side\": 512,\n\"preferred\": \"1024x1024\"",
            u"line 9: the preferred size is outside of the model's own limits."_s);
        row("a size outside that nobody wrote", "\"multiple_of\": 16", "\"max_side\": 512",
            u"line 8: the preferred size is outside of the model's own limits."_s);
        row("characters in a later price", "[{\"unit\"",
            "[{\"unit\": \"image\", \"usd\": 1},\n{\"quality\": \"\\n\", \"unit\"", u"line 12: a text is too long"_s);
    }
    void faultsNameLineAndField()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, instead);
        QFETCH(QString, told);
        QStringList all;
        const Result<Catalog> read = Catalog::fromJsonLeavingOut(document(line, instead), all);
        QVERIFY(read.ok());
        QVERIFY(read->models().isEmpty());
        QCOMPARE(all.size(), 1);
        QVERIFY2(all.first().contains(told), qPrintable(all.first()));
        QVERIFY2(!told.contains(u"did you mean"_s) || !all.first().contains(u"is missing"_s), qPrintable(all.first()));
        QVERIFY2(all.first().startsWith(u"models[0]"_s), qPrintable(all.first()));
        const Result<Catalog> strict = Catalog::fromJson(document(line, instead));
        QVERIFY(!strict.ok());
        QVERIFY2(strict.error().message.contains(told), qPrintable(strict.error().message));
    }

    void remarksMayStandAnywhere()
    {
        const QByteArray remarked =
            document("\"max_per_call\": 4",
                     "\"comment\": \"four\", \"_note\": 1, \"//\": \"x\", \"$schema\": \"y\", \"max_per_call\": 4");
        QStringList told;
        QCOMPARE(Catalog::fromJsonLeavingOut(remarked, told)->models().size(), 1);
        QCOMPARE(told, QStringList());
    }

    void aMisspeltListIsTold()
    {
        QStringList told;
        const Result<Catalog> read = Catalog::fromJsonLeavingOut("{\n\"modles\": []}", told);
        QVERIFY(read.ok());
        QCOMPARE(told, QStringList {u"line 2: modles is not known; did you mean models?"_s});
    }

    void parametersNobodyKnowsAreTold()
    {
        const QByteArray text = R"({"models": [{"slug": "mine", "offers": [
    {"provider": "fal", "provider_model": "a", "sizes": {"kind": "uncontrolled"}, "formats": ["webp"],
     "modes": ["text-to-image"], "wire": {"notWithPictures": ["seed", "sead"], "notWithMask": ["style"]}}]}]})";
        QStringList told;
        const Result<Catalog> read = Catalog::fromJsonLeavingOut(text, told);
        QVERIFY(read.ok());
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().contains(u"sead"_s), qPrintable(told.first()));
    }

    /// Tables within `wire` are joined entry by entry, as `fields` and `wire` are.
    void tablesWithinWireAreJoined()
    {
        const QByteArray text = R"({
  "defaults": {"fal": {"modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "uncontrolled"},
    "wire": {"ranges": {"steps": [1, 50], "guidance": [0, 20]}, "values": {"moderation": {"auto": 2, "low": 6}}}}},
  "models": [
    {"slug": "one", "offers": [{"provider": "fal", "provider_model": "a", "wire": {"ranges": {"steps": [1, 4]}}}]},
    {"slug": "two", "offers": [{"provider": "fal", "provider_model": "b",
     "wire": {"ranges": {"guidance": null}, "values": {"moderation": {"low": 5}}}}]},
    {"slug": "three", "offers": [{"provider": "fal", "provider_model": "c", "wire": {"ranges": null}}]}]})";
        const Result<Catalog> read = Catalog::fromJson(text);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        using Ranges = QMap<QString, NumberRange>;
        QList<Offer> offers;
        for (const Model &model : read->models()) {
            offers += model.offers;
        }
        QCOMPARE(offers.at(0).wire.ranges, (Ranges {{u"steps"_s, {1, 4}}, {u"guidance"_s, {0, 20}}}));
        QCOMPARE(offers.at(1).wire.ranges, (Ranges {{u"steps"_s, {1, 50}}}));
        QCOMPARE(offers.at(1).wire.values.value(u"moderation"_s), (QJsonObject {{u"low"_s, 5}}));
        QCOMPARE(offers.at(2).wire.ranges, Ranges());
        QCOMPARE(offers.at(2).wire.values.value(u"moderation"_s).size(), 2);
    }

    void whatIsRequiredIsAnOwnField()
    {
        const QByteArray text = R"({"models": [{"slug": "mine", "offers": [
    {"provider": "fal", "provider_model": "a", "sizes": {"kind": "uncontrolled"}, "formats": ["png"],
     "modes": ["text-to-image"], "wire": {"ownFields": ["search_prompt"], "required": ["serch_prompt"]}}]}]})";
        QStringList told;
        QVERIFY(Catalog::fromJsonLeavingOut(text, told).ok());
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().contains(u"did you mean search_prompt"_s), qPrintable(told.first()));
    }

    void defaultsOfTheUsersFile()
    {
        const QByteArray text = R"({
  "defaults": {"fal": {"modes": ["text-to-image"], "formats": ["png", "jpeg"], "max_per_call": 4,
    "fields": {"prompt": "prompt", "seed": "seed"}, "wire": {"sizeAs": "object", "imageList": true}}},
  "models": [{"slug": "mine", "offers": [
    {"provider": "fal", "provider_model": "a", "sizes": {"kind": "uncontrolled"}, "formats": ["webp"],
     "max_per_call": null, "fields": {"seed": null, "size": "size"}, "wire": {"sizeAs": "width-height"}},
    {"provider": "replicate", "provider_model": "b", "sizes": {"kind": "uncontrolled"}, "modes": ["text-to-image"],
     "formats": ["png"]}]}]})";
        const Result<Catalog> read = Catalog::fromJson(text);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        const Offer own = read->models().first().offers.first();
        QCOMPARE(own.formats, QList<ImageFormat> {ImageFormat::Webp});
        QCOMPARE(own.maxPerCall, 1);
        QCOMPARE(own.fields, (QMap<QString, QString> {{u"prompt"_s, u"prompt"_s}, {u"size"_s, u"size"_s}}));
        QCOMPARE(own.wire.sizeAs, SizeForm::TwoFields);
        QVERIFY(own.wire.imageList);
        QVERIFY(read->models().first().offers.last().fields.isEmpty());

        QStringList told;
        QByteArray wrong = text;
        wrong.replace("\"imageList\"", "\"imageLists\"");
        QCOMPARE(Catalog::fromJsonLeavingOut(wrong, told)->models().first().offers.size(), 1);
        QCOMPARE(told.size(), 1); // by the offer, and not by the defaults again
        QVERIFY2(told.first().contains(u"line 3: defaults.fal.wire.imageLists is not known; did you mean imageList?"_s),
                 qPrintable(told.first()));
    }

    void offersThatAreNoList_data()
    {
        QTest::addColumn<QByteArray>("offers");
        QTest::addColumn<QString>("told");
        const QString noList = u"line 3: models[0].offers must be a list"_s;
        QTest::newRow("an object") << QByteArray("{}") << noList;
        QTest::newRow("a number") << QByteArray("5") << noList;
        QTest::newRow("a text") << QByteArray("\"fal\"") << noList;
        QTest::newRow("null") << QByteArray("null") << noList;
        QTest::newRow("none") << QByteArray("[]") << u"line 3: nobody offers this model (offers)."_s;
    }
    void offersThatAreNoList()
    {
        QFETCH(QByteArray, offers);
        QFETCH(QString, told);
        QStringList all;
        (void)Catalog::fromJsonLeavingOut("{\"models\": [\n{\"slug\": \"mine\",\n\"offers\": " + offers + "}]}", all);
        QCOMPARE(all.size(), 1);
        QVERIFY2(all.first().contains(told), qPrintable(all.first()));
    }

    void providersThatThereAre_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("told");
        const QString at = u"line 3: models[0].offers[0].provider cannot be "_s;
        QTest::newRow("known") << u"fal"_s << QString();
        QTest::newRow("other case") << u"OpenAI"_s << QString(at + u"“OpenAI”; did you mean openai?"_s);
        QTest::newRow("misspelt") << u"opanai"_s << QString(at + u"“opanai”; did you mean openai?"_s);
        QTest::newRow("nothing like it") << u"nosuch"_s
                                         << QString(at + u"“nosuch”; it is one of: fal, openai, replicate."_s);
    }
    void providersThatThereAre()
    {
        QFETCH(QString, provider);
        QFETCH(QString, told);
        const QStringList providers {u"fal"_s, u"openai"_s, u"replicate"_s};
        const QByteArray text = document("\"fal\"", '"' + provider.toUtf8() + '"');
        QStringList all;
        const Result<Catalog> read = Catalog::fromJsonLeavingOut(text, all, ProviderIds {providers});
        QCOMPARE(read->models().size(), told.isEmpty() ? 1 : 0);
        QCOMPARE(read->leftOut(), told.isEmpty() ? 0 : 1);
        QCOMPARE(all.size(), told.isEmpty() ? 0 : 1);
        QVERIFY2(all.value(0).contains(told), qPrintable(all.value(0)));
        all.clear();
        QCOMPARE(Catalog::fromJsonLeavingOut(text, all)->models().size(), 1); // where nobody says which there are
    }

    void faultsOfDefaults_data()
    {
        QTest::addColumn<QByteArray>("defaults");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char *name, const QByteArray &defaults, const QStringList &told) {
            QTest::newRow(name) << defaults << told;
        };
        row("no list of providers", "5", {u"line 2: defaults must be an object."_s});
        row("no object", "{\"fal\": 5}", {u"line 2: defaults.fal must be an object."_s});
        row("a text", "{\n\"fal\": \"png\"}", {u"line 3: defaults.fal must be an object, not “png”."_s});
        row("a misspelt provider", "{\n\"fall\": {}}", {u"line 3: defaults.fall is not known; did you mean fal?"_s});
        row("a misspelt field", "{\"fal\": {\n\"format\": [\"png\"]}}",
            {u"line 3: defaults.fal.format is not known; did you mean formats?"_s});
        row("a field within", "{\"fal\": {\"fields\": {\n\"promt\": \"p\"}}}",
            {u"line 3: defaults.fal.fields.promt is not known; did you mean prompt?"_s});
        row("a number", "{\"fal\": {\"max_per_call\": 0}}",
            {u"line 2: defaults.fal.max_per_call must lie between 1 and 100; it is 0."_s});
        row("half a price", "{\"fal\": {\"prices\": [{\"usd\": 1}]}}",
            {u"line 2: defaults.fal.prices[0].unit is missing; it must be a text."_s});
        row("remarks, and nothing", R"({"comment": 5, "_fall": 1, "fal": null, "openai": {"_x": 1, "formats": null}})",
            {});
        row("what is usual", R"({"fal": {"formats": ["png"], "fields": {"prompt": "prompt"}}})", {});
    }
    void faultsOfDefaults()
    {
        QFETCH(QByteArray, defaults);
        QFETCH(QStringList, told);
        QStringList all;
        (void)Catalog::fromJsonLeavingOut("{\n\"defaults\": " + defaults + "}", all,
                                          ProviderIds {{u"fal"_s, u"openai"_s}});
        QCOMPARE(all, told);
    }

    /// The faulty value stands among the defaults, and the offer is left out for it.
    void checksNameTheLineOfDefaults_data()
    {
        QTest::addColumn<QByteArray>("defaults");
        QTest::addColumn<QString>("told");
        QTest::newRow("a date") << QByteArray("\"price_date\": \"last summer\"")
                                << u"line 2: “last summer” is no date"_s;
        QTest::newRow("a field of the vendor")
            << QByteArray("\"fields\": {\"seed\": \"\"}") << u"line 2: the vendor's field for “seed” is empty"_s;
        QTest::newRow("a wire") << QByteArray("\"wire\": {\"editModel\": \"a?b\"}") << u"line 2: the id of the model"_s;
    }
    void checksNameTheLineOfDefaults()
    {
        QFETCH(QByteArray, defaults);
        QFETCH(QString, told);
        QByteArray text = document("    \"price_date\": \"2026-11\"\n", "    \"price_source\": \"x\"\n");
        text.insert(1, "\"defaults\": {\"fal\": {\n" + defaults + "}},\n");
        QStringList all;
        (void)Catalog::fromJsonLeavingOut(text, all);
        QCOMPARE(all.size(), 1);
        QVERIFY2(all.first().contains(told), qPrintable(all.first()));
    }

    void sharedSizes_data()
    {
        QTest::addColumn<QByteArray>("sizes");
        QTest::addColumn<QByteArray>("tables");
        QTest::addColumn<QStringList>("told"); // none: the offer has the rule
        const QByteArray good = R"("wide": {"kind": "range", "multiple_of": 16})";
        const QString left = u"models[0].offers[0] (fal) is left out: line 11: models[0].offers[0].sizes "_s;
        const QString away = u" Correct it or take it away."_s;
        const auto row = [](const char *name, const QByteArray &sizes, const QByteArray &tables,
                            const QStringList &told) { QTest::newRow(name) << sizes << tables << told; };
        row("by name", "\"wide\"", good, {});
        row("beside remarks", "\"wide\"", "\"_why\": 5, " + good, {});
        row("its own", R"({"kind": "range", "multiple_of": 16})", good, {});
        row("misspelt", "\"wyde\"", good,
            {QString(left + u"cannot be “wyde”; did you mean wide? It is one of: wide."_s + away)});
        row("no tables", "\"wide\"", "\"_why\": 5",
            {QString(left
                     + u"must be a size rule such as {\"kind\": \"range\", \"multiple_of\": 16, \"max_side\": 2048}, "
                       "not “wide”."_s
                     + away)});
        row("a faulty table", "\"wide\"", good + ",\n\"tall\": {\"kind\": \"rang\"}",
            {u"line 3: size_tables.tall.kind cannot be “rang”; did you mean range? It is one of: uncontrolled, list, "
             "ratios, any_ratio, range."_s});
        row("a misspelt limit", "\"wide\"", good + ",\n\"tall\": {\"kind\": \"range\", \"max_sid\": 5}",
            {u"line 3: size_tables.tall.max_sid is not known; did you mean max_side?"_s});
        row("no table", "\"wide\"", good + ", \"tall\": 5",
            {u"line 2: size_tables.tall must be a size rule such as {\"kind\": \"range\", \"multiple_of\": 16, "
             "\"max_side\": 2048}."_s});
    }
    void sharedSizes()
    {
        QFETCH(QByteArray, sizes);
        QFETCH(QByteArray, tables);
        QFETCH(QStringList, told);
        QByteArray text = document("{\"kind\": \"range\", \"multiple_of\": 16}", sizes);
        text.insert(1, "\"size_tables\": {\n" + tables + (tables.contains('\n') ? "" : "\n") + "},\n");
        QStringList all;
        const Result<Catalog> read = Catalog::fromJsonLeavingOut(text, all);
        QCOMPARE(all, told);
        QVERIFY(read.ok());
        QCOMPARE(read->models().isEmpty(), told.value(0).startsWith(u"models"_s));
        if (!read->models().isEmpty()) {
            const SizeRule rule = read->models().first().offers.first().sizes;
            QVERIFY(std::holds_alternative<SizeRange>(rule));
            QCOMPARE(std::get<SizeRange>(rule).multipleOf, 16);
        }
    }

    void sizesThatProvidersShare()
    {
        const CatalogFile all = models(R"({"models": [{"slug": "one"}], "size_tables": {"wide": {"kind": "list",
            "sizes": ["2048x1024"]}}})");
        QByteArray fal = provider(R"("offers": [{"model": "one", "provider_model": "a/one", "sizes": "wide"}])");
        const QByteArray usual = QByteArray(fal).replace(", \"sizes\": \"wide\"", "").replace("\"fal\"", "\"aaa\"");
        QByteArray defaults = usual;
        defaults.replace("{\"kind\": \"uncontrolled\"}", "\"wide\"").replace("\"aaa\"", "\"bbb\"");
        QStringList told;
        const Catalog catalog =
            Catalog::fromFiles(all, {{u"fal"_s, fal}, {u"aaa"_s, usual}, {u"bbb"_s, defaults}}, told);
        QCOMPARE(told, QStringList());
        for (const Offer &offer : catalog.models().first().offers) {
            QCOMPARE(std::holds_alternative<SizeList>(offer.sizes), offer.provider != "aaa"_L1);
        }
    }

    void filesOfProviders()
    {
        const QByteArray fal = provider(R"("rank": 20, "words": {"sizeWords": {"square": "512x512"}}, "offers": [
            {"model": "two", "provider_model": "a/two"},
            {"model": "one", "provider_model": "a/one", "fields": {"seed": null}}])");
        const QByteArray maker = QByteArray(fal).replace("\"fal\"", "\"zzz\"").replace("20", "10");
        const QByteArray last = QByteArray(fal).replace("\"fal\"", "\"aaa\"").replace("\"rank\": 20,", "");
        QStringList told;
        const Catalog catalog =
            Catalog::fromFiles(models(), {{u"aaa.json"_s, last}, {u"fal.json"_s, fal}, {u"zzz.json"_s, maker}}, told);
        QCOMPARE(told, QStringList());
        QCOMPARE(catalog.models().size(), 2);
        for (const Model &model : catalog.models()) {
            QStringList providers;
            for (const Offer &offer : model.offers) {
                providers.append(offer.provider);
                QCOMPARE(offer.model, model.slug);
                QCOMPARE(offer.supports(u"seed"_s), model.slug == "two"_L1);
                QCOMPARE(offer.wire.sizeOf(u"square"_s), QSize(512, 512));
            }
            QCOMPARE(providers, (QStringList {u"zzz"_s, u"fal"_s, u"aaa"_s})); // by rank
        }
    }

    void faultsInFilesOfProviders_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("told");
        const QByteArray good = R"({"model": "one", "provider_model": "a/one"})";
        QTest::newRow("of no model") << provider("\"offers\": [\n{\"model\": \"three\", \"provider_model\": \"a\"}]")
                                     << u"offers/fal.json, line 5: offers[0] is of no known model (three)."_s;
        QTest::newRow("in an offer")
            << provider("\"offers\": [\n{\"model\": \"one\", \"provider_model\": \"a\", \"prises\": []}]")
            << u"offers/fal.json, offers[0] (fal) is left out: line 5: offers[0].prises is not known; did you mean "
               "prices?"_s;
        QTest::newRow("in the defaults") << provider("\"offers\": [" + good + "]").replace("imageList", "imagelist")
                                         << u"line 3: defaults.wire.imagelist is not known; did you mean imageList?"_s;
        QTest::newRow("of the file") << provider("\"ofers\": []")
                                     << u"offers/fal.json, line 4: ofers is not known; did you mean offers?"_s;
        QTest::newRow("no provider") << QByteArray("{}") << u"provider is missing; it must be a text."_s;
        QTest::newRow("no JSON") << QByteArray("{\n\n") << u"offers/fal.json"_s;
    }
    void faultsInFilesOfProviders()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, told);
        QStringList all;
        (void)Catalog::fromFiles(models(R"({"models": []})"), {}, all);
        QCOMPARE(all, QStringList());
        (void)Catalog::fromFiles(models(R"({"models": [{"slug": "one"}]})"), {{u"offers/fal.json"_s, text}}, all);
        QVERIFY(!all.isEmpty());
        QVERIFY2(all.first().contains(told), qPrintable(all.join(u'\n')));
    }

    /// The user's offers of a vendor are read in that vendor's words too.
    void wordsOfAVendorCountForFurtherOffers()
    {
        Catalog catalog = Catalog::builtIn();
        catalog.merge(*Catalog::fromJson(document("\"me/mine\"", "\"me/mine\"")));
        QCOMPARE(catalog.find(u"mine"_s)->offers.first().wire.sizeOf(u"square_hd"_s), QSize(1024, 1024));
    }

    /// Without it a mask of the user's own offer would be painted the other way round.
    void formsOfMasksCountForFurtherOffers()
    {
        const auto maskOf = [](const QByteArray &wire) {
            Catalog catalog = Catalog::builtIn();
            const Result<Catalog> own = Catalog::fromJson(
                R"({"models": [{"slug": "mine", "name": "Mine", "offers": [{"provider": "ideogram",
     "provider_model": "ideogram-x", "modes": ["inpaint"], "sizes": {"kind": "uncontrolled"}, "formats": ["png"],
     "fields": {"image": "image", "mask": "mask"}, "wire": )"
                + wire + "}]}]}");
            if (own) {
                catalog.merge(*own);
            }
            const Model *mine = catalog.find(u"mine"_s);
            return mine ? std::optional(mine->offers.first().wire.maskAs) : std::nullopt;
        };
        QVERIFY(maskOf("{}") == MaskForm::HardBlack);
        QVERIFY(maskOf(R"({"maskAs": "white"})") == MaskForm::White);
        QVERIFY2(!maskOf(R"({"maskAs": "grey"})"), "the file is not taken");
    }
};

QTEST_GUILESS_MAIN(TestCatalogFaults)
#include "test_catalogfaults.moc"
