// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textvendor.h"
#include "providers/common/httperrors.h"
#include "providers/common/requests.h"

#include <QStringList>

namespace lightwell {

/// How one provider has OpenAI's text API. Everything that is not said is as OpenAI has it.
struct TextProfile
{
    QString version = QStringLiteral("/v1"); ///< follows a base address that has none, see versionedEndpoint()
    /// The version of the provider's other API, with which people write its address down for pictures.
    QString besideVersion = {};
    QList<TextKind> kinds = {TextKind::Chat};
    bool takesUsageWish = true; ///< false: it tells the usage at the end of a stream unasked
    bool hasMaxTokensOnly = false; ///< its documentation has no `max_completion_tokens`
    bool choosesAmongOthers = false; ///< and takes OpenRouter's wishes about that
    KeyHeader key = {};
    Money (*toldCost)(const QJsonObject &usage) = nullptr;
    std::span<const ErrorCode> errors {}; ///< the vendor's own codes; OpenAI's are known beside them
    std::span<const ErrorPhrase> refusals {}; ///< what a refused request's message says, where no code does
};

/// `info` is that of the provider's adapter.
[[nodiscard]] TextVendorPtr textVendor(const ProviderInfo &info, const TextProfile &profile);

} // namespace lightwell
