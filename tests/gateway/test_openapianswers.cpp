// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every path of the gateway's description is called: for what it is there for, and for what goes wrong. Debian's
// validator of JSON Schema says whether the answers are as they are described.
#include "core/catalog/catalog.h"
#include "core/gateway/dialects/openai/modelschema.h"
#include "core/gateway/presets/presets.h"
#include "core/gateway/services/openapiservice.h"
#include "core/ledger/ledger.h"
#include "core/storage/query.h"
#include "tests/gateway/answerbook.h"
#include "tests/gateway/textrestartrig.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray async = "Prefer: respond-async\r\n";
constexpr int forever = 1'000'000;

QList<Offer> editing()
{
    Offer offer = toyOffer(u"toy"_s, u"alpha"_s);
    offer.modes = {u"text-to-image"_s, u"image-edit"_s};
    offer.maxInputImages = 4;
    offer.fields.insert(u"image"_s, u"image"_s);
    return {offer};
}

QString redPicture()
{
    QImage image(32, 24, QImage::Format_ARGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return u"data:image/png;base64,"_s + QString::fromLatin1(bytes.toBase64());
}

/// A call that is paid for, under the path of its description.
struct PaidCall
{
    QByteArray path;
    QJsonObject wish;
};

QList<PaidCall> paidPictures()
{
    const QJsonObject image = with(GatewayRig::wish(), u"image"_s, redPicture());
    return {{"/v1/images/generations", GatewayRig::wish()},
            {"/v1/images/edits", image},
            {"/v1/images/variations", {{u"model"_s, u"toy"_s}, {u"image"_s, redPicture()}}},
            {"/api/v1/images", GatewayRig::wish()}};
}

QList<PaidCall> paidWords()
{
    const QJsonObject embeddings {{u"model"_s, u"embed"_s}, {u"input"_s, u"hello"_s}};
    return {{"/v1/chat/completions", chatWish()},
            {"/v1/responses", responsesWish(u"alpha/talk"_s, false)},
            {"/v1/embeddings", embeddings},
            {"/api/v1/chat/completions", chatWish()},
            {"/api/v1/embeddings", embeddings}};
}

QByteArray authorization(const QByteArray &key)
{
    return "Authorization: Bearer " + key + "\r\n";
}

} // namespace

class TestOpenApiAnswers : public QObject, private AnswerBook
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreAsDescribed();

private:
    void askWhatIsRefusedAtOnce(const GatewayRig &rig);
    void askPages(GatewayRig &rig);
    void askPictures(GatewayRig &rig);
    void askJobs(GatewayRig &rig);
    void askAccount(GatewayRig &rig);
    void askRouter(GatewayRig &rig);
    void askKeys(GatewayRig &rig);
    void askAssistants(GatewayRig &rig);
    void askWords(ChatRig &rig);
    void askResponses(ChatRig &rig);
    void askAfterRestart(ChatRig &rig);
    void askWhatMayNotBePaid(GatewayRig &rig, const QList<PaidCall> &calls);
    void askWithoutBooks(GatewayRig &rig);
    void checkThatAllIsAsked() const;
    void validate() const;
};

/// Before anybody looks at what is asked for.
void TestOpenApiAnswers::askWhatIsRefusedAtOnce(const GatewayRig &rig)
{
    const QList<DescribedCall> all = describedCalls();
    for (const DescribedCall &it : all) {
        const QByteArray body = it.takesBody() ? "{}" : "";
        askMeanwhile(rig, it, "Origin: https://evil.example\r\n", 403, body);
        if (it.needsKey()) {
            askMeanwhile(rig, it, "X-No-Authorization: at all\r\n", 401, body);
        }
        if (it.takesBody()) {
            askMeanwhile(rig, it, "Content-Type: image/png\r\n", 415, "x");
            askMeanwhile(rig, it, "Content-Type: application/json\r\nContent-Length: 100000000000\r\n", 413, {});
        }
        if (it.takesName()) {
            askMeanwhile(rig, it, {}, 0, body);
        }
    }
    awaitAll();
}

