// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>

namespace lightwell {

/// Whether an address that a vendor handed out (to poll, to fetch a result, to cancel) may be called with the
/// user's key: https at one of the vendor's own hosts (exact, or "*.suffix"); the replaced base address itself; or
/// loopback where the base address is loopback too. Anything else would hand the key to a stranger.
[[nodiscard]] bool isVendorAddress(const QUrl &url, const QUrl &baseUrl, const QStringList &vendorHosts);

} // namespace lightwell
