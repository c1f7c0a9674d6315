// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QHash>
#include <QObject>

namespace lightwell {

/// What this run knows of generations besides the journal: those under way as they stand, and of the last ended ones
/// the order of attempts, which is not stored. Lives on the window's thread.
class LiveGenerations : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype keptRoutes = 500;

    void begin(const QString &id, const Request &request, const Origin &origin); ///< nothing was heard of it yet
    void note(const Generation &generation);
    [[nodiscard]] std::optional<Generation> underWay(const QString &id) const;
    [[nodiscard]] QList<RoutePlace> route(const QString &id) const; ///< empty: not known

private:
    QHash<QString, Generation> m_underWay;
    QHash<QString, QList<RoutePlace>> m_routes;
    QStringList m_order; ///< of the routes, oldest first
};

} // namespace lightwell
