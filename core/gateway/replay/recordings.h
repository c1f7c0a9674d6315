// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/replay/recording.h"

#include <QHash>
#include <QMutex>

#include <functional>

namespace lightwell {

/// Kept answers as files of a folder, one each, which several programs may share: what another has added or removed
/// counts from the next look. Beyond the bounds the oldest of the client go that has most; a damaged file is no
/// recording, and goes before all others.
/// Thread-safe; blocks on the disk: call it on the thread pool.
class Recordings
{
public:
    struct Bounds
    {
        qsizetype count = 2000;
        qint64 bytes = 64LL * 1024 * 1024;
        qint64 bytesEach = 1024LL * 1024; ///< a longer one (a prompt, a field nobody knows) is not kept
    };
    explicit Recordings(QString folder);
    Recordings(QString folder, const Bounds &bounds);

    /// The whole file or nothing. An error: it is not kept.
    [[nodiscard]] Status add(const Recording &recording);
    /// Those that fit and have not expired, the newest first; no more than are worth trying.
    [[nodiscard]] QList<Recording> newest(const std::function<bool(const Recording &)> &fits, const QDateTime &now);
    struct Entry
    {
        QString id;
        qint64 bytes = 0;
        std::optional<Recording> recording; ///< nothing: its file is damaged
    };
    [[nodiscard]] QList<Entry> list(); ///< the newest first
    [[nodiscard]] bool remove(const QString &id); ///< false: it is not there, or cannot be removed
    [[nodiscard]] qsizetype clear(); ///< how many are gone now
    /// All that hold what was asked of this generation. False: one of them cannot be removed.
    [[nodiscard]] bool forget(const QString &generation);

private:
    void makeRoom(const QString &keep);

    const QString m_folder;
    const Bounds m_bounds;
    QMutex m_mutex;
    QHash<QString, std::optional<Recording>> m_known; ///< by id; a file never changes
};

} // namespace lightwell
