// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/largebuffer.h"

#include <QTest>

using namespace lightwell;

class TestLargeBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsSize_data()
    {
        constexpr int mega = 1024 * 1024;
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 4096, 4 * mega - 1, 4 * mega, 9 * mega + 7}) {
            QTest::addRow("%d", size) << size;
        }
    }
    void hasItsSize()
    {
        QFETCH(const int, size);
        QByteArray bytes = uninitializedBytes(size);
        QCOMPARE(bytes.size(), size);
        bytes.fill('x');
        QCOMPARE(bytes.count('x'), size);
    }

    void keepsWhatIsInIt_data() { hasItsSize_data(); }
    void keepsWhatIsInIt()
    {
        QFETCH(const int, size);
        QByteArray bytes("what was there");
        const QByteArray shared = bytes;
        reserveBytes(bytes, size);
        QVERIFY(bytes.capacity() >= size);
        QCOMPARE(bytes, shared);
        const qsizetype room = bytes.capacity();
        reserveBytes(bytes, 3); // never less
        QCOMPARE(bytes.capacity(), room);
        while (bytes.size() < room) {
            bytes.append('x');
        }
        QVERIFY(bytes.startsWith(shared));
        QCOMPARE(shared, QByteArray("what was there"));
    }
};

QTEST_GUILESS_MAIN(TestLargeBuffer)
#include "test_largebuffer.moc"
