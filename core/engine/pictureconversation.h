// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/conversation.h"
#include "core/engine/clock.h"

#include <memory>

namespace lightwell {

/// As the vendor is to see it: a mask that it does not take is put back here.
[[nodiscard]] Plan planForVendor(Plan plan);

/// One of a plan's calls, carried out in the name of `credentials`, which get the time of each message from `clock`.
/// `adapter` and `clock` outlive it.
[[nodiscard]] std::shared_ptr<const Conversation>
pictureConversation(const Adapter &adapter, const std::shared_ptr<const Plan> &plan, const PlannedCall &call,
                    const Credentials &credentials, const Clock &clock = Clock::system());
/// The same of a plan with one call alone.
[[nodiscard]] std::shared_ptr<const Conversation> pictureConversation(const Adapter &adapter, const Plan &plan,
                                                                      const PlannedCall &call,
                                                                      const Credentials &credentials,
                                                                      const Clock &clock = Clock::system());

} // namespace lightwell
