// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// Reads a successful answer of generateContent: every picture part that is no interim thought; the cost from
/// usageMetadata, with thoughts billed as text output. An answer without a picture is an error after its blockReason or
/// finishReason; it is free where the vendor counted nothing that went out.
[[nodiscard]] Step geminiAnswer(const Plan &plan, const HttpResponse &response, const QString &provider,
                                const QByteArray &key);

} // namespace lightwell
