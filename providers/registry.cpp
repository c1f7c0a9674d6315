// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "core/adapter/adapterregistry.h"
#include "core/catalog/endpoint.h"
#include "providers/alibaba/alibabaadapter.h"
#include "providers/automatic1111/automatic1111adapter.h"
#include "providers/azure/azureadapter.h"
#include "providers/bedrock/bedrockadapter.h"
#include "providers/bfl/bfladapter.h"
#include "providers/bria/briaadapter.h"
#include "providers/byteplus/byteplusadapter.h"
#include "providers/cloudflare/cloudflareadapter.h"
#include "providers/comfyui/comfyuiadapter.h"
#include "providers/deepinfra/deepinfraadapter.h"
#include "providers/fal/faladapter.h"
#include "providers/fireworks/fireworksadapter.h"
#include "providers/google/geminiadapter.h"
#include "providers/google/vertexadapter.h"
#include "providers/huggingface/huggingfaceadapter.h"
#include "providers/ideogram/ideogramadapter.h"
#include "providers/leonardo/leonardoadapter.h"
#include "providers/localai/localaiadapter.h"
#include "providers/luma/lumaadapter.h"
#include "providers/lumenfall/lumenfalladapter.h"
#include "providers/minimax/minimaxadapter.h"
#include "providers/novita/novitaadapter.h"
#include "providers/openai/openaiadapter.h"
#include "providers/openrouter/openrouteradapter.h"
#include "providers/prodia/prodiaadapter.h"
#include "providers/recraft/recraftadapter.h"
#include "providers/replicate/replicateadapter.h"
#include "providers/runware/runwareadapter.h"
#include "providers/sdcpp/sdcppadapter.h"
#include "providers/siliconflow/siliconflowadapter.h"
#include "providers/sketchbook/adapter/adapter.h"
#include "providers/stability/stabilityadapter.h"
#include "providers/text/textonly.h"
#include "providers/together/togetheradapter.h"
#include "providers/xai/xaiadapter.h"

#include <QRandomGenerator>
#include <QUuid>

namespace lightwell {

using namespace Qt::StringLiterals;

void registerAdapters(AdapterRegistry &registry)
{
    registry.add(openAiAdapter());
    registry.add(azureAdapter());
    registry.add(geminiAdapter());
    registry.add(vertexAdapter());
    registry.add(std::make_unique<FalAdapter>());
    registry.add(std::make_unique<ReplicateAdapter>());
    registry.add(std::make_unique<BflAdapter>());
    registry.add(std::make_unique<StabilityAdapter>());
    registry.add(std::make_unique<IdeogramAdapter>());
    registry.add(std::make_unique<RecraftAdapter>());
    registry.add(std::make_unique<LumaAdapter>());
    registry.add(togetherAdapter());
    registry.add(xaiAdapter());
    registry.add(bedrockAdapter());
    registry.add(openRouterAdapter());
    registry.add(huggingFaceAdapter());
    registry.add(deepInfraAdapter());
    registry.add(std::make_unique<FireworksAdapter>());
    registry.add(std::make_unique<RunwareAdapter>([] { return QUuid::createUuid().toString(QUuid::WithoutBraces); }));
    registry.add(std::make_unique<LeonardoAdapter>());
    registry.add(std::make_unique<AlibabaAdapter>());
    registry.add(bytePlusAdapter());
    registry.add(std::make_unique<MinimaxAdapter>());
    registry.add(std::make_unique<BriaAdapter>());
    registry.add(std::make_unique<ProdiaAdapter>());
    registry.add(std::make_unique<NovitaAdapter>([] { return QRandomGenerator::global()->generate(); }));
    registry.add(siliconFlowAdapter());
    registry.add(cloudflareAdapter());
    registry.add(lumenfallAdapter());
    registry.add(std::make_unique<Automatic1111Adapter>());
    registry.add(std::make_unique<ComfyUiAdapter>());
    registry.add(std::make_unique<SdCppAdapter>());
    registry.add(std::make_unique<LocalAiAdapter>());
    registry.add(anthropicAdapter());
    registry.add(mistralAdapter());
    registry.add(deepSeekAdapter());
    registry.add(groqAdapter());
    registry.add(openAiCompatibleAdapter());
    registry.add(std::make_unique<SketchbookAdapter>());
}

void registerEndpoints(AdapterRegistry &registry, const QList<Endpoint> &endpoints)
{
    for (const Endpoint &endpoint : endpoints) {
        registry.add(openAiEndpointAdapter(endpoint));
    }
}

} // namespace lightwell
