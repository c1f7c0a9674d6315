// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

class LiftedJson;

/// Reads a successful answer of the Images API: every usable picture, as base64 or as a link; the cost from the tokens
/// in `usage` where there are any. Without a single usable picture it is an error that may be billed.
/// The picture of an entry: b64_json, or a link (also a data: one) from a server of that kind.
[[nodiscard]] std::optional<ProducedMedia> openAiPicture(const LiftedJson &answer, const QJsonObject &entry,
                                                         const QUrl &origin);
/// Keeps the counters, and what the pictures in `done` cost by them.
void setOpenAiUsage(Done &done, const Plan &plan, const QJsonObject &usage);

[[nodiscard]] Step openAiAnswer(const Plan &plan, const HttpResponse &response, const QString &provider,
                                const QByteArray &key);

} // namespace lightwell
