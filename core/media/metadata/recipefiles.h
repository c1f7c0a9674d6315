// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/metadata/packets.h"
#include "core/model/imageformat.h"
#include "core/model/result.h"

/// Where each format holds what Lightwell writes.
namespace lightwell::metadata {

/// What of a file's own stays beside the recipe.
struct KeptTexts
{
    int orientation = 0; ///< as EXIF counts it
    QString aigc; ///< China's label
};

/// The file with the recipe in place of an earlier one, and of EXIF and XMP that were there (a TIFF's join it).
[[nodiscard]] Result<QByteArray> withRecipe(const QByteArray &bytes, ImageFormat format, const Recipe &recipe,
                                            const KeptTexts &kept);
/// The file with this packet in place of its XMP.
[[nodiscard]] Result<QByteArray> withXmp(const QByteArray &bytes, ImageFormat format, const QByteArray &packet);

} // namespace lightwell::metadata
