// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Placeholders for pictures: exactly what the plan says, of every model, without a key.
#include "core/gateway/replay/freegeneration.h"
#include "core/gateway/replay/placeholder.h"
#include "core/media/codec.h"
#include "core/planning/planner.h"
#include "tests/gateway/gatewayrig.h"

#include <QJsonArray>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mocked = "X-Lightwell-Replay: mock\r\n";

/// The first plan of a request, by the built-in catalog.
std::optional<Route> routeFor(const Catalog &catalog, const Request &request)
{
    const Result<Resolution> found = catalog.resolve(request.model);
    for (const Offer &offer : found ? found->offers : QList<Offer>()) {
        if (const Result<Plan> plan = catalog.plan(request, offer)) {
            Route route;
            route.plans.append({*plan, {}, false});
            return route;
        }
    }
    return std::nullopt;
}

GenerationCall callFor(const QString &model)
{
    GenerationCall call;
    call.request.model = model;
    call.request.prompt = u"a paper boat"_s;
    return call;
}

QList<Offer> offers()
{
    Offer offer = toyOffer(u"toy"_s, u"alpha"_s);
    offer.sizes = SizeList {{QSize(64, 48), QSize(128, 96)}};
    offer.fields.insert(u"seed"_s, u"seed"_s);
    return {offer};
}

} // namespace

class TestGatewayMock : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GatewayRig> m_rig; ///< without a vendor's key

private Q_SLOTS:
    void initTestCase()
    {
        m_rig = std::make_unique<GatewayRig>(offers());
        m_rig->rig.takeKeyAway(u"alpha"_s);
        m_rig->start();
    }
    void cleanupTestCase() { m_rig.reset(); }

    void everyFormatIsDrawn_data()
    {
        QTest::addColumn<ImageFormat>("format");
        for (const ImageFormat format : deliverableFormats()) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
        QTest::newRow("svg") << ImageFormat::Svg;
    }
    void everyFormatIsDrawn()
    {
        QFETCH(const ImageFormat, format);
        if (format != ImageFormat::Svg && !canEncode(format)) {
            QSKIP("this system writes no such format");
        }
        Placeholder order {{120, 80}, format};
        const Result<QByteArray> bytes = draw(order);
        QVERIFY(bytes.ok());
        const Result<ImageInfo> info = probeImage(*bytes);
        QVERIFY(info.ok());
        QCOMPARE(info->format, format);
        QCOMPARE(info->size, QSize(120, 80));
        QVERIFY(checkImage(*bytes).ok());
        QCOMPARE(*draw(order), *bytes); // no chance in it
        order.colours = u"another"_s;
        QVERIFY(*draw(order) != *bytes);
    }

    void aTransparentGroundIs()
    {
        const QImage image = QImage::fromData(*draw({{120, 80}, ImageFormat::Png, {}, true}));
        QCOMPARE(image.pixelColor(60, 10).alpha(), 0);
    }

    /// Each model that makes pictures from words has a size, and some are drawn.
    void everyModelOfTheCatalogIsMocked()
    {
        const Catalog catalog = Catalog::builtIn();
        const QTemporaryDir folder;
        const MadePictures made(folder.path());
        int models = 0;
        for (const Model &model : catalog.models()) {
            const GenerationCall call = callFor(model.slug);
            const std::optional<Route> route = routeFor(catalog, call.request);
            if (!route) {
                continue; // needs a picture
            }
            const Plan &plan = route->plans.first().plan;
            const QSize size = placeholderSize(plan);
            QVERIFY2(size.width() > 0 && size.height() > 0, qPrintable(model.slug));
            if (const QSize known = sizeThatComesOut(plan); !known.isEmpty()) {
                QCOMPARE(size, known);
            }
            if (++models % 25 != 0) {
                continue;
            }
            const Result<Generation> mock = mockGeneration(*route, call, made, QDateTime::currentDateTimeUtc());
            QVERIFY2(mock.ok(), qPrintable(model.slug));
            QCOMPARE(mock->status, GenerationStatus::Completed);
            QCOMPARE(mock->cost, Money::zero());
            QCOMPARE(mock->pictures.size(), plan.pictures());
            QCOMPARE(mock->pictures.first().size, size);
            const Result<ImageInfo> info = probeImage(*MediaStore::bytesOf(mock->pictures.first()));
            QVERIFY2(info.ok(), qPrintable(model.slug));
            QCOMPARE(info->size, size);
            QCOMPARE(info->format, plan.output.format.value_or(plan.output.upstreamFormat));
        }
        QVERIFY(models > 50);
    }

    void wishes_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("format");
        QTest::newRow("plain") << QJsonObject() << QSize(64, 48) << 1 << u"png"_s;
        QTest::newRow("size") << QJsonObject {{u"size"_s, u"128x96"_s}} << QSize(128, 96) << 1 << u"png"_s;
        QTest::newRow("three") << QJsonObject {{u"n"_s, 3}} << QSize(64, 48) << 3 << u"png"_s;
        QTest::newRow("format") << QJsonObject {{u"output_format"_s, u"webp"_s}} << QSize(64, 48) << 1 << u"webp"_s;
        QTest::newRow("exactly") << QJsonObject {{u"size"_s, u"100x100"_s}, {u"fit"_s, u"crop"_s}} << QSize(100, 100)
                                 << 1 << u"png"_s;
    }
    void wishes()
    {
        QFETCH(const QJsonObject, fields);
        QFETCH(const QSize, size);
        QFETCH(const int, count);
        QFETCH(const QString, format);
        GatewayRig &rig = *m_rig;
        QJsonObject body = GatewayRig::wish();
        body.insert(u"seed"_s, 7);
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            body.insert(field.key(), field.value());
        }
        const RawAnswer answer = rig.ask(rig.post(body, mocked));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value("output_format"_L1).toString(), format);
        QCOMPARE(answer.json().value("size"_L1).toString(), sizeToString(size));
        const QJsonArray data = answer.json().value("data"_L1).toArray();
        QCOMPARE(data.size(), count);
        const QByteArray bytes =
            QByteArray::fromBase64(data.last().toObject().value("b64_json"_L1).toString().toLatin1());
        QCOMPARE(probeImage(bytes)->size, size);
        QCOMPARE(formatName(probeImage(bytes)->format), format);
        QCOMPARE(data.first().toObject().value("seed"_L1).toInteger(), 7);
        const QJsonObject told = answer.json().value("metadata"_L1).toObject();
        QCOMPARE(told.value("provider"_L1).toString(), u"alpha"_s); // by whose plan
        QCOMPARE(told.value("replay"_L1).toObject().value("status"_L1).toString(), u"mock"_s);
        QCOMPARE(told.value("cost"_L1).toDouble(-1), 0.0);
        // Its links open like any other.
        const QByteArray path = QUrl(data.last().toObject().value("url"_L1).toString()).path().toLatin1();
        const RawAnswer file = rig.ask("GET " + path + " HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n");
        QCOMPARE(file.status, 200);
        QCOMPARE(file.body, bytes);
        QCOMPARE(rig.vendor().calls().size(), 0);
        QCOMPARE(await(rig.rig.journal->list(1))->size(), 0);
    }

    void whatWouldBeRefusedIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::newRow("no such model") << QJsonObject {{u"model"_s, u"toi"_s}} << QByteArray() << 404;
        QTest::newRow("no prompt") << QJsonObject {{u"prompt"_s, QString()}} << QByteArray() << 400;
        QTest::newRow("strictly") << QJsonObject {{u"size"_s, u"100x100"_s}} << "X-Lightwell-Strict: true\r\n"_ba
                                  << 400;
    }
    void whatWouldBeRefusedIsRefused()
    {
        QFETCH(const QJsonObject, fields);
        QFETCH(const QByteArray, headers);
        GatewayRig &rig = *m_rig;
        QJsonObject body = GatewayRig::wish();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            body.insert(field.key(), field.value());
        }
        QTEST(rig.ask(rig.post(body, mocked + headers)).status, "status");
    }

    void aJobIsOneThatHasEnded()
    {
        GatewayRig &rig = *m_rig;
        const QByteArray async = "Prefer: respond-async\r\n";
        const RawAnswer accepted = rig.ask(rig.post(GatewayRig::wish(), mocked + async));
        QCOMPARE(accepted.status, 202);
        QCOMPARE(accepted.header("Preference-Applied"), "respond-async"_ba);
        QCOMPARE(accepted.json().value("status"_L1).toString(), u"completed"_s);
        const QString id = accepted.json().value("id"_L1).toString();
        const QByteArray path = "/v1/jobs/" + id.toLatin1();
        const RawAnswer job = rig.ask(rig.request("GET", path));
        QCOMPARE(job.status, 200);
        QCOMPARE(job.json().value("id"_L1).toString(), id);
        const QJsonObject result = job.json().value("result"_L1).toObject();
        QCOMPARE(result.value("data"_L1).toArray().size(), 1);
        QCOMPARE(result.value("metadata"_L1)["replay"_L1]["status"_L1].toString(), u"mock"_s);
        // Each is one of its own, and no other client's.
        QVERIFY(rig.ask(rig.post(GatewayRig::wish(), mocked + async)).json().value("id"_L1).toString() != id);
        const Result<NewClient> other = await(rig.clients.add(u"other"_s));
        QVERIFY(other.ok());
        QCOMPARE(rig.ask("GET " + path + " HTTP/1.1\r\nHost: " + rig.host() + "\r\nAuthorization: Bearer " + other->key
                         + "\r\n\r\n")
                     .status,
                 404);
        QCOMPARE(rig.ask(rig.post({{u"model"_s, u"toi"_s}, {u"prompt"_s, u"x"_s}}, mocked + async)).status, 404);
        QCOMPARE(rig.vendor().calls().size(), 0);
        QCOMPARE(await(rig.rig.journal->list(1))->size(), 0);
    }

    void aStreamEndsWithIt_data()
    {
        QTest::addColumn<bool>("hasPreviews"); // the vendor
        QTest::addColumn<int>("previews");
        QTest::newRow("a vendor without previews") << false << 0;
        QTest::newRow("a vendor with previews") << true << 2;
    }
    void aStreamEndsWithIt()
    {
        QFETCH(const bool, hasPreviews);
        QList<Offer> own = offers();
        if (hasPreviews) {
            own.first().fields.insert(u"partial_images"_s, u"partial_images"_s);
        }
        GatewayRig rig(own);
        rig.start();
        QJsonObject body = GatewayRig::wish();
        body.insert(u"stream"_s, true);
        body.insert(u"partial_images"_s, 2);
        RawClient client(rig.port());
        client.send(rig.post(body, mocked + "Connection: close\r\n"));
        const QByteArray wire = client.everything();
        QVERIFY(wire.startsWith("HTTP/1.1 200"));
        QVERIFY(wire.contains("Content-Type: text/event-stream"));
        QTEST(int(wire.count("event: image_generation.partial_image\n")), "previews");
        QCOMPARE(wire.count("event: image_generation.completed\n"), 1);
        QVERIFY(wire.contains("\"b64_json\":\""));
    }
};

QTEST_GUILESS_MAIN(TestGatewayMock)
#include "test_gatewaymock.moc"
