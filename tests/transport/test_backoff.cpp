// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/backoff.h"

using namespace lightwell;
using namespace std::chrono_literals;

class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsFromHalfASecondToFive();
    void vendorComesFirst();
    void jitters();
};

void TestBackoff::growsFromHalfASecondToFive()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        Backoff backoff(500ms, 5s, seed);
        double base = 500;
        for (int i = 0; i < 12; ++i) {
            const double got = double(backoff.next().count());
            QVERIFY2(got >= base * 0.8 - 1 && got <= base * 1.2 + 1, qPrintable(QString::number(got)));
            base = std::min(base * 1.5, 5000.0);
        }
        QCOMPARE(base, 5000.0);
    }
}

void TestBackoff::vendorComesFirst()
{
    Backoff backoff(500ms, 5s, 1);
    QCOMPARE(backoff.next(7s), 7s);
    QCOMPARE(backoff.next(0ms), 0ms);
    QCOMPARE(backoff.next(1h), 60s);
    QCOMPARE(backoff.next(-5s), 0ms);
    QVERIFY(backoff.next() <= 600ms); // its own growth has not begun
}

void TestBackoff::jitters()
{
    QSet<qint64> seen;
    for (quint32 seed = 0; seed < 50; ++seed) {
        seen.insert(Backoff(500ms, 5s, seed).next().count());
    }
    QVERIFY(seen.size() > 20);
}

QTEST_APPLESS_MAIN(TestBackoff)
#include "test_backoff.moc"
