// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"

namespace lightwell {

/// The names of the window, for sentences about one model: a cell and a chip are of one. Fields are called as their
/// controls are. An empty name leaves the id.
[[nodiscard]] Names spokenNames(const QString &model, const Names::NameOf &provider);

} // namespace lightwell
