// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/eventstream.h"
#include "tests/gateway/gatewayrig.h"

#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QList<Offer> offers(bool withPreviews)
{
    Offer offer = toyOffer(u"toy"_s, u"alpha"_s);
    if (withPreviews) {
        offer.fields.insert(u"partial_images"_s, u"partial_images"_s);
    }
    return {offer};
}

QJsonObject streamWish(const QJsonObject &more = {{u"partial_images"_s, 2}})
{
    QJsonObject wish = GatewayRig::wish();
    wish.insert(u"stream"_s, true);
    for (auto it = more.begin(); it != more.end(); ++it) {
        wish.insert(it.key(), it.value());
    }
    return wish;
}

/// An answer in pieces, put together again.
struct Streamed
{
    explicit Streamed(const QByteArray &wire)
    {
        const qsizetype end = wire.indexOf("\r\n\r\n");
        head = wire.left(end);
        body = wire.mid(end + 4);
        if (head.contains("Transfer-Encoding: chunked")) {
            body = joined(body);
        }
        const QList<StreamEvent> found = eventsOf(body);
        for (const StreamEvent &event : found) {
            names.append(QString::fromLatin1(event.name));
            data.append(QJsonDocument::fromJson(event.data).object());
        }
    }

    QByteArray joined(QByteArray rest)
    {
        QByteArray whole;
        while (!rest.isEmpty()) {
            const qsizetype line = rest.indexOf("\r\n");
            const qsizetype size = rest.left(line).toLongLong(nullptr, 16);
            isWhole = size == 0 && line > 0;
            whole += rest.mid(line + 2, size);
            rest = rest.mid(line + 2 + size + 2);
        }
        return whole;
    }

    QByteArray head;
    QByteArray body;
    QStringList names;
    QList<QJsonObject> data;
    bool isWhole = false; ///< its last chunk has come
};

QByteArray decoded(const QJsonObject &event)
{
    return QByteArray::fromBase64(event.value("b64_json"_L1).toString().toLatin1());
}

const QByteArray lastOne = "Connection: close\r\n"; // so that the whole answer is known to have come
const QString partial = u"image_generation.partial_image"_s;
const QString completed = u"image_generation.completed"_s;

} // namespace

