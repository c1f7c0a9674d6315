// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/claims.h"
#include "core/media/metadata/filetexts.h"

#include <QJsonObject>

/// One reader a program, each in a file of its own: text or JSON in its form becomes a recipe; nothing where it is not
/// in that form. None throws, whatever it is given.
namespace lightwell::metadata::readers {

using Found = std::optional<ClaimedRecipe>;

/// AUTOMATIC1111's web UI and all that write as it does: Forge, SD.Next, krita-ai-diffusion, Civitai. `isCertain`: the
/// text stands where only they write, so that it may be a prompt alone.
[[nodiscard]] Found a1111(const QString &text, bool isCertain);
[[nodiscard]] Found comfyUi(const QJsonObject &graph); ///< the graph that runs ("prompt"), not the editor's
[[nodiscard]] Found drawThings(const QJsonObject &settings);
[[nodiscard]] Found easyDiffusion(const QJsonObject &settings);
[[nodiscard]] Found fooocus(const QJsonObject &settings);
[[nodiscard]] Found invokeAi(const QJsonObject &metadata); ///< "invokeai_metadata" and "sd-metadata"
[[nodiscard]] Found invokeAiDream(const QString &command); ///< of its first version
[[nodiscard]] Found ofLightwell(const Recipe &recipe);
[[nodiscard]] Found mflux(const QJsonObject &settings);
[[nodiscard]] Found mfluxXmp(const XmpFields &xmp); ///< less of it, where nothing else was left
[[nodiscard]] Found midjourney(const QString &description);
[[nodiscard]] Found novelAi(const QJsonObject &comment);
/// The same with what its texts beside it say: "Description" is the prompt, "Source" the model.
[[nodiscard]] Found novelAi(const QString &comment, const QString &description, const QString &source);
[[nodiscard]] Found swarmUi(const QJsonObject &settings);

/// Whatever a text is that may be in any of these forms: JSON by its keys, else AUTOMATIC1111's.
[[nodiscard]] Found anyForm(const QString &text, bool isCertain);

} // namespace lightwell::metadata::readers

namespace lightwell::metadata {

/// Lightwell's own recipe, in the places of today and of earlier versions.
[[nodiscard]] std::optional<Recipe> ownRecipe(const FileTexts &texts);
/// The first recipe in the order in which programs overrule each other; those that hide in pixels are not looked for.
[[nodiscard]] std::optional<ClaimedRecipe> claimedRecipe(const FileTexts &texts);

} // namespace lightwell::metadata
