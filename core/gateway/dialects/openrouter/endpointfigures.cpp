// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/endpointfigures.h"

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(Workload workload)
{
    switch (workload) {
    case Workload::Pictures:
        return u"image_generation"_s;
    case Workload::Embeddings:
        return u"embeddings"_s;
    case Workload::Words:
        break;
    }
    return u"text_generation"_s;
}

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const std::optional<Percentiles> &values)
{
    return values ? QJsonValue(QJsonObject {
               {u"p50"_s, values->p50}, {u"p75"_s, values->p75}, {u"p90"_s, values->p90}, {u"p99"_s, values->p99}})
                  : QJsonValue(QJsonValue::Null);
}

} // namespace

std::optional<Percentiles> latencyOf(const OfferFigures &figures, Workload workload)
{
    return workload == Workload::Words ? figures.firstMs : figures.wholeMs;
}

std::optional<Percentiles> throughputOf(const OfferFigures &figures, Workload workload)
{
    return workload == Workload::Words ? figures.tokensPerSecond : std::nullopt;
}

void addFigures(QJsonObject &endpoint, const OfferFigures &figures, Workload workload)
{
    const QJsonValue latency = orNull(latencyOf(figures, workload));
    const QJsonValue throughput = orNull(throughputOf(figures, workload));
    endpoint.insert(u"uptime_last_5m"_s, orNull(figures.uptime5m));
    endpoint.insert(u"uptime_last_30m"_s, orNull(figures.uptime30m));
    endpoint.insert(u"uptime_last_1d"_s, orNull(figures.uptime1d));
    endpoint.insert(u"latency_last_30m"_s, latency);
    endpoint.insert(u"throughput_last_30m"_s, throughput);
    if (!latency.isNull() || !throughput.isNull()) {
        const QJsonObject times {{u"latency"_s, latency},
                                 {u"throughput"_s, throughput},
                                 {u"request_count"_s, QJsonValue::Null}}; // of other programs' calls, too
        endpoint.insert(u"perf_last_30m_by_workload"_s, QJsonObject {{nameOf(workload), times}});
    }
}

} // namespace lightwell::openrouter
