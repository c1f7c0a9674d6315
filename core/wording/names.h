// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"

#include <QString>

#include <functional>

namespace lightwell {

/// What things are called in front of whoever reads a sentence. As it stands: by their ids, as the command line and
/// programs write them. A function that is not set, or answers with nothing, leaves the id.
struct Names
{
    using NameOf = std::function<QString(const QString &id)>;

    NameOf model = {}; ///< "flux.2-pro" → "FLUX.2 [pro]"
    NameOf provider = {}; ///< "fal" → "fal.ai"
    NameOf field = {}; ///< "aspect_ratio" → "Shape"
    std::function<QString(Money amount)> money = {}; ///< empty: to the micro-dollar
};

} // namespace lightwell
