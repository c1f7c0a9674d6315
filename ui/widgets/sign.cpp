// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sign.h"

#include "ui/widgets/stylepainting.h"

#include <QPainter>

namespace lightwell {

Sign::Sign(Meaning meaning, Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_meaning(meaning)
    , m_shape(shape)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFixedSize(sizeHint());
}

void Sign::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    update();
}

void Sign::setIcon(Icon icon)
{
    m_icon = icon;
    update();
}

QSize Sign::sizeHint() const
{
    return m_shape == Shape::Dot ? QSize(8, 16) : QSize(16, 16);
}

void Sign::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    QColor color = t.muted;
    Icon icon = Icon::Info;
    switch (m_meaning) {
    case Meaning::Neutral:
        break;
    case Meaning::Ok:
        color = t.ok;
        icon = Icon::Check;
        break;
    case Meaning::Info:
        color = t.info;
        break;
    case Meaning::Warning:
        color = t.warn;
        icon = Icon::Warning;
        break;
    case Meaning::Bad:
        color = t.bad;
        icon = Icon::Error;
        break;
    }
    if (m_shape == Shape::Dot) {
        painting::roundedBox(&painter, QRectF(0, 4, 8, 8), 4,
                             m_meaning == Meaning::Neutral ? QColor(Qt::transparent) : color, color, 1.5);
    } else {
        painter.drawPixmap(0, 0, iconPixmap(m_icon.value_or(icon), color, 16, devicePixelRatioF()));
    }
}

} // namespace lightwell
