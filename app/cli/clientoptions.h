// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"
#include "core/ledger/ledger.h"

class QCommandLineParser;

namespace lightwell {

/// What the options of `clients add` and `clients set` say of a client.
struct ClientOptions
{
    ClientTerms terms;
    std::optional<Budget> budget = {};
    KeyScope scope = KeyScope::Calls; ///< of a new one
    std::optional<bool> disabled = {}; ///< of one that is there
};

/// What they do not say is as `before` has it. Errors name the option.
[[nodiscard]] Result<ClientOptions> clientFromOptions(const QCommandLineParser &parser, const ClientTerms &before = {});

} // namespace lightwell
