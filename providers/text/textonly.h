// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>

namespace lightwell {

/// Providers that have text models alone, as what they are to keys, addresses and settings. None of them makes a
/// picture, and no offer of one says so.
[[nodiscard]] std::unique_ptr<Adapter> anthropicAdapter();
[[nodiscard]] std::unique_ptr<Adapter> mistralAdapter();
[[nodiscard]] std::unique_ptr<Adapter> deepSeekAdapter();
[[nodiscard]] std::unique_ptr<Adapter> groqAdapter();

} // namespace lightwell
