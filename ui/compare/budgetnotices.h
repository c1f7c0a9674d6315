// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

namespace lightwell {

struct Names;

/// What budgets tell of the pictures that end (Generation::notices), gathered until it is said: of each budget the most
/// that any of them told.
class BudgetNotices
{
public:
    /// That a price is not known is left out: the window asked about it before.
    void note(const QList<Reason> &notices);
    [[nodiscard]] QString take(const Names &names); ///< a sentence each; from now on there are none

private:
    QList<Reason> m_notices;
};

} // namespace lightwell
