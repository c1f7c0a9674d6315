// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportbatch.h"
#include "core/model/result.h"

#include <functional>

class QCommandLineParser;

namespace lightwell {

class Terminal;

/// The options of what writes pictures anew, and where to.
void declareExportOptions(QCommandLineParser &parser);
/// What they say, and checked: errors are wrong usage and name the option.
[[nodiscard]] Result<ExportJob> exportJobFrom(const QCommandLineParser &parser, const QStringList &files);

/// Exports with progress, and tells how each file came out, for a person or as JSON; then calls `then` with the exit
/// code. The batch is `parent`'s.
ExportBatch *startExport(const ExportJob &job, bool asJson, Terminal &terminal, QObject *parent,
                         std::function<void(int code)> then);

} // namespace lightwell
