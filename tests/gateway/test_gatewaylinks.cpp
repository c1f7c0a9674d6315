// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that clients send as links, from the socket to the vendor, and what is kept of them.
#include "tests/gateway/gatewayrig.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString pictureLink = u"https://pictures.example.org/a.png?X-Sig=canary0123456789"_s;
const QString kept = u"https://pictures.example.org/a.png…"_s;

Offer editing(const QString &model, const QString &provider, qint64 micros, const QStringList &links)
{
    Offer offer = toyOffer(model, provider, micros);
    offer.modes = {u"text-to-image"_s, u"image-edit"_s};
    offer.maxInputImages = 4;
    offer.fields.insert(u"image"_s, u"image"_s);
    offer.fields.insert(u"seed"_s, u"seed"_s);
    offer.wire.links = links;
    return offer;
}

/// "toy" at a dear provider that takes links and a cheap one that does not; "plain" at none that does.
QList<Offer> offers()
{
    return {editing(u"toy"_s, u"alpha"_s, 10'000, {}), editing(u"toy"_s, u"beta"_s, 20'000, {u"image"_s}),
            editing(u"plain"_s, u"alpha"_s, 10'000, {})};
}

QByteArray bodyOf(const QJsonObject &fields)
{
    QJsonObject body {{u"model"_s, u"toy"_s}, {u"prompt"_s, u"a hat"_s}};
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        body.insert(field.key(), field.value());
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QJsonObject imageUrl(const QString &url)
{
    return {{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject {{u"url"_s, url}}}};
}

} // namespace

class TestGatewayLinks : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<GatewayRig> m_rig;

    [[nodiscard]] RawAnswer post(const QByteArray &path, const QJsonObject &fields,
                                 const QByteArray &headers = {}) const
    {
        return m_rig->ask(m_rig->request("POST", path, bodyOf(fields), headers));
    }
    [[nodiscard]] QJsonArray linksAt(const QString &provider) const
    {
        QJsonArray links;
        const QList<Received> calls = m_rig->rig.vendor(provider).calls();
        for (const Received &call : calls) {
            const QJsonArray sent = call.method == "POST" ? call.json().value("links"_L1).toArray() : QJsonArray();
            for (const QJsonValue one : sent) {
                links.append(one);
            }
        }
        return links;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_rig = std::make_unique<GatewayRig>(offers());
        m_rig->start();
    }
    void init()
    {
        for (const QString &provider : {u"alpha"_s, u"beta"_s}) {
            ToyVendor &vendor = m_rig->rig.vendor(provider);
            vendor.atOnce = true;
            vendor.billed = 0;
            vendor.server().forget();
        }
    }
    void cleanupTestCase() { m_rig.reset(); }

    void arriveAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonObject>("fields");
        const QJsonArray message {QJsonObject {
            {u"role"_s, u"user"_s},
            {u"content"_s,
             QJsonArray {QJsonObject {{u"type"_s, u"text"_s}, {u"text"_s, u"a hat"_s}}, imageUrl(pictureLink)}}}};
        const auto row = [](const char *name, const char *path, const QJsonObject &fields) {
            QTest::newRow(name) << QByteArray(path) << fields;
        };
        row("edits, as OpenAI has them", "/v1/images/edits",
            {{u"images"_s, QJsonArray {QJsonObject {{u"image_url"_s, pictureLink}}}}});
        row("edits, as a word", "/v1/images/edits", {{u"image"_s, pictureLink}});
        row("generations", "/v1/images/generations", {{u"image_urls"_s, QJsonArray {pictureLink}}});
        row("variations", "/v1/images/variations", {{u"image"_s, pictureLink}});
        row("under two names", "/v1/images/edits", {{u"image"_s, pictureLink}, {u"input_image"_s, pictureLink}});
        row("OpenRouter's pictures", "/api/v1/images", {{u"input_references"_s, QJsonArray {imageUrl(pictureLink)}}});
        row("OpenRouter's chat", "/api/v1/chat/completions",
            {{u"messages"_s, message}, {u"modalities"_s, QJsonArray {u"image"_s, u"text"_s}}});
        row("OpenAI's chat", "/v1/chat/completions",
            {{u"messages"_s, message}, {u"modalities"_s, QJsonArray {u"image"_s, u"text"_s}}});
    }
    void arriveAsTheyAre()
    {
        QFETCH(QByteArray, path);
        QFETCH(QJsonObject, fields);
        const RawAnswer answer = post(path, fields);
        QVERIFY2(answer.status == 200, answer.body.left(2000).constData());
        QCOMPARE(linksAt(u"beta"_s), QJsonArray {pictureLink});
        QCOMPARE(m_rig->vendor().billed, 0); // alpha is cheaper, and takes none
    }

    void areTold()
    {
        const RawAnswer answer = post("/v1/images/edits", {{u"image"_s, pictureLink}});
        QCOMPARE(answer.status, 200);
        const QJsonValue metadata = answer.json()["metadata"_L1];
        QCOMPARE(metadata["provider"_L1].toString(), u"beta"_s);
        QVERIFY(metadata["emulated"_L1].toObject().contains(u"image"_s));
        QVERIFY2(answer.body.contains("link_not_taken"), answer.body.constData()); // of the one that was left out
        QCOMPARE(post("/v1/images/edits", {{u"image"_s, pictureLink}}, "X-Lightwell-Strict: true\r\n").status, 200);
    }

    void whoTakesNoneSaysWhatToDo_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("OpenAI") << "/v1/images/edits"_ba;
        QTest::newRow("a price alone") << "/v1/images/edits?dryRun=true"_ba;
        QTest::newRow("OpenRouter") << "/api/v1/images"_ba;
    }
    void whoTakesNoneSaysWhatToDo()
    {
        QFETCH(QByteArray, path);
        const RawAnswer answer = post(path, {{u"model"_s, u"plain"_s}, {u"image"_s, pictureLink}});
        QCOMPARE(answer.status, 400);
        const QJsonValue error = answer.json()["error"_L1];
        QVERIFY2(error["message"_L1].toString().contains("toy"_L1), answer.body.constData()); // which takes them
        QVERIFY(!answer.body.contains("canary"));
        if (path.startsWith("/v1")) {
            QCOMPARE(error["code"_L1].toString(), u"LINK_NOT_TAKEN"_s);
            QCOMPARE(error["param"_L1].toString(), u"image"_s);
        }
        QCOMPARE(m_rig->vendor().billed, 0);
    }

    void refusals_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QString>("param");
        const auto row = [](const char *name, const QJsonObject &fields, const char *param) {
            QTest::newRow(name) << fields << QString::fromLatin1(param);
        };
        row("not encrypted", {{u"image"_s, u"http://pictures.example.org/a.png"_s}}, "image");
        row("with a password", {{u"image"_s, u"https://me:canary@pictures.example.org/a.png"_s}}, "image");
        row("to this computer", {{u"image"_s, u"https://127.0.0.1:4747/v1/files/a.png"_s}}, "image");
        row("into the network", {{u"image_urls"_s, QJsonArray {u"https://192.168.1.1/a.png"_s}}}, "image_urls");
        row("to a cloud's own", {{u"image"_s, u"https://169.254.169.254/latest/meta-data"_s}}, "image");
        row("too long", {{u"image"_s, QString(u"https://pictures.example.org/"_s + QString(5000, u'a'))}}, "image");
        row("one of two", {{u"image"_s, QJsonArray {pictureLink, u"https://nas/a.png"_s}}}, "image");
        row("under a mask that is put back", {{u"image"_s, pictureLink}, {u"mask"_s, pictureLink}}, "image");
        row("a file", {{u"image"_s, u"file:///etc/passwd"_s}}, "image");
    }
    void refusals()
    {
        QFETCH(QJsonObject, fields);
        const RawAnswer answer = post("/v1/images/edits", fields);
        QCOMPARE(answer.status, 400);
        QTEST(answer.json()["error"_L1]["param"_L1].toString(), "param");
        QVERIFY2(!answer.body.contains("canary"), answer.body.constData());
        QCOMPARE(m_rig->rig.vendor(u"beta"_s).billed, 0);
    }

    /// Another signature may lead to another picture.
    void theWholeLinkTellsCallsApart()
    {
        const QByteArray once = "Idempotency-Key: once\r\n";
        const RawAnswer first = post("/v1/images/edits", {{u"image"_s, pictureLink}}, once);
        QCOMPARE(first.status, 200);
        QCOMPARE(post("/v1/images/edits", {{u"image"_s, pictureLink}}, once).json()["id"_L1], first.json()["id"_L1]);
        QCOMPARE(post("/v1/images/edits", {{u"image"_s, QString(pictureLink + u'x')}}, once).status, 422);
        QCOMPARE(m_rig->rig.vendor(u"beta"_s).billed, 1);
        const QByteArray cached = "X-Lightwell-Cache: true\r\n";
        const auto seeded = [](const QString &url) { return QJsonObject {{u"image"_s, url}, {u"seed"_s, 7}}; };
        QCOMPARE(post("/v1/images/edits", seeded(pictureLink), cached).header("X-Lightwell-Cache-Status"), "MISS"_ba);
        QCOMPARE(post("/v1/images/edits", seeded(pictureLink), cached).header("X-Lightwell-Cache-Status"), "HIT"_ba);
        QCOMPARE(post("/v1/images/edits", seeded(pictureLink + u'x'), cached).header("X-Lightwell-Cache-Status"),
                 "MISS"_ba);
    }

    void theSignatureIsKeptNowhere()
    {
        static QStringList lines;
        lines.clear();
        const QtMessageHandler previous = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { lines.append(message); });
        const RawAnswer answer =
            post("/v1/images/edits", {{u"image"_s, pictureLink}, {u"seed"_s, 8}}, "X-Lightwell-Cache: true\r\n");
        const RawAnswer refused = post("/v1/images/edits", {{u"model"_s, u"plain"_s}, {u"image"_s, pictureLink}});
        const RawAnswer list = m_rig->ask(m_rig->request("GET", "/v1/requests"));
        const RawAnswer metrics = m_rig->ask(m_rig->request("GET", "/metrics"));
        qInstallMessageHandler(previous);
        QCOMPARE(answer.status, 200);
        QCOMPARE(refused.status, 400);
        for (const QByteArray &told :
             {answer.body, refused.body, list.body, metrics.body, lines.join(u'\n').toUtf8()}) {
            QVERIFY2(!told.contains("canary"), told.constData());
        }
        const auto found = await(m_rig->rig.journal->find(answer.json()["id"_L1].toString()));
        QVERIFY(found);
        QCOMPARE(found->request.images.first().link, kept);
        QCOMPARE(found->plan->request.images.first().link, kept);
        QVERIFY(!await(m_rig->rig.journal->list(10))->isEmpty());
        QDirIterator files(m_rig->rig.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary"), qPrintable(file.fileName()));
        }
        // What is left of it is used by nobody again.
        Request again = found->request;
        again.model = u"toy"_s;
        const Generation refusedAgain = m_rig->rig.run(again);
        QVERIFY(refusedAgain.error && refusedAgain.error->reason.code == "input_link_cut"_L1);
        QCOMPARE(m_rig->rig.vendor(u"beta"_s).billed, 1);
    }

    void jobsKeepThemUntilTheyAreSent()
    {
        const RawAnswer answer = post("/v1/images/edits", {{u"image"_s, pictureLink}}, "Prefer: respond-async\r\n");
        QCOMPARE(answer.status, 202);
        QVERIFY(!answer.body.contains("canary"));
        QTRY_COMPARE(m_rig->rig.vendor(u"beta"_s).billed, 1);
        QCOMPARE(linksAt(u"beta"_s), QJsonArray {pictureLink});
    }

    void schemasSayWhoTakesThem()
    {
        const RawAnswer answer = m_rig->ask(m_rig->request("GET", "/v1/models/toy?schema=true"));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.contains("^https://"));
        const RawAnswer plain = m_rig->ask(m_rig->request("GET", "/v1/models/plain?schema=true"));
        QVERIFY(!plain.body.contains("^https://"));
    }

    /// An assistant's picture takes the same way.
    void assistantsPassThemOn()
    {
        const auto call = [](const QString &model, const QString &url) {
            const QJsonObject arguments {{u"model"_s, model},
                                         {u"prompt"_s, u"a hat"_s},
                                         {u"images"_s, QJsonArray {url}},
                                         {u"max_cost_usd"_s, 1}};
            return QJsonDocument(
                       QJsonObject {
                           {u"jsonrpc"_s, u"2.0"_s},
                           {u"id"_s, 1},
                           {u"method"_s, u"tools/call"_s},
                           {u"params"_s, QJsonObject {{u"name"_s, u"edit_image"_s}, {u"arguments"_s, arguments}}}})
                .toJson();
        };
        const QByteArray headers = "MCP-Protocol-Version: 2025-11-25\r\n";
        const RawAnswer made = m_rig->ask(m_rig->request("POST", "/mcp", call(u"toy"_s, pictureLink), headers));
        QCOMPARE(made.status, 200);
        QCOMPARE(linksAt(u"beta"_s), QJsonArray {pictureLink});
        QVERIFY2(!made.body.contains("canary"), made.body.constData());
        for (const auto &[model, url] :
             {std::pair {u"plain"_s, pictureLink}, {u"toy"_s, u"https://127.0.0.1/a.png"_s}}) {
            const RawAnswer refused = m_rig->ask(m_rig->request("POST", "/mcp", call(model, url), headers));
            QVERIFY2(refused.json()["result"_L1]["isError"_L1].toBool(), refused.body.constData());
        }
        QCOMPARE(m_rig->rig.vendor(u"beta"_s).billed, 1);
    }
};

QTEST_GUILESS_MAIN(TestGatewayLinks)
#include "test_gatewaylinks.moc"
