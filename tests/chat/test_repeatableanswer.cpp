// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/repeatableanswer.h"

#include <QTest>

using namespace lightwell;

/// Answers of text models as they are given once more.
class TestRepeatableAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("again"); // empty: not at all
        const auto row = [](const char *name, const QByteArray &answer, const QByteArray &again) {
            QTest::newRow(name) << answer << again;
        };
        row("no usage", R"({ "choices": [{"finish_reason": "stop"}] })",
            R"({ "choices": [{"finish_reason": "stop"}] })");
        row("a usage",
            R"({"id":"1","usage":{"prompt_tokens":9,"details":{"cached":2,"list":[{"n":3}]},"is_byok":true,)"
            R"("left":null,"cost":0.25},"choices":[{"finish_reason":"stop","n":1.50}]})",
            R"({"id":"1","usage":{"cost":0,"details":{"cached":0,"list":[{"n":0}]},"is_byok":true,"left":null,)"
            R"("prompt_tokens":0},"choices":[{"finish_reason":"stop","n":1.50}]})");
        row("no count of it", R"({"usage":null,"data":[]})", R"({"usage":null,"data":[]})");
        row("words about it", "{\"choices\":[{\"message\":{\"content\":\"\\\"usage\\\":{\\\"a\\\":1}\"}}]}",
            "{\"choices\":[{\"message\":{\"content\":\"\\\"usage\\\":{\\\"a\\\":1}\"}}]}");
        row("a tool's call", R"({"choices":[{"finish_reason":"tool_calls"}]})",
            R"({"choices":[{"finish_reason":"tool_calls"}]})");
        row("a response", R"({"status":"completed","error":null,"output":[],"usage":{"input_tokens":4}})",
            R"({"status":"completed","error":null,"output":[],"usage":{"input_tokens":0}})");
        row("one of two was cut off", R"({"choices":[{"finish_reason":"stop"},{"finish_reason":"length"}]})", {});
        row("a filter", R"({"choices":[{"finish_reason": "content_filter"}]})", {});
        row("a fault of a choice", R"({"choices":[{"finish_reason":"stop","error":{"code":502}}]})", {});
        row("a fault beside it", R"({"choices":[],"error":{"code":502}})", {});
        row("an incomplete response", R"({"status":"incomplete","output":[]})", {});
    }
    void answers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, again);
        const std::optional<QByteArray> repeated = repeatableAnswer(answer);
        QCOMPARE(repeated.has_value(), !again.isEmpty());
        QCOMPARE(repeated.value_or(QByteArray()), again);
    }

    void streams_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<bool>("isKept");
        QTest::addColumn<QByteArray>("again");
        const auto row = [](const char *name, const QByteArray &events, bool isKept, const QByteArray &again) {
            QTest::newRow(name) << events << isKept << again;
        };
        row("none", {}, true, {});
        row("as they came", ": hello\n\ndata: {\"a\": 1}\r\n\r\ndata: [DONE]\n\n", true,
            ": hello\n\ndata: {\"a\": 1}\r\n\r\ndata: [DONE]\n\n");
        row("a usage", "data: {\"choices\":[],\"usage\":{\"n\":3}}\n\ndata: [DONE]\n\n", true,
            "data: {\"choices\":[],\"usage\":{\"n\":0}}\n\ndata: [DONE]\n\n");
        row("behind a name",
            "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"usage\":{\"n\":3}}}\n\n",
            true,
            "event: response.completed\ndata: "
            "{\"type\":\"response.completed\",\"response\":{\"usage\":{\"n\":0}}}\n\n");
        row("Groq's", "data: {\"x_groq\":{\"usage\":{\"n\":3}}}\n\n", true,
            "data: {\"x_groq\":{\"usage\":{\"n\":0}}}\n\n");
        row("the last one lacks its end", "data: {\"usage\":{\"n\":3}}", true, "data: {\"usage\":{\"n\":0}}\n\n");
        row("no JSON", "data: a \"usage\" b\n\n", true, "data: a \"usage\" b\n\n");
        row("cut off", "data: {\"choices\":[{\"finish_reason\":\"length\"}]}\n\ndata: [DONE]\n\n", false, {});
        row("incomplete", "data: {\"type\":\"response.incomplete\"}\n\n", false, {});
        row("a fault", "data: {\"error\":{\"code\":502},\"choices\":[]}\n\n", false, {});
    }
    void streams()
    {
        QFETCH(QByteArray, events);
        QFETCH(bool, isKept);
        const std::optional<QByteArray> repeated = repeatableEvents(events);
        QCOMPARE(repeated.has_value(), isKept);
        QTEST(repeated.value_or(QByteArray()), "again");
    }
};

QTEST_GUILESS_MAIN(TestRepeatableAnswer)
#include "test_repeatableanswer.moc"
