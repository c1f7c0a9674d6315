// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What else could bring a picture that did not come.
#include "ui/compare/comparesession.h"
#include "ui/imageservice.h"

namespace lightwell {

void CompareSession::findWays(int run, int index)
{
    const CompareCell *failed = cell(run, index);
    if (!failed || failed->isUnderWay() || failed->picture() || failed->areWaysAsked || failed->isLost) {
        return;
    }
    CompareCell &asked = m_runs.at(run).cells[index];
    asked.areWaysAsked = true;
    const auto plan = [this, run, index, generation = asked.generation](const Request &request, auto take) {
        m_images.plan(request, this, [this, run, index, generation, request, take](const Result<Route> &route) {
            const CompareCell *now = cell(run, index);
            if (route && now && now->generation == generation && !now->isUnderWay()) {
                take(m_runs.at(run).cells[index], waysOf(request, *route));
                Q_EMIT waysFound(run, index);
            }
        });
    };
    Request anywhere = asked.request;
    anywhere.model = asked.model;
    plan(anywhere, [](CompareCell &cell, const QList<CellWay> &ways) { cell.others = ways; });
    if (!asked.outcome || !asked.outcome->error) {
        return;
    }
    if (const std::optional<Request> nearest = nearestRequest(asked.request, *asked.outcome->error)) {
        plan(*nearest, [asked = *nearest](CompareCell &cell, const QList<CellWay> &ways) {
            if (!ways.isEmpty()) {
                cell.nearest = CellWay {asked, ways.constFirst().expected};
            }
        });
    }
}

} // namespace lightwell
