// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/packets.h"

#include "core/media/metadata/exifblock.h"
#include "core/media/metadata/exivlibrary.h"
#include "core/media/metadata/modest.h"
#include "core/media/metadata/recipetext.h"
#include "core/media/metadata/xmptext.h"

#include <exiv2/exiv2.hpp>

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace {

constexpr const char *recipeProperty = "Xmp.lightwell.Recipe";
constexpr const char *packedProperty = "Xmp.lightwell.PackedRecipe";

QByteArray xmpPacket(const Recipe &recipe, const QByteArray &text)
{
    XmpText xmp;
    xmp.description = recipe.prompt;
    xmp.creatorTool = creatorTool(recipe);
    xmp.createDate = recipe.createdAt.toUTC().toString(Qt::ISODate);
    xmp.recipe = text;
    return xmp.packet();
}

QByteArray packedXmpPacket(const Recipe &recipe)
{
    XmpText xmp;
    xmp.creatorTool = creatorTool(recipe);
    xmp.createDate = recipe.createdAt.toUTC().toString(Qt::ISODate);
    xmp.packedRecipe = packedRecipeText(recipe);
    return xmp.packet();
}

QByteArray withoutZeros(QByteArray text)
{
    return text.replace('\0', ' ');
}

Recipe shortened(const Recipe &recipe)
{
    constexpr qsizetype keptCharacters = 4000;
    Recipe shorter = recipe;
    for (QString *text : {&shorter.prompt, &shorter.negativePrompt}) {
        if (text->size() > keptCharacters) {
            *text = text->left(keptCharacters) + u'…';
        }
    }
    return shorter;
}

bool fits(const QByteArray &packet, qsizetype maxBytes)
{
    return maxBytes == 0 || packet.size() <= maxBytes;
}

std::optional<Recipe> recipeFrom(const Exiv2::XmpData &xmp)
{
    auto entry = xmp.findKey(Exiv2::XmpKey(recipeProperty));
    if (entry != xmp.end()) {
        return recipeFromText(QByteArray::fromStdString(entry->toString()));
    }
    entry = xmp.findKey(Exiv2::XmpKey(packedProperty));
    return entry != xmp.end() ? recipeFromPackedText(QByteArray::fromStdString(entry->toString())) : std::nullopt;
}

std::optional<Recipe> recipeFrom(const Exiv2::ExifData &exif)
{
    const auto entry = exif.findKey(Exiv2::ExifKey("Exif.Photo.UserComment"));
    if (entry == exif.end()) {
        return std::nullopt;
    }
    QByteArray text = QByteArray::fromStdString(entry->toString());
    return recipeFromText(text.mid(qMax<qsizetype>(0, text.indexOf('{'))));
}

} // namespace

Packets packetsFor(const Recipe &recipe, const QByteArray &text, qsizetype maxBytes)
{
    ExifBlock exif;
    exif.description = withoutZeros(recipe.prompt.toUtf8());
    exif.software = withoutZeros(creatorTool(recipe).toUtf8());
    exif.timeUtc = recipe.createdAt.toUTC().toString(u"yyyy:MM:dd hh:mm:ss"_s).toLatin1();
    exif.comment = text;
    Packets packets {exif.bytes(), xmpPacket(recipe, text)};
    for (QByteArray *given : {&exif.description, &exif.comment}) {
        if (!fits(packets.exif, maxBytes)) {
            given->clear();
            packets.exif = exif.bytes();
        }
    }
    if (!fits(packets.xmp, maxBytes)) {
        packets.xmp = packedXmpPacket(recipe);
    }
    if (!fits(packets.xmp, maxBytes)) {
        packets.xmp = packedXmpPacket(shortened(recipe));
    }
    return packets;
}

std::optional<Recipe> recipeFromXmp(const QByteArray &xmp)
{
    return withExiv<std::optional<Recipe>>([&]() -> std::optional<Recipe> {
        Exiv2::XmpData content;
        if (xmp.isEmpty() || !isModestXmp(xmp) || Exiv2::XmpParser::decode(content, xmp.toStdString()) != 0) {
            return std::nullopt;
        }
        return recipeFrom(content);
    });
}

std::optional<Recipe> recipeFromExif(const QByteArray &exif)
{
    return withExiv<std::optional<Recipe>>([&]() -> std::optional<Recipe> {
        Exiv2::ExifData content;
        if (!isModestTiff(exif)) {
            return std::nullopt;
        }
        Exiv2::ExifParser::decode(content, exivBytes(exif), quint32(exif.size()));
        return recipeFrom(content);
    });
}

Result<QByteArray> withPackets(const QByteArray &bytes, ImageFormat format, const Packets &packets)
{
    return changedByExiv(bytes, format, [&packets](Exiv2::Image &file) {
        Exiv2::ExifData exif;
        if (!packets.exif.isEmpty()) {
            Exiv2::ExifParser::decode(exif, exivBytes(packets.exif), quint32(packets.exif.size()));
        }
        for (const Exiv2::Exifdatum &datum : exif) {
            file.exifData()[datum.key()] = datum.value();
        }
        Exiv2::XmpData xmp;
        if (!packets.xmp.isEmpty() && Exiv2::XmpParser::decode(xmp, packets.xmp.toStdString()) == 0) {
            for (const Exiv2::Xmpdatum &datum : xmp) {
                file.xmpData()[datum.key()] = datum.value();
            }
        }
    });
}

std::optional<Recipe> recipeFromFile(const QByteArray &bytes, ImageFormat format)
{
    if (!isForExiv(bytes, format)) {
        return std::nullopt;
    }
    return withExiv<std::optional<Recipe>>([&] {
        const auto file = Exiv2::ImageFactory::open(exivBytes(bytes), size_t(bytes.size()));
        file->readMetadata();
        const std::optional<Recipe> recipe = recipeFrom(file->xmpData());
        return recipe ? recipe : recipeFrom(file->exifData());
    });
}

} // namespace lightwell::metadata
