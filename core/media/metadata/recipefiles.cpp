// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/recipefiles.h"

#include "core/media/mediaerrors.h"
#include "core/media/metadata/boxes.h"
#include "core/media/metadata/giftexts.h"
#include "core/media/metadata/isoitems.h"
#include "core/media/metadata/jpegsegments.h"
#include "core/media/metadata/pngtext.h"
#include "core/media/metadata/recipetext.h"
#include "core/media/metadata/tiffpackets.h"
#include "core/media/metadata/webpchunks.h"

namespace lightwell::metadata {

namespace {

constexpr const char *xmpKeyword = "XML:com.adobe.xmp";

Result<QByteArray> orBroken(const std::optional<QByteArray> &bytes, ImageFormat format)
{
    if (!bytes) {
        return mediaerrors::broken(format);
    }
    return *bytes;
}

PacketOrder orderFor(ImageFormat format, const KeptTexts &kept)
{
    PacketOrder order;
    // A PNG has "parameters" for it, which a comment would overrule.
    order.hasComment = format != ImageFormat::Png;
    order.orientation = kept.orientation;
    order.aigc = kept.aigc;
    if (format == ImageFormat::Jpeg) {
        order.maxExif = maxJpegExif;
        order.maxXmp = maxJpegXmp;
    }
    return order;
}

Result<QByteArray> intoPng(const QByteArray &bytes, const Recipe &recipe, const Packets &packets)
{
    return orBroken(withPngChunks(bytes,
                                  {plainText("parameters", parametersText(recipe).toUtf8()),
                                   internationalText("Lightwell", packets.recipe),
                                   internationalText("Description", recipe.prompt.toUtf8()),
                                   internationalText("Software", creatorTool(recipe).toUtf8()),
                                   internationalText(xmpKeyword, packets.xmp),
                                   {"eXIf", packets.exif}}),
                    ImageFormat::Png);
}

Result<QByteArray> intoJxl(const QByteArray &bytes, const QList<Box> &boxes)
{
    return orBroken(withBoxes(asJxlContainer(bytes), boxes), ImageFormat::Jxl);
}

/// A finished AVIF or HEIF file whose tables cannot be changed gets XMP alone, which the standard lets stand in a box
/// of its own behind everything; few look there.
Result<QByteArray> intoBaseMedia(const QByteArray &bytes, ImageFormat format, const Packets &packets)
{
    const std::optional<QByteArray> whole = withIsoItems(bytes, packets);
    return whole ? Result<QByteArray>(*whole)
                 : orBroken(withBoxes(bytes, {{"uuid", xmpBoxId() + packets.xmp}}), format);
}

} // namespace

Result<QByteArray> withRecipe(const QByteArray &bytes, ImageFormat format, const Recipe &recipe, const KeptTexts &kept)
{
    const Packets packets = packetsFor(recipe, orderFor(format, kept));
    switch (format) {
    case ImageFormat::Png:
        return intoPng(bytes, recipe, packets);
    case ImageFormat::Webp:
        return withWebpChunks(bytes, {{"EXIF", packets.exif}, {"XMP ", packets.xmp}});
    case ImageFormat::Jxl: // in an Exif box four bytes stand first that say how far the TIFF header is away
        return intoJxl(bytes, {{"Exif", QByteArray(4, '\0') + packets.exif}, {"xml ", packets.xmp}});
    case ImageFormat::Avif:
    case ImageFormat::Heif:
        return intoBaseMedia(bytes, format, packets);
    case ImageFormat::Jpeg:
        return orBroken(withJpegPackets(bytes, packets.exif, packets.xmp), format);
    case ImageFormat::Tiff:
        return withTiffPackets(bytes, packets);
    case ImageFormat::Gif:
        return orBroken(withGifTexts(bytes, parametersText(recipe).toUtf8(), packets.xmp), format);
    case ImageFormat::Svg:
        break;
    }
    return bytes;
}

Result<QByteArray> withXmp(const QByteArray &bytes, ImageFormat format, const QByteArray &packet)
{
    switch (format) {
    case ImageFormat::Png:
        return orBroken(withPngChunks(bytes, {internationalText(xmpKeyword, packet)}), format);
    case ImageFormat::Webp:
        return withWebpChunks(bytes, {{"XMP ", packet}});
    case ImageFormat::Jxl:
        return intoJxl(bytes, {{"xml ", packet}});
    case ImageFormat::Avif:
    case ImageFormat::Heif:
        return orBroken(withBoxes(bytes, {{"uuid", xmpBoxId() + packet}}), format);
    case ImageFormat::Jpeg:
        return orBroken(withJpegPackets(bytes, jpegTexts(bytes).exif, packet), format);
    case ImageFormat::Tiff:
        return withTiffPackets(bytes, {{}, packet});
    case ImageFormat::Gif:
        return orBroken(withGifTexts(bytes, gifTexts(bytes).comments.value(0), packet), format);
    case ImageFormat::Svg:
        break;
    }
    return bytes;
}

} // namespace lightwell::metadata
