// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"
#include "core/gateway/dialects/accountfacts.h"
#include "core/gateway/http/httpmessage.h"

namespace lightwell {

/// What somebody who manages keys wants of one. What is not set stays as it is; of a new key it is nothing.
struct KeyWish
{
    ClientChange client;
    /// What may be spent with it; an unknown amount: as much as one likes.
    std::optional<Money> limit = {};
    std::optional<Period> period = {}; ///< after which that begins anew
};

struct KeyListWish
{
    bool withDisabled = false;
    qsizetype offset = 0; ///< so many of the newest are left out
    qsizetype limit = 0; ///< so many there are at most
};

/// A key that is managed, with what was spent with it; the limit is its own.
struct ManagedKey
{
    Client client;
    KeyFacts facts;
};

/// The part of a public API by which keys of clients are made, read, changed and removed. Pure, as Dialect.
class KeysDialect
{
public:
    virtual ~KeysDialect() = default;

    // What is sent

    [[nodiscard]] virtual Result<KeyListWish> readList(const GatewayRequest &request) const = 0;
    [[nodiscard]] virtual Result<KeyWish> readNew(const GatewayRequest &request, const QDateTime &now) const = 0;
    [[nodiscard]] virtual Result<KeyWish> readChange(const GatewayRequest &request, const QDateTime &now) const = 0;
    /// Whether a key is the one that stands in a path.
    [[nodiscard]] virtual bool isNamed(const Client &client, const QString &name) const = 0;

    // What is told

    [[nodiscard]] virtual GatewayResponse list(const QList<ManagedKey> &keys) const = 0;
    [[nodiscard]] virtual GatewayResponse one(const ManagedKey &key) const = 0;
    /// With the key itself, which nobody tells again.
    [[nodiscard]] virtual GatewayResponse made(const ManagedKey &key, const QByteArray &secret) const = 0;
    [[nodiscard]] virtual GatewayResponse removed() const = 0;
};

} // namespace lightwell
