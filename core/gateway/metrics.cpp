// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/metrics.h"

namespace lightwell {

namespace {

QByteArray gauge(const QByteArray &name, const QByteArray &help, qint64 value)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + " gauge\n" + name + ' ' + QByteArray::number(value)
        + '\n';
}

} // namespace

QByteArray Metrics::text(int connections, int generations) const
{
    const QByteArray total = "lightwell_gateway_answers_total";
    QByteArray text = "# HELP " + total + " Answers by address and status.\n# TYPE " + total + " counter\n";
    for (auto entry = m_answers.begin(); entry != m_answers.end(); ++entry) {
        text += total + "{route=\"" + entry.key().first.toLatin1() + "\",status=\""
            + QByteArray::number(entry.key().second) + "\"} " + QByteArray::number(entry.value()) + '\n';
    }
    text += gauge("lightwell_gateway_connections", "Connections open now.", connections);
    text += gauge("lightwell_generations_running", "Generations under way, whoever asked for them.", generations);
    return text
        + "# HELP lightwell_build_info The program's version.\n# TYPE lightwell_build_info gauge\n"
          "lightwell_build_info{version=\"" LIGHTWELL_VERSION "\"} 1\n";
}

} // namespace lightwell
