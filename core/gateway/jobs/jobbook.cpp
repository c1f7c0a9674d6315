// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/jobs/jobbook.h"

#include "core/async/whendone.h"
#include "core/chat/textmoney.h"
#include "core/engine/engine.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/jobs/jobviews.h"
#include "core/gateway/jobs/jobwish.h"
#include "core/gateway/services/service.h"
#include "core/gateway/streamedanswer.h"
#include "core/gateway/webhooks/webhooksignature.h"
#include "core/gateway/webhooks/webhooktarget.h"
#include "core/journal/journallog.h"
#include "core/storage/runlock.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"
#include "core/wording/gatewayreasons.h"

#include <QLoggingCategory>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(jobLog, "lightwell.jobs", QtInfoMsg)

constexpr int keptKiB = 64 * 1024; ///< of ended jobs in memory
constexpr int keptFree = 512; ///< jobs; their pictures lie in files
constexpr int entryKiB = 64; ///< what one without pictures in memory is counted as
constexpr std::chrono::seconds othersAreLookedAt(1);

int costOf(const Generation &generation)
{
    qint64 bytes = 0;
    for (const Picture &picture : generation.pictures) {
        bytes += picture.content.size();
    }
    return entryKiB + int(std::min<qint64>(bytes / 1024, keptKiB));
}

} // namespace

