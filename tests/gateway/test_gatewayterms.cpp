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
    void managingKeysPaysForNothing_data();
    void managingKeysPaysForNothing();
    void theRateIsOneForAll();
    void replayNeverPays_data();
    void replayNeverPays();
    void aGatewayThatReplaysPaysForNothing();
    void aClientThatReplaysPaysForNothing_data();
    void aClientThatReplaysPaysForNothing();
    void aClientMayPayWhereTheGatewayReplays();
    void chatsDrawPictures_data();
    void chatsDrawPictures();
    void textModelsAreListedForOpenRoutersClients();
    void listsShowWhatMayBeUsed_data();
    void listsShowWhatMayBeUsed();
    void othersAreUnknown();
    void listsFollowTheTerms();
    void recordingsGoWithTheirRequest();

private:
    enum class Way { Picture, Chat, OpenRouterChat, Tool };
    static void addWays();
    [[nodiscard]] static QByteArray call(const ChatRig &rig, Way way, const QByteArray &headers);
    /// The rig's first provider makes pictures, its second one words.
    static void drawAtAlpha(ChatRig &rig) { rig.setAddress(u"alpha"_s, rig.gateway.vendor().baseUrl()); }
    [[nodiscard]] static bool isRefused(const RawAnswer &answer, Way way);
    [[nodiscard]] static QByteArray keyOf(ChatRig &rig, const ClientTerms &terms);
    [[nodiscard]] static QStringList idsAt(const ChatRig &rig, const QByteArray &path, const QByteArray &key);
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

void TestGatewayTerms::managingKeysPaysForNothing_data()
{
    addWays();
}

