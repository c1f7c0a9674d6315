// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/chatrig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Whatever a program asks for (pictures, words, a tool of an assistant), what its client may do holds, and what is
/// meant to cost nothing does.
class TestGatewayTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsAreHeldTo_data();
    void modelsAreHeldTo();
    void theRateIsOneForAll();
    void replayNeverPays_data();
    void replayNeverPays();
    void aGatewayThatReplaysPaysForNothing();
    void chatsDrawPictures_data();
    void chatsDrawPictures();
    void textModelsAreListedForOpenRoutersClients();
    void recordingsGoWithTheirRequest();

private:
    enum class Way { Picture, Chat, OpenRouterChat, Tool };
    static void addWays();
    [[nodiscard]] static QByteArray call(const ChatRig &rig, Way way, const QByteArray &headers);
    /// The rig's first provider makes pictures, its second one words.
    static void drawAtAlpha(ChatRig &rig) { rig.setAddress(u"alpha"_s, rig.gateway.vendor().baseUrl()); }
    [[nodiscard]] static bool isRefused(const RawAnswer &answer, Way way);
    [[nodiscard]] static QByteArray keyOf(ChatRig &rig, const ClientTerms &terms);
    [[nodiscard]] static int paid(ChatRig &rig)
    {
        return rig.gateway.vendor().billed + rig.alpha.billed() + rig.beta.billed();
    }
};

void TestGatewayTerms::addWays()
{
    QTest::addColumn<int>("way");
    QTest::newRow("picture") << int(Way::Picture);
    QTest::newRow("chat") << int(Way::Chat);
    QTest::newRow("OpenRouter's chat") << int(Way::OpenRouterChat);
    QTest::newRow("tool") << int(Way::Tool);
}

QByteArray TestGatewayTerms::call(const ChatRig &rig, Way way, const QByteArray &headers)
{
    const auto post = [&](const QByteArray &path, const QJsonObject &body) {
        return rig.gateway.request("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
    };
    switch (way) {
    case Way::Picture:
        return post("/v1/images/generations", GatewayRig::wish());
    case Way::Chat:
        return post("/v1/chat/completions", ChatRig::wish({{u"model"_s, u"beta/talk"_s}}));
    case Way::OpenRouterChat:
        return post("/api/v1/chat/completions", ChatRig::wish({{u"model"_s, u"beta/talk"_s}}));
    case Way::Tool:
        break;
    }
    const QJsonObject arguments {{u"model"_s, u"toy"_s}, {u"prompt"_s, u"a fox"_s}, {u"max_cost_usd"_s, 1}};
    return post("/mcp",
                {{u"jsonrpc"_s, u"2.0"_s},
                 {u"id"_s, 1},
                 {u"method"_s, u"tools/call"_s},
                 {u"params"_s, QJsonObject {{u"name"_s, u"generate_image"_s}, {u"arguments"_s, arguments}}}});
}

bool TestGatewayTerms::isRefused(const RawAnswer &answer, Way way)
{
    if (way == Way::Tool) {
        return answer.body.contains("\"isError\":true");
    }
    return answer.status == 400 || answer.status == 403 || answer.status == 404 || answer.status == 429;
}

QByteArray TestGatewayTerms::keyOf(ChatRig &rig, const ClientTerms &terms)
{
    return "Authorization: Bearer " + await(rig.gateway.clients.add(u"bound"_s, terms))->key + "\r\n";
}

void TestGatewayTerms::modelsAreHeldTo_data()
{
    addWays();
}

void TestGatewayTerms::modelsAreHeldTo()
{
    QFETCH(int, way);
    ChatRig rig;
    drawAtAlpha(rig);
    ClientTerms terms;
    terms.models = {u"something-else*"_s};
    QVERIFY(isRefused(rig.gateway.ask(call(rig, Way(way), keyOf(rig, terms))), Way(way)));
    QCOMPARE(paid(rig), 0);
    QVERIFY(!isRefused(rig.gateway.ask(call(rig, Way(way), {})), Way(way)));
    QCOMPARE(paid(rig), 1);
}

void TestGatewayTerms::theRateIsOneForAll()
{
    ChatRig rig;
    drawAtAlpha(rig);
    ClientTerms terms;
    terms.perMinute = 2;
    const QByteArray key = keyOf(rig, terms);
    QVERIFY(!isRefused(rig.gateway.ask(call(rig, Way::Chat, key)), Way::Chat));
    QVERIFY(!isRefused(rig.gateway.ask(call(rig, Way::Tool, key)), Way::Tool));
    for (const Way way : {Way::Picture, Way::Chat, Way::OpenRouterChat, Way::Tool}) {
        QVERIFY(isRefused(rig.gateway.ask(call(rig, way, key)), way));
    }
    QCOMPARE(paid(rig), 2);
}

void TestGatewayTerms::replayNeverPays_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("chat") << int(Way::Chat);
    QTest::newRow("OpenRouter's chat") << int(Way::OpenRouterChat);
    QTest::newRow("tool") << int(Way::Tool);
}

