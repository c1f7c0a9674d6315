// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/generationrun.h"

#include "core/async/whendone.h"
#include "core/routing/router.h"
#include "core/secrets/keyring.h"

#include <QtConcurrent>

namespace lightwell {

namespace {

Error cancelledBeforeSending()
{
    return notSent(ErrorKind::Cancelled, GenerationRun::tr("Cancelled before anything was sent. Nothing was billed."));
}

AdapterState stateOf(const QList<JournalCall> &calls, int number)
{
    for (const JournalCall &call : calls) {
        if (call.call == number) {
            return call.state;
        }
    }
    return {};
}

Error fewerThanAsked(int made, int asked)
{
    Error error;
    error.kind = ErrorKind::Upstream;
    error.billing = Billing::Billed;
    error.message =
        GenerationRun::tr("%1 of %2 pictures were made. The vendor sent no more; its filter may have held some back.")
            .arg(made)
            .arg(asked);
    return error;
}

Error nothingCame()
{
    Error error;
    error.kind = ErrorKind::Upstream;
    error.message = GenerationRun::tr("The vendor said it was done but sent no picture. It may have been billed.");
    return error;
}

} // namespace

GenerationRun::GenerationRun(const EngineParts &parts, const EnginePolicy &policy, Health &health,
                             Generation generation, QList<Plan> plans, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_policy(policy)
    , m_health(health)
    , m_generation(std::move(generation))
    , m_plans(std::move(plans))
{
}

void GenerationRun::start()
{
    tryNext();
}

void GenerationRun::tryNext()
{
    if (m_cancelled) {
        end(GenerationStatus::Cancelled, cancelledBeforeSending());
        return;
    }
    if (m_next >= m_plans.size()) {
        end(GenerationStatus::Failed,
            m_lastError.value_or(
                notSent(ErrorKind::NotFound, tr("No provider serves this model. Choose another one."))));
        return;
    }
    const Plan plan = m_plans.at(m_next++);
    if (!m_parts.adapters.find(plan.offer.provider)) {
        tryNext();
        return;
    }
    m_parts.keyring.credentials(plan.offer.provider, this, [this, plan](const Result<Credentials> &credentials) {
        if (credentials) {
            beginAttempt(plan, *credentials);
            return;
        }
        // A missing key is the least telling of reasons: it does not hide a real refusal.
        if (!m_lastError || m_lastError->kind == ErrorKind::NoKey) {
            m_lastError = credentials.error();
        }
        tryNext();
    });
}

void GenerationRun::beginAttempt(const Plan &plan, const Credentials &credentials)
{
    if (m_cancelled) {
        end(GenerationStatus::Cancelled, cancelledBeforeSending());
        return;
    }
    m_generation.plan = plan;
    m_generation.estimate = plan.estimate.total;
    Attempt attempt;
    attempt.provider = plan.offer.provider;
    attempt.providerModel = plan.offer.providerModel;
    attempt.status = GenerationStatus::Running;
    attempt.startedAt = m_parts.clock.now();
    m_generation.attempts.append(attempt);

    const int number = static_cast<int>(m_generation.attempts.size()) - 1;
    Ledger::Entry money;
    money.reservation = Ledger::reservationName(m_generation.id, number);
    money.generation = m_generation.id;
    money.provider = plan.offer.provider;
    money.model = plan.offer.model;
    money.client = m_generation.origin.client;
    money.estimate = plan.estimate.total;
    money.allowUnknownPrice = m_policy.allowUnknownPrice;
    // The vendor's handshake takes as long as the journal; side by side, both are done when the request may leave.
    const QUrl vendor = m_parts.adapters.find(plan.offer.provider)->info().defaultBaseUrl;
    m_parts.http.prepare(credentials.baseUrl.isEmpty() ? vendor : credentials.baseUrl, int(plan.calls.size()));
    const auto written = m_parts.journal.beginAttempt(m_generation, number, money, attempt.startedAt);
    whenDone(written, this, [this, plan, credentials](const Status &status) {
        if (status.ok()) {
            Q_EMIT changed(m_generation);
            runCalls(plan, credentials, {});
            return;
        }
        // The transaction did not happen, so there is nothing to settle either.
        Attempt &refused = m_generation.attempts.last();
        refused.status = GenerationStatus::Failed;
        refused.endedAt = m_parts.clock.now();
        refused.cost = Money::zero();
        refused.error = status.error();
        m_lastError = status.error();
        if (mayTryNext(status.error(), false)) {
            tryNext();
        } else {
            end(GenerationStatus::Failed, status.error());
        }
    });
}

void GenerationRun::runCalls(const Plan &plan, const Credentials &credentials, const QList<JournalCall> &resumed)
{
    m_calls.clear();
    m_concluded = false;
    for (const PlannedCall &call : plan.calls) {
        addDriver(plan, credentials, static_cast<int>(m_calls.size()), call);
    }
    for (const JournalCall &earlier : resumed) {
        if (earlier.finished && earlier.call < static_cast<int>(m_calls.size())) {
            CallState &call = m_calls[static_cast<std::size_t>(earlier.call)];
            delete std::exchange(call.driver, nullptr);
            call.cost = earlier.cost;
            call.ended = true; // its pictures stand in the generation already
        }
    }
    // Started only when all are known: a call that fails at once must not look like the last one.
    for (std::size_t index = 0; index < m_calls.size() && !m_ended; ++index) {
        CallDriver *driver = m_calls[index].driver;
        if (!driver) {
            continue;
        }
        if (m_resumed) {
            driver->resume(stateOf(resumed, static_cast<int>(index)));
        } else if (!m_cancelled) {
            driver->start();
        }
        // The wish to stop may have come while the journal was written, before there was a driver to tell.
        if (m_cancelled && m_calls[index].driver) {
            m_calls[index].driver->cancel();
        }
    }
    if (m_resumed) {
        concludeIfAllEnded();
    }
}

void GenerationRun::addDriver(const Plan &plan, const Credentials &credentials, int number, const PlannedCall &call)
{
    const std::size_t index = m_calls.size();
    const int attempt = static_cast<int>(m_generation.attempts.size()) - 1;
    auto *driver = new CallDriver(*m_parts.adapters.find(plan.offer.provider), m_parts.http, plan, call, credentials,
                                  {m_policy.timeout}, this);
    m_calls.push_back({number, call, driver, {}, {}, {}, false});
    connect(driver, &CallDriver::progressed, this, &GenerationRun::report);
    connect(driver, &CallDriver::stateChanged, this, [this, number, attempt](const AdapterState &state) {
        static_cast<void>(m_parts.journal.saveState(m_generation.id, attempt, number, state));
    });
    connect(driver, &CallDriver::finished, this,
            [this, index](const CallOutcome &outcome) { callEnded(index, outcome); });
}

void GenerationRun::callEnded(std::size_t index, const CallOutcome &outcome)
{
    CallState &call = m_calls[index];
    call.driver->deleteLater();
    call.driver = nullptr;
    call.cost = outcome.cost;
    call.made = outcome.made;
    call.error = outcome.error;
    if (outcome.images.isEmpty()) {
        if (!call.error) {
            call.error = nothingCame();
        }
        call.ended = true;
        concludeIfAllEnded();
        return;
    }
    report({Progress::Stage::Converting, {}, {}, m_generation.attempts.last().provider, 1});
    const Plan &plan = *m_generation.plan;
    const Money all = costOfCall(plan, {call.planned, {}, outcome.cost, outcome.made});
    const Money each = all.isKnown() ? Money::fromMicros(all.micros() / outcome.made) : all;
    QList<FinishOrder> orders;
    for (const ProducedImage &image : outcome.images) {
        FinishOrder order {image, plan.output, {}};
        if (m_policy.embedRecipe) {
            order.recipe = recipeOf(plan, call.planned, image, each, m_parts.clock.now());
        }
        orders.append(order);
    }
    const MediaStore *media = &m_parts.media;
    const auto finishing = QtConcurrent::run([orders, media] {
        QList<Result<FinishedPicture>> results;
        for (const FinishOrder &order : orders) {
            results.append(finishPicture(order, *media));
        }
        return results;
    });
    whenDone(finishing, this,
             [this, index](const QList<Result<FinishedPicture>> &results) { picturesReady(index, results); });
}

void GenerationRun::picturesReady(std::size_t index, const QList<Result<FinishedPicture>> &results)
{
    CallState &call = m_calls[index];
    if (results.isEmpty()) {
        call.error = givenUp();
        call.error->billing = Billing::Billed;
    }
    for (const Result<FinishedPicture> &result : results) {
        if (result) {
            call.pictures.append(result->picture);
            if (result->complaint) {
                m_generation.error = result->complaint;
            }
        } else {
            call.error = result.error();
            call.error->billing = Billing::Billed; // whatever went wrong here, the vendor has done its work
        }
    }
    call.ended = true;
    if (m_calls.size() > 1) {
        // Should the program end before the other calls do, these pictures are not forgotten.
        m_generation.pictures = picturesOfAttempt();
        const int attempt = static_cast<int>(m_generation.attempts.size()) - 1;
        static_cast<void>(m_parts.journal.write(m_generation));
        static_cast<void>(m_parts.journal.finishCall(m_generation.id, attempt, call.number, call.cost));
    }
    concludeIfAllEnded();
}

QList<Picture> GenerationRun::picturesOfAttempt() const
{
    QList<Picture> pictures = m_earlierPictures;
    for (const CallState &call : m_calls) {
        for (const Picture &picture : call.pictures) {
            const bool known = std::any_of(m_earlierPictures.begin(), m_earlierPictures.end(),
                                           [&picture](const Picture &earlier) { return earlier.id == picture.id; });
            if (!known) {
                pictures.append(picture);
            }
        }
    }
    return pictures;
}

Money GenerationRun::costOfAttempts() const
{
    Money total = Money::zero();
    for (const Attempt &tried : m_generation.attempts) {
        total += tried.cost;
    }
    return total;
}

void GenerationRun::concludeIfAllEnded()
{
    if (m_concluded) {
        return;
    }
    for (const CallState &call : m_calls) {
        if (!call.ended) {
            return;
        }
    }
    m_concluded = true;
    QList<CallEnd> ends;
    for (const CallState &call : m_calls) {
        ends.append({call.planned, call.error, call.cost, call.made});
    }
    m_generation.pictures = picturesOfAttempt();
    const int pictures = static_cast<int>(m_generation.pictures.size());
    const Verdict verdict = judge(*m_generation.plan, ends, pictures, m_cancelled);
    const QString offer = m_generation.plan->offer.id();
    if (!verdict.error) {
        m_health.succeeded(offer);
        if (pictures < m_generation.request.n) {
            m_generation.error = fewerThanAsked(pictures, m_generation.request.n);
        }
        endAttempt(verdict, false);
        return;
    }
    m_health.failed(offer, *verdict.error, m_parts.clock.now());
    m_generation.attempts.last().error = verdict.error;
    m_lastError = verdict.error;
    if (pictures > 0) {
        m_generation.error = verdict.error;
        m_generation.error->message =
            tr("%1 of %2 pictures were made. %3").arg(pictures).arg(m_generation.request.n).arg(verdict.error->message);
    }
    const bool goOn = pictures == 0 && !m_cancelled && m_next < m_plans.size()
        && mayTryNext(*verdict.error, m_policy.failoverAfterUnknown);
    endAttempt(verdict, goOn);
}

void GenerationRun::endAttempt(const Verdict &verdict, bool goOn)
{
    Attempt &attempt = m_generation.attempts.last();
    attempt.status = verdict.status;
    attempt.endedAt = m_parts.clock.now();
    attempt.cost = verdict.cost;
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
        if (!written.ok() && !m_generation.error) {
            m_generation.error = written.error(); // the picture is safe on disk; the person hears of the trouble
        }
        if (goOn) {
            Q_EMIT changed(m_generation);
            tryNext();
        } else {
            m_ended = true;
            Q_EMIT finished(m_generation);
        }
    });
}

