// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"
#include "core/routing/route.h"
#include "ui/compare/compareexpectation.h"

namespace lightwell {

struct Error;

/// Another way to a picture that did not come: what is asked in its place.
struct CellWay
{
    Request request;
    CompareExpectation expected;
    friend bool operator==(const CellWay &, const CellWay &) = default;
};

/// The same request at each provider of the route that has its model, in the route's order.
[[nodiscard]] QList<CellWay> waysOf(const Request &request, const Route &route);

/// `request` without what was refused of it by `error`, or as near to it as is usual: for exact pixels their shape.
/// Nothing: something else was refused, without which it would be another picture.
[[nodiscard]] std::optional<Request> nearestRequest(const Request &request, const Error &error);

} // namespace lightwell
