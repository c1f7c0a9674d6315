// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Signatures of webhooks after Standard Webhooks (standardwebhooks.com), which OpenAI's clients check, too:
/// HMAC-SHA256 of "ID.TIMESTAMP.BODY".
namespace lightwell::webhooksignature {

/// The secret of one client, 32 bytes: made of the gateway's own, so that it is kept nowhere. Each client has another.
[[nodiscard]] QByteArray secretOf(const QByteArray &gatewaySecret, const QString &client);
/// As its owner is told it: "whsec_…".
[[nodiscard]] QByteArray shown(const QByteArray &secret);
/// The header webhook-signature: "v1,…". The time is in seconds since 1970.
[[nodiscard]] QByteArray sign(const QByteArray &secret, const QByteArray &id, qint64 timestamp, const QByteArray &body);

} // namespace lightwell::webhooksignature
