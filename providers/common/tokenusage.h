// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

#include <algorithm>
#include <optional>

namespace lightwell {

/// More than any call takes by far, and so little that the sums of a whole answer stay within 64 bits. An absurd count
/// is taken as this, because its cost must be absurd, too, to be doubted (see isBelievable), and not just be missing.
inline constexpr qint64 maxTokens = 1'000'000'000'000;

/// A vendor's count; nothing where it is none.
[[nodiscard]] inline std::optional<qint64> tokenCount(const QJsonValue &value)
{
    if (value.toDouble(-1) >= static_cast<double>(maxTokens)) {
        return maxTokens;
    }
    const qint64 count = value.toInteger(-1);
    return count >= 0 ? std::optional(count) : std::nullopt;
}

/// The tokens a vendor counted for one call, each up to `maxTokens`; nothing where it does not tell.
struct TokenUsage
{
    std::optional<qint64> inputText;
    std::optional<qint64> inputImage;
    std::optional<qint64> outputText;
    std::optional<qint64> outputImage;

    [[nodiscard]] qint64 total() const
    {
        return inputText.value_or(0) + inputImage.value_or(0) + outputText.value_or(0) + outputImage.value_or(0);
    }
};

} // namespace lightwell
