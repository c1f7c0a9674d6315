// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"
#include "ui/widgets/card.h"

#include <QDate>

namespace lightwell {

class FactRow;
class LimitBar;
class TextLabel;

/// What a month came to so far.
struct MonthSpending
{
    QDate month; ///< any day of it
    QDate today;
    Money spent = Money::zero(); ///< the sum of what is known
    qint64 unknown = 0; ///< so many more were paid at a cost that is not
    Money limit; ///< for everything, of the whole month; unknown: none is set
    Money forecast; ///< for the whole month; unknown: there is nothing to go by, or the month is over
    QDate reachedOn; ///< when the forecast reaches the limit; invalid: it does not
    Money keptRunning = Money::zero(); ///< for calls that run
    qint64 mayBeBilled = 0; ///< calls of which nobody knows; not among the `unknown` ones
    Money keptUnknown = Money::zero(); ///< for those
    Money spentToday = Money::zero();
    Money limitToday; ///< for everything; unknown: none is set
    bool isStopped = false; ///< the limit stops what costs anything
};

/// The month at a glance.
class SpendingCard : public Card
{
    Q_OBJECT
public:
    explicit SpendingCard(QWidget *parent = nullptr);
    void setSpending(const MonthSpending &spending);

Q_SIGNALS:
    void limitWanted();

private:
    void showHead(const MonthSpending &spending);
    void showForecast(const MonthSpending &spending);
    TextLabel *m_spent;
    TextLabel *m_limit;
    TextLabel *m_days;
    LimitBar *m_bar;
    QWidget *m_noLimit; ///< in place of the bar
    FactRow *m_forecast;
    FactRow *m_running;
    FactRow *m_unknown;
    FactRow *m_today;
};

} // namespace lightwell
