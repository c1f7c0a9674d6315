// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"

namespace lightwell {

/// Whether the client would rather not wait (the preference "respond-async" of RFC 7240), in any of its Prefer headers.
[[nodiscard]] bool prefersAsync(const GatewayRequest &request);

} // namespace lightwell
