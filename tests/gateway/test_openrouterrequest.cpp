// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenRouter's clients send, and the call it stands for.
#include "core/gateway/dialects/openrouter/openrouterdialect.h"
#include "core/gateway/dialects/openrouter/providernames.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(GenerationCall &)>;

QByteArray picture(Qt::GlobalColor color)
{
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

/// As a part of a message, or an entry of input_references.
QByteArray part(Qt::GlobalColor color)
{
    return R"({"type":"image_url","image_url":{"url":"data:image/png;base64,)" + picture(color).toBase64() + "\"}}";
}

QByteArray colorsIn(const Request &request)
{
    QByteArray names;
    for (const InputImage &image : request.images) {
        const QColor color = QImage::fromData(image.bytes).pixelColor(0, 0);
        names += color == QColor(Qt::red) ? 'r' : color == QColor(Qt::green) ? 'g' : '?';
    }
    return names;
}

Result<GenerationCall> readBody(const QByteArray &body, CallKind kind = CallKind::Generation)
{
    GatewayRequest request;
    request.method = "POST";
    request.path = u"/api/v1/images"_s;
    request.body = body;
    return openrouter::OpenRouterDialect().readCall(request, kind);
}

/// A call with model and prompt beside `fields`.
Result<GenerationCall> readFields(const QByteArray &fields)
{
    return readBody(R"({"model":"a/b","prompt":"p")" + (fields.isEmpty() ? QByteArray() : "," + fields) + "}");
}

/// A chat for a picture with these fields.
QByteArray chatWith(const QByteArray &fields)
{
    return R"({"model":"a/b","messages":[{"role":"user","content":"x"}],)" + fields + '}';
}

GenerationCall plainCall()
{
    GenerationCall call;
    call.request.model = u"a/b"_s;
    call.request.prompt = u"p"_s;
    call.form = PictureForm::Base64;
    return call;
}

} // namespace

class TestOpenRouterRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void images_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *fields, const Change &change) {
            QTest::newRow(fields) << QByteArray(fields) << change;
        };
        row("", [](auto &) {});
        row(R"("n":2,"seed":5,"user":"u","quality":"high","background":"opaque")", [](auto &c) {
            c.request.n = 2;
            c.request.isCountSaid = true;
            c.request.seed = 5;
            c.request.user = u"u"_s;
            c.request.quality = u"high"_s;
            c.request.background = u"opaque"_s;
        });
        row(R"("resolution":"2K","aspect_ratio":"3:2")", [](auto &c) {
            c.request.size.tier = ResolutionTier::TwoK;
            c.request.size.ratio = AspectRatio {3, 2};
        });
        row(R"("resolution":"512")", [](auto &c) { c.request.size.tier = ResolutionTier::HalfK; });
        row(R"("size":"4K","aspect_ratio":"auto")", [](auto &c) {
            c.request.size.tier = ResolutionTier::FourK;
            c.request.size.automatic = true;
        });
        row(R"("size":"1344x768","aspect_ratio":"7:4","resolution":"1K")",
            [](auto &c) { c.request.size.pixels = QSize(1344, 768); });
        row(R"("output_format":"webp","output_compression":90)", [](auto &c) {
            c.request.format = ImageFormat::Webp;
            c.request.compression = 90;
        });
        row(R"("output_format":"svg")", [](auto &c) { c.request.format = ImageFormat::Svg; });
        row(R"("stream":true)", [](auto &c) {
            c.streams = true;
            c.request.previews = 1;
        });
        row(R"("stream":true,"n":2)", [](auto &c) {
            c.streams = true;
            c.request.n = 2;
            c.request.isCountSaid = true;
        });
        row(R"("session_id":"s","trace":{"a":1})", [](auto &c) { c.session = u"s"_s; });
        row(R"("steps":20,"negative_prompt":"fog","own_field":1)", [](auto &c) {
            c.request.tuning.steps = 20;
            c.request.negativePrompt = u"fog"_s;
            c.request.extra = {{u"own_field"_s, 1}};
        });
    }
    void images()
    {
        QFETCH(QByteArray, fields);
        QFETCH(Change, change);
        const Result<GenerationCall> call = readFields(fields);
        QVERIFY(call);
        GenerationCall expected = plainCall();
        change(expected);
        QCOMPARE(call->request, expected.request);
        QCOMPARE(*call, expected);
    }

    void wishes_data()
    {
        using Wish = std::function<void(RouteWishes &)>;
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<Wish>("wish");
        QTest::addColumn<QStringList>("ignored");
        const auto row = [](const char *fields, const Wish &wish, const QStringList &ignored = {}) {
            QTest::newRow(fields) << QByteArray(fields) << wish << ignored;
        };
        row(R"("provider":{})", [](auto &) {});
        row(R"("provider":{"order":["Google AI Studio","fal","fal"],"sort":null})", [](auto &w) {
            w.first = QStringList {u"google-gemini"_s, u"fal"_s};
        });
        row(R"("provider":{"only":["google-vertex"],"ignore":"x-ai","allow_fallbacks":false})", [](auto &w) {
            w.allow = QStringList {u"google-vertex"_s};
            w.ignore = QStringList {u"xai"_s};
            w.mayGoOn = false;
        });
        row(R"("provider":{"only":[],"order":["google-vertex/us-east5"]})",
            [](auto &w) { w.first = QStringList {u"google-vertex"_s}; });
        row(R"("provider":{"sort":"price"})", [](auto &w) { w.order = RoutingOrder::Cheapest; });
        row(R"("provider":{"sort":{"by":"throughput","partition":"none"}})",
            [](auto &w) { w.order = RoutingOrder::Fastest; });
        row(R"("provider":{"sort":"latency"})", [](auto &w) { w.order = RoutingOrder::Fastest; });
        row(R"("provider":{"sort":{"partition":"model"}})", [](auto &) {});
        row(R"("provider":{"max_price":{"image":"0.05","request":0.2,"prompt":1,"completion":"2.5","audio":1}})",
            [](auto &w) {
                w.maxPrice = Money::fromMicros(50'000);
                w.maxTotal = Money::fromMicros(200'000);
                w.maxTextInPrice = 1;
                w.maxOutputPrice = 2.5;
            });
        row(R"("provider":{"require_parameters":true,"data_collection":"allow"})",
            [](auto &w) { w.wantsAllParameters = true; });
        row(R"("provider":{"data_collection":"deny"})", [](auto &w) { w.onlyOwnMachines = true; });
        row(R"("provider":{"zdr":true})", [](auto &w) { w.onlyOwnMachines = true; });
        row(R"("provider":{"options":{"azure":{"moderation":"low"},"fal":{}}})", [](auto &w) {
            w.options = {{u"azure-openai"_s, QJsonObject {{u"moderation"_s, u"low"_s}}}};
        });
        row(R"("provider":{"preferred_max_latency":1.5})",
            [](auto &w) { w.preferredTime = std::chrono::milliseconds(1500); });
        row(R"("provider":{"preferred_max_latency":{"p50":2,"p90":9}})",
            [](auto &w) { w.preferredTime = std::chrono::seconds(2); }, {u"provider.preferred_max_latency.p90"_s});
        row(R"("models":["a/b","c"],"provider":{"sort":{"by":"price","partition":"none"}})",
            [](auto &w) {
                w.fallbacks = QStringList {u"c"_s};
                w.order = RoutingOrder::Cheapest;
            },
            {u"provider.sort.partition"_s});
        row(R"("provider":{"preferred_min_throughput":5,"quantizations":[]})", [](auto &) {},
            {u"provider.preferred_min_throughput"_s});
        row(R"("models":["c","a/b","c"])", [](auto &w) { w.fallbacks = QStringList {u"c"_s}; });
        row(R"("models":["a/b","c"])", [](auto &w) { w.fallbacks = QStringList {u"c"_s}; });
        row(R"("models":["c:free","runware:101@1","d:nitro"])", [](auto &w) {
            w.fallbacks = QStringList {u"c"_s, u"runware:101@1"_s, u"d"_s};
            w.ofModels = {{}, {.maxPrice = Money::zero()}, {}, {.order = RoutingOrder::Fastest}};
        });
        row(R"("models":["c:nitro"],"provider":{"sort":"price"})", [](auto &w) {
            w.fallbacks = QStringList {u"c"_s};
            w.order = RoutingOrder::Cheapest; // which counts where both are said
        });
    }
    void wishes()
    {
        QFETCH(QByteArray, fields);
        QFETCH(std::function<void(RouteWishes &)>, wish);
        const Result<GenerationCall> call = readFields(fields);
        QVERIFY(call);
        RouteWishes expected;
        wish(expected);
        QCOMPARE(call->wishes, expected);
        QTEST(call->ignored, "ignored");
        QCOMPARE(call->request, plainCall().request);
    }

    void endings_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QString>("name"); // empty: it is refused
        QTest::addColumn<RouteWishes>("wishes");
        QTest::newRow("free") << "a/b:free"_ba << u"a/b"_s << RouteWishes {.maxPrice = Money::zero()};
        QTest::newRow("nitro") << "a/b:nitro"_ba << u"a/b"_s << RouteWishes {.order = RoutingOrder::Fastest};
        QTest::newRow("floor") << "a/b:floor"_ba << u"a/b"_s << RouteWishes {.order = RoutingOrder::Cheapest};
        QTest::newRow("a vendor's") << "runware:101@1"_ba << u"runware:101@1"_s << RouteWishes();
        QTest::newRow("of words") << "a/b:thinking"_ba << QString() << RouteWishes();
    }
    void endings()
    {
        QFETCH(QByteArray, model);
        QFETCH(QString, name);
        const Result<GenerationCall> call = readBody("{\"prompt\":\"p\",\"model\":\"" + model + "\"}");
        QCOMPARE(bool(call), !name.isEmpty());
        if (call) {
            QCOMPARE(call->request.model, name);
            QTEST(call->wishes, "wishes");
        } else {
            QCOMPARE(call.error().param, u"model"_s);
        }
    }

    /// One counts for its own name, where others are named.
    void endingsBesideOthers()
    {
        const Result<GenerationCall> call = readBody(R"({"prompt":"p","model":"a/b:free","models":["a/b","c:floor"]})");
        QVERIFY(call);
        QCOMPARE(call->request.model, u"a/b"_s);
        RouteWishes expected;
        expected.fallbacks = QStringList {u"a/b"_s, u"c"_s};
        expected.ofModels = {{.maxPrice = Money::zero()}, {}, {.order = RoutingOrder::Cheapest}};
        QCOMPARE(call->wishes, expected);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("param");
        const auto row = [](const char *fields, const QString &param) {
            QTest::newRow(fields) << QByteArray(fields) << param;
        };
        row(R"("size":"1024x1024","aspect_ratio":"16:9")", u"aspect_ratio"_s);
        row(R"("size":"1024x1024","resolution":"4K")", u"resolution"_s);
        row(R"("size":"2K","resolution":"1K")", u"resolution"_s);
        row(R"("size":"large")", u"size"_s);
        row(R"("n":11)", u"n"_s);
        row(R"("output_format":"bmp")", u"output_format"_s);
        row(R"("output_compression":101)", u"output_compression"_s);
        row(R"("partial_images":2)", u"partial_images"_s);
        row(R"("input_references":[{"type":"image_url","image_url":{"url":"https://a.local/a.png"}}])",
            u"input_references"_s);
        row(R"("provider":"fal")", u"provider"_s);
        row(R"("provider":{"max_prize":{"image":1}})", u"provider.max_prize"_s);
        row(R"("provider":{"max_price":{"image":"cheap"}})", u"provider.max_price.image"_s);
        row(R"("provider":{"max_price":{"picture":1}})", u"provider.max_price.picture"_s);
        row(R"("provider":{"only":["google-vertex/us-east5"]})", u"provider.only"_s);
        row(R"("provider":{"only":[1]})", u"provider.only"_s);
        row(R"("provider":{"quantizations":["fp8"]})", u"provider.quantizations"_s);
        row(R"("provider":{"sort":"colour"})", u"provider.sort"_s);
        row(R"("provider":{"sort":{"by":"price","partition":"all"}})", u"provider.sort.partition"_s);
        row(R"("provider":{"sort":{"by":"price","bye":1}})", u"provider.sort.bye"_s);
        row(R"("provider":{"allow_fallbacks":"no"})", u"provider.allow_fallbacks"_s);
        row(R"("provider":{"data_collection":"maybe"})", u"provider.data_collection"_s);
        row(R"("provider":{"options":{"fal":{"dry_run":true}}})", u"dryRun"_s);
        row(R"("models":"c")", u"models"_s);
        row(R"("models":["c:online"])", u"models"_s);
        row(R"("dry_run":true)", u"dryRun"_s);
    }
    void refused()
    {
        QFETCH(QByteArray, fields);
        const Result<GenerationCall> call = readFields(fields);
        QVERIFY(!call);
        QCOMPARE(call.error().kind, ErrorKind::Invalid);
        QCOMPARE(call.error().billing, Billing::NotBilled);
        QTEST(call.error().param, "param");
    }

    void picturesAreTaken()
    {
        const Result<GenerationCall> call =
            readFields("\"input_references\":[" + part(Qt::red) + ',' + part(Qt::green) + ']');
        QVERIFY(call);
        QCOMPARE(call->kind, CallKind::Edit);
        QCOMPARE(colorsIn(call->request), "rg"_ba);
        QVERIFY(readBody(R"({"model":"a/b","input_references":[)" + part(Qt::red) + "]}")); // an upscaler's
        QCOMPARE(readBody(R"({"model":"a/b"})").error().param, u"prompt"_s);
        QCOMPARE(readBody(R"({"prompt":"p"})").error().param, u"model"_s);
        QCOMPARE(readBody(R"({"prompt":"p","models":["c","d"]})")->request.model, u"c"_s);
    }

    void headAndQuery()
    {
        GatewayRequest request;
        request.body = R"({"model":"a/b","prompt":"p"})";
        request.headers = {{"X-OpenRouter-Metadata", "enabled"}, {"X-Lightwell-Strict", "true"}};
        request.query = QUrlQuery(u"dryRun=true"_s);
        const openrouter::OpenRouterDialect dialect;
        const Result<GenerationCall> call = dialect.readCall(request, CallKind::Generation);
        QVERIFY(call);
        QVERIFY(call->tellsRoute && call->dryRun && call->request.strict);
        request.body = R"({"model":"a/b","prompt":"p","provider":{"enforce_distillable_text":true}})";
        QCOMPARE(dialect.readCall(request, CallKind::Generation).error().param, u"provider.enforce_distillable_text"_s);
    }

    void chats_data()
    {
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QByteArray>("pictures");
        const auto row = [](const char *name, const QByteArray &messages, const QString &prompt,
                            const QByteArray &pictures = {}) { QTest::newRow(name) << messages << prompt << pictures; };
        row("text", R"([{"role":"user","content":"a fox"}])", u"a fox"_s);
        row("parts", R"([{"role":"user","content":[{"type":"text","text":"make it night"},)" + part(Qt::red) + "]}]",
            u"make it night"_s, "r");
        row("instructions", R"([{"role":"system","content":"in ink"},{"role":"user","content":"a fox"}])",
            u"in ink\n\na fox"_s);
        const QByteArray drawn =
            R"([{"role":"user","content":"a fox"},{"role":"assistant","content":"","images":[)" + part(Qt::red) + "]},";
        row("its own picture goes on", drawn + R"({"role":"user","content":"bluer"}])", u"bluer"_s, "r");
        row("one that was sent before goes on",
            R"([{"role":"user","content":[{"type":"text","text":"look"},)" + part(Qt::red)
                + R"(]},{"role":"assistant","content":"nice"},{"role":"user","content":"bluer"}])",
            u"bluer"_s, "r");
        row("one that was made since counts instead",
            R"([{"role":"user","content":[)" + part(Qt::green) + R"(]},{"role":"assistant","content":"","images":[)"
                + part(Qt::red) + R"(]},{"role":"user","content":"bluer"}])",
            u"bluer"_s, "r");
        row("another one counts instead",
            drawn + R"({"role":"user","content":[{"type":"text","text":"this"},)" + part(Qt::green) + "]}]", u"this"_s,
            "g");
    }
    void chats()
    {
        QFETCH(QByteArray, messages);
        const Result<GenerationCall> call =
            readBody(R"({"model":"a/b","modalities":["image","text"],"messages":)" + messages + "}", CallKind::Chat);
        QVERIFY(call);
        QCOMPARE(call->kind, CallKind::Chat);
        QTEST(call->request.prompt, "prompt");
        QTEST(colorsIn(call->request), "pictures");
    }

    void chatFields()
    {
        const Result<GenerationCall> call = readBody(
            R"({"model":"a/b:floor","messages":[{"role":"user","content":"a fox"}],"stream":true,)"
            R"("image_config":{"aspect_ratio":"16:9","image_size":"2K","quality":"high","strength":0.4,"own":1},)"
            R"("temperature":0.3,"tools":[{"type":"function"}],"usage":{"include":true},"seed":3,"provider":{"order":["fal"]}})",
            CallKind::Chat);
        QVERIFY(call);
        GenerationCall expected;
        expected.kind = CallKind::Chat;
        expected.form = PictureForm::Base64;
        expected.streams = true;
        expected.request.model = u"a/b"_s;
        expected.request.prompt = u"a fox"_s;
        expected.request.seed = 3;
        expected.request.size.ratio = AspectRatio {16, 9};
        expected.request.size.tier = ResolutionTier::TwoK;
        expected.request.quality = u"high"_s;
        expected.request.tuning.strength = 0.4;
        expected.request.extra = {{u"own"_s, 1}};
        expected.wishes.order = RoutingOrder::Cheapest;
        expected.wishes.first = QStringList {u"fal"_s};
        expected.ignored = QStringList {u"temperature"_s, u"tools"_s};
        QCOMPARE(call->request, expected.request);
        QCOMPARE(*call, expected);
    }

    void refusedChats_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("param");
        QTest::newRow("no messages") << R"({"model":"a/b"})"_ba << u"messages"_s;
        QTest::newRow("nobody asks") << R"({"model":"a/b","messages":[{"role":"system","content":"x"}]})"_ba
                                     << u"messages"_s;
        QTest::newRow("sound")
            << R"({"model":"a/b","messages":[{"role":"user","content":[{"type":"input_audio"}]}]})"_ba << u"messages"_s;
        QTest::newRow("a picture in the instructions")
            << QByteArray(R"({"model":"a/b","messages":[{"role":"system","content":[)" + part(Qt::red)
                          + R"(]},{"role":"user","content":"x"}]})")
            << u"messages"_s;
        QTest::newRow("empty") << R"({"model":"a/b","messages":[{"role":"user","content":""}]})"_ba << u"messages"_s;
        QTest::newRow("words only")
            << R"({"model":"a/b","modalities":["text"],"messages":[{"role":"user","content":"x"}]})"_ba
            << u"modalities"_s;
        const auto config = [](const char *name, const QByteArray &fields, const QString &param) {
            QTest::newRow(name) << chatWith(fields) << param;
        };
        config("a config as a word", R"("image_config":"16:9")", u"image_config"_s);
        config("a config as a list", R"("image_config":[{"aspect_ratio":"16:9"}])", u"image_config"_s);
        config("another model in it", R"("image_config":{"model":"c/d"})", u"image_config.model"_s);
        config("another number in it", R"("n":1,"image_config":{"n":4})", u"image_config.n"_s);
        config("two sizes", R"("resolution":"1K","image_config":{"image_size":"4K"})", u"image_config.image_size"_s);
        config("two sizes in it", R"("image_config":{"image_size":"4K","resolution":"1K"})",
               u"image_config.image_size"_s);
    }
    void refusedChats()
    {
        QFETCH(QByteArray, body);
        const Result<GenerationCall> call = readBody(body, CallKind::Chat);
        QVERIFY(!call);
        QTEST(call.error().param, "param");
    }

    void aConfigThatSaysNothingIsNone()
    {
        for (const char *config : {"null", "{}", R"({"aspect_ratio":null})", R"({"quality":"high"})"}) {
            const Result<GenerationCall> call =
                readBody(chatWith(R"("quality":"high","image_config":)" + QByteArray(config)), CallKind::Chat);
            QVERIFY2(call, config);
            QCOMPARE(call->request.quality, u"high"_s);
            QVERIFY(call->request.extra.isEmpty());
        }
    }

    void fingerprints()
    {
        const openrouter::OpenRouterDialect dialect;
        GatewayRequest request;
        request.body = "{}";
        const QByteArray images = dialect.fingerprint(request, CallKind::Generation);
        QVERIFY(images != dialect.fingerprint(request, CallKind::Chat));
        request.headers = {{"X-OpenRouter-Metadata", "enabled"}};
        QVERIFY(images != dialect.fingerprint(request, CallKind::Generation));
    }

    void providers_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isPart");
        const auto row = [](const QString &written, const QString &id, bool isPart = false) {
            QTest::newRow(qPrintable(written)) << written << id << isPart;
        };
        row(u"openai"_s, u"openai"_s);
        row(u"Azure"_s, u"azure-openai"_s);
        row(u"google-ai-studio"_s, u"google-gemini"_s);
        row(u"Google"_s, u"google-vertex"_s);
        row(u"google-gemini"_s, u"google-gemini"_s);
        row(u"Black Forest Labs"_s, u"black-forest-labs"_s);
        row(u"fal-ai"_s, u"fal"_s);
        row(u"x-ai"_s, u"xai"_s);
        row(u"BytePlus"_s, u"byteplus"_s);
        row(u"deepinfra/turbo"_s, u"deepinfra"_s, true);
        row(u"My-Server"_s, u"my-server"_s);
    }
    void providers()
    {
        QFETCH(QString, written);
        const openrouter::ProviderName name = openrouter::providerName(written);
        QTEST(name.id, "id");
        QTEST(name.isPart, "isPart");
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterRequest)
#include "test_openrouterrequest.moc"
