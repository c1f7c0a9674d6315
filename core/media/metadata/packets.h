// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/ailabels.h"
#include "core/media/recipe.h"

namespace lightwell::metadata {

/// A recipe in the two standard forms, and in Lightwell's own.
struct Packets
{
    QByteArray exif; ///< a TIFF stream, without the "Exif" prefix that JPEG and WebP's elders put before it
    QByteArray xmp;
    QByteArray recipe = {}; ///< the JSON that XMP has, for formats with a text of its own for it
};

/// What a file needs of them.
struct PacketOrder
{
    bool hasComment = true; ///< UserComment with AUTOMATIC1111's text; false where the format has another place for it
    int orientation = 0; ///< as EXIF counts it; goes along
    QString aigc = {}; ///< China's label of the same picture; goes along
    qsizetype maxExif = 0; ///< bytes; 0: no limit
    qsizetype maxXmp = 0;
};

/// EXIF has AUTOMATIC1111's text; XMP the recipe as JSON, and the labels. Before a limit is broken, EXIF gives up the
/// description and then cuts the prompts, and XMP cuts its texts, packs the recipe, and in the end cuts its prompts,
/// too.
[[nodiscard]] Packets packetsFor(const Recipe &recipe, const PacketOrder &order);
/// XMP of labels and the time alone, which may be invalid.
[[nodiscard]] QByteArray labelPacket(const AiLabels &labels, const QDateTime &createdAt);

} // namespace lightwell::metadata
