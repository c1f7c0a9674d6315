// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway adds: the same answer from the same vendor, once asked directly and once through the gateway, in
// turns, so that whatever else the machine does falls on both.
#include "tests/bench/caller.h"
#include "tests/bench/gatewayprocess.h"
#include "tests/bench/memoryvendor.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <unistd.h>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr double million = 1e6;

struct Case
{
    QString name;
    qint64 bytes;
    int rounds;
    bool isLarge;
};

struct Times
{
    QList<double> direct; ///< ms
    QList<double> gateway;
    QString complaint;
};

constexpr int warmUp = 2; // rounds that do not count

double timed(const std::function<Caller::Answer()> &call, QString *complaint)
{
    QElapsedTimer timer;
    timer.start();
    const Caller::Answer answer = call();
    const double elapsed = static_cast<double>(timer.nsecsElapsed()) / million;
    if (!answer.ok()) {
        *complaint = u"status %1: %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.excerpt));
    }
    return elapsed;
}

Times inTurns(Caller &direct, Caller &gateway, int rounds)
{
    const auto askVendor = [&] { return direct.post(MemoryVendor::path(), MemoryVendor::requestJson()); };
    const auto askGateway = [&] { return gateway.post(MemoryVendor::path(), MemoryVendor::gatewayJson()); };
    Times times;
    for (int round = 0; round < rounds + warmUp && times.complaint.isEmpty(); ++round) {
        const double one = timed(askVendor, &times.complaint);
        const double other = timed(askGateway, &times.complaint);
        if (round < warmUp) {
            continue;
        }
        times.direct.append(one);
        times.gateway.append(other);
    }
    return times;
}

Figure added(const Case &the, const Times &times)
{
    const double direct = median(times.direct);
    const double gateway = median(times.gateway);
    Figure figure;
    figure.name = the.name + u": added"_s;
    figure.value = gateway - direct;
    figure.unit = u"ms"_s;
    figure.aim = the.isLarge ? QString() : u"< 1 ms"_s;
    figure.note = u"direct %1 ms, through the gateway %2 ms"_s.arg(direct, 0, 'f', 2).arg(gateway, 0, 'f', 2);
    figure.details = {{u"direct_ms"_s, direct}, {u"gateway_ms"_s, gateway}, {u"rounds"_s, times.direct.size()}};
    return figure;
}

Figure share(const Case &the, const Times &times)
{
    Figure figure;
    figure.name = the.name + u": over a plain copy"_s;
    figure.value = 100 * (median(times.gateway) / median(times.direct) - 1);
    figure.unit = u"%"_s;
    figure.aim = u"< 15 %"_s;
    return figure;
}

/// Says the same on a busy machine as on a quiet one.
Figure processorTime(const Case &the, double milliseconds, const Times &times)
{
    Figure figure;
    figure.name = the.name + u": processor time"_s;
    figure.value = milliseconds / static_cast<double>(times.gateway.size() + warmUp);
    figure.unit = u"ms"_s;
    figure.note = u"of the gateway's process, a call"_s;
    return figure;
}

Figure growth(const Case &the, const ProcessMemory &before, const ProcessMemory &after, qint64 body)
{
    const auto bodies = [body](qint64 bytes) { return static_cast<double>(bytes) / static_cast<double>(body); };
    Figure figure;
    figure.name = the.name + u": memory growth"_s;
    figure.value = bodies(after.peak - before.resident);
    figure.unit = u"bodies"_s;
    figure.aim = u"< 3"_s;
    figure.note = u"at the peak; a second later %1"_s.arg(bodies(after.resident - before.resident), 0, 'f', 2);
    return figure;
}

QList<Figure> measure(const Setup &setup, const Case &the)
{
    MemoryVendor vendor(the.bytes);
    GatewayProcess process(setup, vendor.baseUrl());
    if (!process.isListening()) {
        return {Figure::missing(the.name, process.complaint())};
    }
    Caller direct(vendor.port(), "sk-benchmark");
    Caller gateway(process.port(), GatewayProcess::key());
    // Two calls first, so that growth is the bodies' and not the first use of everything.
    if (const Times first = inTurns(direct, gateway, 0); !first.complaint.isEmpty()) {
        return {Figure::missing(the.name, first.complaint)};
    }
    QThread::sleep(1);
    ProcessMemory::forgetPeak(process.pid());
    const ProcessMemory before = process.memory();
    const double used = process.processorTime();
    const Times times = inTurns(direct, gateway, setup.quick ? std::min(the.rounds, 5) : the.rounds);
    if (!times.complaint.isEmpty()) {
        return {Figure::missing(the.name, times.complaint)};
    }
    QList<Figure> figures {added(the, times), processorTime(the, process.processorTime() - used, times)};
    if (the.isLarge) {
        QThread::sleep(1);
        ProcessMemory after = process.memory();
        figures << share(the, times) << growth(the, before, after, vendor.bodyBytes());
    }
    return figures;
}

/// What nothing can be quicker than where every step is on the disk before the next: one small fsync.
Figure diskSync(const Setup &setup)
{
    QFile file(setup.folder + u"/sync"_s);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return Figure::missing(u"disk: one fsync"_s, file.errorString());
    }
    QList<double> times;
    for (int i = 0; i < 50; ++i) {
        file.write(QByteArray(4096, 'x'));
        QElapsedTimer timer;
        timer.start();
        ::fsync(file.handle());
        times.append(static_cast<double>(timer.nsecsElapsed()) / million);
    }
    Figure figure;
    figure.name = u"disk: one fsync"_s;
    figure.value = median(times);
    figure.unit = u"ms"_s;
    figure.note = u"of 4 kB in the folder the gateway writes to; a paid call needs several"_s;
    return figure;
}

Figure dryRun(const Setup &setup)
{
    const MemoryVendor vendor(0);
    GatewayProcess process(setup, vendor.baseUrl());
    Caller gateway(process.port(), GatewayProcess::key());
    QList<double> times;
    QString complaint = process.complaint();
    for (int i = 0; i < (setup.quick ? 20 : 200) && complaint.isEmpty(); ++i) {
        times.append(
            timed([&] { return gateway.post(MemoryVendor::path() + "?dryRun=true", MemoryVendor::gatewayJson()); },
                  &complaint));
    }
    if (!complaint.isEmpty()) {
        return Figure::missing(u"dry run"_s, complaint);
    }
    Figure figure;
    figure.name = u"dry run"_s;
    figure.value = median(times);
    figure.unit = u"ms"_s;
    figure.note = u"everything but the vendor, the disk and the picture"_s;
    return figure;
}

} // namespace

QList<Figure> measureGateway(const Setup &setup)
{
    constexpr qint64 mega = 1'000'000;
    const QList<Case> cases = {{u"small"_s, 0, 200, false},
                               {u"1 MB"_s, mega, 50, true},
                               {u"10 MB"_s, 10 * mega, 20, true},
                               {u"30 MB"_s, 30 * mega, 12, true}};
    QList<Figure> figures {diskSync(setup), dryRun(setup)};
    for (const Case &the : cases) {
        figures += measure(setup, the);
    }
    return figures;
}

} // namespace lightwell::bench
