// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/insidewindow.h"

#include <QEvent>
#include <QMenu>

namespace lightwell {

namespace {

constexpr int edge = 4; ///< between the menu and the window's border

int within(int start, int length, int from, int room)
{
    return length > room ? start : std::clamp(start, from, from + room - length);
}

} // namespace

void InsideWindow::watch(QWidget *widget)
{
    if (qobject_cast<QMenu *>(widget)) {
        widget->installEventFilter(this);
    }
}

bool InsideWindow::eventFilter(QObject *watched, QEvent *event)
{
    auto *menu = qobject_cast<QMenu *>(watched);
    const QWidget *owner = menu ? menu->parentWidget() : nullptr;
    // A further menu opens beside its own, which has its place already.
    if (event->type() == QEvent::Show && owner && !qobject_cast<const QMenu *>(owner)) {
        const QRect room = owner->window()->geometry().adjusted(edge, edge, -edge, -edge);
        menu->move(within(menu->x(), menu->width(), room.x(), room.width()),
                   within(menu->y(), menu->height(), room.y(), room.height()));
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lightwell
