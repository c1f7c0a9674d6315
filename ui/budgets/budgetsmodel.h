// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/forecast.h"
#include "ui/budgets/books.h"
#include "ui/budgets/budgettexts.h"
#include "ui/budgets/daybars.h"
#include "ui/budgets/spendingcard.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <tuple>

namespace lightwell {

/// What the Budgets page shows, read from the books whenever something was booked. Without widgets.
class BudgetsModel : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<QDateTime()>;
    BudgetsModel(Books &books, Clock clock, QObject *parent = nullptr);

    /// Of providers and models; the clients' come from the books.
    void setNames(const budgettexts::Names &names);
    void refresh(); ///< soon, all of it; several calls become one
    void setActive(bool active); ///< whether what is booked meanwhile is read too; at first it is
    void setMonth(QDate month); ///< any day of it
    void setGroup(SpendingGroup group);
    [[nodiscard]] QDate month() const { return m_month; } ///< its first day
    [[nodiscard]] bool isPresent() const; ///< the month is this one
    [[nodiscard]] bool hasEarlier() const; ///< something was booked before the month
    [[nodiscard]] bool isUnused() const; ///< nothing was ever booked
    [[nodiscard]] const QList<BudgetState> &limits() const { return m_limits; }
    /// Of those with room left that lead past their limit within the period, or, without an end, within a month.
    [[nodiscard]] QHash<qint64, Forecast> forecasts() const;
    [[nodiscard]] const MonthSpending &spending() const { return m_spending; }
    [[nodiscard]] const DayBars &bars() const { return m_bars; }
    [[nodiscard]] const QList<UnknownCall> &unknown() const { return m_unknown; }
    [[nodiscard]] const QSet<QString> &asking() const
    {
        return m_asking;
    } ///< generations whose provider is being asked
    [[nodiscard]] const budgettexts::Names &names() const { return m_names; }
    [[nodiscard]] const Books::Known &known() const { return m_known; }
    [[nodiscard]] QDateTime now() const { return m_clock(); }

    using OnStatus = std::function<void(const Status &)>;
    void setLimit(const Budget &budget, OnStatus onSet);
    void removeLimit(qint64 id, OnStatus onRemoved);
    /// What a limit like this would do if it were set.
    void foresee(const Budget &budget, QObject *context,
                 std::function<void(const QString &consequence, bool stops)> then);
    void settle(const UnknownCall &call, Money cost, bool giveUpJob, OnStatus onSettled);
    void ask(const UnknownCall &call, OnStatus onAnswer);

Q_SIGNALS:
    void limitsChanged();
    void limitsUnreadable(const QString &why);
    void spendingChanged(); ///< and the bars
    void unknownChanged();
    void namesChanged();
    void booked(); ///< the ledger may have other entries
    void changed(); ///< limits or what is used of them: who else shows them should look again
    void failed(const QString &why);
    void readAgain(); ///< everything could be read

private:
    void readAll();
    void readBooked();
    void readScopes();
    void readSpending();
    void readUnknown();
    void compute();
    void computeForecast();
    [[nodiscard]] Money limitForAll(Period period) const;
    bool fails(const Error &error);
    Books &m_books;
    budgettexts::Names m_names;
    Clock m_clock;
    QTimer m_soon;
    QTimer m_later;
    bool m_isActive = true;
    QDate m_month;
    SpendingGroup m_group = SpendingGroup::Provider;
    int m_reading = 0; ///< of the answers that still count
    QList<BudgetState> m_limits;
    using Scope = std::tuple<QString, QString, QString, QString>; ///< provider, model, client, project
    std::map<Scope, QMap<QDate, Money>> m_before; ///< today, by which the limits' forecasts go
    QDate m_beforeDay; ///< the today of that
    int m_readingScopes = 0; ///< of the answers that still count
    Books::Known m_known;
    bool m_isKnown = false;
    Books::Sums m_sums;
    QList<SpendingOfDay> m_days; ///< of the month and, for the forecast, the days before today
    MonthSpending m_spending;
    DayBars m_bars;
    QList<UnknownCall> m_unknown;
    QSet<QString> m_asking;
};

} // namespace lightwell
