// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/engine/engine.h"
#include "core/engine/findplans.h"
#include "core/routing/health.h"

#include <QSet>

namespace lightwell {

/// Which offers carry out a request, in which order: by the catalog, the user's rules, health, and, where a rule needs
/// it, the user's own record. Lives on the engine's thread; all it is given outlives it and may change in between.
class RouteFinder
{
public:
    RouteFinder(const EngineParts &parts, const Catalog &catalog, const EnginePolicy &policy, Health &health);

    using OnRoute = std::function<void(const Result<Route> &)>;
    /// Calls `then` at once where plans and rules are enough, else later, unless `context` is gone. `ahead`:
    /// generations that were begun before and are not written down yet.
    void find(const Request &request, const RouteWishes &wishes, qsizetype ahead, QObject *context,
              const OnRoute &then) const;
    /// The same with those offers first whose provider has a key, for who only looks at it; tells how the keys stand.
    void findWithKeys(const Request &request, const RouteWishes &wishes, qsizetype ahead, QObject *context,
                      const Engine::OnRoute &then) const;

    void findText(const TextOrder &order, qsizetype ahead, QObject *context, const OnRoute &then) const;
    void findTextWithKeys(const TextOrder &order, qsizetype ahead, QObject *context, const Engine::OnRoute &then) const;

private:
    /// Which of these providers are asked beyond the local network.
    using OnProviders = std::function<void(const QStringList &outside)>;
    void findOutside(QStringList providers, const QStringList &outside, QObject *context,
                     const OnProviders &then) const;
    void order(const Result<PlannedModels> &planned, qsizetype ahead, QObject *context, const OnRoute &then) const;
    [[nodiscard]] OnRoute withKeys(QObject *context, const Engine::OnRoute &then) const;
    [[nodiscard]] Result<Route> routeBy(const PlannedModels &planned, const RoutingEvidence &evidence) const;

    const EngineParts m_parts;
    const Catalog &m_catalog;
    const EnginePolicy &m_policy;
    Health &m_health;
    QSet<QString> m_ownProviders; ///< that bill nothing
};

} // namespace lightwell
