// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/budgets/budgetsmodel.h"
#include "ui/budgets/ledgertable.h"
#include "ui/services.h"
#include "ui/widgets/sign.h"

#include <QWidget>

class QGridLayout;
class QScrollArea;

namespace lightwell {

class Banner;
class Button;
class ChartLegend;
class DayChart;
class LedgerPane;
class LimitsPane;
class SegmentedControl;
class SpendingCard;
class TextLabel;

/// Limits, what was spent by day, and the ledger. Only puts its parts together.
class BudgetsPage : public QWidget
{
    Q_OBJECT
public:
    explicit BudgetsPage(const Services &services, QWidget *parent = nullptr);
    ~BudgetsPage() override;

Q_SIGNALS:
    void changed(); ///< limits or what is used of them
    void say(lightwell::Meaning meaning, const QString &text);
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildContent();
    QWidget *buildChart();
    void connectModel();
    void connectPanes();
    void arrange();
    void setMonth(QDate month);
    void setDay(QDate day);
    void showMonth();
    void showSpending();
    void updateFilter();
    [[nodiscard]] budgettexts::Names names() const;
    void saveCsv();
    const Services m_services;
    BudgetsModel m_model;
    LedgerTable m_table;
    QDate m_day; ///< that the ledger shows alone; invalid: the whole month
    Button *m_earlier;
    TextLabel *m_monthName;
    Button *m_later;
    Button *m_add;
    Banner *m_problem;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QGridLayout *m_lower;
    QGridLayout *m_chartHead;
    SpendingCard *m_card;
    ChartLegend *m_legend;
    SegmentedControl *m_group;
    DayChart *m_chart;
    LimitsPane *m_limits;
    LedgerPane *m_ledger;
    bool m_isWide = false;
};

} // namespace lightwell
