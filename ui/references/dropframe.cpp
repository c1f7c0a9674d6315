// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/dropframe.h"

#include "ui/widgets/stylepainting.h"

#include <QEvent>
#include <QPainter>

namespace lightwell {

DropFrame::DropFrame(QWidget *over, const QString &text)
    : QWidget(over)
    , m_text(text)
{
    setObjectName(QStringLiteral("dropFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    over->installEventFilter(this);
    hide();
}

bool DropFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void DropFrame::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = t.bg;
    veil.setAlphaF(0.9F);
    painter.fillRect(rect(), veil);
    painting::roundedBox(&painter, QRectF(rect()).adjusted(8, 8, -8, -8), painting::cardRadius, t.selected, t.accent,
                         2);
    painter.setPen(t.text);
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

} // namespace lightwell