/// "stream": true: previews as they come, then the picture.
class TestGatewayStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewsThenThePicture()
    {
        GatewayRig rig(offers(true));
        rig.start();
        const QByteArray picture = rig.vendor().picture;
        const auto gate = Gate::make(); // so that the preview has been seen before the picture is there
        rig.vendor().submitScript.push_back(toyStream({picture}));
        rig.vendor().pictureScript.push_back(Reply::bytes(picture, "image/png").after(gate));
        RawClient client(rig.port());
        client.send(rig.post(streamWish(), lastOne));
        QTRY_VERIFY(client.received().contains("partial_image"));
        gate->open();
        const Streamed answer(client.everything());
        QVERIFY2(answer.head.startsWith("HTTP/1.1 200 "), answer.head.constData());
        QVERIFY(answer.head.contains("Content-Type: text/event-stream"));
        QVERIFY(answer.isWhole);
        QCOMPARE(answer.names, QStringList({partial, completed}));
        QCOMPARE(decoded(answer.data.at(0)), picture);
        QCOMPARE(answer.data.at(0).value("partial_image_index"_L1).toInt(-1), 0);
        QCOMPARE(answer.data.at(0).value("size"_L1).toString(), u"64x48"_s);
        QCOMPARE(answer.data.at(1).value("type"_L1).toString(), completed);
        QCOMPARE(QImage::fromData(decoded(answer.data.at(1))).size(), QSize(64, 48));
        QCOMPARE(answer.data.at(1)["metadata"_L1]["provider"_L1].toString(), u"alpha"_s);
        for (const QJsonObject &event : answer.data) {
            for (const QString &field :
                 {u"created_at"_s, u"size"_s, u"quality"_s, u"background"_s, u"output_format"_s}) {
                QVERIFY2(event.contains(field), qPrintable(field));
            }
        }
    }

    void aPreviewIsSeenBeforeThePictureIsMade()
    {
        GatewayRig rig(offers(true));
        rig.start();
        Reply stream = toyStream({rig.vendor().picture});
        stream.body += QByteArray(stream.body.size(), '\n');
        rig.vendor().submitScript.push_back(stream.as(Reply::Behaviour::StallMidBody));
        RawClient client(rig.port());
        client.send(rig.post(streamWish(), lastOne));
        QTRY_VERIFY(client.received().contains("partial_image"));
        client.hangUp(); // nobody waits any more: the work ends
        QTRY_COMPARE(rig.rig.engine->running(), 0);
        const Generation left = await(rig.rig.journal->list(1))->first();
        QCOMPARE(left.status, GenerationStatus::Unknown); // it had been sent
    }

    void vendorsWithoutPreviewsSendThePictureAlone()
    {
        GatewayRig rig(offers(false));
        rig.start();
        RawClient client(rig.port());
        client.send(rig.post(streamWish(), lastOne));
        const Streamed answer(client.everything());
        QCOMPARE(answer.names, QStringList(completed));
        QVERIFY(answer.isWhole);
        QVERIFY2(answer.head.contains("X-Lightwell-Provider: alpha"), answer.head.constData());
        QVERIFY(answer.head.contains("X-Lightwell-Cost: 0.03"));
    }

    void severalPicturesComeOneByOne()
    {
        GatewayRig rig(offers(true));
        rig.start();
        RawClient client(rig.port());
        client.send(rig.post(streamWish({{u"n"_s, 2}, {u"partial_images"_s, 3}}), lastOne));
        QCOMPARE(Streamed(client.everything()).names, QStringList({completed, completed}));
    }

    void linksWhereTheyAreAskedFor()
    {
        GatewayRig rig(offers(false));
        rig.start();
        RawClient client(rig.port());
        client.send(rig.post(streamWish({{u"response_format"_s, u"url"_s}}), lastOne));
        const Streamed answer(client.everything());
        QCOMPARE(answer.names, QStringList(completed));
        QVERIFY(!answer.data.first().contains("b64_json"_L1));
        const QUrl link(answer.data.first().value("url"_L1).toString());
        QCOMPARE(rig.ask(rig.request("GET", link.path().toLatin1())).status, 200);
    }

    /// What is refused before anything began is an answer like any other.
    void earlyRefusalsAreNoStreams_data()
    {
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<int>("status");
        QTest::newRow("unknown model") << QJsonObject {{u"model"_s, u"nothing"_s}} << 404;
        QTest::newRow("previews without a stream")
            << QJsonObject {{u"stream"_s, false}, {u"partial_images"_s, 1}} << 400;
        QTest::newRow("too many previews") << QJsonObject {{u"partial_images"_s, 4}} << 400;
    }
    void earlyRefusalsAreNoStreams()
    {
        QFETCH(QJsonObject, more);
        GatewayRig rig(offers(true));
        rig.start();
        const RawAnswer answer = rig.ask(rig.post(streamWish(more), lastOne));
        QTEST(answer.status, "status");
        QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(rig.vendor().calls(u"/jobs"_s), 0);
    }

    void refusalsOfTheVendorKeepTheirStatus()
    {
        GatewayRig rig(offers(true));
        rig.start();
        rig.vendor().submitScript.push_back(Reply::json({}, 401));
        const RawAnswer answer = rig.ask(rig.post(streamWish(), lastOne));
        QVERIFY(answer.status >= 400);
        QVERIFY(!answer.json()["error"_L1].isUndefined());
    }

    void aFailureAfterThePreviewIsAnEvent()
    {
        GatewayRig rig(offers(true));
        rig.start();
        Reply stream = toyStream({rig.vendor().picture});
        stream.body += QByteArray(stream.body.size(), '\n');
        rig.vendor().submitScript.push_back(stream.as(Reply::Behaviour::StallMidBody));
        RawClient client(rig.port());
        client.send(rig.post(streamWish(), lastOne));
        QTRY_VERIFY(client.received().contains("partial_image"));
        rig.vendor().server().close(); // the connection to the vendor breaks
        const Streamed answer(client.everything());
        QVERIFY(answer.isWhole);
        QCOMPARE(answer.names, QStringList({partial, u"error"_s}));
        QVERIFY(!answer.data.last()["error"_L1]["message"_L1].toString().isEmpty());
    }

    void aStoppingGatewaySaysSo()
    {
        auto rig = std::make_unique<GatewayRig>(offers(true));
        rig->start();
        Reply stream = toyStream({rig->vendor().picture});
        stream.body += QByteArray(stream.body.size(), '\n');
        rig->vendor().submitScript.push_back(stream.as(Reply::Behaviour::StallMidBody));
        RawClient client(rig->port());
        client.send(rig->post(streamWish(), lastOne));
        QTRY_VERIFY(client.received().contains("partial_image"));
        rig->gateway.stop();
        const Streamed answer(client.everything());
        QCOMPARE(answer.names, QStringList({partial, u"error"_s}));
    }

    void oldClientsGetItWithoutChunks()
    {
        GatewayRig rig(offers(false));
        rig.start();
        RawClient client(rig.port());
        client.send(rig.post(streamWish(), lastOne).replace("HTTP/1.1", "HTTP/1.0"));
        const Streamed answer(client.everything());
        QVERIFY(!answer.head.contains("chunked"));
        QCOMPARE(answer.names, QStringList(completed));
    }

    /// A key is one payment, also where the answer is a stream.
    void repetitionsGetTheKeptPicture()
    {
        GatewayRig rig(offers(false));
        rig.start();
        QStringList ids;
        for (int i = 0; i < 2; ++i) {
            RawClient client(rig.port());
            client.send(rig.post(streamWish(), lastOne + "Idempotency-Key: once\r\n"));
            const Streamed answer(client.everything());
            QCOMPARE(answer.names, QStringList(completed));
            ids.append(answer.data.first().value("id"_L1).toString());
        }
        QCOMPARE(ids.first(), ids.last());
        QCOMPARE(rig.vendor().billed, 1);
    }
};

QTEST_GUILESS_MAIN(TestGatewayStream)
#include "test_gatewaystream.moc"
