// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an Engine is asked for nothing: plans, keys, lists, balances.
#include "core/engine/balancefetch.h"
#include "core/engine/engineprivate.h"
#include "core/engine/keycheck.h"
#include "core/engine/listfetch.h"
#include "core/engine/ticket.h"

namespace lightwell {

template<typename Signal, typename OnAnswer>
void Engine::Private::ask(Signal signal, QObject *context, OnAnswer onAnswer,
                          std::function<void(Ticket *ticket)> question)
{
    auto *ticket = new Ticket;
    QObject::connect(ticket, signal, context, std::move(onAnswer));
    ticket->moveToThread(q->thread());
    QMetaObject::invokeMethod(
        q,
        [this, ticket, question = std::move(question)] {
            ticket->setParent(q);
            question(ticket);
        },
        Qt::QueuedConnection);
}

/// `find` is called on the engine's thread.
void Engine::Private::find(QObject *context, OnRoute onRoute, Find find)
{
    ask(&Ticket::planned, context, std::move(onRoute), [find = std::move(find)](Ticket *ticket) {
        find(ticket, [ticket](const Result<Route> &route, const QList<KeyState> &keys) {
            Q_EMIT ticket->planned(route, keys);
            ticket->deleteLater();
        });
    });
}

void Engine::plan(const Request &request, QObject *context, OnRoute onRoute, const RouteWishes &wishes)
{
    d->find(context, std::move(onRoute),
            [this, request = request, wishes = wishes](QObject *asker, const OnRoute &then) {
                d->routes.findWithKeys(request, wishes, d->unwritten(nullptr), asker, then);
            });
}

void Engine::planText(const TextOrder &order, QObject *context, OnRoute onRoute)
{
    d->find(context, std::move(onRoute), [this, order = order](QObject *asker, const OnRoute &then) {
        d->routes.findTextWithKeys(order, d->unwritten(nullptr), asker, then);
    });
}

void Engine::prepare(const QStringList &providers)
{
    QMetaObject::invokeMethod(this, [this, providers] {
        if (providers.isEmpty()) {
            d->connections->expectLast();
        } else {
            d->connections->expect(providers);
        }
    });
}

void Engine::checkKey(const KeyId &key, QObject *context, OnKeyCheck onChecked)
{
    d->ask(&Ticket::keyChecked, context, std::move(onChecked), [this, key](Ticket *ticket) {
        lightwell::checkKey(d->parts, *d->signIns, d->policy.patience, key, ticket);
    });
}

void Engine::fetchList(const ModelLister &lister, const QStringList &known, QObject *context, OnList onList)
{
    d->ask(&Ticket::listed, context, std::move(onList), [this, lister = &lister, known](Ticket *ticket) {
        (new ListFetch(d->parts, *lister, known, d->policy.patience, ticket))->start();
    });
}

void Engine::fetchBalance(const BalanceReader &reader, QObject *context, OnBalance onBalance)
{
    d->ask(&Ticket::balanceTold, context, std::move(onBalance), [this, reader = &reader](Ticket *ticket) {
        lightwell::fetchBalance(d->parts, *d->signIns, *reader, ticket);
    });
}

} // namespace lightwell