void TestOpenApiAnswers::askPages(GatewayRig &rig)
{
    for (const QByteArray &path : {"/"_ba, "/healthz"_ba, "/metrics"_ba, "/openapi.json"_ba, "/v1/models"_ba}) {
        QCOMPARE(get(rig, path).status, 200);
    }
    const QString model = u"/v1/models/{name}"_s;
    QCOMPARE(ask(rig, "GET", model, "/v1/models/toy").status, 200);
    QCOMPARE(ask(rig, "GET", model, "/v1/models/toy?schema=true").status, 200);
    QCOMPARE(ask(rig, "GET", model, "/v1/models/nothing-like-it").status, 404);
}

void TestOpenApiAnswers::askPictures(GatewayRig &rig)
{
    const QList<PaidCall> calls = paidPictures().first(3);
    for (const auto &[path, wish] : calls) {
        const WordAnswer made = post(rig, path, wish);
        QCOMPARE(made.status, 200);
        const QUrl url(made.json()["data"_L1][0]["url"_L1].toString());
        const QByteArray file = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        QCOMPARE(ask(rig, "GET", u"/v1/files/{name}"_s, file).status, 200);
        QCOMPARE(post(rig, path, wish, {}, "?dryRun=true").status, 200);
        post(rig, path, wish, "X-Lightwell-Replay: mock\r\n");
        QCOMPARE(post(rig, path, with(wish, u"stream"_s, true)).header("Content-Type").left(17),
                 "text/event-stream"_ba);
        const WordAnswer accepted = post(rig, path, wish, async);
        QCOMPARE(accepted.status, 202);
        QTRY_COMPARE(rig.rig.engine->running(), 0);
        rig.vendor().submitScript = {Reply::json({}, 400)};
        QCOMPARE(post(rig, path, wish).status, 400);
        rig.vendor().submitScript = {Reply::drop()};
        QCOMPARE(post(rig, path, wish).status, 502);
    }
}

void TestOpenApiAnswers::askJobs(GatewayRig &rig)
{
    const QString job = u"/v1/jobs/{id}"_s;
    const auto begin = [&] {
        return post(rig, "/v1/images/generations", GatewayRig::wish(), async).json()["id"_L1].toString().toLatin1();
    };
    const QByteArray ended = begin();
    QTRY_COMPARE(rig.rig.engine->running(), 0);
    QCOMPARE(ask(rig, "GET", job, "/v1/jobs/" + ended).status, 200);
    QCOMPARE(ask(rig, "GET", job + u"/events"_s, "/v1/jobs/" + ended + "/events").status, 200);
    rig.vendor().atOnce = false;
    rig.vendor().polls = forever;
    for (const bool isDeleted : {false, true}) {
        rig.vendor().cancelled = false;
        const auto polled = rig.vendor().calls(u"/jobs/1"_s);
        const QByteArray id = begin();
        QTRY_VERIFY(rig.vendor().calls(u"/jobs/1"_s) > polled);
        QCOMPARE(ask(rig, "GET", job, "/v1/jobs/" + id).status, 200); // under way
        const QString payloads = u"/v1/requests/{id}/payloads"_s;
        QCOMPARE(ask(rig, "DELETE", payloads, "/v1/requests/" + id + "/payloads").status, 409);
        const WordAnswer cancelled = isDeleted ? ask(rig, "DELETE", job, "/v1/jobs/" + id)
                                               : ask(rig, "POST", job + u"/cancel"_s, "/v1/jobs/" + id + "/cancel");
        QCOMPARE(cancelled.status, 200);
        QCOMPARE(ask(rig, "GET", job + u"/events"_s, "/v1/jobs/" + id + "/events").status, 200);
    }
    QTRY_COMPARE(rig.rig.engine->running(), 0);
    rig.vendor().cancelled = false;
    rig.vendor().atOnce = true;
}

