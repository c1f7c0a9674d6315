// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/vendortables.h"

#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

struct Table
{
    const char *provider;
    std::span<const VendorTableRow> (*rows)();
};

constexpr Table tables[] = {
    {"alibaba", &alibabaTable}, //
    {"amazon-bedrock", &bedrockTable},
    {"automatic1111", &automatic1111Table}, //
    {"black-forest-labs", &bflTable}, //
    {"bria", &briaTable}, //
    {"byteplus", &byteplusTable}, //
    {"cloudflare", &cloudflareTable},
    {"deepinfra", &deepinfraTable}, //
    {"fal", &falTable}, //
    {"fireworks", &fireworksTable}, //
    {"huggingface", &huggingfaceTable}, //
    {"ideogram", &ideogramTable}, //
    {"leonardo", &leonardoTable}, //
    {"localai", &localAiTable}, //
    {"luma", &lumaTable}, //
    {"lumenfall", &lumenfallTable}, //
    {"minimax", &minimaxTable}, //
    {"novita", &novitaTable}, //
    {"openrouter", &openrouterTable}, //
    {"prodia", &prodiaTable}, //
    {"recraft", &recraftTable}, //
    {"replicate", &replicateTable}, //
    {"runware", &runwareTable}, //
    {"sd-cpp", &sdCppTable}, //
    {"siliconflow", &siliconflowTable}, //
    {"stability", &stabilityTable}, //
    {"together", &togetherTable}, //
    {"xai", &xaiTable}, //
};

} // namespace

std::span<const VendorTableRow> vendorTable(const QString &provider)
{
    for (const Table &table : tables) {
        if (provider == QLatin1StringView(table.provider)) {
            return table.rows();
        }
    }
    return {};
}

} // namespace lightwell::test
