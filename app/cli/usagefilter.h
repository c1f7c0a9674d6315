// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledgerreader.h"

class QCommandLineParser;

namespace lightwell {

class Composition;

/// What of the ledger a command is asked about.
void declareUsageFilter(QCommandLineParser &parser);
/// `--since` and `--until` are days of local time (the last one is part of it) or moments; `--period` is the present
/// one. `--client` is left out: its name has to be looked up. Errors name the option.
[[nodiscard]] Result<LedgerFilter> usageFilterFrom(const QCommandLineParser &parser, const Composition &app,
                                                   const QDateTime &now);
/// Whether any of them is there, `--period` apart.
[[nodiscard]] bool hasUsageFilter(const QCommandLineParser &parser);

} // namespace lightwell
