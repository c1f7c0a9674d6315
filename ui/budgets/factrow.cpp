// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/factrow.h"

#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

FactRow::FactRow(Icon icon, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_sign(new Sign(Meaning::Neutral))
    , m_name(new TextLabel(TextLabel::Voice::Body))
    , m_amount(new TextLabel(TextLabel::Voice::Body))
{
    setObjectName(objectName);
    m_sign->setIcon(icon);
    m_sign->hide(); // until there are words for it
    m_name->setObjectName(objectName + u".name"_s);
    m_name->setElided(true);
    m_amount->setObjectName(objectName + u".amount"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_sign);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_amount);
}

void FactRow::setIcon(Icon icon, Meaning meaning)
{
    m_sign->setIcon(icon);
    m_sign->setMeaning(meaning);
}

void FactRow::setFact(const QString &name, const QString &amount, const QString &exact)
{
    m_name->setText(name);
    m_sign->setVisible(!name.isEmpty());
    m_amount->setText(amount);
    setTip(m_amount, exact);
}

} // namespace lightwell
