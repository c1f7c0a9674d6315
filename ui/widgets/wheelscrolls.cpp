// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wheelscrolls.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QSlider>

namespace lightwell {

namespace {

bool isInScrollArea(const QObject *object)
{
    for (const QObject *above = object->parent(); above; above = above->parent()) {
        if (qobject_cast<const QScrollArea *>(above)) {
            return true;
        }
    }
    return false;
}

} // namespace

void WheelScrolls::watch(QWidget *widget)
{
    if (qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
        || qobject_cast<QSlider *>(widget)) {
        widget->installEventFilter(this);
        if (widget->focusPolicy() == Qt::WheelFocus) {
            widget->setFocusPolicy(Qt::StrongFocus);
        }
    }
}

bool WheelScrolls::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && isInScrollArea(watched)) {
        event->ignore(); // goes on to the parent
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lightwell
