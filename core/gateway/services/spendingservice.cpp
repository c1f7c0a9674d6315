// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/spendingservice.h"

#include "core/async/whendone.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/replay/keptwords.h"
#include "core/journal/journal.h"
#include "core/wording/gatewayreasons.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysOfActivity = 30;

/// Of the hard budgets that hold for all that this client does, the one that leaves it least.
std::optional<BudgetState> tightest(const QList<BudgetState> &budgets, const QString &client)
{
    std::optional<BudgetState> found;
    for (const BudgetState &state : budgets) {
        const Budget &budget = state.budget;
        const bool holds = budget.isHard && budget.provider.isEmpty() && budget.model.isEmpty()
            && budget.project.isEmpty() && (budget.client.isEmpty() || budget.client == client);
        if (holds && (!found || state.left().microsOr(0) < found->left().microsOr(0))) {
            found = state;
        }
    }
    return found;
}

UsageRow ofClient(const Usage &usage, const QString &client)
{
    const auto row = std::find_if(usage.byClient.begin(), usage.byClient.end(),
                                  [&client](const UsageRow &one) { return one.group == client; });
    return row == usage.byClient.end() ? UsageRow {client, 0, 0, Money::zero(), 0} : *row;
}

Money &placeOf(KeyFacts &facts, Period period)
{
    switch (period) {
    case Period::Day:
        return facts.today;
    case Period::Week:
        return facts.thisWeek;
    case Period::Month:
        return facts.thisMonth;
    case Period::Total:
        break;
    }
    return facts.ever;
}

} // namespace

template<typename T, typename Then>
void SpendingService::await(const QFuture<Result<T>> &future, Exchange *exchange, Then then)
{
    const QPointer<Exchange> guard = exchange;
    whenDone(future, this, [this, guard, then](const Result<T> &value) {
        if (!guard || guard->isAnswered()) {
            return;
        }
        if (value) {
            then(guard.data(), *value);
        } else {
            context().fail(guard, value.error());
        }
    });
}

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
    const auto budgets = context().parts().ledger.budgets(QDateTime::currentDateTime());
    await(budgets, exchange, [this](Exchange *it, const QList<BudgetState> &states) {
        KeyFacts facts;
        facts.limit = tightest(states, it->client());
        addSpending(it, facts, {Period::Total, Period::Day, Period::Week, Period::Month});
    });
}

void SpendingService::addSpending(Exchange *exchange, const KeyFacts &facts, QList<Period> periods)
{
    if (periods.isEmpty()) {
        return addName(exchange, facts);
    }
    const Period period = periods.takeFirst();
    const auto usage = context().parts().ledger.usage(periodStart(period, QDateTime::currentDateTime()));
    await(usage, exchange, [this, facts, period, periods](Exchange *it, const Usage &found) {
        KeyFacts further = facts;
        const UsageRow row = ofClient(found, it->client());
        placeOf(further, period) = row.cost;
        further.unknown = std::max(further.unknown, row.unknown);
        addSpending(it, further, periods);
    });
}

void SpendingService::addName(Exchange *exchange, KeyFacts facts)
{
    await(context().parts().clients.list(), exchange, [this, facts](Exchange *it, const QList<Client> &clients) {
        KeyFacts named = facts;
        for (const Client &client : clients) {
            named.name = client.id == it->client() ? client.name : named.name;
        }
        context().respond(it, context().dialectOf(*it)->key(named));
    });
}

void SpendingService::tellCredits(Exchange *exchange)
{
    const auto budgets = context().parts().ledger.budgets(QDateTime::currentDateTime());
    await(budgets, exchange, [this](Exchange *it, const QList<BudgetState> &states) {
        await(context().parts().ledger.usage({}), it,
              [this, limit = tightest(states, it->client())](Exchange *same, const Usage &usage) {
                  CreditFacts facts {usage.total, {}};
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
    if (const std::optional<Generation> hit = context().keptWords().hit(id)) { // nothing was paid: no book has it
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
    await(rows, exchange, [this](Exchange *it, const QList<ActivityRow> &found) {
        context().respond(it, context().dialectOf(*it)->activity(found));
    });
}

} // namespace lightwell
