// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/limitbar.h"

#include "ui/budgets/chartparts.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace lightwell {

namespace {

constexpr int groove = 6;
constexpr int withTick = 8; ///< the groove under a tick is a little higher
constexpr int tick = 16;

} // namespace

LimitBar::LimitBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LimitBar::setShares(const Shares &shares)
{
    if (!(m_shares == shares)) {
        m_shares = shares;
        updateGeometry();
        update();
    }
}

void LimitBar::setCaption(const QString &caption)
{
    m_caption = caption;
    updateGeometry();
    update();
}

QSize LimitBar::sizeHint() const
{
    const int bar = m_shares.forecast ? tick : groove;
    return {160, m_caption.isEmpty() ? bar : bar + 5 + QFontMetrics(smallFont(font())).height()};
}

double LimitBar::place(double share) const
{
    return std::clamp(share, 0.0, 1.0) * width();
}

void LimitBar::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const int high = m_shares.forecast ? withTick : groove;
    const int top = m_shares.forecast ? (tick - withTick) / 2 : 0;
    const QRectF all(0, top, width(), high);
    painting::roundedBox(&painter, all, high / 2.0, t.line);
    QPainterPath shape;
    shape.addRoundedRect(all, high / 2.0, high / 2.0);
    painter.save();
    painter.setClipPath(shape);
    const QColor ink = m_shares.isStopped ? t.bad : t.accent;
    const double spent = place(m_shares.spent);
    const double kept = std::max(place(m_shares.spent + m_shares.kept) - spent, m_shares.kept > 0 ? 2.0 : 0.0);
    chartparts::paintHatch(&painter, QRectF(spent, top, kept, high), ink, t.surface);
    if (spent > 0) {
        painting::roundedBox(&painter, QRectF(0, top, std::max(spent, 2.0), high), kept > 0 ? 0 : high / 2.0, ink);
    }
    painter.restore();
    if (!m_shares.forecast) {
        return;
    }
    const bool isPast = *m_shares.forecast > 1;
    const double at = std::clamp(place(*m_shares.forecast), 1.0, width() - 1.0);
    painting::roundedBox(&painter, QRectF(at - 1, 0, 2, tick), 1, isPast ? t.bad : t.text);
    if (!m_caption.isEmpty()) {
        painter.resetTransform();
        const bool fromRight = layoutDirection() == Qt::RightToLeft;
        painter.setFont(smallFont(font()));
        painter.setPen(isPast ? t.bad : t.muted);
        const int wide = painter.fontMetrics().horizontalAdvance(m_caption) + 2;
        const int middle = static_cast<int>(fromRight ? width() - at : at);
        const int left = std::clamp(middle - wide / 2, 0, std::max(0, width() - wide));
        painter.drawText(QRect(left, tick + 4, std::min(wide, width()), painter.fontMetrics().height() + 1),
                         Qt::AlignCenter, m_caption);
    }
}

} // namespace lightwell
