// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/accountservice.h"

#include "core/async/whendone.h"
#include "core/gateway/calls/generationanswer.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/dialects/accountdialect.h"
#include "core/gateway/jobs/jobbook.h"
#include "core/gateway/webhooks/webhooksignature.h"
#include "core/wording/gatewayreasons.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Newest first, from the cursor on; nothing: its key is none of them.
std::optional<ClientPage> pageOf(const QList<Client> &clients, const ListWish &wish)
{
    const QString cursor = wish.before.isEmpty() ? wish.after : wish.before;
    const auto at =
        std::find_if(clients.begin(), clients.end(), [&cursor](const Client &client) { return client.id == cursor; });
    if (!cursor.isEmpty() && at == clients.end()) {
        return std::nullopt;
    }
    const qsizetype place = at - clients.begin();
    qsizetype first = 0;
    qsizetype last = clients.size();
    if (!wish.before.isEmpty()) {
        last = place;
        first = std::max<qsizetype>(0, last - wish.limit);
    } else {
        first = cursor.isEmpty() ? 0 : place + 1;
        last = std::min<qsizetype>(clients.size(), first + wish.limit);
    }
    return ClientPage {clients.mid(first, last - first), last<clients.size(), first> 0};
}

} // namespace

void AccountService::handle(Exchange *exchange, const RouteTable::Match &match)
{
    const AccountDialect *words = match.dialect->account();
    if (!words || !context().parts().store) {
        return context().refuse(exchange, {Refusal::Kind::UnknownPath});
    }
    switch (match.route->call) {
    case RouteCall::ClientKeys:
        return keys(exchange, match);
    case RouteCall::WebhookSecret:
        return context().respond(
            exchange,
            words->webhookSecret(webhooksignature::shown(context().jobs().webhookSecretOf(exchange->client()))));
    default:
        return balance(exchange, match);
    }
}

void AccountService::balance(Exchange *exchange, const RouteTable::Match &match)
{
    const auto asked = context().parts().ledger.budgets(QDateTime::currentDateTime());
    whenDone(asked, exchange, [this, exchange, dialect = match.dialect](const Result<QList<BudgetState>> &budgets) {
        if (!budgets) {
            return context().fail(exchange, budgets.error());
        }
        QList<BudgetState> own;
        for (const BudgetState &state : *budgets) {
            if (state.budget.client.isEmpty() || state.budget.client == exchange->client()) {
                own.append(state);
            }
        }
        context().respond(exchange, dialect->account()->balance(own, QDateTime::currentDateTime()));
    });
}

void AccountService::keys(Exchange *exchange, const RouteTable::Match &match)
{
    const Result<KeysWish> wish = match.dialect->account()->readKeys(exchange->request());
    if (!wish) {
        return context().fail(exchange, wish.error());
    }
    const QString address = context().baseAddress(exchange->request()) + u"/keys"_s;
    whenDone(
        context().parts().clients.list(), exchange,
        [this, exchange, dialect = match.dialect, wish = *wish, address](const Result<QList<Client>> &clients) {
            if (!clients) {
                return context().fail(exchange, clients.error());
            }
            const bool seesAll = context().limits().seesAll(exchange->client());
            QList<Client> seen;
            for (const Client &client : *clients) {
                const bool isMeant = !wish.revoked || *wish.revoked == client.revoked;
                if (isMeant && (seesAll || client.id == exchange->client())) {
                    seen.prepend(client);
                }
            }
            const std::optional<ClientPage> page = pageOf(seen, wish.list);
            if (!page) {
                const QString cursor = wish.list.before.isEmpty() ? wish.list.after : wish.list.before;
                return context().fail(exchange,
                                      notSent(ErrorKind::Invalid, reasons::clientUnknown(cursor),
                                              wish.list.before.isEmpty() ? u"starting_after"_s : u"ending_before"_s));
            }
            context().respond(
                exchange, dialect->account()->keys(*page, exchange->request(), address, QDateTime::currentDateTime()));
        });
}

} // namespace lightwell
