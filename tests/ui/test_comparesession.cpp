// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "tests/ui/fakeimageservice.h"
#include "ui/compare/comparesession.h"

#include <QSignalSpy>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The runs and cells behind the Compare page, without a widget.
class TestCompareSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsOneGenerationForEachCell();
    void ownSeedsOnlyWhereTaken();
    void statesFollowTheEngine();
    void cancelsOneAndKeepsTheRest();
    void cancelsAll();
    void lateAnswersOfOldTriesAreDropped();
    void retriesTheSameRequest();
    void aPictureStaysUntilTheNextComes();
    void asksAgainForTheSameJob();
    void summaryCountsMoneyOnce();
    void oldRunsGo();

private:
    Catalog m_catalog = Catalog::builtIn();
};

namespace {

CompareForm formOf(const QStringList &models, int pictures)
{
    CompareForm form;
    form.prompt = u"a lighthouse"_s;
    form.models = models;
    form.pictures = pictures;
    return form;
}

const QStringList threeModels {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};
using State = CompareCell::State;

} // namespace

void TestCompareSession::startsOneGenerationForEachCell()
{
    FakeImageService images(m_catalog);
    CompareSession session(images, m_catalog);
    QSignalSpy added(&session, &CompareSession::runAdded);
    CompareForm form = formOf(threeModels, 2);
    form.seed = 100;
    const int run = session.start(form);
    QCOMPARE(added.size(), 1);
    QCOMPARE(images.jobs().size(), 6);
    QCOMPARE(session.run(run)->rows(), 2);
    for (int index = 0; index < 6; ++index) {
        const Request &request = images.jobs().at(index).request;
        QCOMPARE(request.model, threeModels.at(index % 3));
        QCOMPARE(request.n, 1);
        QCOMPARE(request.seed, std::optional<qint64>(100 + index / 3));
        QCOMPARE(session.cell(run, index)->state, State::Queued);
    }
    QVERIFY(session.isBusy());
}

void TestCompareSession::ownSeedsOnlyWhereTaken()
{
    FakeImageService images(m_catalog);
    CompareSession session(images, m_catalog);
    session.start(formOf(threeModels, 2), {{threeModels.at(0), {true, Money::zero(), {}}}});
    const auto &jobs = images.jobs();
    QVERIFY(jobs.at(0).request.seed.has_value());
    QVERIFY2(!jobs.at(1).request.seed, "a model that takes no seed must not get one that is then dropped");
    QCOMPARE(*jobs.at(3).request.seed, *jobs.at(0).request.seed + 1);
}

void TestCompareSession::statesFollowTheEngine()
{
    FakeImageService images(m_catalog);
    CompareSession session(images, m_catalog);
    const int run = session.start(formOf(threeModels, 1));
    Progress waiting;
    waiting.stage = Progress::Stage::Waiting;
    waiting.fraction = 0.4;
    images.progress(0, waiting);
    QTRY_COMPARE(session.cell(run, 0)->state, State::Running);
    QCOMPARE(session.cell(run, 0)->progress.fraction, std::optional(0.4));
    images.complete(0);
    images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    images.fail(2, GenerationStatus::Unknown, Error());
    QTRY_VERIFY(!session.isBusy());
    QCOMPARE(session.cell(run, 0)->state, State::Done);
    QVERIFY(session.cell(run, 0)->picture());
    QCOMPARE(session.cell(run, 1)->state, State::Failed);
    QCOMPARE(session.cell(run, 2)->state, State::Unknown);
}

void TestCompareSession::cancelsOneAndKeepsTheRest()
{
    FakeImageService images(m_catalog);
    CompareSession session(images, m_catalog);
    const int run = session.start(formOf(threeModels, 1));
    session.cancel(run, 1);
    session.cancel(run, 1);
    QCOMPARE(images.cancelled, QStringList {images.jobs().at(1).id});
    QTRY_COMPARE(session.cell(run, 1)->state, State::Cancelled);
    QCOMPARE(session.cell(run, 0)->state, State::Queued);
    images.completeAll();
    QTRY_VERIFY(!session.isBusy());
    QCOMPARE(session.cell(run, 0)->state, State::Done);
    QCOMPARE(session.cell(run, 2)->state, State::Done);
}

