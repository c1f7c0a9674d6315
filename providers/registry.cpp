// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "core/adapter/adapterregistry.h"
#include "providers/bfl/bfladapter.h"
#include "providers/byteplus/byteplusadapter.h"
#include "providers/deepinfra/deepinfraadapter.h"
#include "providers/fal/faladapter.h"
#include "providers/fireworks/fireworksadapter.h"
#include "providers/google/geminiadapter.h"
#include "providers/huggingface/huggingfaceadapter.h"
#include "providers/sketchbook/adapter/adapter.h"
#include "providers/stability/stabilityadapter.h"
#include "providers/together/togetheradapter.h"
#include "providers/xai/xaiadapter.h"

#include <QUuid>

namespace lightwell {

void registerAdapters(AdapterRegistry &registry)
{
    registry.add(openAiAdapter());
    registry.add(geminiAdapter());
    registry.add(std::make_unique<FalAdapter>());
    registry.add(bytePlusAdapter());
    registry.add(deepInfraAdapter());
    registry.add(huggingFaceAdapter());
    registry.add(lumenfallAdapter());
    registry.add(openRouterAdapter());
    registry.add(siliconFlowAdapter());
    registry.add(std::make_unique<BflAdapter>());
    registry.add(std::make_unique<FireworksAdapter>());
    registry.add(std::make_unique<IdeogramAdapter>());
    registry.add(std::make_unique<LeonardoAdapter>());
    registry.add(std::make_unique<LumaAdapter>());
    registry.add(std::make_unique<MinimaxAdapter>());
    registry.add(std::make_unique<RecraftAdapter>());
    registry.add(std::make_unique<ReplicateAdapter>());
    registry.add(std::make_unique<RunwareAdapter>([] { return QUuid::createUuid().toString(QUuid::WithoutBraces); }));
    registry.add(togetherAdapter());
    registry.add(xaiAdapter());
    registry.add(openAiCompatibleAdapter());
    registry.add(std::make_unique<SketchbookAdapter>());
    registry.add(std::make_unique<StabilityAdapter>());
}

} // namespace lightwell
