// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/abcanvas.h"

#include "ui/views/overlay.h"
#include "ui/views/waitingbox.h"
#include "ui/views/wheelzoom.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double gripWidth = 12; ///< of the line
constexpr double handle = 19; ///< its radius
constexpr int clickDistance = 4;

} // namespace

AbCanvas::AbCanvas(PyramidStore &store, QWidget *parent)
    : QWidget(parent)
    , m_a(store)
    , m_b(store)
    , m_apart(store)
    , m_waiting(new WaitingBox(u"ab.waiting"_s, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(60);
    for (ShownPicture *picture : {&m_a, &m_b}) {
        connect(picture, &ShownPicture::changed, this, qOverload<>(&QWidget::update));
        connect(picture, &ShownPicture::arrived, this, [this] {
            measure();
            compare();
        });
    }
    connect(&m_apart, &ShownPicture::changed, this, qOverload<>(&QWidget::update));
    connect(&m_apart, &ShownDifference::compared, this, &AbCanvas::changed);
}

void AbCanvas::setPictures(const ViewedPicture &a, const ViewedPicture &b)
{
    m_first = a;
    m_second = b;
    m_a.setPicture(a.picture);
    m_b.setPicture(b.picture);
    const ViewedPicture &awaited = a.underWay ? a : b;
    if (awaited.underWay) {
        m_waiting->show(*awaited.underWay);
        m_waiting->place(rect());
    } else {
        m_waiting->hide();
    }
    measure();
    compare();
}

void AbCanvas::measure()
{
    m_stage = abStage(m_a.size(), m_b.size());
    m_view.setPlaces({{m_stage.size, QSizeF(size()), devicePixelRatioF()}});
    refresh();
}

void AbCanvas::refresh()
{
    update();
    Q_EMIT changed();
}

bool AbCanvas::isBScaled() const
{
    return m_a.isShown() && m_b.isShown() && QSizeF(m_b.size()) != m_stage.b.size();
}

void AbCanvas::compare()
{
    m_mode == Mode::Difference ? m_apart.compare(m_a, m_b) : m_apart.forget();
}

void AbCanvas::setMode(Mode mode)
{
    m_mode = mode;
    m_held = false;
    compare();
    refresh();
}

void AbCanvas::setSplit(double share)
{
    m_split = std::clamp(share, 0.0, 1.0);
    refresh();
}

void AbCanvas::setSwapped(bool swapped)
{
    m_swapped = swapped;
    refresh();
}

void AbCanvas::setHeld(bool held)
{
    if (held != m_held) {
        m_held = held;
        refresh();
    }
}

void AbCanvas::setGain(int gain)
{
    m_apart.setGain(gain);
    compare();
    refresh();
}

void AbCanvas::setPanning(bool panning)
{
    m_panning = panning;
    updateCursor(mapFromGlobal(QCursor::pos()));
}

QRectF AbCanvas::seen() const
{
    return target() & QRectF(rect());
}

double AbCanvas::splitX() const
{
    const QRectF all = seen();
    return all.left() + std::round(m_split * all.width() * devicePixelRatioF()) / devicePixelRatioF();
}

QRectF AbCanvas::placeOf(const QRectF &onStage) const
{
    const QRectF all = target();
    if (m_stage.isOneShape() || m_stage.size.isEmpty()) {
        return all;
    }
    const double scale = all.width() / m_stage.size.width();
    const double ratio = devicePixelRatioF();
    const auto onPixel = [ratio](double at) { return std::round(at * ratio) / ratio; };
    return {QPointF(onPixel(all.left() + onStage.left() * scale), onPixel(all.top() + onStage.top() * scale)),
            QSizeF(onPixel(onStage.width() * scale), onPixel(onStage.height() * scale))};
}

bool AbCanvas::isLarger() const
{
    const QSizeF part = place().inSight(m_view.view(0).zoom);
    return part.width() < 1 || part.height() < 1;
}

bool AbCanvas::isAtLine(QPointF position) const
{
    return m_mode == Mode::Slider && !m_panning && std::abs(position.x() - splitX()) <= gripWidth / 2;
}

void AbCanvas::paintPicture(QPainter &painter, ShownPicture &picture, const QRectF &onStage, const QRectF &clip)
{
    painter.save();
    painter.setClipRect(clip, Qt::IntersectClip);
    picture.paint(painter, placeOf(onStage), QRectF(rect()));
    painter.restore();
}

void AbCanvas::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double r = painting::cardRadius - 1;
    QPainterPath ground;
    ground.addRoundedRect(QRectF(0, 0, width(), height() + r), r, r);
    painter.setClipPath(ground);
    painter.fillRect(rect(), t.raised);
    const QRectF all(rect());
    if (m_mode == Mode::Slider) {
        const double x = splitX();
        paintPicture(painter, m_a, m_stage.a, {QPointF(0, 0), QPointF(x, height())});
        paintPicture(painter, m_b, m_stage.b, {QPointF(x, 0), QPointF(width(), height())});
        paintLine(painter);
    } else if (m_mode == Mode::Flicker) {
        isBShown() ? paintPicture(painter, m_b, m_stage.b, all) : paintPicture(painter, m_a, m_stage.a, all);
    } else {
        paintPicture(painter, m_apart, m_stage.overlap(), all);
    }
    paintWords(painter);
    const bool isApart = m_mode == Mode::Difference;
    const QRectF part = isApart ? m_stage.overlap() : m_stage.a;
    const QSizeF whole = m_stage.size.isEmpty() ? QSizeF(1, 1) : QSizeF(m_stage.size);
    overlay::map(painter, this, place(), m_view.view(0), isApart ? m_apart : m_a,
                 {part.left() / whole.width(), part.top() / whole.height(), part.width() / whole.width(),
                  part.height() / whole.height()});
    paintBadges(painter);
}

