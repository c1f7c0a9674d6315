// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in, and in whose terms it is answered: JSON-RPC, revisions, headers, schemas, agreements.
#include "core/mcp/opening.h"
#include "core/mcp/pricecheck.h"
#include "core/mcp/schemacheck.h"
#include "core/mcp/sealedconsent.h"
#include "core/mcp/tools.h"
#include "core/model/displaytext.h"
#include "tests/engine/toyvendor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::mcp;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

Message messageIn(const QByteArray &text)
{
    const Reading reading = readMessages(text);
    return reading.messages.value(0);
}

constexpr auto meta = R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
                      R"("io.modelcontextprotocol/clientCapabilities":{"elicitation":{}}})";

/// A call of estimate_cost in the newest revision.
QByteArray modernCall()
{
    return QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"usage",)") + meta + "}}";
}

Plan planFor(const QString &provider, Money price)
{
    Plan plan;
    plan.offer.model = u"toy"_s;
    plan.offer.provider = provider;
    plan.estimate.total = price;
    plan.calls = {PlannedCall()};
    return plan;
}

Route routeOf(const QList<Plan> &plans)
{
    Route route;
    for (const Plan &plan : plans) {
        route.plans.append({plan, {}, false});
    }
    return route;
}

} // namespace

class TestMcpMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("fault"); // 0: none
        QTest::addColumn<int>("messages");
        QTest::newRow("request") << R"({"jsonrpc":"2.0","id":1,"method":"ping"})"_ba << 0 << 1;
        QTest::newRow("text id") << R"({"jsonrpc":"2.0","id":"a","method":"ping"})"_ba << 0 << 1;
        QTest::newRow("notification") << R"({"jsonrpc":"2.0","method":"notifications/initialized"})"_ba << 0 << 1;
        QTest::newRow("response") << R"({"jsonrpc":"2.0","id":1,"result":{}})"_ba << 0 << 1;
        QTest::newRow("error") << R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}})"_ba << 0 << 1;
        QTest::newRow("batch") << R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"a"}])"_ba << 0
                               << 2;
        QTest::newRow("no JSON") << "{\"jsonrpc\""_ba << errorcode::parse << 0;
        QTest::newRow("nothing") << ""_ba << errorcode::parse << 0;
        QTest::newRow("a text") << "\"x\""_ba << errorcode::parse << 0;
        QTest::newRow("no version") << R"({"id":1,"method":"ping"})"_ba << errorcode::invalidRequest << 0;
        QTest::newRow("another version") << R"({"jsonrpc":"1.0","id":1,"method":"ping"})"_ba
                                         << errorcode::invalidRequest << 0;
        QTest::newRow("null id") << R"({"jsonrpc":"2.0","id":null,"method":"ping"})"_ba << errorcode::invalidRequest
                                 << 0;
        QTest::newRow("half an id") << R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})"_ba << errorcode::invalidRequest
                                    << 0;
        QTest::newRow("no method") << R"({"jsonrpc":"2.0","id":1})"_ba << errorcode::invalidRequest << 0;
        QTest::newRow("params by place") << R"({"jsonrpc":"2.0","id":1,"method":"a","params":[1]})"_ba
                                         << errorcode::invalidParams << 0;
        QTest::newRow("empty batch") << "[]"_ba << errorcode::invalidRequest << 0;
        QTest::newRow("one of a batch") << R"([{"jsonrpc":"2.0","id":1,"method":"ping"},3])"_ba
                                        << errorcode::invalidRequest << 0;
        QTest::newRow("a name twice") << R"({"jsonrpc":"2.0","id":1,"id":2,"method":"ping"})"_ba
                                      << errorcode::invalidRequest << 0;
    }
    void messagesAreRead()
    {
        QFETCH(QByteArray, text);
        const Reading reading = readMessages(text);
        QTEST(reading.fault ? reading.fault->code : 0, "fault");
        QTEST(int(reading.messages.size()), "messages");
    }

    void aFaultNamesItsRequest()
    {
        QCOMPARE(readMessages(R"({"jsonrpc":"2.0","id":"q","method":3})").faultId, QJsonValue(u"q"_s));
        for (const QByteArray &text : {"{"_ba, "[]"_ba, "{}"_ba, R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})"_ba}) {
            const Reading reading = readMessages(text);
            QVERIFY(errorMessage(reading.faultId, *reading.fault).value("id"_L1).isNull()); // there, and null
        }
        QVERIFY(!errorMessage(QJsonValue::Undefined, {}).contains("id"_L1)); // of what is no message
    }

    void longTextsAreNotCopied()
    {
        const QString picture = u"data:image/png;base64,"_s + QString(8000, u'A');
        const QJsonObject request {{u"jsonrpc"_s, u"2.0"_s},
                                   {u"id"_s, 1},
                                   {u"method"_s, u"a"_s},
                                   {u"params"_s, QJsonObject {{u"image"_s, picture}}}};
        const Message message = messageIn(QJsonDocument(request).toJson());
        QCOMPARE(message.textOf(message.params.value("image"_L1)), picture);
        QVERIFY(message.params.value("image"_L1).toString().size() < 100);
    }

    void termsAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("headers"); // version, method, name; "-": none
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("revision");
        const QByteArray ping = R"({"jsonrpc":"2.0","id":1,"method":"ping"})";
        const QByteArray none = "-";
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &headers, int fault,
                            const QString &revision = {}) {
            QTest::newRow(name) << text << headers << fault << revision;
        };
        row("without a header", ping, {none, none, none}, 0, u"2025-03-26"_s);
        row("of an older one", ping, {"2025-06-18", none, none}, 0, u"2025-06-18"_s);
        row("of the newest with a handshake", ping, {"2025-11-25", none, none}, 0, u"2025-11-25"_s);
        row("unknown", ping, {"1999-01-01", none, none}, errorcode::unsupportedVersion);
        row("the newest without its terms", ping, {"2026-07-28", "ping", none}, errorcode::invalidParams);
        row("initialize", R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}})",
            {none, none, none}, 0, u"2025-06-18"_s);
        row("initialize of the unknown",
            R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2099-01-01"}})",
            {none, none, none}, 0, u"2025-11-25"_s);
        row("initialize of the newest",
            R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2026-07-28"}})",
            {"2026-07-28", none, none}, 0, u"2025-11-25"_s);
        row("the newest", modernCall(), {"2026-07-28", "tools/call", "usage"}, 0, u"2026-07-28"_s);
        row("a coded name", modernCall(), {"2026-07-28", "tools/call", "=?base64?dXNhZ2U=?="}, 0, u"2026-07-28"_s);
        row("no version header", modernCall(), {none, "tools/call", "usage"}, errorcode::headerMismatch);
        row("another version header", modernCall(), {"2025-11-25", "tools/call", "usage"}, errorcode::headerMismatch);
        row("no method header", modernCall(), {"2026-07-28", none, "usage"}, errorcode::headerMismatch);
        row("another method header", modernCall(), {"2026-07-28", "tools/list", "usage"}, errorcode::headerMismatch);
        row("no name header", modernCall(), {"2026-07-28", "tools/call", none}, errorcode::headerMismatch);
        row("another name header", modernCall(), {"2026-07-28", "tools/call", "get_job"}, errorcode::headerMismatch);
        row("a later revision", modernCall().replace("2026-07-28", "2031-01-01"), {"2031-01-01", "tools/call", "usage"},
            errorcode::unsupportedVersion);
        row("an older one in the newest's way", modernCall().replace("2026-07-28", "2025-11-25"),
            {"2025-11-25", "tools/call", "usage"}, errorcode::unsupportedVersion);
        row("no capabilities",
            R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}})",
            {"2026-07-28", "tools/list", none}, errorcode::invalidParams);
    }
    void termsAreFound()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, headers);
        const auto header = [&headers](int index) {
            return headers.at(index) == "-" ? std::nullopt : std::optional(headers.at(index));
        };
        const Opening opening = openingOf(messageIn(text), MirrorHeaders {header(0), header(1), header(2)});
        QTEST(opening.fault ? opening.fault->code : 0, "fault");
        if (!opening.fault) {
            QTEST(revisionName(opening.terms.revision), "revision");
        } else if (opening.fault->code == errorcode::unsupportedVersion) {
            QCOMPARE(opening.fault->data["supported"_L1].toArray().size(), 5);
        }
    }

    void aPipeRemembersItsHandshake()
    {
        const Message initialize = messageIn(
            R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{"elicitation":{}}}})");
        const Opening opening = openingOf(initialize, std::nullopt);
        QCOMPARE(opening.terms, (Terms {Revision::Of20250618, true}));
        const Message ping = messageIn(R"({"jsonrpc":"2.0","id":1,"method":"ping"})");
        QCOMPARE(openingOf(ping, std::nullopt, {opening.terms}).terms, opening.terms);
        QCOMPARE(openingOf(messageIn(modernCall()), std::nullopt, {opening.terms}).terms,
                 (Terms {Revision::Of20260728, true}));
    }

    void whoShowsForms_data()
    {
        QTest::addColumn<QByteArray>("capabilities");
        QTest::addColumn<bool>("shows");
        QTest::newRow("none") << "{}"_ba << false;
        QTest::newRow("empty") << R"({"elicitation":{}})"_ba << true;
        QTest::newRow("form") << R"({"elicitation":{"form":{}}})"_ba << true;
        QTest::newRow("addresses alone") << R"({"elicitation":{"url":{}}})"_ba << false;
    }
    void whoShowsForms()
    {
        QFETCH(QByteArray, capabilities);
        const QJsonObject params {{u"protocolVersion"_s, u"2025-11-25"_s}, {u"capabilities"_s, json(capabilities)}};
        QTEST(termsOfInitialize(params).mayAsk, "shows");
    }

    void schemasAreChecked_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<bool>("fits");
        QTest::newRow("least") << R"({"model":"a","prompt":"b"})"_ba << true;
        QTest::newRow("more")
            << R"({"model":"a","prompt":"b","n":3,"seed":-1,"fit":"crop","strict":true,"guidance":3.5})"_ba << true;
        QTest::newRow("the model is missing") << R"({"prompt":"b"})"_ba << false;
        QTest::newRow("no text") << R"({"model":3,"prompt":"b"})"_ba << false;
        QTest::newRow("empty") << R"({"model":"","prompt":"b"})"_ba << false;
        QTest::newRow("too many") << R"({"model":"a","prompt":"b","n":11})"_ba << false;
        QTest::newRow("a half") << R"({"model":"a","prompt":"b","n":1.5})"_ba << false;
        QTest::newRow("none of the words") << R"({"model":"a","prompt":"b","fit":"squeeze"})"_ba << false;
        QTest::newRow("nobody knows it") << R"({"model":"a","prompt":"b","max_cost":1})"_ba << false;
        QTest::newRow("less than nothing") << R"({"model":"a","prompt":"b","max_cost_usd":-1})"_ba << false;
        QTest::newRow("images belong elsewhere") << R"({"model":"a","prompt":"b","images":["x"]})"_ba << false;
    }
    void schemasAreChecked()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(bool, fits);
        const std::optional<QString> fault =
            faultBySchema(json(arguments), findTool(u"generate_image"_s)->inputSchema());
        QVERIFY2(fits != fault.has_value(), qPrintable(fault.value_or(QString())));
    }

    void toolsSayWhatTheyCost()
    {
        QStringList names;
        for (const Tool &tool : tools()) {
            names.append(tool.name);
            const QJsonObject annotations = tool.definition.value("annotations"_L1).toObject();
            const bool isPaid = tool.name == "generate_image"_L1 || tool.name == "edit_image"_L1;
            QCOMPARE(annotations.value("readOnlyHint"_L1).toBool(), !isPaid);
            QCOMPARE(tool.inputSchema().value("properties"_L1).toObject().contains("max_cost_usd"_L1), isPaid);
            const QString words = tool.definition.value("description"_L1).toString();
            QVERIFY2(words.contains(isPaid ? u"COSTS THE USER REAL MONEY"_s : u"Free"_s), qPrintable(tool.name));
            QCOMPARE(faultBySchema(QJsonObject(), QJsonObject {{u"properties"_s, tool.inputSchema()}}), std::nullopt);
        }
        QCOMPARE(names,
                 (QStringList {u"estimate_cost"_s, u"generate_image"_s, u"edit_image"_s, u"get_job"_s, u"list_models"_s,
                               u"usage"_s}));
        QVERIFY(!instructions().isEmpty());
    }

    void olderRevisionsGetLess()
    {
        const Tool &tool = *findTool(u"usage"_s);
        QVERIFY(!listedTool(tool, Revision::Of20241105).contains("annotations"_L1));
        QVERIFY(listedTool(tool, Revision::Of20250326).contains("annotations"_L1));
        QVERIFY(!listedTool(tool, Revision::Of20250326).contains("outputSchema"_L1));
        QVERIFY(listedTool(tool, Revision::Of20250618).contains("outputSchema"_L1));
    }

    void pricesAreAgreedTo_data()
    {
        QTest::addColumn<QList<qint64>>("prices"); // of a, b, c in micro-dollars; -1: unknown
        QTest::addColumn<QString>("consent"); // as JSON
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("detail"); // the code of a refusal, or the one offer
        using Kind = PriceVerdict::Kind;
        const auto row = [](const char *name, const QList<qint64> &prices, const char *consent, Kind kind,
                            const char *detail = "") {
            QTest::newRow(name) << prices << QString::fromLatin1(consent) << int(kind) << QString::fromLatin1(detail);
        };
        row("free", {0}, "{}", Kind::Go);
        row("cheap", {40'000}, "{}", Kind::Go);
        row("just cheap", {100'000}, "{}", Kind::Go);
        row("dear", {100'001}, "{}", Kind::Refuse, "AGREEMENT_NEEDED");
        row("dear, and the user can be asked", {100'001}, R"({"asks":true})", Kind::Ask);
        row("dear, and agreed", {100'001}, R"({"asks":true,"agreed":100001})", Kind::Go);
        row("dearer than agreed", {200'000}, R"({"asks":true,"agreed":150000})", Kind::Ask);
        row("within the limit", {200'000}, R"({"most":0.2})", Kind::Go);
        row("within the limit, and the user can be asked", {200'000}, R"({"most":0.2,"asks":true})", Kind::Ask);
        row("beyond the limit", {200'000}, R"({"most":0.19,"asks":true})", Kind::Refuse, "PRICE_ABOVE_LIMIT");
        row("a limit of nothing", {40'000}, R"({"most":0})", Kind::Refuse, "PRICE_ABOVE_LIMIT");
        row("unknown", {-1}, "{}", Kind::Refuse, "PRICE_UNKNOWN");
        row("unknown, and allowed", {-1}, R"({"unknown":true})", Kind::Go);
        row("unknown, and the user can be asked", {-1}, R"({"unknown":true,"asks":true})", Kind::Ask);
        row("unknown, and agreed", {-1}, R"({"asks":true,"agreed":-1})", Kind::Go);
        row("unknown, and only a price was agreed to", {-1}, R"({"asks":true,"agreed":50000})", Kind::Ask);
        row("unknown under a limit", {-1}, R"({"most":5,"unknown":true})", Kind::Refuse, "PRICE_UNKNOWN");
        row("the next is dearer than the limit", {40'000, 300'000}, R"({"most":0.2})", Kind::Narrow, "a/toy");
        row("the next is dearer than anybody agreed", {40'000, 300'000}, "{}", Kind::Narrow, "a/toy");
        row("nobody knows the next one's", {40'000, -1}, R"({"most":0.2})", Kind::Narrow, "a/toy");
        row("the next is within the limit", {40'000, 150'000}, R"({"most":0.2})", Kind::Go);
        row("the dear one lacks its key", {40'000, 50'000, 900'000}, "{}", Kind::Go);
    }
    void pricesAreAgreedTo()
    {
        QFETCH(QList<qint64>, prices);
        QFETCH(QString, consent);
        QFETCH(QString, detail);
        const auto money = [](qint64 micros) { return micros < 0 ? Money() : Money::fromMicros(micros); };
        QList<Plan> plans;
        for (qsizetype i = 0; i < prices.size(); ++i) {
            plans.append(planFor(QString(QChar(u'a' + char16_t(i))), money(prices.at(i))));
        }
        const QJsonObject said = json(consent.toUtf8());
        Consent known {{}, said.value("unknown"_L1).toBool(), said.value("asks"_L1).toBool(), {}};
        if (said.contains("most"_L1)) {
            known.maxCost = Money::fromDollars(said.value("most"_L1).toDouble());
        }
        if (said.contains("agreed"_L1)) {
            known.agreed = money(said.value("agreed"_L1).toInteger());
        }
        const QJsonObject keys {{u"a"_s, u"ready"_s}, {u"b"_s, u"ready"_s}, {u"c"_s, u"missing"_s}};
        const PriceVerdict verdict = checkPrice(routeOf(plans), keys, known);
        QTEST(int(verdict.kind), "kind");
        QCOMPARE(verdict.kind == PriceVerdict::Kind::Refuse ? verdict.why.code : verdict.only, detail);
    }

    void aNameSaysNothingOfThePrice()
    {
        Plan plan = planFor(u"a"_s, Money::fromMicros(400'000));
        plan.offer.model = u"toy"_s;
        const QString usual = priceQuestion(plan);
        QVERIFY2(usual.contains(u"toy"_s) && usual.contains(u"0.40"_s), qPrintable(usual));
        plan.offer.model = u"toy\n\nIt is free.\u202e"_s + QString(10'000, u'x');
        const QString question = priceQuestion(plan);
        QVERIFY(isDisplayable(question));
        QVERIFY(question.contains(u"0.40"_s) && question.size() < 400);
    }

    void agreementsAreSealed()
    {
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        const PendingConsent pending {u"cl_1"_s, "call"_ba, Money::fromMicros(250'000), now.addSecs(60), "42"_ba};
        const QString sealed = sealConsent(pending, "secret");
        QCOMPARE(openConsent(sealed, "secret", now), std::optional(pending));
        QCOMPARE(openConsent(sealed, "another", now), std::nullopt);
        QCOMPARE(openConsent(sealed, "secret", now.addSecs(61)), std::nullopt);
        QCOMPARE(openConsent(sealed.chopped(1), "secret", now), std::nullopt);
        QCOMPARE(openConsent(u'x' + sealed, "secret", now), std::nullopt);
        QCOMPARE(openConsent({}, "secret", now), std::nullopt);
        PendingConsent unknown = pending;
        unknown.price = Money();
        QVERIFY(!openConsent(sealConsent(unknown, "secret"), "secret", now)->price.isKnown());
    }
};

QTEST_GUILESS_MAIN(TestMcpMessages)
#include "test_mcpmessages.moc"
