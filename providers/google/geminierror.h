// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/offer.h"

namespace lightwell {

/// Reads an error answer of Google's APIs (google.rpc.Status): by its status word and its details (ErrorInfo,
/// QuotaFailure, BadRequest, RetryInfo), then by the HTTP status.
[[nodiscard]] Error geminiError(const HttpResponse &response, const Offer &offer, const QString &provider,
                                const QByteArray &key);

} // namespace lightwell
