// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace lightwell {

/// tr() for the free functions of this room.
struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(Planner)
};

} // namespace lightwell
