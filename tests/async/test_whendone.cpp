// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/asyncreasons.h"
#include "core/async/whendone.h"

#include <QPromise>
#include <QtConcurrentRun>
#include <QTest>

#include <stdexcept>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

enum class End {
    Result,
    EarlierResult, ///< there before anybody asks
    Cancelled,
    CancelledAfterResult, ///< the result is there; cancelling takes it back
    Dropped, ///< the promise goes without a word
    Thrown,
};

template<typename T>
void carryOut(End end, QPromise<T> &promise, const T &value)
{
    switch (end) {
    case End::Result:
    case End::EarlierResult:
        promise.addResult(value);
        promise.finish();
        break;
    case End::Cancelled:
        promise.future().cancel();
        promise.finish();
        break;
    case End::CancelledAfterResult:
        promise.addResult(value);
        promise.future().cancel();
        promise.finish();
        break;
    case End::Thrown:
        promise.setException(std::make_exception_ptr(std::runtime_error("out of luck")));
        promise.finish();
        break;
    case End::Dropped:
        break;
    }
}

} // namespace
Q_DECLARE_METATYPE(End)

class TestWhenDone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsExactlyOnce_data()
    {
        QTest::addColumn<End>("end");
        QTest::addColumn<bool>("hasResult");
        QTest::newRow("with its result") << End::Result << true;
        QTest::newRow("ended before") << End::EarlierResult << true;
        QTest::newRow("cancelled") << End::Cancelled << false;
        QTest::newRow("dropped") << End::Dropped << false;
        QTest::newRow("thrown") << End::Thrown << false;
    }
    void endsExactlyOnce()
    {
        QFETCH(End, end);
        QFETCH(bool, hasResult);
        auto work = std::make_unique<QPromise<Result<int>>>();
        auto plain = std::make_unique<QPromise<QString>>();
        work->start();
        plain->start();
        const auto finish = [&] {
            carryOut<Result<int>>(end, *work, 7);
            carryOut<QString>(end, *plain, u"seven"_s);
        };
        if (end == End::EarlierResult) {
            finish();
        }
        QObject context;
        QList<Result<int>> results;
        QStringList texts;
        whenDone(work->future(), &context, [&](const Result<int> &result) { results.append(result); });
        whenDone(plain->future(), &context, [&](const QString &text) { texts.append(text); });
        QVERIFY(results.isEmpty()); // never from within the call
        if (end != End::EarlierResult) {
            finish();
        }
        work.reset();
        plain.reset();
        QTRY_VERIFY(!results.isEmpty() && !texts.isEmpty());
        // The watchers go with the answer, and with them every way to a second one.
        QTRY_VERIFY(context.children().isEmpty());
        QCOMPARE(results.size(), 1);
        QCOMPARE(texts, QStringList(hasResult ? u"seven"_s : QString()));
        QCOMPARE(results.first().ok(), hasResult);
        if (hasResult) {
            QCOMPARE(*results.first(), 7);
        } else {
            QCOMPARE(results.first().error().kind, ErrorKind::Internal);
            QCOMPARE(results.first().error().billing, Billing::MayBeBilled);
            QCOMPARE(results.first().error().reason, reasons::workGivenUp());
        }
    }
    void cancellingAfterTheResultStillEndsOnce()
    {
        QPromise<Result<int>> work;
        work.start();
        QObject context;
        int ends = 0;
        whenDone(work.future(), &context, [&](const Result<int> &) { ++ends; });
        carryOut<Result<int>>(End::CancelledAfterResult, work, 7);
        QTRY_VERIFY(context.children().isEmpty());
        QCOMPARE(ends, 1);
    }

    void whoIsGoneIsNotCalled()
    {
        QPromise<Result<int>> work;
        work.start();
        int ends = 0;
        auto context = std::make_unique<QObject>();
        whenDone(work.future(), context.get(), [&](const Result<int> &) { ++ends; });
        context.reset();
        carryOut<Result<int>>(End::Result, work, 7);
        QObject other;
        bool later = false;
        whenDone(work.future(), &other, [&](const Result<int> &) { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(ends, 0);
    }
    void answersOnTheThreadOfWhoAsks()
    {
        QThread *answeredOn = nullptr;
        whenDone(QtConcurrent::run([] { return QThread::currentThread(); }), this, [&](QThread *workedOn) {
            QVERIFY(workedOn != QThread::currentThread());
            answeredOn = QThread::currentThread();
        });
        QTRY_VERIFY(answeredOn);
        QCOMPARE(answeredOn, thread());
    }
};

QTEST_GUILESS_MAIN(TestWhenDone)
#include "test_whendone.moc"
