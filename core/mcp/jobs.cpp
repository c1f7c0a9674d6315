// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/jobs.h"

#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/journal/journal.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace lightwell::mcp {

namespace {

constexpr int maxAtOnce = 32; ///< of one client
constexpr std::chrono::milliseconds keptFor = std::chrono::minutes(10);
constexpr qint64 keySeconds = 24LL * 60 * 60;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mcp)
};

bool isSameClient(const Origin &left, const Origin &right)
{
    return left.kind == right.kind && left.client == right.client;
}

Error keyReused()
{
    return notSent(ErrorKind::Invalid,
                   Text::tr("This agreement, or Idempotency-Key, was used for another call. Nothing was made."));
}

} // namespace

Jobs::Jobs(Engine &engine, Journal &journal, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_journal(journal)
{
}

Jobs::~Jobs() = default;

std::optional<Generation> Jobs::outcome(const QString &job) const
{
    return m_jobs.value(job).outcome;
}

QString Jobs::leftAlone(const Origin &origin)
{
    forgetOld();
    for (auto job = m_jobs.begin(); job != m_jobs.end(); ++job) {
        const bool isSame = isSameClient(job->origin, origin) && job->origin.fingerprint == origin.fingerprint;
        const bool isUseless = job->isCancelled || (job->outcome && job->outcome->endedForFree());
        if (isSame && job->watchers == 0 && !isUseless) {
            return job.key();
        }
    }
    return {};
}

QString Jobs::sameKey(const Origin &origin) const
{
    for (auto job = m_jobs.begin(); job != m_jobs.end(); ++job) {
        if (!origin.keyHash.isEmpty() && isSameClient(job->origin, origin) && job->origin.keyHash == origin.keyHash) {
            return job.key();
        }
    }
    return {};
}

std::optional<Error> Jobs::faultIn(const Origin &origin) const
{
    const auto running = std::count_if(m_jobs.begin(), m_jobs.end(), [&origin](const Job &job) {
        return !job.outcome && isSameClient(job.origin, origin);
    });
    if (running < maxAtOnce) {
        return std::nullopt;
    }
    return notSent(
        ErrorKind::RateLimit,
        Text::tr("%1 jobs of this client are under way. Nothing was begun: wait for one of them with get_job.")
            .arg(maxAtOnce));
}

std::optional<Result<QString>> Jobs::join(const Origin &origin)
{
    const QString known = sameKey(origin);
    const QString found = known.isEmpty() ? leftAlone(origin) : known;
    if (found.isEmpty()) {
        return std::nullopt;
    }
    Job &job = m_jobs[found];
    if (job.origin.fingerprint != origin.fingerprint) {
        return keyReused();
    }
    ++job.watchers;
    return Result<QString>(found);
}

void Jobs::take(const Order &order, QObject *context, const OnJob &onJob)
{
    if (const std::optional<Result<QString>> known = join(order.origin)) {
        return onJob(*known);
    }
    if (order.origin.keyHash.isEmpty()) {
        return onJob(begin(order));
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    whenDone(m_journal.earlierCall(order.origin, now.addSecs(-keySeconds), now), context,
             [this, order, onJob](const Result<std::optional<Journal::EarlierCall>> &earlier) {
                 if (!earlier) { // it may be paid for already
                     return onJob(earlier.error());
                 }
                 // The same call may have come once more meanwhile.
                 if (const std::optional<Result<QString>> known = join(order.origin)) {
                     return onJob(*known);
                 }
                 if (!*earlier) {
                     return onJob(begin(order));
                 }
                 if ((*earlier)->fingerprint != order.origin.fingerprint) {
                     return onJob(keyReused());
                 }
                 const QString job = (*earlier)->generation;
                 fetch(job);
                 m_jobs[job].origin = order.origin;
                 onJob(job);
             });
}

Result<QString> Jobs::begin(const Order &order)
{
    if (const std::optional<Error> fault = faultIn(order.origin)) {
        return *fault;
    }
    if (const std::optional<Error> fault = order.mayPay ? order.mayPay(order.request.model) : std::nullopt) {
        return *fault;
    }
    const auto job = std::make_shared<QString>();
    *job = m_engine.generate(
        order.request, order.origin, this, [this, job](const Generation &generation) { end(*job, generation); },
        [this, job](const Progress &progress) { Q_EMIT progressed(*job, progress); }, order.wishes);
    Job entry;
    entry.origin = order.origin;
    entry.held = order.held;
    entry.watchers = 1;
    m_jobs.insert(*job, entry);
    return *job;
}

void Jobs::fetch(const QString &job)
{
    if (const auto known = m_jobs.find(job); known != m_jobs.end()) {
        ++known->watchers;
        return;
    }
    Job entry;
    entry.watchers = 1;
    m_jobs.insert(job, entry);
    m_engine.fetchJob(
        job, this, [this, job](const Generation &generation) { end(job, generation); },
        [this, job](const Progress &progress) { Q_EMIT progressed(job, progress); });
}

void Jobs::end(const QString &job, const Generation &generation)
{
    const auto found = m_jobs.find(job);
    if (found == m_jobs.end()) {
        return;
    }
    Generation outcome = generation;
    outcome.id = job;
    outcome.request.images.clear();
    outcome.request.mask.reset();
    if (outcome.plan) {
        outcome.plan->request = outcome.request;
    }
    found->outcome = outcome;
    found->held.reset();
    found->sinceEnd.start();
    const bool isDropped = found->isCancelled && found->watchers == 0;
    Q_EMIT ended(job, outcome);
    // What still runs is another program's: the journal knows better a moment later.
    if (outcome.status == GenerationStatus::Running || isDropped) {
        m_jobs.remove(job);
    }
}

void Jobs::leave(const QString &job, Leaving how)
{
    const auto found = m_jobs.find(job);
    if (found == m_jobs.end() || --found->watchers > 0 || found->outcome || how == Leaving::GoesOn) {
        return;
    }
    if (how == Leaving::Cancels || m_grace.count() == 0) {
        return cancel(job);
    }
    QTimer::singleShot(m_grace, this, [this, job] {
        const auto still = m_jobs.constFind(job);
        if (still != m_jobs.constEnd() && still->watchers == 0 && !still->outcome) {
            cancel(job);
        }
    });
}

void Jobs::cancel(const QString &job)
{
    m_jobs[job].isCancelled = true;
    m_engine.cancel(job);
}

void Jobs::delivered(const QString &job)
{
    if (m_jobs.value(job).outcome) {
        m_jobs.remove(job);
    }
}

void Jobs::forgetOld()
{
    erase_if(m_jobs, [](const auto &entry) {
        const Job &job = entry.value();
        return job.outcome && job.watchers == 0 && job.sinceEnd.hasExpired(keptFor.count());
    });
}

void Jobs::cancelAll()
{
    for (auto job = m_jobs.constBegin(); job != m_jobs.constEnd(); ++job) {
        if (!job->outcome) {
            m_engine.cancel(job.key());
        }
    }
}

} // namespace lightwell::mcp
