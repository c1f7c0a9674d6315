// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runlist.h"

#include "ui/compare/cellwidget.h"
#include "ui/compare/runsection.h"

#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace lightwell {

namespace {

constexpr int margin = 16;
constexpr int betweenLines = 8;

} // namespace

RunList::RunList(CompareSession &session, const ProviderKeys &keys, CellActions &actions, const SteadyClock &clock,
                 QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_keys(keys)
    , m_actions(actions)
    , m_clock(clock)
{
    auto *content = new QWidget;
    m_runs = new QVBoxLayout(content);
    m_runs->setContentsMargins(0, 0, 0, margin / 2);
    m_runs->setSpacing(betweenLines);
    m_runs->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its cells have the keyboard, and they scroll it
    // Where everything is, is known only when the layout has gone through.
    m_seenSoon.setSingleShot(true);
    m_seenSoon.setInterval(0);
    connect(&m_seenSoon, &QTimer::timeout, this, &RunList::updateSeen);
    for (const QScrollBar *bar : {verticalScrollBar(), horizontalScrollBar()}) {
        connect(bar, &QScrollBar::valueChanged, this, [this] {
            m_top = nullptr;
            updateSeen();
        });
        connect(bar, &QScrollBar::rangeChanged, &m_seenSoon, qOverload<>(&QTimer::start));
    }
}

RunSection *RunList::section(int run) const
{
    for (RunSection *it : m_sections) {
        if (it->run() == run) {
            return it;
        }
    }
    return nullptr;
}

RunSection *RunList::add(int run)
{
    auto *added = new RunSection(run, m_session, m_keys, m_actions, m_clock);
    // Newest first, also where one comes back.
    const auto after = std::find_if(m_sections.cbegin(), m_sections.cend(),
                                    [run](const RunSection *other) { return other->run() < run; });
    const auto place = static_cast<int>(after - m_sections.cbegin());
    m_sections.insert(place, added);
    m_runs->insertWidget(place, added);
    connect(added, &RunSection::keyboardMoved, this, [this](QWidget *cell) {
        m_runs->activate();
        ensureWidgetVisible(cell, margin, margin);
    });
    connect(added, &RunSection::keyboardLeft, this, [this, run](int rows) { moveKeyboard(run, rows); });
    connect(added, &RunSection::arranged, &m_seenSoon, qOverload<>(&QTimer::start));
    return added;
}

void RunList::remove(int run)
{
    if (RunSection *gone = section(run)) {
        m_sections.removeAll(gone);
        m_runs->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
}

void RunList::updateNewest()
{
    for (RunSection *it : std::as_const(m_sections)) {
        it->setNewest(it == m_sections.constFirst());
    }
}

void RunList::moveKeyboard(int fromRun, int rows)
{
    const qsizetype to = m_sections.indexOf(section(fromRun)) + rows;
    if (to >= 0 && to < m_sections.size()) {
        m_sections.at(to)->takeKeyboard(rows > 0);
    }
}

RunList::Place RunList::placeOf(const QWidget *widget) const
{
    for (const RunSection *it : m_sections) {
        for (int index = 0; const CellWidget *cell = it->cell(index); ++index) {
            if (cell == widget || cell->isAncestorOf(widget)) {
                return {it->run(), index};
            }
        }
    }
    return {};
}

void RunList::updateRooms()
{
    for (RunSection *it : std::as_const(m_sections)) {
        it->setPane(size());
    }
    m_seenSoon.start();
}

/// Each section hears what of it is in sight.
void RunList::updateSeen()
{
    if (m_top && m_top->isVisible()) { // as it was before the window got another size
        const int y = m_top->mapTo(widget(), QPoint(0, 0)).y() - m_topOffset;
        const QPointer<QWidget> top = m_top;
        verticalScrollBar()->setValue(y);
        m_top = top;
    }
    for (RunSection *it : std::as_const(m_sections)) {
        it->setSeen(QRect(it->mapFrom(viewport(), QPoint(0, 0)), viewport()->size()));
    }
}

/// So that it can be put back to where it is now.
void RunList::holdTop()
{
    if (m_top || verticalScrollBar()->value() == 0) {
        return;
    }
    for (const RunSection *it : std::as_const(m_sections)) {
        for (int index = 0; CellWidget *cell = it->cell(index); ++index) {
            const int y = cell->mapTo(viewport(), QPoint(0, 0)).y();
            if (y + cell->height() / 2 > 0) {
                m_top = cell;
                m_topOffset = y;
                return;
            }
        }
    }
}

bool RunList::event(QEvent *event)
{
    if (event->type() == QEvent::Resize) { // before anything in it moves
        holdTop();
        updateRooms();
    }
    return QScrollArea::event(event);
}

/// Columns that do not fit are scrolled sideways.
bool RunList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (wheel->modifiers() == Qt::ShiftModifier && wheel->angleDelta().y() != 0) {
            QScrollBar *bar = horizontalScrollBar();
            bar->setValue(bar->value() - wheel->angleDelta().y() / 2);
            return true;
        }
    }
    return QScrollArea::viewportEvent(event);
}

bool RunList::arePicturesShown() const
{
    return std::all_of(m_sections.cbegin(), m_sections.cend(),
                       [](const RunSection *it) { return it->arePicturesShown(); });
}

} // namespace lightwell
