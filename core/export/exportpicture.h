// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportname.h"
#include "core/export/exportoptions.h"
#include "core/media/codec.h"

#include <QByteArray>

namespace lightwell {

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
[[nodiscard]] Result<ExportFacts> exportFacts(const QByteArray &source, const ExportOptions &options);
/// How the pixels themselves are written.
[[nodiscard]] EncodeOptions encodingFor(const ExportOptions &options);
/// Writes a picture anew as `options` say, its recipe in it where it had one and that is wanted. What would not change
/// keeps its pixels to the bit. Labels that say what AI has made go along, as wished. Place, and what other programs
/// wrote, never goes along. `options` were checked. Takes its time: call it on the thread pool.
[[nodiscard]] Result<ExportedPicture> exportPicture(const QByteArray &source, const ExportOptions &options);

} // namespace lightwell
