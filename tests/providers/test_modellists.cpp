// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of vendors' lists ask and understand, from recorded answers.
#include "core/catalog/listreasons.h"
#include "providers/lists/modellisters.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

HttpResponse answer(const QByteArray &body, int status = 200)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    return response;
}

} // namespace

class TestModelLists : public QObject
{
    Q_OBJECT

private:
    std::vector<std::unique_ptr<ModelLister>> m_listers = modelListers();

    [[nodiscard]] const ModelLister &lister(const QString &provider) const
    {
        return **std::find_if(m_listers.cbegin(), m_listers.cend(),
                              [&provider](const auto &one) { return one->provider() == provider; });
    }
    /// All questions, each answered by the next of `answers`; those asked.
    QStringList readAll(const QString &provider, const QByteArrayList &answers, ListProgress &progress)
    {
        QStringList asked;
        Credentials credentials;
        credentials.key = "secret";
        while (const std::optional<HttpRequest> request = lister(provider).next(progress, credentials)) {
            asked.append(QString::fromLatin1(request->method + ' ' + request->url.toEncoded() + ' '
                                             + request->header("Authorization")));
            const QByteArray said = answers.value(progress.asked);
            const Status read = lister(provider).read(progress, said == "404" ? answer("{}", 404) : answer(said));
            if (!read) {
                asked.append(read.error().reason.code);
                return asked;
            }
            ++progress.asked;
        }
        return asked;
    }

private Q_SLOTS:
    void openRouter()
    {
        ListProgress progress;
        const QStringList asked = readAll(u"openrouter"_s, {R"({"data": [
            {"id": "google/gemini-3-pro-image", "name": "Gemini", "architecture": {"input_modalities": ["text", "image"],
             "output_modalities": ["image", "text"]}, "pricing": {"prompt": "0.000002", "completion": "0.000012",
             "image": "0", "image_output": "0.00012", "request": "0"}, "expiration_date": null},
            {"id": "sourceful/riverflow:free", "architecture": {"input_modalities": ["text"], "output_modalities": ["image"]},
             "pricing": {"prompt": "0", "completion": "0"}},
            {"id": "bfl/only-input-priced", "architecture": {"output_modalities": ["image"]}, "pricing": {"prompt": "0.00001"}},
            {"id": "some/llm", "architecture": {"output_modalities": ["text"]}, "pricing": {"prompt": "0.1"}}]})"},
                                          progress);
        QCOMPARE(asked,
                 QStringList {u"GET https:"
                              "//openrouter.ai/api/v1/models?output_modalities=image Bearer secret"_s});
        QVERIFY(progress.list.isWhole);
        QCOMPARE(progress.list.models.size(), 3);
        const ListedModel gemini = progress.list.models.at(0);
        QCOMPARE(gemini.modes, (QStringList {u"text-to-image"_s, u"image-edit"_s}));
        QCOMPARE(gemini.prices.size(), 3);
        QCOMPARE(gemini.prices.at(0).item, PriceLine::Item::OutputImage);
        QCOMPARE(gemini.prices.at(0).unit, PriceLine::Unit::Token);
        QCOMPARE(gemini.prices.at(0).usd, 120.0);
        QCOMPARE(gemini.prices.at(0).per, 1'000'000);
        QCOMPARE(progress.list.models.at(1).modes, QStringList {u"text-to-image"_s});
        QCOMPARE(progress.list.models.at(1).prices.size(), 1);
        QCOMPARE(progress.list.models.at(1).prices.at(0).usd, 0.0);
        QVERIFY(progress.list.models.at(2).prices.isEmpty()); // what the picture costs is not said
        QVERIFY(!lister(u"openrouter"_s).needsKey());
    }

    void plainLists()
    {
        ListProgress openAi;
        QCOMPARE(readAll(u"openai"_s,
                         {R"({"object": "list", "data": [{"id": "gpt-image-2", "shutdown_date": "2027-01-02"},
            {"id": "gpt-9", "shutdown_date": null}]})"},
                         openAi)
                     .size(),
                 1);
        QCOMPARE(openAi.list.models.size(), 2);
        QVERIFY(openAi.list.models.at(0).makesPictures && !openAi.list.models.at(1).makesPictures);
        QCOMPARE(openAi.list.models.at(0).shutdown, u"2027-01-02"_s);

        ListProgress together;
        QCOMPARE(readAll(u"together"_s, {R"([{"id": "bfl/FLUX.2", "type": "image", "display_name": "FLUX.2",
            "pricing": {"base": 0, "input": 0}}, {"id": "meta/llama", "type": "chat"}])"},
                         together)
                     .size(),
                 1);
        QCOMPARE(together.list.models.size(), 1);
        QCOMPARE(together.list.models.at(0).name, u"FLUX.2"_s);
        QVERIFY(together.list.models.at(0).prices.isEmpty());

        ListProgress lumenfall;
        QCOMPARE(readAll(u"lumenfall"_s, {R"({"data": [{"id": "flux.2-pro"}, {"id": "kling-v3", "modality": "video"},
            {"id": "seedream-5", "capabilities": ["text-to-image"], "starting_price": 0.01}]})"},
                         lumenfall),
                 QStringList {u"GET https:"
                              "//api.lumenfall.ai/openai/v1/models Bearer secret"_s});
        QCOMPARE(lumenfall.list.models.size(), 2);
        QVERIFY(!lumenfall.list.models.at(0).makesPictures && lumenfall.list.models.at(1).makesPictures);

        ListProgress deepInfra;
        QCOMPARE(readAll(u"deepinfra"_s, {R"({"data": [{"id": "bfl/FLUX-2", "metadata": {"tags": ["text-to-image"]}},
            {"id": "meta/llama", "metadata": null}]})"},
                         deepInfra)
                     .size(),
                 1);
        QVERIFY(deepInfra.list.models.at(0).makesPictures && !deepInfra.list.models.at(1).makesPictures);
        QVERIFY(!deepInfra.list.isWhole);
    }

    void replicateIsAskedForEach()
    {
        ListProgress progress;
        progress.known = {u"bfl/flux"_s, u"old/gone:0123"_s};
        const QStringList asked = readAll(u"replicate"_s, {R"({"owner": "bfl", "name": "flux"})", "404"}, progress);
        QCOMPARE(asked.size(), 2);
        QVERIFY(asked.at(1).contains(u"/v1/models/old/gone "_s));
        QCOMPARE(progress.list.models.size(), 1);
        QCOMPARE(progress.list.gone, QStringList {u"old/gone:0123"_s});
        QVERIFY(!progress.list.isWhole);
    }

    void falIsAskedInParts()
    {
        ListProgress progress;
        for (int i = 0; i < 51; ++i) {
            progress.known.append(u"fal-ai/m%1"_s.arg(i));
        }
        const QStringList asked = readAll(
            u"fal"_s,
            {R"({"models": [{"endpoint_id": "fal-ai/m0", "metadata": {"display_name": "M", "status": "active"}},
                {"endpoint_id": "fal-ai/m1", "metadata": {"status": "deprecated"}}], "has_more": false})",
             "404",
             R"({"prices": [{"endpoint_id": "fal-ai/m0", "unit_price": 0.03, "unit": "megapixels", "currency": "USD"},
                {"endpoint_id": "fal-ai/m1", "unit_price": 1, "unit": "images", "currency": "USD"}]})",
             R"({"prices": []})"},
            progress);
        QCOMPARE(asked.size(), 4);
        QVERIFY(asked.at(0).contains(u"api.fal.ai/v1/models?"_s) && asked.at(0).contains(u"fal-ai/m0,fal-ai/m1"_s));
        QVERIFY(asked.at(0).endsWith(u"Key secret"_s));
        QVERIFY(asked.at(1).contains(u"endpoint_id=fal-ai/m50 "_s));
        QVERIFY(asked.at(2).contains(u"/v1/models/pricing?endpoint_id=fal-ai/m0,"_s));
        QCOMPARE(progress.list.models.size(), 1);
        QCOMPARE(progress.list.models.at(0).prices.at(0).unit, PriceLine::Unit::Megapixel);
        QCOMPARE(progress.list.gone.size(), 49); // of the first part; a 404 says nothing of the second
        QVERIFY(!progress.list.gone.contains(u"fal-ai/m50"_s));
    }

    /// One entry that nobody can read says nothing of the others, and may be any of those that are missing.
    void oneBadEntryIsLeftOut_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QByteArray>("body");
        for (const QByteArray bad : {"{\"id\": null}", "{}", "7", "null", "{\"id\": 5, \"type\": \"image\"}"}) {
            const QByteArray good =
                R"({"id": "gpt-image-2", "type": "image", "architecture": {"output_modalities": ["image"]}})";
            const QByteArray list = "[" + bad + ", " + good + "]";
            QTest::addRow("openai %s", bad.constData()) << u"openai"_s << QByteArray("{\"data\": " + list + "}");
            QTest::addRow("openrouter %s", bad.constData())
                << u"openrouter"_s << QByteArray("{\"data\": " + list + "}");
            QTest::addRow("together %s", bad.constData()) << u"together"_s << list;
        }
        QTest::newRow("fal") << u"fal"_s << R"({"models": [{"endpoint_id": null}, {"endpoint_id": "fal-ai/m0"}]})"_ba;
    }
    void oneBadEntryIsLeftOut()
    {
        QFETCH(QString, provider);
        QFETCH(QByteArray, body);
        ListProgress progress;
        progress.known = {u"fal-ai/m0"_s, u"fal-ai/m1"_s};
        readAll(provider, {body, R"({"prices": []})"}, progress);
        QCOMPARE(progress.list.models.size(), 1);
        QCOMPARE(progress.list.leftOut, 1);
        QVERIFY(!progress.list.isWhole);
        QVERIFY(progress.list.gone.isEmpty());
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QByteArray>("body");
        for (const auto &one : m_listers) {
            const QString provider = one->provider();
            const auto row = [&provider](const char *what, const QByteArray &body) {
                QTest::addRow("%s: %s", qPrintable(provider), what) << provider << body;
            };
            row("a page", "<html><body>Sign in</body></html>");
            row("cut off", "{\"data\": [{\"id\": \"a\"}, {\"i");
            row("nothing", "");
            row("another form", R"({"items": [{"id": "a"}]})");
            row("a text", R"({"data": "none", "models": "none"})");
        }
    }
    void brokenAnswers()
    {
        QFETCH(QString, provider);
        QFETCH(QByteArray, body);
        ListProgress progress;
        progress.known = {u"a/b"_s};
        const Status read = lister(provider).read(progress, answer(body));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().reason.code, QString::fromLatin1(reasons::listUnreadable.code));
    }

    void refusals()
    {
        for (const auto &one : m_listers) {
            ListProgress progress;
            progress.known = {u"a/b"_s};
            const Status refused = one->read(progress, answer("{}", 401));
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().kind, ErrorKind::Auth);
            QVERIFY(!one->read(progress, answer("{}", 400)).ok());
        }
    }
};

QTEST_APPLESS_MAIN(TestModelLists)
#include "test_modellists.moc"
