// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sign.h"

#include "ui/widgets/stylepainting.h"

#include <QEvent>
#include <QPainter>

#include <iterator>

namespace lightwell {

namespace {

/// A shape for each meaning, since not everybody tells the colours apart: a ring, a disc, a diamond, a square.
void paintDot(QPainter &painter, Meaning meaning, const QColor &color)
{
    const QRectF place(0, 4, 8, 8);
    if (meaning == Meaning::Warning) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const QPointF middle = place.center();
        const QPointF corners[] = {{middle.x(), place.top()},
                                   {place.right(), middle.y()},
                                   {middle.x(), place.bottom()},
                                   {place.left(), middle.y()}};
        painter.drawConvexPolygon(corners, std::size(corners));
        return;
    }
    const double radius = meaning == Meaning::Bad ? 1 : place.width() / 2;
    painting::roundedBox(&painter, place, radius, meaning == Meaning::Neutral ? QColor(Qt::transparent) : color, color,
                         1.5);
}

} // namespace

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
    const int side = iconSide(fontMetrics());
    return m_shape == Shape::Dot ? QSize(8, 16) : QSize(side, side);
}

void Sign::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        setFixedSize(sizeHint());
    }
    QWidget::changeEvent(event);
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
        paintDot(painter, m_meaning, color);
    } else {
        painter.drawPixmap(0, 0, iconPixmap(m_icon.value_or(icon), color, width(), devicePixelRatioF()));
    }
}

} // namespace lightwell
