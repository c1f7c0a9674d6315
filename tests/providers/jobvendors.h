// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/providers/jobs.h"
#include "tests/standins/vendorstandin.h"

#include <memory>

namespace lightwell::test {

/// One of the vendors with jobs: its adapter, a fresh stand-in that does not make tests wait, and a plain plan.
struct JobVendor
{
    std::unique_ptr<Adapter> adapter;
    std::unique_ptr<VendorStandIn> standIn;
    Credentials credentials;
    Plan plan;

    /// `name`: one of names(), or "luma/agents", the second API of a vendor.
    explicit JobVendor(const QString &name);

    [[nodiscard]] static QStringList names(); ///< as provider ids
    /// The built-in catalog's text-to-image offers of this vendor that its stand-in knows, without those that draw:
    /// "fal/flux-2-pro", …
    [[nodiscard]] static QStringList knownOffers(const QString &vendor);
    /// The same for those that edit a picture.
    [[nodiscard]] static QStringList editOffers(const QString &vendor);
    /// How many the catalog must have of them, so that a test of all of them tests something.
    [[nodiscard]] static int fewestOffers(const QString &vendor);
    /// Whether its pictures have links of their own, or come with the answer about the job.
    [[nodiscard]] static bool hasLinks(const QString &vendor)
    {
        return vendor != QLatin1StringView("stability") && vendor != QLatin1StringView("sd-cpp");
    }
    /// An engine on this machine: no key, no account, and nothing is ever billed.
    [[nodiscard]] static bool isLocal(const QString &vendor);
    [[nodiscard]] int submissions() const { return standIn->submissions(); }
    [[nodiscard]] int cancellations() const;
};

} // namespace lightwell::test
