// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/adapter/workflowreasons.h"
#include "core/catalog/catalog.h"
#include "core/engine/pictureconversation.h"
#include "core/model/reasonsearch.h"
#include "providers/comfyui/comfyuiadapter.h"
#include "providers/comfyui/comfyuiworkflow.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobrun.h"
#include "tests/providers/jobs.h"
#include "tests/providers/localengines.h"
#include "tests/standins/comfyui.h"

#include <QtEndian>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString model = QStringLiteral("dreamshaper_8.safetensors");

QByteArray number(quint32 value)
{
    QByteArray bytes(4, 0);
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

/// ComfyUI: graphs, uploads, the queue and the history over HTTP; its errors and its web socket in tables.
class TestComfyUi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_standIn = std::make_unique<ComfyUiStandIn>();
        m_standIn->hurry();
    }
    void makes_data();
    void makes();
    void valuesStandInTheGraph();
    void picturesAreUploadedFirst();
    void lorasStandBehindTheModel();
    void theSamePromptIsPaintedAnew();
    void graphFaults_data();
    void graphFaults();
    void endings_data();
    void endings();
    void jobsThatAreGone();
    void turns();
    void cancels_data();
    void cancels();
    void messages_data();
    void messages();
    void tellsOnItsSocket();
    void ownWorkflows_data();
    void ownWorkflows();
    void ownWorkflowsMakePictures();
    void trouble_data();
    void trouble();

private:
    [[nodiscard]] CallOutcome made(const Plan &plan) const { return drive(ComfyUiAdapter(), plan, credentials()); }
    [[nodiscard]] Credentials credentials() const { return {{}, {}, m_standIn->baseUrl()}; }
    [[nodiscard]] static Plan planOf(const QString &mode = u"text-to-image"_s)
    {
        return enginePlan(u"comfyui"_s, model, mode, engineRequest(mode));
    }

    std::unique_ptr<ComfyUiStandIn> m_standIn;
};

void TestComfyUi::makes_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("uploads");
    QTest::newRow("words") << u"text-to-image"_s << model << 0;
    QTest::newRow("edit") << u"image-edit"_s << model << 1;
    QTest::newRow("mask") << u"inpaint"_s << u"sdxl/Juggernaut XL.safetensors"_s << 2;
    QTest::newRow("upscale") << u"upscale"_s << u"RealESRGAN_x4.pth"_s << 1;
}

void TestComfyUi::makes()
{
    QFETCH(QString, mode);
    QFETCH(QString, name);
    QFETCH(int, uploads);
    Request request = engineRequest(mode);
    if (mode != "upscale"_L1) {
        request.size.pixels = QSize(640, 480);
    }
    const Plan plan = enginePlan(u"comfyui"_s, name, mode, request);
    QCOMPARE(plan.estimate.total, Money::zero());
    const CallOutcome outcome = made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error()).detail));
    QCOMPARE(outcome.media.size(), 1);
    const QSize size = QImage::fromData(outcome.media.first().bytes).size();
    QCOMPARE(size, mode == "upscale"_L1 ? QSize(64, 48) * 4 : QSize(640, 480));
    QCOMPARE(outcome.media.first().seed.has_value(), mode != "upscale"_L1);
    QCOMPARE(m_standIn->uploads().size(), uploads);
    QCOMPARE(m_standIn->billed(), 1);
    QCOMPARE(m_standIn->violations(), QStringList());
}

