// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportoptions.h"
#include "core/model/result.h"

namespace lightwell {

inline constexpr int longestExportEdge = 16'384; ///< pixels

/// Whether this can be done at all: an option that a format has no use for is refused, never silently left out. The
/// error's param is the option's name.
[[nodiscard]] Status checkExport(const ExportOptions &options);

} // namespace lightwell
