// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// Reads a successful answer of either schema: the pictures in base64, with their seeds where they are told (by
/// Stability AI's models). A filter's word may stand there in the place of the pictures, as finish_reasons (Stability
/// AI), as error (Amazon) or as "Request Moderated"; such a call may be billed.
[[nodiscard]] Step bedrockAnswer(const HttpResponse &response, const QString &provider, const QByteArray &key);

} // namespace lightwell
