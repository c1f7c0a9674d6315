// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

/// Whether the word of a switch in a query or header (dryRun, X-Lightwell-Strict) switches it on. What else may stand
/// there a dialect has refused before (Dialect::faultInHead()).
[[nodiscard]] inline bool isOn(const QString &word)
{
    return word == QLatin1StringView("1") || word.compare(QLatin1StringView("true"), Qt::CaseInsensitive) == 0;
}

} // namespace lightwell
