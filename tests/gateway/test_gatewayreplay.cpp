// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that are recorded, and answered from recordings: what each mode pays for, and that nothing else is asked.
#include "core/gateway/replay/freeanswers.h"
#include "tests/gateway/gatewayrig.h"

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray mode(const QByteArray &name)
{
    return "X-Lightwell-Replay: " + name + "\r\n";
}

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

QJsonObject inline64()
{
    return with(GatewayRig::wish(), u"response_format"_s, u"b64_json"_s);
}

QJsonObject toldOf(const RawAnswer &answer)
{
    return answer.json().value("metadata"_L1).toObject();
}

QByteArray status(const RawAnswer &answer)
{
    return answer.header("X-Lightwell-Replay-Status");
}

QByteArray recordingOf(const RawAnswer &answer)
{
    return answer.header("X-Lightwell-Replay-Recording");
}

QImage firstPicture(const RawAnswer &answer)
{
    const QJsonObject picture = answer.json().value("data"_L1).toArray().first().toObject();
    return QImage::fromData(QByteArray::fromBase64(picture.value("b64_json"_L1).toString().toLatin1()));
}

/// What costs something, or asks somebody.
struct Traces
{
    explicit Traces(GatewayRig &rig)
        : calls(rig.vendor().calls().size())
        , billed(rig.vendor().billed)
        , spent(rig.rig.usage().total)
        , generations(await(rig.rig.journal->list(100))->size())
    {
    }
    qsizetype calls;
    int billed;
    Money spent;
    qsizetype generations;
    friend bool operator==(const Traces &, const Traces &) = default;
};

QList<Offer> offers()
{
    Offer offer = toyOffer(u"toy"_s, u"alpha"_s);
    offer.modes = {u"text-to-image"_s, u"image-edit"_s};
    offer.maxInputImages = 4;
    offer.fields.insert(u"image"_s, u"image"_s);
    return {offer};
}

QString dataUrl(const QColor &colour)
{
    QImage image(32, 24, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return u"data:image/png;base64,"_s + QString::fromLatin1(bytes.toBase64());
}

/// A gateway of the next start, or of another program, on the same home.
class OtherGateway
{
public:
    explicit OtherGateway(GatewayRig &rig)
        : m_rig(rig)
        , m_gateway(Gateway::Parts {*rig.rig.engine,
                                    rig.clients,
                                    *rig.rig.journal,
                                    *rig.rig.media,
                                    *rig.rig.keyring,
                                    *rig.rig.ledger,
                                    {},
                                    {},
                                    nullptr,
                                    {},
                                    rig.replayFolder()})
    {
        m_gateway.setCatalog(rig.rig.catalog);
        GatewayOptions options;
        options.port = 0;
        QSignalSpy changes(&m_gateway, &Gateway::stateChanged);
        m_gateway.start(options);
        [&] { QTRY_VERIFY(!changes.isEmpty()); }();
    }
    [[nodiscard]] RawAnswer ask(const QJsonObject &body, const QByteArray &headers) const
    {
        const auto port = quint16(m_gateway.state().url.port(0));
        RawClient client(port);
        client.send(m_rig.post(body, headers + "Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n"));
        return client.answer();
    }

private:
    GatewayRig &m_rig;
    Gateway m_gateway;
};

} // namespace

