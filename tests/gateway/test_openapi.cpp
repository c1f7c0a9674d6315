// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/gateway/dialects/openai/modelschema.h"
#include "core/gateway/presets/presets.h"
#include "core/gateway/routes.h"
#include "core/gateway/services/openapiservice.h"
#include "tests/gateway/gatewayrig.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// "GET /v1/models": what is described, or routed, under the first prefix of its mount.
using Operations = QSet<QString>;

Operations routedOperations()
{
    Operations operations;
    const QList<Mount> mounts = builtInMounts();
    for (const Mount &mount : mounts) {
        for (const PathRoute &route : mount.routes) {
            if (route.call == RouteCall::Unserved) {
                continue;
            }
            for (const QByteArray &method : route.methods) {
                if (method != "HEAD") { // goes without saying beside GET
                    operations.insert(QString::fromLatin1(method) + u' ' + mount.prefixes.constFirst() + route.pattern);
                }
            }
        }
    }
    return operations;
}

Operations describedOperations(const QJsonObject &document)
{
    Operations operations;
    const QJsonObject paths = document.value("paths"_L1).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList methods = path->toObject().keys();
        for (const QString &method : methods) {
            operations.insert(method.toUpper() + u' ' + path.key());
        }
    }
    return operations;
}

QStringList sorted(const Operations &operations)
{
    QStringList list(operations.begin(), operations.end());
    list.sort();
    return list;
}

} // namespace

/// The description of the gateway is true.
class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesWhatIsThere();
    void saysWhichNeedNoKey();
    void realAnswersAreAsDescribed();
    void schemasKnowWhatAnOfferTakes();
    void schemaOfOneOffer();

private:
    void ask(GatewayRig &rig, const QByteArray &method, const QString &described, const QByteArray &path,
             const QByteArray &body = {}, const QByteArray &headers = {});

    QJsonArray m_answers;
};

void TestOpenApi::describesWhatIsThere()
{
    const QJsonObject document = openApiDocument();
    QCOMPARE(document.value("openapi"_L1).toString(), u"3.1.0"_s);
    QCOMPARE(sorted(describedOperations(document) - routedOperations()), QStringList());
    QCOMPARE(sorted(routedOperations() - describedOperations(document)), QStringList());
}

void TestOpenApi::saysWhichNeedNoKey()
{
    const QJsonObject paths = openApiDocument().value("paths"_L1).toObject();
    const QList<Mount> mounts = builtInMounts();
    for (const Mount &mount : mounts) {
        for (const PathRoute &route : mount.routes) {
            const QString path = mount.prefixes.constFirst() + route.pattern;
            const QJsonObject operations = paths.value(path).toObject();
            for (const QJsonValue &operation : operations) {
                QVERIFY2(operation.toObject().contains("security"_L1) != route.needsKey, qPrintable(path));
            }
        }
    }
}

void TestOpenApi::ask(GatewayRig &rig, const QByteArray &method, const QString &described, const QByteArray &path,
                      const QByteArray &body, const QByteArray &headers)
{
    const RawAnswer answer = rig.ask(rig.request(method, path, body, headers));
    m_answers.append(QJsonObject {{u"method"_s, QString::fromLatin1(method)},
                                  {u"path"_s, described},
                                  {u"status"_s, answer.status},
                                  {u"type"_s, QString::fromLatin1(answer.header("Content-Type"))},
                                  {u"body"_s, QString::fromUtf8(answer.body)}});
}

