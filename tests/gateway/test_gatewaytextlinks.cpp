// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Links in what text models are sent: passed on unread to who may fetch them, refused before paying where they can lead
// nowhere.
#include "core/model/reasonsearch.h"
#include "tests/gateway/wordanswer.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray chatPath = "/v1/chat/completions";
const QByteArray routerPath = "/api/v1/chat/completions";
const QByteArray responsesPath = "/v1/responses";
const QString localLink = u"http://nas.lan/secret-name.png"_s;

QJsonObject chatWish(const QString &model, const QString &link, bool streams = false)
{
    const QJsonArray content {
        QJsonObject {{u"type"_s, u"text"_s}, {u"text"_s, u"what is it?"_s}},
        QJsonObject {{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject {{u"url"_s, link}}}}};
    return ChatRig::wish({{u"model"_s, model},
                          {u"stream"_s, streams},
                          {u"messages"_s, QJsonArray {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, content}}}}});
}

QJsonObject responseWish(const QString &model, const QString &link)
{
    const QJsonArray content {QJsonObject {{u"type"_s, u"input_text"_s}, {u"text"_s, u"what is it?"_s}},
                              QJsonObject {{u"type"_s, u"input_image"_s}, {u"image_url"_s, link}}};
    return with(responsesWish(model, false), u"input"_s,
                QJsonArray {QJsonObject {{u"role"_s, u"system"_s}, {u"content"_s, u"be brief"_s}},
                            QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, content}}});
}

QJsonObject withTool(const QJsonObject &wish)
{
    return with(wish, u"tools"_s,
                QJsonArray {QJsonObject {{u"type"_s, u"image_generation"_s}, {u"model"_s, u"drawn"_s}}});
}

/// In OpenAI's form, and OpenRouter's.
QString paramOf(const WordAnswer &answer)
{
    const QJsonObject error = answer.json()["error"_L1].toObject();
    const QString own = error["metadata"_L1]["param"_L1].toString();
    return own.isEmpty() ? error["param"_L1].toString() : own;
}

} // namespace

class TestGatewayTextLinks : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ChatRig> m_rig;

    [[nodiscard]] WordAnswer ask(const QByteArray &path, const QJsonObject &wish)
    {
        RawClient client(m_rig->gateway.port());
        client.send(m_rig->gateway.request("POST", path, compact(wish), "Connection: close\r\n"));
        return WordAnswer(client.everything());
    }
    [[nodiscard]] qsizetype calls() const { return m_rig->alpha.calls().size() + m_rig->beta.calls().size(); }
    /// Where nobody is: what goes there would fail otherwise.
    void moveOutside(const QString &provider)
    {
        m_rig->setAddress(provider, QUrl(u"https://"_s + provider + u".example"_s));
    }

