// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

namespace lightwell {

/// Answers about jobs that are no errors to the vendor but no use to us. All of them may be billed.
[[nodiscard]] Error missingInAnswer(const HttpResponse &response, const QString &provider, const QString &field);
[[nodiscard]] Error foreignAddress(const HttpResponse &response, const QString &provider);
[[nodiscard]] Error jobIsLost(const HttpResponse &response, const QString &provider);

/// The key is well, but its account is empty.
[[nodiscard]] Error noCredits(const HttpResponse &response, const QString &provider);

} // namespace lightwell
