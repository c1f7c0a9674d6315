// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// Whether a provider is a program that runs on the user's own machine unless they say otherwise. Its links and jobs
/// may be followed there though nobody named an address.
[[nodiscard]] bool isOwnServer(const ProviderInfo &provider);

} // namespace lightwell
