// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <optional>

namespace lightwell {

/// A small file that a person may write while the program runs, and that need not be there. Lives on the thread that
/// made it.
class WatchedFile : public QObject
{
    Q_OBJECT
public:
    WatchedFile(QString path, qint64 largest, QObject *parent = nullptr);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// As it is now; nothing: there is no file. What is there and cannot be read (a folder, a link that leads nowhere,
    /// more than `largest` bytes) is an error.
    [[nodiscard]] Result<std::optional<QByteArray>> read() const { return readNow(m_path, m_largest); }
    [[nodiscard]] static Result<std::optional<QByteArray>> readNow(const QString &path, qint64 largest);
    void watch(); ///< also what has come into being since; to be called after writing the file

Q_SIGNALS:
    void touched(); ///< the file may be another one, or gone

private:
    const QString m_path;
    const qint64 m_largest;
    QFileSystemWatcher m_watcher;
    QTimer m_pause; ///< an editor writes in several steps
};

} // namespace lightwell
