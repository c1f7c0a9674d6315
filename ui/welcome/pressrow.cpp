// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/pressrow.h"

#include "ui/widgets/names.h"
#include "ui/widgets/stylepainting.h"

#include <QKeyEvent>
#include <QPainter>

namespace lightwell {

namespace {

constexpr double inside = 4; ///< of what is around it

} // namespace

PressRow::PressRow(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QAbstractButton(parent)
{
    named(this, objectName, accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // its words wrap, as no button's do
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

QSize PressRow::sizeHint() const
{
    return QWidget::sizeHint(); // that of the layout
}

void PressRow::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & ~Qt::KeypadModifier)) {
        if (!event->isAutoRepeat()) {
            click();
        }
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void PressRow::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    const QRectF area = QRectF(rect()).adjusted(inside, inside, -inside, -inside);
    if (underMouse() || isDown()) {
        painting::roundedBox(&painter, area, painting::controlRadius, t.raised);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, area, painting::controlRadius, t);
    }
}

} // namespace lightwell
