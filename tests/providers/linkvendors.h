// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapterregistry.h"
#include "tests/standins/vendorstandin.h"

#include <memory>

namespace lightwell::test {

/// A vendor whose answer to a paid request carries links to the pictures instead of them: its adapter, a fresh stand-in
/// that answers so, and a plain plan.
class LinkVendor
{
public:
    explicit LinkVendor(const QString &name); ///< one of names()
    ~LinkVendor();
    [[nodiscard]] static QStringList names();

    [[nodiscard]] const Adapter &adapter() const { return *m_adapter; }
    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }
    [[nodiscard]] const Plan &plan() const { return m_plan; }
    [[nodiscard]] VendorStandIn &standIn() const { return *m_standIn; }
    /// Where its pictures lie, with the point "download": at the vendor itself, or elsewhere.
    [[nodiscard]] VendorStandIn &files() const { return *m_files; }

private:
    AdapterRegistry m_registry;
    const Adapter *m_adapter = nullptr;
    std::unique_ptr<VendorStandIn> m_standIn;
    std::unique_ptr<VendorStandIn> m_shelf;
    VendorStandIn *m_files = nullptr;
    Credentials m_credentials;
    Plan m_plan;
};

} // namespace lightwell::test
