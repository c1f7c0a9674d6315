// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>

namespace lightwell {

/// Together AI's images API (its OpenAPI document of 2026-04-28), in OpenAI's dialect: pictures to work on travel
/// inside the generation, as fields["image"] says; there are no edits apart and no masks. Offers ask for base64 by a
/// constant.
[[nodiscard]] std::unique_ptr<Adapter> togetherAdapter();

} // namespace lightwell
