// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/keyservice.h"

#include "core/gateway/clientlimits.h"
#include "core/gateway/services/awaiting.h"
#include "core/gateway/services/clientbody.h"
#include "core/gateway/services/keyspending.h"
#include "core/wording/gatewayreasons.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

bool isManaged(const Client &client)
{
    return !client.revoked && client.scope == KeyScope::Calls && !ClientRegistry::isOwnName(client.name);
}

ManagedKey keyOf(const Client &client, const KeySpending &spending)
{
    ManagedKey key {client, spending.factsOf(client.id)};
    key.facts.limit = tightest(budgetsOf(spending.budgets, client.id));
    return key;
}

bool isWaiting(const QPointer<Exchange> &exchange)
{
    return exchange && !exchange->isAnswered();
}

} // namespace

const KeysDialect &KeyService::words(const Exchange &exchange) const
{
    return *context().dialectOf(exchange)->keys();
}

void KeyService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    if (!match.dialect->keys()) {
        return context().refuse(exchange, {Refusal::Kind::UnknownPath});
    }
    if (!context().limits().manages(exchange->client())) {
        return context().refuse(exchange, {Refusal::Kind::KeyManagesNone});
    }
    const QByteArray &method = exchange->request().method;
    if (match.route->call == RouteCall::ManagedKeys) {
        return method == "POST" ? add(exchange) : list(exchange);
    }
    if (method == "PATCH") {
        return change(exchange, match.argument);
    }
    return method == "DELETE" ? remove(exchange, match.argument) : tell(exchange, match.argument);
}

void KeyService::list(Exchange *exchange)
{
    const Result<KeyListWish> wish = words(*exchange).readList(exchange->request());
    if (!wish) {
        return context().fail(exchange, wish.error());
    }
    const auto tellThem = [this, wish = *wish](Exchange *it, const QList<Client> &clients) {
        QList<Client> meant; // the newest first
        std::copy_if(clients.rbegin(), clients.rend(), std::back_inserter(meant), [&wish](const Client &client) {
            return isManaged(client) && (wish.withDisabled || !client.disabled);
        });
        meant = meant.mid(wish.offset, wish.limit);
        readSpending(context(), this, it, [this, meant](Exchange *same, const KeySpending &spending) {
            QList<ManagedKey> keys;
            for (const Client &client : meant) {
                keys.append(keyOf(client, spending));
            }
            context().respond(same, words(*same).list(keys));
        });
    };
    awaitFor(context(), this, context().parts().clients.list(), exchange, tellThem);
}

void KeyService::find(Exchange *exchange, const QString &name, const OnClient &then)
{
    const auto look = [this, name, then](Exchange *it, const QList<Client> &clients) {
        const KeysDialect &dialect = words(*it);
        const auto found = std::find_if(clients.begin(), clients.end(), [&](const Client &client) {
            return isManaged(client) && dialect.isNamed(client, name);
        });
        if (found != clients.end()) {
            return then(it, *found);
        }
        Error error = notSent(ErrorKind::NotFound, reasons::noSuchKey(), u"hash"_s);
        error.code = u"KEY_NOT_FOUND"_s;
        context().fail(it, error);
    };
    awaitFor(context(), this, context().parts().clients.list(), exchange, look);
}

void KeyService::answerWith(Exchange *exchange, const Client &client)
{
    readSpending(context(), this, exchange, [this, client](Exchange *it, const KeySpending &spending) {
        context().respond(it, words(*it).one(keyOf(client, spending)));
    });
}

void KeyService::tell(Exchange *exchange, const QString &name)
{
    find(exchange, name, [this](Exchange *it, const Client &client) { answerWith(it, client); });
}

void KeyService::add(Exchange *exchange)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto read = [dialect = context().dialectOf(*exchange), now](const GatewayRequest &request) {
        return dialect->keys()->readNew(request, now);
    };
    readBody(context(), this, exchange, isLongOrPacked(exchange->request()), read,
             [this](Exchange *it, const KeyWish &wish) {
                 ClientTerms terms;
                 terms.expiresAt = wish.client.expiresAt.value_or(QDateTime());
                 const QPointer<Exchange> guard = it;
                 const auto adding = context().parts().clients.add(wish.client.name.value_or(QString()), terms);
                 whenDone(adding, this, [this, guard, wish](const Result<NewClient> &made) {
                     if (!made) {
                         return isWaiting(guard) ? context().fail(guard, made.error()) : void();
                     }
                     setLimit(made->client.id, wish, [this, guard, made = *made](const Status &set) {
                         // Without its limit it could spend, and one that nobody has seen is nobody's.
                         if (!set || !isWaiting(guard)) {
                             static_cast<void>(context().parts().clients.revoke(made.client.id));
                         }
                         if (isWaiting(guard)) {
                             set ? answerMade(guard, made) : context().fail(guard, set.error());
                         }
                     });
                 });
             });
}

