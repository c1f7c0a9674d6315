// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenRouter's server tool for images: what is tried and paid for, and what is told where it fails.
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace lightwell::test::servertool;
using namespace Qt::StringLiterals;

class TestOpenRouterImageToolMoney : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerToolRig> m_rig;

    [[nodiscard]] RawAnswer ask(const QJsonObject &body, const QByteArray &headers = {},
                                const QByteArray &query = {}) const
    {
        return m_rig->chat(body, headers, query);
    }
    [[nodiscard]] QList<Received> asked() const { return m_rig->alpha.calls(); }

private Q_SLOTS:
    void init() { m_rig = std::make_unique<ServerToolRig>(); }
    void cleanup() { m_rig.reset(); }

    void picturesAreBounded_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<int>("made");
        const auto stops = [](const QJsonArray &conditions) {
            return QJsonObject {{u"stop_server_tools_when"_s, conditions}, {u"max_tool_calls"_s, 1}};
        };
        const auto steps = [](int count) {
            return QJsonObject {{u"type"_s, u"step_count_is"_s}, {u"step_count"_s, count}};
        };
        const auto cost = [](double dollars) {
            return QJsonObject {{u"type"_s, u"max_cost"_s}, {u"max_cost_in_dollars"_s, dollars}};
        };
        QTest::newRow("of itself") << QJsonObject() << 4;
        QTest::newRow("as asked") << QJsonObject {{u"max_tool_calls"_s, 2}} << 2;
        QTest::newRow("more than are made") << QJsonObject {{u"max_tool_calls"_s, 30}} << 10;
        QTest::newRow("steps") << stops({steps(5), steps(3)}) << 3;
        QTest::newRow("money") << stops({cost(0.05)}) << 2; // three cents each
        QTest::newRow("whichever is first") << stops({steps(3), cost(0.001)}) << 1;
    }
    void picturesAreBounded()
    {
        QFETCH(QJsonObject, fields);
        QFETCH(int, made);
        const RawAnswer answer = ask(wish(u"draw a boat again and again"_s, fields));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(messageOf(answer).value("images"_L1).toArray().size(), made);
        QCOMPARE(choiceOf(answer).value("finish_reason"_L1).toString(), u"stop"_s);
        QCOMPARE(m_rig->painter().billed, made);
        QCOMPARE(asked().size(), made + 1);
        QCOMPARE(asked().last().json()["tool_choice"_L1].toString(), u"none"_s);
        QVERIFY(!asked().last().json().contains("stop_server_tools_when"_L1));
    }

    /// Only one is delivered.
    void aVendorsWordForSeveralPicturesMakesOne_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::newRow("called for by a model") << QJsonObject();
        QTest::newRow("asked for at once") << forced();
    }
    void aVendorsWordForSeveralPicturesMakesOne()
    {
        QFETCH(QJsonObject, fields);
        const RawAnswer answer = ask(wish(u"draw a boat"_s, fields, {{u"num_images"_s, 4}}));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(messageOf(answer).value("images"_L1).toArray().size(), 1);
        QCOMPARE(m_rig->painter().billed, 1);
    }

    /// Each turn costs.
    void aModelThatHeedsNoBoundIsAskedNoMore()
    {
        m_rig->alpha.script(u"chat"_s, calling({u"image_generation"_s}), 5);
        const RawAnswer answer = ask(wish(u"draw"_s, {{u"max_tool_calls"_s, 1}}));
        QCOMPARE(answer.status, 200);
        QCOMPARE(asked().size(), 2);
        QCOMPARE(m_rig->painter().billed, 1);
        QCOMPARE(choiceOf(answer).value("finish_reason"_L1).toString(), u"stop"_s);
        QVERIFY(!messageOf(answer).contains("tool_calls"_L1));
        QCOMPARE(messageOf(answer).value("content"_L1).toString(), u"Wait.\n\nWait."_s);
        QCOMPARE(answer.json()["usage"_L1]["total_tokens"_L1].toInt(), 30);
        QCOMPARE(toolUse(answer.json()), (QJsonObject {{u"tool_calls_requested"_s, 2}, {u"tool_calls_executed"_s, 1}}));
    }

    /// Each call is answered in the next turn, and what goes in there costs.
    void callsWithoutEndAreFew()
    {
        m_rig->alpha.script(u"chat"_s, calling(QStringList(5000, u"image_generation"_s)), 1);
        const RawAnswer answer = ask(wish(u"draw"_s));
        QCOMPARE(answer.status, 200);
        QCOMPARE(m_rig->painter().billed, 4);
        QCOMPARE(asked().size(), 2);
        const QJsonArray messages = asked().last().json().value("messages"_L1).toArray();
        QCOMPARE(messages.size(), 1 + 1 + 128); // the user's, the model's with its calls, and how each of them went
        QCOMPARE(messages.at(1)["tool_calls"_L1].toArray().size(), 128);
    }

    /// The client's own word holds from the first turn on.
    void aToolThatMayNotBeCalledDrawsNothing()
    {
        m_rig->alpha.script(u"chat"_s, calling({u"image_generation"_s}), 5);
        const RawAnswer answer = ask(wish(u"draw"_s, {{u"tool_choice"_s, u"none"_s}}));
        QCOMPARE(answer.status, 200);
        QCOMPARE(asked().size(), 1);
        QCOMPARE(asked().first().json()["tool_choice"_L1].toString(), u"none"_s);
        QCOMPARE(m_rig->painter().billed, 0);
        QVERIFY(!messageOf(answer).contains("images"_L1));
    }

    void aRefusedPictureIsTold()
    {
        m_rig->painter().submitScript = {Reply::json({{u"error"_s, u"no"_s}}, 400)};
        const RawAnswer answer = ask(wish(u"draw a boat"_s));
        QCOMPARE(answer.status, 200);
        QVERIFY(!messageOf(answer).contains("images"_L1));
        QCOMPARE(toldOf(answer).value("status"_L1).toString(), u"failed"_s);
        QVERIFY(toldOf(answer)["error"_L1]["code"_L1].toInt() >= 400);
        QCOMPARE(toolUse(answer.json()).value("tool_calls_executed"_L1).toInt(-1), 0);
        QCOMPARE(asked().size(), 2); // the model may say so
        QVERIFY(asked().last().body.contains("error"));
        // Asked for directly, it is an error like that of any picture.
        m_rig->painter().submitScript = {Reply::json({{u"error"_s, u"no"_s}}, 400)};
        const RawAnswer alone = ask(wish(u"a boat"_s, forced()));
        QVERIFY(alone.status >= 400);
        QCOMPARE(alone.json()["error"_L1]["code"_L1].toInt(), alone.status);
    }

    /// The model is not told, since it would try again.
    void anUnknownPictureEndsIt()
    {
        m_rig->painter().afterAccepting = [] { return Reply::drop(); };
        const RawAnswer answer = ask(wish(u"draw a boat again and again"_s));
        QCOMPARE(answer.status, 200);
        QCOMPARE(choiceOf(answer).value("finish_reason"_L1).toString(), u"error"_s);
        QCOMPARE(choiceOf(answer)["error"_L1]["metadata"_L1]["may_be_billed"_L1].toBool(), true);
        QCOMPARE(toldOf(answer).value("status"_L1).toString(), u"failed"_s);
        QVERIFY(!answer.json().value("usage"_L1).toObject().contains("cost"_L1));
        QCOMPARE(answer.header("X-Lightwell-Cost"), "unknown"_ba);
        QCOMPARE(asked().size(), 1);
        QCOMPARE(m_rig->painter().billed, 1);
        QCOMPARE(m_rig->usage().unknown, 1);
    }

    void aPictureIsDeliveredWhateverFollows()
    {
        m_rig->alpha.script(u"chat"_s, calling({u"image_generation"_s}));
        m_rig->alpha.script(u"chat"_s, Reply::json({}, 500));
        const RawAnswer answer = ask(wish(u"draw a boat"_s));
        QCOMPARE(answer.status, 200);
        QCOMPARE(messageOf(answer).value("images"_L1).toArray().size(), 1);
        QCOMPARE(choiceOf(answer).value("finish_reason"_L1).toString(), u"error"_s);
        QVERIFY(choiceOf(answer)["error"_L1]["code"_L1].toInt() > 0);
        m_rig->alpha.script(u"chat"_s, calling({u"image_generation"_s}));
        m_rig->alpha.script(u"chat"_s, Reply::json({}, 500));
        const QByteArrayList chunks = m_rig->events(wish(u"draw a boat"_s));
        QCOMPARE(chunks.last(), "[DONE]"_ba);
        QVERIFY(!QJsonDocument::fromJson(chunks.at(chunks.size() - 3)).object().contains("error"_L1));
        QCOMPARE(QJsonDocument::fromJson(chunks.at(chunks.size() - 3))["choices"_L1][0]["finish_reason"_L1].toString(),
                 u"error"_s);
    }

    void oneKeyIsOneTalk()
    {
        const QByteArray key = "Idempotency-Key: one\r\n";
        const RawAnswer first = ask(wish(u"draw a boat"_s), key);
        QCOMPARE(first.status, 200);
        QCOMPARE(ask(wish(u"draw a boat"_s), key).body, first.body);
        QCOMPARE(ask(wish(u"draw a ship"_s), key).status, 422);
        QCOMPARE(m_rig->painter().billed, 1);
        QCOMPARE(asked().size(), 2);
    }

    void aBudgetStopsThePicture()
    {
        Budget budget;
        budget.limit = Money::fromMicros(20'000); // enough for the words
        QVERIFY(await(m_rig->gateway.rig.ledger->setBudget(budget)));
        const RawAnswer answer = ask(wish(u"draw a boat"_s));
        QCOMPARE(answer.status, 200);
        QCOMPARE(toldOf(answer).value("status"_L1).toString(), u"failed"_s);
        QCOMPARE(toldOf(answer)["error"_L1]["code"_L1].toInt(), 402);
        QCOMPARE(m_rig->painter().billed, 0);
    }

    void refusesBeforePaying_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("param");
        const auto row = [](const char *name, const QJsonObject &body, const QString &param) {
            QTest::newRow(name) << body << param;
        };
        const auto tools = [](const QJsonArray &list) { return wish(u"draw x"_s, {{u"tools"_s, list}}); };
        const auto stop = [](const QJsonValue &condition) {
            return wish(u"draw x"_s, {{u"stop_server_tools_when"_s, condition}});
        };
        row("an unknown model", wish(u"draw x"_s, {}, {{u"model"_s, u"nobody"_s}}), u"model"_s);
        row("the same, in another place", tools({QJsonObject {{u"type"_s, type}, {u"model"_s, u"nobody"_s}}}),
            u"model"_s);
        row("an unknown text model", wish(u"draw x"_s, {{u"model"_s, u"toys/tolk"_s}}), u"model"_s);
        row("an unknown format", wish(u"draw x"_s, {}, {{u"output_format"_s, u"bmq"_s}}), u"output_format"_s);
        row("several pictures", wish(u"draw x"_s, {}, {{u"n"_s, 2}}), u"n"_s);
        row("several answers", wish(u"draw x"_s, {{u"n"_s, 2}}), u"n"_s);
        row("two tools", tools({tool(), tool()}), u"tools"_s);
        row("a function of its name", tools({tool(), function(u"image_generation"_s)}), u"tools"_s);
        row("no settings", tools({QJsonObject {{u"type"_s, type}, {u"parameters"_s, u"drawn"_s}}}), u"parameters"_s);
        row("no calls", wish(u"draw x"_s, {{u"max_tool_calls"_s, 0}}), u"max_tool_calls"_s);
        row("too many calls", wish(u"draw x"_s, {{u"max_tool_calls"_s, 31}}), u"max_tool_calls"_s);
        row("an unknown condition",
            stop(QJsonArray {QJsonObject {{u"type"_s, u"max_tokens_used"_s}, {u"max_tokens"_s, 5}}}),
            u"stop_server_tools_when"_s);
        row("no list of conditions", stop(u"soon"_s), u"stop_server_tools_when"_s);
        row("a cost of nothing",
            stop(QJsonArray {QJsonObject {{u"type"_s, u"max_cost"_s}, {u"max_cost_in_dollars"_s, 0}}}),
            u"stop_server_tools_when"_s);
        row("no words", wish(QString(), forced()), u"messages"_s);
        row("a misspelt wish", wish(u"draw x"_s, {{u"provider"_s, QJsonObject {{u"onyl"_s, QJsonArray()}}}}),
            u"provider.onyl"_s);
        row("no messages", wish(u"draw x"_s, {{u"messages"_s, QJsonValue()}}), u"messages"_s);
    }
    void refusesBeforePaying()
    {
        QFETCH(QJsonObject, body);
        const RawAnswer answer = ask(body);
        QVERIFY2(answer.status == 400 || answer.status == 404, answer.body.constData());
        QTEST(answer.json()["error"_L1]["metadata"_L1]["param"_L1].toString(), "param");
        QCOMPARE(asked().size() + m_rig->beta.calls().size(), 0);
        QCOMPARE(m_rig->painter().billed, 0);
    }

    void tellsThePriceOnly()
    {
        const RawAnswer both = ask(wish(u"draw a boat"_s), {}, "?dryRun=true");
        QCOMPARE(both.status, 200);
        QVERIFY(both.json()["total_cost_micros"_L1].toInteger() > 0);
        QCOMPARE(both.json()["image_generation"_L1]["total_cost_micros"_L1].toInteger(), 30'000);
        QCOMPARE(both.json()["image_generation"_L1]["max_pictures"_L1].toInt(), 4);
        QCOMPARE(ask(wish(u"a boat"_s, forced()), {}, "?dryRun=true").json()["total_cost_micros"_L1].toInteger(),
                 30'000);
        QCOMPARE(asked().size(), 0);
        QCOMPARE(m_rig->painter().billed, 0);
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterImageToolMoney)
#include "test_openrouterimagetoolmoney.moc"
