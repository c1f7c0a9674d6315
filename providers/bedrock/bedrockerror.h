// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"
#include "core/model/offer.h"

namespace lightwell {

/// Reads an error answer of AWS: by its exception's name (the header x-amzn-errortype, or __type), then by the status.
[[nodiscard]] Error bedrockError(const HttpResponse &response, const Offer &offer, const QString &provider,
                                 const QByteArray &key);

/// Amazon's own models say so of words and pictures that go in and come out.
[[nodiscard]] bool isBlockedByFilter(const QString &words);

} // namespace lightwell
