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

/// The job is well and goes on: ask `request` after the pause the vendor wants.
[[nodiscard]] Wait waitOn(const HttpRequest &request, const AdapterState &state, const HttpResponse &response);

/// A free question was answered in a way that says nothing: `error`, if it stays so.
[[nodiscard]] Odd oddAnswer(const HttpResponse &response, const Error &error);

/// A free question was answered with an end that may be none yet: `error` is believed if it stays so for a while.
[[nodiscard]] Odd endIfItStays(const HttpResponse &response, const Error &error);

/// The end of a job as it was read. One that went well and has no picture is believed if it stays so.
[[nodiscard]] Step settledEnd(Step read, const HttpResponse &response, const QString &provider);

/// The pause the vendor asks for before the next poll, but never none at all: a "Retry-After: 0" must not become a
/// storm. Nothing where it does not ask.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseAskedBy(const HttpResponse &response);

/// Whether a status may be gone the next time.
[[nodiscard]] bool isPassing(int httpStatus);

} // namespace lightwell
