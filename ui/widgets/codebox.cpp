// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codebox.h"

#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>

namespace lightwell {

using namespace Qt::StringLiterals;

CodeBox::CodeBox(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : Card(Ground::Raised, parent)
    , m_text(named(new QPlainTextEdit, objectName, accessibleName))
{
    setRadius(8);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *copy = named(new Button(Button::Kind::Quiet), objectName + u".copy"_s, tr("Copy: %1").arg(accessibleName));
    copy->setIcon(themedIcon(Icon::Copy));
    setTip(copy, tr("Copy"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 8, 8, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        Q_EMIT copied();
    });
}

void CodeBox::setCode(const QString &code)
{
    m_text->setPlainText(code);
    const int lines = static_cast<int>(code.count(u'\n')) + 1;
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + 14);
}

} // namespace lightwell
