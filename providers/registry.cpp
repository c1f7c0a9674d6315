// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/registry.h"

#include "core/adapter/adapterregistry.h"
#include "providers/bfl/bfladapter.h"
#include "providers/fal/faladapter.h"
#include "providers/fireworks/fireworksadapter.h"
#include "providers/google/geminiadapter.h"
#include "providers/leonardo/leonardoadapter.h"
#include "providers/luma/lumaadapter.h"
#include "providers/openai/openaiadapter.h"
#include "providers/replicate/replicateadapter.h"
#include "providers/runware/runwareadapter.h"
#include "providers/sketchbook/adapter/adapter.h"
#include "providers/together/togetheradapter.h"

#include <QUuid>

namespace lightwell {

void registerAdapters(AdapterRegistry &registry)
{
    registry.add(openAiAdapter());
    registry.add(geminiAdapter());
    registry.add(std::make_unique<FalAdapter>());
    registry.add(std::make_unique<FireworksAdapter>());
    registry.add(std::make_unique<ReplicateAdapter>());
    registry.add(std::make_unique<BflAdapter>());
    registry.add(togetherAdapter());
    registry.add(std::make_unique<LeonardoAdapter>());
    registry.add(std::make_unique<LumaAdapter>());
    registry.add(std::make_unique<RunwareAdapter>([] { return QUuid::createUuid().toString(QUuid::WithoutBraces); }));
    registry.add(openAiCompatibleAdapter());
    registry.add(std::make_unique<SketchbookAdapter>());
}

} // namespace lightwell
