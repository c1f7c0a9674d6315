// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/sharedanswer.h"

#include "core/chat/changedusage.h"

#include <QJsonArray>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonValue nothingOf(const QJsonValue &cost)
{
    if (!cost.isObject()) {
        return cost.isDouble() ? QJsonValue(0) : cost;
    }
    QJsonObject parts = cost.toObject();
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        part.value() = nothingOf(part.value());
    }
    return parts;
}

/// Vendors have many names for it: "cost", "cost_details", "estimated_cost", "cost_in_usd_ticks".
QJsonObject withoutCosts(QJsonObject usage)
{
    for (auto count = usage.begin(); count != usage.end(); ++count) {
        if (count.key().contains("cost"_L1)) {
            count.value() = nothingOf(count.value());
        }
    }
    return usage;
}

} // namespace

QByteArray sharedAnswer(const QByteArray &answer)
{
    return withChangedUsage(answer, withoutCosts);
}

QByteArray sharedEvents(const QByteArray &events)
{
    return SharedStream().told(events, true);
}

const QByteArray &SharedStream::told(const QByteArray &all, bool isWhole)
{
    const QByteArrayList events = m_cutter.feed(all.mid(m_taken));
    m_taken = all.size();
    for (const QByteArray &event : events) {
        m_told += withChangedUsageInEvent(event, withoutCosts);
    }
    if (isWhole && !std::exchange(m_isWhole, true)) {
        m_told += m_cutter.rest();
    }
    return m_told;
}

} // namespace lightwell
