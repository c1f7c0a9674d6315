// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/imageformat.h"
#include "providers/sketchbook/adapter/adapter.h"
#include "tests/providers/sketchbookorders.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

class TestSketchbookStudio : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void refusesOtherContentTypesAndAddresses();
    void walksTheWholeWay_data();
    void walksTheWholeWay();
    void makesExactlyTheAskedPixels_data();
    void makesExactlyTheAskedPixels();
    void saysWhatItCouldNotSet();
    void saysWhatItDidNotDraw_data();
    void saysWhatItDidNotDraw();
    void cancels();
    void choosesItsOwnSeeds();
    void forgetsWhatIsTooMuch();
    void refusesMoreThanItCanHold();
    void mayGoAfterItsAnswersWereTaken();

private:
    static QJsonObject body(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
};

void TestSketchbookStudio::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &json, const QString &code, int status = 400) {
        QTest::newRow(name) << json << status << code;
    };
    row("no model", R"({"prompt":"x"})", u"unknown_model"_s, 404);
    row("no prompt", R"({"model":"sketchbook-scene"})", u"missing_prompt"_s);
    row("blank prompt", R"({"model":"sketchbook-scene","prompt":"  "})", u"missing_prompt"_s);
    row("prompt is a number", R"({"model":"sketchbook-scene","prompt":3})", u"missing_prompt"_s);
    row("long prompt", "{\"model\":\"sketchbook-scene\",\"prompt\":\"" + QByteArray(4001, 'a') + "\"}",
        u"prompt_too_long"_s);
    row("scene takes no size", R"({"model":"sketchbook-scene","prompt":"x","size":"1024x1024"})",
        u"unknown_parameter"_s);
    row("scene takes no n", R"({"model":"sketchbook-scene","prompt":"x","n":1})", u"unknown_parameter"_s);
    row("odd ratio", R"({"model":"sketchbook-scene","prompt":"x","aspect_ratio":"5:4"})", u"invalid_aspect_ratio"_s);
    row("ratio as number", R"({"model":"sketchbook-scene","prompt":"x","aspect_ratio":1})", u"invalid_aspect_ratio"_s);
    row("equal but other ratio", R"({"model":"sketchbook-scene","prompt":"x","aspect_ratio":"2:2"})",
        u"invalid_aspect_ratio"_s);
    row("scene as webp", R"({"model":"sketchbook-scene","prompt":"x","output_format":"webp"})",
        u"invalid_output_format"_s);
    row("pattern as jpeg", R"({"model":"sketchbook-pattern","prompt":"x","output_format":"jpeg"})",
        u"invalid_output_format"_s);
    row("pattern size", R"({"model":"sketchbook-pattern","prompt":"x","size":"640x640"})", u"invalid_size"_s);
    row("poster not by 8", R"({"model":"sketchbook-poster","prompt":"x","size":"516x512"})", u"invalid_size"_s);
    row("poster too small", R"({"model":"sketchbook-poster","prompt":"x","size":"248x512"})", u"invalid_size"_s);
    row("poster too long", R"({"model":"sketchbook-poster","prompt":"x","size":"2056x512"})", u"invalid_size"_s);
    row("poster size as number", R"({"model":"sketchbook-poster","prompt":"x","size":512})", u"invalid_size"_s);
    row("five posters", R"({"model":"sketchbook-poster","prompt":"x","n":5})", u"invalid_n"_s);
    row("no posters", R"({"model":"sketchbook-poster","prompt":"x","n":0})", u"invalid_n"_s);
    row("half a poster", R"({"model":"sketchbook-poster","prompt":"x","n":1.5})", u"invalid_n"_s);
    row("compression of png",
        R"({"model":"sketchbook-poster","prompt":"x","output_format":"png","output_compression":80})",
        u"invalid_output_compression"_s);
    row("compression over 100", R"({"model":"sketchbook-poster","prompt":"x","output_compression":101})",
        u"invalid_output_compression"_s);
    row("negative seed", R"({"model":"sketchbook-poster","prompt":"x","seed":-1})", u"invalid_seed"_s);
    row("seed as text", R"({"model":"sketchbook-poster","prompt":"x","seed":"1"})", u"invalid_seed"_s);
    row("unknown field", R"({"model":"sketchbook-poster","prompt":"x","steps":30})", u"unknown_parameter"_s);
}

