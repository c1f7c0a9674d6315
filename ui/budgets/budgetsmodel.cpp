// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/budgetsmodel.h"

#include "core/async/whendone.h"
#include "core/wording/wording.h"
#include "ui/budgetwatch.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysBack = 90; ///< that the forecast may go by
constexpr int daysAhead = 31; ///< of a limit without an end
constexpr int pause = 50; ///< milliseconds
constexpr int rest = 1000; ///< between two readings while much is booked: paid calls wait for the same thread

std::tuple<QString, QString, QString, QString> scopeOf(const Budget &budget)
{
    return {budget.provider, budget.model, budget.client, budget.project};
}

QDate firstOf(QDate day)
{
    return {day.year(), day.month(), 1};
}

} // namespace

BudgetsModel::BudgetsModel(Books &books, Clock clock, QObject *parent)
    : QObject(parent)
    , m_books(books)
    , m_clock(std::move(clock))
    , m_month(firstOf(m_clock().date()))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &BudgetsModel::readAll);
    m_later.setSingleShot(true);
    m_later.setInterval(rest);
    connect(&m_later, &QTimer::timeout, this, &BudgetsModel::readBooked);
    m_books.onChange(this, [this] {
        if (m_isActive && !m_later.isActive()) {
            m_later.start();
        }
    });
}

void BudgetsModel::setNames(const budgettexts::Names &names)
{
    m_names.providers = names.providers;
    m_names.models = names.models;
}

void BudgetsModel::setActive(bool active)
{
    m_isActive = active;
}

