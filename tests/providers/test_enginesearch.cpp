// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/engineoffers.h"
#include "core/discovery/enginesearch.h"
#include "core/model/plan.h"
#include "providers/engines.h"
#include "tests/standins/automatic1111.h"
#include "tests/standins/comfyui.h"
#include "tests/standins/localai.h"
#include "tests/standins/sdcpp.h"

#include <QTemporaryDir>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using Use = FoundEngine::Use;
using Found = Result<QList<FoundEngine>>;

namespace {

/// Nobody on the machine that runs the tests is asked.
QList<LocalEngine> enginesWithoutPorts()
{
    QList<LocalEngine> engines = localEngines();
    for (LocalEngine &engine : engines) {
        engine.ports.clear();
    }
    return engines;
}

Found search(const QList<QUrl> &addresses)
{
    EngineSearch search(enginesWithoutPorts());
    QList<Found> ends;
    QObject::connect(&search, &EngineSearch::finished, &search, [&](const Found &found) { ends.append(found); });
    search.start(addresses);
    const bool over = QTest::qWaitFor([&] { return !ends.isEmpty(); }, 20'000);
    return over && ends.size() == 1 ? ends.first() : Found(Error());
}

FoundEngine only(const QUrl &address)
{
    const Found found = search({address});
    return found && found->size() == 1 ? found->first() : FoundEngine();
}

/// Answers one path, and as FastAPI does to all others.
TestServer::Handler at(const QString &path, const QByteArray &body)
{
    return [path, body](const Received &request) {
        return request.path == path ? Reply::bytes(body, "application/json"_ba)
                                    : Reply::json({{u"detail"_s, u"Not Found"_s}}, 404);
    };
}

} // namespace

/// Who answers on this machine, known by what they say.
class TestEngineSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesEngines();
    void serversThatAreNotOpen();
    void others_data();
    void others();
    void everybodyAtOnce();
    void elsewhereIsNotAsked();
    void cancelling();
    void goesInTheMidst();
    void becomesOffers();
    void namesOfOthersAreLeftToThem_data();
    void namesOfOthersAreLeftToThem();
    void addressesOfProvidersCount();
    void fileKeepsThem();
    void slugs_data();
    void slugs();
};

void TestEngineSearch::picturesEngines()
{
    Automatic1111StandIn webUi;
    FoundEngine found = only(webUi.baseUrl());
    QCOMPARE(found.name, u"Automatic1111"_s);
    QCOMPARE(found.provider, u"automatic1111"_s);
    QCOMPARE(found.use, Use::Pictures);
    QCOMPARE(found.models.size(), 2);
    QCOMPARE(found.upscalers, QStringList({u"Lanczos"_s, u"R-ESRGAN 4x+"_s}));
    QCOMPARE(found.samplers.size(), 3);
    QCOMPARE(found.loras, QStringList({u"detail"_s, u"pixel-art"_s}));
    webUi.setForge(true);
    QCOMPARE(only(webUi.baseUrl()).name, u"Forge"_s);

    ComfyUiStandIn comfy;
    found = only(comfy.baseUrl());
    QCOMPARE(found.id, u"comfyui"_s);
    QCOMPARE(found.version, u"0.3.76"_s);
    QCOMPARE(found.models.size(), 2);
    QCOMPARE(found.upscalers, QStringList {u"RealESRGAN_x4.pth"_s});
    QVERIFY(found.samplers.contains(u"euler"_s) && found.loras.size() == 2);

    SdCppStandIn cpp; // also answers as Automatic1111
    found = only(cpp.baseUrl());
    QCOMPARE(found.id, u"sd-cpp"_s);
    QCOMPARE(found.models, QStringList {u"flux1-schnell-q4_k"_s});

    LocalAiStandIn localAi;
    found = only(localAi.baseUrl());
    QCOMPARE(found.id, u"localai"_s);
    QCOMPARE(found.version, u"v3.4.0"_s);
    QCOMPARE(found.models, QStringList {u"flux.1-dev"_s}); // and not what hears or talks
}

void TestEngineSearch::serversThatAreNotOpen()
{
    Automatic1111StandIn webUi;
    webUi.setApi(false);
    QCOMPARE(only(webUi.baseUrl()).use, Use::ApiOff);
    webUi.setApi(true);
    webUi.setUser("me:secret"_ba);
    QCOMPARE(only(webUi.baseUrl()).use, Use::KeyNeeded);
}

