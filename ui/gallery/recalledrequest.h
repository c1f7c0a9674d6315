// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compareform.h"
#include "ui/compare/recall.h"

#include <functional>

namespace lightwell {

/// The form with that of `request` in it. `slugOf` yields the catalog's id of a model, however it was called; where
/// there is none, the models stay as they are. What the form cannot hold is left out: pictures that went in, words of
/// one vendor alone.
[[nodiscard]] CompareForm recalled(CompareForm form, const Request &request, std::optional<qint64> seed, Recall what,
                                   const std::function<QString(const QString &model)> &slugOf);

} // namespace lightwell
