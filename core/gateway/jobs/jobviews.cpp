// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/jobs/jobviews.h"

namespace lightwell {

namespace {

JobView::State stateOf(GenerationStatus status)
{
    switch (status) {
    case GenerationStatus::Running:
        return JobView::State::Running;
    case GenerationStatus::Completed:
        return JobView::State::Completed;
    case GenerationStatus::Failed:
        return JobView::State::Failed;
    case GenerationStatus::Cancelled:
        return JobView::State::Cancelled;
    case GenerationStatus::Unknown:
        break;
    }
    return JobView::State::Unknown;
}

} // namespace

JobView viewOfEnded(const Generation &generation, const QString &base)
{
    JobView view;
    view.id = generation.id;
    view.state = stateOf(generation.status);
    view.model = generation.plan ? generation.plan->offer.model : generation.request.model;
    view.createdAt = generation.createdAt;
    view.endedAt = generation.endedAt;
    view.base = base;
    return view;
}

CallKind kindOf(const RouteTable::Match &match)
{
    switch (match.route ? match.route->call : RouteCall::Generations) {
    case RouteCall::Edits:
        return CallKind::Edit;
    case RouteCall::Variations:
        return CallKind::Variation;
    case RouteCall::Chat:
    case RouteCall::ChatPictures:
        return CallKind::Chat;
    default:
        return CallKind::Generation;
    }
}

} // namespace lightwell
