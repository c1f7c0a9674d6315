// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/together/togetheradapter.h"

#include "providers/common/openailike.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr ErrorCode codes[] = {
    {"model_not_available"_L1, ErrorKind::NotFound},
    {"dynamic_request_limited"_L1, ErrorKind::RateLimit},
    {"dynamic_token_limited"_L1, ErrorKind::RateLimit},
};

void refine(Error &error, const HttpResponse &response, const VendorMessage &said)
{
    // The safety checker looks at the finished picture, and nothing promises that such a one is free.
    if (response.status == 422 && said.text.contains("nsfw"_L1, Qt::CaseInsensitive)) {
        error.kind = ErrorKind::ContentPolicy;
        error.billing = Billing::MayBeBilled;
        explain(error, u"Together AI"_s);
    }
    const double reset = response.header("x-ratelimit-reset"_ba).toDouble(); // seconds
    if (error.kind == ErrorKind::RateLimit && !error.retryAfter && reset > 0 && reset <= 3600) {
        error.retryAfter = std::chrono::milliseconds(static_cast<qint64>(reset * 1000));
    }
}

} // namespace

std::unique_ptr<Adapter> togetherAdapter()
{
    OpenAiLikeProfile profile;
    profile.info.id = u"together"_s;
    profile.info.name = u"Together AI"_s;
    profile.info.defaultBaseUrl = QUrl(u"https://api.together.ai"_s);
    profile.info.keyPage = QUrl(u"https://api.together.ai/settings/api-keys"_s);
    profile.info.keyVariables = {u"TOGETHER_API_KEY"_s};
    profile.errors = codes;
    profile.refine = refine;
    return std::make_unique<OpenAiLikeAdapter>(std::move(profile));
}

} // namespace lightwell
