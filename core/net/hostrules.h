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

/// This machine and the network it stands in: loopback, private and link-local addresses, names without a dot or of
/// such networks (".local", ".lan" …).
[[nodiscard]] bool isLocalHost(const QString &host);

/// Whether a request may go there without TLS: into the local network, where only a person's own settings lead to. With
/// a key beyond this machine it takes that person's word for this very address; whoever adds the key asks for it.
[[nodiscard]] bool mayGoUnencrypted(const QUrl &url);

/// Whether a web socket leads to the server of `base` (http or https), at its port and no less encrypted: there and
/// nowhere else may it carry a key.
[[nodiscard]] bool isSocketOf(const QUrl &socket, const QUrl &base);

/// The host as a literal address, whatever way it is written ("127.1", "0x7f000001", "[::ffff:7f00:1]"); null if it is
/// a name.
[[nodiscard]] QHostAddress literalAddress(const QString &host);

/// Whether a link leads to the server at `own`, the address that the user gave a vendor (empty: none): to that very
/// host, or from loopback to loopback, and no less encrypted.
[[nodiscard]] bool leadsToOwn(const QUrl &url, const QUrl &own);

/// Whether a result link may be followed, as far as its text tells. Names still have to be resolved, and every
/// address checked with isPublicAddress(), unless leadsToOwn().
[[nodiscard]] std::optional<Error> checkDownloadUrl(const QUrl &url, const QUrl &own);

/// The refusal of a link that leads into a private network.
[[nodiscard]] Error privateAddressError(const QString &host);

} // namespace lightwell
