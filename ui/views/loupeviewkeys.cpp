// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the Loupe: what keys do.
#include "ui/shortcuts/keymap.h"
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
    const std::optional<KeyAction> action = m_keymap.find(event, KeyPlace::Loupe);
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->key() == Qt::Key_Escape && isPlain) {
        Q_EMIT left();
    } else if (!active || !isCanvas(window()->focusWidget())) {
        QWidget::keyPressEvent(event);
    } else if (action == KeyAction::LeaveView) {
        Q_EMIT left();
    } else if (action == KeyAction::SavePicture && active->picture().isThere()) {
        Q_EMIT saveWanted(active->picture());
    } else if (action == KeyAction::CopyPicture && active->picture().isThere()) {
        Q_EMIT copyWanted(active->picture());
    } else if (action == KeyAction::Explain) {
        Q_EMIT explainWanted(active->picture());
    } else if (pressArrow(event) || (isPlain && pressDigit(event))) {
        return;
    } else if (!action || !act(*action)) {
        QWidget::keyPressEvent(event);
    }
}

/// Of a pane.
bool LoupeView::pressDigit(const QKeyEvent *event)
{
    const int pane = event->key() - Qt::Key_1;
    if (pane < 0 || pane >= m_panes.size()) {
        return false;
    }
    setActive(pane);
    takeKeyboard();
    showViews();
    return true;
}

bool LoupeView::act(KeyAction action)
{
    switch (action) {
    case KeyAction::ShowWhole:
        m_inStep.showWhole(m_active);
        break;
    case KeyAction::ShowEachActual:
        m_inStep.showEachActual();
        break;
    case KeyAction::ShowActual:
        if (m_active < m_inStep.places().size()) {
            m_inStep.zoomTo(m_active, m_inStep.places().at(m_active).actualZoom());
        }
        break;
    case KeyAction::Link:
        link(!m_inStep.isLinked());
        break;
    case KeyAction::Align:
        m_inStep.align();
        break;
    case KeyAction::Star:
        if (m_active < m_panes.size()) {
            m_panes.at(m_active)->toggleStar();
        }
        break;
    case KeyAction::ZoomIn:
        zoomBy(zoomStep);
        break;
    case KeyAction::ZoomOut:
        zoomBy(1 / zoomStep);
        break;
    default:
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
