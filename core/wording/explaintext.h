// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/explanation.h"
#include "core/wording/names.h"

namespace lightwell::wording {

/// A whole explanation as plain text, to be sent to somebody: with the prompt, without keys and without the places of
/// files on this computer.
[[nodiscard]] QString explanationText(const Explanation &explanation, const Names &names = {});

} // namespace lightwell::wording