void TestEngineSearch::others_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id"); ///< empty: nobody
    QTest::addColumn<Use>("use");
    QTest::newRow("Ollama") << u"/api/version"_s << R"({"version":"0.32.12"})"_ba << u"ollama"_s << Use::TextOnly;
    QTest::newRow("InvokeAI") << u"/api/v1/app/version"_s << R"({"version":"6.2.0"})"_ba << u"invokeai"_s
                              << Use::NothingYet;
    QTest::newRow("LM Studio") << u"/api/v0/models"_s << R"({"object":"list","data":[{"id":"qwen","type":"llm"}]})"_ba
                               << u"lm-studio"_s << Use::TextOnly;
    QTest::newRow("some page") << u"/"_s << "<html></html>"_ba << QString() << Use::NothingYet;
    QTest::newRow("another version") << u"/api/version"_s << R"({"version":"1","build":"x"})"_ba << QString()
                                     << Use::NothingYet;
    QTest::newRow("no JSON") << u"/system_stats"_s << "hello"_ba << QString() << Use::NothingYet;
    QTest::newRow("wrong types") << u"/sdcpp/v1/capabilities"_s << R"({"model":7,"supported_modes":{}})"_ba << QString()
                                 << Use::NothingYet;
    QTest::newRow("endless") << u"/system_stats"_s << QByteArray("{\"a\":\"" + QByteArray(5 * 1024 * 1024, 'a') + "\"}")
                             << QString() << Use::NothingYet;
}

void TestEngineSearch::others()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    const TestServer server(at(path, body));
    const FoundEngine found = only(server.url());
    QTEST(found.id, "id");
    QTEST(found.use, "use");
    QVERIFY(found.provider.isEmpty());
}

/// Side by side: one that is silent holds up nobody else's answer.
void TestEngineSearch::everybodyAtOnce()
{
    ComfyUiStandIn comfy;
    LocalAiStandIn localAi;
    const TestServer silent([](const Received &) { return Reply::never(); });
    const Found found = search({silent.url(), localAi.baseUrl(), comfy.baseUrl(), comfy.baseUrl()});
    QVERIFY(found.ok());
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).id, u"localai"_s);
    QCOMPARE(found->at(1).id, u"comfyui"_s);
}

void TestEngineSearch::elsewhereIsNotAsked()
{
    const Found found =
        search({QUrl(u"http://192.0.2.1:8188"_s), QUrl(u"https://127.0.0.1:8188"_s), QUrl(u"file:///etc/passwd"_s)});
    QVERIFY(found.ok() && found->isEmpty());
}

void TestEngineSearch::cancelling()
{
    const TestServer silent([](const Received &) { return Reply::never(); });
    EngineSearch search(enginesWithoutPorts());
    QList<Found> ends;
    connect(&search, &EngineSearch::finished, this, [&](const Found &found) { ends.append(found); });
    search.start({silent.url()});
    QVERIFY(search.isRunning());
    search.cancel();
    QVERIFY(QTest::qWaitFor([&] { return !ends.isEmpty(); }, 2000));
    QVERIFY(!ends.first().ok() && ends.first().error().kind == ErrorKind::Cancelled);
    search.cancel();
    QCoreApplication::processEvents();
    QCOMPARE(ends.size(), 1);
}

void TestEngineSearch::goesInTheMidst()
{
    const TestServer silent([](const Received &) { return Reply::never(); });
    int ends = 0;
    auto search = std::make_unique<EngineSearch>(enginesWithoutPorts());
    connect(search.get(), &EngineSearch::finished, this, [&] { ++ends; });
    search->start({silent.url()});
    QVERIFY(QTest::qWaitFor([&] { return silent.count() > 0; }, 5000));
    search.reset();
    QCoreApplication::processEvents();
    QCOMPARE(ends, 0);
}

void TestEngineSearch::becomesOffers()
{
    FoundEngine webUi;
    webUi.provider = u"automatic1111"_s;
    webUi.address = QUrl(u"http://127.0.0.1:7860"_s);
    webUi.use = Use::Pictures;
    webUi.models = {u"dreamshaper_8.safetensors [879db523c3]"_s, u"flux-1-dev.safetensors"_s, u"bad\"name"_s};
    webUi.upscalers = {u"R-ESRGAN 4x+"_s};
    webUi.samplers = {u"Euler a"_s, u"DPM++ 2M"_s};
    FoundEngine comfy = webUi;
    comfy.provider = u"comfyui"_s;
    comfy.models = {u"sd15/dreamshaper_8.safetensors"_s};
    comfy.upscalers.clear();
    comfy.loras = {u"detail.safetensors"_s};
    const QHash<QString, QUrl> addresses {{u"automatic1111"_s, QUrl(u"http://localhost:7860"_s)},
                                          {u"comfyui"_s, comfy.address}};
    Catalog catalog = Catalog::builtIn();
    const qsizetype before = catalog.models().size();
    QStringList told;
    catalog.merge(engineOffers({webUi, comfy}, addresses, catalog, told));
    QCOMPARE(told.size(), 1); // the name nothing can be called by
    QCOMPARE(catalog.models().size(), before + 2);

    const Model *model = catalog.find(u"dreamshaper-8"_s);
    QVERIFY(model && model->offers.size() == 2);
    QCOMPARE(model->offers.first().providerModel, webUi.models.first());
    QVERIFY(!model->offers.at(0).supports(u"loras"_s) && model->offers.at(1).supports(u"loras"_s));
    Request request;
    request.model = u"dreamshaper-8"_s;
    request.prompt = u"a red fox"_s;
    request.tuning.scheduler = u"euler A"_s;
    const Result<Plan> plan = catalog.plan(request, model->offers.first());
    QVERIFY(plan && plan->estimate.total == Money::zero());
    QCOMPARE(plan->tuning.value("scheduler"_L1).toString(), u"Euler a"_s);

    const Model *listed = catalog.find(u"flux-1-dev"_s); // one offer more, and nothing else is new
    QVERIFY(listed && listed->maker == Catalog::builtIn().find(u"flux-1-dev"_s)->maker);
    QCOMPARE(listed->offers.size(), Catalog::builtIn().find(u"flux-1-dev"_s)->offers.size() + 1);
    QCOMPARE(catalog.find(u"r-esrgan-4x"_s)->offers.first().modes, QStringList {u"upscale"_s});
}

