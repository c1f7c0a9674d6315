// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/engine/connectionkeeper.h"
#include "core/engine/engine.h"
#include "core/engine/generationrun.h"
#include "core/engine/routefinder.h"
#include "core/engine/signins.h"
#include "core/engine/turns.h"

#include <QHash>

#include <atomic>

namespace lightwell {

/// What an Engine works with; all of it on its thread, but for the counts.
class Engine::Private
{
public:
    Private(const EngineParts &p, Engine *owner)
        : parts(p)
        , q(owner)
        , connections(new ConnectionKeeper(p, owner))
        , signIns(new SignIns(p, owner))
        , turns(new Turns(p.adapters, owner))
        , routes(p, catalog, policy, health)
    {
    }

    [[nodiscard]] qsizetype unwritten(const QObject *besides) const;
    void begin(Generation generation, const RouteWishes &wishes, Ticket *ticket);
    void beginText(Generation generation, const TextOrder &order, Ticket *ticket);
    [[nodiscard]] GenerationRun *newRun(Generation generation, Ticket *ticket);
    void watch(GenerationRun *run, Ticket *ticket);
    void ended(const Generation &generation, Ticket *ticket);
    using Find = std::function<void(QObject *asker, const OnRoute &then)>;
    void find(QObject *context, OnRoute onRoute, Find find);
    /// Asks on the engine's thread; `signal` of the ticket tells the answer on that of `context`.
    template<typename Signal, typename OnAnswer>
    void ask(Signal signal, QObject *context, OnAnswer onAnswer, std::function<void(Ticket *ticket)> question);
    void join(GenerationRun *run, Ticket *ticket);
    void fetchJob(const QString &id, Ticket *ticket);
    void takeUp(const Generation &generation, Ticket *ticket);
    void fetchWithoutKey(const Generation &generation, const Error &why, Ticket *ticket);
    void resume(const JournalEntry &entry, Ticket *ticket);

    const EngineParts parts;
    Engine *const q;
    Catalog catalog;
    EnginePolicy policy;
    Health health;
    QHash<QString, GenerationRun *> runs;
    ConnectionKeeper *const connections;
    SignIns *const signIns;
    Turns *const turns;
    const RouteFinder routes;
    std::atomic_int running = 0;
    std::atomic_int begun = 0;
};

} // namespace lightwell
