// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "core/adapter/adapterregistry.h"
#include "core/catalog/endpoint.h"
#include "providers/bfl/bfladapter.h"
#include "providers/fal/faladapter.h"
#include "providers/google/geminiadapter.h"
#include "providers/luma/lumaadapter.h"
#include "providers/openai/openaiadapter.h"
#include "providers/replicate/replicateadapter.h"
#include "providers/sketchbook/adapter/adapter.h"
#include "providers/together/togetheradapter.h"

namespace lightwell {

using namespace Qt::StringLiterals;

void registerAdapters(AdapterRegistry &registry)
{
    registry.add(openAiAdapter());
    registry.add(geminiAdapter());
    registry.add(std::make_unique<FalAdapter>());
    registry.add(std::make_unique<ReplicateAdapter>());
    registry.add(std::make_unique<BflAdapter>());
    registry.add(togetherAdapter());
    registry.add(std::make_unique<LumaAdapter>());
    registry.add(openAiCompatibleAdapter());
    registry.add(std::make_unique<SketchbookAdapter>());
}

void registerEndpoints(AdapterRegistry &registry, const QList<Endpoint> &endpoints)
{
    for (const Endpoint &endpoint : endpoints) {
        registry.add(openAiEndpointAdapter(endpoint));
    }
}

QStringList reservedProviderIds()
{
    return {u"openai"_s,      u"azure-openai"_s,  u"google-gemini"_s,    u"google-vertex"_s,
            u"replicate"_s,   u"fal"_s,           u"fireworks"_s,        u"black-forest-labs"_s,
            u"stability"_s,   u"together"_s,      u"ideogram"_s,         u"recraft"_s,
            u"luma"_s,        u"xai"_s,           u"amazon-bedrock"_s,   u"openrouter"_s,
            u"huggingface"_s, u"deepinfra"_s,     u"runware"_s,          u"leonardo"_s,
            u"alibaba"_s,     u"byteplus"_s,      u"minimax"_s,          u"bria"_s,
            u"prodia"_s,      u"novita"_s,        u"siliconflow"_s,      u"cloudflare"_s,
            u"lumenfall"_s,   u"automatic1111"_s, u"comfyui"_s,          u"sd-cpp"_s,
            u"localai"_s,     u"sketchbook"_s,    u"openai-compatible"_s};
}

} // namespace lightwell