void TestComfyUi::valuesStandInTheGraph()
{
    Request request = engineRequest(u"image-edit"_s);
    request.negativePrompt = u"blur"_s;
    request.seed = 7;
    request.size.pixels = QSize(512, 768);
    request.tuning.steps = 12;
    request.tuning.guidance = 4.5;
    request.tuning.strength = 0.5;
    request.tuning.scheduler = u"dpmpp_2m"_s;
    request.extra = {{u"7"_s, QJsonObject {{u"filename_prefix"_s, u"mine"_s}}}};
    const Plan plan = enginePlan(u"comfyui"_s, model, u"image-edit"_s, request);
    const CallOutcome outcome = made(plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error()).detail));
    QCOMPARE(outcome.media.first().seed, std::optional<qint64>(7));
    const QJsonObject graph = m_standIn->lastGraph();
    const auto input = [&graph](const char *node, const char *name) {
        return graph.value(QLatin1StringView(node))["inputs"_L1][QLatin1StringView(name)];
    };
    QCOMPARE(input("1", "ckpt_name").toString(), model);
    QCOMPARE(input("2", "text").toString(), u"a red fox"_s);
    QCOMPARE(input("3", "text").toString(), u"blur"_s);
    QCOMPARE(input("4", "width").toInt(), 512);
    QCOMPARE(input("4", "height").toInt(), 768);
    QCOMPARE(input("5", "seed").toInt(), 7);
    QCOMPARE(input("5", "steps").toInt(), 12);
    QCOMPARE(input("5", "cfg").toDouble(), 4.5);
    QCOMPARE(input("5", "denoise").toDouble(), 0.5);
    QCOMPARE(input("5", "sampler_name").toString(), u"dpmpp_2m"_s);
    QCOMPARE(input("7", "filename_prefix").toString(), u"mine"_s);
}

void TestComfyUi::picturesAreUploadedFirst()
{
    QVERIFY(!made(planOf(u"inpaint"_s)).error);
    const QJsonObject graph = m_standIn->lastGraph();
    const QString picture = graph.value("8"_L1)["inputs"_L1]["image"_L1].toString();
    const QString mask = graph.value("10"_L1)["inputs"_L1]["image"_L1].toString();
    QVERIFY(picture != mask);
    QCOMPARE(m_standIn->uploaded(picture), engineRequest(u"inpaint"_s).images.first().bytes);
    const QImage sent = QImage::fromData(m_standIn->uploaded(mask));
    QCOMPARE(sent.pixelColor(20, 15), QColor(Qt::white)); // may change
    QCOMPARE(sent.pixelColor(2, 2), QColor(Qt::black));
}

void TestComfyUi::lorasStandBehindTheModel()
{
    Request request = engineRequest(u"text-to-image"_s);
    request.tuning.loras = {{u"detail.safetensors"_s, 0.8}, {u"pixel.safetensors"_s, 1}};
    const CallOutcome outcome = made(enginePlan(u"comfyui"_s, model, u"text-to-image"_s, request));
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error()).detail));
    const QJsonObject graph = m_standIn->lastGraph();
    const auto from = [&graph](const char *node, const char *name) {
        return graph.value(QLatin1StringView(node))["inputs"_L1][QLatin1StringView(name)][0].toString();
    };
    QCOMPARE(from("lora1", "model"), u"1"_s);
    QCOMPARE(from("lora2", "clip"), u"lora1"_s);
    QCOMPARE(from("5", "model"), u"lora2"_s);
    QCOMPARE(from("2", "clip"), u"lora2"_s);
    QCOMPARE(from("6", "vae"), u"1"_s);
}

void TestComfyUi::theSamePromptIsPaintedAnew()
{
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!made(planOf()).error);
    }
    QCOMPARE(m_standIn->cached(), 0);
}

void TestComfyUi::graphFaults_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("extra");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("node"); ///< in ComfyUI's words
    QTest::newRow("checkpoint") << u"gone.safetensors"_s << QJsonObject() << ErrorKind::NotFound << u"model"_s
                                << u"CheckpointLoaderSimple 1"_s;
    const auto wrong = [](const QString &node, const QString &input, const QJsonValue &value) {
        return QJsonObject {{node, QJsonObject {{input, value}}}};
    };
    QTest::newRow("sampler") << model << wrong(u"5"_s, u"sampler_name"_s, u"none"_s) << ErrorKind::Invalid
                             << u"scheduler"_s << u"KSampler 5"_s;
    QTest::newRow("file") << model << wrong(u"7"_s, u"filename_prefix"_s, 7) << ErrorKind::Invalid
                          << u"7.filename_prefix"_s << u"SaveImage 7"_s;
}

