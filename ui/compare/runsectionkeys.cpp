// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the section: where the keyboard is in it, and how that is seen.
#include "ui/compare/addplace.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/pictureview.h"
#include "ui/compare/runline.h"
#include "ui/compare/runsection.h"
#include "ui/widgets/stylepainting.h"

#include <QKeyEvent>
#include <QPainter>

namespace lightwell {

void RunSection::focus(QWidget *place)
{
    if (auto *cell = qobject_cast<CellWidget *>(place)) {
        cell->takeKeyboard();
    } else {
        place->setFocus(Qt::TabFocusReason);
    }
    Q_EMIT keyboardMoved(place);
}

/// The keyboard goes on with the cell beside it.
void RunSection::takeOff(int index)
{
    CellWidget *cell = m_cells.value(index);
    const QWidget *keyboard = window()->focusWidget();
    const bool hadKeyboard = cell && cell->isAncestorOf(keyboard);
    const QList<QWidget *> before = places().all();
    Q_EMIT offWanted(m_run, index);
    const CompareCell *now = m_session.cell(m_run, index);
    if (!hadKeyboard || !now || !now->isOff) {
        return;
    }
    if (QWidget *next = places().after(before, cell)) {
        focus(next);
    }
}

void RunSection::moveKeyboard(QWidget *from, int columns, int rows)
{
    const RunPlaces all = places();
    const qsizetype to = all.step(from, columns, rows);
    const bool isInside = to >= 0 && to < all.all().size();
    if (to < 0 && rows < 0 && !m_newest) {
        takeKeyboard(true); // on the line
    } else if (!isInside && rows != 0) {
        Q_EMIT keyboardLeft(rows);
    } else if (isInside && all.all().at(to) != from) {
        focus(all.all().at(to));
    }
}

void RunSection::takeKeyboard(bool fromAbove)
{
    const bool toLine = !m_newest && (fromAbove || isFolded());
    QList<QWidget *> all = places().all();
    all.removeAll(nullptr);
    all.removeAll(m_add); // pictures first
    focus(toLine || all.isEmpty() ? m_line : fromAbove ? all.constFirst() : all.constLast());
}

/// On the line: its buttons take no arrows.
void RunSection::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Up;
    const bool down = event->key() == Qt::Key_Down;
    if (!m_line->hasFocus() || (!up && !down)) {
        QWidget::keyPressEvent(event);
        return;
    }
    QList<QWidget *> all = places().all();
    all.removeAll(nullptr);
    if (down && !all.isEmpty()) {
        focus(all.constFirst());
    } else {
        Q_EMIT keyboardLeft(up ? -1 : 1);
    }
}

void RunSection::paintEvent(QPaintEvent *)
{
    const QWidget *focus = window()->focusWidget();
    if (!focus || !window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        return;
    }
    for (const CellWidget *cell : std::as_const(m_cells)) {
        if (cell->picture() == focus) {
            QPainter painter(this);
            constexpr int outside = 3;
            painting::focusRing(&painter, QRectF(cell->geometry()).adjusted(-outside, -outside, outside, outside),
                                painting::cardRadius + outside, tokensOf(palette()));
        }
    }
}

} // namespace lightwell
