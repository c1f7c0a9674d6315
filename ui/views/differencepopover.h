// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/recipedifference.h"
#include "ui/widgets/popover.h"

namespace lightwell {

/// All in which two recipes differ, a line each.
class DifferencePopover : public Popover
{
    Q_OBJECT
public:
    DifferencePopover(const QList<SettingDifference> &differences, QWidget *parent);
    void openBeside(QWidget *anchor);
};

} // namespace lightwell
