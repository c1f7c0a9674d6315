// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparestart.h"

#include "core/storage/settings.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/formplans.h"
#include "ui/texts.h"

namespace lightwell {

namespace {

constexpr qint64 microsPerCent = 10'000;

} // namespace

CompareStart::CompareStart(FormPlans &plans, CompareSession &session, const Settings &settings,
                           const SteadyClock &clock, QObject *parent)
    : QObject(parent)
    , m_plans(plans)
    , m_session(session)
    , m_settings(settings)
    , m_press(clock)
{
    connect(&plans, &FormPlans::changed, this, &CompareStart::followPlans);
}

void CompareStart::want()
{
    if (!m_press.take(m_started == m_plans.form()) || m_asked) {
        return;
    }
    if (!m_plans.isSettled()) {
        m_wanted = m_plans.form();
        return;
    }
    goOn();
}

void CompareStart::goOn()
{
    if (const QString words = question(m_plans.prices(), m_plans.isAtMost()); !words.isEmpty()) {
        m_again.reset();
        m_work.reset();
        ask(words, m_plans.pictures());
    } else {
        start();
    }
}

void CompareStart::wantAgain(int run, const QList<int> &cells)
{
    const Again again {run, cells};
    if (!m_press.take(m_retried == again) || m_asked) {
        return;
    }
    QList<Money> prices;
    bool atMost = false;
    for (const int cell : cells) {
        if (const CompareCell *made = m_session.cell(run, cell)) {
            prices.append(made->expected.price);
            atMost = atMost || made->expected.atMost;
        }
    }
    if (const QString words = question(prices, atMost); !words.isEmpty()) {
        m_again = again;
        m_work.reset();
        ask(words, prices.size());
    } else {
        retry(again);
    }
}

void CompareStart::wantWork(int run, int cell, const PictureWork &work)
{
    const Work wanted {run, cell, work};
    if (!m_press.take(m_worked && m_worked->isSame(wanted)) || m_asked) {
        return;
    }
    if (const QString words = question({work.expected.price}, work.expected.atMost); !words.isEmpty()) {
        m_work = wanted;
        ask(words, 1);
    } else {
        begin(wanted);
    }
}

void CompareStart::confirm()
{
    if (m_asked && m_press.take(true)) {
        m_asked.reset();
        Q_EMIT answered();
        m_work ? begin(*m_work) : m_again ? retry(*m_again) : start();
    }
}

void CompareStart::decline()
{
    if (m_asked) {
        m_asked.reset();
        Q_EMIT answered();
    }
}

void CompareStart::followPlans()
{
    const bool isAboutForm = m_asked && !m_again && !m_work;
    if (isAboutForm && m_asked != m_plans.form()) {
        decline();
    }
    if (m_wanted && m_wanted != m_plans.form()) {
        m_wanted.reset();
    }
    if (!m_plans.isSettled()) {
        return;
    }
    if (m_wanted) {
        m_wanted.reset();
        goOn();
    } else if (const QString words = question(m_plans.prices(), m_plans.isAtMost());
               isAboutForm && m_asked && words.isEmpty()) {
        decline();
    } else if (isAboutForm && m_asked && words != m_question) {
        ask(words, m_plans.pictures());
    }
}

void CompareStart::start()
{
    if (m_plans.pictures() > 0) {
        m_started = m_plans.form();
        m_retried.reset();
        m_worked.reset();
        m_press.begin();
        m_session.start(m_plans.sent(), m_plans.expectations());
    }
}

void CompareStart::retry(const Again &again)
{
    m_retried = again;
    m_started.reset();
    m_worked.reset();
    for (const int cell : again.cells) {
        m_session.retry(again.run, cell);
    }
}

void CompareStart::begin(const Work &work)
{
    m_worked = work;
    m_started.reset();
    m_retried.reset();
    m_session.startWork(work.run, work.cell, work.work);
}

void CompareStart::ask(const QString &question, qsizetype pictures)
{
    m_asked = m_plans.form();
    m_press.begin();
    m_question = question;
    Q_EMIT asked(question, pictures == 1 ? tr("&Make 1 picture") : tr("&Make %1 pictures").arg(pictures));
}

QString CompareStart::question(const QList<Money> &prices, bool atMost) const
{
    const qsizetype pictures = prices.size();
    Money known = Money::zero();
    bool anyUnknown = false;
    const bool asksAboutUnknown = m_settings.toString(Setting::UnknownPrices) == QLatin1StringView("ask");
    for (const Money price : prices) {
        anyUnknown = anyUnknown || (asksAboutUnknown && !price.isKnown());
        known += price.isKnown() ? price : Money::zero();
    }
    const bool many = pictures > m_settings.toInt(Setting::AskAbovePictures);
    const bool dear = known.micros() > m_settings.toInt(Setting::AskAboveCents) * microsPerCent;
    if (pictures == 0 || !(many || dear || anyUnknown)) {
        return {};
    }
    const QString what = pictures == 1 ? tr("1 picture") : tr("%1 pictures").arg(pictures);
    if (anyUnknown) {
        return known == Money::zero()
            ? tr("Make %1 at an unknown price?").arg(what)
            : tr("Make %1 for about %2, and some at an unknown price?").arg(what, texts::total(known));
    }
    if (known == Money::zero()) {
        return tr("Make %1 for free?").arg(what);
    }
    return atMost ? tr("Make %1 for at most %2?").arg(what, texts::total(known))
                  : tr("Make %1 for about %2?").arg(what, texts::total(known));
}

} // namespace lightwell
