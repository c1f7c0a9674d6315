// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/stylepainting.h"

#include <QPainter>

namespace lightwell {

Card::Card(Ground ground, QWidget *parent)
    : QFrame(parent)
    , m_ground(ground)
{
    if (ground == Ground::Field) {
        m_radius = painting::controlRadius;
    }
}

void Card::setRadius(double radius)
{
    m_radius = radius;
    update();
}

void Card::setFocusBorder(bool focused)
{
    m_focused = focused;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    const double radius = m_radius < 0 ? height() / 2.0 : m_radius;
    painting::roundedBox(&painter, QRectF(rect()), radius, m_ground == Ground::Raised ? t.raised : t.surface,
                         m_focused ? t.accent : t.line, m_focused ? 1.5 : 1);
}

} // namespace lightwell
