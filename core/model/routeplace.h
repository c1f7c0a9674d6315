// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

namespace lightwell {

/// An offer's place in the order of attempts, or why it has none: what is told of a route once its plans are not needed
/// any more.
struct RoutePlace
{
    QString offer; ///< Offer::id()
    QString model;
    QString provider;
    Money estimate = {}; ///< of the whole request
    QList<Reason> why; ///< the most telling first
    bool fromFallback = false; ///< of another model than the one that was asked for
    bool isLeftOut = false; ///< it is not tried

    friend bool operator==(const RoutePlace &, const RoutePlace &) = default;
};

} // namespace lightwell
