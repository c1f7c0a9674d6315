// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QHostAddress>

/// Client keys that somebody made up (serve --key). They hold for the one run of the gateway they were given to: the
/// client registry knows them by an alias that nobody can send, so that other gateways do not take them.
namespace lightwell::givenkey {

/// Whether a client can send this key at all, and whether it is strong enough for a gateway on this address: one that
/// other computers reach needs at least 20 characters that are no pattern.
[[nodiscard]] Status check(const QByteArray &key, const QHostAddress &address);
/// Whether a gateway on this address may ask for none: only where no other computer reaches it.
[[nodiscard]] Status checkNone(const QHostAddress &address);
/// In a time that does not tell where they differ.
[[nodiscard]] bool isSame(const QByteArray &key, const QByteArray &given);
[[nodiscard]] QByteArray alias(const QByteArray &key);
/// The client's name in the registry; the same for the same key, and it does not tell the key.
[[nodiscard]] QString clientName(const QByteArray &key);
[[nodiscard]] bool isClientName(const QString &name); ///< or could be taken for one

} // namespace lightwell::givenkey
