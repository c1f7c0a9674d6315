// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runsection.h"

#include "ui/compare/addplace.h"
#include "ui/compare/cellactions.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/pictureview.h"
#include "ui/compare/runhead.h"
#include "ui/compare/runline.h"

#include <QApplication>
#include <QMenu>
#include <QStyle>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = GridRoom::margin;
constexpr int gap = GridRoom::gap;
constexpr int belowNewest = 8; ///< more than between lines
constexpr int besideBar = 5; ///< what the scroll bar leaves of the margin
constexpr int cellsAtOnce = 8; ///< a picture of each model
constexpr int cellsATurn = 4; ///< a few milliseconds

} // namespace

RunSection::RunSection(int run, CompareSession &session, const ProviderKeys &keys, CellActions &actions,
                       const SteadyClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_session(session)
    , m_keys(keys)
    , m_actions(actions)
    , m_clock(clock)
    , m_line(new RunLine(u"run.%1.line"_s.arg(run), actions.marks(), this))
    , m_add(new AddPlace(u"run.%1.add"_s.arg(run), this))
{
    m_add->hide();
    connect(m_add, &QAbstractButton::clicked, this, [this] { Q_EMIT additionWanted(m_run, m_add); });
    connect(m_add, &AddPlace::moveWanted, this, [this](int right, int down) { moveKeyboard(m_add, right, down); });
    setObjectName(u"run.%1"_s.arg(run));
    connect(m_line, &QAbstractButton::toggled, this, [this](bool open) { setFolded(!open); });
    // The ring around a cell is painted out here.
    connect(qApp, &QApplication::focusChanged, this, qOverload<>(&QWidget::update));
    if (hasColumns()) {
        m_head = new RunHead(session.run(run)->columns, this);
        m_head->hide();
    }
    m_line->show(*session.run(run));
    m_others.setSingleShot(true);
    m_others.setInterval(0);
    connect(&m_others, &QTimer::timeout, this, [this] {
        if (!isFolded()) {
            addCells(cellsATurn);
            arrange();
        }
    });
}

bool RunSection::hasColumns() const
{
    return m_session.run(m_run)->rows() > 1;
}

void RunSection::setFolded(bool folded)
{
    if (!folded && m_cells.isEmpty()) {
        addCells(cellsAtOnce);
    }
    if (folded && !m_cells.isEmpty()) {
        const bool hadKeyboard = isAncestorOf(window()->focusWidget());
        for (CellWidget *cell : std::as_const(m_cells)) {
            cell->hide();
            cell->deleteLater(); // what it began with its own menu may still be going on
        }
        m_cells.clear();
        if (hadKeyboard) {
            m_line->setFocus(Qt::OtherFocusReason);
        }
    }
    m_line->setChecked(!folded);
    if (m_head) {
        m_head->setVisible(!folded);
        m_head->raise();
    }
    arrange();
}

CellWidget *RunSection::madeCell(int index)
{
    if (!cell(index) && m_session.cell(m_run, index)) {
        setFolded(false);
        takeNewCells();
    }
    return cell(index);
}

bool RunSection::hasAddPlace() const
{
    return m_grid && !m_cells.isEmpty() && isWhole() && !m_head && m_session.run(m_run)->shown() % m_grid->columns != 0
        && m_session.takesMore(m_run);
}

/// Cells that were taken off leave no gap, but in columns, where each row is of one seed.
RunPlaces RunSection::places() const
{
    QList<QWidget *> all;
    for (int index = 0; index < m_cells.size(); ++index) {
        const CompareCell *cell = m_session.cell(m_run, index);
        const bool isOff = cell && cell->isOff;
        if (!isOff || m_head) {
            all.append(isOff ? nullptr : m_cells.at(index));
        }
    }
    if (hasAddPlace()) {
        all.append(m_add);
    }
    return {all, m_grid ? m_grid->columns : 1, m_head != nullptr};
}

void RunSection::takeNewCells()
{
    const CompareRun *it = m_session.run(m_run);
    const bool hadKeyboard = m_add->hasFocus();
    if (it && !isFolded()) {
        addCells(static_cast<int>(it->cells.size()));
    }
    arrange();
    if (hadKeyboard && !m_cells.isEmpty()) {
        focus(m_cells.constLast());
    }
    if (!m_newest) {
        m_line->show(*it);
    }
}

bool RunSection::isWhole() const
{
    const CompareRun *it = m_session.run(m_run);
    return !it || m_cells.size() >= it->cells.size();
}

void RunSection::addCells(int most)
{
    for (int added = 0; added < most && m_session.cell(m_run, static_cast<int>(m_cells.size())); ++added) {
        addCell(static_cast<int>(m_cells.size()));
    }
    setChosen(m_chosen);
    if (!isWhole()) {
        m_others.start();
    }
}

void RunSection::addCell(int index)
{
    const CompareRun *it = m_session.run(m_run);
    const QString name = it->columns.at(index % it->columns.size()).name;
    auto *cell = new CellWidget({m_run, index, name, m_head != nullptr}, m_session, m_keys, m_actions, m_clock, this);
    m_cells.append(cell);
    cell->show();
    connect(cell, &CellWidget::enlargeWanted, this, [this, index] { Q_EMIT enlargeWanted(m_run, index); });
    connect(cell, &CellWidget::keyWanted, this, &RunSection::keyWanted);
    connect(cell, &CellWidget::pageWanted, this, &RunSection::pageWanted);
    connect(cell, &CellWidget::recallWanted, this,
            [this, index](Recall what) { Q_EMIT recallWanted(m_run, index, what); });
    connect(cell, &CellWidget::explainWanted, this, [this, index] { Q_EMIT explainWanted(m_run, index); });
    connect(cell, &CellWidget::pictureMenu, this,
            [this, index](QMenu *menu) { Q_EMIT pictureMenu(menu, m_run, index); });
    connect(cell, &CellWidget::moveWanted, this,
            [this, cell](int right, int down) { moveKeyboard(cell, right, down); });
    connect(cell, &CellWidget::offWanted, this, [this, index] { takeOff(index); });
    connect(cell, &CellWidget::againWanted, this, [this, index] { Q_EMIT againWanted(m_run, {index}); });
    connect(cell, &CellWidget::allAgainWanted, this, [this] { Q_EMIT againWanted(m_run, retryable()); });
    connect(cell, &CellWidget::wayWanted, this,
            [this, index](const CellWay &way) { Q_EMIT wayWanted(m_run, index, way); });
    connect(cell, &CellWidget::removalWanted, this, &RunSection::removalWanted);
    connect(cell, &CellWidget::promptWanted, this, [this, index] { Q_EMIT promptWanted(m_run, index); });
    connect(cell, &CellWidget::unlockWanted, this, &RunSection::unlockWanted);
    connect(cell, &CellWidget::settingWanted, this, &RunSection::settingWanted);
}

void RunSection::setNewest(bool newest)
{
    if (newest == m_newest) {
        return;
    }
    m_newest = newest;
    m_line->setVisible(!newest);
    if (!newest) {
        m_line->show(*m_session.run(m_run));
    }
    setFolded(!newest);
}

void RunSection::setPane(QSize pane)
{
    m_pane = pane;
    arrange();
}

void RunSection::arrange()
{
    const CompareRun *it = m_session.run(m_run);
    if (!it || it->columns.isEmpty() || m_pane.isEmpty()) {
        return;
    }
    const int inner = m_pane.width() - 2 * margin;
    const auto place = [this](QWidget *widget, const QRect &rect) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), QRect(0, 0, width(), rect.height()), rect));
    };
    int y = 0;
    if (!m_newest) {
        place(m_line, QRect(margin, 0, inner, m_line->sizeHint().height()));
        y = m_line->sizeHint().height();
    }
    int needed = 0;
    if (!m_cells.isEmpty()) {
        m_shape = it->shape();
        m_shown = it->shown();
        const GridRoom room {m_pane, m_shown, m_shape, m_cells.constFirst()->captionHeight()};
        m_grid = m_head ? columnGrid(room, static_cast<int>(it->columns.size())) : flowingGrid(room, m_grid);
        if (m_head) {
            m_headTop = m_newest ? 0 : y + 2;
            m_head->setGeometry(0, m_headTop, width(), m_head->height());
            m_head->arrange(*m_grid, margin);
            y = m_headTop + m_head->height() + gap;
        } else {
            y += m_newest ? margin : gap;
        }
        const QList<QWidget *> all = places().all();
        for (int index = 0; index < all.size(); ++index) {
            if (all.at(index)) {
                const int column = index % m_grid->columns;
                const int row = index / m_grid->columns;
                place(all.at(index), QRect(QPoint(margin + m_grid->left(column), y + m_grid->top(row)), m_grid->cell));
            }
        }
        for (int index = 0; index < m_cells.size(); ++index) {
            m_cells.at(index)->setGroundHeight(m_grid->picture.height());
            m_cells.at(index)->setVisible(all.contains(m_cells.at(index)));
        }
        m_add->setVisible(all.contains(m_add));
        // With room for those that are still to come.
        const auto last = std::max<qsizetype>(all.size(), m_head ? it->cells.size() : m_shown);
        y += m_grid->top(m_grid->rows(static_cast<int>(last))) - gap;
        needed = m_head ? margin + m_grid->left(m_grid->columns) - gap + besideBar : 0;
    }
    if (m_cells.isEmpty()) {
        m_add->hide();
    }
    setMinimumWidth(needed);
    setFixedHeight(y + (m_newest ? belowNewest : 0));
    letGo();
    Q_EMIT arranged();
}

