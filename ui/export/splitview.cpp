// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/splitview.h"

#include "core/async/whendone.h"
#include "ui/shortcuts/keymap.h"
#include "ui/views/overlay.h"

#include <QKeyEvent>
#include <QtConcurrentRun>
#include <QWheelEvent>

#include <cmath>

namespace lightwell {

namespace {

constexpr double gripWidth = 12; ///< of the line
constexpr double smallStep = 0.01;
constexpr double largeStep = 0.1;
constexpr double panStep = 60;
constexpr QSize smallBound(200, 200); ///< for the map, at any scale of the screen

} // namespace

SplitView::SplitView(const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_keymap(keymap)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 120);
    setMouseTracking(true);
}

void SplitView::setOriginal(const QImage &image, const QString &text)
{
    const bool isOther = image.size() != m_original.size();
    if (image.cacheKey() != m_original.cacheKey()) {
        m_original = image;
        makeSmall();
    }
    m_text = text;
    if (isOther) {
        m_centre = {0.5, 0.5};
        m_other = {};
    }
    keepInside();
    update();
    tell();
}

void SplitView::makeSmall()
{
    m_small = {};
    const int round = ++m_smallRound;
    if (m_original.isNull()) {
        return;
    }
    const auto shrink = [image = m_original] {
        return image.scaled(smallBound, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    };
    whenDone(QtConcurrent::run(shrink), this, [this, round](const QImage &small) {
        if (round == m_smallRound) {
            m_small = small;
            update();
        }
    });
}

ViewPlace SplitView::place() const
{
    return {m_original.size(), QSizeF(size()), devicePixelRatioF()};
}

ViewPoint SplitView::view() const
{
    return {scale() / place().fit(), m_centre};
}

QRectF SplitView::map() const
{
    return m_original.isNull() ? QRectF() : overlay::mapRect(place(), view());
}

void SplitView::lookAtMap(const QPointF &position)
{
    const QRectF all = map();
    m_centre = {(position.x() - all.left()) / all.width(), (position.y() - all.top()) / all.height()};
    keepInside();
    update();
    tell();
}

void SplitView::setOther(const QImage &part, const QRect &place)
{
    m_other = part;
    m_place = place;
    update();
}

void SplitView::setMarks(const QString &original, const QString &other)
{
    m_mark = original;
    m_otherMark = other;
    update();
}

void SplitView::setZoom(Zoom zoom)
{
    zoomAt(zoom, QRectF(rect()).center());
}

/// What lies under `position` stays there.
void SplitView::zoomAt(Zoom zoom, const QPointF &position)
{
    if (zoom == m_zoom) {
        return;
    }
    const QRectF before = target();
    m_zoom = zoom;
    if (!before.isEmpty()) {
        const QPointF at((position.x() - before.left()) / before.width(),
                         (position.y() - before.top()) / before.height());
        const QRectF now = target();
        const QPointF middle = QRectF(rect()).center();
        m_centre = {at.x() - (position.x() - middle.x()) / now.width(),
                    at.y() - (position.y() - middle.y()) / now.height()};
    }
    keepInside();
    update();
    tell();
    Q_EMIT zoomChanged();
}

void SplitView::setSplit(double split)
{
    m_split = std::clamp(split, 0.0, 1.0);
    update();
}

double SplitView::scale() const
{
    const double full = 1 / devicePixelRatioF();
    if (m_zoom != Zoom::Fit || m_original.isNull()) {
        return m_zoom == Zoom::Double ? 2 * full : full;
    }
    return std::min({full, double(width()) / m_original.width(), double(height()) / m_original.height()});
}

QRectF SplitView::target() const
{
    const QSizeF size = QSizeF(m_original.size()) * scale();
    const double ratio = devicePixelRatioF();
    const auto onPixel = [ratio](double at) { return std::round(at * ratio) / ratio; };
    return {QPointF(onPixel(width() / 2.0 - m_centre.x() * size.width()),
                    onPixel(height() / 2.0 - m_centre.y() * size.height())),
            size};
}

double SplitView::line() const
{
    return std::round(m_split * width());
}

QRect SplitView::seen() const
{
    if (m_original.isNull()) {
        return {};
    }
    const QRectF all = target();
    const QRectF shown = all.intersected(QRectF(rect())).translated(-all.topLeft());
    const double by = scale();
    return QRectF(shown.topLeft() / by, shown.size() / by).toAlignedRect().intersected(m_original.rect());
}

void SplitView::tell()
{
    if (const QRect now = seen(); now != m_told) {
        m_told = now;
        Q_EMIT seenChanged(now);
    }
}

/// No ground is shown beside a picture that is larger than the view; a smaller one stays in the middle.
void SplitView::keepInside()
{
    const QSizeF size = QSizeF(m_original.size()) * scale();
    const auto kept = [](double centre, double picture, double view) {
        const double half = view / picture / 2;
        return picture <= view ? 0.5 : std::clamp(centre, half, 1 - half);
    };
    if (!m_original.isNull()) {
        m_centre = {kept(m_centre.x(), size.width(), width()), kept(m_centre.y(), size.height(), height())};
    }
}

void SplitView::pan(const QPointF &by)
{
    const QSizeF size = QSizeF(m_original.size()) * scale();
    if (!m_original.isNull()) {
        m_centre -= QPointF(by.x() / size.width(), by.y() / size.height());
        keepInside();
        update();
        tell();
    }
}

void SplitView::resizeEvent(QResizeEvent *)
{
    keepInside();
    tell();
}

bool SplitView::isOnLine(const QPointF &position) const
{
    return !m_original.isNull() && std::abs(position.x() - line()) <= gripWidth;
}

bool SplitView::act(KeyAction action)
{
    switch (action) {
    case KeyAction::ShowWhole:
        setZoom(Zoom::Fit);
        return true;
    case KeyAction::ShowPixels:
        setZoom(Zoom::Full);
        return true;
    case KeyAction::ShowDouble:
        setZoom(Zoom::Double);
        return true;
    default:
        return false;
    }
}

void SplitView::keyPressEvent(QKeyEvent *event)
{
    const bool isLarge = event->modifiers() & Qt::ShiftModifier;
    const bool pans = event->modifiers() & Qt::ControlModifier;
    const double step = isLarge ? largeStep : smallStep;
    const auto go = [&](double along, double down) {
        if (pans) {
            pan({-along * panStep, -down * panStep});
        } else if (along != 0) {
            setSplit(m_split + along * step);
        }
    };
    if (const auto action = m_keymap.find(event, KeyPlace::ExportPreview); action && act(*action)) {
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return go(-1, 0);
    case Qt::Key_Right:
        return go(1, 0);
    case Qt::Key_Up:
        return go(0, -1);
    case Qt::Key_Down:
        return go(0, 1);
    case Qt::Key_Home:
        return setSplit(0);
    case Qt::Key_End:
        return setSplit(1);
    case Qt::Key_PageUp:
        Q_EMIT stepWanted(-1);
        return;
    case Qt::Key_PageDown:
        Q_EMIT stepWanted(1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SplitView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_original.isNull()) {
        const bool isOnMap = map().contains(event->position());
        m_drag = isOnMap ? Drag::Map : isOnLine(event->position()) ? Drag::Line : Drag::Picture;
        m_dragAt = event->position();
        if (isOnMap) {
            lookAtMap(event->position());
        }
    }
}

void SplitView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::Line) {
        setSplit(event->position().x() / std::max(1, width()));
    } else if (m_drag == Drag::Picture) {
        pan(event->position() - m_dragAt);
        m_dragAt = event->position();
    } else if (m_drag == Drag::Map && !map().isEmpty()) {
        lookAtMap(event->position());
    }
    const bool isLine = m_drag == Drag::Line || (m_drag == Drag::None && isOnLine(event->position()));
    setCursor(isLine ? Qt::SplitHCursor : m_drag == Drag::Picture ? Qt::ClosedHandCursor : Qt::ArrowCursor);
}

void SplitView::mouseReleaseEvent(QMouseEvent *)
{
    m_drag = Drag::None;
    unsetCursor();
}

void SplitView::mouseDoubleClickEvent(QMouseEvent *event)
{
    zoomAt(m_zoom == Zoom::Fit ? Zoom::Full : Zoom::Fit, event->position());
}

void SplitView::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (turned == 0) {
        return event->ignore();
    }
    const bool isCloser = turned > 0;
    const Zoom next = isCloser ? (m_zoom == Zoom::Fit ? Zoom::Full : Zoom::Double)
                               : (m_zoom == Zoom::Double ? Zoom::Full : Zoom::Fit);
    zoomAt(next, event->position());
    event->accept();
}

} // namespace lightwell
