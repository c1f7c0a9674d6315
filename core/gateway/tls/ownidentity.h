// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/tls/tlsidentity.h"

#include <QStringList>

namespace lightwell {

struct Paths;

/// One made for the local network, which nobody vouches for: whoever connects compares its fingerprint, or is told to
/// trust it. It is made once, valid for two years, with the names and addresses the computer has then and `hosts`, the
/// further names that programs may use (GatewayOptions::allowedHosts), and kept in "gateway-tls.pem" in the folder of
/// the configuration, which only the user can read; made anew only when it runs out within a month. "gateway-tls.crt"
/// beside it holds the certificate alone, to be given to clients.
[[nodiscard]] Result<TlsIdentity> ownTlsIdentity(const Paths &paths, const QDateTime &now,
                                                 const QStringList &hosts = {});

} // namespace lightwell
