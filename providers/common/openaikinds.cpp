// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/openaikinds.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView countryNotServed = "unsupported_country_region_territory"_L1;

constexpr ErrorCode usualCodes[] = {
    {"moderation_blocked"_L1, ErrorKind::ContentPolicy},
    {"content_policy_violation"_L1, ErrorKind::ContentPolicy},
    {"content_filter"_L1, ErrorKind::ContentPolicy},
    {"insufficient_quota"_L1, ErrorKind::Funds},
    {"billing_hard_limit_reached"_L1, ErrorKind::Funds},
    {"billing_not_active"_L1, ErrorKind::Funds},
    {"invalid_api_key"_L1, ErrorKind::Auth},
    {"model_not_found"_L1, ErrorKind::NotFound},
    {countryNotServed, ErrorKind::Unsupported},
    {"rate_limit_exceeded"_L1, ErrorKind::RateLimit},
};

} // namespace

std::optional<ErrorKind> openAiErrorKind(const VendorMessage &said, std::span<const ErrorCode> own)
{
    for (const QString &word : {said.code, said.type}) {
        for (const std::span<const ErrorCode> table : {own, std::span<const ErrorCode>(usualCodes)}) {
            if (const std::optional<ErrorKind> kind = kindOfCode(table, word)) {
                return kind;
            }
        }
    }
    return std::nullopt;
}

bool isCountryRefused(const VendorMessage &said)
{
    return said.code == countryNotServed || said.type == countryNotServed;
}

} // namespace lightwell
