// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollring.h"

#include "ui/widgets/stylepainting.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Lies over the area and takes nothing that is meant for it.
class Ring : public QWidget
{
public:
    explicit Ring(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(u"scrollRing"_s);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painting::focusRing(&painter, QRectF(rect()), painting::innerRadius, tokensOf(palette()));
    }
};

} // namespace

void ScrollRing::watch(QWidget *widget)
{
    if (qobject_cast<QScrollArea *>(widget)) {
        widget->installEventFilter(this);
    }
}

bool ScrollRing::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::FocusIn || type == QEvent::FocusOut || type == QEvent::Resize) {
        auto *area = qobject_cast<QScrollArea *>(watched);
        if (!area) { // it is going, and gives the keyboard up as the widget that is left of it
            return false;
        }
        auto *ring = area->findChild<QWidget *>(u"scrollRing"_s, Qt::FindDirectChildrenOnly);
        const bool isShown = type == QEvent::FocusIn ? area->window()->testAttribute(Qt::WA_KeyboardFocusChange)
                                                     : type == QEvent::Resize && ring && ring->isVisible();
        if (isShown && !ring) {
            ring = new Ring(area);
        }
        if (ring) {
            ring->setGeometry(area->rect());
            ring->setVisible(isShown);
            ring->raise();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lightwell
