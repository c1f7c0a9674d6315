// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/factory.h"

#include "tests/standins/azure.h"
#include "tests/standins/bedrock.h"
#include "tests/standins/bfl.h"
#include "tests/standins/cloudflare.h"
#include "tests/standins/echo.h"
#include "tests/standins/fal.h"
#include "tests/standins/gemini.h"
#include "tests/standins/luma.h"
#include "tests/standins/openai.h"
#include "tests/standins/replicate.h"
#include "tests/standins/together.h"
#include "tests/standins/vertex.h"

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
    Row {"amazon-bedrock", &make<BedrockStandIn>},
    Row {"azure-openai", &make<AzureStandIn>},
    Row {"black-forest-labs", &make<BflStandIn>},
    Row {"cloudflare", &make<CloudflareStandIn>},
    Row {"echo", &make<EchoStandIn>},
    Row {"fal", &make<FalStandIn>},
    Row {"google-gemini", &make<GeminiStandIn>},
    Row {"google-vertex", &make<VertexStandIn>},
    Row {"luma", &make<LumaStandIn>},
    Row {"openai", &make<OpenAiStandIn>},
    Row {"replicate", &make<ReplicateStandIn>},
    Row {"together", &make<TogetherStandIn>},
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
