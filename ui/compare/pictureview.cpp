// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pictureview.h"

#include "core/async/whendone.h"
#include "ui/compare/picturefiles.h"
#include "ui/widgets/stylepainting.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace lightwell {

namespace {

constexpr int sourceBound = 2048; ///< enough for a cell on a large screen, and bounded for eight of them

} // namespace

PictureView::PictureView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 90);
    m_settle.setSingleShot(true);
    m_settle.setInterval(60);
    connect(&m_settle, &QTimer::timeout, this, &PictureView::rescale);
}

void PictureView::clear()
{
    setPicture({});
}

void PictureView::setPicture(const Picture &picture)
{
    if (m_picture == picture) {
        return;
    }
    m_picture = picture;
    m_source = {};
    m_shown = {};
    m_unreadable = false;
    update();
    load();
}

void PictureView::load()
{
    const int round = ++m_round;
    if (isEmpty()) {
        return;
    }
    whenDone(picturefiles::load(m_picture, QSize(sourceBound, sourceBound)), this, [this, round](const QImage &image) {
        if (round == m_round) {
            m_source = image;
            m_unreadable = image.isNull();
            rescale();
        }
    });
}

void PictureView::rescale()
{
    if (m_source.isNull()) {
        update();
        return;
    }
    const int round = ++m_round;
    const qreal ratio = devicePixelRatioF();
    whenDone(picturefiles::scaled(m_source, size() * ratio), this, [this, round, ratio](const QImage &image) {
        if (round == m_round) {
            m_shown = image;
            m_shown.setDevicePixelRatio(ratio);
            update();
            Q_EMIT shown();
        }
    });
}

QRectF PictureView::target(QSize image) const
{
    const qreal ratio = devicePixelRatioF();
    const QSizeF size = QSizeF(image).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    const QSizeF natural = QSizeF(image) / ratio;
    // What was scaled for this very place is painted pixel for pixel; only small pictures grow, and not by much.
    const bool fits = std::abs(size.width() - natural.width()) * ratio < 2;
    const QSizeF shown = fits ? natural : size.width() > natural.width() * 1.5 ? natural * 1.5 : size;
    const auto onPixel = [ratio](double at) { return std::round(at * ratio) / ratio; };
    return {QPointF(onPixel((width() - shown.width()) / 2), onPixel((height() - shown.height()) / 2)), shown};
}

void PictureView::paintEvent(QPaintEvent *)
{
    if (!m_shown.isNull() && !qFuzzyCompare(m_shown.devicePixelRatio(), devicePixelRatioF())) {
        m_settle.start(); // the window went to another screen
    }
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // Round above, straight below, as the card it stands in.
    const double r = painting::cardRadius - 1;
    QPainterPath ground;
    ground.addRoundedRect(QRectF(0, 0, width(), height() + r), r, r);
    painter.setClipPath(ground);
    painter.fillRect(rect(), t.raised);
    if (!m_shown.isNull()) {
        painter.drawImage(target((m_shown.deviceIndependentSize() * m_shown.devicePixelRatio()).toSize()), m_shown);
    } else if (m_unreadable) {
        painter.setPen(t.muted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("This picture’s file cannot be read."));
    }
    painter.setClipping(false);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), r, t);
    }
}

void PictureView::resizeEvent(QResizeEvent *)
{
    if (!m_source.isNull()) {
        m_settle.start();
    }
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    m_dragging = false;
}

void PictureView::mouseMoveEvent(QMouseEvent *event)
{
    const bool far = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if ((event->buttons() & Qt::LeftButton) && far && !m_shown.isNull() && !m_dragging) {
        m_dragging = true; // once a press: the drag begins a little later
        Q_EMIT dragWanted(m_source);
    }
}

void PictureView::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT activated();
}

void PictureView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center())
                                                                     : event->globalPos());
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activated();
        return;
    case Qt::Key_Space:
        Q_EMIT menuWanted(mapToGlobal(rect().center()));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace lightwell
