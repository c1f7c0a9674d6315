// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/chatrig.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject sentTo(const ChatApiStandIn &vendor)
{
    return vendor.calls().isEmpty() ? QJsonObject() : vendor.calls().last().json();
}

} // namespace

/// Text models through the gateway: what goes to the vendor and what comes back.
class TestGatewayChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersPassThrough();
    void fieldsPassThrough();
    void streamsPassThrough_data();
    void streamsPassThrough();
    void otherPathsPassThrough_data();
    void otherPathsPassThrough();
    void responsesAreMadeOfChats();
    void whatAChatCannotSayIsTold();
    void whiteSpaceComesWhileWordsAreAwaited_data();
    void whiteSpaceComesWhileWordsAreAwaited();
    void damagedJsonIsMended();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void tellsWhereElse();
    void tellsThePriceOnly();
    void wordsAreNoJobs_data();
    void wordsAreNoJobs();
    void oneKeyIsOneCall();
    void joinersGetAllOfAStream();
    void listsTextModels();
    void wordsAreNowhereKept();
};

void TestGatewayChat::answersPassThrough()
{
    ChatRig rig;
    const RawAnswer answer = rig.chat();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), "application/json"_ba);
    const QJsonObject body = answer.json();
    QCOMPARE(body["choices"_L1][0]["message"_L1]["content"_L1].toString(), u"say hello"_s);
    QCOMPARE(body["usage"_L1]["completion_tokens"_L1].toInt(), 4);
    QCOMPARE(answer.header("X-Lightwell-Provider"), "alpha"_ba);
    QCOMPARE(answer.header("X-Lightwell-Model"), "alpha/vendors-talk"_ba);
    QVERIFY(answer.header("x-request-id").startsWith("gen_"));
    QVERIFY(!answer.header("X-Lightwell-Cost").isEmpty());
    QCOMPARE(rig.alpha.calls().size(), 1);
    QCOMPARE(rig.alpha.calls().first().path, u"/v1/chat/completions"_s);
    QCOMPARE(rig.alpha.calls().first().header("Authorization"), "Bearer toy-key"_ba); // and not the client's
    QCOMPARE(rig.beta.calls().size(), 0); // the dearer one
}

void TestGatewayChat::fieldsPassThrough()
{
    ChatRig rig;
    const QByteArray body =
        R"({"zeta":1,"model":"alpha/talk","messages":[{"role":"user","content":"call the tool weather"}],)"
        R"("tools":[{"type":"function","function":{"name":"weather","strict":true,)"
        R"("parameters":{"type":"object","properties":{"z":{},"a":{}}}}}],"temperature":0.70,"nobody_knows":[1]})";
    const RawAnswer answer = rig.gateway.ask(rig.gateway.request("POST", "/openai/v1/chat/completions", body));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()["choices"_L1][0]["message"_L1]["tool_calls"_L1][0]["function"_L1]["name"_L1].toString(),
             u"weather"_s);
    QCOMPARE(rig.alpha.calls().first().body, QByteArray(body).replace("alpha/talk", "vendors-talk"));
}

void TestGatewayChat::streamsPassThrough_data()
{
    QTest::addColumn<bool>("asksUsage");
    QTest::newRow("with the usage") << true;
    QTest::newRow("without it") << false;
}

void TestGatewayChat::streamsPassThrough()
{
    QFETCH(bool, asksUsage);
    ChatRig rig;
    QJsonObject wish = ChatRig::wish({{u"stream"_s, true}});
    if (asksUsage) {
        wish.insert(u"stream_options"_s, QJsonObject {{u"include_usage"_s, true}});
    }
    RawClient client(rig.gateway.port());
    client.send(rig.post("chat/completions", wish));
    const QByteArray all = client.everything();
    QVERIFY(all.startsWith("HTTP/1.1 200 "));
    QVERIFY(all.contains("text/event-stream"));
    QVERIFY(all.contains("X-Lightwell-Request-Id: gen_"));
    const QByteArray events = unchunked(all);
    QVERIFY(events.endsWith("data: [DONE]\n\n"));
    QVERIFY(events.contains(R"("content":"say")"));
    QVERIFY(events.contains(R"("content":" hello")"));
    QCOMPARE(events.contains("usage"), asksUsage);
    QCOMPARE(sentTo(rig.alpha)["stream_options"_L1]["include_usage"_L1].toBool(), true);
    const Usage usage = rig.usage();
    QCOMPARE(usage.unknown, 0);
    QVERIFY(usage.total.micros() > 0);
}

