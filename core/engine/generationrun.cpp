// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/generationrun.h"

#include "core/async/whendone.h"
#include "core/engine/attemptmoney.h"
#include "core/engine/attemptrun.h"
#include "core/engine/callerrors.h"
#include "core/engine/callreasons.h"
#include "core/engine/turns.h"
#include "core/media/fittedinputs.h"
#include "core/secrets/keyring.h"
#include "core/storage/mediastore.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace lightwell {

GenerationRun::GenerationRun(const EngineParts &parts, const EngineShared &shared, EnginePolicy policy,
                             Generation generation, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_shared(shared)
    , m_policy(std::move(policy))
    , m_generation(std::move(generation))
    , m_who(askerOf(m_generation.origin))
    , m_next(new NextAttempt(parts, shared, m_who, m_policy.failoverAfterUnknown, this))
{
    connect(m_next, &NextAttempt::found, this, &GenerationRun::prepareAttempt);
    connect(m_next, &NextAttempt::exhausted, this,
            [this](const Error &error) { end(GenerationStatus::Failed, error); });
    connect(m_next, &NextAttempt::queued, this, [this](const QString &provider, int position) {
        report({Progress::Stage::Queued, {}, position, provider});
    });
    connect(m_next, &NextAttempt::passedOver, this, [this](const Plan &plan) {
        if (m_generation.attempts.isEmpty()) {
            m_generation.plan = plan; // so that whoever shows the failure knows whose key is meant
            m_generation.estimate = plan.estimate.total;
        }
    });
}

void GenerationRun::start(const Result<Route> &route)
{
    if (!route && !m_cancelled) {
        end(GenerationStatus::Failed, route.error());
        return;
    }
    if (route) {
        m_generation.route = placesOf(*route);
        m_next->setRoute(*route);
    }
    tryNext();
}

void GenerationRun::tryNext()
{
    if (m_cancelled) {
        end(GenerationStatus::Cancelled, callerrors::cancelledBeforeSending());
        return;
    }
    m_next->find();
}

/// Before anything is reserved: a picture that cannot be made what the vendor takes costs nothing.
void GenerationRun::prepareAttempt(const Plan &plan, const Credentials &credentials)
{
    const auto shared = std::make_shared<const Plan>(plan);
    if (plan.inputs.isEmpty()) {
        beginAttempt({shared, shared}, credentials);
        return;
    }
    const auto fitting = QtConcurrent::run([shared] { return withFittedInputs(*shared); });
    whenDone(fitting, this, [this, shared, credentials = credentials](const Result<Plan> &sent) {
        if (sent && !m_cancelled) {
            beginAttempt({shared, std::make_shared<const Plan>(*sent)}, credentials);
            return;
        }
        if (!sent) {
            m_next->noteError(sent.error());
        }
        tryNext();
    });
}

void GenerationRun::beginAttempt(const AttemptOrder &order, const Credentials &credentials)
{
    const Plan &plan = *order.plan;
    m_credentials = credentials;
    m_generation.plan = plan;
    m_generation.request.size = plan.request.size; // also where a vendor's own words said it
    m_generation.estimate = plan.estimate.total;
    Attempt attempt;
    attempt.provider = plan.offer.provider;
    attempt.providerModel = plan.offer.providerModel;
    attempt.status = GenerationStatus::Running;
    attempt.startedAt = m_parts.clock.now();
    attempt.key = credentials.keyName;
    attempt.why = m_next->walk().why();
    m_generation.attempts.append(attempt);
    if (!m_policy.nothingPaid.isEmpty() && plan.estimate.total != Money::zero()) {
        attemptRefused(notSent(ErrorKind::Storage, m_policy.nothingPaid));
        return;
    }
    const int number = static_cast<int>(m_generation.attempts.size()) - 1;
    const QUrl vendor = m_parts.adapters.find(plan.offer.provider)->info().defaultBaseUrl;
    const QUrl address = credentials.baseUrl.isEmpty() ? vendor : credentials.baseUrl;
    const Ledger::Entry money =
        attemptMoney(m_generation, number, m_policy.unknownPrices, isOwnServer(vendor, address));
    // Connecting takes as long as the journal; side by side, both are done when the request may leave.
    m_parts.http.prepare(address, int(plan.calls.size()));
    const auto written = m_parts.journal.beginAttempt(m_generation, number, money, attempt.startedAt);
    whenDone(written, this, [this, order = order, credentials = credentials](const Result<QList<Reason>> &status) {
        if (!status.ok()) {
            attemptRefused(status.error());
            return;
        }
        m_generation.notices += *status;
        Q_EMIT changed(m_generation);
        runAttempt(m_make ? m_make(*order.plan, credentials) : pictureAttempt(order, credentials));
        if (m_cancelled) {
            m_attempt->cancel(); // the wish came while the journal was written: nothing is sent
        } else {
            m_attempt->start();
        }
    });
}

/// Nothing was reserved for it, so there is nothing to settle either.
void GenerationRun::attemptRefused(const Error &error)
{
    Attempt &refused = m_generation.attempts.last();
    refused.status = GenerationStatus::Failed;
    refused.endedAt = m_parts.clock.now();
    refused.cost = Money::zero();
    refused.error = error;
    m_next->noteError(error);
    const RouteWalk::Onward onward = m_next->walk().after(error);
    refused.after = onward.because;
    if (onward.isAllowed) {
        tryNext();
    } else {
        end(GenerationStatus::Failed, error);
    }
}

AttemptRun *GenerationRun::pictureAttempt(const AttemptOrder &order, const Credentials &credentials)
{
    const int number = static_cast<int>(m_generation.attempts.size()) - 1;
    return new AttemptRun(m_parts, {m_shared.signIns, m_shared.turns, m_who}, m_policy, {m_generation.id, number},
                          order, credentials, this);
}

void GenerationRun::runAttempt(AttemptWork *attempt)
{
    m_attempt = attempt;
    m_attempt->setParent(this);
    m_attempt->takeTurn(m_next->takeTurn());
    connect(m_attempt, &AttemptWork::progressed, this, &GenerationRun::report);
    connect(m_attempt, &AttemptWork::picturesKept, this, [this](const QList<Picture> &pictures) {
        m_generation.pictures = pictures;
        static_cast<void>(m_parts.journal.write(m_generation));
    });
    connect(m_attempt, &AttemptWork::finished, this, &GenerationRun::attemptEnded);
}

Money GenerationRun::costOfAttempts() const
{
    Money total = Money::zero();
    for (const Attempt &tried : m_generation.attempts) {
        total += tried.cost;
    }
    return total;
}

void GenerationRun::attemptEnded(const AttemptOutcome &outcome)
{
    m_attempt->deleteLater();
    m_attempt = nullptr;
    m_generation.pictures = outcome.pictures;
    m_generation.attempts.last().hasJob = outcome.hasJob;
    m_generation.attempts.last().usage = outcome.usage;
    m_generation.attempts.last().about = outcome.about;
    m_notes += outcome.notes;
    if (outcome.complaint) {
        m_generation.error = outcome.complaint;
    }
    const int made = outcome.delivered;
    const QList<PlannedCall> &calls = m_generation.plan->calls;
    const int asked =
        std::accumulate(calls.begin(), calls.end(), 0, [](int sum, const PlannedCall &call) { return sum + call.n; });
    const Verdict verdict = judge(*m_generation.plan, outcome.calls, made, m_cancelled);
    const QString offer = m_generation.plan->offer.id();
    if (!verdict.error) {
        m_shared.health.succeeded(offer);
        if (m_credentials.isSetAside) {
            m_parts.keyring.takeBack({m_generation.plan->offer.provider, m_credentials.keyName});
        }
        if (made < asked) {
            m_generation.error = callerrors::fewerThanAsked(made, asked);
        }
        endAttempt(verdict, false);
        return;
    }
    m_shared.health.failed(offer, *verdict.error, m_parts.clock.now());
    m_generation.attempts.last().error = verdict.error;
    m_next->noteError(*verdict.error);
    if (made > 0) {
        m_generation.error = verdict.error;
        if (made < asked) { // else one beyond them is at fault
            m_generation.error->setReason(reasons::fewerThanAskedBecause(made, asked, verdict.error->why()));
        }
    }
    if (made > 0 || m_cancelled) {
        endAttempt(verdict, false);
    } else {
        attemptFailed(verdict);
    }
}

void GenerationRun::attemptFailed(const Verdict &verdict)
{
    const std::optional<SetAside::Why> fault = keyFault(*verdict.error);
    if (fault && m_next->walk().hasPlan()) { // a job of an earlier run has only the key it was begun with
        lookForAnotherKey(verdict, *fault);
        return;
    }
    const RouteWalk::Onward onward = m_next->walk().after(*verdict.error);
    m_generation.attempts.last().after = onward.because;
    endAttempt(verdict, onward.isAllowed);
}

/// A refused key began no work: the same offer is asked with the next one before another is.
void GenerationRun::lookForAnotherKey(const Verdict &verdict, SetAside::Why fault)
{
    const QString provider = m_generation.plan->offer.provider;
    m_next->walk().keyRefused(m_credentials.keyName, *verdict.error);
    if (!m_credentials.key.isEmpty()) {
        m_parts.keyring.setAside(m_credentials, provider, fault);
    }
    m_parts.keyring.credentials(provider, this, [this, verdict](const Result<Credentials> &next) {
        const bool isAnother = next && !next->isSetAside && !m_next->walk().wasRefused(next->keyName);
        const RouteWalk::Onward onward = isAnother ? m_next->walk().afterKey() : m_next->walk().after(*verdict.error);
        m_generation.attempts.last().after = onward.because;
        endAttempt(verdict, onward.isAllowed);
    });
}

void GenerationRun::endAttempt(const Verdict &verdict, bool goOn)
{
    Attempt &attempt = m_generation.attempts.last();
    attempt.status = verdict.status;
    attempt.endedAt = m_parts.clock.now();
    attempt.cost = verdict.cost;
    attempt.doubtedCost = verdict.doubted;
    if (verdict.doubted.isKnown()) {
        std::optional<Error> &told = attempt.error && !m_generation.error ? attempt.error : m_generation.error;
        tellDoubt(told, verdict, m_generation.plan->estimate.total);
    }
    m_generation.cost = costOfAttempts();
    m_generation.status = goOn ? GenerationStatus::Running : verdict.status;
    if (!goOn) {
        m_generation.endedAt = attempt.endedAt;
        if (!m_generation.error && m_generation.attempts.last().error) {
            m_generation.error = m_generation.attempts.last().error;
        }
    }
    const int number = static_cast<int>(m_generation.attempts.size()) - 1;
    const int pictures = static_cast<int>(m_generation.pictures.size());
    const auto ending = m_parts.journal.endAttempt(m_generation, number, verdict.settlement, verdict.cost, pictures);
    whenDone(ending, this, [this, goOn](const Status &written) {
        m_generation.isBookingOwed = !written.ok();
        if (written) {
            forgetNotes();
        } else if (!m_generation.error) {
            m_generation.error = written.error(); // the picture is safe on disk; the person hears of the trouble
        }
        if (goOn) {
            Q_EMIT changed(m_generation);
            tryNext();
        } else {
            m_ended = true;
            m_next->stop();
            Q_EMIT finished(m_generation);
        }
    });
}

/// The journal has the pictures now: what they were made from may go.
void GenerationRun::forgetNotes()
{
    const auto notes = m_isResumed ? QList<NotedPlace> {NotedPlace {m_generation.id}} : std::exchange(m_notes, {});
    if (notes.isEmpty()) {
        return;
    }
    static_cast<void>(QtConcurrent::run([journal = &m_parts.journal, media = &m_parts.media, notes] {
        for (const NotedPlace &note : notes) {
            if (note.hasEarlier) {
                journal->forgetArrivals(*media, note.place);
            } else { // there is nothing to take away, so nothing of it needs to be read
                media->forgetArrival(note.place);
            }
        }
    }));
}

void GenerationRun::end(GenerationStatus status, std::optional<Error> error)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_next->stop();
    m_generation.status = status;
    m_generation.error = std::move(error);
    m_generation.endedAt = m_parts.clock.now();
    m_generation.cost = costOfAttempts();
    static_cast<void>(m_parts.journal.write(m_generation));
    Q_EMIT finished(m_generation);
}

void GenerationRun::cancel()
{
    if (m_cancelled || m_ended) {
        return;
    }
    m_cancelled = true;
    if (m_attempt) {
        m_attempt->cancel();
    } else if (m_next->isLooking()) {
        end(GenerationStatus::Cancelled, callerrors::cancelledBeforeSending());
    }
}

void GenerationRun::report(Progress progress)
{
    progress.attempt = static_cast<int>(m_generation.attempts.size());
    Q_EMIT progressed(progress);
}

} // namespace lightwell
