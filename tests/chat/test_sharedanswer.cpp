// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/sharedanswer.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// What a call is told that shares the answer of another one.
class TestSharedAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costsAreNothing_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("shared");
        const auto row = [](const char *name, const QByteArray &answer, const QByteArray &shared) {
            QTest::newRow(name) << answer << shared;
        };
        row("as it is", R"({"choices": [ ],  "usage":{"n":1}})", R"({"choices":[ ],"usage":{"n":1}})");
        row("without a usage", R"({"choices": [],  "cost": 1})", R"({"choices": [],  "cost": 1})");
        row("its cost", R"({"usage":{"cost":0.5,"prompt_tokens":3}})", R"({"usage":{"cost":0,"prompt_tokens":3}})");
        row("in parts", R"({"usage":{"cost":1,"cost_details":{"upstream_inference_cost":2,"x":null}}})",
            R"({"usage":{"cost":0,"cost_details":{"upstream_inference_cost":0,"x":null}}})");
        row("under other names", R"({"usage":{"cost_in_usd_ticks":9,"estimated_cost":1e-5}})",
            R"({"usage":{"cost_in_usd_ticks":0,"estimated_cost":0}})");
        row("of a response", R"({"type":"response.completed","response":{"usage":{"cost":1}}})",
            R"({"type":"response.completed","response":{"usage":{"cost":0}}})");
        row("no JSON", R"(the "usage" of words)", R"(the "usage" of words)");
    }
    void costsAreNothing()
    {
        QFETCH(const QByteArray, answer);
        QTEST(sharedAnswer(answer), "shared");
    }

    /// In pieces of whatever size, what was told stays as it is.
    void streamsComeInPieces()
    {
        const QByteArray all = "data: {\"choices\":[]}\n\ndata: {\"usage\":{\"cost\":2,\"n\":1}}\n\ndata: [DONE]\n\n"
                               ": a comment that has not ended";
        const QByteArray whole = "data: {\"choices\":[]}\n\ndata: {\"usage\":{\"cost\":0,\"n\":1}}\n\ndata: [DONE]\n\n"
                                 ": a comment that has not ended";
        QCOMPARE(sharedEvents(all), whole);
        for (qsizetype size = 1; size < all.size(); ++size) {
            SharedStream stream;
            QByteArray before;
            for (qsizetype came = size; came < all.size(); came += size) {
                const QByteArray told = stream.told(all.left(came), false);
                QVERIFY(told.startsWith(before));
                QCOMPARE(stream.told(all.left(came), false), told); // to another one who shares it
                before = told;
            }
            QCOMPARE(stream.told(all, true), whole);
            QCOMPARE(stream.told(all, true), whole);
            QCOMPARE(stream.size(), whole.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestSharedAnswer)
#include "test_sharedanswer.moc"
