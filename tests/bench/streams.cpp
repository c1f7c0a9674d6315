// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Text that streams through the gateway: how much later an event arrives than from the vendor itself, and what many
// streams and many idle connections cost in memory.
#include "tests/bench/gatewayprocess.h"
#include "tests/bench/measurement.h"
#include "tests/bench/streamvendor.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;
constexpr double nanosecondsPerMillisecond = 1e6;

QByteArray request(quint16 port)
{
    const QByteArray body = StreamVendor::requestJson();
    return "POST " + StreamVendor::path() + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
        + "\r\nAuthorization: Bearer " + GatewayProcess::key()
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

/// How long each event of one stream was under way, in milliseconds; none: it broke off.
QList<double> delays(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(patience)) {
        return {};
    }
    socket.write(request(port));
    QList<double> all;
    QByteArray line;
    while (socket.canReadLine() || socket.waitForReadyRead(patience)) {
        while (socket.canReadLine()) {
            line = socket.readLine();
            if (const qint64 age = StreamVendor::ageOf(line); age >= 0) {
                all.append(double(age) / nanosecondsPerMillisecond);
            } else if (line.startsWith("data: [DONE]")) {
                return all;
            }
        }
    }
    return {};
}

Figure delay(const Setup &setup)
{
    const QString name = u"an event: added"_s;
    const int events = setup.quick ? 50 : 400;
    const StreamVendor vendor(events, std::chrono::milliseconds(3));
    const GatewayProcess process(setup, vendor.baseUrl());
    if (!process.isListening()) {
        return Figure::missing(name, process.complaint());
    }
    QList<double> direct;
    QList<double> through;
    for (int round = 0; round < (setup.quick ? 1 : 3); ++round) { // in turns, so that both see the same machine
        direct += delays(vendor.port());
        through += delays(process.port());
    }
    if (direct.isEmpty() || through.isEmpty()) {
        return Figure::missing(name, u"a stream broke off"_s);
    }
    Figure figure;
    figure.name = name;
    figure.value = median(through) - median(direct);
    figure.unit = u"ms"_s;
    figure.aim = u"< 0.3 ms"_s;
    figure.note =
        u"%1 ms against %2 ms from the vendor itself"_s.arg(median(through), 0, 'f', 3).arg(median(direct), 0, 'f', 3);
    return figure;
}

Figure memory(const QString &name, qint64 bytes, const QString &note)
{
    Figure figure;
    figure.name = name;
    figure.value = double(bytes) / (1024.0 * 1024.0);
    figure.unit = u"MB"_s;
    figure.note = note;
    return figure;
}

/// Runs until `isDone`, or gives up.
bool waitUntil(const std::function<bool()> &isDone)
{
    QElapsedTimer clock;
    clock.start();
    while (!isDone() && clock.elapsed() < patience) {
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return isDone();
}

Figure manyStreams(const Setup &setup)
{
    const int streams = setup.quick ? 20 : 200;
    const QString name = u"%1 streams at a time: memory at its peak, more than before"_s.arg(streams);
    const StreamVendor vendor(100, std::chrono::milliseconds(20));
    const GatewayProcess process(setup, vendor.baseUrl());
    if (!process.isListening() || delays(process.port()).isEmpty()) {
        return Figure::missing(name, process.complaint());
    }
    const qint64 before = process.memory().resident;
    ProcessMemory::forgetPeak(process.pid());
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    int whole = 0;
    for (int i = 0; i < streams; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        QTcpSocket *it = socket.get();
        QObject::connect(it, &QTcpSocket::connected, it, [it, &process] { it->write(request(process.port())); });
        QObject::connect(it, &QTcpSocket::readyRead, it, [it, &whole] {
            while (it->canReadLine()) {
                whole += it->readLine().startsWith("data: [DONE]") ? 1 : 0;
            }
        });
        it->connectToHost(u"127.0.0.1"_s, process.port());
        sockets.push_back(std::move(socket));
    }
    if (!waitUntil([&] { return whole == streams; })) {
        return Figure::missing(name, u"%1 of them came whole"_s.arg(whole));
    }
    return memory(name, process.memory().peak - before, u"all came whole"_s);
}

Figure idleConnections(const Setup &setup)
{
    const int connections = setup.quick ? 100 : 1000;
    const QString name = u"%1 idle connections: memory more than before"_s.arg(connections);
    const StreamVendor vendor(1, std::chrono::milliseconds(20));
    // Of one client half of them.
    const GatewayProcess process(setup, vendor.baseUrl(), {}, "[gateway]\nmax_connections=4096\n");
    if (!process.isListening()) {
        return Figure::missing(name, process.complaint());
    }
    const qint64 before = process.memory().resident;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    int answered = 0;
    const QByteArray ask = "GET /v1/balance HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(process.port())
        + "\r\nAuthorization: Bearer " + GatewayProcess::key() + "\r\n\r\n";
    for (int i = 0; i < connections; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        QTcpSocket *it = socket.get();
        QObject::connect(it, &QTcpSocket::connected, it, [it, &ask] { it->write(ask); });
        QObject::connect(it, &QTcpSocket::readyRead, it,
                         [it, &answered] { answered += it->readAll().contains("HTTP/1.1 200") ? 1 : 0; });
        it->connectToHost(u"127.0.0.1"_s, process.port());
        sockets.push_back(std::move(socket));
    }
    if (!waitUntil([&] { return answered == connections; })) {
        return Figure::missing(name, u"%1 of them were answered"_s.arg(answered));
    }
    const auto open = std::count_if(sockets.begin(), sockets.end(), [](const auto &socket) {
        return socket->state() == QAbstractSocket::ConnectedState;
    });
    return memory(name, process.memory().resident - before, u"%1 stay open"_s.arg(open));
}

} // namespace

QList<Figure> measureStreams(const Setup &setup)
{
    return {delay(setup), manyStreams(setup), idleConnections(setup)};
}

} // namespace lightwell::bench
