// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls at OpenRouter's address that do not wait (Prefer: respond-async): pictures are jobs, of words it is told that
// they are none.
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray async = "Prefer: respond-async\r\n";
const QByteArray imagesPath = "/api/v1/images";
const QByteArray chatPath = "/api/v1/chat/completions";
const auto ignoredWish = u"Prefer: respond-async"_s;

QByteArray bodyOf(const QByteArray &path, bool streams)
{
    QJsonObject body {{u"model"_s, u"drawn"_s}, {u"stream"_s, streams}};
    if (path == imagesPath) {
        body.insert(u"prompt"_s, u"a boat"_s);
    } else {
        body.insert(u"modalities"_s, QJsonArray {u"image"_s});
        body.insert(u"messages"_s, QJsonArray {servertool::said(u"a boat"_s)});
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray pathOf(const QByteArray &url)
{
    return QUrl::fromEncoded(url).toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
}

/// The picture in an answer of that path.
QByteArray pictureIn(const QByteArray &path, const QJsonObject &answer)
{
    const QString text = path == imagesPath
        ? answer["data"_L1][0]["b64_json"_L1].toString()
        : answer["choices"_L1][0]["message"_L1]["images"_L1][0]["image_url"_L1]["url"_L1].toString();
    return QByteArray::fromBase64(text.section(u',', -1).toLatin1());
}

} // namespace

class TestOpenRouterJobs : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerToolRig> m_rig;

    [[nodiscard]] RawAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = async)
    {
        return m_rig->gateway.ask(m_rig->gateway.request("POST", path, body, headers));
    }
    [[nodiscard]] QJsonObject get(const QByteArray &path, quint16 port)
    {
        RawClient client(port);
        client.send(m_rig->gateway.request("GET", path, {}, "Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n"));
        return client.answer().json();
    }
    /// Once it has ended.
    [[nodiscard]] QJsonObject ended(const QByteArray &path, const QString &status)
    {
        QJsonObject job;
        [&] { QTRY_COMPARE((job = get(path, m_rig->gateway.port())).value("status"_L1).toString(), status); }();
        return job;
    }
    static QJsonArray ignoredIn(const QJsonObject &answer) { return answer["metadata"_L1]["ignored"_L1].toArray(); }

