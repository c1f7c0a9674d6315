// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/google/geminireason.h"

#include "core/adapter/vendorreasons.h"

#include <algorithm>
#include <iterator>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// finishReason and blockReason share their names where they mean the same. OTHER is not among them: as a finish it
/// is no refusal, and as a block the caller knows that it is one.
constexpr QLatin1StringView policy[] = {
    "SAFETY"_L1,
    "RECITATION"_L1,
    "BLOCKLIST"_L1,
    "PROHIBITED_CONTENT"_L1,
    "SPII"_L1,
    "IMAGE_SAFETY"_L1,
    "IMAGE_PROHIBITED_CONTENT"_L1,
    "IMAGE_RECITATION"_L1,
    "MODEL_ARMOR"_L1,
    "JAILBREAK"_L1,
};

constexpr QLatin1StringView noPicture[] = {
    "STOP"_L1, "NO_IMAGE"_L1, "IMAGE_OTHER"_L1, "OTHER"_L1, "FINISH_REASON_UNSPECIFIED"_L1,
};

constexpr QLatin1StringView truncated[] = {"MAX_TOKENS"_L1, "CONTINUATION"_L1};

template<std::size_t N>
bool contains(const QLatin1StringView (&list)[N], const QString &reason)
{
    return std::any_of(std::begin(list), std::end(list), [&](QLatin1StringView entry) { return reason == entry; });
}

} // namespace

ErrorKind geminiReasonKind(const QString &reason)
{
    return contains(policy, reason) ? ErrorKind::ContentPolicy : ErrorKind::Upstream;
}

Reason geminiReasonFor(const QString &reason, const QString &provider)
{
    if (contains(noPicture, reason)) {
        return reasons::noPictureInAnswer(provider);
    }
    if (contains(truncated, reason)) {
        return reasons::cutShort(provider);
    }
    return {};
}

} // namespace lightwell