void TestGatewayChat::otherPathsPassThrough_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("list");
    QTest::newRow("responses") << "responses"_ba
                               << R"({"model":"talk","input":"hi","max_output_tokens":5})"_ba << u"output"_s;
    QTest::newRow("embeddings") << "embeddings"_ba
                                << R"({"model":"embed","input":["a","b"]})"_ba << u"data"_s;
}

void TestGatewayChat::otherPathsPassThrough()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, list);
    ChatRig rig;
    const RawAnswer answer = rig.ask(path, QJsonDocument::fromJson(body).object());
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.json().value(list).toArray().isEmpty());
    QCOMPARE(rig.alpha.calls().first().path, u"/v1/"_s + QString::fromLatin1(path));
    QVERIFY(rig.usage().total.micros() > 0);
    QCOMPARE(rig.usage().reserved, Money::zero());
}

/// Where the provider has none: its answer is told as one, with the money rules of any chat.
void TestGatewayChat::responsesAreMadeOfChats()
{
    ChatRig rig;
    QJsonObject wish {{u"model"_s, u"beta/talk"_s}, {u"input"_s, u"say hello"_s}, {u"max_output_tokens"_s, 50}};
    const RawAnswer answer = rig.ask("responses", wish);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()["object"_L1].toString(), u"response"_s);
    QCOMPARE(answer.json()["output"_L1][0]["content"_L1][0]["text"_L1].toString(), u"say hello"_s);
    QVERIFY(answer.json()["usage"_L1]["output_tokens"_L1].toInt() > 0);
    QCOMPARE(rig.beta.calls().last().path, u"/v1/chat/completions"_s);
    QCOMPARE(rig.beta.calls().last().json()["max_tokens"_L1].toInt(), 50);
    wish.insert(u"stream"_s, true);
    RawClient client(rig.gateway.port());
    client.send(rig.post("responses", wish));
    const QByteArray events = unchunked(client.everything());
    QVERIFY(events.startsWith("event: response.created\n"));
    QVERIFY(events.contains("event: response.output_text.delta\n"));
    QVERIFY(events.mid(events.lastIndexOf("event: ")).startsWith("event: response.completed\n"));
    QVERIFY(rig.usage().total.micros() > 0);
    QCOMPARE(rig.usage().unknown, 0);
}

/// A field that the vendor's path has no word for is told, the one beside it is said.
void TestGatewayChat::whatAChatCannotSayIsTold()
{
    ChatRig rig;
    QJsonObject wish {{u"model"_s, u"beta/talk"_s},
                      {u"input"_s, u"say hello"_s},
                      {u"text"_s, QJsonObject {{u"verbosity"_s, u"low"_s}}},
                      {u"reasoning"_s, QJsonObject {{u"effort"_s, u"low"_s}, {u"summary"_s, u"auto"_s}}}};
    const RawAnswer answer = rig.ask("responses", wish);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("X-Lightwell-Ignored"), "reasoning.summary"_ba);
    const QJsonObject sent = rig.beta.calls().last().json();
    QCOMPARE(sent.value("verbosity"_L1).toString(), u"low"_s);
    QCOMPARE(sent.value("reasoning_effort"_L1).toString(), u"low"_s);
    QCOMPARE(rig.ask("responses", wish, "Prefer: respond-async\r\n").header("X-Lightwell-Ignored"),
             "Prefer: respond-async, reasoning.summary"_ba);
    wish.insert(u"stream"_s, true);
    RawClient client(rig.gateway.port());
    client.send(rig.post("responses", wish));
    QVERIFY(client.everything().contains("\r\nX-Lightwell-Ignored: reasoning.summary\r\n"));
    wish.remove(u"stream"_s);
    wish.remove(u"reasoning"_s);
    QVERIFY(rig.ask("responses", wish).header("X-Lightwell-Ignored").isEmpty());
}

/// As before pictures: for who gives up on a silent connection, where that is wished.
void TestGatewayChat::whiteSpaceComesWhileWordsAreAwaited_data()
{
    QTest::addColumn<bool>("byTerms");
    QTest::addColumn<bool>("fails");
    QTest::newRow("its call wishes it") << false << false;
    QTest::newRow("its client has it") << true << false;
    QTest::newRow("an error comes behind it") << false << true;
}

