// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/spendingservice.h"

#include "core/gateway/clientlimits.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/replay/answercache.h"
#include "core/gateway/services/awaiting.h"
#include "core/gateway/services/keyspending.h"
#include "core/journal/journal.h"
#include "core/wording/gatewayreasons.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysOfActivity = 30;

} // namespace

void SpendingService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    switch (match.route->call) {
    case RouteCall::KeyFacts:
        return tellKey(exchange);
    case RouteCall::Credits:
        return tellCredits(exchange);
    case RouteCall::Receipt:
        return tellReceipt(exchange);
    default:
        return tellActivity(exchange);
    }
}

void SpendingService::tellKey(Exchange *exchange)
{
    readSpending(context(), this, exchange, [this](Exchange *it, const KeySpending &spending) {
        KeyFacts facts = spending.factsOf(it->client());
        facts.limit = tightest(budgetsFor(spending.budgets, it->client()));
        addName(it, facts);
    });
}

void SpendingService::addName(Exchange *exchange, KeyFacts facts)
{
    awaitFor(context(), this, context().parts().clients.list(), exchange,
             [this, facts](Exchange *it, const QList<Client> &clients) {
                 KeyFacts named = facts;
                 for (const Client &client : clients) {
                     if (client.id == it->client()) {
                         named.name = client.name;
                         named.expiresAt = client.terms.expiresAt;
                         named.manages = client.scope == KeyScope::Management;
                         named.perMinute = client.terms.perMinute;
                     }
                 }
                 context().respond(it, context().dialectOf(*it)->key(named));
             });
}

void SpendingService::tellCredits(Exchange *exchange)
{
    const auto budgets = context().parts().ledger.budgets(QDateTime::currentDateTime());
    awaitFor(context(), this, budgets, exchange, [this](Exchange *it, const QList<BudgetState> &states) {
        awaitFor(context(), this, context().parts().ledger.usage({}), it,
                 [this, limit = tightest(budgetsFor(states, it->client()))](Exchange *same, const Usage &usage) {
                     const QString client = same->client();
                     const bool isOfAll = context().limits().seesAll(client) || context().limits().manages(client);
                     KeySpending spending;
                     spending.usage.append({Period::Total, usage});
                     CreditFacts facts {isOfAll ? usage.total : spending.factsOf(client).ever, {}};
                     if (limit) {
                         facts.left = limit->left();
                     }
                     context().respond(same, context().dialectOf(*same)->credits(facts));
                 });
    });
}

void SpendingService::tellReceipt(Exchange *exchange)
{
    const QString id = exchange->request().query.queryItemValue(u"id"_s, QUrl::FullyDecoded);
    if (id.isEmpty()) {
        return context().fail(exchange, notSent(ErrorKind::Invalid, reasons::receiptWithoutId(), u"id"_s));
    }
    if (const std::optional<Generation> hit = context().answerCache().hit(id)) { // nothing was paid: no book has it
        return giveReceipt(exchange, hit);
    }
    const QPointer<Exchange> guard = exchange;
    whenDone(context().parts().journal.find(id), this, [this, guard](const std::optional<Generation> &found) {
        if (guard && !guard->isAnswered()) {
            giveReceipt(guard, found);
        }
    });
}

void SpendingService::giveReceipt(Exchange *exchange, const std::optional<Generation> &found)
{
    const bool isTold = found && found->status != GenerationStatus::Running
        && found->origin.kind == Origin::Kind::Gateway && found->origin.client == exchange->client();
    if (!isTold) {
        return context().fail(exchange, notSent(ErrorKind::NotFound, reasons::noSuchReceipt(), u"id"_s));
    }
    context().respond(exchange, context().dialectOf(*exchange)->receipt(*found));
}

void SpendingService::tellActivity(Exchange *exchange)
{
    const QString asked = exchange->request().query.queryItemValue(u"date"_s, QUrl::FullyDecoded);
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const QDate day = asked.isEmpty() ? today.addDays(-daysOfActivity) : QDate::fromString(asked, Qt::ISODate);
    if (!day.isValid()) {
        return context().fail(exchange, notSent(ErrorKind::Invalid, reasons::dayUnreadable(), u"date"_s));
    }
    const QDate last = asked.isEmpty() ? today : day;
    const auto rows = context().parts().ledger.activity(day.startOfDay(Qt::UTC), last.addDays(1).startOfDay(Qt::UTC),
                                                        exchange->client());
    awaitFor(context(), this, rows, exchange, [this](Exchange *it, const QList<ActivityRow> &found) {
        context().respond(it, context().dialectOf(*it)->activity(found));
    });
}

} // namespace lightwell
