// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/conversation.h"

#include <memory>

namespace lightwell {

/// One of a plan's calls, carried out in the name of `credentials`. `adapter` outlives it.
[[nodiscard]] std::shared_ptr<const Conversation>
pictureConversation(const Adapter &adapter, const Plan &plan, const PlannedCall &call, const Credentials &credentials);

} // namespace lightwell
