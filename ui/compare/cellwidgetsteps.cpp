// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell does about a picture that did not come.
#include "ui/compare/cellwidget.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/statepanel.h"
#include "ui/keys/providerkeys.h"
#include "ui/steadyclock.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestWait = 24LL * 60 * 60; ///< seconds that are counted

} // namespace

FailureText CellWidget::failure() const
{
    const CompareCell &it = *cell();
    const QString id = provider();
    return failureText(it, id, names(),
                       {.hasNewKey = it.outcome && m_keys.hasNewKeySince(id, it.outcome->endedAt),
                        .isAnyLocked = m_keys.isAnyLocked()},
                       waysOut(it));
}

WaysOut CellWidget::waysOut(const CompareCell &it) const
{
    WaysOut ways;
    QStringList asked {provider()};
    for (const Attempt &attempt : it.outcome ? it.outcome->attempts : QList<Attempt>()) {
        asked.append(attempt.provider);
    }
    for (const CellWay &way : it.others) {
        const QString &other = way.expected.provider;
        const bool usable = m_keys.isUsable(other);
        if (asked.contains(other)) {
            continue;
        }
        if (usable && !ways.other) {
            ways.other = way;
        } else if (!usable && ways.keyless.isEmpty()) {
            ways.keyless = other;
        }
    }
    ways.nearest = it.nearest;
    const auto isCutOff = [](const CompareCell &cell) {
        return cell.state == CompareCell::State::Failed && cell.outcome && cell.outcome->error
            && cell.outcome->error->kind == ErrorKind::Network;
    };
    const QList<CompareCell> &all = m_session.run(m_place.run)->cells;
    ways.areSeveralCutOff = std::count_if(all.cbegin(), all.cend(), isCutOff) > 1;
    return ways;
}

/// The moment is found once: what the time of day does meanwhile is of no matter.
int CellWidget::waitSeconds(const CompareCell &it)
{
    const Error *error = it.outcome && it.outcome->error ? &*it.outcome->error : nullptr;
    if (!error || !error->retryAfter || it.isUnderWay()) {
        return 0;
    }
    if (m_waitsFor != it.outcome->id) {
        m_waitsFor = it.outcome->id;
        const qint64 passed = std::max<qint64>(0, it.outcome->endedAt.msecsTo(QDateTime::currentDateTime()));
        m_waitsUntil = m_clock.now() + error->retryAfter->count() - passed;
    }
    const qint64 left = std::max<qint64>(0, m_waitsUntil - m_clock.now());
    return static_cast<int>(std::min<qint64>((left + 999) / 1000, longestWait));
}

void CellWidget::countDown()
{
    const CompareCell *it = cell();
    const int left = it ? waitSeconds(*it) : 0;
    if (left == 0) {
        m_countdown.stop();
        refresh();
    } else {
        m_state->showWait(left);
    }
}

bool CellWidget::isRetryable() const
{
    const CompareCell *it = cell();
    if (!it || it->isOff || it->state != CompareCell::State::Failed) {
        return false;
    }
    const FailureText::Step step = failure().first.step;
    return step == FailureText::Step::Retry || step == FailureText::Step::RetryAll;
}

bool CellWidget::isPartOfStep()
{
    const qint64 now = m_clock.now();
    const bool isPart = m_steppedAt && now - *m_steppedAt < slipMilliseconds;
    if (isPart) {
        m_steppedAt = now;
    }
    return isPart;
}

void CellWidget::takeStep(const FailureAction &action)
{
    using Kind = FailureAction::Step;
    m_steppedAt = m_clock.now();
    switch (action.step) {
    case Kind::AddKey:
    case Kind::ReplaceKey:
        Q_EMIT keyWanted(action.provider);
        break;
    case Kind::OpenAccount:
        Q_EMIT pageWanted(action.provider);
        break;
    case Kind::OpenSettings:
        Q_EMIT settingWanted(action.provider.isEmpty() ? u"unknownPrices"_s : u"address."_s + action.provider);
        break;
    case Kind::EditPrompt:
        Q_EMIT promptWanted();
        break;
    case Kind::Unlock:
        Q_EMIT unlockWanted();
        break;
    case Kind::AskAgain:
        m_session.refetchJob(m_place.run, m_place.cell);
        break;
    case Kind::UseOther:
    case Kind::UseNearest:
        Q_EMIT wayWanted(*action.way);
        break;
    case Kind::RetryAll:
        Q_EMIT allAgainWanted();
        break;
    case Kind::RemoveModel:
        Q_EMIT removalWanted(cell()->model);
        break;
    case Kind::Retry:
    case Kind::RetryMayBillTwice:
        Q_EMIT againWanted();
        break;
    case Kind::None:
        break;
    }
}

} // namespace lightwell
