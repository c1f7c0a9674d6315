// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/enginerig.h"

#include <QTest>

#include <algorithm>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString one = u"one"_s;

int count(const ToyVendor &vendor, const QByteArray &method)
{
    const QList<Received> calls = vendor.calls();
    return static_cast<int>(
        std::count_if(calls.begin(), calls.end(), [&method](const Received &call) { return call.method == method; }));
}

} // namespace

/// One generation is given up: the vendor is told where it listens, and what it bills is in the books.
class TestCancelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJob_data()
    {
        QTest::addColumn<bool>("canCancel");
        QTest::addColumn<QString>("vendor"); ///< what it makes of that
        QTest::addColumn<GenerationStatus>("status");
        QTest::addColumn<int>("told"); ///< how often the vendor
        QTest::addColumn<qint64>("cost"); ///< micro-dollars; -1: unknown
        QTest::addColumn<qint64>("reserved");
        QTest::newRow("it stops") << true << u"stops"_s << GenerationStatus::Cancelled << 1 << qint64(0) << qint64(0);
        QTest::newRow("it was done already")
            << true << u"done"_s << GenerationStatus::Completed << 1 << qint64(30'000) << qint64(0);
        QTest::newRow("it has no way to stop")
            << false << u"stops"_s << GenerationStatus::Unknown << 0 << qint64(-1) << qint64(30'000);
    }
    void aJob()
    {
        QFETCH(const bool, canCancel);
        QFETCH(const QString, vendor);
        QFETCH(const qint64, cost);
        QFETCH(const qint64, reserved);
        EngineRig rig({toyOffer(u"toy"_s, one)}, {},
                      {[] { return std::make_unique<ToyVendor>(); },
                       [canCancel](const QString &id) { return std::make_unique<ToyAdapter>(id, canCancel); },
                       {}});
        rig.vendor(one).polls = 1'000'000;
        if (vendor == "done"_L1) {
            rig.vendor(one).cancelScript = {Reply::json({}, 409)};
        }
        std::optional<Generation> ended;
        int waiting = 0;
        QObject context;
        const QString id = rig.engine->generate(
            EngineRig::request(), {}, &context, [&ended](const Generation &g) { ended = g; },
            [&waiting](const Progress &p) { waiting += p.stage == Progress::Stage::Waiting ? 1 : 0; });
        QTRY_VERIFY(waiting > 1);
        rig.engine->cancel(id);
        if (vendor == "done"_L1) {
            QTRY_COMPARE(count(rig.vendor(one), "DELETE"), 1);
            rig.vendor(one).cancelled = false;
            rig.vendor(one).polls = 0;
        }
        QTRY_VERIFY(ended.has_value());
        QTEST(ended->status, "status");
        QTEST(count(rig.vendor(one), "DELETE"), "told");
        QCOMPARE(ended->cost, cost < 0 ? Money::unknown() : Money::fromMicros(cost));
        QCOMPARE(ended->pictures.size(), vendor == "done"_L1 ? 1 : 0); // what was made and paid for is kept
        QCOMPARE(rig.usage().reserved, Money::fromMicros(reserved));
        QCOMPARE(rig.usage().total, Money::fromMicros(std::max<qint64>(cost, 0)));
        QCOMPARE(await(rig.journal->find(id))->status, ended->status);
    }

    void anAnswerThatIsAwaited_data()
    {
        QTest::addColumn<bool>("billsOnDisconnect");
        QTest::addColumn<GenerationStatus>("status");
        QTest::addColumn<qint64>("reserved");
        QTest::newRow("hanging up stops the bill") << false << GenerationStatus::Cancelled << qint64(0);
        QTest::newRow("hanging up stops nothing") << true << GenerationStatus::Unknown << qint64(30'000);
    }
    void anAnswerThatIsAwaited()
    {
        QFETCH(const bool, billsOnDisconnect);
        QFETCH(const qint64, reserved);
        EngineRig rig({toyOffer(u"toy"_s, one)}, {},
                      {[] { return std::make_unique<ToyVendor>(); },
                       [=](const QString &id) { return std::make_unique<ToyAdapter>(id, false, billsOnDisconnect); },
                       {}});
        rig.vendor(one).submitScript = {Reply::never()};
        std::optional<Generation> ended;
        QObject context;
        const QString id =
            rig.engine->generate(EngineRig::request(), {}, &context, [&ended](const Generation &g) { ended = g; });
        QTRY_COMPARE(count(rig.vendor(one), "POST"), 1);
        rig.engine->cancel(id);
        QTRY_VERIFY(ended.has_value());
        QTEST(ended->status, "status");
        QCOMPARE(rig.usage().reserved, Money::fromMicros(reserved));
        QTRY_COMPARE(rig.vendor(one).server().hangUps(), 1); // the vendor notices
    }

    void ofSeveralCallsWhatIsMadeIsKeptAndBooked()
    {
        EngineRig rig({toyOffer(u"toy"_s, one)});
        rig.vendor(one).stopAfter = 1; // one of three jobs ends, the others run on
        Request request = EngineRig::request();
        request.n = 3;
        std::optional<Generation> ended;
        QObject context;
        const QString id = rig.engine->generate(request, {}, &context, [&ended](const Generation &g) { ended = g; });
        const auto kept = [&rig, &id] { return await(rig.journal->find(id)); };
        QTRY_VERIFY(kept() && kept()->pictures.size() == 1);
        rig.engine->cancel(id);
        QTRY_VERIFY(ended.has_value());
        QCOMPARE(ended->pictures.size(), 1);
        QCOMPARE(ended->cost, Money::fromMicros(30'000)); // the vendor said of the others that they cost nothing
        QCOMPARE(rig.usage().total, Money::fromMicros(30'000));
        QCOMPARE(rig.usage().reserved, Money::zero());
        QCOMPARE(count(rig.vendor(one), "DELETE"), 2);
    }

    void nobodyElseIsAsked()
    {
        EngineRig rig({toyOffer(u"toy"_s, one, 10'000), toyOffer(u"toy"_s, u"two"_s, 50'000)});
        EnginePolicy policy;
        policy.failoverAfterUnknown = true;
        rig.engine->setPolicy(policy);
        rig.vendor(one).submitScript = {Reply::never()};
        std::optional<Generation> ended;
        QObject context;
        const QString id =
            rig.engine->generate(EngineRig::request(), {}, &context, [&ended](const Generation &g) { ended = g; });
        QTRY_COMPARE(count(rig.vendor(one), "POST"), 1);
        rig.engine->cancel(id);
        QTRY_VERIFY(ended.has_value());
        QCOMPARE(rig.vendor(u"two"_s).server().count(), 0);
        QCOMPARE(ended->attempts.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCancelling)
#include "test_cancelling.moc"
