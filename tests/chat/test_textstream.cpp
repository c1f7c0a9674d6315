// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textstream.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QByteArray hello =
    R"(data: {"id":"1","choices":[{"index":0,"delta":{"role":"assistant","content":"Hello"}}],"usage":null}

: a comment

data: {"id":"1","choices":[{"index":0,"delta":{"content":" you"},"finish_reason":null}],"usage":null}

data: {"id":"1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null}

data: {"id":"1","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}}

data: [DONE]

)"_ba;

} // namespace

/// Streams of text models on their way: what is passed on, and what money needs of them.
class TestTextStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsPassAsTheyCame_data();
    void eventsPassAsTheyCame();
    void cutsAnywhere();
    void hidesTheUsage();
    void meters_data();
    void meters();
    void tellsAFault_data();
    void tellsAFault();
};

void TestTextStream::eventsPassAsTheyCame_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("events");
    QTest::newRow("line feeds") << hello << 6;
    QTest::newRow("both") << QByteArray(hello).replace("\n", "\r\n") << 6;
    QTest::newRow("no end") << "data: {\"a\":1}\n"_ba << 0;
    QTest::newRow("no JSON") << "event: x\ndata: y\ndata: z\n\n"_ba << 1;
}

void TestTextStream::eventsPassAsTheyCame()
{
    QFETCH(QByteArray, stream);
    StreamCutter cutter;
    const QByteArrayList events = cutter.feed(stream);
    QTEST(int(events.size()), "events");
    QCOMPARE(events.join() + cutter.rest(), stream);
}

void TestTextStream::cutsAnywhere()
{
    const QByteArray stream = QByteArray(hello).replace("\n", "\r\n") + hello;
    const QByteArrayList whole = StreamCutter().feed(stream);
    for (qsizetype at = 1; at < stream.size(); ++at) {
        StreamCutter cutter;
        UsageFilter filter;
        StreamMeter meter;
        QByteArrayList events = cutter.feed(stream.left(at));
        events += cutter.feed(stream.mid(at));
        QCOMPARE(events, whole);
        QByteArray passed = filter.feed(stream.left(at));
        passed += filter.feed(stream.mid(at));
        QCOMPARE(passed, UsageFilter().feed(stream));
        meter.feed(stream.left(at));
        meter.feed(stream.mid(at));
        QCOMPARE(meter.characters(), 18);
        QVERIFY(meter.isWhole());
    }
}

void TestTextStream::hidesTheUsage()
{
    const QByteArray passed = UsageFilter().feed(hello);
    QVERIFY(!passed.contains("usage"));
    QVERIFY(
        passed.contains(R"(data: {"id":"1","choices":[{"index":0,"delta":{"content":" you"},"finish_reason":null}]})"));
    QVERIFY(passed.contains(": a comment\n\n"));
    QCOMPARE(passed.count("data:"), 4);
    const QByteArray spoken = "data: {\"choices\":[{\"delta\":{\"content\":\"the \\\"usage\\\"\"}}]}\n\n"_ba;
    QCOMPARE(UsageFilter().feed(spoken), spoken); // only said, not told
}

void TestTextStream::meters_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<qint64>("characters");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<int>("output"); // tokens told; -1: none were
    QTest::newRow("all of it") << hello << qint64(9) << true << 2;
    QTest::newRow("cut off") << hello.left(hello.indexOf("data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{}"))
                             << qint64(9) << false << -1;
    QTest::newRow("without a usage") << QByteArray(hello).replace("{\"prompt_tokens\":9,\"completion_tokens\":2,"
                                                                  "\"total_tokens\":11}",
                                                                  "null")
                                     << qint64(9) << true << -1;
    QTest::newRow("thoughts and tools")
        << R"(data: {"choices":[{"delta":{"reasoning_content":"hm","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}}]}

)"_ba << qint64(5)
        << false << -1;
    QTest::newRow("Groq's usage")
        << "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{\"usage\":{\"completion_tokens\":7}}}\n\n"_ba
        << qint64(0) << true << 7;
    QTest::newRow("a response") << R"(event: response.output_text.delta
data: {"type":"response.output_text.delta","delta":"Hello"}

event: response.completed
data: {"type":"response.completed","response":{"error":null,"usage":{"completion_tokens":3}}}

)"_ba << qint64(5) << true << 3;
    QTest::newRow("a response that stopped short") << R"(data: {"type":"response.incomplete","response":{}}

)"_ba << qint64(0) << true << -1;
    QTest::newRow("nothing") << ""_ba << qint64(0) << false << -1;
}

void TestTextStream::meters()
{
    QFETCH(QByteArray, stream);
    QFETCH(int, output);
    StreamMeter meter;
    meter.feed(stream);
    QTEST(meter.characters(), "characters");
    QTEST(meter.isWhole(), "whole");
    QCOMPARE(meter.usage().value("completion_tokens"_L1).toInt(-1), output);
    QVERIFY(meter.error().isEmpty());
}

void TestTextStream::tellsAFault_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("in a chunk") << R"(data: {"choices":[],"error":{"code":"server_error","message":"broken"}}

)"_ba;
    QTest::newRow("as an event") << R"(event: error
data: {"type":"error","code":"server_error","message":"broken"}

)"_ba;
    QTest::newRow("of a response")
        << R"(data: {"type":"response.failed","response":{"error":{"code":"server_error","message":"broken"}}}

)"_ba;
}

void TestTextStream::tellsAFault()
{
    QFETCH(QByteArray, stream);
    StreamMeter meter;
    meter.feed(stream);
    QVERIFY(meter.error().contains("broken"));
    QVERIFY(meter.error().startsWith("{\"error\":{"));
}

QTEST_GUILESS_MAIN(TestTextStream)
#include "test_textstream.moc"
