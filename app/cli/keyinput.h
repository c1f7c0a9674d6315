// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keyring.h"

namespace lightwell {

class Terminal;

/// A provider's key and what it needs besides, as `keys set` takes them. None: Ctrl+C or a stop signal came in between.
namespace keyinput {

/// Of "NAME=VALUE" each. An error for names the provider does not have, and for secret ones.
[[nodiscard]] Result<Keyring::Fields> fields(const ProviderInfo &provider, const QStringList &written);

/// Empty: nothing was given. A key that is a JSON document may have several lines.
[[nodiscard]] std::optional<QByteArray> key(const ProviderInfo &provider, Terminal &terminal);

/// `fields`, and with them the secret ones of this key: a person is asked for each, a pipe brings a line for each that
/// is needed or named in `fields`, in the provider's order. An error where one that is needed is missing, or a plain
/// one that is in no place known (`before`).
[[nodiscard]] std::optional<Result<Keyring::Fields>> withSecrets(const ProviderInfo &provider, const QByteArray &key,
                                                                 const Keyring::Fields &fields, const KeyState &before,
                                                                 Terminal &terminal);

} // namespace keyinput

} // namespace lightwell
