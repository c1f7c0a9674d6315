// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Equal calls to text models that run at the same time, and are paid once.
#include "tests/gateway/wordanswer.h"
#include "tests/support/gate.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray chatPath = "/v1/chat/completions";
const QByteArray routerPath = "/api/v1/chat/completions";

/// A vendor's answer that tells a cost of its own; with a stream's, at the end.
Reply costly(bool streams)
{
    const QByteArray usage = R"("usage":{"prompt_tokens":5,"completion_tokens":1,"cost":0.5})";
    const QByteArray head = R"({"id":"1","choices":[{"index":0,"finish_reason":"stop",)";
    return streams
        ? inEvents("data: " + head + R"("delta":{"content":"hel"}}]})" + "\n\ndata: {\"choices\":[]," + usage
                   + "}\n\ndata: [DONE]\n\n")
        : Reply::bytes(head + R"("message":{"role":"assistant","content":"hel"}}],)" + usage + '}', "application/json");
}

/// What somebody adds up: of an answer, or of the events that tell it.
double costsIn(const WordAnswer &answer)
{
    double sum = 0;
    const QList<QJsonObject> objects = answer.objects();
    for (const QJsonObject &object : objects) {
        sum += object["usage"_L1]["cost"_L1].toDouble();
    }
    return sum;
}

/// All but the costs and that it is shared.
QList<QJsonObject> saidIn(const WordAnswer &answer)
{
    QList<QJsonObject> objects = answer.objects();
    for (QJsonObject &object : objects) {
        QJsonObject usage = object.take("usage"_L1).toObject();
        usage.remove("cost"_L1);
        object.insert("usage"_L1, usage);
        object.remove("metadata"_L1);
    }
    return objects;
}

} // namespace

class TestTextShares : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ChatRig> m_rig;

    [[nodiscard]] qsizetype calls() const { return m_rig->alpha.calls().size(); }

private Q_SLOTS:
    void initTestCase() { m_rig = std::make_unique<ChatRig>(); }
    void cleanupTestCase() { m_rig.reset(); }

    /// Two calls at once; the second is sent when the first is at the vendor.
    void equalCallsAtOnce_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonObject>("first");
        QTest::addColumn<QByteArray>("firstHeaders");
        QTest::addColumn<QJsonObject>("second");
        QTest::addColumn<QByteArray>("secondHeaders");
        QTest::addColumn<bool>("isOne");
        const QByteArray shared = "X-Lightwell-Coalesce: true\r\n";
        const QJsonObject plain = ChatRig::wish({{u"model"_s, u"alpha/talk"_s}});
        const QJsonObject stream = with(plain, u"stream"_s, true);
        const QJsonObject counted = with(stream, u"stream_options"_s, QJsonObject {{u"include_usage"_s, true}});
        const QJsonObject tool {{u"type"_s, u"image_generation"_s}, {u"model"_s, u"drawn"_s}};
        const QJsonObject drawing = with(responsesWish(u"alpha/talk"_s, false), u"tools"_s, QJsonArray {tool});
        const auto row = [](const char *name, const QByteArray &path, const QJsonObject &first,
                            const QByteArray &firstHeaders, const QJsonObject &second, const QByteArray &secondHeaders,
                            bool isOne) {
            QTest::newRow(name) << path << first << firstHeaders << second << secondHeaders << isOne;
        };
        row("both wish it", chatPath, plain, shared, plain, shared, true);
        row("streams", chatPath, stream, shared, stream, shared, true);
        row("a stream with its usage", chatPath, counted, shared, counted, shared, true);
        row("OpenRouter's", routerPath, plain, shared, plain, shared, true);
        row("OpenRouter's stream", routerPath, stream, shared, stream, shared, true);
        row("with an image tool", "/v1/responses", drawing, shared, drawing, shared, true);
        row("nobody", chatPath, plain, {}, plain, {}, false);
        row("the second alone", chatPath, plain, {}, plain, shared, false);
        row("a stream of it", chatPath, plain, shared, stream, shared, false);
        row("other words", chatPath, plain, shared, with(plain, u"messages"_s, saying(u"hi"_s)), shared, false);
        row("with a key of its own", chatPath, plain, shared, plain, shared + "Idempotency-Key: own\r\n", false);
    }
    void equalCallsAtOnce()
    {
        QFETCH(QByteArray, path);
        QFETCH(QJsonObject, first);
        QFETCH(QByteArray, firstHeaders);
        QFETCH(QJsonObject, second);
        QFETCH(QByteArray, secondHeaders);
        QFETCH(bool, isOne);
        ChatRig &rig = *m_rig;
        const qsizetype before = calls();
        const auto gate = Gate::make();
        const bool streams = first.value("stream"_L1).toBool();
        rig.alpha.script(u"chat"_s, costly(streams).after(gate));
        const auto sent = [&](RawClient &client, const QJsonObject &body, const QByteArray &headers) {
            client.send(rig.gateway.request("POST", path, compact(body), headers + "Connection: close\r\n"));
        };
        RawClient a(rig.gateway.port());
        RawClient b(rig.gateway.port());
        sent(a, first, firstHeaders);
        QTRY_COMPARE(calls() - before, 1);
        sent(b, second, secondHeaders);
        QByteArray its;
        if (isOne) {
            QCOMPARE(rig.gateway.ask(rig.gateway.request("GET", "/healthz")).status, 200);
        } else {
            its = b.everything();
        }
        gate->open();
        const WordAnswer own(a.everything());
        const WordAnswer other(isOne ? b.everything() : its);
        QCOMPARE(calls() - before, isOne ? 1 : 2);
        QCOMPARE(own.status, 200);
        QCOMPARE(own.header("X-Lightwell-Coalesced"), QByteArray());
        QCOMPARE(other.status, 200);
        QCOMPARE(other.header("X-Lightwell-Coalesced"), isOne ? "true"_ba : QByteArray());
        if (isOne) {
            // Whoever adds up counts it once.
            QCOMPARE(saidIn(other), saidIn(own));
            QCOMPARE(costsIn(other), 0.0);
            const bool tellsCost =
                path == routerPath || (path == chatPath && (!streams || first.contains("stream_options"_L1)));
            QCOMPARE(costsIn(own) > 0, tellsCost);
            QCOMPARE(other.header("X-Lightwell-Cost"), streams ? QByteArray() : "0"_ba);
            QCOMPARE(own.header("X-Lightwell-Cost").isEmpty(), streams);
            QVERIFY(own.header("X-Lightwell-Cost") != "0");
            const QJsonValue told = other.objects().last()["metadata"_L1]["coalesced"_L1];
            QCOMPARE(told.toBool(), path == routerPath); // at OpenAI the metadata is the client's own
            QVERIFY(own.objects().last()["metadata"_L1]["coalesced"_L1].isUndefined());
            QCOMPARE(other.header("X-Lightwell-Request-Id"), own.header("X-Lightwell-Request-Id"));
        }
    }
};

QTEST_GUILESS_MAIN(TestTextShares)
#include "test_textshares.moc"
