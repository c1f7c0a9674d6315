// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a file in the order in which programs overrule each other: a picture that went through several carries
// texts of all of them.
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace readers {

namespace {

/// An object with "prompt" (and "workflow") as ComfyUI's add-ons write it, or the graph itself.
Found comfyUiIn(const QJsonObject &object)
{
    const QJsonObject inner = objectOf(object.value("prompt"_L1));
    return inner.isEmpty() ? comfyUi(object) : comfyUi(inner);
}

Found fromJson(const QJsonObject &object)
{
    if (object.contains("lightwell"_L1)) {
        const std::optional<Recipe> recipe = Recipe::fromJson(object);
        return recipe ? ofLightwell(*recipe) : std::nullopt;
    }
    if (const QJsonValue comment = object.value("Comment"_L1); comment.isString()) { // NovelAI in pixels
        return novelAi(objectOf(comment))
            ? novelAi(comment.toString(), wordOf(object.value("Description"_L1)), wordOf(object.value("Source"_L1)))
            : std::nullopt;
    }
    if (object.contains("positive_prompt"_L1)) {
        return invokeAi(object);
    }
    for (const auto reader : {mflux, swarmUi, fooocus, drawThings, novelAi, easyDiffusion, comfyUiIn}) {
        if (Found found = reader(object)) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace

Found anyForm(const QString &text, bool isCertain)
{
    const std::optional<QJsonObject> object = settingsObject(text);
    Found found = object ? fromJson(*object) : a1111(text, isCertain);
    if (found) {
        found->raw = text;
    }
    return found;
}

} // namespace readers

namespace {

using readers::Found;

Found withRaw(Found found, const QString &raw)
{
    if (found) {
        found->raw = raw;
    }
    return found;
}

Found ofInvokeAi(const FileTexts &texts)
{
    for (const QLatin1StringView keyword : {"invokeai_metadata"_L1, "sd-metadata"_L1}) {
        const QString text = texts.png.text(keyword);
        if (const std::optional<QJsonObject> object = settingsObject(text)) {
            return withRaw(readers::invokeAi(*object), text);
        }
    }
    const QString dream = texts.png.text("Dream"_L1);
    return withRaw(readers::invokeAiDream(dream), dream);
}

Found comfyGraph(const QString &text)
{
    const std::optional<QJsonObject> object = settingsObject(text);
    return object ? withRaw(readers::comfyUi(*object), text) : std::nullopt;
}

Found ofParameters(const FileTexts &texts)
{
    Found found = readers::anyForm(texts.png.text("parameters"_L1), true);
    if (found && found->program.isEmpty() && comfyGraph(texts.png.text("prompt"_L1))) {
        found->program = u"ComfyUI"_s; // by an add-on that writes both
    }
    if (found && found->program.isEmpty() && texts.png.text("fooocus_scheme"_L1) == "a1111"_L1) {
        found->program = u"Fooocus"_s;
    }
    return found;
}

Found ofNovelAi(const FileTexts &texts)
{
    if (texts.png.text("Software"_L1) != "NovelAI"_L1) {
        return std::nullopt;
    }
    return readers::novelAi(texts.png.text("Comment"_L1), texts.png.text("Description"_L1),
                            texts.png.text("Source"_L1));
}

Found ofComfyUi(const FileTexts &texts)
{
    Found found = comfyGraph(texts.png.text("prompt"_L1));
    if (!found && settingsObject(texts.png.text("workflow"_L1))) { // values without names: nothing is sure
        found = ClaimedRecipe();
        found->program = u"ComfyUI"_s;
        found->raw = texts.png.text("workflow"_L1);
    }
    return found;
}

Found ofEasyDiffusion(const FileTexts &texts)
{
    QJsonObject settings;
    QStringList raw;
    for (const PngText &text : texts.png.texts) {
        if (!settings.contains(text.keyword)) {
            settings.insert(text.keyword, text.text);
            raw.append(text.keyword + u": "_s + text.text);
        }
    }
    return withRaw(readers::easyDiffusion(settings), raw.join(u'\n'));
}

/// ComfyUI uses EXIF's first fields as "name:JSON".
Found ofExifGraph(const FileTexts &texts)
{
    constexpr QLatin1StringView mark("prompt:");
    for (const QString &text : {texts.exif.model, texts.exif.make, texts.exif.description}) {
        if (text.startsWith(mark)) {
            return comfyGraph(text.sliced(mark.size()));
        }
        if (text.startsWith("workflow:"_L1) && !texts.exif.model.startsWith(mark)) {
            ClaimedRecipe recipe;
            recipe.program = u"ComfyUI"_s;
            recipe.raw = text.sliced(9);
            return recipe;
        }
    }
    return std::nullopt;
}

Found ofUserComment(const FileTexts &texts)
{
    Found found = readers::anyForm(texts.exif.comment, false);
    if (!found) {
        found = readers::anyForm(texts.exif.model, false); // SwarmUI once
    }
    if (found && found->program.isEmpty() && texts.exif.software.startsWith("Fooocus"_L1)) {
        found->program = u"Fooocus"_s;
        found->version = texts.exif.software.section(u' ', 1);
    }
    if (found && found->program == "NovelAI"_L1) {
        found->model = texts.exif.software;
    }
    return found;
}

Found ofXmp(const FileTexts &texts)
{
    for (const XmpFields &xmp : texts.xmp) {
        if (Found found = readers::anyForm(xmp.value(xmpns::exif, "UserComment"_L1), false)) {
            return found;
        }
    }
    return std::nullopt;
}

Found ofMfluxXmp(const FileTexts &texts)
{
    for (const XmpFields &xmp : texts.xmp) {
        if (Found found = readers::mfluxXmp(xmp)) {
            return found;
        }
    }
    return std::nullopt;
}

/// Values without names, as in ComfyUI's editor.
Found ofInvokeAiGraph(const FileTexts &texts)
{
    for (const QLatin1StringView keyword : {"invokeai_graph"_L1, "invokeai_workflow"_L1}) {
        const QString text = texts.png.text(keyword);
        if (settingsObject(text)) {
            ClaimedRecipe recipe;
            recipe.program = u"InvokeAI"_s;
            recipe.raw = text;
            return recipe;
        }
    }
    return std::nullopt;
}

Found ofMidjourney(const FileTexts &texts)
{
    QStringList descriptions {texts.png.text("Description"_L1), texts.exif.description};
    for (const XmpFields &xmp : texts.xmp) {
        descriptions.append(xmp.value(xmpns::dc, "description"_L1));
    }
    for (const QString &description : std::as_const(descriptions)) {
        if (Found found = readers::midjourney(description)) {
            return found;
        }
    }
    return std::nullopt;
}

Found ofComments(const FileTexts &texts)
{
    QStringList comments = texts.comments;
    comments << texts.png.text("Comment"_L1) << texts.exif.windowsComment << texts.exif.description;
    for (const QString &comment : std::as_const(comments)) {
        if (Found found = readers::anyForm(comment, false)) {
            return found;
        }
    }
    return std::nullopt;
}

Found ofLightwell(const FileTexts &texts)
{
    const std::optional<Recipe> recipe = ownRecipe(texts);
    return recipe ? readers::ofLightwell(*recipe) : std::nullopt;
}

} // namespace

std::optional<ClaimedRecipe> claimedRecipe(const FileTexts &texts)
{
    static constexpr std::array places {ofLightwell,     ofInvokeAi,  ofParameters,   ofNovelAi, ofComfyUi,
                                        ofEasyDiffusion, ofExifGraph, ofUserComment,  ofXmp,     ofMfluxXmp,
                                        ofMidjourney,    ofComments,  ofInvokeAiGraph};
    for (const auto place : places) {
        if (Found found = place(texts)) {
            constexpr qsizetype longest = 1024LL * 1024;
            found->raw.truncate(longest);
            return found;
        }
    }
    return std::nullopt;
}

} // namespace lightwell::metadata