void RunSection::setSeen(const QRect &seen)
{
    m_seen = seen;
    letGo();
}

/// A run whose columns are scrolled sideways takes the lines of the others nowhere.
void RunSection::keepLineInSight()
{
    if (!m_seen.isEmpty()) {
        const QRect sight(m_seen.left(), 0, m_seen.width(), m_line->height());
        const QRect place(sight.left() + margin, 0, m_line->width(), m_line->height());
        m_line->move(QStyle::visualRect(layoutDirection(), sight, place).topLeft());
    }
}

void RunSection::letGo()
{
    keepLineInSight();
    if (m_head) {
        const int lowest = std::max(m_headTop, height() - m_head->height());
        m_head->move(0, std::clamp(m_seen.top(), m_headTop, lowest));
    }
    const QRect reach = m_seen.adjusted(0, -m_seen.height(), 0, m_seen.height());
    for (CellWidget *cell : std::as_const(m_cells)) {
        cell->picture()->setInReach(m_seen.isEmpty() || reach.intersects(cell->geometry()));
    }
}

void RunSection::resizeEvent(QResizeEvent *)
{
    arrange();
}

void RunSection::refresh(int index)
{
    if (CellWidget *cell = m_cells.value(index)) {
        cell->refresh();
        refreshCutOff(index);
        if (const CompareRun *run = m_session.run(m_run); run->shape() != m_shape || run->shown() != m_shown) {
            arrange();
        }
    }
    if (!m_newest) {
        m_line->show(*m_session.run(m_run));
    }
}

