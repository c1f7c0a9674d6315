// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/cellviews.h"

#include "ui/compare/comparesession.h"
#include "ui/compare/viewedcells.h"
#include "ui/views/panelayout.h"

#include <algorithm>

namespace lightwell {

CellViews::CellViews(CompareSession &session, CellActions &actions, Names::NameOf providerName, QWidget *parent)
    : PictureViews(actions, parent)
    , m_session(session)
    , m_providerName(std::move(providerName))
{
}

void CellViews::enlarge(int run, int cell)
{
    m_run = run;
    open(viewedCells(m_session, run, m_providerName), View::Loupe, {viewedId(run, cell)});
}

void CellViews::openRun(int run, int cell, View view)
{
    m_run = run;
    const QList<ViewedPicture> all = viewedCells(m_session, run, m_providerName);
    QStringList ids;
    for (const ViewedPicture &picture : all) {
        ids.append(picture.id);
    }
    QStringList wanted;
    for (const int chosenCell : chosen(run)) {
        if (ids.contains(viewedId(run, chosenCell))) {
            wanted.append(viewedId(run, chosenCell));
        }
    }
    const qsizetype at = std::max<qsizetype>(0, ids.indexOf(viewedId(run, cell)));
    qsizetype active = std::max<qsizetype>(0, wanted.indexOf(viewedId(run, cell)));
    if (wanted.size() < 2) {
        const qsizetype count = std::min<qsizetype>(view == View::AB ? 2 : wantedCount(), ids.size());
        const qsizetype from = std::min(at, ids.size() - count);
        wanted = ids.mid(from, count);
        active = at - from;
    }
    open(all, view, wanted, static_cast<int>(active));
}

void CellViews::openOthers(const QList<ViewedPicture> &pictures, View view)
{
    m_run = 0;
    open(pictures, view);
}

int CellViews::cell() const
{
    return cellOf(current(), m_run);
}

void CellViews::refresh()
{
    if (m_run > 0 && view() != View::Columns) {
        setPictures(viewedCells(m_session, m_run, m_providerName, shown()));
    }
}

void CellViews::tick()
{
    const QList<ViewedPicture> &all = pictures();
    if (std::any_of(all.cbegin(), all.cend(), [](const ViewedPicture &it) { return it.underWay.has_value(); })) {
        refresh();
    }
}

bool CellViews::toggleChosen(int run, int cell)
{
    const CompareCell *it = m_session.cell(run, cell);
    QList<int> &cells = m_chosen[run];
    if (cells.removeAll(cell) > 0) {
        return true;
    }
    if (!it || (!it->picture() && !it->isUnderWay()) || cells.size() >= PaneLayout::most) {
        return false;
    }
    cells.append(cell);
    return true;
}

QList<int> CellViews::chosen(int run) const
{
    return m_chosen.value(run);
}

void CellViews::forget(int run)
{
    m_chosen.remove(run);
}

int CellViews::viewable(int run) const
{
    int all = 0;
    bool any = false;
    if (const CompareRun *it = m_session.run(run)) {
        for (const CompareCell &cell : it->cells) {
            any = any || (!cell.isOff && !cell.isUnderWay() && cell.picture());
            all += !cell.isOff && (cell.isUnderWay() || cell.picture()) ? 1 : 0;
        }
    }
    return any ? all : 0;
}

} // namespace lightwell
