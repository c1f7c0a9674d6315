// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "core/adapter/adapterregistry.h"
#include "providers/bfl/bfladapter.h"
#include "providers/byteplus/byteplusadapter.h"
#include "providers/deepinfra/deepinfraadapter.h"
#include "providers/fal/faladapter.h"
#include "providers/google/geminiadapter.h"
#include "providers/huggingface/huggingfaceadapter.h"
#include "providers/ideogram/ideogramadapter.h"
#include "providers/luma/lumaadapter.h"
#include "providers/lumenfall/lumenfalladapter.h"
#include "providers/minimax/minimaxadapter.h"
#include "providers/openai/openaiadapter.h"
#include "providers/openrouter/openrouteradapter.h"
#include "providers/prodia/prodiaadapter.h"
#include "providers/recraft/recraftadapter.h"
#include "providers/replicate/replicateadapter.h"
#include "providers/siliconflow/siliconflowadapter.h"
#include "providers/sketchbook/adapter/adapter.h"
#include "providers/stability/stabilityadapter.h"
#include "providers/together/togetheradapter.h"
#include "providers/xai/xaiadapter.h"

namespace lightwell {

void registerAdapters(AdapterRegistry &registry)
{
    registry.add(openAiAdapter());
    registry.add(geminiAdapter());
    registry.add(std::make_unique<FalAdapter>());
    registry.add(std::make_unique<MinimaxAdapter>());
    registry.add(std::make_unique<ProdiaAdapter>());
    registry.add(std::make_unique<RecraftAdapter>());
    registry.add(std::make_unique<ReplicateAdapter>());
    registry.add(std::make_unique<BflAdapter>());
    registry.add(togetherAdapter());
    registry.add(std::make_unique<IdeogramAdapter>());
    registry.add(std::make_unique<LumaAdapter>());
    registry.add(xaiAdapter());
    registry.add(deepInfraAdapter());
    registry.add(bytePlusAdapter());
    registry.add(siliconFlowAdapter());
    registry.add(openRouterAdapter());
    registry.add(lumenfallAdapter());
    registry.add(huggingFaceAdapter());
    registry.add(openAiCompatibleAdapter());
    registry.add(std::make_unique<SketchbookAdapter>());
    registry.add(std::make_unique<StabilityAdapter>());
}

} // namespace lightwell
