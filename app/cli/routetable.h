// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/route.h"

#include <QCommandLineParser>

namespace lightwell {

/// Which offers are tried in which order, and why; behind them those that are left out. The first row is the heading;
/// the first column has figures.
[[nodiscard]] QList<QStringList> routeTable(const Route &route);

[[nodiscard]] QCommandLineOption explainOption(); ///< `--explain`

} // namespace lightwell
