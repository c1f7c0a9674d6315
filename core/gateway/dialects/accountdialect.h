// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/responseitems.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/http/httpmessage.h"
#include "core/journal/requestlog.h"
#include "core/ledger/ledger.h"

namespace lightwell {

/// What a client asks of a list.
struct ListWish
{
    static constexpr int most = 100; ///< entries of a page
    static constexpr int usual = 20;

    int limit = usual;
    QString after; ///< the id behind which a page begins; empty: at the front
    QString before; ///< the id before which it ends; at most one of both is set
    friend bool operator==(const ListWish &, const ListWish &) = default;
};

struct RequestsWish
{
    ListWish list;
    RequestFilter filter; ///< its client is whose key was asked for; empty: any
    bool summary = false; ///< of all that the filter lets through
    friend bool operator==(const RequestsWish &, const RequestsWish &) = default;
};

struct KeysWish
{
    ListWish list;
    std::optional<bool> revoked; ///< nothing: either
    friend bool operator==(const KeysWish &, const KeysWish &) = default;
};

/// A part of the list of clients, newest first.
struct ClientPage
{
    QList<Client> clients;
    bool hasOlder = false;
    bool hasNewer = false;
};

/// Work that nobody waits for, as its client sees it.
struct JobView
{
    enum class State { Queued, Running, Completed, Failed, Cancelled, Unknown };
    QString id; ///< of its generation
    State state = State::Queued;
    QString model; ///< as asked for, or as it is called here
    QDateTime createdAt;
    QDateTime endedAt; ///< invalid: it has not ended
    std::optional<Progress> progress; ///< while it runs, where it is known
    QString base; ///< what its links begin with: "http://127.0.0.1:4747/v1"
    /// What the call that waits would have got; its head counts as little as that of a stream. Nothing: not yet.
    std::optional<GatewayResponse> answer;
};

/// The part of a public API in which clients look at themselves: their requests, what they may spend, their keys, the
/// jobs they do not wait for, and the answers that are kept for them. Pure, as Dialect.
class AccountDialect
{
public:
    virtual ~AccountDialect() = default;

    // What clients send

    [[nodiscard]] virtual Result<RequestsWish> readRequests(const GatewayRequest &request) const = 0;
    [[nodiscard]] virtual Result<KeysWish> readKeys(const GatewayRequest &request) const = 0;
    [[nodiscard]] virtual Result<responseitems::PageWish> readItems(const GatewayRequest &request) const = 0;

    // What they get. `address` is that of the list as it was asked for, without its query; `now` is local time.

    [[nodiscard]] virtual GatewayResponse requests(const RequestPage &page,
                                                   const std::optional<RequestSummary> &summary,
                                                   const GatewayRequest &asked, const QString &address) const = 0;
    /// `links` match the pictures; of those that lie in no file they are empty. Nothing: neither these nor what was
    /// asked for is told.
    [[nodiscard]] virtual GatewayResponse request(const LoggedRequest &request,
                                                  const std::optional<QStringList> &links) const = 0;
    [[nodiscard]] virtual GatewayResponse purged(const QString &id, bool already, int pictures) const = 0;
    [[nodiscard]] virtual GatewayResponse balance(const QList<BudgetState> &budgets, const QDateTime &now) const = 0;
    [[nodiscard]] virtual GatewayResponse keys(const ClientPage &page, const GatewayRequest &asked,
                                               const QString &address, const QDateTime &now) const = 0;
    [[nodiscard]] virtual GatewayResponse webhookSecret(const QByteArray &secret) const = 0;

    // Answers of text models that are kept

    [[nodiscard]] virtual GatewayResponse keptResponse(const QByteArray &response) const = 0; ///< as it was told
    [[nodiscard]] virtual GatewayResponse keptItems(const responseitems::Page &page) const = 0;
    [[nodiscard]] virtual GatewayResponse responseRemoved(const QString &id) const = 0;

    // Jobs

    [[nodiscard]] virtual GatewayResponse job(const JobView &job) const = 0; ///< with status 200
    [[nodiscard]] virtual QByteArray jobEvent(const JobView &job) const = 0; ///< in a stream of events
    [[nodiscard]] virtual QByteArray webhookBody(const JobView &job) const = 0; ///< ids and states alone
};

} // namespace lightwell