void TestGatewayTerms::managingKeysPaysForNothing()
{
    QFETCH(int, way);
    ChatRig rig;
    drawAtAlpha(rig);
    const QByteArray key = await(rig.gateway.clients.add(u"manager"_s, {}, KeyScope::Management))->key;
    QVERIFY(isRefused(rig.gateway.ask(call(rig, Way(way), "Authorization: Bearer " + key + "\r\n")), Way(way)));
    QCOMPARE(paid(rig), 0);
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

void TestGatewayTerms::aClientThatReplaysPaysForNothing_data()
{
    addWays();
}

void TestGatewayTerms::aClientThatReplaysPaysForNothing()
{
    QFETCH(int, way);
    ChatRig rig;
    drawAtAlpha(rig);
    ClientTerms terms;
    terms.replay = ReplayMode::Mock;
    const QByteArray key = keyOf(rig, terms);
    // A picture is a placeholder; what has none is refused.
    QCOMPARE(isRefused(rig.gateway.ask(call(rig, Way(way), key)), Way(way)), Way(way) != Way::Picture);
    QCOMPARE(paid(rig), 0);
    QVERIFY(!isRefused(rig.gateway.ask(call(rig, Way(way), key + "X-Lightwell-Replay: off\r\n")), Way(way)));
    QCOMPARE(paid(rig), 1); // its call says so
    QVERIFY(!isRefused(rig.gateway.ask(call(rig, Way(way), {})), Way(way)));
    QCOMPARE(paid(rig), 2); // as others do
}

void TestGatewayTerms::aClientMayPayWhereTheGatewayReplays()
{
    ChatRig rig;
    drawAtAlpha(rig);
    GatewayOptions options;
    options.answers.replay = ReplayMode::Mock;
    rig.gateway.start(options);
    ClientTerms terms;
    terms.replay = ReplayMode::Off;
    QCOMPARE(rig.gateway.ask(call(rig, Way::Picture, keyOf(rig, terms))).status, 200);
    QCOMPARE(paid(rig), 1);
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

QStringList TestGatewayTerms::idsAt(const ChatRig &rig, const QByteArray &path, const QByteArray &key)
{
    QStringList ids;
    const QJsonArray models = rig.gateway.ask(rig.gateway.request("GET", path, {}, key)).json()["data"_L1].toArray();
    for (const QJsonValue &model : models) {
        ids.append(model["id"_L1].toString());
    }
    ids.sort();
    return ids;
}

void TestGatewayTerms::listsShowWhatMayBeUsed_data()
{
    QTest::addColumn<QStringList>("allowed");
    QTest::addColumn<QStringList>("openAi");
    QTest::addColumn<QStringList>("openRouter");
    QTest::addColumn<QStringList>("pictures");
    QTest::newRow("all") << QStringList() << QStringList {u"drawn"_s,     u"embed"_s, u"free-of-price"_s,
                                                          u"retouched"_s, u"talk"_s,  u"toy"_s}
                         << QStringList {u"alpha/embed"_s, u"alpha/free-of-price"_s, u"alpha/talk"_s,
                                         u"drawn"_s,       u"retouched"_s,           u"toy"_s}
                         << QStringList {u"drawn"_s, u"retouched"_s, u"toy"_s};
    const QStringList toy {u"toy"_s};
    QTest::newRow("one") << toy << toy << toy << toy;
    QTest::newRow("words") << QStringList {u"talk"_s} << QStringList {u"talk"_s} << QStringList {u"alpha/talk"_s}
                           << QStringList();
    const QStringList atBeta {u"beta/talk"_s, u"beta/toy"_s};
    QTest::newRow("at a provider") << QStringList {u"beta/*"_s} << atBeta << atBeta << QStringList {u"beta/toy"_s};
    QTest::newRow("a pattern of both") << QStringList {u"t*"_s} << QStringList {u"talk"_s, u"toy"_s}
                                       << QStringList {u"alpha/talk"_s, u"toy"_s} << toy;
    QTest::newRow("none that is here") << QStringList {u"flux*"_s} << QStringList() << QStringList() << QStringList();
}

void TestGatewayTerms::listsShowWhatMayBeUsed()
{
    QFETCH(const QStringList, allowed);
    QFETCH(const QStringList, openRouter);
    ChatRig rig;
    const QByteArray key = keyOf(rig, {allowed, {}, {}});
    for (int i = 0; i < 2; ++i) { // the second time as they were kept
        QTEST(idsAt(rig, "/v1/models", key), "openAi");
        QCOMPARE(idsAt(rig, "/api/v1/models", key), openRouter);
        QTEST(idsAt(rig, "/api/v1/images/models", key), "pictures");
        QCOMPARE(idsAt(rig, "/v1/models", {}).size(), 6); // for who may use all
    }
    QCOMPARE(idsAt(rig, "/api/v1/models?limit=10", key), openRouter);
    const QJsonObject count =
        rig.gateway.ask(rig.gateway.request("GET", "/api/v1/models/count", {}, key)).json()["data"_L1].toObject();
    QCOMPARE(count["count"_L1].toInt(), openRouter.size());
    for (const QString &id : idsAt(rig, "/v1/models", key)) { // as it is listed, it is known
        QCOMPARE(rig.gateway.ask(rig.gateway.request("GET", "/v1/models/" + id.toLatin1(), {}, key)).status, 200);
    }
}

void TestGatewayTerms::othersAreUnknown()
{
    ChatRig rig;
    const QByteArray key = keyOf(rig, {{u"toy"_s}, {}, {}});
    const auto get = [&rig](const QByteArray &path, const QByteArray &headers) {
        return rig.gateway.ask(rig.gateway.request("GET", path, {}, headers));
    };
    for (const QByteArray &path : {"/v1/models/%1"_ba, "/v1/models/%1?schema=true"_ba, "/api/v1/model/%1"_ba,
                                   "/api/v1/models/%1/endpoints"_ba, "/api/v1/images/models/%1/endpoints"_ba}) {
        const auto at = [&path](const QByteArray &name) { return QByteArray(path).replace("%1", name); };
        QCOMPARE(get(at("toy"), key).status, 200);
        QCOMPARE(get(at("drawn"), {}).status, 200);
        const RawAnswer refused = get(at("drawn"), key);
        const RawAnswer unknown = get(at("nonsense"), key);
        QCOMPARE(refused.status, 404);
        QCOMPARE(refused.errorCode(), unknown.errorCode());
        // Nobody is told of what is not theirs.
        QVERIFY(get(at("drwn"), {}).body.contains("drawn"));
        QVERIFY(!get(at("drwn"), key).body.contains("drawn"));
        QVERIFY(get(at("tooy"), key).body.contains("toy"));
    }
    QCOMPARE(get("/v1/models/talk", key).status, 404);
    QCOMPARE(get("/v1/models/gamma/drawn", key).status, 404);
    QCOMPARE(get("/v1/models/beta/toy", key).status, 200); // the model may be used wherever it is served
}

void TestGatewayTerms::listsFollowTheTerms()
{
    ChatRig rig;
    const QByteArray key = keyOf(rig, {{u"toy"_s}, {}, {}});
    QCOMPARE(idsAt(rig, "/v1/models", key), QStringList {u"toy"_s});
    QVERIFY(await(rig.gateway.clients.setTerms(u"bound"_s, {{u"drawn"_s}, {}, {}})));
    QCOMPARE(idsAt(rig, "/v1/models", key), QStringList {u"drawn"_s});
    rig.gateway.gateway.setCatalog(Catalog());
    QTRY_COMPARE(idsAt(rig, "/v1/models", key), QStringList());
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
