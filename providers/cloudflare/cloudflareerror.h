// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

namespace lightwell {

/// Reads {"success": false, "errors": [{"code", "message"}]}: by the code of Workers AI, then by the HTTP status.
[[nodiscard]] Error cloudflareError(const HttpResponse &response, const QString &provider, const QByteArray &key);

} // namespace lightwell
