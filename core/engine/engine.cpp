// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/async/whendone.h"
#include "core/catalog/suggestions.h"
#include "core/engine/engineprivate.h"
#include "core/engine/leftcalls.h"
#include "core/engine/oldarrivals.h"
#include "core/engine/textattempt.h"
#include "core/engine/ticket.h"
#include "core/journal/journal.h"
#include "core/model/plan.h"
#include "core/secrets/keyring.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString newGenerationId()
{
    return u"gen_"_s + QUuid::createUuid().toString(QUuid::Id128);
}

} // namespace

/// Generations that were begun and of which nothing is written down yet.
qsizetype Engine::Private::unwritten(const QObject *besides) const
{
    return std::count_if(runs.cbegin(), runs.cend(), [besides](const GenerationRun *run) {
        return run != besides && run->generation().attempts.isEmpty();
    });
}

GenerationRun *Engine::Private::newRun(Generation generation, Ticket *ticket)
{
    generation.createdAt = parts.clock.now();
    generation.status = GenerationStatus::Running;
    auto *run = new GenerationRun(parts, {*signIns, *turns, health}, policy, std::move(generation), q);
    watch(run, ticket);
    return run;
}

void Engine::Private::beginText(Generation generation, const TextOrder &order, Ticket *ticket)
{
    GenerationRun *run = newRun(std::move(generation), ticket);
    run->setAttempts([this, talk = order.talk, ticket, run](const Plan &plan, const Credentials &credentials) {
        auto *attempt = new TextAttempt({parts.http, policy.patience}, plan, talk(plan, credentials), run);
        QObject::connect(attempt, &TextAttempt::pieceArrived, ticket, &Ticket::spoke);
        QObject::connect(attempt, &TextAttempt::answered, ticket, &Ticket::answered);
        return attempt;
    });
    routes.findText(order, unwritten(run), run, [run](const Result<Route> &route) { run->start(route); });
}

void Engine::Private::begin(Generation generation, const RouteWishes &wishes, Ticket *ticket)
{
    GenerationRun *run = newRun(std::move(generation), ticket);
    routes.find(run->generation().request, wishes, unwritten(run), run,
                [run](const Result<Route> &route) { run->start(route); });
}

void Engine::Private::watch(GenerationRun *run, Ticket *ticket)
{
    runs.insert(run->generation().id, run);
    QObject::connect(run, &GenerationRun::progressed, ticket, &Ticket::progressed);
    QObject::connect(run, &GenerationRun::changed, q, &Engine::generationChanged);
    QObject::connect(run, &GenerationRun::finished, q, [this, run, ticket](const Generation &generation) {
        runs.remove(generation.id);
        run->deleteLater();
        ended(generation, ticket);
    });
}

void Engine::Private::ended(const Generation &generation, Ticket *ticket)
{
    const int left = --running;
    if (!generation.attempts.isEmpty()) {
        connections->called(generation.attempts.last().provider);
    }
    begun -= ticket->begins ? 1 : 0;
    const auto tell = [this, ticket](const Generation &told) {
        Q_EMIT ticket->finished(told);
        ticket->deleteLater();
        Q_EMIT q->generationChanged(told);
    };
    if (generation.error && generation.plan) {
        Generation told = generation;
        told.error = withSuggestions(*told.error, catalog, told.plan->offer.model);
        tell(told);
    } else {
        tell(generation);
    }
    if (left == 0) {
        Q_EMIT q->idle();
    }
}

void Engine::Private::join(GenerationRun *run, Ticket *ticket)
{
    const auto end = [this, ticket](const Generation &generation) {
        --running;
        Q_EMIT ticket->finished(generation);
        ticket->deleteLater();
    };
    QObject::connect(run, &GenerationRun::progressed, ticket, &Ticket::progressed);
    QObject::connect(run, &GenerationRun::finished, ticket, end);
}

void Engine::Private::fetchJob(const QString &id, Ticket *ticket)
{
    if (GenerationRun *run = runs.value(id)) {
        join(run, ticket); // somebody asks already
        return;
    }
    whenDone(parts.journal.find(id), q, [this, id, ticket](const std::optional<Generation> &found) {
        Generation generation = found.value_or(Generation());
        generation.id = id;
        const bool mayHaveJob = generation.plan && !generation.attempts.isEmpty();
        if (!mayHaveJob) {
            ended(generation, ticket);
            return;
        }
        // Before it counts as running again: without a key it could not go on.
        const KeyId key(generation.plan->offer.provider, generation.attempts.constLast().key);
        parts.keyring.credentialsOf(key, q, [this, generation, ticket](const Result<Credentials> &credentials) {
            if (credentials) {
                takeUp(generation, ticket);
            } else {
                fetchWithoutKey(generation, credentials.error(), ticket);
            }
        });
    });
}

void Engine::Private::fetchWithoutKey(const Generation &generation, const Error &why, Ticket *ticket)
{
    const bool hasJob = generation.status == GenerationStatus::Running || generation.attempts.last().hasJob;
    if (!hasJob) {
        ended(generation, ticket);
        return;
    }
    whenDone(parts.journal.calls(generation.id), q, [this, generation, why, ticket](const QList<JournalCall> &calls) {
        if (!calls.isEmpty() && !leftcalls::needKey(leftcalls::ofLastAttempt(generation, calls))) {
            takeUp(generation, ticket);
            return;
        }
        Generation told = generation;
        told.error = why; // only said; the journal keeps its own
        ended(told, ticket);
    });
}