void TestOpenApi::realAnswersAreAsDescribed()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty()) {
        QSKIP("needs python3 with jsonschema");
    }
    GatewayRig rig;
    GatewayOptions options;
    options.storesResponses = true;
    rig.start(options);
    const QByteArray wish = QJsonDocument(GatewayRig::wish()).toJson(QJsonDocument::Compact);
    const QString generations = u"/v1/images/generations"_s;
    ask(rig, "GET", u"/"_s, "/");
    ask(rig, "GET", u"/healthz"_s, "/healthz");
    ask(rig, "GET", u"/metrics"_s, "/metrics");
    ask(rig, "GET", u"/openapi.json"_s, "/openapi.json");
    ask(rig, "GET", u"/v1/models"_s, "/v1/models");
    ask(rig, "GET", u"/v1/models/{name}"_s, "/v1/models/toy");
    ask(rig, "GET", u"/v1/models/{name}"_s, "/v1/models/toy?schema=true");
    ask(rig, "GET", u"/v1/models/{name}"_s, "/v1/models/nothing-like-it");
    ask(rig, "GET", u"/v1/files/{name}"_s, "/v1/files/nothing.png");
    ask(rig, "POST", generations, "/v1/images/generations", wish);
    ask(rig, "POST", generations, "/v1/images/generations?dryRun=true", wish);
    ask(rig, "POST", generations, "/v1/images/generations", wish, "Prefer: respond-async\r\n");
    QCOMPARE(m_answers.last().toObject().value("status"_L1).toInt(), 202);
    ask(rig, "POST", generations, "/v1/images/generations", wish, "X-Lightwell-Replay: mock\r\n");
    ask(rig, "POST", generations, "/v1/images/generations", "{}");
    ask(rig, "POST", generations, "/v1/images/generations", wish, "Authorization: Bearer wrong\r\n");
    ask(rig, "POST", generations, "/v1/images/generations", wish, "Content-Type: text/plain\r\n");
    ask(rig, "POST", u"/v1/images/edits"_s, "/v1/images/edits", wish);
    ask(rig, "POST", u"/v1/images/variations"_s, "/v1/images/variations", wish);
    const QByteArray id = await(rig.rig.journal->list(1))->first().id.toLatin1();
    ask(rig, "GET", u"/v1/requests"_s, "/v1/requests?summary=true");
    ask(rig, "GET", u"/v1/requests"_s, "/v1/requests?limit=no");
    ask(rig, "GET", u"/v1/requests/{id}"_s, "/v1/requests/" + id);
    ask(rig, "GET", u"/v1/requests/{id}"_s, "/v1/requests/none");
    ask(rig, "GET", u"/v1/jobs/{id}"_s, "/v1/jobs/" + id);
    ask(rig, "DELETE", u"/v1/requests/{id}/payloads"_s, "/v1/requests/" + id + "/payloads");
    ask(rig, "GET", u"/v1/balance"_s, "/v1/balance");
    ask(rig, "GET", u"/v1/keys"_s, "/v1/keys");
    ask(rig, "GET", u"/v1/webhooks/secret"_s, "/v1/webhooks/secret");
    ask(rig, "POST", u"/v1/chat/completions"_s, "/v1/chat/completions", R"({"model": "none", "messages": []})");
    const QByteArray drawn = R"({"model": "toy", "input": "a boat", "tools": [{"type": "image_generation"}]})";
    ask(rig, "POST", u"/v1/responses"_s, "/v1/responses", drawn);
    QCOMPARE(m_answers.last().toObject().value("status"_L1).toInt(), 200);
    const QJsonObject response =
        QJsonDocument::fromJson(m_answers.last().toObject().value("body"_L1).toString().toUtf8()).object();
    const QByteArray kept = "/v1/responses/" + response.value("id"_L1).toString().toLatin1();
    ask(rig, "GET", u"/v1/responses/{id}"_s, kept);
    ask(rig, "GET", u"/v1/responses/{id}/input_items"_s, kept + "/input_items");
    ask(rig, "GET", u"/v1/responses/{id}/input_items"_s, kept + "/input_items?limit=0");
    ask(rig, "DELETE", u"/v1/responses/{id}"_s, kept);
    ask(rig, "GET", u"/v1/responses/{id}"_s, kept);
    ask(rig, "DELETE", u"/v1/responses/{id}"_s, kept);
    ask(rig, "POST", u"/v1/responses"_s, "/v1/responses",
        R"({"model": "toy", "input": "a boat", "previous_response_id": "resp_none"})");
    ask(rig, "POST", u"/mcp"_s, "/mcp", R"({"jsonrpc": "2.0", "id": 1, "method": "ping"})");
    ask(rig, "POST", u"/mcp"_s, "/mcp", R"({"jsonrpc": "1.0"})");
    ask(rig, "POST", u"/mcp"_s, "/mcp", R"({"jsonrpc": "2.0", "id": 1, "method": "ping"})", "Mcp-Session-Id: no\r\n");
    ask(rig, "DELETE", u"/mcp"_s, "/mcp");
    ask(rig, "DELETE", u"/mcp"_s, "/mcp", {}, "Mcp-Session-Id: no\r\n");
    ask(rig, "POST", u"/api/v1/images"_s, "/api/v1/images", wish);
    ask(rig, "POST", u"/api/v1/images"_s, "/api/v1/images", R"({"model": "none", "prompt": "x"})");
    ask(rig, "POST", u"/api/v1/images"_s, "/api/v1/images", wish, "Prefer: respond-async\r\n");
    QCOMPARE(m_answers.last().toObject().value("status"_L1).toInt(), 202);
    for (const QByteArray &path :
         {"/api/v1/models"_ba, "/api/v1/models/count"_ba, "/api/v1/images/models"_ba, "/api/v1/key"_ba,
          "/api/v1/auth/key"_ba, "/api/v1/credits"_ba, "/api/v1/activity"_ba}) {
        ask(rig, "GET", QString::fromLatin1(path), path);
    }
    const QByteArray manager =
        "Authorization: Bearer " + await(rig.clients.add(u"manager"_s, {}, KeyScope::Management))->key + "\r\n";
    const QString keys = u"/api/v1/keys"_s;
    ask(rig, "GET", keys, "/api/v1/keys"); // with a program's
    ask(rig, "POST", keys, "/api/v1/keys", R"({"name": "new", "limit": 2, "limit_reset": "weekly"})", manager);
    QCOMPARE(m_answers.last().toObject().value("status"_L1).toInt(), 201);
    ask(rig, "POST", keys, "/api/v1/keys", R"({"limti": 2})", manager);
    ask(rig, "GET", keys, "/api/v1/keys", {}, manager);
    const QByteArray hash = QCryptographicHash::hash(rig.key, QCryptographicHash::Sha256).toHex();
    ask(rig, "GET", keys + u"/{hash}"_s, "/api/v1/keys/" + hash, {}, manager);
    ask(rig, "GET", keys + u"/{hash}"_s, "/api/v1/keys/none", {}, manager);
    ask(rig, "PATCH", keys + u"/{hash}"_s, "/api/v1/keys/" + hash, R"({"name": "renamed"})", manager);
    const Client other = await(rig.clients.add(u"other"_s))->client;
    ask(rig, "DELETE", keys + u"/{hash}"_s, "/api/v1/keys/" + other.keyHash.toHex(), {}, manager);
    const Presets presets = readPresets(R"({"presets": [{"slug": "boats", "config": {"model": "toy"}}]})");
    rig.gateway.setPresets(presets);
    ask(rig, "GET", u"/api/v1/presets"_s, "/api/v1/presets");
    ask(rig, "GET", u"/api/v1/presets"_s, "/api/v1/presets?limit=no");
    ask(rig, "GET", u"/api/v1/presets/{slug}"_s, "/api/v1/presets/boats");
    ask(rig, "GET", u"/api/v1/presets/{slug}"_s, "/api/v1/presets/ships");
    ask(rig, "GET", u"/api/v1/generation"_s, "/api/v1/generation?id=" + id);
    ask(rig, "GET", u"/api/v1/model/{name}"_s, "/api/v1/model/toy");
    ask(rig, "GET", u"/api/v1/models/{name}/endpoints"_s, "/api/v1/models/toy/endpoints");
    ask(rig, "GET", u"/api/v1/images/models/{name}/endpoints"_s, "/api/v1/images/models/toy/endpoints");
    rig.vendor().submitScript = {Reply::json({}, 503)};
    ask(rig, "POST", generations, "/v1/images/generations", wish);
    QJsonArray schemas;
    const QList<Model> models = Catalog::builtIn().models();
    for (const Model &model : models) {
        for (const Offer &offer : model.offers) {
            schemas.append(openai::offerSchema(offer));
        }
    }
    const QJsonObject input {{u"document"_s, openApiDocument()}, {u"answers"_s, m_answers}, {u"schemas"_s, schemas}};
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