void TestComfyUi::graphFaults()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, extra);
    QFETCH(QString, node);
    Request request = engineRequest(u"text-to-image"_s);
    request.extra = extra;
    const std::optional<Error> error = made(enginePlan(u"comfyui"_s, name, u"text-to-image"_s, request)).error;
    QVERIFY(error);
    QTEST(error->kind, "kind");
    QTEST(error->param, "param");
    QVERIFY2(error->detail.contains(node), qPrintable(error->detail));
    QCOMPARE(error->billing, Billing::NotBilled);
    QCOMPARE(m_standIn->billed(), 0);
}

void TestComfyUi::endings_data()
{
    QTest::addColumn<QString>("exception");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("memory") << u"torch.OutOfMemoryError"_s << QByteArray(reasons::outOfMemory.code);
    QTest::newRow("broken") << u"RuntimeError"_s << QByteArray(reasons::failedForFree.code);
    QTest::newRow("stopped") << u"interrupted"_s << QByteArray(reasons::jobStopped.code);
}

void TestComfyUi::endings()
{
    QFETCH(QString, exception);
    QFETCH(QByteArray, reason);
    m_standIn->failNextJob(exception);
    const std::optional<Error> error = made(planOf()).error;
    QVERIFY(error && error->billing == Billing::NotBilled);
    QCOMPARE(error->kind, exception == "interrupted"_L1 ? ErrorKind::Cancelled : ErrorKind::Upstream);
    QVERIFY(holdsReason(error->why(), reason.constData()));
}

/// Neither in the history nor in the queue, and stays so: the server was started anew.
void TestComfyUi::jobsThatAreGone()
{
    const ComfyUiAdapter adapter;
    const AdapterState state {{u"phase"_s, u"history"_s},
                              {u"id"_s, u"gone"_s},
                              {u"poll"_s, QString(m_standIn->baseUrl().toString() + u"/history/gone"_s)}};
    const Step first = adapter.advance(planOf(), state, answerOf(200, "{}"), credentials());
    QCOMPARE(requestOf(first).url.path(), u"/queue"_s);
    const QByteArray empty = R"({"queue_running":[],"queue_pending":[]})";
    const Step second = adapter.advance(planOf(), stateOf(first), answerOf(200, empty), credentials());
    QCOMPARE(requestOf(second).url.path(), u"/history/gone"_s);
    const Step third = adapter.advance(planOf(), stateOf(second), answerOf(200, "{}"), credentials());
    QVERIFY(std::holds_alternative<Odd>(third) && std::get<Odd>(third).mayBeSo);
    QCOMPARE(errorOf(third).kind, ErrorKind::NotFound);
}

void TestComfyUi::turns()
{
    const ComfyUiAdapter adapter;
    const AdapterState state {{u"phase"_s, u"queue"_s},
                              {u"id"_s, u"c"_s},
                              {u"poll"_s, QString(m_standIn->baseUrl().toString() + u"/history/c"_s)}};
    const QByteArray waits = R"({"queue_running":[[1,"a",{}]],"queue_pending":[[4,"d",{}],[2,"b",{}],[3,"c",{}]]})";
    const Step waiting = adapter.advance(planOf(), state, answerOf(200, waits), credentials());
    QCOMPARE(std::get<Wait>(waiting).queuePosition, std::optional(1));
    QCOMPARE(requestOf(waiting).url.path(), u"/history/c"_s);
    QCOMPARE(std::get<Wait>(waiting).socket->url.scheme(), u"ws"_s);
    const HttpRequest leave = adapter.cancel(stateOf(waiting), credentials()).value();
    QCOMPARE(leave.url.path(), u"/queue"_s);
    QCOMPARE(jsonOf(leave.body).value("delete"_L1), QJsonValue(QJsonArray {u"c"_s}));
    const Step running = adapter.advance(
        planOf(), state, answerOf(200, R"({"queue_running":[[3,"c",{}]],"queue_pending":[]})"), credentials());
    QVERIFY(!std::get<Wait>(running).queuePosition);
    const HttpRequest stop = adapter.cancel(stateOf(running), credentials()).value();
    QCOMPARE(stop.url.path(), u"/interrupt"_s);
    QCOMPARE(jsonOf(stop.body).value("prompt_id"_L1).toString(), u"c"_s);
    QVERIFY(!stop.startsPaidWork);
}

