// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"

#include <memory>

namespace lightwell {

/// Replicate has thousands of people's models, each with fields of its own, and tells no prices: it is asked for those
/// that are known, one by one (replicate.com/docs/reference/http: models.get). One that it does not know is gone.
[[nodiscard]] std::unique_ptr<ModelLister> replicateList();

} // namespace lightwell
