// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendortables.h"

namespace lightwell::test {

// The fields of each vendor's endpoints, one file a vendor.
[[nodiscard]] std::span<const VendorTableRow> bedrockTable();
[[nodiscard]] std::span<const VendorTableRow> bflTable();
[[nodiscard]] std::span<const VendorTableRow> cloudflareTable();
[[nodiscard]] std::span<const VendorTableRow> falTable();
[[nodiscard]] std::span<const VendorTableRow> lumaTable();
[[nodiscard]] std::span<const VendorTableRow> replicateTable();
[[nodiscard]] std::span<const VendorTableRow> togetherTable();

} // namespace lightwell::test
