// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/livegenerations.h"

namespace lightwell {

void LiveGenerations::begin(const QString &id, const Request &request, const Origin &origin)
{
    Generation generation;
    generation.id = id;
    generation.request = request;
    generation.origin = origin;
    generation.status = GenerationStatus::Running;
    generation.createdAt = QDateTime::currentDateTimeUtc();
    m_underWay.insert(id, generation);
}

void LiveGenerations::note(const Generation &generation)
{
    if (generation.status == GenerationStatus::Running) {
        m_underWay.insert(generation.id, generation);
        return;
    }
    m_underWay.remove(generation.id);
    if (generation.route.isEmpty() || m_routes.contains(generation.id)) {
        return;
    }
    m_routes.insert(generation.id, generation.route);
    m_order.append(generation.id);
    if (m_order.size() > keptRoutes) {
        m_routes.remove(m_order.takeFirst());
    }
}

std::optional<Generation> LiveGenerations::underWay(const QString &id) const
{
    const auto found = m_underWay.constFind(id);
    return found == m_underWay.cend() ? std::nullopt : std::optional(*found);
}

QList<RoutePlace> LiveGenerations::route(const QString &id) const
{
    return m_routes.value(id);
}

} // namespace lightwell
