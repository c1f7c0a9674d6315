// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why a name leads to no model. What the caller wrote is an id like any other, which merely nobody knows.
namespace lightwell::reasons {

inline constexpr ReasonCode<> modelUnnamed {"model_unnamed"};
inline constexpr ReasonCode<> modelNameImpossible {"model_name_impossible"};
/// It names a preset of OpenRouter's kind ("@preset/slug"), which nobody has put a model in the place of.
inline constexpr ReasonCode<ModelId> modelIsPreset {"model_is_preset"};
inline constexpr ReasonCode<ModelId> modelNotFound {"model_not_found"};
inline constexpr ReasonCode<ModelId, ModelIds> modelNotFoundNear {"model_not_found_near"};
/// What the provider lacks, who has it, and the name by which to ask for it there.
inline constexpr ReasonCode<ProviderId, ModelId, ProviderIds, ModelId> modelElsewhere {"model_elsewhere"};
/// A model that nobody serves any more, since which day, and what takes its place.
inline constexpr ReasonCode<ModelId, QString, ModelId> modelRetiredFor {"model_retired_for"};
inline constexpr ReasonCode<ModelId> modelRetired {"model_retired"};
/// A vendor has no such model any more, and what takes its place.
inline constexpr ReasonCode<ModelId, ModelId> modelGoneFor {"model_gone_for"};
inline constexpr ReasonCode<ModelId> modelUnserved {"model_unserved"};
/// A path at a provider that serves other people's models.
inline constexpr ReasonCode<ModelId, ProviderId> modelNotListed {"model_not_listed"};
inline constexpr ReasonCode<ModelId, ModelIds, ProviderId> modelNotListedNear {"model_not_listed_near"};

} // namespace lightwell::reasons
