// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

/// Tells whether whoever wrote under a name is still alive. The window and the command line share one database; a
/// running generation may only be picked up when its program is gone. The system gives the lock up when a
/// process ends, however it ends, so no process numbers have to be guessed at.
class RunLock
{
public:
    /// `folder` empty: nobody else can share the database, so nobody else is ever alive.
    explicit RunLock(QString folder);
    ~RunLock();
    RunLock(const RunLock &) = delete;
    RunLock &operator=(const RunLock &) = delete;

    [[nodiscard]] const QString &name() const { return m_name; } ///< unique, made by this object
    /// Whether the program that made `name` still runs. Tidies up after one that does not.
    [[nodiscard]] bool isAlive(const QString &name) const;

private:
    [[nodiscard]] QString fileOf(const QString &name) const;
    QString m_folder;
    QString m_name;
    int m_handle = -1;
};

} // namespace lightwell
