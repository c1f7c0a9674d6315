// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Memory of the gateway when it has nothing to do.
#include "tests/bench/caller.h"
#include "tests/bench/gatewayprocess.h"
#include "tests/bench/memoryvendor.h"

#include <QThread>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int requests = 100;

Figure inMegabytes(const QString &name, qint64 bytes, const QString &aim)
{
    if (bytes == 0) {
        return Figure::missing(name, u"the system does not tell"_s);
    }
    Figure figure;
    figure.name = name;
    figure.value = static_cast<double>(bytes) / (1024.0 * 1024.0);
    figure.unit = u"MB"_s;
    figure.aim = aim;
    return figure;
}

QList<Figure> atRest(const GatewayProcess &process, const QString &when)
{
    QThread::sleep(2);
    const ProcessMemory memory = process.memory();
    return {inMegabytes(when + u", resident (RSS)"_s, memory.resident, u"< 60 MB"_s),
            inMegabytes(when + u", its share (PSS)"_s, memory.proportional, {})};
}

} // namespace

QList<Figure> measureRest(const Setup &setup)
{
    const MemoryVendor vendor(0);
    const GatewayProcess process(setup, vendor.baseUrl());
    if (!process.isListening()) {
        return {Figure::missing(u"rest"_s, process.complaint())};
    }
    QList<Figure> figures = atRest(process, u"after the start"_s);
    Caller caller(process.port(), GatewayProcess::key());
    for (int i = 0; i < requests; ++i) {
        const Caller::Answer answer = caller.post(MemoryVendor::path(), MemoryVendor::gatewayJson());
        if (!answer.ok()) {
            return figures << Figure::missing(u"after %1 requests"_s.arg(requests), QString::fromUtf8(answer.excerpt));
        }
    }
    return figures + atRest(process, u"after %1 requests"_s.arg(requests));
}

} // namespace lightwell::bench
