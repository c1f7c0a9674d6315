// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the canvas: what mouse and keyboard do on it.
#include "ui/gallery/gallerycanvas.h"
#include "ui/gallery/gallerymodel.h"
#include "ui/gallery/galleryselection.h"
#include "ui/gallery/tilepainter.h"
#include "ui/shortcuts/keymap.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace lightwell {

namespace {

constexpr int dragDistance = 4;
constexpr int rowStep = 15; ///< that rows grow by

} // namespace

bool GalleryCanvas::isOnCheck(int row, QPoint viewportPosition) const
{
    constexpr int reach = TilePainter::checkSide + 2 * TilePainter::checkMargin;
    const QRect place = placeOf(row);
    return QRect(place.topLeft(), QSize(reach, reach)).intersected(place).contains(viewportPosition);
}

void GalleryCanvas::pointAt(QPoint position)
{
    const int picture = viewport()->rect().contains(position) ? m_places.pictureAt(contentAt(position)) : -1;
    if (picture != m_pointedAt) {
        for (const int changed : {m_pointedAt, picture}) {
            viewport()->update(placeOf(changed));
        }
        m_pointedAt = picture;
    }
}

bool GalleryCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        pointAt({-1, -1});
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void GalleryCanvas::mousePressEvent(QMouseEvent *event)
{
    const int picture = m_places.pictureAt(contentAt(event->pos()));
    if (event->button() != Qt::LeftButton) {
        return;
    }
    m_choosesAtRelease = false;
    if (picture < 0) {
        if (!(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))) {
            m_selection.clear();
        }
        m_bandBefore = m_selection.keys();
        m_bandFrom = contentAt(event->pos());
        m_band = {};
        m_bandTo = event->pos();
        return;
    }
    m_pressedAt = event->pos();
    const qint64 key = m_model.rows().at(picture).key;
    if (event->modifiers() & Qt::ShiftModifier) {
        m_selection.extendTo(picture);
    } else if ((event->modifiers() & Qt::ControlModifier) || isOnCheck(picture, event->pos())) {
        m_selection.toggle(picture);
    } else if (m_selection.contains(key)) {
        m_choosesAtRelease = true; // unless it becomes a drag of all that is chosen
        m_selection.moveTo(picture);
    } else {
        m_selection.choose(picture);
    }
}

void GalleryCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_bandFrom) {
        stretchBand(event->pos());
        return;
    }
    pointAt(event->pos());
    if (m_pressedAt && (event->buttons() & Qt::LeftButton)
        && (event->pos() - *m_pressedAt).manhattanLength() >= dragDistance) {
        m_pressedAt.reset();
        m_choosesAtRelease = false;
        if (m_selection.count() > 0) {
            Q_EMIT dragWanted();
        }
    }
}

void GalleryCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    endBand();
    const int picture = m_places.pictureAt(contentAt(event->pos()));
    if (m_choosesAtRelease && m_pressedAt && picture >= 0) {
        m_selection.choose(picture);
    }
    m_choosesAtRelease = false;
    m_pressedAt.reset();
}

void GalleryCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int picture = m_places.pictureAt(contentAt(event->pos()));
    if (event->button() == Qt::LeftButton && picture >= 0 && !event->modifiers() && !isOnCheck(picture, event->pos())) {
        Q_EMIT activated(picture);
    } else {
        mousePressEvent(event);
    }
}

void GalleryCanvas::stretchBand(QPoint position)
{
    m_bandTo = position;
    m_band = QRect(*m_bandFrom, contentAt(position)).normalized();
    const bool isOutside = position.y() < 0 || position.y() > viewport()->height();
    if (isOutside != m_bandScroll.isActive()) {
        isOutside ? m_bandScroll.start() : m_bandScroll.stop();
    }
    m_selection.cover(m_bandBefore, m_places.picturesIn(m_band));
    viewport()->update();
}

void GalleryCanvas::endBand()
{
    m_bandScroll.stop();
    if (m_bandFrom) {
        m_bandFrom.reset();
        viewport()->update();
    }
}

void GalleryCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const int picture = isByKeyboard ? m_selection.current() : m_places.pictureAt(contentAt(event->pos()));
    if (picture < 0) {
        return;
    }
    if (!m_selection.contains(m_model.rows().at(picture).key)) {
        m_selection.choose(picture);
    }
    Q_EMIT menuWanted(isByKeyboard ? viewport()->mapToGlobal(placeOf(picture).center()) : event->globalPos());
}

int GalleryCanvas::pageRows() const
{
    return std::max(1, viewport()->height() / (m_rowHeight + 8) - 1);
}

void GalleryCanvas::move(int row, Qt::KeyboardModifiers how)
{
    const int last = static_cast<int>(m_model.rows().size()) - 1;
    if (last < 0) {
        return;
    }
    const int to = std::clamp(row, 0, last);
    if (how & Qt::ShiftModifier) {
        m_selection.extendTo(to);
    } else if (how & Qt::ControlModifier) {
        m_selection.moveTo(to);
    } else {
        m_selection.choose(to);
    }
    bringToSight(to);
}

void GalleryCanvas::keyPressEvent(QKeyEvent *event)
{
    const int current = m_selection.current();
    const int last = static_cast<int>(m_model.rows().size()) - 1;
    const auto how = event->modifiers();
    const int onward = isRightToLeft() ? -1 : 1;
    const auto beside = [this, current](int rows) { return current < 0 ? 0 : m_places.besides(current, rows); };
    if (m_keymap.matches(event, KeyAction::ChooseAll)) {
        m_selection.chooseAll();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Right:
        move(current + onward, how);
        return;
    case Qt::Key_Left:
        move(current < 0 ? 0 : current - onward, how);
        return;
    case Qt::Key_Down:
        move(beside(1), how);
        return;
    case Qt::Key_Up:
        move(beside(-1), how);
        return;
    case Qt::Key_PageDown:
        move(beside(pageRows()), how);
        return;
    case Qt::Key_PageUp:
        move(beside(-pageRows()), how);
        return;
    case Qt::Key_Home:
        move(0, how);
        return;
    case Qt::Key_End:
        move(last, how);
        return;
    case Qt::Key_Space:
        if (how & Qt::ControlModifier) {
            m_selection.toggle(current);
            return;
        }
        [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current >= 0 && !event->isAutoRepeat() && !(how & Qt::ControlModifier)) {
            Q_EMIT activated(current);
            return;
        }
        break;
    case Qt::Key_Escape:
        if (m_selection.count() > 0) {
            m_selection.clear();
            return;
        }
        break;
    default:
        break;
    }
    const auto action = m_keymap.find(event, KeyPlace::GalleryPictures);
    if (action == KeyAction::ZoomIn || action == KeyAction::ZoomOut) {
        growRows(action == KeyAction::ZoomIn ? 1 : -1);
        return;
    }
    if (action && m_selection.count() > 0 && !event->isAutoRepeat()) {
        Q_EMIT keyWanted(*action);
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void GalleryCanvas::growRows(int steps)
{
    setRowHeight(m_rowHeight + steps * rowStep);
    Q_EMIT rowHeightChosen(m_rowHeight);
}

void GalleryCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        growRows(event->angleDelta().y() / 120);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void GalleryCanvas::focusInEvent(QFocusEvent *event)
{
    if (m_selection.current() < 0 && !m_model.rows().isEmpty()
        && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)) {
        m_selection.moveTo(std::max(0, m_places.pictureAt(contentAt({margin + 2, margin + 40}))));
    }
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void GalleryCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace lightwell
