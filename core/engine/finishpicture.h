// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/media/keepoutside.h"
#include "core/media/recipe.h"
#include "core/model/generation.h"
#include "core/storage/mediastore.h"

namespace lightwell {

/// What becomes of one picture after it arrived.
struct FinishOrder
{
    ProducedMedia image; ///< with its bytes
    PlannedOutput output;
    std::optional<MaskedPicture> before; ///< what to put back outside a mask
    std::optional<Recipe> recipe; ///< nothing: the user wants none in the files
};

struct FinishedPicture
{
    Picture picture;
    std::optional<Error> complaint; ///< the picture is there, but not as planned
    bool hasEarlier = false; ///< what came was kept before it was changed, and noted at the same place
};

/// The recipe of one picture; its size is filled in when that is known.
[[nodiscard]] Recipe recipeOf(const Plan &plan, const PlannedCall &call, const ProducedMedia &image, Money cost,
                              const QDateTime &now);

/// Saves the vendor's bytes first where they must be decoded, then does what the plan says (format, exact size),
/// adds the recipe and saves the result. Bytes that need no change are decoded all the same, to their end, to see
/// whether they are a picture. If the change fails, the original is the picture and the error tells why; if the media
/// store cannot be written, the picture lies elsewhere (MediaStore::keep) and the error tells where. One that a safety
/// checker marked is delivered with a complaint, and fails only where it is seen to be of one colour. Fails for bytes
/// that are no picture, or a damaged one; what came lies in a file then, too, and the error tells where. Blocks: call
/// it on the thread pool.
[[nodiscard]] Result<FinishedPicture> finishPicture(const FinishOrder &order, const MediaStore &media);

} // namespace lightwell
