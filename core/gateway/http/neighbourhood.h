// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace lightwell {

/// The address, or the network of an IPv6 address: what one client can have many of counts as one.
[[nodiscard]] QByteArray neighbourhoodOf(const QHostAddress &address);

} // namespace lightwell
