// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"
#include "core/ledger/ledger.h"

#include <optional>

namespace lightwell {

/// What a client is to be allowed.
struct ClientWish
{
    QString name = {};
    ClientTerms terms = {};
    std::optional<Budget> budget = {}; ///< without its scope; nothing: it has no limit of its own
    KeyScope scope = KeyScope::Calls; ///< of a new one: what its key is for
    bool disabled = false; ///< its key does not work for now

    friend bool operator==(const ClientWish &, const ClientWish &) = default;
};

/// The same as a person writes it.
struct ClientFields
{
    QString name = {};
    QString amount = {}; ///< "$10.00"; empty: no limit
    Period period = Period::Month;
    QString models = {}; ///< "flux*, gpt-image-2"; empty: all
    int perMinute = 0; ///< 0: as many as it likes
    QString lastDay = {}; ///< "2027-01-31", that day included; empty: until it is revoked
    QString replay = {}; ///< replayModeName(); empty: as the gateway has it
    bool beginsEarly = false;
    bool managesKeys = false; ///< and nothing else: limit, models and rate do not count
    bool disabled = false;
};

/// Errors are of the kind Invalid; their parameter names the field: "amount", "lastDay". What only the registry knows
/// (names that are taken) it says itself.
[[nodiscard]] Result<ClientWish> readWish(const ClientFields &fields, const QDateTime &now);
[[nodiscard]] ClientFields fieldsOf(const Client &client, const std::optional<Budget> &budget);

} // namespace lightwell
