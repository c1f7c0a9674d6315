// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/packets.h"

#include "core/media/metadata/exifblock.h"
#include "core/media/metadata/recipetext.h"
#include "core/media/metadata/usercomment.h"
#include "core/media/metadata/xmptext.h"
#include "core/model/utctime.h"

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace {

/// Without the recipe itself.
XmpText xmpTexts(const Recipe &recipe, const QString &aigc)
{
    XmpText xmp;
    xmp.description = recipe.prompt;
    xmp.creatorTool = creatorTool(recipe);
    xmp.createDate = QString::fromLatin1(utctime::toIso(recipe.createdAt));
    xmp.aigc = aigc;
    if (!recipe.isLabelled) {
        return xmp;
    }
    xmp.digitalSourceType = QString::fromLatin1(recipe.isEdit ? sourcetype::edited : sourcetype::generated);
    xmp.aiSystem = recipe.model;
    xmp.aiSystemVersion = recipe.providerModel;
    xmp.aiPrompt = recipe.prompt;
    if (!recipe.negativePrompt.isEmpty()) {
        xmp.aiPrompt += u"\nNegative prompt: "_s + recipe.negativePrompt;
    }
    return xmp;
}

QByteArray xmpPacket(const Recipe &recipe, const QByteArray &json, const QString &aigc)
{
    XmpText xmp = xmpTexts(recipe, aigc);
    xmp.recipe = json;
    return xmp.packet();
}

QByteArray packedXmpPacket(const Recipe &recipe, const QString &aigc)
{
    XmpText xmp = xmpTexts(shortened(recipe), aigc);
    xmp.packedRecipe = packedRecipeText(recipe);
    return xmp.packet();
}

QByteArray withoutZeros(QByteArray text)
{
    return text.replace('\0', ' ');
}

bool fits(const QByteArray &packet, qsizetype maxBytes)
{
    return maxBytes == 0 || packet.size() <= maxBytes;
}

QByteArray exifBlock(const Recipe &recipe, const PacketOrder &order)
{
    ExifBlock exif;
    exif.description = withoutZeros(recipe.prompt.toUtf8());
    exif.software = withoutZeros(creatorTool(recipe).toUtf8());
    exif.timeUtc = utctime::toExif(recipe.createdAt);
    exif.orientation = order.orientation;
    exif.comment = order.hasComment ? userComment(parametersText(recipe)) : QByteArray();
    QByteArray block = exif.bytes();
    if (!fits(block, order.maxExif)) {
        exif.description.clear();
        block = exif.bytes();
    }
    if (!fits(block, order.maxExif)) {
        exif.comment = userComment(parametersText(shortened(recipe)));
        block = exif.bytes();
    }
    return block;
}

} // namespace

Packets packetsFor(const Recipe &recipe, const PacketOrder &order)
{
    Packets packets {exifBlock(recipe, order), {}, recipeText(recipe)};
    packets.xmp = xmpPacket(recipe, packets.recipe, order.aigc);
    if (!fits(packets.xmp, order.maxXmp)) {
        packets.xmp = packedXmpPacket(recipe, order.aigc);
    }
    if (!fits(packets.xmp, order.maxXmp)) {
        packets.xmp = packedXmpPacket(shortened(recipe), order.aigc);
    }
    return packets;
}

QByteArray labelPacket(const AiLabels &labels, const QDateTime &createdAt)
{
    XmpText xmp;
    xmp.createDate = QString::fromLatin1(utctime::toIso(createdAt));
    xmp.digitalSourceType = labels.digitalSourceType;
    xmp.aigc = labels.aigc;
    return xmp.packet();
}

} // namespace lightwell::metadata
