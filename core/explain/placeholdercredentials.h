// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/credentials.h"

namespace lightwell {

/// In the place of the user's own: an adapter can write a message with them, and there is nothing in them to hide.
/// What is part of an address (an account, a project) stands there as "your-account-id". `address`, if there is one, is
/// the user's for the provider; `now` is the time of the message.
[[nodiscard]] Credentials placeholderCredentials(const ProviderInfo &provider, const QUrl &address,
                                                 const QDateTime &now);

} // namespace lightwell