/// Where there was no connection, the step is one for all such cells.
void RunSection::refreshCutOff(int index)
{
    const CompareCell *changed = m_session.cell(m_run, index);
    const bool isCutOff =
        changed && changed->outcome && changed->outcome->error && changed->outcome->error->kind == ErrorKind::Network;
    for (int other = 0; isCutOff && other < m_cells.size(); ++other) {
        const CompareCell *cell = m_session.cell(m_run, other);
        if (other != index && cell && cell->hasFailed()) {
            m_cells.at(other)->refresh();
        }
    }
}

void RunSection::setChosen(const QList<int> &cells)
{
    m_chosen = cells;
    for (int index = 0; index < m_cells.size(); ++index) {
        const qsizetype place = cells.indexOf(index);
        m_cells.at(index)->picture()->setBadge(place >= 0 ? QString::number(place + 1) : QString());
    }
}

void RunSection::tick()
{
    for (CellWidget *cell : std::as_const(m_cells)) {
        cell->tick();
    }
}

QList<int> RunSection::retryable() const
{
    QList<int> all;
    for (int index = 0; index < m_cells.size(); ++index) {
        if (m_cells.at(index)->isRetryable()) {
            all.append(index);
        }
    }
    return all;
}

bool RunSection::arePicturesShown() const
{
    return (isFolded() || isWhole()) && std::none_of(m_cells.cbegin(), m_cells.cend(), [](const CellWidget *cell) {
               return cell->picture()->isAwaited();
           });
}

} // namespace lightwell
