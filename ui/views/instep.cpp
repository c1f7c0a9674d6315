// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/instep.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

constexpr double nothing = 1e-4; ///< a smaller share than anybody sees

bool isNear(double a, double b)
{
    return std::abs(a - b) <= nothing * std::max(1.0, std::abs(b));
}

} // namespace

void InStep::setPlaces(const QList<ViewPlace> &places)
{
    m_places = places;
    m_away.resize(places.size());
}

void InStep::forget(int pane)
{
    if (has(pane)) {
        m_away[pane] = {};
    }
}

ViewPoint InStep::view(int pane) const
{
    if (!has(pane)) {
        return {};
    }
    const ViewPlace &place = m_places.at(pane);
    const Away &away = m_away.at(pane);
    return place.bounded({m_eachActual ? place.actualZoom() : m_common.zoom * away.zoom, m_common.centre + away.shift});
}

bool InStep::isShifted(int pane) const
{
    if (!has(pane)) {
        return false;
    }
    const Away &away = m_away.at(pane);
    return !isNear(away.zoom, 1) || away.shift.manhattanLength() > nothing;
}

double InStep::minZoom(int pane) const
{
    return has(pane) ? std::min(1.0, m_places.at(pane).actualZoom()) : 1;
}

double InStep::maxZoom(int pane) const
{
    return has(pane) ? std::max(1.0, m_places.at(pane).actualZoom() * maxPercent / 100) : 1;
}

/// In step, the common point moves so that this pane shows `view`; else this pane leaves the common point.
void InStep::look(int pane, const ViewPoint &view)
{
    const ViewPoint to = m_places.at(pane).bounded(view);
    Away &away = m_away[pane];
    if (!m_linked) {
        away = {m_eachActual ? away.zoom : to.zoom / m_common.zoom, to.centre - m_common.centre};
        return;
    }
    if (!m_eachActual) {
        m_common.zoom = to.zoom / away.zoom;
    }
    m_common.centre = to.centre - away.shift;
}

/// The others go by the zoom of this pane again; alone, they keep theirs.
void InStep::leaveEachActual(int pane)
{
    if (!m_eachActual) {
        return;
    }
    m_eachActual = false;
    m_common.zoom = m_places.at(pane).actualZoom() / m_away.at(pane).zoom;
    if (!m_linked) {
        for (qsizetype other = 0; other < m_places.size(); ++other) {
            m_away[other].zoom = m_places.at(other).actualZoom() / m_common.zoom;
        }
    }
}

void InStep::zoomTo(int pane, double zoom)
{
    if (has(pane)) {
        const QSizeF room = m_places.at(pane).room;
        zoomTo(pane, zoom, QPointF(room.width() / 2, room.height() / 2));
    }
}

void InStep::zoomTo(int pane, double zoom, QPointF position)
{
    if (has(pane)) {
        leaveEachActual(pane);
        const double to = std::clamp(zoom, minZoom(pane), maxZoom(pane));
        look(pane, m_places.at(pane).zoomedAt(view(pane), to, position));
    }
}

void InStep::move(int pane, QPointF by)
{
    if (has(pane)) {
        look(pane, m_places.at(pane).moved(view(pane), by));
    }
}

void InStep::lookAt(int pane, QPointF centre)
{
    if (has(pane)) {
        look(pane, {view(pane).zoom, centre});
    }
}

/// What panes were moved aside stays for when they are larger again; another zoom of theirs does not.
void InStep::showWhole(int pane)
{
    if (!has(pane)) {
        return;
    }
    leaveEachActual(pane);
    if (!m_linked) {
        look(pane, {});
        return;
    }
    m_common = {};
    for (Away &away : m_away) {
        away.zoom = 1;
    }
}

void InStep::showEachActual()
{
    m_eachActual = true;
    for (Away &away : m_away) {
        away.zoom = 1;
    }
}

void InStep::align()
{
    std::fill(m_away.begin(), m_away.end(), Away());
}

} // namespace lightwell
