// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/thumbview.h"

#include "ui/gallery/tilepainter.h"

#include <QMouseEvent>
#include <QPainter>

namespace lightwell {

ThumbView::ThumbView(TileImages &images, QWidget *parent)
    : QWidget(parent)
    , m_images(images)
{
    connect(&m_images, &TileImages::arrived, this, [this](const QByteArray &id) {
        if (id == m_id) {
            update();
        }
    });
}

void ThumbView::setPicture(const QByteArray &id, QSize picture)
{
    m_id = id;
    m_picture = picture;
    update();
}

QRect ThumbView::place() const
{
    const QSize natural = m_picture.isEmpty() ? size() : m_picture;
    QSize shown = natural.scaled(size(), Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    if (shown.width() > natural.width()) {
        shown = natural;
    }
    return {QPoint((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown};
}

TileImages::Wanted ThumbView::wanted() const
{
    return {m_id, m_id.isEmpty() ? QSize() : TilePainter::pixelsOf(place(), devicePixelRatioF()), true};
}

bool ThumbView::isShown() const
{
    const TileImages::Tile *tile = m_images.find(m_id);
    return tile && !tile->image.isNull();
}

void ThumbView::paintEvent(QPaintEvent *)
{
    if (m_id.isEmpty()) {
        return;
    }
    const Tokens tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    TilePainter(painter, tokens, font(), devicePixelRatioF()).paint(place(), {}, m_images.find(m_id), {});
}

void ThumbView::resizeEvent(QResizeEvent *)
{
    Q_EMIT resized();
}

void ThumbView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        Q_EMIT activated();
    }
}

} // namespace lightwell
