// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Five hundred clients that hang up at every possible moment: the process lives, nothing goes on running, and memory
// returns.
#include "tests/gateway/gatewayrig.h"
#include "tests/support/sanitizer.h"

#include <QFile>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Resident memory in bytes; 0 where the system does not tell, and under sanitizers, which keep what is freed.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (isSanitized || !file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class TestGatewayHangUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hundredsOfClientsLeave();

private:
    /// When the clients leave.
    enum class Moment { AtOnce, WhileTheVendorIsSilent, WhilePolling };
    static void waveOfClients(GatewayRig &rig, int count, Moment moment);
};

void TestGatewayHangUp::waveOfClients(GatewayRig &rig, int count, Moment moment)
{
    const int running = count - 2 * ((count + 9) / 10);
    rig.vendor().cancelled = false;
    rig.vendor().server().forget();
    const int billed = rig.vendor().billed;
    if (moment == Moment::WhileTheVendorIsSilent) {
        rig.vendor().submitScript.assign(std::size_t(running), Reply::never());
    }
    const QByteArray request = rig.post(GatewayRig::wish());
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < count; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        QTcpSocket *client = socket.get();
        // Some leave amid the head, some amid the body, the others wait for their picture.
        const qsizetype sent = i % 10 == 0 ? 20 : i % 10 == 1 ? request.size() - 5 : request.size();
        connect(client, &QTcpSocket::connected, client, [client, part = request.left(sent)] { client->write(part); });
        client->connectToHost(QHostAddress::LocalHost, rig.port());
        clients.push_back(std::move(socket));
    }
    QTRY_COMPARE_WITH_TIMEOUT(rig.rig.engine->running(), running, 60'000);
    if (moment == Moment::WhileTheVendorIsSilent) {
        QTRY_COMPARE_WITH_TIMEOUT(rig.vendor().calls(u"/jobs"_s), running, 60'000);
    }
    if (moment == Moment::WhilePolling) {
        QTRY_COMPARE_WITH_TIMEOUT(rig.vendor().billed, billed + running, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(rig.vendor().calls(u"/jobs/1"_s) > 0, 60'000); // one at least knows its job
    }
    for (const auto &client : clients) {
        client->abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(rig.rig.engine->running(), 0, 60'000);
}

/// At most 64 of them are at the vendor at once.
void TestGatewayHangUp::hundredsOfClientsLeave()
{
    GatewayRig rig;
    rig.start();
    rig.vendor().atOnce = false;
    rig.vendor().polls = 1'000'000;
    waveOfClients(rig, 80, Moment::WhilePolling); // fills caches and pools
    QVERIFY(rig.vendor().cancelled); // the vendor was told
    const qint64 before = residentBytes();
    for (const Moment moment : {Moment::AtOnce, Moment::WhileTheVendorIsSilent, Moment::WhilePolling, Moment::AtOnce,
                                Moment::WhileTheVendorIsSilent}) {
        waveOfClients(rig, 80, moment);
    }
    QCOMPARE(rig.ask(rig.request("GET", "/healthz")).status, 200);
    // The record of the stand-in and the journal's cache grow a little; a lost connection or body would show.
    const qint64 growth = residentBytes() - before;
    QVERIFY2(growth < 40'000'000, qPrintable(QString::number(growth)));
    rig.vendor().atOnce = true;
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 200);
}

QTEST_GUILESS_MAIN(TestGatewayHangUp)
#include "test_gatewayhangup.moc"
