// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "core/adapter/adapterregistry.h"
#include "providers/automatic1111/automatic1111adapter.h"
#include "providers/bfl/bfladapter.h"
#include "providers/comfyui/comfyuiadapter.h"
#include "providers/fal/faladapter.h"
#include "providers/google/geminiadapter.h"
#include "providers/localai/localaiadapter.h"
#include "providers/luma/lumaadapter.h"
#include "providers/openai/openaiadapter.h"
#include "providers/replicate/replicateadapter.h"
#include "providers/sdcpp/sdcppadapter.h"
#include "providers/sketchbook/adapter/adapter.h"
#include "providers/together/togetheradapter.h"

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
    registry.add(std::make_unique<Automatic1111Adapter>());
    registry.add(std::make_unique<ComfyUiAdapter>());
    registry.add(std::make_unique<SdCppAdapter>());
    registry.add(std::make_unique<LocalAiAdapter>());
    registry.add(openAiCompatibleAdapter());
    registry.add(std::make_unique<SketchbookAdapter>());
}

} // namespace lightwell
