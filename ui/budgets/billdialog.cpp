// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/billdialog.h"

#include "core/wording/wording.h"
#include "ui/budgets/amounttext.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fittingheight.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

BillDialog::BillDialog(const QString &text, Money estimate, QWidget *parent)
    : QDialog(parent)
    , m_amount(named(new QLineEdit, u"billAmount"_s, tr("What was billed, in dollars")))
    , m_problem(new TextLabel(TextLabel::Voice::Bad))
    , m_giveUp(named(new QCheckBox(tr("&Give up its pictures")), u"billGiveUp"_s, tr("Give up its pictures")))
    , m_save(named(new Button(Button::Kind::Primary, tr("&Take down")), u"billSave"_s, tr("Take down")))
{
    named(static_cast<QWidget *>(this), u"billDialog"_s, tr("What was billed?"));
    setWindowTitle(accessibleName());
    setMinimumWidth(440);
    auto *what = new TextLabel(TextLabel::Voice::Muted, text);
    what->setWordWrap(true);
    auto *label = new TextLabel(TextLabel::Voice::Body, tr("&Billed"));
    label->setBuddy(m_amount);
    m_amount->setPlaceholderText(estimate.isKnown() ? estimate.toString() : u"$0.04"_s);
    m_amount->setMaximumWidth(140);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(m_amount);
    row->addWidget(new TextLabel(TextLabel::Voice::Small,
                                 estimate.isKnown() ? tr("estimated at %1").arg(texts::one(estimate)) : QString()),
                   1);
    m_problem->setObjectName(u"billProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_giveUp->hide();
    auto *cancel = named(new Button(Button::Kind::Normal, tr("&Cancel")), u"billCancel"_s, tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(new TextLabel(TextLabel::Voice::Heading, windowTitle()));
    layout->addWidget(what);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    layout->addWidget(m_giveUp);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    m_save->setDefault(true);
    m_save->setEnabled(false);
    connect(m_amount, &QLineEdit::textChanged, this, [this] {
        m_save->setEnabled(cost().has_value());
        m_problem->hide();
    });
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_save, &QAbstractButton::clicked, this, [this] {
        if (const auto amount = cost()) {
            m_save->setEnabled(false); // once
            Q_EMIT told(*amount, m_giveUp->isChecked());
        }
    });
    keepHeightFitting(this);
    m_amount->setFocus();
}

std::optional<Money> BillDialog::cost() const
{
    return amountFrom(m_amount->text());
}

void BillDialog::setCost(Money cost)
{
    m_amount->setText(cost.toDecimal());
    m_amount->selectAll();
}

void BillDialog::setProblem(const Error &error)
{
    m_problem->setText(wording::sentence(error));
    m_problem->show();
    m_giveUp->setVisible(error.param == "give_up"_L1);
    m_save->setEnabled(true);
}

} // namespace lightwell