void AbCanvas::paintLine(QPainter &painter) const
{
    const Tokens t = tokensOf(palette());
    const QRectF all = seen();
    if (all.isEmpty()) {
        return;
    }
    const double x = splitX();
    painter.fillRect(QRectF(x - 2, all.top(), 4, all.height()), Qt::black);
    painter.fillRect(QRectF(x - 1, all.top(), 2, all.height()), Qt::white);
    const QPointF middle(x, all.center().y());
    const QRectF circle(middle.x() - handle, middle.y() - handle, 2 * handle, 2 * handle);
    painting::roundedBox(&painter, circle, handle, t.surface, t.text);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, circle.adjusted(2, 2, -2, -2), handle - 2, t);
    }
    constexpr int side = 18;
    painter.drawPixmap(QPointF(middle.x() - side / 2.0, middle.y() - side / 2.0),
                       iconPixmap(Icon::Split, t.text, side, devicePixelRatioF()));
}

void AbCanvas::paintBadges(QPainter &painter) const
{
    const QRect all = seen().toAlignedRect().adjusted(overlay::inset, overlay::inset, -overlay::inset, -overlay::inset);
    const QString a = tr("A");
    const QString b = tr("B");
    const auto badge = [&](const QString &text, bool atRight) {
        QRect place = overlay::badgeRect(this, text, all.topLeft());
        if (atRight) {
            place.moveRight(all.right());
        }
        overlay::badge(painter, this, place, text, false);
    };
    if (m_mode == Mode::Slider && !all.isEmpty()) {
        const double x = splitX();
        if (x > all.left() + overlay::badgeRect(this, a, {}).width()) {
            badge(a, false);
        }
        if (x < all.right() - overlay::badgeRect(this, b, {}).width()) {
            badge(b, true);
        }
    } else if (m_mode == Mode::Flicker) {
        badge(isBShown() ? b : a, false);
    }
}

void AbCanvas::paintWords(QPainter &painter) const
{
    QStringList words;
    for (const auto &[viewed, shown, letter] :
         {std::tuple(&m_first, &m_a, tr("A")), std::tuple(&m_second, &m_b, tr("B"))}) {
        const QString problem = shown->isUnreadable() ? tr("This picture’s file cannot be read.") : viewed->problem;
        if (!problem.isEmpty()) {
            words.append(tr("%1: %2").arg(letter, problem));
        }
    }
    if (!words.isEmpty()) {
        const QRect box = QRect(0, 0, std::min(360, width() - 32), fontMetrics().height() * 2 * int(words.size()) + 16);
        QRect place = box;
        place.moveCenter(rect().center());
        const Tokens t = tokensOf(palette());
        painting::roundedBox(&painter, QRectF(place), painting::innerRadius, t.surface, t.line);
        painter.setPen(t.text);
        painter.drawText(place.adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWordWrap, words.join(u'\n'));
    }
}

