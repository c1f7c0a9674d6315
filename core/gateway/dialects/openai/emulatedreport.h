// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jsontext.h"
#include "core/model/plan.h"

namespace lightwell::openai {

/// `metadata.emulated`: what was or will be done otherwise than it was asked for, by the names of its fields. `made`:
/// the pixels that came out; invalid before that.
void writeEmulated(JsonText &json, const Plan &plan, QSize made = {});

} // namespace lightwell::openai
