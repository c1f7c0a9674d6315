// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/limitform.h"

#include "ui/budgets/amounttext.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSpinBox>

namespace lightwell {

using namespace Qt::StringLiterals;

LimitForm::LimitForm(For what, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_amount(named(new QLineEdit, objectName + u".amount"_s, tr("Limit in dollars")))
    , m_warnAt(named(new QSpinBox, objectName + u".warnAt"_s, tr("Warn at this share of the limit")))
    , m_isHard(named(new QCheckBox(tr("&Hard stop")), objectName + u".hard"_s,
                     tr("Hard stop: what would go beyond is not sent")))
    , m_consequence(new TextLabel(TextLabel::Voice::Muted))
    , m_problem(new TextLabel(TextLabel::Voice::Bad))
    , m_save(named(new Button(what == For::New ? Button::Kind::Primary : Button::Kind::Normal,
                              what == For::New ? tr("&Add limit") : tr("&Save")),
                   objectName + u".save"_s, what == For::New ? tr("Add limit") : tr("Save")))
{
    setObjectName(objectName);
    build(what, objectName);
    connect(m_amount, &QLineEdit::textChanged, this, [this] {
        m_save->setEnabled(budget().has_value());
        m_problem->hide();
        Q_EMIT edited();
    });
    connect(m_warnAt, &QSpinBox::valueChanged, this, &LimitForm::edited);
    connect(m_isHard, &QCheckBox::toggled, this, &LimitForm::edited);
    connect(m_save, &QAbstractButton::clicked, this, &LimitForm::save);
}

void LimitForm::build(For what, const QString &objectName)
{
    m_amount->setPlaceholderText(u"$20.00"_s);
    m_amount->setMinimumWidth(84);
    m_amount->setMaximumWidth(120);
    m_warnAt->setRange(0, 100);
    m_warnAt->setSingleStep(5);
    m_warnAt->setSuffix(tr(" %"));
    m_warnAt->setSpecialValueText(tr("never"));
    m_consequence->setObjectName(objectName + u".consequence"_s);
    m_consequence->setWordWrap(true);
    m_problem->setObjectName(objectName + u".problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *amountLabel = new TextLabel(TextLabel::Voice::Body, tr("&Limit"));
    amountLabel->setBuddy(m_amount);
    auto *warnLabel = new TextLabel(TextLabel::Voice::Body, tr("&Warn at"));
    warnLabel->setBuddy(m_warnAt);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    fields->addWidget(amountLabel);
    fields->addWidget(m_amount);
    fields->addSpacing(4);
    fields->addWidget(warnLabel);
    fields->addWidget(m_warnAt);
    fields->addSpacing(4);
    fields->addWidget(m_isHard);
    fields->addStretch();
    auto *leave = named(new Button(what == For::New ? Button::Kind::Normal : Button::Kind::Link, tr("&Cancel")),
                        objectName + u".cancel"_s, tr("Cancel"));
    connect(leave, &QAbstractButton::clicked, this, &LimitForm::left);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    if (what == For::Standing) {
        auto *remove = named(new Button(Button::Kind::Link, tr("&Remove this limit")), objectName + u".remove"_s,
                             tr("Remove this limit"));
        connect(remove, &QAbstractButton::clicked, this, &LimitForm::removed);
        buttons->addWidget(m_save);
        buttons->addWidget(leave);
        buttons->addStretch();
        buttons->addWidget(remove);
    } else {
        m_save->setDefault(true);
        buttons->addStretch();
        buttons->addWidget(leave);
        buttons->addWidget(m_save);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(fields);
    layout->addWidget(m_consequence);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
}

void LimitForm::setBudget(const Budget &budget)
{
    const bool isOther = budget.id != m_budget.id || m_amount->text().isEmpty();
    m_budget = budget;
    if (isOther && budget.limit.isKnown()) {
        m_amount->setText(texts::total(budget.limit));
    }
    if (isOther) {
        m_warnAt->setValue(budget.warnAt);
        m_isHard->setChecked(budget.isHard);
    }
    m_save->setEnabled(this->budget().has_value());
}

std::optional<Budget> LimitForm::budget() const
{
    const std::optional<Money> amount = amountFrom(m_amount->text());
    if (!amount) {
        return std::nullopt;
    }
    Budget budget = m_budget;
    // What is shown rounded stays what it is until somebody writes another.
    budget.limit = m_amount->isModified() || !m_budget.limit.isKnown() ? *amount : m_budget.limit;
    budget.warnAt = m_warnAt->value();
    budget.isHard = m_isHard->isChecked();
    return budget;
}

void LimitForm::setConsequence(const QString &text, bool stops)
{
    m_consequence->setVoice(stops ? TextLabel::Voice::Warning : TextLabel::Voice::Muted);
    m_consequence->setText(text);
    m_save->setAccessibleDescription(text);
}

void LimitForm::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void LimitForm::focusAmount()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void LimitForm::save()
{
    if (const std::optional<Budget> wanted = budget()) {
        Q_EMIT saved(*wanted);
    }
}

void LimitForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        save();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace lightwell
