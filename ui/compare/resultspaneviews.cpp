// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the pane: what can be done with pictures that are looked at closely.
#include "ui/compare/cellviews.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/resultsbar.h"
#include "ui/compare/resultspane.h"
#include "ui/compare/runsection.h"
#include "ui/compare/viewedcells.h"

namespace lightwell {

namespace {

/// The journal tells how it was made.
bool isExplained(const ViewedPicture &picture)
{
    return !picture.isForeign && !picture.generation.id.isEmpty();
}

} // namespace

void ResultsPane::connectViews()
{
    connect(m_views, &CellViews::left, this, &ResultsPane::leaveViews);
    connect(m_views, &CellViews::dropped, this, &ResultsPane::dropped);
    connect(m_views, &CellViews::added, this, &ResultsPane::updateViews);
    connect(m_views, &CellViews::viewWanted, this, &ResultsPane::showView);
    connect(m_views, &CellViews::menuWanted, this, &ResultsPane::openMenu);
    connect(m_views, &CellViews::explainWanted, this, &ResultsPane::explain);
    connect(m_bar, &ResultsBar::exportWanted, this, &ResultsPane::exportViewed);
}

void ResultsPane::leaveViews()
{
    const bool areOthers = m_views->run() == 0;
    closeViews();
    if (areOthers) {
        Q_EMIT othersLeft();
    }
}

/// A picture of a run has the menu of its cell, wherever it is looked at.
void ResultsPane::openMenu(const ViewedPicture &picture, const QPoint &globalPosition)
{
    RunSection *of = m_runs->section(m_views->run());
    const int index = cellOf(picture.id, m_views->run());
    if (CellWidget *cell = of && index >= 0 ? of->madeCell(index) : nullptr) {
        cell->openMenu(globalPosition);
    } else if (picture.isThere()) {
        m_views->openFileMenu(picture, globalPosition, isExplained(picture));
    }
}

void ResultsPane::explain(const ViewedPicture &picture)
{
    if (const int index = cellOf(picture.id, m_views->run()); index >= 0) {
        Q_EMIT explainWanted(m_views->run(), index);
    } else if (isExplained(picture)) {
        Q_EMIT otherExplainWanted(picture.generation.id);
    }
}

QStringList ResultsPane::viewedFiles() const
{
    QStringList files;
    for (const ViewedPicture &picture : m_views->pictures()) {
        if (!picture.picture.path.isEmpty()) {
            files.append(picture.picture.path);
        }
    }
    return files;
}

void ResultsPane::exportViewed()
{
    if (const QStringList files = viewedFiles(); !files.isEmpty()) {
        Q_EMIT exportWanted(files);
    }
}

void ResultsPane::updateViews()
{
    const bool isViewed = !m_views->isHidden();
    m_bar->setCanExport(isViewed && !viewedFiles().isEmpty());
    m_bar->setView(view(), isViewed ? static_cast<int>(m_views->pictures().size()) : m_views->viewable(lookedAt().run));
}

} // namespace lightwell
