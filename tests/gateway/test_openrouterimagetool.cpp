// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenRouter's server tool for images: text models that have pictures made while they answer a chat.
#include "tests/gateway/servertoolrig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace lightwell::test::servertool;
using namespace Qt::StringLiterals;

namespace {

constexpr auto dot = "data:image/png;base64,"
                     "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+"
                     "M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="_L1;

} // namespace

class TestOpenRouterImageTool : public QObject
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

    void theModelHasAPictureMade()
    {
        const RawAnswer answer = ask(wish(u"draw a boat"_s, {}, {{u"output_format"_s, u"png"_s}}));
        QVERIFY2(answer.status == 200, answer.body.constData());
        const QJsonArray images = messageOf(answer).value("images"_L1).toArray();
        QCOMPARE(images.size(), 1);
        QVERIFY(bytesOf(images.first()).startsWith("\x89PNG"));
        QVERIFY(!messageOf(answer).contains("tool_calls"_L1));
        QCOMPARE(choiceOf(answer).value("finish_reason"_L1).toString(), u"stop"_s);
        QCOMPARE(toldOf(answer).value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(toldOf(answer).value("revised_prompt"_L1).toString(), u"a boat"_s);
        QCOMPARE(toldOf(answer)["metadata"_L1]["provider"_L1].toString(), u"gamma"_s);
        QCOMPARE(m_rig->painter().billed, 1);
        // The vendor saw a function, and then how its call went; this model says again what it was told last.
        QCOMPARE(asked().size(), 2);
        QCOMPARE(asked().first().json()["tools"_L1][0]["type"_L1].toString(), u"function"_s);
        QVERIFY(!asked().last().body.contains("base64"));
        const QJsonObject heard =
            QJsonDocument::fromJson(messageOf(answer).value("content"_L1).toString().toUtf8()).object();
        const QUrl link(heard.value("imageUrl"_L1).toString());
        QCOMPARE(m_rig->gateway.ask(m_rig->gateway.request("GET", link.path().toLatin1())).body,
                 bytesOf(images.first()));
        // Each step is a generation of its own, and all of them are in the price.
        const Result<QList<Generation>> steps = await(m_rig->gateway.rig.journal->list(10));
        QCOMPARE(steps->size(), 3);
        const QJsonObject body = answer.json();
        QCOMPARE(body.value("id"_L1).toString().toLatin1(), answer.header("X-Generation-Id"));
        QCOMPARE(body.value("provider"_L1).toString(), u"alpha"_s);
        QCOMPARE(Money::fromDollars(body["usage"_L1]["cost"_L1].toDouble()), m_rig->usage().total);
        QCOMPARE(answer.header("X-Lightwell-Cost"), m_rig->usage().total.toDecimal().toLatin1());
        QCOMPARE(m_rig->usage().reserved, Money::zero());
        QCOMPARE(toolUse(body), (QJsonObject {{u"tool_calls_requested"_s, 1}, {u"tool_calls_executed"_s, 1}}));
        QVERIFY(body["usage"_L1]["prompt_tokens"_L1].toInt() > 0);
    }

    void nobodyIsAskedWhereItIsClear_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::newRow("the tool is forced") << forced();
        QTest::newRow("no other may be chosen") << QJsonObject {{u"tool_choice"_s, u"required"_s}};
        QTest::newRow("the model makes pictures") << QJsonObject {{u"model"_s, u"drawn"_s}};
    }
    void nobodyIsAskedWhereItIsClear()
    {
        QFETCH(QJsonObject, fields);
        const RawAnswer answer = ask(wish(u"a boat"_s, fields, {{u"output_format"_s, u"png"_s}}));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QVERIFY(bytesOf(messageOf(answer)["images"_L1][0]).startsWith("\x89PNG"));
        QCOMPARE(choiceOf(answer).value("finish_reason"_L1).toString(), u"stop"_s);
        QCOMPARE(asked().size(), 0);
        QCOMPARE(m_rig->usage().total, Money::fromMicros(30'000));
        QCOMPARE(answer.json()["usage"_L1]["cost"_L1].toDouble(), 0.03);
        QCOMPARE(toolUse(answer.json()).value("tool_calls_executed"_L1).toInt(), 1);
        QCOMPARE(m_rig->last().request.prompt, u"a boat"_s);
        const QByteArrayList chunks = m_rig->events(wish(u"a boat"_s, fields));
        QCOMPARE(chunks.last(), "[DONE]"_ba);
        QVERIFY(chunks.at(1).contains("\"images\""));
    }

    void aNameThatNobodyListedIsAsked()
    {
        m_rig->takeAnyNameAtAlpha();
        const RawAnswer answer = ask(wish(u"hello"_s, {{u"model"_s, u"alpha/some-words"_s}}));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(asked().size(), 1);
        QVERIFY(!messageOf(answer).contains("images"_L1));
        QCOMPARE(m_rig->painter().billed, 0);
        QCOMPARE(m_rig->gateway.vendor().billed, 0);
    }

    void anImageModelDrawsNothingWhereNothingIsWanted()
    {
        const RawAnswer answer = ask(wish(u"a boat"_s, {{u"model"_s, u"drawn"_s}, {u"tool_choice"_s, u"none"_s}}));
        QCOMPARE(answer.status, 400);
        QCOMPARE(m_rig->painter().billed, 0);
    }

    void streamsTellEachStep()
    {
        const QByteArrayList chunks = m_rig->events(wish(u"draw a boat"_s, {}, {{u"output_format"_s, u"png"_s}}),
                                                    "X-OpenRouter-Metadata: enabled\r\n");
        QCOMPARE(chunks.last(), "[DONE]"_ba);
        QStringList steps;
        QSet<QString> ids;
        QString words;
        for (const QByteArray &chunk : chunks.first(chunks.size() - 1)) {
            const QJsonObject read = QJsonDocument::fromJson(chunk).object();
            ids.insert(read.value("id"_L1).toString());
            QCOMPARE(read.value("object"_L1).toString(), u"chat.completion.chunk"_s);
            const QJsonValue choice = read.value("choices"_L1)[0];
            const QJsonObject delta = choice["delta"_L1].toObject();
            QVERIFY(!delta.contains("tool_calls"_L1));
            words += delta.value("content"_L1).toString();
            const QString step = delta.contains("images"_L1) ? u"image"_s
                : choice["finish_reason"_L1].isString()      ? choice["finish_reason"_L1].toString()
                : read.value("usage"_L1).isObject()          ? u"usage"_s
                                                             : u"words"_s;
            if (steps.isEmpty() || steps.last() != step) {
                steps.append(step);
            }
            if (step == "image"_L1) {
                QVERIFY(bytesOf(delta["images"_L1][0]).startsWith("\x89PNG"));
            }
            if (step == "usage"_L1) {
                QCOMPARE(Money::fromDollars(read["usage"_L1]["cost"_L1].toDouble()), m_rig->usage().total);
                QCOMPARE(toolUse(read).value("tool_calls_executed"_L1).toInt(), 1);
                QCOMPARE(read["openrouter_metadata"_L1]["strategy"_L1].toString(), u"direct"_s);
                QCOMPARE(read["metadata"_L1]["image_generation"_L1][0]["status"_L1].toString(), u"completed"_s);
            }
        }
        QCOMPARE(steps, (QStringList {u"words"_s, u"image"_s, u"words"_s, u"stop"_s, u"usage"_s}));
        QCOMPARE(ids.size(), 1);
        QVERIFY(words.contains("/v1/files/"_L1));
        QCOMPARE(m_rig->painter().billed, 1);
    }

    /// As at OpenRouter: the client carries out its own functions.
    void theClientsFunctionsAreHandedBack()
    {
        const QJsonObject tools {{u"tools"_s, QJsonArray {tool(), function(u"weather"_s)}}};
        const RawAnswer answer = ask(wish(u"call the tool weather"_s, tools));
        QCOMPARE(choiceOf(answer).value("finish_reason"_L1).toString(), u"tool_calls"_s);
        const QJsonObject call = messageOf(answer)["tool_calls"_L1][0].toObject();
        QCOMPARE(call["function"_L1]["name"_L1].toString(), u"weather"_s);
        QVERIFY(!call.contains("index"_L1));
        QCOMPARE(m_rig->painter().billed, 0);
        QCOMPARE(asked().last().json()["tools"_L1][1], QJsonValue(function(u"weather"_s)));
        // A picture beside it is made before.
        m_rig->alpha.script(u"chat"_s, calling({u"image_generation"_s, u"weather"_s}), 2);
        const RawAnswer both = ask(wish(u"both"_s, tools));
        QCOMPARE(messageOf(both).value("images"_L1).toArray().size(), 1);
        QCOMPARE(messageOf(both).value("tool_calls"_L1).toArray().size(), 1);
        QCOMPARE(messageOf(both).value("content"_L1).toString(), u"Wait."_s);
        QCOMPARE(choiceOf(both).value("finish_reason"_L1).toString(), u"tool_calls"_s);
        QCOMPARE(both.json()["usage"_L1]["total_tokens"_L1].toInt(), 15);
        const QByteArrayList chunks = m_rig->events(wish(u"both"_s, tools));
        const QJsonValue told = QJsonDocument::fromJson(chunks.first())["choices"_L1][0]["delta"_L1]["tool_calls"_L1];
        QCOMPARE(told.toArray().size(), 1);
        QCOMPARE(told[0]["index"_L1].toInt(-1), 0); // of those that the client sees
        QCOMPARE(asked().size(), 3);
    }

    /// What a chat says of its route is for the text model, in all its turns.
    void wishesCountInEachTurn()
    {
        const QJsonObject wishes {{u"only"_s, QJsonArray {u"beta"_s}}, {u"ignore"_s, QJsonArray {u"groq"_s}}};
        const RawAnswer answer =
            ask(wish(u"draw a boat"_s, {{u"provider"_s, wishes}, {u"models"_s, QJsonArray {u"toys/talk"_s}}}));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(answer.json().value("provider"_L1).toString(), u"beta"_s);
        QCOMPARE(asked().size(), 0);
        const QList<Received> calls = m_rig->beta.calls();
        QCOMPARE(calls.size(), 2);
        for (const Received &call : calls) {
            QCOMPARE(call.json().value("model"_L1).toString(), u"vendors-talk"_s);
            QCOMPARE(call.json()["provider"_L1]["ignore"_L1], QJsonValue(QJsonArray {u"groq"_s}));
        }
        QCOMPARE(toldOf(answer)["metadata"_L1]["provider"_L1].toString(), u"gamma"_s);
    }

    /// They would cost tokens, and vendors know no such field; an edit takes the newest.
    void madePicturesAreNotSentAgain()
    {
        const QJsonObject image {{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject {{u"url"_s, dot}}}};
        const QJsonObject before {
            {u"role"_s, u"assistant"_s}, {u"content"_s, u"Here."_s}, {u"images"_s, QJsonArray {image}}};
        const RawAnswer answer =
            ask(wish(u""_s, {{u"messages"_s, QJsonArray {said(u"a boat"_s), before, said(u"draw it edited"_s)}}}));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(asked().first().json()["messages"_L1][1]["content"_L1].toString(), u"Here."_s);
        QVERIFY(!asked().first().body.contains("images"));
        QVERIFY(!asked().last().body.contains("base64"));
        QCOMPARE(toldOf(answer).value("action"_L1).toString(), u"edit"_s);
    }

    void aPictureOfAnEarlierMessageIsWorkedOn()
    {
        const QJsonObject image {{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject {{u"url"_s, dot}}}};
        const QJsonObject shown {{u"role"_s, u"user"_s}, {u"content"_s, QJsonArray {image}}};
        const QJsonObject heard {{u"role"_s, u"assistant"_s}, {u"content"_s, u"Nice."_s}};
        const RawAnswer answer =
            ask(wish(u""_s, {{u"messages"_s, QJsonArray {shown, heard, said(u"draw it edited"_s)}}},
                     {{u"model"_s, u"retouched"_s}}));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(toldOf(answer).value("action"_L1).toString(), u"edit"_s);
        QCOMPARE(toldOf(answer).value("status"_L1).toString(), u"completed"_s);
        QCOMPARE(m_rig->painter().billed, 1);
    }

    /// And whoever asks how the answer came about is told, as in chats without the tool.
    void answersAreMended()
    {
        const QJsonObject json {{u"response_format"_s, QJsonObject {{u"type"_s, u"json_object"_s}}}};
        const QJsonObject heals =
            with(json, {{u"plugins"_s, QJsonArray {QJsonObject {{u"id"_s, u"response-healing"_s}}}}});
        const QByteArray tells = "X-OpenRouter-Metadata: enabled\r\n";
        const auto stages = [](const RawAnswer &answer) {
            return answer.json()["openrouter_metadata"_L1]["pipeline"_L1].toArray();
        };
        const RawAnswer answer = ask(wish(u"damaged JSON"_s, heals), tells);
        QVERIFY2(answer.status == 200, answer.body.constData());
        const QByteArray words = messageOf(answer).value("content"_L1).toString().toUtf8();
        QCOMPARE(QJsonDocument::fromJson(words)["city"_L1].toString(), u"Oslo"_s);
        QVERIFY(!messageOf(answer).contains("images"_L1));
        QCOMPARE(stages(answer).size(), 1);
        QCOMPARE(stages(answer).at(0)["type"_L1].toString(), u"response_healing"_s);
        const QJsonObject data = stages(answer).at(0)["data"_L1].toObject();
        QCOMPARE(data.value("improved"_L1), QJsonValue(true));
        QCOMPARE(data.value("mode"_L1).toString(), u"json_object"_s);
        QCOMPARE(data.value("healed_length"_L1).toInt(), words.size());
        QVERIFY(data.value("original_length"_L1).toInt() > words.size());
        // Beside a picture, too; not where it is not asked for, nor where nobody said anything.
        const RawAnswer drawn = ask(wish(u"draw a boat"_s, heals), tells);
        QCOMPARE(messageOf(drawn).value("images"_L1).toArray().size(), 1);
        QCOMPARE(stages(drawn).size(), 1);
        QCOMPARE(stages(drawn).at(0)["data"_L1]["improved"_L1], QJsonValue(false));
        QVERIFY(stages(ask(wish(u"damaged JSON"_s, json), tells)).isEmpty());
        QVERIFY(stages(ask(wish(u"a boat"_s, with(heals, forced())), tells)).isEmpty());
        QVERIFY(!ask(wish(u"damaged JSON"_s, heals)).json().contains("openrouter_metadata"_L1));
    }

    void whatHasNoMeaningIsTold()
    {
        const RawAnswer answer = ask(wish(u"draw a boat"_s, {}, {{u"partial_images"_s, 2}}));
        QCOMPARE(answer.json()["metadata"_L1]["ignored"_L1], QJsonValue(QJsonArray {u"partial_images"_s}));
        QCOMPARE(toldOf(answer).value("status"_L1).toString(), u"completed"_s);
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterImageTool)
#include "test_openrouterimagetool.moc"
