// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/recall.h"

namespace lightwell {

bool canRecallAll(const CompareCell &cell)
{
    return !cell.isLost && cell.request.operation == Operation::Create && cell.request.images.isEmpty();
}

std::optional<qint64> seedOf(const CompareCell &cell)
{
    const Picture *picture = cell.picture();
    return picture && picture->seed ? picture->seed : cell.request.seed;
}

CompareForm recalled(const CompareForm &form, const CompareCell &cell, Recall what)
{
    CompareForm changed = form;
    if (what == Recall::Prompt) {
        changed.prompt = cell.request.prompt;
        changed.negativePrompt = cell.request.negativePrompt; // what is not wanted is part of it
        return changed;
    }
    if (what == Recall::Seed) {
        changed.seed = seedOf(cell);
        return changed;
    }
    changed = CompareForm::of(cell.request);
    changed.models = QStringList {cell.model}; // whichever provider made it
    changed.seed = what == Recall::All ? seedOf(cell) : std::nullopt;
    changed.project = form.project;
    changed.previews = form.previews;
    return changed;
}

} // namespace lightwell
