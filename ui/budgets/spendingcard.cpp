// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/spendingcard.h"

#include "ui/budgets/budgettexts.h"
#include "ui/budgets/factrow.h"
#include "ui/budgets/limitbar.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

double share(Money part, Money whole)
{
    return whole.microsOr(0) > 0 ? static_cast<double>(part.microsOr(0)) / static_cast<double>(whole.micros()) : 1;
}

bool isOfMonth(QDate day, QDate month)
{
    return day.year() == month.year() && day.month() == month.month();
}

} // namespace

SpendingCard::SpendingCard(QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_spent(new TextLabel(TextLabel::Voice::Heading))
    , m_limit(new TextLabel(TextLabel::Voice::Muted))
    , m_days(new TextLabel(TextLabel::Voice::Muted))
    , m_bar(named(new LimitBar, u"monthBar"_s, tr("Spent of the month’s limit")))
    , m_noLimit(new QWidget)
    , m_forecast(new FactRow(Icon::Ok, u"monthForecast"_s))
    , m_running(new FactRow(Icon::Clock, u"monthRunning"_s))
    , m_unknown(new FactRow(Icon::Warning, u"monthUnknown"_s))
    , m_today(new FactRow(Icon::Calendar, u"monthToday"_s))
{
    m_spent->setObjectName(u"monthSpent"_s);
    m_limit->setObjectName(u"monthLimit"_s);
    m_days->setObjectName(u"monthDays"_s);
    m_unknown->setIcon(Icon::Warning, Meaning::Warning);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_spent);
    head->addWidget(m_limit, 1);
    head->addWidget(m_days);
    auto *setLimit = named(new Button(Button::Kind::Link, tr("Set one…")), u"monthSetLimit"_s, tr("Set a limit"));
    connect(setLimit, &QAbstractButton::clicked, this, &SpendingCard::limitWanted);
    auto *noLimit = new QHBoxLayout(m_noLimit);
    noLimit->setContentsMargins(0, 0, 0, 0);
    noLimit->addWidget(new TextLabel(TextLabel::Voice::Muted, tr("No limit for the whole month")), 1);
    noLimit->addWidget(setLimit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 11, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addSpacing(2);
    layout->addWidget(m_bar);
    layout->addWidget(m_noLimit);
    layout->addStretch(1);
    for (FactRow *row : {m_forecast, m_running, m_unknown, m_today}) {
        layout->addWidget(row);
    }
}

void SpendingCard::setSpending(const MonthSpending &spending)
{
    showHead(spending);
    showForecast(spending);
    // What is kept back, and today, are of now: an earlier month does not show them.
    const bool isPresent = isOfMonth(spending.today, spending.month);
    m_running->setVisible(isPresent && spending.keptRunning != Money::zero());
    m_running->setFact(tr("Kept back for running calls"), texts::one(spending.keptRunning),
                       spending.keptRunning.toString());
    m_unknown->setVisible(isPresent && spending.mayBeBilled > 0);
    m_unknown->setFact(spending.mayBeBilled == 1 ? tr("May have been billed, 1 call")
                                                 : tr("May have been billed, %1 calls").arg(spending.mayBeBilled),
                       texts::one(spending.keptUnknown), spending.keptUnknown.toString());
    m_today->setVisible(isPresent);
    const QString today = texts::total(spending.spentToday);
    m_today->setFact(tr("Today"),
                     spending.limitToday.isKnown() ? tr("%1 of %2").arg(today, texts::total(spending.limitToday))
                                                   : today,
                     spending.spentToday.toString());
}

void SpendingCard::showHead(const MonthSpending &spending)
{
    const QDate month = spending.month;
    const bool isPresent = isOfMonth(spending.today, month);
    m_spent->setText(spending.unknown > 0
                         ? tr("%1 + %2 unknown").arg(texts::total(spending.spent)).arg(spending.unknown)
                         : texts::total(spending.spent));
    setTip(m_spent, spending.spent.toString());
    m_limit->setText(spending.limit.isKnown() ? tr("of %1").arg(texts::total(spending.limit)) : tr("spent"));
    const bool isLong = spending.unknown > 0; // both do not fit
    m_days->setText(isPresent && !isLong ? tr("%1 of %2 days").arg(spending.today.day()).arg(month.daysInMonth())
                                         : QString());
    const bool hasBar = spending.limit.isKnown();
    m_bar->setVisible(hasBar);
    m_noLimit->setVisible(isPresent && !hasBar);
    if (!hasBar) {
        return;
    }
    LimitBar::Shares shares;
    shares.spent = share(spending.spent, spending.limit);
    shares.kept = isPresent ? share(spending.keptRunning + spending.keptUnknown, spending.limit) : 0;
    shares.isStopped = spending.isStopped;
    if (spending.forecast.isKnown()) {
        shares.forecast = share(spending.forecast, spending.limit);
    }
    m_bar->setShares(shares);
    const bool isReached = spending.spent.micros() >= spending.limit.micros();
    m_bar->setCaption(isReached                          ? tr("limit reached")
                          : !spending.forecast.isKnown() ? QString()
                          : spending.reachedOn.isValid() ? budgettexts::reachesLimit(spending.reachedOn, spending.today)
                                                         : tr("forecast %1").arg(texts::total(spending.forecast)));
    m_bar->setAccessibleDescription(tr("%1 of %2").arg(m_spent->text(), texts::total(spending.limit)));
}

void SpendingCard::showForecast(const MonthSpending &spending)
{
    m_forecast->setVisible(spending.forecast.isKnown() || spending.isStopped);
    if (spending.isStopped) {
        m_forecast->setIcon(Icon::No, Meaning::Bad);
        m_forecast->setFact(
            tr("Limit reached, stopped"),
            tr("until %1")
                .arg(QLocale().toString(QDate(spending.month.year(), spending.month.month(), 1).addMonths(1),
                                        u"d MMMM"_s)));
        return;
    }
    if (!spending.forecast.isKnown()) {
        return;
    }
    if (!spending.limit.isKnown()) {
        m_forecast->setIcon(Icon::Calendar, Meaning::Neutral);
        m_forecast->setFact(tr("Forecast for the month"), texts::total(spending.forecast),
                            spending.forecast.toString());
        return;
    }
    const Money spare = spending.limit - spending.forecast;
    const bool isWithin = spare.micros() >= 0;
    m_forecast->setIcon(isWithin ? Icon::Ok : Icon::Warning, isWithin ? Meaning::Ok : Meaning::Bad);
    m_forecast->setFact(isWithin ? tr("Forecast within the limit") : tr("Forecast past the limit"),
                        isWithin ? tr("%1 spare").arg(texts::total(spare))
                                 : tr("%1 over").arg(texts::total(spending.forecast - spending.limit)),
                        spending.forecast.toString());
}

} // namespace lightwell
