// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"

namespace lightwell {
class Catalog;
}

namespace lightwell::openrouter {

/// "author/slug", as OpenRouter writes a model: who made it, and what it is called here. Resolves with catalogName().
[[nodiscard]] QString authorAndSlug(const Model &model);

/// The catalog's name for what a client wrote. In "author/slug" the author is who made the model, whoever serves it,
/// also where a provider has the same name ("openai/gpt-image-1"). All else stays as it is: names of the catalog, and
/// "provider/model" where the provider is not the maker, which means that one; and first of all the user's own names.
[[nodiscard]] QString catalogName(const Catalog &catalog, const QString &written);

} // namespace lightwell::openrouter