void TestGatewayChat::whiteSpaceComesWhileWordsAreAwaited()
{
    QFETCH(const bool, byTerms);
    QFETCH(const bool, fails);
    GatewayOptions options;
    options.longestSilence = std::chrono::milliseconds(20);
    ChatRig rig(options);
    ClientTerms terms;
    terms.beginsEarly = true;
    const QByteArray headers = byTerms
        ? "Authorization: Bearer " + await(rig.gateway.clients.add(u"behind a proxy"_s, terms))->key + "\r\n"
        : QByteArray("X-Lightwell-Keep-Alive: whitespace\r\n");
    const QJsonObject said {
        {u"object"_s, u"chat.completion"_s},
        {u"choices"_s,
         QJsonArray {QJsonObject {{u"index"_s, 0},
                                  {u"message"_s, QJsonObject {{u"role"_s, u"assistant"_s}, {u"content"_s, u"hello"_s}}},
                                  {u"finish_reason"_s, u"stop"_s}}}},
        {u"usage"_s, QJsonObject {{u"prompt_tokens"_s, 3}, {u"completion_tokens"_s, 1}, {u"total_tokens"_s, 4}}}};
    const QJsonObject refused {{u"error"_s, QJsonObject {{u"message"_s, u"no"_s}}}};
    const auto gate = Gate::make();
    rig.alpha.script(u"chat"_s, (fails ? Reply::json(refused, 400) : Reply::json(said)).after(gate));
    RawClient client(rig.gateway.port());
    client.send(rig.post("chat/completions", ChatRig::wish({{u"model"_s, u"alpha/talk"_s}}), headers));
    QTRY_VERIFY(client.received().count("\r\n1\r\n \r\n") >= 3);
    QVERIFY(client.received().startsWith("HTTP/1.1 200"));
    gate->open();
    const QByteArray answer = unchunked(client.everything());
    QVERIFY(answer.startsWith("   "));
    const QJsonObject object = QJsonDocument::fromJson(answer).object();
    QCOMPARE(object.contains("choices"_L1), !fails);
    QCOMPARE(object.contains("error"_L1), fails);
    QCOMPARE(rig.alpha.calls().size(), 1);
}

void TestGatewayChat::damagedJsonIsMended()
{
    ChatRig rig;
    QJsonObject fields {
        {u"messages"_s, QJsonArray {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, u"damaged JSON"_s}}}},
        {u"response_format"_s, QJsonObject {{u"type"_s, u"json_object"_s}}}};
    const auto content = [&] {
        return rig.chat(fields).json()["choices"_L1][0]["message"_L1]["content"_L1].toString().toUtf8();
    };
    QVERIFY(QJsonDocument::fromJson(content()).isNull());
    fields.insert(u"plugins"_s, QJsonArray {QJsonObject {{u"id"_s, u"response-healing"_s}}});
    const QJsonObject mended = QJsonDocument::fromJson(content()).object();
    QCOMPARE(mended, QJsonObject({{u"city"_s, u"Oslo"_s}, {u"temperature"_s, 7}}));
}

void TestGatewayChat::refusesWhatCannotBe_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("param");
    const QByteArray chat = "chat/completions";
    const QByteArray messages = R"(,"messages":[{"role":"user","content":"hi"}])";
    QTest::newRow("no model") << chat << R"({"messages":[{}]})"_ba << 400 << u"INVALID_REQUEST"_s << u"model"_s;
    QTest::newRow("no messages") << chat << R"({"model":"talk"})"_ba << 400 << u"INVALID_REQUEST"_s << u"messages"_s;
    QTest::newRow("an unknown model") << chat << QByteArray(R"({"model":"tolk")" + messages + '}') << 404
                                      << u"MODEL_NOT_FOUND"_s << u"model"_s;
    QTest::newRow("a preset, which is OpenRouter's way")
        << chat << QByteArray(R"({"model":"@preset/talk")" + messages + '}') << 404 << u"MODEL_NOT_FOUND"_s
        << u"model"_s;
    QTest::newRow("a model that makes pictures")
        << chat << QByteArray(R"({"model":"toy")" + messages + '}') << 400 << u"INVALID_REQUEST"_s << u"model"_s;
    // As at OpenRouter: no model of this name makes what is asked for.
    QTest::newRow("pictures") << chat << QByteArray(R"({"model":"talk","modalities":["image"])" + messages + '}') << 404
                              << u"MODEL_NOT_FOUND"_s << u"model"_s;
    QTest::newRow("a chat with one that embeds")
        << chat << QByteArray(R"({"model":"embed")" + messages + '}') << 400 << u"INVALID_REQUEST"_s << u"model"_s;
    QTest::newRow("embeddings by one that talks")
        << "embeddings"_ba
        << R"({"model":"talk","input":"a"})"_ba << 400 << u"INVALID_REQUEST"_s << u"model"_s;
    QTest::newRow("more than a chat can say")
        << "responses"_ba
        << R"({"model":"beta/talk","input":"a","tools":[{"type":"web_search"}]})"_ba << 400 << u"INVALID_REQUEST"_s
        << u"tools"_s;
    QTest::newRow("responses by one that embeds")
        << "responses"_ba
        << R"({"model":"embed","input":"a"})"_ba << 400 << u"INVALID_REQUEST"_s << u"model"_s;
    QTest::newRow("an earlier response") << "responses"_ba
                                         << R"({"model":"talk","input":"a","previous_response_id":"resp_0"})"_ba << 400
                                         << u"INVALID_REQUEST"_s << u"previous_response_id"_s;
    QTest::newRow("a price asked in the body")
        << chat << QByteArray(R"({"model":"talk","dry_run":true)" + messages + '}') << 400 << u"INVALID_REQUEST"_s
        << u"dryRun"_s;
}

