// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskcanvas.h"

#include <QMouseEvent>
#include <QTabletEvent>
#include <QWheelEvent>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double fitMargin = 40; ///< room for handles, and for what is said beside the canvas
constexpr double leastZoom = 0.02;
constexpr double wheelStep = 120 * 6.0; ///< an eighth of a degree, until it is twice as large

} // namespace

MaskCanvas::MaskCanvas(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 160);
}

void MaskCanvas::open(const QList<QImage> &levels, const MaskDocument &document)
{
    cancel();
    m_levels = levels;
    m_document = document;
    m_lastPainted.reset();
    fit();
    update();
}

void MaskCanvas::change(const std::function<void(MaskDocument &)> &change)
{
    cancel();
    const QRect before = m_document.canvas();
    change(m_document);
    if (m_document.canvas() != before && m_isFitted) {
        fit();
    }
    update();
    Q_EMIT edited();
}

void MaskCanvas::setTool(Tool tool)
{
    cancel();
    m_tool = tool;
    updateCursor(m_pointer.value_or(QPointF(-1, -1)));
    update();
}

void MaskCanvas::setDiameter(int pixels)
{
    m_diameter = pixels;
    update();
}

void MaskCanvas::setFeather(int pixels)
{
    m_feather = pixels;
}

void MaskCanvas::setMaskShown(bool shown)
{
    m_isMaskShown = shown;
    update();
}

void MaskCanvas::fit()
{
    setView(MaskView::fitted(QRectF(m_document.canvas()), size(), fitMargin), true);
}

void MaskCanvas::zoomBy(double factor)
{
    setView(m_view.zoomed(factor, QRectF(rect()).center(), leastZoom), false);
}

void MaskCanvas::setWholePixels()
{
    zoomBy(1 / (m_view.scale * devicePixelRatioF()));
}

void MaskCanvas::setView(const MaskView &view, bool isFitted)
{
    m_isFitted = isFitted;
    const double before = std::exchange(m_view, view).scale;
    update();
    if (before != view.scale) {
        Q_EMIT zoomChanged(view.scale);
    }
}

MaskDocument::Mode MaskCanvas::mode(Qt::KeyboardModifiers modifiers) const
{
    const bool isErasing = (m_tool == Tool::Eraser) != bool(modifiers & Qt::AltModifier);
    return isErasing ? MaskDocument::Mode::Subtract : MaskDocument::Mode::Add;
}

void MaskCanvas::updateMask(const QRect &picture)
{
    if (!picture.isEmpty()) {
        update(m_view.toWidget(QRectF(picture)).toAlignedRect().adjusted(-4, -4, 4, 4));
    }
}

/// Where it is; whoever moves it calls this before and after.
void MaskCanvas::updateBrush()
{
    if (m_pointer) {
        const double half = m_diameter * m_view.scale / 2 + 12;
        update(QRectF(*m_pointer - QPointF(half, half), QSizeF(2 * half, 2 * half)).toAlignedRect());
    }
}

void MaskCanvas::beginStroke(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const MaskDocument::Brush brush {m_diameter * m_pressure, double(m_feather), mode(modifiers)};
    m_doing = Doing::Stroke;
    if ((modifiers & Qt::ShiftModifier) && m_lastPainted) { // a straight line from there
        updateMask(m_document.beginStroke(*m_lastPainted, brush));
        updateMask(m_document.strokeTo(at));
    } else {
        updateMask(m_document.beginStroke(at, brush));
    }
    m_lastPainted = at;
}

void MaskCanvas::press(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const QPointF place = m_view.toPicture(at);
    m_pressed = place;
    if (const Qt::Edges edges = growthhandles::at(canvasOnWidget(), at, m_tool == Tool::Canvas)) {
        m_doing = Doing::Grow;
        m_drag = {edges, m_document.growth(), false, false};
        return;
    }
    switch (m_tool) {
    case Tool::Brush:
    case Tool::Eraser:
        beginStroke(place, modifiers);
        break;
    case Tool::Rectangle:
        m_doing = Doing::Rectangle;
        break;
    case Tool::Lasso:
        m_doing = Doing::Lasso;
        m_outline = {place};
        break;
    case Tool::Fill:
        change([this, place, modifiers](MaskDocument &document) {
            document.fill(QPoint(int(std::floor(place.x())), int(std::floor(place.y()))), mode(modifiers));
        });
        break;
    case Tool::Canvas:
        break;
    }
}

void MaskCanvas::moveTo(QPointF at, Qt::KeyboardModifiers modifiers)
{
    updateBrush();
    m_pointer = at;
    const QPointF place = m_view.toPicture(at);
    switch (m_doing) {
    case Doing::Stroke:
        m_document.setStrokeDiameter(m_diameter * m_pressure);
        updateMask(m_document.strokeTo(place));
        m_lastPainted = place;
        break;
    case Doing::Rectangle:
        update();
        break;
    case Doing::Lasso:
        m_outline.append(place);
        update();
        break;
    case Doing::Grow: {
        m_drag.bothSides = modifiers & Qt::AltModifier;
        m_drag.keepsRatio = modifiers & Qt::ShiftModifier;
        QMargins growth = growthhandles::dragged(m_drag, place - m_pressed, m_document.picture());
        if (m_snap && !(modifiers & Qt::ControlModifier) && !m_drag.keepsRatio) {
            constexpr double near = 10; // points
            growth = m_snap(growth, m_drag.edges, near / m_view.scale);
        }
        m_document.growLive(growth);
        update();
        Q_EMIT growing();
        break;
    }
    case Doing::Pan:
        setView(m_view.moved(at - m_panFrom), false);
        m_panFrom = at;
        break;
    case Doing::Nothing:
        updateCursor(at);
        break;
    }
    updateBrush();
}