void BudgetsModel::refresh()
{
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void BudgetsModel::setMonth(QDate month)
{
    m_month = firstOf(month);
    readSpending();
    Q_EMIT booked();
}

void BudgetsModel::setGroup(SpendingGroup group)
{
    m_group = group;
    readSpending();
}

bool BudgetsModel::isPresent() const
{
    return m_month == firstOf(m_clock().date());
}

bool BudgetsModel::hasEarlier() const
{
    return m_known.first.isValid() && m_known.first < m_month;
}

bool BudgetsModel::isUnused() const
{
    return m_isKnown && !m_known.first.isValid();
}

bool BudgetsModel::fails(const Error &error)
{
    Q_EMIT failed(wording::sentence(error));
    return true;
}

void BudgetsModel::readAll()
{
    m_beforeDay = {}; // somebody may have settled what was long ago
    m_books.known(this, [this](const Result<Books::Known> &known) {
        if (!known) {
            fails(known.error());
            return;
        }
        m_known = *known;
        m_isKnown = true;
        m_names.clients = known->clients;
        compute();
        Q_EMIT namesChanged();
    });
    readBooked();
}

void BudgetsModel::readBooked()
{
    whenDone(m_books.limits(m_clock()), this, [this](const Result<QList<BudgetState>> &limits) {
        if (!limits) {
            Q_EMIT limitsUnreadable(wording::sentence(limits.error()));
            return;
        }
        m_limits = *limits;
        compute();
        Q_EMIT limitsChanged();
        readScopes();
    });
    readSpending();
    readUnknown();
    Q_EMIT booked();
}

/// Once a day for each scope: what was spent before today stays as it is, as good as always.
void BudgetsModel::readScopes()
{
    const QDate today = m_clock().date();
    if (m_beforeDay != today) {
        m_beforeDay = today;
        m_before.clear();
        ++m_readingScopes;
    }
    for (const BudgetState &state : m_limits) {
        const Scope scope = scopeOf(state.budget);
        if (!m_before.try_emplace(scope).second) {
            continue;
        }
        const auto reading =
            m_books.daysWithin(state.budget, today.addDays(-daysBack).startOfDay(), today.startOfDay());
        whenDone(reading, this, [this, scope, number = m_readingScopes](const Result<QList<SpendingOfDay>> &days) {
            if (!days || number != m_readingScopes) {
                return; // without it, nothing is foretold
            }
            for (const SpendingOfDay &day : *days) {
                m_before[scope].insert(day.day, m_before[scope].value(day.day, Money::zero()) + day.cost);
            }
            Q_EMIT limitsChanged();
        });
    }
}

QHash<qint64, Forecast> BudgetsModel::forecasts() const
{
    const QDateTime now = m_clock();
    QHash<qint64, Forecast> found;
    for (const BudgetState &state : m_limits) {
        const auto before = m_before.find(scopeOf(state.budget));
        if (before == m_before.end() || state.left().microsOr(0) <= 0) {
            continue;
        }
        const Forecast ahead = forecast(state, before->second, now);
        if (ahead.reaches.isValid() && ahead.reaches <= now.date().addDays(daysAhead)) {
            found.insert(state.budget.id, ahead);
        }
    }
    return found;
}

void BudgetsModel::readSpending()
{
    const int reading = ++m_reading;
    const QDateTime since = m_month.startOfDay();
    const QDateTime until = m_month.addMonths(1).startOfDay();
    m_books.sums(since, until, this, [this, reading](const Result<Books::Sums> &sums) {
        if (reading == m_reading && sums) {
            m_sums = *sums;
            compute();
        }
    });
    const QDateTime back = isPresent() ? std::min(since, m_clock().date().addDays(-daysBack).startOfDay()) : since;
    whenDone(m_books.days(back, until, m_group), this, [this, reading](const Result<QList<SpendingOfDay>> &days) {
        if (reading != m_reading) {
            return;
        }
        if (!days) {
            fails(days.error());
            return;
        }
        m_days = *days;
        compute();
        Q_EMIT readAgain();
    });
}

void BudgetsModel::readUnknown()
{
    m_books.unknown(this, [this](const Result<QList<UnknownCall>> &unknown) {
        if (unknown) {
            m_unknown = *unknown;
            compute();
            Q_EMIT unknownChanged();
        } else {
            fails(unknown.error());
        }
    });
}

Money BudgetsModel::limitForAll(Period period) const
{
    for (const BudgetState &state : m_limits) {
        if (isForEverything(state.budget) && state.budget.period == period) {
            return state.budget.limit;
        }
    }
    return {};
}

void BudgetsModel::compute()
{
    const QDate today = m_clock().date();
    MonthSpending &all = m_spending;
    all = {};
    all.month = m_month;
    all.today = today;
    all.spent = Money::fromMicros(m_sums.spent.microsOr(0));
    all.unknown = m_sums.unknown;
    all.keptRunning = Money::fromMicros(m_sums.keptRunning.microsOr(0));
    all.limit = limitForAll(Period::Month);
    all.limitToday = limitForAll(Period::Day);
    for (const UnknownCall &call : m_unknown) {
        if (call.row.state == LedgerState::Kept) { // of the others only the cost is unknown
            ++all.mayBeBilled;
            all.keptUnknown += Money::fromMicros(call.row.reserved.microsOr(0));
        }
    }
    for (const SpendingOfDay &sum : m_days) {
        if (sum.day == today) {
            all.spentToday += sum.cost;
        }
    }
    const auto nameOf = [this](const QString &group) {
        switch (m_group) {
        case SpendingGroup::Model:
            return m_names.model(group);
        case SpendingGroup::Client:
            return m_names.client(group);
        case SpendingGroup::Provider:
            return m_names.provider(group);
        case SpendingGroup::Project:
        case SpendingGroup::Nothing:
            break;
        }
        return group;
    };
    QList<SpendingOfDay> ofMonth;
    std::copy_if(m_days.begin(), m_days.end(), std::back_inserter(ofMonth),
                 [this](const SpendingOfDay &sum) { return firstOf(sum.day) == m_month; });
    m_bars = DayBars::of(ofMonth, m_month, nameOf, tr("others"));
    m_bars.today = today;
    if (all.limit.isKnown()) {
        m_bars.allowance = Money::fromMicros(all.limit.micros() / m_month.daysInMonth());
    }
    if (isPresent()) {
        computeForecast();
        for (const BudgetState &state : m_limits) {
            all.isStopped = all.isStopped
                || (isForEverything(state.budget) && state.budget.period == Period::Month && state.budget.isHard
                    && state.level() == BudgetState::Level::Reached);
        }
    }
    Q_EMIT spendingChanged();
}

/// By the days before today for everything, whatever the bars are made of.
void BudgetsModel::computeForecast()
{
    const QDateTime now = m_clock();
    const QDate today = now.date();
    QMap<QDate, Money> before;
    for (const SpendingOfDay &day : m_days) {
        if (day.day < today) {
            Money &sum = before.insert(day.day, before.value(day.day, Money::zero())).value();
            sum += day.cost;
        }
    }
    BudgetState month;
    month.budget.period = Period::Month;
    month.budget.limit = m_spending.limit.isKnown() ? m_spending.limit : Money::fromMicros(Money::maxMicros);
    month.spent = m_spending.spent;
    month.reserved = m_spending.keptRunning + m_spending.keptUnknown;
    const Forecast forecast = lightwell::forecast(month, before, now);
    m_spending.forecast = forecast.atEnd;
    m_spending.reachedOn = forecast.reaches;
    BudgetState oneDay = month;
    oneDay.budget.period = Period::Day;
    oneDay.spent = Money::zero();
    oneDay.reserved = Money::zero();
    for (DayBars::Day &day : m_bars.days) {
        if (day.date > today) {
            day.forecast = lightwell::forecast(oneDay, before, day.date.startOfDay()).atEnd;
        }
    }
}

void BudgetsModel::setLimit(const Budget &budget, OnStatus onSet)
{
    whenDone(m_books.setLimit(budget), this, [this, onSet = std::move(onSet)](const Result<qint64> &set) {
        readBooked();
        Q_EMIT changed();
        onSet(set ? Status(Success()) : Status(set.error()));
    });
}

void BudgetsModel::removeLimit(qint64 id, OnStatus onRemoved)
{
    whenDone(m_books.removeLimit(id), this, [this, onRemoved = std::move(onRemoved)](const Status &removed) {
        readBooked();
        Q_EMIT changed();
        onRemoved(removed);
    });
}

void BudgetsModel::foresee(const Budget &budget, QObject *context,
                           std::function<void(const QString &consequence, bool stops)> then)
{
    const QDateTime now = m_clock();
    m_books.stateOf(budget, now, context, [budget, now, then = std::move(then)](const Result<BudgetState> &state) {
        if (state) {
            then(budgettexts::consequence(*state, budget, true, now), budgettexts::stops(*state, budget));
        } else {
            then(wording::sentence(state.error()), false);
        }
    });
}

void BudgetsModel::settle(const UnknownCall &call, Money cost, bool giveUpJob, OnStatus onSettled)
{
    m_books.settle(call.row, cost, giveUpJob, this, [this, onSettled = std::move(onSettled)](const Status &settled) {
        m_beforeDay = {};
        readBooked();
        Q_EMIT changed();
        onSettled(settled);
    });
}

void BudgetsModel::ask(const UnknownCall &call, OnStatus onAnswer)
{
    const QString generation = call.row.generation;
    if (m_asking.contains(generation)) {
        return;
    }
    m_asking.insert(generation);
    Q_EMIT unknownChanged();
    m_books.ask(generation, this, [this, generation, onAnswer = std::move(onAnswer)](const Status &answer) {
        m_asking.remove(generation);
        Q_EMIT unknownChanged();
        readBooked();
        Q_EMIT changed();
        onAnswer(answer);
    });
}

} // namespace lightwell
