// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One more model in a run that is there.
#include "ui/compare/comparesession.h"

namespace lightwell {

bool CompareSession::takesMore(int id) const
{
    const CompareRun *it = run(id);
    return it && it->rows() == 1 && it->operation == Operation::Create && it->columns.size() < CompareForm::maxModels;
}

std::optional<Request> CompareSession::requestFor(int id, const QString &model) const
{
    const CompareRun *it = run(id);
    if (!it || !takesMore(id) || it->form.models.contains(model)) {
        return {};
    }
    const auto known =
        std::find_if(it->cells.cbegin(), it->cells.cend(), [](const CompareCell &cell) { return !cell.isLost; });
    if (known == it->cells.cend()) {
        return {};
    }
    Request request = known->request;
    request.model = model;
    for (const CompareCell &cell : it->cells) { // one that takes no seed has none
        request.seed = request.seed ? request.seed : cell.request.seed;
    }
    return request;
}

void CompareSession::addModel(int id, const QString &model, const CellWay &way)
{
    if (!requestFor(id, model)) {
        return;
    }
    CompareRun &run = m_runs.at(id);
    run.columns.append(columnOf(m_catalog, model));
    run.form.models.append(model);
    CompareCell cell;
    cell.model = model;
    cell.request = way.request;
    cell.expected = way.expected;
    if (!way.expected.takesSeed && !run.form.seed) {
        cell.request.seed.reset(); // it was ours, and not asked for
    }
    run.cells.append(cell);
    Q_EMIT cellAdded(id);
    launch(id, static_cast<int>(run.cells.size()) - 1);
}

} // namespace lightwell
