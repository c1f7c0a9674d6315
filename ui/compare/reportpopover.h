// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/emulationtext.h"
#include "ui/widgets/popover.h"

namespace lightwell {

/// The emulation report of a picture, in full. Opens under its mark, goes with Escape or a click elsewhere.
class ReportPopover : public Popover
{
    Q_OBJECT
public:
    ReportPopover(const EmulationText &text, QWidget *parent);
    void openBelow(QWidget *anchor);

private:
    void addPrompt(const EmulationText &text);
};

} // namespace lightwell