void TestGatewayChat::refusesWhatCannotBe()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, param);
    ChatRig rig;
    const RawAnswer answer = rig.ask(path, QJsonDocument::fromJson(body).object());
    QTEST(answer.status, "status");
    QTEST(answer.errorCode(), "code");
    QCOMPARE(answer.json()["error"_L1]["param"_L1].toString(), param);
    QCOMPARE(rig.alpha.calls().size() + rig.beta.calls().size(), 0);
}

/// What is asked for here is to be had elsewhere, and where is told in the words of each API.
void TestGatewayChat::tellsWhereElse()
{
    ChatRig rig;
    const auto told = [&rig](const QString &model) {
        QJsonObject wish = ChatRig::wish();
        wish.insert(u"model"_s, model);
        return rig.ask("chat/completions", wish).json()["error"_L1]["message"_L1].toString();
    };
    const QString pictures = told(u"toy"_s);
    for (const QString &way : {u"\"modalities\": [\"image\"]"_s, u"/v1/images/generations"_s, u"/api/v1/images"_s}) {
        QVERIFY2(pictures.contains(way), qPrintable(pictures));
    }
    QVERIFY2(told(u"@preset/talk"_s).contains(u"/api/v1 "_s), qPrintable(told(u"@preset/talk"_s)));
}

void TestGatewayChat::tellsThePriceOnly()
{
    ChatRig rig;
    QCOMPARE(rig.ask("chat/completions?dryRun=true", ChatRig::wish()).status, 200);
    KeyQuestions questions(*rig.gateway.rig.keyring);
    const RawAnswer answer = rig.ask("chat/completions?dryRun=true", ChatRig::wish());
    QCOMPARE(answer.status, 200);
    QCOMPARE(questions.count, 0); // it is known since the first time
    const QJsonObject told = answer.json();
    QCOMPARE(told["estimated"_L1].toBool(), true);
    QCOMPARE(told["provider"_L1].toString(), u"alpha"_s);
    QCOMPARE(told["at_most"_L1].toBool(), true);
    const QJsonArray parts = told["components"_L1].toArray();
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[0]["total_cost"_L1].toInteger() + parts[1]["total_cost"_L1].toInteger(),
             told["total_cost_micros"_L1].toInteger());
    QCOMPARE(parts[1]["quantity"_L1].toInt(), 100);
    QCOMPARE(rig.alpha.calls().size(), 0);
}

void TestGatewayChat::wordsAreNoJobs_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const QByteArray &path, const QJsonObject &body,
                        const QByteArray &status = "HTTP/1.1 200") { QTest::newRow(name) << path << body << status; };
    const QJsonObject tool {{u"type"_s, u"image_generation"_s}, {u"model"_s, u"drawn"_s}};
    QJsonObject input {{u"model"_s, u"talk"_s}, {u"input"_s, u"say hello"_s}};
    row("a chat", "chat/completions", ChatRig::wish());
    row("a stream", "chat/completions", ChatRig::wish({{u"stream"_s, true}}));
    row("a refusal", "chat/completions", ChatRig::wish({{u"model"_s, u"nobody-knows"_s}}), "HTTP/1.1 404");
    row("embeddings", "embeddings", {{u"model"_s, u"embed"_s}, {u"input"_s, u"hello"_s}});
    row("a response", "responses", input);
    input.insert(u"stream"_s, true);
    row("its stream", "responses", input);
    row("one with a picture", "responses",
        {{u"model"_s, u"talk"_s}, {u"input"_s, u"draw a boat"_s}, {u"tools"_s, QJsonArray {tool}}});
}

