// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/engine/calldriver.h"
#include "core/engine/pictureconversation.h"
#include "core/model/reasonsearch.h"
#include "core/planning/planner.h"
#include "core/wording/wording.h"
#include "tests/engine/toyvendor.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Plan toyPlan()
{
    Request request;
    request.model = u"toy"_s;
    request.prompt = u"a paper boat"_s;
    return makePlan(request, toyOffer(u"toy"_s, u"toy"_s)).value();
}

/// One call driven against the toy vendor, and what came of it.
struct Drive
{
    explicit Drive(ToyVendor &vendor, bool canCancel = true, bool billsOnDisconnect = true,
                   const CallPatience &patience = {30s, 30s, 30s, 5ms, 100ms, 100ms})
        : adapter(u"toy"_s, canCancel, billsOnDisconnect)
        , driver(pictureConversation(adapter, toyPlan(), {}, credentials(vendor)), http, patience)
    {
        QObject::connect(&driver, &CallDriver::finished, &driver, [this](const CallOutcome &outcome) {
            ++ends;
            end = outcome;
        });
        QObject::connect(&driver, &CallDriver::stateChanged, &driver,
                         [this](const AdapterState &s) { states.append(s); });
        QObject::connect(&driver, &CallDriver::progressed, &driver, [this](const Progress &p) { progress.append(p); });
    }

    ~Drive() { QThreadPool::globalInstance()->waitForDone(); } // what reads there knows the adapter

    static Credentials credentials(ToyVendor &vendor)
    {
        Credentials credentials;
        credentials.key = "toy-key";
        credentials.baseUrl = vendor.baseUrl();
        return credentials;
    }

    HttpClient http;
    ToyAdapter adapter;
    CallDriver driver;
    int ends = 0;
    CallOutcome end;
    QList<AdapterState> states;
    QList<Progress> progress;
};

/// Takes until it is told to read a large answer.
class SlowReader : public ToyAdapter
{
public:
    using ToyAdapter::ToyAdapter;
    Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                 const Credentials &credentials) const override
    {
        if (response.body.size() > 500'000) {
            begun.release();
            mayEnd.acquire();
        }
        return ToyAdapter::advance(plan, state, response, credentials);
    }
    mutable QSemaphore begun;
    mutable QSemaphore mayEnd;
};

/// Takes its answer as a stream.
class StreamingAdapter : public ToyAdapter
{
public:
    using ToyAdapter::ToyAdapter;
    Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override
    {
        Send send = std::get<Send>(ToyAdapter::begin(plan, call, credentials));
        send.streams = true;
        return send;
    }
};

/// A driver with that adapter, and what it showed.
struct StreamDrive
{
    explicit StreamDrive(ToyVendor &vendor)
        : driver(pictureConversation(adapter, toyPlan(), {}, Drive::credentials(vendor)), http, {30s, 30s})
    {
        QObject::connect(&driver, &CallDriver::finished, &driver, [this](const CallOutcome &outcome) {
            ++ends;
            end = outcome;
        });
        QObject::connect(&driver, &CallDriver::progressed, &driver, [this](const Progress &progress) {
            if (!progress.preview.isEmpty()) {
                shown.append(progress.preview);
            } else if (!progress.text.isEmpty()) {
                shown.append(progress.text.toLatin1());
            }
        });
    }
    ~StreamDrive() { QThreadPool::globalInstance()->waitForDone(); } // what reads there knows the adapter

    HttpClient http;
    StreamingAdapter adapter {u"toy"_s};
    CallDriver driver;
    QList<QByteArray> shown;
    int ends = 0;
    CallOutcome end;
};

} // namespace

/// Asks something before it orders: GET /jobs/1. Its adapter tells of every failure as if something were paid for.
class AsksFirst : public ToyAdapter
{
public:
    using ToyAdapter::ToyAdapter;
    [[nodiscard]] Step begin(const Plan &, const PlannedCall &, const Credentials &credentials) const override
    {
        HttpRequest request;
        request.url = QUrl(credentials.baseUrl.toString() + u"/jobs/1"_s);
        request.setHeader("Authorization", "Bearer toy-key");
        return Send {request, {{u"phase"_s, u"ask"_s}}};
    }
    [[nodiscard]] Step advance(const Plan &, const AdapterState &, const HttpResponse &response,
                               const Credentials &) const override
    {
        Error error;
        error.kind = ErrorKind::Upstream;
        error.billing = Billing::MayBeBilled;
        error.httpStatus = response.status;
        error.setReason(reasons::failed(u"Toy"_s));
        return response.status == 500 ? Step(Failed {error}) : Step(Odd {error, 1ms});
    }
};

class TestCallDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksFromSubmissionToPicture()
    {
        ToyVendor vendor;
        Drive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(!drive.end.error);
        QCOMPARE(drive.end.media.size(), 1);
        QCOMPARE(drive.end.media.first().bytes, vendor.picture);
        QCOMPARE(vendor.billed, 1);
        QCOMPARE(drive.states, QList<AdapterState>({{{"job"_L1, u"1"_s}}}));
        const bool toldFraction = std::any_of(drive.progress.begin(), drive.progress.end(),
                                              [](const Progress &p) { return p.fraction.has_value(); });
        QVERIFY(toldFraction);
    }

    void showsWhatStreams()
    {
        ToyVendor vendor;
        Reply stream = toyStream({"first", "second"});
        stream.body += QByteArray(stream.body.size(), '\n'); // so that more than half is still to come
        vendor.submitScript.push_back(stream.as(Reply::Behaviour::StallMidBody));
        StreamDrive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(drive.shown, QList<QByteArray>({"first", "second", "a boat"})); // while the rest is still to come
        QCOMPARE(drive.ends, 0);
        drive.driver.cancel();
        QTRY_COMPARE(drive.ends, 1);
        QCOMPARE(drive.end.error->kind, ErrorKind::Cancelled);
        QCOMPARE(drive.end.error->billing, Billing::MayBeBilled);
    }

    void aFloodOfSketchesIsNotShown()
    {
        const QByteArray flood =
            QByteArray("event: sketch\ndata: " + QByteArray("again").toBase64() + "\n\n").repeated(100);
        const QByteArray more = ':' + QByteArray(2 * flood.size(), 'x') + '\n';
        ToyVendor vendor;
        vendor.submitScript.push_back(Reply::bytes(flood + "event: words\ndata: a boat\n\n" + more, "text/event-stream")
                                          .as(Reply::Behaviour::StallMidBody));
        StreamDrive drive(vendor);
        drive.driver.start();
        QTRY_VERIFY(drive.shown.contains("a boat"));
        QCOMPARE(drive.shown.count("again"), 10);
        drive.driver.cancel();
        QTRY_COMPARE(drive.ends, 1);
    }

    void aStreamCountsAsAWhole_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<bool>("arrives");
        QTest::newRow("whole") << toyStream({"first", "second"}) << true;
        QTest::newRow("in chunks") << toyStream({"first", "second"}).as(Reply::Behaviour::Chunked) << true;
        QTest::newRow("cut off") << toyStream({"first", "second"}).as(Reply::Behaviour::DropMidBody) << false;
    }
    void aStreamCountsAsAWhole()
    {
        QFETCH(Reply, reply);
        QFETCH(bool, arrives);
        ToyVendor vendor;
        vendor.submitScript.push_back(reply);
        StreamDrive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QCOMPARE(!drive.end.error, arrives);
        QCOMPARE(drive.end.media.size(), arrives ? 1 : 0);
        if (arrives) {
            QCOMPARE(drive.end.media.first().bytes, vendor.picture);
        } else {
            QCOMPARE(drive.end.error->billing, Billing::MayBeBilled);
        }
    }

    void whatIsNoStreamShowsNothing()
    {
        ToyVendor vendor;
        vendor.submitScript.push_back(Reply::bytes(toyStream({"first"}).body, "application/json"));
        StreamDrive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QCOMPARE(drive.shown, QList<QByteArray>());
    }

    void submissionIsSentOnce_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<Billing>("billing");
        QTest::newRow("429") << Reply::json({}, 429) << false << Billing::NotBilled;
        QTest::newRow("503") << Reply::json({}, 503) << false << Billing::NotBilled;
        QTest::newRow("401") << Reply::json({}, 401) << false << Billing::NotBilled;
        QTest::newRow("500 after work began") << Reply::json({}, 500) << true << Billing::MayBeBilled;
        QTest::newRow("502 after work began") << Reply::json({}, 502) << true << Billing::MayBeBilled;
        QTest::newRow("504 after work began") << Reply::json({}, 504) << true << Billing::MayBeBilled;
        QTest::newRow("dropped after work began") << Reply::drop() << true << Billing::MayBeBilled;
        QTest::newRow("broken answer") << Reply::bytes("<html>", "text/html") << true << Billing::MayBeBilled;
    }
    void submissionIsSentOnce()
    {
        QFETCH(Reply, reply);
        QFETCH(bool, accepted);
        QFETCH(Billing, billing);
        static Reply next;
        next = reply;
        ToyVendor vendor;
        if (accepted) {
            vendor.afterAccepting = [] { return next; };
        } else {
            vendor.submitScript.push_back(reply);
        }
        Drive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(drive.end.error);
        QCOMPARE(drive.end.error->billing, billing);
        QVERIFY(!drive.end.error->why().isEmpty());
        QCOMPARE(vendor.calls(u"/jobs"_s), 1);
    }

    void refusedConnectionIsNotBilled()
    {
        ToyVendor vendor;
        Drive drive(vendor);
        vendor.server().close();
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QCOMPARE(drive.end.error->billing, Billing::NotBilled);
        QCOMPARE(drive.end.error->kind, ErrorKind::Network);
    }

    void pollsGoOnThroughTrouble_data()
    {
        QTest::addColumn<Reply>("trouble");
        QTest::newRow("429") << Reply::json({}, 429).with("retry-after-ms", "1");
        QTest::newRow("502") << Reply::json({}, 502).with("retry-after-ms", "1");
        QTest::newRow("503") << Reply::json({}, 503).with("retry-after-ms", "1");
        QTest::newRow("dropped") << Reply::drop();
    }
    void pollsGoOnThroughTrouble()
    {
        QFETCH(Reply, trouble);
        ToyVendor vendor;
        vendor.pollScript = {trouble, trouble};
        Drive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE_WITH_TIMEOUT(drive.ends, 1, 20'000);
        QVERIFY(!drive.end.error);
        QCOMPARE(vendor.billed, 1);
    }

    void pollThatHangsIsAskedAgain()
    {
        ToyVendor vendor;
        vendor.pollScript = {Reply::never()};
        vendor.pictureScript = {Reply::never()};
        Drive drive(vendor, true, true, {30s, 100ms});
        drive.driver.start();
        QTRY_COMPARE_WITH_TIMEOUT(drive.ends, 1, 20'000);
        QVERIFY(!drive.end.error);
        QCOMPARE(drive.end.media.first().bytes, vendor.picture);
        QCOMPARE(vendor.billed, 1);
    }

    void submissionMayTakeItsTime()
    {
        ToyVendor vendor;
        vendor.afterAccepting = [] { return Reply::never(); };
        Drive drive(vendor, true, true, {600ms, 1ms});
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(
            wording::sentence(*drive.end.error).contains(u"did not finish in time"_s)); // the limit of the whole call
    }

    void refusedLinkIsNotAskedAgain()
    {
        ToyVendor vendor;
        vendor.submitScript = {Reply::json({{"picture"_L1, u"http://10.0.0.1/picture.png"_s}})};
        Drive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QCOMPARE(drive.end.error->billing, Billing::Billed);
        QCOMPARE(drive.end.made, 1);
    }

    void largeAnswerIsReadElsewhereAndCounts_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::addColumn<CallPatience>("patience");
        QTest::newRow("in peace") << false << CallPatience {30s};
        QTest::newRow("cancelled meanwhile") << true << CallPatience {30s};
        QTest::newRow("time runs out meanwhile") << false << CallPatience {1500ms};
    }
    void largeAnswerIsReadElsewhereAndCounts()
    {
        QFETCH(bool, cancelled);
        QFETCH(CallPatience, patience);
        ToyVendor vendor;
        QJsonObject answer {{"picture"_L1, vendor.server().url(u"/pictures/1"_s).toString()}};
        answer.insert("padding"_L1, QString(1'000'000, u'x'));
        vendor.submitScript = {Reply::json(answer)};
        const SlowReader adapter(u"toy"_s);
        HttpClient http;
        CallDriver driver(pictureConversation(adapter, toyPlan(), {}, Drive::credentials(vendor)), http, patience);
        QSignalSpy ended(&driver, &CallDriver::finished);
        driver.start();
        QTRY_VERIFY(adapter.begun.available() > 0);
        if (cancelled) {
            driver.cancel();
        }
        QDeadlineTimer limit(patience.total < 2s ? patience.total : 0ms);
        QTRY_VERIFY(limit.hasExpired()); // what comes with the limit has come
        QCOMPARE(ended.count(), 0);
        adapter.mayEnd.release();
        QTRY_COMPARE(ended.count(), 1);
        const auto outcome = ended.first().first().value<CallOutcome>();
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(wording::sentence(*outcome.error)) : "");
        QCOMPARE(outcome.media.first().bytes, vendor.picture);
    }

    void cancelWhileALargeAnswerSaysItIsNotDone()
    {
        ToyVendor vendor;
        vendor.polls = 1'000'000;
        vendor.pollScript = {Reply::json({{"state"_L1, u"running"_s}, {"padding"_L1, QString(1'000'000, u'x')}})};
        const SlowReader adapter(u"toy"_s);
        HttpClient http;
        CallDriver driver(pictureConversation(adapter, toyPlan(), {}, Drive::credentials(vendor)), http, {30s});
        QSignalSpy ended(&driver, &CallDriver::finished);
        driver.start();
        QTRY_VERIFY(adapter.begun.available() > 0);
        driver.cancel();
        adapter.mayEnd.release();
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(vendor.cancelled);
        QCOMPARE(ended.first().first().value<CallOutcome>().error->kind, ErrorKind::Cancelled);
    }

    void questionsBeforePayingCostNothingAndEnd_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<int>("asked"); ///< 0: as often as there is time
        QTest::newRow("failed") << Reply::json({}, 500) << 1;
        QTest::newRow("leads elsewhere") << Reply::redirect(QUrl(u"http://127.0.0.1:9/x"_s)) << 1;
        QTest::newRow("odd") << Reply::json({}, 418) << 0;
        QTest::newRow("silent") << Reply::never() << 0;
    }
    void questionsBeforePayingCostNothingAndEnd()
    {
        QFETCH(Reply, reply);
        QFETCH(int, asked);
        ToyVendor vendor;
        for (int i = 0; i < 50; ++i) {
            vendor.pollScript.push_back(reply);
        }
        CallPatience patience {30s, 30s, 30s, 5ms, 30s, 30s};
        patience.answer = 50ms;
        patience.question = 300ms;
        const AsksFirst adapter(u"toy"_s);
        HttpClient http;
        CallDriver driver(pictureConversation(adapter, toyPlan(), {}, Drive::credentials(vendor)), http, patience);
        QSignalSpy ended(&driver, &CallDriver::finished);
        driver.start();
        QTRY_COMPARE(ended.count(), 1);
        const auto outcome = ended.first().first().value<CallOutcome>();
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->billing, Billing::NotBilled);
        QVERIFY(!holdsReason(outcome.error->why(), reasons::failed.code));
        QVERIFY(asked == 0 ? vendor.server().count() <= 6 : vendor.server().count() == asked);
        QCOMPARE(vendor.billed, 0);
    }

    void answersToQuestionsAreShort()
    {
        ToyVendor vendor;
        const QByteArray flood = "[1" + QByteArray(",1").repeated(4'000'000) + ']';
        vendor.pollScript = {Reply::bytes(flood, "application/json")};
        Drive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(!drive.end.error); // given up while it came, and asked again
        QCOMPARE(vendor.billed, 1);
    }

    /// What is paid for comes whole; that nobody can read it is told.
    void paidAnswersThatAreNoSense()
    {
        ToyVendor vendor;
        const QByteArray flood = "[1" + QByteArray(",1").repeated(4'000'000) + ']';
        vendor.submitScript = {Reply::bytes(flood, "application/json")};
        Drive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        const CallOutcome &outcome = drive.end;
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::Upstream);
        QCOMPARE(outcome.error->billing, Billing::MayBeBilled);
        QCOMPARE(vendor.calls().size(), 1);
    }

    void resultIsFetchedAgainWhenTheLinkFails()
    {
        ToyVendor vendor;
        vendor.atOnce = true;
        vendor.pictureScript = {Reply::json({}, 503), Reply::drop()};
        Drive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE_WITH_TIMEOUT(drive.ends, 1, 20'000);
        QVERIFY(!drive.end.error);
        QCOMPARE(drive.end.media.first().bytes, vendor.picture);
        QCOMPARE(vendor.billed, 1);
    }

    void expiredResultIsToldAsBilled()
    {
        ToyVendor vendor;
        vendor.atOnce = true;
        vendor.pictureScript = std::deque<Reply>(1000, Reply::json({}, 410));
        Drive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(drive.end.error);
        QCOMPARE(drive.end.error->billing, Billing::Billed);
    }

    void cancelTellsTheVendorAndLearnsTheEnd()
    {
        ToyVendor vendor;
        vendor.polls = 1'000'000;
        Drive drive(vendor);
        drive.driver.start();
        QTRY_VERIFY(!drive.states.isEmpty());
        drive.driver.cancel();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(vendor.cancelled);
        QCOMPARE(drive.end.error->kind, ErrorKind::Cancelled);
        QCOMPARE(drive.end.error->billing, Billing::NotBilled);
    }

    /// The answer to the poll under way was the picture: while that comes, nothing more is asked.
    void cancelIsAnsweredWhileThePictureComes()
    {
        ToyVendor vendor;
        vendor.polls = 0;
        const auto poll = std::make_shared<Gate>();
        const auto cancelling = std::make_shared<Gate>();
        const auto picture = std::make_shared<Gate>();
        const QJsonObject made {{"picture"_L1, vendor.server().url(u"/pictures/1"_s).toString()}};
        vendor.pollScript = {Reply::json(made).after(poll)};
        vendor.cancelScript = {Reply::json({}).after(cancelling)};
        vendor.pictureScript = {Reply::bytes(vendor.picture, "image/png").after(picture)};
        Drive drive(vendor);
        drive.driver.start();
        QTRY_COMPARE(vendor.calls(u"/jobs/1"_s), 1);
        drive.driver.cancel();
        QTRY_VERIFY(vendor.cancelled);
        poll->open();
        QTRY_COMPARE(vendor.calls(u"/pictures/1"_s), 1);
        cancelling->open();
        QDeadlineTimer pause(300ms); // longer than the one before a poll
        QTRY_VERIFY(pause.hasExpired());
        QCOMPARE(vendor.calls(u"/jobs/1"_s), 2); // the poll and the wish
        picture->open();
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(!drive.end.error);
        QCOMPARE(drive.end.media.first().bytes, vendor.picture);
    }

    void cancelWithoutTheVendorsHelpMayBeBilled()
    {
        ToyVendor vendor;
        vendor.polls = 1'000'000;
        Drive drive(vendor, false);
        drive.driver.start();
        QTRY_VERIFY(!drive.states.isEmpty());
        drive.driver.cancel();
        QCOMPARE(drive.ends, 1);
        QCOMPARE(drive.end.error->kind, ErrorKind::Cancelled);
        QCOMPARE(drive.end.error->billing, Billing::MayBeBilled);
        QVERIFY(!vendor.cancelled);
    }

    void cancelOfARunningSubmission_data()
    {
        QTest::addColumn<bool>("billsOnDisconnect");
        QTest::addColumn<Billing>("billing");
        QTest::newRow("bills on") << true << Billing::MayBeBilled;
        QTest::newRow("stops the bill") << false << Billing::NotBilled;
    }
    void cancelOfARunningSubmission()
    {
        QFETCH(bool, billsOnDisconnect);
        QFETCH(Billing, billing);
        ToyVendor vendor;
        vendor.afterAccepting = [] { return Reply::never(); };
        Drive drive(vendor, true, billsOnDisconnect);
        drive.driver.start();
        QTRY_COMPARE(vendor.billed, 1);
        drive.driver.cancel();
        QTRY_COMPARE(drive.ends, 1);
        QCOMPARE(drive.end.error->kind, ErrorKind::Cancelled);
        QCOMPARE(drive.end.error->billing, billing);
    }

    void silenceEndsWithTheTimeLimit()
    {
        ToyVendor vendor;
        vendor.afterAccepting = [] { return Reply::never(); };
        Drive drive(vendor, true, true, {300ms});
        drive.driver.start();
        QTRY_COMPARE(drive.ends, 1);
        QCOMPARE(drive.end.error->kind, ErrorKind::Timeout);
        QCOMPARE(drive.end.error->billing, Billing::MayBeBilled);
        QCOMPARE(vendor.calls(u"/jobs"_s), 1);
    }

    void resumesByAskingAndNeverSubmits()
    {
        ToyVendor vendor;
        Drive drive(vendor);
        drive.driver.resume({{"job"_L1, u"1"_s}});
        QTRY_COMPARE(drive.ends, 1);
        QVERIFY(!drive.end.error);
        QCOMPARE(vendor.calls(u"/jobs"_s), 0);
        QCOMPARE(vendor.billed, 0);
    }

    void resumeWithoutAJobIsUnknown()
    {
        ToyVendor vendor;
        Drive drive(vendor);
        drive.driver.resume({});
        QCOMPARE(drive.ends, 1);
        QCOMPARE(drive.end.error->billing, Billing::MayBeBilled);
        QCOMPARE(vendor.server().count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCallDriver)
#include "test_calldriver.moc"
