// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// Reads a successful answer of the Images API: every usable picture, as base64 or as a link; the cost from the tokens
/// in `usage` where there are any. Without a single usable picture it is an error that may be billed.
[[nodiscard]] Step openAiAnswer(const Plan &plan, const HttpResponse &response, const QString &provider,
                                const QByteArray &key);

} // namespace lightwell
