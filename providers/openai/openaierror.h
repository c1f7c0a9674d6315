// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/offer.h"

namespace lightwell {

/// Reads an error answer of OpenAI's API, or of a server that speaks like it: first by its code, then by its status. A
/// moderation refusal counts as free unless the vendor says that it came after the picture was made.
[[nodiscard]] Error openAiError(const HttpResponse &response, const Offer &offer, const QString &provider,
                                const QByteArray &key);

} // namespace lightwell
