// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailike.h"

namespace lightwell {

/// LocalAI's images (core/http/endpoints/openai of its source), in OpenAI's dialect with ways of its own: what is not
/// wanted follows the prompt behind a "|"; pictures to work on travel inside the generation as bare base64; masks and
/// upscaling have addresses of their own, take uploads and answer with links. Nothing it does costs anything.
///
/// "/v1/images/edits" is named in its documentation and not served. Unconfirmed: which field a model reads its picture
/// from; it goes in both, "file" and "ref_images". With --opaque-errors its errors have no body.
///
/// More than the 80 lines of an OpenAI-like vendor, since masks and upscaling have addresses and answers of their own,
/// and the search for the engine is here, too.
class LocalAiAdapter : public OpenAiLikeAdapter
{
public:
    LocalAiAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
};

} // namespace lightwell
