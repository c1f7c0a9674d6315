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
    {"amazon-bedrock", &bedrockTable},
    {"cloudflare", &cloudflareTable},
    {"black-forest-labs", &bflTable},
    {"fal", &falTable},
    {"luma", &lumaTable},
    {"replicate", &replicateTable},
    {"together", &togetherTable},
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
