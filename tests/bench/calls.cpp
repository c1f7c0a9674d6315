// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls a second at a number of connections, each of which sends the next call when it has its answer.
#include "tests/bench/caller.h"
#include "tests/bench/gatewayprocess.h"
#include "tests/bench/memoryvendor.h"
#include "tests/bench/portkeyprocess.h"

#include <QElapsedTimer>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

struct Tally
{
    std::atomic_int answered = 0;
    std::atomic_int refused = 0;
};

using Call = std::function<Caller::Answer(Caller &)>;

using MakeCaller = std::function<std::unique_ptr<Caller>()>;

void keepCalling(const MakeCaller &makeCaller, const Call &call, std::chrono::milliseconds time, Tally &tally)
{
    const std::unique_ptr<Caller> caller = makeCaller();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < time.count()) {
        ++(call(*caller).ok() ? tally.answered : tally.refused);
    }
}

Figure callsPerSecond(const QString &name, const MakeCaller &makeCaller, int connections, const Call &call,
                      std::chrono::milliseconds time)
{
    Tally tally;
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < connections; ++i) {
        threads.emplace_back(QThread::create([&] { keepCalling(makeCaller, call, time, tally); }));
        threads.back()->start();
    }
    for (const auto &thread : threads) {
        thread->wait();
    }
    Figure figure;
    figure.name = u"%1, %2 connections"_s.arg(name).arg(connections);
    figure.value = 1000.0 * tally.answered / static_cast<double>(timer.elapsed());
    figure.unit = u"calls/s"_s;
    if (tally.refused > 0) {
        figure.note = u"%1 calls were refused"_s.arg(tally.refused);
    }
    return figure;
}

} // namespace

QList<Figure> measureCalls(const Setup &setup)
{
    const MemoryVendor vendor(0);
    const GatewayProcess process(setup, vendor.baseUrl());
    if (!process.isListening()) {
        return {Figure::missing(u"calls"_s, process.complaint())};
    }
    const std::chrono::milliseconds time(setup.quick ? 500 : 5000);
    const Call models = [](Caller &caller) { return caller.get("/v1/models"); };
    const Call generation = [](Caller &caller) {
        return caller.post(MemoryVendor::path(), MemoryVendor::gatewayJson());
    };
    const MakeCaller toLightwell = [&process] {
        return std::make_unique<Caller>(process.port(), GatewayProcess::key());
    };
    const PortkeyProcess portkey(setup);
    const MakeCaller toPortkey = [&portkey, &vendor] {
        return std::make_unique<Caller>(portkey.port(), "sk-benchmark", PortkeyProcess::headers(vendor.baseUrl()));
    };
    const Call forwarded = [](Caller &caller) {
        return caller.post(MemoryVendor::path(), MemoryVendor::requestJson());
    };
    QList<Figure> figures;
    for (const int connections : {1, 8, 32}) {
        figures.append(callsPerSecond(u"GET models"_s, toLightwell, connections, models, time));
    }
    for (const int connections : {1, 8, 32}) {
        figures.append(callsPerSecond(u"small generation"_s, toLightwell, connections, generation, time));
        figures.append(portkey.isListening()
                           ? callsPerSecond(u"the same through Portkey"_s, toPortkey, connections, forwarded, time)
                           : Figure::missing(u"the same through Portkey"_s, portkey.complaint()));
    }
    return figures;
}

} // namespace lightwell::bench
