// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QHostAddress>
#include <QUrl>

namespace lightwell {

/// An address on the open internet: not loopback, private, link-local, shared, multicast, documentation or
/// reserved, also not hidden in an IPv6 form (mapped, compatible, NAT64, 6to4).
[[nodiscard]] bool isPublicAddress(const QHostAddress &address);

/// "127.0.0.1", "[::1]", "localhost" and everything under them.
[[nodiscard]] bool isLoopbackHost(const QString &host);

/// Whether keys may travel there without TLS: this machine and names or addresses of the local network, which only
/// a person's own settings lead to.
[[nodiscard]] bool mayGoUnencrypted(const QUrl &url);

/// Whether a web socket leads to the server of `base` (http or https), at its port and no less encrypted: there and
/// nowhere else may it carry a key.
[[nodiscard]] bool isSocketOf(const QUrl &socket, const QUrl &base);

/// The host as a literal address, whatever way it is written ("127.1", "0x7f000001", "[::ffff:7f00:1]"); null if it is
/// a name.
[[nodiscard]] QHostAddress literalAddress(const QString &host);

/// Whether a result link may be followed, as far as its text tells. Names still have to be resolved, and every
/// address checked with isPublicAddress().
[[nodiscard]] std::optional<Error> checkDownloadUrl(const QUrl &url, bool allowLoopback);

/// The refusal of a link that leads into a private network.
[[nodiscard]] Error privateAddressError(const QString &host);

} // namespace lightwell
