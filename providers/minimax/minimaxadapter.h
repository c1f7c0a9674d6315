// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailike.h"

namespace lightwell {

/// MiniMax's API for pictures: /v1/image_generation for image-01, and OpenAI's dialect for the H3 models. The host in
/// China (api.minimaxi.com) has keys of its own and is a base address.
///
/// Refusals come with status 200 and a code in "base_resp"; real statuses are read as well. Reference pictures of
/// image-01 are portraits of a character. There is no free way to check a key.
///
/// Unconfirmed: the numbers 1039, 2013, 2049; answers and edits of the H3 models, taken as OpenAI has them; where the
/// counts of made and failed pictures stand (read in "data" and "metadata", as number and text).
///
/// More than the 80 lines of an OpenAI-like vendor, since image-01 is an API of its own, with refusals that come as
/// successes.
class MinimaxAdapter : public OpenAiLikeAdapter
{
public:
    MinimaxAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                  const QByteArray &key) const override;
};

} // namespace lightwell
