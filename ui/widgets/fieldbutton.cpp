// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldbutton.h"

#include <QEvent>
#include <QLineEdit>

namespace lightwell {

namespace {

constexpr int edge = 3; ///< to the frame of the field

} // namespace

FieldButton::FieldButton(Icon icon, QLineEdit *field)
    : Button(Kind::Quiet, {}, field)
    , m_field(field)
{
    showIcon(icon);
    QMargins text = field->textMargins();
    text.setRight(text.right() + sizeHint().width());
    field->setTextMargins(text);
    QWidget::setTabOrder(field, this);
    field->installEventFilter(this);
    place();
}

void FieldButton::showIcon(Icon icon)
{
    setIcon(themedIcon(icon, QPalette::PlaceholderText));
}

void FieldButton::place()
{
    const QSize size = sizeHint().boundedTo(m_field->size() - 2 * QSize(edge, edge));
    const int left = m_field->layoutDirection() == Qt::RightToLeft ? edge : m_field->width() - size.width() - edge;
    setGeometry(QRect(QPoint(left, (m_field->height() - size.height()) / 2), size));
}

bool FieldButton::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        place();
    }
    return Button::eventFilter(watched, event);
}

} // namespace lightwell