void TestComfyUi::cancels_data()
{
    QTest::addColumn<int>("polls");
    QTest::newRow("while it waits") << 100;
    QTest::newRow("while it runs") << 1;
}

void TestComfyUi::cancels()
{
    QFETCH(int, polls);
    m_standIn->setPolls(polls);
    HttpClient http;
    const ComfyUiAdapter adapter;
    const Plan plan = planOf();
    CallDriver driver(pictureConversation(adapter, plan, plan.calls.first(), credentials()), http, hastyPatience());
    std::optional<CallOutcome> outcome;
    connect(&driver, &CallDriver::finished, this, [&](const CallOutcome &end) { outcome = end; });
    bool asked = false;
    connect(&driver, &CallDriver::stateChanged, &driver, [&](const AdapterState &state) {
        const bool known = state.contains("running"_L1) && state.value("running"_L1).toBool() == (polls == 1);
        if (known && !asked) {
            asked = true;
            QMetaObject::invokeMethod(&driver, &CallDriver::cancel, Qt::QueuedConnection);
        }
    });
    driver.start();
    QVERIFY(QTest::qWaitFor([&] { return outcome.has_value(); }, 30'000));
    QVERIFY(asked && outcome->error);
    QCOMPARE(outcome->error->kind, ErrorKind::Cancelled);
    QCOMPARE(outcome->error->billing, Billing::NotBilled);
    QCOMPARE(m_standIn->calls(polls == 1 ? u"/interrupt"_s : u"/queue"_s) > 0, true);
}

void TestComfyUi::messages_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("brings");
    const QByteArray picture = pngOf({2, 2});
    const QByteArray own = R"({"prompt_id":"id","node_id":"5"})";
    const QByteArray other = R"({"prompt_id":"other"})";
    QTest::newRow("steps") << "text"_ba
                           << R"({"type":"progress","data":{"value":5,"max":20,"prompt_id":"id"}})"_ba << u"0.25"_s;
    QTest::newRow("of another") << "text"_ba
                                << R"({"type":"progress","data":{"value":5,"max":20,"prompt_id":"no"}})"_ba
                                << QString();
    QTest::newRow("no steps") << "text"_ba
                              << R"({"type":"progress","data":{"value":5,"max":0,"prompt_id":"id"}})"_ba << QString();
    QTest::newRow("over") << "text"_ba
                          << R"({"type":"executing","data":{"node":null,"prompt_id":"id"}})"_ba << u"poll"_s;
    QTest::newRow("a node") << "text"_ba
                            << R"({"type":"executing","data":{"node":"5","prompt_id":"id"}})"_ba << QString();
    QTest::newRow("done") << "text"_ba
                          << R"({"type":"execution_success","data":{"prompt_id":"id"}})"_ba << u"poll"_s;
    QTest::newRow("no JSON") << "text"_ba
                             << "hello"_ba << QString();
    QTest::newRow("sketch") << "binary"_ba << number(1) + number(2) + picture << u"sketch"_s;
    QTest::newRow("sketch with words") << "binary"_ba
                                       << number(4) + number(static_cast<quint32>(own.size())) + own + picture
                                       << u"sketch"_s;
    QTest::newRow("sketch of another") << "binary"_ba
                                       << number(4) + number(static_cast<quint32>(other.size())) + other + picture
                                       << QString();
    QTest::newRow("text") << "binary"_ba << number(3) + number(1) + "5hello" << QString();
    QTest::newRow("cut") << "binary"_ba << number(1).first(3) << QString();
    QTest::newRow("lying length") << "binary"_ba << number(4) + number(0xffffffff) + own << QString();
    QTest::newRow("empty sketch") << "binary"_ba << number(1) + number(2) << QString();
}

void TestComfyUi::messages()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    QFETCH(QString, brings);
    const QList<Interim> found = ComfyUiAdapter().streamed(planOf(), {{u"id"_s, u"id"_s}}, {name, data});
    QCOMPARE(found.size(), brings.isEmpty() ? 0 : 1);
    if (brings == "sketch"_L1) {
        QCOMPARE(std::get<Preview>(found.first()).bytes, pngOf({2, 2}));
    } else if (brings == "poll"_L1) {
        QVERIFY(std::holds_alternative<PollNow>(found.first()));
    } else if (!brings.isEmpty()) {
        QCOMPARE(std::get<JobProgress>(found.first()).fraction, std::optional(brings.toDouble()));
    }
}

