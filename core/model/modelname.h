// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/displaytext.h"

namespace lightwell {

constexpr qsizetype longestModelName = 256; ///< UTF-16 units; also of a provider's id and its own id of a model

/// Whether this can be the name of a model or a provider. Names stand in the journal, in headers, tables and file
/// names: they are short, and nothing in them acts or hides.
[[nodiscard]] inline bool isModelName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestModelName && isDisplayable(name);
}

} // namespace lightwell
