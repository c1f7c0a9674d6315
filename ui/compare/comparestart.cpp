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
    if (const QString words = question(); !words.isEmpty()) {
        ask(words);
    } else {
        start();
    }
}

void CompareStart::confirm()
{
    if (m_asked && m_clock.now() - m_askedAt >= slip) {
        m_asked.reset();
        Q_EMIT answered();
        start();
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
    if (m_asked && m_asked != m_plans.form()) {
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
    } else if (const QString words = question(); m_asked && words.isEmpty()) {
        decline();
    } else if (m_asked && words != m_question) {
        ask(words);
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

void CompareStart::ask(const QString &question)
{
    m_asked = m_plans.form();
    m_askedAt = m_clock.now();
    m_question = question;
    const int pictures = m_plans.pictures();
    Q_EMIT asked(question, pictures == 1 ? tr("&Make 1 picture") : tr("&Make %1 pictures").arg(pictures));
}

QString CompareStart::question() const
{
    const int pictures = m_plans.pictures();
    Money known = Money::zero();
    bool anyUnknown = false;
    for (const Money price : m_plans.prices()) {
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
    return known == Money::zero() ? tr("Make %1 for free?").arg(what)
                                  : tr("Make %1 for about %2?").arg(what, texts::total(known));
}

} // namespace lightwell
