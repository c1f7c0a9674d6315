// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/common/openailike.h"

namespace lightwell {

/// Hugging Face's router to other vendors (as @huggingface/inference 4.13.30 speaks to it). An offer's model begins
/// with the vendor's name there: "together/black-forest-labs/FLUX.1-schnell". Its own servers, "hf-inference", take
/// inputs and parameters and answer with the picture's bytes; together, nscale and deepinfra speak OpenAI's dialect.
///
/// Vendors behind it that take orders as jobs (fal-ai, replicate, wavespeed, zai-org) are not spoken to. No answer
/// tells a cost. A model that is being loaded refuses for free and says for how long.
///
/// More than the 80 lines of an OpenAI-like vendor, since each vendor behind the router has its own address, and its
/// own servers another form of order and answer.
class HuggingFaceAdapter : public OpenAiLikeAdapter
{
public:
    HuggingFaceAdapter();

protected:
    [[nodiscard]] Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                            const QUrl &baseUrl) const override;
    [[nodiscard]] HttpRequest writeKeyCheck(const QUrl &baseUrl) const override;
};

[[nodiscard]] std::unique_ptr<Adapter> huggingFaceAdapter();

} // namespace lightwell
