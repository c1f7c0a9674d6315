// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"

#include <memory>
#include <vector>

namespace lightwell {

/// The vendors whose lists of models are read, in the order in which they are shown. The list of them stands here and
/// nowhere else.
[[nodiscard]] std::vector<std::unique_ptr<ModelLister>> modelListers();

} // namespace lightwell
