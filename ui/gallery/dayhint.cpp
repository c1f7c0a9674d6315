// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/dayhint.h"

#include "ui/widgets/stylepainting.h"

#include <QPainter>

namespace lightwell {

DayHint::DayHint(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    setFont(strong);
    hide();
}

void DayHint::showDay(const QString &day, QPoint rightMiddle)
{
    m_day = day;
    const QSize size(fontMetrics().horizontalAdvance(day) + 24, fontMetrics().height() + 12);
    const int top = std::clamp(rightMiddle.y() - size.height() / 2, 4, parentWidget()->height() - size.height() - 4);
    setGeometry(QRect(QPoint(rightMiddle.x() - size.width(), top), size));
    show();
    raise();
    update();
}

void DayHint::paintEvent(QPaintEvent *)
{
    const Tokens tokens = tokensOf(palette());
    QPainter painter(this);
    painting::roundedBox(&painter, QRectF(rect()), painting::controlRadius, tokens.surface, tokens.line);
    painter.setPen(tokens.text);
    painter.drawText(rect(), Qt::AlignCenter, m_day);
}

} // namespace lightwell
