// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressline.h"

#include "ui/widgets/stylepainting.h"

#include <QPainter>

#include <cmath>

namespace lightwell {

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
    , m_fraction(0.0)
{
    setFixedHeight(4);
    setAccessibleName(tr("Progress"));
    m_timer.setInterval(40);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_phase = (m_phase + 1) % 100;
        update();
    });
}

void ProgressLine::setFraction(std::optional<double> fraction)
{
    m_fraction = fraction ? std::optional(std::clamp(*fraction, 0.0, 1.0)) : std::nullopt;
    setAccessibleDescription(m_fraction ? tr("%1 %").arg(std::lround(*m_fraction * 100)) : tr("under way"));
    if (m_fraction) {
        m_timer.stop();
    } else if (isVisible() && !m_timer.isActive()) {
        m_timer.start();
    }
    update();
}

void ProgressLine::showEvent(QShowEvent *)
{
    if (!m_fraction) {
        m_timer.start();
    }
}

void ProgressLine::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    const QRectF groove(rect());
    painting::roundedBox(&painter, groove, 2, t.line);
    QRectF bar = groove;
    if (m_fraction) {
        bar.setWidth(groove.width() * *m_fraction);
        if (layoutDirection() == Qt::RightToLeft) {
            bar.moveRight(groove.right());
        }
    } else {
        const double share = 0.5 - 0.5 * std::cos(m_phase * 2 * 3.14159265 / 100);
        bar.setWidth(groove.width() * 0.3);
        bar.moveLeft(groove.left() + share * groove.width() * 0.7);
    }
    painting::roundedBox(&painter, bar, 2, t.accent);
}

} // namespace lightwell
