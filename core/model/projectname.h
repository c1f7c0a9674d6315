// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

inline constexpr qsizetype longestProjectName = 80; ///< characters

/// Whether it can name a project: 1 to 80 characters that can be seen, spaces only between them.
[[nodiscard]] bool isProjectName(const QString &name);

} // namespace lightwell
