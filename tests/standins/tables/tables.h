// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendortables.h"

namespace lightwell::test {

// The fields of each vendor's endpoints, one file a vendor.
[[nodiscard]] std::span<const VendorTableRow> alibabaTable();
[[nodiscard]] std::span<const VendorTableRow> automatic1111Table();
[[nodiscard]] std::span<const VendorTableRow> bedrockTable();
[[nodiscard]] std::span<const VendorTableRow> bflTable();
[[nodiscard]] std::span<const VendorTableRow> briaTable();
[[nodiscard]] std::span<const VendorTableRow> byteplusTable();
[[nodiscard]] std::span<const VendorTableRow> cloudflareTable();
[[nodiscard]] std::span<const VendorTableRow> deepinfraTable();
[[nodiscard]] std::span<const VendorTableRow> falTable();
[[nodiscard]] std::span<const VendorTableRow> fireworksTable();
[[nodiscard]] std::span<const VendorTableRow> huggingfaceTable();
[[nodiscard]] std::span<const VendorTableRow> ideogramTable();
[[nodiscard]] std::span<const VendorTableRow> leonardoTable();
[[nodiscard]] std::span<const VendorTableRow> localAiTable();
[[nodiscard]] std::span<const VendorTableRow> lumaTable();
[[nodiscard]] std::span<const VendorTableRow> lumenfallTable();
[[nodiscard]] std::span<const VendorTableRow> minimaxTable();
[[nodiscard]] std::span<const VendorTableRow> novitaTable();
[[nodiscard]] std::span<const VendorTableRow> openrouterTable();
[[nodiscard]] std::span<const VendorTableRow> prodiaTable();
[[nodiscard]] std::span<const VendorTableRow> recraftTable();
[[nodiscard]] std::span<const VendorTableRow> replicateTable();
[[nodiscard]] std::span<const VendorTableRow> runwareTable();
[[nodiscard]] std::span<const VendorTableRow> sdCppTable();
[[nodiscard]] std::span<const VendorTableRow> siliconflowTable();
[[nodiscard]] std::span<const VendorTableRow> stabilityTable();
[[nodiscard]] std::span<const VendorTableRow> togetherTable();
[[nodiscard]] std::span<const VendorTableRow> xaiTable();

} // namespace lightwell::test