/// Steps and sketches that ComfyUI tells by itself reach whoever watches the call, and its word ends the waiting.
void TestComfyUi::tellsOnItsSocket()
{
    m_standIn->setPolls(1'000'000);
    const ComfyUiAdapter adapter;
    JobRun run(adapter, planOf(), credentials());
    QVERIFY(run.start().hasJob());
    QTRY_COMPARE(m_standIn->listeners(), 1);
    for (const int step : {5, 20}) {
        m_standIn->tellStep(step, 20);
    }
    m_standIn->finishJob();
    const CallOutcome outcome = run.outcome();
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), 1);
    QList<double> fractions;
    QList<QByteArray> sketches;
    const QList<Progress> told = run.progress();
    for (const Progress &progress : told) {
        if (progress.fraction && (fractions.isEmpty() || fractions.last() != *progress.fraction)) {
            fractions.append(*progress.fraction);
        }
        if (!progress.preview.isEmpty()) {
            sketches.append(progress.preview);
        }
    }
    QCOMPARE(fractions, (QList<double> {0.25, 1}));
    QCOMPARE(sketches.size(), 2);
    QVERIFY(sniffFormat(sketches.first()) == ImageFormat::Png && sketches.first() != sketches.last());
    QTRY_COMPARE(m_standIn->listeners(), 0);
    QCOMPARE(m_standIn->billed(), 1);
    QCOMPARE(m_standIn->violations(), QStringList());
}

namespace {

/// As ComfyUI exports one, with other numbers than the built-in ones.
QByteArray exported()
{
    return R"({"10":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"dreamshaper_8.safetensors"}},
        "20":{"class_type":"CLIPTextEncode","inputs":{"clip":["10",1],"text":"x"}},
        "21":{"class_type":"CLIPTextEncode","inputs":{"clip":["10",1],"text":"ugly"}},
        "30":{"class_type":"EmptyLatentImage","inputs":{"width":512,"height":512,"batch_size":1}},
        "40":{"class_type":"KSampler","inputs":{"model":["10",0],"positive":["20",0],"negative":["21",0],
            "latent_image":["30",0],"seed":1,"steps":8,"cfg":2,"sampler_name":"euler","scheduler":"karras","denoise":1}},
        "50":{"class_type":"VAEDecode","inputs":{"samples":["40",0],"vae":["10",2]}},
        "7":{"class_type":"SaveImage","inputs":{"images":["50",0],"filename_prefix":"mine"}}})";
}

} // namespace

void TestComfyUi::ownWorkflows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reason"); ///< empty: it is well
    const auto with = [](const char *inputs) {
        return QByteArray(R"({"workflow":)" + exported() + R"(,"inputs":)" + inputs + "}");
    };
    QTest::newRow("exported") << exported() << QByteArray();
    QTest::newRow("named") << with(R"({"prompt":"20.text","seed":"40.seed","size":"30.width, 30.height"})")
                           << QByteArray();
    QTest::newRow("no such node") << with(R"({"prompt":"99.text"})") << QByteArray(reasons::workflowPlaceUnknown.code);
    QTest::newRow("no such input") << with(R"({"seed":"40.noise"})") << QByteArray(reasons::workflowPlaceUnknown.code);
    QTest::newRow("no such name") << with(R"({"promt":"20.text"})") << QByteArray(reasons::workflowInputUnknown.code);
    QTest::newRow("broken link") << QByteArray(exported().replace("[\"50\",0]", "[\"51\",0]"))
                                 << QByteArray(reasons::workflowLinkBroken.code);
    QTest::newRow("of the window") << R"({"nodes":[],"links":[]})"_ba << QByteArray(reasons::workflowOfWindow.code);
    QTest::newRow("odd node") << R"({"1":{"class_type":"X"}})"_ba << QByteArray(reasons::workflowNodeOdd.code);
    QTest::newRow("nothing") << "{}"_ba << QByteArray(reasons::workflowHasNoNodes.code);
}