void TestOpenApiAnswers::askAccount(GatewayRig &rig)
{
    const QByteArray id = post(rig, "/v1/images/generations", GatewayRig::wish()).json()["id"_L1].toString().toLatin1();
    QCOMPARE(get(rig, "/v1/requests", "?summary=true").status, 200);
    QCOMPARE(get(rig, "/v1/requests", "?limit=no").status, 400);
    QCOMPARE(ask(rig, "GET", u"/v1/requests/{id}"_s, "/v1/requests/" + id).status, 200);
    QCOMPARE(ask(rig, "GET", u"/api/v1/generation"_s, "/api/v1/generation?id=" + id).status, 200);
    QVERIFY(get(rig, "/api/v1/generation").status >= 400);
    QVERIFY(get(rig, "/api/v1/generation", "?id=none").status >= 400);
    for (int times = 0; times < 2; ++times) { // the second time there is nothing left
        const QByteArray path = "/v1/requests/" + id + "/payloads";
        QCOMPARE(ask(rig, "DELETE", u"/v1/requests/{id}/payloads"_s, path).status, 200);
    }
    QCOMPARE(ask(rig, "GET", u"/v1/requests/{id}"_s, "/v1/requests/" + id).status, 200);
    for (const QByteArray &path : {"/v1/balance"_ba, "/v1/keys"_ba, "/v1/webhooks/secret"_ba}) {
        QCOMPARE(get(rig, path).status, 200);
    }
}

void TestOpenApiAnswers::askRouter(GatewayRig &rig)
{
    const QByteArray images = "/api/v1/images";
    QCOMPARE(post(rig, images, GatewayRig::wish()).status, 200);
    QCOMPARE(post(rig, images, with(GatewayRig::wish(), u"stream"_s, true)).status, 200);
    QCOMPARE(post(rig, images, GatewayRig::wish(), async).status, 202);
    QTRY_COMPARE(rig.rig.engine->running(), 0);
    rig.vendor().submitScript = {Reply::drop()};
    QCOMPARE(post(rig, images, GatewayRig::wish()).status, 424);
    for (const QByteArray &path : {"/api/v1/models"_ba, "/api/v1/models/count"_ba, "/api/v1/images/models"_ba,
                                   "/api/v1/key"_ba, "/api/v1/auth/key"_ba, "/api/v1/activity"_ba}) {
        QCOMPARE(get(rig, path).status, 200);
    }
    QCOMPARE(get(rig, "/api/v1/credits").status, 404); // there is no budget that could run out
    Budget budget;
    budget.limit = Money::fromMicros(100'000'000);
    budget.period = Period::Total;
    QVERIFY(await(rig.rig.ledger->setBudget(budget)));
    QCOMPARE(get(rig, "/api/v1/credits").status, 200);
    QCOMPARE(ask(rig, "GET", u"/api/v1/model/{name}"_s, "/api/v1/model/toy").status, 200);
    QCOMPARE(ask(rig, "GET", u"/api/v1/models/{name}/endpoints"_s, "/api/v1/models/toy/endpoints").status, 200);
    QCOMPARE(ask(rig, "GET", u"/api/v1/images/models/{name}/endpoints"_s, "/api/v1/images/models/toy/endpoints").status,
             200);
    const Presets presets = readPresets(R"({"presets": [{"slug": "boats", "config": {"model": "toy"}}]})");
    rig.gateway.setPresets(presets);
    QCOMPARE(get(rig, "/api/v1/presets").status, 200);
    QVERIFY(get(rig, "/api/v1/presets", "?limit=no").status >= 400);
    QCOMPARE(ask(rig, "GET", u"/api/v1/presets/{slug}"_s, "/api/v1/presets/boats").status, 200);
}

void TestOpenApiAnswers::askKeys(GatewayRig &rig)
{
    const QByteArray manager = authorization(await(rig.clients.add(u"manager"_s, {}, KeyScope::Management))->key);
    const QString keys = u"/api/v1/keys"_s;
    const QString one = keys + u"/{hash}"_s;
    const QByteArray path = "/api/v1/keys";
    QCOMPARE(ask(rig, "GET", keys, path).status, 403); // with a program's
    QCOMPARE(ask(rig, "POST", keys, path, R"({"name": "new", "limit": 2, "limit_reset": "weekly"})", manager).status,
             201);
    QCOMPARE(ask(rig, "POST", keys, path, R"({"limti": 2})", manager).status, 400);
    QCOMPARE(ask(rig, "GET", keys, path, {}, manager).status, 200);
    const QByteArray own = path + '/' + QCryptographicHash::hash(rig.key, QCryptographicHash::Sha256).toHex();
    QCOMPARE(ask(rig, "GET", one, own, {}, manager).status, 200);
    QCOMPARE(ask(rig, "GET", one, path + "/none", {}, manager).status, 404);
    QCOMPARE(ask(rig, "PATCH", one, own, R"({"name": "renamed"})", manager).status, 200);
    QCOMPARE(ask(rig, "PATCH", one, own, R"({"limti": 2})", manager).status, 400);
    const Client other = await(rig.clients.add(u"other"_s))->client;
    QCOMPARE(ask(rig, "DELETE", one, path + '/' + other.keyHash.toHex(), {}, manager).status, 200);
    QCOMPARE(ask(rig, "DELETE", one, path + "/none", {}, manager).status, 404);
}

