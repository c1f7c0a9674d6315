// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

/// Tells whether whoever wrote under a name is still alive. The window and the command line share one database; a
/// running generation may only be picked up when its program is gone.
class RunLock
{
public:
    RunLock() = default;
    virtual ~RunLock() = default; ///< from now on its name is nobody's
    RunLock(const RunLock &) = delete;
    RunLock &operator=(const RunLock &) = delete;

    [[nodiscard]] virtual const QString &name() const = 0; ///< unique, made by this object
    /// Whether the program that made `name` still runs. May tidy up after one that does not.
    [[nodiscard]] virtual bool isAlive(const QString &name) const = 0;
};

} // namespace lightwell
