// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/explanation.h"

namespace lightwell {

/// What the request was to cost, what it did, and why these differ.
[[nodiscard]] ExplainedPrice explainedPrice(const Generation &generation);

} // namespace lightwell
