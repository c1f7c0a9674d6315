// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of A/B: what keys do.
#include "ui/shortcuts/keymap.h"
#include "ui/views/abbar.h"
#include "ui/views/abcanvas.h"
#include "ui/views/abview.h"
#include "ui/views/wheelzoom.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

constexpr double splitStep = 0.01; ///< by an arrow key
constexpr double largeStep = 0.1; ///< with Shift; and of the pane, where the pictures are moved

} // namespace

void AbView::moveSplit(double by)
{
    m_canvas->setSplit(std::round((m_canvas->split() + by) * 100) / 100);
}

void AbView::keyPressEvent(QKeyEvent *event)
{
    const std::optional<KeyAction> action = m_keymap.find(event, KeyPlace::Ab);
    const Qt::KeyboardModifiers with = event->modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = with == Qt::NoModifier;
    if (event->key() == Qt::Key_Escape && isPlain) {
        Q_EMIT left();
    } else if (!m_canvas->hasFocus()) {
        QWidget::keyPressEvent(event);
    } else if (action == KeyAction::Flicker) {
        if (!event->isAutoRepeat()) {
            if (m_canvas->mode() != AbCanvas::Mode::Flicker) {
                setMode(static_cast<int>(AbCanvas::Mode::Flicker));
            }
            m_canvas->setHeld(true);
            m_heldKey = event->key();
        }
    } else if (isPlain && event->key() == Qt::Key_Space) {
        m_canvas->setPanning(true);
    } else if (pressArrow(event->key(), with) || (isPlain && pressDigit(event->key()))) {
        return;
    } else if (!action || !act(*action)) {
        QWidget::keyPressEvent(event);
    }
}

void AbView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->isAutoRepeat()) {
        return;
    }
    if (event->key() == m_heldKey) {
        m_canvas->setHeld(false);
        m_heldKey = 0;
    } else if (event->key() == Qt::Key_Space) {
        m_canvas->setPanning(false);
    } else {
        QWidget::keyReleaseEvent(event);
    }
}

/// Of a picture, which becomes B.
bool AbView::pressDigit(int key)
{
    if (key < Qt::Key_1 || key > Qt::Key_9 || key - Qt::Key_1 >= m_pictures.size()) {
        return false;
    }
    put(AbCaption::Side::B, m_pictures.at(key - Qt::Key_1).id);
    return true;
}

bool AbView::act(KeyAction action)
{
    using Mode = AbCanvas::Mode;
    InStep &view = m_canvas->view();
    switch (action) {
    case KeyAction::ShowWhole:
        view.showWhole(0);
        break;
    case KeyAction::ShowActual:
        view.zoomTo(0, view.places().value(0).actualZoom());
        break;
    case KeyAction::ZoomIn:
        view.zoomTo(0, view.view(0).zoom * zoomStep);
        break;
    case KeyAction::ZoomOut:
        view.zoomTo(0, view.view(0).zoom / zoomStep);
        break;
    case KeyAction::SwapSides:
        swap();
        break;
    case KeyAction::ShowDifference:
        setMode(static_cast<int>(m_canvas->mode() == Mode::Difference ? Mode::Slider : Mode::Difference));
        break;
    case KeyAction::LeaveView:
        Q_EMIT left();
        return true;
    case KeyAction::OpenLoupe:
        Q_EMIT loupeWanted();
        return true;
    default:
        return false;
    }
    m_canvas->refresh();
    return true;
}

/// Alone and with Shift they move the line, or choose how strongly differences are shown; with Ctrl, what is seen.
bool AbView::pressArrow(int key, Qt::KeyboardModifiers with)
{
    const bool isLeft = key == Qt::Key_Left;
    const bool isRight = key == Qt::Key_Right;
    const bool isUp = key == Qt::Key_Up;
    const int way = isRight || key == Qt::Key_Down ? 1 : -1;
    if (with == Qt::ControlModifier && (isLeft || isRight || isUp || key == Qt::Key_Down)) {
        const QPointF by = isLeft || isRight ? QPointF(-way * m_canvas->width() * largeStep, 0)
                                             : QPointF(0, -way * m_canvas->height() * largeStep);
        m_canvas->view().move(0, by);
        m_canvas->refresh();
        return true;
    }
    if (with != Qt::NoModifier && with != Qt::ShiftModifier) {
        return false;
    }
    switch (m_canvas->mode()) {
    case AbCanvas::Mode::Slider:
        if (key == Qt::Key_Home || key == Qt::Key_End) {
            m_canvas->setSplit(key == Qt::Key_End ? 1 : 0);
            return true;
        }
        if (isLeft || isRight) {
            moveSplit(way * (with == Qt::ShiftModifier ? largeStep : splitStep));
            return true;
        }
        return false;
    case AbCanvas::Mode::Difference:
        if (isLeft || isRight) {
            const auto at = std::distance(std::begin(AbBar::gains),
                                          std::find(std::begin(AbBar::gains), std::end(AbBar::gains), m_gain))
                + way;
            if (at >= 0 && at < std::ssize(AbBar::gains)) {
                m_gain = AbBar::gains[at];
                m_canvas->setGain(m_gain);
            }
            return true;
        }
        return false;
    case AbCanvas::Mode::Flicker:
        if ((isLeft || isRight) && with == Qt::NoModifier) {
            m_canvas->setSwapped(!m_canvas->isSwapped());
            return true;
        }
        return false;
    }
    return false;
}

} // namespace lightwell
