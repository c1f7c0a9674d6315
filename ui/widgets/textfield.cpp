// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textfield.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QVBoxLayout>

namespace lightwell {

TextField::TextField(int lines, int maxLines, QWidget *parent)
    : Card(Ground::Field, parent)
    , m_lines(lines)
    , m_maxLines(maxLines)
    , m_edit(new QPlainTextEdit(this))
{
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_edit->document()->setDocumentMargin(2);
    m_edit->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 8, 8);
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &TextField::fit);
    fit();
}

void TextField::fit()
{
    // A plain text layout counts its height in lines.
    const int wanted = static_cast<int>(m_edit->document()->size().height());
    const int lines = std::clamp(wanted, m_lines, m_maxLines);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * lines + 6);
}

bool TextField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        setFocusBorder(event->type() == QEvent::FocusIn);
    }
    return Card::eventFilter(watched, event);
}

} // namespace lightwell
