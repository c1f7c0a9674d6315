// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/metrics.h"

#include "core/gateway/upstreamtime.h"
#include "core/model/generation.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString orNone(const QString &name)
{
    return name.isEmpty() ? u"none"_s : name;
}

QByteArray head(const QByteArray &name, const QByteArray &help, const QByteArray &type)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

QByteArray gauge(const QByteArray &name, const QByteArray &help, qint64 value)
{
    return head(name, help, "gauge") + name + ' ' + QByteArray::number(value) + '\n';
}

QByteArray label(const QByteArray &name, const QString &value)
{
    QByteArray escaped = value.toUtf8();
    escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return name + "=\"" + escaped + '"';
}

QByteArray seconds(qint64 milliseconds)
{
    return QByteArray::number(double(milliseconds) / 1000, 'f', 3);
}

/// "12.340000": exact to the micro-dollar, as the books are.
QByteArray dollars(qint64 micros)
{
    constexpr qint64 microsPerDollar = 1'000'000;
    constexpr int digits = 6;
    return QByteArray::number(micros / microsPerDollar) + '.'
        + QByteArray::number(micros % microsPerDollar).rightJustified(digits, '0');
}

/// Sum and count of a Prometheus summary.
QByteArray summary(const QByteArray &name, const QByteArray &labels, qint64 milliseconds, qint64 count)
{
    const QByteArray of = '{' + labels + "} ";
    return name + "_sum" + of + seconds(milliseconds) + '\n' + name + "_count" + of + QByteArray::number(count) + '\n';
}

/// A bound of a histogram, in seconds, with no more digits than it has: "0.01", "30".
QByteArray boundary(qint64 milliseconds)
{
    return QByteArray::number(double(milliseconds) / 1000, 'g', 6);
}

} // namespace

void Metrics::countAnswer(const QString &route, const QString &client, int status)
{
    ++m_answers[{route, orNone(client), status}];
}

void Metrics::countGeneration(const Generation &generation)
{
    const QString client = orNone(generation.origin.client);
    for (const Attempt &attempt : generation.attempts) {
        const Party party {orNone(attempt.provider), client};
        if (attempt.cost.isKnown()) {
            m_costMicros[party] += attempt.cost.micros();
        } else if (attempt.status == GenerationStatus::Completed || attempt.status == GenerationStatus::Unknown) {
            ++m_unknownCosts[party];
        }
        if (attempt.startedAt.isValid() && attempt.endedAt.isValid()) {
            m_upstream[party].add(std::max<qint64>(0, attempt.startedAt.msecsTo(attempt.endedAt)));
        }
    }
    const QString last = generation.attempts.isEmpty() ? QString() : generation.attempts.last().provider;
    const Party party {orNone(last), client};
    ++m_ended[{party, statusName(generation.status)}];
    if (generation.createdAt.isValid() && generation.endedAt.isValid()) {
        const qint64 upstream = upstreamTime(generation).value_or(std::chrono::milliseconds(0)).count();
        m_inside[party].add(std::max<qint64>(0, generation.createdAt.msecsTo(generation.endedAt) - upstream));
    }
}

void Metrics::countWait(const QString &provider, const QString &client, std::chrono::milliseconds time)
{
    const qint64 milliseconds = std::max<qint64>(0, time.count());
    Waits &waits = m_waits[{orNone(provider), orNone(client)}];
    waits.all.add(milliseconds);
    for (std::size_t at = 0; at < waitBounds.size(); ++at) {
        waits.within.at(at) += milliseconds <= waitBounds.at(at) ? 1 : 0;
    }
}

