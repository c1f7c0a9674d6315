// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runremovals.h"

#include "ui/compare/comparesession.h"

#include <QPointer>
#include <QWidget>

namespace lightwell {

RunRemovals::RunRemovals(CompareSession &session, QWidget *clearButton, QWidget *pane)
    : QObject(pane)
    , m_session(session)
    , m_clearButton(clearButton)
    , m_pane(pane)
{
}

void RunRemovals::clear(bool unsavedToo)
{
    const bool hadFocus = m_clearButton->hasFocus();
    const auto runs = [](int count) { return count == 1 ? tr("1 run") : tr("%1 runs").arg(count); };
    m_off.reset(); // what is cleared is the last to go
    const auto [removed, kept] =
        m_session.removeFinishedRuns(unsavedToo ? CompareSession::Keep::Nothing : CompareSession::Keep::WhatIsOnlyHere);
    if (hadFocus && removed > 0) {
        m_pane->setFocus(Qt::OtherFocusReason); // not on whatever comes next, which a second press would press
    }
    const auto undo = [self = QPointer(this)] {
        if (self) {
            self->restore();
        }
    };
    if (removed > 0) {
        const QString text = kept == 0
            ? tr("%1 cleared").arg(runs(removed))
            : tr("%1 cleared. %2 stayed: pictures of it are in no file yet.").arg(runs(removed), runs(kept));
        Q_EMIT offer(Meaning::Ok, text, tr("&Undo"), undo);
    } else if (kept > 0) {
        Q_EMIT offer(Meaning::Warning, tr("Pictures here are in no file yet. Clearing loses them."),
                     tr("&Clear all the same"), [self = QPointer(this)] {
                         if (self) {
                             self->clear(true);
                         }
                     });
    }
}

/// Something else may have gone meanwhile: the last one comes back first.
void RunRemovals::takeOff(int run, int cell)
{
    const CompareCell *gone = m_session.cell(run, cell);
    if (!gone) {
        return;
    }
    if (gone->isOnlyHere()) {
        Q_EMIT offer(Meaning::Warning, tr("This picture is in no file yet. Save it first."), {}, {});
        return;
    }
    const QString text = gone->picture() ? tr("Taken off the page. The gallery keeps it.") : tr("Taken off the page.");
    m_session.setOff(run, cell, true);
    m_off = std::make_pair(run, cell);
    Q_EMIT offer(Meaning::Ok, text, tr("&Undo"), [self = QPointer(this)] {
        if (self) {
            self->restore();
        }
    });
}

void RunRemovals::restore()
{
    if (m_off && m_session.cell(m_off->first, m_off->second)) {
        m_session.setOff(m_off->first, m_off->second, false);
        m_off.reset();
        return;
    }
    m_off.reset();
    if (m_session.canRestore()) {
        m_session.restoreRemoved();
        Q_EMIT offer(Meaning::Ok, tr("The pictures are back"), {}, {});
    }
}

} // namespace lightwell
