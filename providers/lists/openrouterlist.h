// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"

#include <memory>

namespace lightwell {

/// OpenRouter's models that make pictures (openrouter.ai/docs/api-reference/models): open to everybody, with prices in
/// dollars a unit, written as texts.
[[nodiscard]] std::unique_ptr<ModelLister> openRouterList();

} // namespace lightwell
