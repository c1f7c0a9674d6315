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
    if (!m_press.take(m_done == Wish(m_plans.form())) || m_asked) {
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
        ask(m_plans.form(), words, m_plans.pictures());
    } else {
        start();
    }
}

void CompareStart::wantAgain(int run, const QList<int> &cells)
{
    want({run, cells, {}});
}

void CompareStart::wantWay(int run, int cell, const CellWay &way)
{
    want({run, {cell}, way});
}

void CompareStart::want(const Again &again)
{
    if (!m_press.take(m_done == Wish(again)) || m_asked) {
        return;
    }
    QList<Money> prices;
    bool atMost = false;
    for (const int cell : again.cells) {
        if (const CompareCell *made = m_session.cell(again.run, cell)) {
            const CompareExpectation &expected = again.way ? again.way->expected : made->expected;
            prices.append(expected.price);
            atMost = atMost || expected.atMost;
        }
    }
    if (const QString words = question(prices, atMost); !words.isEmpty()) {
        ask(again, words, prices.size());
    } else {
        carryOut(again);
    }
}

void CompareStart::wantWork(int run, int cell, const PictureWork &work)
{
    const Work wanted {run, cell, work};
    if (!m_press.take(m_done == Wish(wanted)) || m_asked) {
        return;
    }
    if (const QString words = question({work.expected.price}, work.expected.atMost); !words.isEmpty()) {
        ask(wanted, words, 1);
    } else {
        carryOut(wanted);
    }
}

/// Its price stands nowhere else before, so it is asked about whatever the limits are.
void CompareStart::wantMore(int run, const QString &model, const CellWay &way)
{
    const More wanted {run, model, way};
    if (!m_press.take(m_done == Wish(wanted)) || m_asked) {
        return;
    }
    if (way.expected.price == Money::zero()) {
        carryOut(wanted);
    } else {
        ask(wanted, questionText({way.expected.price}, way.expected.atMost), 1);
    }
}

void CompareStart::confirm()
{
    if (m_asked && m_press.take(true)) {
        const Wish wish = *std::exchange(m_asked, std::nullopt);
        Q_EMIT answered();
        std::holds_alternative<CompareForm>(wish) ? start() : carryOut(wish);
    }
}

void CompareStart::decline()
{
    if (m_asked) {
        m_asked.reset();
        Q_EMIT answered();
    }
}

bool CompareStart::isAboutForm() const
{
    return m_asked && std::holds_alternative<CompareForm>(*m_asked);
}

void CompareStart::followPlans()
{
    if (isAboutForm() && m_asked != Wish(m_plans.form())) {
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
    } else if (const QString words = question(m_plans.prices(), m_plans.isAtMost()); isAboutForm() && words.isEmpty()) {
        decline();
    } else if (isAboutForm() && words != m_question) {
        ask(m_plans.form(), words, m_plans.pictures());
    }
}

void CompareStart::start()
{
    if (m_plans.pictures() > 0) {
        m_done = m_plans.form();
        m_press.begin();
        m_session.start(m_plans.sent(), m_plans.expectations());
    }
}

void CompareStart::carryOut(const Wish &wish)
{
    m_done = wish;
    if (const Again *again = std::get_if<Again>(&wish)) {
        for (const int cell : again->cells) {
            m_session.retry(again->run, cell, again->way);
        }
    } else if (const Work *work = std::get_if<Work>(&wish)) {
        m_session.startWork(work->run, work->cell, work->work);
    } else if (const More *more = std::get_if<More>(&wish)) {
        m_session.addModel(more->run, more->model, more->way);
    }
}

void CompareStart::ask(const Wish &wish, const QString &question, qsizetype pictures)
{
    m_asked = wish;
    m_press.begin();
    m_question = question;
    Q_EMIT asked(question, pictures == 1 ? tr("&Make 1 picture") : tr("&Make %1 pictures").arg(pictures));
}

QString CompareStart::question(const QList<Money> &prices, bool atMost) const
{
    Money known = Money::zero();
    bool anyUnknown = false;
    const bool asksAboutUnknown = m_settings.toString(Setting::UnknownPrices) == QLatin1StringView("ask");
    for (const Money price : prices) {
        anyUnknown = anyUnknown || (asksAboutUnknown && !price.isKnown());
        known += price.isKnown() ? price : Money::zero();
    }
    const bool many = prices.size() > m_settings.toInt(Setting::AskAbovePictures);
    const bool dear = known.micros() > m_settings.toInt(Setting::AskAboveCents) * microsPerCent;
    return prices.isEmpty() || !(many || dear || anyUnknown) ? QString() : questionText(prices, atMost, anyUnknown);
}

QString CompareStart::questionText(const QList<Money> &prices, bool atMost, bool tellsUnknown)
{
    const qsizetype pictures = prices.size();
    Money known = Money::zero();
    bool anyUnknown = false;
    for (const Money price : prices) {
        anyUnknown = anyUnknown || (tellsUnknown && !price.isKnown());
        known += price.isKnown() ? price : Money::zero();
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