void TestCompareSession::cancelsAll()
{
    FakeImageService images(m_catalog);
    images.ignoreCancel = true;
    CompareSession session(images, m_catalog);
    const int run = session.start(formOf(threeModels, 2));
    images.complete(0);
    QTRY_COMPARE(session.cell(run, 0)->state, State::Done);
    session.cancelAll();
    QCOMPARE(images.cancelled.size(), 5);
    QVERIFY2(session.cell(run, 3)->cancelWished && session.isBusy(), "a vendor may finish all the same");
    images.completeAll();
    QTRY_VERIFY(!session.isBusy());
    QCOMPARE(session.cell(run, 3)->state, State::Done);
}

void TestCompareSession::lateAnswersOfOldTriesAreDropped()
{
    FakeImageService images(m_catalog);
    CompareSession session(images, m_catalog);
    const int run = session.start(formOf({threeModels.at(0)}, 1));
    images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    QTRY_COMPARE(session.cell(run, 0)->state, State::Failed);
    session.retry(run, 0);
    Progress late;
    late.stage = Progress::Stage::Waiting;
    late.fraction = 0.9;
    images.progress(0, late); // of the first try
    images.complete(1);
    QTRY_COMPARE(session.cell(run, 0)->state, State::Done);
    QCOMPARE(session.cell(run, 0)->outcome->id, images.jobs().at(1).id);
    QVERIFY(!session.cell(run, 0)->progress.fraction);
}

void TestCompareSession::retriesTheSameRequest()
{
    FakeImageService images(m_catalog);
    CompareSession session(images, m_catalog);
    CompareForm form = formOf({threeModels.at(0)}, 1);
    form.seed = 5;
    const int run = session.start(form);
    session.retry(run, 0);
    QCOMPARE(images.jobs().size(), 1); // not while it runs
    images.fail(0, GenerationStatus::Unknown, Error());
    QTRY_COMPARE(session.cell(run, 0)->state, State::Unknown);
    session.retry(run, 0);
    QCOMPARE(images.jobs().size(), 2);
    QCOMPARE(images.jobs().at(1).request, images.jobs().at(0).request);
    QCOMPARE(session.cell(run, 0)->tries, 2);
    QVERIFY(!session.cell(run, 0)->outcome);
}

void TestCompareSession::aPictureStaysUntilTheNextComes()
{
    FakeImageService images(m_catalog);
    images.prices.insert(threeModels.at(0), Money::fromDollars(0.5));
    CompareSession session(images, m_catalog);
    QSignalSpy stayed(&session, &CompareSession::pictureStayed);
    const int run = session.start(formOf({threeModels.at(0)}, 1));
    images.complete(0);
    QTRY_COMPARE(session.cell(run, 0)->state, State::Done);
    const QString first = session.cell(run, 0)->outcome->id;
    const Money cost = session.cell(run, 0)->outcome->cost;
    const auto costs = [&](int times) { return session.summary().costs == QList<Money>(times, cost); };
    session.retry(run, 0);
    QVERIFY(session.cell(run, 0)->before && session.cell(run, 0)->before->id == first);
    QVERIFY2(costs(1), "it is paid all the same");
    session.cancel(run, 0);
    QTRY_COMPARE(session.cell(run, 0)->state, State::Done);
    QCOMPARE(session.cell(run, 0)->outcome->id, first);
    session.retry(run, 0);
    Error lost;
    lost.kind = ErrorKind::Network;
    images.fail(2, GenerationStatus::Unknown, lost);
    QTRY_COMPARE(session.cell(run, 0)->state, State::Done);
    QCOMPARE(session.cell(run, 0)->outcome->id, first);
    QCOMPARE(stayed.size(), 2);
    QVERIFY(costs(1));
    QCOMPARE(session.summary().mayBeBilled.size(), 1);
    session.retry(run, 0);
    images.complete(3);
    QTRY_COMPARE(session.cell(run, 0)->state, State::Done);
    QCOMPARE(session.cell(run, 0)->outcome->id, images.jobs().at(3).id);
    QVERIFY(!session.cell(run, 0)->before);
    QVERIFY2(costs(2), "both were paid");
}

