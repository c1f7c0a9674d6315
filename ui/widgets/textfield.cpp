// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textfield.h"

#include <QEvent>
#include <QVBoxLayout>

namespace lightwell {

TextField::TextField(int lines, QWidget *parent)
    : Card(Ground::Field, parent)
    , m_edit(new QPlainTextEdit(this))
{
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_edit->document()->setDocumentMargin(2);
    m_edit->setMinimumHeight(m_edit->fontMetrics().lineSpacing() * lines + 6);
    m_edit->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 4, 8);
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
}

bool TextField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        setFocusBorder(event->type() == QEvent::FocusIn);
    }
    return Card::eventFilter(watched, event);
}

} // namespace lightwell