void AbCanvas::resizeEvent(QResizeEvent *)
{
    m_waiting->place(rect());
    measure();
}

bool AbCanvas::event(QEvent *event)
{
    if (const std::optional<double> factor = pinchFactor(event)) {
        zoomBy(*factor, static_cast<QNativeGestureEvent *>(event)->position());
        return true;
    }
    if (event->type() == QEvent::LayoutRequest) {
        m_waiting->place(rect());
    }
    return QWidget::event(event);
}

void AbCanvas::zoomBy(double factor, QPointF position)
{
    m_view.zoomTo(0, m_view.view(0).zoom * factor, position);
    refresh();
}

void AbCanvas::wheelEvent(QWheelEvent *event)
{
    zoomBy(wheelFactor(event), event->position());
    event->accept();
}

void AbCanvas::mousePressEvent(QMouseEvent *event)
{
    m_gripped = event->position();
    const bool left = event->button() == Qt::LeftButton;
    if (!left && event->button() != Qt::MiddleButton) {
        return;
    }
    const QRectF map = overlay::mapRect(place(), m_view.view(0));
    if (left && !map.isEmpty() && map.contains(event->position())) {
        m_grip = Grip::Map;
        lookAtMap(event->position());
    } else if (left && isAtLine(event->position())) {
        m_grip = Grip::Split;
    } else if (left && m_mode == Mode::Flicker && !m_panning) {
        m_grip = Grip::Click;
    } else {
        m_grip = isLarger() ? Grip::Picture : Grip::Nothing;
    }
    updateCursor(event->position());
}

void AbCanvas::lookAtMap(QPointF position)
{
    const QRectF map = overlay::mapRect(place(), m_view.view(0));
    m_view.lookAt(0, {(position.x() - map.left()) / map.width(), (position.y() - map.top()) / map.height()});
    refresh();
}

void AbCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF by = event->position() - m_gripped;
    const QRectF all = seen();
    if (m_grip == Grip::Map) {
        lookAtMap(event->position());
    } else if (m_grip == Grip::Split && all.width() > 0) {
        setSplit((event->position().x() - all.left()) / all.width());
    } else if (m_grip == Grip::Picture) {
        m_gripped = event->position();
        m_view.move(0, by);
        refresh();
    } else if (m_grip == Grip::Click && by.manhattanLength() >= clickDistance) {
        m_grip = isLarger() ? Grip::Picture : Grip::Nothing; // a drag is no click
    }
    updateCursor(event->position());
}

void AbCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_grip == Grip::Click) {
        setSwapped(!m_swapped);
    }
    m_grip = Grip::Nothing;
    updateCursor(event->position());
}

void AbCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_mode == Mode::Flicker) { // two clicks
        mousePressEvent(event);
    } else if (event->button() == Qt::LeftButton && !isAtLine(event->position())) {
        const bool isWhole = m_view.view(0).zoom <= 1.001;
        isWhole ? m_view.zoomTo(0, place().actualZoom(), event->position()) : m_view.showWhole(0);
        refresh();
    }
}

void AbCanvas::focusOutEvent(QFocusEvent *event)
{
    m_held = false; // the release of the key goes elsewhere
    m_panning = false;
    refresh();
    QWidget::focusOutEvent(event);
}

void AbCanvas::updateCursor(QPointF position)
{
    const bool canMove = isLarger() && (m_mode != Mode::Flicker || m_panning);
    setCursor(m_grip == Grip::Picture                           ? Qt::ClosedHandCursor
                  : m_grip == Grip::Split || isAtLine(position) ? Qt::SplitHCursor
                  : canMove                                     ? Qt::OpenHandCursor
                                                                : Qt::ArrowCursor);
}

} // namespace lightwell
