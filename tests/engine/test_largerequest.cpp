// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/calldriver.h"
#include "core/engine/pictureconversation.h"
#include "core/planning/planner.h"
#include "tests/engine/toyvendor.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Takes until it is told to write a request that is not small.
class SlowWriter : public ToyAdapter
{
public:
    using ToyAdapter::ToyAdapter;
    Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override
    {
        writer = QThread::currentThread();
        begun.release();
        if (!plan.request.images.isEmpty()) {
            mayEnd.acquire();
        }
        return ToyAdapter::begin(plan, call, credentials);
    }
    mutable QSemaphore begun;
    mutable QSemaphore mayEnd;
    mutable std::atomic<QThread *> writer = nullptr;
};

Plan planFor(qsizetype pictureBytes, bool hasMask)
{
    Request request;
    request.model = u"toy"_s;
    request.prompt = u"a paper boat"_s;
    Plan plan = makePlan(request, toyOffer(u"toy"_s, u"toy"_s)).value();
    if (pictureBytes > 0) {
        plan.request.images.append(InputImage {QByteArray(pictureBytes, 'x'), {}});
    }
    if (hasMask) {
        plan.request.mask = InputImage {"small, but decoded large", {}};
        plan.offer.fields.insert(u"mask"_s, u"mask"_s);
    }
    return plan;
}

Credentials credentialsFor(ToyVendor &vendor)
{
    Credentials credentials;
    credentials.key = "toy-key";
    credentials.baseUrl = vendor.baseUrl();
    return credentials;
}

} // namespace

/// Requests that take long to write, because pictures go with them.
class TestLargeRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenElsewhere_data()
    {
        QTest::addColumn<qsizetype>("bytes");
        QTest::addColumn<bool>("mask");
        QTest::newRow("a large picture") << qsizetype(2'000'000) << false;
        QTest::newRow("a mask") << qsizetype(1'000) << true;
    }
    void isWrittenElsewhere()
    {
        QFETCH(qsizetype, bytes);
        QFETCH(bool, mask);
        ToyVendor vendor;
        const SlowWriter adapter(u"toy"_s);
        HttpClient http;
        CallDriver driver(pictureConversation(adapter, planFor(bytes, mask), {}, credentialsFor(vendor)), http, {30s});
        QSignalSpy ended(&driver, &CallDriver::finished);
        driver.start(); // comes back
        QTRY_VERIFY(adapter.begun.available() > 0);
        QVERIFY(adapter.writer != QThread::currentThread());
        adapter.mayEnd.release();
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!ended.first().first().value<CallOutcome>().error);
        QCOMPARE(vendor.calls(u"/jobs"_s), 1);
    }

    void smallOneTakesNoDetour()
    {
        ToyVendor vendor;
        const SlowWriter adapter(u"toy"_s);
        HttpClient http;
        CallDriver driver(pictureConversation(adapter, planFor(0, false), {}, credentialsFor(vendor)), http, {30s});
        QSignalSpy ended(&driver, &CallDriver::finished);
        driver.start();
        QCOMPARE(adapter.writer.load(), QThread::currentThread());
        QTRY_COMPARE(ended.count(), 1);
    }

    void nothingLeavesOnceItHasEnded_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::addColumn<CallPatience>("patience");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("cancelled meanwhile") << true << CallPatience {30s} << ErrorKind::Cancelled;
        QTest::newRow("time runs out meanwhile") << false << CallPatience {300ms} << ErrorKind::Timeout;
    }
    void nothingLeavesOnceItHasEnded()
    {
        QFETCH(bool, cancelled);
        QFETCH(CallPatience, patience);
        QFETCH(ErrorKind, kind);
        ToyVendor vendor;
        const SlowWriter adapter(u"toy"_s);
        HttpClient http;
        CallDriver driver(pictureConversation(adapter, planFor(2'000'000, false), {}, credentialsFor(vendor)), http,
                          patience);
        QSignalSpy ended(&driver, &CallDriver::finished);
        driver.start();
        QTRY_VERIFY(adapter.begun.available() > 0);
        if (cancelled) {
            driver.cancel();
        }
        QTRY_COMPARE(ended.count(), 1);
        const auto outcome = ended.first().first().value<CallOutcome>();
        QCOMPARE(outcome.error->kind, kind);
        QCOMPARE(outcome.error->billing, Billing::NotBilled);
        adapter.mayEnd.release();
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
        QCoreApplication::processEvents(); // what the pool has to say is heard
        QCOMPARE(ended.count(), 1);
        QCOMPARE(vendor.calls(u"/jobs"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestLargeRequest)
#include "test_largerequest.moc"
