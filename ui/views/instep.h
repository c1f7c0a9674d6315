// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewpoint.h"

#include <QList>

namespace lightwell {

/// Several pictures looked at from one point, so that zoom and pan move all of them; and what single ones are away from
/// it, since they were moved alone. Pure. Nothing happens to a pane that is not there.
class InStep
{
public:
    static constexpr double maxPercent = 1600; ///< of a picture's own pixels

    /// A pane for each. What they are away from the common point stays.
    void setPlaces(const QList<ViewPlace> &places);
    [[nodiscard]] const QList<ViewPlace> &places() const { return m_places; }
    void forget(int pane); ///< another picture is in it: it is away from nothing
    void setLinked(bool linked) { m_linked = linked; } ///< off: what is done moves its pane alone
    [[nodiscard]] bool isLinked() const { return m_linked; }

    [[nodiscard]] ViewPoint view(int pane) const; ///< bounded
    [[nodiscard]] bool isShifted(int pane) const;
    [[nodiscard]] double minZoom(int pane) const;
    [[nodiscard]] double maxZoom(int pane) const;

    void zoomTo(int pane, double zoom); ///< around the middle
    void zoomTo(int pane, double zoom, QPointF position); ///< what is shown there stays there
    void move(int pane, QPointF by); ///< device-independent pixels, as the hand moves
    void lookAt(int pane, QPointF centre);
    void showWhole(int pane); ///< in step: all of them
    /// Each at its own 100 %, whatever part of it that is, until somebody zooms.
    void showEachActual();
    [[nodiscard]] bool isEachActual() const { return m_eachActual; }
    void align(); ///< nothing is away from the common point any more

private:
    struct Away
    {
        double zoom = 1; ///< times the common one
        QPointF shift; ///< added to the common centre
    };
    [[nodiscard]] bool has(int pane) const { return pane >= 0 && pane < m_places.size(); }
    void look(int pane, const ViewPoint &view);
    void leaveEachActual(int pane);
    QList<ViewPlace> m_places;
    QList<Away> m_away;
    ViewPoint m_common;
    bool m_linked = true;
    bool m_eachActual = false;
};

} // namespace lightwell
