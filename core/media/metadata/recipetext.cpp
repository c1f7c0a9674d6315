// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/recipetext.h"

#include "core/model/boundedjson.h"
#include "core/model/jsontext.h"
#include "core/model/sizerule.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace {

/// More than any recipe needs; a hostile file could otherwise unpack to anything.
constexpr qsizetype longestText = 4LL * 1024 * 1024;

std::optional<QByteArray> unpacked(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text);
    if (!decoded || decoded.decoded.size() < 4) {
        return std::nullopt;
    }
    // qCompress() puts the length of the content in front, most significant byte first.
    quint32 length = 0;
    for (int i = 0; i < 4; ++i) {
        length = length << 8 | quint8(decoded.decoded.at(i));
    }
    if (qsizetype(length) > longestText) {
        return std::nullopt;
    }
    return qUncompress(*decoded);
}

/// A value of a setting as a JSON text, in which commas and colons end nothing.
QString quoted(const QString &value)
{
    JsonText json;
    json.value(value);
    return QString::fromUtf8(json.text());
}

} // namespace

QByteArray recipeText(const Recipe &recipe)
{
    QByteArray utf8 = recipe.toJson();
    const auto isAscii = [](char byte) { return quint8(byte) < 0x7f; };
    if (std::all_of(utf8.begin(), utf8.end(), isAscii)) {
        return utf8;
    }
    const QString text = QString::fromUtf8(utf8);
    QByteArray ascii;
    ascii.reserve(text.size());
    for (const QChar character : text) {
        if (character.unicode() < 0x7f) {
            ascii.append(char(character.unicode()));
        } else {
            ascii.append("\\u").append(QByteArray::number(character.unicode(), 16).rightJustified(4, '0'));
        }
    }
    return ascii;
}

std::optional<Recipe> recipeFromText(const QByteArray &text)
{
    if (text.size() > longestText) {
        return std::nullopt;
    }
    const Result<QJsonObject> object = readJsonObject(text, jsonlimits::recipe);
    return object ? Recipe::fromJson(*object) : std::nullopt;
}

QByteArray packedRecipeText(const Recipe &recipe)
{
    return qCompress(recipe.toJson()).toBase64();
}

std::optional<Recipe> recipeFromPackedText(const QByteArray &text)
{
    const std::optional<QByteArray> content = unpacked(text);
    return content ? recipeFromText(*content) : std::nullopt;
}

QString parametersText(const Recipe &recipe)
{
    const Tuning &tuning = recipe.tuning;
    QStringList settings;
    const auto add = [&settings](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty()) {
            settings << key + u": "_s + value;
        }
    };
    const auto number = [](const auto &value) { return value ? QString::number(*value) : QString(); };
    add("Steps"_L1, number(tuning.steps)); // some look for it at the line's beginning
    add("Sampler"_L1, tuning.scheduler.isEmpty() ? QString() : quoted(tuning.scheduler));
    add("CFG scale"_L1, number(tuning.guidance));
    add("Seed"_L1, number(recipe.seed));
    if (recipe.size.isValid()) {
        add("Size"_L1, sizeToString(recipe.size));
    }
    add("Denoising strength"_L1, number(tuning.strength));
    add("Model"_L1, quoted(recipe.model));
    add("App"_L1, u"Lightwell"_s);
    add("Version"_L1, creatorTool(recipe)); // a number alone would turn on old quirks of AUTOMATIC1111's
    return recipe.prompt + u"\nNegative prompt: "_s + recipe.negativePrompt + u'\n' + settings.join(u", "_s);
}

Recipe shortened(const Recipe &recipe)
{
    constexpr qsizetype keptCharacters = 4000;
    Recipe shorter = recipe;
    for (QString *text : {&shorter.prompt, &shorter.negativePrompt}) {
        if (text->size() > keptCharacters) {
            const bool splitsPair = text->at(keptCharacters - 1).isHighSurrogate();
            *text = text->left(keptCharacters - (splitsPair ? 1 : 0)) + u'…';
        }
    }
    return shorter;
}

QString creatorTool(const Recipe &recipe)
{
    return recipe.version.isEmpty() ? u"Lightwell"_s : QString(u"Lightwell "_s + recipe.version);
}

} // namespace lightwell::metadata
