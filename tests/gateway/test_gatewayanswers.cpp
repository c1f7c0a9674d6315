// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// On which thread answers with pictures are written.
#include "core/media/codec.h"
#include "tests/gateway/gatewayrig.h"
#include "tests/support/busypool.h"
#include "tests/support/testpictures.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray repeatable()
{
    return "Idempotency-Key: one\r\n";
}

} // namespace

class TestGatewayAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallOnesAreWrittenAtOnce();
    void othersAreWrittenAside_data();
    void othersAreWrittenAside();
};

/// The repetition of a call needs nothing but that.
void TestGatewayAnswers::smallOnesAreWrittenAtOnce()
{
    GatewayRig rig;
    rig.start();
    const QByteArray request = rig.post(GatewayRig::wish(), repeatable());
    const RawAnswer first = rig.ask(request);
    QCOMPARE(first.status, 200);
    BusyPool pool;
    const RawAnswer again = rig.ask(request);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.body, first.body);
    QCOMPARE(rig.vendor().billed, 1);
}

void TestGatewayAnswers::othersAreWrittenAside_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("secondsAgo");
    QTest::newRow("large") << QSize(800, 600) << 0;
    QTest::newRow("not in memory any more, perhaps") << QSize(8, 8) << 3600;
}

void TestGatewayAnswers::othersAreWrittenAside()
{
    QFETCH(QSize, size);
    QFETCH(int, secondsAgo);
    GatewayRig rig;
    rig.rig.clock.ahead = -secondsAgo;
    rig.vendor().picture = *encodeImage(cloudPicture(size), {});
    QCOMPARE(rig.vendor().picture.size() > qsizetype(64) * 1024, secondsAgo == 0);
    rig.start();
    const QByteArray request = rig.post(GatewayRig::wish(), repeatable());
    const RawAnswer first = rig.ask(request);
    QCOMPARE(first.status, 200);
    BusyPool pool;
    RawClient client(rig.port());
    client.send(request);
    QTRY_COMPARE(client.socket().bytesToWrite(), 0);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200); // everybody else comes first
    }
    QVERIFY(!client.hasAnswer());
    pool.release();
    QCOMPARE(client.answer().body, first.body);
}

QTEST_GUILESS_MAIN(TestGatewayAnswers)
#include "test_gatewayanswers.moc"
