// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportname.h"
#include "core/export/exportoptions.h"
#include "core/media/codec.h"

#include <QByteArray>

#include <functional>

namespace lightwell {

/// What the books say of a picture whose file says nothing: one with content credentials (C2PA) stayed as it came.
/// Asked only for such a one, on the thread pool.
using RecipeInBooks = std::function<std::optional<Recipe>()>;

/// A picture as it leaves.
struct ExportedPicture
{
    QByteArray bytes;
    ExportFacts facts; ///< as far as the picture tells; the rest is the caller's
    std::optional<int> quality; ///< where there is one
    bool lostFrames = false; ///< it is an animation, of which the first picture alone is there now
    bool lostCredentials = false; ///< it had content credentials (C2PA), which no changed file can keep
};

/// What a picture tells for its name, without being written. Decodes no pixel.
[[nodiscard]] Result<ExportFacts> exportFacts(const QByteArray &source, const ExportOptions &options,
                                              const RecipeInBooks &inBooks = {});
/// What it says, or the books say, of the part that AI has in it.
[[nodiscard]] AiLabels exportLabels(const QByteArray &source, const RecipeInBooks &inBooks = {});
/// How the pixels themselves are written.
[[nodiscard]] EncodeOptions encodingFor(const ExportOptions &options);
/// Writes a picture anew as `options` say, its recipe in it where there is one and that is wanted. What would not
/// change keeps its pixels to the bit. Labels that say what AI has made go along, as wished. Place, and what other
/// programs wrote, never goes along. `options` were checked. Takes its time: call it on the thread pool.
[[nodiscard]] Result<ExportedPicture> exportPicture(const QByteArray &source, const ExportOptions &options,
                                                    const RecipeInBooks &inBooks = {});

} // namespace lightwell
