// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"
#include "core/model/result.h"

#include <optional>

class QCommandLineParser;

namespace lightwell {

class Terminal;

/// The options that describe a picture, the same for generate, compare and estimate.
/// `operation`: all but Create work on a file, which stands in the place of the prompt.
void declareRequestOptions(QCommandLineParser &parser, bool oneModel, Operation operation = Operation::Create);

/// What the person asked for; errors name the option. The model is left empty where several can be given. A format
/// is taken from `-o FILE` where none is named. The prompt "-" is read from standard input; none: a stop signal came
/// while it was waited for.
[[nodiscard]] std::optional<Result<Request>> requestFromOptions(const QCommandLineParser &parser, Terminal &terminal,
                                                                Operation operation = Operation::Create);

} // namespace lightwell
