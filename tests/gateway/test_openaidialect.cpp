// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/openairequest.h"

#include <QBuffer>
#include <QImage>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

QByteArray picture(const char *format)
{
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

/// In quotes; whatever it is, it says that it is a PNG.
QByteArray dataUrl(const QByteArray &bytes)
{
    return "\"data:image/png;base64," + bytes.toBase64() + '"';
}

Result<GenerationCall> understood(const GatewayRequest &request)
{
    return openai::readCall(request, CallKind::Generation);
}

} // namespace

class TestOpenAiDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedExample();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void queryAndHeaders();
    void formOfPictures_data();
    void formOfPictures();

private:
    static GatewayRequest request(const QByteArray &fields);
};

/// A body with model and prompt beside `fields`.
GatewayRequest TestOpenAiDialect::request(const QByteArray &fields)
{
    GatewayRequest request;
    request.method = "POST";
    request.body = R"({"model":"m","prompt":"p")" + (fields.isEmpty() ? QByteArray() : "," + fields) + "}";
    return request;
}

void TestOpenAiDialect::publishedExample()
{
    GatewayRequest request;
    request.body = R"({"model":"flux.1-pro","prompt":"A serene mountain landscape","n":1,"size":"1024x1024",)"
                   R"("response_format":"url","output_format":"webp","output_compression":85})";
    const Result<GenerationCall> call = understood(request);
    QVERIFY(call);
    Request expected;
    expected.model = u"flux.1-pro"_s;
    expected.prompt = u"A serene mountain landscape"_s;
    expected.isCountSaid = true;
    expected.size.pixels = QSize(1024, 1024);
    expected.format = ImageFormat::Webp;
    expected.compression = 85;
    QCOMPARE(call->request, expected);
    QCOMPARE(call->form, PictureForm::Link);
    QVERIFY(!call->dryRun);
}

void TestOpenAiDialect::reads_data()
{
    using Change = std::function<void(GenerationCall &)>;
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *fields, const Change &change) {
        QTest::newRow(fields) << QByteArray(fields) << change;
    };
    row("", [](auto &) {});
    row(R"("n":4)", [](auto &c) {
        c.request.n = 4;
        c.request.isCountSaid = true;
    });
    row(R"("n":1)", [](auto &c) { c.request.isCountSaid = true; });
    row(R"("n":null,"size":null,"response_format":null,"stream":false,"partial_images":0)", [](auto &) {});
    row(R"("size":"16:9")", [](auto &c) { c.request.size.ratio = AspectRatio {16, 9}; });
    row(R"("size":"auto")", [](auto &c) { c.request.size.automatic = true; });
    row(R"("size":"2K")", [](auto &c) { c.request.size.tier = ResolutionTier::TwoK; });
    row(R"("aspect_ratio":"3:2","resolution":"4K")", [](auto &c) {
        c.request.size.ratio = AspectRatio {3, 2};
        c.request.size.tier = ResolutionTier::FourK;
    });
    row(R"("size":"1024x768","aspect_ratio":"1:1")", [](auto &c) {
        c.request.size.pixels = QSize(1024, 768);
        c.request.size.ratio = AspectRatio {1, 1};
    });
    row(R"("response_format":"b64_json")", [](auto &c) { c.form = PictureForm::Base64; });
    row(R"("response_format":"url")", [](auto &c) { c.form = PictureForm::Link; });
    row(R"("output_format":"jpg")", [](auto &c) { c.request.format = ImageFormat::Jpeg; });
    row(R"("output_compression":0)", [](auto &c) { c.request.compression = 0; });
    row(R"("seed":-1)", [](auto &c) { c.request.seed = -1; });
    row(R"("steps":30,"guidance":3.5,"strength":0.5,"moderation":"low","input_fidelity":"high")", [](auto &c) {
        c.request.tuning.steps = 30;
        c.request.tuning.guidance = 3.5;
        c.request.tuning.strength = 0.5;
        c.request.tuning.moderation = u"low"_s;
        c.request.tuning.inputFidelity = u"high"_s;
    });
    row(R"("prompt_enhancement":false,"scheduler":"euler","loras":[{"name":"a","weight":0.5},"b"])", [](auto &c) {
        c.request.tuning.promptEnhancement = false;
        c.request.tuning.scheduler = u"euler"_s;
        c.request.tuning.loras = {{u"a"_s, 0.5}, {u"b"_s, 1}};
    });
    row(R"("negative_prompt":"fog","user":"u1","quality":"hd","style":"vivid","background":"transparent")",
        [](auto &c) {
            c.request.negativePrompt = u"fog"_s;
            c.request.user = u"u1"_s;
            c.request.quality = u"hd"_s;
            c.request.style = u"vivid"_s;
            c.request.background = u"transparent"_s;
        });
    row(R"("fit":"crop","matte":"#102030")", [](auto &c) {
        c.request.fit = Fit::Crop;
        c.request.matte = QColor(16, 32, 48);
    });
    row(R"("guidance_scale":3.5,"colors":["a"])", [](auto &c) {
        c.request.extra = {{u"guidance_scale"_s, 3.5}, {u"colors"_s, QJsonArray {u"a"_s}}};
    });
    row(R"("guidance_scale":1,"quality":null,"x":{"y":[null,true]})", [](auto &c) {
        c.request.extra = {{u"guidance_scale"_s, 1}, {u"x"_s, QJsonObject {{u"y"_s, QJsonArray {QJsonValue(), true}}}}};
    });
    const QString letters(5000, u'A'); // as long and as plain as a picture
    QTest::newRow("long words") << R"("negative_prompt":")" + letters.toLatin1() + R"(","note":{"deep":[")"
            + letters.toLatin1()
            + R"("]})" << Change([letters](auto &c) {
        c.request.negativePrompt = letters;
        c.request.extra = {{u"note"_s, QJsonObject {{u"deep"_s, QJsonArray {letters}}}}};
    });
    const QByteArray png = picture("png");
    const QByteArray jpeg = picture("jpg");
    QTest::newRow("a picture") << R"("image":)" + dataUrl(png) << Change([png](auto &c) {
        c.request.images = {{png, u"image.png"_s}};
    });
    QTest::newRow("pictures and a mask") << R"("image":[)" + dataUrl(png) + ',' + dataUrl(jpeg) + R"(],"mask":)"
            + dataUrl(png) << Change([png, jpeg](auto &c) {
        c.request.images = {{png, u"image.png"_s}, {jpeg, u"image.jpg"_s}};
        c.request.mask = InputImage {png, u"image.png"_s};
    });
}

