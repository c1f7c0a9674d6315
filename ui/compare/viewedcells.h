// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"
#include "ui/views/viewedpicture.h"

namespace lightwell {

class CompareSession;

/// By which a cell is known among the pictures of its run that are looked at closely.
[[nodiscard]] QString viewedId(int run, int cell);
/// The cell; -1: it is none of this run.
[[nodiscard]] int cellOf(const QString &viewedId, int run);

/// The cells of a run that have a picture, or will, in their order. Those of `shown` that came to nothing by now say
/// so, so that nothing goes from before somebody's eyes without a word.
[[nodiscard]] QList<ViewedPicture> viewedCells(const CompareSession &session, int run,
                                               const Names::NameOf &providerName, const QStringList &shown = {});

} // namespace lightwell