void Engine::Private::takeUp(const Generation &generation, Ticket *ticket)
{
    if (GenerationRun *run = runs.value(generation.id)) {
        join(run, ticket);
        return;
    }
    whenDone(parts.journal.reopen(generation.id), q,
             [this, generation, ticket](const std::optional<JournalEntry> &entry) {
                 if (entry) {
                     resume(*entry, ticket);
                 } else if (GenerationRun *run = runs.value(generation.id)) {
                     join(run, ticket); // it was taken up meanwhile
                 } else {
                     ended(generation, ticket);
                 }
             });
}

void Engine::Private::resume(const JournalEntry &entry, Ticket *ticket)
{
    auto *run = new GenerationRun(parts, {*signIns, *turns, health}, policy, entry.generation, q);
    watch(run, ticket);
    run->resume(entry);
}

Engine::Engine(const EngineParts &parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(parts, this))
{
    connect(d->turns, &Turns::waited, this, &Engine::waited);
}

Engine::~Engine() = default;

void Engine::setCatalog(const Catalog &catalog)
{
    QMetaObject::invokeMethod(this, [this, catalog] { d->catalog = catalog; });
}

void Engine::setPolicy(const EnginePolicy &policy)
{
    QMetaObject::invokeMethod(this, [this, policy] {
        d->policy = policy;
        d->turns->setLimits(policy.routing.maxAtOnce);
        d->signIns->setPatience(policy.patience);
    });
}

QString Engine::generate(Request request, const Origin &origin, QObject *context, OnFinished onFinished,
                         OnProgress onProgress, const RouteWishes &wishes)
{
    QString id = newGenerationId();
    Generation generation;
    generation.id = id;
    generation.request = std::move(request);
    generation.origin = origin;
    Ticket *ticket = newTicket(context, std::move(onFinished), std::move(onProgress));
    ticket->begins = true;
    ++d->running;
    ++d->begun;
    QMetaObject::invokeMethod(
        this,
        [this, generation = std::move(generation), wishes = wishes, ticket]() mutable {
            ticket->setParent(this);
            d->begin(std::move(generation), wishes, ticket);
        },
        Qt::QueuedConnection);
    return id;
}

QString Engine::converse(const TextOrder &order, const Origin &origin, QObject *context, OnFinished onFinished,
                         OnTextPiece onPiece, OnTextAnswer onAnswer)
{
    QString id = newGenerationId();
    Generation generation;
    generation.id = id;
    generation.request.model = order.model;
    generation.origin = origin;
    Ticket *ticket = newTicket(context, std::move(onFinished), {});
    connect(ticket, &Ticket::spoke, context, std::move(onPiece));
    connect(ticket, &Ticket::answered, context, std::move(onAnswer));
    ticket->begins = true;
    ++d->running;
    ++d->begun;
    QMetaObject::invokeMethod(
        this,
        [this, generation = std::move(generation), order = order, ticket]() mutable {
            ticket->setParent(this);
            d->beginText(std::move(generation), order, ticket);
        },
        Qt::QueuedConnection);
    return id;
}

void Engine::fetchJob(const QString &generationId, QObject *context, OnFinished onFinished, OnProgress onProgress)
{
    Ticket *ticket = newTicket(context, std::move(onFinished), std::move(onProgress));
    ++d->running;
    QMetaObject::invokeMethod(
        this,
        [this, generationId, ticket] {
            ticket->setParent(this);
            d->fetchJob(generationId, ticket);
        },
        Qt::QueuedConnection);
}

/// Carries the news to the context's thread; a connection, unlike a posted call, ends safely with it.
Ticket *Engine::newTicket(QObject *context, OnFinished onFinished, OnProgress onProgress)
{
    auto *ticket = new Ticket;
    if (onFinished) {
        connect(ticket, &Ticket::finished, context, std::move(onFinished));
    }
    if (onProgress) {
        connect(ticket, &Ticket::progressed, context, std::move(onProgress));
    }
    ticket->moveToThread(thread());
    return ticket;
}

void Engine::cancel(const QString &generationId)
{
    QMetaObject::invokeMethod(
        this,
        [this, generationId] {
            if (GenerationRun *run = d->runs.value(generationId)) {
                run->cancel();
            }
        },
        Qt::QueuedConnection);
}

void Engine::resumeUnfinished(std::optional<Origin::Kind> only)
{
    QMetaObject::invokeMethod(this, [this, only] {
        forgetOldArrivals(d->parts, this);
        whenDone(d->parts.journal.unfinished(only), this, [this](const QList<JournalEntry> &entries) {
            for (const JournalEntry &entry : entries) {
                ++d->running;
                d->resume(entry, new Ticket(this));
            }
        });
    });
}

int Engine::queued() const
{
    return d->turns->waiting();
}

int Engine::running() const
{
    return d->running;
}

int Engine::begun() const
{
    return d->begun;
}

} // namespace lightwell