void TestGatewayTerms::replayNeverPays()
{
    QFETCH(int, way);
    ChatRig rig;
    drawAtAlpha(rig);
    for (const QByteArray &mode : {"mock"_ba, "replay-or-error"_ba, "record"_ba, "mokc"_ba}) {
        const QByteArray header = "X-Lightwell-Replay: " + mode + "\r\n";
        QVERIFY2(isRefused(rig.gateway.ask(call(rig, Way(way), header)), Way(way)), mode.constData());
    }
    QCOMPARE(paid(rig), 0);
    QVERIFY(!isRefused(rig.gateway.ask(call(rig, Way(way), "X-Lightwell-Replay: off\r\n")), Way(way)));
    QCOMPARE(paid(rig), 1);
}

void TestGatewayTerms::aGatewayThatReplaysPaysForNothing()
{
    ChatRig rig;
    drawAtAlpha(rig);
    GatewayOptions options;
    options.answers.replay = ReplayMode::Mock;
    rig.gateway.start(options);
    for (const Way way : {Way::Picture, Way::Chat, Way::OpenRouterChat, Way::Tool}) {
        static_cast<void>(rig.gateway.ask(call(rig, way, {})));
    }
    QCOMPARE(paid(rig), 0);
}

void TestGatewayTerms::chatsDrawPictures_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("OpenAI") << "/v1/chat/completions"_ba;
    QTest::newRow("OpenRouter") << "/api/v1/chat/completions"_ba;
}

void TestGatewayTerms::chatsDrawPictures()
{
    QFETCH(QByteArray, path);
    ChatRig rig;
    drawAtAlpha(rig);
    const QJsonObject message {{u"role"_s, u"user"_s}, {u"content"_s, u"a fox"_s}};
    QJsonObject body {
        {u"model"_s, u"toy"_s}, {u"messages"_s, QJsonArray {message}}, {u"modalities"_s, QJsonArray {u"image"_s}}};
    const auto ask = [&] {
        return rig.gateway.ask(rig.gateway.request("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact)));
    };
    const RawAnswer answer = ask();
    QCOMPARE(answer.status, 200);
    const QString url =
        answer.json()["choices"_L1][0]["message"_L1]["images"_L1][0]["image_url"_L1]["url"_L1].toString();
    QVERIFY2(url.startsWith("data:image/"_L1), answer.body.left(300).constData());
    QCOMPARE(rig.gateway.vendor().billed, 1);
    QCOMPARE(rig.alpha.billed() + rig.beta.billed(), 0);
    body.remove(u"modalities"_s); // whoever wants words of it learns what to say instead
    QCOMPARE(ask().status, 400);
    QCOMPARE(rig.gateway.vendor().billed, 1);
}

void TestGatewayTerms::textModelsAreListedForOpenRoutersClients()
{
    ChatRig rig;
    const QJsonArray models = rig.gateway.ask(rig.gateway.request("GET", "/api/v1/models?output_modalities=text"))
                                  .json()
                                  .value("data"_L1)
                                  .toArray();
    QJsonObject talk;
    for (const QJsonValue &model : models) {
        if (model["id"_L1].toString().endsWith("/talk"_L1)) {
            talk = model.toObject();
        }
    }
    QCOMPARE(talk["pricing"_L1]["prompt"_L1].toString(), u"0.000001"_s);
    QCOMPARE(talk["pricing"_L1]["completion"_L1].toString(), u"0.00001"_s);
    QCOMPARE(talk["context_length"_L1].isDouble() || talk["context_length"_L1].isNull(), true);
    QJsonObject wish = ChatRig::wish();
    wish.insert(u"model"_s, talk["id"_L1]); // as it is listed, it can be called
    const RawAnswer answer = rig.gateway.ask(
        rig.gateway.request("POST", "/api/v1/chat/completions", QJsonDocument(wish).toJson(QJsonDocument::Compact)));
    QCOMPARE(answer.status, 200);
}

void TestGatewayTerms::recordingsGoWithTheirRequest()
{
    ChatRig rig;
    drawAtAlpha(rig);
    const auto post = [&rig](const QByteArray &mode) {
        return rig.gateway.ask(rig.gateway.post(GatewayRig::wish(), "X-Lightwell-Replay: " + mode + "\r\n"));
    };
    const RawAnswer made = post("record");
    QCOMPARE(made.status, 200);
    QCOMPARE(post("replay-or-error").status, 200);
    // Another format is made of it, and has a link.
    QJsonObject asJpeg = GatewayRig::wish();
    asJpeg.insert(u"output_format"_s, u"jpeg"_s);
    const QByteArray pinned = "X-Lightwell-Replay: replay-or-error\r\nX-Lightwell-Replay-Match: pinned\r\n"
                              "X-Lightwell-Replay-Recording: "
        + made.header("X-Lightwell-Replay-Recording") + "\r\n";
    QCOMPARE(rig.gateway.ask(rig.gateway.post(asJpeg, pinned)).status, 200);
    const QString copies = rig.gateway.replayFolder() + u"/pictures"_s;
    QCOMPARE(MediaStore(copies).files().size(), 1);
    const QByteArray id = made.json().value("id"_L1).toString().toLatin1();
    QCOMPARE(rig.gateway.ask(rig.gateway.request("DELETE", "/v1/requests/" + id + "/payloads")).status, 200);
    QCOMPARE(post("replay-or-error").errorCode(), u"RECORDING_NOT_FOUND"_s);
    QCOMPARE(MediaStore(copies).files().size(), 0);
    QCOMPARE(rig.gateway.vendor().billed, 1);
}

QTEST_GUILESS_MAIN(TestGatewayTerms)
#include "test_gatewayterms.moc"
