// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeimageservice.h"

#include "core/catalog/catalog.h"
#include "core/engine/findplans.h"
#include "core/model/plan.h"
#include "tests/ui/samplepicture.h"

#include <QTimer>

namespace lightwell::test {

using namespace Qt::StringLiterals;

FakeImageService::FakeImageService(const Catalog &catalog)
    : m_catalog(catalog)
{
}

Result<Plan> FakeImageService::planFor(const Request &request) const
{
    const Result<Resolution> found = m_catalog.resolve(request.model);
    if (!found || found->offers.isEmpty()) {
        return notSent(ErrorKind::NotFound, u"No plan fits."_s);
    }
    Result<Plan> plan = m_catalog.plan(request, found->offers.constFirst());
    if (!plan) {
        return plan;
    }
    if (prices.contains(request.model)) {
        plan.value().estimate.total = prices.value(request.model);
    }
    plan.value().estimate.atMost = atMost.contains(request.model);
    return plan;
}

QString FakeImageService::generate(const Request &request, const QString &project, QObject *context,
                                   OnFinished onFinished, OnProgress onProgress)
{
    projects.append(project);
    const auto index = static_cast<int>(m_jobs.size());
    m_jobs.append({u"gen_%1"_s.arg(index),
                   request,
                   context,
                   std::move(onFinished),
                   std::move(onProgress),
                   QDateTime::currentDateTime(),
                   false,
                   {}});
    if (automatic) {
        QTimer::singleShot(50 + index * 30, this, [this, index] { advance(index, 1); });
    }
    return m_jobs.at(index).id;
}

void FakeImageService::follow(const QString &generationId, QObject *context, OnFinished onFinished,
                              OnProgress onProgress)
{
    followed.append(generationId);
    const auto job = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job &it) { return it.id == generationId; });
    *job = {generationId,          job->request,   context, std::move(onFinished),
            std::move(onProgress), job->startedAt, false,   {}};
}

void FakeImageService::advance(int job, int step)
{
    if (m_jobs.at(job).ended) {
        return;
    }
    if (step > 4) {
        complete(job);
        return;
    }
    Progress now;
    now.stage = Progress::Stage::Waiting;
    now.fraction = step / 5.0;
    now.provider = u"sketchbook"_s;
    progress(job, now);
    QTimer::singleShot(120, this, [this, job, step] { advance(job, step + 1); });
}

void FakeImageService::cancel(const QString &generationId)
{
    cancelled.append(generationId);
    for (int job = 0; job < m_jobs.size() && !ignoreCancel; ++job) {
        if (m_jobs.at(job).id == generationId && !m_jobs.at(job).ended) {
            fail(job, GenerationStatus::Cancelled, notSent(ErrorKind::Cancelled, u"Cancelled."_s));
        }
    }
}

Result<Route> FakeImageService::routeFor(const Request &request) const
{
    const bool goesByRules = routing && routing->rules() != RoutingRules();
    if (!goesByRules) {
        const Result<Plan> plan = planFor(request);
        if (!plan) {
            return plan.error();
        }
        Route route {{{*plan, {}, false}}, {}, false};
        const Result<Resolution> found = m_catalog.resolve(request.model);
        for (const Offer &other : found->offers.mid(1)) {
            Request there = request;
            there.model = other.id();
            if (Result<Plan> more = planFor(there)) {
                route.plans.append({*more, {}, false});
            }
        }
        return route;
    }
    const Result<PlannedModels> planned = planModels(request, m_catalog, routing->rules());
    return planned ? routeOf(*planned, {routing->rules(), {}, {}, {}, QDateTime::currentDateTimeUtc()})
                   : Result<Route>(planned.error());
}

void FakeImageService::find(const QStringList &generationIds, QObject *context, OnFound onFound)
{
    QHash<QString, Generation> found;
    for (const QString &id : generationIds) {
        const auto job = std::find_if(m_jobs.cbegin(), m_jobs.cend(), [&](const Job &it) { return it.id == id; });
        if (job != m_jobs.cend() && !job->ended) {
            Generation running = outcome(*job);
            running.status = GenerationStatus::Running;
            found.insert(id, running);
        } else if (journal.contains(id)) {
            found.insert(id, journal.value(id));
        }
    }
    QMetaObject::invokeMethod(
        context, [found, onFound = std::move(onFound)] { onFound(found); }, Qt::QueuedConnection);
}

void FakeImageService::onEnded(QObject *context, OnEnded then)
{
    connect(
        this, &FakeImageService::ended, context, [then = std::move(then)](const Generation &outcome) { then(outcome); },
        Qt::QueuedConnection);
}

void FakeImageService::plan(const Request &request, QObject *context, OnRoute onRoute)
{
    ++planned;
    QMetaObject::invokeMethod(
        context, [route = routeFor(request), onRoute = std::move(onRoute)] { onRoute(route); }, Qt::QueuedConnection);
}

void FakeImageService::billsLike(const Plan &plan, QObject *context, OnBills onBills)
{
    const Money bill = bills.value(plan.request.model);
    const PastBills found = bill.isKnown() ? PastBills {1, bill, bill, bill} : PastBills();
    QMetaObject::invokeMethod(
        context, [found, onBills = std::move(onBills)] { onBills(found); }, Qt::QueuedConnection);
}

