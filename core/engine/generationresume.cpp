// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a GenerationRun that an earlier run of the program began.
#include "core/chat/textmoney.h"
#include "core/engine/attemptrun.h"
#include "core/engine/callerrors.h"
#include "core/engine/callreasons.h"
#include "core/engine/generationrun.h"
#include "core/engine/leftcalls.h"
#include "core/engine/signins.h"
#include "core/secrets/keyring.h"

namespace lightwell {

void GenerationRun::resume(const JournalEntry &entry)
{
    const int attempt = static_cast<int>(m_generation.attempts.size()) - 1;
    if (!m_generation.plan || attempt < 0 || m_generation.attempts.last().status != GenerationStatus::Running) {
        // It ended between two attempts: nothing of it runs anywhere, and the next one is the person's choice now.
        const std::optional<Error> last = attempt < 0 ? std::nullopt : m_generation.attempts.last().error;
        end(GenerationStatus::Failed, last.value_or(callerrors::cancelledBeforeSending()));
        return;
    }
    const QList<JournalCall> calls = leftcalls::ofLastAttempt(m_generation, entry.calls);
    if (isTextPlan(*m_generation.plan)) {
        leave(calls, Error()); // nobody has its answer any more
        return;
    }
    const QString provider = m_generation.plan->offer.provider;
    const KeyId key(provider, m_generation.attempts.last().key);
    m_shared.signIns.credentialsOf(key, this, [this, provider, calls](const Result<Credentials> &credentials) {
        const bool isKnown = m_parts.adapters.find(provider) != nullptr;
        if (!isKnown || (!credentials && leftcalls::needKey(calls))) {
            leave(calls, isKnown ? credentials.error() : Error());
        } else if (credentials) {
            resumeAttempt(calls, *credentials);
        } else {
            m_parts.keyring.address(provider, this, [this, calls](const Result<QUrl> &address) {
                Credentials none;
                none.baseUrl = address ? *address : QUrl(); // links to the user's own server are fetched there
                resumeAttempt(calls, none);
            });
        }
    });
}

void GenerationRun::resumeAttempt(const QList<JournalCall> &calls, const Credentials &credentials)
{
    m_isResumed = true;
    m_credentials = credentials;
    const auto plan = std::make_shared<const Plan>(*m_generation.plan);
    AttemptRun *attempt = pictureAttempt({plan, plan}, credentials); // what is sent now asks only for its job
    runAttempt(attempt);
    attempt->resume(calls, m_generation.pictures);
    if (m_cancelled && m_attempt) {
        m_attempt->cancel();
    }
}

/// Nobody can be asked now. Ended like that, it can be asked for later, or settled by hand.
void GenerationRun::leave(const QList<JournalCall> &calls, Error why)
{
    why.billing = Billing::MayBeBilled;
    if (why.why().isEmpty()) {
        why.setReason(reasons::endedWhileRunning());
    }
    const QList<CallEnd> ends = leftcalls::endsOf(*m_generation.plan, calls, why);
    const Verdict verdict = judge(*m_generation.plan, ends, static_cast<int>(m_generation.pictures.size()), false);
    m_generation.attempts.last().hasJob = leftcalls::canBeAskedFor(calls);
    m_generation.attempts.last().error = why;
    endAttempt(verdict, false);
}

} // namespace lightwell
