// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Lumenfall's list says of a model beside OpenAI's fields.
#include "core/gateway/dialects/openai/openaimodels.h"
#include "core/gateway/dialects/openai/textschema.h"
#include "tests/gateway/chatrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const Catalog &builtIn()
{
    static const Catalog catalog = Catalog::builtIn();
    return catalog;
}

QJsonObject entryOf(const QJsonObject &list, const QString &id)
{
    QJsonObject found;
    const QJsonArray data = list.value("data"_L1).toArray();
    for (const QJsonValue model : data) {
        found = model["id"_L1] == id ? model.toObject() : found;
    }
    return found;
}

QJsonObject entryOf(const Catalog &catalog, const QString &id)
{
    return entryOf(QJsonDocument::fromJson(openai::modelsAnswer(catalog).body).object(), id);
}

QStringList textsIn(const QJsonValue &list)
{
    return list.toVariant().toStringList();
}

} // namespace

class TestListedModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatACatalogKnowsIsTold_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("tags");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("inputs");
        const auto row = [](const QString &id, const QStringList &tags, const QStringList &names,
                            const QStringList &inputs) {
            QTest::newRow(qPrintable(id)) << id << tags << names << inputs;
        };
        row(u"flux-2-pro"_s, {u"flux.2"_s, u"image-edit"_s, u"multi-reference"_s, u"proprietary"_s},
            {u"flux.2-pro"_s, u"fal-ai/flux-2-pro"_s}, {u"text"_s, u"image"_s});
        row(u"recraft-v4-vector"_s, {u"recraft"_s, u"vector"_s}, {u"recraft-v4-svg"_s, u"recraftv4_vector"_s},
            {u"text"_s});
        row(u"stability-erase"_s, {u"object-removal"_s}, {u"stable-image/edit/erase"_s}, {u"image"_s});
    }
    void whatACatalogKnowsIsTold()
    {
        QFETCH(QString, id);
        QFETCH(QStringList, tags);
        QFETCH(QStringList, names);
        const QJsonObject model = entryOf(builtIn(), id);
        const QStringList toldTags = textsIn(model.value("tags"_L1));
        for (const QString &tag : tags) {
            QVERIFY2(toldTags.contains(tag), qPrintable(toldTags.join(u' ')));
        }
        QCOMPARE(QSet<QString>(toldTags.begin(), toldTags.end()).size(), toldTags.size());
        const QStringList toldNames = textsIn(model.value("alternative_names"_L1));
        for (const QString &name : names) {
            QVERIFY2(toldNames.contains(name), qPrintable(toldNames.join(u' ')));
        }
        QVERIFY(!toldNames.contains(id));
        QTEST(textsIn(model["modalities"_L1]["input"_L1]), "inputs");
        QCOMPARE(textsIn(model["modalities"_L1]["output"_L1]), QStringList {u"image"_s});
        QCOMPARE(model.value("featured"_L1), QJsonValue(false));
        QCOMPARE(model.value("image_url"_L1), QJsonValue(QJsonValue::Null));
    }

    /// Each of the other names leads to the model that is told under it.
    void namesLeadToTheirModel()
    {
        int names = 0;
        const QJsonArray data =
            QJsonDocument::fromJson(openai::modelsAnswer(builtIn()).body).object().value("data"_L1).toArray();
        for (const QJsonValue model : data) {
            const QStringList others = textsIn(model["alternative_names"_L1]);
            for (const QString &name : others) {
                const Result<Resolution> found = builtIn().resolve(name);
                QVERIFY2(found && found->model.slug == model["id"_L1].toString(), qPrintable(name));
                ++names;
            }
        }
        QVERIFY(names > data.size());
    }

    void namesOfOnesOwnAreAmongThem()
    {
        QStringList told;
        Catalog own = builtIn();
        const Result<Catalog> file =
            Catalog::fromJsonLeavingOut(R"({"aliases": {"dall-e-3": "gpt-image-1.5"}})", told, {{u"openai"_s}});
        QVERIFY2(file.ok() && told.isEmpty(), qPrintable(told.join(u'\n')));
        own.merge(*file);
        QVERIFY(textsIn(entryOf(own, u"gpt-image-1.5"_s).value("alternative_names"_L1)).contains(u"dall-e-3"_s));
        const QStringList others = textsIn(entryOf(own, u"dall-e-3"_s).value("alternative_names"_L1));
        QVERIFY(others.contains(u"gpt-image-1.5"_s));
        QVERIFY(!others.contains(u"dall-e-3"_s));
    }

    /// Whoever may ask one provider alone is told no name that leads to others.
    void aClientIsToldWhatItMayAskFor()
    {
        GatewayRig rig;
        rig.gateway.setCatalog(builtIn());
        rig.start();
        const QByteArray key = await(rig.clients.add(u"careful"_s, {{u"fal/*"_s}, {}, {}}))->key;
        QJsonObject model;
        QTRY_VERIFY(!(model = entryOf(
                          rig.ask(rig.request("GET", "/v1/models", {}, "Authorization: Bearer " + key + "\r\n")).json(),
                          u"fal/flux-2-pro"_s))
                         .isEmpty());
        QCOMPARE(textsIn(model.value("alternative_names"_L1)), QStringList {u"fal/fal-ai/flux-2-pro"_s});
    }

    void textModelsHaveTheSameFields()
    {
        ChatRig rig;
        const QJsonObject list = rig.gateway.ask(rig.gateway.request("GET", "/v1/models")).json();
        const auto modalities = [&list](const QString &id) {
            return textsIn(entryOf(list, id)["modalities"_L1]["input"_L1])
                + textsIn(entryOf(list, id)["modalities"_L1]["output"_L1]);
        };
        QCOMPARE(modalities(u"talk"_s), (QStringList {u"text"_s, u"text"_s}));
        QCOMPARE(modalities(u"embed"_s), (QStringList {u"text"_s, u"embeddings"_s}));
        QCOMPARE(modalities(u"retouched"_s), (QStringList {u"text"_s, u"image"_s, u"image"_s}));
        QCOMPARE(textsIn(entryOf(list, u"embed"_s).value("tags"_L1)), QStringList {u"embeddings"_s});
        const QJsonObject words = entryOf(list, u"talk"_s);
        const QJsonObject pictures = entryOf(list, u"drawn"_s);
        for (const QString &field :
             {u"featured"_s, u"tags"_s, u"alternative_names"_s, u"image_url"_s, u"modalities"_s}) {
            QVERIFY2(words.contains(field) && pictures.contains(field), qPrintable(field));
            QCOMPARE(words.value(field).type(), pictures.value(field).type());
        }
    }

    /// What the catalog knows of each offer, for each way of asking it.
    void whatATextModelTakes()
    {
        ChatRig rig;
        const auto offersOf = [&rig](const QByteArray &path) {
            const RawAnswer answer = rig.gateway.ask(rig.gateway.request("GET", "/v1/models/" + path));
            return answer.status == 200 ? answer.json().value("offers"_L1).toArray() : QJsonArray();
        };
        QStringList all;
        const QJsonArray offers = offersOf("talk?schema=true");
        for (const QJsonValue offer : offers) {
            all.append(offer["offer"_L1].toString() + u' ' + offer["modes"_L1][0].toString());
        }
        QCOMPARE(all,
                 QStringList(
                     {u"alpha/talk chat"_s, u"alpha/talk responses"_s, u"beta/talk chat"_s, u"beta/talk responses"_s}));
        const QJsonObject chat = offers[0]["schema"_L1].toObject();
        const QJsonObject fields = chat.value("properties"_L1).toObject();
        QCOMPARE(chat.value("required"_L1).toArray(), QJsonArray({u"model"_s, u"messages"_s}));
        QCOMPARE(fields["model"_L1]["enum"_L1].toArray(), QJsonArray({u"talk"_s, u"alpha/talk"_s}));
        QCOMPARE(fields["max_tokens"_L1]["maximum"_L1].toInt(), 1000);
        QVERIFY(fields.contains("temperature"_L1));
        QVERIFY(!QJsonDocument(fields).toJson().contains("image_url")); // which it cannot see
        const QJsonObject responses = offers[1]["schema"_L1].toObject();
        QCOMPARE(responses.value("required"_L1).toArray(), QJsonArray({u"model"_s, u"input"_s}));
        QCOMPARE(responses["properties"_L1]["max_output_tokens"_L1]["maximum"_L1].toInt(), 1000);
        QCOMPARE(offersOf("beta/talk?schema=true").size(), 2);
        const QJsonArray embed = offersOf("embed?schema=true");
        QCOMPARE(embed.size(), 1);
        QCOMPARE(embed[0]["modes"_L1], QJsonValue(QJsonArray {u"embeddings"_s}));
        QVERIFY(embed[0]["schema"_L1]["properties"_L1].toObject().contains("dimensions"_L1));
        QVERIFY(offersOf("talk").isEmpty());
        QCOMPARE(offersOf("drawn?schema=true").size(), 1);
        QCOMPARE(rig.gateway.ask(rig.gateway.request("GET", "/v1/models/tolk?schema=true")).status, 404);
    }

    /// Where a provider takes any name for pictures, too, what is listed as a text model is one, as without a schema.
    void aListedTextModelIsOneAtEachOfItsNames()
    {
        ChatRig rig;
        rig.takeAnyNameAtAlpha();
        const RawAnswer answer = rig.gateway.ask(rig.gateway.request("GET", "/v1/models/alpha/talk?schema=true"));
        QCOMPARE(answer.status, 200);
        const QJsonArray offers = answer.json().value("offers"_L1).toArray();
        QCOMPARE(offers.size(), 2);
        QCOMPARE(offers[0]["modes"_L1], QJsonValue(QJsonArray {u"chat"_s}));
    }

    void picturesThatATextModelSees()
    {
        TextOffer offer;
        offer.model = u"talk"_s;
        offer.provider = u"alpha"_s;
        offer.vision = true;
        const QJsonObject schema = openai::textSchema(offer, TextKind::Chat);
        QVERIFY(QJsonDocument(schema).toJson().contains("image_url"));
        QVERIFY(!schema["properties"_L1]["max_tokens"_L1].toObject().contains("maximum"_L1)); // nobody knows it
    }
};

QTEST_GUILESS_MAIN(TestListedModels)
#include "test_listedmodels.moc"
