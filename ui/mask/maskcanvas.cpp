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
constexpr double minZoom = 0.02;
constexpr double wheelStep = 120 * 6.0; ///< an eighth of a degree, until it is twice as large

} // namespace

MaskCanvas::MaskCanvas(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 160);
}

const MaskDocument &MaskCanvas::document() const
{
    static const MaskDocument none;
    return m_edits ? m_edits->document() : none;
}

void MaskCanvas::open(const QList<QImage> &levels, MaskEdits *edits)
{
    cancel();
    if (m_edits) {
        m_edits->disconnect(this);
    }
    m_levels = levels;
    m_edits = edits;
    m_lastPainted.reset();
    if (edits) {
        connect(edits, &MaskEdits::busyChanged, this, [this] {
            refit();
            update();
            updateCursor(m_pointer.value_or(QPointF(-1, -1)));
        });
        connect(edits, &QObject::destroyed, this, [this] { m_doing = Doing::Nothing; });
    }
    fit();
    update();
}

void MaskCanvas::change(const MaskEdits::Edit &edit)
{
    cancel();
    if (m_edits) {
        m_edits->change(edit);
        refit();
        update();
    }
}

void MaskCanvas::work(const MaskEdits::Edit &edit)
{
    cancel();
    if (m_edits) {
        m_edits->work(edit);
    }
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

void MaskCanvas::setLook(const MaskLook &look)
{
    m_look = look;
    update();
}

void MaskCanvas::fit()
{
    m_fitted = document().canvas();
    setView(MaskView::fitted(QRectF(m_fitted), size(), fitMargin), true);
}

/// Not under a hand that draws.
void MaskCanvas::refit()
{
    if (m_isFitted && m_doing == Doing::Nothing && m_fitted != document().canvas()) {
        fit();
    }
}

void MaskCanvas::zoomBy(double factor)
{
    setView(m_view.zoomed(factor, QRectF(rect()).center(), minZoom), false);
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

void MaskCanvas::beginStroke(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const MaskDocument::Brush brush {m_diameter * m_pressure, double(m_feather), mode(modifiers)};
    m_doing = Doing::Stroke;
    if ((modifiers & Qt::ShiftModifier) && m_lastPainted) { // a straight line from there
        updateMask(m_edits->beginStroke(*m_lastPainted, brush));
        updateMask(m_edits->strokeTo(at, brush.diameter));
    } else {
        updateMask(m_edits->beginStroke(at, brush));
    }
    m_lastPainted = at;
}

void MaskCanvas::press(QPointF at, Qt::KeyboardModifiers modifiers)
{
    if (!m_edits) {
        return;
    }
    const QPointF place = m_view.toPicture(at);
    m_pressed = place;
    if (const Qt::Edges edges = growthhandles::at(canvasOnWidget(), at, m_tool == Tool::Canvas)) {
        m_doing = Doing::Grow;
        m_drag = {edges, document().growth(), false, false};
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
        work([at = QPoint(int(std::floor(place.x())), int(std::floor(place.y()))),
              how = mode(modifiers)](MaskDocument &document) { document.fill(at, how); });
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
        updateMask(m_edits->strokeTo(place, m_diameter * m_pressure));
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
        QMargins growth = growthhandles::dragged(m_drag, place - m_pressed, document().picture());
        if (m_snap && !(modifiers & Qt::ControlModifier) && !m_drag.keepsRatio) {
            constexpr double near = 10; // points
            growth = m_snap(growth, m_drag.edges, near / m_view.scale);
        }
        m_edits->grow(growth);
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
        m_edits->endStroke();
        break;
    case Doing::Rectangle:
    case Doing::Lasso:
        m_outline.clear();
        update();
        if (drawn.boundingRect().width() >= 1 && drawn.boundingRect().height() >= 1) {
            work([drawn, feather = m_feather, how = mode(modifiers)](MaskDocument &document) {
                document.paint(drawn, feather, how);
            });
        }
        break;
    case Doing::Grow:
        m_edits->endGrowth();
        update();
        break;
    case Doing::Pan:
    case Doing::Nothing:
        break;
    }
    refit();
    updateCursor(m_pointer.value_or(QPointF(-1, -1)));
}

void MaskCanvas::cancel()
{
    const Doing done = std::exchange(m_doing, Doing::Nothing);
    if (done == Doing::Stroke && m_edits) {
        m_edits->cancelStroke();
    } else if (done == Doing::Grow && m_edits) {
        m_edits->cancelGrowth();
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
        setView(m_view.zoomed(std::pow(2, by.y() / wheelStep), event->position(), minZoom), false);
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
    setCursor(edges                                  ? growthhandles::cursor(edges)
                  : m_tool == Tool::Fill && isBusy() ? Qt::BusyCursor
                  : m_tool == Tool::Canvas           ? Qt::ArrowCursor
                  : isBrush                          ? Qt::BlankCursor // its circle is painted
                                                     : Qt::CrossCursor);
}

} // namespace lightwell