void TestOpenApiAnswers::askAssistants(GatewayRig &rig)
{
    const QString mcp = u"/mcp"_s;
    const QByteArray ping = R"({"jsonrpc": "2.0", "id": 1, "method": "ping"})";
    QCOMPARE(ask(rig, "POST", mcp, "/mcp", ping).status, 200);
    QCOMPARE(ask(rig, "POST", mcp, "/mcp", R"({"jsonrpc": "1.0"})").status, 400);
    QCOMPARE(ask(rig, "POST", mcp, "/mcp", ping, "Mcp-Session-Id: no\r\n").status, 404);
    const QByteArray opening =
        R"({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-11-25",)"
        R"( "capabilities": {"elicitation": {}}, "clientInfo": {"name": "test", "version": "1"}}})";
    const QByteArray session = ask(rig, "POST", mcp, "/mcp", opening).header("Mcp-Session-Id");
    QVERIFY(!session.isEmpty());
    const QByteArray within = "MCP-Protocol-Version: 2025-11-25\r\nMcp-Session-Id: " + session + "\r\n";
    const QByteArray notice = R"({"jsonrpc": "2.0", "method": "notifications/initialized"})";
    QCOMPARE(ask(rig, "POST", mcp, "/mcp", notice, within).status, 202);
    const QByteArray drawing =
        R"({"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "generate_image",)"
        R"( "arguments": {"model": "toy", "prompt": "a paper boat"}, "_meta": {"progressToken": "p"}}})";
    rig.vendor().atOnce = false;
    rig.vendor().polls = forever;
    RawClient client(rig.port());
    client.send(rig.request("POST", "/mcp", drawing,
                            within + "Accept: application/json, text/event-stream\r\nConnection: close\r\n"));
    QTRY_VERIFY(client.received().contains("notifications/progress"));
    rig.vendor().polls = 0;
    const WordAnswer drawn(client.everything());
    note("POST", mcp, drawn);
    QCOMPARE(drawn.header("Content-Type").left(17), "text/event-stream"_ba);
    rig.vendor().atOnce = true;
    QCOMPARE(ask(rig, "DELETE", mcp, "/mcp", {}, within).status, 204);
    QCOMPARE(ask(rig, "DELETE", mcp, "/mcp", {}, within).status, 404);
    QCOMPARE(ask(rig, "DELETE", mcp, "/mcp").status, 400);
}

void TestOpenApiAnswers::askWords(ChatRig &rig)
{
    const QList<PaidCall> calls = paidWords();
    for (const auto &[path, wish] : calls) {
        QCOMPARE(post(rig.gateway, path, wish).status, 200);
        if (!path.endsWith("/embeddings")) {
            QCOMPARE(post(rig.gateway, path, with(wish, u"stream"_s, true)).header("Content-Type").left(17),
                     "text/event-stream"_ba);
        }
        QCOMPARE(post(rig.gateway, path, wish, {}, "?dryRun=true").status, 200);
        const QString point = path.endsWith("/embeddings") ? u"embeddings"_s
            : path.endsWith("/responses")                  ? u"responses"_s
                                                           : u"chat"_s;
        rig.alpha.script(point, Reply::json({{u"error"_s, QJsonObject {{u"message"_s, u"no"_s}}}}, 400));
        const int refused = post(rig.gateway, path, wish).status;
        QVERIFY(refused == 400 || path.startsWith("/api/")); // there another provider may answer
        rig.alpha.script(point, Reply::drop(), 1, ChatApiStandIn::Instead::OfAnswer);
        QCOMPARE(post(rig.gateway, path, wish).status, path.startsWith("/api/") ? 424 : 502);
    }
    const QJsonObject saying {{u"role"_s, u"user"_s}, {u"content"_s, u"a boat"_s}};
    const QJsonObject drawn {{u"model"_s, u"drawn"_s},
                             {u"messages"_s, QJsonArray {saying}},
                             {u"modalities"_s, QJsonArray {u"image"_s, u"text"_s}}};
    QCOMPARE(post(rig.gateway, "/api/v1/chat/completions", drawn).status, 200);
    QCOMPARE(post(rig.gateway, "/api/v1/chat/completions", drawn, async).status, 202);
    QTRY_COMPARE(rig.gateway.rig.engine->running(), 0);
}

