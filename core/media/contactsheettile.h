// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>

namespace lightwell {

/// One picture of a contact sheet and what is written under it.
struct ContactSheetTile
{
    QImage picture; ///< null where there is none
    /// The first is the model's name, in bold; then provider, sizes, time, cost, in small type.
    QStringList lines;
    bool failed = false; ///< then the last line is the reason, shown where the picture would be
};

} // namespace lightwell
