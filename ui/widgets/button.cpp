// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QStyle>

namespace lightwell {

Button::Button(Kind kind, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setAutoDefault(false);
    fitIcon();
    if (kind == Kind::Link || kind == Kind::Quiet) {
        setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
}

void Button::fitIcon()
{
    const bool isOwn = m_iconSide > 0 && iconSize().width() != m_iconSide;
    m_iconSide = iconSide(fontMetrics());
    if (!isOwn) {
        setIconSize(QSize(m_iconSide, m_iconSide));
    }
}

void Button::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        fitIcon();
    }
    QPushButton::changeEvent(event);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setDanger(bool danger)
{
    m_danger = danger;
    update();
}

void Button::setOnRaised(bool onRaised)
{
    m_onRaised = onRaised;
    update();
}

void Button::setHint(const QString &hint)
{
    m_hint = hint;
    updateGeometry();
    update();
}

QSize Button::sizeHint() const
{
    QSize size = QPushButton::sizeHint();
    if (!m_hint.isEmpty()) {
        size.rwidth() += fontMetrics().horizontalAdvance(m_hint) + 10;
    }
    return size;
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

void Button::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !(event->modifiers() & ~Qt::KeypadModifier);
    if (event->isAutoRepeat() && (isEnter || event->key() == Qt::Key_Space)) {
        Q_EMIT held();
        return;
    }
    if (isEnter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

} // namespace lightwell
