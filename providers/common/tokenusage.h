// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace lightwell {

/// The tokens a vendor counted for one call; nothing where it does not tell.
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
