// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/ownserver.h"

#include "core/net/hostrules.h"

namespace lightwell {

bool isOwnServer(const ProviderInfo &provider)
{
    const QUrl &address = provider.defaultBaseUrl;
    return address.scheme().startsWith(QLatin1StringView("http")) && isLoopbackHost(address.host());
}

} // namespace lightwell
