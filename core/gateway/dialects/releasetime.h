// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

/// When a model came, as lists of models write it: seconds since 1970 of "2026-09-22", "2026-09" or "2026"; 0: it is
/// none of these.
[[nodiscard]] qint64 releaseTime(const QString &released);

} // namespace lightwell
