// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas without a mouse.
#include "ui/mask/maskcanvas.h"

#include <QKeyEvent>

#include <algorithm>

namespace lightwell {

namespace {

constexpr int keyStep = 10; ///< points
constexpr int fineStep = 1;

} // namespace

void MaskCanvas::pressByKey(Qt::KeyboardModifiers modifiers)
{
    if (!m_pointer) {
        m_pointer = QRectF(rect()).center();
    }
    m_isByKeys = true;
    const bool isArea = m_tool == Tool::Rectangle || m_tool == Tool::Lasso;
    if (isArea && m_doing == Doing::Nothing) { // the next Enter ends it
        press(*m_pointer, modifiers);
    } else if (isArea) {
        release(modifiers);
    } else if (!growthhandles::at(canvasOnWidget(), *m_pointer, false)) {
        press(*m_pointer, modifiers);
        release(modifiers);
    }
}

void MaskCanvas::moveByKey(QPoint by, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ControlModifier) {
        setView(m_view.moved(QPointF(-4 * by)), false);
        return;
    }
    m_isByKeys = true;
    const bool isBrush = m_tool == Tool::Brush || m_tool == Tool::Eraser;
    const QPointF from = m_pointer.value_or(QRectF(rect()).center());
    const QPointF to(std::clamp(from.x() + by.x(), 0.0, double(width() - 1)),
                     std::clamp(from.y() + by.y(), 0.0, double(height() - 1)));
    if (m_edits && isBrush && (modifiers & Qt::ShiftModifier)) { // paints on its way
        beginStroke(m_view.toPicture(from), modifiers & ~Qt::ShiftModifier);
        moveTo(to, {});
        release({});
    } else {
        moveTo(to, {});
    }
}

void MaskCanvas::keyPressEvent(QKeyEvent *event)
{
    const int step = (event->modifiers() & Qt::AltModifier) ? fineStep : keyStep;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveByKey({-step, 0}, event->modifiers());
    case Qt::Key_Right:
        return moveByKey({step, 0}, event->modifiers());
    case Qt::Key_Up:
        return moveByKey({0, -step}, event->modifiers());
    case Qt::Key_Down:
        return moveByKey({0, step}, event->modifiers());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!(event->modifiers() & Qt::ControlModifier) && !event->isAutoRepeat()) {
            return pressByKey(event->modifiers());
        }
        break;
    case Qt::Key_Escape:
        if (m_doing != Doing::Nothing) {
            return cancel();
        }
        break;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_isSpaceHeld = true;
            updateCursor(m_pointer.value_or(QPointF(-1, -1)));
        }
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void MaskCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceHeld = false;
        updateCursor(m_pointer.value_or(QPointF(-1, -1)));
        return;
    }
    QWidget::keyReleaseEvent(event);
}

} // namespace lightwell
