// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/keysdialect.h"
#include "core/gateway/services/service.h"

#include <functional>

namespace lightwell {

/// Makes, tells, changes and removes the keys of programs, for a program of the user's whose own key is for that alone
/// (KeyScope::Management). Such keys, this computer's own and given ones are not managed here.
class KeyService : public Service
{
public:
    using Service::Service;
    [[nodiscard]] QList<RouteCall> calls() const override { return {RouteCall::ManagedKeys, RouteCall::ManagedKey}; }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;

private:
    void list(Exchange *exchange);
    void add(Exchange *exchange);
    void tell(Exchange *exchange, const QString &name);
    void change(Exchange *exchange, const QString &name);
    void remove(Exchange *exchange, const QString &name);

    using OnClient = std::function<void(Exchange *, const Client &)>;
    void find(Exchange *exchange, const QString &name, const OnClient &then); ///< not found: it is answered
    /// The client's own limit becomes another. `then` hears how that ended, whoever has hung up.
    using OnSet = std::function<void(const Status &)>;
    void setLimit(const QString &client, const KeyWish &wish, const OnSet &then);
    void setLimit(const QString &client, const KeyWish &wish, const QList<BudgetState> &own, const OnSet &then);
    void removeLimits(QList<qint64> budgets, const OnSet &then);
    void answerMade(Exchange *exchange, const NewClient &made);
    void answerWith(Exchange *exchange, const Client &client);
    [[nodiscard]] const KeysDialect &words(const Exchange &exchange) const;
};

} // namespace lightwell