/// They are given at once, and a client that would rather not wait is told.
void TestGatewayChat::wordsAreNoJobs()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QJsonObject, body);
    QFETCH(const QByteArray, status);
    ChatRig rig;
    const auto told = [&](const QByteArray &headers) {
        RawClient client(rig.gateway.port());
        client.send(rig.post(path, body, headers));
        return client.everything();
    };
    const QByteArray ignored = "\r\nX-Lightwell-Ignored: Prefer: respond-async\r\n";
    const QByteArray answer = told("Prefer: respond-async\r\nX-Lightwell-Cache: true\r\n");
    QVERIFY2(answer.startsWith(status), answer.constData());
    QVERIFY2(answer.contains(ignored), answer.constData());
    QVERIFY(!answer.contains("Preference-Applied"));
    QVERIFY(!told("Prefer: wait=10\r\n").contains("X-Lightwell-Ignored"));
}

void TestGatewayChat::oneKeyIsOneCall()
{
    ChatRig rig;
    const QByteArray key = "Idempotency-Key: once\r\n";
    const RawAnswer first = rig.ask("chat/completions", ChatRig::wish(), key);
    const RawAnswer second = rig.ask("chat/completions", ChatRig::wish(), key);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(rig.ask("chat/completions", ChatRig::wish({{u"n"_s, 2}}), key).status, 422);
    QCOMPARE(rig.alpha.billed(), 1);
}

void TestGatewayChat::joinersGetAllOfAStream()
{
    ChatRig rig;
    const QByteArray request =
        rig.post("chat/completions", ChatRig::wish({{u"stream"_s, true}}), "Idempotency-Key: joined\r\n");
    RawClient first(rig.gateway.port());
    RawClient second(rig.gateway.port());
    first.send(request);
    second.send(request);
    const QByteArray events = unchunked(first.everything());
    QCOMPARE(unchunked(second.everything()), events);
    RawClient late(rig.gateway.port());
    late.send(request);
    QCOMPARE(unchunked(late.everything()), events);
    QVERIFY(events.endsWith("data: [DONE]\n\n"));
    QCOMPARE(rig.alpha.billed(), 1);
}

void TestGatewayChat::listsTextModels()
{
    ChatRig rig;
    const RawAnswer list = rig.gateway.ask(rig.gateway.request("GET", "/v1/models"));
    QHash<QString, QJsonObject> models;
    const QJsonArray data = list.json()["data"_L1].toArray();
    for (const QJsonValue &model : data) {
        models.insert(model["id"_L1].toString(), model.toObject());
    }
    QVERIFY(models.contains(u"toy"_s));
    QCOMPARE(models.value(u"talk"_s)["modality"_L1].toString(), u"text"_s);
    QCOMPARE(models.value(u"talk"_s)["providers"_L1].toArray().size(), 2);
    QCOMPARE(models.value(u"talk"_s)["context_length"_L1].toInt(), 10'000);
    QCOMPARE(models.value(u"embed"_s)["modes"_L1].toArray(), QJsonArray {u"embeddings"_s});
    const RawAnswer one = rig.gateway.ask(rig.gateway.request("GET", "/v1/models/talk"));
    QCOMPARE(one.json(), models.value(u"talk"_s));
    QCOMPARE(rig.gateway.ask(rig.gateway.request("GET", "/v1/models/tolk")).status, 404);
}

/// Not in the database, whose journal knows of the call.
void TestGatewayChat::wordsAreNowhereKept()
{
    ChatRig rig;
    const QJsonArray messages {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, u"canary-prompt-7"_s}}};
    QCOMPARE(rig.chat({{u"messages"_s, messages}}).status, 200);
    QCOMPARE(rig.last().status, GenerationStatus::Completed);
    QCOMPARE(rig.last().request.prompt, QString());
    const QDir folder(rig.gateway.rig.folder.path());
    const QStringList files = folder.entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("canary-prompt-7"), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestGatewayChat)
#include "test_gatewaychat.moc"
