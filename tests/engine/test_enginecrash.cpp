// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/enginerig.h"

#include <QTest>

#include <algorithm>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The next start takes up what a crash has left.
class TestEngineCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesUpAJobAfterACrash()
    {
        QTemporaryDir shared;
        const QString file = shared.filePath(u"lightwell.db"_s);
        QString id;
        {
            EngineRig first({toyOffer(u"toy"_s, u"one"_s)}, file);
            first.vendor(u"one"_s).polls = 1'000'000;
            QObject context;
            int waiting = 0;
            id = first.engine->generate(
                EngineRig::request(), {}, &context, [](const Generation &) {},
                [&waiting](const Progress &p) { waiting += p.stage == Progress::Stage::Waiting ? 1 : 0; });
            QTRY_VERIFY(waiting > 1);
        } // ends without a word, like a crash
        EngineRig second({toyOffer(u"toy"_s, u"one"_s)}, file);
        QList<Generation> changes;
        connect(second.engine.get(), &Engine::generationChanged, this,
                [&changes](const Generation &g) { changes.append(g); });
        second.engine->resumeUnfinished();
        QTRY_VERIFY(!changes.isEmpty() && changes.last().status == GenerationStatus::Completed);
        QCOMPARE(changes.last().id, id);
        QCOMPARE(changes.last().pictures.size(), 1);
        QCOMPARE(second.vendor(u"one"_s).calls(u"/jobs"_s), 0); // asked for, never submitted again
        QCOMPARE(second.usage().total, Money::fromMicros(30'000));
        QCOMPARE(second.usage().reserved, Money::zero());
    }

    void takesUpWhatIsLeftOfSeveralCalls()
    {
        QTemporaryDir shared;
        const QString file = shared.filePath(u"lightwell.db"_s);
        {
            EngineRig first({toyOffer(u"toy"_s, u"one"_s, 30'000)}, file);
            first.vendor(u"one"_s).stopAfter = 1; // one of two jobs is done, the other runs on
            QObject context;
            Request request = EngineRig::request();
            request.n = 2;
            const QString id = first.engine->generate(request, {}, &context, [](const Generation &) {});
            const auto kept = [&first, &id] { return await(first.journal->find(id)); };
            QTRY_VERIFY(kept() && kept()->pictures.size() == 1);
        }
        EngineRig second({toyOffer(u"toy"_s, u"one"_s, 30'000)}, file);
        second.engine->resumeUnfinished();
        QTRY_COMPARE(await(second.journal->list(5))->first().status, GenerationStatus::Completed);
        const Generation generation = await(second.journal->list(5))->first();
        QVERIFY(!generation.pictures.isEmpty());
        QCOMPARE(generation.cost, Money::fromMicros(60'000)); // both were made and paid for
        QCOMPARE(second.usage().total, Money::fromMicros(60'000));
        QCOMPARE(second.vendor(u"one"_s).calls(u"/jobs"_s), 0);
    }

    void crashBeforeTheAnswerIsUnknown()
    {
        QTemporaryDir shared;
        const QString file = shared.filePath(u"lightwell.db"_s);
        {
            EngineRig first({toyOffer(u"toy"_s, u"one"_s)}, file);
            first.vendor(u"one"_s).afterAccepting = [] { return Reply::never(); };
            QObject context;
            first.engine->generate(EngineRig::request(), {}, &context, [](const Generation &) {});
            QTRY_COMPARE(first.vendor(u"one"_s).billed, 1);
        }
        EngineRig second({toyOffer(u"toy"_s, u"one"_s)}, file);
        second.engine->resumeUnfinished();
        QTRY_COMPARE(await(second.journal->list(5))->first().status, GenerationStatus::Unknown);
        QCOMPARE(second.vendor(u"one"_s).server().count(), 0);
        QCOMPARE(second.usage().reserved, Money::fromMicros(30'000));
    }

    /// The key is no longer there: what cannot be asked for has an end at once, and a job can be asked for later.
    void withoutAKeyNothingStaysRunning_data()
    {
        QTest::addColumn<bool>("hasJob");
        QTest::newRow("before the answer") << false;
        QTest::newRow("a job") << true;
    }
    void withoutAKeyNothingStaysRunning()
    {
        QFETCH(const bool, hasJob);
        QTemporaryDir shared;
        const QString file = shared.filePath(u"lightwell.db"_s);
        {
            EngineRig first({toyOffer(u"toy"_s, u"one"_s)}, file);
            first.vendor(u"one"_s).polls = 1'000'000;
            if (!hasJob) {
                first.vendor(u"one"_s).afterAccepting = [] { return Reply::never(); };
            }
            QObject context;
            int waiting = 0;
            first.engine->generate(
                EngineRig::request(), {}, &context, [](const Generation &) {},
                [&waiting](const Progress &p) { waiting += p.stage == Progress::Stage::Waiting ? 1 : 0; });
            QTRY_VERIFY(hasJob ? waiting > 1 : first.vendor(u"one"_s).billed == 1);
        }
        EngineRig second({toyOffer(u"toy"_s, u"one"_s)}, file);
        second.takeKeyAway(u"one"_s);
        second.engine->resumeUnfinished();
        QTRY_COMPARE(await(second.journal->list(5))->first().status, GenerationStatus::Unknown);
        const Generation left = await(second.journal->list(5))->first();
        QVERIFY(left.error);
        QCOMPARE(left.error->billing, Billing::MayBeBilled);
        QCOMPARE(left.attempts.last().hasJob, hasJob);
        QCOMPARE(left.error->kind == ErrorKind::NoKey, hasJob);
        QCOMPARE(second.vendor(u"one"_s).server().count(), 0);
        QCOMPARE(second.usage().reserved, Money::fromMicros(30'000));
        QTRY_COMPARE(second.engine->running(), 0);
        const Result<QList<Journal::Interrupted>> interrupted = await(second.journal->interrupted());
        QVERIFY(interrupted && interrupted->isEmpty());
    }

    /// What the vendor told of the one that is done is doubted then as it is when all goes well.
    void withoutAKeyAnOddBillIsStillDoubted()
    {
        QTemporaryDir shared;
        const QString file = shared.filePath(u"lightwell.db"_s);
        {
            EngineRig first({toyOffer(u"toy"_s, u"one"_s, 30'000)}, file);
            ToyVendor &vendor = first.vendor(u"one"_s);
            vendor.stopAfter = 0;
            vendor.pollScript = {
                Reply::json({{"picture"_L1, vendor.server().url(u"/pictures/1"_s).toString()}, {"cost"_L1, 30.0}})};
            QObject context;
            Request request = EngineRig::request();
            request.n = 2;
            const QString id = first.engine->generate(request, {}, &context, [](const Generation &) {});
            const auto calls = [&first, &id] { return await(first.journal->calls(id)); };
            const auto isDone = [](const JournalCall &call) { return call.finished; };
            const auto hasJob = [](const JournalCall &call) { return !call.finished && !call.state.isEmpty(); };
            QTRY_VERIFY(std::ranges::any_of(calls(), isDone) && std::ranges::any_of(calls(), hasJob));
        }
        EngineRig second({toyOffer(u"toy"_s, u"one"_s, 30'000)}, file);
        second.takeKeyAway(u"one"_s);
        second.engine->resumeUnfinished();
        QTRY_COMPARE(await(second.journal->list(5))->first().status, GenerationStatus::Completed);
        const Generation left = await(second.journal->list(5))->first();
        QCOMPARE(left.attempts.last().doubtedCost, Money::fromDollars(30.0));
        QVERIFY(!left.cost.isKnown());
        QVERIFY(left.attempts.last().hasJob);
    }
};

QTEST_MAIN(TestEngineCrash)
#include "test_enginecrash.moc"