void FakeImageService::offerRecords(QObject *context, OnRecords onRecords)
{
    QMetaObject::invokeMethod(
        context, [found = records, onRecords = std::move(onRecords)] { onRecords(found); }, Qt::QueuedConnection);
}

void FakeImageService::lookUp(const QString &generationId, QObject *context, OnLookedUp onLookedUp)
{
    std::optional<Generation> found;
    for (const Job &job : std::as_const(m_jobs)) {
        if (job.id != generationId) {
            continue;
        }
        found = job.outcome;
        if (!found) {
            found = outcome(job);
            found->status = GenerationStatus::Running;
            found->endedAt = {};
            found->attempts.last().status = GenerationStatus::Running;
            found->attempts.last().endedAt = {};
        }
        if (before) {
            before(*found);
        }
    }
    QMetaObject::invokeMethod(
        context, [found, onLookedUp = std::move(onLookedUp)] { onLookedUp(found); }, Qt::QueuedConnection);
}

void FakeImageService::plansOf(const QString &, QObject *context, OnPlans onPlans)
{
    QMetaObject::invokeMethod(
        context, [found = plans, onPlans = std::move(onPlans)] { onPlans(found); }, Qt::QueuedConnection);
}

void FakeImageService::checkKey(const KeyId &, QObject *context, OnKeyCheck onChecked)
{
    QMetaObject::invokeMethod(
        context,
        [error = keyError, onChecked = std::move(onChecked)] { onChecked(error ? Status(*error) : Status(Success())); },
        Qt::QueuedConnection);
}

void FakeImageService::onChange(QObject *context, std::function<void()> then)
{
    connect(
        this, &FakeImageService::changed, context, [then = std::move(then)] { then(); }, Qt::QueuedConnection);
}

int FakeImageService::waiting() const
{
    return static_cast<int>(std::count_if(m_jobs.cbegin(), m_jobs.cend(), [](const Job &job) { return !job.ended; }));
}

void FakeImageService::progress(int job, const Progress &progress)
{
    const Job &it = m_jobs.at(job);
    if (it.context) {
        QMetaObject::invokeMethod(
            it.context, [callback = it.onProgress, progress] { callback(progress); }, Qt::QueuedConnection);
    }
}

Generation FakeImageService::outcome(const Job &job) const
{
    Generation generation;
    generation.id = job.id;
    generation.request = job.request;
    generation.origin = {Origin::Kind::Window, {}};
    if (const Result<Plan> plan = planFor(job.request)) {
        generation.plan = *plan;
    }
    generation.createdAt = job.startedAt;
    generation.endedAt = QDateTime::currentDateTime();
    Attempt attempt;
    attempt.provider = generation.plan ? generation.plan->offer.provider : QString();
    attempt.startedAt = generation.createdAt;
    attempt.endedAt = generation.endedAt;
    generation.attempts.append(attempt);
    generation.notices = notices;
    generation.estimate = generation.plan ? generation.plan->estimate.total : Money();
    return generation;
}

void FakeImageService::complete(int job, QSize size)
{
    Generation generation = outcome(m_jobs.at(job));
    generation.status = GenerationStatus::Completed;
    generation.cost = generation.estimate;
    generation.attempts.last().status = generation.status;
    if (!size.isValid() && generation.plan) {
        size = generation.plan->output.exactSize.value_or(generation.plan->size.expected);
    }
    Picture picture;
    picture.id = generation.id;
    picture.size = size.isValid() ? size : QSize(512, 512);
    picture.path = m_folder.filePath(generation.id + u".png"_s);
    picture.seed = generation.request.seed;
    picture.revisedPrompt = revisedPrompt;
    samplePicture(picture.size, job).save(picture.path, "PNG");
    if (diskIsFull) {
        QFile file(picture.path);
        picture.content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        file.remove();
        picture.path.clear();
        generation.error = Error();
        generation.error->kind = ErrorKind::Storage;
        generation.error->message = u"The disk is full."_s;
    }
    generation.pictures.append(picture);
    end(job, generation);
}

void FakeImageService::completeAll()
{
    for (int job = 0; job < m_jobs.size(); ++job) {
        if (!m_jobs.at(job).ended) {
            complete(job);
        }
    }
}

void FakeImageService::fail(int job, GenerationStatus status, const Error &error)
{
    Generation generation = outcome(m_jobs.at(job));
    generation.status = status;
    generation.error = error;
    generation.attempts.last().status = status;
    generation.attempts.last().error = error;
    end(job, generation);
}

void FakeImageService::end(int job, Generation generation)
{
    Job &it = m_jobs[job];
    Q_ASSERT(!it.ended);
    it.ended = true;
    journal.insert(it.id, generation);
    it.outcome = generation;
    Q_EMIT changed();
    Q_EMIT ended(generation);
    if (it.context) {
        QMetaObject::invokeMethod(
            it.context, [callback = it.onFinished, generation = std::move(generation)] { callback(generation); },
            Qt::QueuedConnection);
    }
}

} // namespace lightwell::test
