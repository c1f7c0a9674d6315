// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pictureview.h"

#include "core/async/whendone.h"
#include "ui/compare/picturefiles.h"
#include "ui/views/overlay.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <cmath>

namespace lightwell {

namespace {

constexpr int dragDistance = 4;
constexpr int roomForWord = 200; ///< narrower pictures have the sign alone over them
constexpr int signMargin = 12; ///< above and below it together
constexpr double maxGrowth = 1.5; ///< small pictures are not blown up beyond this

} // namespace

PictureView::PictureView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(60, 40);
    setAttribute(Qt::WA_Hover);
    m_settle.setSingleShot(true);
    m_settle.setInterval(60);
    connect(&m_settle, &QTimer::timeout, this, &PictureView::load);
}

void PictureView::clear()
{
    setPicture({});
}

void PictureView::setEnlargeable(bool enlargeable)
{
    m_enlargeable = enlargeable;
    setCursor(enlargeable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PictureView::setRounded(bool rounded)
{
    m_rounded = rounded;
}

void PictureView::setBadge(const QString &text)
{
    m_badge = text;
    update();
}

void PictureView::setPicture(const Picture &picture)
{
    if (m_picture == picture) {
        return;
    }
    m_picture = picture;
    m_shown = {};
    m_unreadable = false;
    update();
    load();
}

void PictureView::setInReach(bool inReach)
{
    if (inReach == m_inReach) {
        return;
    }
    m_inReach = inReach;
    if (!inReach) {
        ++m_round;
        m_shown = {};
    }
    load();
}

QSize PictureView::bound() const
{
    return size() * devicePixelRatioF();
}

void PictureView::load()
{
    if (isEmpty() || !m_inReach || (!m_shown.isNull() && m_shownFor == bound())) {
        return;
    }
    const int round = ++m_round;
    const auto take = [this, round, wanted = bound()](const QImage &image) {
        if (round != m_round) {
            return;
        }
        m_unreadable = image.isNull();
        m_shown = image;
        m_shownFor = wanted;
        update();
        Q_EMIT shown();
    };
    whenDone(picturefiles::load(m_picture, bound()), this, take);
}

QRectF PictureView::target(QSize image) const
{
    const qreal ratio = devicePixelRatioF();
    const QSizeF size = QSizeF(image).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    const QSizeF natural = QSizeF(image) / ratio;
    // What was scaled for this very place is painted pixel for pixel; while the place grows, it grows along.
    const bool isForHere = m_shownFor == bound();
    const bool fits = std::abs(size.width() - natural.width()) * ratio < 2;
    const bool isSmall = isForHere && size.width() > natural.width() * maxGrowth;
    const QSizeF shown = fits ? natural : isSmall ? natural * maxGrowth : size;
    const auto onPixel = [ratio](double at) { return std::round(at * ratio) / ratio; };
    return {QPointF(onPixel((width() - shown.width()) / 2), onPixel((height() - shown.height()) / 2)), shown};
}

bool PictureView::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave || event->type() == QEvent::FocusIn
        || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

void PictureView::paintEvent(QPaintEvent *)
{
    if (!m_shown.isNull() && m_shownFor != bound()) {
        m_settle.start(); // another size, or the window went to another screen
    }
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_rounded) { // above; straight below, as the card it stands in
        const double r = painting::cardRadius - 1;
        QPainterPath ground;
        ground.addRoundedRect(QRectF(0, 0, width(), height() + r), r, r);
        painter.setClipPath(ground);
    }
    painter.fillRect(rect(), m_rounded ? t.raised : t.bg);
    if (!m_shown.isNull()) {
        painting::picture(&painter, target(m_shown.size()), m_shown);
    } else if (m_unreadable) {
        painter.setPen(t.muted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("This picture’s file cannot be read."));
    }
    painter.setClipping(false);
    const bool isByKeyboard = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (m_enlargeable && (underMouse() || isByKeyboard)) {
        paintSign(painter);
    }
    if (!m_badge.isEmpty()) {
        const QRect place = overlay::badgeRect(this, m_badge, {overlay::inset, overlay::inset});
        overlay::badge(painter, this, QStyle::visualRect(layoutDirection(), rect(), place), m_badge, true);
    }
}

/// On a ground of its own, so that it can be read on any picture.
void PictureView::paintSign(QPainter &painter) const
{
    const Tokens t = tokensOf(palette());
    const QString word = width() >= roomForWord ? tr("Enlarge") : QString();
    const int icon = iconSide(fontMetrics());
    const int high = icon + signMargin;
    const int wordWidth = word.isEmpty() ? 0 : fontMetrics().horizontalAdvance(word) + 7;
    const QRect box(width() - 8 - (icon + 14 + wordWidth), 8, icon + 14 + wordWidth, high);
    const QRect shown = QStyle::visualRect(layoutDirection(), rect(), box);
    painting::roundedBox(&painter, QRectF(shown), painting::innerRadius, t.surface, t.line);
    const QPixmap pixmap = iconPixmap(Icon::Expand, t.text, icon, devicePixelRatioF());
    const QRect inner = shown.adjusted(7, 0, -7, 0);
    painter.drawPixmap(
        QStyle::visualRect(layoutDirection(), inner, QRect(inner.left(), inner.top() + (high - icon) / 2, icon, icon)),
        pixmap);
    painter.setPen(t.text);
    const QRect text(inner.left() + icon + 7, inner.top(), wordWidth, inner.height());
    painter.drawText(QStyle::visualRect(layoutDirection(), inner, text), Qt::AlignVCenter | Qt::AlignLeft, word);
}

void PictureView::resizeEvent(QResizeEvent *)
{
    if (!isEmpty() && m_inReach) {
        m_settle.start();
    }
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->button() == Qt::LeftButton ? std::optional(event->pos()) : std::nullopt;
}

void PictureView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedAt && (event->buttons() & Qt::LeftButton) && !m_shown.isNull()
        && (event->pos() - *m_pressedAt).manhattanLength() >= dragDistance) {
        m_pressedAt.reset(); // once a press: the drag begins a little later, and is no click
        Q_EMIT dragWanted();
    }
}

void PictureView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_pressedAt && rect().contains(event->pos())) {
        m_pressedAt.reset();
        Q_EMIT activated();
    }
}

void PictureView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center())
                                                                     : event->globalPos());
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (!opens) {
        QWidget::keyPressEvent(event);
    } else if (!event->isAutoRepeat()) {
        Q_EMIT activated();
    }
}

} // namespace lightwell