void TestOpenApi::schemasKnowWhatAnOfferTakes()
{
    Offer offer = toyOffer(u"toy"_s, u"alpha"_s, 10);
    offer.sizes = SizeList {{QSize(1024, 1024), QSize(1536, 1024)}};
    offer.autoSize = true;
    offer.fields.insert(u"quality"_s, u"quality"_s);
    offer.qualities = {u"low"_s, u"high"_s};
    offer.fields.insert(u"steps"_s, u"steps"_s);
    offer.wire.ranges.insert(u"steps"_s, {4, 12});
    offer.fields.insert(u"moderation"_s, u"safety"_s);
    offer.wire.values.insert(u"moderation"_s, {{u"auto"_s, 2}, {u"low"_s, 6}});
    offer.maxPerCall = 4;
    offer.maxPromptLength = 300;
    offer.wire.ownFields = {u"canvas"_s};
    offer.wire.required = {u"canvas"_s};
    const QJsonObject schema = openai::offerSchema(offer);
    const QJsonObject fields = schema.value("properties"_L1).toObject();
    QCOMPARE(fields["size"_L1]["enum"_L1].toArray(), QJsonArray({u"1024x1024"_s, u"1536x1024"_s, u"auto"_s}));
    QCOMPARE(fields["quality"_L1]["enum"_L1].toArray(), QJsonArray({u"low"_s, u"high"_s}));
    QCOMPARE(fields["steps"_L1]["minimum"_L1].toInt(), 4);
    QCOMPARE(fields["steps"_L1]["maximum"_L1].toInt(), 12);
    QCOMPARE(fields["moderation"_L1]["enum"_L1].toArray(), QJsonArray({u"auto"_s, u"low"_s}));
    QCOMPARE(fields["n"_L1]["maximum"_L1].toInt(), 4);
    QCOMPARE(fields["prompt"_L1]["maxLength"_L1].toInt(), 300);
    QVERIFY(fields.contains("canvas"_L1));
    QVERIFY(schema.value("required"_L1).toArray().contains(u"canvas"_s));
    QVERIFY(!fields.contains("mask"_L1));
    SizeRatios ratios;
    ratios.ratios = {AspectRatio {1, 1}, AspectRatio {16, 9}};
    ratios.tiers = {ResolutionTier::OneK, ResolutionTier::TwoK};
    offer.sizes = ratios;
    const QJsonObject others = openai::offerSchema(offer).value("properties"_L1).toObject();
    QCOMPARE(others["aspect_ratio"_L1]["enum"_L1].toArray(), QJsonArray({u"1:1"_s, u"16:9"_s, u"auto"_s}));
    QCOMPARE(others["resolution"_L1]["enum"_L1].toArray(), QJsonArray({u"1K"_s, u"2K"_s}));
    QVERIFY(!others.contains("size"_L1));
}

void TestOpenApi::schemaOfOneOffer()
{
    GatewayRig rig({toyOffer(u"toy"_s, u"alpha"_s, 10), toyOffer(u"toy"_s, u"beta"_s, 20)});
    rig.start();
    const auto offersAt = [&rig](const QByteArray &path) {
        return rig.ask(rig.request("GET", path)).json().value("offers"_L1).toArray();
    };
    QCOMPARE(offersAt("/v1/models/toy?schema=true").size(), 2);
    const QJsonArray one = offersAt("/v1/models/beta/toy?schema=true");
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.first().toObject().value("offer"_L1).toString(), u"beta/toy"_s);
    QVERIFY(offersAt("/v1/models/toy").isEmpty());
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "test_openapi.moc"
