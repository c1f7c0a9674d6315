// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"

#include <memory>

namespace lightwell {

/// fal's models each take fields of their own, so it is asked for those that are known, up to fifty at a time
/// (docs.fal.ai, platform APIs): first /v1/models, which says what is deprecated and leaves out what is gone, then
/// /v1/models/pricing, a price each in dollars for a unit. A 404 to the first is not believed to be about all of them.
[[nodiscard]] std::unique_ptr<ModelLister> falList();

} // namespace lightwell
