// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/tables/tables.h"

namespace lightwell::test {

namespace {

constexpr VendorTableRow rows[] = {
    {"generations",
     "model n=1..10 size step=1..150 response_format=b64_json|url file files ref_images seed quality mode"},
};

} // namespace

std::span<const VendorTableRow> localAiTable()
{
    return rows;
}

} // namespace lightwell::test
