// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attemptprogress.h"
#include "tests/engine/enginerig.h"

#include <QTest>

#include <algorithm>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

using Stage = Progress::Stage;

CallProgress call(Stage stage, std::optional<double> fraction = {}, std::optional<int> place = {}, bool ended = false)
{
    return {{stage, fraction, place, u"one"_s, 1}, ended};
}

} // namespace

/// Several calls of one attempt are told as one: how far it is as a whole.
class TestAttemptProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAreToldTogether_data()
    {
        QTest::addColumn<std::vector<CallProgress>>("calls");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<std::optional<double>>("fraction");
        QTest::addColumn<std::optional<int>>("place");
        using Calls = std::vector<CallProgress>;
        using Fraction = std::optional<double>;
        using Place = std::optional<int>;
        const auto row = [](const char *name, const Calls &calls, Stage stage, Fraction fraction, Place place) {
            QTest::newRow(name) << calls << stage << fraction << place;
        };
        row("one", {call(Stage::Waiting, 0.25)}, Stage::Waiting, 0.25, {});
        row("one without figures", {call(Stage::Sending)}, Stage::Sending, {}, {});
        row("one in a queue", {call(Stage::Waiting, {}, 3)}, Stage::Waiting, {}, 3);
        row("the second waits for the first", {call(Stage::Waiting, 0.5), call(Stage::Waiting, 0.0)}, Stage::Waiting,
            0.25, {});
        row("the first is still to be sent", {call(Stage::Sending), call(Stage::Waiting, 0.5)}, Stage::Waiting, 0.25,
            {});
        row("one is made", {call(Stage::Converting, 0.5, {}, true), call(Stage::Waiting, 0.5)}, Stage::Waiting, 0.75,
            {});
        row("one is made, and nobody tells", {call(Stage::Converting, {}, {}, true), call(Stage::Waiting)},
            Stage::Waiting, {}, {});
        row("the place of who is ahead", {call(Stage::Waiting, {}, 4), call(Stage::Waiting, {}, 2)}, Stage::Waiting, {},
            2);
        row("who paints has no place", {call(Stage::Waiting, {}, 1), call(Stage::Waiting, 0.5)}, Stage::Waiting, 0.25,
            {});
    }
    void callsAreToldTogether()
    {
        QFETCH(std::vector<CallProgress>, calls);
        QFETCH(Stage, stage);
        QFETCH(std::optional<double>, fraction);
        QFETCH(std::optional<int>, place);
        const Progress all = progressOf(calls);
        QCOMPARE(all.stage, stage);
        QCOMPARE(all.fraction, fraction);
        QCOMPARE(all.queuePosition, place);
    }

    void aCallTakesNothingBack()
    {
        CallProgress one;
        one.take({Stage::Waiting, 0.5, {}, u"one"_s, 1, "sketch", u"words"_s});
        QVERIFY(one.told.preview.isEmpty()); // a sketch is told once
        QVERIFY(one.told.text.isEmpty());
        one.take({Stage::Waiting, 0.25, {}, u"one"_s, 1});
        QCOMPARE(one.told.fraction, std::optional<double>(0.5));
        one.take({Stage::Downloading, {}, {}, u"one"_s, 1});
        QCOMPARE(one.told.fraction, std::optional<double>(0.5));
        QCOMPARE(one.told.stage, Stage::Downloading);
    }

    void aGenerationNeverFallsBack()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        for (const double fraction : {0.5, 0.0, 0.6, 0.0, 0.7, 0.0, 0.8, 0.0}) { // the second waits for the first
            rig.vendor(u"one"_s).pollScript.push_back(
                Reply::json({{"state"_L1, u"running"_s}, {"fraction"_L1, fraction}}));
        }
        Request two = EngineRig::request();
        two.n = 2;
        QList<double> told;
        std::optional<Generation> outcome;
        QObject context;
        rig.engine->generate(
            two, {}, &context, [&outcome](const Generation &generation) { outcome = generation; },
            [&told](const Progress &progress) {
                if (progress.fraction) {
                    told.append(*progress.fraction);
                }
            });
        QTRY_VERIFY(outcome);
        QCOMPARE(outcome->status, GenerationStatus::Completed);
        QVERIFY(told.size() >= 8);
        QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
    }
};

QTEST_GUILESS_MAIN(TestAttemptProgress)
#include "test_attemptprogress.moc"
