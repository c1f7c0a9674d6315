// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// An answer that has its pictures: the body itself with its seed in a header, {"base64": […], "finishReason", "seed"},
/// or a list of {"base64", "finishReason", "seed"}. "CONTENT_FILTERED" is a refusal, wherever it stands.
[[nodiscard]] Step readFireworksPictures(const HttpResponse &response, const QString &provider);

/// The end of a job: the link in result.sample, or why there is none.
[[nodiscard]] Step readFireworksJob(const HttpResponse &response, const QString &provider);

} // namespace lightwell
