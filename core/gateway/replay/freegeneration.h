// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/generationcall.h"
#include "core/gateway/replay/madepictures.h"
#include "core/model/generation.h"
#include "core/routing/route.h"

namespace lightwell {

/// What the first plan of the route would bring, at no cost and with placeholders for pictures: as many, of the size
/// and in the format that it says. What the vendor alone knows (a size it chooses) is guessed. Blocks: call it on the
/// thread pool.
[[nodiscard]] Result<Generation> mockGeneration(const Route &route, const GenerationCall &call,
                                                const MadePictures &made, const QDateTime &now);

/// A generation of before as the answer to this call: it costs nothing, and comes with as many pictures and in the
/// format that are asked for now. Nothing: it did not complete, or a picture is gone or damaged. Blocks: call it on the
/// thread pool.
[[nodiscard]] std::optional<Generation> revivedGeneration(Generation kept, const GenerationCall &call,
                                                          const MediaStore &media, const MadePictures &made);

/// Of the pictures that the plan's vendor would make and Lightwell deliver.
[[nodiscard]] QSize placeholderSize(const Plan &plan);

} // namespace lightwell
