// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "core/adapter/adapterregistry.h"
#include "providers/azure/azureadapter.h"
#include "providers/bedrock/bedrockadapter.h"
#include "providers/bfl/bfladapter.h"
#include "providers/cloudflare/cloudflareadapter.h"
#include "providers/fal/faladapter.h"
#include "providers/google/geminiadapter.h"
#include "providers/luma/lumaadapter.h"
#include "providers/openai/openaiadapter.h"
#include "providers/replicate/replicateadapter.h"
#include "providers/sketchbook/adapter/adapter.h"
#include "providers/together/togetheradapter.h"
#include "providers/vertex/vertexadapter.h"

namespace lightwell {

void registerAdapters(AdapterRegistry &registry)
{
    registry.add(openAiAdapter());
    registry.add(geminiAdapter());
    registry.add(std::make_unique<FalAdapter>());
    registry.add(std::make_unique<ReplicateAdapter>());
    registry.add(std::make_unique<BflAdapter>());
    registry.add(togetherAdapter());
    registry.add(std::make_unique<LumaAdapter>());
    registry.add(azureAdapter());
    registry.add(bedrockAdapter());
    registry.add(cloudflareAdapter());
    registry.add(vertexAdapter());
    registry.add(openAiCompatibleAdapter());
    registry.add(std::make_unique<SketchbookAdapter>());
}

} // namespace lightwell