QByteArray Metrics::text(const Now &now, const QString &onlyClient) const
{
    const auto isShown = [&onlyClient](const Party &party) {
        return onlyClient.isEmpty() || party.client == onlyClient;
    };
    const auto labels = [](const Party &party) -> QByteArray {
        return label("provider", party.provider) + ',' + label("client", party.client);
    };
    const QByteArray answers = "lightwell_gateway_answers_total";
    QByteArray text = head(answers, "Answers by address, client and status.", "counter");
    for (auto entry = m_answers.begin(); entry != m_answers.end(); ++entry) {
        const auto &[route, client, status] = entry.key();
        if (!onlyClient.isEmpty() && client != onlyClient) {
            continue;
        }
        text += answers + '{' + label("route", route) + ',' + label("client", client) + ",status=\""
            + QByteArray::number(status) + "\"} " + QByteArray::number(entry.value()) + '\n';
    }
    const QByteArray ended = "lightwell_gateway_generations_total";
    text += head(ended, "Generations that programs asked for, by their end at the last provider tried.", "counter");
    for (auto entry = m_ended.begin(); entry != m_ended.end(); ++entry) {
        if (!isShown(entry.key().first)) {
            continue;
        }
        text += ended + '{' + labels(entry.key().first) + ',' + label("status", entry.key().second) + "} "
            + QByteArray::number(entry.value()) + '\n';
    }
    const QByteArray cost = "lightwell_gateway_cost_usd_total";
    text += head(cost, "Dollars that they cost, as far as it is known.", "counter");
    for (auto entry = m_costMicros.begin(); entry != m_costMicros.end(); ++entry) {
        if (!isShown(entry.key())) {
            continue;
        }
        text += cost + '{' + labels(entry.key()) + "} " + dollars(entry.value()) + '\n';
    }
    const QByteArray unknown = "lightwell_gateway_unknown_costs_total";
    text += head(unknown, "Attempts that may have been billed, nobody knows how much.", "counter");
    for (auto entry = m_unknownCosts.begin(); entry != m_unknownCosts.end(); ++entry) {
        if (!isShown(entry.key())) {
            continue;
        }
        text += unknown + '{' + labels(entry.key()) + "} " + QByteArray::number(entry.value()) + '\n';
    }
    const QByteArray upstream = "lightwell_gateway_upstream_seconds";
    text += head(upstream, "How long attempts at a provider took, its pictures received.", "summary");
    const auto times = [&](const QByteArray &name, const QMap<Party, Duration> &all) {
        for (auto entry = all.begin(); entry != all.end(); ++entry) {
            text += isShown(entry.key()) ? summary(name, labels(entry.key()), entry->milliseconds, entry->count)
                                         : QByteArray();
        }
    };
    times(upstream, m_upstream);
    const QByteArray inside = "lightwell_gateway_inside_seconds";
    text += head(inside, "How long generations spent apart from their attempts: planned, queued, booked.", "summary");
    times(inside, m_inside);
    const QByteArray queue = "lightwell_gateway_queue_seconds";
    text += head(queue, "How long calls stood in the queue of a provider that had enough to do.", "histogram");
    for (auto entry = m_waits.begin(); entry != m_waits.end(); ++entry) {
        if (!isShown(entry.key())) {
            continue;
        }
        const QByteArray bucket = queue + "_bucket{" + labels(entry.key()) + ",le=\"";
        for (std::size_t at = 0; at < waitBounds.size(); ++at) {
            text += bucket + boundary(waitBounds.at(at)) + "\"} " + QByteArray::number(entry->within.at(at)) + '\n';
        }
        text += bucket + "+Inf\"} " + QByteArray::number(entry->all.count) + '\n'
            + summary(queue, labels(entry.key()), entry->all.milliseconds, entry->all.count);
    }
    text += gauge("lightwell_gateway_connections", "Connections open now.", now.connections);
    text += gauge("lightwell_generations_running", "Generations under way, whoever asked for them.", now.running);
    text += gauge("lightwell_generations_queued", "Of those, how many wait for their turn at a provider.", now.queued);
    return text + head("lightwell_build_info", "The program's version.", "gauge")
        + "lightwell_build_info{version=\"" LIGHTWELL_VERSION "\"} 1\n";
}

} // namespace lightwell
