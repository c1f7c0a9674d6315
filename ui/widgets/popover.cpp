// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/popover.h"

#include "ui/widgets/stylepainting.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace lightwell {

namespace {

constexpr int gap = 4; ///< between the anchor and the card
constexpr int edge = 8; ///< between the card and the window's border

QRect roomIn(const QWidget *window)
{
    return window->rect().adjusted(edge, edge, -edge, -edge);
}

} // namespace

Popover::Popover(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::ClickFocus);
    hide();
}

void Popover::openAt(QWidget *anchor, QSize wanted)
{
    m_anchor = anchor;
    m_wanted = wanted;
    if (parentWidget() != anchor->window()) {
        setParent(anchor->window());
    }
    place();
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

void Popover::resizeTo(QSize wanted)
{
    const QRect room = roomIn(parentWidget());
    const QRect before = geometry().adjusted(shadow, shadow, -shadow, -shadow);
    m_wanted = wanted;
    QRect card(before.topLeft(), wanted.boundedTo(room.size()));
    if (m_above) {
        card.moveBottom(before.bottom());
    }
    card.moveTop(std::clamp(card.top(), room.top(), room.bottom() + 1 - card.height()));
    setGeometry(card.adjusted(-shadow, -shadow, shadow, shadow));
}

int Popover::roomBeside(const QWidget *anchor)
{
    const QRect room = roomIn(anchor->window());
    const int top = anchor->mapTo(anchor->window(), QPoint(0, 0)).y();
    return std::max(room.bottom() + 1 - (top + anchor->height() + gap), top - gap - room.top());
}

void Popover::place()
{
    const QWidget *window = parentWidget();
    const QRect room = roomIn(window);
    const QRect anchor(m_anchor->mapTo(window, QPoint(0, 0)), m_anchor->size());
    const QSize size = m_wanted.boundedTo(room.size());
    int y = anchor.bottom() + 1 + gap;
    m_above = y + size.height() > room.bottom() + 1 && anchor.top() - gap - size.height() >= room.top();
    if (m_above) {
        y = anchor.top() - gap - size.height();
    }
    const int x = std::clamp(anchor.left(), room.left(), room.right() + 1 - size.width());
    y = std::clamp(y, room.top(), room.bottom() + 1 - size.height());
    setGeometry(QRect(QPoint(x, y), size).adjusted(-shadow, -shadow, shadow, shadow));
}

bool Popover::isInside(const QObject *object) const
{
    // Menus of the fields inside are windows of their own, but children all the same.
    for (; object; object = object->parent()) {
        if (object == this) {
            return true;
        }
    }
    return false;
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    if (isHidden() || !watched->isWidgetType()) {
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::MouseButtonPress && !isInside(watched)) {
        const bool again = m_anchor && watched == m_anchor;
        close();
        return again; // the click that closes must not open it anew
    }
    if (event->type() == QEvent::Resize && watched == parentWidget()) {
        m_anchor ? place() : static_cast<void>(close());
    }
    const bool anchorGone = !m_anchor || (event->type() == QEvent::Hide && watched == m_anchor->parentWidget());
    if (anchorGone) {
        close();
    }
    return QWidget::eventFilter(watched, event);
}

void Popover::closeEvent(QCloseEvent *event)
{
    qApp->removeEventFilter(this);
    const QWidget *focus = QApplication::focusWidget();
    if (m_anchor && m_anchor->isVisible() && (!focus || isInside(focus))) {
        m_anchor->setFocus(Qt::PopupFocusReason);
    }
    QWidget::closeEvent(event);
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Popover::mousePressEvent(QMouseEvent *event)
{
    // The shadow is not part of the card.
    if (!rect().adjusted(shadow, shadow, -shadow, -shadow).contains(event->pos())) {
        close();
    }
}

/// Tab goes around inside.
bool Popover::focusNextPrevChild(bool next)
{
    QWidget *from = focusWidget() ? focusWidget() : this;
    for (QWidget *to = next ? from->nextInFocusChain() : from->previousInFocusChain(); to != from;
         to = next ? to->nextInFocusChain() : to->previousInFocusChain()) {
        if (to != this && isAncestorOf(to) && to->isVisible() && to->isEnabled()
            && (to->focusPolicy() & Qt::TabFocus)) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return true;
}

void Popover::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    const QColor shade(0, 0, 0, t.dark ? 20 : 7);
    for (int step = 1; step < shadow - 2; step += 2) {
        const QRectF around = card.adjusted(-step, -step + 3, step, step + 2);
        painting::roundedBox(&painter, around, painting::cardRadius + step, shade);
    }
    painting::roundedBox(&painter, card, painting::cardRadius, t.surface, t.line);
}

} // namespace lightwell
