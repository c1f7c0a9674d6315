// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the view: how it is painted.
#include "core/async/whendone.h"
#include "ui/export/splitview.h"
#include "ui/views/overlay.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>
#include <QtConcurrentRun>

namespace lightwell {

namespace {

constexpr double handle = 38; ///< wide and high

} // namespace

/// Until one of that size has come, as it is.
void SplitView::paintPicture(QPainter &painter, const QImage &image, const QRectF &at, Shrunk &shrunk)
{
    const QSize pixels = (at.size() * devicePixelRatioF()).toSize();
    if (pixels.width() >= image.width() || pixels.isEmpty()) {
        painter.drawImage(at, image);
    } else if (shrunk.of == image.cacheKey() && shrunk.image.size() == pixels) {
        painting::picture(&painter, at, shrunk.image);
    } else {
        painter.drawImage(at, image);
        shrink(image, pixels, shrunk);
    }
}

void SplitView::shrink(const QImage &image, QSize pixels, Shrunk &shrunk)
{
    if (shrunk.isMaking) {
        return; // painting anew begins the next one
    }
    shrunk.isMaking = true;
    const auto scaled = [image, pixels] {
        return image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    whenDone(QtConcurrent::run(scaled), this, [this, &shrunk, of = image.cacheKey()](const QImage &made) {
        shrunk = {made, of, false};
        update();
    });
}

void SplitView::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.raised);
    if (m_original.isNull()) {
        painter.setPen(t.muted);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_text);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_zoom == Zoom::Fit);
    const QRectF all = target();
    const double by = scale();
    painter.setClipRect(QRectF(0, 0, line(), height()));
    paintPicture(painter, m_original, all, m_shrunkOriginal);
    painter.setClipRect(QRectF(line(), 0, width() - line(), height()));
    if (!m_other.isNull()) {
        paintPicture(painter, m_other,
                     QRectF(all.topLeft() + QPointF(m_place.topLeft()) * by, QSizeF(m_place.size()) * by),
                     m_shrunkOther);
    }
    painter.setClipping(false);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLine(painter);
    paintMarks(painter);
    paintMap(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), painting::innerRadius, t);
    }
}

/// Both of its colours, so that it is seen on any picture.
void SplitView::paintLine(QPainter &painter) const
{
    const Tokens t = tokensOf(palette());
    painter.fillRect(QRectF(line() - 2, 0, 4, height()), t.text);
    painter.fillRect(QRectF(line() - 1, 0, 2, height()), t.surface);
    const QRectF circle(line() - handle / 2, (height() - handle) / 2, handle, handle);
    painter.setPen(QPen(t.text, 1));
    painter.setBrush(t.surface);
    painter.drawEllipse(circle);
    constexpr int icon = 16;
    painter.drawPixmap(circle.center() - QPointF(icon, icon) / 2,
                       iconPixmap(Icon::Split, t.text, icon, devicePixelRatioF()));
}

void SplitView::paintMap(QPainter &painter) const
{
    overlay::map(painter, this, place(), view(), [this, &painter](const QRectF &all) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(all, m_small);
    });
}

void SplitView::paintMarks(QPainter &painter) const
{
    const Tokens t = tokensOf(palette());
    painter.setFont(strongFont(smallFont(font())));
    const QFontMetrics letters(painter.font());
    const auto paint = [&](const QString &text, bool isRight) {
        if (text.isEmpty()) {
            return;
        }
        const QSizeF size(letters.horizontalAdvance(text) + 14, letters.height() + 6);
        const QRectF box(QPointF(isRight ? width() - 8 - size.width() : 8, 8), size);
        painting::roundedBox(&painter, box, painting::innerRadius, t.surface, t.line);
        painter.setPen(t.text);
        painter.drawText(box, Qt::AlignCenter, text);
    };
    paint(m_mark, false);
    paint(m_otherMark, true);
}

} // namespace lightwell