void TestEngineSearch::namesOfOthersAreLeftToThem_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("slug");
    QTest::newRow("a vendor's") << u"gpt-image-2.safetensors"_s << u"gpt-image-2-local"_s;
    QTest::newRow("of a maker of open ones, too") << u"flux-2-pro.gguf"_s << u"flux-2-pro-local"_s;
    QTest::newRow("built in") << u"sketchbook-scene.ckpt"_s << u"sketchbook-scene-local"_s;
    QTest::newRow("with published weights") << u"flux-1-dev.safetensors"_s << u"flux-1-dev"_s;
    QTest::newRow("nobody's") << u"dreamshaper_8.safetensors"_s << u"dreamshaper-8"_s;
}

/// A file takes no request that was meant for a model of its name which nobody can have as a file.
void TestEngineSearch::namesOfOthersAreLeftToThem()
{
    QFETCH(QString, file);
    FoundEngine comfy;
    comfy.provider = u"comfyui"_s;
    comfy.address = QUrl(u"http://127.0.0.1:8188"_s);
    comfy.use = Use::Pictures;
    comfy.models = {file};
    Catalog catalog = Catalog::builtIn();
    QStringList told;
    catalog.merge(engineOffers({comfy}, {{u"comfyui"_s, comfy.address}}, catalog, told));
    QStringList slugs;
    for (const Model &model : catalog.models()) {
        for (const Offer &offer : model.offers) {
            if (offer.providerModel == file) {
                slugs.append(model.slug);
            }
        }
    }
    QFETCH(QString, slug);
    QCOMPARE(slugOfFile(file, Catalog::builtIn()), slug); // also for workflows
    QCOMPARE(slugs, QStringList {slug});
    QVERIFY(catalog.resolve(slug).ok());
}

void TestEngineSearch::addressesOfProvidersCount()
{
    FoundEngine comfy;
    comfy.provider = u"comfyui"_s;
    comfy.address = QUrl(u"http://127.0.0.1:8189"_s);
    comfy.use = Use::Pictures;
    comfy.models = {u"a.safetensors"_s};
    QStringList told;
    const QUrl usual(u"http://127.0.0.1:8188"_s);
    QVERIFY(engineOffers({comfy}, {{u"comfyui"_s, usual}}, Catalog::builtIn(), told).models().isEmpty());
    QCOMPARE(engineOffers({comfy}, {{u"comfyui"_s, comfy.address}}, Catalog::builtIn(), told).models().size(), 1);
}

void TestEngineSearch::fileKeepsThem()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"engines.json"_s);
    QVERIFY(readFoundEngines(path)->isEmpty());
    ComfyUiStandIn comfy;
    FoundEngine found = only(comfy.baseUrl());
    found.seen = QDateTime(QDate(2026, 11, 22), QTime(3, 4, 5), Qt::UTC);
    FoundEngine far = found;
    far.address = QUrl(u"http://203.0.113.7:8188"_s);
    QVERIFY(writeFoundEngines(path, {found, far}).ok());
    QCOMPARE(*readFoundEngines(path), QList<FoundEngine> {found});
    QVERIFY(writeFoundEngines(path, {}).ok());
    QVERIFY(readFoundEngines(path)->isEmpty());
}

void TestEngineSearch::slugs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("slug");
    QTest::newRow("hash") << u"dreamshaper_8.safetensors [879db523c3]"_s << u"dreamshaper-8"_s;
    QTest::newRow("folder") << u"sdxl/Juggernaut XL.safetensors"_s << u"juggernaut-xl"_s;
    QTest::newRow("other folder") << u"sdxl\\Juggernaut.ckpt"_s << u"juggernaut"_s;
    QTest::newRow("version") << u"v1-5-pruned.emaonly.gguf"_s << u"v1-5-pruned.emaonly"_s;
    QTest::newRow("signs") << u"R-ESRGAN 4x+"_s << u"r-esrgan-4x"_s;
    QTest::newRow("nothing") << u"___"_s << QString();
}

void TestEngineSearch::slugs()
{
    QFETCH(QString, file);
    QTEST(slugOfFile(file), "slug");
}

QTEST_GUILESS_MAIN(TestEngineSearch)
#include "test_enginesearch.moc"
