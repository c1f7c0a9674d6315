// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/newlimitdialog.h"

#include "ui/budgets/budgettexts.h"
#include "ui/budgets/limitform.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fittingheight.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QLineEdit>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

enum Kind { Everything, OneProvider, OneModel, OneClient, OneProject };

} // namespace

NewLimitDialog::NewLimitDialog(const LimitScopes &scopes, QWidget *parent)
    : QDialog(parent)
    , m_scopes(scopes)
    , m_kind(named(new ChoiceBox, u"newLimitKind"_s, tr("What the limit is for")))
    , m_whom(named(new ChoiceBox, u"newLimitWhom"_s, tr("Which one the limit is for")))
    , m_period(named(new ChoiceBox, u"newLimitPeriod"_s, tr("Over what time")))
    , m_form(new LimitForm(LimitForm::For::New, u"newLimit"_s))
{
    named(static_cast<QWidget *>(this), u"newLimitDialog"_s, tr("Add a limit"));
    setWindowTitle(accessibleName());
    setMinimumWidth(480);
    build();
    Budget usual;
    m_form->setBudget(usual);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showWhom();
        Q_EMIT edited();
    });
    connect(m_whom, &QComboBox::currentIndexChanged, this, &NewLimitDialog::edited);
    connect(m_whom, &QComboBox::editTextChanged, this, &NewLimitDialog::edited);
    connect(m_period, &QComboBox::currentIndexChanged, this, &NewLimitDialog::edited);
    connect(m_form, &LimitForm::edited, this, &NewLimitDialog::edited);
    connect(m_form, &LimitForm::left, this, &QDialog::reject);
    connect(m_form, &LimitForm::saved, this, [this] {
        if (const std::optional<Budget> wanted = budget()) {
            Q_EMIT saved(*wanted);
        }
    });
    keepHeightFitting(this);
    showWhom();
    m_form->focusAmount();
}

void NewLimitDialog::build()
{
    for (const auto &[kind, name] : {std::pair {Everything, tr("Everything")},
                                     {OneProvider, tr("A provider")},
                                     {OneModel, tr("A model, or several by a pattern")},
                                     {OneClient, tr("A program at the gateway")},
                                     {OneProject, tr("A project")}}) {
        m_kind->addItem(name, kind);
    }
    for (const auto &[period, name] : {std::pair {Period::Day, tr("Each day")},
                                       {Period::Week, tr("Each week")},
                                       {Period::Month, tr("Each month")},
                                       {Period::Total, tr("In total, never reset")}}) {
        m_period->addItem(name, static_cast<int>(period));
    }
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(Period::Month)));
    m_whom->setMaxVisibleItems(14);
    m_whom->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_whom->setMinimumContentsLength(20);
    auto *kindLabel = new TextLabel(TextLabel::Voice::Body, tr("&For"));
    kindLabel->setBuddy(m_kind);
    auto *periodLabel = new TextLabel(TextLabel::Voice::Body, tr("&Time"));
    periodLabel->setBuddy(m_period);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->addWidget(kindLabel, 0, 0);
    grid->addWidget(m_kind, 0, 1);
    grid->addWidget(m_whom, 1, 1);
    grid->addWidget(periodLabel, 2, 0);
    grid->addWidget(m_period, 2, 1);
    grid->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(new TextLabel(TextLabel::Voice::Heading, windowTitle()));
    layout->addLayout(grid);
    layout->addWidget(m_form);
}

/// Names that nobody knows yet can be written for projects and patterns of models.
void NewLimitDialog::showWhom()
{
    const int kind = m_kind->currentData().toInt();
    const LimitScopes::Choices choices = kind == OneProvider ? m_scopes.providers
        : kind == OneModel                                   ? m_scopes.models
        : kind == OneClient                                  ? m_scopes.clients
        : kind == OneProject                                 ? m_scopes.projects
                                                             : LimitScopes::Choices();
    const QSignalBlocker silent(m_whom);
    m_whom->clear();
    for (const auto &[id, name] : choices) {
        m_whom->addItem(name, id);
    }
    const bool isWritten = kind == OneModel || kind == OneProject;
    m_whom->setEditable(isWritten);
    if (isWritten) {
        named(m_whom->lineEdit(), u"newLimitWhom.edit"_s, m_whom->accessibleName());
        m_whom->setInsertPolicy(QComboBox::NoInsert);
        m_whom->setCurrentIndex(-1);
        m_whom->lineEdit()->setPlaceholderText(kind == OneModel ? tr("A model, or a pattern such as flux*")
                                                                : tr("The project’s name"));
    }
    m_whom->setVisible(kind != Everything);
}

Budget NewLimitDialog::scope() const
{
    Budget budget;
    budget.period = static_cast<Period>(m_period->currentData().toInt());
    const QString written = m_whom->currentText().trimmed();
    const int known = m_whom->findText(written, Qt::MatchExactly);
    const QString whom = known >= 0 ? m_whom->itemData(known).toString() : written;
    switch (m_kind->currentData().toInt()) {
    case OneProvider:
        budget.provider = whom;
        break;
    case OneModel:
        budget.model = whom;
        break;
    case OneClient:
        budget.client = whom;
        break;
    case OneProject:
        budget.project = whom;
        break;
    default:
        break;
    }
    return budget;
}

std::optional<Budget> NewLimitDialog::budget() const
{
    std::optional<Budget> budget = m_form->budget();
    const Budget whom = scope();
    const bool isNamed = m_kind->currentData().toInt() == Everything || !m_whom->currentText().trimmed().isEmpty();
    if (!budget || !isNamed) {
        return std::nullopt;
    }
    budget->period = whom.period;
    budget->provider = whom.provider;
    budget->model = whom.model;
    budget->client = whom.client;
    budget->project = whom.project;
    return budget;
}

void NewLimitDialog::setConsequence(const QString &text, bool stops)
{
    m_form->setConsequence(text, stops);
}

void NewLimitDialog::setProblem(const QString &text)
{
    m_form->setProblem(text);
}

} // namespace lightwell
