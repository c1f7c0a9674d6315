// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"

#include <memory>

namespace lightwell {

/// api.openai.com/v1/models: ids of all kinds of models, the day of a shutdown, no prices.
[[nodiscard]] std::unique_ptr<ModelLister> openAiList();

/// api.together.ai/v1/models: a bare list with the kind of each model. Its prices are for tokens; what they mean for
/// pictures is not documented, so they are not read.
[[nodiscard]] std::unique_ptr<ModelLister> togetherList();

/// api.lumenfall.ai/openai/v1/models: ids, and in a richer form what they are for. "starting_price" is the cheapest of
/// several providers and no price of a request, so it is not read.
[[nodiscard]] std::unique_ptr<ModelLister> lumenfallList();

/// api.deepinfra.com/v1/openai/models: ids, with tags in "metadata"; open to everybody. Its prices are for tokens.
/// Unconfirmed: what it calls models that make pictures, so only those are taken as new that say it plainly.
[[nodiscard]] std::unique_ptr<ModelLister> deepInfraList();

} // namespace lightwell
