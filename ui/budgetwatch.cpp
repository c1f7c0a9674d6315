// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgetwatch.h"

#include "core/async/whendone.h"
#include "ui/texts.h"

#include <QLocale>

namespace lightwell {

namespace {

bool isTighter(const BudgetState &state, const BudgetState &other)
{
    return state.budget.isHard != other.budget.isHard ? state.budget.isHard
                                                      : state.left().microsOr(0) < other.left().microsOr(0);
}

} // namespace

bool isForEverything(const Budget &budget)
{
    return budget.provider.isEmpty() && budget.model.isEmpty() && budget.client.isEmpty() && budget.project.isEmpty();
}

BudgetWatch::BudgetWatch(Budgets budgets, Spending spending, QObject *parent)
    : QObject(parent)
    , m_budgets(std::move(budgets))
    , m_spending(std::move(spending))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &BudgetWatch::ask);
    refresh();
}

void BudgetWatch::refresh()
{
    m_soon.start();
}

void BudgetWatch::ask()
{
    const QDateTime now = QDateTime::currentDateTime();
    whenDone(m_budgets(now), this, [this](const Result<QList<BudgetState>> &states) {
        if (!states) {
            return; // what was known last says more than "no budget"
        }
        m_tightest.reset();
        for (const BudgetState &state : *states) {
            if (isForEverything(state.budget) && (!m_tightest || isTighter(state, *m_tightest))) {
                m_tightest = state;
            }
        }
        Q_EMIT changed();
    });
    whenDone(m_spending(periodStart(Period::Month, now)), this, [this](const Result<Usage> &usage) {
        m_spent = usage ? usage->total : Money::unknown();
        m_unknown = usage ? usage->unknown : 0;
        Q_EMIT changed();
    });
}

QString BudgetWatch::spentThisMonth() const
{
    return m_unknown > 0 ? tr("%1 + %2 unknown").arg(texts::total(m_spent)).arg(m_unknown) : texts::total(m_spent);
}

QString BudgetWatch::spentBriefly() const
{
    return m_unknown > 0 ? tr("%1 + ?").arg(texts::total(m_spent)) : texts::total(m_spent);
}

QString BudgetWatch::leftLabel() const
{
    switch (m_tightest ? m_tightest->budget.period : Period::Month) {
    case Period::Day:
        return tr("Left today");
    case Period::Week:
        return tr("Left this week");
    case Period::Total:
        return tr("Left in total");
    case Period::Month:
        break;
    }
    return tr("Left in %1").arg(periodLabel());
}

QString BudgetWatch::periodLabel() const
{
    switch (m_tightest ? m_tightest->budget.period : Period::Month) {
    case Period::Day:
        return tr("today");
    case Period::Week:
        return tr("this week");
    case Period::Total:
        return tr("in total");
    case Period::Month:
        break;
    }
    return QLocale().standaloneMonthName(QDate::currentDate().month());
}

} // namespace lightwell
