// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/promptpanel.h"

#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

PromptPanel::PromptPanel(QWidget *parent)
    : QWidget(parent)
    , m_prompt(new TextField(5, 12))
    , m_letters(new TextLabel(TextLabel::Voice::Small))
    , m_toggle(new Button(Button::Kind::Pill, tr("Ne&gative prompt")))
    , m_negativeBox(new QWidget)
    , m_negative(new TextField(2, 6))
    , m_column(new QVBoxLayout(this))
    , m_pills(new QHBoxLayout)
{
    auto *label = new TextLabel(TextLabel::Voice::Section, tr("&Prompt"));
    label->setBuddy(m_prompt->edit());
    named(m_prompt->edit(), u"promptEdit"_s, tr("Prompt"));
    m_prompt->edit()->setPlaceholderText(tr("What should the pictures show?"));
    named(m_toggle, u"negativePromptToggle"_s, tr("Negative prompt"));
    m_toggle->setCheckable(true);
    setTip(m_toggle, tr("Say what should not be in the pictures. Not every model listens."));
    named(m_negative->edit(), u"negativePromptEdit"_s, tr("Negative prompt"));
    m_negative->edit()->setPlaceholderText(tr("What should not be in them?"));
    auto *negativeLayout = new QVBoxLayout(m_negativeBox);
    negativeLayout->setContentsMargins(0, 0, 0, 0);
    negativeLayout->addWidget(m_negative);
    m_negativeBox->hide();

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addStretch();
    head->addWidget(m_letters);
    m_letters->setObjectName(u"promptLetters"_s);
    m_column->addLayout(head);
    m_column->addWidget(m_prompt);
    m_pills->setSpacing(6);
    m_pills->addWidget(m_toggle);
    m_pills->addStretch();
    m_column->addLayout(m_pills);
    m_column->addWidget(m_negativeBox);
    connect(m_toggle, &QPushButton::toggled, this, [this](bool on) {
        m_negativeBox->setVisible(on);
        Q_EMIT edited();
    });
    connect(m_toggle, &QPushButton::clicked, this, [this](bool on) {
        if (on) {
            m_negative->edit()->setFocus();
        }
    });
    connect(m_prompt->edit(), &QPlainTextEdit::textChanged, this, &PromptPanel::edited);
    connect(m_negative->edit(), &QPlainTextEdit::textChanged, this, &PromptPanel::edited);
}

QString PromptPanel::prompt() const
{
    return m_prompt->edit()->toPlainText();
}

QString PromptPanel::negativePrompt() const
{
    return m_toggle->isChecked() ? m_negative->edit()->toPlainText() : QString();
}

void PromptPanel::set(const QString &prompt, const QString &negativePrompt)
{
    m_prompt->edit()->setPlainText(prompt);
    m_prompt->edit()->moveCursor(QTextCursor::End); // where somebody who goes on writing wants to be
    m_negative->edit()->setPlainText(negativePrompt);
    m_toggle->setChecked(!negativePrompt.isEmpty());
}

void PromptPanel::placeReferences(QWidget *list, QWidget *add)
{
    m_column->insertWidget(m_column->indexOf(m_pills), list);
    m_pills->insertWidget(0, add);
}

void PromptPanel::setTabAfter(QWidget *add)
{
    setTabOrder(add, m_toggle);
    setTabOrder(m_toggle, m_negative->edit());
}

QPlainTextEdit *PromptPanel::promptEdit() const
{
    return m_prompt->edit();
}

QPlainTextEdit *PromptPanel::negativeEdit() const
{
    return m_negative->edit();
}

void PromptPanel::setLetters(const QString &count, const QString &why)
{
    m_letters->setText(count);
    setTip(m_letters, why);
}

QWidget *PromptPanel::lastControl() const
{
    return m_negative->edit();
}

void PromptPanel::focusExcess(qint64 letters)
{
    QPlainTextEdit *edit = m_prompt->edit();
    edit->setFocus();
    QTextCursor marked = edit->textCursor();
    marked.movePosition(QTextCursor::End);
    marked.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor,
                        static_cast<int>(std::min<qint64>(letters, edit->document()->characterCount())));
    edit->setTextCursor(marked);
}

void PromptPanel::focusPrompt()
{
    m_prompt->edit()->setFocus();
    selectPrompt();
}

void PromptPanel::selectPrompt()
{
    m_prompt->edit()->selectAll();
}

} // namespace lightwell
