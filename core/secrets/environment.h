// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell::environment {

/// The value of a variable without blanks at its ends; empty: not set.
[[nodiscard]] QByteArray variable(const QString &name);
/// The key of a provider from the first of its variables that is set; empty: none is.
[[nodiscard]] QByteArray key(const ProviderInfo &provider);
/// The variable that is set; the usual one where none is, empty where there is none.
[[nodiscard]] QString keyVariable(const ProviderInfo &provider);
/// LIGHTWELL_<PROVIDER>_BASE_URL, the id in capitals with _ for -; empty: not set.
[[nodiscard]] QString baseUrl(const QString &providerId);
/// Whether a key may go to that base address: not without TLS beyond this machine, unless the user said so for it
/// (`hosts`: "host" or "host:port"; the environment's LIGHTWELL_PLAIN_KEY_HOSTS adds to them).
[[nodiscard]] bool mayCarryKey(const QUrl &address, const QStringList &hosts);
[[nodiscard]] QString baseUrlVariable(const QString &providerId);
/// All that the environment says of a provider (but for the passphrase), as one text by which two times are compared.
[[nodiscard]] QByteArray all(const ProviderInfo &provider);
/// LIGHTWELL_PASSPHRASE opens the encrypted key file where nobody can be asked.
[[nodiscard]] QByteArray passphrase();

/// An address that requests with keys may go to: https, or http on this machine only.
[[nodiscard]] Result<QUrl> checkedBaseUrl(const QString &text, const QString &providerName);

} // namespace lightwell::environment
