// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace lightwell {

/// The ids of providers, for who reads a catalog.
struct ProviderIds
{
    QStringList served; ///< there are; none: any goes
};

} // namespace lightwell
