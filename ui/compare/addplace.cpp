// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/addplace.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/stylepainting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace lightwell {

namespace {

constexpr int iconGap = 8;
constexpr int inset = 12;

} // namespace

AddPlace::AddPlace(const QString &objectName, QWidget *parent)
    : QAbstractButton(parent)
{
    named(this, objectName, tr("Add a model to this run"));
    setText(tr("Add a model to this run"));
    setAccessibleDescription(tr("same prompt, same seed, only it is asked"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

bool AddPlace::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return QAbstractButton::event(event);
}

void AddPlace::keyPressEvent(QKeyEvent *event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT moveWanted(-ahead, 0);
        break;
    case Qt::Key_Right:
        Q_EMIT moveWanted(ahead, 0);
        break;
    case Qt::Key_Up:
        Q_EMIT moveWanted(0, -1);
        break;
    case Qt::Key_Down:
        Q_EMIT moveWanted(0, 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat() && event->modifiers() == Qt::NoModifier) {
            click();
        } else {
            QAbstractButton::keyPressEvent(event);
        }
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void AddPlace::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen edge(underMouse() ? t.muted : t.line);
    edge.setStyle(Qt::CustomDashLine);
    edge.setDashPattern({4, 4});
    painter.setPen(edge);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), painting::cardRadius, painting::cardRadius);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), painting::cardRadius, t);
    }
    const int icon = iconSide(fontMetrics());
    const QFont small = smallFont(font());
    const int lines = fontMetrics().height() + 3 + QFontMetrics(small).height();
    const int top = (height() - lines) / 2;
    const int room = width() - 2 * inset;
    const QString words = fontMetrics().elidedText(text(), Qt::ElideRight, room - icon - iconGap);
    const int whole = icon + iconGap + fontMetrics().horizontalAdvance(words);
    const int left = (width() - whole) / 2;
    const auto at = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    painter.drawPixmap(at(QRect(left, top + (fontMetrics().height() - icon) / 2, icon, icon)),
                       iconPixmap(Icon::Plus, t.text, icon, devicePixelRatioF()));
    painter.setPen(t.text);
    painter.drawText(at(QRect(left + icon + iconGap, top, whole, fontMetrics().height())),
                     Qt::AlignVCenter | Qt::AlignLeft, words);
    painter.setFont(small);
    painter.setPen(t.muted);
    const QRect below(inset, top + fontMetrics().height() + 3, room, QFontMetrics(small).height());
    painter.drawText(below, Qt::AlignCenter,
                     QFontMetrics(small).elidedText(accessibleDescription(), Qt::ElideRight, room));
}

} // namespace lightwell
