// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QStringList>

namespace lightwell {

/// What became of the wishes on the way, for the mark under a picture.
struct EmulationText
{
    QString mark; ///< "16 : 9 asked, 1536 × 1024 made"; empty: as asked
    QString brief; ///< the same where room is scarce: "1536 × 1024 made"
    QStringList report; ///< a line for everything that was not simply passed on
};

[[nodiscard]] EmulationText emulationText(const Generation &generation);
[[nodiscard]] QString parameterLabel(const QString &name); ///< "output_format" -> "Format"

} // namespace lightwell
