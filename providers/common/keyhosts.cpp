// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/keyhosts.h"

#include "core/net/hostrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

bool isVendorHost(const QString &host, const QStringList &vendorHosts)
{
    return std::any_of(vendorHosts.begin(), vendorHosts.end(), [&host](const QString &pattern) {
        return pattern.startsWith("*."_L1) ? host.endsWith(QStringView(pattern).mid(1)) : host == pattern;
    });
}

} // namespace

bool isVendorAddress(const QUrl &url, const QUrl &baseUrl, const QStringList &vendorHosts)
{
    const QString host = url.host().toLower();
    const bool secure = url.scheme() == "https"_L1;
    const bool plain = url.scheme() == "http"_L1;
    if (!url.isValid() || host.isEmpty() || (!secure && !plain) || !url.userInfo().isEmpty()) {
        return false;
    }
    const QString baseHost = baseUrl.host().toLower();
    if (isLoopbackHost(host)) {
        return isLoopbackHost(baseHost);
    }
    if (!baseHost.isEmpty() && host == baseHost) {
        return secure || baseUrl.scheme() == "http"_L1;
    }
    return secure && url.port(443) == 443 && isVendorHost(host, vendorHosts);
}

} // namespace lightwell
