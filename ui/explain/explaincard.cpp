// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/explaincard.h"

#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 16;

} // namespace

ExplainCard::ExplainCard(const QString &objectName, const QString &title, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_head(new QHBoxLayout)
    , m_title(new TextLabel(TextLabel::Voice::Strong, title))
    , m_note(new TextLabel(TextLabel::Voice::Small))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(objectName);
    m_title->setObjectName(objectName + u".title"_s);
    m_note->setObjectName(objectName + u".note"_s);
    m_note->setElided(true);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_head->setContentsMargins(side, 0, side, 0);
    m_head->setSpacing(10);
    m_head->addWidget(m_title);
    m_head->addWidget(m_note, 1);
    auto *head = new QWidget;
    head->setLayout(m_head);
    head->setMinimumHeight(m_title->fontMetrics().height() + 22);
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    m_layout->addWidget(head);
    m_layout->addWidget(new Hairline(Qt::Horizontal));
}

void ExplainCard::setTitle(const QString &title)
{
    m_title->setText(title);
}

void ExplainCard::setNote(const QString &note)
{
    setTip(m_note, {});
    m_note->setText(note);
}

void ExplainCard::addBesideTitle(QWidget *widget)
{
    m_head->insertWidget(1, widget);
}

Button *ExplainCard::addCopy(const QString &what)
{
    auto *copy = named(new Button(Button::Kind::Quiet), objectName() + u".copy"_s, what);
    copy->setIcon(themedIcon(Icon::Copy));
    setTip(copy, what);
    m_head->addWidget(copy);
    connect(copy, &QPushButton::clicked, this, &ExplainCard::copyWanted);
    return copy;
}

QVBoxLayout *ExplainCard::renew()
{
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget;
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_layout->addWidget(m_content);
    m_content->show();
    return layout;
}

} // namespace lightwell
