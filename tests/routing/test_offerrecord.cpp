// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/offerrecord.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestOfferRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data()
    {
        QTest::addColumn<QList<int>>("times"); ///< below 0: failed
        QTest::addColumn<int>("median");
        QTest::addColumn<int>("p95");
        QTest::addColumn<int>("made");
        QTest::newRow("none") << QList<int>() << 0 << 0 << 0;
        QTest::newRow("one") << QList<int> {7} << 7 << 7 << 1;
        QTest::newRow("three in any order") << QList<int> {9, 1, 5} << 5 << 9 << 3;
        QTest::newRow("failures have no time") << QList<int> {-1, 4, -1} << 4 << 4 << 1;
        QList<int> twenty;
        for (int i = 1; i <= 20; ++i) {
            twenty.append(i * 10);
        }
        QTest::newRow("nineteen of twenty") << twenty << 110 << 190 << 20;
        QList<int> sixty(60, 10);
        sixty.last() = 100'000;
        QTest::newRow("the newest fifty count") << sixty << 10 << 10 << 50;
    }
    void times()
    {
        QFETCH(QList<int>, times);
        QFETCH(int, median);
        QFETCH(int, p95);
        QFETCH(int, made);
        QList<OfferOutcome> outcomes;
        for (const int time : std::as_const(times)) {
            outcomes.append({time >= 0, std::max(0, time), {}, {}});
        }
        const OfferRecord record = recordOf(u"fal"_s, u"toy"_s, outcomes);
        QCOMPARE(record.medianMs, median);
        QCOMPARE(record.p95Ms, p95);
        QCOMPARE(record.made, made);
        QCOMPARE(record.calls(), std::min<int>(50, int(times.size())));
    }

    void theLastErrorIsTheNewest()
    {
        const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        Error newer;
        newer.kind = ErrorKind::Overloaded;
        Error older;
        older.kind = ErrorKind::Network;
        const OfferRecord record =
            recordOf(u"fal"_s, u"toy"_s,
                     {{true, 5, now, {}}, {false, 1, now.addSecs(-60), newer}, {false, 1, now.addSecs(-90), older}});
        QCOMPARE(record.lastErrorAt, now.addSecs(-60));
        QCOMPARE(record.lastError->kind, ErrorKind::Overloaded);
        QCOMPARE(record.failed, 2);
    }
};

QTEST_GUILESS_MAIN(TestOfferRecord)
#include "test_offerrecord.moc"
