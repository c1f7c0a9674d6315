// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/cellways.h"

#include "core/model/error.h"

namespace lightwell {

using namespace Qt::StringLiterals;

QList<CellWay> waysOf(const Request &request, const Route &route)
{
    QList<CellWay> ways;
    for (const RankedPlan &ranked : route.plans) {
        if (ranked.fromFallback) {
            continue; // that would be another model's picture in this one's place
        }
        CellWay way {request, CompareExpectation::of(ranked.plan)};
        way.request.model = ranked.plan.offer.id();
        ways.append(way);
    }
    return ways;
}

std::optional<Request> nearestRequest(const Request &request, const Error &error)
{
    const bool isRefused = error.billing == Billing::NotBilled
        && (error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Unsupported);
    Request nearest = request;
    if (!isRefused) {
        return {};
    }
    if (error.param == "size"_L1 || error.param == "aspect_ratio"_L1 || error.param == "resolution"_L1) {
        if (request.size.pixels && !request.size.pixels->isEmpty()) {
            nearest.size.ratio = AspectRatio::of(*request.size.pixels);
            nearest.size.pixels.reset();
        } else {
            nearest.size.tier.reset();
        }
        nearest.fit = Fit::Closest;
    } else if (error.param == "seed"_L1) {
        nearest.seed.reset();
    } else if (error.param == "quality"_L1) {
        nearest.quality.clear();
    } else if (error.param == "background"_L1) {
        nearest.background.clear();
    } else if (error.param == "output_format"_L1) {
        nearest.format.reset();
        nearest.compression.reset();
    }
    return nearest == request ? std::nullopt : std::optional(nearest);
}

} // namespace lightwell
