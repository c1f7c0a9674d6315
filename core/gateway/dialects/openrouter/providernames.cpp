// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/providernames.h"

#include "core/catalog/makernames.h"

#include <algorithm>
#include <array>

namespace lightwell::openrouter {

namespace {

struct Known
{
    const char *id; ///< Lightwell's
    const char *slug; ///< OpenRouter's, or the id again
    const char *title; ///< OpenRouter's where it has one
};

/// The first row of an id or slug counts; further ones are other names that are used for it.
constexpr std::array table {
    Known {"openai", "openai", "OpenAI"},
    Known {"azure-openai", "azure", "Azure"},
    Known {"google-gemini", "google-ai-studio", "Google AI Studio"},
    Known {"google-gemini", "gemini", "Google AI Studio"},
    Known {"google-vertex", "google-vertex", "Google"},
    Known {"google-vertex", "vertex", "Google"},
    Known {"replicate", "replicate", "Replicate"},
    Known {"fal", "fal", "fal"},
    Known {"fal", "fal-ai", "fal"},
    Known {"fireworks", "fireworks", "Fireworks"},
    Known {"fireworks", "fireworks-ai", "Fireworks"},
    Known {"black-forest-labs", "black-forest-labs", "Black Forest Labs"},
    Known {"black-forest-labs", "bfl", "Black Forest Labs"},
    Known {"stability", "stability", "Stability AI"},
    Known {"stability", "stabilityai", "Stability AI"},
    Known {"together", "together", "Together"},
    Known {"together", "together-ai", "Together"},
    Known {"ideogram", "ideogram", "Ideogram"},
    Known {"recraft", "recraft", "Recraft"},
    Known {"recraft", "recraft-ai", "Recraft"},
    Known {"luma", "luma", "Luma"},
    Known {"xai", "xai", "xAI"},
    Known {"amazon-bedrock", "amazon-bedrock", "Amazon Bedrock"},
    Known {"amazon-bedrock", "bedrock", "Amazon Bedrock"},
    Known {"openrouter", "openrouter", "OpenRouter"},
    Known {"huggingface", "huggingface", "Hugging Face"},
    Known {"huggingface", "hf-inference", "Hugging Face"},
    Known {"deepinfra", "deepinfra", "DeepInfra"},
    Known {"runware", "runware", "Runware"},
    Known {"leonardo", "leonardo", "Leonardo"},
    Known {"alibaba", "alibaba", "Alibaba"},
    Known {"byteplus", "byteplus", "BytePlus"},
    Known {"byteplus", "seed", "BytePlus"},
    Known {"minimax", "minimax", "Minimax"},
    Known {"bria", "bria", "Bria"},
    Known {"prodia", "prodia", "Prodia"},
    Known {"novita", "novita", "Novita"},
    Known {"siliconflow", "siliconflow", "SiliconFlow"},
    Known {"cloudflare", "cloudflare", "Cloudflare"},
    Known {"lumenfall", "lumenfall", "Lumenfall"},
    Known {"automatic1111", "automatic1111", "AUTOMATIC1111"},
    Known {"comfyui", "comfyui", "ComfyUI"},
    Known {"sd-cpp", "sd-cpp", "stable-diffusion.cpp"},
    Known {"localai", "localai", "LocalAI"},
    Known {"sketchbook", "sketchbook", "Lightwell"},
};

template<typename Is>
const Known *find(Is is)
{
    const auto *found = std::find_if(table.begin(), table.end(), is);
    return found == table.end() ? nullptr : found;
}

} // namespace

ProviderName providerName(const QString &written)
{
    const QString base = written.section(u'/', 0, 0).trimmed();
    const QString letters = lettersOf(base);
    const Known *known = find([&letters](const Known &row) {
        return letters == lettersOf(QString::fromLatin1(row.id)) || letters == lettersOf(QString::fromLatin1(row.slug))
            || letters == lettersOf(QString::fromLatin1(row.title));
    });
    return {known ? QString::fromLatin1(known->id) : base.toLower(), written.contains(u'/')};
}

QString providerSlug(const QString &id)
{
    const Known *known = find([&id](const Known &row) { return id == QLatin1StringView(row.id); });
    return known ? QString::fromLatin1(known->slug) : id;
}

QString providerTitle(const QString &id)
{
    const Known *known = find([&id](const Known &row) { return id == QLatin1StringView(row.id); });
    return known ? QString::fromLatin1(known->title) : id;
}

} // namespace lightwell::openrouter