private Q_SLOTS:
    void init() { m_rig = std::make_unique<ChatRig>(); }
    void cleanup() { m_rig.reset(); }

    void leadsNowhere_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<QString>("place");
        const QString inChat = u"messages[0].content[1].image_url"_s;
        const QString inResponse = u"input[1].content[1].image_url"_s;
        const QString file = u"file:///home/me/a.png"_s;
        const QString named = u"https://me:secret@pictures.example/a.png"_s;
        QTest::newRow("a chat") << chatPath << chatWish(u"talk"_s, file) << inChat;
        QTest::newRow("a stream") << chatPath << chatWish(u"talk"_s, file, true) << inChat;
        QTest::newRow("a user in it") << chatPath << chatWish(u"talk"_s, named) << inChat;
        QTest::newRow("OpenRouter's") << routerPath << chatWish(u"talk"_s, file) << inChat;
        QTest::newRow("a response") << responsesPath << responseWish(u"alpha/talk"_s, file) << inResponse;
        QTest::newRow("a response asked in a chat")
            << responsesPath << responseWish(u"beta/talk"_s, file) << inResponse;
        QTest::newRow("with an image tool")
            << responsesPath << withTool(responseWish(u"alpha/talk"_s, file)) << inResponse;
    }
    void leadsNowhere()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QJsonObject, wish);
        const WordAnswer answer = ask(path, wish);
        QCOMPARE(answer.status, 400);
        QTEST(paramOf(answer), "place");
        QVERIFY(!answer.body.contains("secret") && !answer.body.contains("/home/me"));
        QCOMPARE(calls(), 0);
    }

    /// Whose server stands in this network may fetch what stands there; what others fetch is theirs to look at.
    void isPassedOn_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<QString>("link");
        const QString open = u"https://pictures.example/a.png?sig=1"_s;
        const QString unencrypted = u"http://pictures.example/a.png"_s;
        for (const QString &link : {localLink, open, unencrypted}) {
            const auto row = [&link](const char *name, const QByteArray &path, const QJsonObject &wish) {
                QTest::addRow("%s, %s", name, qPrintable(link)) << path << wish << link;
            };
            row("a chat", chatPath, chatWish(u"talk"_s, link));
            row("OpenRouter's", routerPath, chatWish(u"talk"_s, link));
            row("a response", responsesPath, responseWish(u"alpha/talk"_s, link));
            row("a response asked in a chat", responsesPath, responseWish(u"beta/talk"_s, link));
        }
    }
    void isPassedOn()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QJsonObject, wish);
        QFETCH(const QString, link);
        QCOMPARE(ask(path, wish).status, 200);
        QCOMPARE(calls(), 1);
        const auto &vendor = m_rig->alpha.calls().isEmpty() ? m_rig->beta : m_rig->alpha;
        QVERIFY(vendor.calls().first().body.contains(quoted(link)));
    }

    void staysInTheNetwork_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<QString>("place");
        const QString inChat = u"messages[0].content[1].image_url"_s;
        const QString inResponse = u"input[1].content[1].image_url"_s;
        const QString model = u"alpha/talk"_s;
        QTest::newRow("a chat") << chatPath << chatWish(model, localLink) << inChat;
        QTest::newRow("a stream") << chatPath << chatWish(model, localLink, true) << inChat;
        QTest::newRow("what it would cost")
            << QByteArray(chatPath + "?dryRun=true") << chatWish(model, localLink) << inChat;
        QTest::newRow("this machine") << chatPath << chatWish(model, u"http://127.1:11434/a.png"_s) << inChat;
        QTest::newRow("OpenRouter's") << routerPath << chatWish(model, localLink) << inChat;
        QTest::newRow("a response") << responsesPath << responseWish(model, localLink) << inResponse;
        QTest::newRow("with an image tool") << responsesPath << withTool(responseWish(model, localLink)) << inResponse;
    }
    void staysInTheNetwork()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QJsonObject, wish);
        moveOutside(u"alpha"_s);
        const WordAnswer answer = ask(path, wish);
        QCOMPARE(answer.status, 400);
        QTEST(paramOf(answer), "place");
        QCOMPARE(calls(), 0);
        QVERIFY(m_rig->last().attempts.isEmpty());
        QCOMPARE(m_rig->painter().billed, 0);
        moveOutside(u"beta"_s);
        QCOMPARE(ask(chatPath, chatWish(u"talk"_s, localLink)).status, 400); // nobody is left
    }

    /// Whoever else can take it does.
    void goesToWhoIsNear()
    {
        moveOutside(u"alpha"_s);
        const WordAnswer answer = ask(chatPath, chatWish(u"talk"_s, localLink));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("X-Lightwell-Provider"), "beta"_ba);
        QCOMPARE(m_rig->beta.calls().size(), 1);
    }

private:
    [[nodiscard]] static QByteArray quoted(const QString &text) { return '"' + text.toUtf8() + '"'; }
};

QTEST_GUILESS_MAIN(TestGatewayTextLinks)
#include "test_gatewaytextlinks.moc"
