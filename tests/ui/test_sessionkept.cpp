// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/pictureview.h"

#include <QLabel>
#include <QMenu>

#include <numeric>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The runs of the Compare page over a restart of the program.
class TestSessionKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenComesBack();
    void damagedSettingsBringLess_data();
    void damagedSettingsBringLess();
    void runsAreThereAgain();
    void whatRunsGoesOn();
    void whatEndedMeanwhileShowsItsEnd();
    void lostRecordsSaySo();
    void clearedRunsStayCleared();
    void undoneClearingBringsThemBackForGood();
    void newRunsComeOnTop();
    void triesCostOnce();
    void aPictureThatStayedIsShownAgain();
    void onlyIdsAndNoMoreThanTwelve();
    void lateJobsArriveInTheirCell();
    void clearingWhileTheyAreReadForgetsThem();

private:
    static void start(WindowBench &bench);
    static CompareSession &session(WindowBench &bench) { return bench.window().compare()->session(); }
    static void reopen(WindowBench &bench, qsizetype runs);
};

namespace {

using State = CompareCell::State;

Error busy()
{
    return notSent(ErrorKind::Overloaded, u"err-17"_s);
}

} // namespace

void TestSessionKept::start(WindowBench &bench)
{
    bench.open();
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 3);
    bench.clock.milliseconds += slipMilliseconds;
}

void TestSessionKept::reopen(WindowBench &bench, qsizetype runs)
{
    bench.open();
    QTRY_COMPARE(session(bench).runs().size(), runs);
}

void TestSessionKept::whatIsWrittenComesBack()
{
    const KeptRun run {
        QDateTime::fromMSecsSinceEpoch(1'764'000'000'000), {u"a"_s, u"b"_s}, {{u"gen_1"_s}, {u"gen_2"_s, u"gen_3"_s}}};
    QCOMPARE(readKept(writeKept({run, run})), (QList<KeptRun> {run, run}));
}

void TestSessionKept::damagedSettingsBringLess_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"runs\":[");
    QTest::newRow("no runs") << QByteArray("{\"runs\":7}");
    QTest::newRow("no models") << QByteArray(R"({"runs":[{"at":1,"models":[],"cells":[["gen_1"]]}]})");
    QTest::newRow("a row that is not whole") << QByteArray(R"({"runs":[{"models":["a","b"],"cells":[["gen_1"]]}]})");
    QTest::newRow("no try") << QByteArray(R"({"runs":[{"models":["a"],"cells":[[]]}]})");
    QTest::newRow("too many rows") << QByteArray(R"({"runs":[{"models":["a"],"cells":[["1"],["1"],["1"],["1"],["1"],)"
                                                 R"(["1"],["1"],["1"],["1"],["1"],["1"]]}]})");
}

void TestSessionKept::damagedSettingsBringLess()
{
    QFETCH(QByteArray, written);
    QVERIFY(readKept(written).isEmpty());
    WindowBench bench;
    bench.settings().set(Setting::CompareRuns, written);
    start(bench);
    QCOMPARE(session(bench).runs(), QList<int> {1});
}

void TestSessionKept::runsAreThereAgain()
{
    WindowBench bench;
    bench.images.prices.insert(u"sketchbook-scene"_s, Money::fromDollars(0.03));
    start(bench);
    bench.images.complete(0);
    bench.images.complete(1, QSize(640, 480));
    bench.images.fail(2, GenerationStatus::Failed, busy());
    QTRY_COMPARE(session(bench).summary().underWay, 0);
    const CompareRun before = *session(bench).run(1);
    const CompareSummary sum = session(bench).summary();
    const QString prompt = before.title();
    reopen(bench, 1);
    const CompareRun &after = *session(bench).run(1);
    QCOMPARE(after.title(), prompt);
    QCOMPARE(after.startedAt, before.startedAt);
    QCOMPARE(after.form.models, before.form.models);
    QCOMPARE(after.form.size, before.form.size);
    QCOMPARE(after.cells.size(), 3);
    for (int index = 0; index < 3; ++index) {
        QCOMPARE(after.cells.at(index).state, before.cells.at(index).state);
        QCOMPARE(after.cells.at(index).request, before.cells.at(index).request);
        QCOMPARE(after.cells.at(index).outcome, before.cells.at(index).outcome);
    }
    QCOMPARE(session(bench).summary().costs, sum.costs);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.1.picture"_s)->isShown());
    QVERIFY(bench.find<QWidget>(u"cell.1.2.state.step"_s)->isVisible());
    QVERIFY2(bench.images.jobs().size() == 3, "nothing is begun by it");
    QVERIFY(bench.images.followed.isEmpty());
}

