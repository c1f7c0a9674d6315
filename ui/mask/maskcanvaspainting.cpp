// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the canvas looks.
#include "ui/mask/maskcanvas.h"
#include "ui/mask/maskoverlay.h"
#include "ui/texts.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>
#include <QPaintEvent>

#include <cmath>

namespace lightwell {

namespace {

constexpr double sharpFrom = 4; ///< points a pixel, from which on pixels are drawn as such
constexpr double cross = 7; ///< points: half of the one in the brush's middle

/// A word on any picture.
void label(QPainter &painter, const QPointF &middle, const QString &text, const Tokens &tokens)
{
    const QRectF words = painter.fontMetrics().boundingRect(text);
    QRectF box(0, 0, words.width() + 12, words.height() + 4);
    box.moveCenter(middle);
    painting::roundedBox(&painter, box, 5, tokens.surface, tokens.line);
    painter.setPen(tokens.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace

void MaskCanvas::setNote(const QString &note)
{
    if (note != m_note) {
        m_note = note;
        update();
    }
}

void MaskCanvas::updateMask(const QRect &picture)
{
    if (isBusy()) {
        update(); // what waits is drawn, too
    } else if (!picture.isEmpty()) {
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

void MaskCanvas::paintPicture(QPainter &painter, const QRect &dirty)
{
    const double pixels = m_view.scale * devicePixelRatioF();
    qsizetype level = 0;
    while (level + 1 < m_levels.size() && pixels * std::pow(2, level + 1) <= 1) {
        ++level;
    }
    const QImage &image = m_levels.at(level);
    const QSize whole = document().picture();
    const QRectF wished = QRectF(m_view.toPicture(dirty.topLeft()), QSizeF(dirty.size()) / m_view.scale);
    // Whole pixels, and one around them, so that parts that are painted alone meet without a seam.
    const QRectF shown = QRectF(wished.toAlignedRect().adjusted(-4, -4, 4, 4).intersected(QRect(QPoint(), whole)));
    if (shown.isEmpty()) {
        return;
    }
    const double across = double(image.width()) / whole.width();
    const double down = double(image.height()) / whole.height();
    const QRectF source(shown.x() * across, shown.y() * down, shown.width() * across, shown.height() * down);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_view.scale < sharpFrom);
    painter.drawImage(m_view.toWidget(shown), image, source);
}

void MaskCanvas::paintOverlay(QPainter &painter, const QRect &dirty)
{
    const QRect own =
        m_view.toWidget(QRectF(QPointF(), QSizeF(document().picture()))).toAlignedRect().intersected(dirty);
    if (own.isEmpty()) {
        return;
    }
    const double ratio = devicePixelRatioF();
    const QPoint corner(int(std::floor(own.x() * ratio)), int(std::floor(own.y() * ratio)));
    const QSize pixels(int(std::ceil(own.width() * ratio)), int(std::ceil(own.height() * ratio)));
    const int beyond = overlayBeyond(ratio);
    const QPointF first = (QPointF(corner) - QPointF(beyond, beyond) + QPointF(0.5, 0.5)) / ratio;
    const QSize sampled = pixels + QSize(2 * beyond, 2 * beyond);
    QImage overlay = maskOverlay(document().sampled(m_view.toPicture(first), 1 / (ratio * m_view.scale), sampled),
                                 corner, m_look, tokensOf(palette()), ratio);
    overlay.setDevicePixelRatio(ratio);
    painter.save();
    painter.setClipRect(m_view.toWidget(QRectF(QPointF(), QSizeF(document().picture()))));
    painter.drawImage(QPointF(corner) / ratio, overlay);
    painter.restore();
}

void MaskCanvas::paintGrowth(QPainter &painter)
{
    const Tokens t = tokensOf(palette());
    const QRectF canvas = canvasOnWidget();
    painter.fillRect(canvas, t.surface);
    painter.fillRect(canvas, QBrush(hatch(mixed(t.muted, t.surface, 0.45), devicePixelRatioF())));
}

void MaskCanvas::paintHandles(QPainter &painter)
{
    const Tokens t = tokensOf(palette());
    const QRectF canvas = canvasOnWidget();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(canvas);
    for (const Qt::Edges edges : growthhandles::all()) {
        QRectF box(0, 0, growthhandles::side, growthhandles::side);
        box.moveCenter(growthhandles::place(canvas, edges));
        painting::roundedBox(&painter, box, 2, t.surface, t.accent);
    }
    const QMargins growth = document().growth();
    if (growth.isNull()) {
        if (m_tool == Tool::Canvas) {
            paintNote(painter, canvas.left());
        }
        return;
    }
    const QRectF own = m_view.toWidget(QRectF(QPointF(), QSizeF(document().picture())));
    const auto say = [&](int by, const QRectF &room, const QString &text) {
        const QSizeF words = painter.fontMetrics().boundingRect(text).size() + QSizeF(16, 8);
        if (by > 0 && room.width() > words.width() && room.height() > words.height()) {
            label(painter, room.center(), text, t);
        }
    };
    say(growth.left(), QRectF(canvas.topLeft(), QPointF(own.left(), own.bottom())), tr("+%1 left").arg(growth.left()));
    say(growth.right(), QRectF(QPointF(own.right(), own.top()), canvas.bottomRight()),
        tr("+%1 right").arg(growth.right()));
    say(growth.top(), QRectF(QPointF(own.left(), canvas.top()), own.topRight()), tr("+%1 above").arg(growth.top()));
    say(growth.bottom(), QRectF(own.bottomLeft(), QPointF(own.right(), canvas.bottom())),
        tr("+%1 below").arg(growth.bottom()));
    const QString size =
        tr("%1, was %2").arg(texts::size(document().canvas().size()), texts::size(document().picture()));
    const QRectF words = painter.fontMetrics().boundingRect(size);
    label(painter, canvas.topLeft() + QPointF(words.width() / 2 + 6, -words.height() / 2 - 10), size, t);
    paintNote(painter, canvas.left() + words.width() + 12);
}

/// Behind the size, from `left` on, at the right end of the canvas.
void MaskCanvas::paintNote(QPainter &painter, double left)
{
    constexpr double least = 90;
    constexpr double beside = 14; ///< the label's own edges
    const QRectF canvas = canvasOnWidget();
    const double room = canvas.right() - left - 2 * beside;
    if (m_note.isEmpty() || room < least) {
        return;
    }
    const QString note = painter.fontMetrics().elidedText(m_note, Qt::ElideRight, static_cast<int>(room));
    const QRectF words = painter.fontMetrics().boundingRect(note);
    label(painter, canvas.topRight() + QPointF(-words.width() / 2 - 6, -words.height() / 2 - 10), note,
          tokensOf(palette()));
}

/// Strokes that wait for what takes its time are seen at once, flat.
void MaskCanvas::paintWaiting(QPainter &painter)
{
    const QList<MaskEdits::Stroke> waiting = m_edits ? m_edits->waiting() : QList<MaskEdits::Stroke>();
    const Tokens t = tokensOf(palette());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(m_view.origin);
    painter.scale(m_view.scale, m_view.scale);
    for (const MaskEdits::Stroke &stroke : waiting) {
        QColor colour = stroke.brush.mode == MaskDocument::Mode::Add ? colourOf(m_look.colour, t) : t.surface;
        colour.setAlphaF(static_cast<float>(tintOf(m_look.strength)));
        QPainterPath way(stroke.way.constFirst().at);
        way.lineTo(stroke.way.constFirst().at + QPointF(0.01, 0)); // a dot is a line, too
        for (const MaskEdits::Stroke::Place &place : stroke.way) {
            way.lineTo(place.at);
        }
        painter.strokePath(way, QPen(colour, stroke.brush.diameter, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.restore();
}

void MaskCanvas::paintTool(QPainter &painter)
{
    const Tokens t = tokensOf(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (const QPainterPath drawn = area(); !drawn.isEmpty()) {
        painter.save();
        painter.translate(m_view.origin);
        painter.scale(m_view.scale, m_view.scale);
        for (const auto &[colour, style] : {std::pair {t.surface, Qt::SolidLine}, {t.text, Qt::DashLine}}) {
            QPen pen(colour, 1.5, style);
            pen.setCosmetic(true);
            painter.setPen(pen);
            painter.drawPath(drawn);
        }
        painter.restore();
    }
    const bool isShown = m_pointer && m_doing != Doing::Pan && m_doing != Doing::Grow && !m_isSpaceHeld
        && !growthhandles::at(canvasOnWidget(), *m_pointer, m_tool == Tool::Canvas);
    if (!isShown) {
        return;
    }
    const bool isBrush = m_tool == Tool::Brush || m_tool == Tool::Eraser;
    const double radius = m_diameter * m_view.scale / 2;
    for (const auto &[colour, by] : {std::pair {t.surface, 1.0}, {t.text, 0.0}}) { // seen on any picture
        painter.setPen(QPen(colour, 1.2));
        if (isBrush && radius > 1) {
            painter.drawEllipse(*m_pointer, radius + by, radius + by);
        }
        if (m_isByKeys || (isBrush && radius < cross)) {
            painter.drawLine(*m_pointer + QPointF(-cross, by), *m_pointer + QPointF(cross, by));
            painter.drawLine(*m_pointer + QPointF(by, -cross), *m_pointer + QPointF(by, cross));
        }
    }
}

void MaskCanvas::paintEvent(QPaintEvent *event)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painting::roundedBox(&painter, rect(), painting::cardRadius, t.raised, t.line);
    if (!m_levels.isEmpty()) {
        QPainterPath round;
        round.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), painting::cardRadius - 1, painting::cardRadius - 1);
        painter.setClipPath(round);
        painter.setRenderHint(QPainter::Antialiasing, false);
        if (!document().growth().isNull()) {
            paintGrowth(painter);
        }
        paintPicture(painter, event->rect());
        if (m_isMaskShown) {
            paintOverlay(painter, event->rect());
            paintWaiting(painter);
        }
        paintHandles(painter);
        paintTool(painter);
        painter.setClipping(false);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()).adjusted(1, 1, -1, -1), painting::cardRadius, t);
    }
}

} // namespace lightwell
