// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/noterow.h"

#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

NoteRow::NoteRow(const QString &objectName, const QString &action, Meaning meaning, QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(TextLabel::Voice::Small))
    , m_action(new Button(Button::Kind::Link, action))
{
    setObjectName(objectName);
    m_text->setObjectName(objectName + u".text"_s);
    m_text->setWordWrap(true);
    named(m_action, objectName + u".action"_s, action.isEmpty() ? tr("What to do") : texts::withoutMnemonic(action));
    m_action->setVisible(!action.isEmpty());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(new Sign(meaning), 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, &NoteRow::acted);
    hide();
}

void NoteRow::say(const QString &text, const QString &details)
{
    m_text->setText(text);
    setTip(this, details);
    setVisible(!text.isEmpty());
}

} // namespace lightwell
