// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// What adapters of vendors with jobs share: free questions about a job that is known, never a submission. What the
/// answers say is each vendor's own affair.

/// A GET of the address the state keeps under `name`; the caller adds its authorization. Nothing where there is no such
/// address or the key must not go there (`vendorHosts`, see keyhosts.h).
[[nodiscard]] std::optional<HttpRequest> keptRequest(const AdapterState &state, QLatin1StringView name,
                                                     const Credentials &credentials, const QStringList &vendorHosts);

/// The job is well and goes on: ask `request` after the pause the vendor wants, with earlier trouble forgotten.
[[nodiscard]] Wait waitOn(const HttpRequest &request, AdapterState state, const HttpResponse &response);

/// A poll, a result fetch or another free call about a known job went wrong in a way that says nothing about the job
/// itself (429, 5xx, 408): ask again, up to sixty times in a row, counted in the state as "misses"; then give up with
/// `error`. Without a request there is nobody to ask, which is `error` at once.
[[nodiscard]] Step retryPoll(const std::optional<HttpRequest> &request, AdapterState state,
                             const HttpResponse &response, const Error &error);
/// The same where the status may be gone the next time; otherwise `error`.
[[nodiscard]] Step retryPollIfPassing(const std::optional<HttpRequest> &request, const AdapterState &state,
                                      const HttpResponse &response, const Error &error);

/// The pause the vendor asks for before the next poll, but never none at all: a "Retry-After: 0" must not become a
/// storm. Nothing where it does not ask.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseAskedBy(const HttpResponse &response);

/// Whether a status may be gone the next time.
[[nodiscard]] bool isPassing(int httpStatus);

} // namespace lightwell
