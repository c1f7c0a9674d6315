// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

namespace lightwell {

/// Answers about jobs that are no errors to the vendor but no use to us. All of them may be billed.
[[nodiscard]] Error missingInAnswer(const HttpResponse &response, const QString &provider, const QString &field);
[[nodiscard]] Error foreignAddress(const HttpResponse &response, const QString &provider);
[[nodiscard]] Error jobIsLost(const HttpResponse &response, const QString &provider);

/// A job that the vendor says has failed, in `words` of its own. It may be billed, unless whoever asks knows better.
[[nodiscard]] Error jobFailed(const HttpResponse &response, const QString &provider, const QString &words,
                              ErrorKind kind = ErrorKind::Upstream);

/// An id that can be none there; nothing was sent. `isPath`: ids are "owner/name".
[[nodiscard]] Error noSuchModel(const QString &id, const QString &provider, bool isPath = false);

/// The key is well, but its account is empty.
[[nodiscard]] Error noCredits(const HttpResponse &response, const QString &provider);

} // namespace lightwell
