// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/clientregistry.h"
#include "core/ledger/ledger.h"

class QCommandLineParser;

namespace lightwell {

class AdapterRegistry;
class Catalog;

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

/// Those of a client's patterns that no model has that is known now, and that are no words for a provider's others:
/// such a pattern may be meant for what is still to come, so it is told and no fault.
[[nodiscard]] QStringList patternsOfNothing(const QStringList &patterns, const Catalog &catalog,
                                            const AdapterRegistry &adapters);

} // namespace lightwell
