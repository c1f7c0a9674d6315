// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <QJsonObject>

namespace lightwell {

/// A GET without a body. The caller adds its authorization.
[[nodiscard]] HttpRequest getRequest(const QUrl &url);

/// A POST of a JSON body, marked as one that starts paid work. The caller adds its authorization.
[[nodiscard]] HttpRequest submission(const QUrl &url, const QJsonObject &body);

/// "Authorization: SCHEME KEY"; nothing is added for an empty key.
void authorize(HttpRequest &request, const QByteArray &scheme, const QByteArray &key);

} // namespace lightwell