class TestGatewayReplay : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GatewayRig> m_rig;

    /// The gateway of most tests, with a new client: nothing was recorded or kept for it, nothing paid.
    GatewayRig &fresh()
    {
        m_rig->key = await(m_rig->clients.add(u"client %1"_s.arg(++m_clients)))->key;
        m_rig->vendor().billed = 0;
        return *m_rig;
    }
    int m_clients = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_rig = std::make_unique<GatewayRig>(offers());
        m_rig->start();
    }
    void cleanupTestCase() { m_rig.reset(); }

    /// Under an id of its own: that of the recording's request stays that of what was paid.
    void aRecordingAnswersAJob()
    {
        GatewayRig &rig = fresh();
        const RawAnswer paid = rig.ask(rig.post(inline64(), "X-Lightwell-Replay: record\r\n"));
        QCOMPARE(paid.status, 200);
        const RawAnswer accepted =
            rig.ask(rig.post(inline64(), "X-Lightwell-Replay: replay-or-error\r\nPrefer: respond-async\r\n"));
        QCOMPARE(accepted.status, 202);
        const QString id = accepted.json().value("id"_L1).toString();
        QVERIFY(!id.isEmpty() && id != paid.json().value("id"_L1).toString());
        const auto job = [&rig](const QString &name) {
            return rig.ask(rig.request("GET", QByteArray("/v1/jobs/" + name.toLatin1()))).json();
        };
        QCOMPARE(job(id)["result"_L1]["metadata"_L1]["replay"_L1]["status"_L1].toString(), u"hit"_s);
        QCOMPARE(job(id)["result"_L1]["data"_L1], paid.json().value("data"_L1));
        const QString paidAs = paid.json().value("id"_L1).toString();
        QVERIFY(job(paidAs)["result"_L1]["metadata"_L1]["cost"_L1].toDouble() > 0);
        QCOMPARE(rig.vendor().billed, 1);
        // Whoever has that forgotten finds it nowhere.
        QCOMPARE(rig.ask(rig.request("DELETE", QByteArray("/v1/requests/" + paidAs.toLatin1() + "/payloads"))).status,
                 200);
        QCOMPARE(rig.ask(rig.request("GET", QByteArray("/v1/jobs/" + id.toLatin1()))).status, 404);
    }

    void modes_data()
    {
        QTest::addColumn<bool>("isRecorded"); // before
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("paid");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const QByteArray &name, bool isRecorded, int status, int paid, const QByteArray &told) {
            QTest::newRow(QByteArray(name + (isRecorded ? ", recorded" : ", not recorded")).constData())
                << isRecorded << status << paid << told;
        };
        row("off", false, 200, 1, {});
        row("off", true, 200, 1, {});
        row("record", false, 200, 1, "recorded");
        row("record", true, 200, 1, "recorded");
        row("replay-or-mock", false, 200, 0, "mock");
        row("replay-or-mock", true, 200, 0, "hit");
        row("replay-or-error", false, 404, 0, "miss");
        row("replay-or-error", true, 200, 0, "hit");
        row("replay-or-live", false, 200, 1, "miss");
        row("replay-or-live", true, 200, 0, "hit");
        row("replay-or-record", false, 200, 1, "recorded");
        row("replay-or-record", true, 200, 0, "hit");
        row("mock", false, 200, 0, "mock");
        row("mock", true, 200, 0, "mock");
    }
    void modes()
    {
        QFETCH(const bool, isRecorded);
        QFETCH(const int, paid);
        const QByteArray name = QByteArray(QTest::currentDataTag()).split(',').first();
        GatewayRig &rig = fresh();
        const RawAnswer recorded = isRecorded ? rig.ask(rig.post(inline64(), mode("record"))) : RawAnswer();
        const Traces before(rig);
        const RawAnswer answer = rig.ask(rig.post(inline64(), mode(name)));
        QTEST(answer.status, "status");
        QTEST(::status(answer), "told");
        const Traces after(rig);
        QCOMPARE(after.billed - before.billed, paid);
        if (paid == 0) {
            QVERIFY(after == before);
        }
        if (::status(answer) == "hit") {
            QCOMPARE(recordingOf(answer), recordingOf(recorded));
            QCOMPARE(answer.json().value("data"_L1), recorded.json().value("data"_L1));
        }
        if (::status(answer) == "mock") {
            QCOMPARE(firstPicture(answer).size(), QSize(64, 48));
        }
        if (answer.status == 404) {
            QCOMPARE(answer.errorCode(), u"RECORDING_NOT_FOUND"_s);
            QCOMPARE(answer.json().value("error"_L1).toObject().value("param"_L1).toString(), u"X-Lightwell-Replay"_s);
        }
        if (answer.status == 200 && paid == 0) {
            QCOMPARE(answer.header("X-Lightwell-Cost"), "0"_ba);
            QCOMPARE(toldOf(answer).value("cost"_L1).toDouble(-1), 0.0);
            QCOMPARE(toldOf(answer).value("attempts"_L1), QJsonValue(QJsonArray()));
            const QJsonObject told = toldOf(answer).value("replay"_L1).toObject();
            QCOMPARE(told.value("mode"_L1).toString().toLatin1(), name);
            QCOMPARE(told.value("status"_L1).toString().toLatin1(), ::status(answer));
            QCOMPARE(told.value("recording"_L1).toString().toLatin1(), recordingOf(answer));
        }
    }

    void aWrongWishIsNoPaidCall_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("param");
        QTest::newRow("mode") << mode("replay") << u"X-Lightwell-Replay"_s;
        QTest::newRow("Lumenfall's name") << "X-Lumenfall-Replay: Mock\r\n"_ba << u"X-Lightwell-Replay"_s;
        QTest::newRow("header") << "X-Lightwell-Replay-Mode: mock\r\n"_ba << u"X-Lightwell-Replay-Mode"_s;
        QTest::newRow("match") << mode("mock") + "X-Lightwell-Replay-Match: near\r\n" << u"X-Lightwell-Replay-Match"_s;
        QTest::newRow("field") << mode("mock")
                + "X-Lightwell-Replay-Match: specific\r\nX-Lightwell-Replay-Fields: model,siez\r\n"
                               << u"X-Lightwell-Replay-Fields"_s;
        QTest::newRow("cache") << "X-Lightwell-Cache: on\r\n"_ba << u"X-Lightwell-Cache"_s;
        QTest::newRow("coalesce") << "X-Lightwell-Coalesce: yes\r\n"_ba << u"X-Lightwell-Coalesce"_s;
    }
    void aWrongWishIsNoPaidCall()
    {
        QFETCH(const QByteArray, headers);
        QFETCH(const QString, param);
        GatewayRig &rig = fresh();
        const Traces before(rig);
        const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish(), headers));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.errorCode(), u"INVALID_REQUEST"_s);
        QCOMPARE(answer.json().value("error"_L1).toObject().value("param"_L1).toString(), param);
        QVERIFY(Traces(rig) == before);
    }

    void aDefaultHoldsWhereNoHeaderSaysElse()
    {
        GatewayRig rig;
        GatewayOptions options;
        options.answers.replay = ReplayMode::ReplayOrError;
        rig.start(options);
        QCOMPARE(rig.ask(rig.post(inline64())).errorCode(), u"RECORDING_NOT_FOUND"_s);
        QCOMPARE(::status(rig.ask(rig.post(inline64(), "X-Lumenfall-Replay: record\r\n"))), "recorded"_ba);
        QCOMPARE(::status(rig.ask(rig.post(inline64()))), "hit"_ba);
        QCOMPARE(::status(rig.ask(rig.post(inline64(), mode("off")))), QByteArray());
        QCOMPARE(rig.vendor().billed, 2);
    }

    void theDryRunIsAsEver()
    {
        GatewayRig &rig = fresh();
        const Traces before(rig);
        const RawAnswer usual = rig.ask(rig.post(GatewayRig::wish(), {}, "?dryRun=true"));
        for (const char *name : {"mock", "record", "replay-or-error"}) {
            const RawAnswer answer = rig.ask(rig.post(GatewayRig::wish(), mode(name), "?dryRun=true"));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, usual.body);
        }
        QVERIFY(Traces(rig) == before);
    }

    void matches_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QByteArray>("match"); // REC is filled in
        QTest::addColumn<bool>("isFound");
        const QJsonObject other = with(inline64(), u"prompt"_s, u"a paper kite"_s);
        const auto match = [](const QByteArray &name, const QByteArray &more = {}) -> QByteArray {
            return "X-Lightwell-Replay-Match: " + name + "\r\n" + more;
        };
        QTest::newRow("another prompt") << other << QByteArray() << true;
        QTest::newRow("another prompt, strictly") << other << match("strict") << false;
        QTest::newRow("the same, strictly") << inline64() << match("strict") << true;
        QTest::newRow("by its provider") << with(inline64(), u"model"_s, u"alpha/toy"_s) << QByteArray() << true;
        QTest::newRow("two") << with(inline64(), u"n"_s, 2) << QByteArray() << false;
        QTest::newRow("two, by model") << with(inline64(), u"n"_s, 2)
                                       << match("specific", "X-Lightwell-Replay-Fields: model\r\n") << true;
        QTest::newRow("two, by model and n")
            << with(inline64(), u"n"_s, 2) << match("specific", "X-Lumenfall-Replay-Fields: model, n\r\n") << false;
        QTest::newRow("the one") << with(other, u"n"_s, 2) << match("pinned", "X-Lightwell-Replay-Recording: REC\r\n")
                                 << true;
        QTest::newRow("another") << inline64()
                                 << match("pinned", "X-Lightwell-Replay-Recording: rec_" + QByteArray(27, '0') + "\r\n")
                                 << false;
        QTest::newRow("none's name") << inline64() << match("pinned", "X-Lightwell-Replay-Recording: ../x\r\n")
                                     << false;
    }
    void matches()
    {
        QFETCH(const QJsonObject, body);
        QFETCH(QByteArray, match);
        QFETCH(const bool, isFound);
        GatewayRig &rig = fresh();
        const RawAnswer recorded = rig.ask(rig.post(inline64(), mode("record")));
        match.replace("REC", recordingOf(recorded));
        const Traces before(rig);
        const RawAnswer answer = rig.ask(rig.post(body, mode("replay-or-error") + match));
        QCOMPARE(answer.status, isFound ? 200 : 404);
        QVERIFY(Traces(rig) == before);
        if (isFound) {
            QCOMPARE(answer.json().value("data"_L1).toArray().size(), qsizetype(body.value("n"_L1).toInt(1)));
        }
    }

    void itComesAsItIsAskedForNow()
    {
        GatewayRig &rig = fresh();
        const RawAnswer recorded = rig.ask(rig.post(inline64(), mode("record")));
        const QByteArray pinned = mode("replay-or-error")
            + "X-Lightwell-Replay-Match: pinned\r\nX-Lightwell-Replay-Recording: " + recordingOf(recorded) + "\r\n";
        const RawAnswer three = rig.ask(rig.post(with(inline64(), u"n"_s, 3), pinned));
        QCOMPARE(three.json().value("data"_L1).toArray().size(), 3);
        QCOMPARE(toldOf(three).value("requested_n"_L1).toInt(), 3);
        const RawAnswer jpeg = rig.ask(rig.post(with(inline64(), u"output_format"_s, u"jpeg"_s), pinned));
        QCOMPARE(jpeg.json().value("output_format"_L1).toString(), u"jpeg"_s);
        const QByteArray bytes = QByteArray::fromBase64(
            jpeg.json().value("data"_L1).toArray().first().toObject().value("b64_json"_L1).toString().toLatin1());
        QVERIFY(bytes.startsWith("\xff\xd8"));
        const RawAnswer links = rig.ask(rig.post(
            with(with(GatewayRig::wish(), u"response_format"_s, u"url"_s), u"output_format"_s, u"jpeg"_s), pinned));
        const QJsonObject link = links.json().value("data"_L1).toArray().first().toObject();
        QVERIFY(!link.contains("b64_json"_L1));
        const QByteArray path = QUrl(link.value("url"_L1).toString()).path().toLatin1();
        const RawAnswer file = rig.ask("GET " + path + " HTTP/1.1\r\nHost: " + rig.host() + "\r\n\r\n");
        QCOMPARE(file.header("Content-Type"), "image/jpeg"_ba);
        QCOMPARE(file.body, bytes);
        RawClient stream(rig.port());
        stream.send(rig.post(with(GatewayRig::wish(), u"stream"_s, true), pinned + "Connection: close\r\n"));
        const QByteArray events = stream.everything();
        QVERIFY(events.contains("X-Lightwell-Replay-Status: hit\r\n"));
        QVERIFY(events.contains("event: image_generation.completed\n"));
        QVERIFY(events.contains(R"("status":"hit")"));
        QCOMPARE(rig.vendor().billed, 1);
    }

    void editsAreRecordedByTheirPictures()
    {
        GatewayRig &rig = fresh();
        const auto edit = [&rig](const QColor &colour, const QByteArray &name) {
            const QJsonObject body = with(inline64(), u"image"_s, dataUrl(colour));
            return rig.ask(rig.request("POST", "/v1/images/edits", QJsonDocument(body).toJson(QJsonDocument::Compact),
                                       mode(name)));
        };
        QCOMPARE(::status(edit(Qt::red, "record")), "recorded"_ba);
        QCOMPARE(::status(edit(Qt::red, "replay-or-error")), "hit"_ba);
        QCOMPARE(edit(Qt::blue, "replay-or-error").status, 404);
        QCOMPARE(::status(edit(Qt::blue, "replay-or-mock")), "mock"_ba);
        QCOMPARE(rig.vendor().billed, 1);
    }

    void aBudgetIsNotTouched()
    {
        GatewayRig &rig = fresh();
        QCOMPARE(rig.ask(rig.post(inline64(), mode("record"))).status, 200);
        Budget budget;
        budget.limit = Money::fromMicros(1);
        budget.client = await(rig.rig.journal->list(1))->first().origin.client;
        QVERIFY(await(rig.rig.ledger->setBudget(budget)));
        QCOMPARE(rig.ask(rig.post(inline64())).status, 402);
        QCOMPARE(rig.ask(rig.post(inline64(), mode("replay-or-live"))).status, 200);
        QCOMPARE(rig.ask(rig.post(inline64(), mode("mock"))).status, 200);
        QCOMPARE(rig.vendor().billed, 1);
    }

    void nothingIsRecordedOfAFailure()
    {
        GatewayRig &rig = fresh();
        rig.vendor().submitScript.push_back(Reply::json({{u"error"_s, u"no"_s}}, 400));
        const RawAnswer answer = rig.ask(rig.post(inline64(), mode("record")));
        QVERIFY(answer.status >= 400);
        QCOMPARE(::status(answer), "not-recorded"_ba);
        QCOMPARE(rig.ask(rig.post(inline64(), mode("replay-or-error"))).status, 404);
    }

    void whatCannotBeRecordedIsDelivered()
    {
        GatewayRig rig;
        QFile inTheWay(rig.replayFolder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        rig.start();
        const RawAnswer answer = rig.ask(rig.post(inline64(), mode("record")));
        QCOMPARE(answer.status, 200);
        QCOMPARE(::status(answer), "not-recorded"_ba);
        QCOMPARE(toldOf(answer).value("replay"_L1).toObject().value("status"_L1).toString(), u"not-recorded"_s);
        QCOMPARE(firstPicture(answer).size(), QSize(64, 48));
        const RawAnswer mocked = rig.ask(rig.post(inline64(), mode("mock"))); // lies in memory
        QCOMPARE(firstPicture(mocked).size(), QSize(64, 48));
    }

    void itIsThereAfterARestartAndForOtherPrograms()
    {
        GatewayRig &rig = fresh();
        const RawAnswer recorded = rig.ask(rig.post(inline64(), mode("record")));
        const OtherGateway other(rig);
        const RawAnswer answer = other.ask(inline64(), mode("replay-or-error"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value("data"_L1), recorded.json().value("data"_L1));
        const RawAnswer newer = other.ask(inline64(), mode("record"));
        QCOMPARE(recordingOf(rig.ask(rig.post(inline64(), mode("replay-or-error")))), recordingOf(newer));
        QVERIFY(Recordings(recordingsFolder(rig.replayFolder())).remove(QString::fromLatin1(recordingOf(newer))));
        QCOMPARE(recordingOf(rig.ask(rig.post(inline64(), mode("replay-or-error")))), recordingOf(recorded));
        QCOMPARE(rig.vendor().billed, 2);
    }

    void aRemovedPictureIsAMiss()
    {
        GatewayRig &rig = fresh();
        QCOMPARE(rig.ask(rig.post(inline64(), mode("record"))).status, 200);
        const QString path = await(rig.rig.journal->list(1))->first().pictures.first().path;
        QVERIFY(QFile::rename(path, rig.rig.folder.filePath(u"away"_s)));
        QCOMPARE(rig.ask(rig.post(inline64(), mode("replay-or-error"))).errorCode(), u"RECORDING_NOT_FOUND"_s);
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("no picture");
        damaged.close();
        QCOMPARE(rig.ask(rig.post(inline64(), mode("replay-or-error"))).errorCode(), u"RECORDING_NOT_FOUND"_s);
        QCOMPARE(::status(rig.ask(rig.post(inline64(), mode("replay-or-mock")))), "mock"_ba);
        QCOMPARE(rig.vendor().billed, 1);
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::rename(rig.rig.folder.filePath(u"away"_s), path));
        QCOMPARE(::status(rig.ask(rig.post(inline64(), mode("replay-or-mock")))), "hit"_ba);
    }

    void aDamagedFileIsAMiss()
    {
        GatewayRig &rig = fresh();
        const RawAnswer recorded = rig.ask(rig.post(inline64(), mode("record")));
        QFile file(recordingsFolder(rig.replayFolder()) + u'/' + QString::fromLatin1(recordingOf(recorded))
                   + u".json"_s);
        QVERIFY(file.resize(file.size() / 2));
        QCOMPARE(rig.ask(rig.post(inline64(), mode("replay-or-error"))).status, 404);
        QCOMPARE(rig.vendor().billed, 1);
    }

    void aClientFindsItsOwn()
    {
        GatewayRig &rig = fresh();
        const RawAnswer recorded = rig.ask(rig.post(inline64(), mode("record")));
        const QByteArray stranger =
            "Authorization: Bearer " + await(rig.clients.add(u"stranger %1"_s.arg(m_clients)))->key + "\r\n";
        QCOMPARE(rig.ask(rig.post(inline64(), stranger + mode("replay-or-error"))).status, 404);
        const QByteArray pinned =
            "X-Lightwell-Replay-Match: pinned\r\nX-Lightwell-Replay-Recording: " + recordingOf(recorded) + "\r\n";
        QCOMPARE(rig.ask(rig.post(inline64(), stranger + mode("replay-or-error") + pinned)).status, 200);
    }

    void aRecordingHoldsNoKey()
    {
        GatewayRig &rig = fresh();
        const RawAnswer recorded = rig.ask(rig.post(inline64(), mode("record") + "Idempotency-Key: canary-1\r\n"));
        QFile file(recordingsFolder(rig.replayFolder()) + u'/' + QString::fromLatin1(recordingOf(recorded))
                   + u".json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("a paper boat")); // recording was asked for
        for (const QByteArray &secret : {rig.key, "toy-key"_ba, "canary-1"_ba, "Bearer"_ba}) {
            QVERIFY(!text.contains(secret));
        }
    }

    /// One payment and one recording, whatever the client repeats.
    void aKeyIsPaidOnce()
    {
        GatewayRig &rig = fresh();
        const QByteArray headers = mode("record") + "Idempotency-Key: k1\r\n";
        const RawAnswer first = rig.ask(rig.post(inline64(), headers));
        const RawAnswer again = rig.ask(rig.post(inline64(), headers));
        QCOMPARE(recordingOf(again), recordingOf(first));
        QCOMPARE(rig.vendor().billed, 1);
        QCOMPARE(Recordings(recordingsFolder(rig.replayFolder())).list().first().id,
                 QString::fromLatin1(recordingOf(first)));
    }
};

QTEST_GUILESS_MAIN(TestGatewayReplay)
#include "test_gatewayreplay.moc"
