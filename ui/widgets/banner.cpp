// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstLine = 25; ///< the height of the button that dismisses

void present(Button *button, const QString &text)
{
    if (!text.isEmpty()) {
        button->setAccessibleName(texts::withoutMnemonic(text));
    }
    button->setText(text);
    button->setVisible(!text.isEmpty());
}

} // namespace

Banner::Banner(Meaning meaning, const QString &objectName, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_sign(new Sign(meaning))
    , m_text(new TextLabel(TextLabel::Voice::Body))
    , m_action(new Button(Button::Kind::Link))
    , m_second(new Button(Button::Kind::Link))
    , m_close(new Button(Button::Kind::Quiet))
{
    setObjectName(objectName);
    setRadius(10);
    m_text->setWordWrap(true);
    m_text->setObjectName(objectName + u".text"_s);
    m_close->setIcon(themedIcon(Icon::Close, QPalette::PlaceholderText));
    named(m_close, objectName + u".dismiss"_s, tr("Dismiss this message"));
    setTip(m_close, tr("Dismiss"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 8, 7);
    layout->setSpacing(8);
    // The sign stands beside the first line, whether there is one or more.
    const int line = m_text->fontMetrics().height();
    const int room = std::max(firstLine, line);
    m_text->setContentsMargins(0, (room - line) / 2, 0, (room - line) / 2);
    auto *signBox = new QVBoxLayout;
    signBox->setContentsMargins(0, (room - m_sign->height()) / 2, 0, 0);
    signBox->addWidget(m_sign);
    layout->addLayout(signBox);
    layout->setAlignment(signBox, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_second);
    layout->addWidget(m_action);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    named(m_action, objectName + u".action"_s, tr("What to do"));
    named(m_second, objectName + u".second"_s, tr("What else to do"));
    m_action->hide();
    m_second->hide();
    m_close->hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_second, &QPushButton::clicked, this, &Banner::secondTriggered);
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
    present(m_action, text);
}

void Banner::setSecondAction(const QString &text)
{
    present(m_second, text);
}

void Banner::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

} // namespace lightwell
