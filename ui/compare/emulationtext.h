// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/wording/names.h"

#include <QStringList>

namespace lightwell {

/// What became of the wishes on the way, for the mark under a picture.
struct EmulationText
{
    QString mark; ///< "3:2, not 16:9", "converted to WebP + 1 more"; empty: as asked
    QString brief; ///< the same where room is scarce
    QString title; ///< over the report
    QStringList report; ///< a line for everything that was not simply passed on, each thing once
    QString promptTitle; ///< "The prompt as OpenAI used it"; empty: it was used as it was written
    QString prompt; ///< the words that were used instead
    /// The picture is as it was wished, and only came about in another way: the mark warns of nothing.
    bool calm = false;

    [[nodiscard]] QString whole() const; ///< all of it below each other, for a tooltip
};

[[nodiscard]] EmulationText emulationText(const Generation &generation, const Names &names = {});
/// "3:2, not 16:9", where a picture of the size `made` is not what was asked; empty: it is. What `plan` (null: none)
/// says of a part of the size holds where the picture is as planned.
[[nodiscard]] QString missedSize(const SizeRequest &asked, const Plan *plan, QSize made);
/// What became of one wish: "Seed: 7 asked, left out. …"; empty: it was passed on.
[[nodiscard]] QString parameterReport(const PlannedParameter &parameter, const Names &names);
[[nodiscard]] QString parameterLabel(const QString &name); ///< "output_format" -> "Format"

} // namespace lightwell
