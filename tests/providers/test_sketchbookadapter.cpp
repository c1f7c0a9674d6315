// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/adapter/adapter.h"
#include "tests/providers/sketchbookorders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::test;

class TestSketchbookAdapter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void begins_data();
    void begins();
    void followsAnotherAddress();
    void reads_data();
    void reads();
    void tellsWhatIsNotDrawn_data();
    void tellsWhatIsNotDrawn();
    void tellsItShortly();
    void cancelsAndResumesOnlyAKnownJob();
    void keyCheckIsFree();

private:
    static HttpResponse answer(int status, const QByteArray &body)
    {
        HttpResponse response;
        response.status = status;
        response.body = body;
        return response;
    }
    /// The prompt as the picture tells it, for an answer with these words.
    static QString told(const QStringList &notDrawn, const QStringList &leftOut = {})
    {
        QJsonObject body {{u"status"_s, u"ready"_s}, {u"pictures"_s, QJsonArray {QJsonObject {{u"b64"_s, u"UE5H"_s}}}}};
        body.insert(u"words_not_drawn"_s, QJsonArray::fromStringList(notDrawn));
        body.insert(u"words_left_out"_s, QJsonArray::fromStringList(leftOut));
        const Plan plan = sketchbookPlan(u"sketchbook-scene"_s, u"a fox"_s);
        const Step step = SketchbookAdapter().advance(plan, {}, answer(200, QJsonDocument(body).toJson()), {});
        return std::get<Done>(step).media.first().revisedPrompt;
    }
};

void TestSketchbookAdapter::begins_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("scene")
        << u"sketchbook-scene"_s
        << QByteArray(
               R"({"model":"sketchbook-scene","prompt":"a fox","aspect_ratio":"3:2","output_format":"png","seed":7})");
    QTest::newRow("pattern") << u"sketchbook-pattern"_s
                             << QByteArray(
                                    R"({"model":"sketchbook-pattern","prompt":"a fox","size":"512x512","seed":7})");
    QTest::newRow("poster")
        << u"sketchbook-poster"_s
        << QByteArray(
               R"({"model":"sketchbook-poster","prompt":"a fox","size":"512x512","n":1,"output_format":"webp","seed":7})");
}

void TestSketchbookAdapter::begins()
{
    QFETCH(QString, model);
    QFETCH(QByteArray, expected);
    const Plan plan = sketchbookPlan(model, u"a fox"_s);
    const Step step = SketchbookAdapter().begin(plan, plan.calls.first(), {});
    const auto *send = std::get_if<Send>(&step);
    QVERIFY(send);
    QCOMPARE(send->request.method, QByteArray("POST"));
    QCOMPARE(send->request.url, QUrl(u"sketchbook://studio/v1/paintings"_s));
    QCOMPARE(send->request.header("content-type"), QByteArray("application/json"));
    QCOMPARE(QJsonDocument::fromJson(send->request.body), QJsonDocument::fromJson(expected));
    QVERIFY(send->request.startsPaidWork);
}

void TestSketchbookAdapter::followsAnotherAddress()
{
    Credentials credentials;
    credentials.baseUrl = QUrl(u"http://127.0.0.1:9000/sketchbook/"_s);
    const Plan plan = sketchbookPlan(u"sketchbook-scene"_s, u"a fox"_s);
    const Step step = SketchbookAdapter().begin(plan, plan.calls.first(), credentials);
    QCOMPARE(std::get<Send>(step).request.url, QUrl(u"http://127.0.0.1:9000/sketchbook/v1/paintings"_s));
}

