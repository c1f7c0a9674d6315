// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the page: what can be done after a failure.
#include "ui/compare/comparerun.h"
#include "ui/compare/failuretext.h"
#include "ui/explain/explainpage.h"
#include "ui/keys/providerkeys.h"

namespace lightwell {

using namespace Qt::StringLiterals;

/// As its cell says it.
FailureText ExplainPage::failure() const
{
    CompareCell cell;
    const Generation &generation = m_shown->generation;
    cell.request = generation.request;
    cell.outcome = generation;
    cell.state = generation.status == GenerationStatus::Unknown ? CompareCell::State::Unknown
        : generation.status == GenerationStatus::Cancelled      ? CompareCell::State::Cancelled
                                                                : CompareCell::State::Failed;
    const bool hasFailed = generation.status != GenerationStatus::Running && generation.pictures.isEmpty();
    if (!hasFailed) {
        return {};
    }
    const QString provider = !generation.attempts.isEmpty() ? generation.attempts.constLast().provider
        : generation.plan                                   ? generation.plan->offer.provider
                                                            : QString();
    return failureText(
        cell, provider, names(),
        {.hasNewKey = m_keys.hasNewKeySince(provider, generation.endedAt), .isAnyLocked = m_keys.isAnyLocked()});
}

bool ExplainPage::canTake(const FailureAction &action) const
{
    switch (action.step) {
    case FailureAction::Step::AddKey:
    case FailureAction::Step::ReplaceKey:
    case FailureAction::Step::OpenAccount:
    case FailureAction::Step::OpenSettings:
    case FailureAction::Step::Unlock:
        return true;
    case FailureAction::Step::Retry:
    case FailureAction::Step::RetryMayBillTwice:
    case FailureAction::Step::EditPrompt:
        return m_steps == Steps::WithRetry;
    default: // what changes the cell is chosen there
        return false;
    }
}

/// The first of those a failure has that can be taken here.
FailureAction ExplainPage::nextStep() const
{
    const FailureText failed = failure();
    return canTake(failed.first) ? failed.first : canTake(failed.second) ? failed.second : FailureAction();
}

void ExplainPage::takeStep()
{
    const FailureAction next = nextStep();
    switch (next.step) {
    case FailureAction::Step::AddKey:
    case FailureAction::Step::ReplaceKey:
        Q_EMIT keyWanted(next.provider);
        break;
    case FailureAction::Step::OpenAccount:
        Q_EMIT pageWanted(next.provider);
        break;
    case FailureAction::Step::OpenSettings:
        Q_EMIT settingWanted(next.provider.isEmpty() ? u"unknownPrices"_s : u"address."_s + next.provider);
        break;
    case FailureAction::Step::Unlock:
        Q_EMIT unlockWanted();
        break;
    case FailureAction::Step::EditPrompt:
        Q_EMIT promptWanted();
        break;
    case FailureAction::Step::Retry:
    case FailureAction::Step::RetryMayBillTwice: {
        const QString id = m_id; // who hears it closes the page
        Q_EMIT againWanted(id);
        break;
    }
    default:
        break;
    }
}

} // namespace lightwell