void KeyService::answerMade(Exchange *exchange, const NewClient &made)
{
    const QPointer<Exchange> guard = exchange;
    const auto budgets = context().parts().ledger.budgets(QDateTime::currentDateTime());
    whenDone(budgets, this, [this, guard, made](const Result<QList<BudgetState>> &states) {
        if (!isWaiting(guard)) {
            static_cast<void>(context().parts().clients.revoke(made.client.id));
            return;
        }
        // What it may spend stands in the books, whether or not they can be read just now.
        const KeySpending spending {states ? *states : QList<BudgetState>(), {}};
        ManagedKey key = keyOf(made.client, spending);
        key.facts.ever = key.facts.today = key.facts.thisWeek = key.facts.thisMonth = Money::zero();
        context().respond(guard, words(*guard).made(key, made.key));
    });
}

void KeyService::change(Exchange *exchange, const QString &name)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto read = [dialect = context().dialectOf(*exchange), now](const GatewayRequest &request) {
        return dialect->keys()->readChange(request, now);
    };
    const auto apply = [this](Exchange *it, const Client &client, const KeyWish &wish) {
        const auto updating = context().parts().clients.update(client.id, wish.client);
        const QPointer<Exchange> guard = it;
        whenDone(updating, this, [this, guard, wish](const Result<Client> &updated) {
            if (!updated) {
                return isWaiting(guard) ? context().fail(guard, updated.error()) : void();
            }
            setLimit(updated->id, wish, [this, guard, client = *updated](const Status &set) {
                if (isWaiting(guard)) {
                    set ? answerWith(guard, client) : context().fail(guard, set.error());
                }
            });
        });
    };
    readBody(context(), this, exchange, isLongOrPacked(exchange->request()), read,
             [this, name, apply](Exchange *it, const KeyWish &wish) {
                 find(it, name, [apply, wish](Exchange *same, const Client &client) { apply(same, client, wish); });
             });
}

void KeyService::remove(Exchange *exchange, const QString &name)
{
    find(exchange, name, [this](Exchange *it, const Client &client) {
        awaitFor(context(), this, context().parts().clients.revoke(client.id), it,
                 [this](Exchange *same, Success) { context().respond(same, words(*same).removed()); });
    });
}

void KeyService::setLimit(const QString &client, const KeyWish &wish, const OnSet &then)
{
    if (!wish.limit && !wish.period) {
        return then(Success());
    }
    const auto budgets = context().parts().ledger.budgets(QDateTime::currentDateTime());
    whenDone(budgets, this, [this, client, wish, then](const Result<QList<BudgetState>> &states) {
        states ? setLimit(client, wish, budgetsOf(*states, client), then) : then(states.error());
    });
}

/// A limit of another period is another limit: the new one is there before others go.
void KeyService::setLimit(const QString &client, const KeyWish &wish, const QList<BudgetState> &own, const OnSet &then)
{
    QList<qint64> others;
    for (const BudgetState &state : own) {
        others.append(state.budget.id);
    }
    const std::optional<BudgetState> before = tightest(own);
    const Money limit = wish.limit.value_or(before ? before->budget.limit : Money::unknown());
    if (!limit.isKnown()) {
        const bool isReset = wish.period && *wish.period != Period::Total && !wish.limit; // of a limit there is none of
        return isReset ? then(notSent(ErrorKind::Invalid, reasons::keyResetWithoutLimit(), u"limit_reset"_s))
                       : removeLimits(others, then);
    }
    Budget budget = before ? before->budget : Budget();
    budget.id = 0;
    budget.client = client;
    budget.limit = limit;
    budget.period = wish.period.value_or(before ? before->budget.period : Period::Total);
    whenDone(context().parts().ledger.setBudget(budget), this, [this, others, then](const Result<qint64> &set) {
        if (!set) {
            return then(set.error());
        }
        QList<qint64> rest = others;
        rest.removeAll(*set);
        removeLimits(rest, then);
    });
}

void KeyService::removeLimits(QList<qint64> budgets, const OnSet &then)
{
    if (budgets.isEmpty()) {
        return then(Success());
    }
    const qint64 first = budgets.takeFirst();
    whenDone(context().parts().ledger.removeBudget(first), this,
             [this, budgets, then](const Status &removed) { removed ? removeLimits(budgets, then) : then(removed); });
}

} // namespace lightwell