void TestSketchbookAdapter::reads_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome"); // "wait", "done" or the kind of the error
    QTest::newRow("accepted")
        << 202
        << QByteArray(
               R"({"id":"p","status":"queued","status_url":"sketchbook://studio/v1/paintings/p","retry_after_ms":80})")
        << u"wait"_s;
    QTest::newRow("ready with links")
        << 200 << QByteArray(R"({"status":"ready","pictures":[{"url":"sketchbook://studio/v1/pictures/p","seed":3}]})")
        << u"done"_s;
    QTest::newRow("ready with bytes") << 200 << QByteArray(R"({"status":"ready","pictures":[{"b64":"UE5H","seed":3}]})")
                                      << u"done"_s;
    QTest::newRow("ready without pictures")
        << 200 << QByteArray(R"({"status":"ready","pictures":[]})") << u"upstream"_s;
    QTest::newRow("accepted without address") << 202 << QByteArray(R"({"status":"queued"})") << u"upstream"_s;
    QTest::newRow("failed") << 200 << QByteArray(R"({"status":"failed"})") << u"upstream"_s;
    QTest::newRow("cancelled") << 200 << QByteArray(R"({"status":"cancelled"})") << u"cancelled"_s;
    QTest::newRow("illegal") << 400 << QByteArray(R"({"error":{"code":"invalid_size","message":"m","param":"size"}})")
                             << u"invalid"_s;
    QTest::newRow("forgotten") << 404 << QByteArray(R"({"error":{"code":"unknown_painting"}})") << u"not_found"_s;
    QTest::newRow("busy") << 429 << QByteArray("{}") << u"overloaded"_s;
    QTest::newRow("nonsense") << 200 << QByteArray("<html>") << u"upstream"_s;
}

void TestSketchbookAdapter::reads()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, outcome);
    const Plan plan = sketchbookPlan(u"sketchbook-scene"_s, u"a fox"_s);
    const Step step = SketchbookAdapter().advance(plan, {{u"stage"_s, u"submitted"_s}}, answer(status, body), {});
    if (outcome == u"wait"_s) {
        const auto *wait = std::get_if<Wait>(&step);
        QVERIFY(wait);
        QCOMPARE(wait->request.url, QUrl(u"sketchbook://studio/v1/paintings/p"_s));
        QCOMPARE(wait->after, std::chrono::milliseconds(80));
        QVERIFY(!wait->request.startsPaidWork);
    } else if (outcome == u"done"_s) {
        const auto *done = std::get_if<Done>(&step);
        QVERIFY(done);
        QCOMPARE(done->media.size(), 1);
        QCOMPARE(done->media.first().seed, 3);
        QCOMPARE(done->cost, Money::zero());
    } else {
        const auto *failed = std::get_if<Failed>(&step);
        QVERIFY(failed);
        QCOMPARE(errorKindName(failed->error.kind), outcome);
        QCOMPARE(failed->error.billing, Billing::NotBilled);
        QVERIFY(!failed->error.why().isEmpty());
    }
}

void TestSketchbookAdapter::tellsWhatIsNotDrawn_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QStringList() << QString();
    QTest::newRow("one") << QStringList {u"ramen"_s} << u"a fox (not drawn: ramen)"_s;
    QTest::newRow("five") << QStringList {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}
                          << u"a fox (not drawn: a, b, c, d, e)"_s;
    QTest::newRow("seven") << QStringList {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s}
                           << u"a fox (not drawn: a, b, c, d, e and 2 more)"_s;
    QTest::newRow("steering signs") << QStringList {u"ra\u202emen\u0007\u2028"_s, u"\u001b[31m"_s, u"\u200b"_s,
                                                    u"\U000E0041"_s}
                                    << u"a fox (not drawn: ramen, [31m)"_s;
    QTest::newRow("only steering signs") << QStringList {u"\u200b"_s} << QString();
    QTest::newRow("placeholders") << QStringList {u"%1"_s, u"%2"_s} << u"a fox (not drawn: %1, %2)"_s;
    QTest::newRow("an endless word") << QStringList {QString(5000, u'w')}
                                     << u"a fox (not drawn: "_s + QString(24, u'w') + u"\u2026)"_s;
}

void TestSketchbookAdapter::tellsWhatIsNotDrawn()
{
    QFETCH(QStringList, words);
    QFETCH(QString, text);
    QCOMPARE(told(words), text);
}

void TestSketchbookAdapter::tellsItShortly()
{
    QStringList many;
    for (int i = 0; i < 10'000; ++i) {
        many.append(u"word%1"_s.arg(i));
    }
    QCOMPARE(told(many), u"a fox (not drawn: word0, word1, word2, word3, word4 and 9995 more)"_s);
    const QString both = told({u"ramen"_s}, {u"\u4eac\u90fd"_s});
    QVERIFY(both.contains(u"not set on the poster: \u4eac\u90fd"_s));
    QVERIFY(both.endsWith(u"(not drawn: ramen)"_s));
}

void TestSketchbookAdapter::cancelsAndResumesOnlyAKnownJob()
{
    const SketchbookAdapter adapter;
    QVERIFY(!adapter.cancel({}, {}));
    QVERIFY(!adapter.resume({}, {}));
    const AdapterState state {{u"status_url"_s, u"sketchbook://studio/v1/paintings/p"_s}};
    QCOMPARE(adapter.cancel(state, {})->method, QByteArray("DELETE"));
    QCOMPARE(adapter.resume(state, {})->method, QByteArray("GET"));
    QVERIFY(!adapter.resume(state, {})->startsPaidWork);
}

void TestSketchbookAdapter::keyCheckIsFree()
{
    const SketchbookAdapter adapter;
    QVERIFY(!adapter.info().needsKey);
    QVERIFY(adapter.info().note.contains(u"not by AI"_s));
    Studio studio;
    const HttpRequest request = *adapter.keyCheck({});
    QVERIFY(!adapter.readKeyCheck(ask(studio, request.method, request.url)));
    QVERIFY(adapter.readKeyCheck(answer(500, {})));
}

QTEST_GUILESS_MAIN(TestSketchbookAdapter)
#include "test_sketchbookadapter.moc"
