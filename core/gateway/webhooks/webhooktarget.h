// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QStringList>
#include <QUrl>

/// Where webhooks may go. A client names the address, so it must not lead this computer to where only this computer may
/// go. What a name resolves to is checked when it is sent (GuardedClient).
namespace lightwell::webhooktarget {

/// What is wrong with it, as far as its text tells: no https, a private host, a user in it. `allowed` as in
/// GatewayOptions::webhookHosts.
[[nodiscard]] std::optional<Error> fault(const QUrl &url, const QStringList &allowed);
/// The address itself where its host is allowed, for GuardedClient::send(); else empty.
[[nodiscard]] QUrl ownOf(const QUrl &url, const QStringList &allowed);

} // namespace lightwell::webhooktarget
