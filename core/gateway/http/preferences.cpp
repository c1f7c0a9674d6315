// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/preferences.h"

#include <algorithm>

namespace lightwell {

bool prefersAsync(const GatewayRequest &request)
{
    return std::any_of(request.headers.begin(), request.headers.end(), [](const HttpHeader &header) {
        if (header.name.compare("Prefer", Qt::CaseInsensitive) != 0) {
            return false;
        }
        const QByteArrayList preferences = header.value.split(',');
        return std::any_of(preferences.begin(), preferences.end(), [](const QByteArray &preference) {
            return preference.split(';').constFirst().trimmed().toLower() == "respond-async";
        });
    });
}

} // namespace lightwell