void TestOpenAiDialect::reads()
{
    QFETCH(QByteArray, fields);
    QFETCH(std::function<void(GenerationCall &)>, change);
    GenerationCall expected;
    expected.request.model = u"m"_s;
    expected.request.prompt = u"p"_s;
    expected.form = PictureForm::Both;
    change(expected);
    const Result<GenerationCall> call = understood(request(fields));
    QVERIFY2(call.ok(), call ? "" : qPrintable(call.error().message));
    QCOMPARE(call->request.toJson(), expected.request.toJson());
    QVERIFY(*call == expected);
}

void TestOpenAiDialect::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("param");
    const auto row = [](const char *fields, const char *param) {
        QTest::newRow(fields) << request(fields).body << QString::fromLatin1(param);
    };
    row(R"("stream":1)", "stream");
    row(R"("stream":true,"partial_images":4)", "partial_images");
    row(R"("partial_images":2)", "partial_images");
    row(R"("n":0)", "n");
    row(R"("n":11)", "n");
    row(R"("n":1.5)", "n");
    row(R"("n":"2")", "n");
    row(R"("size":"big")", "size");
    row(R"("size":"0x0")", "size");
    row(R"("size":"1024x")", "size");
    row(R"("size":1024)", "size");
    row(R"("aspect_ratio":"wide")", "aspect_ratio");
    row(R"("resolution":"9K")", "resolution");
    row(R"("response_format":"base64")", "response_format");
    row(R"("output_format":"bmp")", "output_format");
    row(R"("output_format":"tiff")", "output_format");
    row(R"("output_compression":101)", "output_compression");
    row(R"("output_compression":-1)", "output_compression");
    row(R"("fit":"cover")", "fit");
    row(R"("matte":"no colour")", "matte");
    row(R"("seed":"7")", "seed");
    row(R"("seed":1e300)", "seed");
    row(R"("seed":9007199254740992)", "seed");
    row(R"("seed":6687881544318117707)", "seed");
    row(R"("seed":-2)", "seed");
    row(R"("steps":0)", "steps");
    row(R"("steps":{})", "steps");
    row(R"("guidance":"much")", "guidance");
    row(R"("strength":2)", "strength");
    row(R"("moderation":"lwo")", "moderation");
    row(R"("input_fidelity":"medium")", "input_fidelity");
    row(R"("prompt_enhancement":1)", "prompt_enhancement");
    row(R"("loras":"a")", "loras");
    row(R"("dry_run":true)", "dryRun");
    row(R"("strict":true)", "X-Lightwell-Strict");
    row(R"("lightwell_strict":"1")", "X-Lightwell-Strict");
    row(R"("extra_body":{"X-Lightwell-Strict":false})", "X-Lightwell-Strict");
    row(R"("negative_prompt":"a \ud83d boat")", "negative_prompt");
    row(R"("note":{"deep":["\udc00"]})", "note");
    row(R"("options":{"dryRun":true})", "dryRun");
    row(R"("extra_body":[{"x":{"dry-run":false}}])", "dryRun");
    row(R"("seed":1.5)", "seed");
    row(R"("n":9223372036854775808)", "n");
    row(R"("n":-9223372036854775809)", "n");
    row(R"("n":18446744073709551617)", "n");
    row(R"("output_compression":9223372036854775808)", "output_compression");
    row(R"("quality":7)", "quality");
    row(R"("image":"http://example.com/a.png")", "image");
    row(R"("image":"http://169.254.169.254/")", "image");
    row(R"("image":"file:///etc/passwd")", "image");
    row(R"("image":"data:image/png;base64,***")", "image");
    row(R"("image":"data:text/html;base64,aGk=")", "image");
    row(R"("image":[1])", "image");
    row(R"("image":"data:image/png;base64,cm9vdDp4OjA6MDpyb290")", "image"); // somebody's file
    row(R"("image":"data:image/png;base64,iVBORw0KGgo=")", "image"); // only begins like a picture
    row(R"("mask":"data:image/png;base64,aGE=")", "mask");
    row(R"("mask":"https://10.0.0.1/a.png")", "mask");
    const auto many = [](const char *field, qsizetype length) -> QByteArray { // characters that are no base64
        return '"' + QByteArray(field) + R"(":")" + QByteArray("é").repeated(length) + '"';
    };
    for (const char *field : {"quality", "style", "background", "user", "size", "aspect_ratio", "resolution",
                              "output_format", "fit", "matte", "response_format"}) {
        QTest::addRow("long %s", field) << request(many(field, 257)).body << QString::fromLatin1(field);
        QTest::addRow("very long %s", field)
            << request('"' + QByteArray(field) + R"(":")" + QByteArray(100'000, 'A') + '"').body
            << QString::fromLatin1(field);
    }
    QTest::newRow("long prompt") << QByteArray(R"({"model":"m",)" + many("prompt", 65'537) + '}') << u"prompt"_s;
    QTest::newRow("long negative prompt") << request(many("negative_prompt", 65'537)).body << u"negative_prompt"_s;
    QTest::newRow("prompt in one word") << QByteArray(R"({"model":"m","prompt":")" + QByteArray(65'537, 'A') + "\"}")
                                        << u"prompt"_s;
    QByteArray fields;
    for (int i = 0; i < 65; ++i) {
        fields += (i ? ",\"x" : "\"x") + QByteArray::number(i) + "\":1";
    }
    QTest::newRow("many extra fields") << request(fields).body << QString();
    QTest::newRow("a picture in an extra field")
        << request(R"("input_image":"data:image/png;base64,)" + QByteArray(100'000, 'A') + '"').body
        << u"input_image"_s;
    QTest::newRow("long extra field") << request(many("extra", 65'537)).body << u"extra"_s;
    QTest::newRow("long extra list") << request(R"("a":1,"loras":[1)" + QByteArray(",1").repeated(9000) + ']').body
                                     << u"loras"_s;
    QTest::newRow("deep extra field")
        << request(R"("a":)" + QByteArray("[").repeated(40) + QByteArray("]").repeated(40)).body << QString();
    QTest::newRow("long name") << request('"' + QByteArray(257, 'x') + R"(":1)").body << QString();
    QTest::newRow("no name") << request(R"("":1)").body << QString();
    QTest::newRow("one field twice") << request(R"("n":1,"n":4)").body << u"n"_s;
    QTest::newRow("one inner field twice") << request(R"("extra":{"a":1,"a":4})").body << u"a"_s;
    QTest::newRow("list of masks") << request(R"("mask":["a"])").body << u"mask"_s;
    QTest::newRow("a list with an object") << QByteArray(R"([{"model":"m","prompt":"p"}])") << QString();
    QTest::newRow("no model") << QByteArray(R"({"prompt":"p"})") << u"model"_s;
    QTest::newRow("empty model") << QByteArray(R"({"model":" ","prompt":"p"})") << u"model"_s;
    QTest::newRow("no prompt") << QByteArray(R"({"model":"m"})") << u"prompt"_s;
    QTest::newRow("list of prompts") << QByteArray(R"({"model":"m","prompt":["a"]})") << u"prompt"_s;
    QTest::newRow("nothing") << QByteArray("null") << QString();
    QTest::newRow("no json") << QByteArray("model=m") << QString();
    QTest::newRow("a list") << QByteArray("[1]") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("broken") << QByteArray(R"({"model":"m","prompt":"p)") << QString();
    QTest::newRow("deep") << QByteArray(R"({"model":)" + QByteArray("[").repeated(100'000)) << QString();
}

void TestOpenAiDialect::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, param);
    GatewayRequest asked;
    asked.body = body;
    const Result<GenerationCall> call = understood(asked);
    QVERIFY(!call);
    QCOMPARE(call.error().kind, ErrorKind::Invalid);
    QCOMPARE(call.error().param, param);
    QCOMPARE(call.error().billing, Billing::NotBilled);
    QVERIFY(!call.error().why().isEmpty());
    QVERIFY2(!call.error().message.contains(u"no error"_s) && !call.error().message.contains(u"922337203685477580"_s),
             qPrintable(call.error().message));
}

void TestOpenAiDialect::queryAndHeaders()
{
    GatewayRequest asked = request({});
    asked.query = QUrlQuery(u"dryRun=true"_s);
    asked.headers = {{"x-lightwell-strict", "true"}};
    QVERIFY(understood(asked)->dryRun);
    QVERIFY(understood(asked)->request.strict);
    asked.body = R"({"model":"m"})"; // a price needs no prompt
    QVERIFY(!understood(asked)->request.prompt.isEmpty()); // but a plan does
    asked.query = QUrlQuery(u"dryRun=false"_s);
    asked.headers = {{"X-Lightwell-Strict", "false"}};
    asked.body = request({}).body;
    QVERIFY(!understood(asked)->dryRun);
    QVERIFY(!understood(asked)->request.strict);
}

void TestOpenAiDialect::formOfPictures_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<PictureForm>("form");
    const QString v1 = u"/v1/images/generations"_s;
    const QString openai = u"/openai/v1/images/generations"_s;
    const auto row = [](const QString &model, const QString &path, const QByteArray &fields, PictureForm form) {
        QTest::newRow(QByteArray(model.toUtf8() + ' ' + path.toUtf8() + ' ' + fields).constData())
            << model << path << fields << form;
    };
    row(u"gpt-image-1.5"_s, v1, {}, PictureForm::Base64);
    row(u"openai/gpt-image-1.5"_s, v1, {}, PictureForm::Base64);
    row(u"fal/gpt-image-2"_s, v1, {}, PictureForm::Base64);
    row(u"ChatGPT-image-latest"_s, v1, {}, PictureForm::Base64);
    row(u"gpt-image-1.5"_s, openai, {}, PictureForm::Both);
    row(u"flux-2-pro"_s, v1, {}, PictureForm::Both);
    row(u"my-gpt-image"_s, v1, {}, PictureForm::Both);
    row(u"gpt-image-1.5"_s, v1, R"(,"response_format":"url")", PictureForm::Link);
    row(u"flux-2-pro"_s, openai, R"(,"response_format":"b64_json")", PictureForm::Base64);
    row(u"flux-2-pro"_s, v1, R"(,"stream":true)", PictureForm::Base64);
}

void TestOpenAiDialect::formOfPictures()
{
    QFETCH(QString, model);
    QFETCH(QByteArray, fields);
    GatewayRequest asked;
    QFETCH(QString, path);
    asked.path = path;
    asked.body = R"({"prompt":"p","model":")" + model.toUtf8() + '"' + fields + '}';
    const Result<GenerationCall> call = understood(asked);
    QVERIFY(call);
    QTEST(call->form, "form");
}

QTEST_APPLESS_MAIN(TestOpenAiDialect)
#include "test_openaidialect.moc"
