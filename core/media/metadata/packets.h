// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/recipe.h"

namespace lightwell::metadata {

/// A recipe in the two standard forms. Programs find the prompt as the description and Lightwell as the creator
/// tool; Lightwell itself reads everything back from one JSON text.
struct Packets
{
    QByteArray exif; ///< a TIFF stream, without the "Exif" prefix that JPEG and WebP's elders put before it
    QByteArray xmp;
};

/// `maxBytes` is what one packet may take (a JPEG segment ends at 64 KiB); 0 for no limit. Before the limit is
/// broken, EXIF gives up the description and then the recipe, and XMP compresses the recipe and in the end cuts its
/// texts to 4,000 characters. `text` is the recipe's recipeText().
[[nodiscard]] Packets packetsFor(const Recipe &recipe, const QByteArray &text, qsizetype maxBytes = 0);
[[nodiscard]] std::optional<Recipe> recipeFromXmp(const QByteArray &xmp);
[[nodiscard]] std::optional<Recipe> recipeFromExif(const QByteArray &exif);

/// JPEG and TIFF files: both packets set beside the pixels, or read from there.
[[nodiscard]] Result<QByteArray> withPackets(const QByteArray &bytes, ImageFormat format, const Packets &packets);
[[nodiscard]] std::optional<Recipe> recipeFromFile(const QByteArray &bytes, ImageFormat format);

} // namespace lightwell::metadata
