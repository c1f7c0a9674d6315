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
    QString mark; ///< "16 : 9 asked, 1536 × 1024 made"; empty: as asked
    QString brief; ///< the same where room is scarce: "1536 × 1024 made"
    QStringList report; ///< a line for everything that was not simply passed on
    QString promptTitle; ///< "The prompt as OpenAI used it"; empty: it was used as it was written
    QString prompt; ///< the words that were used instead
    bool calm = false; ///< nothing went lost; the mark is only to be noticed

    [[nodiscard]] QString whole() const; ///< all of it below each other, for a tooltip
};

[[nodiscard]] EmulationText emulationText(const Generation &generation, const Names &names = {});
/// What became of one wish: "Seed: 7 asked, left out. …"; empty: it was passed on.
[[nodiscard]] QString parameterReport(const PlannedParameter &parameter, const Names &names);
[[nodiscard]] QString parameterLabel(const QString &name); ///< "output_format" -> "Format"

} // namespace lightwell
