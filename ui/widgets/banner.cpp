// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

Banner::Banner(Meaning meaning, const QString &objectName, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_sign(new Sign(meaning))
    , m_text(new TextLabel(TextLabel::Voice::Body))
    , m_action(new Button(Button::Kind::Link))
    , m_close(new Button(Button::Kind::Quiet))
{
    setObjectName(objectName);
    setRadius(10);
    m_text->setWordWrap(true);
    m_text->setObjectName(objectName + u".text"_s);
    m_close->setIcon(themedIcon(Icon::Close, QPalette::PlaceholderText));
    named(m_close, objectName + u".dismiss"_s, tr("Dismiss this message"));
    m_close->setToolTip(tr("Dismiss"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    named(m_action, objectName + u".action"_s, tr("What to do"));
    m_action->hide();
    m_close->hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QPushButton::clicked, this, &Banner::dismissed);
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setMeaning(Meaning meaning)
{
    m_sign->setMeaning(meaning);
}

void Banner::setAction(const QString &text)
{
    if (!text.isEmpty()) {
        m_action->setAccessibleName(texts::withoutMnemonic(text));
    }
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

} // namespace lightwell