void GenerationRun::end(GenerationStatus status, std::optional<Error> error)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_generation.status = status;
    m_generation.error = std::move(error);
    m_generation.endedAt = m_parts.clock.now();
    m_generation.cost = costOfAttempts();
    static_cast<void>(m_parts.journal.write(m_generation));
    Q_EMIT finished(m_generation);
}

void GenerationRun::resume(const JournalEntry &entry)
{
    const int attempt = static_cast<int>(m_generation.attempts.size()) - 1;
    if (!m_generation.plan || attempt < 0 || m_generation.attempts.last().status != GenerationStatus::Running) {
        // It ended between two attempts: nothing of it runs anywhere, and the next one is the person's choice now.
        const std::optional<Error> last = attempt < 0 ? std::nullopt : m_generation.attempts.last().error;
        end(GenerationStatus::Failed, last.value_or(cancelledBeforeSending()));
        return;
    }
    m_resumed = true;
    m_earlierPictures = m_generation.pictures;
    QList<JournalCall> calls;
    for (const JournalCall &call : entry.calls) {
        if (call.attempt == attempt) {
            calls.append(call);
        }
    }
    const QString provider = m_generation.plan->offer.provider;
    m_parts.keyring.credentials(provider, this, [this, provider, calls](const Result<Credentials> &credentials) {
        if (!credentials || !m_parts.adapters.find(provider)) {
            Q_EMIT abandoned();
            return;
        }
        runCalls(*m_generation.plan, *credentials, calls);
    });
}

void GenerationRun::cancel()
{
    if (m_cancelled || m_ended) {
        return;
    }
    m_cancelled = true;
    for (const CallState &call : m_calls) {
        if (call.driver) {
            call.driver->cancel();
        }
    }
}

void GenerationRun::report(Progress progress)
{
    progress.attempt = static_cast<int>(m_generation.attempts.size());
    Q_EMIT progressed(progress);
}

} // namespace lightwell
