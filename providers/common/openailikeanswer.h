// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailikeprofile.h"

namespace lightwell {

class LiftedJson;

/// The picture of an entry: b64_json, or a link (also a data: one) from a server of that kind.
[[nodiscard]] std::optional<ProducedMedia> openAiLikePicture(const LiftedJson &answer, const QJsonObject &entry,
                                                             const QUrl &origin);
/// Keeps the counters, and what the pictures in `done` cost by them.
void setOpenAiLikeUsage(Done &done, const Plan &plan, const QJsonObject &usage);

/// Reads a successful answer: every usable picture of the profile's list, as base64 or as a link, or whatever else is
/// unmistakably one (foundpictures.h); the cost from the tokens in `usage` where there are any, or as the profile reads
/// it. Without a single usable picture it is an error that may be billed, unless the answer says that it cost nothing.
[[nodiscard]] Step openAiLikeAnswer(const Plan &plan, const HttpResponse &response, const OpenAiLikeProfile &profile,
                                    const QByteArray &key);

} // namespace lightwell
