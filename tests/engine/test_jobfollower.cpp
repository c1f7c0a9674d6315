// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A job that outlives its time limit may be paid for: it is asked for again, and never submitted again.
#include "core/engine/callreasons.h"
#include "core/engine/jobfollower.h"
#include "tests/engine/enginerig.h"

#include <QJsonArray>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A generation whose job is still running at the vendor when its time is up.
struct Outlived
{
    explicit Outlived(const Offer &offer = toyOffer(u"toy"_s, u"one"_s, 30'000))
        : rig({offer})
    {
        EnginePolicy policy;
        policy.patience.total = 1s;
        policy.patience.firstPause = 5ms;
        policy.patience.gone = 50ms;
        rig.engine->setPolicy(policy);
        vendor().stopAfter = 0;
        QObject::connect(rig.engine.get(), &Engine::generationChanged, rig.engine.get(), [this](const Generation &g) {
            if (g.status != GenerationStatus::Running) {
                ends.append(g);
            }
        });
    }
    ToyVendor &vendor() { return rig.vendor(u"one"_s); }
    [[nodiscard]] Generation follow(const QString &id)
    {
        std::optional<Generation> end;
        QObject context;
        rig.engine->fetchJob(id, &context, [&end](const Generation &g) { end = g; });
        [&end] { QTRY_VERIFY(end); }();
        return end.value_or(Generation());
    }

    EngineRig rig;
    QList<Generation> ends;
};

} // namespace

class TestJobFollower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnByItself()
    {
        Outlived it;
        JobFollower follower(*it.rig.engine, *it.rig.journal, {1ms, 5});
        const Generation first = it.rig.run();
        QCOMPARE(first.status, GenerationStatus::Unknown);
        QVERIFY(first.attempts.last().hasJob);
        QCOMPARE(it.rig.usage().reserved, Money::fromMicros(30'000));
        it.vendor().stopAfter = -1;
        QTRY_COMPARE(it.ends.last().status, GenerationStatus::Completed);
        QCOMPARE(it.ends.last().id, first.id);
        QCOMPARE(it.ends.last().pictures.size(), 1);
        QVERIFY(!it.ends.last().attempts.last().hasJob);
        QCOMPARE(it.rig.usage().total, Money::fromMicros(30'000));
        QCOMPARE(it.rig.usage().reserved, Money::zero());
        QCOMPARE(it.vendor().billed, 1);
    }

    void givesUpAfterAWhile()
    {
        Outlived it;
        JobFollower follower(*it.rig.engine, *it.rig.journal, {1ms, 2});
        static_cast<void>(it.rig.run());
        QTRY_COMPARE(it.ends.size(), 3); // the generation, and two rounds more
        QTRY_COMPARE(it.rig.engine->running(), 0);
        QCOMPARE(it.ends.last().status, GenerationStatus::Unknown);
        QCOMPARE(it.rig.usage().reserved, Money::fromMicros(30'000));
        QCOMPARE(it.vendor().billed, 1);
    }

    void isAskedForByHand()
    {
        Outlived it;
        const QString id = it.rig.run().id;
        it.vendor().stopAfter = -1;
        const Generation end = it.follow(id);
        QCOMPARE(end.status, GenerationStatus::Completed);
        QCOMPARE(end.cost, Money::fromMicros(30'000));
        QCOMPARE(await(it.rig.journal->find(id)).value_or(Generation()), end);
        // Nothing is left to ask for, and nobody is asked.
        const int asked = it.vendor().server().count();
        QCOMPARE(it.follow(id), end);
        QCOMPARE(it.vendor().server().count(), asked);
    }

    void onlyWhatWasBegunIsAReasonToStay()
    {
        Outlived it;
        QObject context;
        std::optional<Generation> end;
        const QString id = it.rig.engine->generate(EngineRig::request(), {}, &context,
                                                   [&end](const Generation &generation) { end = generation; });
        QCOMPARE(it.rig.engine->begun(), 1);
        QCOMPARE(it.rig.engine->running(), 1);
        QTRY_VERIFY(end);
        QCOMPARE(it.rig.engine->begun(), 0);
        it.rig.engine->fetchJob(id, &context, [&end](const Generation &generation) { end = generation; });
        QCOMPARE(it.rig.engine->running(), 1);
        QCOMPARE(it.rig.engine->begun(), 0); // the journal remembers it, whoever ends first
        QTRY_COMPARE(it.rig.engine->running(), 0);
        QCOMPARE(it.rig.engine->begun(), 0);
        Request impossible = EngineRig::request();
        impossible.model = u"nobody's"_s;
        QCOMPARE(it.rig.run(impossible).status, GenerationStatus::Failed);
        QCOMPARE(it.rig.engine->begun(), 0);
    }

    void theNextRunAsksOnce()
    {
        Outlived it;
        const QString id = it.rig.run().id;
        it.vendor().stopAfter = -1;
        JobFollower follower(*it.rig.engine, *it.rig.journal, {1ms, 5});
        follower.followRecent();
        QTRY_COMPARE(it.ends.last().status, GenerationStatus::Completed);
        QCOMPARE(it.ends.last().id, id);
        QCOMPARE(it.vendor().billed, 1);
    }

    void aJobThatFailedIsReleased()
    {
        Outlived it;
        const QString id = it.rig.run().id;
        it.vendor().cancelled = true; // by somebody else, at the vendor's own page
        const Generation end = it.follow(id);
        QVERIFY(end.status != GenerationStatus::Unknown);
        QVERIFY(end.error);
        QVERIFY(!end.attempts.last().hasJob);
        QCOMPARE(it.rig.usage().reserved, Money::zero());
        QCOMPARE(it.rig.usage().total, Money::zero());
    }

    void aPictureThatCouldNotBeFetchedIsFetchedLater()
    {
        Outlived it;
        it.vendor().stopAfter = -1;
        it.vendor().pictureScript = std::deque<Reply>(1000, Reply::json({}, 404));
        const Generation first = it.rig.run();
        it.vendor().pictureScript.clear();
        QCOMPARE(first.status, GenerationStatus::Failed);
        QVERIFY(first.attempts.last().hasJob);
        QCOMPARE(it.rig.usage().total, Money::fromMicros(30'000));
        const Generation end = it.follow(first.id);
        QCOMPARE(end.status, GenerationStatus::Completed);
        QCOMPARE(end.pictures.size(), 1);
        QCOMPARE(it.rig.usage().total, Money::fromMicros(30'000)); // paid once
    }

    /// No job could tell the link again: it is kept.
    void soIsOneOfAVendorThatAnswersAtOnce()
    {
        Outlived it;
        it.vendor().atOnce = true;
        it.vendor().pictureScript = std::deque<Reply>(1000, Reply::json({}, 404));
        const Generation first = it.rig.run();
        it.vendor().pictureScript.clear();
        QCOMPARE(first.status, GenerationStatus::Failed);
        QCOMPARE(first.error.value_or(Error()).reason, reasons::pictureLinkKept(u"Toy one"_s));
        QVERIFY(first.attempts.last().hasJob);
        QCOMPARE(it.rig.usage().total, Money::fromMicros(30'000));
        const Generation end = it.follow(first.id);
        QCOMPARE(end.status, GenerationStatus::Completed);
        QCOMPARE(end.pictures.size(), 1);
        QVERIFY(!end.attempts.last().hasJob);
        QCOMPARE(it.rig.usage().total, Money::fromMicros(30'000)); // paid once
        QCOMPARE(it.vendor().billed, 1);
        QCOMPARE(it.vendor().calls(u"/jobs"_s), 1);
    }

    /// All four are paid for, though only one is fetched now.
    void oneOfFourIsFetchedLater()
    {
        Offer offer = toyOffer(u"toy"_s, u"one"_s, 30'000, 4);
        offer.fields.insert(u"n"_s, u"n"_s);
        Outlived it(offer);
        QJsonArray links;
        for (const QString &path : {u"/pictures/1"_s, u"/pictures/2"_s, u"/pictures/3"_s, u"/pictures/4"_s}) {
            links.append(it.vendor().server().url(path).toString());
        }
        it.vendor().submitScript = {Reply::json({{"picture"_L1, links}})};
        it.vendor().lost = QStringList(u"/pictures/2"_s);
        Request request = EngineRig::request();
        request.n = 4;
        const Generation first = it.rig.run(request);
        QCOMPARE(first.pictures.size(), 3);
        QCOMPARE(first.cost, Money::fromMicros(120'000));
        QVERIFY(first.attempts.last().hasJob);
        it.vendor().lost.clear();
        const Generation end = it.follow(first.id);
        QCOMPARE(end.status, GenerationStatus::Completed);
        QCOMPARE(end.pictures.size(), 4);
        QCOMPARE(end.cost, Money::fromMicros(120'000));
        QCOMPARE(it.rig.usage().total, Money::fromMicros(120'000));
    }

    /// Links need no key.
    void keptLinksAreFetchedWithoutAKey()
    {
        Outlived it;
        it.vendor().atOnce = true;
        it.vendor().lost = QStringList(u"/pictures/1"_s);
        const Generation first = it.rig.run();
        QVERIFY(first.attempts.last().hasJob);
        it.vendor().lost.clear();
        it.rig.takeKeyAway(u"one"_s);
        const Generation end = it.follow(first.id);
        QCOMPARE(end.status, GenerationStatus::Completed);
        QCOMPARE(end.pictures.size(), 1);
        QCOMPARE(it.rig.usage().total, Money::fromMicros(30'000));
        QCOMPARE(it.vendor().calls(u"/jobs"_s), 1);
    }

    /// The key was good when the job was ordered: it goes on there, and can be asked for when the key is good again.
    void aKeyThatStaysRefused()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        EnginePolicy policy;
        policy.patience.firstPause = 5ms;
        policy.patience.refused = 50ms;
        rig.engine->setPolicy(policy);
        ToyVendor &vendor = rig.vendor(u"one"_s);
        vendor.pollScript = std::deque<Reply>(100'000, Reply::json({}, 401));
        const Generation first = rig.run();
        QCOMPARE(first.status, GenerationStatus::Unknown);
        QVERIFY(first.error);
        QCOMPARE(first.error->kind, ErrorKind::Auth);
        QCOMPARE(first.error->billing, Billing::MayBeBilled);
        QCOMPARE(first.error->why(), reasons::cannotBeAskedNow(u"Toy one"_s));
        QVERIFY(first.attempts.last().hasJob);
        QCOMPARE(rig.usage().reserved, Money::fromMicros(30'000));
        QVERIFY(vendor.calls(u"/jobs/1"_s) > 1);
        vendor.pollScript.clear();
        std::optional<Generation> end;
        QObject context;
        rig.engine->fetchJob(first.id, &context, [&end](const Generation &g) { end = g; });
        QTRY_VERIFY(end);
        QCOMPARE(end->status, GenerationStatus::Completed);
        QCOMPARE(rig.usage().total, Money::fromMicros(30'000));
        QCOMPARE(rig.usage().reserved, Money::zero());
        QCOMPARE(vendor.billed, 1);
        QCOMPARE(vendor.calls(u"/jobs"_s), 1);
    }

    void withoutAKeyNobodyIsAsked()
    {
        Outlived it;
        const QString id = it.rig.run().id;
        it.rig.takeKeyAway(u"one"_s);
        const int asked = it.vendor().server().count();
        const Generation end = it.follow(id);
        QCOMPARE(end.status, GenerationStatus::Unknown);
        QVERIFY(end.error);
        QCOMPARE(end.error->kind, ErrorKind::NoKey);
        QCOMPARE(it.rig.engine->running(), 0);
        QCOMPARE(it.vendor().server().count(), asked);
        const Generation kept = await(it.rig.journal->find(id)).value_or(Generation());
        QCOMPARE(kept.status, GenerationStatus::Unknown);
        QVERIFY(kept.attempts.last().hasJob); // it can be asked for as soon as there is a key
    }

    void whatAProgramLeftRunningIsTakenUp()
    {
        Outlived it;
        Generation left = it.rig.run();
        left.status = GenerationStatus::Running;
        left.attempts.last().status = GenerationStatus::Running;
        left.attempts.last().hasJob = false;
        {
            Journal gone(*it.rig.store);
            QVERIFY(await(gone.write(left)).ok());
            QVERIFY(!await(it.rig.journal->reopen(left.id))); // it still runs over there
        }
        it.vendor().stopAfter = -1;
        const Generation end = it.follow(left.id);
        QCOMPARE(end.status, GenerationStatus::Completed);
        QCOMPARE(it.rig.usage().total, Money::fromMicros(30'000));
        QCOMPARE(it.vendor().billed, 1);
    }

    void whatNeverWasIsNotFollowed()
    {
        Outlived it;
        QCOMPARE(it.follow(u"gen_nothing"_s).id, u"gen_nothing"_s);
        QCOMPARE(it.vendor().server().count(), 0);
        QCOMPARE(it.rig.engine->running(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJobFollower)
#include "test_jobfollower.moc"