void TestSketchbookStudio::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(int, status);
    QFETCH(QString, code);
    Studio studio;
    const HttpResponse response = commission(studio, body(json));
    QCOMPARE(response.status, status);
    const QJsonObject error = response.json().value(u"error"_s).toObject();
    QCOMPARE(error.value(u"code"_s).toString(), code);
    QVERIFY(!error.value(u"message"_s).toString().isEmpty());
    QCOMPARE(studio.paintings(), 0);
}

void TestSketchbookStudio::refusesOtherContentTypesAndAddresses()
{
    Studio studio;
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"sketchbook://studio/v1/paintings"_s);
    request.body = R"({"model":"sketchbook-scene","prompt":"x"})";
    QCOMPARE(studio.handle(request).result().status, 415);
    request.setHeader("Content-Type", "application/json");
    request.body = "[]";
    QCOMPARE(studio.handle(request).result().status, 400);
    QCOMPARE(ask(studio, "GET", QUrl(u"sketchbook://studio/v1/paintings"_s)).status, 405);
    QCOMPARE(ask(studio, "GET", QUrl(u"sketchbook://studio/v1/paintings/none"_s)).status, 404);
    QCOMPARE(ask(studio, "GET", QUrl(u"sketchbook://studio/v1/pictures/none"_s)).status, 404);
    QCOMPARE(ask(studio, "GET", QUrl(u"sketchbook://studio/"_s)).status, 404);
}

void TestSketchbookStudio::walksTheWholeWay_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("polls");
    QTest::addColumn<bool>("links");
    QTest::addColumn<ImageFormat>("format");
    QTest::addColumn<QSize>("size");
    QTest::newRow("scene") << u"sketchbook-scene"_s << true << true << ImageFormat::Png << sizeFor({3, 2}, 1024 * 1024);
    QTest::newRow("pattern") << u"sketchbook-pattern"_s << false << false << ImageFormat::Png << QSize(512, 512);
    QTest::newRow("poster") << u"sketchbook-poster"_s << false << true << ImageFormat::Webp << QSize(512, 512);
}

void TestSketchbookStudio::walksTheWholeWay()
{
    QFETCH(QString, model);
    QFETCH(bool, polls);
    QFETCH(bool, links);
    QFETCH(ImageFormat, format);
    QFETCH(QSize, size);
    const SketchbookAdapter adapter;
    const Plan plan = sketchbookPlan(model, u"a lighthouse at dusk"_s);
    Studio studio;
    Step step = adapter.begin(plan, plan.calls.first(), {});
    bool polled = false;
    double last = 0;
    for (;;) {
        HttpRequest request;
        AdapterState state;
        if (const auto *send = std::get_if<Send>(&step)) {
            request = send->request;
            state = send->state;
        } else if (const auto *wait = std::get_if<Wait>(&step)) {
            polled = true;
            QVERIFY(wait->after);
            QVERIFY(wait->fraction.value_or(0) >= last);
            last = wait->fraction.value_or(0);
            request = wait->request;
            state = wait->state;
        } else {
            break;
        }
        step = adapter.advance(plan, state, studio.handle(request).result(), {});
    }
    const auto *done = std::get_if<Done>(&step);
    QVERIFY(done);
    QCOMPARE(polled, polls);
    QCOMPARE(done->media.size(), 1);
    const ProducedMedia image = done->media.first();
    QCOMPARE(image.seed, 7);
    QCOMPARE(image.url.isValid() && !image.url.isEmpty(), links);
    const QByteArray bytes = links ? ask(studio, "GET", image.url).body : image.bytes;
    QCOMPARE(sniffFormat(bytes), format);
    QCOMPARE(QImage::fromData(bytes).size(), size);
}

void TestSketchbookStudio::makesExactlyTheAskedPixels_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QSize>("size");
    QTest::newRow("poster") << QByteArray(R"({"model":"sketchbook-poster","prompt":"x","size":"264x1000"})")
                            << QSize(264, 1000);
    QTest::newRow("default poster") << QByteArray(R"({"model":"sketchbook-poster","prompt":"x"})") << QSize(1024, 1024);
    const QByteArray emoji = "\xF0\x9F\xA6\x8A"_ba.repeated(4000); // characters, not UTF-16 units, are counted
    QTest::newRow("long prompt") << QByteArray(R"({"model":"sketchbook-poster","size":"256x256","prompt":")" + emoji
                                               + R"("})")
                                 << QSize(256, 256);
    QTest::newRow("wide pattern") << QByteArray(R"({"model":"sketchbook-pattern","prompt":"x","size":"1536x1024"})")
                                  << QSize(1536, 1024);
}

void TestSketchbookStudio::makesExactlyTheAskedPixels()
{
    QFETCH(QByteArray, json);
    QFETCH(QSize, size);
    Studio studio;
    const QJsonObject picture = commission(studio, body(json)).json().value(u"pictures"_s).toArray().first().toObject();
    const QByteArray bytes = picture.contains(u"b64"_s)
        ? QByteArray::fromBase64(picture.value(u"b64"_s).toString().toLatin1())
        : ask(studio, "GET", QUrl(picture.value(u"url"_s).toString())).body;
    QCOMPARE(QImage::fromData(bytes).size(), size);
}

void TestSketchbookStudio::saysWhatItCouldNotSet()
{
    const SketchbookAdapter adapter;
    for (const auto &[prompt, missing] :
         {std::pair(u"Summer in 京都"_s, u"京都"_s), std::pair(u"Summer"_s, QString())}) {
        const Plan plan = sketchbookPlan(u"sketchbook-poster"_s, prompt);
        Studio studio;
        const Step first = adapter.begin(plan, plan.calls.first(), {});
        const auto &send = std::get<Send>(first);
        const Step last = adapter.advance(plan, send.state, studio.handle(send.request).result(), {});
        const auto *done = std::get_if<Done>(&last);
        QVERIFY(done);
        const QString revised = done->media.first().revisedPrompt;
        QCOMPARE(revised.isEmpty(), missing.isEmpty());
        QVERIFY(revised.contains(missing));
    }
}

void TestSketchbookStudio::saysWhatItDidNotDraw_data()
{
    QTest::addColumn<QString>("model");
    for (const QString &model : {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s}) {
        QTest::newRow(qPrintable(model)) << model;
    }
}

void TestSketchbookStudio::saysWhatItDidNotDraw()
{
    QFETCH(QString, model);
    const SketchbookAdapter adapter;
    for (const auto &[prompt, told] : {std::pair(u"a cat eats ramen"_s, u"a cat eats ramen (not drawn: eats, ramen)"_s),
                                       std::pair(u"a cat on a table"_s, QString())}) {
        const Plan plan = sketchbookPlan(model, prompt);
        Studio studio;
        Step step = adapter.begin(plan, plan.calls.first(), {});
        HttpResponse response = studio.handle(std::get<Send>(step).request).result();
        if (response.status == 202) {
            const QUrl status(response.json().value(u"status_url"_s).toString());
            QCOMPARE(untilOver(studio, status).value(u"status"_s).toString(), u"ready"_s);
            response = ask(studio, "GET", status);
        }
        step = adapter.advance(plan, {}, response, {});
        QVERIFY(std::holds_alternative<Done>(step));
        QCOMPARE(std::get<Done>(step).media.first().revisedPrompt, told);
    }
}

void TestSketchbookStudio::cancels()
{
    Studio studio;
    QList<QUrl> jobs;
    for (int i = 0; i < 6; ++i) {
        const HttpResponse response = commission(studio, body(R"({"model":"sketchbook-scene","prompt":"the sea"})"));
        QCOMPARE(response.status, 202);
        jobs.append(QUrl(response.json().value(u"status_url"_s).toString()));
    }
    QCOMPARE(ask(studio, "DELETE", jobs.last()).json().value(u"status"_s).toString(), u"cancelled"_s);
    QCOMPARE(untilOver(studio, jobs.last()).value(u"status"_s).toString(), u"cancelled"_s);
    const QJsonObject finished = untilOver(studio, jobs.first());
    QCOMPARE(finished.value(u"status"_s).toString(), u"ready"_s);
    // What is finished stays finished.
    QCOMPARE(ask(studio, "DELETE", jobs.first()).json().value(u"status"_s).toString(), u"ready"_s);
}

