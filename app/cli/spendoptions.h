// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

class QCommandLineParser;

namespace lightwell {

/// The options of what spends money: for what it is, and whether its price may be unknown.
void declareSpendOptions(QCommandLineParser &parser);
/// Who asks by them; errors name the option.
[[nodiscard]] Result<Origin> originFromOptions(const QCommandLineParser &parser);
/// What `--project` says; empty where it is not there.
[[nodiscard]] Result<QString> projectFromOptions(const QCommandLineParser &parser);

} // namespace lightwell