void TestOpenApiAnswers::askResponses(ChatRig &rig)
{
    const QJsonObject drawing {{u"model"_s, u"drawn"_s},
                               {u"input"_s, u"a boat"_s},
                               {u"tools"_s, QJsonArray {QJsonObject {{u"type"_s, u"image_generation"_s}}}}};
    const WordAnswer response = post(rig.gateway, "/v1/responses", drawing);
    QCOMPARE(response.status, 200);
    const QByteArray kept = "/v1/responses/" + response.json()["id"_L1].toString().toLatin1();
    const QString one = u"/v1/responses/{id}"_s;
    QCOMPARE(ask(rig.gateway, "GET", one, kept).status, 200);
    QCOMPARE(ask(rig.gateway, "GET", one, kept + "?stream=true").status, 400);
    QCOMPARE(ask(rig.gateway, "GET", one + u"/input_items"_s, kept + "/input_items").status, 200);
    QCOMPARE(ask(rig.gateway, "GET", one + u"/input_items"_s, kept + "/input_items?limit=0").status, 400);
    QCOMPARE(ask(rig.gateway, "DELETE", one, kept).status, 200);
    QCOMPARE(ask(rig.gateway, "GET", one, kept).status, 404);
    QCOMPARE(ask(rig.gateway, "DELETE", one, kept).status, 404);
    const QJsonObject lost = with(drawing, u"previous_response_id"_s, u"resp_none"_s);
    QCOMPARE(post(rig.gateway, "/v1/responses", lost).status, 400);
}

/// Paid calls whose words nobody has any more.
void TestOpenApiAnswers::askAfterRestart(ChatRig &rig)
{
    const QByteArray key = "Idempotency-Key: before\r\n";
    const QList<PaidCall> calls = paidWords();
    int number = 0;
    for (const auto &[path, wish] : calls) {
        const QByteArray own = key.chopped(2) + QByteArray::number(++number) + "\r\n";
        QCOMPARE(post(rig.gateway, path, wish, own).status, 200);
        const NextGateway next(rig); // which keeps no words
        const WordAnswer gone = next.ask(path, wish, own);
        QCOMPARE(gone.status, 410);
        note("POST", QString::fromLatin1(path), gone);
    }
}

/// What is refused before it would be paid; at the end, since no more is paid then.
void TestOpenApiAnswers::askWhatMayNotBePaid(GatewayRig &rig, const QList<PaidCall> &calls)
{
    ClientTerms terms;
    terms.perMinute = 1;
    const QByteArray hasty = authorization(await(rig.clients.add(u"hasty"_s, terms))->key);
    QCOMPARE(post(rig, calls.first().path, calls.first().wish, hasty).status, 200);
    terms.models = {u"others*"_s};
    const QByteArray bounded = authorization(await(rig.clients.add(u"bounded"_s, terms))->key);
    int number = 0;
    for (const auto &[path, wish] : calls) {
        const DescribedCall operation {"POST", QString::fromLatin1(path), {}};
        askMeanwhile(rig, operation, {}, 400, "{}");
        askMeanwhile(rig, operation, {}, 0, compact(with(wish, u"model"_s, u"nothing-like-it"_s)));
        askMeanwhile(rig, operation, bounded, 403, compact(wish));
        askMeanwhile(rig, operation, hasty, 429, compact(wish));
        const QByteArray key = "Idempotency-Key: once" + QByteArray::number(++number) + "\r\n";
        QCOMPARE(post(rig, path, wish, key).status, 200);
        askMeanwhile(rig, operation, key, 422, compact(with(wish, u"user"_s, u"somebody else"_s)));
    }
    awaitAll();
    Budget budget;
    budget.limit = Money::zero();
    budget.period = Period::Total;
    QVERIFY(await(rig.rig.ledger->setBudget(budget)));
    for (const auto &[path, wish] : calls) {
        askMeanwhile(rig, {"POST", QString::fromLatin1(path), {}}, {}, 402, compact(wish));
    }
    awaitAll();
}

