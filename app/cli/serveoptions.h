// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/gateway.h"
#include "core/model/result.h"

class QCommandLineParser;

namespace lightwell {

class Settings;
struct Paths;

/// The options of `serve`.
void declareServeOptions(QCommandLineParser &parser);
/// What they ask for, with what the settings say of web pages, host names, cached answers and equal calls. A key comes
/// from --key, or from the environment variable LIGHTWELL_GATEWAY_KEY, which other users of the computer cannot see; a
/// certificate is made, and kept, where one is asked for. Errors are wrong usage.
[[nodiscard]] Result<GatewayOptions> readServeOptions(const QCommandLineParser &parser, const Settings &settings,
                                                      const Paths &paths);

} // namespace lightwell
