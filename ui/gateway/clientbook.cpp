// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/clientbook.h"

#include "core/async/whendone.h"
#include "core/wording/wording.h"

#include <QPointer>

#include <algorithm>
#include <chrono>

namespace lightwell {

using namespace std::chrono_literals;

const BudgetState *ClientRow::ownLimit() const
{
    const auto own = std::find_if(limits.cbegin(), limits.cend(), [](const BudgetState &state) {
        const Budget &budget = state.budget;
        return budget.provider.isEmpty() && budget.model.isEmpty() && budget.project.isEmpty();
    });
    return own == limits.cend() ? nullptr : &*own;
}

ClientBook::ClientBook(ClientRegistry &clients, Books &books, QObject *parent)
    : QObject(parent)
    , m_clients(clients)
    , m_books(books)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &ClientBook::refresh);
    books.onChange(this, [this] { refreshSoon(); });
}

void ClientBook::setActive(bool active)
{
    m_isActive = active;
    if (active) {
        refresh();
    } else {
        m_soon.stop();
    }
}

void ClientBook::refreshSoon()
{
    if (m_isActive && !m_soon.isActive()) {
        m_soon.start();
    }
}

void ClientBook::refresh()
{
    const int round = ++m_round;
    whenDone(m_clients.list(), this, [this, round](const Result<QList<Client>> &clients) {
        if (round != m_round) {
            return;
        }
        if (!clients) {
            Q_EMIT failed(wording::sentence(clients.error()));
            return;
        }
        readSpending(*clients, round);
    });
}

void ClientBook::readSpending(const QList<Client> &clients, int round)
{
    const QDate today = QDate::currentDate();
    const QDate first(today.year(), today.month(), 1);
    whenDone(m_books.days(first.startOfDay(), first.addMonths(1).startOfDay(), SpendingGroup::Client), this,
             [this, clients, round](const Result<QList<SpendingOfDay>> &spent) {
                 if (round != m_round) {
                     return;
                 }
                 if (!spent) {
                     Q_EMIT failed(wording::sentence(spent.error()));
                     return;
                 }
                 readLimits(clients, *spent, round);
             });
}

void ClientBook::readLimits(const QList<Client> &clients, const QList<SpendingOfDay> &spent, int round)
{
    whenDone(m_books.limits(QDateTime::currentDateTime()), this,
             [this, clients, spent, round](const Result<QList<BudgetState>> &limits) {
                 if (round != m_round) {
                     return;
                 }
                 if (!limits) {
                     Q_EMIT failed(wording::sentence(limits.error()));
                     return;
                 }
                 take(clients, spent, *limits);
             });
}

void ClientBook::take(const QList<Client> &clients, const QList<SpendingOfDay> &spent, const QList<BudgetState> &limits)
{
    m_rows.clear();
    m_names.clear();
    for (const Client &client : clients) {
        m_names.insert(client.id, client.name);
        if (client.revoked) {
            continue;
        }
        ClientRow row;
        row.client = client;
        for (const SpendingOfDay &day : spent) {
            if (day.group == client.id) {
                row.spent += day.cost;
                row.unknown += day.unknown;
            }
        }
        for (const BudgetState &state : limits) {
            if (state.budget.client == client.id) {
                row.limits.append(state);
            }
        }
        m_rows.append(row);
    }
    Q_EMIT changed();
}

void ClientBook::add(const ClientWish &wish, QObject *context, OnAdded onAdded)
{
    whenDone(m_clients.add(wish.name, wish.terms, wish.scope), this,
             [this, wish, context = QPointer(context), onAdded](const Result<NewClient> &added) {
                 const auto tell = [this, context, onAdded](const Result<NewClient> &told) {
                     refresh();
                     if (context) {
                         onAdded(told);
                     }
                 };
                 if (!added || !wish.budget) {
                     tell(added);
                     return;
                 }
                 Budget budget = *wish.budget;
                 budget.client = added->client.id;
                 whenDone(m_books.setLimit(budget), this, [this, added, tell](const Result<qint64> &set) {
                     if (set) {
                         tell(added);
                         return;
                     }
                     whenDone(m_clients.revoke(added->client.id), this,
                              [error = set.error(), tell](const Status &) { tell(error); });
                 });
             });
}

void ClientBook::change(const ClientRow &row, const ClientWish &wish, QObject *context, OnDone onDone)
{
    const auto tell = [this, context = QPointer(context), onDone](const Status &done) {
        refresh();
        if (context) {
            onDone(done);
        }
    };
    ClientTerms terms = wish.terms;
    // A moment that somebody chose stays it, as long as its day does.
    Client wanted = row.client;
    wanted.terms = terms;
    if (fieldsOf(wanted, {}).lastDay == fieldsOf(row.client, {}).lastDay) {
        terms.expiresAt = row.client.terms.expiresAt;
    }
    const auto setSwitch = [this, row, wish, tell] {
        whenDone(m_clients.update(row.client.id, {.disabled = wish.disabled}), this,
                 [this, row, wish, tell](const Result<Client> &set) {
                     if (set) {
                         changeLimit(row, wish, tell);
                     } else {
                         tell(set.error());
                     }
                 });
    };
    whenDone(m_clients.setTerms(row.client.id, terms), this, [setSwitch, tell](const Result<Client> &set) {
        if (set) {
            setSwitch();
        } else {
            tell(set.error());
        }
    });
}

/// A limit of another period is another limit: the new one is there before the old one goes.
void ClientBook::changeLimit(const ClientRow &row, const ClientWish &wish, const OnDone &onDone)
{
    const BudgetState *own = row.ownLimit();
    const std::optional<Budget> before = own ? std::optional(own->budget) : std::nullopt;
    const auto removeOld = [this, before, onDone] {
        whenDone(m_books.removeLimit(before->id), this, [onDone](const Status &removed) { onDone(removed); });
    };
    if (!wish.budget) {
        if (before) {
            removeOld();
        } else {
            onDone(Success());
        }
        return;
    }
    Budget budget = before.value_or(Budget());
    const bool isOther = before && before->period != wish.budget->period;
    budget.id = isOther ? 0 : budget.id;
    budget.client = row.client.id;
    budget.period = wish.budget->period;
    budget.limit = wish.budget->limit;
    whenDone(m_books.setLimit(budget), this, [isOther, removeOld, onDone](const Result<qint64> &set) {
        if (!set) {
            onDone(set.error());
        } else if (isOther) {
            removeOld();
        } else {
            onDone(Success());
        }
    });
}

void ClientBook::revoke(const QString &id, QObject *context, OnDone onDone)
{
    whenDone(m_clients.revoke(id), this, [this, context = QPointer(context), onDone](const Status &revoked) {
        refresh();
        if (context) {
            onDone(revoked);
        }
    });
}

} // namespace lightwell