/// Nobody can be told from a stranger now: everybody is asked to come again.
void TestOpenApiAnswers::askWithoutBooks(GatewayRig &rig)
{
    QVERIFY(await(rig.rig.store->run(
        [](Database &database) { return execute(database, u"ALTER TABLE clients RENAME TO hidden"_s).ok(); })));
    const QList<DescribedCall> all = describedCalls();
    for (const DescribedCall &it : all) {
        if (it.needsKey()) {
            askMeanwhile(rig, it, {}, 503, it.takesBody() ? "{}" : "");
        }
    }
    awaitAll();
}

void TestOpenApiAnswers::checkThatAllIsAsked() const
{
    QStringList missing;
    const QList<DescribedCall> all = describedCalls();
    for (const DescribedCall &it : all) {
        const QString place = QString::fromLatin1(it.method) + u' ' + it.path + u' ';
        const QStringList successes = successesOf(it);
        for (const QString &success : successes) {
            missing += hasSeen(place + success) ? QStringList() : QStringList {place + success};
        }
        missing += hasSeenBeginning(place + u'4') || hasSeenBeginning(place + u'5')
            ? QStringList()
            : QStringList {place + u"an error"_s};
    }
    QCOMPARE(missing, QStringList());
}

void TestOpenApiAnswers::validate() const
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty()) {
        QSKIP("needs python3 with jsonschema");
    }
    QJsonArray schemas;
    const QList<Model> models = Catalog::builtIn().models();
    for (const Model &model : models) {
        for (const Offer &offer : model.offers) {
            schemas.append(openai::offerSchema(offer));
        }
    }
    const QJsonObject input {{u"document"_s, openApiDocument()}, {u"answers"_s, answers()}, {u"schemas"_s, schemas}};
    QProcess checker;
    checker.start(python, {QStringLiteral(LIGHTWELL_CHECKER)});
    checker.write(QJsonDocument(input).toJson(QJsonDocument::Compact));
    checker.closeWriteChannel();
    QVERIFY(checker.waitForFinished(60'000));
    const QByteArray told = checker.readAllStandardOutput() + checker.readAllStandardError();
    constexpr int skipped = 77;
    if (checker.exitCode() == skipped) {
        QSKIP("needs python3-jsonschema");
    }
    QVERIFY2(checker.exitCode() == 0, told.constData());
}

void TestOpenApiAnswers::answersAreAsDescribed()
{
    GatewayRig pictures(editing());
    pictures.start(storing());
    ChatRig words(storing());
    const QList<std::function<void()>> steps {[&] { askWhatIsRefusedAtOnce(pictures); },
                                              [&] { askPages(pictures); },
                                              [&] { askPictures(pictures); },
                                              [&] { askJobs(pictures); },
                                              [&] { askAccount(pictures); },
                                              [&] { askRouter(pictures); },
                                              [&] { askKeys(pictures); },
                                              [&] { askAssistants(pictures); },
                                              [&] { askWords(words); },
                                              [&] { askResponses(words); },
                                              [&] { askAfterRestart(words); },
                                              [&] { askWhatMayNotBePaid(pictures, paidPictures()); },
                                              [&] { askWhatMayNotBePaid(words.gateway, paidWords()); },
                                              [&] { askWithoutBooks(pictures); },
                                              [&] { checkThatAllIsAsked(); },
                                              [&] { validate(); }};
    for (const std::function<void()> &step : steps) {
        step();
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

QTEST_GUILESS_MAIN(TestOpenApiAnswers)
#include "test_openapianswers.moc"
