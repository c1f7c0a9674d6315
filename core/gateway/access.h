// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/refusal.h"

#include <QHostAddress>
#include <QStringList>

#include <optional>

namespace lightwell {

/// Who may come in at all, before any key: against web pages that talk to this port behind the user's back, by their
/// own name (Origin) or by one that resolves to us (Host).
struct AccessRules
{
    QList<QByteArray> hosts; ///< exact, lower case, with port; never a wild card
    QList<QByteArray> origins; ///< exact; never derived from a request
    quint16 port = 0;

    /// What the person has allowed beside the addresses themselves.
    struct Allowed
    {
        QStringList origins;
        QStringList hosts; ///< names of this computer, with or without a port
    };
    /// For a server that can be reached at `addresses`, encrypted or not: these and the loopback names.
    [[nodiscard]] static AccessRules make(const QList<QHostAddress> &addresses, quint16 port, const Allowed &allowed,
                                          bool isEncrypted = false);

    /// The refusal, if there is one.
    [[nodiscard]] std::optional<Refusal> check(const GatewayRequest &request) const;
    /// The answer to a preflight of an allowed origin for a path that takes these methods; an empty one to OPTIONS
    /// without an origin. Check first.
    [[nodiscard]] GatewayResponse preflight(const GatewayRequest &request, const QByteArrayList &methods) const;
    /// Lets the page read an answer, if its origin is allowed; otherwise adds nothing.
    void addTo(GatewayResponse &response, const GatewayRequest &request) const;
};

/// Where a server that listens on `address` can be reached: that one, or all of the computer's `own` if it means any.
[[nodiscard]] QList<QHostAddress> reachableAt(const QHostAddress &address, QList<QHostAddress> own);
[[nodiscard]] bool meansAny(const QHostAddress &address); ///< 0.0.0.0 or ::

/// The key of "Authorization: Bearer KEY" or, where there is no such header, of one of those that other APIs have for
/// it: "api-key: KEY", "x-api-key: KEY", "x-goog-api-key: KEY". Empty if it is missing, doubled or something else.
[[nodiscard]] QByteArray shownKey(const GatewayRequest &request);

} // namespace lightwell