void TestComfyUi::ownWorkflows()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reason);
    const Result<QJsonObject> model = comfyUiWorkflow(u"mine"_s, text);
    QCOMPARE(model.ok(), reason.isEmpty());
    QVERIFY(model || holdsReason(model.error().why(), reason.constData()));
}

void TestComfyUi::ownWorkflowsMakePictures()
{
    const Result<QJsonObject> model = comfyUiWorkflow(u"mine"_s, exported());
    const QJsonObject document {{u"models"_s, QJsonArray {*model}}};
    const Result<Catalog> catalog = Catalog::fromJson(QJsonDocument(document).toJson());
    QVERIFY2(catalog.ok(), catalog ? "" : qPrintable(catalog.error().message));
    Request request = engineRequest(u"text-to-image"_s);
    request.negativePrompt = u"blur"_s;
    request.size.pixels = QSize(640, 480);
    request.tuning.steps = 5;
    const Result<Plan> plan = catalog->plan(request, catalog->resolve(u"comfyui/mine"_s)->offers.first());
    QVERIFY(plan.ok());
    const CallOutcome outcome = made(*plan);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error()).detail));
    QCOMPARE(QImage::fromData(outcome.media.value(0).bytes).size(), QSize(640, 480));
    const QJsonObject graph = m_standIn->lastGraph();
    QCOMPARE(graph.value("20"_L1)["inputs"_L1]["text"_L1].toString(), u"a red fox"_s);
    QCOMPARE(graph.value("21"_L1)["inputs"_L1]["text"_L1].toString(), u"blur"_s);
    QCOMPARE(graph.value("40"_L1)["inputs"_L1]["steps"_L1].toInt(), 5);
    QCOMPARE(graph.value("40"_L1)["inputs"_L1]["seed"_L1].toInteger(), outcome.media.first().seed.value_or(-1));
}

void TestComfyUi::trouble_data()
{
    QTest::addColumn<QString>("point");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("ends");
    for (const QString &point : {u"status"_s, u"queue"_s, u"download"_s}) {
        QTest::addRow("%s 500", qPrintable(point)) << point << Reply::bytes("oops"_ba, "text/plain"_ba, 500) << false;
        QTest::addRow("%s page", qPrintable(point)) << point << Reply::bytes("<html>"_ba, "text/html"_ba, 502) << false;
        QTest::addRow("%s lost", qPrintable(point)) << point << Reply::drop() << false;
    }
    QTest::newRow("upload 413") << u"upload"_s << Reply::bytes({}, "text/plain"_ba, 413) << true;
    QTest::newRow("prompt 500") << u"submit"_s << Reply::bytes("oops"_ba, "text/plain"_ba, 500) << true;
    QTest::newRow("prompt lost") << u"submit"_s << Reply::drop() << true;
}

void TestComfyUi::trouble()
{
    QFETCH(QString, point);
    QFETCH(Reply, reply);
    QFETCH(bool, ends);
    m_standIn->script(point, reply);
    const CallOutcome outcome = made(planOf(u"image-edit"_s));
    QCOMPARE(outcome.error.has_value(), ends);
    QVERIFY(m_standIn->calls(u"/prompt"_s) <= 1);
    QVERIFY(!outcome.error || outcome.error->billing == Billing::NotBilled);
}

QTEST_GUILESS_MAIN(TestComfyUi)
#include "test_comfyui.moc"
