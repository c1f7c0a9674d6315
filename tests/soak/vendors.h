// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

#include <QProcessEnvironment>

#include <memory>
#include <vector>

namespace lightwell::test {

/// One vendor of the soak: its stand-in and a model it makes pictures from words with.
struct SoakVendor
{
    QString provider;
    QString model; ///< "provider/slug"
    std::unique_ptr<VendorStandIn> standIn;
};

/// Every stand-in whose vendor has offers of its own in the catalog (local engines have theirs from a search), with
/// its key and its address put into `environment`.
[[nodiscard]] std::vector<SoakVendor> soakVendors(QProcessEnvironment &environment);

} // namespace lightwell::test
