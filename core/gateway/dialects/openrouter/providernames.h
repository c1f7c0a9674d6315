// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell::openrouter {

/// A provider as OpenRouter's clients write it.
struct ProviderName
{
    QString id; ///< Lightwell's, where the name is known; else as it was written, in small letters
    bool isPart = false; ///< of a region or variant of it alone: "google-vertex/us-east5"

    friend bool operator==(const ProviderName &, const ProviderName &) = default;
};

/// Reads a slug ("google-ai-studio") or a name ("Google AI Studio"); case, dashes and blanks do not count.
[[nodiscard]] ProviderName providerName(const QString &written);

/// The slug OpenRouter has for one of Lightwell's providers; the id itself where it has none.
[[nodiscard]] QString providerSlug(const QString &id);

/// What the provider is called in front of people; the id where that is not known.
[[nodiscard]] QString providerTitle(const QString &id);

} // namespace lightwell::openrouter
