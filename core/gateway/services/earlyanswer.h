// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/services/service.h"

namespace lightwell {

/// Before the work of a call that does not stream: where its header or its client's terms wish it, white space comes
/// while it waits (StreamedAnswer), for who gives up on a silent connection. Its answer is given as any other.
void answerEarlyIfWished(GatewayContext &context, Exchange *exchange);

} // namespace lightwell
