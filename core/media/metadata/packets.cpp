// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/packets.h"

#include "core/media/metadata/exivlibrary.h"
#include "core/media/metadata/modest.h"
#include "core/media/metadata/recipetext.h"

#include <exiv2/exiv2.hpp>

namespace lightwell::metadata {

namespace {

constexpr const char *recipeProperty = "Xmp.lightwell.Recipe";
constexpr const char *packedProperty = "Xmp.lightwell.PackedRecipe";

Exiv2::XmpData xmpFor(const Recipe &recipe, bool packed)
{
    Exiv2::XmpData xmp;
    if (!packed) {
        xmp["Xmp.dc.description"] = "lang=x-default " + recipe.prompt.toStdString();
    }
    xmp["Xmp.xmp.CreatorTool"] = creatorTool(recipe).toStdString();
    if (recipe.createdAt.isValid()) {
        xmp["Xmp.xmp.CreateDate"] = recipe.createdAt.toUTC().toString(Qt::ISODate).toStdString();
    }
    xmp[packed ? packedProperty : recipeProperty] =
        (packed ? packedRecipeText(recipe) : recipeText(recipe)).toStdString();
    return xmp;
}

QByteArray xmpPacket(const Recipe &recipe, bool packed)
{
    std::string packet;
    const Exiv2::XmpData xmp = xmpFor(recipe, packed);
    if (Exiv2::XmpParser::encode(packet, xmp, Exiv2::XmpParser::useCompactFormat) != 0) {
        return {};
    }
    return QByteArray::fromStdString(packet);
}

QByteArray exifPacket(const Recipe &recipe, bool withDescription, bool withRecipe)
{
    Exiv2::ExifData exif;
    if (withDescription) {
        exif["Exif.Image.ImageDescription"] = recipe.prompt.toStdString();
    }
    exif["Exif.Image.Software"] = creatorTool(recipe).toStdString();
    if (recipe.createdAt.isValid()) {
        const QString time = recipe.createdAt.toUTC().toString(QStringLiteral("yyyy:MM:dd hh:mm:ss"));
        exif["Exif.Photo.DateTimeOriginal"] = time.toStdString();
        exif["Exif.Photo.OffsetTimeOriginal"] = "+00:00";
    }
    if (withRecipe) {
        exif["Exif.Photo.UserComment"] = "charset=Ascii " + recipeText(recipe).toStdString();
    }
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, exif);
    return {reinterpret_cast<const char *>(blob.data()), qsizetype(blob.size())};
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

Packets packetsFor(const Recipe &recipe, qsizetype maxBytes)
{
    return withExiv<Packets>([&] {
        Packets packets {exifPacket(recipe, true, true), xmpPacket(recipe, false)};
        if (!fits(packets.exif, maxBytes)) {
            packets.exif = exifPacket(recipe, false, true);
        }
        if (!fits(packets.exif, maxBytes)) {
            packets.exif = exifPacket(recipe, false, false);
        }
        if (!fits(packets.xmp, maxBytes)) {
            packets.xmp = xmpPacket(recipe, true);
        }
        if (!fits(packets.xmp, maxBytes)) {
            packets.xmp = xmpPacket(shortened(recipe), true);
        }
        return packets;
    });
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
