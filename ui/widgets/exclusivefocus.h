// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QButtonGroup;

namespace lightwell {

/// In a group of which one button holds, Tab leads to that one and the arrow keys to the others. Qt sees to it only
/// after the group had the focus once.
void keepTabOnChecked(QButtonGroup *group);

} // namespace lightwell
