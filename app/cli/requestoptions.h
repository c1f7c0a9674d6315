// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"
#include "core/model/result.h"

class QCommandLineParser;

namespace lightwell {

/// The options that describe a picture, the same for generate, compare and estimate.
void declareRequestOptions(QCommandLineParser &parser, bool oneModel);

/// What the person asked for; errors name the option. The model is left empty where several can be given. A format
/// is taken from `-o FILE` where none is named.
[[nodiscard]] Result<Request> requestFromOptions(const QCommandLineParser &parser);

} // namespace lightwell
