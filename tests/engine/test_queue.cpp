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

/// A rig at whose vendor so many calls run side by side, each until the gate opens.
class QueueRig : public EngineRig
{
public:
    explicit QueueRig(int atOnce, const QList<Offer> &offers = {toyOffer(u"toy"_s, one, 30'000)})
        : EngineRig(offers)
    {
        EnginePolicy policy;
        policy.routing.maxAtOnce.insert(one, atOnce);
        engine->setPolicy(policy);
        vendor(one).atOnce = true;
    }
    /// The next answers are held back until the gate opens.
    void hold(int answers)
    {
        for (int i = 0; i < answers; ++i) {
            Reply reply = Reply::json({{"picture"_L1, vendor(one).server().url(u"/pictures/1"_s).toString()}});
            vendor(one).submitScript.push_back(reply.after(gate));
        }
    }
    QString start(const Origin &origin = {}, int n = 1)
    {
        Request asked = request();
        asked.n = n;
        const QString who = origin.client;
        return engine->generate(
            asked, origin, &m_context,
            [this, who](const Generation &generation) {
                ended.append(generation);
                order.append(who);
            },
            [this](const Progress &progress) {
                if (progress.stage == Progress::Stage::Queued && progress.queuePosition) {
                    positions.append(*progress.queuePosition);
                }
            });
    }
    [[nodiscard]] int calls() { return vendor(one).calls(u"/jobs"_s); }

    std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    QList<Generation> ended;
    QStringList order;
    QList<int> positions;

private:
    QObject m_context;
};

Origin program(const QString &name)
{
    return {Origin::Kind::Gateway, name};
}

} // namespace

/// Calls that wait for their turn at a provider.
class TestQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soManyRunAndTheOthersWait()
    {
        QueueRig rig(2);
        rig.hold(2);
        for (int i = 0; i < 5; ++i) {
            rig.start();
        }
        QTRY_COMPARE(rig.calls(), 2);
        QTRY_COMPARE(rig.positions.size(), 3);
        std::sort(rig.positions.begin(), rig.positions.end());
        QCOMPARE(rig.positions, (QList<int> {1, 2, 3}));
        QCOMPARE(rig.calls(), 2);
        QCOMPARE(rig.usage().reserved, Money::fromMicros(60'000)); // what waits has reserved nothing
        rig.gate->open();
        QTRY_COMPARE(rig.ended.size(), 5);
        QCOMPARE(rig.calls(), 5);
        QCOMPARE(rig.usage().total, Money::fromMicros(150'000));
        QCOMPARE(rig.usage().reserved, Money::zero());
    }

    void nobodyWaitsForAllOfAnothersCalls()
    {
        QueueRig rig(1);
        rig.hold(1);
        for (int i = 0; i < 6; ++i) {
            rig.start(program(u"busy"_s));
        }
        QTRY_COMPARE(rig.calls(), 1);
        rig.start(program(u"other"_s));
        rig.start({Origin::Kind::Window, {}});
        QTRY_VERIFY(rig.positions.size() >= 7); // who comes in between moves others
        rig.gate->open();
        QTRY_COMPARE(rig.ended.size(), 8);
        QVERIFY(rig.order.indexOf(u"other"_s) <= 3); // and not the seventh
        QVERIFY(rig.order.indexOf(QString()) <= 3);
    }

    void theCallsOfOneGenerationWaitToo()
    {
        QueueRig rig(2);
        rig.hold(2);
        rig.start({}, 4);
        QTRY_COMPARE(rig.calls(), 2);
        QTest::qWait(0);
        QCOMPARE(rig.calls(), 2);
        QCOMPARE(rig.usage().reserved, Money::fromMicros(120'000)); // it has begun, as a whole
        rig.gate->open();
        QTRY_COMPARE(rig.ended.size(), 1);
        QCOMPARE(rig.ended.first().status, GenerationStatus::Completed);
        QCOMPARE(rig.ended.first().pictures.size(), 4);
        QCOMPARE(rig.calls(), 4);
        QCOMPARE(rig.usage().total, Money::fromMicros(120'000));
    }

    void cancellingWhatWaitsCostsNothing()
    {
        QueueRig rig(1);
        rig.hold(1);
        rig.start();
        QTRY_COMPARE(rig.calls(), 1);
        const QString waiting = rig.start();
        QTRY_COMPARE(rig.positions.size(), 1);
        rig.engine->cancel(waiting);
        QTRY_COMPARE(rig.ended.size(), 1);
        QCOMPARE(rig.ended.first().id, waiting);
        QCOMPARE(rig.ended.first().status, GenerationStatus::Cancelled);
        QCOMPARE(rig.ended.first().cost, Money::zero());
        QCOMPARE(rig.ended.first().error->billing, Billing::NotBilled);
        QVERIFY(rig.ended.first().attempts.isEmpty());
        rig.gate->open();
        QTRY_COMPARE(rig.ended.size(), 2);
        QCOMPARE(rig.calls(), 1);
        QCOMPARE(rig.usage().total, Money::fromMicros(30'000));
        QCOMPARE(rig.usage().reserved, Money::zero());
        rig.start(); // its place is free again
        QTRY_COMPARE(rig.ended.size(), 3);
        QCOMPARE(rig.ended.last().status, GenerationStatus::Completed);
    }

    void cancellingOneThatHalfWaits()
    {
        QueueRig rig(1);
        rig.hold(1);
        const QString id = rig.start({}, 3);
        QTRY_COMPARE(rig.calls(), 1);
        rig.engine->cancel(id);
        QTRY_COMPARE(rig.ended.size(), 1);
        QCOMPARE(rig.ended.first().status, GenerationStatus::Unknown); // one was sent, and it may be billed
        QCOMPARE(rig.calls(), 1);
        QCOMPARE(rig.usage().reserved, Money::fromMicros(90'000));
        rig.gate->open();
    }

    void aBudgetIsAskedWhenItIsItsTurn()
    {
        QueueRig rig(1);
        Budget budget;
        budget.limit = Money::fromMicros(60'000);
        budget.period = Period::Total;
        QVERIFY(await(rig.ledger->setBudget(budget)).ok());
        rig.hold(1);
        for (int i = 0; i < 4; ++i) {
            rig.start();
        }
        QTRY_COMPARE(rig.calls(), 1);
        rig.gate->open();
        QTRY_COMPARE(rig.ended.size(), 4);
        const auto count = [&rig](GenerationStatus status) {
            return std::count_if(rig.ended.begin(), rig.ended.end(),
                                 [status](const Generation &generation) { return generation.status == status; });
        };
        QCOMPARE(count(GenerationStatus::Completed), 2);
        QCOMPARE(count(GenerationStatus::Failed), 2);
        QCOMPARE(rig.calls(), 2);
        QCOMPARE(rig.usage().total, Money::fromMicros(60'000));
    }

    void waitingIsNotLate()
    {
        QueueRig rig(1);
        EnginePolicy policy;
        policy.routing.maxAtOnce.insert(one, 1);
        policy.patience.total = std::chrono::milliseconds(1500);
        rig.engine->setPolicy(policy);
        rig.vendor(one).submitScript = {Reply::never(), Reply::never()}; // each until its own time is up
        for (int i = 0; i < 3; ++i) {
            rig.start();
        }
        QTRY_COMPARE(rig.ended.size(), 3);
        QCOMPARE(rig.ended.last().status, GenerationStatus::Completed);
        QCOMPARE(rig.calls(), 3);
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "test_queue.moc"
