// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway adds: the same answer from the same vendor, once asked directly and once through the gateway, in
// turns, so that whatever else the machine does falls on both.
#include "tests/bench/caller.h"
#include "tests/bench/gatewayprocess.h"
#include "tests/bench/largeparts.h"
#include "tests/bench/memoryvendor.h"
#include "tests/bench/portkeyprocess.h"

#include <QFile>
#include <QThread>

#include <unistd.h>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

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
    QList<double> portkey; ///< empty: it is not there
    QString complaint;
};

constexpr int warmUp = 2; // rounds that do not count

double timedCall(const std::function<Caller::Answer()> &call, QString *complaint)
{
    Caller::Answer answer;
    const double elapsed = timed([&] { answer = call(); });
    if (!answer.ok()) {
        *complaint = u"status %1: %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.excerpt));
    }
    return elapsed;
}

/// `portkey` may be null.
Times inTurns(Caller &direct, Caller &gateway, Caller *portkey, int rounds)
{
    const auto askVendor = [&] { return direct.post(MemoryVendor::path(), MemoryVendor::requestJson()); };
    const auto askGateway = [&] { return gateway.post(MemoryVendor::path(), MemoryVendor::gatewayJson()); };
    const auto askPortkey = [&] { return portkey->post(MemoryVendor::path(), MemoryVendor::requestJson()); };
    Times times;
    for (int round = 0; round < rounds + warmUp && times.complaint.isEmpty(); ++round) {
        const double one = timedCall(askVendor, &times.complaint);
        const double other = timedCall(askGateway, &times.complaint);
        const double third = portkey ? timedCall(askPortkey, &times.complaint) : 0;
        if (round < warmUp) {
            continue;
        }
        times.direct.append(one);
        times.gateway.append(other);
        if (portkey) {
            times.portkey.append(third);
        }
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
    figure.aim = the.isLarge ? QString() : u"Portkey's"_s;
    figure.note = u"direct %1 ms, through the gateway %2 ms"_s.arg(direct, 0, 'f', 2).arg(gateway, 0, 'f', 2);
    figure.details = {{u"direct_ms"_s, direct}, {u"gateway_ms"_s, gateway}, {u"rounds"_s, times.direct.size()}};
    return figure;
}

Figure addedByPortkey(const Case &the, const Times &times)
{
    Figure figure;
    figure.name = the.name + u": added by Portkey"_s;
    figure.value = median(times.portkey) - median(times.direct);
    figure.unit = u"ms"_s;
    figure.note = u"which keeps nothing; in the same turns"_s;
    return figure;
}

/// Against what nobody can leave out who keeps the picture before passing it on.
Figure overParts(const Case &the, const Times &times, double parts)
{
    const double direct = median(times.direct);
    Figure figure;
    figure.name = the.name + u": over the sum of its parts"_s;
    figure.value = median(times.gateway) / (direct + parts);
    figure.unit = u"times"_s;
    figure.aim = u"<= 1.5"_s;
    figure.note =
        u"copy %1 ms; base64 both ways, decoding, hash and file %2 ms"_s.arg(direct, 0, 'f', 1).arg(parts, 0, 'f', 1);
    return figure;
}

Figure share(const Case &the, const Times &times)
{
    Figure figure;
    figure.name = the.name + u": over a plain copy"_s;
    figure.value = 100 * (median(times.gateway) / median(times.direct) - 1);
    figure.unit = u"%"_s;
    figure.note = u"which keeps nothing"_s;
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
    const PortkeyProcess portkey(the.isLarge ? Setup() : setup);
    Caller third(portkey.port(), "sk-benchmark", PortkeyProcess::headers(vendor.baseUrl()));
    Caller *other = portkey.isListening() ? &third : nullptr;
    // Two calls first, so that growth is the bodies' and not the first use of everything.
    if (const Times first = inTurns(direct, gateway, other, 0); !first.complaint.isEmpty()) {
        return {Figure::missing(the.name, first.complaint)};
    }
    QThread::sleep(1);
    ProcessMemory::forgetPeak(process.pid());
    const ProcessMemory before = process.memory();
    const double used = process.processorTime();
    const Times times = inTurns(direct, gateway, other, setup.quick ? std::min(the.rounds, 5) : the.rounds);
    if (!times.complaint.isEmpty()) {
        return {Figure::missing(the.name, times.complaint)};
    }
    QList<Figure> figures {added(the, times), processorTime(the, process.processorTime() - used, times)};
    if (other) {
        figures << addedByPortkey(the, times);
    } else if (!the.isLarge) {
        figures << Figure::missing(the.name + u": added by Portkey"_s, portkey.complaint());
    }
    if (the.isLarge) {
        QThread::sleep(1);
        ProcessMemory after = process.memory();
        figures << share(the, times) << overParts(the, times, timeOfLargeParts(vendor.base64(), setup.folder, 5))
                << growth(the, before, after, vendor.bodyBytes());
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
        times.append(timed([&file] { ::fsync(file.handle()); }));
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
            timedCall([&] { return gateway.post(MemoryVendor::path() + "?dryRun=true", MemoryVendor::gatewayJson()); },
                      &complaint));
    }
    if (!complaint.isEmpty()) {
        return Figure::missing(u"dry run"_s, complaint);
    }
    Figure figure;
    figure.name = u"dry run"_s;
    figure.value = median(times);
    figure.unit = u"ms"_s;
    figure.aim = u"0.2 ms"_s;
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
