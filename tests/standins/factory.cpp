// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/factory.h"

#include "tests/standins/alibaba.h"
#include "tests/standins/automatic1111.h"
#include "tests/standins/azure.h"
#include "tests/standins/bedrock.h"
#include "tests/standins/bfl.h"
#include "tests/standins/bria.h"
#include "tests/standins/byteplus.h"
#include "tests/standins/chatapi.h"
#include "tests/standins/cloudflare.h"
#include "tests/standins/comfyui.h"
#include "tests/standins/deepinfra.h"
#include "tests/standins/echo.h"
#include "tests/standins/fal.h"
#include "tests/standins/fireworks.h"
#include "tests/standins/gemini.h"
#include "tests/standins/huggingface.h"
#include "tests/standins/ideogram.h"
#include "tests/standins/leonardo.h"
#include "tests/standins/localai.h"
#include "tests/standins/luma.h"
#include "tests/standins/lumenfall.h"
#include "tests/standins/minimax.h"
#include "tests/standins/novita.h"
#include "tests/standins/openai.h"
#include "tests/standins/openrouter.h"
#include "tests/standins/prodia.h"
#include "tests/standins/recraft.h"
#include "tests/standins/replicate.h"
#include "tests/standins/runware.h"
#include "tests/standins/sdcpp.h"
#include "tests/standins/siliconflow.h"
#include "tests/standins/stability.h"
#include "tests/standins/together.h"
#include "tests/standins/vertex.h"
#include "tests/standins/xai.h"

#include <array>

namespace lightwell::test {

namespace {

struct Row
{
    const char *vendor;
    std::unique_ptr<StandIn> (*make)();
};

template<typename T>
std::unique_ptr<StandIn> make()
{
    return std::make_unique<T>();
}

constexpr std::array rows = {
    Row {"alibaba", &make<AlibabaStandIn>},
    Row {"amazon-bedrock", &make<BedrockStandIn>},
    Row {"automatic1111", &make<Automatic1111StandIn>},
    Row {"azure-openai", &make<AzureStandIn>},
    Row {"black-forest-labs", &make<BflStandIn>},
    Row {"bria", &make<BriaStandIn>},
    Row {"byteplus", &make<BytePlusStandIn>},
    Row {"chat-api", &make<ChatApiStandIn>},
    Row {"cloudflare", &make<CloudflareStandIn>},
    Row {"comfyui", &make<ComfyUiStandIn>},
    Row {"deepinfra", &make<DeepInfraStandIn>},
    Row {"echo", &make<EchoStandIn>},
    Row {"fal", &make<FalStandIn>},
    Row {"fireworks", &make<FireworksStandIn>},
    Row {"google-gemini", &make<GeminiStandIn>},
    Row {"google-vertex", &make<VertexStandIn>},
    Row {"huggingface", &make<HuggingFaceStandIn>},
    Row {"ideogram", &make<IdeogramStandIn>},
    Row {"leonardo", &make<LeonardoStandIn>},
    Row {"localai", &make<LocalAiStandIn>},
    Row {"luma", &make<LumaStandIn>},
    Row {"lumenfall", &make<LumenfallStandIn>},
    Row {"minimax", &make<MinimaxStandIn>},
    Row {"novita", &make<NovitaStandIn>},
    Row {"openai", &make<OpenAiStandIn>},
    Row {"openrouter", &make<OpenRouterStandIn>},
    Row {"prodia", &make<ProdiaStandIn>},
    Row {"recraft", &make<RecraftStandIn>},
    Row {"replicate", &make<ReplicateStandIn>},
    Row {"runware", &make<RunwareStandIn>},
    Row {"sd-cpp", &make<SdCppStandIn>},
    Row {"siliconflow", &make<SiliconFlowStandIn>},
    Row {"stability", &make<StabilityStandIn>},
    Row {"together", &make<TogetherStandIn>},
    Row {"xai", &make<XaiStandIn>},
};

} // namespace

std::unique_ptr<StandIn> makeStandIn(const QString &vendor)
{
    for (const Row &row : rows) {
        if (vendor == QLatin1StringView(row.vendor)) {
            return row.make();
        }
    }
    return nullptr;
}

QStringList standInNames()
{
    QStringList names;
    for (const Row &row : rows) {
        names.append(QLatin1StringView(row.vendor));
    }
    return names;
}

} // namespace lightwell::test
