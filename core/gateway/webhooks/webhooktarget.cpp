// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/webhooks/webhooktarget.h"

#include "core/net/hostrules.h"
#include "core/wording/gatewayreasons.h"

namespace lightwell::webhooktarget {

using namespace Qt::StringLiterals;

namespace {

Error wrong(const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason, u"webhook_url"_s);
}

} // namespace

QUrl ownOf(const QUrl &url, const QStringList &allowed)
{
    constexpr int httpPort = 80;
    constexpr int httpsPort = 443;
    const QString host = url.host();
    const int port = url.port(url.scheme() == "https"_L1 ? httpsPort : httpPort);
    for (const QString &entry : allowed) {
        const bool isHost = entry.compare(host, Qt::CaseInsensitive) == 0
            || entry.compare(host + u':' + QString::number(port), Qt::CaseInsensitive) == 0;
        if (isHost && !host.isEmpty()) {
            return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
        }
    }
    return {};
}

std::optional<Error> fault(const QUrl &url, const QStringList &allowed)
{
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty()) {
        return wrong(reasons::webhookUnreadable());
    }
    if (!url.userInfo().isEmpty()) {
        return wrong(reasons::webhookNamesUser());
    }
    if (!ownOf(url, allowed).isEmpty()) {
        return std::nullopt;
    }
    if (isLocalHost(url.host())) {
        return wrong(reasons::webhookIsPrivate(url.host()));
    }
    return url.scheme() == "https"_L1 ? std::nullopt : std::optional(wrong(reasons::webhookUnencrypted(url.host())));
}

} // namespace lightwell::webhooktarget
