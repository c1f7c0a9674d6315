// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pictureconversation.h"
#include "core/wording/wording.h"
#include "providers/openai/openaiadapter.h"
#include "tests/providers/drive.h"
#include "tests/providers/mutations.h"
#include "tests/providers/plans.h"
#include "tests/standins/openai.h"

#include <QThreadPool>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray eventOf(const QByteArray &type, const QByteArray &more)
{
    return "event: " + type + "\ndata: {\"type\":\"" + type + '"' + more + "}\n\n";
}

QByteArray picture()
{
    return ",\"b64_json\":\"" + pngOf({64, 64}).toBase64() + '"';
}

const QByteArray usage = R"(,"usage":{"total_tokens":216,"input_tokens":20,"output_tokens":196,
"input_tokens_details":{"text_tokens":20,"image_tokens":0}})"_ba.replace('\n', "");

Step readStream(const QByteArray &body)
{
    HttpResponse response = answerOf(200, body);
    response.headers = {{"Content-Type"_ba, "text/event-stream; charset=utf-8"_ba}};
    return openAiAdapter()->advance(planFor(openAiOffer()), {}, response, {"sk-live-key"_ba, {}, {}});
}

/// A call with previews, and what it showed on the way.
struct Previewed
{
    Previewed(const Plan &plan, const QUrl &address)
        : driver(pictureConversation(*adapter, plan, plan.calls.value(0), {OpenAiStandIn::key(), {}, address}), http,
                 {std::chrono::seconds(30)})
    {
        QObject::connect(&driver, &CallDriver::progressed, &driver, [this](const Progress &progress) {
            if (!progress.preview.isEmpty()) {
                previews.append(progress);
            }
        });
        QObject::connect(&driver, &CallDriver::finished, &driver, [this](const CallOutcome &end) { outcome = end; });
        driver.start();
    }
    ~Previewed() { QThreadPool::globalInstance()->waitForDone(); } // what still reads there knows the adapter
    [[nodiscard]] bool ended() const { return outcome.has_value(); }

    HttpClient http;
    std::unique_ptr<Adapter> adapter = openAiAdapter();
    CallDriver driver;
    QList<Progress> previews;
    std::optional<CallOutcome> outcome;
};

} // namespace

class TestOpenAiStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishedPictures_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("pictures");
        QTest::addColumn<Money>("cost");
        const QByteArray done = eventOf("image_generation.completed", picture() + usage);
        const QByteArray partial = eventOf("image_generation.partial_image", picture() + ",\"partial_image_index\":0");
        const Money known = Money::fromMicros(5980);
        QTest::newRow("alone") << done << 1 << known;
        QTest::newRow("after previews") << partial + partial + done << 1 << known;
        QTest::newRow("an edit") << eventOf("image_edit.completed", picture() + usage) << 1 << known;
        QTest::newRow("before a preview") << done + partial << 1 << known;
        QTest::newRow("with an end mark") << done + "data: [DONE]\n\n" << 1 << known;
        QTest::newRow("beside unknown events")
            << ": alive\n\nevent: keepalive\ndata: {}\n\nevent: x\ndata: 7\n\n" + done << 1 << known;
        QTest::newRow("named by the type alone") << "data: {\"type\":\"image_generation.completed\"" + picture() + usage
                + "}\n\n" << 1 << known;
        QTest::newRow("two, each with a usage of its own") << done + done << 2 << Money::unknown();
        QTest::newRow("without usage") << eventOf("image_generation.completed", picture()) << 1 << Money::unknown();
        QTest::newRow("then an error") << done + "event: error\ndata: {\"error\":{\"message\":\"m\"}}\n\n"
                                       << 1 << known;
    }
    void finishedPictures()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, pictures);
        const Step step = readStream(body);
        const auto *done = std::get_if<Done>(&step);
        QVERIFY(done);
        QCOMPARE(done->media.size(), pictures);
        QCOMPARE(done->media.first().bytes, pngOf({64, 64}));
        QTEST(done->cost, "cost");
    }

    void noPicture_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        const QByteArray partial = eventOf("image_generation.partial_image", picture());
        const auto error = [](const QByteArray &fields) -> QByteArray {
            return "event: error\ndata: {\"type\":\"error\",\"error\":{" + fields + "}}\n\n";
        };
        QTest::newRow("nothing") << QByteArray() << ErrorKind::Upstream;
        QTest::newRow("previews alone") << partial << ErrorKind::Upstream;
        QTest::newRow("cut off") << eventOf("image_generation.completed", picture()).chopped(12) << ErrorKind::Upstream;
        QTest::newRow("no base64") << eventOf("image_generation.completed", ",\"b64_json\":\"%%%\"")
                                   << ErrorKind::Upstream;
        QTest::newRow("a failure of the vendor's")
            << partial + error(R"("message":"m","type":"server_error","code":"server_error")") << ErrorKind::Upstream;
        QTest::newRow("a refused picture")
            << partial + error(R"("message":"m","type":"image_generation_user_error","code":"moderation_blocked")")
            << ErrorKind::ContentPolicy;
        QTest::newRow("an error without words") << "event: error\ndata: {}\n\n"_ba << ErrorKind::Upstream;
    }
    void noPicture()
    {
        QFETCH(QByteArray, body);
        const Error error = errorOf(readStream(body));
        QTEST(error.kind, "kind");
        QCOMPARE(error.billing, Billing::MayBeBilled); // work had begun before the stream
    }

    void previewsComeBeforeThePicture_data()
    {
        QTest::addColumn<QString>("offer");
        QTest::addColumn<bool>("editing");
        const QStringList offers = catalogOffers(u"openai"_s);
        QVERIFY(offers.size() >= 5);
        for (const QString &offer : offers) {
            QTest::addRow("%s", qPrintable(offer)) << offer << false;
            QTest::addRow("%s, editing", qPrintable(offer)) << offer << true;
        }
    }
    void previewsComeBeforeThePicture()
    {
        QFETCH(QString, offer);
        QFETCH(bool, editing);
        OpenAiStandIn vendor;
        Request request;
        request.prompt = u"a red fox"_s;
        request.quality = u"low"_s;
        request.size.pixels = QSize(1024, 1024);
        request.previews = 2;
        if (editing) {
            request.images.append({pngOf({320, 200}), u"in.png"_s});
        }
        Previewed call(catalogPlan(offer, request), vendor.baseUrl());
        QTRY_VERIFY_WITH_TIMEOUT(call.ended(), 30'000);
        QVERIFY2(!call.outcome->error, qPrintable(wording::sentence(call.outcome->error.value_or(Error {}))));
        QCOMPARE(call.outcome->media.size(), 1);
        QCOMPARE(vendor.billed(), 1);
        // What is still being read when the picture is there is not shown any more.
        QVERIFY(call.previews.size() <= 2);
        for (const Progress &shown : std::as_const(call.previews)) {
            QCOMPARE(QImage::fromData(shown.preview).size(), QSize(1024, 1024));
            QVERIFY(*shown.fraction > 0 && *shown.fraction < 1);
        }
        QVERIFY(call.outcome->cost.isKnown());
    }

    void aPreviewIsShownWhileThePictureIsMade()
    {
        OpenAiStandIn vendor;
        const QByteArray sketch = pngOf({32, 32});
        const QByteArray stream =
            eventOf("image_generation.partial_image", ",\"b64_json\":\"" + sketch.toBase64() + '"');
        const QByteArray rest = "data: " + QByteArray(stream.size() + 100, ' ') + "\n\n"; // more than half is to come
        vendor.script(u"generation"_s,
                      Reply::bytes(stream + rest, "text/event-stream").as(Reply::Behaviour::StallMidBody));
        Request request;
        request.prompt = u"a red fox"_s;
        request.previews = 3;
        Previewed call(catalogPlan(u"openai/gpt-image-2"_s, request), vendor.baseUrl());
        QTRY_COMPARE(call.previews.size(), 1);
        QVERIFY(!call.ended());
        QCOMPARE(call.previews.first().preview, sketch);
        QCOMPARE(call.previews.first().fraction, std::optional(0.25));
    }

    /// A picture costs more with previews, and the estimate says so before.
    void previewsArePriced()
    {
        Request request;
        request.prompt = u"a red fox"_s;
        request.quality = u"low"_s;
        request.size.pixels = QSize(1024, 1024);
        const Money without = catalogPlan(u"openai/gpt-image-1-mini"_s, request).estimate.total;
        request.previews = 3;
        const Plan plan = catalogPlan(u"openai/gpt-image-1-mini"_s, request);
        QVERIFY(without.isKnown() && plan.estimate.total.isKnown());
        double perToken = 0;
        for (const PriceLine &line : plan.offer.prices) {
            perToken = line.item == PriceLine::Item::OutputImage ? line.usd / static_cast<double>(line.per) : perToken;
        }
        QCOMPARE(plan.estimate.total - without, Money::fromDollars(300 * perToken));
    }

    /// Sketches of several pictures cannot be told apart in one stream.
    void eachPictureHasACallOfItsOwn()
    {
        Request request;
        request.prompt = u"a red fox"_s;
        request.n = 3;
        request.previews = 1;
        QCOMPARE(catalogPlan(u"openai/gpt-image-2"_s, request).calls.size(), 3);
        request.previews = 0;
        QCOMPARE(catalogPlan(u"openai/gpt-image-2"_s, request).calls.size(), 1);
    }

    void othersMakeThePictureWithoutPreviews()
    {
        Request request;
        request.prompt = u"a red fox"_s;
        request.previews = 2;
        const Plan plan = catalogPlan(u"fal/flux-2-pro"_s, request);
        QCOMPARE(plan.previews, 0);
        QVERIFY(plan.weakened().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOpenAiStream)
#include "test_openaistream.moc"