JobBook::JobBook(GatewayContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_webhooks(context.parts().webhooks.get(), this)
    , m_ended(keptKiB)
    , m_free(keptFree)
    , m_others(this)
{
    m_others.setInterval(othersAreLookedAt);
    connect(&m_others, &QTimer::timeout, this, &JobBook::lookAfterOthers);
}

JobBook::~JobBook() = default;

void JobBook::begin(const QByteArray &secret)
{
    m_secret = secret;
}

QByteArray JobBook::webhookSecretOf(const QString &client) const
{
    return webhooksignature::secretOf(m_secret, client);
}

bool JobBook::hasRoomFor(const QString &client) const
{
    int all = 0;
    int own = 0;
    for (const Running &running : m_running) {
        all += running.isJob ? 1 : 0;
        own += running.isJob && running.call.client == client && !client.isEmpty() ? 1 : 0;
    }
    return own + all < m_context.options().maxJobsWithoutWaiters;
}

bool JobBook::maySee(const Exchange &exchange, const QString &owner) const
{
    return exchange.client() == owner || m_context.limits().seesAll(exchange.client());
}

void JobBook::begun(const QString &generation, Call call)
{
    Running running;
    running.call = std::move(call);
    running.createdAt = QDateTime::currentDateTimeUtc();
    m_running[generation] = std::move(running);
}

void JobBook::progressed(const QString &generation, const Progress &progress)
{
    const auto running = m_running.find(generation);
    if (running == m_running.end()) {
        return;
    }
    Progress told = progress;
    told.preview.clear();
    told.text.clear();
    const bool isNews = running->progress != told;
    running->progress = told;
    const QList<QPointer<Exchange>> watchers = m_watchers.value(generation);
    for (const QPointer<Exchange> &exchange : watchers) {
        StreamedAnswer *events = exchange ? StreamedAnswer::of(*exchange) : nullptr;
        const AccountDialect *words = events ? m_context.dialectOf(*exchange)->account() : nullptr;
        if (words && isNews) {
            events->say(words->jobEvent(viewOf(generation, *running, *exchange)));
        }
        if (words && !progress.preview.isEmpty()) {
            events->preview(progress.preview);
        }
    }
}

void JobBook::ended(const Generation &generation)
{
    const auto found = m_running.find(generation.id);
    if (found != m_running.end()) {
        const Running running = std::move(*found);
        m_running.erase(found);
        if (running.isJob) {
            m_ended.insert(generation.id, new Ended {running.call, generation}, costOf(generation));
        }
    }
    if (const auto hook = m_hooks.find(generation.id); hook != m_hooks.end()) {
        const Hook told = std::move(*hook);
        m_hooks.erase(hook);
        tellWebhook(told, generation);
    }
    const QList<QPointer<Exchange>> watchers = m_watchers.take(generation.id);
    for (const QPointer<Exchange> &exchange : watchers) {
        if (exchange) {
            tellEnd(generation.id, exchange);
        }
    }
}

void JobBook::tellAtEnd(const QString &generation, const Exchange &exchange)
{
    const JobWish *wish = JobWish::of(exchange);
    if (wish && !wish->webhook().isEmpty()) {
        m_hooks.insert(generation, {wish->webhook(), exchange.client(), m_context.dialectOf(exchange)});
    }
}

void JobBook::tellWebhook(const Hook &hook, const Generation &generation)
{
    if (const AccountDialect *words = hook.dialect->account()) {
        m_webhooks.send({"msg_" + generation.id.toLatin1(), hook.address,
                         webhooktarget::ownOf(hook.address, m_context.options().webhookHosts),
                         webhookSecretOf(hook.client), words->webhookBody(viewOfEnded(generation, {})), hook.client});
    }
}

JobView JobBook::viewOf(const QString &id, const Running &running, const Exchange &exchange) const
{
    JobView view;
    view.id = id;
    const bool isQueued = !running.progress || running.progress->stage == Progress::Stage::Queued;
    view.state = isQueued ? JobView::State::Queued : JobView::State::Running;
    view.model = running.call.model;
    view.createdAt = running.createdAt;
    view.progress = running.progress;
    view.base = m_context.baseAddress(exchange.request());
    return view;
}

void JobBook::accept(const QString &generation, Exchange *exchange)
{
    const JobWish *wish = JobWish::of(*exchange);
    if (const auto running = m_running.find(generation); running != m_running.end()) {
        running->isJob = true;
    }
    const auto answer = [this, generation, exchange] {
        look(generation, exchange, Part::WithoutAnswer,
             [this, exchange](const Result<std::optional<JobView>> &found) { answerAccepted(found, exchange); });
    };
    Store *store = m_context.parts().store;
    if (!store) {
        return answer();
    }
    if (!m_run) {
        m_run = store->runLock();
    }
    const jobrows::KeptJob job {generation,
                                exchange->client(),
                                exchange->request().path,
                                formName(wish->form()),
                                m_run->name(),
                                QDateTime::currentDateTimeUtc()};
    const auto writing = store->write(
        [job](Database &database) { return inTransaction(database, [&] { return jobrows::write(database, job); }); });
    whenDone(writing, exchange, [answer](const Status &written) {
        if (!written) { // the journal has the generation all the same, and gives its answer in the usual form
            qCWarning(jobLog).noquote() << "A job is not noted down:" << forLog(written.error());
        }
        answer();
    });
}

void JobBook::answerAccepted(const Result<std::optional<JobView>> &found, Exchange *exchange)
{
    if (!found || !*found) {
        return m_context.fail(exchange, found ? givenUp() : found.error());
    }
    GatewayResponse response = m_context.dialectOf(*exchange)->accepted(**found);
    response.status = 202;
    response.setHeader("Location", ((**found).base + u"/jobs/"_s + (**found).id).toLatin1());
    response.setHeader("Preference-Applied", "respond-async");
    response.setHeader("Retry-After", "1"); // a look costs nothing
    m_context.respond(exchange, response);
}

void JobBook::look(const QString &id, Exchange *exchange, Part part, const OnFound &found)
{
    if (const auto running = m_running.constFind(id); running != m_running.constEnd()) {
        return found(maySee(*exchange, running->call.client) ? std::optional(viewOf(id, *running, *exchange))
                                                             : std::nullopt);
    }
    const Ended *ended = m_ended.object(id);
    if (ended || (ended = m_free.object(id))) {
        return maySee(*exchange, ended->call.client) ? show(*ended, exchange, part, found)
                                                     : found(std::optional<JobView>());
    }
    if (!m_context.parts().store) {
        return found(std::optional<JobView>());
    }
    lookInJournal(id, exchange, part, found);
}

void JobBook::show(const Ended &ended, Exchange *exchange, Part part, const OnFound &found)
{
    const QString base = m_context.baseAddress(exchange->request());
    JobView view = viewOfEnded(ended.generation, base);
    if (part == Part::WithoutAnswer) {
        return found(std::optional(view));
    }
    const GenerationAnswer answer {
        ended.call.dialect,  ended.call.call,   std::make_shared<const Generation>(ended.generation),
        base + u"/files/"_s, m_context.links(), exchange->client()};
    if (!answer.isMuchToWrite()) {
        view.answer = answer.write();
        return found(std::optional(view));
    }
    whenDone(QtConcurrent::run([answer] { return answer.write(); }), exchange,
             [view, found](const GatewayResponse &response) {
                 JobView whole = view;
                 whole.answer = response;
                 found(std::optional(whole));
             });
}

void JobBook::lookInJournal(const QString &id, Exchange *exchange, Part part, const OnFound &found)
{
    using Kept = Result<std::optional<jobrows::KeptJob>>;
    Store &store = *m_context.parts().store;
    // In this order: a job is noted down before its generation.
    whenDone(RequestLog(store).find(id), exchange,
             [this, id, exchange, part, found, &store](const Result<std::optional<LoggedRequest>> &request) {
                 if (!request) {
                     return found(request.error());
                 }
                 const auto reading = store.read([id](Database &database) { return jobrows::find(database, id); });
                 whenDone(reading, exchange, [this, exchange, part, found, request](const Kept &job) {
                     if (!job) {
                         return found(job.error());
                     }
                     const bool isKnown = request->has_value();
                     if (!isKnown && !*job) {
                         return found(std::optional<JobView>());
                     }
                     const QString owner = isKnown ? (**request).generation.origin.client : (**job).client;
                     if (!maySee(*exchange, owner)
                         || (isKnown && (**request).generation.origin.kind != Origin::Kind::Gateway)) {
                         return found(std::optional<JobView>());
                     }
                     if (!isKnown) {
                         return showKept(**job, exchange, found);
                     }
                     const Generation &generation = (**request).generation;
                     if (generation.plan && isTextPlan(*generation.plan)) {
                         return found(std::optional<JobView>()); // words are kept nowhere, and no job
                     }
                     if (generation.status == GenerationStatus::Running) {
                         JobView view = viewOfEnded(generation, m_context.baseAddress(exchange->request()));
                         view.endedAt = {};
                         return found(std::optional(view));
                     }
                     show({callOf(generation, *job, *exchange), generation}, exchange, part, found);
                 });
             });
}

/// Accepted, but no request came of it: it waits for its turn at a gateway that runs, or went with one that does not.
void JobBook::showKept(const jobrows::KeptJob &job, Exchange *exchange, const OnFound &found)
{
    if (!m_run) {
        m_run = m_context.parts().store->runLock();
    }
    JobView view;
    view.id = job.generation;
    view.createdAt = job.createdAt;
    view.base = m_context.baseAddress(exchange->request());
    if (!m_run->isAlive(job.owner)) {
        view.state = JobView::State::Failed;
        view.endedAt = job.createdAt;
        view.answer =
            m_context.dialectOf(*exchange)->error(notSent(ErrorKind::Internal, reasons::jobNotBegun(job.generation)));
    }
    found(std::optional(view));
}

JobBook::Call JobBook::callOf(const Generation &generation, const std::optional<jobrows::KeptJob> &job,
                              const Exchange &exchange) const
{
    Call call;
    call.client = generation.origin.client;
    const RouteTable::Match match = m_context.routes().find(job ? job->endpoint : exchange.request().path);
    call.dialect = match.dialect;
    call.call.kind = kindOf(match);
    call.call.form = job ? formFromName(job->form) : PictureForm::Both;
    call.model = generation.request.model;
    return call;
}

void JobBook::watch(const QString &id, Exchange *exchange)
{
    m_watchers[id].append(exchange);
    if (!m_others.isActive()) {
        m_others.start();
    }
}

void JobBook::tellEnd(const QString &id, Exchange *exchange)
{
    look(id, exchange, Part::Everything, [this, exchange](const Result<std::optional<JobView>> &found) {
        const AccountDialect *words = m_context.dialectOf(*exchange)->account();
        if (!found || !*found || !words) {
            return m_context.fail(exchange, found ? givenUp() : found.error());
        }
        if (StreamedAnswer *events = StreamedAnswer::of(*exchange)) {
            return events->finish({200, {}, words->jobEvent(**found)});
        }
        m_context.respond(exchange, words->job(**found));
    });
}

/// Resumed after a restart, or another program's: nobody tells of their ends.
void JobBook::lookAfterOthers()
{
    for (QList<QPointer<Exchange>> &watchers : m_watchers) {
        watchers.removeIf([](const QPointer<Exchange> &exchange) { return !exchange; });
    }
    m_watchers.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
    if (m_watchers.isEmpty()) {
        return m_others.stop();
    }
    const QStringList watched = m_watchers.keys();
    for (const QString &id : watched) {
        if (m_running.contains(id)) {
            continue;
        }
        Exchange *exchange = m_watchers.value(id).constFirst();
        look(id, exchange, Part::WithoutAnswer, [this, id](const Result<std::optional<JobView>> &found) {
            const bool runs = found && *found
                && ((**found).state == JobView::State::Running || (**found).state == JobView::State::Queued);
            const QList<QPointer<Exchange>> watchers =
                runs || !found ? QList<QPointer<Exchange>>() : m_watchers.take(id);
            for (const QPointer<Exchange> &one : watchers) {
                if (one) {
                    tellEnd(id, one);
                }
            }
        });
    }
}

void JobBook::cancel(const QString &id)
{
    m_context.parts().engine.cancel(id);
}

} // namespace lightwell
