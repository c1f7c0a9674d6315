// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/tilepainter.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepainting.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TilePainter)
};

constexpr int corner = 4; ///< radius
constexpr int ring = 2; ///< width of the line around a chosen one, which stands apart from it by 1
constexpr int markSide = 22;
constexpr int markIcon = 14;

} // namespace

TilePainter::TilePainter(QPainter &painter, const Tokens &tokens, const QFont &font, qreal devicePixelRatio)
    : m_painter(painter)
    , m_tokens(tokens)
    , m_font(font)
    , m_ratio(devicePixelRatio)
    , m_corners(QSize(2 * corner, 2 * corner) * devicePixelRatio)
{
    m_corners.setDevicePixelRatio(devicePixelRatio);
    m_corners.fill(Qt::transparent);
    QPainter cover(&m_corners);
    cover.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addRect(0, 0, 2 * corner, 2 * corner);
    path.addEllipse(QRectF(0, 0, 2 * corner, 2 * corner));
    cover.fillPath(path, tokens.bg);
}

QSize TilePainter::pixelsOf(const QRect &rect, qreal devicePixelRatio)
{
    return {static_cast<int>(std::lround(rect.width() * devicePixelRatio)),
            static_cast<int>(std::lround(rect.height() * devicePixelRatio))};
}

void TilePainter::paint(const QRect &rect, const LibraryRow &row, const TileImages::Tile *tile, const State &state)
{
    paintImage(rect, row, tile);
    paintCorners(rect);
    if (row.isHidden) { // shown among others only where that is wished
        QColor veil = m_tokens.bg;
        veil.setAlphaF(0.55F);
        m_painter.fillRect(rect, veil);
    }
    if (state.isChosen) {
        painting::roundedBox(&m_painter, QRectF(rect).adjusted(-3, -3, 3, 3), corner + 3, Qt::transparent,
                             m_tokens.accent, ring);
    }
    if (state.hasKeyboard) {
        const double out = state.isChosen ? 4 : 3;
        painting::roundedBox(&m_painter, QRectF(rect).adjusted(-out, -out, out, out), corner + out, Qt::transparent,
                             m_tokens.text, state.isChosen ? 1 : ring);
    }
    paintMarks(rect, row);
    paintCheck(rect, state);
    if (tile && !tile->isFileThere) {
        paintWords(rect, tile->image.isNull() ? Text::tr("cannot be read") : Text::tr("file is gone"));
    }
}

void TilePainter::paintImage(const QRect &rect, const LibraryRow &row, const TileImages::Tile *tile)
{
    const bool isThere = tile && !tile->image.isNull();
    if (!isThere || tile->image.hasAlphaChannel()) {
        m_painter.fillRect(rect, isThere || row.colour == 0 ? m_tokens.raised : QColor::fromRgb(row.colour));
    }
    if (!isThere) {
        return;
    }
    // What was scaled for this very place is painted pixel for pixel.
    const QSize pixels = pixelsOf(rect, m_ratio);
    if (tile->pixels != pixels) {
        m_painter.drawImage(rect, tile->image);
        return;
    }
    const QSizeF rest = pixels - tile->image.size();
    painting::picture(&m_painter,
                      QRectF(QPointF(rect.topLeft()) + QPointF(rest.width(), rest.height()) / 2 / m_ratio,
                             QSizeF(tile->image.size()) / m_ratio),
                      tile->image);
}

void TilePainter::paintCorners(const QRect &rect)
{
    const int own = static_cast<int>(std::lround(corner * m_ratio)); // of the pixmap, in its pixels
    const QPointF places[] = {QPointF(rect.left(), rect.top()), QPointF(rect.right() + 1 - corner, rect.top()),
                              QPointF(rect.left(), rect.bottom() + 1 - corner),
                              QPointF(rect.right() + 1 - corner, rect.bottom() + 1 - corner)};
    for (int i = 0; i < 4; ++i) {
        const QRectF part((i % 2) * own, (i / 2) * own, own, own);
        m_painter.drawPixmap(QRectF(places[i], QSizeF(corner, corner)), m_corners, part);
    }
}

/// On a ground of their own, so that they can be told on any picture.
void TilePainter::paintMarks(const QRect &rect, const LibraryRow &row)
{
    QList<std::pair<Icon, QColor>> marks;
    if (row.hasRelatives) {
        marks.append({Icon::Branch, m_tokens.text});
    }
    if (row.isHidden) {
        marks.append({Icon::EyeOff, m_tokens.text});
    }
    if (row.isStarred) {
        marks.append({Icon::StarOn, m_tokens.accent});
    }
    const int width = static_cast<int>(marks.size()) * (markIcon + 4) + 4;
    if (marks.isEmpty() || width + 8 > rect.width()) {
        return;
    }
    const QRect box(rect.right() + 1 - width - 4, rect.bottom() + 1 - markSide - 4, width, markSide);
    painting::roundedBox(&m_painter, QRectF(box), painting::innerRadius, m_tokens.surface, m_tokens.line);
    int left = box.left() + 4;
    for (const auto &[icon, colour] : std::as_const(marks)) {
        m_painter.drawPixmap(left, box.top() + (markSide - markIcon) / 2, iconPixmap(icon, colour, markIcon, m_ratio));
        left += markIcon + 4;
    }
}

void TilePainter::paintCheck(const QRect &rect, const State &state)
{
    if (!state.isChosen && !state.isPointedAt) {
        return;
    }
    const QRect box(rect.left() + checkMargin, rect.top() + checkMargin, checkSide, checkSide);
    if (box.right() > rect.right()) {
        return;
    }
    painting::roundedBox(&m_painter, QRectF(box), painting::innerRadius,
                         state.isChosen ? m_tokens.accent : m_tokens.surface,
                         state.isChosen ? QColor() : m_tokens.muted);
    if (state.isChosen) {
        m_painter.drawPixmap(box.left() + (checkSide - markIcon) / 2, box.top() + (checkSide - markIcon) / 2,
                             iconPixmap(Icon::Check, m_tokens.onAccent, markIcon, m_ratio));
    }
}

void TilePainter::paintWords(const QRect &rect, const QString &words)
{
    QFont small = m_font;
    small.setPointSizeF(small.pointSizeF() * 0.92);
    const QFontMetrics metrics(small);
    const QString shown = metrics.elidedText(words, Qt::ElideRight, rect.width() - 20);
    const int width = metrics.horizontalAdvance(shown) + 12;
    const QRect box(rect.left() + 4, rect.bottom() + 1 - metrics.height() - 8, width, metrics.height() + 4);
    painting::roundedBox(&m_painter, QRectF(box), painting::innerRadius, m_tokens.surface, m_tokens.line);
    m_painter.setFont(small);
    m_painter.setPen(m_tokens.warn);
    m_painter.drawText(box, Qt::AlignCenter, shown);
}

} // namespace lightwell