private Q_SLOTS:
    void init() { m_rig = std::make_unique<ServerToolRig>(); }
    void cleanup() { m_rig.reset(); }

    void picturesAreJobs_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("streams");
        QTest::newRow("images") << imagesPath << false;
        QTest::newRow("images, as a stream") << imagesPath << true;
        QTest::newRow("a chat") << chatPath << false;
        QTest::newRow("a chat, as a stream") << chatPath << true;
    }
    void picturesAreJobs()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const bool, streams);
        const RawAnswer accepted = post(path, bodyOf(path, streams));
        QCOMPARE(accepted.status, 202);
        QCOMPARE(accepted.header("Preference-Applied"), async.mid(8).trimmed());
        QCOMPARE(accepted.json().value("object"_L1).toString(), u"job"_s);
        const QByteArray id = accepted.json().value("id"_L1).toString().toLatin1();
        QCOMPARE(accepted.header("X-Generation-Id"), id);
        const QByteArray page = pathOf(accepted.header("Location"));
        QCOMPARE(page, "/v1/jobs/" + id);
        const QJsonObject job = ended(page, u"completed"_s);
        const QJsonObject result = job.value("result"_L1).toObject(); // one of this API
        QCOMPARE(result.value("id"_L1).toString().toLatin1(), id);
        QVERIFY(pictureIn(path, result).startsWith("\x89PNG"));
        QCOMPARE(result["usage"_L1]["cost"_L1].toDouble(), 0.03);
        QCOMPARE(m_rig->painter().billed, 1);
        QCOMPARE(get("/api/v1/generation?id=" + id, m_rig->gateway.port())["data"_L1]["streamed"_L1],
                 QJsonValue(false));
    }

    /// Another run of the program finds in what form its client wants it.
    void theyAreThereAfterARestart_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("images") << imagesPath;
        QTest::newRow("a chat") << chatPath;
    }
    void theyAreThereAfterARestart()
    {
        QFETCH(const QByteArray, path);
        const QByteArray page = pathOf(post(path, bodyOf(path, false)).header("Location"));
        QVERIFY(!ended(page, u"completed"_s).isEmpty());
        EngineRig &rig = m_rig->gateway.rig;
        Gateway next(Gateway::Parts {*rig.engine,
                                     m_rig->gateway.clients,
                                     *rig.journal,
                                     *rig.media,
                                     *rig.keyring,
                                     *rig.ledger,
                                     {},
                                     {},
                                     rig.store.get()});
        next.setCatalog(rig.catalog);
        GatewayOptions options;
        options.port = 0;
        QSignalSpy changes(&next, &Gateway::stateChanged);
        next.start(options);
        QTRY_VERIFY(!changes.isEmpty());
        const QJsonObject job = get(page, quint16(next.state().url.port(0)));
        QCOMPARE(job.value("status"_L1).toString(), u"completed"_s);
        QVERIFY(pictureIn(path, job.value("result"_L1).toObject()).startsWith("\x89PNG"));
    }

    void theirErrorsAreOfThisApi()
    {
        m_rig->painter().submitScript = {Reply::json({}, 503)};
        const RawAnswer accepted = post(imagesPath, bodyOf(imagesPath, false));
        QCOMPARE(accepted.status, 202);
        const QJsonObject job = ended(pathOf(accepted.header("Location")), u"failed"_s);
        QCOMPARE(job.value("result_status"_L1).toInt(), 503);
        QCOMPARE(job["error"_L1]["code"_L1].toInt(), 503);
        QCOMPARE(job["error"_L1]["metadata"_L1]["provider_name"_L1].toString(), u"gamma"_s);
    }

    void whatIsRefusedIsNoJob()
    {
        QCOMPARE(post(imagesPath, R"({"model": "none", "prompt": "a boat"})").status, 404);
        QCOMPARE(post(imagesPath, R"({"model": "drawn"})").status, 400);
        const RawAnswer dry = post(imagesPath + "?dryRun=true", bodyOf(imagesPath, false));
        QCOMPARE(dry.status, 200);
        QVERIFY(dry.header("Preference-Applied").isEmpty());
        QCOMPARE(m_rig->painter().billed, 0);
    }

    /// Words are kept nowhere, so their client gets them now, and is told why.
    void wordsAreGivenAtOnce()
    {
        const RawAnswer chat = m_rig->chat(ChatRig::wish(), async);
        QCOMPARE(chat.status, 200);
        QVERIFY(chat.header("Preference-Applied").isEmpty());
        QCOMPARE(ignoredIn(chat.json()), QJsonArray {ignoredWish});
        QCOMPARE(ignoredIn(m_rig->chat(ChatRig::wish(), "Prefer: wait=10\r\n").json()), QJsonArray());
        const RawAnswer embedded = post("/api/v1/embeddings", R"({"model": "embed", "input": "hello"})");
        QCOMPARE(embedded.status, 200);
        QCOMPARE(ignoredIn(embedded.json()), QJsonArray {ignoredWish});
        const QByteArrayList events = m_rig->events(ChatRig::wish(), async);
        QCOMPARE(events.last(), "[DONE]"_ba);
        const QByteArray end = events.at(events.size() - 2);
        QCOMPARE(ignoredIn(QJsonDocument::fromJson(end).object()), QJsonArray {ignoredWish});
    }

    /// So are words with pictures, which are made for them.
    void talksWithPicturesAreGivenAtOnce()
    {
        const RawAnswer answer = m_rig->chat(servertool::wish(u"draw a boat"_s), async);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("Preference-Applied").isEmpty());
        QCOMPARE(ignoredIn(answer.json()), QJsonArray {ignoredWish});
        QCOMPARE(servertool::toldOf(answer).value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(m_rig->painter().billed, 1);
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterJobs)
#include "test_openrouterjobs.moc"