void TestSketchbookStudio::choosesItsOwnSeeds()
{
    Studio studio;
    const QByteArray json = R"({"model":"sketchbook-poster","prompt":"x","size":"256x256","n":4})";
    const QJsonArray first = commission(studio, body(json)).json().value(u"pictures"_s).toArray();
    const QJsonArray second = commission(studio, body(json)).json().value(u"pictures"_s).toArray();
    QCOMPARE(first.size(), 4);
    QSet<qint64> seeds;
    for (const QJsonArray &pictures : {first, second}) {
        for (const QJsonValue &picture : pictures) {
            seeds.insert(picture[u"seed"_s].toInteger());
        }
    }
    QCOMPARE(seeds.size(), 8);
}

void TestSketchbookStudio::forgetsWhatIsTooMuch()
{
    sketchbook::StudioLimits limits;
    limits.keptPaintings = 3;
    Studio studio(limits);
    QStringList links;
    for (int i = 0; i < 8; ++i) {
        const QJsonObject answer =
            commission(studio, body(R"({"model":"sketchbook-poster","prompt":"x","size":"256x256"})")).json();
        links.append(answer.value(u"pictures"_s)[0][u"url"_s].toString());
        QVERIFY(studio.paintings() <= limits.keptPaintings + 1);
    }
    QCOMPARE(ask(studio, "GET", QUrl(links.first())).status, 404);
    QCOMPARE(ask(studio, "GET", QUrl(links.last())).status, 200);

    limits.keptBytes = 1;
    Studio small(limits);
    QCOMPARE(commission(small, body(R"({"model":"sketchbook-poster","prompt":"x","size":"256x256"})")).status, 200);
    QVERIFY(small.keptBytes() > 1);
    QCOMPARE(ask(small, "GET", QUrl(u"sketchbook://studio/v1/models"_s)).status, 200);
    QCOMPARE(small.keptBytes(), 0);

    limits.keptBytes = 1 << 30;
    limits.keptFor = std::chrono::milliseconds(-1);
    Studio hasty(limits);
    QCOMPARE(commission(hasty, body(R"({"model":"sketchbook-poster","prompt":"x","size":"256x256"})")).status, 200);
    QCOMPARE(ask(hasty, "GET", QUrl(u"sketchbook://studio/v1/models"_s)).status, 200);
    QCOMPARE(hasty.paintings(), 0);
}

void TestSketchbookStudio::refusesMoreThanItCanHold()
{
    sketchbook::StudioLimits limits;
    limits.waiting = 2;
    Studio studio(limits);
    const QJsonObject order = body(R"({"model":"sketchbook-scene","prompt":"a forest"})");
    QCOMPARE(commission(studio, order).status, 202);
    QCOMPARE(commission(studio, order).status, 202);
    const HttpResponse refused = commission(studio, order);
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.retryAfter());
}

void TestSketchbookStudio::mayGoAfterItsAnswersWereTaken()
{
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"sketchbook://studio/v1/paintings"_s);
    request.setHeader("Content-Type", "application/json");
    request.body = R"({"model":"sketchbook-poster","prompt":"x","size":"256x256"})";
    for (int round = 0; round < 8; ++round) {
        Studio studio;
        // One answer is read and forgotten, one is still to come, one nobody waits for.
        QFuture<HttpResponse> taken = studio.handle(request);
        QTRY_VERIFY(taken.isFinished());
        QCOMPARE(taken.result().status, 200);
        taken = {};
        const QFuture<HttpResponse> awaited = studio.handle(request);
        static_cast<void>(studio.handle(request));
        QVector<QByteArray> others(64, QByteArray(200, 'x')); // memory finds new use
    }
}

QTEST_MAIN(TestSketchbookStudio)
#include "test_sketchbookstudio.moc"
