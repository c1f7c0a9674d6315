// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/picturearea.h"

#include "core/async/whendone.h"
#include "ui/compare/picturefiles.h"
#include "ui/views/overlay.h"
#include "ui/views/waitingbox.h"
#include "ui/views/wheelzoom.h"
#include "ui/widgets/stylepainting.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int dragDistance = 4;
constexpr QSize sketchBound(1024, 1024); ///< a sketch need not be sharper

} // namespace

PictureArea::PictureArea(const QString &objectName, PyramidStore &store, QWidget *parent)
    : QWidget(parent)
    , m_shown(store)
    , m_waiting(new WaitingBox(objectName + u".waiting"_s, this))
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(60);
    connect(&m_shown, &ShownPicture::changed, this, qOverload<>(&QWidget::update));
    connect(&m_shown, &ShownPicture::arrived, this, &PictureArea::placeChanged);
}

void PictureArea::setPicture(const ViewedPicture &picture)
{
    m_picture = picture;
    if (picture.underWay) {
        m_waiting->show(*picture.underWay);
        m_waiting->place(rect());
    } else {
        m_waiting->hide();
    }
    takeSketch();
    m_shown.setPicture(picture.picture);
    update();
}

void PictureArea::takeSketch()
{
    const QByteArray encoded = m_picture.underWay ? m_picture.underWay->preview : QByteArray();
    if (encoded == m_sketched) {
        return;
    }
    m_sketched = encoded;
    if (encoded.isEmpty()) {
        m_sketch = {};
        return;
    }
    whenDone(picturefiles::loadSketch(encoded, sketchBound), this, [this, encoded](const QImage &image) {
        if (encoded == m_sketched && !image.isNull()) { // one that cannot be read leaves the last one
            m_sketch = image;
            update();
        }
    });
}

void PictureArea::setView(const ViewPoint &view)
{
    if (view != m_view) {
        m_view = view;
        update();
    }
    updateCursor();
}

void PictureArea::setBadge(const QString &text, bool active)
{
    m_badge = text;
    m_active = active;
    update();
}

ViewPlace PictureArea::place() const
{
    return {m_shown.size(), QSizeF(size()), devicePixelRatioF()};
}

bool PictureArea::isLarger() const
{
    const QSizeF part = place().inSight(m_view.zoom);
    return m_shown.isShown() && (part.width() < 1 || part.height() < 1);
}

bool PictureArea::isMapShown() const
{
    return m_shown.isShown() && !overlay::mapRect(place(), m_view).isEmpty();
}

void PictureArea::updateCursor()
{
    const bool held = m_grip == Grip::Picture;
    setCursor(isLarger() ? held ? Qt::ClosedHandCursor : Qt::OpenHandCursor : Qt::ArrowCursor);
}

void PictureArea::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double r = painting::cardRadius - 1;
    QPainterPath ground; // round above, as the card it stands in
    ground.addRoundedRect(QRectF(0, 0, width(), height() + r), r, r);
    painter.setClipPath(ground);
    painter.fillRect(rect(), t.raised);
    if (m_shown.isShown()) {
        m_shown.paint(painter, target(), QRectF(rect()));
    } else if (!m_sketch.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const ViewPlace whole {m_sketch.size(), QSizeF(size()), devicePixelRatioF()};
        painter.drawImage(whole.target({}), m_sketch);
    }
    paintWords(painter);
    overlay::map(painter, this, place(), m_view, m_shown);
    if (!m_badge.isEmpty()) {
        overlay::badge(painter, this, overlay::badgeRect(this, m_badge, {overlay::inset, overlay::inset}), m_badge,
                       m_active);
    }
}

void PictureArea::paintWords(QPainter &painter) const
{
    const QString words = m_shown.isUnreadable() ? tr("This picture’s file cannot be read.") : m_picture.problem;
    if (!words.isEmpty()) {
        painter.setPen(tokensOf(palette()).muted);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, words);
    }
}

void PictureArea::resizeEvent(QResizeEvent *)
{
    m_waiting->place(rect());
    Q_EMIT placeChanged();
}

bool PictureArea::event(QEvent *event)
{
    if (const std::optional<double> factor = pinchFactor(event)) {
        Q_EMIT zoomWanted(*factor, static_cast<QNativeGestureEvent *>(event)->position());
        return true;
    }
    if (event->type() == QEvent::LayoutRequest) {
        m_waiting->place(rect());
    }
    return QWidget::event(event);
}

void PictureArea::wheelEvent(QWheelEvent *event)
{
    Q_EMIT activated();
    Q_EMIT zoomWanted(wheelFactor(event), event->position());
    event->accept();
}

void PictureArea::mousePressEvent(QMouseEvent *event)
{
    Q_EMIT activated();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        return;
    }
    m_gripped = event->position();
    if (isMapShown() && overlay::mapRect(place(), m_view).contains(event->position())) {
        m_grip = Grip::Map;
        lookAtMap(event->position());
    } else {
        m_grip = isLarger() ? Grip::Picture : Grip::Pressed;
    }
    updateCursor();
}

void PictureArea::lookAtMap(QPointF position)
{
    const QRectF all = overlay::mapRect(place(), m_view);
    Q_EMIT lookWanted({(position.x() - all.left()) / all.width(), (position.y() - all.top()) / all.height()});
}

void PictureArea::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF by = event->position() - m_gripped;
    if (m_grip == Grip::Map) {
        lookAtMap(event->position());
    } else if (m_grip == Grip::Picture) {
        m_gripped = event->position();
        Q_EMIT moveWanted(by);
    } else if (m_grip == Grip::Pressed && (event->buttons() & Qt::LeftButton) && m_picture.isThere()
               && by.manhattanLength() >= dragDistance) {
        m_grip = Grip::Nothing; // once a press: the drag begins a little later
        Q_EMIT dragWanted();
    }
}

void PictureArea::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::Nothing;
    updateCursor();
}

void PictureArea::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_shown.isShown()) {
        Q_EMIT actualOrWholeWanted(event->position());
    }
}

void PictureArea::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT activated();
    Q_EMIT menuWanted(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center())
                                                                     : event->globalPos());
}

void PictureArea::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT activated();
}

} // namespace lightwell
