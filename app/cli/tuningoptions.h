// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/model/tuning.h"

class QCommandLineParser;

namespace lightwell {

/// --steps, --guidance, --strength, --moderation, --input-fidelity, --prompt-enhancement, --scheduler and --lora.
void declareTuningOptions(QCommandLineParser &parser);

/// What they say. An error names the option and what it takes.
[[nodiscard]] Status readTuningOptions(const QCommandLineParser &parser, Tuning &tuning);

} // namespace lightwell