void TestSessionKept::whatRunsGoesOn()
{
    WindowBench bench;
    start(bench);
    bench.images.complete(1);
    QTRY_COMPARE(session(bench).summary().underWay, 2);
    reopen(bench, 1);
    QTRY_COMPARE(bench.images.followed.size(), 2);
    QCOMPARE(bench.images.jobs().size(), 3);
    QVERIFY(session(bench).isBusy());
    QVERIFY(session(bench).cell(1, 0)->isUnderWay());
    Progress half;
    half.stage = Progress::Stage::Waiting;
    half.fraction = 0.5;
    bench.images.progress(0, half);
    QTRY_COMPARE(session(bench).cell(1, 0)->state, State::Running);
    bench.images.complete(0);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    QTest::mouseClick(bench.find<QAbstractButton>(u"cell.1.2.footer.cancel"_s), Qt::LeftButton);
    QCOMPARE(bench.images.cancelled, QStringList {bench.images.jobs().at(2).id});
    QTRY_COMPARE(session(bench).cell(1, 2)->state, State::Cancelled);
    QTRY_VERIFY(!session(bench).isBusy());
}

void TestSessionKept::whatEndedMeanwhileShowsItsEnd()
{
    WindowBench bench;
    start(bench);
    bench.close();
    bench.images.complete(0);
    bench.images.fail(1, GenerationStatus::Failed, busy());
    bench.images.complete(2);
    reopen(bench, 1);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    QCOMPARE(session(bench).cell(1, 1)->state, State::Failed);
    QVERIFY(bench.images.followed.isEmpty());
}

void TestSessionKept::lostRecordsSaySo()
{
    WindowBench bench;
    start(bench);
    bench.images.completeAll();
    QTRY_COMPARE(session(bench).summary().done, 3);
    bench.images.journal.remove(bench.images.jobs().at(1).id);
    QFile::remove(session(bench).cell(1, 2)->picture()->path);
    reopen(bench, 1);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
    QVERIFY(session(bench).cell(1, 1)->isLost);
    QVERIFY(!bench.text(u"cell.1.1.state.title"_s).isEmpty());
    QVERIFY(!bench.find<QWidget>(u"cell.1.1.state.step"_s)->isVisible());
    auto *more = bench.find<QAbstractButton>(u"cell.1.1.footer.more"_s);
    QTest::keyClick(more, Qt::Key_R);
    QCOMPARE(bench.images.jobs().size(), 3);
    QVERIFY2(!bench.find<PictureView>(u"cell.1.2.picture"_s)->isShown(), "its file is gone, and it says so");
    QTRY_VERIFY(!bench.find<PictureView>(u"cell.1.2.picture"_s)->isAwaited());
}

void TestSessionKept::clearedRunsStayCleared()
{
    WindowBench bench;
    start(bench);
    bench.images.completeAll();
    auto *clear = bench.find<QAbstractButton>(u"clearResults"_s);
    QTRY_VERIFY(clear->isEnabled());
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(session(bench).runs().size(), 0);
    bench.open();
    bench.waitForPrices();
    QCOMPARE(session(bench).runs().size(), 0);
}

