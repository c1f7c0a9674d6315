// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pricepanel.h"

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

PricePanel::PricePanel(QWidget *parent)
    : QWidget(parent)
    , m_pictures(new TextLabel(TextLabel::Voice::Body))
    , m_price(new TextLabel(TextLabel::Voice::Strong))
    , m_budgetLabel(new TextLabel(TextLabel::Voice::Small))
    , m_budget(new TextLabel(TextLabel::Voice::Small))
    , m_sign(new Sign(Meaning::Warning))
    , m_warning(new TextLabel(TextLabel::Voice::Small))
    , m_generate(new Button(Button::Kind::Primary, tr("&Generate")))
{
    auto *card = new Card;
    card->setRadius(10);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(12, 9, 12, 9);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_pictures, 0, 0);
    grid->addWidget(m_price, 0, 1, Qt::AlignRight);
    grid->addWidget(m_budgetLabel, 1, 0);
    grid->addWidget(m_budget, 1, 1, Qt::AlignRight);
    auto *warning = new QHBoxLayout;
    warning->setSpacing(6);
    warning->addWidget(m_sign, 0, Qt::AlignTop);
    warning->addWidget(m_warning, 1);
    grid->addLayout(warning, 2, 0, 1, 2);
    m_warning->setWordWrap(true);
    m_warning->setObjectName(u"budgetWarning"_s);
    setWarning({});
    m_pictures->setObjectName(u"pictureCount"_s);
    m_price->setObjectName(u"priceTotal"_s);
    m_budgetLabel->setObjectName(u"budgetLabel"_s);
    m_budget->setObjectName(u"budgetLeft"_s);

    QFont bold = m_generate->font();
    bold.setWeight(QFont::DemiBold);
    m_generate->setFont(bold);
    m_generate->setHint(tr("Ctrl+Enter"));
    named(m_generate, u"generateButton"_s, tr("Generate"));
    m_generate->setMinimumHeight(m_generate->sizeHint().height() + 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(card);
    layout->addWidget(m_generate);
}

void PricePanel::setPrice(const QString &pictures, const QString &price, const QString &explanation)
{
    m_pictures->setText(pictures);
    m_price->setText(price);
    setTip(m_price, explanation);
    m_generate->setAccessibleDescription(tr("%1, %2").arg(pictures, price));
}

void PricePanel::setBudget(const QString &label, const QString &left)
{
    m_budgetLabel->setText(label);
    m_budget->setText(left);
    m_budgetLabel->setVisible(!label.isEmpty());
    m_budget->setVisible(!label.isEmpty());
}

void PricePanel::setWarning(const QString &text)
{
    m_warning->setText(text);
    m_warning->setVisible(!text.isEmpty());
    m_sign->setVisible(!text.isEmpty());
}

void PricePanel::setBlocked(const QString &reason)
{
    m_generate->setEnabled(reason.isEmpty());
    setTip(m_generate, reason);
}

} // namespace lightwell
