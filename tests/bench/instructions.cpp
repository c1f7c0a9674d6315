// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Instructions of a small paid call: the same on a busy machine as on a quiet one. Valgrind counts those of two runs
// of the gateway, one with more calls than the other; the difference is theirs alone, without start and end.
#include "tests/bench/caller.h"
#include "tests/bench/gatewayprocess.h"
#include "tests/bench/memoryvendor.h"

#include <QRegularExpression>
#include <QStandardPaths>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

struct Count
{
    double instructions = 0; ///< in millions, of the whole process
    QString complaint; ///< why there is no number
};

Count countWith(const Setup &setup, const QByteArray &path, int calls)
{
    const MemoryVendor vendor(0);
    GatewayProcess process(setup, vendor.baseUrl(),
                           {u"valgrind"_s, u"--tool=callgrind"_s, u"--callgrind-out-file=/dev/null"_s});
    if (!process.isListening()) {
        return {0, process.complaint()};
    }
    Caller gateway(process.port(), GatewayProcess::key());
    for (int i = 0; i < calls; ++i) {
        if (const Caller::Answer answer = gateway.post(path, MemoryVendor::gatewayJson()); !answer.ok()) {
            return {0, u"status %1: %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.excerpt))};
        }
    }
    static const QRegularExpression collected(u"Collected : (\\d+)"_s);
    const QRegularExpressionMatch match = collected.match(QString::fromUtf8(process.stop()));
    if (!match.hasMatch()) {
        return {0, u"valgrind said nothing"_s};
    }
    return {match.captured(1).toDouble() / 1e6, {}};
}

Figure perCall(const Setup &setup, const QString &name, const QByteArray &path, const QString &aim)
{
    const int few = 20; // the first ones fill what is kept
    const int more = setup.quick ? 20 : 100;
    const Count less = countWith(setup, path, few);
    const Count all = less.complaint.isEmpty() ? countWith(setup, path, few + more) : less;
    if (!all.complaint.isEmpty()) {
        return Figure::missing(name, all.complaint);
    }
    Figure figure;
    figure.name = name;
    figure.value = (all.instructions - less.instructions) / more;
    figure.unit = u"million"_s;
    figure.aim = aim;
    return figure;
}

} // namespace

QList<Figure> measureInstructions(const Setup &setup)
{
    const QString name = u"small generation: instructions"_s;
    if (QStandardPaths::findExecutable(u"valgrind"_s).isEmpty()) {
        return {Figure::missing(name, u"no valgrind here to count them"_s)};
    }
    return {perCall(setup, name, MemoryVendor::path(), u"< 2 million"_s),
            perCall(setup, u"dry run: instructions"_s, MemoryVendor::path() + "?dryRun=true", {})};
}

} // namespace lightwell::bench