void TestSessionKept::undoneClearingBringsThemBackForGood()
{
    WindowBench bench;
    start(bench);
    bench.images.completeAll();
    auto *clear = bench.find<QAbstractButton>(u"clearResults"_s);
    QTRY_VERIFY(clear->isEnabled());
    QTest::mouseClick(clear, Qt::LeftButton);
    QTest::keyClick(&bench.window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(session(bench).runs().size(), 1);
    reopen(bench, 1);
}

void TestSessionKept::newRunsComeOnTop()
{
    WindowBench bench;
    start(bench);
    bench.images.completeAll();
    QTRY_COMPARE(session(bench).summary().done, 3);
    reopen(bench, 1);
    bench.generate();
    QCOMPARE(session(bench).runs(), (QList<int> {2, 1}));
    QTRY_VERIFY(bench.find<QWidget>(u"run.1.line"_s)->isVisible());
    bench.images.completeAll();
    QTRY_COMPARE(session(bench).summary().done, 3);
    reopen(bench, 2);
    QCOMPARE(session(bench).runs(), (QList<int> {2, 1}));
    QVERIFY(session(bench).run(2)->startedAt > session(bench).run(1)->startedAt);
    QVERIFY2(!bench.find<QWidget>(u"cell.1.0"_s), "the earlier one is folded");
}

void TestSessionKept::triesCostOnce()
{
    WindowBench bench;
    bench.images.prices.insert(u"sketchbook-scene"_s, Money::fromDollars(0.03));
    start(bench);
    Error lost;
    lost.kind = ErrorKind::Network;
    bench.images.fail(0, GenerationStatus::Unknown, lost);
    bench.images.complete(1);
    bench.images.complete(2);
    QTRY_COMPARE(session(bench).cell(1, 0)->state, State::Unknown);
    session(bench).retry(1, 0);
    bench.images.complete(3);
    QTRY_COMPARE(session(bench).cell(1, 0)->state, State::Done);
    session(bench).retry(1, 0);
    bench.images.complete(4);
    QTRY_COMPARE(session(bench).summary().underWay, 0);
    const CompareSummary sum = session(bench).summary();
    QCOMPARE(sum.mayBeBilled, QList<Money> {Money::fromDollars(0.03)});
    reopen(bench, 1);
    QCOMPARE(session(bench).cell(1, 0)->tries, 3);
    QCOMPARE(session(bench).summary().mayBeBilled, sum.mayBeBilled);
    const auto total = [](const QList<Money> &costs) {
        return std::accumulate(costs.cbegin(), costs.cend(), Money::zero());
    };
    QCOMPARE(total(session(bench).summary().costs), total(sum.costs));
}

void TestSessionKept::aPictureThatStayedIsShownAgain()
{
    WindowBench bench;
    start(bench);
    bench.images.completeAll();
    QTRY_COMPARE(session(bench).summary().done, 3);
    session(bench).retry(1, 0);
    bench.images.fail(3, GenerationStatus::Failed, busy());
    QTRY_COMPARE(session(bench).cell(1, 0)->state, State::Done);
    reopen(bench, 1);
    QCOMPARE(session(bench).cell(1, 0)->state, State::Done);
    QCOMPARE(session(bench).cell(1, 0)->outcome->id, bench.images.jobs().at(0).id);
    session(bench).retry(1, 0);
    QCOMPARE(bench.images.jobs().size(), 5);
    QTRY_COMPARE(bench.find<QWidget>(u"cell.1.0.footer.cancel"_s)->isVisible(), true);
    reopen(bench, 1);
    QVERIFY(session(bench).cell(1, 0)->isUnderWay());
    QVERIFY2(session(bench).cell(1, 0)->before, "it stays until the next one comes");
}

void TestSessionKept::onlyIdsAndNoMoreThanTwelve()
{
    WindowBench bench;
    bench.open();
    CompareForm form = bench.window().compare()->form();
    form.prompt = u"Geheimwort am Strand"_s;
    form.models = QStringList {u"sketchbook-scene"_s};
    for (int run = 0; run < 14; ++run) {
        session(bench).start(form);
        bench.images.complete(run);
    }
    QTRY_COMPARE(session(bench).summary().underWay, 0);
    bench.close();
    const QByteArray written = bench.settings().value(Setting::CompareRuns).toByteArray();
    QVERIFY(!written.isEmpty());
    QVERIFY2(!written.contains("Geheimwort"), written.constData());
    QCOMPARE(readKept(written).size(), 12);
    reopen(bench, 12);
}

void TestSessionKept::lateJobsArriveInTheirCell()
{
    WindowBench bench;
    start(bench);
    Error late;
    late.kind = ErrorKind::Timeout;
    bench.images.fail(0, GenerationStatus::Unknown, late);
    bench.images.complete(1);
    bench.images.complete(2);
    QTRY_COMPARE(session(bench).cell(1, 0)->state, State::Unknown);
    Generation arrived = *session(bench).cell(1, 1)->outcome;
    arrived.id = bench.images.jobs().at(0).id;
    Q_EMIT bench.images.ended(arrived);
    QTRY_COMPARE(session(bench).cell(1, 0)->state, State::Done);
    QTRY_VERIFY(bench.find<PictureView>(u"cell.1.0.picture"_s)->isShown());
}

void TestSessionKept::clearingWhileTheyAreReadForgetsThem()
{
    WindowBench bench;
    start(bench);
    bench.images.completeAll();
    QTRY_COMPARE(session(bench).summary().done, 3);
    const QByteArray written = writeKept(session(bench).kept());
    Catalog catalog = Catalog::builtIn();
    CompareSession other(bench.images, catalog);
    other.restore(readKept(written));
    QCOMPARE(other.kept(), readKept(written));
    other.removeFinishedRuns(CompareSession::Keep::Nothing);
    QCoreApplication::processEvents();
    QVERIFY(other.runs().isEmpty());
    QVERIFY(other.kept().isEmpty());
}

QTEST_MAIN(TestSessionKept)
#include "test_sessionkept.moc"
