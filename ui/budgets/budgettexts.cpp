// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/budgettexts.h"

#include "ui/texts.h"

#include <QCoreApplication>
#include <QLocale>

namespace lightwell::budgettexts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BudgetTexts)
};

/// What is used up counts as a sum; of a limit below a dollar to the tenth of a cent.
QString amount(Money money, Money limit)
{
    return limit.microsOr(0) < 1'000'000 && money.microsOr(0) < 1'000'000 && money.microsOr(0) % 10'000 != 0
        ? texts::one(money)
        : texts::total(money);
}

/// When it begins anew: "tomorrow", "on Monday", "on 1 December"; empty: never.
QString resumes(const Budget &budget, const QDateTime &time)
{
    const QDate date = periodEnd(budget.period, time).date();
    switch (budget.period) {
    case Period::Day:
        return Text::tr("at midnight");
    case Period::Week:
        return Text::tr("on %1").arg(QLocale().standaloneDayName(date.dayOfWeek()));
    case Period::Month:
        return Text::tr("on %1").arg(QLocale().toString(date, u"d MMMM"_s));
    case Period::Total:
        break;
    }
    return {};
}

} // namespace

QString Names::client(const QString &id) const
{
    return id.isEmpty() ? Text::tr("Lightwell itself") : clients.value(id, id);
}

QString scope(const Budget &budget, const Names &names)
{
    QStringList parts;
    if (!budget.provider.isEmpty()) {
        parts.append(names.provider(budget.provider));
    }
    if (!budget.model.isEmpty()) {
        parts.append(names.model(budget.model));
    }
    if (!budget.client.isEmpty()) {
        parts.append(names.client(budget.client));
    }
    if (!budget.project.isEmpty()) {
        parts.append(budget.project);
    }
    return parts.isEmpty() ? Text::tr("Everything") : parts.join(u" · "_s);
}

QString period(Period period)
{
    switch (period) {
    case Period::Day:
        return Text::tr("daily");
    case Period::Week:
        return Text::tr("weekly");
    case Period::Month:
        return Text::tr("monthly");
    case Period::Total:
        break;
    }
    return Text::tr("in total");
}

QString kind(const Budget &budget)
{
    QStringList parts;
    if (!budget.provider.isEmpty()) {
        parts.append(Text::tr("provider"));
    }
    if (!budget.model.isEmpty()) {
        parts.append(budget.model.contains(u'*') || budget.model.contains(u'?') ? Text::tr("models")
                                                                                : Text::tr("model"));
    }
    if (!budget.client.isEmpty()) {
        parts.append(Text::tr("client"));
    }
    if (!budget.project.isEmpty()) {
        parts.append(Text::tr("project"));
    }
    const bool isForAll = parts.isEmpty();
    parts.append(period(budget.period));
    if (!budget.isHard) {
        parts.append(Text::tr("only told"));
    } else if (isForAll) {
        parts.append(Text::tr("hard stop"));
    }
    return parts.join(u", "_s);
}

QString level(const BudgetState &state)
{
    switch (state.level()) {
    case BudgetState::Level::Within:
        return {};
    case BudgetState::Level::Warned:
        return Text::tr("past %1 %").arg(state.budget.warnAt);
    case BudgetState::Level::Reached:
        break;
    }
    return state.budget.isHard ? Text::tr("stopped") : Text::tr("past the limit");
}

QString used(const BudgetState &state)
{
    const Money sum = state.spent + state.reserved;
    return Text::tr("%1 of %2").arg(amount(sum, state.budget.limit), texts::total(state.budget.limit));
}

QString exactly(const BudgetState &state)
{
    QStringList lines {Text::tr("%1 spent").arg(state.spent.toString())};
    if (state.reserved != Money::zero()) {
        lines.append(Text::tr("%1 kept back").arg(state.reserved.toString()));
    }
    if (state.left().microsOr(0) >= 0) {
        lines.append(Text::tr("%1 left").arg(state.left().toString()));
    }
    return lines.join(u'\n');
}

QString goesOn(const Budget &budget, const QDateTime &time)
{
    const QString again = resumes(budget, time);
    return again.isEmpty() ? QString() : Text::tr("It goes on %1.").arg(again);
}

QString reachesLimit(QDate day, QDate today)
{
    return day == today ? Text::tr("reaches the limit today")
                        : Text::tr("reaches the limit on %1").arg(QLocale().toString(day, u"d MMMM"_s));
}

bool stops(const BudgetState &now, const Budget &wanted)
{
    return wanted.isHard && (wanted.limit - now.spent - now.reserved).microsOr(0) <= 0;
}

QString consequence(const BudgetState &now, const Budget &wanted, bool isNew, const QDateTime &time)
{
    const Money used = now.spent + now.reserved;
    const Money left = wanted.limit - used;
    const bool isFull = left.microsOr(0) <= 0;
    const bool wasStopped = !isNew && now.budget.isHard && now.left().microsOr(0) <= 0;
    if (!wanted.isHard) {
        const QString told = isFull ? Text::tr("It is used up already, and only told: nothing is stopped.")
                                    : Text::tr("Nothing is stopped: it is only told when it is used up.");
        return wasStopped ? told + u' ' + Text::tr("What is stopped now goes on.") : told;
    }
    if (isFull) {
        const QString again = goesOn(wanted, time);
        const QString stops = Text::tr("Stops at once what costs anything here: %1 is used already, %2 is the limit.")
                                  .arg(texts::total(used), texts::total(wanted.limit));
        return again.isEmpty() ? stops : stops + u' ' + again;
    }
    if (wasStopped) {
        return Text::tr("What is stopped now goes on: %1 would be left.").arg(texts::total(left));
    }
    return Text::tr("Stops nothing now: %1 is used, %2 would be left.").arg(texts::total(used), texts::total(left));
}

} // namespace lightwell::budgettexts
