// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/runlock.h"

namespace lightwell {

/// A locked file beside the database. The system gives the lock up when a process ends, however it ends, so no process
/// numbers have to be guessed at.
class FileRunLock : public RunLock
{
public:
    /// `folder` empty: nobody else can share the database, so nobody else is ever alive.
    explicit FileRunLock(QString folder);
    ~FileRunLock() override;

    [[nodiscard]] const QString &name() const override { return m_name; }
    [[nodiscard]] bool isAlive(const QString &name) const override;

private:
    [[nodiscard]] QString fileOf(const QString &name) const;
    QString m_folder;
    QString m_name;
    int m_handle = -1;
};

} // namespace lightwell
