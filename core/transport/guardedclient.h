// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/httpclient.h"

namespace lightwell {

/// The way out to addresses that somebody else has named (webhooks), over connections of its own, so that who is slow
/// there holds up no vendor. Nothing but public addresses, or the user's own, each checked before a byte leaves and
/// connected to as it was checked; without TLS only to the latter; no credentials; redirects are answers. No log has
/// the path of such an address: many are as good as a key. Lives on one thread.
class GuardedClient : public QObject
{
    Q_OBJECT
public:
    explicit GuardedClient(const HttpClientOptions &options, QObject *parent = nullptr);
    ~GuardedClient() override;

    /// At most once. `own` is the user's, as in leadsToOwn().
    [[nodiscard]] HttpCall *send(const HttpRequest &request, const QUrl &own, const TransportLimits &limits);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell
