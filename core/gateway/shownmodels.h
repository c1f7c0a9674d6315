// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/chat/textvendor.h"

#include <functional>

namespace lightwell {

/// What a client may use of all models: whatever is listed or looked up in these shows nothing else, and names nothing
/// else as what somebody may have meant.
struct ShownModels
{
    Catalog catalog;
    TextModels texts;
};

/// `mayUse` knows models by the names clients ask for (ClientLimits::mayUse()). A model that may be used at some
/// providers alone stands there once for each, as "provider/model", since so it must be asked for.
[[nodiscard]] ShownModels shownModels(const Catalog &catalog, const TextModels &texts,
                                      const std::function<bool(const QString &name)> &mayUse);

} // namespace lightwell