QPainterPath MaskCanvas::area() const
{
    QPainterPath path;
    if (m_doing == Doing::Rectangle && m_pointer) {
        path.addRect(QRectF(m_pressed, m_view.toPicture(*m_pointer)).normalized());
    } else if (m_doing == Doing::Lasso) {
        path.addPolygon(m_outline);
        path.closeSubpath();
        path.setFillRule(Qt::WindingFill);
    }
    return path;
}

void MaskCanvas::release(Qt::KeyboardModifiers modifiers)
{
    const QPainterPath drawn = area();
    const Doing done = std::exchange(m_doing, Doing::Nothing);
    switch (done) {
    case Doing::Stroke:
        m_document.endStroke();
        Q_EMIT edited();
        break;
    case Doing::Rectangle:
    case Doing::Lasso:
        m_outline.clear();
        update();
        if (drawn.boundingRect().width() >= 1 && drawn.boundingRect().height() >= 1) {
            change([&drawn, this, modifiers](MaskDocument &document) {
                document.paint(drawn, m_feather, mode(modifiers));
            });
        }
        break;
    case Doing::Grow:
        change([](MaskDocument &document) { document.setGrowth(document.growth()); });
        if (m_isFitted) {
            fit();
        }
        break;
    case Doing::Pan:
    case Doing::Nothing:
        break;
    }
    updateCursor(m_pointer.value_or(QPointF(-1, -1)));
}

void MaskCanvas::cancel()
{
    const Doing done = std::exchange(m_doing, Doing::Nothing);
    if (done == Doing::Stroke) {
        m_document.cancelStroke();
    } else if (done == Doing::Grow) {
        m_document.growLive(m_drag.from);
        m_document.setGrowth(m_drag.from);
        Q_EMIT growing();
    }
    m_outline.clear();
    update();
}

void MaskCanvas::mousePressEvent(QMouseEvent *event)
{
    m_isByKeys = false;
    m_pointer = event->position();
    const bool isPan = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceHeld);
    if (isPan && m_doing == Doing::Nothing) {
        m_doing = Doing::Pan;
        m_panFrom = event->position();
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton && m_doing == Doing::Nothing && !m_levels.isEmpty()) {
        press(event->position(), event->modifiers());
    } else if (event->button() == Qt::RightButton) {
        cancel();
    }
}

void MaskCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_isByKeys = false;
    moveTo(event->position(), event->modifiers());
}

void MaskCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || (event->button() == Qt::MiddleButton && m_doing == Doing::Pan)) {
        release(event->modifiers());
    }
}

void MaskCanvas::tabletEvent(QTabletEvent *event)
{
    constexpr double least = 0.1;
    const bool isDown = event->type() == QEvent::TabletPress || (event->buttons() & Qt::LeftButton);
    m_isByKeys = false;
    m_pressure = isDown ? std::clamp(event->pressure(), least, 1.0) : 1;
    if (event->type() == QEvent::TabletPress && event->button() == Qt::LeftButton && !m_levels.isEmpty()) {
        m_pointer = event->position();
        press(event->position(), event->modifiers());
    } else if (event->type() == QEvent::TabletMove) {
        moveTo(event->position(), event->modifiers());
    } else if (event->type() == QEvent::TabletRelease) {
        m_pressure = 1;
        release(event->modifiers());
    }
    event->accept(); // else it comes as a mouse's once more
}

void MaskCanvas::leaveEvent(QEvent *)
{
    if (!m_isByKeys && m_doing == Doing::Nothing) {
        updateBrush();
        m_pointer.reset();
    }
}

void MaskCanvas::wheelEvent(QWheelEvent *event)
{
    const QPoint by = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier) {
        setView(m_view.moved(QPointF(by.y() + by.x(), 0) / 2), false);
    } else {
        setView(m_view.zoomed(std::pow(2, by.y() / wheelStep), event->position(), leastZoom), false);
    }
    event->accept();
}

void MaskCanvas::focusOutEvent(QFocusEvent *event)
{
    m_isSpaceHeld = false;
    update();
    QWidget::focusOutEvent(event);
}

void MaskCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void MaskCanvas::resizeEvent(QResizeEvent *)
{
    if (m_isFitted) {
        fit();
    }
}

void MaskCanvas::updateCursor(QPointF at)
{
    if (m_isSpaceHeld) {
        setCursor(m_doing == Doing::Pan ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        return;
    }
    const Qt::Edges edges = growthhandles::at(canvasOnWidget(), at, m_tool == Tool::Canvas);
    const bool isBrush = m_tool == Tool::Brush || m_tool == Tool::Eraser;
    setCursor(edges                        ? growthhandles::cursor(edges)
                  : m_tool == Tool::Canvas ? Qt::ArrowCursor
                  : isBrush                ? Qt::BlankCursor // its circle is painted
                                           : Qt::CrossCursor);
}

} // namespace lightwell
