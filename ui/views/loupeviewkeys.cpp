// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the Loupe: what keys do.
#include "ui/views/loupepane.h"
#include "ui/views/loupeview.h"
#include "ui/views/picturearea.h"
#include "ui/views/wheelzoom.h"

#include <QKeyEvent>

namespace lightwell {

namespace {

constexpr double keyMove = 0.1; ///< of the pane, by a key

} // namespace

void LoupeView::keyPressEvent(QKeyEvent *event)
{
    const LoupePane *active = m_panes.value(m_active);
    const Qt::KeyboardModifiers with = event->modifiers() & ~Qt::KeypadModifier;
    if (event->key() == Qt::Key_Escape && with == Qt::NoModifier) {
        Q_EMIT left();
    } else if (!active || !isCanvas(window()->focusWidget())) {
        QWidget::keyPressEvent(event);
    } else if (event->key() == Qt::Key_G && with == Qt::NoModifier) {
        Q_EMIT left();
    } else if (event->matches(QKeySequence::Save) && active->picture().isThere()) {
        Q_EMIT saveWanted(active->picture());
    } else if (event->matches(QKeySequence::Copy) && active->picture().isThere()) {
        Q_EMIT copyWanted(active->picture());
    } else if (pressArrow(event)) {
        return;
    } else if ((with != Qt::NoModifier && with != Qt::ShiftModifier)
               || !pressSign(event->key(), with == Qt::ShiftModifier)) {
        QWidget::keyPressEvent(event);
    }
}

bool LoupeView::pressSign(int key, bool shift)
{
    if (key >= Qt::Key_1 && key < Qt::Key_1 + m_panes.size() && !shift) {
        setActive(key - Qt::Key_1);
        takeKeyboard();
    } else if (key == Qt::Key_0) {
        m_inStep.showWhole(m_active);
    } else if (key == Qt::Key_Z && shift) {
        m_inStep.showEachActual();
    } else if (key == Qt::Key_Z && m_active < m_inStep.places().size()) {
        m_inStep.zoomTo(m_active, m_inStep.places().at(m_active).actualZoom());
    } else if (key == Qt::Key_L && !shift) {
        link(!m_inStep.isLinked());
    } else if (key == Qt::Key_A && !shift) {
        m_inStep.align();
    } else if (key == Qt::Key_S && !shift && m_active < m_panes.size()) {
        m_panes.at(m_active)->toggleStar();
    } else if (key == Qt::Key_Plus || key == Qt::Key_Equal) {
        zoomBy(zoomStep);
    } else if (key == Qt::Key_Minus || key == Qt::Key_Underscore) {
        zoomBy(1 / zoomStep);
    } else {
        return false;
    }
    showViews();
    return true;
}

/// Alone they lead from picture to picture, with Ctrl they move what is seen.
bool LoupeView::pressArrow(const QKeyEvent *event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    QPoint way;
    switch (event->key()) {
    case Qt::Key_Left:
        way = {-1, 0};
        break;
    case Qt::Key_Right:
        way = {1, 0};
        break;
    case Qt::Key_Up:
        way = {0, -1};
        break;
    case Qt::Key_Down:
        way = {0, 1};
        break;
    default:
        return false;
    }
    const Qt::KeyboardModifiers with = event->modifiers() & ~Qt::KeypadModifier;
    if (with == Qt::ControlModifier) {
        const QSizeF room = m_panes.at(m_active)->area()->size();
        m_inStep.move(m_active, {-way.x() * room.width() * keyMove, -way.y() * room.height() * keyMove});
        showViews();
    } else if (with == Qt::NoModifier) {
        step(way.x() * ahead + way.y());
    } else {
        return false;
    }
    return true;
}

} // namespace lightwell