void TestCompareSession::asksAgainForTheSameJob()
{
    FakeImageService images(m_catalog);
    CompareSession session(images, m_catalog);
    const int run = session.start(formOf(threeModels, 1));
    Error error;
    error.kind = ErrorKind::Timeout;
    images.fail(1, GenerationStatus::Unknown, error);
    QTRY_COMPARE(session.cell(run, 1)->state, State::Unknown);
    const QString generation = session.cell(run, 1)->generation;
    session.refetchJob(run, 1);
    QCOMPARE(session.cell(run, 1)->state, State::Queued);
    QCOMPARE(images.followed, QStringList {generation});
    QCOMPARE(images.jobs().size(), 3); // nothing new was asked for
    session.refetchJob(run, 1); // under way already
    QCOMPARE(images.followed.size(), 1);
    images.complete(1);
    QTRY_COMPARE(session.cell(run, 1)->state, State::Done);
    QCOMPARE(session.cell(run, 1)->generation, generation);
}

void TestCompareSession::summaryCountsMoneyOnce()
{
    FakeImageService images(m_catalog);
    images.prices.insert(threeModels.at(0), Money::fromDollars(0.03));
    images.prices.insert(threeModels.at(1), Money::unknown());
    CompareSession session(images, m_catalog);
    const int run = session.start(formOf(threeModels, 1));
    images.complete(0);
    images.complete(1);
    images.fail(2, GenerationStatus::Failed, notSent(ErrorKind::Auth, u"no"_s));
    QTRY_VERIFY(!session.isBusy());
    Q_UNUSED(run)
    const CompareSummary sum = session.summary();
    QCOMPARE(sum.cells, 3);
    QCOMPARE(sum.done, 2);
    QCOMPARE(sum.failed, 1);
    QCOMPARE(sum.costs, (QList<Money> {Money::fromDollars(0.03), Money::unknown()}));
}

void TestCompareSession::oldRunsGo()
{
    FakeImageService images(m_catalog);
    CompareSession session(images, m_catalog);
    const int first = session.start(formOf({threeModels.at(0)}, 1));
    images.completeAll();
    QTRY_VERIFY(!session.isBusy());
    images.diskIsFull = true;
    const int unsaved = session.start(formOf({threeModels.at(0)}, 1));
    images.completeAll();
    QTRY_VERIFY(!session.isBusy());
    images.diskIsFull = false;
    const int running = session.start(formOf({threeModels.at(0)}, 1));
    for (int count = 0; count < CompareSession::keptRuns; ++count) {
        session.start(formOf({threeModels.at(0)}, 1));
    }
    QVERIFY(!session.run(first));
    QVERIFY2(session.run(running), "what is under way is never dropped");
    QVERIFY2(session.run(unsaved), "nor a picture that is in no file yet");
    images.completeAll();
    QTRY_VERIFY(!session.isBusy());
    const CompareSession::Removal kept = session.removeFinishedRuns(CompareSession::Keep::WhatIsOnlyHere);
    QCOMPARE(kept.kept, 1);
    QCOMPARE(session.runs(), QList<int> {unsaved});
    QVERIFY(session.holdsUnsaved());
    session.restoreRemoved();
    QCOMPARE(session.runs().size(), kept.removed + 1);
    session.removeFinishedRuns(CompareSession::Keep::Nothing);
    QVERIFY(session.runs().isEmpty());
}

QTEST_GUILESS_MAIN(TestCompareSession)
#include "test_comparesession.moc"
