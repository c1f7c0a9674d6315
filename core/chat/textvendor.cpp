// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textvendor.h"

#include <algorithm>

namespace lightwell {

TextVendorPtr TextModels::vendor(const QString &provider) const
{
    const auto found = std::find_if(vendors.begin(), vendors.end(),
                                    [&provider](const TextVendorPtr &vendor) { return vendor->info().id == provider; });
    return found == vendors.end() ? nullptr : *found;
}

QStringList TextModels::providers() const
{
    QStringList ids;
    for (const TextVendorPtr &vendor : vendors) {
        ids.append(vendor->info().id);
    }
    return ids;
}

} // namespace lightwell
