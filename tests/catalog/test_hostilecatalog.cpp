// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A catalog.json can come from anywhere.
#include "core/catalog/catalog.h"
#include "core/catalog/cataloglimits.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

QJsonObject goodOffer()
{
    return QJsonDocument::fromJson(
               R"({"provider": "fal", "provider_model": "fal-ai/flux-2", "modes": ["text-to-image"], "formats": ["png"],
                   "sizes": {"kind": "list", "sizes": ["1024x1024"]}, "fields": {"prompt": "prompt", "n": "num_images"},
                   "prices": [{"unit": "image", "usd": 0.04}], "price_date": "2026-10"})")
        .object();
}

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

QJsonObject modelOf(const QJsonArray &offers, const QString &slug = u"one"_s)
{
    return {{u"slug"_s, slug}, {u"offers"_s, offers}};
}

QByteArray documentOf(const QJsonArray &models)
{
    return QJsonDocument(QJsonObject {{u"models"_s, models}}).toJson(QJsonDocument::Compact);
}

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestHostileCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersThatLeadElsewhereOrMeanNothing_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *name, const QString &key, const QJsonValue &value, bool passes = false) {
            QTest::newRow(name) << key << value << passes;
        };
        const auto id = [&row](const char *name, const QString &value, bool passes = false) {
            row(name, u"provider_model"_s, value, passes);
        };
        id("an id", u"owner/model.v2:8f3a@latest"_s, true);
        id("a file's name", u"sd xl base 1.0.safetensors [31e35c80fc]"_s, true);
        id("another alphabet", u"模型-2"_s, true);
        id("the folder above", u"fal-ai/../../admin"_s);
        id("the folder above alone", u".."_s);
        id("the same folder", u"fal-ai/./flux"_s);
        id("padded dots", u"fal-ai/ .. /flux"_s);
        id("another host", u"//evil.example/x"_s);
        id("another scheme", u"https://evil.example"_s);
        id("from the root", u"/v1/keys"_s);
        id("an empty part", u"fal-ai//flux"_s);
        id("a trailing slash", u"fal-ai/flux/"_s);
        id("a query", u"flux?admin=1"_s);
        id("a fragment", u"flux#x"_s);
        id("an encoded slash", u"flux%2f..%2fadmin"_s);
        id("a backslash", u"..\\admin"_s);
        id("a line break", u"flux\r\nX-Evil: 1"_s);
        id("a null", QString(u"flux"_s + QChar(0) + u"x"_s));
        id("an escape", u"flux\u001b[2J"_s);
        id("another direction", u"flux\u202exulf"_s);
        id("half a character", QString(QChar(0xd800)));
        id("too long", QString(201, u'x'));
        row("a provider with a line break", u"provider"_s, u"fal\nHost: evil"_s);
        row("a provider with a space", u"provider"_s, u"fal ai"_s);
        row("a provider of dots", u"provider"_s, u"../fal"_s);
        row("a long provider", u"provider"_s, QString(65, u'x'));
        row("a field with a quote", u"fields"_s, QJsonObject {{u"prompt"_s, u"x\"; filename=\"y"_s}});
        row("a field with a line break", u"fields"_s, QJsonObject {{u"prompt"_s, u"x\r\ny"_s}});
        row("a field with a path", u"fields"_s, json(R"({"seed": "generationConfig.seed"})"), true);
        row("a long field", u"fields"_s, QJsonObject {{u"prompt"_s, QString(101, u'x')}});
        row("an id for editing that leads elsewhere", u"wire"_s, json(R"({"editModel": "../../admin"})"));
        row("a deep wire", u"wire"_s,
            QJsonDocument::fromJson(QByteArray(40, '[').replace("[", "{\"a\":") + "1" + QByteArray(40, '}')).object());
        row("a wire with escapes", u"wire"_s, QJsonObject {{u"constants"_s, u"\u001b]0;x\u0007"_s}});
        row("constants", u"wire"_s, json(R"({"constants": {"a": {"b": [1, true, null, "x"]}}})"), true);
        row("all names there are", u"wire"_s, json(R"({"bareNames": [""]})"));
        row("too many constants", u"wire"_s, QJsonObject {{u"constants"_s, [] {
                                                               QJsonArray many;
                                                               for (int i = 0; i < 3000; ++i) {
                                                                   many.append(i);
                                                               }
                                                               return many;
                                                           }()}});
        row("a long word", u"qualities"_s, QJsonArray {QString(300, u'x')});
        row("a mode with a line break", u"modes"_s, QJsonArray {u"text-to-image\n"_s});
        row("a million pictures a call", u"max_per_call"_s, 1'000'000'000);
        row("less than one picture a call", u"max_per_call"_s, -5);
        row("half a picture", u"max_per_call"_s, 1.5);
        row("a billion reference pictures", u"max_input_images"_s, 1'000'000'000);
        row("fewer than none", u"max_input_images"_s, -1);
        row("negative bytes", u"max_input_bytes"_s, -1);
        row("endless bytes", u"max_request_bytes"_s, 9e18);
        row("a negative prompt length", u"max_prompt_length"_s, -1);
        row("a negative seed", u"max_seed"_s, -1);
        row("fewer seeds than pictures", u"max_seed"_s, 8);
        const auto sizes = [&row](const char *name, const char *rule, bool passes = false) {
            row(name, u"sizes"_s, json(rule), passes);
        };
        sizes("no size", R"({"kind": "list", "sizes": []})");
        sizes("a huge size", R"({"kind": "list", "sizes": ["999999x999999"]})");
        sizes("an empty size", R"({"kind": "list", "sizes": ["0x0"]})");
        sizes("a stripe", R"({"kind": "ratios", "ratios": ["99999:1"]})");
        sizes("no pixels", R"({"kind": "ratios", "ratios": ["1:1"], "pixels": 0})");
        sizes("negative pixels", R"({"kind": "ratios", "ratios": ["1:1"], "pixels": -7})");
        sizes("endless pixels", R"({"kind": "ratios", "ratios": ["1:1"], "pixels": 9e18})");
        sizes("a huge known size",
              R"({"kind": "ratios", "ratios": ["1:1"], "known": {"1K": {"1:1": "999999x999999"}}})");
        sizes("any size", R"({"kind": "range"})", true);
        sizes("no step", R"({"kind": "range", "multiple_of": 0})");
        sizes("a step backwards", R"({"kind": "range", "multiple_of": -16})");
        sizes("bounds the wrong way round", R"({"kind": "any_ratio", "min": "4:1", "max": "1:4"})");
        sizes("preferred outside of the bounds",
              R"({"kind": "any_ratio", "min": "1:2", "max": "2:1", "preferred": "3:1"})");
        sizes("a stripe as a bound", R"({"kind": "any_ratio", "min": "1:99999", "max": "4:1"})");
        sizes("any ratio", R"({"kind": "any_ratio", "min": "1:4", "max": "4:1", "tiers": ["1K", "2K"]})", true);
        sizes("a step beyond everything", R"({"kind": "range", "multiple_of": 1000000000, "preferred": "1024x1024"})");
        sizes("negative sides", R"({"kind": "range", "min_side": -5})");
        sizes("huge sides", R"({"kind": "range", "max_side": 1000000000})");
        sizes("negative pixels in a range", R"({"kind": "range", "max_pixels": -5})");
        sizes("a negative ratio", R"({"kind": "range", "min_ratio": -2})");
        sizes("an endless ratio", R"({"kind": "range", "max_ratio": 1e300})");
        sizes("nothing between the limits", R"({"kind": "range", "min_side": 900, "max_side": 100})");
        sizes("a huge preferred size", R"({"kind": "range", "preferred": "999999x999999"})");
        const auto price = [&row](const char *name, const char *line, bool passes = false) {
            row(name, u"prices"_s, QJsonArray {json(line)}, passes);
        };
        price("a price", R"({"unit": "token", "usd": 120, "per": 1000000, "typical_quantity": 7033})", true);
        price("a negative price", R"({"unit": "image", "usd": -1})");
        price("a price like the universe", R"({"unit": "image", "usd": 1e300})");
        price("a price beyond numbers", R"({"unit": "image", "usd": 1e999})");
        price("for nothing", R"({"unit": "image", "usd": 1, "per": 0})");
        price("for less than nothing", R"({"unit": "image", "usd": 1, "per": -1})");
        price("a first unit like the universe", R"({"unit": "megapixel", "usd": 1, "first_usd": 1e300})");
        price("a megapixel of nothing", R"({"unit": "megapixel", "usd": 1, "megapixel_pixels": 0})");
        price("a tiny megapixel", R"({"unit": "megapixel", "usd": 1, "megapixel_pixels": 1e-300})");
        price("endless tokens", R"({"unit": "token", "usd": 1, "typical_quantity": 1e300})");
        price("negative tokens", R"({"unit": "token", "usd": 1, "typical_quantity": -1})");
        price("endless limits", R"({"unit": "token", "usd": 1, "max_quantity": 1e300})");
        price("a line break in a quality", "{\"unit\": \"image\", \"usd\": 1, \"quality\": \"\\n\"}");
        row("a source with escapes", u"price_source"_s, u"https://a.example/\u0007"_s);
        row("a date with a line break", u"price_date"_s, u"2026-10\n"_s);
    }
    void offersThatLeadElsewhereOrMeanNothing()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(bool, passes);
        const QByteArray document = documentOf({modelOf({with(goodOffer(), key, value)})});
        QStringList told;
        const Result<Catalog> read = Catalog::fromJsonLeavingOut(document, told);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->models().size(), passes ? 1 : 0);
        QCOMPARE(told.size(), passes ? 0 : 1);
        QCOMPARE(Catalog::fromJson(document).ok(), passes);
    }

    void modelsThatNobodyCouldName_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("the folder above") << u"slug"_s << QJsonValue(u"../../x"_s);
        QTest::newRow("a line break") << u"slug"_s << QJsonValue(u"a\nb"_s);
        QTest::newRow("too long") << u"slug"_s << QJsonValue(QString(101, u'x'));
        QTest::newRow("escapes in the name") << u"name"_s << QJsonValue(u"\u001b[31m"_s);
        QTest::newRow("an alias with escapes") << u"aliases"_s << QJsonValue(QJsonArray {u"\u202e"_s});
        QTest::newRow("an empty alias") << u"aliases"_s << QJsonValue(QJsonArray {u""_s});
        QTest::newRow("a novel") << u"notes"_s << QJsonValue(QString(3000, u'x'));
        QTest::newRow("markup that is long") << u"license"_s << QJsonValue(QString(u"<img src=x>"_s).repeated(300));
    }
    void modelsThatNobodyCouldName()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QStringList told;
        const Result<Catalog> read =
            Catalog::fromJsonLeavingOut(documentOf({with(modelOf({goodOffer()}), key, value)}), told);
        QVERIFY(read.ok());
        QVERIFY(read->models().isEmpty());
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().size() < 400, qPrintable(told.first()));
    }

    void manyFaultsAreCounted_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<int>("complaints");
        const auto repeated = [](const QByteArray &entry, int count) {
            return QByteArray(QByteArray(entry + ',').repeated(count - 1) + entry);
        };
        const int told = static_cast<int>(cataloglimits::complaints);
        QTest::newRow("twenty") << QByteArray("{\"models\":[" + repeated("{}", 20) + "]}") << told;
        QTest::newRow("twenty-one") << QByteArray("{\"models\":[" + repeated("{}", 21) + "]}") << told + 1;
        QTest::newRow("a million") << QByteArray("{\"models\":[" + repeated("{}", 1'000'000) + "]}") << told + 2;
        QTest::newRow("both lists") << QByteArray("{\"models\":[" + repeated("{}", 50) + "],\"open\":["
                                                  + repeated("{}", 50'000) + "]}")
                                    << told + 2;
        QByteArray unknown = "{\"k\":1";
        for (int i = 0; i < 50'000; ++i) {
            unknown += ",\n\"k" + QByteArray::number(i) + "\":1";
        }
        QTest::newRow("unknown fields") << QByteArray(unknown + '}') << told + 1;
        QTest::newRow("unknown fields of an offer")
            << QByteArray("{\"models\":[{\"slug\":\"a\",\"offers\":[" + unknown + "}]}]}") << 1;
        QTest::newRow("defaults of unknown fields")
            << QByteArray("{\"defaults\":{\"a\":" + unknown + "}}}") << told + 1;
        QTest::newRow("offers of one model") << QByteArray("{\"models\":[{\"slug\":\"a\",\"offers\":["
                                                           + QJsonDocument(goodOffer()).toJson(QJsonDocument::Compact)
                                                           + ',' + repeated("{}", 200'000) + "]}]}")
                                             << told + 2;
    }
    void manyFaultsAreCounted()
    {
        QFETCH(QByteArray, document);
        QFETCH(int, complaints);
        QElapsedTimer clock;
        clock.start();
        QStringList told;
        QVERIFY(Catalog::fromJsonLeavingOut(document, told).ok());
        QCOMPARE(told.size(), complaints);
        QVERIFY2(clock.elapsed() < 60'000, qPrintable(QString::number(clock.elapsed()))); // seconds, not hours
    }

    void aHugeFileIsNotRead()
    {
        QStringList told;
        const QByteArray document(cataloglimits::fileBytes + 1, ' ');
        const Result<Catalog> read = Catalog::fromJsonLeavingOut(document, told);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().message.contains(u"16 MiB"_s), qPrintable(read.error().message));
    }
};

QTEST_GUILESS_MAIN(TestHostileCatalog)
#include "test_hostilecatalog.moc"
