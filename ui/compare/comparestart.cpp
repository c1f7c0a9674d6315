// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparestart.h"

#include "core/storage/settings.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/formplans.h"
#include "ui/steadyclock.h"
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
    , m_clock(clock)
{
    connect(&plans, &FormPlans::changed, this, &CompareStart::followPlans);
}

void CompareStart::want()
{
    const CompareForm &form = m_plans.form();
    if (m_asked || (m_started == form && m_clock.now() - m_startedAt < slip)) {
        return;
    }
    if (!m_plans.isSettled()) {
        m_wanted = form;
        return;
    }
    if (const QString words = question(m_plans.prices(), m_plans.isAtMost()); !words.isEmpty()) {
        m_again.reset();
        ask(words, m_plans.pictures());
    } else {
        start();
    }
}

void CompareStart::wantAgain(int run, int cell)
{
    const CompareCell *made = m_session.cell(run, cell);
    if (m_asked || !made) {
        return;
    }
    if (const QString words = question({made->expected.price}, made->expected.atMost); !words.isEmpty()) {
        m_again = {run, cell};
        ask(words, 1);
    } else {
        m_session.retry(run, cell);
    }
}

void CompareStart::confirm()
{
    if (m_asked && m_clock.now() - m_askedAt >= slip) {
        m_asked.reset();
        Q_EMIT answered();
        if (m_again) {
            m_session.retry(m_again->run, m_again->cell);
        } else {
            start();
        }
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
    const bool isAboutForm = m_asked && !m_again;
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
        want();
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
        m_startedAt = m_clock.now();
        m_session.start(m_plans.sent(), m_plans.expectations());
    }
}

void CompareStart::ask(const QString &question, qsizetype pictures)
{
    m_asked = m_plans.form();
    m_askedAt = m_clock.now();
    m_question = question;
    Q_EMIT asked(question, pictures == 1 ? tr("&Make 1 picture") : tr("&Make %1 pictures").arg(pictures));
}

QString CompareStart::question(const QList<Money> &prices, bool atMost) const
{
    const qsizetype pictures = prices.size();
    Money known = Money::zero();
    bool anyUnknown = false;
    for (const Money price : prices) {
        anyUnknown = anyUnknown || !price.isKnown();
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
