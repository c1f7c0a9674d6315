// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

namespace lightwell {

class ProviderKeys;

/// Why a model of the form would bring no picture, known before anything is sent.
struct Obstacle
{
    enum class Kind {
        None,
        NeedsKey,
        PromptTooLong,
        Retired, ///< its provider has switched it off
        TakesNoPicture,
        TooManyPictures,
        TakesNoRole, ///< no pictures of a style or a character
        NeedsPicture,
        TakesNoMask, ///< or could not keep what lies outside of it
        NeedsMask,
        Impossible, ///< as the form stands; the error says why
    };
    Kind kind = Kind::None;
    QString provider; ///< whose key is missing
    qint64 excess = 0; ///< letters too many; of TooManyPictures: how many it takes

    explicit operator bool() const { return kind != Kind::None; }
    friend bool operator==(const Obstacle &, const Obstacle &) = default;
};

/// Of a model (null: one of an own server) with `plan`, or with `error` where none can be made.
[[nodiscard]] Obstacle obstacleOf(const Model *model, const std::optional<Plan> &plan,
                                  const std::optional<Error> &error, const ProviderKeys &keys);
[[nodiscard]] QString obstacleWord(const Obstacle &obstacle); ///< on the model's chip: "needs a key"

} // namespace lightwell
